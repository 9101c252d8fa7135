"""Characters that no face can show are named, file by file."""

from __future__ import annotations

from builders import edition, paper
from proceedings.records.edition import Edition, FrontMatterText
from proceedings.records.paper import Author, NativeName
from proceedings.typesetting.author_index import author_index
from proceedings.typesetting.missing_glyphs import missing_glyphs
from typeset_reading import whole_text
from typesetting_makers import difficult_edition, placed


def hebrew_author() -> Author:
    return Author(given="Ada", family="Sample", native=NativeName(name="עדה"))


def with_author(author: Author) -> Edition:
    return edition(paper("017", people=(author,)))


def test_what_the_faces_can_show_is_no_finding() -> None:
    assert missing_glyphs(difficult_edition()) == ()


def test_one_finding_names_the_file_and_the_characters() -> None:
    (found,) = missing_glyphs(with_author(hebrew_author()))
    assert (found.paper, found.code, found.severity) == ("017", "glyph-missing", "warning")
    assert found.message.startswith("metadata/papers/017.yml: no face that the volume is set in has ד U+05D3 HEBREW")


def test_the_front_matter_is_looked_through_too() -> None:
    text = FrontMatterText(stem="preface", title="Preface", markdown="Welcome, أهلا.")
    (found,) = missing_glyphs(Edition(front_matter=(text,)))
    assert found.paper is None and found.message.startswith("metadata/front_matter/preface.md: ")


def test_an_abstract_that_is_not_printed_is_no_finding() -> None:
    assert missing_glyphs(edition(paper("017", abstract="שלום"))) == ()


def test_a_native_name_that_would_be_boxes_is_left_out_of_the_index() -> None:
    whole = with_author(hebrew_author())
    content, _ = author_index(whole, placed(whole), 5)
    assert "Sample, Ada, 1" in whole_text(content)
