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

from pyoxigraph import Store

from coopgraph.canonical import hash_store
from coopgraph.dates import InvalidDate, parse_date
from coopgraph.errors import UsageError
from coopgraph.network.layout import lay_out
from coopgraph.network.project import persons_without_ties, project_actors
from coopgraph.network.rows import read_text_rows
from coopgraph.phrases import read_phrase
from coopgraph.views.borne import read_names_borne
from coopgraph.views.facts import gather_facts
from coopgraph.views.legend import TIE_KINDS, VIEW_WORDS, shape_of_actor
from coopgraph.views.model import Doubt, Fact, Node, Tie, View, Words
from coopgraph.views.sentences.grammar import NO_BREAK

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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
  ?actor a coop:Actor .
}"""
_NOT_INFERRED: Final = "FILTER NOT EXISTS { ?link coop:inferred true }"
_KINDS: Final = """
SELECT ?kind ?fr ?en {
  ?kind skos:inScheme <https://w3id.org/coopgraph/scheme/actor-kind> ; skos:prefLabel ?fr, ?en .
  FILTER (LANG(?fr) = "fr" && LANG(?en) = "en")
}"""
_ALIASES: Final = """
SELECT ?actor (STR(?name) AS ?text) { ?actor a coop:Actor ; skos:altLabel ?name }"""
_TIE_LABELS: Final = {
    "mission": Words("ont pris part à la même mission", "took part in the same mission"),
    "project": Words("ont travaillé au même projet", "worked on the same project"),
    "agreement": Words("sont liés par un accord", "are bound by an agreement"),
}


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
) -> View:
    """Return the network of actors; `first` and `last` are dates in EDTF or in words.

    Raises:
        UsageError: `first` or `last` is no date, or the period ends before it begins.
        StoreError: the graph cannot be read.
    """
    network = project_actors(graph, inferred=inferred)
    ties = [_End(*edge) for edge in network.edges(keys=True, data=True)]
    alone = _facts_of_actors(graph, ties, inferred=inferred)
    wanted = {tie.data["iri"] for tie in ties} | {iri for iris in alone.values() for iri in iris}
    hidden = persons_without_ties(network)
    told = gather_facts(graph, sorted(wanted), inferred=inferred)
    facts = _facts(told, alone, ties)
    tied = [facts[tie.fact] for tie in ties if tie.fact in facts]
    # an office of long ago must not stretch the years in which nothing ties anybody
    years = _years(tied or facts.values())
    title, description = VIEW_WORDS["network"]
    return View(
        name="network",
        title=title,
        description=description,
        nodes=_nodes(
            graph, network.nodes(data=True), lay_out(network, without=hidden), told, alone
        ),
        ties=tuple(_tie(tie) for tie in ties),
        facts=facts,
        first_year=years[0],
        last_year=years[1],
        version=hash_store(graph) if isinstance(graph, Store) else "",
        window=_window(first, last, years),
        mode=mode,
        kinds={kind: mark.words for kind, mark in TIE_KINDS.items()},
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
    graph: Queryable, ties: Iterable[_End], *, inferred: bool
) -> dict[str, list[str]]:
    """Return the records about each actor by which it is tied to nobody, by actor."""
    tied = {(actor, tie.data["iri"]) for tie in ties for actor in (tie.source, tie.target)}
    found: dict[str, list[str]] = defaultdict(list)
    text = _ABOUT_ACTORS % ("" if inferred else _NOT_INFERRED)
    for actor, iri in sorted(set(read_text_rows(graph, text)) - tied):
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
    graph: Queryable,
    actors: Iterable[tuple[str, dict[str, str]]],
    places: Mapping[str, Position],
    told: Mapping[str, Fact],
    alone: Mapping[str, list[str]],
) -> tuple[Node, ...]:
    kinds = {kind: Words(fr, en) for kind, fr, en in read_text_rows(graph, _KINDS)}
    by_iri = {fact.iri: fact.id for fact in told.values()}
    borne = read_names_borne(graph).by_actor
    aliases: dict[str, list[str]] = defaultdict(list)
    for actor, name in sorted(set(read_text_rows(graph, _ALIASES))):
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
                kind=kinds.get(kind, Words(kind, kind)),
                shape=shape_of_actor(kind),
                side=data.get("side", "other"),
                place=Words(data.get("place_fr", ""), data.get("place_en", "")),
                x=places[actor].x if actor in places else _NOWHERE,
                y=places[actor].y if actor in places else _NOWHERE,
                facts=tuple(by_iri[iri] for iri in alone.get(actor, ()) if iri in by_iri),
                names=tuple((known.begin, known.end, known.name) for known in borne.get(actor, ())),
                aliases=tuple(aliases.get(actor, ())),
                drawn=actor in places,
            )
        )
    return tuple(nodes)


def _tie(tie: _End) -> Tie:
    kind = tie.data["kind"]
    return Tie(
        tie.data["id"],
        tie.source,
        tie.target,
        kind,
        _TIE_LABELS[kind],
        tie.fact,
        inferred=bool(tie.data.get("inferred")),
    )


def _years(facts: Iterable[Fact]) -> tuple[int, int]:
    """Return the first and the last year of which a fact speaks; zeros where none is dated."""
    days = [
        day
        for fact in facts
        for day in (fact.earliest_begin, fact.latest_begin, fact.earliest_end, fact.latest_end)
        if day
    ]
    return (int(min(days)[:4]), int(max(days)[:4])) if days else (0, 0)


def _window(first: str | None, last: str | None, years: tuple[int, int]) -> tuple[str, str] | None:
    if first is None and last is None:
        return None
    begin = _day(first, "earliest_begin") if first else f"{years[0]:04}-01-01"
    end = _day(last, "latest_end") if last else f"{years[1]:04}-12-31"
    if first is None or last is None:  # one date beyond all facts: a year in which nothing is
        begin, end = (begin, end) if begin <= end else _year_of(begin if first else end)
    if end < begin:
        raise UsageError(
            f"The period ends ({end}) before it begins ({begin}): give the earlier date first.",
            f"La période finit ({end}) avant de commencer ({begin}){NO_BREAK}:"
            " donner d’abord la date la plus ancienne.",
        )
    return begin, end


def _year_of(day: str) -> tuple[str, str]:
    return f"{day[:4]}-01-01", f"{day[:4]}-12-31"


def _day(text: str, bound: str) -> str:
    try:
        day = getattr(parse_date(read_phrase(text).edtf), bound)
    except InvalidDate as problem:
        raise UsageError(
            f"“{text}” is no date: {problem.reason_en}",
            f"«{NO_BREAK}{text}{NO_BREAK}» n’est pas une date{NO_BREAK}: {problem.reason_fr}",
        ) from problem
    if day is None:
        raise UsageError(
            f"“{text}” has no day on that side: give a year, a month or a day.",
            f"«{NO_BREAK}{text}{NO_BREAK}» n’a pas de jour de ce côté{NO_BREAK}:"
            " donner une année, un mois ou un jour.",
        )
    return str(day)
