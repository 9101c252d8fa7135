"""What others say is right: the schemas and tools that `make oracles` unpacks into `.oracles`, asked in one place."""

from __future__ import annotations

import functools
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import etree

FOLDER = Path(__file__).parents[1] / ".oracles"
PRESENT = (FOLDER / "ready").is_file()
needed = pytest.mark.skipif(not PRESENT, reason="no schemas of others are in .oracles: run `make oracles`")

SCHEMAS = FOLDER / "commonmeta/resources"
CROSSREF = SCHEMAS / "crossref/crossref5.3.1.xsd"
JATS = SCHEMAS / "crossref/JATS-journalpublishing1-3d2-mathml3.xsd"
JATS_SPACE = "http://www.ncbi.nlm.nih.gov/JATS1"
IMPORTED = {
    "/xlink.xsd": FOLDER / "xmlschema/schemas/XLINK/xlink.xsd",
    "/xml.xsd": FOLDER / "xmlschema/schemas/XML/xml.xsd",
    "/module-ali.xsd": SCHEMAS / "crossref/module-ali.xsd",
}
NO_MATHS = """
<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/1998/Math/MathML">
  <element name="math"/>
</schema>
"""
"""In place of the schema of MathML, of which nothing is written."""
VNU = FOLDER / "package/build/dist/vnu.jar"
NU = ("java", "-Xss8m", "-XX:TieredStopAtLevel=1", "-jar", str(VNU), "--stdout", "--filterpattern", ".*img-src.*")
"""It takes no page on a disk for its own `'self'`, and so every picture beside it for one from elsewhere."""


class _Imports(etree.Resolver):
    """Finds what Crossref's and JATS's schemas import, without the network."""

    def resolve(self, address: str, _public: str | None, context: Any) -> Any:
        if address.endswith("/mathml3.xsd"):
            return self.resolve_string(NO_MATHS, context)
        found = next((path for end, path in IMPORTED.items() if address.endswith(end)), None)
        return self.resolve_filename(str(found), context) if found else None


@functools.cache
def _xsd(path: Path) -> etree.XMLSchema:
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Imports())
    return etree.XMLSchema(etree.parse(path, parser))


@functools.cache
def _anthology() -> etree.RelaxNG:
    compact = FOLDER / "acl_anthology/data/schema.rnc"
    return etree.RelaxNG(etree.fromstring(_python("-m", "rnc2rng", str(compact)).stdout.encode()))


def _python(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Python with what was unpacked beside its own libraries."""
    told = os.environ | {"PYTHONPATH": str(FOLDER), "PYTHONWARNINGS": "ignore", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run([sys.executable, *arguments], env=told, capture_output=True, text=True, check=False)


def _faults(rules: Any, tree: etree._Element) -> list[str]:
    return [] if rules.validate(tree) else [str(each) for each in rules.error_log]


def crossref_faults(deposit: etree._Element) -> list[str]:
    """What Crossref's schema 5.3.1 finds wrong in a deposit."""
    return _faults(_xsd(CROSSREF), deposit)


def jats_faults(article: etree._Element) -> list[str]:
    """What JATS Journal Publishing 1.3d2 finds wrong in an article; Crossref's copy has its elements in a namespace.

    It is stricter than Archiving 1.3: the ISSN and the days of the conference, for which only it asks, are put in.
    """
    moved = etree.fromstring(etree.tostring(article))
    moved.set("dtd-version", "1.3d2")
    for titles in moved.iterfind("front/journal-meta/journal-title-group"):
        if titles.getparent().find("issn") is None:
            titles.addnext(etree.Element("issn"))
    for event in moved.iterfind(".//conference"):
        if event.find("conf-date") is None:
            event.insert(0, etree.Element("conf-date"))
    for each in moved.iter(etree.Element):
        each.tag = f"{{{JATS_SPACE}}}{each.tag}"
    return _faults(_xsd(JATS), moved)


def dblp_faults(submission: etree._Element) -> list[str]:
    """What dblp's document type for submissions finds wrong."""
    with (FOLDER / "taln2x/templates/dblpsubmission.dtd").open() as written:
        return _faults(etree.DTD(written), submission)


def anthology_faults(collection: etree._Element) -> list[str]:
    """What the ACL Anthology's own schema finds wrong."""
    return _faults(_anthology(), collection)


def json_faults(schema: str, record: Any) -> list[str]:
    """What a JSON schema of another house, by its file's name, finds wrong."""
    rules = json.loads((SCHEMAS / schema).read_text("utf-8"))
    checker = jsonschema.validators.validator_for(rules, jsonschema.Draft201909Validator)
    return [f"{each.json_path}: {each.message}" for each in checker(rules).iter_errors(record)]


def datacite_faults(record: dict[str, Any]) -> list[str]:
    """What DataCite's JSON schema 4.5, which knows no SWHID yet, finds wrong."""
    related = [each for each in record.get("relatedIdentifiers", []) if each["relatedIdentifierType"] != "SWHID"]
    return json_faults("datacite-v4.5.json", record | {"relatedIdentifiers": related})


def crate_terms() -> frozenset[str]:
    """Every property and type that RO-Crate's context defines."""
    context = json.loads((FOLDER / "rocrate/data/ro-crate.jsonld").read_text("utf-8"))["@context"]
    return frozenset(term for each in (context if isinstance(context, list) else [context]) for term in each)


def bag_faults(bag: Path) -> str:
    """What the Library of Congress's `bagit` says of a folder that is no valid bag."""
    said = _python(str(FOLDER / "bagit.py"), "--validate", "--quiet", str(bag))
    return "" if said.returncode == 0 else said.stderr or "not valid"


def ris_records(file: Path) -> list[dict[str, Any]]:
    """The records as `rispy` reads them."""
    reading = "import json, rispy, sys; print(json.dumps(rispy.load(open(sys.argv[1], encoding='utf-8', newline=''))))"
    read: list[dict[str, Any]] = json.loads(_python("-c", reading, str(file)).stdout)
    return read


def page_faults(*pages: Path) -> list[str]:
    """What the Nu HTML checker finds wrong in pages, with their file's names; all in one start of Java."""
    if not VNU.is_file() or shutil.which("java") is None:
        pytest.skip("the Nu HTML checker needs java, and npm for `make oracles` to fetch it")
    said = subprocess.run([*NU, *map(str, pages)], capture_output=True, text=True, check=False)
    assert not said.stderr, said.stderr
    return said.stdout.splitlines()
