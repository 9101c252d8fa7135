"""Cases of names that the text or the reproducibility block has alone, and of words that are no names."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from planted.cases import Case, saying, some
from proceedings.records.paper import Paper
from proceedings.records.reproducibility import Benchmark, Dataset, Hardware, Reproducibility, Software

USED = (
    "All models were trained with PyTorch 1.8.1 on one node.",
    "We trained it for three days on 96 nodes of the supercomputer Summit.",
    "Each of the nodes that we used has four A100 accelerators.",
    "Our experiments were conducted on ImageNet-1K, as it comes.",
    "For collective communication between accelerators of different nodes, and for nothing else, we use Horovod.",
)
ONLY_SPOKEN_OF = (
    "Frameworks such as PyTorch hide from their users what is sent.",
    "From the summit of the mountain we used to see the frontier of our nodes.",
    "A Frontier of Pareto solutions is what we use on all nodes.",
    "We use the method that Cray et al. built for their nodes.",
    "The Horizon and the Titanic are used by us as names of nodes.",
)
BLOCK = Reproducibility(
    software=(Software(name="Pytorch", version="1.8.1"),),
    hardware=(Hardware(system_name="Summit", accelerator_model_name="NVIDIA V100"),),
)


def item_cases() -> Iterator[Case]:
    """All cases of this group."""
    empty = _with(Reproducibility())
    for number, text in enumerate(USED):
        name = f"used: {text[:30]}"
        by = ("reportlab", "tex") if text == USED[-1] else ("reportlab",)
        yield Case(name, "item-undeclared", None, some(number)[:1], saying(text), record=empty, makers=by)
    for number, text in enumerate(ONLY_SPOKEN_OF):
        name = f"spoken of: {text[:30]}"
        yield Case(name, None, None, some(number)[:1], saying(text), record=empty, unsaid="item-undeclared")
    for number, text in enumerate(USED[:2]):
        name = f"declared: {text[:30]}"
        yield Case(name, None, None, some(number)[:1], saying(text), record=_with(BLOCK), unsaid="item-undeclared")
    data = _with(Reproducibility(datasets=(Dataset(name="Kinetics-400"),)))
    yield Case("a dataset that the text never has", "item-unmentioned", 0, some(0)[:1], record=data)
    text = "The clips are those of Kinetics 400 and of no other collection."
    named = saying(text)
    yield Case("a dataset in another spelling", None, None, some(1)[:1], named, record=data, unsaid="item-unmentioned")
    result = Benchmark(name="resnet", suite="MLPerf Training", version="0.6", division="closed", value="9", unit="min")
    run = _with(Reproducibility(benchmarks=(result,)))
    yield Case("a result without MLCommons' sentence", "mlperf-unverified", None, some(0)[:1], record=run)
    note = saying("In MLPerf Training 0.6 we need nine minutes. Result not verified by MLCommons Association.")
    yield Case("a result with the sentence", None, None, some(1)[:1], note, record=run, unsaid="mlperf-unverified")


def _with(block: Reproducibility) -> Callable[[Paper], Paper]:
    return lambda paper: msgspec.structs.replace(paper, reproducibility=block)
