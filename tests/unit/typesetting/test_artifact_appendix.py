"""The artifact appendix."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pypdfium2

import typesetting_makers as makers
from builders import edition, paper
from proceedings.records.edition import Edition
from proceedings.records.placement import TypesetPart
from proceedings.records.reproducibility import (
    Algorithm,
    Artifact,
    Badge,
    Benchmark,
    Contribution,
    Dataset,
    Experiments,
    Hardware,
    Reproducibility,
    Software,
)
from proceedings.records.volume import AppendixSettings, Editor, PartOf, StampSettings, Volume
from proceedings.typesetting.artifact_appendix import NOTHING_AT_ALL, Appendix, artifact_appendix
from proceedings.typesetting.artifact_entry import NOTHING
from proceedings.typesetting.declared import NOT_VERIFIED
from typeset_reading import alone_of, links_of, page_text, set_lines_of, unembedded_fonts, whole_text


def appendix(volume: Edition) -> Appendix:
    return artifact_appendix(volume, makers.placed(volume))


def with_block(**block: object) -> str:
    """The words of an appendix with one paper and this block."""
    return whole_text(appendix(edition(paper("017", reproducibility=Reproducibility(**block)))).content)  # type: ignore[arg-type]


def test_everything_that_authors_declared_is_printed() -> None:
    text = whole_text(appendix(edition(paper("017", reproducibility=makers.reproducibility_block()))).content)
    for words in (
        "keeps batch sizes of 64,000 stable", "LARS", "Sec. 3, Alg. 1", "new in this paper", "PyTorch 1.8.1",
        "framework", "BSD-3-Clause", "Open MPI 4.1.0", "MPI library", "ImageNet-1K ILSVRC2012", "147 GB",
        "registration", "JUWELS Booster", "Jülich Supercomputing Centre", "TOP500 2020-11 no. 7", "AMD EPYC 7402",
        "NVIDIA A100-SXM4-40GB", "NVLink 3", "HDR200", "DragonFly+", "GPFS", "CentOS 8",
        "MLPerf Training 1.0, resnet", "time to train: 12.3 min", NOT_VERIFIED,
        "Training scripts, logs and analysis notebooks", "Fig. 3", "Load the module stack",
        "130 min (2.2 h): setup 30, execution 90, analysis 10", "on HW1 with SW1, D1",
        "sbatch train.sh", "75.9 ± 0.1 %",
        "one standard deviation", "ACM Artifacts Available v1.1 (awarded 2019-06-01 by the artifact committee)",
        "(requested)", "The scheduler's logs cannot be published",
        "Datasets. the second experiment uses synthetic",
    ):  # fmt: skip
        assert words in text, words


def test_a_group_that_runs_over_a_page_is_labelled_there_again() -> None:
    software = tuple(Software(id=f"SW{number}", name=f"Sample {number}", version="1") for number in range(1, 61))
    volume = edition(paper("017", title="A Long List", reproducibility=Reproducibility(software=software)))
    content = appendix(volume).content
    assert page_text(content, 2).startswith("6 Artifact Appendix A Long List (continued) Software SW")


def test_an_item_that_runs_over_a_page_is_tagged_there_again() -> None:
    values = {key: "a long value " * 60 for key in Hardware.__struct_fields__ if key.startswith("host_")}
    machine = Hardware(id="HW1", system_name="Sample-1", **values)
    content = appendix(edition(paper("017", title="A", reproducibility=Reproducibility(hardware=(machine,))))).content
    assert page_text(content, 3).startswith("Artifact Appendix 7 A (continued) Hardware HW1 a long value")


def test_an_item_takes_two_of_its_lines_at_least_over_a_page() -> None:
    machine = Hardware(id="HW1", system_name="Sample-1", number_of_nodes="8", host_memory_capacity="1 GB")
    machines = (Hardware(id="HW0", system_name="Sample-0"), *(machine,) * 13) * 8
    made = appendix(edition(paper("017", reproducibility=Reproducibility(hardware=machines))))
    tops = [page_text(made.content, page).split("(continued) ")[-1] for page in range(2, made.part.pages)]
    assert len(tops) > 5
    assert all(top.startswith(("Hardware HW0 Sample-0", "Hardware HW1 Sample-1")) for top in tops), tops


def test_an_entry_leaves_no_line_alone_on_a_page() -> None:
    for number in range(30, 60):
        runs = tuple(Software(name=f"Sample {item}", version="1") for item in range(number))
        part = appendix(edition(paper("017", reproducibility=Reproducibility(software=runs)))).content
        last = page_text(part, len(pikepdf.open(io.BytesIO(part)).pages))
        assert last.count("Sample ") >= 3


def test_a_verified_mlperf_result_carries_no_disclaimer() -> None:
    runs = (Benchmark(suite="MLPerf Training", name="bert", version="2.1", verified=True),)
    assert NOT_VERIFIED not in with_block(benchmarks=runs)
    assert NOT_VERIFIED not in with_block(benchmarks=(Benchmark(suite="HPL-MxP", name="hpl-mxp"),))


def test_a_paper_without_a_block_has_one_line_that_says_so() -> None:
    volume = edition(paper("a", reproducibility=makers.reproducibility_block()), paper("b"))
    assert whole_text(appendix(volume).content).count(NOTHING) == 1


def test_kinds_that_do_not_apply_are_counted_as_such_and_reasoned() -> None:
    text = with_block(not_applicable={"hardware": "a paper of pure theory"}, algorithms=())
    assert "n/a" in text and "Hardware. a paper of pure theory" in text


def test_the_table_marks_how_far_the_items_can_be_followed_and_says_what_the_marks_mean() -> None:
    text = with_block(software=(Software(name="A", version="1"), Software(name="B", version="2")))
    assert "2 ●●○" in text
    assert "● stated ●● identified ●●● resolvable ●●●● persistent ○ not reached" in text
    assert "Rungs missing: none one two more" in text


def test_a_column_of_badges_stands_where_there_are_any() -> None:
    badges = (Badge(scheme="acm-1.1", name="artifacts-available", status="awarded"), Badge(scheme="x", name="Gold"))
    text = with_block(badges=badges)
    assert "Artifacts Badges" in text and "Available, (Gold)" in text and "in brackets" in text
    assert "Badges" not in with_block() and "in brackets" not in with_block()


def test_a_table_that_runs_over_a_page_has_its_head_there_again() -> None:
    content = appendix(makers.difficult_edition()).content
    assert page_text(content, 2).startswith("50 Artifact Appendix Paper Algorithms Software")


def test_each_entry_has_its_destination_and_leads_back_to_its_paper() -> None:
    volume = makers.difficult_edition()
    content = appendix(volume).content
    with pikepdf.open(io.BytesIO(content)) as pdf:
        names = [str(name) for name in pdf.Root.Names.Dests.Names[::2]]
    assert [name for name in names if name.startswith("appendix.") and "/" not in name] == sorted(
        f"appendix.{each.id}" for each in volume.papers
    )
    uris = {link.uri for link in links_of(content)}
    for each in volume.papers:
        assert {f"bindery:paper.{each.id}", f"bindery:appendix.{each.id}"} <= uris


def test_identifiers_are_links_to_their_resolvers() -> None:
    software = Software(name="x", doi="10.5281/zenodo.1", swhid="swh:1:rel:" + "0" * 40)
    volume = edition(paper("017", reproducibility=Reproducibility(software=(software,))))
    uris = {link.uri for link in links_of(appendix(volume).content)}
    assert {"https://doi.org/10.5281/zenodo.1", f"https://archive.softwareheritage.org/{software.swhid}"} <= uris


def test_alone_it_links_to_the_files_of_the_papers_and_to_itself() -> None:
    volume = makers.difficult_edition()
    uris = {link.uri for link in links_of(alone_of(appendix(volume)))}
    assert f"papers/{volume.papers[0].id}.pdf" in uris
    assert not any(uri.startswith("bindery:") for uri in uris)
    with pikepdf.open(io.BytesIO(alone_of(appendix(volume)))) as pdf:
        inside = [note for page in pdf.pages for note in page.obj.get("/Annots", []) if "/Dest" in note]
        in_volume = [
            link.uri for link in links_of(appendix(volume).content) if link.uri.startswith("bindery:appendix.")
        ]
        assert len(inside) == len(in_volume) > len(volume.papers)
        assert len(list(pdf.open_outline().root)) == 1


def test_bookmarks_lead_to_the_pages_of_the_entries() -> None:
    volume = makers.difficult_edition()
    made = appendix(volume)
    assert [mark.level for mark in made.part.bookmarks] == [0] + [1] * (len(volume.papers) + 5)
    assert [mark.page for mark in made.part.bookmarks] == sorted(mark.page for mark in made.part.bookmarks)
    assert made.part.bookmarks[-1].page <= made.part.pages


def test_folios_go_on_from_the_last_paper() -> None:
    volume = makers.difficult_edition()
    folios = [set_lines_of(appendix(volume).content, page) for page in (1, 2)]
    assert folios[0][-1].text == "49"
    assert folios[1][0].text.startswith("50")


def test_online_only_the_volume_holds_none_but_the_appendix_alone_is_written() -> None:
    volume = edition(
        paper("a", reproducibility=makers.reproducibility_block()),
        volume=Volume(title="V", appendix=AppendixSettings(placement="online")),
    )
    made = appendix(volume)
    assert made.part == TypesetPart()
    assert "JUWELS Booster" in whole_text(alone_of(made))


JOINT = PartOf(title="Joint Workshops", first_page=211, series="LNCS 1", editors=(Editor(literal="Ed"),))


def of_joint_volume(**fields: Any) -> Edition:
    """A part of a joint volume with one paper from page 211 on."""
    one = paper("a", doi="10.5555/a", reproducibility=makers.reproducibility_block())
    return edition(one, volume=Volume(title="Our Workshop", acronym="OW", part_of=JOINT, **fields))


def alone(volume: Edition) -> bytes:
    return alone_of(artifact_appendix(volume, makers.placed(volume, 211)))


def labels(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    return [document.get_page_label(page) for page in range(len(document))]


def test_in_a_part_of_a_joint_volume_the_appendix_stands_online_unless_the_chair_says_otherwise() -> None:
    asked = AppendixSettings(placement="volume")
    assert artifact_appendix(of_joint_volume(), makers.placed(of_joint_volume(), 211)).part == TypesetPart()
    inside = artifact_appendix(of_joint_volume(appendix=asked), makers.placed(of_joint_volume(), 211))
    assert inside.part.pages
    assert labels(alone_of(inside))[0] == "215"


def test_online_it_has_a_cover_that_says_where_the_papers_are() -> None:
    content = alone(of_joint_volume(stamp=StampSettings(notice="Kept by the workshop.")))
    cover = page_text(content, 1)
    for words in ("OW", "Artifact Appendix", "Our Workshop", "Joint Workshops, pages 211–214", "edited by Ed"):
        assert words in cover, words
    for words in ("LNCS 1", "Kept by the workshop.", "no part of the volume"):
        assert words in cover, words
    assert labels(content)[:2] == ["Cover", "1"]
    assert set_lines_of(content, 2)[-1].text == "1"


def test_online_its_bookmarks_and_links_lead_behind_the_cover() -> None:
    with pikepdf.open(io.BytesIO(alone(of_joint_volume()))) as pdf:
        sheets = [page.obj.objgen for page in pdf.pages]
        with pdf.open_outline() as outline:
            marks = [(mark.title, sheets.index(mark.destination[0].objgen)) for mark in outline.root]
    assert marks == [("Cover", 0), ("Artifact Appendix", 1)]


def test_online_papers_are_linked_by_the_dois_that_are_ours_to_give_and_by_nothing_else() -> None:
    uris = {link.uri for link in links_of(alone(of_joint_volume()))}
    assert "https://doi.org/10.5555/a" in uris
    uris = {link.uri for link in links_of(alone(of_joint_volume(publisher="springer")))}
    assert not any(uri.startswith(("papers/", "bindery:", "https://doi.org/10.5555")) for uri in uris)


def test_a_paper_that_is_not_there_is_no_link_of_the_appendix_alone() -> None:
    volume = makers.difficult_edition()
    missing = [each.paper for each in makers.placed(volume).placements if not each.present]
    uris = {link.uri for link in links_of(alone_of(appendix(volume)))}
    assert missing
    assert not {f"papers/{id}.pdf" for id in missing} & uris


def test_without_any_block_there_is_a_note_and_no_part() -> None:
    made = appendix(edition(paper("a")))
    assert made.part == TypesetPart()
    assert NOTHING_AT_ALL in whole_text(alone_of(made))


def test_no_address_leaves_the_text_block() -> None:
    long = "https://data.example.org/" + "a-very-long-folder-name/" * 6 + "x" * 120
    dataset = Dataset(id="D1", name="Everything", url=long, checksum="sha256:" + "0123456789abcdef" * 4)
    volume = edition(paper("017", reproducibility=Reproducibility(datasets=(dataset,) * 3)))
    made = appendix(volume)
    lines = [line for page in range(1, made.part.pages + 1) for line in set_lines_of(made.content, page)]
    assert any("a-very-long-folder-name" in line.text for line in lines)
    for line in lines:
        assert line.left >= 111.6 - 1 and line.right <= 483.7 + 1, line


def test_all_fonts_are_embedded_and_the_bytes_are_the_same_every_time() -> None:
    volume = makers.difficult_edition()
    assert unembedded_fonts(appendix(volume).content) == set()
    assert appendix(volume) == appendix(volume)


def test_items_without_a_single_field_do_no_harm() -> None:
    block = Reproducibility(
        contributions=(Contribution(),), algorithms=(Algorithm(),), software=(Software(),), datasets=(Dataset(),),
        hardware=(Hardware(),), benchmarks=(Benchmark(),), artifacts=(Artifact(),), experiments=Experiments(),
        badges=(Badge(),), statement="", not_applicable={"": ""},
    )  # fmt: skip
    assert appendix(edition(paper("017", title="", reproducibility=block))).part.pages == 1
