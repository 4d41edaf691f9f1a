"""Where in the tables a fault of the graph is: from IRIs back to file, line, column and cell.

Shapes and gates speak of nodes and properties; the person who reads the finding has a row and a
column in front of them. `Places.finding` translates, so that no IRI is ever shown:

>>> fault = Fault(
...     code="E400",
...     record="https://w3id.org/coopgraph/id/mission/mission-dune-2031",
...     properties=("https://w3id.org/coopgraph/ns#onSide",),
...     value="https://w3id.org/coopgraph/scheme/side/quebec",
...     text_en="this side is wrong",
...     text_fr="cette rive est fausse",
... )
>>> finding = Places().finding(fault)
>>> finding.file, finding.record, finding.value
('missions.csv', 'mission-dune-2031', 'quebec')

With a `RecordIndex` the finding also has its line; without one (a store whose tables are not at
hand) the line is 0 and the record's id has to do. A link row is a record of its own, so a fault of
a participation is shown in ``participations.csv``. It does not look for faults: `shapes` and
`gates` do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from coopgraph.findings import Finding
from coopgraph.identifiers import BASE, NAMESPACE, split_iri
from coopgraph.tables.codes import french_spaces
from coopgraph.tables.column_map import COLUMNS, TABLES
from coopgraph.tables.columns import Column, Table
from coopgraph.tables.header import cell_address
from coopgraph.tables.index import RecordIndex
from coopgraph.vocabulary import COOP, PREFIXES, RDF, expand

__all__ = ["Fault", "Places", "shown"]

# What the loader works out of a date is corrected in the cell that holds the date.
_COMPUTED_FROM_WHEN: Final = frozenset(
    COOP[name].value
    for name in (
        *("earliestBegin", "latestBegin", "earliestEnd", "latestEnd"),
        *("dateMark", "dateQualifier", "openEnd"),
    )
)
# The type of an actor follows from its kind, "untranslated" from the absence of an English name.
_OTHER_ORIGINS: Final = {
    RDF.type.value: ("kind",),
    COOP.untranslated.value: ("name_en", "title_en", "label_en"),
    COOP.inferred.value: ("inferred",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What a shape or a gate has found, still in the terms of the graph.

    `properties` are the IRIs of the properties concerned, the likeliest first; `language` is that
    of the value. `value` is an IRI or the text of a literal.
    """

    code: str
    record: str
    text_en: str
    text_fr: str
    remedy_en: str = ""
    remedy_fr: str = ""
    properties: tuple[str, ...] = ()
    value: str = ""
    language: str = ""


