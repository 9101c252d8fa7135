from __future__ import annotations

import pytest

from proceedings.importers.html_text import plain_line, plain_paragraphs, without_marks


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("<p>One<br>line</p>\n<p>Two</p>", "One line\n\nTwo"),
        ("R&amp;D, &lt;b&gt; &eacute;", "R&D, <b> é"),
        ("10<sup>12</sup> H<sub>2</sub>O x<sup>abc</sup>", "10¹² H₂O xabc"),
        ("<ul><li>a</li><li>b</li></ul>", "• a\n\n• b"),
        ('<a href="https://example.org">here</a><script>alert(1)</script>', "here"),
        ("<p>if a<b and c>d then <i>x</i>", "if a<b and c>d then x"),
        ("<p>never closed <b>bold", "never closed bold"),
    ],
)
def test_what_a_browser_shows_is_kept_as_text(written: str, seen: str) -> None:
    assert plain_paragraphs(written) == seen


@pytest.mark.parametrize("text", ["a < b & c > d", "$x<y$ and $y>z$", "a <b and c> d", "one\n\ntwo"])
def test_text_without_markup_stays_as_it_is(text: str) -> None:
    assert plain_paragraphs(text) == text


def test_a_title_is_one_line() -> None:
    assert plain_line("<b>Fast</b>\n Training") == "Fast Training"


@pytest.mark.parametrize(
    ("pasted", "shown"),
    [
        ("<i>E. coli</i> &amp; CO<sub>2</sub> at 10<sup>-3</sup>", "E. coli & CO₂ at 10⁻³"),
        ("<b>x<i>y</i></b> and <span class='a'>z</span>", "xy and z"),
        ("R&amp;D &eacute;&#233; &lt;x&gt;", "R&D éé <x>"),
        *(
            (kept, kept)
            for kept in ("a < b & c > d", "the <s> token and </s>", "a <b and c> d", "R&D; AT&T", "<i>open")
        ),
    ],
)
def test_pasted_marks_in_pairs_and_entities_show_what_they_stand_for(pasted: str, shown: str) -> None:
    assert without_marks(pasted) == shown
