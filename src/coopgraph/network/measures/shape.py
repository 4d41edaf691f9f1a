"""What a whole network is like: its size, how dense, in how many pieces, how far it mixes shores.

>>> import networkx
>>> network = networkx.MultiDiGraph()
>>> network.add_node("dune", side="france")
>>> network.add_node("oasis", side="quebec")
>>> _ = network.add_edge("dune", "oasis", record="visit")
>>> found = measure_shape(network)
>>> found["actors"], found["density"], found["shore-pairs"]
(2.0, 1.0, 1.0)

`SHAPE_MEASURES` names the figures; what each means stands in
`coopgraph.network.measures.catalogue`. None is what cannot be told: the density of one actor, the
assortativity where all are of one side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

import networkx as nx

from coopgraph.network.measures.actors import measure_wiring
from coopgraph.network.measures.communities import divide, measure_modularity
from coopgraph.network.measures.engines import Engine
from coopgraph.network.measures.pairs import Wiring, records_of, wire_network

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

__all__ = ["SHAPE_MEASURES", "measure_assortativity", "measure_shape", "shape_of"]

_Figures: TypeAlias = "Iterator[tuple[str, float | None]]"


def measure_shape(
    network: nx.MultiDiGraph,
    *,
    measures: Collection[str] | None = None,
    engine: Engine = "auto",
    seed: int = 0,
) -> dict[str, float | None]:
    """Return the figures of a network by name, in the order of `SHAPE_MEASURES`.

    Raises:
        MissingExtra: igraph was asked for and is not installed.
        ValueError: a measure is not one of `SHAPE_MEASURES`.
    """
    records = {
        record
        for _, _, key, tie in network.edges(keys=True, data=True)
        for record in records_of(tie) or (str(key),)
    }
    wiring = wire_network(network)
    sides = [str(network.nodes[node].get("side", "")) for node in wiring.nodes]
    return shape_of(
        wiring, sides, len(records), measures=measures or SHAPE_MEASURES, engine=engine, seed=seed
    )


def shape_of(
    wiring: Wiring,
    sides: Sequence[str],
    records: int,
    *,
    measures: Collection[str],
    engine: Engine = "auto",
    seed: int = 0,
) -> dict[str, float | None]:
    """Return the figures of pairs by number; `sides` holds the side of each node, or nothing.

    Raises:
        MissingExtra: igraph was asked for and is not installed.
        ValueError: a measure is not one of `SHAPE_MEASURES`.
    """
    unknown = sorted(set(measures) - set(SHAPE_MEASURES))
    if unknown:
        raise ValueError(f"measures are some of {tuple(SHAPE_MEASURES)}, not {unknown}")
    groups = dict.fromkeys(SHAPE_MEASURES[name] for name in SHAPE_MEASURES if name in measures)
    asked = _Asked(wiring, sides, records, engine, seed)
    found = dict(figure for group in groups for figure in group(asked))
    return {name: found[name] for name in SHAPE_MEASURES if name in measures}


def measure_assortativity(wiring: Wiring, sides: Sequence[str]) -> float | None:
    """Return how far ties stay within one side: 1 always, 0 as chance has it, below 0 seldom.

    The coefficient of Newman (2003), over pairs whose two sides are known, each counted once
    whatever its weight. None where there is no such pair, or only one side.
    """
    ends: dict[str, int] = {}
    same = pairs = 0
    for one, other, _ in wiring.pairs():
        if sides[one] and sides[other]:
            pairs += 1
            same += sides[one] == sides[other]
            for side in (sides[one], sides[other]):
                ends[side] = ends.get(side, 0) + 1
    if not pairs:
        return None
    by_chance = sum((count / (2 * pairs)) ** 2 for count in ends.values())
    return None if len(ends) < 2 else (same / pairs - by_chance) / (1 - by_chance)


class _Asked(NamedTuple):
    """One network of which something is asked."""

    wiring: Wiring
    sides: Sequence[str]
    records: int
    engine: Engine
    seed: int


def _size(asked: _Asked) -> _Figures:
    actors, pairs = len(asked.wiring.nodes), asked.wiring.pair_count
    weight = sum(map(sum, asked.wiring.weights))
    yield "actors", float(actors)
    yield "pairs", float(pairs)
    yield "records", float(asked.records)
    yield "density", 2 * pairs / (actors * (actors - 1)) if actors > 1 else None
    yield "mean-degree", 2 * pairs / actors if actors else None
    yield "mean-strength", weight / actors if actors else None


def _pieces(asked: _Asked) -> _Figures:
    sizes = [len(piece) for piece in nx.connected_components(_graph(asked.wiring))]
    yield "components", float(len(sizes))
    yield "largest-component", float(max(sizes, default=0))


def _bridges(asked: _Asked) -> _Figures:
    yield "bridges", float(sum(1 for _ in nx.bridges(_graph(asked.wiring))))


def _core(asked: _Asked) -> _Figures:
    found = measure_wiring(asked.wiring, engine=asked.engine, measures=("core",))["core"]
    yield "highest-core", max(found, default=0.0)


def _centralisation(asked: _Asked) -> _Figures:
    """Yield the centralisation of Freeman (1979): 1 for a star, 0 where all lie equally between."""
    found = measure_wiring(
        asked.wiring, engine=asked.engine, measures=("betweenness",), seed=asked.seed
    )["betweenness"]
    count = len(found)
    highest = max(found, default=0.0)
    gap = sum(highest - value for value in found)
    yield "betweenness-centralisation", gap / (count - 1) if count > 2 else None


def _pagerank(asked: _Asked) -> _Figures:
    found = measure_wiring(asked.wiring, engine=asked.engine, measures=("pagerank",))["pagerank"]
    yield "highest-pagerank", max(found) if found else None


def _communities(asked: _Asked) -> _Figures:
    found = divide(asked.wiring, seed=asked.seed, engine=asked.engine)
    sizes: dict[int, int] = {}
    for number in found:
        sizes[number] = sizes.get(number, 0) + 1
    yield "communities", float(sum(1 for size in sizes.values() if size > 1))
    yield "modularity", measure_modularity(asked.wiring, found)


def _shores(asked: _Asked) -> _Figures:
    two = {"france", "quebec"}
    crossing = sum(
        {asked.sides[one], asked.sides[other]} == two for one, other, _ in asked.wiring.pairs()
    )
    yield "shore-pairs", float(crossing)
    yield "side-assortativity", measure_assortativity(asked.wiring, asked.sides)


def _graph(wiring: Wiring) -> nx.Graph:
    graph = nx.Graph()
    graph.add_nodes_from(range(len(wiring.nodes)))
    graph.add_edges_from((one, other) for one, other, _ in wiring.pairs())
    return graph


SHAPE_MEASURES: Final[Mapping[str, Callable[[_Asked], _Figures]]] = {
    "actors": _size,
    "pairs": _size,
    "records": _size,
    "density": _size,
    "components": _pieces,
    "largest-component": _pieces,
    "mean-degree": _size,
    "mean-strength": _size,
    "highest-core": _core,
    "betweenness-centralisation": _centralisation,
    "highest-pagerank": _pagerank,
    "communities": _communities,
    "modularity": _communities,
    "bridges": _bridges,
    "shore-pairs": _shores,
    "side-assortativity": _shores,
}
"""The figures of a whole network, in the order in which they are shown."""
