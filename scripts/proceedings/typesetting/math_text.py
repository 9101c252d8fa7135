"""Titles with math and LaTeX leftovers, set as text: no raw TeX reaches a page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from proceedings.typesetting.inline import Span, Style

SYMBOLS = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ",
    "sigma": "σ", "tau": "τ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ",
    "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ",
    "Omega": "Ω", "times": "×", "cdot": "·", "pm": "±", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠",
    "ne": "≠", "approx": "≈", "sim": "∼", "infty": "∞", "rightarrow": "→", "to": "→", "leftarrow": "←", "ldots": "…",
    "dots": "…", "cdots": "…", "sum": "∑", "prod": "∏", "sqrt": "√", "partial": "∂", "ell": "ℓ", "circ": "°",
    "star": "*", "prime": "′", "textendash": "–", "textemdash": "—", "ss": "ß", "o": "ø", "O": "Ø", "ae": "æ",
    "AE": "Æ", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł", "i": "ı", "textquoteright": "’", "S": "§", "quad": " ",
    "qquad": " ", "nabla": "∇", "in": "∈", "notin": "∉", "subset": "⊂", "subseteq": "⊆", "supset": "⊃",
    "supseteq": "⊇", "cup": "∪", "cap": "∩", "forall": "∀", "exists": "∃", "emptyset": "∅", "varnothing": "∅",
    "propto": "∝", "equiv": "≡", "cong": "≅", "ll": "≪", "gg": "≫", "perp": "⊥", "otimes": "⊗", "oplus": "⊕",
    "int": "∫", "land": "∧", "wedge": "∧", "lor": "∨", "vee": "∨", "neg": "¬", "lnot": "¬", "Vert": "‖", "mid": "|",
    "vert": "|", "langle": "<", "rangle": ">", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉",
    "mapsto": "↦", "Rightarrow": "⇒", "Leftarrow": "⇐", "Leftrightarrow": "⇔", "iff": "⇔", "leftrightarrow": "↔",
    "uparrow": "↑", "downarrow": "↓", "div": "÷", "hbar": "ℏ", "dagger": "†",
}  # fmt: skip

FUNCTIONS = {"log", "ln", "exp", "min", "max", "arg", "sin", "cos", "tan", "lim", "det", "Pr", "mod"}
ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "r": "\u030a", "d": "\u0323",
}  # fmt: skip
SUPERIORS = dict(zip("0123456789+−n°*∗′†", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ°*∗′†", strict=True))
INFERIORS = dict(zip("0123456789", "₀₁₂₃₄₅₆₇₈₉", strict=True))
ITALICS = {"serif": "serif-italic", "serif-text": "serif-italic", "serif-semibold": "serif-semibold-italic"}

_MATH = re.compile(r"(?<!\\)\$([^$]+)\$|\\\(([^)]+)\\\)")
_ACCENT = re.compile(r"\{?\\([\"'`^~=.]|[uvHckrd](?![A-Za-z]))\s*\{?(\\?[A-Za-z])\}?\}?")
_COMMAND = re.compile(r"\\(?:text\w*|emph|math\w*|mbox|operatorname)\s*(?=\{)")
_SYMBOL = re.compile(r"\\([A-Za-z]+)( ?)(?:\{\})?")
_PART = r"((?:(?!\\[dt]?frac)[^{}]|\{[^{}]*\})*)"
_FRACTION = re.compile(r"\\[dt]?frac\s*(?:\{" + _PART + r"\}\s*\{" + _PART + r"\}|(\w)\s*(\w))")
_ONE_FACTOR = re.compile(r"\d+(?:\.\d+)?|(?:[A-Za-z]|\\[A-Za-z]+)(?:[_^](?:\w|\{[^{}]*\}))*|\([^()]*\)")
_A_SUM = re.compile(r"[-+−=±<>/,\s]|\\pm")
_MATH_TOKEN = re.compile(r"([_^])(?:\{([^{}]*)\}|(\\[A-Za-z]+|.))|(\\[A-Za-z]+)|([A-Za-z]+)|(.)", re.DOTALL)


def title_spans(title: str, style: Style, link: str | None = None) -> list[Span]:
    """A title as spans: what stands between dollars set as math, the rest in `style`."""
    spans: list[Span] = []
    end = 0
    for match in _MATH.finditer(title):
        spans.append(Span(text_of(title[end : match.start()]), style, link))
        spans.extend(_math(match[1] or match[2], style, link))
        end = match.end()
    spans.append(Span(text_of(title[end:]), style, link))
    return [span for span in spans if span.text] or [Span(title, style, link)] * bool(title)


def plain_title(title: str) -> str:
    """A title in plain characters, for bookmarks, stamps and document information: `O(n²)`, `2^k`, `CO₂`."""
    spans = title_spans(title, Style())
    return " ".join("".join(_in_characters(raised, text) for raised, text in _by_height(spans)).split())


def _by_height(spans: list[Span]) -> Iterator[tuple[int, str]]:
    """The spans' texts, neighbours at one height as one: 1 above the line, 0 on it, -1 below it."""
    for height, group in groupby(spans, key=lambda span: (span.style.rise > 0) - (span.style.rise < 0)):
        yield height, "".join(span.text for span in group)


