"""Where each node of a network stands on the page: worked out once, the same every time.

The largest component takes the middle, smaller ones stand in rows below it, nodes without any tie
in a tray at the foot. Coordinates run from 0 to `EXTENT` both ways; the page scales them to its own
shape, which is wider than high (`ASPECT`), and that is the shape in which nodes are kept apart.
Lay out the network of the whole period once: a time slice hides nodes, it never moves them.
Positions are the same bytes on every machine: they come from + - * / and the square root alone.

>>> import networkx
>>> pair = networkx.MultiDiGraph([("dune", "oasis")])
>>> lay_out(pair)
{'dune': Position(x=375.0, y=500.0), 'oasis': Position(x=625.0, y=500.0)}

What it does not do: it does not look at dates, sides or words, and it promises distance between
nodes only as long as there is room for it (`CROWDED`).
"""

from __future__ import annotations

from math import ceil, fsum, sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

import networkx as nx

from coopgraph.network.forces import spread

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from coopgraph.network.forces import Points

__all__ = ["ASPECT", "CROWDED", "EXTENT", "Position", "lay_out"]

EXTENT: Final = 1000.0
ASPECT: Final = 1.6
"""Width of the picture over its height, for which positions are made."""
CROWDED: Final = 400
"""Up to this many nodes they are pushed apart until none covers another."""

_MARGIN: Final = 40.0
_GAP: Final = 60.0
_ROW_GAP: Final = 14.0
_MANY_ROWS: Final = 8
_BESIDE: Final = 0.16
_FOOT: Final = 0.2
"""Share of the height that all smaller parts and the tray have together, below a large one."""
_ROOM: Final = 0.75  # share of a fair square of the page that a node keeps for itself
_MOST_ROOM: Final = 80.0
_LONGEST_TIE: Final = 250 * ASPECT  # of a pair that has the page to itself
_FEW: Final = 30  # nodes, up to which the shape stays as the ties made it
_STRETCH: Final = 1.35  # of one axis over the other: more would make even ties look uneven
_STRETCH_OF_MANY: Final = 2.0
_PUSHES: Final = 200
_ENOUGH: Final = 0.01
_NOTHING: Final = 1e-9


class Position(NamedTuple):
    """A place on the page."""

    x: float
    y: float


class _Box(NamedTuple):
    left: float
    top: float
    width: float
    height: float


def lay_out(network: nx.MultiDiGraph, *, without: Collection[str] = ()) -> dict[str, Position]:
    """Return the position of each node, by id; parallel ties pull a little harder than one.

    Nodes named in `without` get none, and take no room.
    """
    graph = nx.Graph()
    graph.add_nodes_from(sorted(node for node in network if node not in without))
    for source, target in sorted(pair for pair in network.edges() if pair[0] != pair[1]):
        if source in without or target in without:
            continue
        pair = min(source, target), max(source, target)
        graph.add_edge(*pair, ties=graph.get_edge_data(*pair, {"ties": 0})["ties"] + 1)
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=_by_size)
    joined = [part for part in parts if len(part) > 1]
    alone = [part[0] for part in parts if len(part) == 1]
    positions: dict[str, Position] = {}
    boxes, tray = _boxes([len(part) for part in joined], len(alone))
    for part, box in zip(joined, boxes, strict=True):
        shape = _shape(graph.subgraph(part), part)
        # Smaller parts among many nodes are drawn small, or a pair would look like a main road.
        scale = 1.0 if part is joined[0] else sqrt(sqrt(2 / len(graph)))
        places = _fitted(shape, box, longest=scale * _LONGEST_TIE * len(part) / 2)
        if len(graph) <= CROWDED:
            places = _apart(places, box)
        positions.update(_positions(part, places))
    positions.update(_positions(alone, _grid(len(alone), tray)))
    return {node: positions[node] for node in graph}


def _by_size(part: Sequence[str]) -> tuple[int, str]:
    return -len(part), part[0]


def _positions(nodes: Sequence[str], places: Points) -> dict[str, Position]:
    rounded = [Position(round(x, 1), round(y, 1)) for x, y in places]
    return dict(zip(nodes, rounded, strict=True))


