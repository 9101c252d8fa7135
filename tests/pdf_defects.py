"""One planted defect each in a clean paper: `with_javascript(path)` makes the file and returns its path."""

from __future__ import annotations

import warnings
import zlib
from collections.abc import Sequence
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from pdf_makers import A4, add_annotation, add_link, edit_pdf, given
from proceedings.pdf.pdf_dictionaries import drop

Rectangle = tuple[float, float, float, float]


def _unchanged(_: pikepdf.Pdf) -> None:
    """Only the way of saving makes the defect."""


# Files
def empty_file(path: Path) -> Path:
    path.write_bytes(b"")
    return path


def html_file(path: Path) -> Path:
    """What a download behind a login leaves."""
    path.write_bytes(b"<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body>Please sign in.</body></html>\n")
    return path


def word_file(path: Path) -> Path:
    """The beginning of a .docx, which is a zip."""
    path.write_bytes(b"PK\x03\x04\x14\x00\x06\x00" + b"\x00" * 200 + b"word/document.xml")
    return path


def cut_file(path: Path, keep: float = 0.5) -> Path:
    """A transfer that broke off."""
    whole = given(path).read_bytes()
    path.write_bytes(whole[: int(len(whole) * keep)])
    return path


def lost_page(path: Path) -> Path:
    """A page overwritten in place: its object is gone, the page tree still names it."""
    given(path)
    edit_pdf(path, _unchanged, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    content = path.read_bytes()
    start = content.rindex(b"/Type /Page\n" if b"/Type /Page\n" in content else b"/Type /Page ")
    start = content.rindex(b" 0 obj", 0, start) - 8
    path.write_bytes(content[:start] + b"\xff" * 120 + content[start + 120 :])
    return path


def without_pages(path: Path) -> Path:
    with pikepdf.new() as pdf:
        pdf.save(path)
    return path


def password_file(path: Path) -> Path:
    return edit_pdf(given(path), _unchanged, encryption=pikepdf.Encryption(owner="o", user="u"))


def encrypted_file(path: Path) -> Path:
    """Opens without a password, and allows everything."""
    return edit_pdf(given(path), _unchanged, encryption=pikepdf.Encryption(owner="o"))


def restricted_file(path: Path) -> Path:
    """Opens without a password, and forbids everything."""
    allow = pikepdf.Permissions(extract=False, modify_other=False, print_highres=False)
    return edit_pdf(given(path), _unchanged, encryption=pikepdf.Encryption(owner="o", allow=allow))


def flate_bomb(path: Path, megabytes: int = 500) -> Path:
    """A content stream of about a megabyte that inflates to `megabytes`."""
    compress = zlib.compressobj(9)
    block = b"0 0 m 1 1 l S\n" * 74_899
    raw = b"".join(compress.compress(block) for _ in range(megabytes)) + compress.flush()

    def change(pdf: pikepdf.Pdf) -> None:
        stream = pdf.make_stream(b"")
        stream.write(raw, filter=Name.FlateDecode)
        pdf.pages[0].obj.Contents = stream

    return edit_pdf(given(path), change, compress_streams=False)


# Active content, attachments, forms, notes
def with_javascript(path: Path) -> Path:
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert('hello')"))
    return edit_pdf(given(path), lambda pdf: pdf.Root.__setattr__("OpenAction", script))


def with_named_javascript(path: Path) -> Path:
    def change(pdf: pikepdf.Pdf) -> None:
        script = Dictionary(S=Name.JavaScript, JS=String("this.print()"))
        if "/Names" not in pdf.Root:
            pdf.Root.Names = Dictionary()
        pdf.Root.Names.JavaScript = Dictionary(Names=Array([String("start"), script]))

    return edit_pdf(given(path), change)


def with_launch_link(path: Path, page: int = 2, rectangle: Rectangle = (100, 100, 200, 120)) -> Path:
    action = Dictionary(S=Name.Launch, F=String("calc.exe"))
    return edit_pdf(given(path), lambda pdf: add_link(pdf, pdf.pages[page - 1], rectangle, action))


def with_web_link(path: Path, page: int = 2) -> Path:
    """Harmless: an address."""
    action = Dictionary(S=Name.URI, URI=String("https://example.org"))
    return edit_pdf(given(path), lambda pdf: add_link(pdf, pdf.pages[page - 1], (100, 100, 200, 120), action))


def with_bookmark_actions(path: Path) -> Path:
    """The first bookmark starts a program, the second runs a script; none of them jumps any more."""

    def change(pdf: pikepdf.Pdf) -> None:
        first = pdf.Root.Outlines.First
        for item, action in (
            (first, Dictionary(S=Name.Launch, F=String("calc.exe"))),
            (first.Next, Dictionary(S=Name.JavaScript, JS=String("app.beep()"))),
        ):
            drop(item, "/Dest")
            item.A = action

    return edit_pdf(given(path), change)


def with_page_script(path: Path, page: int = 2) -> Path:
    """Runs when a reader turns to the page."""
    triggers = Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("app.beep()")))
    return edit_pdf(given(path), lambda pdf: pdf.pages[page - 1].obj.__setattr__("AA", triggers))


