"""Where each node of a network stands on the page: worked out once, the same every time.

The largest component takes the middle, smaller ones stand in rows below it, nodes without any tie
in a tray at the foot. Coordinates run from 0 to `EXTENT` both ways; the page scales them to its own
shape, which is wider than high (`ASPECT`), and that is the shape in which nodes are kept apart.
Lay out the network of the whole period once: a time slice hides nodes, it never moves them.

>>> import networkx
>>> pair = networkx.MultiDiGraph([("dune", "oasis")])
>>> lay_out(pair)
{'dune': Position(x=375.0, y=500.0), 'oasis': Position(x=625.0, y=500.0)}

What it does not do: it does not look at dates, sides or words, and it promises distance between
nodes only as long as there is room for it (`CROWDED`).
"""

from __future__ import annotations

from math import ceil, log2, sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

import networkx as nx
import numpy as np

from coopgraph.network.forces import spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopgraph.network.forces import Array

__all__ = ["ASPECT", "CROWDED", "EXTENT", "Position", "lay_out"]

EXTENT: Final = 1000.0
ASPECT: Final = 1.6
"""Width of the picture over its height, for which positions are made."""
CROWDED: Final = 400
"""Up to this many nodes they are pushed apart until none covers another."""

_MARGIN: Final = 40.0
_GAP: Final = 60.0
_ROOM: Final = 0.75  # share of a fair square of the page that a node keeps for itself
_MOST_ROOM: Final = 80.0
_LONGEST_TIE: Final = 250 * ASPECT  # of a pair that has the page to itself
_FEW: Final = 30


class Position(NamedTuple):
    """A place on the page."""

    x: float
    y: float


class _Box(NamedTuple):
    left: float
    top: float
    width: float
    height: float


def lay_out(network: nx.MultiDiGraph, *, seed: int = 1) -> dict[str, Position]:
    """Return the position of each node, by id; parallel ties pull a little harder than one."""
    graph = nx.Graph()
    graph.add_nodes_from(sorted(network))
    for source, target in sorted(pair for pair in network.edges() if pair[0] != pair[1]):
        pair = min(source, target), max(source, target)
        graph.add_edge(*pair, ties=graph.get_edge_data(*pair, {"ties": 0})["ties"] + 1)
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=_by_size)
    joined = [part for part in parts if len(part) > 1]
    alone = [part[0] for part in parts if len(part) == 1]
    positions: dict[str, Position] = {}
    boxes, tray = _boxes([len(part) for part in joined], len(alone))
    for part, box in zip(joined, boxes, strict=True):
        shape = _shape(graph.subgraph(part), part, seed)
        # Smaller parts among many nodes are drawn small, or a pair would look like a main road.
        scale = 1.0 if part is joined[0] else (2 / len(graph)) ** 0.25
        places = _fitted(shape, box, longest=scale * _LONGEST_TIE * len(part) / 2)
        if len(graph) <= CROWDED:
            places = _apart(places, box)
        positions.update(_positions(part, places))
    positions.update(_positions(alone, _grid(len(alone), tray)))
    return {node: positions[node] for node in graph}


def _by_size(part: Sequence[str]) -> tuple[int, str]:
    return -len(part), part[0]


def _positions(nodes: Sequence[str], places: Array) -> dict[str, Position]:
    rounded = [Position(round(float(x), 1), round(float(y), 1)) for x, y in places]
    return dict(zip(nodes, rounded, strict=True))


def _shape(graph: nx.Graph, nodes: Sequence[str], seed: int) -> Array:
    number = {node: place for place, node in enumerate(nodes)}
    ties = sorted(
        (*sorted((number[source], number[target])), data["ties"])
        for source, target, data in graph.edges(data=True)
    )
    weights = [1 + log2(count) / 2 for _, _, count in ties]
    return spread(len(nodes), [(a, b) for a, b, _ in ties], weights, seed=seed)


