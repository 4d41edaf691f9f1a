"""Positions of one connected set of nodes: as far apart as their ties say, and none on another.

`spread` starts from distances to a few pivots, which already shows the large shape. Up to `EXACT`
nodes it then brings every pair as near as it can to the number of ties between the two (stress
majorisation): ties are about equally long, heavy ones shorter. Beyond, ties pull and nodes push
while the longest step allowed shrinks to nothing; near nodes push one by one, far ones as one
heavy node.

>>> spread(2, [(0, 1)], [1.0])
[(-0.5, 0.0), (0.5, 0.0)]

The same input gives the same bytes on every machine: positions come from + - * / and the square
root alone, which IEEE 754 defines to the last bit, in one fixed order, and sums are `math.fsum`
or plain loops. There is no angle, no chance and no power: the sine, `**` and `math.dist` differ
between C libraries, and `sum` between versions of Python.

What it does not do: it does not know names, components or the size of the page
(`coopgraph.network.layout`).
"""

from __future__ import annotations

from collections import deque
from math import fsum, sqrt
from operator import mul
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Points = list[tuple[float, float]]
    Neighbours = list[list[tuple[int, float]]]

__all__ = ["EXACT", "spread"]

EXACT: Final = 120
"""Up to this many nodes every pair counts; beyond, distant nodes count together."""

_PIVOTS: Final = 12
_SWEEPS: Final = 40
_SHIFT: Final = 0.05
_OUTERMOST: Final = 2.0  # start of a node, in times the spread of all
_SOFTENING: Final = 1e-4
_BUCKET: Final = 8
_FAR: Final = 0.8  # a group counts as one node from this many times its width away


def spread(count: int, ties: Sequence[tuple[int, int]], weights: Sequence[float]) -> Points:
    """Return one position a node, longest axis across, mean tie about 1 long, centred on 0.

    `ties` are pairs of node numbers below `count`, each pair once; heavier ties pull harder.
    """
    if count == 1:
        return [(0.0, 0.0)]
    if count == 2:
        return [(-0.5, 0.0), (0.5, 0.0)]
    neighbours: Neighbours = [[] for _ in range(count)]
    for (source, target), weight in zip(ties, weights, strict=True):
        neighbours[source].append((target, weight))
        neighbours[target].append((source, weight))
    xs, ys = _start(neighbours)
    if count <= EXACT:
        _match_distances(xs, ys, neighbours)
    else:
        _balance(xs, ys, ties, weights)
    return _turned(xs, ys)


def _start(neighbours: Neighbours) -> tuple[list[float], list[float]]:
    """Place nodes by their distances to pivots, each pivot as far as can be from those before."""
    count = len(neighbours)
    pivot = max(range(count), key=lambda node: (len(neighbours[node]), -node))
    nearest = [count] * count
    columns = []
    for _ in range(min(_PIVOTS, count)):
        columns.append(_distances(neighbours, pivot))
        nearest = [min(pair) for pair in zip(nearest, columns[-1], strict=True)]
        pivot = nearest.index(max(nearest))
    return _roomy(_principal_axes(columns))


def _roomy(points: Points) -> tuple[list[float], list[float]]:
    """Scale the start to the room that the nodes need, outliers drawn in."""
    count = len(points)
    size = sqrt(fsum(x * x + y * y for x, y in points) / (2 * count)) or 1.0
    # A graph of n nodes with ties of length 1 needs about this much room.
    scale = sqrt(count) / 2 / size
    most = _OUTERMOST * size
    # Twins would stay on one spot: shift each node by its place in an even, irregular sequence.
    return (
        [
            scale * min(max(x, -most), most) + _SHIFT * _shift(node, 0.618034)
            for node, (x, _) in enumerate(points)
        ],
        [
            scale * min(max(y, -most), most) + _SHIFT * _shift(node, 0.414214)
            for node, (_, y) in enumerate(points)
        ],
    )


def _shift(place: int, share: float) -> float:
    turned = place * share
    return turned - int(turned) - 0.5


def _distances(neighbours: Neighbours, start: int) -> list[int]:
    """Return the number of ties between each node and `start`."""
    distances = [-1] * len(neighbours)
    distances[start] = 0
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        farther = distances[node] + 1
        for other, _ in neighbours[node]:
            if distances[other] < 0:
                distances[other] = farther
                waiting.append(other)
    return [distance if distance >= 0 else len(neighbours) for distance in distances]


def _principal_axes(columns: Sequence[Sequence[int]]) -> Points:
    """Return each node's place along the two directions in which squared distances vary most."""
    count = len(columns[0])
    squared = [[value * value for value in column] for column in columns]
    rows = [sum(row) / len(columns) for row in zip(*squared, strict=True)]
    middle = fsum(rows) / count
    centred = []
    for column in squared:
        mean = sum(column) / count
        centred.append(
            [value - mean - row + middle for value, row in zip(column, rows, strict=True)]
        )
    products = [[_product(one, other) for other in centred] for one in centred]
    axes: list[list[float]] = []
    for _ in range(2):
        axis = [1.0 + place / len(columns) for place in range(len(columns))]
        for _ in range(60):
            axis = [_product(row, axis) for row in products]
            for earlier in axes:
                along = _product(axis, earlier)
                axis = [a - along * b for a, b in zip(axis, earlier, strict=True)]
            length = sqrt(_product(axis, axis)) or 1.0
            axis = [value / length for value in axis]
        axes.append(axis)
    rows_of_nodes = zip(*centred, strict=True)
    return [(_product(axes[0], row), _product(axes[1], row)) for row in rows_of_nodes]


