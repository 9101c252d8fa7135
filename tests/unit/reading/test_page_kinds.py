from __future__ import annotations

from collections.abc import Sequence

from lined_pages import line, paper_of, text_lines
from proceedings.reading.headings import headings
from proceedings.reading.page_kinds import PageKind, page_kinds
from proceedings.records.facts import TextLine
from worded_papers import heading

ENTRY = "[12] A. Sample: A paper on ranks that is cited here, and more of it. In: Proc. SW, pp. 1-9 (2019)"


def entries(first: float = 150, last: float = 660) -> list[TextLine]:
    rows = int((last - first) / 11)
    return [line(ENTRY, 135, first + 11 * row, size=9, font="CMR9", width=345) for row in range(rows)]


def kinds(*pages: Sequence[TextLine]) -> tuple[PageKind, ...]:
    sheets = paper_of([heading("1 Introduction", 120), *text_lines(first=140)], *pages).pages
    return page_kinds(sheets, headings(sheets))


def called(*pages: Sequence[TextLine]) -> list[str]:
    return [each.kind for each in kinds(*pages)]


REFERENCES = [heading("References", 130), *entries()]


def test_without_a_heading_all_pages_are_body() -> None:
    assert called(text_lines(), text_lines()) == ["body", "body", "body"]


def test_a_page_of_references_says_which_heading_starts_it() -> None:
    last = kinds(REFERENCES)[-1]
    assert (last.kind, last.holds) == ("references", ("references",))
    assert [(kind, each.text) for kind, each in last.begins] == [("references", "References")]


def test_references_go_on_over_pages() -> None:
    assert called(REFERENCES, entries(120)) == ["body", "references", "references"]


def test_a_page_on_which_references_begin_below_text_is_still_body() -> None:
    mixed = [*text_lines(last=300), heading("References", 330), *entries(350)]
    assert kinds(mixed)[-1].holds == ("body", "references")
    assert called(mixed) == ["body", "body"]


def test_acknowledgments_above_the_references_are_body() -> None:
    mixed = [
        heading("Acknowledgments", 130),
        line("We thank all.", 135, 150),
        heading("References", 180),
        *entries(200),
    ]
    assert kinds(mixed)[-1].kind == "body"


def test_a_figure_alone_above_the_references_is_no_body() -> None:
    caption = line("Fig. 3. Times of all ranks in the run that was measured on the machine.", 135, 300, size=9)
    assert called([caption, heading("References", 330), *entries(350)])[-1] == "references"


def test_a_table_with_a_roman_number_above_the_references_is_no_body() -> None:
    caption = [line("TABLE IV", 280, 300, size=9)]
    caption += [line("TIMES OF ALL RANKS IN THE RUN THAT WAS MEASURED", 150, 311 + 11 * row, size=9) for row in (0, 1)]
    assert called([*caption, heading("References", 340), *entries(360)])[-1] == "references"


def test_a_sentence_that_begins_with_a_table_is_body_where_captions_have_a_stop() -> None:
    caption = line("Table 2: Times of all ranks in the run.", 135, 150, size=9)
    sentence = line("Table 2 shows what every run took on the machine that was measured,", 135, 300)
    text = [sentence, *text_lines(first=312, last=336)]
    assert kinds([caption, *text, heading("References", 350), *entries(370)])[-1].holds == ("body", "references")


def test_an_appendix_is_known_by_its_name_or_by_its_letter_after_the_references() -> None:
    for words in ("A Proofs", "Appendix", "Appendix B: More", "Supplementary Material"):
        assert called(REFERENCES, [heading(words, 130), *text_lines(first=150)])[-1] == "appendix"


def test_an_appendix_may_stand_before_the_references() -> None:
    appendix = [heading("A Proofs", 130), *text_lines(first=150)]
    assert called(appendix, REFERENCES) == ["body", "appendix", "references"]


def test_a_section_that_begins_with_an_article_is_no_appendix() -> None:
    study = [heading("A Study of Ranks", 130), *text_lines(first=150)]
    assert called(study, [heading("2 Results", 130), *text_lines(first=150)]) == ["body", "body", "body"]


def test_a_section_after_the_references_is_body_again() -> None:
    assert called(REFERENCES, [heading("Discussion", 130), *text_lines(first=150)])[-1] == "body"
    assert called(REFERENCES, text_lines())[-1] == "body", "also without a heading"


def test_a_numbered_list_in_an_appendix_does_not_end_it() -> None:
    appendix = [heading("A Prompts", 130), *text_lines(first=150, last=300), heading("4. Definition of it", 330)]
    assert called(REFERENCES, appendix, text_lines()) == ["body", "references", "appendix", "appendix"]


def test_the_body_may_go_on_after_an_appendix_where_its_numbers_do() -> None:
    appendix = [heading("Appendix", 130), *text_lines(first=150, last=300)]
    body = [heading("2 Conclusion", 130), *text_lines(first=150)]
    assert called(appendix, body) == ["body", "appendix", "body"]


def test_several_lists_of_references_are_references() -> None:
    for words in ("Primary Sources", "Additional References", "Works Cited", "References (in order of citation)"):
        assert called(REFERENCES, [heading(words, 130), *entries()]) == ["body", "references", "references"]


def test_references_of_an_appendix_are_references() -> None:
    appendix = [heading("A Proofs", 130), *text_lines(first=150)]
    for words in ("References", "Appendix References"):
        assert called(REFERENCES, appendix, [heading(words, 130), *entries()])[-1] == "references"


def test_a_section_about_references_is_body() -> None:
    for words in ("2 References to Prior Work", "2 Literature Review", "2 Reference Architecture"):
        assert called([heading(words, 130), *text_lines(first=150)]) == ["body", "body"]
