r"""Which table holds which id: what references, IRIs and findings need to know.

>>> import pathlib, tempfile
>>> with tempfile.TemporaryDirectory() as name:
...     folder = pathlib.Path(name)
...     _ = (folder / "actors.csv").write_text("id,name_fr\ndune,Dune\n", encoding="utf-8")
...     index = index_records(folder)
...     index.table_of("dune"), index.place("dune"), index.near("dunes")
('actors', ('actors.csv', 2), ('dune',))

One fast pass reads only the ids; lines are looked up in the file again, and only when a finding
asks for them. It reports nothing: `coopgraph.tables.check` does, with the same files open.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator, Mapping
from itertools import repeat
from operator import itemgetter
from pathlib import Path

from coopgraph.findings import Finding
from coopgraph.identifiers import is_identifier
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.columns import Table
from coopgraph.tables.nearest import nearest_names
from coopgraph.tables.read import read_rows

__all__ = ["RecordIndex", "index_records"]

# Looking for like names goes through every id: beyond this, a folder gets no more suggestions.
_MOST_SUGGESTIONS = 200


class RecordIndex:
    """The ids of a folder of tables. Made by `index_records`."""

    def __init__(self, folder: Path, tables: Mapping[str, Table], encoding: str | None) -> None:
        self._folder = folder
        self._tables = tables
        self._encoding = encoding
        self._table_of: dict[str, str] = {}
        self._lines: dict[str, dict[str, int]] = {}
        self._near: dict[tuple[str, Collection[str]], tuple[str, ...]] = {}
        self.has_duplicates = False
        self.has_faulty_ids = False

    def __contains__(self, identifier: object) -> bool:
        return identifier in self._table_of

    def __len__(self) -> int:
        return len(self._table_of)

    def __iter__(self) -> Iterator[str]:
        return iter(self._table_of)

    @property
    def known_tables(self) -> Collection[str]:
        """Return the names of the tables that were asked for."""
        return self._tables.keys()

    def table_of(self, identifier: str) -> str | None:
        """Return the name of the table that holds the id, or None (the first one, if two do)."""
        return self._table_of.get(identifier)

    def tables(self) -> Mapping[str, str]:
        """Return id → table name, for loops that cannot afford a call an id."""
        return self._table_of

    def place(self, identifier: str) -> tuple[str, int] | None:
        """Return file name and physical line of the row of this id, or None."""
        table = self._table_of.get(identifier)
        if table is None:
            return None
        if table not in self._lines:
            lines: dict[str, int] = {}
            for row in _read_quietly(self._folder, self._tables[table], self._encoding):
                lines.setdefault(row[0], row[1])
            self._lines[table] = lines
        line = self._lines[table].get(identifier)
        return None if line is None else (f"{table}.csv", line)

    def near(self, identifier: str, tables: Collection[str] = ()) -> tuple[str, ...]:
        """Return the ids that look like `identifier`, from `tables` or (empty) from all."""
        asked = (identifier, tuple(tables))
        if asked not in self._near:
            if len(self._near) >= _MOST_SUGGESTIONS:
                return ()
            names = (
                name for name, table in self._table_of.items() if not tables or table in tables
            )
            self._near[asked] = nearest_names(identifier, names)
        return self._near[asked]

    def _add(self, table: Table) -> None:
        ids = _ids_of(self._folder, table, self._encoding)
        # ids joined by a full stop are one id if, and only if, each of them is one
        joined = ".".join(filter(None, ids))
        self.has_faulty_ids = self.has_faulty_ids or not (joined == "" or is_identifier(joined))
        known = len(self._table_of)
        before = self._table_of
        if self.has_duplicates or not before.keys().isdisjoint(ids):
            self.has_duplicates = True
            for identifier in ids:
                before.setdefault(identifier, table.name)
            return
        before.update(zip(ids, repeat(table.name)))
        self.has_duplicates = len(before) - known != len(ids)


def index_records(
    folder: Path, *, tables: Mapping[str, Table] = TABLES, encoding: str | None = None
) -> RecordIndex:
    """Return the ids of every table of the folder; an absent table counts as empty.

    Ids of ``withdrawals.csv`` are indexed last, so that an id still in use is found where it is.
    """
    index = RecordIndex(folder, tables, encoding)
    for table in sorted(tables.values(), key=lambda table: table.name == "withdrawals"):
        if (folder / f"{table.name}.csv").is_file():
            index._add(table)
    index._table_of.pop("", None)
    return index


def _ids_of(folder: Path, table: Table, encoding: str | None) -> list[str]:
    """Return the ids of a table, by the short way if the file is plain, else by the long one."""
    path = folder / f"{table.name}.csv"
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            reader = csv.reader(stream, strict=True)
            header = next(reader, [])
            if tuple(header) == table.header:
                return list(map(itemgetter(header.index("id")), reader))
    except (OSError, ValueError, IndexError, csv.Error):
        pass  # not plain, or not readable at all: the long way knows what to do
    return [identifier for identifier, _ in _read_quietly(folder, table, encoding)]


def _read_quietly(folder: Path, table: Table, encoding: str | None) -> Iterator[tuple[str, int]]:
    """Yield id and line of every row of a table; what is wrong is left to the check.

    A row that is left out because its cells cannot be told apart still has its id, which its
    finding carries: references to it are not in error.
    """
    left_out: list[Finding] = []
    path = folder / f"{table.name}.csv"
    for row in read_rows(path, table, report=left_out.append, encoding=encoding):
        yield row["id"], row.line
    for finding in left_out:
        if finding.record:
            yield finding.record, finding.line
