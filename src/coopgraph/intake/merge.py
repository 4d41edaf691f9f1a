"""Put a draft into the tables: a new record with its rows, or what it adds to a known one.

Rows of link tables that say the same are one row (`coopgraph.intake.kinship`), and what an incoming
row says beyond the known one is kept (`coopgraph.intake.cellwise`). Citations add up; but where a
value of an incoming row did not come to stand, its sources vouch for the cells they share, one by
one, and not for the row.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from coopgraph.intake.cellwise import Cellwise
from coopgraph.intake.claims import Evidence, cite
from coopgraph.intake.drafts import Draft, Part
from coopgraph.intake.exactness import compare_dates, may_overlap
from coopgraph.intake.ids import parent_of
from coopgraph.intake.kinship import SAMENESS, agree, alike
from coopgraph.intake.rows import Cells, Tables
from coopgraph.intake.witnesses import Witnesses

__all__ = ["Merging"]


_INVERSES: Final = {"supervises": "supervised-by", "supervised-by": "supervises"}
_LISTED: Final = ("names", "figures", "budgets", "awards")


class Merging:
    """One draft going into the tables; `witnesses` tell who said what stands there."""

    def __init__(self, tables: Tables, draft: Draft, witnesses: Witnesses) -> None:
        self.tables = tables
        self.draft = draft
        self.witnesses = witnesses
        self.base = draft.target.id
        self.fresh: set[str] = set()
        self._added = 0
        self._entered: set[str] = set()
        self._vouched: set[int] = set()
        self._cellwise = Cellwise(tables, witnesses, self.base)

    @property
    def changes(self) -> int:
        """Return how many rows were added or changed."""
        return self._added + self._cellwise.changes

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
            self._merge(root, self.base, evidence)
        else:
            self.base = self._enter_root(root, evidence)
        self._enter_below(root, self.base, evidence, None)
        return self.base

    def _enter_root(self, root: Part, evidence: Evidence) -> str:
        """Add the record's own row; a tie without id may be one that is known."""
        if not self.base and root.table in SAMENESS:
            known = self._find(root, "", "", evidence)
            if known is not None:
                self.base = self._cellwise.base = known
                self._merge(root, known, evidence)
                return known
        parent = parent_of(root.table, root.cells) or self._first_record(root)
        added = self._add(root.table, root.cells, parent, self.base, evidence)["id"]
        self._cellwise.base = added
        return added

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
            if child.problems or not wanted or self._is_vouched(part, child):
                continue
            whole = marks is None or child.mark in marks
            own = self._evidence(child, evidence.citations)
            child.cells[child.parent] = above
            identifier = self._enter_row(child, above, own, merge=whole)
            self._enter_below(child, identifier, own, None if whole else marks)

    def _is_vouched(self, part: Part, child: Part) -> bool:
        """Tell whether a citation of a row was given to single columns instead."""
        whole = child.table == "citations" and not child.cells.get("column")
        return whole and id(part) in self._vouched

    def _enter_row(self, part: Part, above: str, evidence: Evidence, *, merge: bool) -> str:
        """Add a row of a link table, or what it adds to the one that says the same."""
        given = part.cells.get("id", "")
        known = given if given and self.tables.table_of(given) == part.table else None
        if known is None and part.table in SAMENESS:
            known = self._find(part, part.parent, above, evidence)
        if known is None:
            known = self._add(part.table, part.cells, above, given, evidence)["id"]
        elif merge:
            self._merge(part, known, evidence)
        self._entered.add(known)
        cites = part.table == "citations" or part.citations() or id(part) in self._vouched
        if not cites:
            self._added += cite(self.tables, known, evidence.citations)
        return known

    def _merge(self, part: Part, known: str, evidence: Evidence) -> None:
        """Add what a row says beyond a known one; its sources vouch for nothing else."""
        if part is self.draft.root:
            self.witnesses.merged.add(known)
        if part.table == "citations":
            return
        shared = self._cellwise.merge(known, part.cells, evidence)
        if shared is None:
            return
        self._vouched.add(id(part))
        for column in self.tables.row(known):
            if column in shared and part.cells[column] and column != part.parent:
                self._added += cite(self.tables, known, evidence.citations, column)

    def _add(
        self, table: str, cells: Mapping[str, str], parent: str, given: str, evidence: Evidence
    ) -> Cells:
        taken = given if given not in self.tables else ""
        row = self.tables.add(table, cells, parent=parent, identifier=taken)
        self.fresh.add(row["id"])
        self.witnesses.begin(row["id"], row, evidence)
        self._added += 1
        return row

    def _evidence(self, part: Part, above: Collection[tuple[str, str]]) -> Evidence:
        record = self.draft.record
        owner = part is self.draft.root and record.id == self.draft.target.id
        return Evidence(record.origin, tuple(part.citations() or above), owner)

    def _find(self, part: Part, parent: str, above: str, new: Evidence) -> str | None:
        """Return the row of the tables that says the same as an incoming one."""
        column, value = (parent, above) if parent else _anchor(part)
        below = self.tables.below(part.table, column, value)
        known = [
            identifier
            for identifier in below
            if alike(part.table, self.tables.row(identifier), part.cells, parent)
            and not self._is_told_apart(identifier, part)
            and not (part.table == "names" and self._is_other_name(identifier, part))
        ]
        for identifier in sorted(known, key=lambda name: self._distance(name, part)):
            if agree(part.table, self.tables.row(identifier), part.cells):
                return identifier
        if part.table == "attestations":
            return next((name for name in below if self._is_seen(name, part, new)), None)
        if part.table == "relations":
            return self._find_inverse(part.cells)
        others = [name for name in known if name not in self.fresh]
        if SAMENESS[part.table].contested and len(others) == 1 and self._is_single(part):
            return others[0]
        return None

    def _find_inverse(self, cells: Cells) -> str | None:
        """Return the tie that says the same from its other end, and say it that way, too."""
        inverse = _INVERSES.get(cells.get("predicate", ""))
        turned = cells | {"subject": cells.get("object", ""), "object": cells.get("subject", "")}
        turned["predicate"] = inverse or ""
        for name in self.tables.below("relations", "subject", turned["subject"]):
            if inverse and alike("relations", self.tables.row(name), turned, ""):
                cells.update(turned)
                return name
        return None

    def _is_seen(self, identifier: str, part: Part, new: Evidence) -> bool:
        """Tell whether a source attests the same twice, once more exactly."""
        row = self.tables.row(identifier)
        cited = map(self.tables.row, self.tables.below("citations", "record", identifier))
        sources = {citation["source"] for citation in cited}
        comparison = compare_dates(row["when"], part.cells.get("when", ""))
        if comparison == "vaguer":
            return bool(new.sources) and new.sources <= sources
        return comparison == "finer" and bool(sources) and sources <= new.sources

    def _is_told_apart(self, identifier: str, part: Part) -> bool:
        """Tell whether the draft gave a row like this one before: a list names no thing twice."""
        if part.table not in _LISTED or identifier not in self._entered:
            return False
        cells = self.tables.row(identifier).items()
        return any(
            part.cells.get(name, "") != cell
            for name, cell in cells
            if name not in ("id", part.parent)
        )

    def _is_other_name(self, identifier: str, part: Part) -> bool:
        """Tell whether a name is borne at another time."""
        row = self.tables.row(identifier)
        when, given = row["when"], part.cells.get("when", "")
        seen = [
            self.tables.row(name)["when"]
            for name in self.tables.below("attestations", "record", identifier)
        ]
        told = [
            child.cells.get("when", "") for child in part.children if child.table == "attestations"
        ]
        one, other = (given, seen) if given and not when else (when, told)
        if not one or (when and given):
            return False
        return any(day and not may_overlap(one, day) for day in other)

    def _distance(self, identifier: str, part: Part) -> tuple[int, str]:
        """Return how many cells differ: the row that says exactly the same comes first."""
        row = self.tables.row(identifier)
        cells = ((name, cell) for name, cell in part.cells.items() if name in row and name != "id")
        return sum(row[name] != cell for name, cell in cells), identifier

    def _is_single(self, part: Part) -> bool:
        """Tell whether the draft has one such row only: several are several things."""
        rows = [row for row in self.draft.root.walk() if row.table == part.table]
        return sum(alike(part.table, row.cells, part.cells, part.parent) for row in rows) == 1


def _anchor(part: Part) -> tuple[str, str]:
    """Return the column and id by which rows like one without parent are found."""
    for column in ("subject", "former", "record", "activity", "recipient", "programme"):
        if part.cells.get(column):
            return column, part.cells[column]
    return "record", ""