def _shape(graph: nx.Graph, nodes: Sequence[str]) -> Points:
    number = {node: place for place, node in enumerate(nodes)}
    ties = sorted(
        (*sorted((number[source], number[target])), data["ties"])
        for source, target, data in graph.edges(data=True)
    )
    weights = [(1 + sqrt(count)) / 2 for _, _, count in ties]
    return spread(len(nodes), [(a, b) for a, b, _ in ties], weights)


def _boxes(sizes: Sequence[int], alone: int) -> tuple[list[_Box], _Box]:
    """Divide the page by numbers of nodes: the first part, rows of smaller parts, the tray."""
    whole = EXTENT - 2 * _MARGIN
    rest = list(sizes[1:])
    if not rest and not alone:
        return [_Box(_MARGIN, _MARGIN, whole, whole) for _ in sizes], _Box(_MARGIN, _MARGIN, 0, 0)
    if not sizes:
        return [], _Box(_MARGIN, _MARGIN, whole, whole)
    foot = _foot(sizes, alone)
    boxes = [_Box(_MARGIN, _MARGIN, whole, whole - foot - _GAP / 2)]
    top = EXTENT - _MARGIN - foot
    tray = foot * (min(0.3, max(0.15, alone / (alone + sum(rest)))) if rest else 1.0)
    tray = tray if alone else 0.0
    rows = _rows(rest, foot - tray)
    heights = [_side(row[0]) for row in rows]
    gap = _ROW_GAP if len(rows) < _MANY_ROWS else 0.0
    unit = (foot - tray - gap * len(rows)) / (fsum(heights) or 1)
    for row, height in zip(rows, heights, strict=True):
        boxes += _row(row, top, unit * height)
        top += unit * height + gap
    return boxes, _Box(_MARGIN, top, whole, EXTENT - _MARGIN - top)


def _foot(sizes: Sequence[int], alone: int) -> float:
    """Return the height of what stands below the first part: a quarter of the page at most."""
    share = 1.6 * _height(sizes[0])
    rest = list(sizes[1:])
    across = max(3, ceil(sqrt(len(rest) * 2)))
    below = fsum(_height(rest[start]) for start in range(0, len(rest), across))
    if alone:
        below += max(0.6, 0.6 * _height(alone / 8))
    whole = EXTENT - 2 * _MARGIN
    most = _FOOT if sizes[0] > _FEW or sizes[0] > sum(rest) else 0.5
    return whole * min(most, below / (share + below))


def _rows(sizes: Sequence[int], height: float) -> list[list[int]]:
    """Divide parts into as many rows as let them be largest, in their order."""
    best: tuple[float, list[list[int]]] = 0.0, []
    width = (EXTENT - 2 * _MARGIN) * ASPECT
    side = {size: _side(size) for size in sizes}.__getitem__
    whole = fsum(map(side, sizes))
    for count in range(1, len(sizes) + 1):
        most = whole / count
        rows: list[list[int]] = [[]]
        for size in sizes:
            if rows[-1] and fsum(map(side, rows[-1])) + side(size) / 2 > most:
                rows.append([])
            rows[-1].append(size)
        down = height / fsum(side(row[0]) for row in rows)
        across = width / max(fsum(map(side, row)) for row in rows)
        if min(down, across) > best[0]:
            best = min(down, across), rows
    return best[1]


def _side(size: int) -> float:
    """Return how wide and high a small part is drawn, in no unit; a pair needs room for names."""
    return sqrt(max(4, size))


def _height(size: float) -> float:
    """Return size to the power 5/8: small parts get more than their share, for their names."""
    root = sqrt(size)
    return root * sqrt(sqrt(root))


def _row(sizes: Sequence[int], top: float, height: float) -> list[_Box]:
    """Stand parts side by side, each as wide as its number of nodes asks for."""
    weights = [_side(size) for size in sizes]
    gap = min(_GAP, (EXTENT - 2 * _MARGIN) / 3 / len(sizes))
    unit = (EXTENT - 2 * _MARGIN - gap * (len(sizes) - 1)) / fsum(weights)
    room = _BESIDE if len(sizes) > _MANY_ROWS else 0.0  # or a row of pairs would look like a chain
    boxes, left = [], _MARGIN
    for weight in weights:
        boxes.append(_Box(left + room * unit * weight, top, (1 - 2 * room) * unit * weight, height))
        left += unit * weight + gap
    return boxes


