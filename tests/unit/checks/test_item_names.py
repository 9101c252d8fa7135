from __future__ import annotations

from collections.abc import Sequence

import pytest

from builders import paper
from lined_pages import TWO_COLUMNS, line, paper_of, text_lines
from proceedings.checks.item_names import item_undeclared, item_unmentioned
from proceedings.checks.rules import Rules
from proceedings.reading.reading import Reading
from proceedings.records.facts import TextLine
from proceedings.records.paper import Paper
from proceedings.records.reproducibility import Benchmark, Dataset, Hardware, Reproducibility, Software
from proceedings.records.vocabulary import Term, Vocabulary
from proceedings.records.volume import Volume
from worded_papers import findings, front, heading, reading, said


def with_block(**items: object) -> Paper:
    return paper("017", reproducibility=Reproducibility(**items))  # type: ignore[arg-type]


BARE = with_block()


def told(*sentences: str, of: Paper = BARE, rules: Rules | None = None) -> list[str]:
    return [each.message for each in findings(item_undeclared, reading(*sentences), rules, of)]


def under(title: str, *sentences: str) -> Reading:
    """A paper whose second page has a section of this title with these sentences."""
    rows = [line(text, 135, 320 + 12 * number) for number, text in enumerate(sentences)]
    return Reading(paper_of([*front(), *said()], [*text_lines(last=270), heading(title, 300), *rows]))


def used_under(title: str, *sentences: str) -> bool:
    return bool(findings(item_undeclared, under(title, *sentences), None, BARE))


def test_what_is_used_and_not_in_the_block_is_told_with_its_place() -> None:
    (only,) = findings(item_undeclared, reading("We trained it with Horovod on 64 nodes."), None, BARE)
    assert only.message == (
        "papers/017.pdf, page 1: the paper seems to use “Horovod” (software), "
        "which its reproducibility block does not name."
    )
    assert (only.severity, only.page) == ("info", 1)
    assert only.box is not None
    assert only.box[1] == pytest.approx(273)


def test_all_names_of_a_paper_are_one_finding() -> None:
    (only,) = told("We ran PyTorch on the supercomputer Summit and used ImageNet.")
    assert "“PyTorch” (software), “Summit” (system) and “ImageNet” (dataset)" in only


@pytest.mark.parametrize(
    "sentence",
    [
        "The code is PyTorch 1.8.1 as it comes.",
        "Our model is implemented in PyTorch.",
        "All runs were done using PyTorch for it.",
        "We use PyTorch as a backend.",
    ],
)
def test_a_version_or_words_of_use_are_signs(sentence: str) -> None:
    assert told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Frameworks such as PyTorch hide this.",
        "It could be done in PyTorch one day.",
        "PyTorch has been popular for years.",
        "Unlike PyTorch, it is lazy.",
        "In the future we use PyTorch.",
    ],
)
def test_what_is_only_spoken_of_is_not_told(sentence: str) -> None:
    assert not told(sentence)


def test_a_section_on_experiments_is_a_sign_and_one_on_related_work_is_none() -> None:
    sentence = "The accelerator is an A100 with 40 GB of memory."
    assert used_under("4 Experimental Setup", sentence)
    assert not used_under("2 Related Work", sentence)
    assert not used_under("4 A Model of Queues", sentence)


def test_thanks_for_computing_time_are_a_sign_for_machines_alone() -> None:
    assert used_under("Acknowledgments", "Computing time on JUWELS was granted by others.")
    assert not used_under("Acknowledgments", "Somebody told us of PyTorch 1.8 and its ways.")


def test_references_running_heads_and_authors_are_no_text() -> None:
    assert not used_under("References", "1. Ada, B.: We trained PyTorch 1.8 on Summit nodes. In: Proc. (2019)")
    assert not findings(item_undeclared, reading(authors=("Ada PyTorch 1.8",)), None, BARE)


def test_a_name_that_is_parted_at_the_end_of_a_line_is_found() -> None:
    (only,) = told("so many of them, and therefore we trained with Horo-", "vod on every node of it.")
    assert "“Horo-vod” (software)" in only


