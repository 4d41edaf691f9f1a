"""The network on a day, in a period, or step by step: *possibly*, or *certainly*.

`at` and `between` return a new network with the ties that hold then and the nodes that they tie;
positions and attributes stay. Both ends of a period count, and one formula decides, that of
`coopgraph.dates`: possibly, unless it surely began after the period or surely ended before it;
certainly, if it had surely begun by its end and surely not ended before its beginning. `slices`
cuts steps of any length out of a network (`coopgraph.network.steps`), living or growing: a living
one holds what holds in the step, a growing one all that ever held until its last day.

A day may be given as a date, a year, or a text in EDTF or in words; a year is all of its days.

What is planned or under discussion may have come about: it is possible, never certain. What was
cancelled or not achieved did not take place, and is in no slice. Ties without any date are left out
unless `undated` asks for them, and are then possible only.

An agreement known by its signing alone runs, here, from the signing on, without an end; it is
certain until the last source that speaks of it (`coopgraph.network.terms`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

import networkx as nx

from coopgraph.network.moments import moment_of, period_of
from coopgraph.network.steps import periods

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopgraph.network.borne import NamesBorne
    from coopgraph.network.moments import When
    from coopgraph.network.steps import AnyStep

__all__ = [
    "Mode",
    "Slice",
    "at",
    "between",
    "certainly",
    "possibly",
    "slices",
    "steps_held",
]

Mode: TypeAlias = Literal["possibly", "certainly"]
_Edge: TypeAlias = tuple[str, str, str, "dict[str, Any]"]  # as networkx hands them out

_BOUNDS: Final = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
_NEVER: Final = frozenset({"cancelled", "not-achieved"})
_NOT_CERTAIN: Final = _NEVER | {"planned", "in-discussion"}
_LAST_DAY: Final = "9999-12-31"


def at(
    network: nx.MultiDiGraph,
    day: When,
    *,
    mode: Mode = "possibly",
    undated: bool = False,
    names: NamesBorne | None = None,
) -> nx.MultiDiGraph:
    """Return the network of one day, or of all days of a year, a month or a period.

    Raises:
        UsageError: a text is no date.
        ValueError: the mode is neither possibly nor certainly.
    """
    return between(network, *period_of(day), mode=mode, undated=undated, names=names)


def between(
    network: nx.MultiDiGraph,
    first: When | None,
    last: When | None,
    *,
    mode: Mode = "possibly",
    undated: bool = False,
    names: NamesBorne | None = None,
) -> nx.MultiDiGraph:
    """Return the network of the days from `first` to `last`; None leaves that side open.

    With `names`, an actor is called as it was then, where one name alone is possible.

    Raises:
        UsageError: a text is no date.
        ValueError: `last` lies before `first`, or the mode is neither possibly nor certainly.
    """
    begin, end = _first_day(first), _last_day(last)
    _check(begin, end, mode)
    holds = possibly if mode == "possibly" else certainly
    days = (begin.isoformat() if begin else "", end.isoformat() if end else "")
    kept = [
        (source, target, key, dict(tie))
        for source, target, key, tie in network.edges(keys=True, data=True)
        if holds(tie, *days) or (undated and mode == "possibly" and _is_undated(tie))
    ]
    return _part(network, kept, names, *days)


@dataclass(frozen=True, slots=True)
class Slice:
    """One step: its first and last day, and the ties that hold in it.

    Ties are those of the whole network, attributes and all, not copies: do not change them.
    """

    first: date
    last: date
    edges: tuple[_Edge, ...] = field(repr=False)
    whole: nx.MultiDiGraph = field(repr=False)
    names: NamesBorne | None = field(default=None, repr=False)

    @property
    def nodes(self) -> frozenset[str]:
        """The ids of the nodes that are tied in the step."""
        return frozenset(end for edge in self.edges for end in edge[:2])

    def network(self) -> nx.MultiDiGraph:
        """Return the network of the step, with the names borne then if they were asked for."""
        days = self.first.isoformat(), self.last.isoformat()
        return _part(self.whole, self.edges, self.names, *days)


def slices(
    network: nx.MultiDiGraph,
    first: When,
    last: When,
    *,
    step: AnyStep = "year",
    growing: bool = False,
    mode: Mode = "possibly",
    names: NamesBorne | None = None,
) -> Iterator[Slice]:
    """Yield the network step by step, from the step of `first` to that of `last`.

    A living network holds in each step the ties that hold then; a growing one also all those that
    held before, be it before the first step. Each tie is looked at once, however many steps there
    are. A step is a text ("quarter", "3 months", "10y") or a number of years.

    >>> network = nx.MultiDiGraph()
    >>> days = {"earliest_begin": "2010-04-01", "latest_end": "2011-06-30"}
    >>> _ = network.add_edge("dune", "oasis", key="visit", **days)
    >>> [len(part.edges) for part in slices(network, 2009, 2013)]
    [0, 1, 1, 0, 0]
    >>> [len(part.edges) for part in slices(network, 2009, 2013, growing=True)]
    [0, 1, 1, 1, 1]

    Raises:
        UsageError: a text is no date or leaves a side open, or the step is none.
        ValueError: `last` lies before `first`, or the mode is neither possibly nor certainly.
    """
    days_of_steps, spans = steps_held(network, first, last, step=step, growing=growing, mode=mode)
    starting: list[list[int]] = [[] for _ in range(len(days_of_steps) + 1)]
    ending: list[list[int]] = [[] for _ in range(len(days_of_steps) + 1)]
    edges = list(network.edges(keys=True, data=True))
    for place, held in enumerate(spans):
        if held is not None:
            starting[held[0]].append(place)
            ending[held[1]].append(place)
    living: dict[int, None] = {}
    for number, days in enumerate(days_of_steps):
        for place in ending[number]:
            del living[place]
        living |= dict.fromkeys(starting[number])
        kept = tuple(edges[place] for place in sorted(living))
        yield Slice(_day(days[0]), _day(days[1]), kept, network, names)


def steps_held(
    network: nx.MultiDiGraph,
    first: When,
    last: When,
    *,
    step: AnyStep = "year",
    growing: bool = False,
    mode: Mode = "possibly",
) -> tuple[list[tuple[str, str]], list[tuple[int, int] | None]]:
    """Return the first and last day of each step, and in which steps each tie holds.

    Ties stand in the order of the edges of the network, each with its first step and the one after
    its last; None is a tie that no step holds. The steps are those of `slices`.

    Raises:
        UsageError: a text is no date or leaves a side open, or the step is none.
        ValueError: `last` lies before `first`, or the mode is neither possibly nor certainly.
    """
    begin, end = _day(moment_of(first).first), _day(moment_of(last).last)
    _check(begin, end, mode)
    found = [(one.isoformat(), other.isoformat()) for one, other in periods(begin, end, step)]
    begins, ends = [days[0] for days in found], [days[1] for days in found]
    spans = [
        _steps_of(tie, begins, ends, mode, growing)
        for _, row in network.adjacency()
        for ties in row.values()
        for tie in ties.values()
    ]
    return found, spans


def possibly(tie: Mapping[str, object], first: str, last: str) -> bool:
    """Tell whether a tie may hold on some day of the period (ISO days; "" leaves a side open).

    >>> possibly({"earliest_begin": "2010-04-01"}, "2015-01-01", "2015-12-31")
    True
    """
    span = _span(tie, "possibly")
    return span is not None and not (last and span[0] > last) and span[1] >= first


def certainly(tie: Mapping[str, object], first: str, last: str) -> bool:
    """Tell whether a tie surely holds on some day of the period.

    >>> certainly({"latest_begin": "2010-04-30", "earliest_end": "2010-04-01"}, "2010-04-02", "")
    False
    """
    span = _span(tie, "certainly")
    return span is not None and not (last and span[0] > last) and span[1] >= first


def _span(tie: Mapping[str, object], mode: Mode) -> tuple[str, str] | None:
    """Return the two days that decide, None where the tie is in no slice."""
    doubts = _doubts(tie)
    if mode == "certainly":
        begin, end = str(tie.get("latest_begin", "")), str(tie.get("earliest_end", ""))
        return (begin, end) if begin and end and not doubts & _NOT_CERTAIN else None
    if doubts & _NEVER or all(name not in tie for name in _BOUNDS):
        return None
    return str(tie.get("earliest_begin", "")), str(tie.get("latest_end", "")) or _LAST_DAY


def _steps_of(
    tie: Mapping[str, object],
    begins: Sequence[str],
    ends: Sequence[str],
    mode: Mode,
    growing: bool,
) -> tuple[int, int] | None:
    """Return the first step in which a tie holds and the one after the last, None for none."""
    span = _span(tie, mode)
    if span is None:
        return None
    # A step holds the tie if it ends on or after the begin, and begins on or before the end; a
    # growing network keeps it from then on, also what ended before the first step.
    found = bisect_left(ends, span[0]), len(begins) if growing else bisect_right(begins, span[1])
    return found if found[0] < found[1] else None


def _part(
    network: nx.MultiDiGraph, kept: Sequence[_Edge], names: NamesBorne | None, *days: str
) -> nx.MultiDiGraph:
    tied = {node for edge in kept for node in edge[:2]}
    part = nx.MultiDiGraph(**network.graph)
    part.add_nodes_from(
        (node, _called(node, data, names, *days))
        for node, data in network.nodes(data=True)
        if node in tied
    )
    part.add_edges_from(kept)
    return part


def _called(
    node: str, data: Mapping[str, object], names: NamesBorne | None, *days: str
) -> dict[str, object]:
    borne = names.at(node, *days) if names else None
    return {**data, "label_fr": borne, "label_en": borne} if borne else dict(data)


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _first_day(when: When | None) -> date | None:
    return when if when is None or isinstance(when, date) else period_of(when)[0]


def _last_day(when: When | None) -> date | None:
    return when if when is None or isinstance(when, date) else period_of(when)[1]


def _check(first: date | None, last: date | None, mode: str) -> None:
    if first and last and last < first:
        raise ValueError(f"the period ends ({last}) before it begins ({first})")
    if mode not in ("possibly", "certainly"):
        raise ValueError(f"the mode is possibly or certainly, not {mode!r}")


def _doubts(tie: Mapping[str, object]) -> frozenset[str]:
    return frozenset(str(tie.get("doubts", "")).split())


def _is_undated(tie: Mapping[str, object]) -> bool:
    return all(name not in tie for name in _BOUNDS) and not _doubts(tie) & _NEVER
