"""Measures period by period, each as a range: of the certain and of the possible network.

`measure_over_time` gives one row for each period and measure. The *certain* network of a period
holds what surely took place in it, the *possible* one all that may have; they are those of
`coopgraph.network.slices`. Counts grow from the certain to the possible network. Shares, such as
density or betweenness, need not: a tie more can make either figure the greater one, and a network
between the two may lie outside both.

>>> import networkx
>>> network = networkx.MultiDiGraph()
>>> days = {"earliest_begin": "2010-04-01", "latest_end": "2010-04-30"}
>>> _ = network.add_edge("dune", "oasis", record="visit", **days)
>>> measure_over_time(network, 2010, 2010, measures=["pairs"])
[PeriodValue(first='2010-01-01', last='2010-12-31', measure='pairs', certain=0.0, possible=1.0)]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.network.measures.actors import NODE_MEASURES, measure_wiring
from coopgraph.network.measures.communities import divide
from coopgraph.network.measures.shape import SHAPE_MEASURES, shape_of
from coopgraph.network.measures.snapshots import Snapshot, snapshots

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    import networkx as nx

    from coopgraph.network.measures.engines import Engine
    from coopgraph.network.measures.pairs import Wiring
    from coopgraph.network.slices import Mode, Step

__all__ = [
    "Division",
    "PeriodValue",
    "Snapshot",
    "communities_over_time",
    "measure_over_time",
    "snapshots",
]

_MODES: Final[tuple[Mode, Mode]] = ("certainly", "possibly")


class PeriodValue(NamedTuple):
    """One measure in one period (ISO days); None where the figure cannot be told."""

    first: str
    last: str
    measure: str
    certain: float | None
    possible: float | None


class Division(NamedTuple):
    """The communities of one period: the community of each node that is tied in it."""

    first: str
    last: str
    communities: dict[str, int]


def measure_over_time(
    network: nx.MultiDiGraph,
    first: date | int,
    last: date | int,
    *,
    step: Step = "year",
    measures: Sequence[str] | None = None,
    actor: str | None = None,
    growing: bool = False,
    engine: Engine = "auto",
    seed: int = 0,
) -> list[PeriodValue]:
    """Return a row for each period and measure.

    Periods are those of `coopgraph.network.slices.slices`. `measures` are some of
    `SHAPE_MEASURES`; with `actor`, of `NODE_MEASURES`, for that one node (0 in a period in which
    nothing ties it).

    Raises:
        MissingExtra: igraph was asked for and is not installed.
        ValueError: the period, the step, a measure or the actor does not exist.
    """
    if actor is not None and actor not in network:
        raise ValueError(f"there is no node {actor!r}")
    known: Sequence[str] = tuple(SHAPE_MEASURES) if actor is None else NODE_MEASURES
    wanted = list(known) if measures is None else list(measures)
    if unknown := sorted(set(wanted) - set(known)):
        raise ValueError(f"measures are some of {tuple(known)}, not {unknown}")
    sides = {node: str(side or "") for node, side in network.nodes(data="side")}

    def figures(part: Snapshot) -> Mapping[str, float | None]:
        if actor is not None:
            return _of_actor(part.wiring, actor, wanted, engine, seed)
        own = [sides[node] for node in part.wiring.nodes]
        return shape_of(part.wiring, own, part.records, measures=wanted, engine=engine, seed=seed)

    both = [snapshots(network, first, last, step=step, growing=growing, mode=m) for m in _MODES]
    rows: list[PeriodValue] = []
    for certain, possible in zip(*both, strict=True):
        low, high = figures(certain), figures(possible)
        days = certain.first, certain.last
        rows += [PeriodValue(*days, name, low[name], high[name]) for name in wanted]
    return rows


def communities_over_time(
    network: nx.MultiDiGraph,
    first: date | int,
    last: date | int,
    *,
    step: Step = "year",
    growing: bool = False,
    mode: Mode = "possibly",
    engine: Engine = "auto",
    seed: int = 0,
) -> list[Division]:
    """Return the communities of each period.

    `coopgraph.network.measures.histories.follow` matches them from period to period.

    Raises:
        MissingExtra: igraph was asked for and is not installed.
        ValueError: the period or the step does not exist.
    """
    found = []
    for part in snapshots(network, first, last, step=step, growing=growing, mode=mode):
        numbers = divide(part.wiring, seed=seed, engine=engine)
        communities = dict(zip(part.wiring.nodes, numbers, strict=True))
        found.append(Division(part.first, part.last, communities))
    return found


def _of_actor(
    wiring: Wiring, actor: str, wanted: Sequence[str], engine: Engine, seed: int
) -> dict[str, float]:
    if actor not in wiring.nodes:
        return dict.fromkeys(wanted, 0.0)
    place = wiring.nodes.index(actor)
    columns = measure_wiring(wiring, engine=engine, measures=wanted, seed=seed)
    return {name: values[place] for name, values in columns.items()}
