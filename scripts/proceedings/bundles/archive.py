"""The archive bundle: everything that was made, and the metadata it was made from, as a BagIt bag (RFC 8493)
whose payload is an RO-Crate.

dls2019-archive/
    README.txt  bagit.txt  bag-info.txt  manifest-sha256.txt  tagmanifest-sha256.txt
    data/ro-crate-metadata.json  data/proceedings.pdf  data/papers/017.pdf  ...  data/metadata/proceedings.yml  ...
    data/provenance.json
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from proceedings.artifacts.crate import FILE_NAME as CRATE
from proceedings.artifacts.crate import CrateFile
from proceedings.artifacts.folder import crate_of
from proceedings.bibliography.bibtex import volume_key
from proceedings.bibliography.cited_book import settled
from proceedings.bundles.bundle import (
    MANIFEST,
    BundleSources,
    IncompleteDeliveryError,
    Member,
    delivery_date,
    manifest,
    sha256_of,
    size_of,
    write_bundle,
)
from proceedings.bundles.provenance import FILE as PROVENANCE
from proceedings.bundles.provenance import making, provenance
from proceedings.email_addresses import ADDRESS, WITHHELD, without_addresses
from proceedings.identifiers import bare_orcid, is_orcid
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition
from proceedings.wording import listed

if TYPE_CHECKING:
    from yaml.nodes import Node, ScalarNode

KEPT_HERE = frozenset({"work", "logs", "bundle", "report", "proofs", "editorial", "chase.csv"})
"""What of output/ is no deliverable, or holds the authors' addresses."""

ADDRESSED = "deposits/crossref.xml"
"""What is handed over to one receiver only, and says the depositor's address."""

REQUIRED = ("proceedings.pdf", "papers.csv", "proof.json", "findings.json", "proceedings.bib")

YAML_ENDINGS = frozenset({".yml", ".yaml"})
PUBLIC_METADATA = YAML_ENDINGS | {".md"}
PRIVATE_METADATA = frozenset({"waivers.yml", "waivers.yaml", "approvals.csv", "received", "forms"})
"""What the chair agreed with authors, and what they sent, is nobody else's business."""

_MISTYPED = re.compile(r'("message": ".*ORCID iD \\").*?(\\" is mistyped)')

BAGIT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def write(edition: Edition, sources: BundleSources, path: Path) -> int:
    """Write the bag; returns how many files it delivers. Raises IncompleteDeliveryError."""
    payload = {f"data/{name}": member for name, member in deliverables(sources.output).items()}
    payload |= {f"data/metadata/{name}": member for name, member in public_metadata(sources.metadata).items()}
    payload["data/findings.json"] = _public_findings(sources.output / "findings.json")
    made = {name.removeprefix("data/"): member for name, member in payload.items()}
    payload[f"data/{PROVENANCE}"] = provenance(sources.metadata, sources.papers, made)
    payload[f"data/{CRATE}"] = _crate(edition, sources, payload)
    tags: dict[str, Member] = {
        "bagit.txt": BAGIT,
        "bag-info.txt": _bag_info(edition, payload),
        MANIFEST: manifest(payload),
        "README.txt": _readme(edition).encode(),
    }
    tags["tagmanifest-sha256.txt"] = manifest(tags)
    top = f"{volume_key(edition.volume)}-archive"
    write_bundle(
        path, {f"{top}/{name}": member for name, member in {**payload, **tags}.items()}, delivery_date(edition)
    )
    return len(payload)


def deliverables(output: Path) -> dict[str, Member]:
    """Every file of output/ that is handed over, by its path. Raises IncompleteDeliveryError."""
    missing = [name for name in REQUIRED if not (output / name).is_file()]
    if missing:
        raise IncompleteDeliveryError(
            f"{output.as_posix()}: {listed(missing)} {'is' if len(missing) == 1 else 'are'} not built yet. "
            "Next: snakemake bundle"
        )
    kept = {name: path for name, path in _files(output).items() if name.split("/")[0] not in KEPT_HERE}
    return {name: path for name, path in kept.items() if name != ADDRESSED}


def public_metadata(metadata: Path) -> dict[str, Member]:
    """The edition's metadata as given, without e-mail addresses and what is private, by its path."""
    return {
        name: _public_text(path) if path.suffix in YAML_ENDINGS else path
        for name, path in _files(metadata).items()
        if path.suffix in PUBLIC_METADATA and name.split("/")[0] not in PRIVATE_METADATA
    }


def _public_findings(path: Path) -> bytes:
    """The findings; of an ORCID iD that cannot be true, which they quote, it is only said that there is one."""
    lines = path.read_text("utf-8").splitlines(keepends=True)
    return "".join(_MISTYPED.sub(rf"\1{WITHHELD}\2", line) for line in lines).encode()


