"""The plots of what the papers used: read back by their words, their places and their tags."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pikepdf
import pytest

import typesetting_makers as makers
from builders import edition, paper
from proceedings.page_sizes import A4, Size
from proceedings.records.edition import Edition
from proceedings.records.paper import Paper
from proceedings.records.reproducibility import Dataset, Experiments, Hardware, Reproducibility, Software
from proceedings.typesetting.grid import SMALL, PageGrid, page_grid
from proceedings.typesetting.pages import flow
from proceedings.typesetting.press import Imprint, print_pages
from proceedings.typesetting.strip_plot import Bar, Mark, bars_of, strip_plot
from proceedings.typesetting.usage_plots import ALONE, usage_plots
from tag_reading import accessibility_problems, elements_of
from typeset_reading import links_of, page_text, set_lines_of

GRID = page_grid(A4, SMALL)
SIZES: dict[str, Size] = {"A4": A4, "letter": (612.0, 792.0), "LNCS": (439.37, 666.14), "A5": (419.53, 595.28)}


def with_block(id: str, **block: Any) -> Paper:
    return paper(id, reproducibility=Reproducibility(**block))


def using(id: str, *data: str, nodes: int = 4, budget: str | None = None) -> Paper:
    return with_block(
        id,
        datasets=tuple(Dataset(name=name) for name in data),
        software=(Software(name="PyTorch"),),
        hardware=(
            Hardware(
                system_name="Sample-1",
                number_of_nodes=str(nodes),
                accelerators_per_node="4",
                accelerator_model_name="NVIDIA A100-SXM4-40GB",
            ),
        ),
        experiments=Experiments(compute_budget=budget),
    )


def plotted(volume: Edition, grid: PageGrid = GRID) -> bytes:
    rows = usage_plots(volume, makers.placed(volume), grid)
    return print_pages(flow(rows, grid), grid, Imprint("Plots"))


def words(*papers: Paper) -> str:
    return page_text(plotted(edition(*papers)), 1)


def pages_of(content: bytes) -> int:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return len(pdf.pages)


def said_of_figures(content: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return [str(each.Alt) for each in elements_of(pdf) if pikepdf.Name.Figure == each.S]


def workshop(papers: int) -> Edition:
    """Papers that share one dataset, each with another of its own and with a machine of its own size."""
    return edition(*(_of_workshop(number) for number in range(papers)))


def _of_workshop(number: int) -> Paper:
    budget = f"{number + 1} GPU hours"
    return using(f"{number:03}", "ImageNet-1K", f"Data of {number // 2}", nodes=2 ** (number % 11), budget=budget)


THREE = (
    using("a", "ImageNet-1K", "Own waves", nodes=16, budget="40 node hours"),
    using("b", "imagenet-1k", nodes=2),
    using("c", "ERA5", nodes=512),
)


def test_what_several_papers_used_is_plotted_and_what_one_used_is_listed_with_its_page() -> None:
    text = words(*THREE, paper("d"))
    assert "As declared by the authors." in text
    assert "Datasets 3 datasets; 3 of 4 papers name any. ImageNet-1K 2 In 1 paper each: ERA5 9, Own waves 1." in text
    assert "Frameworks 1 framework; 3 of 4 papers name any. PyTorch 3" in text
    assert "Accelerators 1 model; 3 of 4 papers name any. NVIDIA A100 3" in text
    assert "3 of 4 papers tell both." in text
    assert "Compute budgets: 40 node hours 1." in text


def test_a_figure_says_its_numbers_to_those_who_do_not_see_it() -> None:
    content = plotted(edition(*THREE))
    assert accessibility_problems(content) == []
    assert said_of_figures(content) == [
        "Dot plot of datasets by the number of papers that declare each. ImageNet-1K: 2.",
        "Dot plot of frameworks by the number of papers that declare each. PyTorch: 3.",
        "Dot plot of systems by the number of papers that declare each. Sample-1: 3.",
        "Dot plot of accelerators by the number of papers that declare each. NVIDIA A100: 3.",
        "Accelerators in the Largest Configuration. page 5: 8; page 1: 64; page 9: 2,048.",
    ]


def test_each_page_at_a_dot_or_behind_a_name_leads_to_its_paper() -> None:
    uris = [link.uri for link in links_of(plotted(edition(*THREE)))]
    assert sorted(uris) == [f"bindery:paper.{id}" for id in ("a", "a", "a", "b", "c", "c")]


def test_what_nobody_declares_has_no_plot() -> None:
    text = words(with_block("a", datasets=(Dataset(name="A"),)), with_block("b", datasets=(Dataset(name="B"),)))
    assert "Datasets 2 datasets, none in two papers; 2 of 2 papers name any. In 1 paper each: A 1, B 5." in text
    assert not any(title in text for title in ("Frameworks", "Systems", "Accelerators", "Configuration", "budgets"))


def test_one_paper_alone_is_not_compared() -> None:
    assert words(using("a", "ImageNet-1K"), paper("b")).startswith(ALONE)
    assert usage_plots(edition(paper("a"), paper("b")), makers.placed(edition(paper("a"), paper("b"))), GRID) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("papers", [8, 40, 400])
def test_the_plots_of_a_workshop_fill_one_page_at_most(size: str, papers: int) -> None:
    grid = page_grid(SIZES[size], SMALL)
    content = plotted(workshop(papers), grid)
    assert pages_of(content) == 1
    right = grid.left + grid.measure
    for line in set_lines_of(content, 1):
        assert line.left >= grid.left - 1 and line.right <= right + 1 and line.bottom <= grid.top + grid.depth, line


def test_of_very_many_things_the_most_used_are_plotted_and_the_others_counted() -> None:
    papers = [using(f"{number:03}", f"Set {number % 40}", f"Set {number % 7}") for number in range(120)]
    text = words(*papers)
    assert "The 7 most used of 40; 120 of 120 papers name any." in text
    assert "33 others in 3 papers each." in text


def test_very_many_things_that_no_two_papers_share_are_counted_and_nothing_else() -> None:
    blocks = [tuple(Dataset(name=f"Data {id} {number}") for number in range(20)) for id in "ab"]
    text = words(*(with_block(id, datasets=data) for id, data in zip("ab", blocks, strict=True)))
    assert text.endswith("Datasets 40 datasets, none in two papers; 2 of 2 papers name any.")


def strip(*marks: Mark) -> bytes:
    return print_pages(flow([strip_plot(marks, GRID.measure, GRID, "Alt")], GRID), GRID, Imprint("Strip"))


def test_dots_stand_as_far_apart_as_their_numbers_on_a_logarithmic_axis() -> None:
    content = strip(Mark(8, "211"), Mark(64, "212"), Mark(2048, "213"))
    left = {line.text: line.left for line in set_lines_of(content, 1)}
    assert (left["212"] - left["211"]) / (left["213"] - left["211"]) == pytest.approx(3 / 8, abs=0.005)


def test_dots_of_one_number_stand_upon_one_another() -> None:
    found = {line.text: line for line in set_lines_of(strip(Mark(8, "211"), Mark(8, "212"), Mark(9, "213")), 1)}
    assert found["211"].top > found["212"].top > found["213"].top
    assert found["211"].left == pytest.approx(found["212"].left, abs=0.5)


def test_more_dots_than_can_be_stacked_are_counted_in_bars() -> None:
    assert page_text(strip(*(Mark(64, str(page)) for page in range(9))), 1).endswith("8 64")
    assert page_text(strip(*(Mark(64, str(page)) for page in range(10))), 1) == "10 64 128"


def counts(bars: Sequence[Bar]) -> list[tuple[float, float, int]]:
    return [tuple(bar) for bar in bars]


def test_bars_reach_from_power_to_power() -> None:
    assert counts(bars_of([1, 1.5, 2, 8])) == [(1, 2, 2), (2, 4, 1), (4, 8, 0), (8, 16, 1)]
    assert counts(bars_of([0.3, 1000, 1e12]))[0] == (0.1, 1, 1)
