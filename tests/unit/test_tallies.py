from proceedings.records.finding import Finding
from proceedings.tallies import tallies, tally_words


def test_waived_findings_are_counted_apart_and_what_does_not_occur_is_left_out() -> None:
    found = (Finding(severity="error"), Finding(severity="error", waived=True), Finding(severity="info"))
    assert [(each.kind, each.count, each.words) for each in tallies(found)] == [
        ("error", 1, "1 error"),
        ("info", 1, "1 note"),
        ("waived", 1, "1 waived"),
    ]


def test_counts_are_one_phrase() -> None:
    assert tally_words((Finding(severity="warning"),)) == "1 warning"
    assert tally_words((*[Finding(severity="error")] * 10, Finding(severity="info"))) == "10 errors, 1 note"
    assert tally_words(()) == "No findings"
