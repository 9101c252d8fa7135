"""Skeletons of editions: commented metadata for each way in which a workshop publishes."""

from __future__ import annotations

from pathlib import Path

from proceedings.problem import Place

PRESETS = Path(__file__).with_name("presets")
EVERY = PRESETS / "every"
"""What all presets have in common."""

NAMELESS: dict[Place, str] = {
    ("title",): "Proceedings of My Workshop",
    ("acronym",): "MW",
    ("event", "name"): "My Workshop",
}
"""What stands in the preset `standalone` for names that it cannot know."""


class UnknownPresetError(ValueError):
    """There is no preset of this name."""

    def __init__(self, name: str) -> None:
        """`name` is what was asked for."""
        super().__init__(f"{name!r} is no preset; there are: {', '.join(preset_names())}")


def preset_names() -> tuple[str, ...]:
    """The names of all presets, sorted."""
    return tuple(sorted(path.stem for path in PRESETS.glob("*.yml")))


def skeleton(preset: str) -> dict[str, str]:
    """The text of each file of a new edition by its path relative to the edition. Raises UnknownPresetError.

    proceedings.yml is the preset's own file and then what is the same for all.
    """
    if preset not in preset_names():
        raise UnknownPresetError(preset)
    own, tail = PRESETS / f"{preset}.yml", EVERY / "proceedings-tail.yml"
    shared = {path.relative_to(EVERY).as_posix(): path for path in sorted((EVERY / "metadata").rglob("*"))}
    files = {name: path.read_text("utf-8") for name, path in shared.items() if path.is_file()}
    return {"metadata/proceedings.yml": own.read_text("utf-8") + tail.read_text("utf-8"), **files}
