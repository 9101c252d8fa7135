"""One cause, one finding: what follows from another finding of the paper is told in its message."""

from __future__ import annotations

import time

import msgspec
import pytest

from lined_pages import TWO_COLUMNS, page, text_lines
from proceedings.causes import full_causes, overruled, without_consequences
from proceedings.codes import all_codes, finding
from proceedings.page_sizes import LETTER
from proceedings.profile import load_profile
from proceedings.proofs.asking import as_asked
from proceedings.records.facts import PaperFacts
from proceedings.records.finding import Finding
from proceedings.self_check import self_check


def rooted(*findings: Finding) -> tuple[Finding, ...]:
    return without_consequences(findings, full_causes(findings))


def of_a(code: str, page: int | None = None, **fields: object) -> Finding:
    return finding(code, f"{code}.", paper="a", page=page, **fields)  # type: ignore[arg-type]


def test_what_follows_from_a_cause_is_counted_in_its_message_with_its_pages() -> None:
    found = rooted(
        of_a("review-mode"),
        of_a("ink-outside-text-block", 5),
        of_a("ink-outside-text-block", 3),
        of_a("copyright-notice"),
    )
    assert [each.code for each in found] == ["review-mode"]
    assert found[0].message == (
        "review-mode. 3 findings that follow from it are not listed: "
        "copyright-notice and 2 × ink-outside-text-block (pages 3, 5)."
    )


def test_one_consequence_is_told_in_the_singular() -> None:
    assert rooted(of_a("page-size"), of_a("gutter"))[0].message == (
        "page-size. 1 finding that follows from it is not listed: gutter."
    )


def test_pages_of_a_wrong_size_explain_what_is_found_on_them_and_nothing_else() -> None:
    cause = of_a("page-size", 4, pages=(4, 5))
    elsewhere = of_a("ink-outside-text-block", 2)
    found = rooted(cause, elsewhere, of_a("ink-outside-text-block", 4), of_a("gutter", 5))
    assert [each.code for each in found] == ["page-size", "ink-outside-text-block"]
    assert found[0].message.endswith("not listed: gutter (page 5) and ink-outside-text-block (page 4).")
    assert found[1] == elsewhere


def test_what_is_found_on_other_pages_too_does_not_follow_from_some() -> None:
    both = of_a("stamp-collision", 4, pages=(4, 6))
    whole_paper = of_a("gutter")
    assert rooted(of_a("page-size", 4, pages=(4, 5)), both, whole_paper)[1:] == (both, whole_paper)
    assert len(rooted(of_a("page-size", 4, pages=(4, 5, 6)), both)) == 1


def test_an_overflow_on_a_page_of_the_right_size_stays_an_error_beside_one_of_a_wrong_size() -> None:
    text, table = text_lines(TWO_COLUMNS, first=82, last=772), (306.0, 300.0, 565.0, 320.0)
    pages = (page(1, text), page(2, text, ink=[table]), page(3, text, LETTER, ink=[table]))
    facts = PaperFacts(paper="a", sha256="0" * 64, pages=pages)
    found = self_check(facts, load_profile("acl"), path="a.pdf")
    grave = [(each.code, each.page) for each in found if each.severity == "error"]
    assert grave == [("ink-outside-text-block", 2), ("page-size", 3)]


def test_a_wrong_template_explains_a_wrong_page_size_and_never_the_reverse() -> None:
    findings = (of_a("page-size"), of_a("gutter"), of_a("column-count"))
    (found,) = rooted(*findings)
    assert found.code == "column-count"
    assert "2 findings that follow from it are not listed: gutter and page-size." in found.message


def test_page_numbers_of_the_paper_explain_what_stands_where_the_volume_s_are_stamped() -> None:
    assert [each.code for each in rooted(of_a("stamp-collision", 1), of_a("page-number-present"))] == [
        "page-number-present"
    ]


def test_a_file_under_two_ids_explains_the_wrong_title_and_the_wrong_names() -> None:
    findings = (of_a("title-mismatch", 1, severity="error"), of_a("duplicate-pdf"), of_a("author-mismatch", 1))
    assert [each.code for each in rooted(*findings)] == ["duplicate-pdf"]


def test_a_cause_without_consequences_is_told_as_it_stands() -> None:
    assert rooted(of_a("page-size")) == (of_a("page-size"),)


def test_what_does_not_follow_stays() -> None:
    assert len(rooted(of_a("page-size"), of_a("unresolved-reference"))) == 2


def test_a_cause_explains_its_own_paper_only() -> None:
    other = finding("gutter", "x", paper="b")
    assert other in rooted(of_a("page-size"), other)


