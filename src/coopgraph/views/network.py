"""The network of actors as a picture: who, tied by what, and the facts behind every tie.

The view holds the whole period; `first` and `last` only say which part of it is open when the page
opens, so that the reader can move on from there without a new page. Positions belong to the whole
network: a node never moves.

Persons whom nothing ties to anybody (most of those of whom only an office is known) are no marks in
the picture, where hundreds of them would push the network aside: the search finds them, the page
says how many they are and lists them, and they stand with the facts of their organisation.

Agreements are shown while they are in force (`coopgraph.network.terms`). Facts about an actor that
tie it to nobody (offices, outcomes, awards, money, figures, thanks, a trip made alone) stand on its
node.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from coopgraph.network.layout import lay_out
from coopgraph.network.project import persons_without_ties
from coopgraph.network.rows import read_text_rows
from coopgraph.views.ground import Ground
from coopgraph.views.legend import TIE_KINDS, VIEW_WORDS, shape_of_actor
from coopgraph.views.model import Doubt, Fact, Node, Tie, View, Words
from coopgraph.views.windows import opening_window, years_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from coopgraph.network.layout import Position
    from coopgraph.sparql import Queryable

__all__ = ["network_view"]

_ABOUT_ACTORS: Final = """
SELECT ?actor (STR(?fact) AS ?iri) {
  { ?link a coop:Benefit ; coop:hasActor ?actor ; coop:inOutcome ?fact }
  UNION { ?fact a coop:RoleHolding ; coop:hasPerson|coop:inOrganisation ?actor }
  UNION { ?fact a coop:Signature ; coop:hasPerson|coop:onBehalfOf ?actor }
  UNION { ?fact a coop:Award ; coop:hasFunder|coop:hasRecipient ?actor }
  UNION { ?fact a coop:Budget ; coop:describes|coop:hasFunder ?actor }
  UNION { ?fact a coop:Figure ; coop:describes ?actor }
  UNION { ?fact a coop:Relation ; coop:hasSubject|coop:hasObject ?actor }
  UNION { ?fact a coop:Succession ; coop:hasFormer|coop:hasLatter ?actor }
  UNION { ?link coop:hasActor ?actor ; coop:inActivity|coop:inAgreement ?fact %s }
}"""
"""Whoever is no actor is left out afterwards: asked here, it takes fifty times as long."""
_NOT_INFERRED: Final = "FILTER NOT EXISTS { ?link coop:inferred true }"
_ALIASES: Final = """
SELECT ?actor (STR(?name) AS ?text) { ?actor a coop:Actor ; skos:altLabel ?name }"""
_TIE_LABELS: Final = {
    "mission": Words("ont pris part à la même mission", "took part in the same mission"),
    "project": Words("ont travaillé au même projet", "worked on the same project"),
    "agreement": Words("sont liés par un accord", "are bound by an agreement"),
}


_NOT_HELD_LABELS: Final[Mapping[str, Mapping[str, Words]]] = {
    "planned": {
        "mission": Words(
            "devaient prendre part à la même mission", "are to take part in the same mission"
        ),
        "project": Words("devaient travailler au même projet", "are to work on the same project"),
        "agreement": Words("devaient être liés par un accord", "are to be bound by an agreement"),
    },
    "cancelled": {
        "mission": Words(
            "devaient prendre part à une mission, annulée",
            "were to take part in a mission, now cancelled",
        ),
        "project": Words(
            "devaient travailler à un projet, annulé", "were to work on a project, now cancelled"
        ),
        "agreement": Words(
            "devaient être liés par un accord, annulé",
            "were to be bound by an agreement, now cancelled",
        ),
    },
}
"""What is said of ties that were only planned, or were cancelled: nobody took part."""
_NOT_HELD: Final = frozenset({"planned", "cancelled"})
_NOT_HELD_STATUS: Final = frozenset({"planned", "cancelled", "agreed-in-principle"})
_NOWHERE: Final = 500.0
_CARRIED: Final[tuple[Doubt, ...]] = ("planned", "cancelled", "contested", "inferred")


def network_view(
    graph: Queryable,
    *,
    first: str | None = None,
    last: str | None = None,
    mode: Literal["possibly", "certainly"] = "possibly",
    inferred: bool = True,
    ground: Ground | None = None,
) -> View:
    """Return the network of actors; `first` and `last` are dates in EDTF or in words.

    `ground` is what was read of the graph before, in the same way.

    Raises:
        UsageError: `first` or `last` is no date, or the period ends before it begins.
        StoreError: the graph cannot be read.
    """
    ground = ground or Ground(graph, inferred)
    network = ground.material.meetings
    ties = [_End(*edge) for edge in network.edges(keys=True, data=True)]
    alone = _facts_of_actors(graph, network, ties, inferred=inferred)
    wanted = {tie.data["iri"] for tie in ties} | {iri for iris in alone.values() for iri in iris}
    hidden = persons_without_ties(network)
    told = ground.told(sorted(wanted))
    facts = _facts(told, alone, ties)
    tied = [facts[tie.fact] for tie in ties if tie.fact in facts]
    # an office of long ago must not stretch the years in which nothing ties anybody
    years = years_of(tied or facts.values())
    title, description = VIEW_WORDS["network"]
    return View(
        name="network",
        title=title,
        description=description,
        nodes=_nodes(
            ground, network.nodes(data=True), lay_out(network, without=hidden), told, alone
        ),
        ties=tuple(_tie(tie, facts) for tie in ties),
        facts=facts,
        first_year=years[0],
        last_year=years[1],
        version=ground.version,
        window=opening_window(first, last, years),
        mode=mode,
        kinds={kind: TIE_KINDS[kind].words for kind in _TIE_LABELS},
        known_until=ground.known_until,
    )


class _End(NamedTuple):
    """One tie of the network, as networkx hands it out."""

    source: str
    target: str
    key: str
    data: dict[str, str]

    @property
    def fact(self) -> str:
        """Return the id of its fact: a tie by a planned part is a fact apart."""
        uncertain = _NOT_HELD & set(self.data.get("doubts", "").split())
        own = self.data.get("status") in _NOT_HELD_STATUS
        return self.key if own or not uncertain else f"{self.key}.{min(uncertain)}"


def _facts_of_actors(
    graph: Queryable, actors: Collection[str], ties: Iterable[_End], *, inferred: bool
) -> dict[str, list[str]]:
    """Return the records about each actor by which it is tied to nobody, by actor."""
    tied = {(actor, tie.data["iri"]) for tie in ties for actor in (tie.source, tie.target)}
    found: dict[str, list[str]] = defaultdict(list)
    text = _ABOUT_ACTORS % ("" if inferred else _NOT_INFERRED)
    for actor, iri in sorted(set(read_text_rows(graph, text)) - tied):
        if actor in actors:
            found[actor].append(iri)
    return found


def _facts(
    told: Mapping[str, Fact], alone: Mapping[str, list[str]], ties: Iterable[_End]
) -> dict[str, Fact]:
    """Return the facts that the view needs, by id; those of ties have the dates of the tie."""
    by_iri = {fact.iri: fact for fact in told.values()}
    facts: dict[str, Fact] = {}
    for tie in ties:
        fact = by_iri.get(tie.data["iri"])
        if fact is not None and tie.fact not in facts:
            facts[tie.fact] = _dated(fact, tie)
    for iris in alone.values():
        for iri in iris:
            if iri in by_iri:
                facts.setdefault(by_iri[iri].id, by_iri[iri])
    return dict(sorted(facts.items()))


def _dated(fact: Fact, tie: _End) -> Fact:
    """Return the fact with the dates of the tie: those of an agreement are its time in force."""
    carried: list[Doubt] = [
        doubt for doubt in _CARRIED if doubt in tie.data.get("doubts", "").split()
    ]
    doubts = (*fact.doubts, *(doubt for doubt in carried if doubt not in fact.doubts))
    return fact._replace(
        id=tie.fact,
        doubts=doubts,
        earliest_begin=tie.data.get("earliest_begin"),
        latest_begin=tie.data.get("latest_begin"),
        earliest_end=tie.data.get("earliest_end"),
        latest_end=tie.data.get("latest_end"),
    )


def _nodes(
    ground: Ground,
    actors: Iterable[tuple[str, dict[str, str]]],
    places: Mapping[str, Position],
    told: Mapping[str, Fact],
    alone: Mapping[str, list[str]],
) -> tuple[Node, ...]:
    by_iri = {fact.iri: fact.id for fact in told.values()}
    borne = ground.borne.by_actor
    aliases: dict[str, list[str]] = defaultdict(list)
    for actor, name in sorted(set(read_text_rows(ground.graph, _ALIASES))):
        aliases[actor].append(name)
    nodes = []
    for actor, data in actors:
        kind = data.get("kind", "")
        label = data.get("label_fr", actor)
        nodes.append(
            Node(
                id=actor,
                iri=data["iri"],
                label=Words(label, data.get("label_en", label)),
                kind=ground.kinds.get(("actor-kind", kind), Words(kind, kind)),
                shape=shape_of_actor(kind),
                side=data.get("side", "other"),
                place=Words(data.get("place_fr", ""), data.get("place_en", "")),
                x=places[actor].x if actor in places else _NOWHERE,
                y=places[actor].y if actor in places else _NOWHERE,
                facts=tuple(by_iri[iri] for iri in alone.get(actor, ()) if iri in by_iri),
                names=tuple(
                    (known.begin, known.end, Words(known.name, known.name))
                    for known in borne.get(actor, ())
                ),
                aliases=tuple(aliases.get(actor, ())),
                drawn=actor in places,
            )
        )
    return tuple(nodes)


def _tie(tie: _End, facts: Mapping[str, Fact]) -> Tie:
    kind = tie.data["kind"]
    not_held = _NOT_HELD & set(facts[tie.fact].doubts) if tie.fact in facts else frozenset()
    return Tie(
        tie.data["id"],
        tie.source,
        tie.target,
        kind,
        _NOT_HELD_LABELS[min(not_held)][kind] if not_held else _TIE_LABELS[kind],
        tie.fact,
        inferred=bool(tie.data.get("inferred")),
    )
