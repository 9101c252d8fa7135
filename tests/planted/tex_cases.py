"""Cases that only TeX can make: what the classes themselves do when something is asked or left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from planted.cases import Case
from planted.sheets import TEMPLATES, Sheet

LLNCS, ACMART = r"\documentclass[a4paper]{llncs}", r"\documentclass[sigconf]{acmart}"
LONG = "Waiting for the Slowest Rank in Synchronous Training on Machines with Several Thousand Nodes and Shared Files"


def tex_cases() -> Iterator[Case]:
    """All cases of this group."""
    yield from _classes()
    yield _case("an undefined reference", "unresolved-reference", TEMPLATES, (r"\ref{sec:3}", r"\ref{sec:nowhere}"))
    yield _case(
        "an undefined citation", "unresolved-reference", ("acm", "ieee"), (r"\cite{r1,r2}", r"\cite{r1,nowhere}")
    )
    spread = (r"\begin{document}", r"\linespread{0.93}\begin{document}")
    yield _case("lines pushed together", "leading", ("lncs", "ieee", "acl", "ceurart"), spread)
    lines = (r"\begin{document}", r"\usepackage{lineno}\linenumbers\begin{document}")
    yield _case("numbered lines", "review-mode", ("lncs", "acl", "ceurart"), lines)
    plain = (r"\pagestyle{empty}", r"\pagestyle{plain}")
    yield _case("the page style plain", "page-number-present", ("acl", "ceurart"), plain)
    wide = (r"\begin{document}", r"\addtolength{\textwidth}{24bp}\begin{document}")
    yield _case("a wider block", "ink-outside-text-block", ("lncs", "ceurart"), wide)
    for points, code in ((2, None), (14, "ink-outside-text-block"), (40, "ink-outside-text-block")):
        yield Case(
            f"a rule {points} pt wider than the line", code, None, ("lncs", "ceurart"), _rule(points), makers=("tex",)
        )


def _classes() -> Iterator[Case]:
    yield _case("acmart's review", "review-mode", ("acm",), (ACMART, ACMART.replace("sigconf", "sigconf,review")))
    yield _case("acmart's anonymous", "review-mode", ("acm",), (ACMART, ACMART.replace("sigconf", "sigconf,anonymous")))
    nobody = ((r"\author{", r"\newcommand{\nobody}{"), (r"\institute{", r"\newcommand{\nowhere}{"))
    yield _case("llncs without authors", "template-leftover", ("lncs",), *nobody)
    heads = (LLNCS, LLNCS.replace("a4paper", "a4paper,runningheads"))
    yield _case("llncs with running heads", None, ("lncs",), heads)
    yield Case(
        "llncs with a title too long for its head",
        "template-leftover",
        None,
        ("lncs",),
        lambda sheet: sheet.but(title=LONG, tex=(heads,)),
        makers=("tex",),
    )


def _case(name: str, code: str | None, templates: tuple[str, ...], *replacements: tuple[str, str]) -> Case:
    return Case(name, code, None, templates, lambda sheet: sheet.but(tex=replacements), makers=("tex",))


def _rule(points: int) -> Callable[[Sheet], Sheet]:
    rule = rf"\noindent\rule{{\dimexpr\linewidth+{points}bp\relax}}{{0.5pt}}"
    return lambda sheet: sheet.but(inserted=((4, rule),))
