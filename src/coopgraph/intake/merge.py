"""Put a draft into the tables: a new record with its rows, or what it adds to a known one.

Nothing that stands is overwritten: an empty cell is filled, another name becomes a row of
``names``, notes are joined, a more exact date takes the place of a vaguer one, which stays as a
claim; any other difference becomes two claims and the question they answer
(`coopgraph.intake.claims`). Rows of link tables that say the same are one row
(`coopgraph.intake.kinship`), and citations add up.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from coopgraph.intake.claims import (
    Evidence,
    cite,
    contest,
    join_note,
    note_earlier,
    note_vaguer,
    undecided_column,
)
from coopgraph.intake.drafts import Draft, Part
from coopgraph.intake.exactness import compare_dates
from coopgraph.intake.ids import parent_of
from coopgraph.intake.kinship import SAMENESS, agree, alike, equal_values
from coopgraph.intake.rows import Cells, Tables
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.columns import Column

__all__ = ["Merging"]

_NAMES: Final = ("name_fr", "name_en", "title_fr", "title_en", "label_fr", "label_en")
_VAGUE: Final = ("participant", "alternative")
_AS_OF: Final = "status_as_of"


class Merging:
    """One draft going into the tables; `origins` tells the files that a known record came from."""

    def __init__(self, tables: Tables, draft: Draft, origins: Collection[str]) -> None:
        self.tables = tables
        self.draft = draft
        self.base = draft.target.id
        self.origins = ", ".join(sorted(origins)) or "data"
        self.fresh: set[str] = set()
        self.changes = 0

    def enter(self, marks: Collection[str] | None = None) -> str:
        """Put the draft in and return the id of its record.

        With `marks`, only the rows with these marks enter (what an earlier import held back).
        """
        root = self.draft.root
        evidence = self._evidence(root, ())
        if marks is not None:
            self._enter_below(root, self.base, evidence, marks)
            return self.base
        if self.base in self.tables:
            self._merge(self.base, root.cells, evidence)
        else:
            self.base = self._enter_root(root)
        self._enter_below(root, self.base, evidence, None)
        return self.base

    def _enter_root(self, root: Part) -> str:
        """Add the record's own row; a tie without id may be one that is known."""
        if not self.base and root.table in SAMENESS:
            known = self._find(root, "", "")
            if known is not None:
                self.base = known
                self._merge(known, root.cells, self._evidence(root, ()))
                return known
        parent = parent_of(root.table, root.cells) or self._first_record(root)
        return self._add(root.table, root.cells, parent, self.base)["id"]

    def _first_record(self, root: Part) -> str:
        """Return the record below which an id without parent is made: what it is about."""
        for child in root.children:
            if child.cells.get("record") and not child.problems:
                return child.cells["record"]
        return self.draft.record.origin

    def _enter_below(
        self, part: Part, above: str, evidence: Evidence, marks: Collection[str] | None
    ) -> None:
        for child in part.children:
            wanted = marks is None or any(row.mark in marks for row in child.walk())
            if child.problems or not wanted:
                continue
            whole = marks is None or child.mark in marks
            own = self._evidence(child, evidence.citations)
            child.cells[child.parent] = above
            identifier = self._enter_row(child, above, own, merge=whole)
            self._enter_below(child, identifier, own, None if whole else marks)

    def _enter_row(self, part: Part, above: str, evidence: Evidence, *, merge: bool) -> str:
        """Add a row of a link table, or what it adds to the one that says the same."""
        given = part.cells.get("id", "")
        known = given if given and self.tables.table_of(given) == part.table else None
        if known is None and part.table in SAMENESS:
            known = self._find(part, part.parent, above)
        if known is None:
            known = self._add(part.table, part.cells, above, given)["id"]
        elif merge:
            self._merge(known, part.cells, evidence)
        if part.table != "citations" and not part.citations():
            self.changes += cite(self.tables, known, evidence.citations)
        return known

    def _add(self, table: str, cells: Mapping[str, str], parent: str, given: str) -> Cells:
        taken = given if given not in self.tables else ""
        row = self.tables.add(table, cells, parent=parent, identifier=taken)
        self.fresh.add(row["id"])
        self.changes += 1
        return row

    def _evidence(self, part: Part, above: Collection[tuple[str, str]]) -> Evidence:
        return Evidence(self.draft.record.origin, tuple(part.citations() or above))

    def _find(self, part: Part, parent: str, above: str) -> str | None:
        """Return the row of the tables that says the same as an incoming one."""
        column, value = (parent, above) if parent else _anchor(part)
        known = [
            identifier
            for identifier in self.tables.below(part.table, column, value)
            if alike(part.table, self.tables.row(identifier), part.cells, parent)
        ]
        for identifier in sorted(known, key=lambda name: self._distance(name, part)):
            if agree(part.table, self.tables.row(identifier), part.cells):
                return identifier
        others = [name for name in known if name not in self.fresh]
        if SAMENESS[part.table].contested and len(others) == 1 and self._is_single(part):
            return others[0]
        return None

    def _distance(self, identifier: str, part: Part) -> tuple[int, str]:
        """Return how many cells differ: the row that says exactly the same comes first."""
        row = self.tables.row(identifier)
        cells = ((name, cell) for name, cell in part.cells.items() if name in row and name != "id")
        return sum(row[name] != cell for name, cell in cells), identifier

    def _is_single(self, part: Part) -> bool:
        """Tell whether the draft has one such row only: several are several things."""
        rows = [row for row in self.draft.root.walk() if row.table == part.table]
        return sum(alike(part.table, row.cells, part.cells, part.parent) for row in rows) == 1

    def _merge(self, identifier: str, cells: Mapping[str, str], evidence: Evidence) -> None:
        """Add to a row what an incoming one says beyond it."""
        table = TABLES[self.tables.table_of(identifier)]
        deduced = set(cells.get("inferred", "").split())
        if "status" in cells and self._overtakes(identifier, cells):
            self._merge_later(identifier, cells, evidence)
            return
        status = self.tables.row(identifier).get("status")
        for column in table.columns:
            value = cells.get(column.name, "")
            if not value or column.name in ("id", "inferred"):
                continue
            row = self.tables.row(identifier)
            if not row[column.name]:
                self._fill(identifier, column, value, evidence, deduced)
            elif equal_values(column.name, row[column.name], value):
                self._confirm(identifier, column.name, deduced)
            elif column.name != _AS_OF:
                self._differ(identifier, column, value, evidence)
            elif status == cells.get("status", status) and value > row[_AS_OF]:
                self._set(identifier, _AS_OF, value)

    def _overtakes(self, identifier: str, cells: Mapping[str, str]) -> bool:
        """Tell whether a row speaks of another status at another day: the later one stands."""
        row = self.tables.row(identifier)
        days = row.get(_AS_OF, ""), cells.get(_AS_OF, "")
        return all(days) and days[0] != days[1] and row["status"] != cells["status"]

    def _merge_later(self, identifier: str, cells: Mapping[str, str], new: Evidence) -> None:
        """Merge a row whose status differs: the later status stands, the other is a claim."""
        row = self.tables.row(identifier)
        later = cells[_AS_OF] > row[_AS_OF]
        value, day = (row["status"], row[_AS_OF]) if later else (cells["status"], cells[_AS_OF])
        old = Evidence(self.origins) if later else new
        self.changes += note_earlier(self.tables, identifier, value, old, day=day, base=self.base)
        if later:
            self._set(identifier, "status", cells["status"])
            self._set(identifier, _AS_OF, cells[_AS_OF])
        rest = {name: cell for name, cell in cells.items() if name not in ("status", _AS_OF)}
        self._merge(identifier, rest, new)

    def _set(self, identifier: str, column: str, value: str) -> None:
        if self.tables.row(identifier)[column] != value:
            self.tables.set(identifier, column, value)
            self.changes += 1

    def _fill(
        self, identifier: str, column: Column, value: str, new: Evidence, deduced: set[str]
    ) -> None:
        """Fill an empty cell, unless its emptiness says that nobody has decided."""
        if undecided_column(self.tables, identifier, column.name):
            self._contest(identifier, column.name, value, new)
            return
        self._set(identifier, column.name, value)
        if column.name in deduced:
            names = self.tables.row(identifier)["inferred"].split()
            self._set(identifier, "inferred", " ".join(sorted({*names, column.name})))

    def _confirm(self, identifier: str, column: str, deduced: set[str]) -> None:
        """Note that what was deduced is stated by this file."""
        names = self.tables.row(identifier)["inferred"].split()
        if column in names and column not in deduced:
            self._set(identifier, "inferred", " ".join(n for n in names if n != column))

    def _differ(self, identifier: str, column: Column, value: str, new: Evidence) -> None:
        """Keep a value that is not the one in the cell, in the way of its column."""
        name, known = column.name, self.tables.row(identifier)[column.name]
        if name.startswith("note_"):
            self._set(identifier, name, join_note(known, value))
        elif name in _NAMES:
            self._other_name(identifier, name, value, new)
        elif column.kind == "edtf":
            self._other_date(identifier, name, value, new)
        elif known in _VAGUE or value in _VAGUE:
            self._set(identifier, name, value if known in _VAGUE else known)
        elif column.kind == "label":
            said = value.casefold() in known.casefold()
            self._set(identifier, name, known if said else f"{known} ; {value}")
        elif column.kind == "ref" and self.tables.is_below(value, known):
            self.changes += note_vaguer(
                self.tables, identifier, name, known, Evidence(self.origins), base=self.base
            )
            self._set(identifier, name, value)
        elif column.kind == "ref" and self.tables.is_below(known, value):
            self.changes += note_vaguer(self.tables, identifier, name, value, new, base=self.base)
        else:
            self._contest(identifier, name, value, new)

    def _contest(self, identifier: str, column: str, value: str, new: Evidence) -> None:
        if column in ("url", "title", "kind", "side"):  # filing, not testimony: a note will do
            new = Evidence(new.origin)
        self.changes += contest(
            self.tables, identifier, column, value, new, base=self.base, origin=self.origins
        )

    def _other_name(self, identifier: str, column: str, value: str, new: Evidence) -> None:
        """Keep another name as a row of its own; without a source, in the notes."""
        names = self.tables.below("names", "record", identifier)
        row = self.tables.row(identifier)
        stated = {self.tables.row(name)["name"]: name for name in names}
        if value in stated:
            self.changes += cite(self.tables, stated[value], new.citations)
        elif value in (row.get(name) for name in _NAMES):
            return
        elif new.citations:
            cells = {"record": identifier, "name": value, "language": column[-2:]}
            added = self.tables.add("names", cells | {"kind": "alternative"}, parent=identifier)
            cite(self.tables, added["id"], new.citations)
            self.changes += 1
        else:
            self._contest(identifier, column, value, new)

    def _other_date(self, identifier: str, column: str, value: str, new: Evidence) -> None:
        """Let the more exact date stand; keep the other one, as a claim."""
        known = self.tables.row(identifier)[column]
        comparison = compare_dates(known, value)
        if comparison == "vaguer":
            self.changes += note_vaguer(self.tables, identifier, column, value, new, base=self.base)
        elif comparison == "finer":
            old = Evidence(self.origins)
            self.changes += note_vaguer(self.tables, identifier, column, known, old, base=self.base)
            self._set(identifier, column, value)
            self._retain(identifier, column, known, value)
        else:
            self._contest(identifier, column, value, new)

    def _retain(self, identifier: str, column: str, known: str, value: str) -> None:
        """Let the claim that was retained for the vaguer date speak of the exact one."""
        for claim in self.tables.below("claims", "record", identifier):
            row = self.tables.row(claim)
            if (row["column"], row["value"], row["standing"]) == (column, known, "retained"):
                self.tables.set(claim, "value", value)


def _anchor(part: Part) -> tuple[str, str]:
    """Return the column and id by which rows like one without parent are found."""
    for column in ("subject", "former", "record", "activity", "recipient", "programme"):
        if part.cells.get(column):
            return column, part.cells[column]
    return "record", ""
