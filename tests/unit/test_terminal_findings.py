"""What an author reads on the terminal after the self-check."""

from __future__ import annotations

from builders import facts
from proceedings.codes import finding
from proceedings.records.finding import Finding
from proceedings.terminal_findings import finding_lines, verdict

ERROR = finding("page-size", "drafts/my paper.pdf: page 2 is A4; asked is US Letter.", paper="my paper", page=2)
NOTE = finding("document-info", "drafts/my paper.pdf, page 1: it has no title.", paper="my paper")


def shown(*findings: Finding, **how: object) -> list[str]:
    file = facts("my paper", pages=4)
    return list(finding_lines(file, findings, file="drafts/my paper.pdf", profile="ACM", **how))  # type: ignore[arg-type]


def test_each_finding_has_its_weight_its_fact_its_cure_and_its_code() -> None:
    made = finding("gutter", "drafts/my paper.pdf, page 3: a rule.", paper="my paper", remedy="Move it.\nLaTeX: `\\x`.")
    assert shown(made) == [
        "drafts/my paper.pdf: 4 pages, checked as ACM",
        "",
        "warning  Page 3: a rule.",
        "         Cure: Move it.",
        "         LaTeX: `\\x`.",
        "         gutter",
        "",
        "Nothing blocks the paper; look at 1 warning.",
    ]


def test_a_message_that_begins_with_the_file_does_not_name_it_again() -> None:
    inside = finding("page-limit", "drafts/my paper.pdf has 9 pages.", paper="my paper")
    text = "\n".join(shown(ERROR, NOTE, inside))
    assert "  Page 2 is A4" in text and "  Page 1: it has" in text and "  drafts/my paper.pdf has 9 pages." in text


def test_the_verdict_says_what_blocks_and_what_else_there_is() -> None:
    assert verdict([]) == "Nothing was found: the file is fine."
    assert verdict([ERROR]) == "1 error has to be cured before the paper can be printed."
    assert verdict([ERROR, ERROR, NOTE]) == (
        "2 errors have to be cured before the paper can be printed; look at 1 note too."
    )


def test_lines_keep_to_the_terminal_and_hang_under_their_beginning() -> None:
    lines = shown(ERROR, width=60)
    assert max(len(line) for line in lines) <= 60
    assert [line for line in lines if line.startswith("           ")], "a long cure goes on further in"


def test_colour_is_for_terminals_alone() -> None:
    assert "\x1b[1;31merror" in "\n".join(shown(ERROR, colour=True))
    assert "\x1b" not in "\n".join(shown(ERROR))


def test_nothing_in_a_file_reaches_the_terminal_as_a_command() -> None:
    hostile = finding("form", "drafts/my paper.pdf: \x1b]0;owned\x07 x\ny.", paper="my paper")
    assert all(line.isprintable() for line in shown(hostile))


def test_a_file_without_usable_pages_says_so() -> None:
    lines = finding_lines(facts("x", pages=0), [], file="x.pdf", profile="ACM")
    assert next(lines) == "x.pdf: no usable page, checked as ACM"
