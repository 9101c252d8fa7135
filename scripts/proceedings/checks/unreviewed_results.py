"""MLPerf results that MLCommons has not reviewed: the paper or its metadata must say so in MLCommons' words."""

from __future__ import annotations

from collections.abc import Iterator

from proceedings.checks.rules import Rules, place
from proceedings.codes import finding
from proceedings.reading.notice_lines import PlacedLine
from proceedings.reading.passages import BROKEN
from proceedings.reading.reading import Reading
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.records.reproducibility import Benchmark, Reproducibility
from proceedings.reproducibility.demand import is_asked, softened
from proceedings.reproducibility.mlperf import NOT_VERIFIED, is_mlperf, says_not_verified
from proceedings.reproducibility.naming import named, telling_items
from proceedings.wording import listed_briefly


def mlperf_unverified(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """One finding a paper: its unreviewed results, where neither its text nor its block has the sentence.

    One sentence speaks for all results of a paper. It is asked for although the artifact appendix prints it in any
    case: it must stand wherever such a number does.
    """
    if not rules.volume_is_known or not is_asked(paper, rules.volume) or paper.reproducibility is None:
        return
    silent = list(_unreviewed(paper.reproducibility))
    if not silent or not reading.passages or _is_said(reading):
        return
    seen = _first_named(reading)
    were = "was" if len(silent) == 1 else "were"
    message = (
        f"{place(paper, [seen.page] if seen else [])}: {listed_briefly(silent)} {were} not reviewed by MLCommons, and "
        f"neither the text nor the reproducibility block says: {NOT_VERIFIED}"
    )
    yield finding(
        "mlperf-unverified",
        message,
        paper=paper.id,
        page=seen.page if seen else None,
        box=seen.line.box if seen else None,
        severity=softened(rules.volume),
    )


def _unreviewed(block: Reproducibility) -> Iterator[str]:
    """The results that neither they nor the statement say to be unverified."""
    if not says_not_verified(block.statement or ""):
        for _, run in telling_items(block, "benchmarks"):
            if run.value and is_mlperf(run) and not run.verified and not _says_so(run):
                yield named(run) or run.suite


def _says_so(run: Benchmark) -> bool:
    return any(says_not_verified(each or "") for each in (run.metric, run.unit, run.uses.text))


def _is_said(reading: Reading) -> bool:
    return any(says_not_verified(each.text.replace(BROKEN, "")) for each in reading.passages)


def _first_named(reading: Reading) -> PlacedLine | None:
    """The first line that speaks of MLPerf, outside the references."""
    for passage in reading.passages:
        offset = passage.text.lower().find("mlperf")
        if offset >= 0 and passage.place != "references":
            return passage.line_at(offset)
    return None
