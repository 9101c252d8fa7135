from html_reading import StrictPage
from proceedings.records.proof import Agreement, Dropped, Fidelity, Inventory, PaperProof, Proof, VolumeProof
from proceedings.report.compose import report_page
from proceedings.report.fidelity_view import fidelity_view
from proceedings.report.page import FidelityView
from proceedings.report.render import render_report
from report_makers import difficult_build, proof_of

NOWHERE = Dropped(kind="links_internal", number=1, reason="led nowhere already")


def carried(links: int, **fields: int) -> Inventory:
    return Inventory(links_internal=links, **fields)


def view(*papers: PaperProof, volume: Fidelity) -> FidelityView | None:
    proof = Proof(papers=papers, volume=VolumeProof(fidelity=volume, typeset=Inventory(bookmarks=3)))
    return fidelity_view(proof, difficult_build().edition, {"017": "paper-017"})


def ledger(before: int, after: int, *dropped: Dropped) -> Fidelity:
    return Fidelity(source=carried(before), stamped=carried(after), volume=carried(after), dropped=dropped)


def test_a_paper_that_kept_everything_is_quiet() -> None:
    shown = view(PaperProof(id="017", fidelity=ledger(9, 9)), volume=ledger(9, 9))
    assert shown is not None
    assert (shown.kinds, shown.changed) == (("internal links", "bookmarks"), ())
    assert [(cell.text, cell.shade) for cell in shown.kept[0].cells] == [("9", "kept"), ("–", "none")]
    assert shown.typeset == ("–", "3")
    assert shown.sentence.endswith("Everything is there.")


def test_what_was_left_out_is_told_with_its_reason_and_its_papers() -> None:
    paper = PaperProof(id="017", fidelity=ledger(9, 8, NOWHERE))
    shown = view(paper, PaperProof(id="021", fidelity=ledger(1, 1)), volume=ledger(10, 9, NOWHERE))
    assert shown is not None
    (row,) = shown.changed
    assert (row.paper.anchor, row.cells[0].text.split("\u2009"), row.cells[0].shade) == (
        "paper-017",
        ["9", "→", "8"],
        "told",
    )
    assert row.cells[0].reason == "9 in the author’s file, 8 stamped, 8 in the volume, 1 left out"
    (told,) = shown.dropped
    assert (told.what, told.reason, [mark.id for mark in told.papers]) == (
        "Internal links, 1",
        "led nowhere already",
        ["017"],
    )
    assert shown.sentence.endswith("1 thing was left out on purpose, nothing is lost.")


def test_what_is_lost_stands_out() -> None:
    paper = PaperProof(id="017", fidelity=ledger(9, 6, NOWHERE))
    shown = view(paper, volume=ledger(9, 6, NOWHERE))
    assert shown is not None
    assert (shown.changed[0].cells[0].shade, shown.totals[0].shade) == ("lost", "lost")
    assert shown.sentence.endswith("2 things are lost, 1 thing was left out on purpose.")


def test_where_a_paper_differs_in_the_same_number_nobody_says_that_everything_is_there() -> None:
    paper = PaperProof(id="017", fidelity=ledger(9, 9), agrees=Agreement(fidelity=False))
    shown = view(paper, volume=ledger(9, 9))
    assert shown is not None
    assert shown.sentence.endswith("finished volume. 1 paper differs all the same, as proof-mismatch says.")


def test_papers_that_carry_nothing_and_papers_that_are_not_there_have_no_table() -> None:
    assert view(PaperProof(id="017"), volume=Fidelity()) is None
    assert view(PaperProof(id="017", present=False, fidelity=ledger(1, 0)), volume=ledger(1, 0)) is None


def test_of_a_file_that_could_not_be_read_the_stamped_paper_is_the_measure() -> None:
    unread = Fidelity(stamped=carried(4), volume=carried(4))
    shown = view(PaperProof(id="017", fidelity=unread), volume=unread)
    assert shown is not None and shown.kept[0].cells[0].text == "4"


def test_the_page_shows_the_ledger_in_a_table_of_its_own() -> None:
    build = difficult_build()
    page = StrictPage(render_report(report_page(build, proof_of(build))))
    assert "#fidelity" in page.values("href")
    assert "Internal links, 1: led nowhere in the author’s own file already ( 017 )." in page.text
    assert len([each for each in page.named("table") if "fidelity" in each.get("class", "")]) == 2
