"""Who bears which name in a graph, for the parameters of questions that take a record.

Preferred, alternative and former names count, and the titles of sources, in French or in English;
capitals, accents, hyphens and kinds of apostrophe do not. The names are read once, when a value is
first asked for that is no id.

>>> from pyoxigraph import Store
>>> Bearers(Store()).bearing("Ville de Port-Dune", {"actor"})
[]
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from math import log
from typing import Final

from pyoxigraph import Literal, NamedNode
from rapidfuzz import fuzz, process

from coopgraph.identifiers import make_identifier, record_iri, split_iri
from coopgraph.sparql import Queryable, select
from coopgraph.vocabulary import DCT, SKOS

__all__ = ["Bearer", "Bearers"]

_NAMES: Final = f"""
SELECT ?record ?name ?kind {{
  VALUES ?kind {{ {SKOS.prefLabel} {SKOS.altLabel} {DCT.title} }}
  ?record ?kind ?name .
}}"""
# Words that tell no record from another: small ones, and what a town's council is called.
_SMALL_WORDS: Final = "a au aux d de des du en et l la le les and of the"
_COUNCIL_WORDS: Final = "ville commune mairie municipalite city town council"
_TELLING_NOTHING: Final = frozenset(f"{_SMALL_WORDS} {_COUNCIL_WORDS}".split())
_NEAR: Final = 50
_SHOWN: Final = 5


@dataclass(slots=True)
class Bearer:
    """A record that has names: the segment of its IRI, its id, its own name by language."""

    iri: str
    segment: str
    id: str
    labels: dict[str, str] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)

    def spell(self, language: str) -> str:
        """Return the name in the language, or the one there is, and the id."""
        label = self.labels.get(language) or next(iter(self.labels.values()), "")
        return f"{label} ({self.id})" if label else self.id


class Bearers:
    """The names of one graph; several threads may share it."""

    def __init__(self, graph: Queryable) -> None:
        self.graph = graph
        self._lock = threading.Lock()
        self._read: list[Bearer] | None = None

    def bearing(self, name: str, segments: Collection[str]) -> list[Bearer]:
        """Return the records of these segments that bear a name, by id.

        Raises:
            StoreError: the graph cannot be read.
        """
        key = make_identifier(name)
        return [one for one in self._among(segments) if key in one.keys]

    def nearest(
        self, text: str, segments: Collection[str], *, ids: Iterable[str] = ()
    ) -> list[Bearer]:
        """Return up to five records whose name or id resembles a text, the best first.

        Those that share a telling word with it come first, the rarest word before others. `ids`
        are those of records that may have no name.

        Raises:
            StoreError: the graph cannot be read.
        """
        wanted = make_identifier(text)
        if not wanted:
            return []
        named = self._among(segments)
        known = {one.id for one in named}
        records = [*named, *(Bearer("", "", id_) for id_ in sorted(set(ids) - known))]
        held = [_words({*one.keys, one.id}) for one in records]
        telling = _words([wanted]) - _TELLING_NOTHING
        often = Counter(word for words in held for word in words & telling)
        spellings = [(key, n) for n, one in enumerate(records) for key in (*one.keys, one.id)]
        ratios: dict[int, float] = {}
        for _, ratio, place in process.extract(
            wanted, [key for key, _ in spellings], scorer=fuzz.WRatio, limit=None
        ):
            number = spellings[place][1]
            ratios[number] = max(ratio, ratios.get(number, 0.0))
        shared = [sum(log(1 + len(held) / often[w]) for w in words & telling) for words in held]
        fitting = [n for n in range(len(records)) if shared[n] or ratios.get(n, 0.0) >= _NEAR]
        fitting.sort(key=lambda n: (-shared[n], -ratios.get(n, 0.0), records[n].id))
        return [records[n] for n in fitting[:_SHOWN]]

    def _among(self, segments: Collection[str]) -> list[Bearer]:
        with self._lock:
            if self._read is None:
                self._read = _read_bearers(self.graph)
            return [one for one in self._read if one.segment in segments]


def _words(keys: Iterable[str]) -> set[str]:
    return {word for key in keys for word in key.replace(".", "-").split("-")}


def _read_bearers(graph: Queryable) -> list[Bearer]:
    """Return the records of a graph that have a name, by id."""
    found: dict[str, Bearer] = {}
    for record, name, kind in select(graph, _NAMES).rows:
        if not isinstance(record, NamedNode) or not isinstance(name, Literal):
            continue
        one = found.get(record.value) or _bearer(record.value)
        key = make_identifier(name.value)
        if one is None or not key:
            continue
        found[record.value] = one
        one.keys.add(key)
        if kind != SKOS.altLabel:
            one.labels[name.language or ""] = name.value
    return sorted(found.values(), key=lambda one: (one.id, one.segment))


def _bearer(iri: str) -> Bearer | None:
    try:
        segment, identifier = split_iri(iri)
    except ValueError:
        return None
    # concepts have names too, and are no records; themes are both
    return Bearer(iri, segment, identifier) if record_iri(segment, identifier) == iri else None
