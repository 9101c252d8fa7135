"""E-mail addresses in texts that are handed over: they are withheld."""

from __future__ import annotations

import re

WITHHELD = "withheld"

ADDRESS = re.compile(r"(?<![/\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}(?![\w/]|:\S)")
"""An e-mail address, and neither the account of a repository (`git@example.org:a/b`) nor a release (`torch@1.2.0`)."""


def without_addresses(text: str) -> str:
    """The text with every e-mail address in it withheld."""
    return ADDRESS.sub(WITHHELD, text)
