"""The tasks of the fifth workload: measures of a network of actors.

The tables of `tests.benchmarks.generate` become a graph and a network, which is not timed. Like is
measured with like:

- **pairs of the network**, **60 years**, **all of measure_nodes**: from the network, whose pairs
  have many ties; the peers count records in plain loops, as one writes them without us;
- **single measures**: from counted pairs. Ours and igraph start from the list of them, and make of
  it what they walk within their time; networkx has its graph ready.

All figures are compared with those of networkx before times are: ``found`` is the number of
figures on which a way agrees (to 0.000001; for communities, the modularity in thousandths, Leiden
with as many rounds as ours). Sampled betweenness has no common aim, for networkx draws other
starting points: there ours are compared with each other and with igraph.

Every way runs in turn, `repeat` times; one whose first run takes over `ONCE` seconds of CPU runs
once, and the report says so. Progress goes to standard error.
"""

from __future__ import annotations

import gc
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import igraph
import networkx as nx
from tests.benchmarks.generate import write_tables
from tests.benchmarks.runs import Run, measure

from coopgraph.graph import build_graph
from coopgraph.network.measures.actors import measure_nodes
from coopgraph.network.measures.betweenness import measure_betweenness
from coopgraph.network.measures.communities import ROUNDS_ABOVE, STABLE_UP_TO, divide
from coopgraph.network.measures.cores import measure_cores
from coopgraph.network.measures.engines import Library
from coopgraph.network.measures.pagerank import measure_pagerank
from coopgraph.network.measures.pairs import (
    Wiring,
    records_of,
    simple_weighted,
    wire,
    wire_network,
    wire_numbers,
)
from coopgraph.network.measures.periods import snapshots
from coopgraph.network.project import project_actors
from coopgraph.shipped import shipped_folder

__all__ = ["ONCE", "measures"]

FIRST, LAST = 1965, 2024
PIVOTS = 100
ONCE = 5.0
_CLOSE = 1e-6
_EXACT = 3_000  # actors, up to which all starting points are taken
_ENGINES: tuple[Library, ...] = ("networkx", "igraph")

Way = Callable[[], Any]  # each library has its own kind of answer


class Made(NamedTuple):
    """One network, and what the peers start from."""

    network: Any  # networkx comes without types
    graph: Any
    pairs: list[tuple[int, int, int]]
    starts: list[int]


def measures(actors: int, repeat: int) -> Iterator[Run]:
    """Measure in turn; yield the runs of each measure as ``subject|way``."""
    _say(f"measures, {actors} actors: making the network")
    made = _made(actors)
    exact = actors <= _EXACT
    subjects: dict[str, Mapping[str, Way]] = {
        "pairs of the network": _pairs(made),
        "PageRank": _pagerank(made),
        "core": _core(made),
        "communities": _communities(made),
        "betweenness, exact" if exact else f"betweenness, {PIVOTS} sources": (
            _betweenness(made, exact=exact)
        ),
        f"{LAST - FIRST + 1} years, PageRank and core": _years(made),
        "all of measure_nodes": _all(made),
    }
    for subject, ways in subjects.items():
        first, answers = {}, {}
        for name, way in ways.items():
            first[name], answers[name] = _measured(f"{subject}|{name}", way)
            _say(f"measures, {actors} actors: {subject}, {name}: {first[name].cpu:.2f} s")
        agreed = _agreed(subject, answers, made)
        runs = list(first.items())
        for _ in range(repeat - 1):
            runs += [
                (name, _measured(f"{subject}|{name}", way)[0])
                for name, way in ways.items()
                if first[name].cpu <= ONCE
            ]
        yield from (run._replace(found=agreed[name]) for name, run in runs)


def _measured(name: str, way: Way) -> tuple[Run, Any]:
    gc.collect()  # what the run before left behind is not its business
    return measure(name, way)


def _made(actors: int) -> Made:
    with TemporaryDirectory() as folder:
        tables, ontology = Path(folder, "tables"), Path(folder, "ontology")
        write_tables(tables, events=5 * actors)
        ontology.mkdir()
        for name in ("coopgraph.ttl", "kinds.ttl"):  # derived ties make no network: left out
            shutil.copy(shipped_folder("ontology") / name, ontology / name)
        network = project_actors(build_graph(tables, ontology=ontology).store)
    graph = simple_weighted(network)
    wiring = wire(graph)
    tied = [node for node, others in enumerate(wiring.neighbours) if others]
    size = min(PIVOTS, len(tied)) // 10 * 10
    # those that ours draws
    starts = Random(0).sample(tied, size)  # noqa: S311 — a sample, no secret
    nx.pagerank(nx.path_graph(2))  # imports scipy
    return Made(network, graph, list(wiring.pairs()), starts)


