"""Who stands between the two shores, and what would fall apart without them.

The figure of a broker is its betweenness between the shores: the number of pairs, one actor in
France and one in Québec, whose shortest way leads through it (shared where there are several).
Every figure comes twice, for the network that is certain and for the one that is possible.

>>> import networkx
>>> network = networkx.MultiDiGraph()
>>> for name, side in {"dune": "france", "oasis": "france", "salt": "quebec"}.items():
...     network.add_node(name, side=side)
>>> days = {"earliest_begin": "2010-01-01", "latest_end": "2010-12-31"}
>>> _ = network.add_edge("dune", "oasis", record="visit", **days)
>>> _ = network.add_edge("oasis", "salt", record="fair", **days)
>>> [broker] = find_brokers(network)
>>> broker.actor, broker.between, broker.possible.shore_pairs
('oasis', Range(certain=0.0, possible=1.0), 1)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.errors import UsageError
from coopgraph.network.measures.apart import SHORES, Loss, lose_actor, lose_bridges
from coopgraph.network.measures.betweenness import Betweenness, measure_betweenness
from coopgraph.network.measures.pairs import Range, Wiring, wire_network
from coopgraph.network.slices import between

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    import networkx as nx

    from coopgraph.network.measures.engines import Engine
    from coopgraph.network.slices import Mode

__all__ = ["WITH_SHORES", "Bridge", "Broker", "find_bridges", "find_brokers"]

WITH_SHORES: Final = (
    "actors",
    "actors-by-mission",
    "actors-by-project",
    "actors-by-agreement",
    "territories",
    "person-organisation",
    "funding",
    "actor-theme",
)
"""The projections of which some nodes lie in France and some in Québec."""
_MODES: Final[tuple[Mode, Mode]] = ("certainly", "possibly")


class Broker(NamedTuple):
    """One actor between the shores.

    `errors` are the standard errors of `between`: 0 where it is exact. `certain` and `possible`
    tell what falls apart without the actor in either network.
    """

    actor: str
    between: Range
    errors: Range
    certain: Loss
    possible: Loss


class Bridge(NamedTuple):
    """One tie without which its two ends could no longer reach each other.

    `pairs` and `shore_pairs` of actors lose their only connection with it; the certain figures are
    0 where the tie is not certain, or is no bridge there.
    """

    source: str
    target: str
    records: Range
    pairs: Range
    shore_pairs: Range


class _Part(NamedTuple):
    wiring: Wiring
    sides: list[str]
    number: dict[str, int]


def find_brokers(
    network: nx.MultiDiGraph,
    first: date | None = None,
    last: date | None = None,
    *,
    top: int = 10,
    rank: Mode = "possibly",
    engine: Engine = "auto",
    seed: int = 0,
) -> list[Broker]:
    """Return the actors between most pairs of the two shores, strongest first; none that is at 0.

    `first` and `last` bound the period; None leaves that side open. `rank` tells which network
    gives the order; the other decides between equals, then the name.

    Raises:
        UsageError: the nodes of this network lie on no shore.
        MissingExtra: igraph was asked for and is not installed.
        ValueError: `last` lies before `first`.
    """
    _refuse_without_shores(network)
    parts = {mode: _part(network, first, last, mode) for mode in _MODES}
    found = {mode: _between(part, engine, seed) for mode, part in parts.items()}
    order = _MODES[::-1] if rank == "possibly" else _MODES

    def strength(actor: str) -> tuple[float, ...]:
        # rounded: the last bits differ between engines, and equals go by their names
        return tuple(-round(_at(parts[m], found[m].values, actor), 6) for m in order)

    actors = sorted(
        (actor for actor in parts["possibly"].wiring.nodes if strength(actor)[0] < 0),
        key=lambda actor: (strength(actor), actor),
    )
    return [_broker(actor, parts, found) for actor in actors[:top]]


def find_bridges(
    network: nx.MultiDiGraph,
    first: date | None = None,
    last: date | None = None,
    *,
    top: int = 10,
) -> list[Bridge]:
    """Return the ties between the shores on which most pairs of the two shores hang.

    Raises:
        UsageError: the nodes of this network lie on no shore.
        ValueError: `last` lies before `first`.
    """
    _refuse_without_shores(network)
    known = {}
    for mode in _MODES:
        part = _part(network, first, last, mode)
        names = part.wiring.nodes
        for loss in lose_bridges(part.wiring, part.sides):
            if {part.sides[loss.one], part.sides[loss.other]} == set(SHORES):
                known[mode, names[loss.one], names[loss.other]] = loss[2:]
    bridges = []
    for one, other in sorted({(one, other) for _, one, other in known}):
        certain = known.get(("certainly", one, other), (0, 0, 0))
        possible = known.get(("possibly", one, other), (0, 0, 0))
        bridges.append(Bridge(one, other, *map(Range, certain, possible)))
    bridges.sort(key=lambda bridge: (-bridge.shore_pairs.possible, -bridge.shore_pairs.certain))
    return bridges[:top]


def _refuse_without_shores(network: nx.MultiDiGraph) -> None:
    projection = network.graph.get("projection")
    sides = {side for _, side in network.nodes(data="side")}
    if projection in WITH_SHORES or (not sides and projection is None):
        return  # one without brokers is an answer
    if projection is not None or not sides.issuperset(SHORES):
        known = ", ".join(WITH_SHORES)
        raise UsageError(
            f"Nothing of this network lies on both shores: choose one of {known}.",
            f"Rien dans ce réseau ne se trouve sur les deux rives\u00a0: choisir parmi {known}.",
        )


def _part(network: nx.MultiDiGraph, first: date | None, last: date | None, mode: Mode) -> _Part:
    part = between(network, first, last, mode=mode)
    wiring = wire_network(part)
    sides = [str(part.nodes[node].get("side", "")) for node in wiring.nodes]
    return _Part(wiring, sides, {node: place for place, node in enumerate(wiring.nodes)})


def _between(part: _Part, engine: Engine, seed: int) -> Betweenness:
    groups = [[place for place, side in enumerate(part.sides) if side == shore] for shore in SHORES]
    return measure_betweenness(
        part.wiring, engine=engine, sources=groups[0], targets=groups[1], seed=seed
    )


def _broker(actor: str, parts: dict[Mode, _Part], found: dict[Mode, Betweenness]) -> Broker:
    values = (_at(parts[mode], found[mode].values, actor) for mode in _MODES)
    errors = (_at(parts[mode], found[mode].errors, actor) for mode in _MODES)
    certain, possible = (_loss(parts[mode], actor) for mode in _MODES)
    return Broker(actor, Range(*values), Range(*errors), certain, possible)


def _at(part: _Part, values: Sequence[float], actor: str) -> float:
    return values[part.number[actor]] if actor in part.number else 0.0


def _loss(part: _Part, actor: str) -> Loss:
    if actor in part.number:
        return lose_actor(part.wiring, part.sides, part.number[actor])
    return Loss(0, 0, 0, 0, 0, 0, 0, 0, (), ())
