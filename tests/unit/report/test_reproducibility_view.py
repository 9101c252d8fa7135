from builders import edition, paper
from proceedings.records.edition import Edition
from proceedings.records.paper import Paper
from proceedings.records.reproducibility import Reproducibility, Software
from proceedings.records.volume import Volume
from proceedings.report.page import ReproducibilityView
from proceedings.report.reproducibility_view import reproducibility_view
from report_makers import block


def view(*papers: Paper, demand: str = "required") -> ReproducibilityView | None:
    made: Edition = edition(*papers, volume=Volume(title="V", reproducibility=demand))  # type: ignore[arg-type]
    return reproducibility_view(made, {})


def test_counts_stand_in_the_order_of_the_kinds_and_are_summed() -> None:
    shown = view(paper("1", reproducibility=block(1, 2, 3, 4, 5, 6)), paper("2", reproducibility=block(1, 0, 0, 1)))
    assert shown is not None
    assert [cell.text for cell in shown.rows[0].cells] == ["1", "2", "3", "4", "5", "6"]
    assert shown.totals == (2, 2, 3, 5, 5, 6)


def test_the_fewer_rungs_are_missing_the_darker_the_cell_and_the_dots_say_which() -> None:
    whole, poor = Software(name="A", version="1", url="https://github.com/a/b"), Software(name="B")
    shown = view(*(paper(each.name, reproducibility=Reproducibility(software=(each,))) for each in (whole, poor)))
    assert shown is not None
    cells = [row.cells[1] for row in shown.rows]
    assert [(cell.text, cell.mark, cell.shade) for cell in cells] == [("1", "●●●", "h4"), ("1", "●○○", "h2")]
    assert ("h4", "none") in shown.shades and ("●●", "identified") in shown.legend


def test_what_the_call_asks_for_and_is_not_there_stands_out() -> None:
    shown = view(paper("1"))
    assert shown is not None
    assert [cell.shade for cell in shown.rows[0].cells] == ["h-none"] * 4 + ["h0"] * 2


def test_not_applicable_is_an_answer_and_carries_its_reason() -> None:
    shown = view(paper("1", reproducibility=block(1, 1, 0, 1, not_applicable={"datasets": "It trains on nothing."})))
    assert shown is not None
    assert shown.rows[0].cells[2].reason == "It trains on nothing."
    assert shown.sentence.startswith("The only paper answers for algorithms")


def test_an_edition_that_does_not_ask_shows_nothing() -> None:
    assert view(paper("1"), demand="off") is None
    assert view() is None


def test_a_withdrawn_paper_is_not_asked() -> None:
    assert view(paper("1", status="withdrawn")) is None


def test_the_sentence_counts_those_who_answer() -> None:
    whole = [paper(str(number), reproducibility=block(1, 1, 1, 1)) for number in (1, 2)]
    for papers, begins in (
        (whole, "All 2 papers answer for"),
        ([whole[0], paper("3")], "1 of 2 papers answers for"),
        ([paper("3"), paper("4")], "0 of 2 papers answer for"),
        ([paper("3")], "The only paper does not answer for"),
    ):
        shown = view(*papers)
        assert shown is not None and shown.sentence.startswith(begins)
