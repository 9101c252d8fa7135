from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, NumberTree, Object, Pdf, Stream, String

from proceedings.records.finding import Finding
from proceedings.records.placement import Bookmark, TypesetPart
from proceedings.typesetting.book import heading
from proceedings.typesetting.grid import page_grid
from proceedings.typesetting.pages import Page, stack
from proceedings.typesetting.press import Imprint, print_pages
from stamp_makers import page_text
from tag_reading import accessibility_problems, read_elements, shown_tags
from tagged_makers import change, latex_pdf, office_pdf
from volume_makers import VolumeFolder


def folder_of(folder: Path, **authors: Callable[[Path], Path]) -> VolumeFolder:
    """An edition of tagged papers of two pages, each with its maker."""
    made = VolumeFolder(folder, papers=tuple(authors), pages=2)
    for paper, make in authors.items():
        make(made.author(paper))
    made.stamp()
    return made


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[VolumeFolder, list[Finding]]:
    """The volume of a LibreOffice-like, a LaTeX-like and another LibreOffice-like paper."""
    made = folder_of(
        tmp_path_factory.mktemp("tagged"),
        a=office_pdf,
        b=latex_pdf,
        c=lambda path: office_pdf(path, language="fr"),
    )
    return made, made.assemble()


@pytest.fixture(scope="module")
def volume(built: tuple[VolumeFolder, list[Finding]]) -> Iterator[Pdf]:
    with Pdf.open(built[0].volume) as pdf:
        yield pdf


def paper_of(element: Object) -> str:
    """The title of the paper that an element stands in."""
    while element.P.get("/S") != Name.Document or "/T" not in element:
        element = element.P
    return str(element.T)


def test_every_page_has_the_tags_that_its_author_gave_it(built: tuple[VolumeFolder, list[Finding]]) -> None:
    made, findings = built
    assert findings == []
    whole = shown_tags(made.volume)
    for number, paper in enumerate(made.papers):
        author = shown_tags(made.author(paper))
        assert all(author)
        assert shown_tags(made.stamped(paper)) == author
        added = 2 if paper == "b" else 1  # the volume's document, and a part around sections without a document
        found = [
            [each._replace(depth=each.depth - added) for each in page if each.depth >= added]
            for page in whole[2 * number : 2 * number + 2]
        ]
        renamed = [[each._replace(role=each.role.replace(".b", "")) for each in page] for page in found]
        assert renamed == author


def test_every_number_leads_to_elements_of_its_own_paper(volume: Pdf) -> None:
    parents = NumberTree(volume.Root.StructTreeRoot.ParentTree)
    numbered: list[tuple[int, str]] = []
    for index, page in enumerate(volume.pages):
        paper = f"Paper {'abc'[index // 2]}"
        numbered += [(int(page.obj.StructParents), paper), (int(page.obj.Annots[0].StructParent), paper)]
        for form in page.obj.Resources.get("/XObject", Dictionary()).values():
            assert "/StructParents" not in form  # the untagged one, and the stamp
            inner = form.get("/Resources", Dictionary()).get("/XObject", Dictionary())
            numbered += [(int(each.StructParents), paper) for each in inner.values() if "/StructParents" in each]
    assert len(numbered) == 6 + 6 + 2
    assert sorted(number for number, _ in numbered) == list(range(14)) == sorted(parents.keys())
    assert volume.Root.StructTreeRoot.ParentTreeNextKey == 14
    for number, paper in numbered:
        value = parents[number]
        for element in value if isinstance(value, Array) else [value]:
            assert paper_of(element) == paper


def test_no_page_comes_twice_with_the_tags(volume: Pdf, built: tuple[VolumeFolder, list[Finding]]) -> None:
    pages = {each.objgen for each in volume.objects if isinstance(each, Dictionary) and each.get("/Type") == Name.Page}
    assert pages == {page.obj.objgen for page in volume.pages}
    roots = [each for each in volume.objects if isinstance(each, Dictionary) and "/ParentTree" in each]
    assert len(roots) == 1
    elements = read_elements(built[0].volume)
    named = {each.raw_get("/Pg").idnum for each in elements if "/Pg" in each}
    assert named <= {number for number, _ in pages}
    assert named


