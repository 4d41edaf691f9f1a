"""Cores: the deepest circle in which an actor has at least so many ties (Seidman 1983).

An actor is of core k when it belongs to a group in which each has k or more ties within the group,
and to none in which each has more. Worked out in one pass (Batagelj and Zaveršnik 2003).

>>> from coopgraph.network.measures.pairs import wire_pairs
>>> ties = [("a", "b", 1), ("a", "c", 1), ("b", "c", 1), ("c", "d", 1)]
>>> measure_cores(wire_pairs(("a", "b", "c", "d"), ties))
[2, 2, 2, 1]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopgraph.network.measures.engines import Engine, choose_engine

if TYPE_CHECKING:
    from coopgraph.network.measures.pairs import Wiring

__all__ = ["measure_cores"]


def measure_cores(wiring: Wiring, *, engine: Engine = "auto") -> list[int]:
    """Return the core of each node, by its number.

    Raises:
        MissingExtra: igraph was asked for and is not installed.
    """
    if choose_engine(engine, len(wiring.nodes)) == "igraph":
        return list(wiring.as_igraph.coreness())
    left = [len(others) for others in wiring.neighbours]
    waiting: list[list[int]] = [[] for _ in range(max(left, default=0) + 1)]
    for node, ties in enumerate(left):
        waiting[ties].append(node)
    cores = [-1] * len(left)
    level = 0
    while level < len(waiting):
        if not waiting[level]:
            level += 1
            continue
        node = waiting[level].pop()
        if cores[node] >= 0 or left[node] > level:
            continue  # it stands in a lower or in the right list too
        cores[node] = level
        for other in wiring.neighbours[node]:
            if cores[other] < 0 and left[other] > level:
                left[other] -= 1
                waiting[left[other]].append(other)
    return cores