def _fitted(points: Points, box: _Box, *, longest: float) -> Points:
    """Stretch the points over the box, one axis a little more than the other if it must be."""
    points = _evened(points)
    stretch = _STRETCH if len(points) <= _FEW else _STRETCH_OF_MANY
    xs, ys = [x for x, _ in points], [y for _, y in points]
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    # Few nodes do not need the whole page: their ties would cross it for nothing.
    most = longest / max(width, height, _NOTHING)
    across = min(box.width * ASPECT / max(width, _NOTHING), most)
    down = min(box.height / max(height, _NOTHING), most)
    across, down = min(across, stretch * down) / ASPECT, min(down, stretch * across)
    left, top = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    middle_x, middle_y = box.left + box.width / 2, box.top + box.height / 2
    return [((x - left) * across + middle_x, (y - top) * down + middle_y) for x, y in points]


def _evened(points: Points) -> Points:
    """Draw far outliers in and spread the dense middle, the more so the more nodes there are.

    Directions from the middle stay; distances from it move towards those of an even disc.
    """
    count = len(points)
    if count <= _FEW:
        return points
    share = (count - _FEW) / (count + 9 * _FEW)
    radius = [sqrt(x * x + y * y) for x, y in points]
    longest = max(radius)
    evened = list(points)
    for rank, node in enumerate(sorted(range(count), key=radius.__getitem__), start=1):
        wanted = (1 - share) * radius[node] + share * longest * sqrt(rank / count)
        ratio = wanted / max(radius[node], _NOTHING)
        evened[node] = points[node][0] * ratio, points[node][1] * ratio
    return evened


def _apart(points: Points, box: _Box) -> Points:
    """Push nodes apart until each has the room that the box can give, inside the box."""
    room = min(_MOST_ROOM, _ROOM * sqrt(box.width * ASPECT * box.height / len(points)))
    low, high = box.left * ASPECT, (box.left + box.width) * ASPECT
    xs, ys = [x * ASPECT for x, _ in points], [y for _, y in points]
    for _ in range(_PUSHES):
        push_x, push_y, closest = _pushes(xs, ys, room)
        if closest > room - _ENOUGH:
            break
        xs = [min(max(x + push, low), high) for x, push in zip(xs, push_x, strict=True)]
        ys = [
            min(max(y + push, box.top), box.top + box.height)
            for y, push in zip(ys, push_y, strict=True)
        ]
    return [(x / ASPECT, y) for x, y in zip(xs, ys, strict=True)]


def _pushes(
    xs: list[float], ys: list[float], room: float
) -> tuple[list[float], list[float], float]:
    """Return how far each node gives way, and how near the nearest two of them are."""
    push_x, push_y, closest = [0.0] * len(xs), [0.0] * len(xs), room
    order = sorted(range(len(xs)), key=xs.__getitem__)
    for place, node in enumerate(order):
        x, y = xs[node], ys[node]
        for other in order[place + 1 :]:
            along, down = xs[other] - x, ys[other] - y
            if along >= room:
                break
            distance = sqrt(along * along + down * down)
            if distance >= room:
                continue
            closest = min(closest, distance)
            push = 0.4 * (room - distance) / max(distance, _NOTHING)
            push_x[node] -= along * push
            push_y[node] -= down * push
            push_x[other] += along * push
            push_y[other] += down * push
    return push_x, push_y, closest


def _grid(count: int, tray: _Box) -> Points:
    """Set nodes without ties in rows, evenly, each row centred."""
    if not count:
        return []
    across = min(count, max(8, ceil(sqrt(count * ASPECT * tray.width / max(tray.height, 1)))))
    rows = ceil(count / across)
    places = []
    for place in range(count):
        row, column = divmod(place, across)
        in_row = min(across, count - row * across)
        x = tray.left + tray.width * (column + 0.5 + (across - in_row) / 2) / across
        places.append((x, tray.top + tray.height * (row + 0.5) / rows))
    return places