def test_each_paper_says_its_title_and_its_language(volume: Pdf) -> None:
    document = volume.Root.StructTreeRoot.K
    assert [(str(each.S), str(each.T), str(each.Lang)) for each in document.K] == [
        ("/Document", "Paper a", "en"),
        ("/Part", "Paper b", "de"),
        ("/Document", "Paper c", "fr"),
    ]
    assert str(document.Lang) == "en"


def test_one_name_of_two_meanings_is_told_apart(volume: Pdf, built: tuple[VolumeFolder, list[Finding]]) -> None:
    roles = {key: str(value) for key, value in volume.Root.StructTreeRoot.RoleMap.items()}
    assert roles == {"/Standard": "/P", "/Standard.b": "/Quote", "/section": "/Sect"}
    found = [each["/S"] for each in read_elements(built[0].volume)]
    assert (found.count("/Standard"), found.count("/Standard.b")) == (4, 2)


def test_identifiers_classes_and_namespaces_stay_with_their_paper(volume: Pdf) -> None:
    root = volume.Root.StructTreeRoot
    section = next(each for each in root.K.K if Name.Part == each.S).K[0]
    assert bytes(section.ID) == b"b/ID.000"
    cells = section.K[4].K[0].K
    assert bytes(cells[1].A.Headers[0]) == bytes(cells[0].ID)
    assert list(section.K[1].C) == [Name("/b.justify")]
    assert root.ClassMap["/b.justify"].TextAlign == Name.Justify
    assert section.K[3].NS.objgen == root.Namespaces[0].objgen
    assert section.K[3].Ref[0].objgen == section.K[0].objgen
    names = root.IDTree.Kids[0].Names
    assert {bytes(names[0]), names[1].objgen} == {b"b/ID.000", section.objgen}


