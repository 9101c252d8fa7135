"""The intake: one edition from many files, and one finding for each fault."""

from __future__ import annotations

import datetime
import random
from pathlib import Path

import msgspec
import pytest

from metadata_makers import PAPER, PROCEEDINGS, edition_folder, findings_of, only_finding, programme_of
from proceedings.editions.skeleton import preset_names, skeleton
from proceedings.intake.edition_folder import (
    InvalidSourceDateError,
    MetadataFolderError,
    paper_ids,
    read_volume,
    source_date,
    take_in,
)
from proceedings.records.edition import Edition
from proceedings.records.format_profile import BodyText, FormatProfile


def edition_of(folder: Path) -> Edition:
    return take_in(folder / "metadata", folder / "papers")[0]


def test_the_smallest_edition_has_no_finding(tmp_path: Path) -> None:
    edition_folder(tmp_path, "017", "021")
    edition, findings = take_in(tmp_path / "metadata", tmp_path / "papers")
    assert findings == ()
    assert [paper.id for paper in edition.papers] == ["017", "021"]
    assert [session.papers for session in edition.sessions] == [("017", "021")]


def test_the_smallest_paper_has_nothing_above_information_when_reproducibility_is_encouraged(tmp_path: Path) -> None:
    edition_folder(tmp_path, **{"proceedings.yml": PROCEEDINGS.replace('reproducibility: "off"\n', "")})
    assert only_finding(tmp_path).severity == "info"


def test_a_bundle_that_cannot_be_packed_is_a_finding_and_left_out(tmp_path: Path) -> None:
    edition_folder(tmp_path, **{"proceedings.yml": PROCEEDINGS + "bundles: [archive, nobody]\n"})
    assert "nobody" in only_finding(tmp_path).message
    assert edition_of(tmp_path).volume.bundles == ("archive",)


def test_a_part_of_a_joint_volume_is_always_packed_for_its_editor(tmp_path: Path) -> None:
    part = PROCEEDINGS + "part_of: {title: Joint Volume, first_page: 211}\nbundles: [ieee]\n"
    edition_folder(tmp_path, **{"proceedings.yml": part})
    assert edition_of(tmp_path).volume.bundles == ("ieee", "joint")


def test_a_volume_of_ones_own_has_no_joint_bundle(tmp_path: Path) -> None:
    edition_folder(tmp_path, **{"proceedings.yml": PROCEEDINGS + "bundles: [archive, joint]\n"})
    assert "there is no `part_of`" in only_finding(tmp_path).message
    assert edition_of(tmp_path).volume.bundles == ("archive",)


def test_a_folder_without_proceedings_is_no_edition(tmp_path: Path) -> None:
    edition_folder(tmp_path, **{"proceedings.yml": None})
    with pytest.raises(MetadataFolderError, match=r"metadata/proceedings\.yml is missing.*make new PRESET"):
        read_volume(tmp_path / "metadata")
    with pytest.raises(MetadataFolderError):
        take_in(tmp_path / "metadata", tmp_path / "papers")


def test_papers_stand_in_the_order_of_the_sessions_and_the_withdrawn_after_them(tmp_path: Path) -> None:
    withdrawn = PAPER + "status: withdrawn\n"
    programme = 'sessions:\n- {title: Two, papers: ["3", "2"]}\n- {title: One, papers: ["10"]}\n'
    edition_folder(tmp_path, "1", "2", "3", "10", **{"papers/1.yml": withdrawn, "program.yml": programme})
    assert [paper.id for paper in edition_of(tmp_path).papers] == ["3", "2", "10", "1"]
    assert findings_of(tmp_path) == ()


def test_ids_are_sorted_as_people_sort_them_and_no_file_is_opened(tmp_path: Path) -> None:
    edition_folder(tmp_path, "10", "9", "a2", "a10", **{"papers/9.yml": "\t: {", "papers/README.md": "text"})
    assert paper_ids(tmp_path / "metadata") == ("9", "10", "a2", "a10")


def test_a_file_that_cannot_be_read_keeps_its_paper(tmp_path: Path) -> None:
    edition_folder(tmp_path, "017", "021", **{"papers/021.yml": "title: Scaling: A Study\n"})
    finding = only_finding(tmp_path)
    assert (finding.paper, finding.code, finding.severity) == ("021", "metadata-invalid", "error")
    assert finding.message.startswith("metadata/papers/021.yml, line 1: ")
    assert [(paper.id, paper.title) for paper in edition_of(tmp_path).papers][1] == ("021", "[021]")


