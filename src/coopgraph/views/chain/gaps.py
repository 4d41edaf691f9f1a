"""Where a chain breaks off, and what might go on: gaps, which are never links.

Two flows of records that no source joins are shown one after the other, with a gap between them,
only if all of this holds for a record of the first and one of the second:

1. **the same actors**: at least one body of each shore is named in both. Persons do not count, nor
   do states, their ministries, delegations and consulates, which take part in nearly everything;
2. **in time order**: the first had surely begun before the second may have begun. A record had
   begun when something that it led to, framed or paid for had;
3. **the same matter**: both are about one same theme, or were funded out of one same programme;
4. **out of nothing**: no source says what the second came out of (the whole that it is a part of
   and the programme that pays for it aside).

A flow has one gap before it at most, at the earliest record for which all this holds. It starts at
an agreement of the same bodies if there is one (whether the later work was done under it is what a
reader asks), else at the latest such record; gaps never go round in a circle. A gap says that the
sources are silent, and nothing else: it is drawn broken, and told as « aucune source ne relie … ».
Records that belong to no flow are not looked at.

>>> old = Standing(
...     "accord",
...     "agreement",
...     ("2010-05-01", "2010-05-31"),
...     frozenset({"b", "r"}),
...     frozenset({"sea"}),
... )
>>> new = old._replace(record="mission", kind="mission", begin=("2018-09-01", "2018-11-30"))
>>> sides = {"b": "france", "r": "quebec"}
>>> find_gaps([[old], [new]], sides)
[Gap(earlier='accord', later='mission', actors=('b', 'r'), matters=('sea',), inferred=False)]
>>> find_gaps([[old], [new._replace(actors=frozenset({"b"}))]], sides)
[]
>>> find_gaps([[old], [new._replace(explained=True)]], sides)
[]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.network.rows import read_text_rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from coopgraph.sparql import Queryable

__all__ = ["Gap", "Standing", "find_gaps", "read_actors", "read_bodies", "read_matters"]

_TAKING_PART: Final = """
SELECT (STR(?record) AS ?iri) ?actor {
  { ?link coop:inActivity|coop:inAgreement|coop:inOutcome ?record ; coop:hasActor ?actor }
  UNION { ?link a coop:Award ; coop:inActivity ?record ; coop:hasRecipient ?actor }
  UNION { ?link a coop:Operation ; coop:inProgramme ?record ; coop:hasActor ?actor }
  FILTER (%s || NOT EXISTS { ?link coop:inferred true })
}"""
_MATTERS: Final = """
SELECT (STR(?record) AS ?iri) ?matter (STR(?matter) AS ?name) {
  { ?record coop:hasTheme ?matter }
  UNION { ?record coop:fundedBy ?matter }
  UNION { ?record coop:fundedBy ?call . ?call coop:partOf ?matter ;
          coop:hasKind <https://w3id.org/coopgraph/scheme/programme-kind/call> }
}"""
_BODIES: Final = """
SELECT ?actor ?side ?kind { ?actor a coop:Actor ; coop:onSide ?side ; coop:hasKind ?kind }"""
_NOT_TELLING: Final = frozenset({"person", "government", "ministry", "delegation", "consulate"})
_SHORES: Final = frozenset({"france", "quebec"})


class Standing(NamedTuple):
    """What the rule looks at in a record."""

    record: str
    kind: str
    begin: tuple[str, str]  # the first and the last day on which it may have begun; empty: unknown
    actors: frozenset[str]
    matters: frozenset[str]
    explained: bool = False  # a source says what it came out of


class Gap(NamedTuple):
    """Two records that share bodies and a matter, and that no source joins."""

    earlier: str
    later: str
    actors: tuple[str, ...]  # ids of the bodies that both name
    matters: tuple[str, ...]  # IRIs of the themes and programmes that both have
    inferred: bool = False  # that these bodies took part is in part deduced


def find_gaps(flows: Sequence[Sequence[Standing]], sides: Mapping[str, str]) -> list[Gap]:
    """Return the gap before each flow, where the rule finds one; `sides` holds the bodies."""
    before: dict[int, int] = {}  # number of a flow -> that of the flow before its gap
    gaps = []
    found = sorted(
        ((later.begin[0], number, later) for number, flow in enumerate(flows) for later in flow),
        key=lambda found: (found[0], found[2].record),
    )
    for begin, number, later in found:
        if not begin or later.explained or number in before:
            continue
        best = _nearest(later, flows, sides, closed=_behind(number, before, len(flows)))
        if best is not None:
            before[number] = best[0]
            gaps.append(best[1])
    return gaps


def _behind(number: int, before: Mapping[int, int], flows: int) -> set[int]:
    """Return the flow itself, and those that come after it: a gap from there would be a circle."""
    behind = {number}
    for other in range(flows):
        path, at = [other], other
        while at in before and before[at] not in path:
            at = before[at]
            path.append(at)
        if number in path:
            behind.add(other)
    return behind


def _nearest(
    later: Standing,
    flows: Sequence[Sequence[Standing]],
    sides: Mapping[str, str],
    *,
    closed: Collection[int],
) -> tuple[int, Gap] | None:
    """Return the gap before a record and the flow in which it starts; None where there is none."""
    best: tuple[tuple[bool, str, str], int, Gap] | None = None
    for number, flow in enumerate(flows):
        for one in flow if number not in closed else ():
            gap = _between(one, later, sides)
            key = (one.kind == "agreement", one.begin[1], one.record)
            if gap is not None and (best is None or key > best[0]):
                best = key, number, gap
    return best[1:] if best else None


def _between(one: Standing, later: Standing, sides: Mapping[str, str]) -> Gap | None:
    if not one.begin[1] or one.begin[1] >= later.begin[0]:
        return None
    matters = one.matters & later.matters
    actors = {actor for actor in one.actors & later.actors if actor in sides}
    if not matters or not {sides[actor] for actor in actors} >= _SHORES:
        return None
    return Gap(one.record, later.record, tuple(sorted(actors)), tuple(sorted(matters)))


def read_actors(graph: Queryable, *, inferred: bool = True) -> dict[str, frozenset[str]]:
    """Return who is named in each record, by IRI of the record; without `inferred`, as stated.

    Raises:
        StoreError: the graph cannot be read.
    """
    text = _TAKING_PART % ("true" if inferred else "false")
    return _gathered((iri, actor) for iri, actor in read_text_rows(graph, text))


def read_matters(graph: Queryable) -> dict[str, frozenset[str]]:
    """Return the themes and the programmes of each record, all by IRI.

    Raises:
        StoreError: the graph cannot be read.
    """
    return _gathered((iri, name) for iri, _, name in read_text_rows(graph, _MATTERS))


def read_bodies(graph: Queryable) -> dict[str, str]:
    """Return the shore of each body that tells one cooperation from another, by id.

    Raises:
        StoreError: the graph cannot be read.
    """
    rows = read_text_rows(graph, _BODIES)
    return {actor: side for actor, side, kind in sorted(rows) if kind not in _NOT_TELLING}


def _gathered(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for key, value in pairs:
        found.setdefault(key, set()).add(value)
    return {key: frozenset(values) for key, values in found.items()}