def _product(one: Iterable[float], other: Iterable[float]) -> float:
    return fsum(map(mul, one, other))


def _match_distances(xs: list[float], ys: list[float], neighbours: Neighbours) -> None:
    """Move each node in turn to where all others want it, by the number of ties to them."""
    terms = []
    for node, near in enumerate(neighbours):
        wanted = [float(distance) for distance in _distances(neighbours, node)]
        for other, weight in near:
            wanted[other] = 1 / sqrt(weight)
        others = [
            (other, far, 1 / (far * far)) for other, far in enumerate(wanted) if other != node
        ]
        total = 0.0
        for _, _, weight in others:
            total += weight
        terms.append((others, total))
    for _ in range(_SWEEPS):
        for node, (others, total) in enumerate(terms):
            x, y = xs[node], ys[node]
            to_x = to_y = 0.0
            for other, far, weight in others:
                other_x, other_y = xs[other], ys[other]
                along, down = x - other_x, y - other_y
                ratio = far / sqrt(along * along + down * down + 1e-12)
                to_x += weight * (other_x + along * ratio)
                to_y += weight * (other_y + down * ratio)
            xs[node], ys[node] = to_x / total, to_y / total


def _balance(
    xs: list[float], ys: list[float], ties: Sequence[tuple[int, int]], weights: Sequence[float]
) -> None:
    """Let ties pull and nodes push, in shorter and shorter steps."""
    count = len(xs)
    iterations = max(60, min(120, 80_000 // count))
    # A slight pull to the middle keeps long branches on the page.
    gravity = 0.02 * sqrt(count)
    for turn in range(iterations):
        left = 1 - turn / iterations
        most = 0.6 * left * left + 0.01
        push_x, push_y = _push(xs, ys)
        for (source, target), weight in zip(ties, weights, strict=True):
            along, down = xs[target] - xs[source], ys[target] - ys[source]
            force = weight * sqrt(along * along + down * down)
            push_x[source] += along * force
            push_y[source] += down * force
            push_x[target] -= along * force
            push_y[target] -= down * force
        for node in range(count):
            along = push_x[node] - gravity * xs[node]
            down = push_y[node] - gravity * ys[node]
            length = sqrt(along * along + down * down)
            step = most / length if length > most else 1.0
            xs[node] += along * step
            ys[node] += down * step


class _Group(NamedTuple):
    """Nodes that lie together: their middle, their number, the square of their width."""

    x: float
    y: float
    mass: int
    width: float
    nodes: list[int]
    halves: tuple[_Group, ...]


def _grouped(nodes: list[int], xs: list[float], ys: list[float]) -> _Group:
    """Halve the nodes by their number, across the longer side, down to a few."""
    own_x, own_y = [xs[node] for node in nodes], [ys[node] for node in nodes]
    across, down = max(own_x) - min(own_x), max(own_y) - min(own_y)
    mass = len(nodes)
    middle = fsum(own_x) / mass, fsum(own_y) / mass
    halves: tuple[_Group, ...] = ()
    if mass > _BUCKET:
        nodes = sorted(nodes, key=(xs if across > down else ys).__getitem__)
        cut = mass // 2
        halves = _grouped(nodes[:cut], xs, ys), _grouped(nodes[cut:], xs, ys)
    side = max(across, down)
    return _Group(*middle, mass, side * side, nodes, halves)


def _push(xs: list[float], ys: list[float]) -> tuple[list[float], list[float]]:
    """Return for each node the push of all others: one over distance, away from each."""
    whole = _grouped(list(range(len(xs))), xs, ys)
    push_x, push_y = [0.0] * len(xs), [0.0] * len(xs)
    waiting = [whole]
    while waiting:
        group = waiting.pop()
        if group.halves:
            waiting += group.halves
            continue
        sources = _sources(group, whole, xs, ys)
        for node in group.nodes:
            x, y = xs[node], ys[node]
            total_x = total_y = 0.0
            for other_x, other_y, mass in sources:
                along, down = x - other_x, y - other_y
                strength = mass / (along * along + down * down + _SOFTENING)
                total_x += along * strength
                total_y += down * strength
            push_x[node], push_y[node] = total_x, total_y
    return push_x, push_y


def _sources(
    group: _Group, whole: _Group, xs: list[float], ys: list[float]
) -> list[tuple[float, float, int]]:
    """Return what pushes the nodes of `group`: near nodes one by one, far groups as one."""
    found: list[tuple[float, float, int]] = []
    waiting = [whole]
    while waiting:
        other = waiting.pop()
        along, down = group.x - other.x, group.y - other.y
        if (along * along + down * down) > _FAR * _FAR * (other.width + group.width):
            found.append((other.x, other.y, other.mass))
        elif other.halves:
            waiting += other.halves
        else:
            found += [(xs[node], ys[node], 1) for node in other.nodes]
    return found


def _turned(xs: list[float], ys: list[float]) -> Points:
    """Centre the points and turn them so that their longest axis lies across."""
    middle_x, middle_y = fsum(xs) / len(xs), fsum(ys) / len(ys)
    xs, ys = [x - middle_x for x in xs], [y - middle_y for y in ys]
    wider = _product(xs, xs) - _product(ys, ys)
    leaning = 2 * _product(xs, ys)
    # Half an angle without an angle: the bisector of the axis and the direction (wider, leaning).
    along, down = wider + sqrt(wider * wider + leaning * leaning), leaning
    length = sqrt(along * along + down * down)
    along, down = (
        (along / length, down / length) if length else (float(wider >= 0), float(wider < 0))
    )
    return [(x * along + y * down, y * along - x * down) for x, y in zip(xs, ys, strict=True)]
