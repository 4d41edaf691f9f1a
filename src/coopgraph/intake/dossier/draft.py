"""A record on its way from the dossier into rows: its root, the rows below it, what is inferred.

Every row remembers the key of the dossier that it was made from, so that ``inferred: [signed]`` can
be said of the right columns of the right rows; every row gets the citations of the record, or its
own where the dossier gives it one.

>>> from coopgraph.intake.dossier.nodes import Mapping, Text
>>> from coopgraph.intake.dossier.voice import Voice
>>> entry = Entry(
...     Mapping(1, 1, {"id": Text(1, 5, "dune"), "kind": Text(2, 7, "city")}),
...     Voice("dune.yaml", print),
... )
>>> draft = Draft("places", entry, Dossier("dune.yaml", "dune"))
>>> draft.copy("id", "kind")
>>> draft.finish().cells
{'id': 'dune', 'kind': 'city'}
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Final

from coopgraph.intake.dossier.citing import Cited, citation, cited_by_name, cited_of_year
from coopgraph.intake.dossier.dossier import Dossier, filled
from coopgraph.intake.dossier.entry import Entry
from coopgraph.intake.dossier.language import language_of
from coopgraph.intake.dossier.locators import ANY_YEAR, Locator, read_locator
from coopgraph.intake.dossier.nodes import Text
from coopgraph.intake.incoming import IncomingRow
from coopgraph.tables.codes import french_spaces
from coopgraph.tables.column_map import COLUMNS, TABLES

__all__ = ["Draft", "points_into_file"]

_UNCITED: Final = frozenset({"sources", "citations"})
_POINTERS: Final = re.compile(
    r"(?i)\b(?:(?:see|voir)\s+(?:the |les? |also |aussi )?(?:\w+ )?"
    r"(?:conflict|conflit|relation)s?\b"
    r"|\w+\.ya?ml\b|records? of this file|fiches? de ce fichier|no record here"
    r"|the id (?:is|names)\b|l['’]identifiant (?:dit|garde|nomme)"
    r"|(?:is|are) not recorded\b|the record first)"
)


class Draft:
    """The rows of one record, being made."""

    def __init__(self, table: str, entry: Entry, dossier: Dossier) -> None:
        self.table = TABLES[table]
        self.entry = entry
        self.dossier = dossier
        self.root = IncomingRow(table, {}, line=entry.line)
        self._traces: list[tuple[str, IncomingRow, tuple[str, ...]]] = []
        self._own: list[tuple[IncomingRow, list[Cited]]] = []
        # before any sentence of our own
        self.note(self.root, entry)

    @property
    def id(self) -> str:
        """Return the id of the record, or nothing."""
        return self.root.cells.get("id", "")

    def copy(self, *keys: str) -> None:
        """Fill columns of the root from the keys of the same name."""
        for key in keys:
            self.put(key, key)

    def put(self, key: str, column: str) -> None:
        """Fill a column of the root from a key."""
        self.set(key, column, self.entry.cell(key, self.table.column(column)))

    def set(self, key: str, column: str, value: str) -> None:
        """Fill a column of the root with a value that came from `key`."""
        if value:
            self.root.cells[column] = value
            self._traces.append((key, self.root, (column,)))

    def trace(self, key: str, row: IncomingRow, *columns: str) -> None:
        """Remember that these columns of the row came from `key`."""
        self._traces.append((key, row, columns))

    def link(
        self,
        key: str,
        table: str,
        parent: str,
        cells: dict[str, str],
        *columns: str,
        above: IncomingRow | None = None,
        line: int = 0,
    ) -> IncomingRow:
        """Hang a row below the root or `above`; `columns` are those that carry what `key` says."""
        kept = {column: value for column, value in cells.items() if value}
        row = IncomingRow(table, kept, parent=parent, line=line or self.root.line)
        (above or self.root).children.append(row)
        self.trace(key, row, *(columns or tuple(kept)))
        return row

    def refer(self, key: str, table: str, parent: str, column: str, **more: str) -> None:
        """Hang one row below the root for each id in the list at `key`."""
        for target, place in self.entry.cells(key, TABLES[table].column(column)):
            cells = {**more, column: target}
            self.link(key, table, parent, cells, *cells, line=place.line)

    def lead(self, key: str, predicate: str) -> None:
        """Hang one sequence below the root for each id in the list at `key`."""
        self.refer(key, "sequences", "subject", "object", predicate=predicate)

    def note(self, row: IncomingRow, entry: Entry) -> None:
        """Add the ``note`` of a mapping to that of a row, in the language that the text is in."""
        text = entry.text("note")
        if points_into_file(text):
            entry.voice.say("W907", entry.node.entries["note"])
        if text:
            language = language_of(text, self.dossier.language)
            self._add(row, f"note_{language}", text)

    def say(self, row: IncomingRow, *, fr: str = "", en: str = "") -> None:
        """Add a sentence of our own to the notes of a row, in the languages given."""
        self._add(row, "note_fr", french_spaces(fr))
        self._add(row, "note_en", en)

    def _add(self, row: IncomingRow, column: str, text: str) -> None:
        before = row.cells.get(column, "")
        if text:
            stop = "" if before.endswith((".", "!", "?", "…", ")", "»")) else "."
            row.cells[column] = f"{before}{stop} {text}" if before else text

    def mark(self, row: IncomingRow, *columns: str) -> None:
        """Mark columns of a row as inferred, those of them that are filled."""
        marked = row.cells.get("inferred", "").split()
        marked += [name for name in columns if row.cells.get(name) and name not in marked]
        if marked:
            row.cells["inferred"] = " ".join(marked)

    def attest(self, entry: Entry, row: IncomingRow) -> None:
        """Hang the days at ``attested`` below a row."""
        for day, place in entry.cells("attested", COLUMNS["when"]):
            cells = {"when": day}
            self.link("attested", "attestations", "record", cells, above=row, line=place.line)

    def cite(self, row: IncomingRow, source: str) -> None:
        """Let a row (and what hangs below it) cite one source instead of the record's."""
        if source:
            own = [one.locator.text for one in self._cited if one.source == source]
            place = own[0] if own else self.dossier.locator(self.id, source)
            self.cite_all(row, [(source, place)])

    def cite_all(self, row: IncomingRow, cited: Iterable[tuple[str, str]]) -> None:
        """Let a row (and what hangs below it) cite these sources, each with its locator."""
        self._own.append((row, [Cited(source, Locator(place)) for source, place in cited]))

    def finish(self) -> IncomingRow:
        """Read inferred and sources; return the root with all that hangs below it."""
        self._infer()
        self._cite(self.root, self._cited)
        self._cite_columns()
        return self.root

    def _infer(self) -> None:
        for key, place in self.entry.cells("inferred", COLUMNS["title"]):
            found = [(row, columns) for trace, row, columns in self._traces if trace == key]
            filled = False
            for row, columns in found:
                self.mark(row, *columns)
                filled |= not columns or any(row.cells.get(column) for column in columns)
                if row.cells.get("currency") and key == "currency":
                    row.cells["currency_certain"] = "false"
            if not filled:
                self.entry.voice.say("W903", place)

    @cached_property
    def _cited(self) -> list[Cited]:
        """Return what the record cites; a hint at a name without year means that of the source."""
        cited: dict[Cited, None] = {}
        keys = filled(self.entry.node)
        for one in self.entry.entries("sources"):
            source = one.cell("source", COLUMNS["source"])
            where = one.cell("where", COLUMNS["locator"])
            if not (source and where):
                self.entry.voice.say("E909", one.node)
            one.close()
            place = read_locator(where, keys)
            if place.name == ANY_YEAR:
                place = place._replace(name=self.dossier.published.get(source, "")[:4])
            cited[Cited(source, place)] = None
        return list(cited)

    def _cite(self, row: IncomingRow, cited: list[Cited]) -> None:
        for own, sources in self._own:
            if own is row:
                cited = sources
        names = [child for child in row.children if child.table == "names"]
        for child in list(row.children):
            if child.table == "names":
                self._cite(child, cited_by_name(child, cited, names))
            elif row.table == "names":
                self._cite(child, cited_of_year(child, cited))
            else:
                self._cite(child, cited)
        if row.table not in _UNCITED:
            places = {(one.source, one.locator.text): one for one in cited}
            row.children += [citation(one, row) for one in places.values()]

    def _cite_columns(self) -> None:
        """Let single columns cite what a hint says of the key that they were made from."""
        for one in self._cited:
            for key in one.locator.keys:
                if not isinstance(self.entry.node.entries[key], Text):
                    continue
                for trace, row, columns in self._traces:
                    made = [citation(one, row, column) for column in columns if trace == key]
                    row.children += [more for more in made if row.cells.get(more.cells["column"])]


def points_into_file(note: str) -> bool:
    """Tell whether a note speaks of the file and its records, not of what they describe.

    >>> points_into_file("Day disputed (see conflicts)."), points_into_file("A conflict of 1914.")
    (True, False)
    """
    return _POINTERS.search(note) is not None
