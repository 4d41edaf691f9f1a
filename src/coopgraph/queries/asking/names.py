"""The names that a graph knows, and where a text uses them.

`read_names` makes the index of one graph: labels, variants, acronyms and former names of records,
and what is needed to read "the soft landing of 2018" (kinds and dates of activities) and a town's
name as its council. Three readings, each weaker than the one before: the whole name; the town for
its council; part of a long title, or the nearest spelling.

>>> from pyoxigraph import Store
>>> read_names(Store()).exact
{}
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from math import log
from typing import Final, NamedTuple

from pyoxigraph import NamedNode
from rapidfuzz import fuzz, process

from coopgraph.identifiers import BASE
from coopgraph.queries.asking.words import Word, cut_words
from coopgraph.sparql import Queryable, Term, select
from coopgraph.tables.column_map import TABLES
from coopgraph.vocabulary import PREFIXES

__all__ = ["Dated", "Name", "Names", "key_of", "read_names", "root"]

_SMALL_WORDS: Final = "d de des du l la le les et a au aux en the of and to for s un une an sur"
_SMALL: Final = frozenset(_SMALL_WORDS.split())
_NAMES: Final = """
SELECT DISTINCT (STR(?record) AS ?iri) ?name (LANG(?name) AS ?language) {
  VALUES ?class { coop:Actor coop:Activity coop:Agreement coop:Programme coop:Outcome coop:Place }
  ?record a ?class ; skos:prefLabel|skos:altLabel ?name .
}"""
_THEMES: Final = """
SELECT DISTINCT (STR(?record) AS ?iri) ?name (LANG(?name) AS ?language) {
  ?record skos:inScheme <https://w3id.org/coopgraph/scheme/theme> ; skos:prefLabel ?name
}"""
_SOURCES: Final = """
SELECT DISTINCT (STR(?record) AS ?iri) ?name (LANG(?name) AS ?language) {
  ?record a coop:Source ; dct:title ?name
}"""
_COUNCILS: Final = """
SELECT ?actor ?place { ?actor coop:locatedIn ?place ;
  coop:hasKind <https://w3id.org/coopgraph/scheme/actor-kind/local-authority> }"""
_ACTIVITIES: Final = """
SELECT ?record ?kind (STR(?first) AS ?from) (STR(?last) AS ?to) ?whole {
  ?record a coop:Activity ; coop:hasKind ?kind .
  OPTIONAL { ?record coop:earliestBegin ?first }
  OPTIONAL { ?record coop:latestEnd ?last }
  OPTIONAL { ?record coop:partOf ?whole . ?whole a coop:Activity }
}"""
_TOWNS: Final = """
SELECT ?place { ?place a coop:Place ;
  coop:hasKind <https://w3id.org/coopgraph/scheme/place-kind/city> }"""
_FIRST: Final = "SELECT (MIN(STR(?day)) AS ?first) { ?record coop:earliestBegin ?day }"
_LAST: Final = "SELECT (MAX(STR(?day)) AS ?last) { ?record coop:latestEnd ?day }"
_HEAD: Final = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in ("coop", "dct", "skos"))
_TABLE_OF: Final = {table.segment: name for name, table in TABLES.items() if table.segment}


class Name(NamedTuple):
    """A record that bears a name: its id, its table, and the name as the graph writes it."""

    id: str
    table: str
    label: str


class Dated(NamedTuple):
    """An activity: id, kind, first and last possible day (ISO, empty: unknown), what it is in."""

    id: str
    kind: str
    first: str
    last: str
    whole: str


@dataclass
class Names:
    """What a graph calls its records; made by `read_names`."""

    exact: dict[tuple[str, ...], list[Name]] = field(default_factory=dict)
    councils: dict[str, list[Name]] = field(default_factory=dict)
    activities: list[Dated] = field(default_factory=list)
    persons: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()
    span: tuple[str, str] = ("", "")
    longest: int = 0
    by_root: dict[str, list[int]] = field(default_factory=dict)
    titles: list[tuple[Name, frozenset[str], frozenset[str]]] = field(default_factory=list)
    spellings: dict[str, list[Name]] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)

    def weight(self, part: str) -> float:
        """Return how telling a root is: what few names hold says much."""
        return log(1 + len(self.titles) / (1 + len(self.by_root.get(part, ()))))

    def partly(self, roots: frozenset[str], *, least: float) -> list[tuple[float, Name]]:
        """Return the records whose names hold most of their weight in these roots, best first."""
        hits: set[int] = set()
        for part in roots:
            places = self.by_root.get(part, ())
            if len(places) <= 400:  # what stands in more names than that tells none apart
                hits.update(places)
        best: dict[str, tuple[float, Name]] = {}
        for number in sorted(hits):
            name, held, years = self.titles[number]
            shared = held & roots
            if len(shared) < 2:
                continue
            share = sum(map(self.weight, shared)) / sum(map(self.weight, held))
            share += 0.1 * len(years & roots)
            if share >= least and share > best.get(name.id, (0.0, name))[0]:
                best[name.id] = (min(share, 1.0), name)
        return sorted(best.values(), key=lambda found: (-found[0], found[1].id))

    def nearest(self, text: str, *, least: float = 75) -> list[tuple[float, Name]]:
        """Return the records with a name spelt nearly so, best first."""
        key = "".join(key_of(cut_words(text)))
        if len(key) < 4:
            return []
        near = process.extract(
            key, list(self.spellings), scorer=fuzz.ratio, limit=5, score_cutoff=least
        )
        return [(score, name) for spelt, score, _ in near for name in self.spellings[spelt]]


