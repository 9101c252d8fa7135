"""`make deliver` and `make delta`: what was handed over, and the papers that have changed since."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import msgspec
import pytest

import record_delivery
from builders import edition, facts, paper
from bundle_changes import main
from proceedings.pagination import assign_pages
from proceedings.records.edition import Edition, LedgerLine
from proceedings.records.record_files import write_records
from proceedings.records.volume import Volume

DELIVERY = "2019-06-20-springer"


def built(folder: Path, made: Edition, **pages: int) -> None:
    """The records of a build, and a file for each paper that says how many pages it has."""
    came = {id: facts(id, number) for id, number in pages.items()}
    write_records(folder / "output/work/papers.json", made)
    write_records(folder / "output/work/pagination.json", assign_pages(made, came))
    for id, number in pages.items():
        put(folder, f"papers/{id}.pdf", f"{id} in {number} pages")
        put(folder, f"output/papers/{id}.pdf", f"{id} stamped")
    put(folder, "output/papers.csv", "id\n")


def put(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text)


def of_three(publisher: str = "springer") -> Edition:
    return edition(paper("a"), paper("b"), paper("c"), volume=Volume(title="Sample", publisher=publisher))


@pytest.fixture
def delivered(tmp_path: Path) -> Path:
    built(tmp_path, of_three(), a=4, b=3, c=2)
    put(tmp_path, "papers/a.zip", "sources")
    assert record_delivery.main([str(tmp_path), "springer", "--date", "2019-06-20"]) == 0
    return tmp_path


def delta(folder: Path, since: str = DELIVERY) -> int:
    names = {"edition": "output/work/papers.json", "pagination": "output/work/pagination.json"}
    names |= {"metadata": "metadata", "papers": "papers", "folder": "output", "output": "delta.zip"}
    names["blocked"] = "blocked.txt"
    return main(["--since", since, *(word for key, name in names.items() for word in (f"--{key}", str(folder / name)))])


def packed(folder: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(folder / "delta.zip") as bundle:
        return {name.partition("/")[2]: bundle.read(name) for name in bundle.namelist()}


def changes(folder: Path) -> dict[str, str]:
    rows = csv.DictReader(io.StringIO(packed(folder)["changes.csv"].decode()))
    return {row["id"]: row["what"] for row in rows}


def refusal(folder: Path) -> str:
    """What the build ends with where there is no bundle of changes."""
    return (folder / "blocked.txt").read_text("utf-8")


def test_an_edition_that_is_as_delivered_has_nothing_to_send(delivered: Path) -> None:
    assert delta(delivered) == 1
    assert f"nothing has changed since {DELIVERY}" in refusal(delivered)
    assert not (delivered / "delta.zip").exists()


def test_only_the_replaced_paper_is_sent_again(delivered: Path) -> None:
    built(delivered, of_three(), a=4, b=3, c=2)
    put(delivered, "papers/b.pdf", "b mended")
    assert delta(delivered) == 0
    assert changes(delivered) == {"b": "new PDF"}
    assert [name for name in packed(delivered) if name.startswith("papers/")] == ["papers/b.pdf"]
    assert packed(delivered)["papers/b.pdf"] == b"b mended"


def test_a_new_pdf_whose_sources_are_the_old_ones_is_told_so(delivered: Path) -> None:
    put(delivered, "papers/a.pdf", "a mended")
    delta(delivered)
    assert changes(delivered) == {"a": "new PDF; the sources as before"}
    put(delivered, "papers/a.zip", "sources mended")
    delta(delivered)
    assert changes(delivered) == {"a": "new PDF; new sources"}


def test_sources_that_changed_are_sent_without_the_paper(delivered: Path) -> None:
    put(delivered, "papers/a.zip", "other sources")
    delta(delivered)
    assert changes(delivered) == {"a": "new sources"}
    assert [name for name in packed(delivered) if name.startswith("papers/")] == ["papers/a.zip"]


def test_a_form_that_came_later_is_sent(delivered: Path) -> None:
    put(delivered, "papers/c-rights.pdf", "signed")
    delta(delivered)
    assert changes(delivered) == {"c": "new form"}
    assert "papers/c-rights.pdf" in packed(delivered)


def test_a_form_that_was_signed_for_another_publisher_is_not_sent(delivered: Path) -> None:
    built(delivered, of_three("acm"), a=4, b=3, c=2)
    put(delivered, "papers/c-rights.pdf", "signed")
    put(delivered, "papers/b.pdf", "b mended")
    delta(delivered)
    assert changes(delivered) == {"b": "new PDF"}


def test_a_paper_that_was_refused_is_sent_once_it_is_let_in(tmp_path: Path) -> None:
    ledger = (LedgerLine(id="a", first_page=1, pages=3), LedgerLine(id="b", first_page=4, pages=3))
    refused = edition(paper("a"), paper("b"), volume=Volume(title="Sample", publisher="springer"), ledger=ledger)
    built(tmp_path, refused, a=4, b=3)
    record_delivery.main([str(tmp_path), "springer", "--date", "2019-06-20"])
    let_in = msgspec.structs.replace(refused.volume, on_longer="end")
    built(tmp_path, msgspec.structs.replace(refused, volume=let_in), a=4, b=3)
    assert delta(tmp_path) == 0
    assert changes(tmp_path) == {"a": "new PDF; pages 7–10 instead of 1–3"}
    assert "papers/a.pdf" in packed(tmp_path)


def test_a_file_that_is_too_long_for_its_pages_is_not_sent(tmp_path: Path) -> None:
    made = edition(paper("a"), volume=Volume(title="Sample", publisher="springer"))
    made = msgspec.structs.replace(made, ledger=(LedgerLine(id="a", first_page=1, pages=3),))
    built(tmp_path, made, a=3)
    record_delivery.main([str(tmp_path), "springer", "--date", "2019-06-20"])
    built(tmp_path, made, a=4)
    delta(tmp_path)
    assert changes(tmp_path) == {"a": "no PDF any more"}
    assert not [name for name in packed(tmp_path) if name.startswith("papers/")]


def test_pages_metadata_and_identifiers_that_changed_are_told(delivered: Path) -> None:
    first, *others = of_three().papers
    new = msgspec.structs.replace(first, title="Another Title", doi="10.5555/a")
    built(delivered, edition(new, *others, volume=of_three().volume), a=3, b=3, c=2)
    delta(delivered)
    assert changes(delivered) == {
        "a": "new PDF; the sources as before; other printed metadata; pages 1–3 instead of 1–4; "
        "DOI 10.5555/a instead of none",
        "b": "pages 4–6 instead of 5–7",
        "c": "pages 7–8 instead of 8–9",
    }


def test_new_and_withdrawn_papers_are_told(delivered: Path) -> None:
    made = edition(paper("a"), paper("b"), paper("c", status="withdrawn"), paper("d"), volume=of_three().volume)
    built(delivered, made, a=4, b=3, d=1)
    delta(delivered)
    assert changes(delivered) == {"d": "a new paper", "c": "taken out of the volume"}
    assert "papers/d.pdf" in packed(delivered)


def test_a_publisher_of_stamped_papers_gets_stamped_ones(tmp_path: Path) -> None:
    built(tmp_path, of_three("own"), a=4, b=3, c=2)
    record_delivery.main([str(tmp_path), "own", "--date", "2019-06-20"])
    put(tmp_path, "papers/b.pdf", "b mended")
    assert delta(tmp_path, "2019-06-20-own") == 0
    assert packed(tmp_path)["papers/b.pdf"] == b"b stamped"


def test_the_bundle_has_a_manifest_and_is_the_same_bytes_again(delivered: Path) -> None:
    put(delivered, "papers/b.pdf", "b mended")
    delta(delivered)
    first = (delivered / "delta.zip").read_bytes()
    delta(delivered)
    assert (delivered / "delta.zip").read_bytes() == first
    assert len(packed(delivered)["manifest-sha256.txt"].splitlines()) == len(packed(delivered)) - 1


def test_a_delivery_is_never_written_over(delivered: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (delivered / f"metadata/deliveries/{DELIVERY}.csv").read_bytes()
    assert record_delivery.main([str(delivered), "springer", "--date", "2019-06-20"]) == 1
    assert "is there already, and nothing has changed since" in capsys.readouterr().err
    put(delivered, "papers/b.pdf", "b mended")
    assert record_delivery.main([str(delivered), "springer", "--date", "2019-06-20"]) == 0
    assert (delivered / f"metadata/deliveries/{DELIVERY}.csv").read_bytes() == before
    put(delivered, "papers/c.pdf", "c mended")
    assert delta(delivered, f"{DELIVERY}-2") == 0
    assert changes(delivered) == {"c": "new PDF"}
    assert "To Springer" in packed(delivered)["README.txt"].decode()


def test_an_unknown_delivery_is_one_line_that_names_the_known_ones(delivered: Path) -> None:
    assert delta(delivered, "2018-01-01-acm") == 1
    assert f"2018-01-01-acm.csv cannot be used; deliveries are: {DELIVERY}." in refusal(delivered)


def test_metadata_that_changed_are_sent_in_full(delivered: Path) -> None:
    first, *others = of_three().papers
    new = msgspec.structs.replace(first, keywords=("new",))
    built(delivered, edition(new, *others, volume=of_three().volume), a=4, b=3, c=2)
    assert delta(delivered) == 0
    assert changes(delivered) == {"a": "other printed metadata"}
    assert json.loads(packed(delivered)["papers/a-metadata.json"])["keywords"] == ["new"]
    assert "papers/<id>-metadata.json" in packed(delivered)["README.txt"].decode()


def test_the_editor_of_a_joint_volume_gets_what_the_publisher_takes(tmp_path: Path) -> None:
    built(tmp_path, of_three("springer"), a=4, b=3, c=2)
    assert record_delivery.main([str(tmp_path), "joint", "--date", "2019-06-20"]) == 0
    put(tmp_path, "papers/b.pdf", "b mended")
    assert delta(tmp_path, "2019-06-20-joint") == 0
    assert packed(tmp_path)["papers/b.pdf"] == b"b mended"
    assert "To the editor of the joint volume: what has changed" in packed(tmp_path)["README.txt"].decode()


def test_an_archive_is_sent_no_form_and_no_sources(tmp_path: Path) -> None:
    built(tmp_path, of_three(), a=4, b=3, c=2)
    record_delivery.main([str(tmp_path), "archive", "--date", "2019-06-20"])
    for name in ("a.zip", "b-rights.pdf", "c.pdf", "c-rights.pdf"):
        put(tmp_path, f"papers/{name}", "new")
    assert delta(tmp_path, "2019-06-20-archive") == 0
    assert changes(tmp_path) == {"c": "new PDF"}
    assert [name for name in packed(tmp_path) if name.startswith("papers/")] == ["papers/c.pdf"]


def test_sources_are_no_news_to_a_publisher_who_takes_none(tmp_path: Path) -> None:
    built(tmp_path, of_three("ieee"), a=4, b=3, c=2)
    record_delivery.main([str(tmp_path), "ieee", "--date", "2019-06-20"])
    put(tmp_path, "papers/a.zip", "sources")
    assert delta(tmp_path, "2019-06-20-ieee") == 1
    assert "nothing has changed since 2019-06-20-ieee" in refusal(tmp_path)


@pytest.mark.parametrize(
    ("receiver", "packed", "told"),
    [
        ("archive", ["archive", "joint"], "What to send lies in output/bundle/: archive.zip."),
        ("ieee", ["archive", "ieee"], "What to send lies in output/bundle/: ieee.zip."),
        ("springer", ["archive", "joint"], "What to send lies in output/bundle/: joint.zip."),
        ("springer", ["archive"], "output/bundle/ has nothing for springer;"),
    ],
)
def test_a_delivery_says_what_is_to_be_sent_to_this_receiver(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], receiver: str, packed: list[str], told: str
) -> None:
    built(tmp_path, of_three(), a=4, b=3, c=2)
    for name in packed:
        put(tmp_path, f"output/bundle/{name}.zip", "")
    record_delivery.main([str(tmp_path), receiver, "--date", "2019-06-20"])
    assert told in capsys.readouterr().out
