import pytest

from builders import edition, paper
from proceedings.codes import finding
from proceedings.records.edition import Edition
from proceedings.records.finding import Finding, Severity
from proceedings.records.volume import Volume
from proceedings.standing import standing, standings_of, state_sentence


def papers(number: int) -> Edition:
    return edition(*(paper(f"{each:03}") for each in range(1, number + 1)))


def missing(id: str, severity: Severity = "error") -> Finding:
    return finding("camera-ready-missing", "The PDF is not there.", paper=id, severity=severity)


def fault(id: str | None, severity: Severity = "error") -> Finding:
    return finding("type3-font", "A Type 3 font.", paper=id, severity=severity)


@pytest.mark.parametrize(
    ("found", "stands"),
    [
        ((), "ready"),
        ((fault("017", "info"),), "ready"),
        ((fault("017", "warning"),), "warnings"),
        ((fault("017"),), "blocked"),
        ((fault("017"), missing("017")), "missing"),
        ((missing("017", "info"),), "awaited"),
        ((Finding(paper="017", severity="error", waived=True),), "ready"),
    ],
)
def test_a_paper_stands_where_its_gravest_open_finding_puts_it(found: tuple[Finding, ...], stands: str) -> None:
    assert standing(paper("017"), found) == stands


def test_a_withdrawn_paper_is_withdrawn_unless_something_blocks() -> None:
    assert standing(paper(status="withdrawn"), ()) == "withdrawn"
    assert standing(paper(status="non-archival"), (fault("017", "warning"),)) == "non-archival"
    assert standing(paper(status="withdrawn"), (fault("017"),)) == "blocked"


def collected(*by_publisher: str) -> Edition:
    """Three papers, some of which the publisher collects."""
    ids = ("001", "002", "003")
    return edition(*(paper(id, collected_by="publisher" if id in by_publisher else None) for id in ids))


def test_a_paper_that_the_publisher_collects_is_with_it_and_counts_as_neither_ready_nor_awaited() -> None:
    absent = [missing("002", "info"), missing("003", "info")]
    sentence = state_sentence(collected("002"), absent)
    assert sentence.startswith("1 of 3 papers is ready; 1 is with the publisher (002); 1 is still awaited (003);")
    assert standings_of(collected("002"), absent) == {"001": "ready", "002": "with-publisher", "003": "awaited"}


def test_an_edition_whose_publisher_collects_everything_says_so_once() -> None:
    everything = collected("001", "002", "003")
    absent = [missing(id, "info") for id in ("001", "002", "003")]
    assert state_sentence(everything, absent) == "All 3 papers are with the publisher; nothing blocks the bundle."


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        ((), "All 10 papers are ready; nothing blocks the bundle."),
        ((fault("003", "warning"),), "All 10 papers are ready, 1 of them with warnings; nothing blocks the bundle."),
        ((missing("002"),), "9 of 10 papers are ready; 1 blocks the bundle: 002 is missing."),
        (
            (missing("002"), fault("003"), fault("004")),
            "7 of 10 papers are ready; 3 block the bundle: 002 is missing, 003 and 004 have errors.",
        ),
        ((fault(None),), "All 10 papers are ready; the volume itself has 1 error."),
        (
            (missing("001"), fault(None), fault(None)),
            "9 of 10 papers are ready; 1 blocks the bundle: 001 is missing; the volume itself has 2 errors.",
        ),
        ((fault("099"),), "All 10 papers are ready; 1 blocks the bundle: 099 has errors."),
        (
            tuple(fault(f"{number:03}") for number in range(1, 11)),
            "None of the 10 papers is ready; "
            "10 block the bundle: 001, 002, 003, 004, 005, 006 and 4 others have errors.",
        ),
    ],
)
def test_the_state_is_one_sentence(found: tuple[Finding, ...], sentence: str) -> None:
    assert state_sentence(papers(10), found) == sentence


def test_one_paper_is_spoken_of_as_one() -> None:
    assert state_sentence(papers(1), ()) == "The only paper is ready; nothing blocks the bundle."
    assert state_sentence(papers(1), (fault("001", "warning"),)).startswith("The only paper is ready with warnings")
    assert state_sentence(papers(1), (missing("001"),)).startswith("The only paper is not ready; 1 blocks")


def test_while_collecting_a_paper_is_awaited_and_the_bundle_is_not_spoken_of() -> None:
    collecting = edition(paper("001"), paper("002"), volume=Volume(title="V", phase="collecting"))
    found = (missing("002", "info"),)
    assert state_sentence(collecting, found) == "1 of 2 papers is ready; 1 is still awaited (002)."


def test_an_edition_without_papers_says_so() -> None:
    assert state_sentence(Edition(), ()) == "The edition has no papers yet."
    withdrawn = edition(paper(status="withdrawn"))
    assert state_sentence(withdrawn, ()) == "The edition has no accepted papers; nothing blocks the bundle."
