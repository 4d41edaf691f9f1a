"""Rows of tables into records: each row below the one that it speaks of.

Rows of main tables (actors, missions) are roots. A row of a link table hangs below the row that its
first reference names: a participation below its activity, a signatory below its signing, a citation
below whatever it cites. Where that row is not in the file, the link row is a record of its own and
keeps the reference.

>>> from coopgraph.intake.sheets.grid import TakenRow
>>> mission = TakenRow("missions", {"id": "visite", "kind": "working-visit"}, "book.xlsx", 4)
>>> seen = TakenRow("venues", {"activity": "visite", "place": "port-dune"}, "book.xlsx", 4)
>>> [record] = plant_trees([seen, mission], "book", report=print)
>>> record.key, record.root.children
('missions/visite', [IncomingRow(table='venues', cells={'place': 'port-dune'}, parent='activity',
line=4, children=[])])
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Final

from coopgraph.identifiers import make_identifier
from coopgraph.intake.incoming import IncomingRecord, IncomingRow
from coopgraph.intake.sheets.codes import Report, sheet_finding
from coopgraph.intake.sheets.grid import TakenRow
from coopgraph.tables.column_map import TABLES

__all__ = ["digest_of", "parent_columns", "plant_trees"]

# Tables whose rows have an id of their own, but speak of another row all the same.
_ATTACHED: Final[Mapping[str, tuple[str, ...]]] = {
    "citations": ("record",),
    "claims": ("record", "dispute"),
    "awards": ("activity", "programme", "recipient"),
}
_TITLES: Final = ("title_fr", "title_en", "name_fr", "name_en", "label_fr", "label_en")
_OTHER_TITLES: Final = ("title", "question_fr", "question_en")


def parent_columns(table: str) -> tuple[str, ...]:
    """Return the columns that may name the row above, in order; none for a main table.

    >>> parent_columns("signatories"), parent_columns("missions")
    (('signing',), ())
    """
    if table in _ATTACHED:
        return _ATTACHED[table]
    if not TABLES[table].link:
        return ()
    return (next(column.name for column in TABLES[table].columns if column.kind == "ref"),)


def plant_trees(rows: list[TakenRow], origin: str, *, report: Report) -> list[IncomingRecord]:
    """Return the records of a file, in the order of their roots; report what hangs wrong."""
    rows = list(_with_ids(rows, report))
    by_id = {row.cells["id"]: position for position, row in enumerate(rows) if "id" in row.cells}
    above = [_above(row, by_id) for row in rows]
    _cut_circles(rows, above, report)
    made = [_incoming(row, parent[0]) for row, parent in zip(rows, above, strict=True)]
    for row, (_, position) in zip(made, above, strict=True):
        if position is not None:
            made[position].children.append(row)
    roots = [position for position, parent in enumerate(above) if parent[1] is None]
    return list(_records([(rows[position], made[position]) for position in roots], origin, report))


def digest_of(row: IncomingRow) -> str:
    """Return the SHA-256 of all that a tree says, whatever the order of its rows and cells."""
    children = sorted(digest_of(child) for child in row.children)
    text = json.dumps([row.table, row.parent, sorted(row.cells.items()), children])
    return hashlib.sha256(text.encode()).hexdigest()


def _with_ids(rows: list[TakenRow], report: Report) -> Iterator[TakenRow]:
    """Yield the rows with an id proposed to main ones without; leave out ids that come again."""
    lines: dict[str, int] = {}
    for row in rows:
        identifier = row.cells.get("id", "")
        if identifier in lines:
            other = {"other": lines[identifier]}
            place = row.place("id")._replace(record=f"{row.table}/{identifier}")
            report(sheet_finding("E301", place, other, value=identifier))
            row.cells["id"] = ""
        elif identifier:
            lines[identifier] = row.line
    for row in rows:
        if row.cells.get("id") == "":
            continue  # a second row of one id: which one is meant cannot be told
        if "id" not in row.cells and not parent_columns(row.table):
            identifier = _proposed(row, lines)
            if identifier:
                report(sheet_finding("W914", row.place("id"), {"id": identifier}))
                lines[identifier] = row.line
                row.cells = {"id": identifier, **row.cells}
        yield row


def _proposed(row: TakenRow, taken: Mapping[str, int]) -> str:
    """Return an id that the title suggests and that no row of the file has."""
    titles = (row.cells.get(name, "") for name in (*_TITLES, *_OTHER_TITLES))
    title = next(filter(None, titles), "")
    if row.table == "roles":
        title = f"role {row.cells.get('person', '')} {row.cells.get('organisation', '')}"
    wanted = make_identifier(title)
    if not wanted or wanted not in taken:
        return wanted
    return next(name for n in count(2) if (name := f"{wanted}-{n}") not in taken)


def _above(row: TakenRow, by_id: Mapping[str, int]) -> tuple[str, int | None]:
    """Return the column that names the row above and its position, if it is in the file."""
    for column in parent_columns(row.table):
        position = by_id.get(row.cells.get(column, ""))
        if position is not None:
            return column, position
    return "", None


def _cut_circles(rows: list[TakenRow], above: list[tuple[str, int | None]], report: Report) -> None:
    """Make a root of one row in each circle, and tell of it."""
    done: set[int] = set()
    for start in range(len(rows)):
        walked: dict[int, None] = {}
        position: int | None = start
        while position is not None and position not in done:
            if position in walked:
                column = above[position][0]
                value = rows[position].cells[column]
                place = rows[position].place(column)
                report(sheet_finding("E916", place, {"parent": column}, value=value))
                above[position] = "", None
                break
            walked[position] = None
            position = above[position][1]
        done |= walked.keys()


def _incoming(row: TakenRow, parent: str) -> IncomingRow:
    """Return the row without the column that names the row above, and with its own citation."""
    cells = {name: cell for name, cell in row.cells.items() if name != parent}
    made = IncomingRow(row.table, cells, parent, row.line, file=row.file, places=row.places)
    if row.cited:
        cited = IncomingRow("citations", dict(row.cited), "record", row.line)
        cited.file, cited.places = row.file, row.places
        made.children.append(cited)
    return made


def _records(
    roots: list[tuple[TakenRow, IncomingRow]], origin: str, report: Report
) -> Iterator[IncomingRecord]:
    seen: set[str] = set()
    for taken, root in roots:
        digest = digest_of(root)
        key = f"{root.table}/{root.cells.get('id') or digest[:16]}"
        if key in seen:
            report(sheet_finding("W918", taken.place()))
            continue
        seen.add(key)
        yield IncomingRecord(root, origin, key, digest, taken.file, taken.line)