def test_a_fault_of_proceedings_leaves_the_defaults(tmp_path: Path) -> None:
    edition_folder(tmp_path, **{"proceedings.yml": "phase: frozn\npublisher: sprnger\nbundles: [archiv]\n"})
    volume = read_volume(tmp_path / "metadata")
    assert (volume.phase, volume.publisher, volume.bundles) == ("checking", "own", ())
    remedies = [finding.remedy for finding in findings_of(tmp_path)]
    assert {'Did you mean "frozen"?', 'Did you mean "springer"?', 'Did you mean "archive"?'} <= set(remedies)


def test_a_proceedings_file_that_is_no_yaml_is_one_finding(tmp_path: Path) -> None:
    edition_folder(tmp_path, **{"proceedings.yml": 'title: A: B\nreproducibility: "off"\n'})
    codes = [finding.code for finding in findings_of(tmp_path) if finding.severity != "info"]
    assert codes == ["metadata-invalid"]
    assert edition_of(tmp_path).volume.phase == "checking"


def test_without_a_programme_all_papers_stand_in_one_session(tmp_path: Path) -> None:
    edition_folder(tmp_path, "10", "9", **{"program.yml": None})
    assert "metadata/program.yml: the file is missing" in only_finding(tmp_path).message
    assert [(session.title, session.papers) for session in edition_of(tmp_path).sessions] == [("Papers", ("9", "10"))]


def test_a_programme_that_is_no_yaml_is_one_finding(tmp_path: Path) -> None:
    edition_folder(tmp_path, "9", "10", **{"program.yml": "sessions: [a\n"})
    assert only_finding(tmp_path).message.startswith("metadata/program.yml, line 2: ")


def test_a_paper_in_no_session_is_one_finding_and_comes_last(tmp_path: Path) -> None:
    edition_folder(tmp_path, "017", "021", **{"program.yml": programme_of("021")})
    finding = only_finding(tmp_path)
    assert (finding.paper, finding.code, finding.severity) == ("017", "metadata-invalid", "error")
    assert edition_of(tmp_path).sessions[-1].title == "Papers in no session"
    assert [paper.id for paper in edition_of(tmp_path).papers] == ["021", "017"]


def test_a_time_of_a_paper_that_its_session_does_not_name_is_one_finding(tmp_path: Path) -> None:
    program = 'sessions:\n- title: One\n  papers: ["017"]\n  times: {"17": "9:10"}\n'
    edition_folder(tmp_path, "017", **{"program.yml": program})
    finding = only_finding(tmp_path)
    assert finding.message.startswith('metadata/program.yml, line 4: session 1 gives a time to paper "17"')
    assert finding.remedy == 'Did you mean "017"?'


def test_an_award_without_a_name_is_one_finding(tmp_path: Path) -> None:
    awards = "awards: [{name: Best Review}, {recipients: [Ada Sample]}]\n"
    edition_folder(tmp_path, "017", **{"proceedings.yml": PROCEEDINGS + awards})
    assert "the name of award 2 is missing" in only_finding(tmp_path).message


@pytest.mark.parametrize("preset", preset_names())
def test_a_preface_that_nobody_has_written_is_an_error(tmp_path: Path, preset: str) -> None:
    preface = skeleton(preset)["metadata/front_matter/preface.md"]
    edition_folder(tmp_path, "017", **{"front_matter/preface.md": preface})
    finding = only_finding(tmp_path)
    assert (finding.code, finding.severity) == ("metadata-missing", "error")
    assert finding.message.startswith("metadata/front_matter/preface.md: the text is still that of the skeleton")


def test_names_of_the_skeleton_that_nobody_has_changed_are_errors(tmp_path: Path) -> None:
    mine = PROCEEDINGS.replace("Proceedings of the Sample Workshop", "Proceedings of My Workshop")
    edition_folder(tmp_path, "017", **{"proceedings.yml": mine})
    finding = only_finding(tmp_path)
    assert (finding.code, finding.severity) == ("metadata-missing", "error")
    assert '"Proceedings of My Workshop" is still that of the skeleton, and would be printed.' in finding.message


