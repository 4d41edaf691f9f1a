"""Measures period by period, each as a range: of the certain and of the possible network.

`measure_over_time` gives one row for each period and measure, of a network or of one actor;
`measure_actors_over_time` one for each actor, period and measure. The *certain* network of a period
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

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from coopgraph.network.measures.actors import NODE_MEASURES, measure_nodes, measure_wiring
from coopgraph.network.measures.communities import divide
from coopgraph.network.measures.pairs import Range
from coopgraph.network.measures.shape import SHAPE_MEASURES, shape_of
from coopgraph.network.measures.snapshots import Snapshot, snapshots

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    import networkx as nx

    from coopgraph.network.measures.engines import Engine
    from coopgraph.network.measures.pairs import Wiring
    from coopgraph.network.slices import Mode
    from coopgraph.network.steps import AnyStep

__all__ = [
    "ActorValue",
    "Division",
    "PeriodValue",
    "Snapshot",
    "communities_over_time",
    "measure_actors_over_time",
    "measure_over_time",
    "snapshots",
]

_Figures: TypeAlias = "Mapping[str, Mapping[str, float]]"  # of each actor, by measure
_NOTHING: Final[Mapping[str, float]] = MappingProxyType({})
_MODES: Final[tuple[Mode, Mode]] = ("certainly", "possibly")


class PeriodValue(NamedTuple):
    """One measure in one period (ISO days); None where the figure cannot be told."""

    first: str
    last: str
    measure: str
    certain: float | None
    possible: float | None


class ActorValue(NamedTuple):
    """One measure of one actor in one period (ISO days).

    `errors` are the standard errors of the figures of either network: 0 where they are exact.
    """

    first: str
    last: str
    actor: str
    measure: str
    certain: float
    possible: float
    errors: Range


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
    step: AnyStep = "year",
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


def measure_actors_over_time(
    network: nx.MultiDiGraph,
    first: date | int,
    last: date | int,
    *,
    step: AnyStep = "year",
    measures: Sequence[str] | None = None,
    top: int | None = None,
    by: str | None = None,
    growing: bool = False,
    engine: Engine = "auto",
    seed: int = 0,
) -> list[ActorValue]:
    """Return a row for each actor, period in which it is tied, and measure, in this order.

    Actors stand in the order of the greatest figure that each reaches in any period, by the
    measure `by` (the first of `measures` where it is left out): of the possible network, then of
    the certain one, then by name. `top` keeps the first so many. An actor that nothing ties in a
    period has no row in it: there all its figures are 0.

    Raises:
        MissingExtra: igraph was asked for and is not installed.
        ValueError: the period, the step or a measure does not exist.
    """
    wanted = list(NODE_MEASURES if measures is None else measures)
    ranking = by or next(iter(wanted), "")
    if unknown := sorted({*wanted, ranking} - set(NODE_MEASURES)):
        raise ValueError(f"measures are some of {NODE_MEASURES}, not {unknown}")
    asked = {*wanted, ranking}

    def figures(part: Snapshot) -> _Figures:
        return measure_nodes(part.wiring, engine=engine, measures=asked, seed=seed)

    both = [snapshots(network, first, last, step=step, growing=growing, mode=m) for m in _MODES]
    days: list[tuple[str, str]] = []
    found: list[tuple[_Figures, _Figures]] = []
    for certain, possible in zip(*both, strict=True):
        days.append((certain.first, certain.last))
        found.append((figures(certain), figures(possible)))
    kept = _strongest(found, ranking)[:top]
    return [
        _value(period, actor, name, *parts)
        for actor in kept
        for period, parts in zip(days, found, strict=True)
        if actor in parts[1]
        for name in wanted
    ]


def communities_over_time(
    network: nx.MultiDiGraph,
    first: date | int,
    last: date | int,
    *,
    step: AnyStep = "year",
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


def _strongest(found: Sequence[tuple[_Figures, _Figures]], measure: str) -> list[str]:
    """Return the actors, those first who reach the greatest figure in any period."""
    peaks: dict[str, tuple[float, float]] = {}
    for certain, possible in found:
        for actor, own in possible.items():
            # rounded: the last bits differ between engines, and equals go by their names
            reached = own[measure], certain.get(actor, _NOTHING).get(measure, 0.0)
            rounded = round(reached[0], 6), round(reached[1], 6)
            peaks[actor] = max(peaks.get(actor, rounded), rounded)
    return sorted(peaks, key=lambda actor: (-peaks[actor][0], -peaks[actor][1], actor))


def _value(
    period: tuple[str, str], actor: str, name: str, certain: _Figures, possible: _Figures
) -> ActorValue:
    low, high = (part.get(actor, _NOTHING) for part in (certain, possible))
    errors = Range(*(own.get(f"{name}_error", 0.0) for own in (low, high)))
    return ActorValue(*period, actor, name, low.get(name, 0.0), high[name], errors)


def _of_actor(
    wiring: Wiring, actor: str, wanted: Sequence[str], engine: Engine, seed: int
) -> dict[str, float]:
    if actor not in wiring.nodes:
        return dict.fromkeys(wanted, 0.0)
    place = wiring.nodes.index(actor)
    columns = measure_wiring(wiring, engine=engine, measures=wanted, seed=seed)
    return {name: values[place] for name, values in columns.items()}
