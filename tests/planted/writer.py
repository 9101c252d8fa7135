"""The same papers set by LibreOffice from flat OpenDocument text with the template's measures."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from html import escape
from pathlib import Path

from planted import prose
from planted.sheets import Sheet
from planted.writer_fonts import FAMILIES, write_fonts

SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "style": "style",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
        "meta": "meta",
    }.items()
)


def writer_missing() -> str | None:
    """Why LibreOffice cannot be used here; None if it can."""
    return None if shutil.which("soffice") else "LibreOffice is not installed"


def set_with_writer(papers: Iterable[tuple[Path, Sheet]]) -> None:
    """All papers in one start of LibreOffice, which is what costs."""
    wanted = list(papers)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        configuration = write_fonts(folder)
        for number, (_, sheet) in enumerate(wanted):
            (folder / f"{number}.fodt").write_text(document(sheet), encoding="utf-8")
        profile = f"-env:UserInstallation=file://{folder}/profile"
        files = [str(folder / f"{number}.fodt") for number in range(len(wanted))]
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
        environment = os.environ | {"FONTCONFIG_FILE": str(configuration), "HOME": str(folder)}
        subprocess.run(command, env=environment, capture_output=True, check=False, timeout=300)
        for number, (path, _) in enumerate(wanted):
            shutil.copyfile(folder / f"{number}.pdf", path)


def document(sheet: Sheet) -> str:
    """The whole flat document."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:font-face-decls>{_faces(sheet)}</office:font-face-decls>"
        f"<office:styles>{_paragraph_styles(sheet)}</office:styles>"
        f"<office:automatic-styles>{_page_styles(sheet)}</office:automatic-styles>"
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Sheet"/>'
        f"</office:master-styles><office:body><office:text>{_text(sheet)}</office:text></office:body></office:document>"
    )


def _faces(sheet: Sheet) -> str:
    family = FAMILIES[sheet.name][0]
    return f'<style:font-face style:name="{family}" svg:font-family="\'{family}\'"/>'


def _style(sheet: Sheet, name: str, size: float, leading: float, more: str = "", bold: bool = False) -> str:
    weight = ' fo:font-weight="bold"' if bold else ""
    return (
        f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties '
        f'fo:line-height="{leading}pt" fo:margin-top="0pt" fo:margin-bottom="0pt" fo:orphans="1" fo:widows="1" {more}/>'
        f'<style:text-properties style:font-name="{FAMILIES[sheet.name][0]}" fo:font-size="{size}pt" fo:language="en" '
        f'fo:country="US" fo:hyphenate="false"{weight}/></style:style>'
    )


def _paragraph_styles(sheet: Sheet) -> str:
    small = min(9.0, sheet.body)
    centred, justified = 'fo:text-align="center"', 'fo:text-align="justify"'
    head = sheet.body + (0 if sheet.capitals else 2)
    return "".join(
        (
            _style(sheet, "Body", sheet.body, sheet.leading, f'{justified} fo:text-indent="12pt"'),
            _style(sheet, "Small", small, small * 1.2, justified),
            _style(sheet, "Title", sheet.title_size, sheet.title_size * 1.2, centred, bold=True),
            _style(sheet, "People", 11.0, 14.0, centred),
            _style(sheet, "Head", head, 24.0, 'fo:keep-with-next="always"', bold=True),
            '<style:style style:name="Figure" style:family="paragraph"/>',
            _style(sheet, "Footnote", 8.0, 9.6, justified),
        )
    )


def _page_styles(sheet: Sheet) -> str:
    left, top, right, foot = sheet.block
    wide, high = sheet.size
    margins = f'fo:margin-left="{left}pt" fo:margin-top="{top}pt" fo:margin-right="{wide - right:.2f}pt"'
    columns = f'<style:columns fo:column-count="{sheet.columns}" fo:column-gap="{sheet.gutter}pt"/>'
    return (
        f'<style:page-layout style:name="Sheet"><style:page-layout-properties fo:page-width="{wide}pt" '
        f'fo:page-height="{high}pt" {margins} fo:margin-bottom="{high - foot:.2f}pt"/></style:page-layout>'
        '<style:style style:name="Columns" style:family="section"><style:section-properties '
        f'text:dont-balance-text-columns="true">{columns}</style:section-properties></style:style>'
        '<style:style style:name="Bar" style:family="graphic"><style:graphic-properties draw:fill="solid" '
        'draw:fill-color="#777777"/></style:style>'
    )


def _text(sheet: Sheet) -> str:
    front = [_par("Title", sheet.title), _par("People", ", ".join(sheet.authors))]
    front += [_par("People", prose.AFFILIATION), _par("People", prose.EMAIL)]
    parts = [part for heading, text in sheet.opening for part in (_par("Small", f"{heading} {text}"),)]
    if sheet.name in ("acl", "acm", "ceurart"):
        parts = [part for heading, text in sheet.opening for part in (_par("Head", heading), _par("Small", text))]
    parts[0] = (
        parts[0].replace("</text:p>", _note(" ", " ".join(sheet.notice)) + "</text:p>") if sheet.notice else parts[0]
    )
    for number, title in enumerate(prose.SECTIONS, 1):
        parts += _section(sheet, number, title)
    for heading, text in (*sheet.closing, (sheet.references_heading, "")):
        parts += [_head(sheet, heading), *([_par("Body", text)] if text else [])]
    parts += [_par("Small", f"[{number}] {text}") for number, text in enumerate(prose.REFERENCES, 1)]
    return (
        "".join(front) + f'<text:section text:style-name="Columns" text:name="Columns">{"".join(parts)}</text:section>'
    )


def _section(sheet: Sheet, number: int, title: str) -> list[str]:
    added = [text for place, text in sheet.inserted if place == number]
    parts = [_par("Body", text) for text in [*added, *prose.section(number, sheet.paragraphs)]]
    if number == 2 and sheet.footnote:
        parts[0] = parts[0].replace("</text:p>", _note("1", sheet.footnote) + "</text:p>")
    if number == 3:
        parts += [_figure(), _par("Small", f"Figure 1: {prose.FIGURE_CAPTION}")]
    if number == 5:
        parts += [_par("Small", f"Table 1: {prose.TABLE_CAPTION}"), _table()]
    return [_head(sheet, f"{sheet.numbering(number)}{title}"), *parts]


def _par(style: str, text: str) -> str:
    return f'<text:p text:style-name="{style}">{escape(text)}</text:p>'


def _head(sheet: Sheet, text: str) -> str:
    shown = text.upper() if sheet.capitals else text
    return f'<text:h text:style-name="Head" text:outline-level="1">{escape(shown)}</text:h>'


def _note(mark: str, text: str) -> str:
    return (
        f'<text:note text:note-class="footnote"><text:note-citation text:label="{mark}">{mark}</text:note-citation>'
        f"<text:note-body>{_par('Footnote', text)}</text:note-body></text:note>"
    )


def _figure() -> str:
    bars = "".join(
        '<draw:rect draw:style-name="Bar" text:anchor-type="as-char" '
        f'svg:y="-{high}pt" svg:width="8pt" svg:height="{high}pt"/>'
        for high in range(10, 106, 8)
    )
    return f'<text:p text:style-name="Figure">{bars}</text:p>'


def _table() -> str:
    cell = '<table:table-cell office:value-type="string">{}</table:table-cell>'
    rows = ("".join(cell.format(_par("Small", each)) for each in row) for row in prose.TABLE)
    lines = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    return f'<table:table><table:table-column table:number-columns-repeated="4"/>{lines}</table:table>'
