from __future__ import annotations

import datetime
import hashlib
import json
import re
import zipfile
from pathlib import Path

import pytest
from packaging.version import Version

import oracles
from builders import edition, paper
from proceedings.bundles import archive
from proceedings.bundles.bundle import BundleSources, IncompleteDeliveryError
from proceedings.bundles.provenance import FILE, HOUSE, provenance
from proceedings.records.finding import Finding
from proceedings.records.record_files import write_records

EDITION = edition(paper("017"), printed_date=datetime.date(2019, 6, 20))
TOP = "sw2019-archive"


@pytest.fixture
def sources(tmp_path: Path) -> BundleSources:
    for name in (
        *("proceedings.pdf", "papers.csv", "proof.json", "findings.json", "proceedings.bib", "papers/017.pdf"),
        *("work/papers.json", "logs/a.log", "bundle/archive.zip", "report/index.html", ".papers.csv.4711"),
        *("editorial/papers.csv", "editorial/authors.csv", "chase.csv", "deposits/crossref.xml"),
    ):
        path = tmp_path / "output" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    metadata = tmp_path / "metadata"
    (metadata / "papers").mkdir(parents=True)
    (metadata / "papers" / "017.yml").write_text(
        "authors:\n- {given: Ada, email: ada@example.org, orcid: 0000-0002-1825-0097}\n"
    )
    (metadata / "proceedings.yml").write_text('contact:\n  email: "chair@example.org"\nurl: git@example.org:a/b\n')
    (metadata / "approvals.csv").write_text("017,...\n")
    (metadata / "waivers.yml").write_text("[]\n")
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "017.pdf").write_text("as it came")
    return BundleSources(output=tmp_path / "output", metadata=metadata, papers=tmp_path / "papers")


def test_the_archive_holds_every_deliverable_and_nothing_between_stages(sources: BundleSources, tmp_path: Path) -> None:
    assert archive.write(EDITION, sources, tmp_path / "archive.zip") == 10
    with zipfile.ZipFile(tmp_path / "archive.zip") as bag:
        names = {name.removeprefix(f"{TOP}/") for name in bag.namelist()}
    assert {"data/proceedings.pdf", "data/papers/017.pdf"} <= names
    assert not any(
        part in name
        for name in names
        for part in ("work/", "logs/", "bundle/", "report/", "editorial/", "chase", "crossref", "/.")
    )


def test_the_manifests_hold_for_every_file(sources: BundleSources, tmp_path: Path) -> None:
    archive.write(EDITION, sources, tmp_path / "archive.zip")
    with zipfile.ZipFile(tmp_path / "archive.zip") as bag:
        listed = dict.fromkeys(("bagit.txt", "tagmanifest-sha256.txt"))
        for name in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
            for line in bag.read(f"{TOP}/{name}").decode().splitlines():
                digest, _, path = line.partition("  ")
                assert hashlib.sha256(bag.read(f"{TOP}/{path}")).hexdigest() == digest
                listed[path] = None
        assert {f"{TOP}/{path}" for path in listed} == set(bag.namelist())


@oracles.needed
def test_a_reader_of_bags_finds_every_file_and_no_other(sources: BundleSources, tmp_path: Path) -> None:
    archive.write(EDITION, sources, tmp_path / "archive.zip")
    with zipfile.ZipFile(tmp_path / "archive.zip") as bag:
        bag.extractall(tmp_path / "bags")
    assert oracles.bag_faults(tmp_path / "bags" / TOP) == ""
    (tmp_path / "bags" / TOP / "data/papers.csv").write_text("another")
    assert "is invalid" in oracles.bag_faults(tmp_path / "bags" / TOP)


def test_the_payload_is_a_crate_that_lists_every_file_of_it(sources: BundleSources, tmp_path: Path) -> None:
    archive.write(EDITION, sources, tmp_path / "archive.zip")
    with zipfile.ZipFile(tmp_path / "archive.zip") as bag:
        graph = json.loads(bag.read(f"{TOP}/data/ro-crate-metadata.json"))["@graph"]
        said = {each["@id"]: each["sha256"] for each in graph if each["@type"] == "File"}
        there = {name.removeprefix(f"{TOP}/data/"): name for name in bag.namelist() if f"{TOP}/data/" in name}
        assert set(said) == set(there) - {"ro-crate-metadata.json"}
        assert all(hashlib.sha256(bag.read(there[path])).hexdigest() == digest for path, digest in said.items())


def test_provenance_has_the_digest_of_all_that_went_in_and_came_out(sources: BundleSources, tmp_path: Path) -> None:
    archive.write(EDITION, sources, tmp_path / "archive.zip")
    with zipfile.ZipFile(tmp_path / "archive.zip") as bag:
        said = json.loads(bag.read(f"{TOP}/data/provenance.json"))
        there = {name.removeprefix(f"{TOP}/data/"): name for name in bag.namelist() if f"{TOP}/data/" in name}
        outputs = {path: hashlib.sha256(bag.read(name)).hexdigest() for path, name in there.items()}
    assert said["outputs"] == {path: outputs[path] for path in outputs.keys() - {FILE, "ro-crate-metadata.json"}}
    metadata = ("approvals.csv", "papers/017.yml", "proceedings.yml", "waivers.yml")
    inputs = [*(f"metadata/{name}" for name in metadata), "papers/017.pdf"]
    assert said["inputs"] == {name: hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() for name in inputs}


