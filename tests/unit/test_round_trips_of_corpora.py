"""Real volumes come back as they were from every format that we write; benchmarks/round_trips.py tries all of them."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from proceedings.importers import read_source
from trip_makers import TRIPS, differences_of, there_and_back

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"

pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(not CORPORA.is_dir(), reason="the shared corpora are not beside the repository"),
]

SOME = {
    "volumes/sigturk2026-acl": "aclpub2",
    "metadata/acm-csv/acm-proceedings-enhanced-sample.csv": "acm",
    "metadata/hotcrp/hotcrp-test-db.json": "hotcrp",
}


@pytest.mark.parametrize("source", SOME)
def test_a_real_volume_comes_back_as_it_was(source: str) -> None:
    made = read_source(SOME[source], CORPORA / source).edition
    assert made.papers
    for name, trip in TRIPS.items():
        with TemporaryDirectory() as folder:
            assert differences_of(name, made, there_and_back(trip, made, Path(folder)).edition) == []
