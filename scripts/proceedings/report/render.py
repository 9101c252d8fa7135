"""The report's page as HTML: one file, with its style and script inside, that asks the network for nothing."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import TYPE_CHECKING

from proceedings.report.page import ReportPage
from proceedings.typesetting.inline import Style
from proceedings.typesetting.math_text import title_spans

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

_HERE = Path(__file__).parent
HOUSE_STYLE = _HERE / "house.css"
"""The look that all pages for chairs and authors share."""


def render_report(page: ReportPage) -> str:
    """The whole HTML document."""
    style, script = _HERE / "report.css", _HERE / "report.js"
    return render_page(_HERE / "report.html.jinja", style=style, script=script, page=page)


def render_page(template: Path, *, style: Path, script: Path | None = None, **records: object) -> str:
    """A page from a template, which may take macros from `parts.html.jinja`; `style` goes over that of the house.

    Every text of the records is escaped; only our own style and script are not.
    """
    from markupsafe import Markup

    ours = {"style": Markup(_text(HOUSE_STYLE) + _text(style)), "script": Markup(_text(script) if script else "")}
    html = _template(template).render(**ours, **records)
    return re.sub(r"\n\s*\n+", "\n", html).lstrip()


def with_code_spans(text: str) -> str:
    """`text` escaped, with what stands between backticks set as code."""
    from markupsafe import Markup, escape

    return Markup(re.sub(r"`([^`\n]+)`", r"<code>\1</code>", str(escape(text))))


def with_math(text: str) -> Markup:
    """A text of the authors, escaped, with its formulas in italics, raised and lowered as in print."""
    from markupsafe import Markup, escape

    parts = []
    for span in title_spans(text, Style("serif")):
        words = escape(span.text)
        words = Markup("<i>{}</i>").format(words) if "italic" in span.style.face else words
        tag = "sup" if span.style.rise > 0 else "sub" if span.style.rise < 0 else ""
        parts.append(Markup("<{0}>{1}</{0}>").format(Markup(tag), words) if tag else words)
    return Markup("").join(parts)


@functools.cache
def _template(path: Path) -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # 35 ms, and only these stages need it

    environment = Environment(
        loader=FileSystemLoader([path.parent, _HERE]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"prose": with_code_spans, "math": with_math}
    return environment.get_template(path.name)


@functools.cache
def _text(path: Path) -> str:
    """The text of one of our own files."""
    return path.read_text("utf-8")
