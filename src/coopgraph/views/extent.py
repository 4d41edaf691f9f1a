"""The extent of the corpus in small tables: what by decade, sources by kind, how far facts reach.

`corpus_figures` (`coopgraph.views.info`) gives single numbers; these are the tables beside them.

>>> from pyoxigraph import Store
>>> [table.name for table in extent_tables(Store())]
['decades', 'sources', 'coverage']

A record is counted in the decade in which it may have begun; agreements in that of their signing.
Undated ones have a column of their own: nothing is left out.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.network.rows import read_text_rows
from coopgraph.views.model import Words

if TYPE_CHECKING:
    from coopgraph.sparql import Queryable

__all__ = ["ExtentTable", "extent_tables"]

_KINDS: Final = {
    "Agreement": Words("accords", "agreements"),
    "Mission": Words("missions", "missions"),
    "Project": Words("projets", "projects"),
    "Programme": Words("programmes", "programmes"),
    "Outcome": Words("résultats", "outcomes"),
    "RoleHolding": Words("fonctions", "offices"),
}
_UNDATED: Final = Words("sans date", "undated")
_BEGUN: Final = """
SELECT ?record (STRAFTER(STR(?class), "#") AS ?name) (MIN(?begin) AS ?first) {
  VALUES ?class { coop:Agreement coop:Mission coop:Project coop:Programme coop:Outcome
                  coop:RoleHolding }
  ?record a ?class .
  OPTIONAL {
    { ?record coop:earliestBegin ?begin } UNION { ?record coop:latestEnd ?begin }
    UNION { ?dated coop:signs ?record ; coop:earliestBegin|coop:latestEnd ?begin }
    UNION { ?dated a coop:TermOfForce ; coop:inAgreement ?record ; coop:earliestBegin ?begin }
    UNION { ?dated a coop:Attestation ; coop:describes ?record ; coop:earliestBegin ?begin }
  }
} GROUP BY ?record ?class"""
_SOURCES: Final = """
SELECT ?fr ?en ?language (COUNT(DISTINCT ?source) AS ?number) {
  ?source a coop:Source ; coop:hasKind ?kind ; coop:languageTag ?language .
  ?kind skos:prefLabel ?fr, ?en .
  FILTER (LANG(?fr) = "fr" && LANG(?en) = "en")
} GROUP BY ?fr ?en ?language"""
_MAIN: Final = """
VALUES ?class { coop:Agreement coop:Mission coop:Project coop:Programme coop:Outcome
                coop:RoleHolding coop:Actor coop:Place }
?record a ?class ."""
_COVERED: Final = (
    ("cited", Words("citent une source", "cite a source"), "?record prov:wasDerivedFrom ?any ."),
    (
        "two-witnesses",
        Words("citent deux sources ou plus", "cite two sources or more"),
        "?record prov:wasDerivedFrom/dct:source ?one, ?two . FILTER (STR(?one) < STR(?two))"
        " FILTER NOT EXISTS { ?one coop:copyOf ?two } FILTER NOT EXISTS { ?two coop:copyOf ?one }",
    ),
    (
        "disinterested",
        Words("citent une source désintéressée", "cite a disinterested source"),
        "?record prov:wasDerivedFrom/dct:source ?one ."
        " FILTER NOT EXISTS { ?one coop:interestedParty true }",
    ),
    (
        "translated",
        Words("portent un nom dans chaque langue", "have a name in each language"),
        'FILTER EXISTS { ?record skos:prefLabel ?fr FILTER (LANG(?fr) = "fr") }'
        ' FILTER EXISTS { ?record skos:prefLabel ?en FILTER (LANG(?en) = "en") }'
        " FILTER NOT EXISTS { ?record coop:untranslated true }",
    ),
)


class ExtentTable(NamedTuple):
    """A small table of numbers: a name for machines, a title, headings, and rows with a label."""

    name: str
    title: Words
    headings: tuple[Words, ...]
    rows: tuple[tuple[Words, tuple[int, ...]], ...]


def extent_tables(graph: Queryable) -> list[ExtentTable]:
    """Return the tables in a fixed order; they are empty where the graph is.

    Raises:
        StoreError: the graph cannot be read.
    """
    return [_decades(graph), _sources(graph), _coverage(graph)]


def _decades(graph: Queryable) -> ExtentTable:
    counted: Counter[tuple[str, str]] = Counter()
    for _, name, first in read_text_rows(graph, _BEGUN):
        counted[name, f"{first[:3]}0" if first else ""] += 1
    decades = sorted({decade for _, decade in counted if decade})
    rows = [
        (words, tuple(counted[name, decade] for decade in (*decades, "")))
        for name, words in _KINDS.items()
        if any(known == name for known, _ in counted)
    ]
    title = Words("Par décennie", "By decade")
    return ExtentTable(
        "decades", title, (*(Words(f"{d}–", f"{d}s") for d in decades), _UNDATED), (*rows,)
    )


def _sources(graph: Queryable) -> ExtentTable:
    counted: Counter[tuple[Words, str]] = Counter()
    for fr, en, language, number in read_text_rows(graph, _SOURCES):
        counted[Words(fr, en), language] += int(number)
    languages = sorted({language for _, language in counted})
    rows = [
        (words, tuple(counted[words, language] for language in languages))
        for words in sorted({words for words, _ in counted})
    ]
    headings = tuple(Words(language, language) for language in languages)
    return ExtentTable("sources", Words("Sources", "Sources"), headings, tuple(rows))


def _coverage(graph: Queryable) -> ExtentTable:
    def count(pattern: str) -> int:
        text = f"SELECT (COUNT(DISTINCT ?record) AS ?n) {{ {_MAIN} {pattern} }}"
        return int(read_text_rows(graph, text)[0][0])

    whole = count("")
    rows = [(words, (count(pattern), whole)) for _, words, pattern in _COVERED] if whole else []
    headings = (Words("fiches", "records"), Words("sur", "of"))
    return ExtentTable(
        "coverage", Words("Ce qui est étayé", "How well supported"), headings, tuple(rows)
    )