def key_of(words: list[Word]) -> tuple[str, ...]:
    """Return what of a name has to agree: folded words without the small ones.

    >>> key_of(cut_words("Ville de La Roche-sur-Yon"))
    ('ville', 'roche', 'yon')
    """
    return tuple(word.folded for word in words if word.folded not in _SMALL)


def root(folded: str) -> str:
    """Return the first six letters: alike for « économique » and “economic”, one or many."""
    return folded[:-1] if len(folded) in (5, 6) and folded.endswith("s") else folded[:6]


def read_names(graph: Queryable) -> Names:
    """Return the index of the names in a graph.

    Raises:
        StoreError: the graph cannot be read.
    """
    names = Names()
    rows = [row for query in (_NAMES, _THEMES, _SOURCES) for row in _rows(graph, query)]
    for iri, label, _ in sorted(rows):
        _add(names, iri, label)
    titles: dict[str, list[int]] = defaultdict(list)
    for number, (_, held, years) in enumerate(names.titles):
        for part in held | years:
            titles[part].append(number)
    names.by_root = dict(titles)
    _add_councils(names, graph)
    names.activities = [Dated(*row) for row in sorted(_rows(graph, _ACTIVITIES))]
    persons = _rows(graph, "SELECT ?person { ?person a coop:Person }")
    names.persons = frozenset(person for (person,) in persons)
    names.towns = frozenset(place for (place,) in _rows(graph, _TOWNS))
    names.span = _read_span(graph)
    return names


def _rows(graph: Queryable, query: str) -> list[tuple[str, ...]]:
    """Return the rows of a query as text: our ids for our IRIs, empty for nothing."""
    return [tuple(map(_text, row)) for row in select(graph, _HEAD + query).rows]


def _text(term: Term | None) -> str:
    value = str(getattr(term, "value", ""))
    ours = isinstance(term, NamedNode) and value.startswith(BASE)
    return value.rpartition("/")[2] if ours else value


def _add(names: Names, iri: str, label: str) -> None:
    segment, identifier = iri.split("/")[-2:]
    table = _TABLE_OF.get(segment)
    if table is None:
        return
    name = Name(identifier, table, label)
    names.labels.setdefault(identifier, label)
    words = cut_words(label)
    bare = cut_words(re.sub(r"\([^)]*\)", " ", label)) if "(" in label else words
    for key in dict.fromkeys((key_of(words), key_of(bare))):
        if (key and table != "sources") or len(key) > 2:
            bearers = names.exact.setdefault(key, [])
            if all(bearer.id != identifier for bearer in bearers):
                bearers.append(name)
            names.longest = max(names.longest, len(key))
    if table != "sources":
        names.spellings.setdefault("".join(key_of(bare)), []).append(name)
    roots = frozenset(root(part) for part in key_of(words))
    years = frozenset(part for part in re.findall(r"[12][0-9]{3}", identifier))
    if roots:
        names.titles.append((name, roots, years - roots))


def _add_councils(names: Names, graph: Queryable) -> None:
    """Let a town's name stand for its council where the council's own name holds it."""
    for actor, place in sorted(_rows(graph, _COUNCILS)):
        label, town = names.labels.get(actor, ""), names.labels.get(place, "")
        if town and set(key_of(cut_words(town))) <= set(key_of(cut_words(label))):
            names.councils.setdefault(place, []).append(Name(actor, "actors", label))


def _read_span(graph: Queryable) -> tuple[str, str]:
    (first,), (last,) = (_rows(graph, query)[0] for query in (_FIRST, _LAST))
    return first, last
