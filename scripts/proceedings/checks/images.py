"""Pictures with too few pixels for their size."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from proceedings.boxes import height, width
from proceedings.checks.rules import Rules, listed, place
from proceedings.checks.searchable_text import is_scan
from proceedings.codes import finding
from proceedings.profile import Resolution
from proceedings.reading.reading import Reading
from proceedings.records.facts import ImageFacts
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.wording import counted, page_list

BOTH_SIDES = 36.0
"""Points: smaller pictures are icons and rules."""


def low_resolution_image(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """Pictures below the least resolution are a warning; only where there is none, those below the wanted one."""
    facts = reading.facts
    asked = rules.profile.resolution
    scans = {page.number for page in facts.pages if is_scan(page, facts.images)}  # a finding of their own
    pictures = [image for image in facts.images if image.page not in scans and _shortest_side(image) >= BOTH_SIDES]
    coarse = [image for image in pictures if asked.least and image.dpi < asked.least]
    if coarse:
        message = f"{_names(paper, coarse)}; below {asked.least:g} dpi a print shows the pixels."
        yield finding("low-resolution-image", message, paper=paper.id, page=coarse[0].page, box=coarse[0].box)
        return
    below = [image for image in pictures if image.dpi < (wanted(image, asked) or 0)]
    if below:
        message = f"{_names(paper, below)}; asked is {_wanted_words(asked)}."
        yield finding(
            "low-resolution-image", message, paper=paper.id, page=below[0].page, box=below[0].box, severity="info"
        )


def wanted(image: ImageFacts, asked: Resolution) -> float | None:
    """The resolution that the publisher wants of this kind of picture."""
    return asked.wanted_line_art if image.bits == 1 else asked.wanted_grey_or_colour


def _wanted_words(asked: Resolution) -> str:
    words = [f"{asked.wanted_grey_or_colour:g} dpi"] if asked.wanted_grey_or_colour else []
    words += [f"{asked.wanted_line_art:g} dpi for line art"] if asked.wanted_line_art else []
    return " and ".join(words)


def _names(paper: Paper, images: Sequence[ImageFacts]) -> str:
    """`papers/017.pdf, page 3: a picture of 300 x 200 pixels is shown at 72 dpi`, for several as a list."""
    pages = place(paper, (image.page for image in images))
    if len(images) == 1:
        return (
            f"{pages}: a picture of {images[0].width} x {images[0].height} pixels is shown at {images[0].dpi:.0f} dpi"
        )
    by_resolution: dict[str, list[int]] = defaultdict(list)
    for image in sorted(images, key=lambda image: image.dpi):
        by_resolution[f"{image.dpi:.0f} dpi"].append(image.page)
    each = [f"{resolution} on {page_list(numbers)}" for resolution, numbers in by_resolution.items()]
    return f"{pages}: {counted(len(images), 'picture')} have few pixels for their size ({listed(each)})"


def _shortest_side(image: ImageFacts) -> float:
    return min(width(image.box), height(image.box)) if image.box else 0.0
