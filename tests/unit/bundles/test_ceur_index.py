from proceedings.bundles.ceur_index import short_name
from proceedings.records.volume import Volume


def test_a_year_that_nobody_knows_is_not_printed() -> None:
    assert short_name(Volume(acronym="OW")) == "OW"
    assert short_name(Volume(acronym="OW 2019", year=2019)) == "OW 2019"
