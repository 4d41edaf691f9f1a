"""Which pairs are worth a look: records that share something rare are compared, all others not.

>>> from coopgraph.intake.matching.entities import entities_of
>>> known = entities_of(
...     {"places": [{"id": "dune", "kind": "city", "name_fr": "Dune-sur-Mer", "side": "france"}]}
... )
>>> new = entities_of(
...     {"places": [{"id": "dsm", "kind": "city", "name_fr": "Dune sur Mer", "side": "france"}]}
... )
>>> [(found.first.id, found.second.id) for found in match_entities(known, new)]
[('dune', 'dsm')]

Rows with one id in one table are not compared: they are the same record (the plan of an import
merges them). Among the incoming ones all pairs are compared too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import Final, NamedTuple

from coopgraph.intake.matching.entities import Entity
from coopgraph.intake.matching.evidence import Evidence
from coopgraph.intake.matching.normal import initials
from coopgraph.intake.matching.profiles import WORKS, Profile, Profiles
from coopgraph.intake.matching.score import DOUBT, SURE, Scored, score_pair

__all__ = ["Candidate", "match_entities", "settle"]

# A word, party or day that more records share tells too little to compare them all.
_CROWD: Final = 40
# Sources are known by address and title; their words only serve to find titles spelt otherwise.
_FEW: Final = 12


Name = tuple[str, str]


class Candidate(NamedTuple):
    """Two records that may be the same thing: one known (or the first that came in), one new."""

    first: Entity
    second: Entity
    score: float
    reasons: tuple[Evidence, ...]


def match_entities(
    known: Iterable[Entity],
    incoming: Iterable[Entity],
    *,
    decided: Callable[[str, str], bool] | None = None,
    above: float = DOUBT,
) -> list[Candidate]:
    """Return the pairs that score `above` or more, best first; `decided` pairs are left out.

    Compares incoming records with known ones and with each other, never known ones with each other:
    give all as incoming to compare the records of the tables.
    """
    old, new = list(known), list(incoming)
    everything = Profiles([*old, *new])
    pairs = sorted(_pairs(list(map(everything.profile, everything.entities)), len(old), everything))
    found = list(_bodies(pairs, everything))
    everything.unite((a.id, b.id) for a, b, scored in found if scored.score >= SURE)
    profiles = list(map(everything.profile, everything.entities))
    for first, second in pairs:
        one, other = profiles[first], profiles[second]
        if not (_is_body(one.entity) and _is_body(other.entity)):
            found.append((one.entity, other.entity, score_pair(one, other, everything)))
    kept: dict[tuple[Name, Name], Candidate] = {}
    for a, b, scored in found:
        if scored.score >= above and _name(a) != _name(b) and not _is_decided(a, b, decided):
            names = _ordered(_name(a), _name(b))
            if names not in kept or scored.score > kept[names].score:
                kept[names] = Candidate(a, b, *scored)
    return sorted(
        kept.values(), key=lambda item: (-item.score, _name(item.first), _name(item.second))
    )


def _name(entity: Entity) -> Name:
    return entity.id, entity.table


def _ordered(one: Name, other: Name) -> tuple[Name, Name]:
    return (one, other) if one < other else (other, one)


def _is_decided(a: Entity, b: Entity, decided: Callable[[str, str], bool] | None) -> bool:
    if decided is None:
        return False
    if a.id == b.id:  # one id in two tables, as a fund that is taken for an actor too
        return decided(f"{a.table}/{a.id}", f"{b.table}/{b.id}")
    return decided(a.id, b.id)


def settle(entities: Iterable[Entity]) -> Profiles:
    """Return what scores are worked out from: all records, sure bodies and places taken for one."""
    everything = Profiles(entities)
    profiles = list(map(everything.profile, everything.entities))
    found = _bodies(sorted(_pairs(profiles, 0, everything)), everything)
    everything.unite((a.id, b.id) for a, b, scored in list(found) if scored.score >= SURE)
    return everything


def _bodies(
    pairs: list[tuple[int, int]], known: Profiles
) -> Iterator[tuple[Entity, Entity, Scored]]:
    """Score the pairs of bodies and places: all other records are known by them."""
    profiles = list(map(known.profile, known.entities))
    for first, second in pairs:
        a, b = profiles[first], profiles[second]
        if _is_body(a.entity) and _is_body(b.entity):
            yield a.entity, b.entity, score_pair(a, b, known)


def _is_body(entity: Entity) -> bool:
    return entity.table == "places" or (entity.table == "actors" and entity.kind != "person")


def _pairs(profiles: list[Profile], old: int, known: Profiles) -> set[tuple[int, int]]:
    """Return the places of records that share a key, at least one of them incoming."""
    blocks: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, profile in enumerate(profiles):
        for key in set(_keys(profile, known)):
            blocks[key].append(place)
    return {
        pair
        for key, members in blocks.items()
        if len(members) <= (_FEW if key[1:2] == ("sources",) else _CROWD) or key[0] in _ALWAYS
        for pair in combinations(members, 2)
        if pair[1] >= old
    }


_ALWAYS: Final = frozenset({"name", "url", "identifier"})


def _keys(profile: Profile, known: Profiles) -> Iterator[tuple[str, ...]]:
    """Yield the keys under which a record is laid beside others."""
    entity = profile.entity
    sort = "person" if profile.person else "work" if entity.table in WORKS else entity.table
    if profile.url:
        yield "url", profile.url
    for scheme, value in entity.identifiers:
        yield "identifier", scheme, value
    for name in profile.names:
        yield "name", name.text
        for word in name.core:
            yield "word", sort, word
            if len(word) >= 6:
                yield "stem", sort, word[:5]
        if sort in {"actors", "work"}:
            yield "acronym", initials(name)
            yield "acronym", name.text
    for sign in profile.acronyms:
        yield "acronym", sign
    if sort == "work":
        yield from _work_keys(profile, known)


def _work_keys(profile: Profile, known: Profiles) -> Iterator[tuple[str, ...]]:
    """Yield the keys of an agreement or an activity: parties and times."""
    table = profile.entity.table
    times = {
        str(year)
        for span in profile.spans
        if span.days <= 800
        for year in range(span.first.year, span.last.year + 1)
    }
    for span in profile.spans:
        if span.days == 0:
            yield "day", table, span.first.isoformat()
    parties = sorted(profile.parties, key=lambda key: (-known.party_weight(key), key))[:6]
    for party in parties:
        yield "party", table, party
        for year in sorted(times | {name for n in profile.names for name in n.years}):
            yield "party-year", table, party, year
    for pair in combinations(sorted(parties), 2):
        yield "parties", table, *pair
