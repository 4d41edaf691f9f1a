"""Any projection as a picture: nodes by class, ties by kind, and the fact behind every tie.

`projected_view` does for every projection what `coopgraph.views.network` does for that of all
actors; `view_of` draws a network that was cut or marked before (`coopgraph.views.comparing`). A tie
shows the record that it rests on; where an actor ties two themes by several records, the fact says
so, with the sources of all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeAlias, get_args

from coopgraph.identifiers import BASE
from coopgraph.network.layout import lay_out
from coopgraph.network.project import persons_without_ties
from coopgraph.network.projections import PROJECTIONS, project
from coopgraph.views.ground import Ground
from coopgraph.views.legend import shape_of_actor
from coopgraph.views.model import Doubt, Fact, Node, Tie, View, Words
from coopgraph.views.sentences.grammar import NO_BREAK, listed, quoted, sentence
from coopgraph.views.tie_kinds import TIE_KINDS, tie_mark
from coopgraph.views.windows import opening_window, years_of

if TYPE_CHECKING:
    from coopgraph.network.projections.edges import Network
    from coopgraph.sparql import Queryable
    from coopgraph.views.model import Evidence, Shape

__all__ = ["projected_view", "records_behind", "view_of"]

Mode: TypeAlias = Literal["possibly", "certainly"]

_BY_ACTOR: Final = "actor"  # the kind of a tie of two themes that stands for several records
_SHAPES: Final[Mapping[str, Shape]] = {
    "Agreement": "agreement",
    "Mission": "mission",
    "Project": "project",
    "Programme": "programme",
    "Outcome": "outcome",
    "Place": "place",
    "Theme": "theme",
}
_CLASS_WORDS: Final[Mapping[str, Words]] = {
    "Project": Words("projet", "project"),
    "Theme": Words("thème", "theme"),
}
_ALL_DOUBTS: Final[tuple[Doubt, ...]] = get_args(Doubt)
_MOST_SOURCES: Final = 12
_NOWHERE: Final = 500.0


class _Edge(NamedTuple):
    """One edge, as networkx hands it out."""

    source: str
    target: str
    key: str
    data: dict[str, Any]  # attributes of any name; what is read of them is text

    def bound(self, name: str) -> str | None:
        return self.data.get(name)

    @property
    def doubts(self) -> tuple[str, ...]:
        return tuple(str(self.data.get("doubts", "")).split())

    @property
    def dates(self) -> tuple[str | None, ...]:
        names = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
        return tuple(self.bound(name) for name in names)


def projected_view(
    graph: Queryable,
    projection: str,
    *,
    first: str | None = None,
    last: str | None = None,
    mode: Mode = "possibly",
    inferred: bool = True,
    ground: Ground | None = None,
) -> View:
    """Return the picture of a projection; `first` and `last` are dates in EDTF or in words.

    `ground` is what was read of the graph before, in the same way.

    Raises:
        UsageError: there is no such projection, `first` or `last` is no date, or the period ends
            before it begins.
        StoreError: the graph cannot be read.
    """
    ground = ground or Ground(graph, inferred)
    network = project(graph, projection, material=ground.material)
    told = PROJECTIONS[projection]
    view = view_of(
        graph,
        network,
        name=projection,
        title=Words(told.title_fr, told.title_en),
        description=Words(told.description_fr, told.description_en),
        mode=mode,
        ground=ground,
    )
    years = view.first_year, view.last_year
    return replace(view, window=opening_window(first, last, years))


def view_of(
    graph: Queryable,
    network: Network,
    *,
    name: str,
    title: Words,
    description: Words,
    mode: Mode = "possibly",
    inferred: bool = True,
    kind_of: Callable[[Mapping[str, Any]], str] | None = None,  # attributes of an edge, of any type
    named: Mapping[str, Words] | None = None,
    ground: Ground | None = None,
) -> View:
    """Return the picture of a network; `kind_of` names the kind of a tie from its attributes.

    `named` gives nodes another label than their own. `ground` is what was read of the graph before,
    with or without what was deduced.

    Raises:
        StoreError: the graph cannot be read.
    """
    edges = [_Edge(*edge) for edge in network.edges(keys=True, data=True)]
    ground = ground or Ground(graph, inferred)
    told = ground.told(records_behind(network, ground))
    by_iri = {fact.iri: fact for fact in told.values()}
    own = {
        node: by_iri[data["iri"]].id
        for node, data in network.nodes(data=True)
        if data.get("iri") in by_iri
    }
    facts = {own_id: told[own_id] for own_id in own.values()}
    ties = []
    for edge in edges:
        fact = _fact(edge, by_iri, network, facts)
        facts[fact.id] = fact
        kind = kind_of(edge.data) if kind_of else edge.data["kind"]
        inferred_tie = bool(edge.data.get("inferred"))
        ties.append(
            Tie(edge.data["id"], edge.source, edge.target, kind, tie_mark(kind).words, fact.id,
                inferred=inferred_tie)
        )  # fmt: skip
    years = years_of([facts[tie.fact] for tie in ties] or facts.values())
    return View(
        name=name,
        title=title,
        description=description,
        nodes=_nodes(ground, network, own, named or {}),
        ties=tuple(ties),
        facts=dict(sorted(facts.items())),
        first_year=years[0],
        last_year=years[1],
        version=ground.version,
        mode=mode,
        kinds={kind: tie_mark(kind).words for kind in _in_order(ties)},
    )


def _in_order(ties: Iterable[Tie]) -> list[str]:
    """Return the kinds of the ties, in the order of the legend."""
    kinds, legend = {tie.kind for tie in ties}, list(TIE_KINDS)
    return sorted(kinds, key=lambda kind: (legend.index(kind) if kind in legend else 99, kind))


def records_behind(network: Network, ground: Ground) -> list[str]:
    """Return the IRIs of all records that ties or nodes stand for, and of those behind them.

    Raises:
        StoreError: the graph cannot be read.
    """
    iris = {data["iri"] for _, data in network.nodes(data=True) if "iri" in data}
    behind: set[str] = set()
    for *_ends, data in network.edges(data=True):
        iris.add(data["iri"])
        if data["kind"] == _BY_ACTOR:
            behind |= set(str(data["records"]).split())
    iris |= {ground.iris[record] for record in behind if record in ground.iris}
    return sorted(iri for iri in iris if iri.startswith(f"{BASE}id/"))


def _fact(
    edge: _Edge, by_iri: Mapping[str, Fact], network: Network, known: Mapping[str, Fact]
) -> Fact:
    """Return the fact behind a tie, with the dates and doubts of the tie."""
    fact = by_iri.get(edge.data["iri"])
    if fact is None:
        return _summed_up(edge, by_iri, network)
    further = [doubt for doubt in _ALL_DOUBTS if doubt in edge.doubts]
    doubts = (*fact.doubts, *(doubt for doubt in further if doubt not in fact.doubts))
    dated = fact._replace(
        id=edge.key,
        doubts=doubts,
        earliest_begin=edge.bound("earliest_begin"),
        latest_begin=edge.bound("latest_begin"),
        earliest_end=edge.bound("earliest_end"),
        latest_end=edge.bound("latest_end"),
    )
    other = known.get(edge.key)
    if other is None or other == dated:
        return dated
    return dated._replace(id=".".join((edge.key, *(edge.doubts or ("sure",)))))


def _summed_up(edge: _Edge, by_iri: Mapping[str, Fact], network: Network) -> Fact:
    """Return a fact of several records: that an actor works on both themes."""
    records = set(str(edge.data["records"]).split())
    facts = [fact for _, fact in sorted(by_iri.items()) if fact.id in records]
    evidence: dict[Evidence, None] = {}
    for fact in facts:
        evidence |= dict.fromkeys(fact.evidence)
    names = [network.nodes[node] for node in (edge.source, edge.target)]
    one, other = (Words(name["label_fr"], name["label_en"]) for name in names)
    who = Words(str(edge.data.get("label_fr", "")), str(edge.data.get("label_en", "")))
    titles = [fact.title for fact in facts if fact.title.fr]
    spoken = Words(
        sentence(
            f"{who.fr} travaille à deux thèmes, {quoted(one.fr, 'fr')} et {quoted(other.fr, 'fr')}",
            f"{NO_BREAK}: {listed([title.fr for title in titles], 'fr')}" if titles else "",
        ),
        sentence(
            f"{who.en} works on two themes, {quoted(one.en, 'en')} and {quoted(other.en, 'en')}",
            f": {listed([title.en for title in titles], 'en')}" if titles else "",
        ),
    )
    return Fact(
        id=edge.data["id"],
        iri=edge.data["iri"],
        kind="relation",
        sentence=spoken,
        date=Words("", ""),
        edtf="",
        earliest_begin=edge.bound("earliest_begin"),
        latest_begin=edge.bound("latest_begin"),
        earliest_end=edge.bound("earliest_end"),
        latest_end=edge.bound("latest_end"),
        doubts=tuple(doubt for doubt in _ALL_DOUBTS if doubt in edge.doubts),
        evidence=tuple(evidence)[:_MOST_SOURCES],
    )


def _nodes(
    ground: Ground,
    network: Network,
    own: Mapping[str, str],
    named: Mapping[str, Words],
) -> tuple[Node, ...]:
    places = lay_out(network, without=persons_without_ties(network))
    found = []
    for node, data in network.nodes(data=True):
        class_, kind = str(data.get("class", "Actor")), str(data.get("kind", ""))
        known = ground.kinds.get((f"{class_.lower()}-kind", kind), Words(kind, kind))
        label = str(data.get("label_fr", node))
        found.append(
            Node(
                id=node,
                iri=data["iri"],
                label=named.get(node, Words(label, str(data.get("label_en", label)))),
                kind=_CLASS_WORDS.get(class_, known),
                shape=_SHAPES.get(class_, shape_of_actor(kind)),
                side=str(data.get("side", "other")),
                place=Words(str(data.get("place_fr", "")), str(data.get("place_en", ""))),
                x=places[node].x if node in places else _NOWHERE,
                y=places[node].y if node in places else _NOWHERE,
                facts=(own[node],) if node in own else (),
                names=tuple(
                    (name.begin, name.end, Words(name.name, name.name))
                    for name in ground.borne.by_actor.get(node, ())
                ),
                drawn=node in places,
            )
        )
    return tuple(found)
