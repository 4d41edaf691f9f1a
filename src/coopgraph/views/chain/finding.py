"""Find all chains of a graph, and the one of a record or of an actor."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.dates import InvalidDate, parse_date
from coopgraph.errors import UnknownEntity
from coopgraph.identifiers import split_iri
from coopgraph.network.rows import read_text_rows
from coopgraph.views.chain.flows import group, in_order, ranks_close, way
from coopgraph.views.chain.gaps import (
    Standing,
    find_gaps,
    read_actors,
    read_bodies,
    read_matters,
)
from coopgraph.views.chain.joints import read_joints
from coopgraph.views.facts import gather_facts
from coopgraph.views.model import Words
from coopgraph.views.names import find_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from coopgraph.sparql import Queryable
    from coopgraph.views.chain.gaps import Gap
    from coopgraph.views.chain.joints import Joint
    from coopgraph.views.model import Fact

__all__ = ["Chain", "Flow", "chain_of", "find_chains"]

_LEAST: Final = 3
_FRAMES: Final = frozenset({"part", "funded", "award"})
"""Joints that do not tell what a record came out of."""
_LABELS: Final = """
SELECT ?thing (STR(?thing) AS ?iri) ?fr ?en {
  { ?thing a coop:Actor } UNION { ?thing a coop:Programme } UNION { ?any coop:hasTheme ?thing }
  ?thing skos:prefLabel ?fr, ?en . FILTER (LANG(?fr) = "fr" && LANG(?en) = "en")
}"""


class Flow(NamedTuple):
    """Records that sources join, in the order in which they are told, and their joints."""

    records: tuple[str, ...]  # IRIs
    ranks: tuple[int, ...]  # of each record: its column
    joints: tuple[Joint, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """One flow, or several in order of time, with the gaps between them."""

    id: str  # of the record with which it begins
    title: Words
    flows: tuple[Flow, ...]
    gaps: tuple[Gap, ...]
    facts: Mapping[str, Fact]  # by IRI: of the records, and of what says that two are joined
    actors: Mapping[str, frozenset[str]]  # IRI of a record -> ids of the actors that it names
    labels: Mapping[str, Words]  # of the actors and matters of the gaps, by id or IRI

    @property
    def records(self) -> tuple[str, ...]:
        """Return the IRIs of all records, each once, in order."""
        return tuple(dict.fromkeys(iri for flow in self.flows for iri in flow.records))

    @property
    def length(self) -> int:
        """Return the number of joints and gaps on the longest way from its begin to its end."""
        ways = (way(dict(zip(flow.records, flow.ranks, strict=True))) for flow in self.flows)
        return sum(ways) + len(self.gaps)


class _Material(NamedTuple):
    """What all chains are made of, read once."""

    joints: list[Joint]
    facts: dict[str, Fact]  # by IRI
    begins: dict[str, tuple[str, str]]  # IRI -> first and last day on which it may have begun
    actors: dict[str, frozenset[str]]
    labels: dict[str, Words]


def find_chains(graph: Queryable, *, inferred: bool = True) -> tuple[Chain, ...]:
    """Return all chains, the longest first; without `inferred`, by stated joints only.

    Raises:
        StoreError: the graph cannot be read.
    """
    joints = read_joints(graph, inferred=inferred)
    material = _read(graph, joints, inferred=inferred)
    programmes = {iri for iri, fact in material.facts.items() if fact.kind == "programme"}
    flows = group(joints, programmes)
    matters = read_matters(graph)
    explained = {joint.later for joint in joints if joint.kind not in _FRAMES}
    standings = [
        [
            _standing(iri, material, matters)._replace(explained=iri in explained)
            for iri in flow
            if iri not in programmes
        ]
        for flow in flows
    ]
    stated = read_actors(graph, inferred=False)
    gaps = [_marked(gap, stated) for gap in find_gaps(standings, read_bodies(graph))]
    chains = [_chain(members, mine, material) for members, mine in _threads(flows, gaps)]
    long_enough = [chain for chain in chains if len(chain.records) >= _LEAST]
    return tuple(sorted(long_enough, key=lambda one: (-one.length, -len(one.records), one.id)))


def _marked(gap: Gap, stated: Mapping[str, frozenset[str]]) -> Gap:
    """Say of a gap whether a source names its bodies on both sides, or the curators do."""
    said = (set(gap.actors) <= stated.get(iri, frozenset()) for iri in (gap.earlier, gap.later))
    return gap._replace(inferred=not all(said))


def chain_of(graph: Queryable, chains: Sequence[Chain], text: str) -> Chain:
    """Return the first of the chains that holds a record, or that has most records of an actor.

    Raises:
        UnknownEntity: there is no such record or actor, or it stands in no chain.
        StoreError: the graph cannot be read.
    """
    iri = find_record(graph, text)
    name = split_iri(iri)[1]
    held = [chain for chain in chains if iri in chain.records]
    if not held:
        number = {chain.id: _named(chain, name) for chain in chains}
        held = sorted((c for c in chains if number[c.id]), key=lambda chain: -number[chain.id])
    if not held:
        raise UnknownEntity(
            f"“{text}” stands in no chain: no source joins it to what came before or after."
            f" What is known about it: coopgraph why {name}",
            f"«\u00a0{text}\u00a0» n’est dans aucune chaîne\u00a0: aucune source ne le relie à ce"
            f" qui précède ou suit. Ce qu’on en sait\u00a0: coopgraph why {name}",
        )
    return held[0]


def _named(chain: Chain, actor: str) -> int:
    return sum(actor in chain.actors.get(iri, ()) for iri in chain.records)


def _read(graph: Queryable, joints: list[Joint], *, inferred: bool) -> _Material:
    iris = {iri for joint in joints for iri in (joint.earlier, joint.later, *joint.said)}
    told = gather_facts(graph, sorted(iris), inferred=inferred)
    facts = {fact.iri: fact for fact in told.values()}
    labels: dict[str, Words] = {}
    for thing, iri, fr, en in sorted(read_text_rows(graph, _LABELS)):
        labels[thing] = labels[iri] = Words(fr, en)
    known = [joint for joint in joints if joint.earlier in facts and joint.later in facts]
    return _Material(
        joints=known,
        facts=facts,
        begins=_begun(known, {iri: _begins(fact) for iri, fact in facts.items()}),
        actors=read_actors(graph, inferred=inferred),
        labels=labels,
    )


def _begun(joints: list[Joint], begins: dict[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """Let a record have begun when what it led to, framed or paid for had."""
    known = dict(begins)
    changed = True
    while changed:
        changed = False
        for joint in joints:
            latest, after = known[joint.earlier][1], known[joint.later][1]
            if after and (not latest or after < latest):
                known[joint.earlier] = known[joint.earlier][0], after
                changed = True
    return known


def _begins(fact: Fact) -> tuple[str, str]:
    """Return the days between which a record began: an agreement, on the day of its signing."""
    if fact.dated or not fact.edtf:
        return fact.earliest_begin or "", fact.latest_begin or ""
    try:
        date = parse_date(fact.edtf)
    except InvalidDate:
        return "", ""
    return str(date.earliest_begin or ""), str(date.latest_begin or "")


def _standing(iri: str, material: _Material, matters: Mapping[str, frozenset[str]]) -> Standing:
    return Standing(
        iri,
        material.facts[iri].kind,
        material.begins[iri],
        material.actors.get(iri, frozenset()),
        matters.get(iri, frozenset()),
    )


def _threads(flows: list[list[str]], gaps: list[Gap]) -> list[tuple[list[list[str]], list[Gap]]]:
    """Return the flows that gaps put one after the other, with these gaps."""
    place = {iri: number for number, flow in enumerate(flows) for iri in flow}
    heads = list(range(len(flows)))

    def head(number: int) -> int:
        while heads[number] != number:
            number = heads[number]
        return number

    for gap in gaps:
        first, second = sorted((head(place[gap.earlier]), head(place[gap.later])))
        heads[second] = first
    threads: dict[int, tuple[list[list[str]], list[Gap]]] = defaultdict(lambda: ([], []))
    for number, flow in enumerate(flows):
        threads[head(number)][0].append(flow)
    for gap in gaps:
        threads[head(place[gap.earlier])][1].append(gap)
    return [threads[number] for number in sorted(threads)]


def _chain(members: list[list[str]], gaps: list[Gap], material: _Material) -> Chain:
    flows = sorted((_flow(records, material) for records in members), key=_by_time(material, gaps))
    facts = material.facts
    kept = {iri for flow in flows for iri in flow.records}
    kept |= {iri for flow in flows for joint in flow.joints for iri in joint.said if iri in facts}
    first = _first(flows[0], material)
    named = {name for gap in gaps for name in (*gap.actors, *gap.matters)}
    return Chain(
        id=facts[first].id,
        title=facts[first].title,
        flows=tuple(flows),
        gaps=tuple(sorted(gaps, key=lambda gap: material.begins[gap.later])),
        facts={iri: facts[iri] for iri in sorted(kept)},
        actors={iri: material.actors[iri] for iri in sorted(kept) if iri in material.actors},
        labels={name: material.labels[name] for name in sorted(named) if name in material.labels},
    )


def _flow(records: list[str], material: _Material) -> Flow:
    inside = set(records)
    frames = {iri for iri in records if material.facts[iri].kind == "programme"}
    joints = [
        one
        for one in material.joints
        if one.earlier in inside and one.later in inside and not {one.earlier, one.later} <= frames
    ]
    begins = {iri: material.begins[iri][0] for iri in records}
    for frame in frames:  # a fund is told with the first thing that it pays for
        paid = [begins[one.later] for one in joints if one.earlier == frame and begins[one.later]]
        begins[frame] = min(paid, default=begins[frame])
    ranks = ranks_close(in_order(records, joints, begins), joints)
    return Flow(tuple(ranks), tuple(ranks.values()), tuple(joints))


def _first(flow: Flow, material: _Material) -> str:
    """Return the record after which a flow is called: the first that is no programme."""
    own = [iri for iri in flow.records if material.facts[iri].kind != "programme"]
    return own[0]


def _by_time(material: _Material, gaps: Iterable[Gap]) -> Callable[[Flow], tuple[bool, str, str]]:
    """Order flows by the begin of what comes after their gap, else of their first dated record."""
    later = {gap.later: material.begins[gap.later][0] for gap in gaps}

    def key(flow: Flow) -> tuple[bool, str, str]:
        after = [later[iri] for iri in flow.records if iri in later]
        own = [iri for iri in flow.records if material.facts[iri].kind != "programme"]
        begins = sorted(filter(None, (material.begins[iri][0] for iri in own)))
        return bool(after), (after or begins or ["9999"])[0], flow.records[0]

    return key
