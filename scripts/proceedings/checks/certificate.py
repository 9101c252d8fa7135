"""The mark of IEEE PDF eXpress: where a file is certified, the certificate wins over what our checks would say."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Literal

from proceedings.checks.holdings import Holdings
from proceedings.checks.rules import Rules, place
from proceedings.codes import finding
from proceedings.document_dates import document_date, is_later, moment_words
from proceedings.publisher import known_publishers, load_policy
from proceedings.reading.reading import Reading
from proceedings.records.facts import PaperFacts
from proceedings.records.finding import Finding, Severity
from proceedings.records.paper import Paper

MOMENT = re.compile(r"\d\d?/\d\d?/\d{4} \d\d?:\d\d:\d\d [AP]M", re.IGNORECASE)
DIGITS = re.compile(r"\s*(?:D:)?(\d{14})")
AT_ONCE = datetime.timedelta(minutes=1)
"""How long the service may take to write its mark."""

CertificateState = Literal["yes", "no", "void"]

MARKS: Mapping[str, re.Pattern[str]] = {
    "pdf-express": re.compile(r"certified\s+by\s+IEEE\s+PDF[\s-]*e?Xpress.*", re.IGNORECASE),
}
"""What a service writes into Creator (or Producer): "Certified by IEEE PDFeXpress at 05/12/2019 10:15:32 AM"."""


def certified(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """A file that its publisher's service certified and that nobody has changed since."""
    facts = reading.facts
    mark = mark_of(facts, rules)
    if mark and not changed_since(facts, mark):
        yield finding("certified", f'{place(paper)} is certified: "{mark}".', paper=paper.id)


def certificate_void(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """A certified file whose modification date is later than its creation date."""
    facts = reading.facts
    mark = mark_of(facts, rules)
    if mark and changed_since(facts, mark):
        created, modified = (moment_words(facts.document_info[key]) for key in ("CreationDate", "ModDate"))
        fact = f'it was created on {created} and modified on {modified}, which voids "{mark}"'
        yield finding("certificate-void", f"{place(paper)}: {fact}.", paper=paper.id)


def certificate_missing(holdings: Holdings) -> Iterator[Finding]:
    """Papers that a publisher wants certified and nobody has; an error once that publisher's bundle is packed."""
    volume = holdings.edition.volume
    receivers = [name for name in (*volume.bundles, volume.publisher) if name in known_publishers()]
    asking = next((name for name in receivers if load_policy(name).certificate), None)
    if asking is None:
        return
    policy = load_policy(asking)
    rules = Rules(profile=holdings.rules.profile, policy=policy)
    severity: Severity | None = "error" if asking in volume.bundles else None
    for paper, reading in holdings.papers:
        if reading.facts.pages and mark_of(reading.facts, rules) is None:
            fact = f"{place(paper)} has no certificate of IEEE PDF eXpress, and {policy.name} takes the file as it is."
            yield finding("certificate-missing", fact, paper=paper.id, severity=severity)


def certificate_words(facts: PaperFacts, rules: Rules) -> tuple[CertificateState, str]:
    """Whether a file is certified, and the words that say so; `void` where the file was changed after that."""
    mark = mark_of(facts, rules)
    if mark is None:
        return "no", ""
    return ("void" if changed_since(facts, mark) else "yes"), mark


def mark_of(facts: PaperFacts, rules: Rules) -> str | None:
    """The words of the certificate that the profile or the publisher knows; None for a file without one."""
    said = (facts.document_info.get(key, "") for key in ("Creator", "Producer"))
    known = {rules.profile.certificate, rules.policy.certificate}
    patterns = [pattern for name, pattern in MARKS.items() if name in known]
    found = (pattern.search(words) for words in said for pattern in patterns)
    return next((match[0][:100].strip(" '") for match in found if match), None)


def changed_since(facts: PaperFacts, mark: str) -> bool:
    """Whether the file was certainly modified after it was created, and otherwise than by being certified.

    Zones and missing digits are allowed for.
    """
    created = document_date(facts.document_info.get("CreationDate", ""))
    modified = document_date(facts.document_info.get("ModDate", ""))
    later = created is not None and modified is not None and is_later(modified, created)
    return later and not _is_moment_of(mark, facts.document_info["ModDate"])


def _is_moment_of(mark: str, modified: str) -> bool:
    """Whether a file was last modified when it was certified, by the clock of the service, which names no zone."""
    said, written = MOMENT.search(mark), DIGITS.match(modified)
    if said is None or written is None:
        return False
    try:
        certified_at = datetime.datetime.strptime(said[0].upper(), "%m/%d/%Y %I:%M:%S %p")
        modified_at = datetime.datetime.strptime(written[1], "%Y%m%d%H%M%S")
    except ValueError:
        return False
    return abs(modified_at - certified_at) <= AT_ONCE
