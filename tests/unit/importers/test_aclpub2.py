from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from export_makers import DETAILS, PDF, aclpub2_folder, written
from proceedings.importers.aclpub2 import read
from proceedings.importers.imported import SourceError, doubt_lines
from proceedings.names import author_list


def test_latex_in_titles_and_abstracts_becomes_unicode(tmp_path: Path) -> None:
    paper = read(aclpub2_folder(tmp_path)).edition.papers[0]
    assert paper.title == "Fast BERT: 50% of $O(n^2)$ & more"
    assert paper.abstract == "We spürten it, up to 90% of “all”."


def test_names_keep_their_parts_and_their_letters(tmp_path: Path) -> None:
    first, second = read(aclpub2_folder(tmp_path)).edition.papers[0].authors
    assert (first.given, first.family, first.orcid) == ("Nehir İlkim", "Gönençer", "0000-0002-1825-0097")
    assert first.affiliations == second.affiliations == ("sample-university",)


def test_a_title_that_yaml_takes_for_false_stays_text(tmp_path: Path) -> None:
    assert read(aclpub2_folder(tmp_path)).edition.papers[1].title == "No"


def test_a_paper_that_is_not_archival_is_kept_as_such(tmp_path: Path) -> None:
    papers = read(aclpub2_folder(tmp_path)).edition.papers
    assert [paper.status for paper in papers] == ["accepted", "non-archival", "accepted"]
    assert [paper.type for paper in papers] == ["long", "full", "full"]


def test_a_mononym_and_an_author_named_by_email_are_literal_and_doubts(tmp_path: Path) -> None:
    imported = read(aclpub2_folder(tmp_path))
    assert author_list(imported.edition.papers[1].authors) == "Mausam"
    assert imported.edition.papers[2].authors[0].literal == "ben@example.org"
    assert imported.edition.papers[2].authors[0].email is None
    lines = "\n".join(doubt_lines(imported.doubts))
    assert "paper 12 (Mausam)" in lines
    assert "named by an e-mail address: write the name in metadata/papers: paper 30" in lines


def test_subsessions_become_sessions_in_programme_order(tmp_path: Path) -> None:
    imported = read(aclpub2_folder(tmp_path))
    opening, session = imported.edition.sessions[:2]
    assert (opening.title, opening.papers, opening.time) == ("Opening", (), "09:00–09:30")
    assert (session.title, session.papers, session.chairs) == ("Training", ("12", "7"), ("Ada Sample",))
    assert (session.date, session.time) == (datetime.date(2031, 6, 18), "09:30–10:30")
    lines = "\n".join(doubt_lines(imported.doubts))
    assert "so it comes last: paper 30" in lines
    assert "papers.yml does not have; it was left out: paper 99" in lines


def test_sessions_of_one_title_take_the_title_around_them(tmp_path: Path) -> None:
    program = """
        - title: Day 1
          subsessions: [{title: Posters, papers: [{id: 7}]}]
        - title: Day 2
          subsessions: [{title: Posters, papers: [{id: 12}]}]
        """
    sessions = read(aclpub2_folder(tmp_path, program=program)).edition.sessions
    assert [session.title for session in sessions] == ["Day 1: Posters", "Day 2: Posters"]


def test_papers_and_rooms_keep_their_times_and_a_keynote_stands_once(tmp_path: Path) -> None:
    program = """
        - {title: Keynote, start_time: 2031-06-18 09:00:00, end_time: 2031-06-18 10:00:00}
        - {title: Nowhen}
        - title: Talks
          location: Hall 2
          start_time: 2031-06-18 22:00:00
          end_time: 2031-06-19 01:00:00
          papers: [{id: 7, start_time: 2031-06-18 22:00:00}, {id: 12}]
        """
    talk = "[{title: On Machines, date: 2031-06-18 09:00:00, chair: Ben Two, location: Hall 1}]"
    imported = read(aclpub2_folder(tmp_path, program=program, invited_talks=talk))
    (session,) = imported.edition.sessions
    assert (session.room, session.times, session.time) == ("Hall 2", {"7": "22:00"}, "22:00–2031-06-19 01:00")
    (keynote,) = imported.edition.keynotes
    assert (keynote.date, keynote.time) == (datetime.date(2031, 6, 18), "09:00")
    assert (keynote.chair, keynote.room) == ("Ben Two", "Hall 1")
    assert "without papers and times were left out: Nowhen" in "\n".join(doubt_lines(imported.doubts))


