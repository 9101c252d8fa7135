"""PMLR's bundle: one BibTeX file that its public checker has nothing against, and PDFs named by its keys."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from pathlib import Path

import msgspec
import pytest
from pypdf import PdfReader

from builders import paper
from bundle_makers import built, pack, packed, two_papers
from proceedings.bibliography.bibtex import read_bibtex
from proceedings.bundles.pmlr_keys import paper_keys
from proceedings.bundles.pmlr_text import REFUSED, pmlr_name, pmlr_text, pmlr_title
from proceedings.records.edition import Edition
from proceedings.records.paper import Author, PaperFiles, Person
from proceedings.records.programme import Session
from proceedings.records.volume import Event
from tag_reading import accessibility_problems

DAY = datetime.date(2026, 6, 20)
EVENT = Event(name="Workshop on Sums", acronym="OW", place="Ghent", start=DAY, url="https://a.b/")


def of_pmlr(**volume: object) -> Edition:
    edition = two_papers("pmlr", **({"event": EVENT} | volume))
    papers = tuple(msgspec.structs.replace(each, abstract="50 % of $x_1$, a@b.org.") for each in edition.papers)
    return msgspec.structs.replace(edition, papers=papers)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = built(tmp_path_factory.mktemp("pmlr"), of_pmlr())
    (place / "papers/12-supplement.zip").write_bytes(b"PK")
    (place / "papers/7-supplement.txt").write_text("all of it")
    assert pack(place, "pmlr") == 0
    return place


def entries(place: Path, name: str = "bundle") -> dict[str, dict[str, str]]:
    return read_bibtex(packed(place, name)["ow2019.bib"].decode())


def test_pdfs_and_supplements_are_named_by_their_keys_and_are_the_authors_own(folder: Path) -> None:
    held = packed(folder)
    assert held["van-der-berg19a.pdf"] == (folder / "papers/12.pdf").read_bytes()
    assert held["van-der-berg19b.pdf"] == (folder / "papers/7.pdf").read_bytes()
    assert held["van-der-berg19a-supp.zip"] == b"PK"
    with zipfile.ZipFile(io.BytesIO(held["van-der-berg19b-supp.zip"])) as zipped:
        assert zipped.namelist() == ["7-supplement.txt"]
    in_root = {name for name in held if name.endswith(".pdf") and "/" not in name} - {"preface.pdf"}
    assert {name.removesuffix(".pdf") for name in in_root} == set(entries(folder)) - {"ow2019"}
    assert "permissions/van-der-berg19a.pdf" in held


def test_the_volume_says_all_that_is_asked(folder: Path) -> None:
    assert entries(folder)["ow2019"] == {
        "booktitle": "Our Workshop",
        "name": "Workshop on Sums",
        "shortname": "OW",
        "year": "2019",
        "editor": "Itor, Ed",
        "start": "2026-06-20",
        "end": "2026-06-20",
        "address": "Ghent",
        "conference_url": "https://a.b/",
        "volume": "NNN",
        "sections": "Scale|Storage",
    }
    assert "volume = {NNN}" in packed(folder)["ow2019.bib"].decode()


def test_a_paper_says_title_authors_pages_abstract_and_a_section_of_the_volume(folder: Path) -> None:
    assert entries(folder)["van-der-berg19a"] == {
        "title": r"Fast \& Slow: $O(n^2)$",
        "author": "van der Berg, Jr., Ada and {Mausam} and Trần, Ngọc",
        "pages": "1--4",
        "abstract": r"50 \% of $x_1$, withheld.",
        "section": "Scale",
    }


def test_one_session_makes_no_sections(folder: Path) -> None:
    one = msgspec.structs.replace(of_pmlr(), sessions=(Session(title="All", papers=("12", "7")), Session()))
    kept = pack(folder, "pmlr", one, "one")
    assert kept == 0
    assert "sections" not in entries(folder, "one")["ow2019"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("5 $ a_b {c}", r"5 {\textdollar} a{\textunderscore}b {\textbraceleft}c{\textbraceright}"),
        ("C:\\x", "C:∖x"),
        (r"$\{a\} \\ b$", r"$\lbrace a\rbrace  \cr  b$"),
        (r"$\color{red}x \textcolor[rgb]{1,0,0}{y}$", "$x {y}$"),
        ("eﬃcient\u00ad", "efficient"),
        ("Compiègne – 李", "Compiègne – 李"),
    ],
)
def test_nothing_that_the_checker_refuses_is_left(text: str, written: str) -> None:
    assert pmlr_text(text) == written
    assert not REFUSED.search(written)


def test_abbreviations_and_names_of_titles_stand_in_braces() -> None:
    title = pmlr_title("Training ResNet on Multi-GPU Nodes with MPI: A Bayes View of $O(N)$ & More", {"Bayes"})
    assert title == r"Training {ResNet} on Multi-{GPU} Nodes with {MPI}: A {Bayes} View of $O(N)$ \& More"
    assert not REFUSED.search(title)


def test_what_the_checker_takes_for_a_broken_word_is_told(folder: Path) -> None:
    first, second = of_pmlr().papers
    broken = msgspec.structs.replace(first, abstract="Of knowl- edge, pre-trained.")
    assert pack(folder, "pmlr", msgspec.structs.replace(of_pmlr(), papers=(broken, second)), "broken") == 0
    readme = packed(folder, "broken")["README.txt"].decode()
    assert '- Paper 12: the checker takes "knowl- edge" for a word that was broken at a line end.' in readme
    assert "- Paper 7" not in readme


def test_the_preface_is_a_file_with_the_organisation_and_without_the_words_of_another_publisher(folder: Path) -> None:
    held = packed(folder)
    preface = PdfReader(io.BytesIO(held["preface.pdf"]))
    words = " ".join(preface.pages[0].extract_text().split())
    assert "Welcome." in words and "OW: Workshop on Sums, 20 June 2026, Ghent" in words
    assert "Copyright" not in words and "Submissions and Reviews" not in words
    assert [each.title for each in preface.outline] == ["Preface", "Organisation"]
    assert preface.page_labels == ["i", "ii"]
    assert accessibility_problems(held["preface.pdf"]) == []
    assert held["front_matter/preface.md"] == b"Welcome."
    assert "- preface.pdf has no entry in the BibTeX file." in held["README.txt"].decode()


def test_without_a_preface_there_is_no_file_of_it_and_no_word_on_it(folder: Path) -> None:
    assert pack(folder, "pmlr", msgspec.structs.replace(of_pmlr(), front_matter=()), "none") == 0
    held = packed(folder, "none")
    assert "preface.pdf" not in held and "preface.pdf" not in held["README.txt"].decode()


def test_every_name_with_parts_has_a_comma_and_a_mononym_stands_in_braces() -> None:
    names = (Person(given="Ada", family="Berg"), Person(given="Öz", family="de la Cruz"), Person(literal="Mausam"))
    assert [pmlr_name(each) for each in names] == ["Berg, Ada", "{de la Cruz}, Öz", "{Mausam}"]


def test_keys_are_ascii_and_letters_part_papers_of_one_name() -> None:
    authors = ("Łukasz Ðrø", "Li Öz", "Wei Öz", "伟 李", "Solo", "Nat T’Joens")
    keys = paper_keys([paper(str(number), name) for number, name in enumerate(authors)], 2026)
    assert list(keys.values()) == ["dhro26a", "oz26a", "oz26b", "paper26a", "solo26a", "t-joens26a"]
    many = paper_keys([paper(str(number)) for number in range(28)], 2026)
    assert (many["25"], many["26"], len(set(many.values()))) == ("sample26z", "sample26aa", 28)
    assert all(re.fullmatch(r"[a-z-]+\d\d[a-z]+", key) for key in [*keys.values(), *many.values()])


def test_all_that_is_missing_is_told_at_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bare = of_pmlr(event=Event())
    first, second = bare.papers
    bare = msgspec.structs.replace(bare, papers=(first, msgspec.structs.replace(second, abstract=None)))
    assert pack(folder, "pmlr", bare, "refused") == 1
    assert [line.strip() for line in capsys.readouterr().err.splitlines()[1:-1]] == [
        "metadata/proceedings.yml does not say `event.start`.",
        "metadata/proceedings.yml does not say `event.place`.",
        "metadata/papers/7.yml does not say `abstract`.",
    ]
    assert not (folder / "refused.zip").exists()


def test_two_runs_make_the_same_bytes_and_no_acceptance_is_claimed(folder: Path) -> None:
    assert pack(folder, "pmlr", of_pmlr(), "again") == 0
    assert (folder / "again.zip").read_bytes() == (folder / "bundle.zip").read_bytes()
    assert "at PMLR has confirmed that the bundle is accepted" in packed(folder)["README.txt"].decode()


def test_a_number_that_is_known_is_not_said_to_be_still_to_come(folder: Path) -> None:
    assert pack(folder, "pmlr", of_pmlr(number="103"), "numbered") == 0
    assert "- the number of the volume" in packed(folder)["README.txt"].decode()
    readme = packed(folder, "numbered")["README.txt"].decode()
    assert "\nStill to come:\n- the day of publication, which PMLR gives\n" in readme


def test_two_supplements_of_one_name_are_both_there(folder: Path) -> None:
    for each in ("code", "data"):
        (folder / f"papers/{each}").mkdir()
        (folder / f"papers/{each}/all.zip").write_bytes(each.encode())
    first, second = of_pmlr().papers
    files = PaperFiles(supplements=("code/all.zip", "data/all.zip"))
    papers = (msgspec.structs.replace(first, files=files), second)
    assert pack(folder, "pmlr", msgspec.structs.replace(of_pmlr(), papers=papers), "several") == 0
    with zipfile.ZipFile(io.BytesIO(packed(folder, "several")["van-der-berg19a-supp.zip"])) as zipped:
        assert zipped.namelist() == ["code/all.zip", "data/all.zip"]


def test_what_the_checker_refuses_is_told_with_its_paper(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = of_pmlr().papers
    odd = msgspec.structs.replace(second, authors=(Author(given="Ada", family="Sum \\& Parts"),))
    assert pack(folder, "pmlr", msgspec.structs.replace(of_pmlr(), papers=(first, odd)), "odd") == 1
    assert "what its checker refuses: author of paper 7. Next: " in capsys.readouterr().err
