"""Who said what: the file and the citations behind every cell, while an import is planned.

A row is cited as a whole, as a rule; when another file brings another value, only those who gave a
value may vouch for it. Rows that stood in the tables before are believed on the citations of the
column or else of the whole row:

>>> from coopgraph.intake.rows import Tables
>>> tables = Tables({}, ())
>>> witnesses = Witnesses(tables)
>>> row = tables.add("places", {"name_fr": "Dune"}, identifier="dune")
>>> witnesses.begin("dune", row, Evidence("gazette", [("gazette-1", "§ 1")]))
>>> witnesses.of("dune", "name_fr")
Evidence(origin='gazette', citations=(('gazette-1', '§ 1'),), owner=False)
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from coopgraph.intake.rows import Tables

__all__ = ["Evidence", "Witnesses", "same_sources", "unite"]

_UNWITNESSED: Final = ("id", "inferred")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a value comes from: the file, and the sources with the places in them.

    `owner` tells that the file itself calls the record by the id that is kept.
    """

    origin: str
    citations: Sequence[tuple[str, str]] = field(default=())
    owner: bool = False

    @property
    def sources(self) -> frozenset[str]:
        """Return the ids of the sources."""
        return frozenset(source for source, _ in self.citations)


class Witnesses:
    """The evidence for each cell of the rows that an import touches.

    `merged` are the records that a second file of this import spoke of, `others` the values of
    cells that say how a thing is filed and are not the one that stands.
    """

    def __init__(
        self, tables: Tables, origins: Callable[[str], Collection[str]] = lambda _: ()
    ) -> None:
        self._tables, self._origins = tables, origins
        self._disk = frozenset(name for rows in tables.rows.values() for name in rows)
        self._said: dict[tuple[str, str], list[Evidence]] = {}
        self._opened: set[str] = set()
        self.merged: set[str] = set()
        self.others: dict[tuple[str, str], dict[str, list[Evidence]]] = {}

    def on_disk(self, record: str) -> bool:
        """Tell whether a row was in the tables before this import."""
        return record in self._disk

    def begin(self, record: str, cells: Mapping[str, str], evidence: Evidence) -> None:
        """Note a new row, all of it from one file."""
        self._opened.add(record)
        for column, value in cells.items():
            if value and column not in _UNWITNESSED:
                self._said[record, column] = [evidence]

    def open(self, record: str, base: str) -> None:
        """Note on what a row stands that was not made by a file of this import.

        `base` is the record above it, whose citations count where it has none.
        """
        if record in self._opened:
            return
        rows = [
            [self._tables.row(name) for name in self._tables.below("citations", "record", above)]
            for above in (record, base)
        ]
        origin = ", ".join(sorted(self._origins(base))) or "data"
        for column in self._tables.row(record):
            exact = [row for row in rows[0] if row["column"] == column]
            whole = [row for row in rows[0] if not row["column"]]
            chosen = exact or whole or [row for row in rows[1] if not row["column"]]
            cited = tuple((row["source"], row["locator"]) for row in chosen)
            self._said[record, column] = [Evidence(origin, cited)]
        self._opened.add(record)

    def confirm(self, record: str, column: str, evidence: Evidence) -> None:
        """Note that another file gives the same value."""
        self._said.setdefault((record, column), []).append(evidence)

    def replace(self, record: str, column: str, evidence: Evidence) -> None:
        """Note that a cell holds the value of another file now."""
        self._said[record, column] = [evidence]

    def said(self, record: str, column: str) -> list[Evidence]:
        """Return the evidence for a cell, file by file."""
        return list(self._said.get((record, column), ()))

    def of(self, record: str, column: str) -> Evidence:
        """Return all that a cell stands on, as one."""
        return unite(self.said(record, column))

    def narrow(self, record: str, column: str, new: Evidence) -> None:
        """Let the citations of a new row that do not support `column` any more name what they do.

        Rows that were there before this import keep their citations as they are.
        """
        if self.on_disk(record):
            return
        losing = self.of(record, column).sources - new.sources
        cells = self._tables.row(record)
        for name in list(self._tables.below("citations", "record", record)):
            citation = self._tables.row(name)
            if citation["column"] or citation["source"] not in losing:
                continue
            rest = [
                other
                for other, value in cells.items()
                if value and other != column and self._vouches(citation["source"], record, other)
            ]
            if rest:
                self._tables.set(name, "column", rest[0])
            for other in rest[1:]:
                added = citation | {"column": other}
                self._tables.add("citations", added, parent=record)

    def _vouches(self, source: str, record: str, column: str) -> bool:
        told = column not in (*_UNWITNESSED, "record", "status_as_of")
        return told and source in self.of(record, column).sources

    def differ(self, record: str, column: str, value: str, evidence: Evidence) -> None:
        """Keep in mind a value that is not the one in the cell."""
        self.others.setdefault((record, column), {}).setdefault(value, []).append(evidence)


def unite(evidence: Sequence[Evidence]) -> Evidence:
    """Return several as one."""
    origins = dict.fromkeys(one.origin for one in evidence)
    cited = dict.fromkeys((source, place) for one in evidence for source, place in one.citations)
    return Evidence(", ".join(origins), tuple(cited), any(one.owner for one in evidence))


def same_sources(one: Evidence, other: Evidence) -> bool:
    """Tell whether two values rest on exactly the same sources: two readers of one page."""
    return bool(one.sources) and one.sources == other.sources
