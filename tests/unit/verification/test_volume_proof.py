"""The verifier is shown right volumes and wrong ones; each wrong one must be caught."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, OutlineItem, String
from reportlab.pdfgen.canvas import Canvas

from builders import facts
from pdf_makers import A4, add_link, edit_pdf
from proceedings.inspection.pdf_inspection import inspect_paper
from proceedings.records.facts import BrokenLink, LinkFacts
from proceedings.records.proof import Mismatch, Proof
from proceedings.verification.proof_findings import proof_findings
from verification_makers import EDITION, LAYOUT, Change, Finished, describe, finished, label, write_table

FIRST = LAYOUT.front.pages  # the volume's page, from 0, on which paper 017 starts


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    return finished(tmp_path_factory.mktemp("finished"))


@pytest.fixture
def edition_folder(made: Finished, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Finished]:
    shutil.copytree(made.folder, tmp_path / "edition")
    monkeypatch.chdir(tmp_path / "edition")
    yield Finished(Path())


def links_of(page: pikepdf.Page) -> list[Any]:
    return [each for each in page.obj.Annots if each.A.S == "/GoTo"]


def remake_stamped(edition_folder: Finished, paper: str, change: Change) -> None:
    """Change a stamped paper, and the table with it, so that only the change itself is wrong."""
    edition_folder.edit(edition_folder.places.papers / f"{paper}.pdf", change)
    write_table(edition_folder)


def only(proof: Proof, *parts: str) -> None:
    """Exactly one mismatch, and it says all of `parts`."""
    assert len(proof.mismatches) == 1, proof.mismatches
    assert all(part in proof.mismatches[0] for part in parts), proof.mismatches


def test_a_right_volume_is_proved_without_a_mismatch(edition_folder: Finished) -> None:
    proof = edition_folder.prove()
    assert proof.mismatches == ()
    assert (proof.volume.pages, proof.volume.labels) == (10, ("i-ii", "1-8"))
    assert (proof.volume.outline.sessions, proof.volume.outline.papers, proof.volume.outline.own) == (1, 3, 6)
    assert proof.volume.outline.landed == proof.volume.outline.bookmarks == 13
    assert proof.volume.typeset_links == proof.volume.typeset_links_landed == 10


def test_the_proof_counts_what_each_paper_has(edition_folder: Finished) -> None:
    first, _, missing = edition_folder.prove().papers
    assert (first.links.source, first.links.stamped, first.links.volume, first.links.landed) == (6, 6, 6, 6)
    assert (first.links.external_source, first.links.external_volume) == (1, 1)
    assert (first.stamp_pages_found, first.unchanged_pages, first.identical_pages) == (3, 3, 3)
    assert first.agrees.contents is True
    assert missing.agrees.stamp is None
    assert (missing.pages, missing.present) == (0, False)


def test_a_link_into_another_paper_is_caught(edition_folder: Finished) -> None:
    edition_folder.edit_volume(lambda pdf: links_of(pdf.pages[FIRST])[0].A.update({"/D": String("021/section.2")}))
    proof = edition_folder.prove()
    only(proof, "proceedings.pdf, page 1 (page 1 of paper 017)", "leaves the paper")
    assert proof.papers[0].links.landed == 5
    assert proof.papers[0].agrees.links is False
    assert proof.papers[1].agrees.links is True


def test_a_link_to_the_wrong_page_of_its_paper_is_caught(edition_folder: Finished) -> None:
    edition_folder.edit_volume(lambda pdf: links_of(pdf.pages[FIRST])[0].A.update({"/D": String("017/section.3")}))
    only(edition_folder.prove(), "the link to page 2 of the paper leads to its page 3")


def test_a_link_that_shows_its_page_otherwise_is_caught(edition_folder: Finished) -> None:
    def fit(pdf: pikepdf.Pdf) -> None:
        links_of(pdf.pages[FIRST])[0].A.D = Array([pdf.pages[FIRST + 1].obj, Name.Fit])

    edition_folder.edit_volume(fit)
    only(edition_folder.prove(), "shows /Fit instead of /XYZ")


def test_a_lost_link_is_caught(edition_folder: Finished) -> None:
    edition_folder.edit_volume(lambda pdf: pdf.pages[FIRST + 1].obj.Annots.pop())
    only(edition_folder.prove(), "page 2 (page 2 of paper 017)", "is lost")


def test_links_that_lost_their_destinations_are_caught(edition_folder: Finished) -> None:
    edition_folder.edit_volume(lambda pdf: pdf.Root.__delattr__("Names"))
    proof = edition_folder.prove()
    assert [paper.links.landed for paper in proof.papers] == [0, 0, 0]
    assert len(proof.mismatches) == 14
    assert "of the stamped paper's 4 destinations 4 are lost" in proof.mismatches[6]


def test_a_lost_web_link_is_caught(edition_folder: Finished) -> None:
    def drop(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[FIRST].obj
        page.Annots = Array([each for each in page.Annots if each.A.S != "/URI"])

    edition_folder.edit_volume(drop)
    only(edition_folder.prove(), "the web link https://example.org/ is lost")


def test_links_that_are_still_there_and_cannot_be_clicked_are_caught(edition_folder: Finished) -> None:
    def hide(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[FIRST]
        next(each for each in page.obj.Annots if each.A.S == "/URI").Rect = Array([0, 0, 0, 0])
        links_of(page)[0].F = 2

    edition_folder.edit_volume(hide)
    internal, web = edition_folder.prove().mismatches
    assert "the link to page 2 of the paper is shown or hidden otherwise" in internal
    assert "the web link https://example.org/ is hidden or lies elsewhere" in web


def test_what_nobody_brought_is_caught(edition_folder: Finished) -> None:
    def plant(pdf: pikepdf.Pdf) -> None:
        remark = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([10, 10, 30, 30]), Contents=String("Why?"))
        pdf.pages[FIRST + 1].obj.Annots.append(pdf.make_indirect(remark))
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(remark)])
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
        pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("sum")))]))
        pdf.attachments["notes.txt"] = b"hello"
        with pdf.open_outline() as outline:
            outline.root.append(OutlineItem("Nobody's"))

    edition_folder.edit_volume(plant)
    assert sorted(edition_folder.prove().mismatches) == [
        "proceedings.pdf, paper 017: 1 annotation more than the stamped paper's: Text on page 2.",
        "proceedings.pdf: active content that no paper brought: JavaScript.",
        "proceedings.pdf: attached files that no paper brought: notes.txt.",
        "proceedings.pdf: form fields that no paper brought: sum.",
        "proceedings.pdf: remarks that no paper brought: Text.",
        "proceedings.pdf: the outline has 1 heading that no paper has.",
    ]


def test_a_link_broken_by_its_author_is_nobody_elses_fault(made: Finished, tmp_path: Path) -> None:
    def plant(pdf: pikepdf.Pdf) -> None:
        add_link(pdf, pdf.pages[0], (10, 300, 20, 310), Dictionary(S=Name.GoTo, D=String("section.nowhere")))

    copy = Finished(tmp_path / "copy")
    shutil.copytree(made.folder, copy.folder)
    edit_pdf(copy.places.sources / "017.pdf", plant)
    proof = copy.prove()
    assert proof.mismatches == ()
    assert proof.papers[0].links.broken_in_source == 1
    assert proof.papers[0].links.source == 6


def test_a_broken_link_that_jumps_into_another_paper_is_caught(edition_folder: Finished) -> None:
    def plant(target: str) -> Change:
        action = Dictionary(S=Name.GoTo, D=String(target))
        return lambda pdf: add_link(pdf, pdf.pages[FIRST if len(pdf.pages) > 3 else 0], (10, 300, 20, 310), action)

    edit_pdf(edition_folder.places.sources / "017.pdf", plant("section.nowhere"))
    edition_folder.edit_volume(plant("021/section.1"))
    only(edition_folder.prove(), "leads out of the paper that leads nowhere in the author's file")


def test_a_private_link_that_nobody_resolved_is_caught(edition_folder: Finished) -> None:
    action = Dictionary(S=Name.URI, URI=String("bindery:paper.017"))
    edition_folder.edit_volume(lambda pdf: add_link(pdf, pdf.pages[1], (10, 300, 20, 310), action))
    only(edition_folder.prove(), "page ii", '"bindery:paper.017" was never resolved')


def test_names_out_of_order_are_caught(edition_folder: Finished) -> None:
    def reverse(pdf: pikepdf.Pdf) -> None:
        pairs = list(pdf.Root.Names.Dests.Names)
        pdf.Root.Names.Dests.Names = Array([part for k in range(len(pairs) - 2, -2, -2) for part in pairs[k : k + 2]])

    edition_folder.edit_volume(reverse)
    only(edition_folder.prove(), "names of destinations are not in order")


def test_shifted_page_labels_are_caught(edition_folder: Finished) -> None:
    edition_folder.edit_volume(lambda pdf: label(pdf, {0: Dictionary(S=Name.r), 2: Dictionary(S=Name.D, St=2)}))
    proof = edition_folder.prove()
    assert 'proceedings.pdf: page 3 is labelled "2" instead of "1", and 7 more labels are wrong.' in proof.mismatches
    assert [paper.agrees.labels for paper in proof.papers] == [False, False, False]


def test_wrong_labels_of_a_stamped_paper_are_caught(edition_folder: Finished) -> None:
    remake_stamped(edition_folder, "021", lambda pdf: label(pdf, {0: Dictionary(S=Name.D)}))
    only(edition_folder.prove(), "stamped/021.pdf", 'page 1 is labelled "1" instead of "4"')


def test_a_page_without_its_stamp_is_caught(edition_folder: Finished) -> None:
    def unstamp(pdf: pikepdf.Pdf, page: int) -> None:
        del pdf.pages[page].obj.Resources.XObject
        pdf.pages[page].obj.Contents = Array([*list(pdf.pages[page].obj.Contents)[:-1], pdf.make_stream(b"Q")])

    remake_stamped(edition_folder, "017", lambda pdf: unstamp(pdf, 1))
    edition_folder.edit_volume(lambda pdf: unstamp(pdf, FIRST + 1))
    proof = edition_folder.prove()
    only(proof, "stamped/017.pdf, page 2", "the page number 2 is not stamped")
    assert proof.papers[0].stamp_pages_found == 2


def test_the_authors_own_page_number_is_no_stamp(edition_folder: Finished, tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "one.pdf"), invariant=1)
    canvas.drawString(280, 40, "1")
    canvas.save()

    def number(pdf: pikepdf.Pdf) -> None:
        with pikepdf.open(tmp_path / "one.pdf") as one:
            pdf.pages[0].add_overlay(one.pages[0], pikepdf.Rectangle(0, 0, *A4))

    source = edit_pdf(edition_folder.places.sources / "017.pdf", number)
    known = {"017": inspect_paper(source, "017")}
    for proof in (edition_folder.prove(), edition_folder.prove(facts=known)):
        assert any("page number 1 is not stamped" in each for each in proof.mismatches)


def test_swapped_pages_are_caught(edition_folder: Finished) -> None:
    def swap(pdf: pikepdf.Pdf) -> None:
        first, second = pdf.pages[FIRST].obj, pdf.pages[FIRST + 1].obj
        first.Contents, second.Contents = second.Contents, first.Contents

    edition_folder.edit_volume(swap)
    proof = edition_folder.prove()
    assert [each.count("not the same as in the stamped paper") for each in proof.mismatches] == [1, 1]
    assert proof.papers[0].identical_pages == 1


def test_another_font_on_a_page_is_caught(edition_folder: Finished) -> None:
    def swap_fonts(pdf: pikepdf.Pdf) -> None:
        fonts = pdf.pages[FIRST].obj.Resources.Font
        names = sorted(fonts.keys())
        fonts[names[0]] = fonts[names[1]]

    edition_folder.edit_volume(swap_fonts)
    assert "not the same" in edition_folder.prove().mismatches[0]


def test_content_that_the_author_did_not_draw_so_is_caught(edition_folder: Finished) -> None:
    def blank(pdf: pikepdf.Pdf) -> None:
        pdf.pages[2].obj.Contents = Array([pdf.make_stream(b"q"), *list(pdf.pages[2].obj.Contents)[2:]])

    remake_stamped(edition_folder, "017", blank)
    proof = edition_folder.prove()
    assert "stamped/017.pdf, page 3: what the author drew is not there as it was drawn." in proof.mismatches
    assert proof.papers[0].unchanged_pages == 2


@pytest.mark.parametrize("cut", [Dictionary(CropBox=Array([0, 0, 400, 842])), Dictionary(Rotate=180)])
def test_a_page_that_was_cut_or_turned_on_the_way_is_caught(edition_folder: Finished, cut: Dictionary) -> None:
    def cut_page(page: pikepdf.Page) -> None:
        for key, value in cut.items():
            page.obj[key] = Array(list(value)) if isinstance(value, Array) else value

    remake_stamped(edition_folder, "017", lambda pdf: cut_page(pdf.pages[1]))
    edition_folder.edit_volume(lambda pdf: cut_page(pdf.pages[FIRST + 1]))
    assert any(
        "what the author drew is not there as it was drawn" in each for each in edition_folder.prove().mismatches
    )


def test_streams_stored_anew_are_still_the_same_content(edition_folder: Finished) -> None:
    path = edition_folder.places.volume
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(path, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.generalized)
    assert edition_folder.prove().mismatches == ()


def test_a_page_too_many_is_caught(edition_folder: Finished) -> None:
    edition_folder.edit_volume(lambda pdf: pdf.add_blank_page())
    words = (
        "proceedings.pdf: the volume has 11 pages, and there are 6 of papers, 3 of front and back matter, 1 fillers."
    )
    assert words in edition_folder.prove().mismatches


def test_a_wrong_bookmark_is_caught(edition_folder: Finished) -> None:
    def move(pdf: pikepdf.Pdf) -> None:
        with pdf.open_outline() as outline:
            session = outline.root[2]
            session.children[1] = OutlineItem("Waiting for the Slowest Rank", FIRST)
            session.children[1].children.extend(OutlineItem(f"{n + 1} Section", FIRST + 3 + n) for n in range(3))

    edition_folder.edit_volume(move)
    proof = edition_folder.prove()
    only(proof, 'the paper\'s bookmark "Waiting for the Slowest Rank" leads to page 3 of the file instead of page 6')
    assert proof.papers[1].agrees.outline is False


def test_a_lost_bookmark_of_an_author_is_caught(edition_folder: Finished) -> None:
    def lose(pdf: pikepdf.Pdf) -> None:
        with pdf.open_outline() as outline:
            outline.root[2].children[0].children.pop()

    edition_folder.edit_volume(lose)
    proof = edition_folder.prove()
    only(proof, 'the author\'s bookmark "3 Section"')
    assert proof.papers[0].bookmarks == 2


def test_bookmarks_out_of_order_are_caught(edition_folder: Finished) -> None:
    def turn(pdf: pikepdf.Pdf) -> None:
        with pdf.open_outline() as outline:
            outline.root[2].children.reverse()

    edition_folder.edit_volume(turn)
    only(edition_folder.prove(), "not in the order of the volume")


def test_contents_that_lead_to_another_paper_are_caught(edition_folder: Finished) -> None:
    def lead_astray(pdf: pikepdf.Pdf) -> None:
        for each in links_of(pdf.pages[1])[:2]:
            each.A.D = Array([pdf.pages[FIRST + 3].obj, Name.Fit])

    edition_folder.edit_volume(lead_astray)
    proof = edition_folder.prove()
    assert "proceedings.pdf: no link of the contents leads to the paper's first page." in proof.mismatches
    assert 'proceedings.pdf, page ii: the page number "1" leads to page 4.' in proof.mismatches
    assert proof.papers[0].agrees.contents is False


def test_another_title_in_the_contents_is_caught(edition_folder: Finished) -> None:
    papers = [each for each in EDITION.papers if each.id == "021"]
    renamed = type(papers[0])(id="021", title="Waiting No More", authors=papers[0].authors)
    edition = type(EDITION)(
        volume=EDITION.volume,
        sessions=EDITION.sessions,
        papers=tuple(renamed if each.id == "021" else each for each in EDITION.papers),
    )
    proof = edition_folder.prove(edition=edition)
    assert 'proceedings.pdf: the contents page does not show the title "Waiting No More".' in proof.mismatches
    agrees = proof.papers[1].agrees
    assert (agrees.contents, agrees.table, agrees.bibliography, agrees.outline) == (False, False, False, False)


def test_an_author_left_out_of_the_index_is_caught(edition_folder: Finished) -> None:
    def blank(pdf: pikepdf.Pdf) -> None:
        pdf.pages[-1].obj.Contents = pdf.make_stream(b"")
        pdf.pages[-1].obj.Annots = Array()

    edition_folder.edit_volume(blank)
    assert 'proceedings.pdf: the author index does not show "Mausam".' in edition_folder.prove().mismatches


def test_a_font_that_is_not_embedded_is_caught(edition_folder: Finished) -> None:
    def plant(pdf: pikepdf.Pdf) -> None:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        pdf.pages[0].obj.Resources.Font["/Plain"] = font

    edition_folder.edit_volume(plant)
    only(edition_folder.prove(), "the font Helvetica is not embedded")


def test_a_title_that_the_document_information_lacks_is_caught(edition_folder: Finished) -> None:
    edition_folder.edit_volume(lambda pdf: describe(pdf, "Untitled"))
    only(edition_folder.prove(), "does not carry the volume's title")


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        (
            "021,Papers,Waiting for the Slowest Rank,Ada Sample,4,6",
            "021,Papers,Waiting for the Slowest Rank,Ada Sample,5,6",
            'first page "5"',
        ),
        ("Ada Sample", "Ada Simple", 'authors "Ada Simple"'),
        ("021,Papers", "021,Posters", 'session "Posters"'),
        ("4,6,3,,", "4,6,3,10.5555/x,", 'doi "10.5555/x"'),
    ],
)
def test_a_wrong_row_of_the_table_is_caught(edition_folder: Finished, before: str, after: str, says: str) -> None:
    table = edition_folder.places.table
    table.write_text(table.read_text("utf-8").replace(before, after), "utf-8")
    proof = edition_folder.prove()
    only(proof, f"papers.csv gives the {says}")
    assert proof.papers[1].agrees.table is False


def test_a_stamped_paper_other_than_the_hashed_one_is_caught(edition_folder: Finished) -> None:
    with (edition_folder.places.papers / "017.pdf").open("ab") as stamped:
        stamped.write(b"\n")
    only(edition_folder.prove(), "papers.csv: the hash in papers.csv is not that of the stamped paper")


def test_wrong_pages_in_the_bibliography_are_caught(edition_folder: Finished) -> None:
    bibliography = edition_folder.places.bibliography
    bibliography.write_text(bibliography.read_text("utf-8").replace("{1--3}", "{1--2}"), "utf-8")
    only(edition_folder.prove(), 'BibTeX gives the pages "1--2" instead of "1--3"')


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("Mausam", "Gausam", 'BibTeX names "Gausam" instead of "Mausam"'),
        (" and {Mausam}", "", "BibTeX lists 1 instead of the paper's 2 authors"),
        (
            "  pages = {1--3}",
            "  doi = {10.5555/x},\n  pages = {1--3}",
            'BibTeX gives the DOI "10.5555/x" instead of ""',
        ),
        ("@proceedings{", "@proceedings{no-", "the volume itself has no entry"),
        ("@proceedings{", "@book{more, year = 2019}\n@proceedings{", "the entry more is that of no paper"),
    ],
)
def test_other_authors_dois_and_entries_in_the_bibliography_are_caught(
    edition_folder: Finished, before: str, after: str, says: str
) -> None:
    bibliography = edition_folder.places.bibliography
    bibliography.write_text(bibliography.read_text("utf-8").replace(before, after), "utf-8")
    assert says in edition_folder.prove().mismatches[0]


def test_a_column_too_many_is_caught(edition_folder: Finished) -> None:
    table = edition_folder.places.table
    table.write_text("".join(f"{line},more\n" for line in table.read_text("utf-8").splitlines()), "utf-8")
    only(edition_folder.prove(), "papers.csv has other columns than id, session, title")


def test_a_bibliography_that_does_not_parse_is_caught(edition_folder: Finished) -> None:
    edition_folder.places.bibliography.write_text("@inproceedings{x, title = {open\n", "utf-8")
    only(edition_folder.prove(), "do not parse")


def test_a_file_of_no_paper_is_caught(edition_folder: Finished) -> None:
    shutil.copy(edition_folder.places.papers / "017.pdf", edition_folder.places.papers / "999.pdf")
    only(edition_folder.prove(), "999.pdf belongs to no paper")


def test_a_table_that_is_no_table_is_a_mismatch_and_no_crash(edition_folder: Finished) -> None:
    edition_folder.places.table.write_text(f"id,title\n017,{'x' * 200_000}\n", "utf-8")
    proof = edition_folder.prove()
    only(proof, "papers.csv: cannot be read (Error)")
    assert (proof.papers[0].agrees.table, proof.papers[0].agrees.sha256) == (None, None)


def test_what_could_not_be_compared_does_not_agree(edition_folder: Finished) -> None:
    edition_folder.places.bibliography.write_text("@inproceedings{x, title = {open\n", "utf-8")
    assert [paper.agrees.bibliography for paper in edition_folder.prove().papers] == [None, None, None]


@pytest.mark.parametrize("name", ["proceedings.pdf", "papers.csv", "proceedings.bib", "stamped/017.pdf"])
def test_a_file_that_is_not_there_is_a_mismatch_and_no_crash(edition_folder: Finished, name: str) -> None:
    (edition_folder.folder / name).unlink()
    proof = edition_folder.prove()
    assert any(each.startswith(name) for each in proof.mismatches), proof.mismatches
    assert len(proof.papers) == 3


@pytest.mark.parametrize("name", ["proceedings.pdf", "stamped/017.pdf"])
def test_a_cut_file_is_a_mismatch_and_no_crash(edition_folder: Finished, name: str) -> None:
    path = edition_folder.folder / name
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert any(each.startswith(f"{name}: cannot be read as a PDF") for each in edition_folder.prove().mismatches)


def test_an_author_file_that_cannot_be_read_leaves_the_counts_of_inspection(edition_folder: Finished) -> None:
    (edition_folder.places.sources / "017.pdf").write_bytes(b"not a PDF")
    known = facts("017", pages=3, links=LinkFacts(internal=7, external=1, broken=(BrokenLink(target="x"),)))
    proof = edition_folder.prove(facts={"017": known})
    only(proof, "1 of the author's 7 links are lost")
    assert (proof.papers[0].source_read, proof.papers[0].links.broken_in_source) == (False, 1)


def test_a_page_that_inspection_counted_and_nobody_stamped_is_caught(edition_folder: Finished) -> None:
    only(edition_folder.prove(facts={"017": facts("017", pages=4)}), "the author's file has 4 pages, not 3")


def test_mismatches_of_one_kind_of_one_paper_are_one_finding() -> None:
    mismatches = [Mismatch(paper="017", kind="links", message=f"link {number} is lost") for number in range(5)]
    mismatches.append(Mismatch(kind="labels", message="a label is wrong"))
    first, second = proof_findings(mismatches)
    assert first.message == "link 0 is lost; link 1 is lost; link 2 is lost; and 2 more of the kind."
    assert (first.paper, first.code, first.severity) == ("017", "proof-mismatch", "error")
    assert (second.paper, second.message) == (None, "a label is wrong.")