def test_provenance_names_the_tool_and_the_libraries_at_work_and_no_machine(sources: BundleSources) -> None:
    said = json.loads(provenance(sources.metadata, sources.papers, {}))
    lock = re.findall(r"^([\w.-]+)==(\S+) ", (HOUSE / "requirements.txt").read_text("utf-8"), re.MULTILINE)
    locked = {name: Version(number) for name, number in lock}
    assert {"pikepdf", "reportlab", "snakemake"} <= said["libraries"].keys()
    assert all(locked[name] == Version(number) for name, number in said["libraries"].items())
    assert said["tool"].keys() == {"name", "version", "code"}
    assert str(sources.papers.parent) not in json.dumps(said)


def test_the_crate_says_what_made_it_and_leads_to_the_provenance(sources: BundleSources, tmp_path: Path) -> None:
    archive.write(EDITION, sources, tmp_path / "archive.zip")
    with zipfile.ZipFile(tmp_path / "archive.zip") as bag:
        graph = json.loads(bag.read(f"{TOP}/data/ro-crate-metadata.json"))["@graph"]
    found = {each["@id"]: each for each in graph}
    made = found[found["./"]["mentions"]["@id"]]
    assert (made["@type"], made["object"], made["result"]) == ("CreateAction", {"@id": FILE}, {"@id": "./"})
    assert found[made["instrument"]["@id"]]["name"] == "Bindery"
    assert found[FILE]["@type"] == "File"


def test_the_bag_says_what_it_is(sources: BundleSources, tmp_path: Path) -> None:
    archive.write(EDITION, sources, tmp_path / "archive.zip")
    with zipfile.ZipFile(tmp_path / "archive.zip") as bag:
        lines = bag.read(f"{TOP}/bag-info.txt").decode().splitlines()
        payload = [bag.getinfo(name).file_size for name in bag.namelist() if name.startswith(f"{TOP}/data/")]
    assert "Bagging-Date: 2019-06-20" in lines
    assert f"Payload-Oxum: {sum(payload)}.{len(payload)}" in lines


def test_addresses_of_people_and_private_files_stay_out(sources: BundleSources, tmp_path: Path) -> None:
    archive.write(EDITION, sources, tmp_path / "archive.zip")
    with zipfile.ZipFile(tmp_path / "archive.zip") as bag:
        paper_file = bag.read(f"{TOP}/data/metadata/papers/017.yml").decode()
        volume_file = bag.read(f"{TOP}/data/metadata/proceedings.yml").decode()
        names = bag.namelist()
    assert paper_file == "authors:\n- {given: Ada, email: withheld, orcid: 0000-0002-1825-0097}\n"
    assert volume_file == 'contact:\n  email: "withheld"\nurl: git@example.org:a/b\n'
    assert not any("approvals" in name or "waivers" in name for name in names)


def test_an_orcid_id_that_cannot_be_true_stays_in_the_house_even_where_it_is_waived(
    sources: BundleSources, tmp_path: Path
) -> None:
    mistyped = "0000-0002-1825-0098"
    (sources.metadata / "papers/017.yml").write_text(f"authors:\n- {{given: Ada, orcid: '{mistyped}'}}\n")
    fact = f'papers/017.yml: the ORCID iD "{mistyped}" is mistyped: its form or its check digit is wrong.'
    write_records(sources.output / "findings.json", [Finding(code="orcid-invalid", severity="error", message=fact)])
    archive.write(EDITION, sources, tmp_path / "archive.zip")
    with zipfile.ZipFile(tmp_path / "archive.zip") as bag:
        assert not [name for name in bag.namelist() if mistyped.encode() in bag.read(name)]
        assert b"is mistyped" in bag.read(f"{TOP}/data/findings.json")


def test_the_chairs_notes_stay_in_the_house(sources: BundleSources, tmp_path: Path) -> None:
    noted = "title: A\nnotes: |\n  Their boss is angry.\ntype: full # in notes: no\n"
    (sources.metadata / "papers/017.yml").write_text(noted)
    archive.write(EDITION, sources, tmp_path / "archive.zip")
    with zipfile.ZipFile(tmp_path / "archive.zip") as bag:
        assert bag.read(f"{TOP}/data/metadata/papers/017.yml") == b"title: A\ntype: full # in notes: no\n"