def test_the_volume_is_set_for_the_acl(tmp_path: Path) -> None:
    volume = read(aclpub2_folder(tmp_path)).edition.volume
    assert (volume.publisher, volume.profile, volume.reproducibility) == ("acl", "acl", "off")
    assert (volume.year, volume.event.place, volume.phase) == (2031, "Ghent, Belgium", "checking")
    assert volume.editors[0].family == "Sample"
    assert sorted(volume.types) == ["full", "long"]


def test_a_pdf_that_is_absent_is_a_doubt(tmp_path: Path) -> None:
    imported = read(aclpub2_folder(tmp_path))
    assert sorted(imported.pdfs) == ["12", "7"]
    assert any(doubt.where == "paper 30" and "no PDF" in doubt.fact for doubt in imported.doubts)


def test_prefaces_talks_committees_and_sponsors_come_along(tmp_path: Path) -> None:
    folder = aclpub2_folder(
        tmp_path,
        prefaces="[{title: Introduction, file: introduction.tex}, {title: Gone, file: gone.tex}]",
        invited_talks="[{speaker_name: Cem Three, title: On \\'Etudes, abstract_file: one.tex}]",
        organizing_committee="[{role: Chair, members: [{first_name: Ada, last_name: Sample, institution: Ghent}]}]",
        program_committee="[{role: Reviewers, type: name_block, entries: [{first_name: Mausam}]}]",
        sponsors="[{tier: Gold, logos: [big-machines.png]}]",
    )
    written(
        folder,
        {
            "prefaces/introduction.tex": "Welcome, \\emph{all}.\n",
            "invited_talks/one.tex": "About it.",
            "sponsor_logos/big-machines.png": PDF,
        },
    )
    imported = read(folder)
    edition = imported.edition
    assert [(text.stem, text.title, text.markdown) for text in edition.front_matter] == [
        ("preface", "Introduction", "Welcome, *all*.")
    ]
    assert (edition.keynotes[0].title, edition.keynotes[0].abstract) == ("On Études", "About it.")
    assert [group.role for group in edition.committees] == ["Chair", "Reviewers"]
    assert (edition.sponsors[0].name, edition.sponsors[0].logo) == ("Big Machines", "sponsors/big-machines.png")
    assert list(imported.beside) == ["metadata/sponsors/big-machines.png"]
    assert any(doubt.where == "gone.tex" for doubt in imported.doubts)


def test_attachments_get_names_beside_their_paper(tmp_path: Path) -> None:
    papers = """
        - id: 7
          title: With Extras
          authors: [{first_name: Ada, last_name: Sample}]
          attachments: [{type: software, file: a.zip}, {type: dataset, file: b.zip}, {type: note, file: gone.pdf}]
        """
    folder = written(aclpub2_folder(tmp_path, papers=papers), {"attachments/a.zip": PDF, "attachments/b.zip": PDF})
    imported = read(folder)
    assert imported.edition.papers[0].files.supplements == ("7-supplement.zip", "7-supplement-2.zip")
    assert sorted(imported.beside) == ["papers/7-supplement-2.zip", "papers/7-supplement.zip"]


def test_a_signed_form_among_the_attachments_is_the_rights_form_and_no_supplement(tmp_path: Path) -> None:
    papers = """
        - id: 7
          title: With a Form
          authors: [{first_name: Ada, last_name: Sample}]
          attributes: {paper_type: Research Paper}
          attachments: [{type: copyright, file: attachments/copyright/7.pdf}, {type: poster, file: ../out.pdf}]
        - {id: 9, title: For the Programme, archival: false, authors: [{first_name: Ada, last_name: Sample}]}
        """
    folder = aclpub2_folder(tmp_path / "export", papers=papers)
    written(folder, {"attachments/copyright/7.pdf": PDF, "../out.pdf": PDF})
    imported = read(folder)
    paper = imported.edition.papers[0]
    assert (paper.type, paper.files.rights, paper.files.supplements) == ("research-paper", None, ())
    assert imported.beside == {"papers/7-rights.pdf": folder / "attachments/copyright/7.pdf"}
    lines = "\n".join(doubt_lines(imported.doubts))
    assert "not in the export: paper 7 (out.pdf)" in lines
    assert "placeholder" not in lines