def with_open_action_to_a_page(path: Path) -> Path:
    """Harmless: hyperref's pdfstartview."""
    return edit_pdf(given(path), lambda pdf: pdf.Root.__setattr__("OpenAction", Array([pdf.pages[0].obj, Name.Fit])))


def with_several_attachments(path: Path) -> Path:
    """One file beside the pages that a page shows too, and two of one name behind the same place of a page."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["a.csv"] = b"0"
        own = pdf.Root.Names.EmbeddedFiles.Names[1]
        for each in (own, *(_file_of(pdf, "data.csv", content) for content in (b"1", b"2"))):
            pin = Dictionary(Subtype=Name.FileAttachment, Rect=Array([60, 140, 74, 160]), FS=each)
            add_annotation(pdf, pdf.pages[1], pin)

    return edit_pdf(given(path), change)


def _file_of(pdf: pikepdf.Pdf, name: str, content: bytes) -> pikepdf.Object:
    return pdf.make_indirect(
        Dictionary(Type=Name.Filespec, F=String(name), UF=String(name), EF=Dictionary(F=pdf.make_stream(content)))
    )


def with_attachment(path: Path, name: str = "results.csv") -> Path:
    return edit_pdf(given(path), lambda pdf: pdf.attachments.__setitem__(name, b"a,b\n1,2\n"))


def with_pinned_attachment(path: Path, page: int = 2, name: str = "table.xlsx") -> Path:
    """A file that hangs on a pin in the margin of a page, as the package attachfile makes it."""

    def change(pdf: pikepdf.Pdf) -> None:
        content = Dictionary(F=pdf.make_stream(b"a,b"))
        sheet = Dictionary(Type=Name.Filespec, F=String(name), EF=content)
        pin = Dictionary(Subtype=Name.FileAttachment, Rect=Array([60, 140, 74, 160]), FS=sheet)
        add_annotation(pdf, pdf.pages[page - 1], pin)

    return edit_pdf(given(path), change)


def with_scripted_field(path: Path, page: int | None = 2, *, kids: bool = False) -> Path:
    """A field that runs a script: a page's annotation itself, or with one as its kid (`kids`), or shown nowhere."""

    def change(pdf: pikepdf.Pdf) -> None:
        script = Dictionary(V=Dictionary(S=Name.JavaScript, JS=String("AFNumber()")))
        field = pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("total"), AA=script))
        shown = Dictionary(Subtype=Name.Widget, Rect=Array([100, 180, 120, 200]), F=4)
        if page is not None:
            add_annotation(pdf, pdf.pages[page - 1], shown)
            widget = pdf.pages[page - 1].obj.Annots[-1]
            if kids:
                field.Kids = Array([widget])
            else:
                widget.FT, widget.T, widget.AA = field.FT, field.T, field.AA
                field = widget
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]))

    return edit_pdf(given(path), change)


