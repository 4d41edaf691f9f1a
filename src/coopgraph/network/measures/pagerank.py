"""PageRank: how often a walk that follows ties at random comes by (Brin and Page 1998).

At each step the walk follows, with probability 0.85, one of the ties of the actor where it is,
heavier ones more often; else, and where there is no tie, it starts again anywhere. The shares of
all actors add up to 1. All shares together are off by less than 0.000000001.

As ties work both ways, the shares solve a symmetric system of equations, which takes fewer rounds
than to let the walk run: actors with few ties are eliminated one by one, the rest is left to
conjugate gradients (Hestenes and Stiefel 1952). In plain Python, so that the core needs no numpy.

>>> from coopgraph.network.measures.pairs import wire_pairs
>>> star = wire_pairs(("a", "b", "c"), [("a", "b", 1), ("a", "c", 1)])
>>> [round(share, 3) for share in measure_pagerank(star)]
[0.486, 0.257, 0.257]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import accumulate, chain, repeat
from math import sqrt
from operator import itemgetter, mul, sub
from typing import TYPE_CHECKING, Final, TypeAlias

from coopgraph.network.measures.engines import Engine, choose_engine, igraph_seeded

if TYPE_CHECKING:
    from coopgraph.network.measures.pairs import Wiring

__all__ = ["DAMPING", "measure_pagerank"]

DAMPING: Final = 0.85
_CLOSE: Final = 1.5e-10  # what the equations may miss in sum; the shares then miss 1e-9 at most
_CLOSE_BY_IGRAPH: Final = 1e-11  # its default, the last bit, takes a third longer
_ROUNDS: Final = 200  # each gains a digit or so; forty are many
_FEW: Final = 5  # ties, up to which an actor is eliminated: more would tie too many others

_Product: TypeAlias = Callable[[list[float]], Iterable[float]]


def measure_pagerank(wiring: Wiring, *, engine: Engine = "auto") -> list[float]:
    """Return the share of each node, by its number.

    Raises:
        MissingExtra: igraph was asked for and is not installed.
    """
    count = len(wiring.nodes)
    if not count:
        return []
    if choose_engine(engine, count) == "igraph" and wiring.pair_count:
        return _by_igraph(wiring)
    tied = sum(1 for others in wiring.neighbours if others)
    # Who has no tie is met only by starting again; of those who have, each step keeps 0.85.
    chance = 1 / (count - tied + tied / (1 - DAMPING))
    equations = _Equations(wiring, chance)
    equations.eliminate()
    visits = equations.solve()
    # Digits behind the fifteenth are chance: two who have only each other have 0.5 each.
    return [
        round(strength * visit if strength else chance, 15)
        for strength, visit in zip(equations.strengths, visits, strict=True)
    ]


def _by_igraph(wiring: Wiring) -> list[float]:
    """Return the shares by ARPACK, which starts near the degrees, off by a little chance.

    PRPACK, which igraph takes if not told otherwise, waits in threads: on a busy machine it takes
    up to a hundred times longer.
    """
    import igraph

    options = igraph.ARPACKOptions()
    options.tol = _CLOSE_BY_IGRAPH
    with igraph_seeded():
        return list(
            wiring.as_igraph.pagerank(
                directed=False,
                damping=DAMPING,
                weights="weight",
                implementation="arpack",
                arpack_options=options,
            )
        )


class _Equations:
    """For each node: own × visits - 0.85 × (sum of weight × visits of each other) = given.

    `visits` are shares per tie. What is eliminated is gone from the rows of those who remain.
    """

    def __init__(self, wiring: Wiring, chance: float) -> None:
        """Write down the equations of a walk that starts at each node with this chance."""
        self.strengths = [sum(weights) for weights in wiring.weights]
        self.own = [float(strength) for strength in self.strengths]
        self.given = [chance] * len(self.own)
        self.rows: list[dict[int, float]] = [
            dict(zip(others, weights, strict=True))
            for others, weights in zip(wiring.neighbours, wiring.weights, strict=True)
        ]
        self.eliminated: dict[int, None] = {}

    def eliminate(self) -> None:
        """Take out, one after the other, all who are tied to few: their others take over.

        Each row stays as it must be for `solve`: `own` is at least the sum of its weights.
        """
        rows, own, given = self.rows, self.own, self.given
        waiting = [node for node, row in enumerate(rows) if len(row) <= _FEW]
        while waiting:
            node = waiting.pop()
            row = rows[node]
            if node in self.eliminated or len(row) > _FEW:
                continue
            self.eliminated[node] = None
            for other, weight in row.items():
                passed = DAMPING * weight / own[node]
                given[other] += passed * given[node]
                own[other] -= passed * DAMPING * weight
                theirs = rows[other]
                del theirs[node]
                for third, further in row.items():
                    if third != other:
                        theirs[third] = theirs.get(third, 0.0) + passed * further
                if len(theirs) <= _FEW:
                    waiting.append(other)

    def solve(self) -> list[float]:
        """Return the visits of all: first of those who are left, then of the eliminated."""
        visits = [0.0] * len(self.own)
        left = [node for node in range(len(self.own)) if node not in self.eliminated]
        if left:
            for node, value in zip(left, self._conjugate(left), strict=True):
                visits[node] = value
        for node in reversed(self.eliminated):
            if self.own[node]:
                coming = sum([visits[one] * weight for one, weight in self.rows[node].items()])
                visits[node] = (self.given[node] + DAMPING * coming) / self.own[node]
        return visits

    def _conjugate(self, left: list[int]) -> list[float]:
        """Return the visits of those who are left, by conjugate gradients.

        Values are multiplied, equations divided by the root of `own`, so that each has 1 of itself.
        """
        own = [self.own[node] for node in left]
        roots = [sqrt(value) for value in own]
        product = self._product(left, roots)
        leaving = sum(own) - DAMPING * sum(sum(self.rows[node].values()) for node in left)
        even = sum(self.given[node] for node in left) / leaving
        values = [even * root for root in roots]
        given = [self.given[node] / root for node, root in zip(left, roots, strict=True)]
        missing = list(map(sub, given, product(values)))
        squares = sum(map(mul, missing, missing))
        way = missing
        # By Cauchy and Schwarz the sum of what the equations miss is then below `_CLOSE`.
        enough = _CLOSE * _CLOSE / sum(own)
        for _ in range(_ROUNDS):
            if squares <= enough:
                break
            moved = list(product(way))
            far = squares / sum(map(mul, way, moved))
            values = [value + far * by for value, by in zip(values, way, strict=True)]
            missing = [value - far * by for value, by in zip(missing, moved, strict=True)]
            before, squares = squares, sum(map(mul, missing, missing))
            turn = squares / before
            way = [value + turn * by for value, by in zip(missing, way, strict=True)]
        return [value / root for value, root in zip(values, roots, strict=True)]

    def _product(self, left: list[int], roots: list[float]) -> _Product:
        """Return what multiplies the equations with values.

        All rows lie in one line, so that loops within Python's own functions pass over it; the sum
        of a row is the difference of two running sums.
        """
        place = dict(zip(left, range(len(left)), strict=True))
        rows = [self.rows[node] for node in left]
        others = [place[other] for other in chain.from_iterable(rows)]
        rooted = chain.from_iterable(
            repeat(root, len(row)) for row, root in zip(rows, roots, strict=True)
        )
        weights = [
            DAMPING * weight / (root * roots[other])
            for weight, root, other in zip(
                chain.from_iterable(row.values() for row in rows), rooted, others, strict=True
            )
        ]
        at_others = itemgetter(*others)
        at_ends = itemgetter(0, *accumulate(map(len, rows)))

        def multiply(values: list[float]) -> Iterable[float]:
            sums = at_ends(list(accumulate(map(mul, weights, at_others(values)), initial=0.0)))
            return map(sub, values, map(sub, sums[1:], sums))

        return multiply
