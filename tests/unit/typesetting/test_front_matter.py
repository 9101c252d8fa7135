"""Cover, title page, imprint, texts and organisation."""

from __future__ import annotations

import itertools
import struct
import zlib
from pathlib import Path

import msgspec
import pypdfium2
import pytest
from PIL import Image

import typesetting_makers as makers
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition
from proceedings.records.front_matter import Committee, FrontMatterText, Member, Sponsor
from proceedings.records.placement import TypesetPart
from proceedings.records.programme import Talk
from proceedings.records.volume import Editor, PartOf, Volume
from proceedings.typesetting.book import display_lines
from proceedings.typesetting.front_matter import front_matter, organisation_title
from proceedings.typesetting.grid import page_grid
from proceedings.typesetting.inline import Style
from proceedings.typesetting.markup import markdown_rows
from proceedings.typesetting.pages import Page, PlacedRow, flow
from proceedings.typesetting.people import committee_rows
from proceedings.typesetting.pictures import ORIENTATION, fitted, unprintable_pictures
from proceedings.typesetting.press import Imprint, print_pages
from proceedings.typesetting.rows import Picture, Row, beside_picture
from typeset_reading import page_text, set_lines_of, unembedded_fonts, whole_text

TURNED = Image.Transpose
STORED = {
    2: TURNED.FLIP_LEFT_RIGHT,
    3: TURNED.ROTATE_180,
    4: TURNED.FLIP_TOP_BOTTOM,
    5: TURNED.TRANSPOSE,
    6: TURNED.ROTATE_90,
    7: TURNED.TRANSVERSE,
    8: TURNED.ROTATE_270,
}
"""How a camera stores what it sees, by what it notes of how it was held."""

BACK = [("Author Index", 49, "author_index")]


def front(edition: Edition, metadata: Path = makers.NO_METADATA) -> tuple[bytes, TypesetPart]:
    return front_matter(edition, makers.placed(edition), load_policy(edition.volume.publisher), metadata, BACK)


def test_the_first_paper_falls_on_a_recto() -> None:
    for committee_size in range(0, 90, 15):
        edition = makers.difficult_edition()
        members = tuple(Member(given="Ada", family=f"No{number}", affiliation="U") for number in range(committee_size))
        edition = msgspec.structs.replace(edition, committees=(Committee(role="Chairs", members=members),))
        assert front(edition)[1].pages % 2 == 0


def test_title_page_and_contents_are_rectos_and_the_imprint_a_verso() -> None:
    content, part = front(makers.difficult_edition())
    pages = {mark.title: mark.page for mark in part.bookmarks}
    assert pages["Title Page"] % 2 == pages["Contents"] % 2 == 1
    assert "ISBN pending" in page_text(content, pages["Title Page"] + 1)


@pytest.mark.parametrize("number", [12, 45])
def test_title_page_and_imprint_hold_however_many_editors(number: int) -> None:
    editors = tuple(Editor(given="Ada", family=f"No{each}", affiliation="Sample University") for each in range(number))
    edition = makers.difficult_edition(editors=editors, series="Sample Series")
    content, _ = front(msgspec.structs.replace(edition, front_matter=(), committees=()))
    for page in (3, 4):
        lines = sorted(set_lines_of(content, page), key=lambda line: line.top)
        assert f"No{number - 1}" in page_text(content, page) and lines[0].top > 0
        assert all(above.bottom <= below.top + 1 for above, below in itertools.pairwise(lines))


def test_bookmarks_name_the_pages_on_which_the_sections_begin() -> None:
    content, part = front(makers.difficult_edition())
    assert [mark.title for mark in part.bookmarks][2:] == ["Preface", "Organisation", "Keynote", "Contents"]
    for mark in part.bookmarks[2:]:
        assert page_text(content, mark.page).startswith(mark.title)


def test_a_text_called_contents_is_printed_beside_the_table_of_contents() -> None:
    text = FrontMatterText(stem="contents", title="Contents", markdown="What this volume holds.")
    content, part = front(msgspec.structs.replace(makers.difficult_edition(), front_matter=(text,)))
    first, *_, last = (mark.page for mark in part.bookmarks if mark.title == "Contents")
    assert "What this volume holds." in page_text(content, first)
    assert first < last and "Author Index" in whole_text(content)
    assert not any("Author Index" in page_text(content, page) for page in range(1, last))


