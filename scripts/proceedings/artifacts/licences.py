"""Licences as linked data wants them: the ids of SPDX, and where each is written out."""

from __future__ import annotations

import re
from functools import cache

from proceedings.wording import licence_url


@cache  # the table of SPDX is slow, and the same licences come again and again
def spdx_id(licence: str | None) -> str | None:
    """The id of one licence as SPDX spells it; None for several of them, for own terms and for what SPDX lacks."""
    from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

    if not licence or not re.fullmatch(r"[A-Za-z0-9.+-]+", licence) or licence.lower().startswith("licenseref-"):
        return None
    try:
        return str(canonicalize_license_expression(licence))
    except InvalidLicenseExpression:
        return None


def spdx_choice(licence: str | None) -> list[str]:
    """The ids among which an expression gives the choice: `Apache-2.0 OR MIT`; empty for any other expression."""
    ids = [spdx_id(part) for part in re.split(r"\s+OR\s+", (licence or "").strip())]
    return [each for each in dict.fromkeys(ids) if each] if all(ids) else []


def licence_address(licence: str | None) -> str | None:
    """Where a licence is written out: at Creative Commons or at SPDX; None where there is no such place."""
    known = spdx_id(licence)
    return (licence_url(known) or f"https://spdx.org/licenses/{known}") if known else None
