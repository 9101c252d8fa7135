"""Puts a stamp on a page without touching what the author drew there.

The author's content is bracketed by q and Q; whatever it leaves open is closed, and content that
closes more than it opened is moved into a form XObject, where it cannot reach the stamp.
"""

from __future__ import annotations

import warnings
import zlib
from collections.abc import Iterable
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from proceedings.pdf.pdf_dictionaries import copied
from proceedings.pdf.pdf_geometry import Matrix, box_of, inherited, visible_box

MOST_CONTENT = 256 * 1024 * 1024
"""Bytes of one page's content that are looked at; a stream that unpacks to more is left alone."""

END_MARK = b"BinderyEnd"
"""An operator that no content has: a parser that meets it has not been led astray before."""

STAMP_NAME = "BinderyStamp"
AUTHOR_NAME = "AuthorContent"


class Balance(NamedTuple):
    """What a content stream leaves open: graphics states (q), text objects (BT) and marked content (BMC, BDC).

    `excess`: it closes a graphics state that it never opened.
    """

    states: int = 0
    texts: int = 0
    marks: int = 0
    excess: bool = False

    def closing(self) -> str:
        """The operators that close it, and the state that was saved before it."""
        return " ".join(["ET"] * self.texts + ["EMC"] * self.marks + ["Q"] * (1 + self.states))


def place_stamp(
    pdf: Pdf, page: pikepdf.Page, form: Object, matrix: Matrix, before: Object, *, balanced: bool = False
) -> Object | None:
    """Append a form XObject to a page as an artifact; `matrix` maps the form's space to default user space.

    `before` is a content stream with `q` in it, shared by all pages of `pdf`. `balanced`: inspection found that the
    content leaves nothing open, so it is not read again, which takes longer than all the rest.
    Returns the form that the author's content was moved into, None where it stayed.
    """
    own_resources(page)
    balance = Balance() if balanced else content_balance(pdf, page)
    moved = None
    if balance.excess:
        moved = _move_into_form(pdf, page)
        balance = Balance()
    name = _add_xobject(page.obj.Resources, STAMP_NAME, form)
    numbers = " ".join(f"{value:.5f}".rstrip("0").rstrip(".") for value in matrix)
    after = f"\n{balance.closing()}\n/Artifact <</Type/Pagination>> BDC q {numbers} cm {name} Do Q EMC\n"
    page.obj.Contents = Array([before, *_content_streams(page), pdf.make_stream(after.encode())])
    return moved


def own_resources(page: pikepdf.Page) -> None:
    """Give the page a resource dictionary of its own, also where it inherited or shared one."""
    page.obj.Resources = copied(inherited(page.obj, "/Resources"))


def content_balance(pdf: Pdf, page: pikepdf.Page) -> Balance:
    """What the page's content leaves open. Content without a sound end counts as excess: it is kept apart."""
    streams = _content_streams(page)
    if any(_unpacks_to_more(stream, MOST_CONTENT) for stream in streams):
        return Balance()
    try:
        content = b"\n".join([*(stream.read_bytes() for stream in streams), END_MARK])
        operators = _operators(pdf.make_stream(content))
    except (pikepdf.PdfError, TypeError):  # the second for an operator among operands
        return Balance(excess=True)
    if not operators or operators.pop() != END_MARK.decode():  # an open string or array has swallowed the mark
        return Balance(excess=True)
    return _balance(operators)


def _operators(content: Object) -> list[str]:
    """The operators that open or close something, and the mark at the end."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a stream that ends early is told by its missing mark
        found = pikepdf.parse_content_stream(content, f"q Q BT ET BMC BDC EMC {END_MARK.decode()}")
    return [str(instruction.operator) for instruction in found]


def _balance(operators: Iterable[str]) -> Balance:
    states = texts = marks = 0
    for operator in operators:
        match operator:
            case "q":
                states += 1
            case "Q":
                states -= 1
            case "BT":
                texts += 1
            case "ET":
                texts = max(0, texts - 1)
            case "EMC":
                marks = max(0, marks - 1)
            case _:
                marks += 1
        if states < 0:
            return Balance(excess=True)
    return Balance(states, texts, marks)


def _move_into_form(pdf: Pdf, page: pikepdf.Page) -> Object | None:
    """Make the author's content a form XObject, drawn alone on the page; returns it.

    Streams that cannot be unpacked become one form each, as they lie in the file: how far they can be read is the
    reader's business, and it then ends with the form. Of several the first is returned.
    """
    streams = _content_streams(page)
    forms: list[Object]
    try:
        forms = [pdf.make_stream(b"\n".join(stream.read_bytes() for stream in streams))]
    except pikepdf.PdfError:
        forms = [_as_stored(pdf, stream) for stream in streams]
    media, crop = (box_of(inherited(page.obj, key)) for key in ("/MediaBox", "/CropBox"))
    box = Array([round(value, 4) for value in visible_box(media, crop)])
    resources, page.obj.Resources = page.obj.Resources, Dictionary()
    names = []
    for form in forms:
        form.Type, form.Subtype, form.BBox, form.Resources = Name.XObject, Name.Form, box, resources
        names.append(_add_xobject(page.obj.Resources, AUTHOR_NAME, form))
    page.obj.Contents = pdf.make_stream(" ".join(f"{name} Do" for name in names).encode())
    return forms[0] if forms else None


def _as_stored(pdf: Pdf, stream: Object) -> Object:
    """A stream with the same bytes and filters."""
    filters = {key: stream[key] for key in ("/Filter", "/DecodeParms") if key in stream}
    return pdf.make_stream(stream.read_raw_bytes(), filters)


def _add_xobject(resources: Object, wanted: str, form: Object) -> str:
    """Enter a form under a name that is still free, and return the name as it is written in content."""
    xobjects = copied(resources.get("/XObject"))
    name = f"/{wanted}"
    number = 1
    while name in xobjects:
        number += 1
        name = f"/{wanted}{number}"
    xobjects[name] = form
    resources["/XObject"] = xobjects
    return name


def _content_streams(page: pikepdf.Page) -> list[Object]:
    contents = page.obj.get("/Contents")
    streams = list(contents) if isinstance(contents, Array) else [contents]
    return [stream for stream in streams if isinstance(stream, pikepdf.Stream)]


def _unpacks_to_more(stream: Object, limit: int) -> bool:
    """Whether a deflated stream is larger than `limit` bytes; one read that stops at the limit."""
    if stream.get("/Filter") != Name.FlateDecode or int(stream.get("/Length", 0)) * 1032 < limit:
        return False
    unpacker = zlib.decompressobj()
    try:
        return len(unpacker.decompress(stream.read_raw_bytes(), limit)) >= limit
    except zlib.error:
        return False
