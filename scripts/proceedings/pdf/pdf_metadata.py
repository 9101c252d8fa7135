"""Document metadata: Info, XMP, language and page labels of a stamped paper and of the volume."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape  # what xml.sax has for it loads all of urllib, 20 ms in every stage that writes a PDF
from typing import NamedTuple

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from proceedings.pdf.pdf_dictionaries import copied
from proceedings.pdf.pdf_objects import entry, text, text_string

PRODUCER = "Bindery"

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
   xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
{properties}
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""


class Description(NamedTuple):
    """What a PDF says about itself. `date` is `YYYY-MM-DD`; `language` a BCP 47 tag; None and "" are left out."""

    title: str = ""
    authors: tuple[str, ...] = ()
    subject: str = ""
    keywords: tuple[str, ...] = ()
    rights: str = ""
    doi: str | None = None
    date: str | None = None
    language: str = "en"
    publisher: str | None = None
    isbn: str | None = None
    issn: str | None = None


class LabelRange(NamedTuple):
    """Page labels from the page with index `start` on: `first`, `first` + 1, ... in arabic or small roman figures."""

    start: int
    first: int
    roman: bool = False


def write_description(pdf: Pdf, description: Description) -> None:
    """Set Info and XMP; the author's own language, creating program and date stay where the file has them."""
    old = pdf.trailer.get("/Info")
    kept = {
        key: old[key]
        for key in ("/Creator", "/CreationDate")
        if isinstance(old, Dictionary) and isinstance(old.get(key), String)
    }
    written = _info(description)
    made = {"/CreationDate": written["/ModDate"]} if "/ModDate" in written else {}
    pdf.trailer["/Info"] = pdf.make_indirect(Dictionary({**made, **kept, **written}))
    packet = pdf.make_stream(xmp_packet(description).encode(), Type=Name.Metadata, Subtype=Name.XML)
    pdf.Root["/Metadata"] = packet
    if not text(entry(pdf.Root, "/Lang")):
        pdf.Root["/Lang"] = String(description.language)
    preferences = copied(pdf.Root.get("/ViewerPreferences"))
    preferences["/DisplayDocTitle"] = True
    pdf.Root["/ViewerPreferences"] = preferences


def write_page_labels(pdf: Pdf, ranges: Sequence[LabelRange]) -> None:
    """Number the pages so that a viewer shows the printed folio. `ranges` are in the order of pages."""
    numbers: list[object] = []
    for label in joined_ranges(ranges):
        style = Name.r if label.roman else Name.D
        numbers += [label.start, Dictionary(S=style, St=label.first)]
    pdf.Root["/PageLabels"] = Dictionary(Nums=Array(numbers))


def joined_ranges(ranges: Sequence[LabelRange]) -> tuple[LabelRange, ...]:
    """The ranges without those that merely go on counting."""
    joined: list[LabelRange] = []
    for label in ranges:
        last = joined[-1] if joined else None
        if last and last.roman == label.roman and label.first - last.first == label.start - last.start:
            continue
        joined.append(label)
    return tuple(joined)


def xmp_packet(description: Description) -> str:
    """The description as an XMP packet (Dublin Core, PRISM and PDF properties)."""
    doi = description.doi
    properties = [
        _property("dc:format", "application/pdf"),
        _list("dc:title", "Alt", [description.title], language="x-default"),
        _list("dc:creator", "Seq", description.authors),
        _list("dc:description", "Alt", [description.subject], language="x-default"),
        _list("dc:subject", "Bag", description.keywords),
        _list("dc:rights", "Alt", [description.rights], language="x-default"),
        _list("dc:publisher", "Bag", [description.publisher or ""]),
        _list("dc:language", "Bag", [description.language]),
        _list("dc:date", "Seq", [description.date or ""]),
        _property("dc:identifier", f"doi:{doi}" if doi else ""),
        _property("prism:doi", doi or ""),
        _property("prism:url", f"https://doi.org/{doi}" if doi else ""),
        _property("prism:isbn", description.isbn or ""),
        _property("prism:issn", description.issn or ""),
        _property("pdf:Keywords", ", ".join(description.keywords)),
        _property("pdf:Producer", PRODUCER),
        _property("xmp:ModifyDate", description.date or ""),
    ]
    return _PACKET.format(properties="\n".join(filter(None, properties)))


def _info(description: Description) -> dict[str, Object]:
    texts = {
        "/Title": description.title,
        "/Author": ", ".join(description.authors),
        "/Subject": description.subject,
        "/Keywords": ", ".join(description.keywords),
        "/Producer": PRODUCER,
        "/ModDate": f"D:{description.date.replace('-', '')}000000Z" if description.date else "",
    }
    return {key: text_string(_visible(text)) for key, text in texts.items() if text}


def _property(name: str, value: str) -> str:
    return f"   <{name}>{escape(_visible(value), quote=False)}</{name}>" if value else ""


def _list(name: str, kind: str, values: Sequence[str], language: str = "") -> str:
    attribute = f' xml:lang="{language}"' if language else ""
    items = "".join(f"<rdf:li{attribute}>{escape(_visible(value), quote=False)}</rdf:li>" for value in values if value)
    return f"   <{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if items else ""


def _visible(text: str) -> str:
    """Without control characters and lone surrogates, which XML cannot hold."""
    return "".join(c for c in text if c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
