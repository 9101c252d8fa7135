"""The report's page as HTML: one file, with its style and script inside, that asks the network for nothing."""

from __future__ import annotations

import re
from pathlib import Path

from proceedings.report.page import ReportPage

_HERE = Path(__file__).parent


def render_report(page: ReportPage) -> str:
    """The whole HTML document. Every text of the page is escaped; only our own style and script are not."""
    from jinja2 import Environment, StrictUndefined  # 35 ms, and only this stage needs it
    from markupsafe import Markup

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["prose"] = with_code_spans
    template = environment.from_string(_text("report.html.jinja"))
    html = template.render(page=page, style=Markup(_text("report.css")), script=Markup(_text("report.js")))
    return re.sub(r"\n\s*\n+", "\n", html).lstrip()


def with_code_spans(text: str) -> str:
    """`text` escaped, with what stands between backticks set as code."""
    from markupsafe import Markup, escape

    return Markup(re.sub(r"`([^`\n]+)`", r"<code>\1</code>", str(escape(text))))


def _text(name: str) -> str:
    return (_HERE / name).read_text("utf-8")
