"""Characters that no face can show are named, file by file."""

from __future__ import annotations

from builders import edition, paper
from proceedings.records.edition import Edition
from proceedings.records.front_matter import FrontMatterText
from proceedings.records.paper import Author, NativeName
from proceedings.typesetting.author_index import author_index
from proceedings.typesetting.missing_glyphs import missing_glyphs
from typeset_reading import whole_text
from typesetting_makers import difficult_edition, placed


def cherokee_author() -> Author:
    return Author(given="Ada", family="Sample", native=NativeName(name="ᎠᏓ"))


def with_author(author: Author) -> Edition:
    return edition(paper("017", people=(author,)))


def test_what_the_faces_can_show_is_no_finding() -> None:
    assert missing_glyphs(difficult_edition()) == ()


def test_one_finding_names_the_file_and_the_characters() -> None:
    (found,) = missing_glyphs(with_author(cherokee_author()))
    assert (found.paper, found.code, found.severity) == ("017", "glyph-missing", "warning")
    assert found.message.startswith("metadata/papers/017.yml: no face that the volume is set in has Ꭰ U+13A0 CHEROKEE")


def test_a_mark_that_no_face_can_set_on_its_letter_is_named_with_a_circle() -> None:
    (found,) = missing_glyphs(edition(paper("017", title="Learning a\u05b0 and Ọ̀kan")))
    assert "has ◌\u05b0 U+05B0 HEBREW POINT SHEVA." in found.message


def test_the_front_matter_is_looked_through_too() -> None:
    text = FrontMatterText(stem="preface", title="Preface", markdown="Welcome, ᎣᏏᏲ.")
    (found,) = missing_glyphs(Edition(front_matter=(text,)))
    assert found.paper is None and found.message.startswith("metadata/front_matter/preface.md: ")


def test_an_abstract_that_is_not_printed_is_no_finding() -> None:
    assert missing_glyphs(edition(paper("017", abstract="ᎣᏏᏲ"))) == ()


def test_a_native_name_that_would_be_boxes_is_left_out_of_the_index() -> None:
    whole = with_author(cherokee_author())
    content, _ = author_index(whole, placed(whole), 5)
    assert "Sample, Ada, 1" in whole_text(content)
