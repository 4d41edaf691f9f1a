"""Words for people in reasons and notes: who said it, and values as they are spoken.

>>> spell_value("missions", "kind", "prospecting-mission", "fr")
'mission de prospection'
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from coopgraph.intake.rows import Cells, Tables
from coopgraph.intake.witnesses import Evidence
from coopgraph.shipped import shipped_folder
from coopgraph.tables.column_map import TABLES
from coopgraph.vocabulary import SKOS

__all__ = ["name_witnesses", "spell_value", "title_of"]

_MOST_NAMED: Final = 2
_TITLES: Final = ("title", "name", "label", "question", "role")


def name_witnesses(tables: Tables, evidence: Evidence, language: str, *, apart: str = "") -> str:
    """Return who gave a value: at most two publishers, else how many sources; else the file.

    Where that would read like `apart`, the titles of the sources are named instead.
    """
    rows = [tables.row(source) for source in sorted(evidence.sources) if source in tables]
    if not rows:
        return evidence.origin
    for column in ("publisher", "title"):
        names = sorted({row[column] or row["title"] or row["id"] for row in rows})
        text = (" et " if language == "fr" else " and ").join(names)
        if len(names) <= _MOST_NAMED and text != apart:
            return text
    return f"{len(rows)} sources" if len(rows) > 1 else rows[0]["id"]


def spell_value(
    table: str, column: str, value: str, language: str, tables: Tables | None = None
) -> str:
    """Return the value of a cell for people: a concept by its label, a record by its title."""
    described = TABLES[table].column(column)
    if described.kind == "ref" and tables is not None and value in tables:
        return title_of(tables.row(value), language)
    if described.kind != "concept":
        return value
    return _concept_labels().get((described.scheme, value, language), value)


def title_of(row: Cells, language: str) -> str:
    """Return what a record is called in a language, or its id."""
    names = [f"{name}_{language}" for name in _TITLES] + [f"{name}_fr" for name in _TITLES]
    return next((row[name] for name in (*names, "title") if row.get(name)), "") or row["id"]


@lru_cache(maxsize=1)
def _concept_labels() -> dict[tuple[str, str, str], str]:
    """Return the preferred labels of the concepts, by scheme, concept and language."""
    path = shipped_folder("ontology") / "kinds.ttl"
    return dict(_labels(str(path)))


def _labels(path: str) -> Iterable[tuple[tuple[str, str, str], str]]:
    for quad in parse(path=path, format=RdfFormat.TURTLE):
        concept, label = quad.subject, quad.object
        named = isinstance(concept, NamedNode) and isinstance(label, Literal)
        if quad.predicate == SKOS.prefLabel and named and "/scheme/" in concept.value:
            scheme, _, name = concept.value.partition("/scheme/")[2].partition("/")
            if name:
                yield (scheme, name, label.language or ""), label.value