def test_a_session_that_names_an_unknown_paper_gets_the_nearest_id(tmp_path: Path) -> None:
    edition_folder(tmp_path, "017", "021", **{"program.yml": programme_of("17", "021")})
    finding = only_finding(tmp_path)
    assert finding.message.startswith('metadata/program.yml, line 3: session 1 names paper "17"')
    assert finding.remedy == 'Did you mean "017"?'
    assert edition_of(tmp_path).sessions[0].papers == ("021",)


def test_an_id_with_a_slash_is_one_finding(tmp_path: Path) -> None:
    edition_folder(tmp_path, "017", **{"program.yml": programme_of("017", "a/b")})
    assert "letters, digits" in only_finding(tmp_path).remedy


def test_a_paper_named_twice_stands_once(tmp_path: Path) -> None:
    edition_folder(tmp_path, "017", "021", **{"program.yml": programme_of("017", "021", "017")})
    assert 'paper "017" stands in session 1 already' in only_finding(tmp_path).message
    assert edition_of(tmp_path).sessions[0].papers == ("017", "021")


def test_a_file_whose_name_is_no_id_is_left_out(tmp_path: Path) -> None:
    edition_folder(tmp_path, "017", **{"papers/my paper.yml": PAPER, "program.yml": programme_of("017", "my paper")})
    finding = only_finding(tmp_path)
    assert finding.message.startswith("metadata/papers/my paper.yml: ")
    assert "cannot be an id" in finding.message


@pytest.mark.parametrize(("inside", "finds"), [("id: '017'", 0), ("id: 017", 0), ("id: 17", 1), ("id: x/017", 1)])
def test_an_id_inside_a_file_must_agree_with_its_name(tmp_path: Path, inside: str, finds: int) -> None:
    edition_folder(tmp_path, **{"papers/017.yml": f"{PAPER}{inside}\n"})
    findings = findings_of(tmp_path)
    assert len(findings) == finds
    assert all("metadata/papers/017.yml, line 6: `id: " in finding.message for finding in findings)
    assert [paper.id for paper in edition_of(tmp_path).papers] == ["017"]


def test_two_files_of_one_id_are_one_finding(tmp_path: Path) -> None:
    edition_folder(tmp_path, "017", **{"papers/017.yaml": PAPER})
    finding = only_finding(tmp_path)
    assert "duplicate id" in finding.message
    assert finding.severity == "error"
    assert [paper.id for paper in edition_of(tmp_path).papers] == ["017"]


def test_ids_that_differ_in_capitals_alone_are_two_papers_and_a_warning(tmp_path: Path) -> None:
    edition_folder(tmp_path, "a1", "A1")
    finding = only_finding(tmp_path)
    assert "capitals" in finding.message
    assert finding.severity == "warning"
    assert [paper.id for paper in edition_of(tmp_path).papers] == ["a1", "A1"]


@pytest.mark.parametrize(
    ("profile", "says"),
    [
        ("columns: [\n", "metadata/house.yml, line 2: "),
        ("colums: 1\n", '"colums"'),
        ("based_on: nature\n", '"nature"'),
        ("severities: {no-such-code: error}\n", "no-such-code"),
    ],
)
def test_a_broken_own_profile_is_a_finding_and_the_usual_one_takes_its_place(
    tmp_path: Path, profile: str, says: str
) -> None:
    edition_folder(tmp_path, **{"proceedings.yml": PROCEEDINGS + "profile: house\n", "house.yml": profile})
    finding = only_finding(tmp_path)
    assert (finding.code, finding.severity) == ("metadata-invalid", "error")
    assert says in finding.message
    assert edition_of(tmp_path).volume.profile == edition_of(tmp_path).profile.name == "lncs"


@pytest.mark.parametrize(
    ("format_keys", "says"),
    [
        ("  colums: 2\n", 'line 5: "colums" is not a key'),
        ("  columns: two\n", 'line 5: "columns" expects a whole number, not "two"'),
        ("  severities: {page-sise: error}\n", "line 5: no finding has the code page-sise."),
        ("  page_sizes: [a3]\n", 'line 5: "a3" is no page size'),
        ("  text_block: {places: {a4: [1, 2, 3]}}\n", "line 5: a place is [left, top, right, bottom]"),
    ],
)
def test_a_fault_under_format_is_a_finding_with_its_line(tmp_path: Path, format_keys: str, says: str) -> None:
    edition_folder(tmp_path, **{"proceedings.yml": PROCEEDINGS + "format:\n" + format_keys})
    line = len(PROCEEDINGS.splitlines()) + 2
    assert says.replace("line 5", f"line {line}") in only_finding(tmp_path).message
    assert edition_of(tmp_path).volume.format == FormatProfile()


