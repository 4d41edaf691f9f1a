"""Run the gates: rules across records, each a SPARQL query that finds what breaks it.

A gate is a file of ``ontology/gates/data/`` (those of ``ontology/gates/ontology/`` judge the terms,
not the tables: the tests run them with ``folder=``). Its header says what it finds and what to do:

.. code-block:: sparql

    # code: E421
    # severity: error
    # message-fr: cet accord a deux signatures le même jour
    # message-en: this agreement has two signings on the same day
    # remedy-fr: garder la ligne dont la source est la plus sûre
    # remedy-en: keep the row whose source is the surer one
    SELECT ?record ?property ?value WHERE { … }

Each row of the answer is one fault: the record (always), the property concerned and its value
(if there are any). A gate whose header or query is wrong is an error of ours, not of the data, and
is raised with the name of its file.

>>> gate = read_gate(HEADER_EXAMPLE, "same-day.rq")
>>> gate.code, gate.message_en
('E421', 'this agreement has two signings on the same day')
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, Store

from coopgraph.errors import CoopgraphError, QueryRefused, QuerySyntaxError
from coopgraph.progress import Progress
from coopgraph.shipped import shipped_folder
from coopgraph.sparql import Term, select
from coopgraph.validate.places import Fault

__all__ = ["HEADER_EXAMPLE", "Gate", "read_gate", "read_gates", "validate_gates"]

HEADER_EXAMPLE: Final = """\
# code: E421
# severity: error
# message-fr: cet accord a deux signatures le même jour
# message-en: this agreement has two signings on the same day
# remedy-fr: garder la ligne dont la source est la plus sûre
# remedy-en: keep the row whose source is the surer one
SELECT ?record ?property ?value WHERE { }
"""

_KEYS: Final = ("code", "severity", "message-fr", "message-en", "remedy-fr", "remedy-en")
_LINE: Final = re.compile(r"#\s*([a-z-]+):\s*(\S.*?)\s*")
_LETTERS: Final = {"error": "E", "warning": "W"}
_COLUMNS: Final = {"record", "property", "value"}


@dataclass(frozen=True, slots=True)
class Gate:
    """One rule across records, as its file states it."""

    name: str
    code: str
    message_fr: str
    message_en: str
    remedy_fr: str
    remedy_en: str
    text: str


def read_gate(text: str, name: str) -> Gate:
    """Return the gate that a file of this text and name holds.

    Raises:
        CoopgraphError: the header lacks a line, or its code does not fit its severity.
    """
    header: dict[str, str] = {}
    for line in text.split("\n"):
        if line.strip() and not line.startswith("#"):
            break
        match = _LINE.fullmatch(line)
        if match and match[1] in _KEYS:
            header[match[1]] = match[2]
    missing = [key for key in _KEYS if key not in header]
    if missing:
        raise _broken(name, f"no “{missing[0]}”", f"il manque « {missing[0]} »")
    letter = _LETTERS.get(header["severity"])
    if letter is None or not re.fullmatch(f"{letter}[0-9]{{3}}", header["code"]):
        fault = f"{header['code']} / {header['severity']}"
        raise _broken(name, f"code and severity: {fault}", f"code et gravité : {fault}")
    return Gate(
        name=name,
        code=header["code"],
        message_fr=header["message-fr"],
        message_en=header["message-en"],
        remedy_fr=header["remedy-fr"],
        remedy_en=header["remedy-en"],
        text=text,
    )


def read_gates(folder: Path | None = None) -> list[Gate]:
    """Return the gates of a folder, by name (default: those that judge the data).

    Raises:
        CoopgraphError: a gate is broken.
    """
    home = folder or shipped_folder("ontology") / "gates" / "data"
    return [
        read_gate(path.read_text(encoding="utf-8"), path.relative_to(home).as_posix())
        for path in sorted(home.rglob("*.rq"))
    ]


def validate_gates(
    store: Store,
    *,
    folder: Path | None = None,
    progress: Progress | None = None,
) -> list[Fault]:
    """Return what the gates of a folder find in the graph.

    Raises:
        CoopgraphError: a gate is broken; the text names its file.
    """
    found: list[Fault] = []
    gates = read_gates(folder)
    for number, gate in enumerate(gates, start=1):
        found += _run(gate, store)
        if progress is not None:
            progress("SPARQL", number, len(gates))
    return found


def _run(gate: Gate, store: Store) -> Iterator[Fault]:
    try:
        answer = select(store, gate.text)
    except (QuerySyntaxError, QueryRefused) as problem:
        raise _broken(gate.name, problem.text_en, problem.text_fr) from problem
    if "record" not in answer.variables or not set(answer.variables) <= _COLUMNS:
        columns = " ".join(f"?{name}" for name in answer.variables)
        raise _broken(gate.name, f"it selects {columns}", f"elle sélectionne {columns}")
    for row in answer.rows:
        cells = dict(zip(answer.variables, row, strict=True))
        yield _fault(gate, cells)


def _fault(gate: Gate, cells: dict[str, Term | None]) -> Fault:
    record, concerned, value = (cells.get(name) for name in ("record", "property", "value"))
    if record is None or isinstance(record, Literal):
        raise _broken(gate.name, "?record is not a node", "?record n’est pas un nœud")
    return Fault(
        code=gate.code,
        record=record.value if isinstance(record, NamedNode) else "",
        properties=(concerned.value,) if isinstance(concerned, NamedNode) else (),
        value=value.value if isinstance(value, NamedNode | Literal) else "",
        language=(value.language or "") if isinstance(value, Literal) else "",
        text_en=gate.message_en,
        text_fr=gate.message_fr,
        remedy_en=gate.remedy_en,
        remedy_fr=gate.remedy_fr,
    )


def _broken(name: str, why_en: str, why_fr: str) -> CoopgraphError:
    return CoopgraphError(
        f"The gate {name} is broken: {why_en}. This is a fault of coopgraph, not of the data.",
        f"La règle {name} est défectueuse : {why_fr}. La faute est à coopgraph, non aux données.",
    )
