"""The edition: the volume, its programme and its papers, as one record."""

from __future__ import annotations

import datetime

from proceedings.records.format_profile import FormatProfile
from proceedings.records.front_matter import Committee, FrontMatterText, Sponsor
from proceedings.records.paper import Paper
from proceedings.records.programme import Session, Talk
from proceedings.records.record import Record
from proceedings.records.same_names import SameName
from proceedings.records.vocabulary import Vocabulary
from proceedings.records.volume import Volume


class LedgerLine(Record):
    """A line of `metadata/ledger.csv`: the pages and identifiers that a paper keeps, and the file that it had then.

    `sha256` is that of `papers/<id>.pdf`, empty where the paper had not come when the pages were frozen.
    """

    id: str = ""
    first_page: int = 1
    pages: int = 1
    doi: str | None = None
    sha256: str = ""
    line: int = 0


class AcceptedPaper(Record):
    """A line of `metadata/accepted.csv`: a paper as it was accepted, its authors as they were written then.

    No authors: the list does not say who they were. `line` counts from 1.
    """

    id: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    line: int = 1


class Waiver(Record):
    """A finding that the chair accepts; `paper` None is the volume. `person` is whom the finding names."""

    paper: str | None = None
    code: str = ""
    person: str | None = None
    reason: str = ""
    by: str | None = None
    until: datetime.date | None = None


class Approval(Record):
    """A line of `metadata/approvals.csv`: an author's yes to a file and to what is printed of its metadata.

    The digests are SHA-256 in hex, of the file as received and of `printed_metadata`. `line` counts from 1.
    """

    id: str = ""
    pdf_sha256: str = ""
    metadata_sha256: str = ""
    who: str = ""
    date: datetime.date | None = None
    line: int = 1


class Edition(Record):
    """Everything the metadata says, in volume order: `papers` follow the sessions.

    `archival` papers (status accepted, in a session) are the ones that get pages. Papers in no
    session come last, in a session of their own that intake adds, so that nothing is dropped.
    `as_of` is "today" for deadlines and waivers, None where nobody knows; `printed_date` dates the files. Both are
    what proceedings.yml or SOURCE_DATE_EPOCH says, else the latest day on record; in print the event counts too.
    `profile` is what papers are judged by: the volume's own `format` over the profile that it names.
    """

    volume: Volume = Volume()
    profile: FormatProfile = FormatProfile()
    sessions: tuple[Session, ...] = ()
    keynotes: tuple[Talk, ...] = ()
    papers: tuple[Paper, ...] = ()
    front_matter: tuple[FrontMatterText, ...] = ()
    committees: tuple[Committee, ...] = ()
    sponsors: tuple[Sponsor, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    accepted: tuple[AcceptedPaper, ...] = ()
    approvals: tuple[Approval, ...] | None = None
    ledger: tuple[LedgerLine, ...] = ()
    vocabulary: Vocabulary = Vocabulary()
    same_names: tuple[SameName, ...] = ()
    as_of: datetime.date | None = None
    printed_date: datetime.date | None = None

    def session_title(self, number: int) -> str:
        """The title of the session with this number; empty for one without a title, and for a number of none."""
        return self.sessions[number].title if number < len(self.sessions) else ""
