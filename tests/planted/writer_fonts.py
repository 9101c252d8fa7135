"""Font files for LibreOffice: Source Serif under the family that a template asks for."""

from __future__ import annotations

import struct
from pathlib import Path

from proceedings.typeface import FACES, _font_file

FAMILIES = {
    "lncs": ("Times New Roman", "TimesNewRomanPSMT", "TimesNewRomanPS-BoldMT"),
    "acm": ("Linux Libertine O", "LinLibertineO", "LinLibertineOB"),
    "ieee": ("Times New Roman", "TimesNewRomanPSMT", "TimesNewRomanPS-BoldMT"),
    "acl": ("Times New Roman", "TimesNewRomanPSMT", "TimesNewRomanPS-BoldMT"),
    "ceurart": ("Libertinus Serif", "LibertinusSerif-Regular", "LibertinusSerif-Bold"),
}
"""Family, and the PostScript names of its upright and bold face."""

CONFIGURATION = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>"""


def write_fonts(folder: Path) -> Path:
    """All families and a fontconfig file that knows only them; the path of that file."""
    for family, plain, bold in dict.fromkeys(FAMILIES.values()):
        for style, name, face in (("Regular", plain, "serif"), ("Bold", bold, "serif-bold")):
            path = folder / f"{name}.ttf"
            path.write_bytes(renamed(_font_file(FACES[face]).read_bytes(), family, style, name))
    configuration = folder / "fonts.conf"
    configuration.write_text(CONFIGURATION.format(folder=folder), encoding="utf-8")
    return configuration


def renamed(font: bytes, family: str, style: str, name: str) -> bytes:
    """The TrueType file with another name table: family, style, full name and PostScript name."""
    count = struct.unpack_from(">H", font, 4)[0]
    tables = {}
    for entry in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", font, 12 + 16 * entry)
        tables[tag] = font[offset : offset + length]
    tables[b"name"] = _names({1: family, 2: style, 3: name, 4: f"{family} {style}", 6: name})
    return _assembled(font[:12], tables)


def _names(names: dict[int, str]) -> bytes:
    """A name table of Windows records in English."""
    records, text = b"", b""
    for number, name in names.items():
        encoded = name.encode("utf-16-be")
        records += struct.pack(">6H", 3, 1, 0x409, number, len(encoded), len(text))
        text += encoded
    return struct.pack(">3H", 0, len(names), 6 + len(records)) + records + text


def _assembled(header: bytes, tables: dict[bytes, bytes]) -> bytes:
    directory, body, start = b"", b"", 12 + 16 * len(tables)
    for tag in sorted(tables):
        padded = tables[tag] + bytes(-len(tables[tag]) % 4)
        checksum = sum(struct.unpack(f">{len(padded) // 4}L", padded)) & 0xFFFFFFFF
        directory += struct.pack(">4sLLL", tag, checksum, start + len(body), len(tables[tag]))
        body += padded
    return header + directory + body
