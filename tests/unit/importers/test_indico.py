from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from export_makers import PDF, as_json, indico_contribution, indico_event, mutations, written
from proceedings.importers.imported import Imported, SourceError, doubt_lines
from proceedings.importers.indico import read
from proceedings.names import author_list

DAY = datetime.date(2031, 6, 18)


def imported(folder: Path, content: object, **files: str | bytes) -> Imported:
    return read(written(folder, {"event.json": as_json(content), **files}))


def doubted(export: Imported) -> str:
    return "\n".join(doubt_lines(export.doubts))


def test_an_event_gives_papers_programme_and_the_days(tmp_path: Path) -> None:
    edition = imported(tmp_path, indico_event(indico_contribution(12, "10:00:00"), indico_contribution(7))).edition
    session = edition.sessions[0]
    assert (session.title, session.papers, session.chairs) == ("Training at Scale", ("7", "12"), ("Cem Three",))
    assert (session.date, session.time, session.times) == (DAY, "11:30-12:30", {"7": "11:30", "12": "12:00"})
    assert session.room == "Hall 1"
    event = edition.volume.event
    assert (event.name, event.place, event.start, event.end) == (
        "Deep Learning on Sample Machines",
        "Ghent",
        DAY,
        datetime.date(2031, 6, 19),
    )
    paper = next(each for each in edition.papers if each.id == "7")
    assert (paper.type, paper.abstract) == ("full-paper", "First & best.\n\nCO₂")
    assert author_list(paper.authors) == "Ada Sample and Ben Two"
    assert len(paper.affiliations) == 1


def test_the_keys_of_the_export_api_are_read_too(tmp_path: Path) -> None:
    contribution = indico_contribution()
    contribution["primaryauthors"] = contribution.pop("primary_authors")
    contribution["startDate"] = contribution.pop("start_dt")
    contribution["session"] = "Training at Scale"
    edition = imported(tmp_path, {"results": [{"title": "DLS", "contributions": [contribution]}]}).edition
    assert author_list(edition.papers[0].authors) == "Ada Sample and Ben Two"
    assert [(each.title, each.papers, each.date) for each in edition.sessions] == [("Training at Scale", ("7",), DAY)]


def test_persons_are_ordered_primary_authors_first(tmp_path: Path) -> None:
    persons = [
        {"first_name": "Ben", "last_name": "Two", "author_type": "secondary"},
        {"first_name": "Cem", "last_name": "Three", "author_type": "none", "is_speaker": True},
        {
            "first_name": "Ada",
            "last_name": "Sample",
            "author_type": "primary",
            "affiliation": "SU, Ghent",
            "affiliation_link": {"name": "Sample University", "city": "Ghent", "country_code": "BE"},
        },
    ]
    contribution = indico_contribution(primary_authors=None, coauthors=None, persons=persons)
    paper = imported(tmp_path, {"contributions": [contribution]}).edition.papers[0]
    assert author_list(paper.authors) == "Ada Sample and Ben Two"
    assert [(each.name, each.city, each.country) for each in paper.affiliations.values()] == [
        ("Sample University", "Ghent", "BE")
    ]


def test_speakers_are_not_taken_for_authors(tmp_path: Path) -> None:
    speakers = [{"first_name": "Cem", "last_name": "Three"}]
    export = imported(tmp_path, [indico_contribution(primary_authors=[], coauthors=[], speakers=speakers)])
    assert export.edition.papers[0].authors == ()
    assert "speakers were not taken for authors: paper 7 (Cem Three)" in doubted(export)


def test_papers_are_accepted_by_their_state_and_what_has_none_is_a_talk(tmp_path: Path) -> None:
    event = indico_event(
        indico_contribution(1),
        indico_contribution(2, paper={"state": {"name": "rejected", "value": 3}}),
        indico_contribution(3, paper={"state": 2}),
        indico_contribution(4, "09:45:00", paper=None, title="Welcome", speakers=[{"fullName": "Dr Cem Three"}]),
    )
    export = imported(tmp_path, event)
    session = export.edition.sessions[0]
    assert session.papers == ("1", "3")
    assert [(talk.title, talk.speaker, talk.time) for talk in session.talks] == [("Welcome", "Dr Cem Three", "11:45")]
    assert "accepted by `paper.state`: 'accepted' (2)" in doubted(export)
    assert "talks in the programme: Welcome" in doubted(export)


def test_editables_say_it_where_there_is_no_paper(tmp_path: Path) -> None:
    states = {7: "accepted", 9: "ready_for_review"}
    contributions = [
        indico_contribution(
            number, paper=None, editables=[{"type": "slides", "state": "x"}, {"type": "paper", "state": state}]
        )
        for number, state in states.items()
    ]
    assert [paper.id for paper in imported(tmp_path, contributions).edition.papers] == ["7"]
    export = imported(tmp_path, contributions, **{"import.yml": "accept: ready\n"})
    assert [paper.id for paper in export.edition.papers] == ["9"]


