from __future__ import annotations

import pytest

from builders import paper
from lined_pages import line, paper_of, text_lines
from proceedings.checks.already_stamped import already_stamped
from proceedings.checks.rules import Rules
from proceedings.profile import load_profile
from proceedings.reading.reading import Reading
from proceedings.records.facts import TextLine
from proceedings.records.volume import Event, PartOf, Volume
from worded_papers import findings, front, heading, on_profile, reading, said

LNCS, ACM, IEEE = on_profile("lncs"), on_profile("acm"), on_profile("ieee")


def foot(words: str) -> list[TextLine]:
    return [line(words, 135, 800, size=8)]


def climbing(words: str) -> TextLine:
    return TextLine(text=words, box=(20, 200, 35, 600), baseline=35, size=14, font="Times-Roman", turned=90)


def test_the_stamp_of_a_preprint_server_climbs_the_margin() -> None:
    (only,) = findings(already_stamped, reading(more=[climbing("arXiv:2101.12345v2 [cs.LG] 12 Jan 2021")]), LNCS)
    assert (only.severity, only.page) == ("error", 1) and "arXiv:2101.12345v2" in only.message


@pytest.mark.parametrize(
    "words",
    [
        "Proceedings of the 12th Workshop on Sample Systems, pages 147–154",
        "Proceedings of Machine Learning Research 103:2–13, 2019",
        "Volume 6: Tutorial Abstracts, pages 1–10",
        "Published in the Journal of Ranks",
        "©2021 Association for Computational Linguistics",
        "978-1-7281-5995-9/21/$31.00 ©2021 IEEE",
        "© 2019 ACM. https://doi.org/10.1145/3295500.3356137",
        "https://doi.org/10.1145/3295500.3356137",
        "DOI 10.1109/SMP.2021.00012",
    ],
)
def test_the_foot_of_another_publication_is_an_error(words: str) -> None:
    (only,) = findings(already_stamped, reading(more=foot(words)), LNCS)
    assert only.severity == "error"


def test_a_publishers_own_template_may_print_its_own() -> None:
    rights = ["© 2019 Association for Computing Machinery.", "https://doi.org/10.1145/3295500.3356137"]
    assert not findings(
        already_stamped, reading(more=[line(w, 60, 690 + 9 * n, size=7) for n, w in enumerate(rights)]), ACM
    )
    assert not findings(already_stamped, reading(more=foot("978-1-7281-5995-9/19/$31.00 ©2019 IEEE")), IEEE)


def test_what_names_the_volume_itself_is_its_own() -> None:
    volume = Volume(event=Event(name="Workshop on Sample Systems"))
    rules = Rules(profile=load_profile("lncs"), volume=volume)
    own = foot("Proceedings of the 12th Workshop on Sample Systems, pages 1–4")
    assert not findings(already_stamped, reading(more=own), rules)


def test_references_and_footnotes_name_others_works() -> None:
    assert not findings(
        already_stamped, reading("In: Proceedings of the 12th Conference on Things, pages 12–20."), LNCS
    )
    assert not findings(already_stamped, reading("[3] Sample: arXiv:2101.12345v2 [cs.LG]. 2021"), LNCS)
    data = [
        line("https://doi.org/10.5281/zenodo.123456", 135, 690, size=8),
        line("1 See https://doi.org/10.1145/1.2", 135, 700, size=8),
    ]
    assert not findings(already_stamped, reading(more=data), LNCS)


def test_the_papers_own_doi_is_no_other_publication() -> None:
    own = reading(more=foot("https://doi.org/10.1007/978-3-030-1_2"))
    assert not findings(already_stamped, own, ACM, paper(doi="10.1007/978-3-030-1_2"))


def numbered(first: int) -> Reading:
    pages = [[*(front() if n == 0 else []), *said(top=290), line(str(first + n), 300, 800)] for n in range(4)]
    return Reading(paper_of(*pages))


def test_page_numbers_of_another_book_are_found_and_those_from_1_are_not() -> None:
    (only,) = findings(already_stamped, numbered(147), LNCS)
    assert "the page number 147 (page 1)" in only.message
    assert not findings(already_stamped, numbered(1), LNCS)


def test_the_pages_of_the_joint_volume_are_its_own() -> None:
    joint = Rules(profile=load_profile("lncs"), volume=Volume(part_of=PartOf(first_page=101)))
    assert not findings(already_stamped, numbered(147), joint)


def test_a_paper_of_text_alone_bears_no_marks() -> None:
    assert not findings(already_stamped, Reading(paper_of(text_lines(), text_lines())), LNCS)


