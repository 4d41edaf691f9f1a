"""How a row becomes a node: the part that is the same for every table.

The column map says which property a column becomes and what its cells hold. `NodePlan` reads the
map once per table and then only walks through a row's cells; what is special about a table stands
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

from collections.abc import Callable, Collection, Mapping
from functools import lru_cache, partial
from operator import itemgetter
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from coopgraph.identifiers import concept_iri, record_iri
from coopgraph.loaders.bounds import date_statements, is_open_ended
from coopgraph.loaders.context import LoadContext
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.columns import Column
from coopgraph.vocabulary import COOP, expand

__all__ = ["TRUE", "TYPE", "NodePlan", "concept_terms"]

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

# References to the same row come in runs (the rows of one mission) or all the time (a source).
_REMEMBERED: Final = 4096

MakeTerm = Callable[[str], Literal | NamedNode]


def concept_terms(scheme: str) -> MakeTerm:
    """Return a function from the name of a concept of this scheme to its IRI.

    The concepts of a scheme are few, so each IRI is made once.

    >>> concept_terms("side")("quebec").value
    'https://w3id.org/coopgraph/scheme/side/quebec'
    """
    return _Concepts(scheme).__getitem__


class _Concepts(dict[str, NamedNode]):
    """The IRIs of one scheme that were asked for so far."""

    def __init__(self, scheme: str) -> None:
        super().__init__()
        self._scheme = scheme

    def __missing__(self, name: str) -> NamedNode:
        self[name] = made = NamedNode(concept_iri(self._scheme, name))
        return made


class NodePlan:
    """What to do with each column of one table, worked out once from the column map.

    `leave` names columns that the loader of the table sees to itself.
    """

    __slots__ = (
        "_cells",
        "_date_column",
        "_open_ends",
        "_predicates",
        "_prefix",
        "_properties",
        "_table",
        "_terms",
        "_type",
    )

    def __init__(self, name: str, context: LoadContext, *, leave: Collection[str] = ()) -> None:
        table = TABLES[name]
        dated = [c.name for c in table.columns if (c.kind, c.property) == ("edtf", "coop:when")]
        self._table = table
        self._type = expand(table.class_)
        self._prefix = record_iri(table.segment, "")
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
        # Parallel tuples and an itemgetter: `quads` runs for every row, and this is its fast form.
        self._cells = itemgetter(*(column.name for column in columns))
        self._predicates = tuple(expand(column.property) for column in columns)
        self._terms = tuple(_term_maker(column, context) for column in columns)

    def subject(self, row: Mapping[str, str]) -> NamedNode:
        """Return the node that the row is."""
        return NamedNode(self._prefix + row["id"])

    def quads(self, subject: NamedNode, row: Mapping[str, str]) -> list[Quad]:
        """Return what the row says of its node: type, cells, date, and what was inferred."""
        cells = zip(self._cells(row), self._predicates, self._terms, strict=True)
        quads = [Quad(subject, predicate, term(cell)) for cell, predicate, term in cells if cell]
        quads.append(Quad(subject, TYPE, self._type))
        if self._date_column and row[self._date_column]:
            quads += self._date(subject, row)
        if row["inferred"]:
            quads += self._inferred(subject, row["inferred"])
        return quads

    def _date(self, subject: NamedNode, row: Mapping[str, str]) -> list[Quad]:
        edtf = row[self._date_column]
        spoken = ""
        if is_open_ended(edtf):
            spoken = row.get("status_as_of", "")
            if not spoken:
                self._open_ends.wait(row["id"], subject, edtf, self._date_column)
        return [Quad(subject, p, term) for p, term in date_statements(edtf, spoken)]

    def _inferred(self, subject: NamedNode, columns: str) -> list[Quad]:
        """Say which properties the curator deduced; a link is then inferred as a whole."""
        properties = dict.fromkeys(
            self._properties[name] for name in columns.split() if name in self._properties
        )
        quads = [Quad(subject, COOP.inferredProperty, prop) for prop in properties]
        return [*quads, Quad(subject, COOP.inferred, TRUE)] if self._table.link else quads


def _term_maker(column: Column, context: LoadContext) -> MakeTerm:
    """Return the function that makes a term of the cells of this column."""
    if column.kind == "ref":
        return _reference_maker(column, context)
    if column.kind == "concept":
        return concept_terms(column.scheme)
    if column.kind == "label":
        return partial(Literal, language=column.language)
    if column.kind == "url":
        return NamedNode
    if column.kind in _DATATYPES:
        return partial(Literal, datatype=expand(_DATATYPES[column.kind]))
    if column.kind in ("text", "currency", "language"):
        return Literal
    raise ValueError(f"the loader of the table must see to the column {column.name}")


def _reference_maker(column: Column, context: LoadContext) -> MakeTerm:
    """Return the function from an id to an IRI; where one table is meant, no look-up is needed."""
    if len(column.tables) != 1:
        return lru_cache(maxsize=_REMEMBERED)(context.iri)
    prefix = record_iri(TABLES[column.tables[0]].segment, "")

    @lru_cache(maxsize=_REMEMBERED)
    def reference(identifier: str) -> NamedNode:
        return NamedNode(prefix + identifier)

    return reference
