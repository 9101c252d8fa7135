from __future__ import annotations

from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from proceedings.pdf.pdf_actions import Cleaned, cleaned_action, drop_document_actions
from proceedings.pdf.pdf_targets import ACTIVE_ACTIONS


def renamed(destination: object) -> Object | None:
    """Every name gets a prefix; `gone` leads nowhere."""
    name = bytes(destination) if isinstance(destination, String) else b"gone"
    return None if name == b"gone" else String(b"017/" + name)


def go_to(name: str, **entries: Any) -> Dictionary:
    return Dictionary(S=Name.GoTo, D=String(name), **entries)


def script(**entries: Any) -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS=String("app.beep()"), **entries)


def after(action: object, known: Cleaned | None = None) -> Any:
    """The action as it is written from now on."""
    return cleaned_action(action, renamed, {} if known is None else known)


def test_a_jump_gets_the_new_name() -> None:
    assert bytes(after(go_to("a")).D) == b"017/a"


def test_a_web_link_stays_as_it_is() -> None:
    link = after(Dictionary(S=Name.URI, URI=String("https://example.org")))
    assert bytes(link.URI) == b"https://example.org"


def test_a_jump_to_nowhere_and_a_script_are_taken_out() -> None:
    assert after(go_to("gone")) is None
    assert after(script()) is None
    assert after(String("no action")) is None


@pytest.mark.parametrize("kind", ACTIVE_ACTIONS)
def test_all_that_inspection_calls_active_is_taken_out(kind: str) -> None:
    assert after(Dictionary(S=Name(f"/{kind}"))) is None


def test_in_a_chain_only_the_harmful_link_is_taken_out() -> None:
    chain = go_to("a", Next=script(Next=go_to("b")))
    cleaned = after(chain)
    assert bytes(cleaned.Next.D) == b"017/b"
    several = after(go_to("a", Next=Array([script(), go_to("b"), go_to("c")])))
    assert [bytes(each.D) for each in several.Next] == [b"017/b", b"017/c"]


def test_an_action_that_two_links_share_is_renamed_once() -> None:
    with Pdf.new() as pdf:
        shared = pdf.make_indirect(go_to("a"))
        known: Cleaned = {}
        assert bytes(after(shared, known).D) == b"017/a"
        assert bytes(after(shared, known).D) == b"017/a"


def test_a_chain_that_bites_its_tail_ends() -> None:
    with Pdf.new() as pdf:
        first = pdf.make_indirect(go_to("a"))
        first["/Next"] = pdf.make_indirect(go_to("b", Next=first))
        cleaned = after(first)
        assert bytes(cleaned.Next.D) == b"017/b"
        assert "/Next" not in cleaned.Next


def test_fields_lose_their_scripts_and_keep_their_values() -> None:
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        field = pdf.make_indirect(Dictionary(T=String("total"), V=String("7"), AA=Dictionary(C=script())))
        parent = pdf.make_indirect(Dictionary(T=String("form"), Kids=Array([field])))
        field["/Parent"] = parent
        parent.Kids.append(parent)
        pdf.Root["/AcroForm"] = Dictionary(Fields=Array([parent]), CO=Array([field]))
        drop_document_actions(pdf)
        assert "/AA" not in field
        assert str(field.V) == "7"
        assert "/CO" not in pdf.Root.AcroForm
