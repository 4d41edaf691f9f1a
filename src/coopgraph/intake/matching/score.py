"""The score of a pair, with its reasons: evidence of every sort that fits its table, added up.

>>> from coopgraph.intake.matching.entities import entities_of
>>> town = {"kind": "local-authority", "side": "quebec"}
>>> rows = {
...     "actors": [
...         {"id": "a", "name_fr": "Ville de Saint-Dune", **town},
...         {"id": "b", "name_fr": "Mairie de St-Dune", **town},
...         {"id": "c", "name_fr": "MRC de Saint-Dune", **town},
...     ]
... }
>>> everything = Profiles(entities_of(rows))
>>> a, b, c = map(everything.profile, everything.entities)
>>> score_pair(a, b, everything).score >= SURE, score_pair(a, c, everything).score < DOUBT
(True, True)

The score does not depend on the order of the two. `SURE` is for decisions that a program may take
by itself, `DOUBT` for what a person should look at; below it a pair is left alone.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from coopgraph.intake.matching import circumstances, naming
from coopgraph.intake.matching.evidence import Evidence, add_up
from coopgraph.intake.matching.profiles import Profile, Profiles

__all__ = ["DOUBT", "SURE", "Scored", "score_pair"]

SURE: Final = 0.95
DOUBT: Final = 0.5

# What is needed before anything is said: most pairs are not the same.
_BIAS: Final = {"actors": -2.6, "places": -2.4, "sources": -3.0, "agreements": -3.6}
_BIAS_OF_WORKS: Final = -3.6
# Records of two tables are at best a doubt: a person must say which table is right.
_CROSS: Final = 0.9
# A whole and its part share day, place and parties: only names can tell that two are one.
_UNNAMED: Final = 0.94
_GUARD: Final = Evidence(
    "guard",
    0.0,
    "noms trop différents pour décider sans une personne",
    "names too different to decide without a person",
)
_IDENTICAL: Final = Evidence(
    "identical", 2.5, "tout ce qu’on sait des deux est égal", "all that is known of both is equal"
)
_NAMING: Final = frozenset({"same-name", "same-title", "same-person-name", "identifier", "url"})
_CROSSED: Final = frozenset(
    {
        frozenset({"actors", "programmes"}),
        frozenset({"missions", "projects"}),
        frozenset({"programmes", "projects"}),
    }
)


class Scored(NamedTuple):
    """A score and its reasons, the weightiest first."""

    score: float
    reasons: tuple[Evidence, ...]


def score_pair(a: Profile, b: Profile, known: Profiles) -> Scored:
    """Score a pair; records that cannot be the same by their tables score 0."""
    if b.entity.id < a.entity.id:
        a, b = b, a
    tables = frozenset({a.entity.table, b.entity.table})
    if len(tables) > 1 and tables not in _CROSSED:
        return Scored(0.0, ())
    found = _judge(a, b, known)
    if _identical(a, b):
        found.append(_IDENTICAL)
    score = add_up(found, bias=_BIAS.get(a.entity.table, _BIAS_OF_WORKS))
    if len(tables) > 1:
        score = min(score, _CROSS)
    if score >= SURE and not any(_names_it(piece) for piece in found):
        score = _UNNAMED
        found.append(_GUARD)
    told = sorted(
        (piece for piece in found if piece.weight or piece is _GUARD),
        key=lambda piece: -abs(piece.weight),
    )
    return Scored(score, tuple(told))


def _identical(a: Profile, b: Profile) -> bool:
    """Tell whether all that is known of both is equal, and that is more than name and kind."""
    facts = [
        (one.parties, one.places, one.spans, one.url, one.entity.identifiers, one.entity.number)
        for one in (a, b)
    ]
    return (
        facts[0] == facts[1]
        and sum(map(bool, facts[0])) >= (2 if a.person else 1)
        and frozenset(a.names) == frozenset(b.names)
        and (a.entity.table, a.entity.kind, a.entity.side)
        == (b.entity.table, b.entity.kind, b.entity.side)
        and bool(a.names)
    )


def _names_it(piece: Evidence) -> bool:
    """Tell whether a piece of evidence says that both go by one name, address or identifier."""
    return piece.weight >= 2.6 and (piece.code in _NAMING or piece.code.startswith("like-"))


def _judge(a: Profile, b: Profile, known: Profiles) -> list[Evidence]:
    """Gather the evidence that fits the table."""
    found = circumstances.judge_kinds(a, b)
    found += circumstances.judge_ties(a, b) + circumstances.judge_origins(a, b)
    if a.entity.table == b.entity.table == "sources":
        return found + _judge_sources(a, b, known)
    if "actors" in (a.entity.table, b.entity.table):
        return found + _judge_actors(a, b, known)
    if a.entity.table == "places":
        return found + _judge_places(a, b, known)
    return found + _judge_works(a, b, known)


def _judge_actors(a: Profile, b: Profile, known: Profiles) -> list[Evidence]:
    found = circumstances.judge_sides(a, b) + circumstances.judge_registers(a, b)
    if a.person and b.person:
        found += naming.judge_person_names(a, b, known)
        shared = a.parties & b.parties
        if shared:
            first = sorted(shared)[0]
            found.append(
                Evidence("office", 1.6, f"même organisme ({first})", f"same body ({first})")
            )
        return found
    found += naming.judge_body_names(a, b, known) + naming.judge_numbers(a, b)
    found += circumstances.judge_dates(a, b)
    return found + circumstances.judge_places(a, b, known) + circumstances.judge_sources(a, b)


def _judge_places(a: Profile, b: Profile, known: Profiles) -> list[Evidence]:
    found = naming.judge_body_names(a, b, known) + naming.judge_numbers(a, b)
    found += circumstances.judge_sides(a, b) + circumstances.judge_registers(a, b)
    return found + circumstances.judge_places(a, b, known)


def _judge_works(a: Profile, b: Profile, known: Profiles) -> list[Evidence]:
    found = naming.judge_titles(a, b, known) + naming.judge_numbers(a, b)
    found += circumstances.judge_dates(a, b) + circumstances.judge_parties(a, b, known)
    found += circumstances.judge_places(a, b, known) + circumstances.judge_wholes(a, b, known)
    return found + circumstances.judge_sources(a, b)


def _judge_sources(a: Profile, b: Profile, known: Profiles) -> list[Evidence]:
    """Compare sources: the address decides, a text printed twice is two sources."""
    found = naming.judge_titles(a, b, known) + circumstances.judge_dates(a, b)
    if a.url and b.url:
        same = a.url == b.url
        found.append(
            Evidence("url", 7.0, f"même adresse ({a.url})", f"same address ({a.url})")
            if same
            else Evidence("url", -2.2, "adresses différentes", "different addresses")
        )
        if same:
            return [piece for piece in found if piece.weight > 0]
    one, other = sorted((a.entity.publisher.casefold(), b.entity.publisher.casefold()))
    if one and other:
        found.append(
            Evidence("publisher", 1.0, "même éditeur", "same publisher")
            if one == other
            else Evidence("publisher", -1.8, "éditeurs différents", "different publishers")
        )
    return found
