"""What each actor is in a network: degree, strength, betweenness, PageRank, core.

>>> import networkx
>>> network = networkx.MultiDiGraph()
>>> _ = network.add_edge("dune", "oasis", record="visit")
>>> _ = network.add_edge("oasis", "salt", record="fair")
>>> found = measure_nodes(network)["oasis"]
>>> found["degree"], found["betweenness"], found["core"]
(2.0, 1.0, 1.0)

Betweenness is here a share of all pairs of other actors, from 0 to 1. Where it is an estimate
(`coopgraph.network.measures.betweenness`), ``betweenness_error`` stands beside it; where that key
is missing, the figure is exact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coopgraph.network.measures.betweenness import measure_betweenness
from coopgraph.network.measures.cores import measure_cores
from coopgraph.network.measures.engines import Engine, choose_engine
from coopgraph.network.measures.pagerank import measure_pagerank
from coopgraph.network.measures.pairs import wire_network

if TYPE_CHECKING:
    from collections.abc import Collection

    import networkx as nx

    from coopgraph.network.measures.pairs import Wiring

__all__ = ["NODE_MEASURES", "measure_nodes", "measure_wiring"]

NODE_MEASURES: Final = ("degree", "strength", "betweenness", "pagerank", "core")
"""The measures of an actor, in the order in which they are shown."""


def measure_nodes(
    network: nx.MultiDiGraph | Wiring,
    *,
    engine: Engine = "auto",
    measures: Collection[str] = NODE_MEASURES,
    pivots: int | None = None,
    seed: int = 0,
) -> dict[str, dict[str, float]]:
    """Return for each node its measures, by name; nodes in the order of their names.

    `network` may be wired already (`coopgraph.network.measures.pairs.wire_network`), so that
    several questions count its pairs once.
    `pivots` and `seed` are those of `coopgraph.network.measures.betweenness.measure_betweenness`.

    Raises:
        MissingExtra: igraph was asked for and is not installed.
        ValueError: a measure is not one of `NODE_MEASURES`.
    """
    wiring = wire_network(network)
    columns = measure_wiring(wiring, engine=engine, measures=measures, pivots=pivots, seed=seed)
    rows = zip(*columns.values(), strict=True)
    return {
        node: dict(zip(columns, row, strict=True))
        for node, row in zip(wiring.nodes, rows, strict=True)
    }


def measure_wiring(
    wiring: Wiring,
    *,
    engine: Engine = "auto",
    measures: Collection[str] = NODE_MEASURES,
    pivots: int | None = None,
    seed: int = 0,
) -> dict[str, list[float]]:
    """Return the figures of all nodes by number, measure by measure.

    Raises:
        MissingExtra: igraph was asked for and is not installed.
        ValueError: a measure is not one of `NODE_MEASURES`.
    """
    unknown = sorted(set(measures) - set(NODE_MEASURES))
    if unknown or not measures:
        raise ValueError(f"measures are some of {NODE_MEASURES}, not {unknown}")
    library = choose_engine(engine, len(wiring.nodes))
    columns: dict[str, list[float]] = {}
    for name in (name for name in NODE_MEASURES if name in measures):
        if name == "degree":
            columns[name] = [float(len(others)) for others in wiring.neighbours]
        elif name == "strength":
            columns[name] = [float(sum(weights)) for weights in wiring.weights]
        elif name == "betweenness":
            columns |= _betweenness(wiring, library, pivots, seed)
        elif name == "pagerank":
            columns[name] = measure_pagerank(wiring, engine=library)
        else:
            columns[name] = [float(core) for core in measure_cores(wiring, engine=library)]
    return columns


def _betweenness(
    wiring: Wiring, engine: Engine, pivots: int | None, seed: int
) -> dict[str, list[float]]:
    found = measure_betweenness(wiring, engine=engine, pivots=pivots, seed=seed)
    others = len(wiring.nodes) - 1
    pairs = others * (others - 1) / 2 or 1.0
    columns = {"betweenness": [value / pairs for value in found.values]}
    if not found.exact:
        columns["betweenness_error"] = [error / pairs for error in found.errors]
    return columns
