"""The tasks of the fifth workload: measures of a network of actors.

The tables of `tests.benchmarks.generate` become a graph and a network, which is not timed. Ours
starts from that network, whose pairs have many ties, and works with each of its two engines; plain
networkx and plain igraph start from the pairs, counted for them (a graph of networkx, a list of
weighted pairs), so that only ours pays for counting. igraph builds its graph within its time.

All figures are compared with those of networkx before times are: ``found`` is the number of nodes
on which a way agrees (to 0.000001; for communities, the modularity in thousandths). Sampled
betweenness has no common aim, for networkx draws other starting points: there ours are compared
with each other and with igraph.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, Literal, NamedTuple

import igraph
import networkx as nx
from tests.benchmarks.generate import write_tables
from tests.benchmarks.runs import Run, measure

from coopgraph.graph import build_graph
from coopgraph.network.measures.actors import measure_nodes
from coopgraph.network.measures.betweenness import measure_betweenness
from coopgraph.network.measures.communities import find_communities
from coopgraph.network.measures.cores import measure_cores
from coopgraph.network.measures.pagerank import measure_pagerank
from coopgraph.network.measures.pairs import simple_weighted, wire, wire_network
from coopgraph.network.measures.periods import snapshots
from coopgraph.network.project import project_actors

__all__ = ["measures"]

FIRST, LAST = 1965, 2024
PIVOTS = 100
_CLOSE = 1e-6
_EXACT = 3_000  # actors, up to which all starting points are taken
_ENGINES: tuple[Literal["networkx", "igraph"], ...] = ("networkx", "igraph")

Way = Callable[[], Any]  # each library has its own kind of answer


class Made(NamedTuple):
    """One network, and what the peers start from."""

    network: Any  # networkx comes without types
    graph: Any
    pairs: list[tuple[int, int, int]]
    starts: list[int]


def measures(actors: int, repeat: int) -> Iterator[Run]:
    """Measure in turn; yield the runs of each measure as ``subject|way``."""
    made = _made(actors)
    subjects: dict[str, Mapping[str, Way]] = {
        "pairs of the network": _pairs(made),
        "PageRank": _pagerank(made),
        "core": _core(made),
        "communities": _communities(made),
        "betweenness, exact" if actors <= _EXACT else f"betweenness, {PIVOTS} sources": (
            _betweenness(made, exact=actors <= _EXACT)
        ),
        f"{LAST - FIRST + 1} years, PageRank and core": _years(made),
        "all of measure_nodes": _all(made),
    }
    for subject, ways in subjects.items():
        agreed = _agreed(subject, {name: way() for name, way in ways.items()}, made)
        for _ in range(repeat):
            for name, way in ways.items():
                run, _ = measure(f"{subject}|{name}", way)
                yield run._replace(found=agreed[name])


def _made(actors: int) -> Made:
    with TemporaryDirectory() as folder:
        write_tables(Path(folder), events=5 * actors)
        network = project_actors(build_graph(Path(folder)).store)
    graph = simple_weighted(network)
    wiring = wire(graph)
    tied = [node for node, others in enumerate(wiring.neighbours) if others]
    size = min(PIVOTS, len(tied)) // 10 * 10
    # those that ours draws
    starts = Random(0).sample(tied, size)  # noqa: S311 — a sample, no secret
    return Made(network, graph, list(wiring.pairs()), starts)


def _igraph(made: Made) -> Any:  # igraph comes without types
    graph = igraph.Graph(len(made.graph), [(one, other) for one, other, _ in made.pairs])
    graph.es["weight"] = [weight for _, _, weight in made.pairs]
    return graph


def _values(found: Mapping[str, Mapping[str, float]], name: str) -> list[float]:
    return [figures[name] for figures in found.values()]


def _ours(made: Made, name: str) -> dict[str, Way]:
    def way(engine: Literal["networkx", "igraph"]) -> list[float]:
        return _values(measure_nodes(made.network, engine=engine, measures=[name]), name)

    return {f"ours, {engine}": partial(way, engine) for engine in _ENGINES}


def _pairs(made: Made) -> dict[str, Way]:
    """Make one pair of many ties; the peers by their own converters, which count no records."""

    def by_igraph() -> list[float]:
        return [float(igraph.Graph.from_networkx(made.network).as_undirected().ecount())]

    return {
        "ours, networkx": lambda: [float(simple_weighted(made.network).number_of_edges())],
        "ours, igraph": lambda: [float(wire_network(made.network).as_igraph.ecount())],
        "networkx": lambda: [float(nx.Graph(made.network).number_of_edges())],
        "igraph": by_igraph,
    }


def _pagerank(made: Made) -> dict[str, Way]:
    return _ours(made, "pagerank") | {
        "networkx": lambda: list(nx.pagerank(made.graph, tol=1e-9, max_iter=500).values()),
        "igraph": lambda: _igraph(made).pagerank(directed=False, weights="weight"),
    }


def _core(made: Made) -> dict[str, Way]:
    return _ours(made, "core") | {
        "networkx": lambda: list(nx.core_number(made.graph).values()),
        "igraph": lambda: _igraph(made).coreness(),
    }


def _betweenness(made: Made, *, exact: bool) -> dict[str, Way]:
    def way(engine: Literal["networkx", "igraph"]) -> list[float]:
        pivots = 0 if exact else len(made.starts)
        wiring = wire_network(made.network)
        return measure_betweenness(wiring, engine=engine, pivots=pivots).values

    ours = {f"ours, {engine}": partial(way, engine) for engine in _ENGINES}
    if exact:
        return ours | {
            "networkx": lambda: list(
                nx.betweenness_centrality(made.graph, normalized=False).values()
            ),
            "igraph": lambda: _igraph(made).betweenness(directed=False),
        }
    tied = sum(1 for _, degree in made.graph.degree() if degree)
    scale = tied / len(made.starts)
    return ours | {
        "networkx": lambda: list(
            nx.betweenness_centrality(
                made.graph, normalized=False, k=len(made.starts), seed=0
            ).values()
        ),
        "igraph": lambda: [
            scale * value
            for value in _igraph(made).betweenness(directed=False, sources=made.starts)
        ],
    }


def _communities(made: Made) -> dict[str, Way]:
    def leiden() -> list[int]:
        found = _igraph(made).community_leiden("modularity", weights="weight", n_iterations=-1)
        return list(found.membership)

    def louvain() -> list[int]:
        number = {
            node: place
            for place, group in enumerate(nx.community.louvain_communities(made.graph, seed=0))
            for node in group
        }
        return [number[node] for node in made.graph]

    ours = {
        f"ours, {engine}": partial(
            lambda engine: list(find_communities(made.network, engine=engine).values()), engine
        )
        for engine in _ENGINES
    }
    return ours | {"networkx": louvain, "igraph": leiden}


def _years(made: Made) -> dict[str, Way]:
    """Measure the possible network of each year: PageRank and core of all who are tied."""

    def ours(engine: Literal["networkx", "igraph"]) -> list[float]:
        found: list[float] = []
        for part in snapshots(made.network, FIRST, LAST):
            found += measure_pagerank(part.wiring, engine=engine)
            found += measure_cores(part.wiring, engine=engine)
        return found

    return {f"ours, {engine}": partial(ours, engine) for engine in _ENGINES} | {
        "networkx": lambda: _years_by_networkx(made),
        "igraph": lambda: _years_by_igraph(made),
    }


def _pairs_of_years(made: Made) -> Iterator[dict[tuple[str, str], set[str]]]:
    """Yield the pairs of each year with their records, as one writes it without us."""
    ties = [
        (one, other, tie["record"], tie.get("earliest_begin", ""), tie.get("latest_end", "9999"))
        for one, other, tie in made.network.edges(data=True)
        if "earliest_begin" in tie or "latest_end" in tie
    ]
    for year in range(FIRST, LAST + 1):
        pairs: dict[tuple[str, str], set[str]] = {}
        for one, other, record, begin, end in ties:
            if begin <= f"{year}-12-31" and end >= f"{year}-01-01":
                pairs.setdefault((one, other), set()).add(record)
        yield dict(sorted(pairs.items()))


def _years_by_networkx(made: Made) -> list[float]:
    found: list[float] = []
    for pairs in _pairs_of_years(made):
        graph = nx.Graph()
        graph.add_nodes_from(sorted({node for pair in pairs for node in pair}))
        graph.add_weighted_edges_from((*pair, len(records)) for pair, records in pairs.items())
        found += nx.pagerank(graph, tol=1e-9, max_iter=500).values()
        found += nx.core_number(graph).values()
    return found


def _years_by_igraph(made: Made) -> list[float]:
    found: list[float] = []
    for pairs in _pairs_of_years(made):
        nodes = sorted({node for pair in pairs for node in pair})
        number = {node: place for place, node in enumerate(nodes)}
        graph = igraph.Graph(len(nodes), [(number[one], number[other]) for one, other in pairs])
        weights = [len(records) for records in pairs.values()]
        found += graph.pagerank(directed=False, weights=weights)
        found += graph.coreness()
    return found


def _all(made: Made) -> dict[str, Way]:
    """Measure all five; no peer does, so the two engines are compared with each other."""
    pivots = 0 if len(made.graph) <= _EXACT else PIVOTS  # the same for both engines

    def way(engine: Literal["networkx", "igraph"]) -> list[float]:
        found = measure_nodes(made.network, engine=engine, pivots=pivots)
        return [value for figures in found.values() for value in figures.values()]

    return {f"ours, {engine}": partial(way, engine) for engine in _ENGINES}


def _agreed(subject: str, found: Mapping[str, Sequence[float]], made: Made) -> dict[str, int]:
    """Return for each way on how many figures it agrees with the aim."""
    if subject == "communities":
        return {name: round(1000 * _modularity(made, own)) for name, own in found.items()}
    aim = found["networkx" if "exact" in subject or "networkx" in found else "ours, networkx"]
    if subject.endswith("sources"):
        aim = found["ours, networkx"]
    most = max(map(abs, aim), default=1.0) or 1.0
    return {
        name: sum(
            abs(value - other) <= _CLOSE * most for value, other in zip(own, aim, strict=True)
        )
        for name, own in found.items()
    }


def _modularity(made: Made, numbers: Sequence[float]) -> float:
    groups: dict[float, set[str]] = {}
    for node, number in zip(made.graph, numbers, strict=True):
        groups.setdefault(number, set()).add(node)
    return float(nx.community.modularity(made.graph, groups.values()))
