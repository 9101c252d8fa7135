"""How every PDF of ours is saved: small, unencrypted, and the same bytes each time."""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import BinaryIO

from pikepdf import ObjectStreamMode, PageCopyWarning, Pdf, StreamDecodeLevel

from proceedings.records.record_files import written_aside

OLDEST_VERSION = "1.5"
"""Object streams came with this version; a newer one stays."""


def pdf_bytes(pdf: Pdf) -> bytes:
    """The finished file: objects compressed, streams as they were, no encryption, no clock."""
    file = io.BytesIO()
    _save(pdf, file)
    return file.getvalue()


def save_pdf(pdf: Pdf, path: Path, *, oldest_version: str = OLDEST_VERSION) -> None:
    """The same into a file, aside first, so that readers see the old file or the new one and never a part."""
    with written_aside(path) as aside, aside.open("wb") as file:
        _save(pdf, file, oldest_version)


def _save(pdf: Pdf, file: BinaryIO, oldest_version: str = OLDEST_VERSION) -> None:
    with warnings.catch_warnings():
        # a widget that its author's file lists in no form is nothing that we lost
        warnings.simplefilter("ignore", PageCopyWarning)
        pdf.save(
            file,
            min_version=oldest_version,
            fix_metadata_version=False,
            object_stream_mode=ObjectStreamMode.generate,
            stream_decode_level=StreamDecodeLevel.none,
            recompress_flate=False,
            deterministic_id=True,
            encryption=False,
        )
