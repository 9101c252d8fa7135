from __future__ import annotations

import pytest

from proceedings.bibliography.latex_text import latex_name, latex_text


@pytest.mark.parametrize(
    ("plain", "latex"),
    [
        ("Müller & Söhne", r"M{\"u}ller \& S{\"o}hne"),
        ("100 % of #1_x", r"100 \% of \#1\_x"),
        ("Nguyễn Văn Ánh", r"Nguy{\~{\^e}}n V{\u a}n {\'A}nh"),
        ("Yılmaz, İnci", r"Y{\i}lmaz, {\.I}nci"),
        ("Łukasz Đoković", r"{\L}ukasz {\DJ}okovi{\'c}"),
        ("Đặng Thị Lệ", r"{\DJ}{\d {\u a}}ng Th{\d i} L{\d {\^e}}"),
        ("a–b — c…", r"a--b --- c\ldots{}"),
        ("a {b} c\\d", r"a \textbraceleft{}b\textbraceright{} c\textbackslash{}d"),
        ("5 $ and 6 €", r"5 \$ and 6 €"),
        ("Bayes’ ‘so’ isn't `it'", "Bayes{'} {`}so{'} isn't `{}it'"),
        ("a--b ''c'' –-", "a-{}-b '{}'c'{}' --{}-"),
        ("two\n  lines", "two lines"),
        ("李志明 and Ưng", "李志明 and Ưng"),
    ],
)
def test_plain_text_is_written_as_latex(plain: str, latex: str) -> None:
    assert latex_text(plain) == latex


def test_math_stays_as_it_is() -> None:
    assert latex_text("an $O(n_{k}^2)$ bound") == "an $O(n_{k}^2)$ bound"


def test_math_that_would_break_the_entry_is_text() -> None:
    assert latex_text("an $O(n_{k$ bound").count("{") == latex_text("an $O(n_{k$ bound").count("}")
    assert r"\$" in latex_text("an $O(n_{k$ bound")


@pytest.mark.parametrize(
    "fragment",
    [r"$\write18{id}$", r"$$\input{a}$$", r"$x^^5cinput{a}$", r"$\immediate\write18{id}$", r"$\def\x{1}$"],
)
def test_what_would_do_more_than_be_printed_is_no_math(fragment: str) -> None:
    assert not any(sign in latex_text(fragment) for sign in (r"\write", r"\input", r"\immediate", r"\def", "^^"))


@pytest.mark.parametrize(
    "math", [r"$\begin{pmatrix}1\end{pmatrix}$", r"$\leftarrow \fontsize \defeq \lettersum$", r"$\longrightarrow$"]
)
def test_commands_that_begin_alike_are_math(math: str) -> None:
    assert latex_text(math) == math


def test_the_braces_and_commas_of_a_name_stay() -> None:
    assert latex_name("van der {Öz}, Ludwig") == r"van der {{\"O}z}, Ludwig"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Əliyev, Ənvər", r"{\relax Ə}liyev, {\relax Ə}nvər"),
        ("Иванова, Ольга-Мария", r"{\relax И}ванова, {\relax О}льга-{\relax М}ария"),
        ("{{王}{明}}", r"{\relax {王}{明}}"),
        ("{王明}, {محمد}", r"{\relax 王明}, {\relax محمد}"),
        ("D’Arcy, Conan O'Neil", "D{'}Arcy, Conan O'Neil"),
        ("Şahin, Ömer", r"{\c S}ahin, {\"O}mer"),
    ],
)
def test_a_letter_that_bibtex_would_cut_in_two_is_made_one(name: str, written: str) -> None:
    assert latex_name(name) == written


def test_hyphens_of_other_kinds_are_hyphens_and_what_is_unseen_is_left_out() -> None:
    assert latex_text("all\u2010reduce on\u2011node zero\u200bwidth") == "all-reduce on-node zerowidth"
