"""Who sets the papers: reportlab always, TeX and LibreOffice where they are installed."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable
from pathlib import Path

from planted.press import set_paper
from planted.sheets import SHEETS, Sheet
from planted.tex import class_missing, set_with_tex, tex_missing
from planted.writer import document, set_with_writer, writer_missing


def why_not(maker: str, template: str) -> str | None:
    """Why a maker cannot set this template here; None if it can."""
    if maker == "tex":
        return tex_missing() or class_missing(template)
    return writer_missing() if maker == "writer" else None


class Papers:
    """The papers of one session, each set once, in `folder`. `awaited`: sheets that LibreOffice sets in one start."""

    def __init__(self, folder: Path, awaited: Iterable[Sheet] = ()) -> None:
        """Nothing is set yet."""
        self.folder = folder
        self.awaited = (*SHEETS.values(), *awaited)

    def copy(self, maker: str, sheet: Sheet, target: Path) -> Path:
        """A copy of the paper of this sheet."""
        if maker == "writer":
            shutil.copyfile(self._by_writer(sheet), target)
        elif sheet is SHEETS[sheet.name]:
            control = self.folder / f"{maker}-{sheet.name}.pdf"
            if not control.exists():
                self._set(maker, control, sheet)
            shutil.copyfile(control, target)
        else:
            self._set(maker, target, sheet)
        return target

    def _set(self, maker: str, path: Path, sheet: Sheet) -> None:
        if maker == "tex":
            set_with_tex(path, sheet, self.folder / f"tex-{sheet.name}.aux")
        else:
            set_paper(path, sheet)

    def _by_writer(self, sheet: Sheet) -> Path:
        if not self._place(sheet).exists():
            wanted = {self._place(each): each for each in (*self.awaited, sheet)}
            set_with_writer(wanted.items())
        return self._place(sheet)

    def _place(self, sheet: Sheet) -> Path:
        digest = hashlib.sha256(document(sheet).encode()).hexdigest()[:16]
        return self.folder / f"writer-{sheet.name}-{digest}.pdf"