def _files(folder: Path) -> dict[str, Path]:
    """All files below a folder by their paths, without hidden ones, which are files being written."""
    inside = {path.relative_to(folder): path for path in folder.rglob("*") if path.is_file()}
    return {
        name.as_posix(): path for name, path in inside.items() if not any(part.startswith(".") for part in name.parts)
    }


def _public_text(path: Path) -> bytes:
    """The file without the chairs' notes; e-mail addresses, in remarks too, and what is no ORCID iD are withheld."""
    import yaml

    from proceedings.yaml.yaml_edit import NoPlaceError, with_values
    from proceedings.yaml.yaml_source import decoded

    content = path.read_bytes()
    try:
        text = decoded(content)
        public = with_values(text, {("notes",): None}) if path.parent.name == "papers" else text
        private = list(_private(yaml.compose(public, Loader=yaml.CBaseLoader), set()))
    except (UnicodeDecodeError, yaml.YAMLError, NoPlaceError) as error:
        raise IncompleteDeliveryError(
            f"{path.as_posix()} is no YAML, so that notes and e-mail addresses cannot be withheld. "
            "Correct it as the report says. Next: snakemake bundle"
        ) from error
    if public == text and not private and not ADDRESS.search(text):
        return content
    for node in sorted(private, key=lambda each: each.start_mark.index, reverse=True):
        start, end = node.start_mark.index, node.end_mark.index
        public = public[:start] + public[start:end].replace(node.value, WITHHELD) + public[end:]
    for address in sorted({node.value for node in private}, key=len, reverse=True):  # one may be the end of another
        public = public.replace(address, WITHHELD) if "@" in address else public
    return without_addresses(public).encode()


def _private(node: Node | None, seen: set[tuple[int, str]], key: str = "") -> Iterator[ScalarNode]:
    """The texts under the keys `email`, and those under `orcid` that cannot be true, at any depth.

    Of a key that stands twice too; an alias to its parent ends.
    """
    from yaml.nodes import MappingNode, ScalarNode, SequenceNode

    if (id(node), key) in seen:
        return
    seen.add((id(node), key))
    if isinstance(node, MappingNode):
        for name, value in node.value:
            yield from _private(value, seen, name.value if isinstance(name, ScalarNode) else "")
    elif isinstance(node, SequenceNode):
        for value in node.value:
            yield from _private(value, seen, key)
    elif isinstance(node, ScalarNode) and node.value and _is_private(key, node.value):
        yield node


def _is_private(key: str, value: str) -> bool:
    return key == "email" or (key == "orcid" and not is_orcid(bare_orcid(value)))


def _readme(edition: Edition) -> str:
    lines = [
        f"{' '.join(edition.volume.title.split())}: the archive",
        "",
        "A bag (BagIt 1.0, RFC 8493): data/ has all of it, manifest-sha256.txt the SHA-256 of every file in data/,",
        "tagmanifest-sha256.txt that of every file beside it. To check, with the package bagit:",
        "  bagit.py --validate FOLDER",
        "",
        "data/proceedings.pdf is the volume, data/papers/ has the papers one by one as they stand in it, and",
        "data/papers.csv who wrote what on which pages. data/deposits/ is what indexes and registries take,",
        "data/metadata/ what all of it was made from. data/ro-crate-metadata.json (RO-Crate) describes every file;",
        "data/provenance.json has the versions of the tool and its libraries, and the SHA-256 of every file that went",
        "in and came out.",
        "",
        "Not in it: e-mail addresses, ORCID iDs that cannot be true, the chairs' waivers and notes, and the authors'",
        "own files, sources and signed forms, of which provenance.json has the SHA-256.",
        "",
        "Prepared from the public specifications of BagIt and RO-Crate. Nobody at any archive has confirmed that it is",
        "accepted as it is.",
    ]
    return "\n".join(lines) + "\n"


def _crate(edition: Edition, sources: BundleSources, payload: Mapping[str, Member]) -> bytes:
    """The RO-Crate of the payload, whose folder is `data/`."""
    files = [
        CrateFile(name.removeprefix("data/"), size_of(member), sha256_of(member))
        for name, member in sorted(payload.items())
    ]
    return crate_of(edition, sources.pagination, load_policy(edition.volume.publisher), files, making())


def _bag_info(edition: Edition, payload: dict[str, Member]) -> bytes:
    volume = edition.volume
    day = delivery_date(edition)
    total = sum(size_of(member) for member in payload.values())
    lines = {
        "External-Description": " ".join(volume.title.split()),
        "External-Identifier": settled(volume.doi) or settled(volume.isbn),
        "Bagging-Date": day.isoformat() if day else None,
        "Payload-Oxum": f"{total}.{len(payload)}",
    }
    return "".join(f"{label}: {value}\n" for label, value in lines.items() if value).encode()
