"""Identifiers of software, data and containers: whether they can be true by their form. Nothing is looked up."""

from __future__ import annotations

import re

from proceedings.identifiers import bare_doi, is_doi

_CORE = r"swh:1:(?:cnt|dir|rev|rel|snp):[0-9a-f]{40}"
_SWHID = re.compile(rf"({_CORE})((?:;[a-z]+=[^;\s]+)*)")
_RANGE = r"\d+(?:-\d+)?"
_QUALIFIERS = {
    "origin": re.compile(r"[a-z][a-z0-9+.-]*:\S+"),
    "visit": re.compile(r"swh:1:snp:[0-9a-f]{40}"),
    "anchor": re.compile(r"swh:1:(?:dir|rev|rel|snp):[0-9a-f]{40}"),
    "path": re.compile(r"/\S*"),
    "lines": re.compile(_RANGE),
    "bytes": re.compile(_RANGE),
}
"""What each qualifier of a SWHID may hold; lines and bytes are parts of a content."""

_DIGEST_LENGTHS = {"md5": 32, "sha1": 40, "sha224": 56, "sha256": 64, "sha384": 96, "sha512": 128}
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_ARK = re.compile(r"ark:/?(?:[0-9]{5}|[0-9]{9}|[0-9bcdfghjkmnpqrstvwxz]{5})/[\w=*+@$./%~-]+")
_HANDLE = re.compile(r"\d+(?:\.[\w-]+)*/\S+")
_IMAGE_SCHEME = re.compile(r"(?:docker|oras|library|shub|docker-daemon)://")
_IMAGE_HOST = r"(?:[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+(?::\d+)?|localhost(?::\d+)?|[a-zA-Z0-9-]+:\d+)/"
_IMAGE_PART = r"[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*"
_IMAGE = re.compile(
    rf"(?P<host>{_IMAGE_HOST})?{_IMAGE_PART}(?:/{_IMAGE_PART})*(?::[\w][\w.-]{{0,127}})?(?P<digest>@sha256:[0-9a-f]{{64}})?"
)


def bare_swhid(text: str) -> str:
    """A SWHID without the archive's address in front and the slash behind."""
    text = re.sub(r"^https?://archive\.softwareheritage\.org/(?=swh:)", "", text.strip(), flags=re.IGNORECASE)
    return text.rstrip("/") if ";path=" not in text else text


def is_swhid(text: str) -> bool:
    """Whether text is a SWHID: its core in full, each qualifier known, well formed and there once."""
    match = _SWHID.fullmatch(text)
    if not match:
        return False
    pairs = [part.split("=", 1) for part in match[2].split(";") if part]
    names = [name for name, _ in pairs]
    is_part_of_content = not {"lines", "bytes"} & set(names) or match[1].startswith("swh:1:cnt:")
    sound = all(name in _QUALIFIERS and _QUALIFIERS[name].fullmatch(value) for name, value in pairs)
    return sound and len(set(names)) == len(names) and is_part_of_content


def is_commit(text: str) -> bool:
    """Whether text is the full hash of a commit: 40 hex digits, or 64 in a repository of SHA-256."""
    return bool(_COMMIT.fullmatch(text.lower()))


def is_checksum(text: str) -> bool:
    """Whether text is `sha256:` or another algorithm and a digest of its length; a bare digest has any such length."""
    name, _, digest = text.replace(" ", "").lower().rpartition(":")
    lengths = [_DIGEST_LENGTHS.get(name.replace("-", ""), 0)] if name else [*_DIGEST_LENGTHS.values()]
    return bool(re.fullmatch(r"[0-9a-f]+", digest)) and len(digest) in lengths


def is_image(text: str) -> bool:
    """Whether text refers to a container image: `host/path:tag@sha256:...`, all but the path optional."""
    return bool(_IMAGE.fullmatch(_IMAGE_SCHEME.sub("", text)))


def image_is_pinned(text: str) -> bool:
    """Whether a container image is named by its digest; a tag alone may be moved."""
    match = _IMAGE.fullmatch(_IMAGE_SCHEME.sub("", text))
    return bool(match and match["digest"])


def image_has_place(text: str) -> bool:
    """Whether a container image names the registry that serves it."""
    match = _IMAGE.fullmatch(_IMAGE_SCHEME.sub("", text))
    return bool(match and (match["host"] or text.startswith(("docker://", "library://", "shub://"))))


def is_ark(text: str) -> bool:
    """Whether text is an Archival Resource Key with its naming authority."""
    return bool(_ARK.fullmatch(text))


def is_handle(text: str) -> bool:
    """Whether text is a handle, `20.500.12345/678`; DOIs are handles too."""
    return bool(_HANDLE.fullmatch(text))


def resolver_address(url: str) -> str:
    """The address of the resolver for an `ark:`, `hdl:` or `doi:` that stands in an address's place; others as is."""
    text = url.strip()
    if is_ark(text):
        return f"https://n2t.net/{text}"
    scheme, _, rest = text.partition(":")
    if scheme.lower() == "hdl" and is_handle(rest.strip()):
        return f"https://hdl.handle.net/{rest.strip()}"
    return f"https://doi.org/{bare_doi(text)}" if scheme.lower() == "doi" and is_doi(bare_doi(text)) else text


def is_reference(text: str) -> bool:
    """Whether the reference of an algorithm leads somewhere: a DOI, an arXiv id or an address."""
    bare = bare_doi(text)
    return is_doi(bare) or bool(
        re.match(r"(?:https?://\S+\.\S+|arxiv:\s*\d{4}\.\d{4,5}|arxiv:\s*[a-z-]+/\d{7})", bare, re.I)
    )