def test_the_list_of_papers_will_do(tmp_path: Path) -> None:
    contribution = indico_contribution(paper=None)
    papers = [{"contribution": contribution, "state": {"name": "accepted"}}, {"contribution": {}, "state": None}]
    assert [paper.id for paper in imported(tmp_path, {"papers": papers[:1]}).edition.papers] == ["7"]
    with pytest.raises(SourceError, match=r"contribution 2 \(no title\): it has no `id`"):
        imported(tmp_path, {"papers": papers})


def test_without_states_all_contributions_are_papers(tmp_path: Path) -> None:
    export = imported(tmp_path, [indico_contribution(1, paper=None), indico_contribution(2, paper=None)])
    assert len(export.edition.papers) == 2
    assert "all contributions were taken" in doubted(export)


def test_a_session_is_found_by_its_code_in_the_list_beside(tmp_path: Path) -> None:
    blocks = [{"id": 5, "code": "TUPA", "title": "Posters"}, {"id": 6, "code": "MOOA", "title": "Opening"}]
    contributions = [indico_contribution(1, session_code="TUPA"), indico_contribution(2, session_id="6")]
    edition = imported(tmp_path, {"title": "DLS", "sessions": blocks, "contributions": contributions}).edition
    assert {each.title: each.papers for each in edition.sessions} == {"Posters": ("1",), "Opening": ("2",)}


def test_a_contribution_that_its_session_lists_too_is_there_once(tmp_path: Path) -> None:
    event = indico_event(indico_contribution(7), contributions=[indico_contribution(7), indico_contribution(9)])
    edition = imported(tmp_path, event).edition
    assert [(each.title, each.papers) for each in edition.sessions] == [
        ("Training at Scale", ("7",)),
        ("Papers", ("9",)),
    ]


def test_sessions_stand_in_the_order_of_their_hours(tmp_path: Path) -> None:
    later = indico_contribution(1, session="Late", start_dt="2031-06-19T09:00:00+00:00")
    early = indico_contribution(2, session="Early", start_dt="2031-06-19T09:00:00+02:00")
    edition = imported(tmp_path, {"timezone": "UTC", "title": "DLS", "contributions": [later, early]}).edition
    assert [each.title for each in edition.sessions] == ["Early", "Late"]


def test_papers_go_by_their_programme_codes_where_that_is_said(tmp_path: Path) -> None:
    contribution = indico_contribution(code="TUPA01")
    files = {"TUPA01.pdf": PDF}
    export = imported(tmp_path / "a", [contribution], **files)
    assert {key: path.name for key, path in export.pdfs.items()} == {"7": "TUPA01.pdf"}
    assert "say `id: code`" in doubted(export)
    export = imported(tmp_path / "b", [contribution], **files, **{"import.yml": "id: code\n"})
    assert list(export.pdfs) == [paper.id for paper in export.edition.papers] == ["TUPA01"]


def test_the_file_of_the_latest_revision_is_the_paper(tmp_path: Path) -> None:
    revision = {"latest_revision": {"files": [{"filename": "final-version.pdf"}]}, "type": "paper", "state": "accepted"}
    export = imported(tmp_path, [indico_contribution(editables=[revision])], **{"pdf/final-version.pdf": PDF})
    assert {key: path.name for key, path in export.pdfs.items()} == {"7": "final-version.pdf"}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ([{"pid": 7}], "no contribution in it"),
        ([indico_contribution(7), indico_contribution(7, title="Other")], "'7' is there twice"),
        ([indico_contribution(7, paper={"state": "rejected"})], r"there are: rejected \(1\)"),
        ("text", "contributions were expected"),
    ],
)
def test_what_cannot_be_imported_is_refused(content: object, words: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=words):
        imported(tmp_path, content)


def test_a_value_of_another_type_is_a_doubt_or_one_line_and_never_a_crash(tmp_path: Path) -> None:
    contribution = indico_contribution(
        speakers=[{"first_name": "Cem"}],
        field_values=[{"name": "Keywords", "value": "a; b"}],
        editables=[{"type": "paper", "state": "accepted", "latest_revision": {"files": [{"filename": "x.pdf"}]}}],
    )
    outcomes = set()
    for content in mutations(indico_event(contribution)):
        try:
            outcomes.add(len(imported(tmp_path, content).edition.papers))
        except SourceError as error:
            outcomes.add("\n" in str(error))
    assert outcomes == {1, False}