def with_form(path: Path, pages: Sequence[int] = (1,), *, listed: bool = True) -> Path:
    """A field on each of these pages, or one that is shown on none; `listed`: the form names its fields."""

    def change(pdf: pikepdf.Pdf) -> None:
        fields = [pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("comment")))] if not pages else []
        for page in pages:
            field = Dictionary(
                Subtype=Name.Widget, FT=Name.Tx, T=String("comment"), Rect=Array([100, 100, 200, 120]), F=4
            )
            add_annotation(pdf, pdf.pages[page - 1], field)
            fields.append(pdf.pages[page - 1].obj.Annots[-1])
        pdf.Root.AcroForm = Dictionary(Fields=Array(fields if listed else []))

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that a form does not name its fields is the defect
        return edit_pdf(given(path), change)


def with_note(path: Path, page: int = 2, text: str = "Please cite us") -> Path:
    """A reviewer's note and its pop-up."""

    def change(pdf: pikepdf.Pdf) -> None:
        note = Dictionary(Subtype=Name.Text, Rect=Array([400, 700, 420, 720]), Contents=String(text))
        add_annotation(pdf, pdf.pages[page - 1], note)
        popup = Dictionary(Subtype=Name.Popup, Rect=Array([420, 600, 560, 700]), Parent=note)
        add_annotation(pdf, pdf.pages[page - 1], popup)

    return edit_pdf(given(path), change)


# Pages
def with_page_entry(path: Path, key: str, entry: object, page: int = 2) -> Path:
    """Set one key of a page dictionary: `with_page_entry(path, "/Rotate", 90)`."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[page - 1].obj[key] = Array(entry) if isinstance(entry, list | tuple) else entry

    return edit_pdf(given(path), change)


def without_media_box(path: Path) -> Path:
    return edit_pdf(given(path), lambda pdf: pdf.pages[1].obj.__delitem__("/MediaBox"))


def with_landscape_page(path: Path, page: int = 2) -> Path:
    """A wide page without /Rotate, as pdflscape's neighbour `\\pdfpagewidth` makes it."""
    return with_page_entry(path, "/MediaBox", (0, 0, A4[1], A4[0]), page)


def with_blank_page(path: Path, page: int = 3, *, head_only: bool = False) -> Path:
    """An empty page; `head_only`: a running head and a folio are all that is on it."""

    def change(pdf: pikepdf.Pdf) -> None:
        heads = b"0.3 w 200 790 m 300 790 l S 290 60 m 300 60 l S"
        pdf.pages[page - 1].obj.Contents = pdf.make_stream(heads if head_only else b"")

    return edit_pdf(given(path, links=False), change)


def with_uncompressed_plot(path: Path, page: int = 2) -> Path:
    """A plot of 200,000 strokes behind the text, 5 MB that no filter makes smaller."""

    def change(pdf: pikepdf.Pdf) -> None:
        stroke = "1{:02} 2{:02} m 1{:02} 20{} l S\n"
        strokes = "".join(stroke.format(at % 97, at % 89, at % 83, at % 7) for at in range(200_000))
        pdf.pages[page - 1].contents_add(f"q 0.1 w {strokes} Q".encode(), prepend=False)

    return edit_pdf(given(path), change, compress_streams=False)


def with_excess_restore(path: Path, page: int = 2) -> Path:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[page - 1].contents_add(b"Q Q", prepend=False)

    return edit_pdf(given(path), change)


# Structures that go in circles, and links that go nowhere
def with_cyclic_outline(path: Path) -> Path:
    def change(pdf: pikepdf.Pdf) -> None:
        first = pdf.Root.Outlines.First
        first.Next = first
        first.First = pdf.Root.Outlines

    return edit_pdf(given(path), change)


def with_cyclic_name_tree(path: Path) -> Path:
    def change(pdf: pikepdf.Pdf) -> None:
        tree = pdf.Root.Names.Dests
        tree.Kids = Array([tree])

    return edit_pdf(given(path), change)


def with_broken_links(path: Path, count: int = 3) -> Path:
    """Links to `figure.9` and so on, which nobody defines."""

    def change(pdf: pikepdf.Pdf) -> None:
        for number in range(count):
            action = Dictionary(S=Name.GoTo, D=String(f"figure.{number + 9}"))
            add_link(pdf, pdf.pages[0], (100, 100 + 20 * number, 150, 112 + 20 * number), action)

    return edit_pdf(given(path), change)