def test_an_address_is_withheld_however_it_is_written(sources: BundleSources, tmp_path: Path) -> None:
    quoted, folded = '- {"email": "x.ada@example.org", given: Ada}\n', "- email: >-\n    ada@example.org\n"
    written = f"authors:\n{quoted}{folded}# or ada@example.org\n"
    (sources.metadata / "papers" / "017.yml").write_text(written)
    archive.write(EDITION, sources, tmp_path / "archive.zip")
    with zipfile.ZipFile(tmp_path / "archive.zip") as bag:
        paper_file = bag.read(f"{TOP}/data/metadata/papers/017.yml").decode()
    assert "@" not in paper_file and paper_file.count("withheld") == 3


def test_what_is_no_address_is_withheld_where_it_stands_for_one_alone(sources: BundleSources, tmp_path: Path) -> None:
    written = "authors: # Ada, é\n- {given: Ada, email: ','}\n- {literal: B, email: none}\ntitle: None, or none\n"
    (sources.metadata / "papers" / "017.yml").write_text(written, "utf-8")
    archive.write(EDITION, sources, tmp_path / "archive.zip")
    with zipfile.ZipFile(tmp_path / "archive.zip") as bag:
        paper_file = bag.read(f"{TOP}/data/metadata/papers/017.yml").decode()
    assert paper_file == written.replace("','", "'withheld'").replace("email: none", "email: withheld")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("title: A  # asked ada@example.org on 3 June\n", "title: A  # asked withheld on 3 June\n"),
        ("signer: Ada Sample <a.b+c@cs.example.co.uk>\n", "signer: Ada Sample <withheld>\n"),
        ("url: mailto:ada@example.org\n", "url: mailto:withheld\n"),
        ("url: ssh://git@example.org/a.git\n", None),
        ("url: git@example.org:a/b.git\n", None),
        ("version: torch@1.2.0\n", None),
        ("title: What happens @ Scale.\n", None),
    ],
)
def test_an_address_in_a_remark_is_withheld_and_an_account_of_a_repository_is_none(
    sources: BundleSources, tmp_path: Path, given: str, kept: str | None
) -> None:
    (sources.metadata / "papers" / "017.yml").write_text(given)
    archive.write(EDITION, sources, tmp_path / "archive.zip")
    with zipfile.ZipFile(tmp_path / "archive.zip") as bag:
        assert bag.read(f"{TOP}/data/metadata/papers/017.yml").decode() == (kept or given)


def test_two_archives_of_the_same_files_are_the_same_bytes(sources: BundleSources, tmp_path: Path) -> None:
    archive.write(EDITION, sources, tmp_path / "1.zip")
    (sources.output / "proceedings.pdf").touch()
    archive.write(EDITION, sources, tmp_path / "2.zip")
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()


def test_an_archive_of_an_unfinished_build_is_refused(sources: BundleSources, tmp_path: Path) -> None:
    (sources.output / "proof.json").unlink()
    with pytest.raises(IncompleteDeliveryError, match=r"proof\.json is not built yet\. Next: "):
        archive.write(EDITION, sources, tmp_path / "archive.zip")
    assert not (tmp_path / "archive.zip").exists()


def test_metadata_in_utf_16_and_under_the_other_ending_is_public_without_addresses(
    sources: BundleSources, tmp_path: Path
) -> None:
    text = "authors:\r\n- {given: Zoë, email: zoe@example.org}\r\n"
    (sources.metadata / "papers" / "021.yaml").write_bytes(text.encode("utf-16"))
    (sources.metadata / "forms").mkdir()
    (sources.metadata / "forms/017.md").write_text("# Seeds\n")
    (sources.metadata / "waivers.yaml").write_text("[]\n")
    archive.write(EDITION, sources, tmp_path / "archive.zip")
    with zipfile.ZipFile(tmp_path / "archive.zip") as bag:
        paper_file = bag.read(f"{TOP}/data/metadata/papers/021.yaml").decode()
        names = bag.namelist()
    assert paper_file == text.replace("zoe@example.org", "withheld")
    assert not any("waivers" in name or "forms" in name for name in names)


@pytest.mark.parametrize("content", [b"title: M\xfcller\n", b"title: a: b\n"])
def test_a_file_whose_addresses_cannot_be_found_is_not_delivered(
    sources: BundleSources, tmp_path: Path, content: bytes
) -> None:
    (sources.metadata / "papers" / "017.yml").write_bytes(content)
    with pytest.raises(IncompleteDeliveryError, match=r"017\.yml is no YAML.*Next: "):
        archive.write(EDITION, sources, tmp_path / "archive.zip")


def test_addresses_beside_an_alias_to_its_own_parent_and_under_a_key_twice_are_withheld(
    sources: BundleSources, tmp_path: Path
) -> None:
    (sources.metadata / "papers" / "017.yml").write_text(
        "authors: &a\n- {email: ada@example.org, email: b@example.org}\n- *a\n- ? [x]\n  : y\n"
    )
    archive.write(EDITION, sources, tmp_path / "archive.zip")
    with zipfile.ZipFile(tmp_path / "archive.zip") as bag:
        assert b"@" not in bag.read(f"{TOP}/data/metadata/papers/017.yml")
