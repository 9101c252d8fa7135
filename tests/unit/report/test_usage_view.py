"""What the papers used, as the report shows it."""

from __future__ import annotations

from builders import edition, paper
from proceedings.records.paper import Paper
from proceedings.records.reproducibility import Dataset, Reproducibility, Software
from proceedings.report.page import UsageRow
from proceedings.report.usage_view import usage_views


def using(id: str, *data: str) -> Paper:
    items = tuple(Dataset(name=name) for name in data)
    return paper(id, reproducibility=Reproducibility(datasets=items, software=(Software(name="PyTorch"),)))


def test_bars_of_all_sorts_are_drawn_to_one_scale() -> None:
    papers = using("a", "MNIST"), using("b", "mnist"), using("c", "Own"), paper("d")
    data, frameworks = usage_views(edition(*papers), papers)
    assert (data.title, data.rows) == ("Datasets", (UsageRow(name="MNIST", papers=2, share=67),))
    assert data.sentence == "2 datasets; 3 of 4 papers name any."
    assert (frameworks.title, frameworks.rows) == ("Frameworks", (UsageRow(name="PyTorch", papers=3, share=100),))


def test_what_papers_do_not_share_has_no_bars() -> None:
    assert usage_views(edition(), (using("a", "MNIST"), paper("b"))) == ()
