"""A format profile measured in a reference PDF, and written down with comments for a chair to complete."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from proceedings.page_sizes import TOLERANCE, as_written
from proceedings.profile import BodyText, FormatProfile, TextBlock
from proceedings.reading.reading import Reading
from proceedings.records.record import Box
from proceedings.wording import counted

GUTTER_STEP = 0.5
"""Points to which the space between columns is rounded: letters have white of their own on both sides."""


class NothingToLearnError(Exception):
    """The PDF has too little running text; the message is one clause."""


def learned_profile(reading: Reading, tolerance: float = TOLERANCE) -> FormatProfile:
    """What a paper in a template says of it: page size, text block, columns, type, heads and page numbers.

    Points are rounded to 0.1; page size and place are those of most pages of text, the size by its name where it has
    one within the `tolerance`. Raises NothingToLearnError.
    """
    layout, body = reading.layout, reading.body
    if layout.block is None or body.size is None:
        raise NothingToLearnError("it has too little running text to be measured")
    x0, y0, x1, y1 = (round(edge, 1) for edge in layout.block)
    sizes = [as_written(page.size, tolerance) for page in reading.facts.pages if page.number in layout.by_page]
    usual = max(sorted(set(sizes)), key=sizes.count)
    return FormatProfile(
        page_sizes=(usual,),
        text_block=TextBlock(width=round(x1 - x0, 1), height=round(y1 - y0, 1), places={usual: ((x0, y0, x1, y1),)}),
        columns=layout.count,
        gutter=(round(layout.gutter / GUTTER_STEP) * GUTTER_STEP,) if layout.gutter else None,
        body=BodyText(
            size=body.size,
            leading=(round(body.leading, 1),) if body.leading else None,
            families=(body.family,) if body.family else None,
        ),
        running_heads="wanted" if reading.running.heads else "unwanted",
        page_numbers="wanted" if reading.running.folios else "unwanted",
    )


def summary(profile: FormatProfile) -> str:
    """`a4, 2 columns, times 10.9 on 13.6 pt`."""
    faces = " or ".join(profile.body.families or ()) or "a typeface without a known name"
    leadings = " or ".join(f"{points:g}" for points in profile.body.leading or ()) or "?"
    sizes = " or ".join(profile.page_sizes or ())
    return f"{sizes}, {counted(profile.columns or 0, 'column')}, {faces} {profile.body.size:g} on {leadings} pt"


def profile_yaml(profile: FormatProfile, *, source: str, pages: int) -> str:
    """The profile as a commented file: what was measured, and what no PDF tells."""
    return "\n".join([*_head(profile, source, pages), *_measured(profile), *_policy(profile)]) + "\n"


def _head(profile: FormatProfile, source: str, pages: int) -> Iterator[str]:
    yield f"# Measured in {source} ({pages} pages). Points are those of PDF, 72 to an inch, from the top left."
    yield f"# To use it: `profile: {profile.name}` in metadata/proceedings.yml."
    if profile.based_on:
        yield f"based_on: {profile.based_on} # holds for everything that is not said here"


def _measured(profile: FormatProfile) -> Iterator[str]:
    block, body = profile.text_block, profile.body
    yield f"page_sizes: {_list(profile.page_sizes or ())}"
    yield "text_block:"
    yield f"  width: {block.width:g}"
    yield f"  height: {block.height:g} # from a type size above the first line to the last baseline"
    yield "  places: # left, top, right, bottom; a list of such lists where there are several"
    yield from (f"    {size}: {_boxes(boxes)}" for size, boxes in block.places.items())
    yield f"columns: {profile.columns}"
    if profile.gutter:
        yield f"gutter: {_list(f'{points:g}' for points in profile.gutter)} # the space between columns"
    yield "body:"
    yield f"  size: {body.size:g}"
    if body.leading:
        yield f"  leading: {_list(f'{points:g}' for points in body.leading)} # from one baseline to the next"
    if body.families:
        yield f"  families: {_list(body.families)} # add what may be used instead"
    yield f"running_heads: {profile.running_heads} # wanted, allowed or unwanted"
    yield f"page_numbers: {profile.page_numbers}"


def _policy(profile: FormatProfile) -> Iterator[str]:
    if not profile.based_on:
        yield "# What no PDF tells. Page limits stand in metadata/proceedings.yml, under `types`."
        yield "# sections: [abstract, references]"
        yield "# resolution: {least: 150} # dots per inch of pictures"
        yield "# severities: {page-size: error, page-number-present: error} # docs/findings.md lists the codes"


def _boxes(boxes: Sequence[Box]) -> str:
    """One box as a list of its edges, several as a list of such lists."""
    written = [_list(f"{edge:g}" for edge in box) for box in boxes]
    return written[0] if len(written) == 1 else _list(written)


def _list(words: Iterable[str]) -> str:
    return f"[{', '.join(words)}]"
