"""One value that a table, an export or a publisher's list has otherwise than the metadata, in one line everywhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from proceedings.problem import Place
from proceedings.wording import change_words, shortened

LEAD = 24
"""Characters of a long value that are shown at least before the place where two differ."""

LONGEST = 72
EDITED = "edited here, and kept"
BY_HAND = "to be mended by hand, here or there"


class Difference(NamedTuple):
    """Whose value it is (a paper's id, or the volume), its name, and what it is and will be, in words.

    `values`: what the file then says, place by place. `stays`: why it is not taken, whoever asks for it.
    """

    subject: str
    name: str
    old: str
    new: str
    values: Mapping[Place, object] = {}
    stays: str = ""

    @property
    def line(self) -> str:
        """`017  title: Old -> New`, long ones from where they differ."""
        return f"{self.subject}  {self.name}: {change_words(*_from_difference(self.old, self.new))}"

    def is_taken(self, take: Collection[str]) -> bool:
        """Whether it is asked for, and nothing keeps it."""
        return self.name in take and not self.stays

    def line_of(self, take: Collection[str]) -> str:
        """The line with what becomes of it."""
        fate = self.stays or ("taken" if self.name in take else f"TAKE={self.name} takes it")
        return f"{self.line}  ({fate})"


def _from_difference(old: str, new: str) -> tuple[str, str]:
    same = next((place for place, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    start = old.rfind(" ", 0, max(0, same - LEAD)) + 1 if max(len(old), len(new)) > LONGEST else 0
    return _shown(old, start), _shown(new, start)


def _shown(words: str, start: int) -> str:
    lead = "…" if start else ""
    return f"{lead}{shortened(words[start:], LONGEST)}" if words else ""