def test_folios_are_roman_and_begin_behind_the_imprint() -> None:
    content, part = front(makers.difficult_edition())
    preface = next(mark.page for mark in part.bookmarks if mark.title == "Preface")
    assert page_text(content, preface).endswith(" v")
    assert page_text(content, preface + 2).startswith("Organisation vii ")
    assert page_text(content, preface + 3).startswith("viii Organisation ")
    assert not page_text(content, 2)


def test_the_cover_carries_title_place_date_and_editors() -> None:
    text = page_text(front(makers.difficult_edition())[0], 1)
    for words in ("Fifth Workshop", "Frankfurt am Main, Germany, 20 June 2019", "Ada Sample and Minh Khai Nguyễn Thị"):
        assert words in text


def test_the_cover_says_draft_only_while_collecting() -> None:
    assert "DRAFT" in page_text(front(makers.difficult_edition(phase="collecting"))[0], 1)
    assert "DRAFT" not in page_text(front(makers.difficult_edition(phase="frozen"))[0], 1)


def test_a_copy_that_is_not_the_publishers_says_so() -> None:
    words = "own copy, not the version of record"
    assert words in page_text(front(makers.difficult_edition(publisher="springer"))[0], 1)
    for publisher in ("own", "acl"):
        assert words not in whole_text(front(makers.difficult_edition(publisher=publisher))[0])


def test_a_doi_that_the_publisher_will_register_is_provisional() -> None:
    assert "(provisional)" in page_text(front(makers.difficult_edition(publisher="springer"))[0], 4)
    assert "(provisional)" not in page_text(front(makers.difficult_edition(publisher="own"))[0], 4)


def test_a_part_of_a_joint_volume_has_no_front_matter() -> None:
    content, part = front(makers.difficult_edition(part_of=PartOf(title="Joint Volume", first_page=311)))
    assert (content, part) == (b"", TypesetPart())


def test_a_bare_edition_has_a_cover_and_contents_all_the_same() -> None:
    content, part = front(Edition())
    assert [mark.title for mark in part.bookmarks] == ["Cover", "Title Page", "Contents"]
    assert part.pages == 6 and content


def test_all_sixty_members_are_printed_with_their_countries() -> None:
    edition = makers.difficult_edition()
    text = whole_text(front(edition)[0])
    assert text.count("Sample University, ") >= 20
    assert "National Laboratory of Samples and Further Samples, Türkiye" in text


def test_nothing_stands_outside_the_text_block() -> None:
    content, part = front(makers.difficult_edition(40))
    lines = [line for page in range(3, part.pages + 1) for line in set_lines_of(content, page)]
    assert lines
    for line in lines:
        assert line.left >= 111.6 - 1 and line.right <= 483.7 + 1, line
        assert line.top > 60 and line.bottom < 780, line


def test_all_fonts_are_embedded() -> None:
    assert unembedded_fonts(front(makers.difficult_edition())[0]) == set()


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert front(makers.difficult_edition())[0] == front(makers.difficult_edition())[0]


@pytest.mark.parametrize("logo", ["logo.png", "absent.png", "logo.svg", "damaged.png"])
def test_a_sponsor_is_named_whether_or_not_its_logo_can_be_printed(logo: str, tmp_path: Path) -> None:
    Image.new("RGB", (300, 80), (200, 30, 30)).save(tmp_path / "logo.png")
    (tmp_path / "damaged.png").write_bytes((tmp_path / "logo.png").read_bytes()[:60])
    (tmp_path / "logo.svg").write_text("<svg/>")
    edition = msgspec.structs.replace(
        makers.difficult_edition(), sponsors=(Sponsor(name="Sample Corp.", tier="Gold", logo=logo),)
    )
    content, _ = front(edition, tmp_path)
    assert "Sample Corp." in whole_text(content)
    assert (b"/Subtype /Image" in content) == (logo == "logo.png")