def test_no_error_hides_behind_a_note() -> None:
    note = msgspec.structs.replace(of_a("page-size"), severity="info")
    findings = (note, of_a("ink-outside-text-block", 2, severity="error"))
    assert without_consequences(findings, frozenset({("a", "page-size")})) == findings


def test_a_mild_case_explains_nothing() -> None:
    assert len(rooted(of_a("no-searchable-text", 3, severity="warning"), of_a("section-missing"))) == 2


def test_a_plot_that_copies_as_nonsense_hides_no_missing_section() -> None:
    assert len(rooted(of_a("no-unicode-map", 5), of_a("section-missing"))) == 2
    assert len(rooted(of_a("no-unicode-map", severity="error"), of_a("section-missing"))) == 1


def test_another_title_explains_other_authors_only_where_it_is_the_wrong_paper() -> None:
    assert len(rooted(of_a("title-mismatch"), of_a("author-mismatch"))) == 2
    assert len(rooted(of_a("title-mismatch", severity="error"), of_a("author-mismatch"))) == 1


def test_a_waived_cause_still_explains() -> None:
    waived = msgspec.structs.replace(of_a("page-size"), waived=True)
    assert len(rooted(waived, of_a("gutter"))) == 1


def test_a_waived_title_hides_nobody_who_came_since_acceptance() -> None:
    title = msgspec.structs.replace(of_a("title-mismatch", 1, severity="error"), waived=True)
    come = of_a("author-mismatch", 1, severity="error", people=("Cy Quack",))
    order = of_a("author-mismatch", 1)
    assert rooted(title, come, order)[1:] == (come,)


def test_a_cause_that_follows_from_another_hands_on_what_follows_from_it() -> None:
    found = rooted(of_a("no-searchable-text"), of_a("title-mismatch", severity="error"), of_a("author-mismatch"))
    assert [each.code for each in found] == ["no-searchable-text"]
    assert "2 findings" in found[0].message


def test_tracing_twenty_thousand_findings_of_the_volume_takes_no_minute() -> None:
    findings = tuple(finding("metadata-invalid", f"line {line}.") for line in range(20_000))
    start = time.process_time()
    assert rooted(*findings) == findings
    assert time.process_time() - start < 5


@pytest.mark.parametrize("code", [code for code, known in all_codes().items() if known.swallows or known.overrules])
def test_causes_name_known_codes_and_never_lead_in_a_circle(code: str) -> None:
    known = all_codes()
    below, waiting = set(), [*known[code].swallows, *known[code].overrules]
    while waiting:
        each = waiting.pop()
        if each not in below:
            below.add(each)
            waiting.extend(known[each].swallows)
    assert code not in below


def test_a_certificate_makes_information_of_what_it_covers_and_says_so() -> None:
    found = overruled((of_a("certified"), of_a("font-not-embedded"), of_a("page-limit")))
    assert [(each.code, each.severity) for each in found] == [
        ("certified", "info"),
        ("font-not-embedded", "info"),
        ("page-limit", "error"),
    ]
    assert found[0].message == "certified. It makes information of font-not-embedded."


def test_what_a_certificate_covers_asks_for_no_change_of_the_certified_file() -> None:
    _, plot, length = overruled((of_a("certified"), of_a("type3-font"), of_a("page-limit")))
    assert plot.remedy == "Nothing: the certificate holds for the file as it is."
    assert length.remedy == of_a("page-limit").remedy


def test_several_authorities_on_a_paper_each_cover_their_own() -> None:
    asked = of_a("reproducibility-missing")
    found = overruled((of_a("certified"), of_a("artifacts-described"), of_a("font-not-embedded"), asked))
    assert {each.severity for each in found} == {"info"}
    assert found[0].message.endswith("information of font-not-embedded.")
    assert found[1].message.endswith("information of reproducibility-missing.")
    assert found[2].remedy != found[3].remedy


def test_authors_are_asked_for_nothing_that_a_certificate_settles() -> None:
    _, locked = overruled((of_a("certified"), of_a("encrypted")))
    assert as_asked(locked).remedy == "Nothing: the certificate holds for the file as it is."
    assert as_asked(of_a("encrypted")).remedy.startswith("Export the paper again")


def test_a_certificate_that_changes_nothing_is_not_listed() -> None:
    assert overruled((of_a("certified"), of_a("page-limit"))) == (of_a("page-limit"),)
    assert overruled((of_a("certified"),)) == ()


def test_a_certificate_speaks_for_its_own_paper() -> None:
    other = finding("font-not-embedded", "x", paper="b")
    assert overruled((of_a("certified"), other)) == (other,)
