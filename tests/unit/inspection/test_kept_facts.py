from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from proceedings.checker_version import INSPECTION, SCRIPTS


def test_facts_depend_on_no_module_beside_those_in_their_digest() -> None:
    program = "import sys; import proceedings.inspection.pdf_inspection; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=SCRIPTS, capture_output=True, text=True, check=True)
    modules = [name.split(".")[1:] for name in done.stdout.split() if name.startswith("proceedings.")]
    files = [
        "/".join(parts) + ("/__init__.py" if (SCRIPTS / "proceedings" / Path(*parts)).is_dir() else ".py")
        for parts in modules
    ]
    known = (*INSPECTION, "records/__init__.py")
    assert [file for file in files if not file.startswith(tuple(known))] == []