class Places:
    """From faults to findings, by the index of the tables (if any) and the graph (for dates)."""

    def __init__(self, index: RecordIndex | None = None, store: Store | None = None) -> None:
        self._index = index
        self._store = store

    def finding(self, fault: Fault) -> Finding:
        """Return the finding that tells a fault of its row, in words without IRIs."""
        record = shown(fault.record)
        table = self._table(fault.record)
        file, line = self._file_and_line(fault.record, table)
        column = _column(table, fault, self._language(fault)) if table else None
        remedy_en, remedy_fr = _remedy(fault, column)
        return Finding(
            file=file,
            line=line,
            column=column.name if column else "",
            code=fault.code,
            value=self._value(fault, record),
            text_en=fault.text_en,
            text_fr=french_spaces(fault.text_fr),
            remedy_en=remedy_en,
            remedy_fr=french_spaces(remedy_fr),
            cell=_cell(table, column, line) if table and column and line else "",
            record=record,
        )

    def _table(self, iri: str) -> Table | None:
        """Return the table of a record: by its id if there is an index, else by its IRI."""
        try:
            segment, identifier = split_iri(iri)
        except ValueError:
            return None
        if self._index is not None:
            name = self._index.table_of(identifier)
            if name is not None:
                return TABLES[name]
        # some schemes of concepts are named like a type of records
        is_record = iri.startswith(f"{BASE}id/") or segment == "theme"
        return _BY_SEGMENT.get(segment) if is_record else None

    def _file_and_line(self, iri: str, table: Table | None) -> tuple[str, int]:
        if table is None:
            return _file_of_term(iri), 0
        place = self._index.place(shown(iri)) if self._index is not None else None
        return place or (f"{table.name}.csv", 0)

    def _language(self, fault: Fault) -> str:
        """Return the language concerned: that of the value, else the one lacking or repeated."""
        if fault.language or not fault.properties:
            return fault.language
        stated = self._literals(fault.record, NamedNode(fault.properties[0]))
        spoken = [literal.language for literal in stated]
        return min(("fr", "en"), key=lambda language: spoken.count(language) == 1)

    def _value(self, fault: Fault, record: str) -> str:
        """Return what stands in the cell; of a computed bound, the date it was computed from."""
        if _COMPUTED_FROM_WHEN.intersection(fault.properties):
            for written in self._literals(fault.record, COOP.when):
                return written.value
        value = shown(fault.value)
        return "" if value == record and not fault.properties else value

    def _literals(self, record: str, name: NamedNode) -> list[Literal]:
        """Return what the graph states of a record; nothing of what is no record of ours."""
        if self._store is None or not record.startswith(BASE):
            return []
        quads = self._store.quads_for_pattern(NamedNode(record), name, None, DefaultGraph())
        return [quad.object for quad in quads if isinstance(quad.object, Literal)]


def shown(value: str) -> str:
    """Return a value as a curator writes it: IRIs of ours become ids, or names of columns.

    >>> shown("https://w3id.org/coopgraph/ns#takesPlaceIn"), shown("§ 5")
    ('place', '§ 5')
    """
    if value in _COLUMN_OF:
        return _COLUMN_OF[value]
    for base in (*PREFIXES.values(), BASE):
        if value.startswith(base):
            return value.removeprefix(base).rpartition("/")[2]
    return value


def _property_iri(column: Column) -> str:
    return expand(column.property.lstrip("^")).value if column.property else ""


def _columns_of_properties() -> Mapping[str, str]:
    """Return property → name of the first column that becomes it."""
    named: dict[str, str] = {}
    every = (column for table in TABLES.values() for column in table.columns)
    for column in (*COLUMNS.values(), *every):
        if column.property:
            named.setdefault(_property_iri(column), column.name)
    return named


_COLUMN_OF: Final = _columns_of_properties()
_BY_SEGMENT: Final = {table.segment: table for table in TABLES.values() if table.segment}


def _column(table: Table, fault: Fault, language: str) -> Column | None:
    """Return the column of the table that the fault is about; None if the row as a whole is."""
    for iri in fault.properties:
        found = [column for column in table.columns if _property_iri(column) == iri]
        if not found and iri in _COMPUTED_FROM_WHEN:
            when = COOP.when.value
            found = [column for column in table.columns if _property_iri(column) == when]
        if not found:
            origins = _OTHER_ORIGINS.get(iri, ())
            found = [column for column in table.columns if column.name in origins]
        if found:
            spoken = [column for column in found if column.language == language]
            return (spoken or found)[0]
    return None


def _cell(table: Table, column: Column, line: int) -> str:
    return cell_address(table.header.index(column.name), line)


def _remedy(fault: Fault, column: Column | None) -> tuple[str, str]:
    """Return the remedies of the fault, or else what is expected in the column."""
    if fault.remedy_en or fault.remedy_fr or column is None or not column.help_en:
        return fault.remedy_en, fault.remedy_fr
    return f"expected: {column.help_en}", f"attendu : {column.help_fr}"


def _file_of_term(iri: str) -> str:
    """Return the file of the ontology that declares a term, or nothing for an IRI of others."""
    if iri.startswith(f"{BASE}scheme/"):
        return "kinds.ttl"
    return "coopgraph.ttl" if iri.startswith(NAMESPACE.rstrip("#")) else ""
