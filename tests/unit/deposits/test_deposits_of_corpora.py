"""Real volumes, given DOIs and a depositor, are what every registry's own schema takes."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

import oracles
from artifact_makers import placed
from deposit_makers import NAMES, REGISTERING, deposited, faults, tree_of
from proceedings.bibliography.exchange import write_csl_json, write_ris
from proceedings.importers import read_source
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition
from proceedings.records.programme import Session

CORPORA = Path(__file__).parents[3].parent / "shared/corpora"
VOLUMES = [
    ("aclpub2", "volumes/sigdial2022-acl", 40),
    ("aclpub2", "volumes/sigturk2026-acl", 20),
    ("pmlr", "volumes/pmlr-v103-isipta2019", 51),
    ("pcs", "metadata/ieeevr2024/ieeevr2024-journalpapers.csv", 79),
    ("hotcrp", "metadata/hotcrp/hotcrp-test-db.json", 30),
    ("easychair", "metadata/easychair-extra-synthetic", 180),
]
pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(not CORPORA.is_dir(), reason="the shared corpora are not beside the repository"),
    oracles.needed,
]


def registered(kind: str, source: str) -> Edition:
    """The accepted papers of an export in one session, each with a DOI, in a volume that registers them."""
    read = read_source(kind, CORPORA / source).edition
    said = {"title": read.volume.title or "A Volume", "isbn": read.volume.isbn, "editors": read.volume.editors}
    accepted = [each for each in read.papers if each.status == "accepted"]
    papers = tuple(msgspec.structs.replace(each, doi=f"10.5555/v.{each.id}") for each in accepted)
    session = Session(title="All", papers=tuple(each.id for each in papers))
    volume = msgspec.structs.replace(REGISTERING, **said)
    return msgspec.structs.replace(read, volume=volume, papers=papers, sessions=(session,))


@pytest.mark.parametrize(("kind", "source", "number"), VOLUMES)
def test_no_schema_of_a_registry_finds_fault_with_a_real_volume(
    kind: str, source: str, number: int, tmp_path: Path
) -> None:
    about = registered(kind, source)
    files = deposited(about)
    jats = {name for name in files if name.startswith("jats/")}
    datacite = {name for name in files if name.startswith("datacite/")}
    found = [faults(files["crossref.xml"], "crossref"), faults(files["dblp.xml"], "dblp")]
    found += [faults(files[name], "jats") for name in jats]
    found += [oracles.datacite_faults(json.loads(files[name])) for name in datacite]
    items = json.loads(write_csl_json(about, placed(about), load_policy("own")))
    assert [*filter(None, found), *oracles.json_faults("csl-data.json", items)] == []
    (tmp_path / "volume.ris").write_bytes(write_ris(about, placed(about), load_policy("own")))
    titles = [each["title"] for each in oracles.ris_records(tmp_path / "volume.ris")]
    assert titles == [each["title"] for each in items]
    papers = tree_of(files["crossref.xml"]).findall(".//c:conference_paper", NAMES)
    assert {len(each) for each in (papers, jats, datacite, items)} == {number}
