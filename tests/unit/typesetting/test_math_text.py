"""Titles with math and LaTeX leftovers."""

from __future__ import annotations

import pytest

from proceedings.typesetting.inline import Style
from proceedings.typesetting.math_text import plain_title, text_of, title_spans


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        (r"Sorting in $O(n \log n)$ Time", "Sorting in O(n log n) Time"),
        (r"$\alpha$-Entmax with $\mathcal{O}(n)$ Memory", "α-Entmax with O(n) Memory"),
        (r"$2^{14}$ Nodes and $k_{max}$", "2¹⁴ Nodes and kmax"),
        (r"R\&D for 5\% of the {BERT}s", "R&D for 5% of the BERTs"),
        (r"G\"{o}del, Erd\H{o}s and \c{C}elik", "Gödel, Erdős and Çelik"),
        (r"$\frac{1}{2}$-Approximation of $\frac{a+b}{c}$", "1/2-Approximation of (a+b)/c"),
        (r"$\dfrac{\alpha}{2n}$, $\frac12$ and \frac{x_{i}}{y}", "α/(2n), 1/2 and x_i/y"),
        (r"$\frac{\frac{1}{2}}{\log n}$", "(1/2)/(log n)"),
        (r"$\nabla f \in \mathbb{R}^n$, $\lfloor k \rfloor \ll n$", "∇ f ∈ Rⁿ, ⌊ k ⌋ ≪ n"),
        (r"$\frac{1}{2$", "frac12"),
        (r"An \emph{Emphatic} Title", "An Emphatic Title"),
        ("Costs $5 a Page", "Costs $5 a Page"),
        ("A Title {with} Set {Braces}", "A Title with Set Braces"),
    ],
)
def test_no_raw_tex_reaches_a_page(title: str, plain: str) -> None:
    assert plain_title(title) == plain


def test_variables_are_italic_and_functions_upright() -> None:
    faces = {span.text: span.style.face for span in title_spans(r"$O(n \log n)$", Style("serif"))}
    assert faces["n"] == "serif-italic"
    assert faces["log"] == "serif"


def test_a_power_is_raised_and_an_index_lowered() -> None:
    power, index = (title_spans(math, Style("serif", 10))[-1].style for math in ("$2^{14}$", "$k_i$"))
    assert power.rise > 0 > index.rise
    assert power.size == index.size == 7


def test_an_unknown_command_shows_its_name() -> None:
    assert text_of(r"The \Bindery way") == "The Bindery way"


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("$O(n^2)$", "O(n²)"),
        ("$x^{-1}$ and $10^{n+1}$", "x⁻¹ and 10ⁿ⁺¹"),
        ("$2^k$ and $a^{k+l}$", "2^k and a^(k+l)"),
        ("CO$_2$, $L_p$", "CO₂, Lp"),
        (r"$\pi^*$ at $90^\circ$", "π∗ at 90°"),
    ],
)
def test_an_exponent_in_plain_characters_is_no_factor(title: str, plain: str) -> None:
    assert plain_title(title) == plain
