"""The proof's page as HTML, in the style of the report: one file that asks the network for nothing."""

from __future__ import annotations

import functools
from pathlib import Path

from proceedings.proofs.ladder_view import rung_meanings
from proceedings.proofs.page import AuthorsProof
from proceedings.report.render import HOUSE_STYLE, render_page, text_of_file

_HERE = Path(__file__).parent


def render_proof(proof: AuthorsProof) -> str:
    """The whole HTML document; every text is escaped."""
    return render_page(_HERE / "proof.html.jinja", style=_style(), proof=proof, rungs=rung_meanings())


@functools.cache
def _style() -> str:
    return f"{text_of_file(HOUSE_STYLE)}{text_of_file(_HERE / 'proof.css')}"
