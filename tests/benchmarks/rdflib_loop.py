"""The rdflib peer of the first workload: rows → ``Graph.add`` in a loop, the way most people do it.

It makes the same triples as our loaders (the parent compares digests), for the tables that the
generator fills. It is spared what our build does besides: no check of any cell or reference, no
line numbers, no index of ids, no ontology.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from rdflib import RDF, XSD, Graph, Literal, Namespace, URIRef
from tests.benchmarks.runs import Run, digest_lines, measure
from tests.benchmarks.tables_to_store import LARGEST_DIGESTED

from coopgraph.dates import parse_date
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.columns import Column, Table

__all__ = ["load"]

_BASE = "https://w3id.org/coopgraph/"
_COOP = Namespace(_BASE + "ns#")
_EDTF = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")
_PREFIXES = {
    "coop": str(_COOP),
    "dct": "http://purl.org/dc/terms/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "prov": "http://www.w3.org/ns/prov#",
}
_TABLES = (
    *("sources", "citations", "places", "actors", "agreements", "signings", "parties"),
    *("missions", "participations", "venues"),
)
_SHORT_CUTS = {
    "parties": ("agreement", _COOP.hasParty, "actor"),
    "venues": ("activity", _COOP.takesPlaceIn, "place"),
}
_MORE_TYPES = {"missions": _COOP.Activity, "actors": _COOP.Organisation}
_LINKS = {"actor": "participation", "place": "venue", "signing": "signing", "party": "party"}
_Statement = tuple[URIRef, URIRef, URIRef | Literal]


def load(folder: str) -> list[Run]:
    """Time the loop; count and digest what came of it."""
    run, graph = measure("rdflib loop", lambda: _fill(Path(folder) / "tables"))
    size = len(graph)
    digest = ""
    if size <= LARGEST_DIGESTED:
        digest = digest_lines(f"{s.n3()} {p.n3()} {o.n3()} .\n" for s, p, o in graph)
    return [run._replace(found=size, digest=digest)]


def _fill(tables: Path) -> Graph:
    graph = Graph()
    for name in _TABLES:
        with (tables / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                for statement in _statements(TABLES[name], row):
                    graph.add(statement)
    return graph


def _statements(table: Table, row: dict[str, str]) -> Iterator[_Statement]:
    subject = URIRef(f"{_BASE}id/{table.segment}/{row['id']}")
    yield subject, RDF.type, _property(table.class_)
    if table.name in _MORE_TYPES:
        yield subject, RDF.type, _MORE_TYPES[table.name]
    for column in table.columns:
        if row[column.name] and column.property:
            yield from _cell(subject, column, row[column.name])
    if table.name in _SHORT_CUTS:
        first, predicate, last = _SHORT_CUTS[table.name]
        yield _record(row[first]), predicate, _record(row[last])


def _cell(subject: URIRef, column: Column, cell: str) -> Iterator[_Statement]:
    predicate = _property(column.property.lstrip("^"))
    if column.property == "coop:when":
        yield subject, predicate, Literal(cell, datatype=_EDTF)
        for bound, value in _date(cell):
            yield subject, bound, value
    elif column.property.startswith("^"):
        yield _record(cell), predicate, subject
    elif column.kind == "columns":
        yield subject, predicate, _COOP.when
    else:
        yield subject, predicate, _term(column, cell)


def _term(column: Column, cell: str) -> URIRef | Literal:
    if column.kind == "ref":
        return _record(cell)
    if column.kind == "concept":
        return URIRef(f"{_BASE}scheme/{column.scheme}/{cell}")
    if column.kind == "url":
        return URIRef(cell)
    if column.kind == "day":
        return Literal(cell, datatype=XSD.date)
    if column.name == "title":
        return Literal(cell, lang="fr")
    return Literal(cell, lang=column.language) if column.kind == "label" else Literal(cell)


def _record(identifier: str) -> URIRef:
    """Return the IRI of a row; in the tables of the generator the id tells the table."""
    parts = identifier.split(".")
    word = _LINKS[parts[1]] if len(parts) > 1 else identifier.partition("-")[0]
    return URIRef(f"{_BASE}id/{word}/{identifier}")


@cache
def _property(curie: str) -> URIRef:
    prefix, _, name = curie.partition(":")
    return URIRef(_PREFIXES[prefix] + name)


@cache
def _date(edtf: str) -> tuple[tuple[URIRef, URIRef | Literal], ...]:
    """Return the bounds, marks and qualifiers of a date, each date worked out once."""
    date = parse_date(edtf)
    bounds = {
        "earliestBegin": date.earliest_begin,
        "latestBegin": date.latest_begin,
        "earliestEnd": date.earliest_end,
        "latestEnd": date.latest_end,
    }
    return (
        *(
            (_COOP[name], Literal(str(day), datatype=XSD.date))
            for name, day in bounds.items()
            if day
        ),
        *((_COOP.dateMark, URIRef(f"{_BASE}scheme/date-mark/{mark}")) for mark in date.marks),
        *(
            (_COOP.dateQualifier, URIRef(f"{_BASE}scheme/date-qualifier/{word}"))
            for word in date.qualifiers
        ),
    )
