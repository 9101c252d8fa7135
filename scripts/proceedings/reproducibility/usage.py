"""What the papers of a volume used, as their authors declare it: each paper counts once for each thing.

Versions of one thing are one, and so are its spellings that the vocabulary knows, and what the chair has joined.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from proceedings.folding import folded
from proceedings.records.edition import Edition
from proceedings.records.paper import Paper
from proceedings.records.reproducibility import Reproducibility
from proceedings.reproducibility.listed_names import ListedNames, listed_names, spelling_key
from proceedings.reproducibility.machine_sums import accelerators_of
from proceedings.reproducibility.quantities import budget_of, count_of
from proceedings.vocabulary.known_as import Known, is_framework, known_as
from proceedings.vocabulary.lexicon import Lexicon, lexicon_with
from proceedings.wording import counted

FRAMEWORK = re.compile(r"\bframework", re.IGNORECASE)
RELEASE = re.compile(r"[\s,]+v?\d+(?:\.\w+)+$")
NOTHING = re.compile(r"\W*(?:none|n/?a|no|not applicable)?\W*", re.IGNORECASE)
MAKE = re.compile(
    r"(?<![^\W_])(?:NVIDIA|AMD|Intel|Google|Cloud|Huawei|Tesla|GeForce|Quadro|Radeon|Instinct|GPUs?|"
    r"accelerators?|Tensor Cores?|Superchip)(?![^\W_])",
    re.IGNORECASE,
)
"""Words before and behind the model of an accelerator that some papers write and others leave out."""
BUILD = re.compile(
    r"^\d+ ?[x×] ?|[\s_-]*(?<![^\W_])(?:SXM\d?|PCI-?e|NVL|OAM|HBM\d?e?|\d+ ?G(?:i?B)?(?:/s)?)(?![^\W_])[),]*",
    re.IGNORECASE,
)
"""What a name says of an accelerator's form, memory and number: papers on one model differ in it."""


class Use(NamedTuple):
    """A thing by the name that is printed, and the ids of the papers that declare it, in the order of the volume."""

    name: str
    papers: tuple[str, ...]


class Usage(NamedTuple):
    """All things of one sort, the most used first, and how many papers declare any."""

    uses: tuple[Use, ...] = ()
    papers: int = 0

    @property
    def shared(self) -> tuple[Use, ...]:
        """What two papers or more declare."""
        return tuple(use for use in self.uses if len(use.papers) > 1)

    @property
    def single(self) -> tuple[Use, ...]:
        """What one paper declares and no other."""
        return tuple(use for use in self.uses if len(use.papers) == 1)

    def most_used(self, most: int) -> tuple[Use, ...]:
        """Of what is shared so many at most; of equals that do not all fit none, unless nothing would be left."""
        shared = self.shared
        if len(shared) <= most:
            return shared
        return tuple(use for use in shared[:most] if len(use.papers) > len(shared[most].papers)) or shared[:most]


class Sort(NamedTuple):
    """A sort of things, what one of them is called, and how they are used."""

    title: str
    noun: str
    usage: Usage

    def sentence(self, shown: int, papers: int) -> str:
        """What is counted, from how many of the volume's papers, where so many of the most used are shown."""
        number, usage = len(self.usage.uses), self.usage
        which = counted(number, self.noun)
        if 0 < shown < len(usage.shared):
            which = f"The {shown} most used of {number:,}"
        elif not usage.shared and number > 1:
            which += ", none in two papers"
        return f"{which}; {usage.papers:,} of {counted(papers, 'paper')} name any."


class Scale(NamedTuple):
    """A paper by its id, and a size of its runs: accelerators, or hours of computing."""

    paper: str
    size: float


