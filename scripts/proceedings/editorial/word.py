"""Blocks as a Word document: the few parts of Office Open XML that Word, LibreOffice and Pages ask for."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from html import escape
from itertools import groupby

from proceedings.bundles.bundle import zipped
from proceedings.editorial.blocks import Block
from proceedings.typesetting.inline import Style
from proceedings.typesetting.math_text import title_spans

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

TYPES = (
    f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{WORD}.styles+xml"/></Types>'
)
TO_DOCUMENT = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
TO_STYLES = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>'
)
STYLES = {
    "title": ("heading 1", '<w:keepNext/><w:spacing w:before="480" w:after="240"/><w:outlineLvl w:val="0"/>', "32"),
    "heading": ("heading 2", '<w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="1"/>', "24"),
    "entry": ("Entry", '<w:keepNext/><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>', "20"),
    "names": ("Names", '<w:spacing w:after="120"/><w:ind w:left="280" w:right="700"/>', "20"),
    "line": ("Line", '<w:ind w:left="280" w:hanging="280"/>', "20"),
}
"""By kind of block: the name of its style, its paragraph, and its type in half points."""

FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold."""


def word_document(blocks: Iterable[Block]) -> bytes:
    """The blocks as a .docx, the same bytes every time; each chapter and heading is a heading of Word's own."""
    body = "".join(_paragraph(each) for each in blocks)
    target = io.BytesIO()
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": TO_DOCUMENT,
        "word/_rels/document.xml.rels": TO_STYLES,
        "word/styles.xml": _styles(),
        "word/document.xml": f'{HEAD}<w:document xmlns:w="{MAIN}"><w:body>{body}</w:body></w:document>',
    }
    zipped(target, {name: part.encode() for name, part in parts.items()}, None)
    return target.getvalue()


def _paragraph(block: Block) -> str:
    alike = groupby(title_spans(block.text, Style()), key=lambda span: span.style)
    runs = "".join(_run("".join(span.text for span in spans), style) for style, spans in alike)
    page = f"<w:r><w:tab/><w:t>{block.page}</w:t></w:r>" if block.page else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{block.kind}"/></w:pPr>{runs}{page}</w:p>'


def _run(text: str, style: Style) -> str:
    """Letters of mathematics in italics, exponents raised, indices lowered: `2` and `14` are not 214."""
    slanted = "<w:i/>" if "italic" in style.face else ""
    place = "superscript" if style.rise > 0 else "subscript"
    shifted = f'<w:vertAlign w:val="{place}"/>' if style.rise else ""
    words = escape(FORBIDDEN.sub("", text), quote=False)
    return f'<w:r><w:rPr>{slanted}{shifted}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def _styles() -> str:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{kind}"><w:name w:val="{name}"/><w:pPr>{paragraph}</w:pPr>'
        f"<w:rPr>{'<w:b/>' if 'outlineLvl' in paragraph else ''}{'<w:i/>' if kind == 'names' else ''}"
        f'<w:sz w:val="{size}"/></w:rPr></w:style>'
        for kind, (name, paragraph, size) in STYLES.items()
    )
    return f'{HEAD}<w:styles xmlns:w="{MAIN}">{styles}</w:styles>'
