"""An export that came packed: unpacked within bounds, for as long as it is read."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from proceedings.companions.unpacking import UnsafeArchiveError, unpacked
from proceedings.importers.acceptance import MAPPING
from proceedings.importers.imported import SourceError
from proceedings.papers_folder import SOURCE, TARS, source_ending

PACKED = (SOURCE, *TARS)


@contextmanager
def unpacked_export(source: Path) -> Iterator[Path]:
    """The folder of what is in the archive, or the source as it is where it is none.

    A folder that alone holds everything is the export; the chair's `import.yml` may lie beside the archive. Raises
    SourceError for an archive that nobody should unpack.
    """
    if not source.is_file() or source_ending(source.name) not in PACKED:
        yield source
        return
    with TemporaryDirectory() as folder:
        home = Path(folder) / "export"
        try:
            _unpack(source, Path(folder) / "files", home)
            yield _export_in(home, source.with_name(MAPPING))
        except (UnsafeArchiveError, NotADirectoryError, FileExistsError) as error:
            raise SourceError(f"{source}: the archive {error}; unpack it yourself, and give the folder") from error
        except SourceError as error:
            raise SourceError(str(error).replace(str(home), str(source))) from error


def _unpack(source: Path, aside: Path, home: Path) -> None:
    home.mkdir()
    for name, path in unpacked(source, aside).items():
        target = home / name
        target.parent.mkdir(parents=True, exist_ok=True)
        path.rename(target)


def _export_in(home: Path, mapping: Path) -> Path:
    inside = list(home.iterdir())
    folder = inside[0] if len(inside) == 1 and inside[0].is_dir() else home
    if mapping.is_file() and not (folder / MAPPING).exists():
        shutil.copyfile(mapping, folder / MAPPING)
    return folder
