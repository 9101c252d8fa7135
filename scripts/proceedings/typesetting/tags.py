"""Tags: what each line of our own pages is, for readers who do not see them."""

from __future__ import annotations

import functools
from collections.abc import Callable

import msgspec


class Tag(msgspec.Struct, frozen=True, eq=False):
    """An element of a document's structure; two of one role are two elements, and lines of one element share it.

    `role` is a structure type of PDF; a heading's level is lowered where one above it is missing. `within` is the
    element that it stands in. `place` orders elements that are not drawn in the order in which they are read.
    `alt` says what a figure shows.
    """

    role: str = "P"
    within: Tag | None = None
    place: int = 0
    alt: str = ""


ARTIFACT = Tag("Artifact")
"""What is no part of the text: running heads, folios, what is said again where a page goes on."""


def below(parent_of: Callable[[Tag], Tag]) -> Callable[[Tag | None], Tag]:
    """How tags change when the outermost of them come to stand within others; a line without a tag is a paragraph."""

    @functools.cache
    def moved(tag: Tag | None) -> Tag:
        if tag is ARTIFACT:
            return ARTIFACT
        tag = tag or Tag()
        return Tag(tag.role, moved(tag.within) if tag.within else parent_of(tag), tag.place, tag.alt)

    return moved


def nested(roles: tuple[str, ...], place: int = 0) -> Tag:
    """The innermost of elements that stand within one another, the outermost first."""
    tag = Tag(roles[0], place=place)
    for role in roles[1:]:
        tag = Tag(role, tag)
    return tag