def test_areas_of_one_role_share_its_heading_and_their_chairs_come_first() -> None:
    ada, ben, cem, dora = (Member(given=name, family="Sample") for name in ("Ada", "Ben", "Cem", "Dora"))
    committees = (
        Committee(role="Reviewers", area="Storage", chairs=(ben,), members=(ada,)),
        Committee(role="Reviewers", area="Networks", chairs=(cem,)),
        Committee(role="Artifact Committee", chairs=(dora,), members=(ada,)),
    )
    rows = committee_rows(committees, page_grid((595.0, 842.0)))
    words = ["".join(piece.text for piece in placed.line.pieces) for row in rows for placed in row.lines]
    assert words == [
        *("Reviewers", "Storage", "Ben Sample (Chair)", "Ada Sample", "Networks", "Cem Sample (Chair)"),
        *("Artifact Committee", "Dora Sample (Chair)", "Ada Sample"),
    ]
    assert all(row.keep for row in rows[1:4])  # no heading ends a page


def test_a_role_ends_no_page_with_one_member_and_begins_none_with_its_last() -> None:
    grid = page_grid((595.0, 842.0))
    for size in range(50, 60):
        people = tuple(Member(given="Ada", family=f"No{number}", country="BE") for number in range(size))
        rows = committee_rows((Committee(role="A", members=people), Committee(role="B", members=people)), grid)
        pages = flow(rows, grid)
        for page in pages:
            words = [
                "".join(piece.text for piece in row.row.lines[0].line.pieces) for row in page.rows if row.row.lines
            ]
            assert words[0] != f"Ada No{size - 1}" and "B" not in words[-2:]


def test_the_keynotes_photo_stands_beside_the_biography(tmp_path: Path) -> None:
    Image.new("RGB", (84, 108), (60, 90, 120)).save(tmp_path / "photo.png")
    keynote = msgspec.structs.replace(makers.KEYNOTE, photo="photo.png", time="9:00-9:45", chair="Ben Two")
    content, part = front(msgspec.structs.replace(makers.difficult_edition(), keynotes=(keynote,)), tmp_path)
    page = next(mark.page for mark in part.bookmarks if mark.title == "Keynote")
    lines = {line.text: line for line in set_lines_of(content, page)}
    assert "9:00–9:45 · Chair: Ben Two" in lines
    lefts = [line.left for text, line in lines.items() if "numerical software since" in text]
    assert b"/Subtype /Image" in content and min(lefts) >= 111.6 + 84 + 12


@pytest.mark.parametrize("biography", ["One line.", "Many lines. " * 60])
def test_what_stands_beside_a_picture_is_on_its_page_and_as_deep(biography: str) -> None:
    grid = page_grid((595.0, 842.0))
    picture = Picture("photo.png", 0.0, 2.5, 84.0, 108.0)
    rows = beside_picture(picture, markdown_rows(biography, grid, "en"), 96.0)
    held = list(itertools.takewhile(lambda row: row.keep, rows))
    assert rows[0].pictures == (picture,) and not rows[-1].keep
    assert sum(row.height for row in rows) >= 110.5 > sum(row.height for row in held[:-1])


def test_a_picture_that_cannot_be_printed_is_a_finding(tmp_path: Path) -> None:
    Image.new("RGB", (30, 30)).save(tmp_path / "good.png")
    (tmp_path / "logo.svg").write_text("<svg/>")
    (tmp_path / "cut.jpg").write_bytes((tmp_path / "good.png").read_bytes()[:40])
    edition = Edition(
        sponsors=(Sponsor(name="A", logo="good.png"), Sponsor(name="B", logo="logo.svg"), Sponsor(logo="absent.png")),
        keynotes=(Talk(photo="cut.jpg"),),
    )
    found = [(each.severity, each.message[:40]) for each in unprintable_pictures(edition, tmp_path)]
    assert found == [
        ("warning", "metadata/sponsors.yml: metadata/logo.svg"),
        ("warning", "metadata/program.yml: metadata/cut.jpg h"),
    ]


