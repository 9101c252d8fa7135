from __future__ import annotations

from pathlib import Path

import pytest

from export_makers import PDF, as_json, mutations, openreview_note, written
from proceedings.importers import read_source
from proceedings.importers.imported import Imported, SourceError, doubt_lines
from proceedings.importers.openreview import read
from proceedings.records.paper import Author

PROFILE = {
    "id": "~Ada_Sample1",
    "content": {
        "names": [{"first": "Ada", "middle": "", "last": "Sample", "preferred": True, "username": "~Ada_Sample1"}],
        "emails": ["ada@example.org"],
        "orcid": "https://orcid.org/0000-0002-1825-0097",
        "history": [
            {"end": 2029, "institution": {"name": "Old University", "country": "DE"}},
            {"end": None, "institution": {"name": "Sample University", "city": "Ghent", "country": "BE"}},
        ],
    },
}


def imported(folder: Path, notes: object, **files: str | bytes) -> Imported:
    return read(written(folder, {"notes.json": as_json(notes), **files}))


def doubted(export: Imported) -> str:
    return "\n".join(doubt_lines(export.doubts))


def bare(note: dict[str, object]) -> dict[str, object]:
    """The note as version 1 of the API gives it."""
    content = note["content"]
    assert isinstance(content, dict)
    return note | {"content": {key: field["value"] for key, field in content.items()}}


def parts(author: Author) -> tuple[str | None, str | None, str | None]:
    return author.given, author.family, author.literal


def test_both_versions_of_the_api_and_both_wrappings_are_read_alike(tmp_path: Path) -> None:
    notes = [openreview_note(7), openreview_note(12)]
    first = imported(tmp_path / "a", notes).edition.papers
    assert [(paper.id, paper.title) for paper in first] == [("7", "Fast Training 7"), ("12", "Fast Training 12")]
    assert first[0].keywords == ("scale", "training")
    assert imported(tmp_path / "b", {"notes": notes, "count": 2}).edition.papers == first
    assert imported(tmp_path / "c", [bare(note) for note in notes]).edition.papers == first


def test_a_name_is_whole_unless_somebody_parted_it(tmp_path: Path) -> None:
    export = imported(tmp_path, [openreview_note()])
    assert [parts(each) for each in export.edition.papers[0].authors] == [
        (None, None, "Ada Sample"),
        (None, None, "Ben Two"),
    ]
    assert [each.email for each in export.edition.papers[0].authors] == [None, "ben@example.org"]
    assert "kept whole as `literal`" in doubted(export)


def test_bibtex_parts_names_where_it_has_commas(tmp_path: Path) -> None:
    bibtex = "@inproceedings{\nsample2031,\ntitle={Fast},\nauthor={Sample, Ada and Ben Two},\nyear={2031}\n}"
    people = imported(tmp_path, [openreview_note(_bibtex=bibtex)]).edition.papers[0].authors
    assert [parts(each) for each in people] == [("Ada", "Sample", None), (None, None, "Ben Two")]
    accented = openreview_note(
        authors=["Gözde Şahin"], authorids=["~G1"], _bibtex='author = "{\\c{S}}ahin, G{\\"o}zde"'
    )
    people = imported(tmp_path, [accented]).edition.papers[0].authors
    assert [parts(each) for each in people] == [("Gözde", "Şahin", None)]


def test_bibtex_of_other_people_parts_nothing(tmp_path: Path) -> None:
    people = (
        imported(tmp_path, [openreview_note(_bibtex="author={Two, Ada and Sample, Ben}")]).edition.papers[0].authors
    )
    assert [each.literal for each in people] == ["Ada Sample", "Ben Two"]


def test_a_profile_gives_parts_of_the_name_orcid_and_the_present_institution(tmp_path: Path) -> None:
    paper = imported(tmp_path, [openreview_note()], **{"profiles.json": as_json([PROFILE])}).edition.papers[0]
    ada = paper.authors[0]
    assert (parts(ada), ada.orcid, ada.email) == (("Ada", "Sample", None), "0000-0002-1825-0097", "ada@example.org")
    assert [(each.name, each.city, each.country) for each in paper.affiliations.values()] == [
        ("Sample University", "Ghent", "BE")
    ]


def test_a_middle_name_that_is_not_printed_is_left_out(tmp_path: Path) -> None:
    names = [{"first": "Ada", "middle": "B.", "last": "Sample", "username": "~Ada_Sample1"}]
    profile = {"id": "~Ada_Sample1", "content": {"names": names}}
    for written_name, given in (("Ada Sample", "Ada"), ("Ada B. Sample", "Ada B.")):
        note = openreview_note(authors=[written_name], authorids=["~Ada_Sample1"])
        paper = imported(tmp_path, [note], **{"profiles.json": as_json([profile])}).edition.papers[0]
        assert parts(paper.authors[0]) == (given, "Sample", None)


def test_a_profile_under_another_name_does_not_part_the_printed_one(tmp_path: Path) -> None:
    note = openreview_note(authors=["Ada Married", "Ben Two"])
    paper = imported(tmp_path, [note], **{"profiles.json": as_json([PROFILE])}).edition.papers[0]
    assert (paper.authors[0].literal, paper.authors[0].orcid) == ("Ada Married", "0000-0002-1825-0097")


