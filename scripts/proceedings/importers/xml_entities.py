"""Entities in XML, which nobody expands here: with a few lines a file makes gigabytes, or reads another file."""

from __future__ import annotations


def defines_entities(content: bytes) -> bool:
    """Whether a file in any encoding of ASCII's letters, or in UTF-16, defines entities."""
    return b"<!entity" in content.replace(b"\0", b"").lower()
