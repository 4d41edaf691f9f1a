"""Positions of one connected set of nodes: springs along the ties, repulsion between all nodes.

`spread` starts from distances to a few pivots (which already shows the large shape), then lets
ties pull and nodes push while the largest step allowed shrinks to nothing. Up to `EXACT` nodes
every pair repels; beyond, near nodes repel one by one and far ones bucket by bucket, so that the
time grows with n to the power 1.5. Nothing is drawn at random but a tiny seeded shift of twins, and
no linear-algebra library is called: the same input gives the same positions on one kind of machine.

>>> spread(2, [(0, 1)], [1.0]).round(2).tolist()
[[-0.5, 0.0], [0.5, 0.0]]

What it does not do: it does not know names, components or the size of the page
(`coopgraph.network.layout`).
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Array = NDArray[np.float64]
    Indices = NDArray[np.int64]

__all__ = ["EXACT", "spread"]

EXACT: Final = 1_000
"""Up to this many nodes every pair of nodes repels; beyond, far nodes repel as buckets."""

_PIVOTS: Final = 12
_SOFTENING: Final = 1e-4


def spread(
    count: int, ties: Sequence[tuple[int, int]], weights: Sequence[float], *, seed: int = 1
) -> Array:
    """Return one position a node, longest axis across, mean tie about 1 long, centred on 0.

    `ties` are pairs of node numbers below `count`, each pair once; heavier ties pull harder.
    """
    if count == 1:
        return np.zeros((1, 2))
    if count == 2:
        return np.array([[-0.5, 0.0], [0.5, 0.0]])
    pairs = np.array(ties, dtype=np.int64).reshape(-1, 2)
    pull = np.array(weights, dtype=np.float64)
    points = _start(count, ties, seed)
    iterations = int(np.clip(150_000 / count, 100, 400))
    for step in np.linspace(1.0, 0.0, iterations, endpoint=False):
        points = points + _limited(_forces(points, pairs, pull), 0.6 * step * step + 0.01)
    return _turned(points)


def _start(count: int, ties: Sequence[tuple[int, int]], seed: int) -> Array:
    """Place nodes by their distances to pivots, each pivot as far as can be from those before."""
    neighbours: list[list[int]] = [[] for _ in range(count)]
    for source, target in ties:
        neighbours[source].append(target)
        neighbours[target].append(source)
    pivot = max(range(count), key=lambda node: (len(neighbours[node]), -node))
    nearest = np.full(count, np.inf)
    columns = []
    for _ in range(min(_PIVOTS, count)):
        distances = _distances(neighbours, pivot)
        columns.append(distances)
        nearest = np.minimum(nearest, distances)
        pivot = int(np.argmax(nearest))
    points = _principal_axes(np.column_stack(columns))
    generator = np.random.default_rng(seed)
    return points + 0.3 * (generator.random((count, 2)) - 0.5)


def _distances(neighbours: list[list[int]], start: int) -> Array:
    """Return the number of ties between each node and `start`."""
    distances = np.full(len(neighbours), np.inf)
    distances[start] = 0
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        for other in neighbours[node]:
            if distances[other] == np.inf:
                distances[other] = distances[node] + 1
                waiting.append(other)
    return np.where(np.isinf(distances), len(neighbours), distances)


def _principal_axes(distances: Array) -> Array:
    """Return the two directions in which squared distances vary most, scaled to distances."""
    squared = distances**2
    centred = squared - squared.mean(axis=0) - squared.mean(axis=1, keepdims=True) + squared.mean()
    products = np.einsum("ni,nj->ij", centred, centred)
    axes: list[Array] = []
    for _ in range(2):
        axis = np.linspace(1.0, 2.0, len(products))
        for _ in range(60):
            axis = np.einsum("ij,j->i", products, axis)
            for earlier in axes:
                axis = axis - earlier * np.sum(axis * earlier)
            axis = axis / (np.sqrt(np.sum(axis**2)) or 1.0)
        axes.append(axis)
    points = np.einsum("ni,ai->na", centred, np.array(axes))
    size = np.sqrt(np.mean(points**2)) or 1.0
    # A graph of n nodes with ties of length 1 needs about this much room.
    return np.asarray(points / size * np.sqrt(len(points)) / 2)


def _forces(points: Array, pairs: Indices, pull: Array) -> Array:
    pushed = _push_exact(points) if len(points) <= EXACT else _push_by_buckets(points)
    along = points[pairs[:, 1]] - points[pairs[:, 0]]
    length = np.sqrt(np.sum(along**2, axis=1, keepdims=True))
    force = along * length * pull[:, None]
    for axis in (0, 1):
        pushed[:, axis] += np.bincount(pairs[:, 0], force[:, axis], len(points))
        pushed[:, axis] -= np.bincount(pairs[:, 1], force[:, axis], len(points))
    # A slight pull to the middle keeps long branches on the page.
    return np.asarray(pushed - 0.02 * np.sqrt(len(points)) * points)


def _limited(forces: Array, most: float) -> Array:
    """Shorten each force to the longest step allowed."""
    length = np.sqrt(np.sum(forces**2, axis=1, keepdims=True))
    return np.asarray(forces * (most / np.maximum(length, most)))


def _push(points: Array, sources: Array, masses: Array) -> Array:
    """Return for each point the push of all sources: mass over distance, away from the source."""
    x = points[..., :, None, 0] - sources[..., None, :, 0]
    y = points[..., :, None, 1] - sources[..., None, :, 1]
    strength = masses[..., None, :] / (x * x + y * y + _SOFTENING)
    return np.stack([np.einsum("...ij,...ij->...i", strength, side) for side in (x, y)], axis=-1)


def _push_exact(points: Array) -> Array:
    return _push(points, points, np.ones(len(points)))


def _push_by_buckets(points: Array) -> Array:
    """Let nodes of one bucket push one by one, other buckets push as one heavy node.

    Buckets hold equally many nodes each: the plane is cut into columns of equal number, each
    column into cells of equal number.
    """
    count = len(points)
    size = max(8, round(np.sqrt(count) / 5))
    across = max(1, round(np.sqrt(count / size)))
    column_size = -(-count // across)
    rank = np.empty(count, dtype=np.int64)
    rank[np.argsort(points[:, 0], kind="stable")] = np.arange(count)
    order = np.lexsort((points[:, 1], rank // column_size))
    padding = -count % size
    mass = np.concatenate([np.ones(count), np.zeros(padding)]).reshape(-1, size)
    sorted_points = np.concatenate([points[order], np.repeat(points[order[-1:]], padding, axis=0)])
    cells = sorted_points.reshape(-1, size, 2)
    middles = np.einsum("cs,csd->cd", mass, cells) / mass.sum(axis=1, keepdims=True)
    push = _push(sorted_points, middles, mass.sum(axis=1)).reshape(cells.shape)
    # Its own bucket pushed each node as one: take that back, and push one by one.
    own = cells - middles[:, None, :]
    weight = mass.sum(axis=1)[:, None, None]
    push -= own * weight / (np.sum(own**2, axis=2, keepdims=True) + _SOFTENING)
    push += _push(cells, cells, mass)
    result = np.empty_like(points)
    result[order] = push.reshape(-1, 2)[:count]
    return result


def _turned(points: Array) -> Array:
    """Centre the points and turn them so that their longest axis lies across."""
    points = points - points.mean(axis=0)
    xx, yy, xy = (np.mean(points[:, i] * points[:, j]) for i, j in ((0, 0), (1, 1), (0, 1)))
    angle = 0.5 * np.arctan2(2 * xy, xx - yy)
    cosine, sine = np.cos(angle), np.sin(angle)
    x = points[:, 0] * cosine + points[:, 1] * sine
    y = points[:, 1] * cosine - points[:, 0] * sine
    return np.stack([x, y], axis=1)
