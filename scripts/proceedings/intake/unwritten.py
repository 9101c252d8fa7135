"""Texts and names that nobody has written yet: they still say what the skeleton of an edition says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from proceedings.editions.skeleton import EVERY, NAMELESS
from proceedings.intake.metadata_files import front_matter_text
from proceedings.problem import Problem
from proceedings.records.front_matter import FrontMatterText
from proceedings.records.volume import Volume


def unwritten_texts(texts: Iterable[FrontMatterText]) -> Iterator[Problem]:
    """One error for each: it would be printed as it stands. `file` is relative to the metadata folder."""
    for text in texts:
        path = EVERY / "metadata/front_matter" / f"{text.stem}.md"
        if path.is_file() and text.markdown == front_matter_text(text.stem, path.read_text("utf-8")).markdown:
            yield Problem(
                file=f"front_matter/{text.stem}.md",
                code="metadata-missing",
                message="the text is still that of the skeleton, and would be printed.",
                remedy="Write it, or delete the file.",
                severity="error",
            )


def unwritten_names(volume: Volume) -> Iterator[Problem]:
    """One error for each name of the volume that is the skeleton's, and would be printed."""
    ours = {("title",): volume.title, ("acronym",): volume.acronym, ("event", "name"): volume.event.name}
    for place, name in ours.items():
        if name == NAMELESS[place]:
            yield Problem(
                at=place,
                code="metadata-missing",
                message=f'"{name}" is still that of the skeleton, and would be printed.',
                remedy="Write your own.",
                severity="error",
            )