def test_what_stands_under_format_holds(tmp_path: Path) -> None:
    edition_folder(tmp_path, **{"proceedings.yml": PROCEEDINGS + "format: {page_sizes: [a4], body: {size: 9}}\n"})
    assert findings_of(tmp_path) == ()
    assert edition_of(tmp_path).volume.format == FormatProfile(page_sizes=("a4",), body=BodyText(size=9))


def test_a_sound_own_profile_holds(tmp_path: Path) -> None:
    edition_folder(tmp_path, **{"proceedings.yml": PROCEEDINGS + "profile: house\n", "house.yml": "columns: 1\n"})
    assert findings_of(tmp_path) == ()
    assert edition_of(tmp_path).volume.profile == edition_of(tmp_path).profile.name == "house"
    assert edition_of(tmp_path).profile.columns == 1


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("proceedings.yml", PROCEEDINGS.replace("title: Proceedings of the Sample Workshop\n", "")),
        ("papers/017.yml", PAPER.replace("title: Deep Learning on a Sample Machine\n", "")),
        ("papers/017.yml", "title: Deep Learning on a Sample Machine\n"),
    ],
)
def test_no_volume_is_handed_over_without_its_title_or_a_papers_title_and_authors(
    tmp_path: Path, file: str, text: str
) -> None:
    edition_folder(tmp_path, **{file: text})
    assert [(each.code, each.severity) for each in findings_of(tmp_path) if each.severity == "error"] == [
        ("metadata-missing", "error")
    ]


def test_a_misspelt_key_is_one_finding_and_not_a_missing_field_too(tmp_path: Path) -> None:
    edition_folder(tmp_path, **{"papers/017.yml": PAPER.replace("title:", "titel:")})
    assert only_finding(tmp_path).remedy == 'Did you mean "title"?'


def test_authors_of_a_wrong_type_are_one_finding(tmp_path: Path) -> None:
    text = "title: A\nauthors: Ada Sample\naffiliations: {ghent: {name: Sample University}}\n"
    edition_folder(tmp_path, **{"papers/017.yml": text})
    assert '"authors" expects a list' in only_finding(tmp_path).message


def test_an_affiliation_list_of_a_wrong_type_is_one_finding(tmp_path: Path) -> None:
    edition_folder(
        tmp_path, **{"papers/017.yml": PAPER.replace("{name: Sample University, city: Ghent, country: BE}", "X")}
    )
    assert '"ghent" expects keys with values' in only_finding(tmp_path).message


def test_an_edition_without_papers_says_so(tmp_path: Path) -> None:
    edition_folder(tmp_path, "017", **{"papers/017.yml": None, "program.yml": "sessions: []\n"})
    (tmp_path / "papers" / "017.pdf").unlink()
    assert only_finding(tmp_path).message == "metadata/papers: there is no paper."


def test_messages_hold_no_path_of_the_machine(tmp_path: Path) -> None:
    edition_folder(tmp_path, **{"papers/017.yml": "titel: A\n", "program.yml": "x: y\n", "proceedings.yml": "z: 1\n"})
    assert not any(str(tmp_path) in finding.message + finding.remedy for finding in findings_of(tmp_path))


def test_today_is_said_by_proceedings_then_by_the_source_date_then_by_the_latest_day_on_record(tmp_path: Path) -> None:
    dated = PAPER + "dates: {camera_ready: 2019-05-20}\n"
    edition_folder(tmp_path, **{"papers/017.yml": dated, "proceedings.yml": PROCEEDINGS + "event: {end: 2019-06-20}\n"})
    folders = tmp_path / "metadata", tmp_path / "papers"
    edition = take_in(*folders)[0]
    assert (edition.as_of, edition.printed_date) == (datetime.date(2019, 5, 20), datetime.date(2019, 6, 20))
    assert take_in(*folders, source_date=source_date("1546300800"))[0].as_of == datetime.date(2019, 1, 1)
    edition_folder(tmp_path, **{"proceedings.yml": PROCEEDINGS + "as_of: 2020-02-02\n"})
    assert take_in(*folders, source_date=source_date("1546300800"))[0].as_of == datetime.date(2020, 2, 2)


