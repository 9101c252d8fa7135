"""The section in which a paper speaks of its artifacts itself, found by its heading."""

from __future__ import annotations

from collections.abc import Iterator

from proceedings.reading.headings import Heading, numbered
from proceedings.reading.letters import key_of
from proceedings.reading.reading import Reading
from proceedings.reading.sections import section_words
from proceedings.records.reproducibility import OwnSection

DESCRIPTION, AVAILABILITY = "artifact-description", "artifact-availability"

CHECK_LIST = key_of("Artifact check-list (meta-information)")
"""What stands under a mere `APPENDIX` in papers that keep to cTuning's form; the line need not look like a heading."""

_APPENDIX = "appendix"


def own_section(reading: Reading) -> OwnSection | None:
    """The section in which a paper describes its artifacts, or else says where they are; None for neither."""
    for section in (DESCRIPTION, AVAILABILITY):
        if heading := artifact_heading(reading, section):
            paper, describes = reading.facts.paper, section == DESCRIPTION
            return OwnSection(paper=paper, title=heading.text, page=heading.page, describes=describes)
    return None


def artifact_heading(reading: Reading, section: str = DESCRIPTION) -> Heading | None:
    """The first heading of such a section in the second half of a paper; None where there is none.

    In the first half stands what a paper about artifacts is about.
    """
    words, half = section_words(section), len(reading.facts.pages) / 2
    behind = (each for each in reading.headings if each.page > half)
    found = next((each for each in behind if any(map(words.fits, _names(each)))), None)
    return found or (next(_check_lists(reading, half), None) if section == DESCRIPTION else None)


def _names(heading: Heading) -> Iterator[str]:
    """What the section may be called: as printed, and without what makes it an appendix (`APPENDIX A`, `Appendix:`)."""
    yield heading.text
    key = key_of(heading.number + heading.text)
    if key.startswith(_APPENDIX):
        yield key.removeprefix(_APPENDIX)
        yield key[len(_APPENDIX) + 1 :]


def _check_lists(reading: Reading, half: float) -> Iterator[Heading]:
    for page in reading.facts.pages:
        for index, line in enumerate(page.lines if page.number > half else ()):
            number, text = numbered(line.text)
            if len(text) < 2 * len(CHECK_LIST) and key_of(text) == CHECK_LIST:
                yield Heading(text=text, number=number, page=page.number, index=index, line=line, box=line.box)
