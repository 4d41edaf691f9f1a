"""A copy of the invented tables, and an empty folder of tables."""

from pathlib import Path
from shutil import copytree

import pytest

from coopgraph.tables.form import format_folder

DUNE = Path(__file__).parents[1] / "fixtures" / "dune"


@pytest.fixture
def dune(tmp_path: Path) -> Path:
    """Return a copy of the invented tables, in canonical form."""
    folder = copytree(DUNE, tmp_path / "dune")
    format_folder(folder)
    return folder


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}
