"""The receipt of an author's own check: short, and made of parts, so that the chair's run can say which one differs.

What came of the check is no part of it: only the chair's own run can tell that.
"""

from __future__ import annotations

import re
from hashlib import sha256

import msgspec

from proceedings.profile import FormatProfile
from proceedings.records.record import Record

_RECEIPT = re.compile(r"(?P<profile>\S+)-(?P<file>[0-9a-f]{12})-(?P<rules>[0-9a-f]{6})-(?P<checker>[0-9a-f]{6})")


class Receipt(Record):
    """`lncs-9f3c2a71b0e4-5d21a3-a3f8c9`: what was checked, by which rules, by which checker.

    `profile` is the name of the profile, `rules` the digest of its values, `file` and `checker` those of the PDF and
    of the code.
    """

    profile: str = ""
    file: str = ""
    rules: str = ""
    checker: str = ""

    def __str__(self) -> str:
        """The receipt as it is sent."""
        return f"{self.profile}-{self.file}-{self.rules}-{self.checker}"


def receipt_for(sha256_of_file: str, profile: FormatProfile, checker: str) -> Receipt:
    """The receipt for a file (its SHA-256 in hexadecimal digits) that was checked under this profile."""
    return Receipt(
        profile=profile.name,
        file=sha256_of_file[:12],
        rules=rules_digest(profile),
        checker=checker[:6],
    )


def rules_digest(profile: FormatProfile) -> str:
    """Six hexadecimal digits of what the profile asks; its name and origin do not count."""
    nameless = msgspec.structs.replace(profile, name="", title=None, based_on=None)
    return sha256(msgspec.json.encode(nameless, order="deterministic")).hexdigest()[:6]


def read_receipt(words: str) -> Receipt | None:
    """A receipt as it was sent, white space aside; None for something else."""
    found = _RECEIPT.fullmatch("".join(words.split()))
    return Receipt(**found.groupdict()) if found else None
