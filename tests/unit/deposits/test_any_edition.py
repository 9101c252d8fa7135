"""Whatever people, titles and places an edition has, its exports are what each format's own schema takes."""

from __future__ import annotations

import json

import msgspec
from hypothesis import given

import oracles
from artifact_makers import placed
from deposit_makers import REGISTERING, deposited, faults, tree_of
from few_examples import few
from proceedings.bibliography.exchange import write_csl_json
from proceedings.bundles.acl_xml import anthology_xml, paper_file
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition
from record_strategies import editions

SOME = few(20)


@oracles.needed
@SOME
@given(editions(REGISTERING))
def test_every_schema_takes_what_is_written_of_any_edition(about: Edition) -> None:
    papers = tuple(msgspec.structs.replace(each, doi=f"10.5555/{n}") for n, each in enumerate(about.papers))
    about = msgspec.structs.replace(about, papers=papers)
    files = deposited(about)
    assert faults(files["crossref.xml"], "crossref") == faults(files["dblp.xml"], "dblp") == []
    for each in papers:
        assert faults(files[f"jats/{each.id}.xml"], "jats") == []
        assert oracles.datacite_faults(json.loads(files[f"datacite/{each.id}.json"])) == []
    items = json.loads(write_csl_json(about, placed(about), load_policy("own")))
    assert oracles.json_faults("csl-data.json", items) == []


@oracles.needed
@SOME
@given(editions())
def test_the_anthology_takes_any_edition(about: Edition) -> None:
    members = {"watermarked_pdfs/0.pdf": b"%PDF", **{paper_file(each.id): b"%PDF" for each in about.papers}}
    attached = {each.id: {f"{each.id}.zip": b"PK"} for each in about.papers}
    listed = list(zip(about.papers, placed(about).placements, strict=True))
    assert oracles.anthology_faults(tree_of(anthology_xml(about, listed, members, attached))) == []
