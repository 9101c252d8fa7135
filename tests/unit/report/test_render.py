import re
from itertools import pairwise
from urllib.parse import unquote

import pytest

from html_reading import StrictPage
from proceedings.records.edition import Edition
from proceedings.records.volume import Volume
from proceedings.report.compose import report_page
from proceedings.report.papers_view import Build
from proceedings.report.render import HOUSE_STYLE, render_report, with_code_spans
from report_makers import difficult_build, proof_of

STYLE = HOUSE_STYLE.read_text("utf-8")


@pytest.fixture(scope="module")
def html() -> str:
    build = difficult_build()
    return render_report(report_page(build, proof_of(build, mismatches=("papers/017.pdf: the folio differs.",))))


def test_every_element_is_closed_and_every_id_is_unique(html: str) -> None:
    ids = StrictPage(html).values("id")
    assert len(ids) == len(set(ids)) > 12


def test_every_link_within_the_page_has_its_target(html: str) -> None:
    page = StrictPage(html)
    targets = [unquote(link[1:]) for link in page.values("href") if link.startswith("#")]
    assert targets and set(targets) <= set(page.values("id"))


def test_the_page_asks_the_network_for_nothing(html: str) -> None:
    page = StrictPage(html)
    assert not page.values("src")
    outward = [link for link in page.values("href") if not link.startswith(("#", "../", "mailto:"))]
    assert outward == []
    assert "url(" not in html and "@import" not in html
    assert "default-src 'none'" in html


def test_a_script_in_a_title_is_shown_and_never_run(html: str) -> None:
    page = StrictPage(html)
    assert len(page.named("script")) == 1
    assert 'A <script>alert("x")</script> & "quoted" title' in page.text


def test_names_in_every_script_are_whole(html: str) -> None:
    text = StrictPage(html).text
    for name in ("Nguyễn Thị Minh Khai", "Ludwig van der Berg Jr.", "Işıl Çağlar", "Mausam", "王明", "שרה לוי"):
        assert name in text


def test_tables_have_headers_with_their_scope(html: str) -> None:
    assert {each.get("scope") for each in StrictPage(html).named("th")} == {"row", "col"}


def test_headings_never_skip_a_level(html: str) -> None:
    levels = [int(tag[1]) for tag, _ in StrictPage(html).elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_status_is_said_in_words_and_not_only_in_colour(html: str) -> None:
    text = StrictPage(html).text
    for word in ("ready", "warnings", "blocked", "missing", "withdrawn", "non-archival", "Error", "Warning", "Note"):
        assert word in text


def test_a_waived_finding_names_the_reason_and_who_accepted_it(html: str) -> None:
    assert "Waived by the proceedings chair until 30 June 2019: The figure is a scan" in StrictPage(html).text


def test_the_page_opens_the_author_s_file_at_the_page_of_the_finding(html: str) -> None:
    assert "../../papers/017.pdf#page=3" in StrictPage(html).values("href")


def test_an_edition_without_papers_has_a_report_that_says_what_to_do() -> None:
    page = StrictPage(render_report(report_page(Build(edition=Edition(volume=Volume(title="An Empty Volume"))), None)))
    assert "The edition has no papers yet." in page.text
    assert "metadata/papers/" in page.text


def test_an_edition_of_which_nothing_is_known_has_a_report() -> None:
    assert "Untitled proceedings" in StrictPage(render_report(report_page(Build(), None))).text


def test_the_same_build_gives_the_same_page(html: str) -> None:
    build = difficult_build()
    again = render_report(report_page(build, proof_of(build, mismatches=("papers/017.pdf: the folio differs.",))))
    assert again == html


def test_backticks_set_code_and_nothing_else_is_markup() -> None:
    assert str(with_code_spans("set `a < b` & <b>go</b>")) == ("set <code>a &lt; b</code> &amp; &lt;b&gt;go&lt;/b&gt;")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_of_text_stands_out_from_its_ground(scheme: str) -> None:
    colours = _colours(scheme)
    on_paper = [(name, "paper") for name in ("ink", "soft", "link", "red", "amber", "green", "grey")]
    on_tint = [(name, "red-tint") for name in ("ink", "soft", "link", "red", "amber", "green", "grey")]
    on_heat = [("ink", name) for name in ("h1", "h2", "h3", "h4", "h-none")] + [("ink", "raised"), ("soft", "raised")]
    for ink, ground in on_paper + on_tint + on_heat:
        assert _contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)


def _colours(scheme: str) -> dict[str, str]:
    light, dark = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)[:2]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", light + (dark if scheme == "dark" else "")))


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
