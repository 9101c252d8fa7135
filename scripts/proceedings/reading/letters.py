"""Text as it is compared: ligatures opened, dashes, quotes and blanks of one kind."""

from __future__ import annotations

import functools
import re
import unicodedata

DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
QUOTES = str.maketrans({**dict.fromkeys("‘’‛′`´", "'"), **dict.fromkeys("“”„‟″", '"')})
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def plain(text: str) -> str:
    """`“ﬁne” — 2` as `"fine" - 2`: compatibility forms, dashes, quotes and blanks made alike, case kept."""
    text = INVISIBLE.sub("", unicodedata.normalize("NFKC", text.translate(QUOTES)))
    return " ".join(text.translate(DASHES).split())


@functools.lru_cache(maxsize=4096)
def key_of(text: str) -> str:
    """Letters alone, in small ones: what `References`, `REFERENCES` and `R EFERENCES` share."""
    return "".join(filter(str.isalpha, unicodedata.normalize("NFKC", text).casefold()))
