from __future__ import annotations

import pytest

from proceedings.importers.latex import left_commands, markdown, plain_text
from proceedings.importers.system_text import title_text


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"3.6\% in BLEU", "3.6% in BLEU"),
        ("up to 90% of all", "up to 90% of all"),
        ("R&D and Q\\&A", "R&D and Q&A"),
        (r"T{\"u}rk{\c{c}}e {\i} \.I \v{S} {\L}{\'o}d{\'z} stra\ss e", "Türkçe ı İ Š Łódź straße"),
        ("Gözde Şahin, Đặng, ıI İi", "Gözde Şahin, Đặng, ıI İi"),
        ("``quoted'' and `single'", "“quoted” and ‘single’"),
        ("Bayes{'} $f^{'}(a & b)$ & more", "Bayes’ $f^{'}(a & b)$ & more"),
        ("it's 1--2 --- dash", "it's 1–2 — dash"),
        (r"{BERT} in $O(n^2)$ and \(x_1\)", "BERT in $O(n^2)$ and $x_1$"),
        ("only $5", "only $5"),
        ("about ~5 of Table~3", "about ~5 of Table 3"),
        (r"\textbf{Bold} \emph{it} \url{https://a.b/c_d}", "Bold it https://a.b/c_d"),
        (r"10\textsuperscript{2}\,\copyright{} x\footnote{gone}", "10² © x"),
        ("an\nindented\n  line", "an indented line"),
        ("", ""),
    ],
)
def test_latex_of_one_line_becomes_unicode(latex: str, text: str) -> None:
    assert plain_text(latex) == text


def test_an_unknown_command_stays_to_be_seen() -> None:
    text = plain_text(r"We call it \ourmodel{} and $\alpha$.")
    assert left_commands(text) == [r"\ourmodel"]


def test_a_formula_holds_no_left_commands() -> None:
    assert left_commands(plain_text(r"$\alpha \to \beta$")) == []


@pytest.mark.parametrize(
    "latex", [r"a \textcolor", r"a \href_", r"a \url\input*", r"a \begin{itemize}", "a \\", "a $x$ $"]
)
def test_broken_latex_is_no_error(latex: str) -> None:
    assert plain_text(latex).startswith("a")
    assert markdown(latex).startswith("a")


def test_a_line_break_before_an_escaped_sign_is_kept_apart() -> None:
    assert plain_text(r"one\\50\% two") == "one 50% two"


def test_unbalanced_braces_lose_no_words() -> None:
    assert plain_text("one {two three").split() == ["one", "two", "three"]


def test_a_preface_becomes_markdown() -> None:
    latex = r"""
  \section*{Welcome \& Thanks}
We \textbf{thank} \emph{all}. % a comment
Second line.

\begin{itemize}
  \item one
  \item two
\end{itemize}
See \href{https://example.org}{the site}. \\

\noindent Ada Sample \\
Ben Two\\
"""
    assert markdown(latex).split("\n\n") == [
        "## Welcome & Thanks",
        "We **thank** *all*. Second line.",
        "- one\n- two",
        "See [the site](https://example.org).",
        "Ada Sample\\\nBen Two",
    ]


def test_a_numbered_list_stays_numbered() -> None:
    latex = "Two:\n\\begin{enumerate}\n\\item one\n\\item two\n\\end{enumerate}"
    assert markdown(latex) == "Two:\n\n1. one\n1. two"


def test_an_indented_paragraph_is_no_code_block() -> None:
    assert markdown("      We are excited.") == "We are excited."


def test_the_names_of_signs_become_the_signs() -> None:
    written = r"\textless{}T\textgreater{} \textbar{} x\textasciicircum{}2 \textbraceleft{}a\textbraceright{}"
    assert plain_text(written) == "<T> | x^2 {a}"
    assert plain_text(r"a{\textunderscore}b") == "a_b"


def test_text_beside_a_formula_is_latex_only_where_latex_stands_outside_of_it() -> None:
    assert title_text(r"{BERT} and $\alpha$--x", "", []) == r"{BERT} and $\alpha$--x"
    assert title_text(r"{BERT} \& $\alpha$--x", "", []) == r"BERT & $\alpha$–x"
    assert title_text(r"{BERT} in \(O(n^2)\) and \(x\)", "", []) == r"{BERT} in $O(n^2)$ and $x$"
    assert title_text(r"For $5, \"o", "", []) == "For $5, ö"


def test_a_tilde_in_an_address_is_no_tie() -> None:
    assert plain_text(r"See \url{https://example.org/~ada} on~it") == "See https://example.org/~ada on it"
    assert plain_text(r"size\hyphen independent") == "size-independent"
