"""Compares the links of one paper in the author's file, in the stamped paper and in the volume."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from proceedings.records.proof import LinkProof
from proceedings.verification.readback import Link, Navigation, Target

Place = Callable[[int], str]
"""Words for a page of the paper, counted from 0, as one file shows it."""


def links_of_pages(navigation: Navigation, first: int, count: int) -> list[Link]:
    """The links on `count` pages of a file from page `first`, counted as the paper's own pages.

    Targets keep this count too, so that one outside 0 to `count` - 1 has left the paper.
    """
    pages = navigation.links_by_page
    return [_moved(link, first) for page in range(first, first + count) for link in pages.get(page, ())]


def compare_links(
    source: Navigation | None, stamped: Sequence[Link], volume: Sequence[Link], pages: int, volume_page: Place
) -> tuple[LinkProof, list[tuple[str, str]]]:
    """The counts, and (file, sentence) for each link that does not land where the author's own does.

    `stamped` and `volume` are counted as the paper's pages. Without a source the stamped paper is the measure.
    """
    author = list(source.links) if source is not None else list(stamped)
    wanted = _landings(author)
    proof = LinkProof(
        source=wanted.total() if source is not None else 0,
        stamped=_landings(stamped).total(),
        volume=_landings(volume).total(),
        landed=(wanted & _landings(stamped) & _landings(volume)).total(),
        broken_in_source=len(source.broken()) if source is not None else 0,
        external_source=_web(author).total() if source is not None else 0,
        external_stamped=_web(stamped).total(),
        external_volume=_web(volume).total(),
    )
    troubles = [("stamped", words) for words in _differences(author, stamped, pages, _paper_page)]
    troubles += [("volume", words) for words in _differences(author, volume, pages, volume_page)]
    troubles += [("stamped", words) for words in _lost_web(author, stamped, _paper_page)]
    troubles += [("volume", words) for words in _lost_web(stamped, volume, volume_page)]
    troubles += [("volume", words) for words in _new_web(stamped, volume, volume_page)]
    return proof, troubles


def _moved(link: Link, first: int) -> Link:
    target = Target(link.target.page - first, link.target.view) if link.target else None
    return link._replace(page=link.page - first, target=target)


def _landings(links: Iterable[Link]) -> Counter[Link]:
    """Internal links that resolve, without the name they use, which stamping may change."""
    return Counter(link._replace(address="") for link in links if link.kind == "internal" and link.target)


def _web(links: Iterable[Link]) -> Counter[Link]:
    return Counter(link for link in links if link.kind == "web")


def _differences(author: Sequence[Link], finished: Sequence[Link], pages: int, place: Place) -> list[str]:
    wanted, found = _landings(author), _landings(finished)
    extra = found - wanted
    astray: dict[tuple[object, ...], list[Link]] = {}
    for link in extra.elements():
        astray.setdefault((link.page, link.rect), []).append(link)
    troubles = []
    for link in (wanted - found).elements():
        instead = astray.get((link.page, link.rect))
        troubles.append(_astray(link, instead.pop(), pages, place) if instead else _lost(link, place))
    mended = {(link.page, link.rect) for link in author if link.kind == "internal" and link.target is None}
    for (page, rect), links in astray.items():
        troubles += [
            _added(link, pages, place) for link in links if (page, rect) not in mended or _outside(link, pages)
        ]
    return troubles


def _paper_page(page: int) -> str:
    return f"page {page + 1}"


def _outside(link: Link, pages: int) -> bool:
    return link.target is not None and not 0 <= link.target.page < pages


def _lost(link: Link, place: Place) -> str:
    goal = link.target.page + 1 if link.target else "?"
    return f"{place(link.page)}: the author's link to page {goal} of the paper is lost"


def _astray(link: Link, instead: Link, pages: int, place: Place) -> str:
    was, now = link.target, instead.target
    if was is None or now is None:
        return _lost(link, place)
    if _outside(instead, pages):
        return f"{place(link.page)}: the link to page {was.page + 1} of the paper leaves the paper"
    if was.page != now.page:
        return f"{place(link.page)}: the link to page {was.page + 1} of the paper leads to its page {now.page + 1}"
    if link.hidden != instead.hidden:
        return f"{place(link.page)}: the link to page {was.page + 1} of the paper is shown or hidden otherwise"
    return (
        f"{place(link.page)}: the link to page {was.page + 1} of the paper shows {_view(now)} instead of {_view(was)}"
    )


def _added(link: Link, pages: int, place: Place) -> str:
    if _outside(link, pages):
        return f"{place(link.page)}: a link leads out of the paper that leads nowhere in the author's file"
    goal = link.target.page + 1 if link.target else "?"
    return f"{place(link.page)}: a link leads to page {goal} of the paper that the author's file does not have"


def _view(target: Target) -> str:
    return " ".join("null" if each is None else str(each) for each in target.view)


def _lost_web(before: Sequence[Link], after: Sequence[Link], place: Place) -> list[str]:
    lost = _web(before) - _web(after)
    return [f"{place(link.page)}: the web link {link.address} is {_fate(link, after)}" for link in lost.elements()]


def _fate(lost: Link, after: Sequence[Link]) -> str:
    same = any((link.page, link.address) == (lost.page, lost.address) for link in after)
    return "hidden or lies elsewhere" if same else "lost"


def _new_web(before: Sequence[Link], after: Sequence[Link], place: Place) -> list[str]:
    there, then = (Counter((link.page, link.address) for link in _web(links).elements()) for links in (after, before))
    new = there - then
    return [f"{place(page)}: the web link {address} is in the volume only" for page, address in new.elements()]
