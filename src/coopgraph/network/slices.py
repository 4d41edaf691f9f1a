"""The network on a day or in a period: *possibly*, or *certainly*.

`at` and `between` return a new network with the ties that hold then and the actors that they tie;
positions and attributes stay. Both ends of a period count, and one formula decides, that of
`coopgraph.dates`: possibly, unless it surely began after the period or surely ended before it;
certainly, if it had surely begun by its end and surely not ended before its beginning.

What is planned may have come about: it is possible, never certain. What was cancelled did not take
place, and is in no slice. Ties without any date are left out unless `undated` asks for them, and
are then possible only.

An agreement known by its signing alone runs, here, from the signing on, without an end; it is
certain until the last source that speaks of it (`coopgraph.network.terms`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

__all__ = ["Mode", "at", "between", "certainly", "possibly"]

Mode: TypeAlias = Literal["possibly", "certainly"]

_BOUNDS: Final = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")


def at(
    network: nx.MultiDiGraph, day: date, *, mode: Mode = "possibly", undated: bool = False
) -> nx.MultiDiGraph:
    """Return the network of one day."""
    return between(network, day, day, mode=mode, undated=undated)


def between(
    network: nx.MultiDiGraph,
    first: date | None,
    last: date | None,
    *,
    mode: Mode = "possibly",
    undated: bool = False,
) -> nx.MultiDiGraph:
    """Return the network of the days from `first` to `last`; None leaves that side open.

    Raises:
        ValueError: `last` lies before `first`, or the mode is neither possibly nor certainly.
    """
    if first and last and last < first:
        raise ValueError(f"the period ends ({last}) before it begins ({first})")
    if mode not in ("possibly", "certainly"):
        raise ValueError(f"the mode is possibly or certainly, not {mode!r}")
    holds = possibly if mode == "possibly" else certainly
    days = (first.isoformat() if first else "", last.isoformat() if last else "")
    kept = [
        (source, target, key, tie)
        for source, target, key, tie in network.edges(keys=True, data=True)
        if holds(tie, *days) or (undated and mode == "possibly" and _is_undated(tie))
    ]
    tied = {actor for source, target, _, _ in kept for actor in (source, target)}
    part = nx.MultiDiGraph(**network.graph)
    part.add_nodes_from(
        (actor, dict(data)) for actor, data in network.nodes(data=True) if actor in tied
    )
    part.add_edges_from((source, target, key, dict(tie)) for source, target, key, tie in kept)
    return part


def possibly(tie: Mapping[str, object], first: str, last: str) -> bool:
    """Tell whether a tie may hold on some day of the period (ISO days; "" leaves a side open).

    >>> possibly({"earliest_begin": "2010-04-01"}, "2015-01-01", "2015-12-31")
    True
    """
    if "cancelled" in _doubts(tie) or all(name not in tie for name in _BOUNDS):
        return False
    begin, end = str(tie.get("earliest_begin", "")), str(tie.get("latest_end", ""))
    return not (last and begin > last) and not (end and end < first)


def certainly(tie: Mapping[str, object], first: str, last: str) -> bool:
    """Tell whether a tie surely holds on some day of the period.

    >>> certainly({"latest_begin": "2010-04-30", "earliest_end": "2010-04-01"}, "2010-04-02", "")
    False
    """
    if _doubts(tie) & {"cancelled", "planned"}:
        return False
    begin, end = str(tie.get("latest_begin", "")), str(tie.get("earliest_end", ""))
    return bool(begin and end) and not (last and begin > last) and end >= first


def _doubts(tie: Mapping[str, object]) -> set[str]:
    return set(str(tie.get("doubts", "")).split())


def _is_undated(tie: Mapping[str, object]) -> bool:
    return all(name not in tie for name in _BOUNDS) and "cancelled" not in _doubts(tie)