def _wired(made: Made) -> Wiring:
    return wire_numbers(tuple(made.graph), made.pairs)


def _igraph(made: Made) -> Any:  # igraph comes without types
    graph = igraph.Graph(len(made.graph), [(one, other) for one, other, _ in made.pairs])
    graph.es["weight"] = [weight for _, _, weight in made.pairs]
    return graph


def _ours(measured: Callable[[Library], Any]) -> dict[str, Way]:
    return {f"ours, {engine}": partial(measured, engine) for engine in _ENGINES}


def _pairs(made: Made) -> dict[str, Way]:
    """Make one pair of many ties, weighed by its records."""

    def plainly() -> dict[tuple[str, str], int]:
        found: dict[tuple[str, str], set[str]] = {}
        for one, other, tie in made.network.edges(data=True):
            pair = (one, other) if one < other else (other, one)
            found.setdefault(pair, set()).update(records_of(tie))
        return {pair: len(found[pair]) for pair in sorted(found)}

    def by_networkx() -> list[float]:
        graph = nx.Graph()
        graph.add_nodes_from(sorted(made.network))
        graph.add_weighted_edges_from((*pair, count) for pair, count in plainly().items())
        return [float(graph.number_of_edges()), float(graph.size("weight"))]

    def by_igraph() -> list[float]:
        number = {node: place for place, node in enumerate(sorted(made.network))}
        pairs = plainly()
        graph = igraph.Graph(len(number), [(number[one], number[two]) for one, two in pairs])
        graph.es["weight"] = list(pairs.values())
        return [float(graph.ecount()), float(sum(graph.es["weight"]))]

    def ours_by_networkx() -> list[float]:
        graph = simple_weighted(made.network)
        return [float(graph.number_of_edges()), float(graph.size("weight"))]

    def ours_by_igraph() -> list[float]:
        graph = wire_network(made.network).as_igraph
        return [float(graph.ecount()), float(sum(graph.es["weight"]))]

    return {
        "ours, networkx": ours_by_networkx,
        "ours, igraph": ours_by_igraph,
        "networkx": by_networkx,
        "igraph": by_igraph,
    }


def _pagerank(made: Made) -> dict[str, Way]:
    exact = 1e-9 / len(made.graph)  # networkx stops at so much a node: in sum what ours promises
    return _ours(lambda engine: measure_pagerank(_wired(made), engine=engine)) | {
        "networkx": lambda: list(nx.pagerank(made.graph, tol=exact, max_iter=500).values()),
        "igraph": lambda: _igraph(made).pagerank(directed=False, weights="weight"),
    }


def _core(made: Made) -> dict[str, Way]:
    return _ours(lambda engine: measure_cores(_wired(made), engine=engine)) | {
        "networkx": lambda: list(nx.core_number(made.graph).values()),
        "igraph": lambda: _igraph(made).coreness(),
    }


def _betweenness(made: Made, *, exact: bool) -> dict[str, Way]:
    def way(engine: Library) -> list[float]:
        pivots = 0 if exact else len(made.starts)
        return measure_betweenness(_wired(made), engine=engine, pivots=pivots).values

    ours = _ours(way)
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
    rounds = -1 if len(made.pairs) <= STABLE_UP_TO else ROUNDS_ABOVE

    def leiden() -> list[int]:
        found = _igraph(made).community_leiden("modularity", weights="weight", n_iterations=rounds)
        return list(found.membership)

    def louvain() -> list[int]:
        number = {
            node: place
            for place, group in enumerate(nx.community.louvain_communities(made.graph, seed=0))
            for node in group
        }
        return [number[node] for node in made.graph]

    ours = _ours(lambda engine: divide(_wired(made), engine=engine))
    return ours | {"networkx": louvain, "igraph": leiden}


def _years(made: Made) -> dict[str, Way]:
    """Measure the possible network of each year: PageRank and core of all who are tied."""

    def ours(engine: Library) -> list[float]:
        found: list[float] = []
        for part in snapshots(made.network, FIRST, LAST):
            found += measure_pagerank(part.wiring, engine=engine)
            found += measure_cores(part.wiring, engine=engine)
        return found

    return _ours(ours) | {
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
        first, last = f"{year}-01-01", f"{year}-12-31"
        for one, other, record, begin, end in ties:
            if begin <= last and end >= first:
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

    def way(engine: Library) -> list[float]:
        found = measure_nodes(made.network, engine=engine, pivots=pivots)
        return [value for figures in found.values() for value in figures.values()]

    return _ours(way)


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
    return float(_igraph(made).modularity([int(number) for number in numbers], weights="weight"))


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
