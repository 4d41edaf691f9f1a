"""What comes in from other people's files, whatever their format: rows that hang together.

A reader (`coopgraph.intake.dossier`, `coopgraph.intake.sheets`) turns a file into
`IncomingRecord`: a record of its own (an actor, a mission) as a tree of rows in the shape of
``data/``. The record's row is the root; below it hang the rows of link tables that speak of it
(participations, names, citations), and below these the rows that speak of them (the citation of a
participation):

>>> cited = IncomingRow("citations", {"source": "gazette", "locator": "§ 5"}, parent="record")
>>> seen = IncomingRow("parties", {"actor": "port-dune"}, parent="agreement", children=[cited])
>>> root = IncomingRow("agreements", {"id": "accord-dune", "kind": "entente"}, children=[seen])
>>> [row.table for row in root.walk()]
['agreements', 'parties', 'citations']

Rows of link tables come without id and without the column that names their parent: both are given
when the plan is made, because the record may turn out to be one that is known already
(`coopgraph.intake.plan`). Cells hold text, exactly as they will stand in the table; a cell that is
absent is empty.

Nothing here judges: what a file says that cannot be kept is a `coopgraph.findings.Finding`, and the
reader reports it beside the records.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

__all__ = ["IncomingRecord", "IncomingRow"]


@dataclass(slots=True)
class IncomingRow:
    """One row of a table, and the rows that speak of it.

    `parent` names the column in which the row will name the row above it; it is empty for a root.
    A row of a workbook or CSV folder may bring its own id in ``cells["id"]``, the `file` it stands
    in where that is not the record's, and in `places` the addresses of its cells in the spreadsheet
    by column; the empty column stands for the row.
    """

    table: str
    cells: dict[str, str]
    parent: str = ""
    line: int = 0
    children: list[IncomingRow] = field(default_factory=list)
    file: str = field(default="", repr=False, compare=False)
    places: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)

    def walk(self) -> Iterator[IncomingRow]:
        """Yield the row and all rows below it, from the top down."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(slots=True)
class IncomingRecord:
    """One record of one file.

    `origin` is the name of the file without folder and ending, `key` the list and the id that the
    record has there (``missions/mission-dune``; ``relations/`` and the beginning of the digest
    where the file gives no id), `digest` the SHA-256 of all that the file says in it, independent
    of its place in the file and of the order of keys. `file`, `line` and `column` are where it
    begins, for people.
    """

    root: IncomingRow
    origin: str
    key: str
    digest: str
    file: str
    line: int
    column: int = 1

    @property
    def id(self) -> str:
        """Return the id that the file gives, or the empty string."""
        return self.root.cells.get("id", "")