class Tallies:
    """Counts what papers declare, each thing under the name of its lists and the vocabulary's."""

    def __init__(self, papers: Sequence[Paper], lexicon: Lexicon, names: ListedNames) -> None:
        """Papers in the order of the volume; those without a block declare nothing."""
        self._blocks = [(each.id, each.reproducibility) for each in papers if each.reproducibility]
        self._lexicon, self._names = lexicon, names

    def sorts(self) -> tuple[Sort, ...]:
        """The sorts of things of which any is declared."""
        sorts = (
            Sort("Datasets", "dataset", self.datasets()),
            Sort("Frameworks", "framework", self.frameworks()),
            Sort("Systems", "system", self.systems()),
            Sort("Accelerators", "model", self.accelerators()),
        )
        return tuple(sort for sort in sorts if sort.usage.uses)

    def datasets(self) -> Usage:
        """Datasets by their names."""
        return self._counted(lambda block: (self._known(each.name, "datasets") for each in block.datasets))

    def frameworks(self) -> Usage:
        """Software that has the role of a framework, or is one by the vocabulary."""
        return self._counted(self._frameworks_of)

    def accelerators(self) -> Usage:
        """Models of accelerators, whatever their memory and form."""
        return self._counted(self._models_of)

    def systems(self) -> Usage:
        """Machines by their names."""
        return self._counted(lambda block: (self._known(each.system_name, "systems") for each in block.hardware))

    def _frameworks_of(self, block: Reproducibility) -> Iterator[Known]:
        for item in block.software:
            known = self._known(RELEASE.sub("", item.name.strip()), "software")
            if FRAMEWORK.search(item.role or "") or is_framework(known.name, self._lexicon):
                yield known

    def _models_of(self, block: Reproducibility) -> Iterator[Known]:
        for machine in block.hardware:
            model = machine.accelerator_model_name or ""
            if not NOTHING.fullmatch(model) and count_of(machine.accelerators_per_node or "") != 0:
                yield self._model(model)

    def _model(self, written: str) -> Known:
        """The vocabulary knows most models without their maker and line: V100 of Tesla V100."""
        listed = self._names.printed("accelerators", written)
        if self._names.sets_apart("accelerators", written):
            return Known(listed, listed)
        name = " ".join(BUILD.sub(" ", listed).split()).rstrip(" ,(-")
        bare = " ".join(MAKE.sub(" ", name).split()) or name
        known = known_as(bare, "accelerators", self._lexicon).name
        return Known(MAKE.sub("", known) or known, name if known == bare else known)

    def _known(self, name: str, kind: str) -> Known:
        """What the chair has set apart is not joined by the vocabulary."""
        listed = self._names.printed(kind, name)
        return Known(listed, listed) if self._names.sets_apart(kind, name) else known_as(listed, kind, self._lexicon)

    def _counted(self, named: Callable[[Reproducibility], Iterable[Known]]) -> Usage:
        """Names that differ in capitals, blanks and hyphens alone are one, printed as most papers have it."""
        found: dict[str, list[str]] = {}
        printed: dict[str, Counter[str]] = {}
        for paper, block in self._blocks:
            for key, spelt in {spelling_key(known.name): known.spelt for known in named(block)}.items():
                found.setdefault(key, []).append(paper)
                printed.setdefault(key, Counter())[" ".join(spelt.split())] += 1
        named_so = {key: max(counts, key=counts.__getitem__) for key, counts in printed.items()}
        uses = [Use(named_so[key], tuple(papers)) for key, papers in found.items() if key]
        ordered = sorted(uses, key=lambda use: (-len(use.papers), folded(use.name), use.name))
        return Usage(tuple(ordered), len({paper for use in uses for paper in use.papers}))

    def largest_configurations(self) -> tuple[Scale, ...]:
        """Nodes times accelerators per node, of the largest machine of each paper that tells both."""
        sizes = ((paper, _largest(block)) for paper, block in self._blocks)
        return tuple(Scale(paper, size) for paper, size in sizes if size)

    def budgets(self) -> dict[str, tuple[Scale, ...]]:
        """Hours of computing by what they are hours of (`GPU`, `node`), the most given first."""
        found: dict[str, list[Scale]] = {}
        for paper, block in self._blocks:
            said = block.experiments.compute_budget if block.experiments else None
            budget = budget_of(said) if said else None
            if budget and budget.hours:
                found.setdefault(budget.of, []).append(Scale(paper, budget.hours))
        return {of: tuple(scales) for of, scales in sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))}


def _largest(block: Reproducibility) -> int:
    return max((accelerators_of(each) or 0 for each in block.hardware), default=0)


def tallies_of(edition: Edition, papers: Sequence[Paper]) -> Tallies:
    """The tallies of some papers of an edition, with its own vocabulary and what its chair has joined and set apart."""
    return Tallies(papers, lexicon_with(edition.vocabulary), listed_names(edition))
