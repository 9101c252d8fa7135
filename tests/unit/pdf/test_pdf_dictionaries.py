from __future__ import annotations

from pikepdf import Array, Dictionary, Pdf, String

from proceedings.pdf.pdf_dictionaries import copied, dictionaries, drop, elements, entry_or


def test_a_copy_may_be_changed_without_the_original() -> None:
    with Pdf.new() as pdf:
        shared = pdf.make_indirect(Dictionary(A=1))
        own = copied(shared)
        own["/A"] = 2
        assert shared.A == 1
        assert not own.is_indirect
        assert len(copied(String("none"))) == 0


def test_what_is_no_array_has_no_elements() -> None:
    holder = Dictionary(List=Array([1, Dictionary()]), Text=String("none"))
    assert len(elements(holder, "/List")) == 2
    assert len(dictionaries(holder, "/List")) == 1
    assert elements(holder, "/Text") == elements(holder, "/Absent") == elements(None, "/List") == []


def test_entries_are_made_once_and_dropped_in_peace() -> None:
    holder = Dictionary()
    entry_or(holder, "/A", Array()).append(1)
    entry_or(holder, "/A", Array()).append(2)
    assert len(holder.A) == 2
    drop(holder, "/A")
    drop(holder, "/A")
    assert "/A" not in holder
