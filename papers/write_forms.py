"""Write the signed forms of the sample edition, papers/<id>-rights.pdf: invented like the authors, and they say so.

python papers/write_forms.py
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "scripts"))

from proceedings.intake.edition_folder import take_in  # noqa: E402 (the path comes first)
from proceedings.names import display_name  # noqa: E402
from proceedings.records.paper import Paper  # noqa: E402
from proceedings.records.record_files import write_file  # noqa: E402
from proceedings.typeface import FIRST_FACE, font_of, text_runs  # noqa: E402
from proceedings.wording import date_words, listed  # noqa: E402

LEFT, TOP, LEADING, MOST = 72.0, 760.0, 20.0, 78
SAID = (
    "The authors let the workshop and its publisher print this paper under CC BY 4.0.",
    "The paper holds no material of third parties (NTP).",
)
"""What forms of publishers say at length, and the one thing that CEUR-WS asks besides."""


def lines_of(paper: Paper) -> list[str]:
    """The lines of the form."""
    names = listed([display_name(author) for author in paper.authors])
    signer = next(display_name(author) for author in paper.authors if author.corresponding)
    day = date_words(paper.rights.signed) if paper.rights.signed else ""
    return [
        "SAMPLE FORM",
        "Invented like the authors and the paper: it is nobody’s form, and binds nobody.",
        "",
        f"Licence to publish, paper {paper.id}",
        *_filled(f"Title: {paper.title}"),
        *_filled(f"Authors: {names}"),
        "",
        *SAID,
        "",
        f"Signed for all authors by the corresponding author on {day}:",
        signer,
    ]


def form(paper: Paper) -> bytes:
    """The form of one paper, the same bytes every time."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # said here, or the bytes are those of whoever set it last
    content = io.BytesIO()
    font_of(FIRST_FACE)
    canvas = Canvas(content, pagesize=(595.276, 841.89), invariant=1, pageCompression=1, initialFontName=FIRST_FACE)
    canvas.setTitle(f"Sample form of paper {paper.id}")
    for number, line in enumerate(lines_of(paper)):
        text = canvas.beginText(LEFT, TOP - number * LEADING)
        for font, run in text_runs(line, FIRST_FACE):
            text.setFont(font, 11)
            text.textOut(run)
        canvas.drawText(text)
    canvas.save()
    return content.getvalue()


def _filled(words: str) -> list[str]:
    lines = [""]
    for word in words.split():
        if len(lines[-1]) + len(word) > MOST:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


if __name__ == "__main__":
    for each in take_in(HERE.parent / "metadata", HERE)[0].papers:
        if each.rights.signed:
            write_file(HERE / f"{each.id}-rights.pdf", form(each))
