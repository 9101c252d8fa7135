"""The receipt of an author's own check: short, and made of parts, so that the chair's run can say which one differs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256

import msgspec

from proceedings.profile import FormatProfile
from proceedings.records.finding import Finding
from proceedings.records.record import Record
from proceedings.severity import blocking

_RECEIPT = re.compile(
    r"(?P<profile>\S+)-(?P<file>[0-9a-f]{12})-(?P<rules>[0-9a-f]{6})-(?P<checker>[0-9a-f]{6})-(?P<result>pass|\d+e)"
)


class Receipt(Record):
    """`lncs-9f3c2a71b0e4-5d21a3-a3f8c9-pass`: what was checked, by which rules, by which checker, and the result.

    `profile` is the name of the profile, `rules` the digest of its values, `file` and `checker` those of the PDF and
    of the code. `result` is `pass`, or `3e` where three errors stood.
    """

    profile: str = ""
    file: str = ""
    rules: str = ""
    checker: str = ""
    result: str = ""

    def __str__(self) -> str:
        """The receipt as it is sent."""
        return f"{self.profile}-{self.file}-{self.rules}-{self.checker}-{self.result}"


def receipt_for(sha256_of_file: str, profile: FormatProfile, checker: str, findings: Sequence[Finding] = ()) -> Receipt:
    """The receipt for a file (its SHA-256 in hexadecimal digits), checked with these findings."""
    errors = len(blocking(findings))
    return Receipt(
        profile=profile.name,
        file=sha256_of_file[:12],
        rules=rules_digest(profile),
        checker=checker[:6],
        result=f"{errors}e" if errors else "pass",
    )


def rules_digest(profile: FormatProfile) -> str:
    """Six hexadecimal digits of what the profile asks; its name and origin do not count."""
    nameless = msgspec.structs.replace(profile, name="", title=None, based_on=None)
    return sha256(msgspec.json.encode(nameless, order="deterministic")).hexdigest()[:6]


def read_receipt(words: str) -> Receipt | None:
    """A receipt as it was sent, white space aside; None for something else."""
    found = _RECEIPT.fullmatch("".join(words.split()))
    return Receipt(**found.groupdict()) if found else None
