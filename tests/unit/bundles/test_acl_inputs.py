"""The records for aclpub2: what it asks for is there as it asks for it, and all of it reads back as it was."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from builders import paper
from bundle_makers import EDITORS, ada
from export_makers import PDF
from proceedings.bundles.acl_inputs import input_files
from proceedings.importers.aclpub2 import read
from proceedings.importers.imported import Imported
from proceedings.records.edition import Edition
from proceedings.records.front_matter import Committee, FrontMatterText, Member, Sponsor
from proceedings.records.paper import Affiliation, Author, NativeName
from proceedings.records.programme import Session, Talk
from proceedings.records.volume import Event, Volume

DAY = datetime.date(2019, 6, 20)
GHENT = Affiliation(department="Computing", name="Sample University", city="Ghent", country="BE")
MARKDOWN = """Welcome to *all* of `make`, with **50 %** of $a_1 + b_1$ & [more](https://example.org/a_b).

## Thanks

- To Ada Öz,
- and to “Bo”.

1. First,
1. then."""


def whole() -> Edition:
    """All that an edition of the ACL may hold."""
    wei = Author(given="Wei", family="Li", native=NativeName(name="李伟", lang="zh"), equal_contribution=True)
    people = (ada(affiliations=("sample-university",)), Author(literal="Mausam"), wei)
    first = paper("12", people=people, affiliations={"sample-university": GHENT}, title="Fast & Slow: $O(n^2)$")
    first = msgspec.structs.replace(
        first,
        subtitle="A Study",
        short_title="Fast",
        track="Scaling, 50 %",
        keywords=("all-reduce", "I/O"),
        awards=("Best Paper",),
        abstract="Costs 5 % & $x^2$.",
        licence="CC-BY-4.0",
    )
    second = paper("7", people=(Author(given="Bo", family="Two"),), affiliations={}, title="No", type="short")
    panel = Talk(title="Panel: What Now?", speaker="Ada & Bo", time="11:00–11:30", abstract="We *talk*.")
    opened = Talk(title="Opening", time="08:45")
    chairs = (Member(given="Ludwig", particle="van", family="Beethoven", affiliation="Bonn", country="DE"),)
    members = (Member(literal="Purwanti", affiliation="Sample Polytechnic"), Member(given="Ada", family="Öz"))
    keynote = Talk(
        title="On 50 % of All",
        speaker="Ada Öz",
        affiliation="Ghent",
        date=DAY,
        time="14:00–15:00",
        photo="photos/ada.png",
        chair="Bo Two",
        abstract="It’s all.\n\nOr 1/2.",
        biography="Ada is *somebody*.",
    )
    return Edition(
        volume=Volume(
            title="Proceedings of Sums",
            acronym="Sums",
            event=Event(
                name="Sums & Parts",
                acronym="SUM 2019",
                colocated_with="ACL 2019",
                place="Ghent, Belgium",
                start=DAY,
                end=DAY,
                url="https://example.org/sum",
            ),
            year=2019,
            editors=EDITORS,
            isbn="978-3-16-148410-0",
        ),
        sessions=(
            Session(title="Welcome", date=DAY, time="08:30", talks=(opened,)),
            Session(
                title="Scale",
                papers=("12",),
                chairs=("Ed Itor", "Bo Two"),
                date=DAY,
                time="9:30-10:30",
                times={"12": "09:30–09:50"},
                room="Aula",
                talks=(panel,),
            ),
            Session(title="Lunch", date=DAY, time="12:00–13:00"),
            Session(title="Storage", papers=("7",), date=DAY, time="15:00–15:30", times={"7": "15:00"}),
        ),
        keynotes=(keynote,),
        papers=(first, second),
        front_matter=(
            FrontMatterText(stem="preface", title="Preface", markdown=MARKDOWN),
            FrontMatterText(stem="thanks", title="Thanks", markdown="We thank."),
        ),
        committees=(
            Committee(role="Chairs", members=members),
            Committee(role="Programme Committee", area="Systems", chairs=chairs, members=members),
            Committee(role="Programme Committee", area="Theory", members=(Member(given="Cy", family="Du"),)),
        ),
        sponsors=(
            Sponsor(name="Sample & Sons", tier="Gold", url="https://example.org", logo="sponsors/sons.png"),
            Sponsor(name="Coffee", logo="sponsors/coffee.png"),
            Sponsor(name="Nameless Logo"),
        ),
    )


def exported(edition: Edition, metadata: Path, folder: Path) -> Path:
    """The input files of an edition, in a folder."""
    for name, content in input_files(edition, {}, metadata).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.read_bytes())
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("inputs")
    for logo in ("sponsors/sons.png", "sponsors/coffee.png", "photos/ada.png"):
        path = place / "metadata" / logo
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(PDF)
    return exported(whole(), place / "metadata", place / "inputs")


@pytest.fixture(scope="module")
def once(folder: Path) -> Imported:
    return read(folder)


def loaded(folder: Path, name: str) -> Any:
    """A file as aclpub2 loads it."""
    return yaml.safe_load((folder / f"{name}.yml").read_text("utf-8"))


@pytest.mark.parametrize("what", ["papers", "sessions", "committees", "sponsors", "front_matter"])
def test_records_read_back_as_they_were(what: str, once: Imported) -> None:
    assert getattr(once.edition, what) == getattr(whole(), what)


def test_keynotes_read_back_with_their_photos(once: Imported, folder: Path) -> None:
    (given,), (keynote,) = whole().keynotes, once.edition.keynotes
    assert msgspec.structs.replace(keynote, photo=given.photo) == given
    assert keynote.photo == "photos/1-ada.png"
    assert once.beside[f"metadata/{keynote.photo}"] == folder / "invited_talks/1-ada.png"


def test_the_volume_reads_back(once: Imported) -> None:
    given, volume = whole().volume, once.edition.volume
    assert volume.event == given.event
    assert (volume.title, volume.acronym, volume.isbn) == (given.title, given.acronym, given.isbn)
    assert [msgspec.structs.replace(each, email=None) for each in given.editors] == list(volume.editors)


def test_twice_there_and_back_is_the_same(once: Imported, tmp_path: Path) -> None:
    for name, file in once.beside.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(file.read_bytes())
    again = read(exported(once.edition, tmp_path / "metadata", tmp_path / "inputs")).edition
    assert msgspec.structs.replace(again, keynotes=once.edition.keynotes) == once.edition


def test_days_and_hours_are_those_of_yaml_and_every_block_has_both_its_ends(folder: Path) -> None:
    details = loaded(folder, "conference_details")
    assert (details["start_date"], details["end_date"]) == (DAY, DAY)
    assert details["anthology_venue_id"] == "SUM", "aclpub2 prints the year behind it"
    blocks = loaded(folder, "program")
    every = [*blocks, *(inner for block in blocks for inner in block.get("subsessions", []))]
    assert all(isinstance(block[end], datetime.datetime) for block in every for end in ("start_time", "end_time"))
    keynote = r"Keynote: On 50 \% of All (Ada {\"O}z)"
    assert [block["title"] for block in blocks] == ["Welcome", "Scale", "Lunch", keynote, "Storage"]


def test_papers_of_a_session_with_talks_stand_in_a_block_of_its_own(folder: Path) -> None:
    (scale,) = (block for block in loaded(folder, "program") if block["title"] == "Scale")
    assert "papers" not in scale, "aclpub2 prints either papers or what is within"
    assert [inner["title"] for inner in scale["subsessions"]] == ["Scale", "Panel: What Now?"]


def test_everybody_has_a_first_and_a_last_name(folder: Path) -> None:
    authors = [each for entry in loaded(folder, "papers") for each in entry["authors"]]
    names = [(each["first_name"], each["last_name"]) for each in authors]
    assert names[:2] == [("Ada", "van der Berg Jr."), ("", "Mausam")]


def test_areas_of_one_committee_are_one_role_where_aclpub2_can_print_them(folder: Path) -> None:
    systems, theory = loaded(folder, "program_committee")
    assert systems["role"] == "Programme Committee"
    assert [area["area"] for area in systems["entries"]] == ["Systems"]
    assert theory["role"] == "Programme Committee: Theory", "nobody of it has an institution"


def test_sponsors_have_their_logos(folder: Path) -> None:
    gold, others = loaded(folder, "sponsors")
    assert (gold["tier"], gold["logos"]) == ("Gold", ["sons.png"])
    assert (others["tier"], others["logos"]) == ("Sponsors", ["coffee.png"])
    assert (folder / "sponsor_logos/coffee.png").read_bytes() == PDF


def test_texts_are_latex(folder: Path) -> None:
    preface = (folder / "prefaces/preface.tex").read_text("utf-8")
    assert r"\emph{all} of \texttt{make}, with \textbf{50 \%} of $a_1 + b_1$ \&" in preface
    assert r"\href{https://example.org/a_b}{more}" in preface
    assert r"\section*{Thanks}" in preface
    listed = ["\\begin{itemize}", '\\item To Ada {\\"O}z,', "\\item and to “Bo”.", "\\end{itemize}"]
    assert "\n".join(listed) in preface
