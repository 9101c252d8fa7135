"""The author index."""

from __future__ import annotations

import typesetting_makers as makers
from builders import edition, paper
from proceedings.names import index_name
from proceedings.records.paper import Author, NativeName
from proceedings.records.placement import Bookmark, TypesetPart
from proceedings.records.volume import PartOf
from proceedings.typesetting.author_index import author_index, index_entries
from typeset_reading import links_of, page_text, set_lines_of, whole_text


def test_names_are_collated_and_not_sorted_by_code_points() -> None:
    volume = makers.difficult_edition()
    names = [index_name(entry.author) for entry in index_entries(volume, makers.placed(volume))]
    assert names == [
        "van der Berg, Ludwig",
        "Ćwikła-Święcicki, Łukasz",
        "d’Ormesson, Jean-François",
        "Đặng, Đức",
        "García Márquez, Ángel, Jr.",
        "Kim, Jun-seo",
        "Mausam",
        "Nguyễn Thị, Minh Khai",
        "Öztürk-Yılmaz, Işıl",
        "Sakuragi, Haruka",
        "Zhang, Xiaoming",
        "Þórðardóttir, Guðrún",
    ]


def test_an_author_of_two_papers_is_one_entry_with_both_pages() -> None:
    volume = edition(paper("a", "Ada Sample"), paper("b", "Bo Berg", "Ada Sample"))
    entries = {index_name(entry.author): entry.pages for entry in index_entries(volume, makers.placed(volume))}
    assert entries == {"Sample, Ada": ((1, "a"), (5, "b")), "Berg, Bo": ((5, "b"),)}


def test_two_people_of_one_name_are_two_entries_when_their_orcids_differ() -> None:
    one, other = (Author(given="Wei", family="Wang", orcid=f"0000-0002-1825-009{last}") for last in "79")
    volume = edition(paper("a", people=(one,)), paper("b", people=(other,)), paper("c", people=(one,)))
    pages = [entry.pages for entry in index_entries(volume, makers.placed(volume))]
    assert pages == [((1, "a"), (9, "c")), ((5, "b"),)]


def test_a_native_name_that_only_turns_the_parts_is_not_printed_again() -> None:
    vietnamese = Author(given="Thị Hương", family="Nguyễn", native=NativeName(name="Nguyễn Thị Hương", lang="vi"))
    plain = Author(given="Duong", family="Tran", native=NativeName(name="Trần Dương", lang="vi"))
    volume = edition(paper("a", people=(vietnamese, plain)))
    index = whole_text(author_index(volume, makers.placed(volume), 5)[0])
    assert "Nguyễn, Thị Hương, 1" in index
    assert "Tran, Duong Trần Dương, 1" in index


def test_a_native_name_given_once_is_printed() -> None:
    plain = Author(given="Xiaoming", family="Zhang")
    native = Author(given="Xiaoming", family="Zhang", native=NativeName(name="张晓明", lang="zh"))
    volume = edition(paper("a", people=(plain,)), paper("b", people=(native,)))
    content, _ = author_index(volume, makers.placed(volume), 9)
    assert "Zhang, Xiaoming 张晓明, 1, 5" in whole_text(content)


def test_every_page_number_is_a_link_to_its_paper() -> None:
    volume = makers.difficult_edition()
    content, part = author_index(volume, makers.placed(volume), 49)
    uris = [link.uri for link in links_of(content)]
    assert len(uris) == sum(len(each.authors) for each in volume.papers)
    assert part == TypesetPart(pages=1, bookmarks=(Bookmark(title="Author Index", page=1),))


def test_folios_go_on_behind_the_appendix() -> None:
    volume = makers.difficult_edition()
    content, _ = author_index(volume, makers.placed(volume), 49)
    assert page_text(content, 1).endswith(" 49")


def test_no_last_page_holds_a_few_names_only() -> None:
    for people in range(120, 260, 7):
        volume = edition(paper("017", *(f"Ada No{number:03}" for number in range(people))))
        content, part = author_index(volume, makers.placed(volume), 601)
        assert part.pages == 1 or page_text(content, part.pages).count("No") >= 10


def test_entries_stand_in_two_columns() -> None:
    volume = edition(*(paper(f"{number:03}", f"Ada No{number:03}") for number in range(150)))
    content, part = author_index(volume, makers.placed(volume), 601)
    assert part.pages == 2
    left = {round(line.left) for line in set_lines_of(content, 2) if line.text.startswith("No")}
    assert len(left) == 2


def test_a_volume_without_authors_has_no_index() -> None:
    volume = edition()
    assert author_index(volume, makers.placed(volume), 9) == (b"", TypesetPart())


def test_a_part_of_a_joint_volume_has_no_index_of_its_own() -> None:
    volume = makers.difficult_edition(part_of=PartOf(title="Joint Volume", first_page=211))
    assert author_index(volume, makers.placed(volume, 211), 259) == (b"", TypesetPart())
