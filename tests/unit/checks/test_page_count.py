from __future__ import annotations

from builders import paper
from lined_pages import line, paper_of, text_lines
from proceedings.checks.page_count import page_limit, page_minimum
from proceedings.checks.rules import Rules
from proceedings.reading.reading import Reading
from proceedings.records.facts import TextLine
from proceedings.records.finding import Finding
from proceedings.records.format_profile import PageRule
from proceedings.records.paper import ExtraPages, Paper
from proceedings.records.volume import Volume
from worded_papers import heading

ENTRY = "[12] A. Sample: A paper on ranks that is cited here, and more of it. In: Proc. SW, pp. 1-9 (2019)"


def entries(first: float = 150) -> list[TextLine]:
    return [
        line(ENTRY, 135, first + 11 * row, size=9, font="CMR9", width=345) for row in range(int((660 - first) / 11))
    ]


def read(body: int, *last: list[TextLine]) -> Reading:
    return Reading(paper_of(*[text_lines()] * body, *last))


def asked(**rule: object) -> Rules:
    return Rules(volume=Volume(types={"full": PageRule(**rule)}))  # type: ignore[arg-type]


def too_long(given: Reading, rules: Rules, about: Paper | None = None) -> list[Finding]:
    return list(page_limit(about or paper(), given, rules))


REFERENCES = [heading("REFERENCES", 130), *entries()]
MIXED = [*text_lines(last=300), heading("References", 330), *entries(350)]
APPENDIX = [heading("A Proofs", 130), *text_lines(first=150)]


def test_all_pages_count_where_the_rule_leaves_nothing_out() -> None:
    assert not too_long(read(3, REFERENCES), asked(max=4))
    (excess,) = too_long(read(4, REFERENCES), asked(max=4))
    assert (excess.severity, excess.page) == ("error", 5)
    assert excess.message == "papers/017.pdf has 5 pages; at most 4 pages are allowed for the type full."


def test_pages_of_references_do_not_count_where_the_rule_says_so() -> None:
    assert not too_long(read(8, REFERENCES, entries(120)), asked(max=8, excluding=("references",)))


def test_the_message_shows_by_which_heading_pages_were_left_out() -> None:
    (excess,) = too_long(read(9, REFERENCES), asked(max=8, excluding=("references",)))
    assert excess.page == 9
    assert "has 10 pages, 9 of them counted without references" in excess.message
    assert "page 10 starts with “REFERENCES”" in excess.message


def test_a_page_on_which_text_stands_above_the_references_counts() -> None:
    rule = asked(max=8, excluding=("references",))
    assert not too_long(read(7, MIXED), rule)
    (excess,) = too_long(read(8, MIXED), rule)
    assert "“References” begins on page 9, below other text" in excess.message


def test_an_appendix_counts_unless_it_is_left_out_too() -> None:
    given = read(8, REFERENCES, APPENDIX)
    (excess,) = too_long(given, asked(max=8, excluding=("references",)))
    assert excess.page == 10
    assert not too_long(given, asked(max=8, excluding=("references", "appendix")))


def test_without_a_heading_every_page_counts_and_the_message_says_why() -> None:
    (excess,) = too_long(read(9), asked(max=8, excluding=("references",)))
    assert "no heading of references was found, so that every page counts" in excess.message


def test_text_behind_the_references_counts() -> None:
    (excess,) = too_long(read(8, REFERENCES, text_lines()), asked(max=8, excluding=("references",)))
    assert excess.page == 10 and "page 10 holds no references" in excess.message


def test_extra_pages_that_were_allowed_are_allowed() -> None:
    longer = paper(extra_pages=ExtraPages(pages=2))
    assert not too_long(read(6), asked(max=4), longer)
    (excess,) = too_long(read(7), asked(max=4), longer)
    assert "2 extra among them" in excess.message


def test_the_minimum_counts_the_same_pages() -> None:
    rule = asked(min=6, max=8, excluding=("references",))
    assert not list(page_minimum(paper(), read(6, REFERENCES), rule))
    (short,) = page_minimum(paper(), read(5, REFERENCES), rule)
    assert "6 pages, 5 of them counted without references; at least 6 are asked" in short.message
    assert not list(page_minimum(paper(type="invited"), read(2), rule))


def test_an_appendix_that_counts_is_named_behind_the_references() -> None:
    (excess,) = too_long(read(3, REFERENCES, APPENDIX), asked(max=3, excluding=("references",)))
    assert excess.page == 5
    assert "page 4 starts with “REFERENCES”; the appendix from “A Proofs” on page 5 counts" in excess.message


def test_thanks_behind_the_references_make_no_page_count() -> None:
    thanks = [*entries()[:20], heading("Acknowledgments", 420), line("We thank all machines.", 135, 440)]
    assert not too_long(read(3, REFERENCES, thanks), asked(max=3, excluding=("references",)))
