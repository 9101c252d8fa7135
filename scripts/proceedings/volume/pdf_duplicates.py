"""Font files that several fonts of one PDF carry byte for byte, kept once."""

from __future__ import annotations

import hashlib

from pikepdf import Dictionary, Name, Object, Pdf, Stream

FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def share_font_files(pdf: Pdf) -> int:
    """Let font descriptors with equal font files point to one of them; returns how many were given up.

    Figures made by one program repeat their fonts in every picture, and papers repeat each other's.
    """
    kept: dict[tuple[bytes, bytes], Object] = {}
    given_up = 0
    kind = Name.FontDescriptor  # made once: a volume has thousands of objects
    for descriptor in pdf.objects:
        if not isinstance(descriptor, Dictionary) or "/FontName" not in descriptor or descriptor.get("/Type") != kind:
            continue
        for key in FONT_FILES:
            file = descriptor.get(key)
            if isinstance(file, Stream):
                first = kept.setdefault(_likeness(file), file)
                if first.objgen != file.objgen:
                    descriptor[key] = first
                    given_up += 1
    return given_up


def _likeness(file: Object) -> tuple[bytes, bytes]:
    """Equal for streams that are written alike: stored bytes, and a dictionary without references to others."""
    return hashlib.sha256(file.read_raw_bytes()).digest(), file.stream_dict.unparse()
