"""How a row becomes a node: the part that is the same for every table.

The column map says which property a column becomes and what its cells hold. `NodePlan` reads the
map once per table and then only goes down the columns; what is special about a table stands
in that table's own loader.

==========  =====================================  ==========================================
cell kind   in the table                           in the graph
==========  =====================================  ==========================================
ref         ``technopole-dune``                    the IRI of that row
concept     ``working-visit``                      the concept in the scheme of the column
label       ``Mission aux Dunes`` (``title_fr``)   a literal in French
text        ``§ 5``                                a literal without language
edtf        ``2031-08``                            a typed literal, and the bounds of `bounds`
column      ``when``                               the property of that column
url         ``https://example.org/``               an IRI
==========  =====================================  ==========================================

Days, numbers and truth values become literals of their XML Schema type, written as they were.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache
from itertools import repeat
from typing import Final

from pyoxigraph import Literal

from coopgraph.identifiers import concept_iri, record_iri
from coopgraph.loaders.bounds import date_statements, is_open_ended
from coopgraph.loaders.context import LoadContext
from coopgraph.loaders.lines import quote, statement, statements
from coopgraph.tables.batches import Columns
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.columns import Column
from coopgraph.vocabulary import COOP, expand

__all__ = ["TRUE", "TYPE", "NodePlan"]

TYPE: Final = expand("rdf:type")
TRUE: Final = Literal("true", datatype=expand("xsd:boolean"))
_DATATYPES: Final = {
    "edtf": "edtf:EDTF",
    "day": "xsd:date",
    "integer": "xsd:integer",
    "decimal": "xsd:decimal",
    "boolean": "xsd:boolean",
}
# The id is the node itself, `inferred` speaks of columns, and the name of a table makes no triple.
_NO_CELL_OF_ITS_OWN: Final = ("id", "columns", "table")

Write = Callable[[Sequence[str], Sequence[str]], str]
"""From subjects and the cells of one column, row by row, to lines; an empty cell makes none."""


class NodePlan:
    """What to do with each column of one table, worked out once from the column map.

    `leave` names columns that the loader of the table sees to itself.
    """

    __slots__ = (
        "_columns",
        "_date_column",
        "_open_ends",
        "_prefix",
        "_properties",
        "_table",
        "_type",
    )

    def __init__(self, name: str, context: LoadContext, *, leave: Collection[str] = ()) -> None:
        table = TABLES[name]
        dated = [c.name for c in table.columns if (c.kind, c.property) == ("edtf", "coop:when")]
        self._table = table
        self._type = str(expand(table.class_))
        self._prefix = f"<{record_iri(table.segment, '')}"
        self._date_column = dated[0] if dated else ""
        self._open_ends = context.open_ends
        self._properties = {
            c.name: expand(c.property)
            for c in table.columns
            if c.property[:1] != "^" and c.property
        }
        columns = [
            column
            for column in table.columns
            if column.property
            and column.name not in (*dated, *leave)
            and column.kind not in _NO_CELL_OF_ITS_OWN
        ]
        self._columns = [(column.name, _writer(column, context)) for column in columns]

    def subjects(self, columns: Columns) -> list[str]:
        """Return the node that each row is."""
        return [f"{self._prefix}{identifier}>" for identifier in columns["id"]]

    def lines(self, subjects: Sequence[str], columns: Columns) -> Iterator[str]:
        """Yield what the rows say of their nodes: type, cells, date, and what was inferred."""
        yield statements(subjects, TYPE, repeat(self._type))
        for name, write in self._columns:
            if any(columns[name]):
                yield write(subjects, columns[name])
        if self._date_column and any(columns[self._date_column]):
            yield "".join(self._dates(subjects, columns))
        if any(columns["inferred"]):
            yield "".join(self._inferred(subjects, columns["inferred"]))

    def _dates(self, subjects: Sequence[str], columns: Columns) -> Iterator[str]:
        dates = columns[self._date_column]
        spoken = columns.get("status_as_of") or repeat("")
        for subject, record, edtf, day in zip(subjects, columns["id"], dates, spoken, strict=False):
            if is_open_ended(edtf) and not day:
                self._open_ends.wait(record, subject, edtf, self._date_column)
            if edtf:
                tails = _date_tails(edtf, day if is_open_ended(edtf) else "")
                yield subject + subject.join(tails)

    def _inferred(self, subjects: Sequence[str], cells: Sequence[str]) -> Iterator[str]:
        """Say which properties the curator deduced; a link is then inferred as a whole."""
        for subject, names in zip(subjects, map(str.split, cells), strict=True):
            known = (self._properties[name] for name in names if name in self._properties)
            for property_ in dict.fromkeys(known):
                yield statement(subject, COOP.inferredProperty, property_)
            if names and self._table.link:
                yield statement(subject, COOP.inferred, TRUE)


@lru_cache(maxsize=65_536)
def _date_tails(edtf: str, spoken: str) -> tuple[str, ...]:
    """Return the lines of a date without their subject; many nodes share a date."""
    return tuple(statement("", p, term) for p, term in date_statements(edtf, spoken))


def _writer(column: Column, context: LoadContext) -> Write:
    """Return the function that makes lines of the cells of this column."""
    predicate = f" {expand(column.property)} "
    if column.kind == "ref" and len(column.tables) != 1:
        return _write(predicate, context.iri, " .\n")
    if column.kind == "ref":
        segment = TABLES[column.tables[0]].segment
        return _write_as_it_is(f"{predicate}<{record_iri(segment, '')}", "> .\n")
    if column.kind == "concept":
        return _write_as_it_is(f"{predicate}<{concept_iri(column.scheme, '')}", "> .\n")
    if column.kind == "url":
        return _write_as_it_is(f"{predicate}<", "> .\n")
    if column.kind == "label":
        return _write(predicate, quote, f"@{column.language} .\n")
    if column.kind in _DATATYPES:
        return _write(predicate, quote, f"^^{expand(_DATATYPES[column.kind])} .\n")
    if column.kind in ("text", "currency", "language"):
        return _write(predicate, quote, " .\n")
    raise ValueError(f"the loader of the table must see to the column {column.name}")


def _write_as_it_is(before: str, after: str) -> Write:
    def write(subjects: Sequence[str], cells: Sequence[str]) -> str:
        pairs = zip(subjects, cells, strict=True)
        return "".join([f"{subject}{before}{cell}{after}" for subject, cell in pairs if cell])

    return write


def _write(before: str, term: Callable[[str], str], after: str) -> Write:
    def write(subjects: Sequence[str], cells: Sequence[str]) -> str:
        pairs = zip(subjects, cells, strict=True)
        return "".join([f"{subject}{before}{term(cell)}{after}" for subject, cell in pairs if cell])

    return write
