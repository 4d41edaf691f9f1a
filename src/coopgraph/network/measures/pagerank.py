"""PageRank: how often a walk that follows ties at random comes by (Brin and Page 1998).

At each step the walk follows, with probability 0.85, one of the ties of the actor where it is,
heavier ones more often; else, and where there is no tie, it starts again anywhere. The shares of
all actors add up to 1. By plain repetition, so that the core needs no numpy.

>>> from coopgraph.network.measures.pairs import wire_pairs
>>> star = wire_pairs(("a", "b", "c"), [("a", "b", 1), ("a", "c", 1)])
>>> [round(share, 3) for share in measure_pagerank(star)]
[0.486, 0.257, 0.257]
"""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING, Final

from coopgraph.network.measures.engines import Engine, choose_engine

if TYPE_CHECKING:
    from coopgraph.network.measures.pairs import Wiring

__all__ = ["DAMPING", "measure_pagerank"]

DAMPING: Final = 0.85
_CLOSE: Final = 1e-10  # sum of all changes of a round, after which no figure shown changes
_ROUNDS: Final = 200  # 0.85 ** 200 is far below


def measure_pagerank(wiring: Wiring, *, engine: Engine = "auto") -> list[float]:
    """Return the share of each node, by its number.

    Raises:
        MissingExtra: igraph was asked for and is not installed.
    """
    count = len(wiring.nodes)
    if not count:
        return []
    if choose_engine(engine, count) == "igraph":
        graph = wiring.as_igraph
        return list(graph.pagerank(directed=False, damping=DAMPING, weights="weight"))
    strengths = [sum(weights) for weights in wiring.weights]
    rows = [
        list(zip(others, weights, strict=True))
        for others, weights in zip(wiring.neighbours, wiring.weights, strict=True)
    ]
    shares = [1 / count] * count
    for _ in range(_ROUNDS):
        leaving = [s / of if of else 0.0 for s, of in zip(shares, strengths, strict=True)]
        lost = fsum(s for s, of in zip(shares, strengths, strict=True) if not of)
        anywhere = (1 - DAMPING + DAMPING * lost) / count
        following = [
            anywhere + DAMPING * sum([leaving[other] * weight for other, weight in row])
            for row in rows
        ]
        change = fsum(abs(new - old) for new, old in zip(following, shares, strict=True))
        shares = following
        if change < _CLOSE:
            break
    return shares
