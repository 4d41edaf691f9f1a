"""kglab, a peer with a virtual environment of its own: it needs about 900 MB.

It is installed once, into the folder of the report, and used again afterwards.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

__all__ = ["find_kglab", "install_kglab"]

_REQUIREMENTS = Path(__file__).with_name("requirements.txt")
_MINUTES = 10


def find_kglab(folder: Path) -> Path | None:
    """Return the Python of the environment in this folder if kglab can be imported there."""
    python = folder / "bin" / "python"
    if not python.is_file():
        return None
    done = subprocess.run([str(python), "-c", "import kglab"], capture_output=True)
    return None if done.returncode else python.absolute()


def install_kglab(folder: Path) -> Path | None:
    """Make the environment and install kglab in it; return its Python, or None if that fails."""
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet"]
    commands = (
        [sys.executable, "-m", "venv", str(folder)],
        [*pip, "--disable-pip-version-check", "-r", str(_REQUIREMENTS)],
    )
    try:
        for command in commands:
            subprocess.run(command, check=True, capture_output=True, timeout=_MINUTES * 60)
    except (OSError, subprocess.SubprocessError):
        return None
    return find_kglab(folder)
