r"""The ids that are frozen: ``ids.lock`` lists every one that was ever published.

One line each, ``table id``, sorted. An id that left its table without a row in ``withdrawals.csv``
is an error, an id that is not yet listed is told, and ``coopgraph fmt`` adds it once
the tables have no errors:

>>> frozen, findings = read_frozen("ids.lock", "missions mission-dune-2031\nplaces\n")
>>> frozen, [finding.code for finding in findings]
({'mission-dune-2031': ('missions', 1)}, ['E308'])

A folder without ``ids.lock`` has frozen nothing yet, and nothing is said about new ids.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from coopgraph.findings import Finding
from coopgraph.os_reasons import explain_os_error
from coopgraph.tables.codes import make_finding
from coopgraph.tables.index import RecordIndex

__all__ = ["FROZEN_FILE", "check_frozen", "read_frozen", "spell_frozen"]

FROZEN_FILE: Final = "ids.lock"


def read_frozen(file: str, text: str) -> tuple[dict[str, tuple[str, int]], list[Finding]]:
    """Return id → (table, line) of a text of frozen ids, and findings on lines that are wrong."""
    frozen: dict[str, tuple[str, int]] = {}
    findings = []
    for number, line in enumerate(text.splitlines(), 1):
        words = line.split()
        if len(words) == 2:
            frozen[words[1]] = (words[0], number)
        elif words:
            findings.append(make_finding("E308", file, number, value=line))
    return frozen, findings


def spell_frozen(frozen: dict[str, str]) -> str:
    r"""Return the text of id → table, sorted.

    >>> spell_frozen({"port-dune": "places", "dune": "actors"})
    'actors dune\nplaces port-dune\n'
    """
    return "".join(f"{table} {name}\n" for table, name in sorted((t, i) for i, t in frozen.items()))


def check_frozen(folder: Path, index: RecordIndex) -> list[Finding]:
    """Return findings on frozen ids that are gone and on new ones."""
    path = folder / FROZEN_FILE
    if not path.exists():
        return []
    try:
        frozen, findings = read_frozen(path.name, path.read_text("utf-8", errors="replace"))
    except OSError as problem:
        english, french = explain_os_error(problem)
        return [make_finding("E101", path.name, 0, reason_en=english, reason_fr=french)]
    for identifier, (table, line) in frozen.items():
        if index.table_of(identifier) not in (table, "withdrawals"):
            findings.append(make_finding("E305", path.name, line, value=identifier, table=table))
    for identifier in index:
        if identifier not in frozen:
            file, line = index.place(identifier) or (path.name, 0)
            finding = make_finding(
                "W301", file, line, column="id", value=identifier, record=identifier
            )
            findings.append(finding)
    return findings
