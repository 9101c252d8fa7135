"""The proof's page as HTML, in the style of the report: one file that asks the network for nothing."""

from __future__ import annotations

from pathlib import Path

from proceedings.proofs.ladder_view import rung_meanings
from proceedings.proofs.page import AuthorsProof
from proceedings.report.render import render_page

_HERE = Path(__file__).parent


def render_proof(proof: AuthorsProof) -> str:
    """The whole HTML document; every text is escaped."""
    return render_page(_HERE / "proof.html.jinja", style=_HERE / "proof.css", proof=proof, rungs=rung_meanings())