def test_no_deadline_counts_as_over_because_the_event_lies_after_it(tmp_path: Path) -> None:
    ahead = "phase: collecting\nevent: {end: 2019-06-20}\ndeadlines: {camera_ready: 2019-05-20}\n"
    edition_folder(tmp_path, **{"proceedings.yml": PROCEEDINGS + ahead})
    (tmp_path / "papers" / "017.pdf").unlink()
    missing, note = findings_of(tmp_path)
    assert missing.message == "papers/017.pdf is missing."
    assert (note.code, note.severity, note.paper) == ("metadata-missing", "info", None)
    assert note.message == "metadata/proceedings.yml: `as_of` is not set, so deadlines are not watched."


def test_what_nearly_all_papers_lack_is_one_finding_of_the_edition(tmp_path: Path) -> None:
    homeless = PAPER.replace(", affiliations: [ghent]", "")
    ids = [f"{number:03}" for number in range(1, 11)]
    lacking = {f"papers/{identifier}.yml": homeless for identifier in ids}
    edition_folder(tmp_path, *ids, **lacking)
    found = only_finding(tmp_path)
    assert found.paper is None
    assert found.message == (
        "metadata/papers: in all 10 papers (001, 002, 003 and 7 others) the affiliation of every author is missing."
    )
    edition_folder(tmp_path, *ids, **(lacking | {"papers/004.yml": PAPER}))
    assert "in 9 of 10 papers (001, 002, 003 and 6 others)" in only_finding(tmp_path).message
    edition_folder(tmp_path, *ids, **(lacking | {"papers/004.yml": PAPER, "papers/005.yml": PAPER}))
    assert [each.paper for each in findings_of(tmp_path)] == [each for each in ids if each not in ("004", "005")]


def test_a_source_date_is_a_number_of_seconds() -> None:
    assert source_date(None) is None
    with pytest.raises(InvalidSourceDateError, match="yesterday"):
        source_date("yesterday")


def test_identifiers_given_as_addresses_become_bare(tmp_path: Path) -> None:
    text = PAPER.replace("family: Sample", "family: Sample, orcid: https://orcid.org/0000-0002-1694-233x")
    text = (
        text.replace("country: BE", "country: BE, ror: https://ror.org/00cv9y106")
        + "doi: https://doi.org/10.5281/a.1\n"
    )
    edition_folder(tmp_path, **{"papers/017.yml": text, "proceedings.yml": PROCEEDINGS + "isbn: Pending\n"})
    edition, findings = take_in(tmp_path / "metadata", tmp_path / "papers")
    paper = edition.papers[0]
    assert findings == ()
    assert paper.authors[0].orcid == "0000-0002-1694-233X"
    assert (paper.affiliations["ghent"].ror, paper.doi, edition.volume.isbn) == ("00cv9y106", "10.5281/a.1", "pending")


def test_front_matter_has_the_order_of_a_book_and_titles_from_its_headings(tmp_path: Path) -> None:
    texts = {
        "organisers.md": "Text.\n",
        "acknowledgements.md": "Intro.\n\n# Thanks #\n\nBody.\n",
        "preface.md": "# Preface\r\n\r\nBody.\r\n",
        "code.md": "```\n# not a title\n```\n",
        "00-how_to_read.md": "",
    }
    edition_folder(tmp_path, **{f"front_matter/{name}": text for name, text in texts.items()})
    front_matter = edition_of(tmp_path).front_matter
    assert [text.title for text in front_matter] == ["How to read", "Preface", "Thanks", "Code", "Organisers"]
    assert front_matter[1].markdown == "Body."
    assert front_matter[2].markdown == "Intro.\n\n\nBody."


def test_committees_sponsors_waivers_and_keynotes_are_read(tmp_path: Path) -> None:
    files = {
        "committee.yml": "- role: Programme Committee\n  members: [{literal: Mausam, country: NO}]\n",
        "sponsors.yml": "- {name: Sample Computers, logo: logo.png}\n",
        "waivers.yml": '- {paper: "017", code: leading, reason: agreed, by: Ed Chair}\n',
        "program.yml": programme_of("017") + "keynotes: [{title: A Talk, speaker: Ada}]\n",
    }
    edition_folder(tmp_path, **files)
    edition = edition_of(tmp_path)
    assert edition.committees[0].members[0].country == "NO"
    assert edition.keynotes[0].speaker == "Ada"
    assert edition.waivers[0].code == "leading"
    assert (
        only_finding(tmp_path).message == "metadata/sponsors.yml, line 1: metadata/logo.png is named here and missing."
    )