def test_the_volume_calls_itself_tagged_only_where_all_of_it_is(tmp_path: Path, volume: Pdf) -> None:
    assert volume.Root.MarkInfo.Marked is True
    mixed = VolumeFolder(tmp_path, papers=("a", "b"), pages=2)
    change(office_pdf(mixed.author("a")), [lambda pdf: pdf.Root.MarkInfo.__setitem__("/Suspects", True)])
    with Pdf.open(mixed.author("b"), allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj["/StructParents"] = 0  # left over in a file whose tags were thrown away
        pdf.save(mixed.author("b"))
    mixed.stamp()
    assert mixed.assemble() == []
    with Pdf.open(mixed.volume) as pdf:
        assert (pdf.Root.MarkInfo.Marked, pdf.Root.MarkInfo.Suspects) == (False, True)
        assert [str(each.T) for each in pdf.Root.StructTreeRoot.K.K] == ["Paper a"]
        assert "/StructParents" not in pdf.pages[2].obj


def test_our_own_pages_are_told_in_the_order_of_the_volume(tmp_path: Path) -> None:
    made = VolumeFolder(tmp_path, papers=("a", "b", "c"), pages=2, missing=("a", "c"))
    office_pdf(made.author("b"))
    grid = page_grid((300, 400))
    pages = [
        Page(tuple(stack(heading(f"Placeholder of {paper}", grid), 20, 20, 200)), kind="opening") for paper in "ac"
    ]
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts/placeholders.pdf").write_bytes(print_pages(pages, grid, Imprint("Placeholders", language="tr")))
    marks = (Bookmark(title="a", page=1), Bookmark(title="c", page=2))
    made.parts["placeholders"] = TypesetPart(pages=2, bookmarks=marks)
    made.stamp()
    assert made.assemble() == []
    assert accessibility_problems(made.volume) == []
    shown = shown_tags(made.volume)
    assert [page[-1].role for page in shown if page] == ["H1", "Link", "Link", "H2"]
    with Pdf.open(made.volume) as pdf:
        document = pdf.Root.StructTreeRoot.K
        assert [(str(each.T), str(each.Lang)) for each in document.K] == [
            ("Paper a", "tr"),
            ("Paper b", "en"),
            ("Paper c", "tr"),
        ]


def root_of(pdf: Pdf) -> Any:
    return pdf.Root.StructTreeRoot


def loop(pdf: Pdf) -> None:
    document = root_of(pdf).K[0]
    document.K[0].K.append(document)


def nest(pdf: Pdf) -> None:
    document = root_of(pdf).K[0]
    for _ in range(3000):
        document.K = Array([pdf.make_indirect(Dictionary(S=Name.Div, P=document, K=document.K))])


def refer_in_a_chain(pdf: Pdf) -> None:
    paragraph = root_of(pdf).K[0].K[1]
    for _ in range(40_000):
        paragraph = pdf.make_indirect(Dictionary(S=Name.P, Ref=Array([paragraph])))
    root_of(pdf).K[0].K[0]["/Ref"] = Array([paragraph])


def lose_a_page(pdf: Pdf) -> None:
    del pdf.pages[1]
    pdf.add_blank_page(page_size=(300, 400))


def circle_of_roles(pdf: Pdf) -> None:
    root_of(pdf).RoleMap = Dictionary(Standard=Name("/Other"), Other=Name("/Standard"))


def number_with_gaps(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    for _ in range(20):
        root_of(pdf).K[0].K.append(Dictionary(Type=Name.MCR, Pg=page, Stm=pdf.make_stream(b""), MCID=65_535))


def kids_of_all_kinds(pdf: Pdf) -> None:
    root_of(pdf).K[0]["/Pg"] = pdf.pages[0].obj
    root_of(pdf).K[0].K.extend([None, True, -1, 10**9, String("x"), Name.P, Array([0]), Dictionary(S=7), Dictionary()])


def set_root(value: Any) -> Callable[[Pdf], None]:
    return lambda pdf: pdf.Root.__setitem__("/StructTreeRoot", value)


def no_parents(pdf: Pdf) -> None:
    root_of(pdf).ParentTree = Array()


def bookmark_of_a_lost_element(pdf: Pdf) -> None:
    item = pdf.make_indirect(Dictionary(Title=String("One"), Dest=Array([pdf.pages[0].obj, Name.Fit])))
    pdf.Root["/Outlines"] = pdf.make_indirect(Dictionary(First=item, Last=item))
    item["/Parent"] = pdf.Root.Outlines
    item["/SE"] = pdf.make_indirect(Dictionary(S=Name.P, P=root_of(pdf)))


@pytest.mark.parametrize(
    ("damage", "told", "left"),
    [
        (loop, "1 in two places", 7),
        (nest, "1 nested too deeply", 200),
        (refer_in_a_chain, None, 7),
        (lose_a_page, "4 for content that is not in the file", 7),
        (circle_of_roles, None, 7),
        (kids_of_all_kinds, "8 damaged", 7),
        (number_with_gaps, "the numbers of its tags leave out too many", 0),
        (no_parents, None, 7),
        (bookmark_of_a_lost_element, None, 7),
        (set_root(Dictionary(Type=Name.StructTreeRoot)), "no tags", 0),
        (set_root(Array()), "the root of its tags is damaged", 0),
    ],
)
def test_damaged_tags_are_left_out_and_told(
    tmp_path: Path, damage: Callable[[Pdf], None], told: str | None, left: int
) -> None:
    made = folder_of(tmp_path, a=lambda path: change(office_pdf(path), [damage]))
    findings = made.assemble()
    assert [each.code for each in findings] == (["structure-lost"] if told else [])
    assert (told or "") in "".join(each.message for each in findings)
    assert "Words 1" in page_text(made.volume, 0)
    with Pdf.open(made.volume) as pdf:
        assert ("/StructTreeRoot" in pdf.Root) == bool(left)
        tagged = [each for each in pdf.objects if isinstance(each, Dictionary) and isinstance(each.get("/S"), Name)]
        assert sum("/P" in each for each in tagged) == (left + 1 if left else 0)
        assert not any("/StructParents" in each for each in pdf.objects if isinstance(each, Stream))
