"""Betweenness: on how many shortest ways between two others an actor lies.

Ways are counted in steps, whatever the number of records behind a tie. Where two actors have
several shortest ways, each counts in part (Freeman 1977; algorithm of Brandes 2001).

- **All pairs**: the number of pairs, each once.
- **Between two groups** (`sources`, `targets`): only pairs with one end in each, as Flom, Friedman,
  Strauss and Neaigus (2004) count what links two networks: here, the two shores.

Up to `EXACT_STEPS` (starting points × tied pairs) the figure is exact. Above, it is estimated from
starting points drawn at random with a fixed seed (Brandes and Pich 2007), in ten batches: `errors`
holds the standard error of the estimate, taken from the differences between batches.

>>> from coopgraph.network.measures.pairs import wire_pairs
>>> path = wire_pairs(("a", "b", "c"), [("a", "b", 1), ("b", "c", 1)])
>>> measure_betweenness(path).values
[0.0, 1.0, 0.0]
"""

from __future__ import annotations

from math import sqrt
from random import Random
from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.network.measures.engines import Engine, Library, choose_engine

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from coopgraph.network.measures.pairs import Wiring

__all__ = ["EXACT_STEPS", "FEWEST_PIVOTS", "Betweenness", "measure_betweenness"]

EXACT_STEPS: Final[Mapping[Library, int]] = {"networkx": 5_000_000, "igraph": 200_000_000}
"""Up to so many starting points × tied pairs the figure is exact (about a second and a half)."""
FEWEST_PIVOTS: Final = 50
_BATCHES: Final = 10


class Betweenness(NamedTuple):
    """The figure of each node by its number, its standard error, and from how many starts.

    `exact` tells that every start was taken; then all errors are 0.
    """

    values: list[float]
    errors: list[float]
    pivots: int
    exact: bool


def measure_betweenness(
    wiring: Wiring,
    *,
    engine: Engine = "auto",
    sources: Collection[int] | None = None,
    targets: Collection[int] | None = None,
    pivots: int | None = None,
    seed: int = 0,
) -> Betweenness:
    """Return for each node the number of pairs of others between which it lies.

    `sources` and `targets` are two groups without common members, given together. `pivots` asks
    for an estimate from so many starting points, or for an exact figure where it is 0.

    Raises:
        MissingExtra: igraph was asked for and is not installed.
        ValueError: only one group was given, or the groups share a member.
    """
    if (sources is None) != (targets is None):
        raise ValueError("sources and targets are given together")
    if set(sources or ()) & set(targets or ()):
        raise ValueError("sources and targets share a member")
    library = choose_engine(engine, len(wiring.nodes))
    given = range(len(wiring.nodes)) if sources is None else sorted(sources)
    tied = {*wiring.ones, *wiring.others}
    starts = [node for node in given if node in tied]
    ends = None if targets is None else sorted(targets)
    # Without groups each pair is met from both its ends.
    share = 0.5 if ends is None else 1.0
    lie_between = _by_igraph(wiring, ends) if library == "igraph" else _by_hand(wiring, ends)
    wanted = _pivots(wiring, len(starts), library) if pivots is None else pivots
    if not wanted or wanted >= len(starts):
        values = [share * value for value in lie_between(starts)] if starts else []
        none = [0.0] * len(wiring.nodes)
        return Betweenness(values or none, none, len(starts), exact=True)
    return _estimated(lie_between, starts, wanted, share, seed)


def _pivots(wiring: Wiring, starts: int, library: Library) -> int:
    """Return how many starting points the time allows; 0 where it allows all."""
    pairs = max(1, wiring.pair_count)
    if starts * pairs <= EXACT_STEPS[library]:
        return 0
    return max(FEWEST_PIVOTS, EXACT_STEPS[library] // pairs)


def _estimated(
    lie_between: Callable[[Sequence[int]], list[float]],
    starts: list[int],
    wanted: int,
    share: float,
    seed: int,
) -> Betweenness:
    """Return the estimate from drawn starting points, and its standard error."""
    size = max(1, wanted // _BATCHES)
    count = min(_BATCHES, len(starts) // size)
    drawn = Random(seed).sample(starts, size * count)  # noqa: S311 — a sample, no secret
    scale = share * len(starts) / size
    batches = [lie_between(drawn[place * size : (place + 1) * size]) for place in range(count)]
    left_out = 1 - size * count / len(starts)
    values, errors = [], []
    for figures in zip(*batches, strict=True):
        mean = sum(figures) / count
        spread = sum((figure - mean) ** 2 for figure in figures) / max(1, count - 1)
        values.append(scale * mean)
        errors.append(scale * sqrt(spread / count * left_out))
    return Betweenness(values, errors, size * count, exact=False)


def _by_igraph(wiring: Wiring, ends: list[int] | None) -> Callable[[Sequence[int]], list[float]]:
    graph = wiring.as_igraph

    def lie_between(starts: Sequence[int]) -> list[float]:
        # igraph halves the sum of an undirected graph, groups or not
        found = graph.betweenness(directed=False, sources=list(starts), targets=ends)
        return [2 * value for value in found]

    return lie_between


def _by_hand(wiring: Wiring, ends: list[int] | None) -> Callable[[Sequence[int]], list[float]]:
    counting = None if ends is None else [0.0] * len(wiring.nodes)
    if counting is not None:
        for node in ends or ():
            counting[node] = 1.0

    def lie_between(starts: Sequence[int]) -> list[float]:
        total = [0.0] * len(wiring.nodes)
        steps = [-1] * len(wiring.nodes)
        for start in starts:
            _add_ways(wiring.neighbours, start, counting, total, steps)
        return total

    return lie_between


def _add_ways(
    neighbours: list[list[int]],
    start: int,
    counting: list[float] | None,
    total: list[float],
    steps: list[int],
) -> None:
    """Add to `total` the shortest ways from `start`; `steps` holds -1 everywhere, and does again.

    `counting` says with 1 and 0 which ends count; None: all of them.
    """
    steps[start] = 0
    ways = {start: 1}
    order = [start]
    before: dict[int, list[int]] = {start: []}
    for node in order:  # grows while it is walked
        farther = steps[node] + 1
        here = ways[node]
        for other in neighbours[node]:
            if steps[other] < 0:
                steps[other] = farther
                ways[other] = here
                before[other] = [node]
                order.append(other)
            elif steps[other] == farther:
                ways[other] += here
                before[other].append(node)
    behind = dict.fromkeys(order, 0.0)
    for node in reversed(order):
        steps[node] = -1
        if node != start:
            carried = behind[node]
            total[node] += carried
            share = (carried + (1.0 if counting is None else counting[node])) / ways[node]
            for other in before[node]:
                behind[other] += ways[other] * share
