"""The network of actors: every mission, project and agreement in which two of them meet, as a tie.

`project_actors` returns a `networkx.MultiDiGraph`: a node for each actor, and for each pair and
record one tie, never merged and never dropped. A tie is undirected and stored once, from the id
that comes first to the other. What ties actors stands in one table, `MEETINGS`.

- **Key** of a tie: the id of its record; for an agreement with several periods of force, that of
  the term. With the two ends it is unique; `id` holds all three.
- **Attributes** (never None, left out where nothing is known): ``kind`` (mission, project,
  agreement), ``record``, ``iri``, ``label_fr``, ``label_en``, ``status``, ``edtf``,
  ``earliest_begin``, ``latest_begin``, ``earliest_end``, ``latest_end`` (ISO days), ``marks``,
  ``source_roles``, ``target_roles`` and ``doubts`` (words with spaces between), ``inferred``.
- **Parts and wholes**: who takes part in a part takes part in the whole. A tie stands at the
  smallest activity in which both meet, so the two companies of two parts meet in the whole, and
  nobody is counted twice; at the whole again only where both are named there themselves.
- **Doubts**: planned (agreed in principle included, by status or by every signing), cancelled,
  contested (a claim is undecided or was not retained), inferred. A tie that rests on a planned
  part is planned, even if the whole took place. Planned and cancelled ties are in the network;
  `coopgraph.network.slices` and the pictures tell them apart.
- ``inferred=False`` leaves out what the curator deduced, and what would follow from it.

Thanks, photo credits and other relations are no cooperation, and tie nobody here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final, NamedTuple

import networkx as nx

from coopgraph.network.rows import (
    UNDATED,
    Bounds,
    Taking,
    read_activities,
    read_bounds,
    read_claimed,
    read_inferred,
    read_parts,
    read_takings,
    read_text_rows,
)
from coopgraph.network.terms import read_in_principle, read_periods
from coopgraph.network.wholes import Attendance, attend, meetings

if TYPE_CHECKING:
    from coopgraph.network.rows import ActivityRow
    from coopgraph.sparql import Queryable

__all__ = ["MEETINGS", "Meeting", "persons_without_ties", "project_actors"]


class Meeting(NamedTuple):
    """One way in which actors are tied: the class of the record, the link, the kind of tie."""

    class_: str
    link: str
    kind: str


MEETINGS: Final = (
    Meeting("Mission", "Participation", "mission"),
    Meeting("Project", "Participation", "project"),
    Meeting("Agreement", "Party", "agreement"),
)
"""What ties actors; a new kind of tie is a new line."""

_ACTORS: Final = """
SELECT ?actor (STR(?actor) AS ?iri) ?fr ?en ?kind ?side ?place_fr ?place_en {
  ?actor a coop:Actor .
  OPTIONAL { ?actor skos:prefLabel ?fr FILTER (LANG(?fr) = "fr") }
  OPTIONAL { ?actor skos:prefLabel ?en FILTER (LANG(?en) = "en") }
  OPTIONAL { ?actor coop:hasKind ?kind }
  OPTIONAL { ?actor coop:onSide ?side }
  OPTIONAL { ?actor coop:locatedIn ?place .
    OPTIONAL { ?place skos:prefLabel ?place_fr FILTER (LANG(?place_fr) = "fr") }
    OPTIONAL { ?place skos:prefLabel ?place_en FILTER (LANG(?place_en) = "en") } }
}"""
_ACTOR_ATTRIBUTES: Final = ("iri", "label_fr", "label_en", "kind", "side", "place_fr", "place_en")
_STATUS_DOUBTS: Final = {
    "planned": "planned",
    "cancelled": "cancelled",
    "agreed-in-principle": "planned",
}
_TELLING: Final = frozenset({"when", "hasStatus"})  # what, if inferred, makes the tie so
_CONTESTED: Final = frozenset({"undecided", "not-retained"})


def project_actors(graph: Queryable, *, inferred: bool = True) -> nx.MultiDiGraph:
    """Return the network of all actors, with every tie that any source gives them.

    `inferred` keeps what the curator deduced; without it a date that was deduced is unknown.

    Raises:
        StoreError: the graph cannot be read.
    """
    network = nx.MultiDiGraph()
    for actor, *values in sorted(read_text_rows(graph, _ACTORS)):
        network.add_node(actor, **_filled(zip(_ACTOR_ATTRIBUTES, values, strict=True)))
    facts = _read_facts(graph, inferred)
    for tie in sorted(_ties(facts), key=lambda tie: (tie.source, tie.target, tie.key)):
        if tie.source in network and tie.target in network:
            network.add_edge(tie.source, tie.target, key=tie.key, **_attributes(tie, facts))
    return network


def persons_without_ties(network: nx.MultiDiGraph) -> frozenset[str]:
    """Return the persons whom nothing ties to anybody; none where the network has no tie at all."""
    if not network.number_of_edges():
        return frozenset()
    persons = (name for name, data in network.nodes(data=True) if data.get("kind") == "person")
    return frozenset(name for name in persons if not network.degree(name))


@dataclass(frozen=True, slots=True)
class _Facts:
    """What was read, with what was inferred already left out where that is asked for."""

    records: dict[str, ActivityRow]
    takings: list[Taking]
    parts: list[tuple[str, str]]
    periods: dict[str, list[tuple[str, Bounds]]]
    deduced: dict[str, frozenset[str]]
    contested: frozenset[str]


class _Tie(NamedTuple):
    source: str
    target: str
    key: str
    record: str
    bounds: Bounds
    source_end: Attendance
    target_end: Attendance


def _read_facts(graph: Queryable, inferred: bool) -> _Facts:
    deduced = read_inferred(graph)
    hidden = {} if inferred else deduced
    records = read_activities(graph, {row.class_: row.kind for row in MEETINGS})
    links = sorted({row.link for row in MEETINGS})
    takings = [taking for link in links for taking in read_takings(graph, link)]
    periods = read_periods(graph, without=hidden)
    for record, bounds in read_bounds(graph, "Activity").items():
        if "when" not in hidden.get(record, ()):
            periods[record] = [(record, bounds)]
    in_principle = read_in_principle(graph)
    return _Facts(
        records={
            record: _with_status(row, record in in_principle, "hasStatus" in hidden.get(record, ()))
            for record, row in records.items()
        },
        takings=[taking for taking in takings if inferred or not taking.inferred],
        parts=[pair for pair in read_parts(graph) if "partOf" not in hidden.get(pair[0], ())],
        periods=periods,
        deduced=deduced,
        contested=frozenset(
            record for record, found in read_claimed(graph).items() if found & _CONTESTED
        ),
    )


def _with_status(row: ActivityRow, in_principle: bool, hidden: bool) -> ActivityRow:
    """Return the row as it counts: what was never signed is agreed in principle, whatever else."""
    if in_principle:
        return row._replace(status="agreed-in-principle")
    return row._replace(status="") if hidden else row


def _ties(facts: _Facts) -> Iterator[_Tie]:
    doubts = {
        record: frozenset(_STATUS_DOUBTS[row.status] for _ in "1" if row.status in _STATUS_DOUBTS)
        for record, row in facts.records.items()
    }
    attendances = attend(facts.takings, facts.parts, doubts=doubts, contested=facts.contested)
    for record in sorted(attendances.keys() & facts.records.keys()):
        present = attendances[record]
        for source, target in combinations(sorted(present), 2):
            if meetings(present[source], present[target]):
                for key, bounds in facts.periods.get(record, [(record, UNDATED)]):
                    ends = present[source], present[target]
                    yield _Tie(source, target, key, record, bounds, *ends)


def _attributes(tie: _Tie, facts: _Facts) -> dict[str, str | bool]:
    record = facts.records[tie.record]
    doubts = set(tie.source_end.doubts | tie.target_end.doubts)
    if record.status in _STATUS_DOUBTS:
        doubts.add(_STATUS_DOUBTS[record.status])
    if tie.record in facts.contested or tie.key in facts.contested:
        doubts.add("contested")
    inferred = tie.source_end.inferred or tie.target_end.inferred
    deduced = facts.deduced.get(tie.record, frozenset()) | facts.deduced.get(tie.key, frozenset())
    if inferred or deduced & _TELLING:
        doubts.add("inferred")
    bounds = tie.bounds._asdict() | {"marks": " ".join(tie.bounds.marks)}
    texts = {
        "id": f"{tie.key}:{tie.source}:{tie.target}",
        "record": tie.record,
        "kind": record.kind,
        "iri": record.iri,
        "status": record.status,
        "label_fr": record.title_fr,
        "label_en": record.title_en,
        **bounds,
        "source_roles": " ".join(sorted(tie.source_end.roles)),
        "target_roles": " ".join(sorted(tie.target_end.roles)),
        "doubts": " ".join(sorted(doubts)),
    }
    return {**_filled(texts.items()), "inferred": inferred}


def _filled(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the attributes that have a value: the writers of GEXF and GraphML refuse None."""
    return {name: value for name, value in pairs if value}