def test_no_damage_to_a_file_stops_the_intake_or_loses_a_paper(tmp_path: Path) -> None:
    chance = random.Random(2019)
    edition_folder(tmp_path, "017", "021")
    sound = {
        name: (tmp_path / "metadata" / name).read_text()
        for name in ("papers/017.yml", "program.yml", "proceedings.yml")
    }
    for _ in range(200):
        name = chance.choice(sorted(sound))
        text = sound[name]
        for _ in range(chance.randint(1, 3)):
            cut = chance.randrange(len(text))
            text = (
                text[:cut]
                + chance.choice(["", *"[]{}:,-#&*!|>%@`\"'\t\n\\~?\x07"])
                + text[cut + chance.randint(0, 5) :]
            )
        (tmp_path / "metadata" / name).write_text(text)
        edition = edition_of(tmp_path)
        assert sorted(paper.id for paper in edition.papers) == ["017", "021"], text
        assert msgspec.json.decode(msgspec.json.encode(edition), type=Edition) == edition, text
        (tmp_path / "metadata" / name).write_text(sound[name])


def test_front_matter_that_is_no_file_or_hidden_is_no_text(tmp_path: Path) -> None:
    edition_folder(
        tmp_path, **{"front_matter/preface.md": "# Preface\n\nGood day.\n", "front_matter/.old.md": "# Old\n"}
    )
    (tmp_path / "metadata/front_matter/pictures.md").mkdir()
    (tmp_path / "metadata/front_matter/gone.md").symlink_to("nowhere.md")
    assert findings_of(tmp_path) == ()
    assert [text.stem for text in edition_of(tmp_path).front_matter] == ["preface"]


def test_a_title_in_curly_quotes_is_no_finding_and_a_name_is_one(tmp_path: Path) -> None:
    text = PAPER.replace("Deep Learning on a Sample Machine", "“Deep Learning”")
    edition_folder(tmp_path, **{"papers/017.yml": text})
    assert findings_of(tmp_path) == ()
    edition_folder(tmp_path, **{"papers/017.yml": text.replace("Ada,", "‘Ada’,")})
    assert only_finding(tmp_path).code == "name-suspect"


def test_a_line_that_a_no_break_space_indents_is_one_finding(tmp_path: Path) -> None:
    authors = "- given: Ada\n\u00a0 family: Sample\n"
    edition_folder(tmp_path, **{"papers/017.yml": f"title: T\nauthors:\n{authors}"})
    assert "line 4: a no-break space" in only_finding(tmp_path).message


def test_a_paper_file_with_an_ending_in_capitals_is_one_finding(tmp_path: Path) -> None:
    edition_folder(tmp_path, **{"papers/B.YML": PAPER, "program.yml": programme_of("017", "B")})
    finding = only_finding(tmp_path)
    assert finding.message.startswith('metadata/papers/B.YML: the ending ".YML"')
    assert finding.remedy == "Rename it to B.yml."


def test_a_folder_and_a_dead_link_in_place_of_pdfs_are_said_so(tmp_path: Path) -> None:
    edition_folder(tmp_path, "017", "021")
    for identifier in ("017", "021"):
        (tmp_path / "papers" / f"{identifier}.pdf").unlink()
    (tmp_path / "papers" / "017.pdf").mkdir()
    (tmp_path / "papers" / "021.pdf").symlink_to("nowhere.pdf")
    first, second = findings_of(tmp_path)
    assert first.message == "papers/017.pdf is a folder, not a PDF."
    assert second.message == "papers/021.pdf is a link to something that is not there, not a PDF."


def test_a_pdf_whose_ending_is_in_capitals_is_the_paper_s(tmp_path: Path) -> None:
    edition_folder(tmp_path, "003")
    (tmp_path / "papers" / "003.pdf").rename(tmp_path / "papers" / "003.PDF")
    assert findings_of(tmp_path) == ()


def test_an_id_that_is_the_name_of_another_papers_form_is_told(tmp_path: Path) -> None:
    edition_folder(tmp_path, "017", "017-rights", "18-supplement")
    told = [found for found in findings_of(tmp_path) if "cannot be told from a file of paper 017" in found.message]
    assert [(found.paper, found.code, found.severity) for found in told] == [
        ("017-rights", "metadata-invalid", "error")
    ]