def test_a_note_names_others_works_also_where_its_mark_stands_apart() -> None:
    mark = line("1", 135, 687, size=5, width=3)
    note = line("https://doi.org/10.1109/5.771073", 141, 690, size=8)
    assert not findings(already_stamped, reading(more=[mark, note]), LNCS)
    assert findings(already_stamped, reading(more=[note]), LNCS)


def note(*words: str, top: float = 690, mark: str = "1") -> list[TextLine]:
    """A footnote with its mark set apart."""
    return [
        line(mark, 135, top - 3, size=5, width=3),
        *(line(w, 141, top + 10 * n, size=8) for n, w in enumerate(words)),
    ]


@pytest.mark.parametrize(
    "words",
    [
        ("An earlier version was a poster:", "https://doi.org/10.1145/3292500.3330701"),
        (
            "The figure is taken from a poster of ours with the kind permission of all of its authors, and",
            "© 2019 IEEE.",
        ),
    ],
)
def test_a_note_goes_on_below_a_line_that_is_full_or_ends_nothing(words: tuple[str, ...]) -> None:
    assert not findings(already_stamped, reading(more=note(*words)), LNCS)


def test_an_abstract_that_ends_with_an_identifier_names_others_works() -> None:
    shown = [
        "We measure how long the ranks of a job wait for one another; all our traces can be had in",
        "https://doi.org/10.1145/1.2",
    ]
    abstract = [line(words, 160, 262 + 11 * n, size=9) for n, words in enumerate(shown)]
    assert not findings(already_stamped, reading(more=abstract), LNCS)
    assert findings(already_stamped, reading(more=abstract[1:]), LNCS)


def test_a_notice_close_below_a_note_is_none_of_it() -> None:
    below = note(
        "Both authors contributed equally to this work.", "© 2019 Association for Computing Machinery.", mark="∗"
    )
    assert findings(already_stamped, reading(more=below), LNCS)


def test_a_reference_on_page_1_names_others_works() -> None:
    entry = [
        line("3. Sample, A.: Ranks. In: Ranks 2019", 135, 700, size=9),
        line("https://doi.org/10.1145/1.2", 147, 710, size=9),
    ]
    poster = Reading(paper_of([*front(), *said()[:20], heading("References", 685), *entry]))
    assert not findings(already_stamped, poster, LNCS)
    assert findings(already_stamped, Reading(paper_of([*front(), *said()[:20], *entry])), LNCS)


@pytest.mark.parametrize(
    "words",
    [
        "We use the corpus that was compiled by Springer Nature in 2019",
        "publishers are (a) ACM, (b) IEEE, and (c) Springer",
        "The copyright of the corpus lies with Springer",
    ],
)
def test_who_names_a_publisher_bears_no_mark_of_it(words: str) -> None:
    assert not findings(already_stamped, reading(more=[line(words, 135, 700, size=8)]), on_profile("acl"))


@pytest.mark.parametrize(
    "words",
    [
        "© Springer-Verlag Berlin Heidelberg 2011",
        "© Springer Nature Switzerland AG 2019",
        "c Springer International Publishing Switzerland 2016",
        "© The Author(s), under exclusive license to Springer Nature Switzerland AG 2021",
        "© 2010 by Springer Science+Business Media",
        "Springer Nature Switzerland AG 2019",
        "A. Two et al. (Eds.): SW 2019, LNCS 11887, pp. 1–12, 2019.",
    ],
)
def test_the_imprints_of_springer_are_marks(words: str) -> None:
    assert findings(already_stamped, reading(more=[line(words, 135, 700, size=8)]), on_profile("acl"))
    assert not findings(already_stamped, reading(more=[line(words, 135, 700, size=8)]), LNCS)


def test_page_numbers_are_told_as_they_are_printed() -> None:
    roman = [[*said(top=290), line(number, 300, 800)] for number in ("xi", "xii", "xiii")]
    (only,) = findings(already_stamped, Reading(paper_of(*roman)), LNCS)
    assert "the page number xi (page 1)" in only.message


def test_a_sheet_before_the_paper_makes_no_other_book_of_it() -> None:
    assert not findings(already_stamped, numbered(2), LNCS)
    assert findings(already_stamped, numbered(3), LNCS)


def test_a_notice_that_a_note_quotes_is_nobodys() -> None:
    assert not findings(already_stamped, reading(more=foot("2 The notice reads “© 2019 IEEE. Personal use”")), LNCS)