def test_all_affiliations_that_jacow_s_indico_lists_are_the_author_s(tmp_path: Path) -> None:
    ada = {
        "first_name": "Ada",
        "last_name": "Sample",
        "affiliation": "Ghent",
        "multiple_affiliations": ["Ghent", "Kiel"],
    }
    (paper,) = imported(tmp_path, indico_event(indico_contribution(primary_authors=[ada]))).edition.papers
    assert [[paper.affiliations[key].name for key in author.affiliations] for author in paper.authors] == [
        ["Ghent", "Kiel"],
        ["Sample University"],
    ]


def state_list(key: str, number: int, state: str, filename: str = "final.pdf") -> str:
    """Indico's list of papers, or of those being edited, with one entry: it has no authors."""
    contribution = {"id": str(number), "title": f"Fast Training {number}", "friendly_id": "3", "code": "TUPA01"}
    revisions = [{"files": [{"filename": "first.pdf"}]}, {"files": [{"filename": filename}]}]
    entry = {"type": "paper", "state": {"name": state}, "contribution": contribution, "revisions": revisions}
    return as_json({"version": 1, "file_types": [], key: [entry]})


def indico_lists(folder: Path, **files: str | bytes) -> Imported:
    """The list of contributions, which says nothing of states, with other files beside it."""
    contributions = [indico_contribution(number, paper=None, friendly_id=str(number - 4)) for number in (7, 9)]
    return read(written(folder, {"contributions.json": as_json(contributions), **files}))


@pytest.mark.parametrize("key", ["papers", "editables"])
def test_states_come_from_the_list_beside_that_of_the_contributions(key: str, tmp_path: Path) -> None:
    export = indico_lists(tmp_path, **{f"{key}.json": state_list(key, 7, "accepted"), "pdf/final.pdf": PDF})
    (paper,) = export.edition.papers
    assert (paper.id, author_list(paper.authors)) == ("7", "Ada Sample and Ben Two")
    assert [talk.title for session in export.edition.sessions for talk in session.talks] == ["Fast Training 9"]
    assert export.pdfs["7"].name == "final.pdf"


def test_what_the_submitter_accepted_after_an_editor_s_changes_is_accepted(tmp_path: Path) -> None:
    export = indico_lists(tmp_path, **{"editables.json": state_list("editables", 7, "accepted_submitter")})
    assert [paper.id for paper in export.edition.papers] == ["7"]


def test_sessions_and_their_contributions_may_be_files_of_their_own(tmp_path: Path) -> None:
    files = {
        "sessions.json": {"sessions": [{"id": "5", "title": "Posters"}, {"id": "6", "title": "Opening"}]},
        "5.json": {"contributions": [indico_contribution(1, session_id="5")]},
        "6.json": {"contributions": [indico_contribution(2, session_id="6")]},
    }
    edition = read(written(tmp_path, {name: as_json(content) for name, content in files.items()})).edition
    assert {each.title: each.papers for each in edition.sessions} == {"Posters": ("1",), "Opening": ("2",)}


def test_two_events_in_one_folder_are_refused_by_their_names(tmp_path: Path) -> None:
    files = {name: as_json(indico_event(indico_contribution())) for name in ("dls30.json", "dls31.json")}
    with pytest.raises(SourceError, match=r"name the JSON file of the event; there are: dls30\.json, dls31\.json"):
        read(written(tmp_path, files))


@pytest.mark.parametrize(
    ("downloaded", "taken"),
    [
        (["3_Fast_Training_7/31_camera-ready.pdf"], "3_Fast_Training_7/31_camera-ready.pdf"),
        (["3_Licensing_of_Machines/31_7.pdf", "5_Other/32_x.pdf"], "3_Licensing_of_Machines/31_7.pdf"),
        (
            [
                "Fast-7/paper/Editable-3-TUPA01/PDF/TUPA01.pdf",
                "Fast-7/paper/Editable-3-TUPA01/Source_Files/plot.pdf",
                "Fast-7/paper/Editable-3-TUPA01/Copyright_Form/form.pdf",
                "Fast-7/slides/Editable-3-TUPA01/PDF/TUPA01.pdf",
            ],
            "Fast-7/paper/Editable-3-TUPA01/PDF/TUPA01.pdf",
        ),
    ],
)
def test_pdfs_are_found_in_the_folders_of_indico_s_own_downloads(
    downloaded: list[str], taken: str, tmp_path: Path
) -> None:
    export = indico_lists(tmp_path, **dict.fromkeys(downloaded, PDF))
    assert export.pdfs["7"].relative_to(tmp_path).as_posix() == taken
    assert "several PDFs" not in doubted(export)