def test_authors_may_be_objects(tmp_path: Path) -> None:
    authors = [
        {"fullname": "Ada Sample", "username": "~Ada_Sample1", "institutions": [{"name": "Here", "country": "TR"}]}
    ]
    paper = imported(tmp_path, [openreview_note(authors=authors, authorids=None)]).edition.papers[0]
    assert [each.literal for each in paper.authors] == ["Ada Sample"]
    assert [(each.name, each.country) for each in paper.affiliations.values()] == [("Here", "TR")]


def test_the_venue_id_says_who_is_accepted_and_the_rule_is_told(tmp_path: Path) -> None:
    venue = "example.org/DLS/2031/Workshop"
    notes = [
        openreview_note(1),
        openreview_note(2, venueid=f"{venue}/Rejected_Submission"),
        openreview_note(3, venueid=f"{venue}/Withdrawn_Submission"),
        openreview_note(4, venueid=f"{venue}/Submission"),
    ]
    export = imported(tmp_path, notes)
    assert [paper.id for paper in export.edition.papers] == ["1"]
    assert f"accepted by `venueid`: '{venue}' (1)" in doubted(export)


def test_decision_notes_say_it_where_the_venue_does_not(tmp_path: Path) -> None:
    papers = [openreview_note(number, venueid="example.org/DLS/2031/Workshop/Submission") for number in (1, 2)]
    reply = {"id": "d1", "forum": "note1", "replyto": "note1", "content": {"decision": {"value": "Accept (Oral)"}}}
    inside = {
        "id": "d2",
        "replyto": "note2",
        "content": {"title": {"value": "Decision"}, "decision": {"value": "Reject"}},
    }
    papers[1]["details"] = {"directReplies": [inside]}
    export = imported(tmp_path, papers, **{"decisions.json": as_json({"notes": [reply]})})
    assert [paper.id for paper in export.edition.papers] == ["1"]
    assert "accepted by `decision`: 'Accept (Oral)' (1)" in doubted(export)


def test_a_decision_on_a_paper_that_was_withdrawn_holds_no_more(tmp_path: Path) -> None:
    withdrawn = openreview_note(2, venueid="example.org/DLS/2031/Workshop/Withdrawn_Submission", decision="Accept")
    notes = [openreview_note(1, decision="Accept"), withdrawn, openreview_note(3, decision="Reject")]
    written(tmp_path, {"notes.json": as_json(notes), "import.yml": "accept: ^accept"})
    edition = read_source("openreview", tmp_path).edition
    assert [paper.id for paper in edition.papers] == ["1"]
    assert edition.volume.review.submitted == 2, "nobody judged what was withdrawn"


def test_the_venue_in_words_will_do(tmp_path: Path) -> None:
    notes = [openreview_note(1, venue="DLS 2031 oral"), openreview_note(2, venue="Submitted to DLS 2031")]
    without = [note | {"content": {k: v for k, v in note["content"].items() if k != "venueid"}} for note in notes]  # type: ignore[attr-defined]
    assert [paper.id for paper in imported(tmp_path, without).edition.papers] == ["1"]


def test_the_chairs_own_words_for_a_yes_hold(tmp_path: Path) -> None:
    notes = [openreview_note(1), openreview_note(2, venueid="example.org/Other/2031")]
    assert "papers of several venues" in doubted(imported(tmp_path, notes))
    export = imported(tmp_path, notes, **{"import.yml": 'accept: ".*/Other/"\n'})
    assert [paper.id for paper in export.edition.papers] == ["2"]


def test_deleted_notes_are_left_out(tmp_path: Path) -> None:
    export = imported(tmp_path, [openreview_note(1), openreview_note(2) | {"ddate": 1932940800000}])
    assert [paper.id for paper in export.edition.papers] == ["1"]
    assert "deleted" in doubted(export)


def test_pdfs_are_found_by_number_title_forum_and_digest(tmp_path: Path) -> None:
    names = ("1_Fast_Training.pdf", "note2.pdf", f"pdf/{3:040x}.pdf", "4.pdf", "1_Response.pdf")
    export = imported(tmp_path, [openreview_note(number) for number in range(1, 5)], **dict.fromkeys(names, PDF))
    assert [path.name for path in export.pdfs.values()] == [Path(name).name for name in names[:4]]


def test_one_note_twice_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="'note7' is there twice"):
        imported(tmp_path, [openreview_note(7), openreview_note(7)])


def test_notes_without_numbers_bear_their_own_ids(tmp_path: Path) -> None:
    note = openreview_note(7)
    del note["number"]
    assert [paper.id for paper in imported(tmp_path, [note]).edition.papers] == ["note7"]


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        ([{"pid": 7, "title": "From elsewhere"}], "no entry has a `content`"),
        ([{"id": "r", "content": {"title": "Review", "rating": 3}}], "no note has a title and authors"),
        ("text", "notes were expected"),
    ],
)
def test_what_is_no_export_of_notes_is_refused(notes: object, words: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=words):
        imported(tmp_path, notes)


def test_a_value_of_another_type_is_a_doubt_or_one_line_and_never_a_crash(tmp_path: Path) -> None:
    note = openreview_note(_bibtex="author={Sample, Ada and Two, Ben}", supplementary_material="/attachment/a.zip")
    note["details"] = {"replies": [{"forum": "note7", "content": {"decision": "Accept"}}]}
    outcomes = set()
    for notes, profiles in [(each, [PROFILE]) for each in mutations([note])] + [
        ([note], each) for each in mutations([PROFILE])
    ]:
        try:
            outcomes.add(len(imported(tmp_path, notes, **{"profiles.json": as_json(profiles)}).edition.papers))
        except SourceError as error:
            outcomes.add("\n" in str(error))
    assert outcomes == {1, False}
