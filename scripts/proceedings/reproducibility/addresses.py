"""Addresses of software and data: whether one leads somewhere, says which state it means, and outlives its project."""

from __future__ import annotations

import functools
import ipaddress
import re
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

_PINNED = re.compile(
    r"/(?:tree|blob|commits?|raw|archive|resolve|src|src/commit)/(?:[0-9a-f]{40}|[0-9a-f]{64})(?![0-9a-f])"
    r"|/(?:releases/tag|-/releases|releases/download|archive/refs/tags|-/tags|src/tag)/(?!\S*latest)\S+"
    r"|/(?:tree|blob|archive)/v?\d+(?:\.\d+)+"
)
"""Paths that name one commit or one release; a branch is named like anything else."""

_HOST = re.compile(r"(?=.{1,253}$)(?:[\w](?:[\w-]*[\w])?\.)+[a-z][a-z0-9-]*[a-z0-9]\.?", re.IGNORECASE)
_PRIVATE_ENDINGS = (".local", ".localdomain", ".internal", ".lan", ".intranet", ".corp", ".home")


SHORTENERS = frozenset(
    {
        *("goo.gl", "git.io", "bit.ly", "tinyurl.com", "t.co", "ow.ly", "is.gd", "v.gd", "buff.ly", "t.ly", "tiny.cc"),
        *("cutt.ly", "rb.gy", "rebrand.ly", "shorturl.at", "s.id", "lnkd.in", "dwz.cn", "u.nu", "urlz.fr"),
    }
)
"""Hosts that only send on to other addresses, for as long as they like."""


def is_shortened(url: str) -> bool:
    """Whether the address says not where it leads, and dies with the service that shortened it."""
    return is_address(url) and (urlsplit(url).hostname or "").lower().removeprefix("www.") in SHORTENERS


def is_address(url: str) -> bool:
    """Whether readers anywhere can follow the address: http or https and a public host, without blanks."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme.lower() not in ("http", "https", "ftp") or re.search(r"\s", url) or _placeholder(host):
        return False
    return _is_public_number(host) if re.fullmatch(r"[\d.]+|.*:.*", host) else bool(_HOST.fullmatch(host))


def is_pinned(url: str) -> bool:
    """Whether the address means one commit or one release of a repository, not a branch that moves on."""
    return is_address(url) and bool(_PINNED.search(url))


def is_lasting(url: str) -> bool:
    """Whether the address is that of a record in an archive, or of a resolver of persistent identifiers."""
    return is_address(url) and archive_of(url) is not None


def archive_of(url: str) -> str | None:
    """The archive or the kind of identifier that the address belongs to, or None."""
    parts = urlsplit(url)
    host = (parts.hostname or "").lower().removeprefix("www.")
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    for name, ending, pattern in _archives():
        if (host == ending or (ending.startswith(".") and host.endswith(ending))) and pattern.fullmatch(path):
            return name
    return None


def address_key(url: str) -> str:
    """What two spellings of one address share."""
    return (
        re.sub(r"^https?://(?:www\.)?", "", url.strip(), flags=re.IGNORECASE).rstrip("/").removesuffix(".git").lower()
    )


def _placeholder(host: str) -> bool:
    return host.lower().endswith(_PRIVATE_ENDINGS)


def _is_public_number(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return False


@functools.cache
def _archives() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    table = tomllib.loads(Path(__file__).with_name("archives.toml").read_text("utf-8"))
    return tuple((each["name"], each["host"], re.compile(each["path"])) for each in table["archive"])