@pytest.mark.parametrize("held", range(10))
def test_a_photo_is_shown_as_the_camera_was_held(held: int, tmp_path: Path) -> None:
    upright = Image.new("RGB", (40, 60))
    for corner, colour in (((0, 0), (255, 0, 0)), ((20, 0), (0, 255, 0)), ((0, 30), (0, 0, 255))):
        upright.paste(colour, (*corner, corner[0] + 20, corner[1] + 30))
    noted = Image.Exif()
    noted[ORIENTATION] = held
    stored = upright.transpose(STORED[held]) if held in STORED else upright
    stored.save(tmp_path / "photo.png", exif=noted)
    photo = fitted(tmp_path / "photo.png", 84.0, 108.0)
    assert photo is not None and (photo.width, photo.height) == pytest.approx((72.0, 108.0))
    page = Page((PlacedRow(50.0, 40.0, 200.0, Row(108.0, pictures=(photo,))),))
    with pypdfium2.PdfDocument(print_pages([page], page_grid((300.0, 300.0)), Imprint())) as printed:
        shown = printed[0].render().to_pil()
    assert [shown.getpixel(place) for place in ((60, 50), (110, 50), (60, 140), (110, 140))] == [
        (255, 0, 0), (0, 255, 0), (0, 0, 255), (0, 0, 0),
    ]  # fmt: skip


def test_a_picture_of_more_pixels_than_anything_printed_has_is_left_out_and_told(tmp_path: Path) -> None:
    header = b"IHDR" + struct.pack(">IIBBBBB", 20_000, 20_000, 8, 0, 0, 0, 0)
    (tmp_path / "vast.png").write_bytes(
        b"\x89PNG\r\n\x1a\n\0\0\0\r" + header + zlib.crc32(header).to_bytes(4) + b"\0\0\0\0IDAT5\xaf\x06\x1e"
    )
    (found,) = unprintable_pictures(Edition(sponsors=(Sponsor(name="A", logo="vast.png"),)), tmp_path)
    assert found.message.startswith("metadata/sponsors.yml: metadata/vast.png holds no picture")


def test_a_running_head_that_is_too_long_ends_behind_a_word() -> None:
    text = FrontMatterText(stem="report", title="A Report on " + "Everything " * 12, markdown="Prose. " * 800)
    content, _ = front(msgspec.structs.replace(makers.difficult_edition(), front_matter=(text,)))
    head = set_lines_of(content, 6)[0]
    assert "Everything…" in page_text(content, 6)
    assert head.left >= 111 and head.right <= 484


@pytest.mark.parametrize(
    ("language", "role", "title"),
    [
        ("en", "Programme Committee", "Organisation"),
        ("en", "Program Committee", "Organization"),
        ("en-US", "Reviewers", "Organization"),
        ("de", "Programmkomitee", "Organisation"),
    ],
)
def test_the_organisation_is_spelled_as_the_volume_spells(language: str, role: str, title: str) -> None:
    whole = Edition(volume=Volume(language=language), committees=(Committee(role=role),))
    assert organisation_title(whole) == title


def test_the_imprint_names_the_holder_of_the_copyright_with_sign_and_year() -> None:
    content, _ = front(makers.difficult_edition(copyright="the sample authors", year=2019))
    assert "© 2019 the sample authors" in page_text(content, 4)


def test_the_imprint_has_the_numbers_that_there_are() -> None:
    text = page_text(front(makers.difficult_edition(isbn=None, issn="2049-3630", doi=None))[0], 4)
    assert "ISBN" not in text and "ISSN 2049-3630" in text


def test_without_a_holder_of_the_copyright_all_authors_and_editors_are_named() -> None:
    content, _ = front(makers.difficult_edition(copyright=None, year=2019))
    assert "© 2019 The authors and editors, each for their own contribution." in page_text(content, 4)


def test_a_title_of_two_lines_is_broken_behind_its_colon() -> None:
    lines = display_lines("Learning on Machines: Sample Proceedings", Style("serif", 20.0), 300.0)
    assert ["".join(piece.text for piece in line.pieces) for line in lines] == [
        "Learning on Machines:",
        "Sample Proceedings",
    ]


def test_the_last_line_of_a_title_is_no_single_word() -> None:
    lines = display_lines("Proceedings of the Meeting on Discourse and Dialogue", Style("serif", 20.0), 360.0)
    assert len(lines) == 2 and lines[1].width > 0.45 * 360.0