def test_a_file_in_windows_encoding_is_read_and_doubted(tmp_path: Path) -> None:
    imported = read(aclpub2_folder(tmp_path, conference_details=DETAILS.replace("Ghent", "Århus").encode("cp1252")))
    assert imported.edition.volume.event.place == "Århus, Belgium"
    assert any(doubt.where == "conference_details.yml" for doubt in imported.doubts)


@pytest.mark.parametrize(
    ("papers", "message"),
    [
        ("- id: 7\n  title: 'open", r"papers\.yml, line \d+: this is not YAML"),
        ("{id: 7}", "a list of entries was expected"),
        ("[]", "lists no papers"),
        ("- {title: Nameless}", r"entry 1 \(Nameless\): it has no `id`"),
    ],
)
def test_papers_that_cannot_be_read_are_one_error(papers: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=message):
        read(aclpub2_folder(tmp_path, papers=papers))


def test_entries_of_other_shapes_do_not_stop_the_reading(tmp_path: Path) -> None:
    papers = "- {id: 7, title: [a, b], authors: none, attributes: null, abstract: ~}\n- just text\n"
    paper = read(aclpub2_folder(tmp_path, papers=papers, program="{}")).edition.papers[0]
    assert (paper.title, paper.authors, paper.type, paper.abstract) == ("", (), "full", None)


def test_an_id_that_climbs_out_of_the_edition_takes_no_file_with_it(tmp_path: Path) -> None:
    papers = "- {id: ../../7, title: A, authors: [], attachments: [{type: dataset, file: 7.zip}]}\n"
    folder = written(aclpub2_folder(tmp_path, papers=papers), {"attachments/7.zip": b"PK"})
    assert list(read(folder).beside) == ["papers/7-supplement.zip"]


def test_groups_of_one_role_are_one_committee_in_which_a_person_stands_once(tmp_path: Path) -> None:
    ada, ben = (
        "{first_name: Ada, last_name: Sample, institution: 'Ghent and Ghent'}",
        "{first_name: B, last_name: Two}",
    )
    groups = f"[{{role: Area Chairs, entries: [{ada}]}}, {{role: Area Chairs, entries: [{ben}, {ada}]}}]"
    (committee,) = read(aclpub2_folder(tmp_path, program_committee=groups)).edition.committees
    assert [(each.family, each.affiliation) for each in committee.members] == [("Sample", "Ghent"), ("Two", None)]


def test_a_whole_name_that_is_not_that_of_its_parts_is_a_doubt(tmp_path: Path) -> None:
    paper = "{id: 7, title: A, file: 7.pdf, authors: [{first_name: %s, last_name: Sample, name: %s}]}"
    for name, told in (("Bo Sample", True), ("Ada Maria SAMPLE", False), ("ada@example.org", False)):
        papers = "- " + paper % ("Ada Maria", name)
        lines = "\n".join(doubt_lines(read(aclpub2_folder(tmp_path / name, papers=papers)).doubts))
        assert ("paper 7 (Ada Maria Sample, Bo Sample)" in lines) == told


def test_details_of_the_first_year_of_aclpub2_are_known(tmp_path: Path) -> None:
    details = "{name: Sample Workshop, volume: 'Proceedings of it, Vol. 1', abbreviation: SW, start_date: 2031-06-18}"
    volume = read(aclpub2_folder(tmp_path, conference_details=details)).edition.volume
    assert (volume.title, volume.acronym, volume.event.name) == ("Proceedings of it, Vol. 1", "SW", "Sample Workshop")


def test_a_session_that_ends_before_it_begins_is_a_doubt(tmp_path: Path) -> None:
    program = "[{title: Late, start_time: 2031-06-18 13:00:00, end_time: 2031-06-18 12:00:00, papers: [{id: 7}]}]"
    lines = "\n".join(doubt_lines(read(aclpub2_folder(tmp_path, program=program)).doubts))
    assert "ends before it begins: correct its `time` in metadata/program.yml: Late" in lines