def test_a_name_in_the_second_column_is_found() -> None:
    right = [line("We used Horovod as it", 306, 126), *text_lines([TWO_COLUMNS[1]], first=138)]
    given = Reading(paper_of([*front(), *said()], [*text_lines([TWO_COLUMNS[0]]), *right]))
    (only,) = findings(item_undeclared, given, None, BARE)
    assert only.page == 2
    assert only.box is not None
    assert only.box[0] == pytest.approx(306)


def test_names_on_several_pages_are_told_with_theirs() -> None:
    more = [line("We use ImageNet for it.", 135, 126), *text_lines(first=138)]
    (only,) = findings(item_undeclared, Reading(paper_of([*front(), *said("We use Horovod.")], more)), None, BARE)
    assert "pages 1–2: the paper seems to use “Horovod” (software, page 1) and “ImageNet” (dataset," in only.message


@pytest.mark.parametrize(
    "block",
    [
        {"software": (Software(name="Pytorch", version="1.8.1"),)},
        {"software": (Software(name="PyTroch"),)},
        {"statement": "Everything ran under PyTorch."},
        {"not_applicable": {"software": "a thought experiment"}},
    ],
)
def test_what_the_block_has_in_some_form_is_not_told(block: dict[str, object]) -> None:
    assert not told("We use PyTorch for it.", of=with_block(**block))


def test_a_machine_is_answered_for_under_hardware() -> None:
    sentence = "We used the A100 for it."
    assert told(sentence)
    assert not told(sentence, of=with_block(hardware=(Hardware(accelerator_model_name="NVIDIA A100-SXM4-40GB"),)))
    assert not told(sentence, of=with_block(not_applicable={"hardware": "theory"}))


def test_a_paper_without_a_block_is_told_so_where_the_edition_asks_for_one() -> None:
    without = paper("017")
    (only,) = told("We use PyTorch for it.", of=without)
    assert only.endswith("which no reproducibility block names.")
    assert not told("We use PyTorch for it.", of=without, rules=Rules(volume=Volume(reproducibility="off")))
    assert not told("We use PyTorch for it.", of=without, rules=Rules(volume_is_known=False))


def test_a_term_of_the_chairs_own_is_looked_for() -> None:
    own = Rules(vocabulary=Vocabulary(software=(Term(name="HydraStore"),)))
    assert told("We use HydraStore for it.", rules=own)
    assert not told("We use HydraStore for it.")


def unmentioned(of: Paper, *sentences: str, more: Sequence[TextLine] = (), rules: Rules | None = None) -> list[str]:
    return [each.message for each in findings(item_unmentioned, reading(*sentences, more=more), rules, of)]


FULL = with_block(
    software=(Software(name="Horovod"), Software(name="NumPy", role="library")),
    datasets=(Dataset(name="ImageNet-1K"), Dataset(name="Waves that decay")),
    hardware=(Hardware(system_name="Summit", accelerator_model_name="NVIDIA V100"),),
    benchmarks=(Benchmark(name="ResNet-50, time per step"),),
)


def test_what_the_text_never_has_is_told() -> None:
    (only,) = unmentioned(FULL)
    assert only == (
        "papers/017.pdf: “Horovod” (software), “ImageNet-1K” (dataset), “Waves that decay” (dataset), “Summit” "
        "(hardware) and “ResNet-50, time per step” (model or benchmark) are in the reproducibility "
        "block and nowhere in the text."
    )


def test_any_form_of_a_name_will_do() -> None:
    assert not unmentioned(FULL, "Decaying waves, ILSVRC2012 and Horo-", "vod: a ResNet50 ran on the V100.")


def test_a_name_in_the_references_is_in_the_text() -> None:
    of = with_block(software=(Software(name="Horovod"),))
    more = [heading("References", 660), line("1. Sergeev, A.: Horovod: fast and easy. In: Proc. (2018)", 135, 680)]
    assert not unmentioned(of, more=more)


def test_nothing_is_unmentioned_where_the_edition_does_not_ask() -> None:
    assert not unmentioned(FULL, rules=Rules(volume=Volume(reproducibility="off")))
    assert not unmentioned(paper("017"))
