r"""Judge a file of RDF that somebody else wrote: syntax, and terms of ours that do not exist.

>>> import pathlib, tempfile
>>> with tempfile.TemporaryDirectory() as folder:
...     path = pathlib.Path(folder, "dune.ttl")
...     _ = path.write_text("<http://example.org/a>\n  a <http://a.org/b> ;\n  x .\n")
...     found = judge_rdf_file(path)
>>> [(finding.line, finding.column, finding.code) for finding in found]
[(3, '3', 'E701')]

The file is read by pyoxigraph, which is strict, in a child (`coopgraph.validate.rdf_reader`) that
is stopped at a limit of time and of memory: a file can at worst cost its own reading. Nothing is
fetched: RDF/XML with a DOCTYPE is refused before it is parsed, JSON-LD may only name the context
that comes with coopgraph. The format is told by the ending of the file name.

It does not look at what the statements mean: that is for shapes and gates, once they are loaded.
"""

from __future__ import annotations

import errno
import json
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NotRequired, TypedDict

from coopgraph.findings import Finding, sort_findings
from coopgraph.os_reasons import explain_os_error
from coopgraph.shipped import shipped_folder
from coopgraph.tables.codes import make_finding
from coopgraph.tables.nearest import nearest_names
from coopgraph.validate.rdf_reader import BUNDLED_CONTEXT, FORMATS, MOST_NESTED
from coopgraph.vocabulary import COOP

__all__ = ["judge_rdf_file"]

_MEBIBYTE: Final = 1 << 20
_CHILD: Final = (
    "import sys; sys.path.insert(0, sys.argv.pop(1));"
    "from coopgraph.validate.rdf_reader import main; main()"
)
# What the child writes when it cannot have more memory, by itself or through Rust's allocator.
_NO_MEMORY: Final = (b"MemoryError", b"memory allocation of")


class _Trouble(TypedDict):
    """One line of what the child tells."""

    code: str
    line: int
    column: int
    value: NotRequired[str]
    reason: NotRequired[str]


def judge_rdf_file(
    path: Path,
    *,
    seconds: float = 60,
    memory_bytes: int = 512 * _MEBIBYTE,
    ontology: Path | None = None,
) -> list[Finding]:
    """Return what is wrong with a file of RDF, in file order; nothing is raised for its content.

    `ontology` is the folder of ``context.jsonld`` (the one that comes with coopgraph unless given).
    """
    file = str(path)
    if path.suffix.lower() not in FORMATS:
        return [make_finding("E706", file, 0, value=path.suffix, known=" ".join(FORMATS))]
    try:
        if path.exists() and not path.is_file():
            raise IsADirectoryError(
                errno.EISDIR, ""
            )  # or a pipe, which would be waited for without end
        with path.open("rb"):
            pass  # only to learn whether it may be read
    except OSError as problem:
        english, french = explain_os_error(problem)
        return [make_finding("E101", file, 0, reason_en=english, reason_fr=french)]
    context = (ontology or shipped_folder("ontology")) / "context.jsonld"
    limits = {"seconds": f"{seconds:g}", "memory": str(memory_bytes // _MEBIBYTE)}
    command = [sys.executable, "-c", _CHILD, str(Path(__file__).parents[2])]
    command += [file, str(context), str(seconds), str(memory_bytes)]
    try:
        done = subprocess.run(  # noqa: S603 — our own interpreter, arguments never seen by a shell
            command, capture_output=True, timeout=seconds, check=False, stdin=subprocess.DEVNULL
        )
    except subprocess.TimeoutExpired:
        return [make_finding("E704", file, 0, limit=limits["seconds"])]
    if done.returncode:
        return [_breakdown(file, done.returncode, done.stderr, limits)]
    troubles: list[_Trouble] = [json.loads(line) for line in done.stdout.splitlines()]
    return sort_findings(_finding(file, trouble) for trouble in troubles)


def _finding(file: str, trouble: _Trouble) -> Finding:
    value = trouble.get("value", "")
    return make_finding(
        trouble["code"],
        file,
        trouble["line"],
        column=str(trouble["column"] or ""),
        value=value,
        near=nearest_names(value, COOP) if trouble["code"] == "E707" else (),
        reason=trouble.get("reason", ""),
        limit=MOST_NESTED,
        context=BUNDLED_CONTEXT,
    )


def _breakdown(file: str, status: int, errors: bytes, limits: Mapping[str, str]) -> Finding:
    """Return the finding that says why the child ended without an answer."""
    if any(words in errors for words in _NO_MEMORY) or status == -signal.SIGKILL:
        return make_finding("E705", file, 0, limit=limits["memory"])
    if status == -signal.SIGXCPU:
        return make_finding("E704", file, 0, limit=limits["seconds"])
    return make_finding("E708", file, 0, reason=_name_of(status))


def _name_of(status: int) -> str:
    """Return the name of the signal that ended a process, or its exit status as digits."""
    try:
        return signal.Signals(-status).name
    except ValueError:
        return str(status)
