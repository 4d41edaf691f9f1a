"""The tables while an import is planned: rows by id, what changed, what points where.

>>> tables = Tables({"parties": {"p.1": {"id": "p.1", "agreement": "a", "actor": "port"}}}, {"p.1"})
>>> tables.below("parties", "agreement", "a")
['p.1']
>>> row = tables.add("parties", {"agreement": "a", "actor": "quai"}, parent="a")
>>> row["id"], sorted(tables.changed)
('a.party.1', ['parties'])

Nothing is written here: `coopgraph.intake.apply` does.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

from coopgraph.intake.ids import NewIds, label_of
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.columns import Column
from coopgraph.tables.frozen import FROZEN_FILE, read_frozen
from coopgraph.tables.read import read_rows
from coopgraph.tables.typography import is_ours, typeset_french

__all__ = ["Cells", "Tables", "clean_text", "fingerprints", "read_tables"]

Cells = dict[str, str]

_REFERENCES: Final[Mapping[str, tuple[str, ...]]] = {
    table.name: tuple(column.name for column in table.columns if column.kind == "ref")
    for table in TABLES.values()
}


class Tables:
    """All rows of a folder, and those that a plan adds; `changed` names the tables it touched."""

    def __init__(
        self,
        rows: Mapping[str, Mapping[str, Cells]],
        taken: Iterable[str],
        frozen: Mapping[str, str] | None = None,
    ) -> None:
        self.rows: dict[str, dict[str, Cells]] = {name: dict(rows.get(name, {})) for name in TABLES}
        self.frozen = dict(frozen or {})
        self.ids = NewIds(taken)
        self.changed: set[str] = set()
        self._table_of: dict[str, str] = {}
        self._below: dict[tuple[str, str, str], list[str]] = {}
        for name in (*(n for n in TABLES if n != "withdrawals"), "withdrawals"):
            for identifier, row in self.rows[name].items():
                self._table_of.setdefault(identifier, name)
                self._note(name, identifier, row)

    def __contains__(self, identifier: object) -> bool:
        return identifier in self._table_of

    def table_of(self, identifier: str) -> str:
        """Return the table that has the id, or the empty string."""
        return self._table_of.get(identifier, "")

    def row(self, identifier: str) -> Cells:
        """Return the row of an id.

        Raises:
            KeyError: no row has it.
        """
        return self.rows[self._table_of[identifier]][identifier]

    def below(self, table: str, column: str, identifier: str) -> list[str]:
        """Return the ids of the rows of a table that name `identifier` in that column."""
        return self._below.get((table, column, identifier), [])

    def is_below(self, identifier: str, whole: str) -> bool:
        """Tell whether a record is a part of another, at any depth, or a place within it."""
        seen = {identifier}
        while identifier in self:
            row = self.row(identifier)
            identifier = row.get("part_of") or row.get("within") or ""
            if identifier == whole:
                return True
            if identifier in seen:
                break
            seen.add(identifier)
        return False

    def add(
        self, table: str, cells: Mapping[str, str], *, parent: str = "", identifier: str = ""
    ) -> Cells:
        """Add a row, with `identifier` or the next free id below `parent`, and return it."""
        new = identifier or self.ids.give(parent, label_of(table, cells))
        self.ids.take(new)
        row = {name: cells.get(name, "") for name in TABLES[table].header} | {"id": new}
        self.rows[table][new] = row
        self._table_of[new] = table
        self._note(table, new, row)
        self.changed.add(table)
        return row

    def set(self, identifier: str, column: str, value: str) -> None:
        """Change one cell."""
        table = self._table_of[identifier]
        row = self.rows[table][identifier]
        if row[column] == value:
            return
        if column in _REFERENCES[table]:
            known = self._below.get((table, column, row[column]), [])
            if identifier in known:
                known.remove(identifier)
            if value:
                self._below.setdefault((table, column, value), []).append(identifier)
        row[column] = value
        self.changed.add(table)

    def _note(self, table: str, identifier: str, row: Mapping[str, str]) -> None:
        for column in _REFERENCES[table]:
            if row[column]:
                self._below.setdefault((table, column, row[column]), []).append(identifier)


def read_tables(folder: Path) -> Tables:
    """Return the tables of a folder; it is taken for granted that they have no errors."""
    rows: dict[str, dict[str, Cells]] = {}
    taken: set[str] = set()
    for table in TABLES.values():
        path = folder / f"{table.name}.csv"
        found = read_rows(path, table, report=lambda _: None) if path.is_file() else ()
        rows[table.name] = {
            row["id"]: {column.name: _clean(row, column) for column in table.columns}
            for row in found
        }
        taken |= rows[table.name].keys()
    lock = folder / FROZEN_FILE
    frozen = read_frozen(lock.name, lock.read_text("utf-8"))[0] if lock.is_file() else {}
    return Tables(rows, taken | frozen.keys(), {name: table for name, (table, _) in frozen.items()})


def _clean(row: Mapping[str, str], column: Column) -> str:
    """Return a cell as ``coopgraph fmt`` would write it, so that equal texts are equal."""
    cell = clean_text(row[column.name])
    return typeset_french(cell) if is_ours(column) else cell


def fingerprints(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file that an import may replace; absent ones are empty."""
    names = (*(f"{name}.csv" for name in TABLES), FROZEN_FILE)
    return {
        name: sha256((folder / name).read_bytes()).hexdigest() if (folder / name).is_file() else ""
        for name in names
    }


def clean_text(cell: str) -> str:
    """Return a cell in canonical form: no spaces around it, accents joined, plain line ends."""
    if cell.isascii():
        return cell.replace("\r\n", "\n").replace("\r", "\n").strip()
    plain = cell.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", plain).strip()
