"""What every record is: frozen, typed, with a default for each field, and closed to unknown keys."""

from __future__ import annotations

from typing import dataclass_transform

import msgspec


@dataclass_transform(frozen_default=True, kw_only_default=True)  # tells type checkers what msgspec does
class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """Base of all records. Fields have defaults, so that a faulty file still yields a record.

    What a record must have to be valid is said by the checks, not by the type: a missing
    title is a finding, never a crash.
    """


Box = tuple[float, float, float, float]
"""(x0, y0, x1, y1) in points from the top left of the page as displayed."""
