"""An incoming record on its way into the tables: its rows with the ids that decisions give them.

>>> from coopgraph.intake.decisions import Decisions
>>> from coopgraph.intake.incoming import IncomingRecord, IncomingRow
>>> decisions = Decisions()
>>> decisions.same("port", "port-dune")
>>> party = IncomingRow("parties", {"actor": "port"}, parent="agreement", line=4)
>>> root = IncomingRow("agreements", {"id": "accord"}, children=[party])
>>> record = IncomingRecord(root, "gazette", "agreements/accord", "0", "gazette.yaml", 2)
>>> draft = Draft.of(record, decisions)
>>> draft.target, draft.root.children[0].cells["actor"]
(Target(id='accord', table='agreements'), 'port-dune')

A row that cannot enter carries its `Problem`; rows below it fall with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final, Literal, NamedTuple, Self

from coopgraph.findings import Finding
from coopgraph.intake.decisions import Decisions, Target
from coopgraph.intake.incoming import IncomingRecord, IncomingRow
from coopgraph.intake.rows import clean_text
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.typography import is_ours, typeset_french

__all__ = ["Draft", "Likeness", "Part", "Place", "Problem"]


_TITLES: Final = (
    *("title_fr", "name_fr", "label_fr", "title", "question_fr", "role_fr"),
    *("title_en", "name_en", "label_en", "question_en", "role_en", "name"),
)


class Place(NamedTuple):
    """Where something stands for people: file, line, and address in a spreadsheet."""

    file: str
    line: int
    cell: str


class Likeness(NamedTuple):
    """Two ids that may be one: the known (or first) and the new one, with score and reasons."""

    known: str
    new: str
    score: float
    sure: bool
    reasons_fr: tuple[str, ...] = ()
    reasons_en: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row does not enter: ``held`` until something is decided, or ``refused``."""

    fate: Literal["held", "refused"]
    finding: Finding


@dataclass(slots=True)
class Part:
    """One row of a draft; `mark` tells it apart in the ledger, whatever its place in the file."""

    table: str
    cells: dict[str, str]
    parent: str
    line: int
    mark: str
    children: list[Part] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    file: str = ""
    places: Mapping[str, str] = field(default_factory=dict)

    def walk(self) -> Iterator[Part]:
        """Yield the row and all rows below it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def citations(self) -> list[tuple[str, str]]:
        """Return the sources of the row itself that can enter, with the places in them."""
        return [
            (child.cells.get("source", ""), child.cells.get("locator", ""))
            for child in self.children
            if child.table == "citations" and not child.problems
        ]


@dataclass(slots=True)
class Draft:
    """A record, its rows renamed by decisions, and the record of the tables it ends in.

    `claimed` are the ids its rows name where decisions made something of another table of them:
    column of the row → table (see `coopgraph.intake.conversion`). `same_id` holds what to decide
    the same where another thing has the id already: the record of the file, and the known one.
    """

    record: IncomingRecord
    root: Part
    target: Target
    notes: list[Finding] = field(default_factory=list)
    candidates: Sequence[Likeness] = ()
    same_id: tuple[str, str] | None = None

    @classmethod
    def of(cls, record: IncomingRecord, decisions: Decisions) -> Self:
        """Return the draft of a record."""
        table, origin = record.root.table, record.origin
        root = _part(record.root, decisions, origin, "")
        target = decisions.target(record.id, table=table, origin=origin)
        return cls(record, root, target if record.id else Target("", table))

    @property
    def fate(self) -> Literal["", "held", "refused"]:
        """Return what keeps the record out of the tables, if anything."""
        fates = {problem.fate for problem in self.root.problems}
        return "refused" if "refused" in fates else "held" if fates else ""

    @property
    def title(self) -> str:
        """Return what people call the record."""
        cells, table = self.record.root.cells, TABLES[self.record.root.table]
        named = next((cells[name] for name in _TITLES if cells.get(name)), "")
        tied = [
            cells[column.name]
            for column in table.columns
            if column.kind == "ref" and cells.get(column.name)
        ]
        return named or ", ".join(tied) or self.record.key

    def place(self, part: Part, column: str = "") -> Place:
        """Return where a cell of a row stands, or the row where the cell is nowhere."""
        cell = part.places.get(column) or part.places.get("", "")
        return Place(part.file or self.record.file, part.line or self.record.line, cell)

    def kept_out(self) -> list[tuple[Part, Problem]]:
        """Return the rows below the root that do not enter, once with each of its problems."""
        return [
            (part, problem)
            for part in self.root.walk()
            if part is not self.root
            for problem in part.problems
        ]


def _part(row: IncomingRow, decisions: Decisions, origin: str, above: str) -> Part:
    """Return a row with clean cells and renamed references, and so the rows below it."""
    table = TABLES[row.table]
    cells = {name: clean_text(cell) for name, cell in row.cells.items()}
    for column in table.columns:
        value = cells.get(column.name, "")
        if value and is_ours(column):
            cells[column.name] = typeset_french(value)
        elif value and column.kind == "ref":
            hint = column.tables[0] if len(column.tables) == 1 else ""
            cells[column.name] = decisions.resolve(value, hint, origin)
    about = cells.get("column", "") if row.table == "claims" and row.parent == "record" else ""
    if about in TABLES.get(above, table).header and above:
        column = TABLES[above].column(about)
        if column.kind == "ref" and cells.get("value"):
            hint = column.tables[0] if len(column.tables) == 1 else ""
            cells["value"] = decisions.resolve(cells["value"], hint, origin)
    children = [_part(child, decisions, origin, row.table) for child in row.children]
    mark = _mark(row)
    return Part(
        row.table, cells, row.parent, row.line, mark, children, file=row.file, places=row.places
    )


def _mark(row: IncomingRow) -> str:
    """Return a short digest of a row and all below it, independent of their order."""
    below = sorted(map(_mark, row.children))
    text = repr((row.table, row.parent, sorted(row.cells.items()), below))
    return sha256(text.encode()).hexdigest()[:16]