def _boxes(sizes: Sequence[int], alone: int) -> tuple[list[_Box], _Box]:
    """Divide the page by numbers of nodes: the first part, rows of smaller parts, the tray."""
    rows = [list(sizes[:1])] if sizes else []
    rest = list(sizes[1:])
    across = max(3, ceil(sqrt(len(rest) * 2)))
    rows += [rest[start : start + across] for start in range(0, len(rest), across)]
    # The square root leaves small parts more than their share: three nodes need room for names.
    weights = [
        max(size for size in row) ** 0.6 * (1 if place else 1.6) for place, row in enumerate(rows)
    ]
    if alone:
        weights.append(max(0.6, 0.6 * (alone / 8) ** 0.6) if sizes else 1.0)
    height = EXTENT - 2 * _MARGIN - _GAP * (len(weights) - 1) * (len(weights) < 8)
    unit = height / (sum(weights) or 1)
    gap = _GAP * (len(weights) < 8)
    boxes, top = [], _MARGIN
    for row, weight in zip(rows, weights, strict=False):
        boxes += _row(row, top, unit * weight)
        top += unit * weight + gap
    return boxes, _Box(_MARGIN, top, EXTENT - 2 * _MARGIN, EXTENT - _MARGIN - top)


def _row(sizes: Sequence[int], top: float, height: float) -> list[_Box]:
    """Stand parts side by side, each as wide as its number of nodes asks for."""
    weights = [sqrt(size) for size in sizes]
    unit = (EXTENT - 2 * _MARGIN - _GAP * (len(sizes) - 1)) / sum(weights)
    boxes, left = [], _MARGIN
    for weight in weights:
        boxes.append(_Box(left, top, unit * weight, height))
        left += unit * weight + _GAP
    return boxes


def _fitted(points: Array, box: _Box, *, longest: float) -> Array:
    """Stretch the points over the box; one axis never more than twice as much as the other."""
    points = _evened(points)
    low = points.min(axis=0)
    extent = points.max(axis=0) - low
    wanted = np.array([box.width * ASPECT, box.height])
    scales = np.where(extent > 1e-9, wanted / np.maximum(extent, 1e-9), np.inf)
    scale = np.minimum(scales, 2 * scales.min())
    # Few nodes do not need the whole page: their ties would cross it for nothing.
    scale = np.minimum(scale, longest / max(extent.max(), 1e-9))
    scale = scale / np.array([ASPECT, 1.0])
    middle = np.array([box.left + box.width / 2, box.top + box.height / 2])
    return np.asarray((points - low - extent / 2) * scale + middle)


def _evened(points: Array) -> Array:
    """Draw far outliers in and spread the dense middle, the more so the more nodes there are.

    Directions from the middle stay; distances from it move towards those of an even disc.
    """
    count = len(points)
    share = float(np.clip(np.log10(count / _FEW) / 2, 0, 0.8))
    centred = points - points.mean(axis=0)
    radius = np.sqrt(np.sum(centred**2, axis=1))
    rank = np.empty(count)
    rank[np.argsort(radius, kind="stable")] = np.arange(1, count + 1)
    wanted = (1 - share) * radius + share * radius.max() * np.sqrt(rank / count)
    return np.asarray(centred * (wanted / np.maximum(radius, 1e-9))[:, None])


def _apart(points: Array, box: _Box) -> Array:
    """Push nodes apart until each has the room that the box can give, inside the box."""
    room = min(_MOST_ROOM, _ROOM * sqrt(box.width * ASPECT * box.height / len(points)))
    stretch = np.array([ASPECT, 1.0])
    low = np.array([box.left, box.top])
    high = low + np.array([box.width, box.height])
    for _ in range(200):
        between = (points[:, None] - points[None, :]) * stretch
        distance = np.sqrt(np.sum(between**2, axis=2))
        np.fill_diagonal(distance, np.inf)
        lacking = np.maximum(room - distance, 0)
        if lacking.max() < 0.01:
            break
        push = between / np.maximum(distance, 1e-6)[:, :, None] * lacking[:, :, None]
        points = np.clip(points + 0.4 * push.sum(axis=1) / stretch, low, high)
    return points


def _grid(count: int, tray: _Box) -> Array:
    """Set nodes without ties in rows, evenly, each row centred."""
    if not count:
        return np.zeros((0, 2))
    across = min(count, max(8, ceil(sqrt(count * ASPECT * tray.width / max(tray.height, 1)))))
    rows = ceil(count / across)
    places = []
    for place in range(count):
        row, column = divmod(place, across)
        in_row = min(across, count - row * across)
        x = tray.left + tray.width * (column + 0.5 + (across - in_row) / 2) / across
        places.append((x, tray.top + tray.height * (row + 0.5) / rows))
    return np.array(places)
