"""What comparing needs of every record, worked out once: normal names, bounds of dates, referents.

>>> from coopgraph.intake.matching.entities import entities_of
>>> rows = {
...     "actors": [
...         {"id": "a", "kind": "local-authority", "name_fr": "Ville de Dune", "side": "quebec"},
...         {"id": "b", "kind": "local-authority", "name_fr": "Mairie de Dune", "side": "quebec"},
...         {"id": "c", "kind": "local-authority", "name_fr": "MRC de Dune", "side": "quebec"},
...     ]
... }
>>> everything = Profiles(entities_of(rows))
>>> everything.referent("a") == everything.referent("b"), everything.referent("c")
(True, 'c')

Two records refer to the same party when they name the same id, or ids whose names differ only in
spelling; nothing weaker is taken for the same here.
"""

from __future__ import annotations

import datetime
import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from coopgraph.dates import InvalidDate, parse_date
from coopgraph.intake.matching.entities import Entity
from coopgraph.intake.matching.normal import NormalName, normalise, normalise_url

__all__ = ["Profile", "Profiles", "Span"]

WORKS = frozenset({"agreements", "missions", "programmes", "projects", "outcomes"})


class Span(NamedTuple):
    """The first and last day that a date may cover, and whether its begin is one known day."""

    first: datetime.date
    last: datetime.date
    days: int


@dataclass(frozen=True, slots=True)
class Profile:
    """An entity, and what is worked out from it."""

    entity: Entity
    names: tuple[NormalName, ...]
    acronyms: frozenset[str]
    spans: tuple[Span, ...]
    parties: frozenset[str]
    places: frozenset[str]
    sources: frozenset[str]
    url: str

    @property
    def person(self) -> bool:
        """Tell whether it is a person."""
        return self.entity.table == "actors" and self.entity.kind == "person"


class Profiles:
    """All records that are compared in one go, with what is common among them."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.entities = list(entities)
        self._known = {entity.id: entity for entity in self.entities}
        self._referents = _unite(self.entities)
        self._words: Counter[str] = Counter()
        self._parties: Counter[str] = Counter()
        for entity in self.entities:
            self._words.update({word for name in _normal(entity) for word in name.core})
            if entity.table in WORKS:
                self._parties.update({self.referent(party) for party in entity.parties})
        self._size = max(len(self.entities), 1)
        self._weights = {word: _rarity(n, self._size) for word, n in self._words.items()}

    def unite(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Take records for one wherever they are referred to; for pairs that are beyond doubt."""
        above: dict[str, str] = {}
        for pair in pairs:
            low, high = sorted(_top(self.referent(key), above) for key in pair)
            above[high] = low
        self._referents = {key: _top(top, above) for key, top in self._referents.items()}

    def referent(self, key: str) -> str:
        """Return one id for all records that bear the same name as the record `key`."""
        return self._referents.get(key, key)

    def weight(self, word: str) -> float:
        """Return how telling a word is: rare ones weigh more (0.3 to 1)."""
        return self._weights.get(word, 1.0)

    def party_weight(self, party: str) -> float:
        """Return how telling a party is: one that signs everything weighs little."""
        return _rarity(self._parties[party], self._size)

    def frequency(self, word: str) -> int:
        """Return how many records have the word in a name."""
        return self._words[word]

    def chain(self, key: str) -> list[str]:
        """Return the referents of a place and of all places around it."""
        chain: list[str] = []
        while key and self.referent(key) not in chain:
            chain.append(self.referent(key))
            key = self._known[key].place if key in self._known else ""
        return chain

    def profile(self, entity: Entity) -> Profile:
        """Work out what comparing needs of an entity."""
        names = _normal(entity)
        short = {
            label.text.replace(".", "").lower()
            for label in entity.labels
            if label.kind == "acronym"
        }
        places = {*entity.places, entity.place} - {""}
        return Profile(
            entity,
            names,
            frozenset(short).union(*(name.acronyms for name in names)),
            tuple(span for date in entity.dates if (span := _span(date))),
            frozenset(map(self.referent, entity.parties)),
            frozenset(map(self.referent, places)),
            frozenset(map(self.referent, entity.sources)),
            normalise_url(entity.url) if entity.url else "",
        )


def _normal(entity: Entity) -> tuple[NormalName, ...]:
    """Return the normal forms of all names that are no acronyms."""
    texts = [label.text for label in entity.labels if label.kind != "acronym"]
    return tuple(dict.fromkeys(normalise(text) for text in texts))


def _rarity(found: int, size: int) -> float:
    """Return 1 for what is met once or twice, less for what is common."""
    return max(0.3, min(1.0, 1.0 - math.log(max(found, 2) / 2) / math.log(max(size / 8, 16))))


def _span(date: str) -> Span | None:
    """Return the days that a date may cover, None where nothing is known."""
    try:
        read = parse_date(date)
    except InvalidDate:
        return None
    first = read.earliest_begin or datetime.date.min
    last = read.latest_end or datetime.date.max
    if read.earliest_begin is None and read.latest_end is None:
        return None
    return Span(first, last, (last - first).days)


def _unite(entities: list[Entity]) -> dict[str, str]:
    """Return for each id the first id, in order, of those that bear the same name."""
    first: dict[object, str] = {}
    above: dict[str, str] = {}
    for entity in sorted(entities, key=lambda entity: entity.id):
        above.setdefault(entity.id, entity.id)
        for sign in _signs(entity):
            low, high = sorted(
                _top(key, above) for key in (first.setdefault(sign, entity.id), entity.id)
            )
            above[high] = low
    return {key: _top(key, above) for key in above}


def _top(key: str, above: dict[str, str]) -> str:
    while above.get(key, key) != key:
        key = above[key]
    return key


def _signs(entity: Entity) -> list[object]:
    """Return what makes a record known as a referent: names with kind and shore, or addresses."""
    if entity.table == "sources":
        return [normalise_url(entity.url)] if entity.url else []
    if entity.table not in {"actors", "places"}:
        return []
    sort = "person" if entity.kind == "person" else entity.table
    return [(sort, name.identity[:3], entity.side) for name in _normal(entity) if name.core]