def _in_characters(height: int, text: str) -> str:
    """What stands above or below the line, in characters of that height; else an exponent behind its sign."""
    signs = {1: SUPERIORS, -1: INFERIORS}.get(height, {})
    if not height or all(sign in signs for sign in text):
        return "".join(signs.get(sign, sign) for sign in text)
    if height < 0:
        return text
    return f"^{text}" if len(text) == 1 else f"^({text})"


def text_of(text: str) -> str:
    """Text without LaTeX: accents composed, commands and their braces gone, escaped characters as themselves."""
    if "\\" not in text and "{" not in text:
        return text.replace("~", "\u00a0")
    text = in_one_line(text)
    text = _ACCENT.sub(lambda match: match[2].lstrip("\\") + ACCENTS[match[1]], text)
    text = re.sub(r"\\([&%$#_{}])", lambda match: chr(0xE000 + ord(match[1])), text)
    text = _SYMBOL.sub(lambda match: SYMBOLS.get(match[1], match[1] + match[2]), _COMMAND.sub("", text))
    text = text.replace("{", "").replace("}", "").replace("~", "\u00a0").replace("\\", "")
    text = re.sub("[\ue000-\ue07f]", lambda match: chr(ord(match[0]) - 0xE000), text)
    return unicodedata.normalize("NFC", text)


def in_one_line(math: str) -> str:
    """Math with its fractions behind a slash: `\\frac{a+b}{c}` becomes `(a+b)/c`, inner ones first."""
    before = ""
    while before != math:
        before, math = math, _FRACTION.sub(_with_slash, math)
    return math


def _with_slash(fraction: re.Match[str]) -> str:
    above, below = (fraction[1], fraction[2]) if fraction[1] is not None else (fraction[3], fraction[4])
    above, below = above.strip(), below.strip()
    above = f"({above})" if _A_SUM.search(above) else above
    return f"{above}/{below if _ONE_FACTOR.fullmatch(below) else f'({below})'}"


def _math(math: str, style: Style, link: str | None) -> Iterator[Span]:
    """Letters in italic, digits and operators upright, one level of subscripts and superscripts."""
    raised = style._replace(size=style.size * 0.7, rise=style.size * 0.33)
    lowered = style._replace(size=style.size * 0.7, rise=-style.size * 0.16)
    for sign, group, single, command, letters, other in _MATH_TOKEN.findall(_COMMAND.sub("", in_one_line(math))):
        if sign:
            yield from _math(group or single, raised if sign == "^" else lowered, link)
        elif command:
            yield Span(_command(command[1:]), style, link)
        elif letters:
            upright = len(letters) > 3 or letters in FUNCTIONS
            face = style.face if upright else ITALICS.get(style.face, style.face)
            yield Span(letters, style._replace(face=face), link)
        elif other not in "{}\\":
            yield Span({"-": "−", "'": "′", "*": "∗", "~": "\u00a0"}.get(other, other), style, link)


def _command(name: str) -> str:
    return SYMBOLS.get(name, "" if name in ("left", "right") else name)
