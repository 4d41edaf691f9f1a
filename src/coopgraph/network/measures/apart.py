"""What falls apart without an actor, or without one tie, in one network.

>>> from coopgraph.network.measures.pairs import wire_pairs
>>> path = wire_pairs(("a", "b", "c"), [("a", "b", 1), ("b", "c", 1)])
>>> loss = lose_actor(path, ("france", "", "quebec"), 1)
>>> loss.ties, loss.pieces, loss.pairs, loss.shore_pairs, loss.alone
(2, 2, 1, 1, ('a', 'c'))

A pair is lost when its two actors could reach each other, in however many steps, and no longer can.
A *shore pair* has one actor in France and one in Québec; actors whose side is another, or unknown,
count among pairs only.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopgraph.network.measures.pairs import Wiring

__all__ = ["SHORES", "BridgeLoss", "Loss", "lose_actor", "lose_bridges"]

SHORES: Final = ("france", "quebec")


class Loss(NamedTuple):
    """What breaks when one actor leaves.

    `ties` and `records` are those of the actor itself, `shore_ties` those to the other shore. Where
    it was, `pieces` remain: 1 means that all still hang together, 0 that it was tied to nobody.
    `pairs` and `shore_pairs` of others lose their only connection. `components_before` and
    `components_after` count the groups of two or more actors. `alone` are actors left without any
    tie, `split_off` the other pieces but the largest, each with its actors.
    """

    ties: int
    records: int
    shore_ties: int
    pieces: int
    pairs: int
    shore_pairs: int
    components_before: int
    components_after: int
    alone: tuple[str, ...]
    split_off: tuple[tuple[str, ...], ...]


class BridgeLoss(NamedTuple):
    """How many pairs are lost with one tie: the actors on its two ends, then those that hang on."""

    one: int
    other: int
    records: int
    pairs: int
    shore_pairs: int


def lose_actor(wiring: Wiring, sides: Sequence[str], actor: int) -> Loss:
    """Return what breaks when the actor of this number leaves.

    A record that ties it to several counts once for each of them.
    """
    pieces = _pieces(wiring, actor)
    counts = [Counter(sides[node] for node in piece) for piece in pieces]
    ends = {sides[actor]} & set(SHORES)
    crossing = [n for n in wiring.neighbours[actor] if ends and {*ends, sides[n]} == set(SHORES)]
    before = _groups(wiring)
    groups = sum(1 for piece in pieces if len(piece) > 1)
    names = [tuple(wiring.nodes[node] for node in sorted(piece)) for piece in pieces]
    return Loss(
        ties=len(wiring.neighbours[actor]),
        records=sum(wiring.weights[actor]),
        shore_ties=len(crossing),
        pieces=len(pieces),
        pairs=_torn([len(piece) for piece in pieces]),
        shore_pairs=_torn_shores(counts),
        components_before=before,
        components_after=before - bool(pieces) + groups,
        alone=tuple(sorted(name for piece in names if len(piece) == 1 for name in piece)),
        split_off=tuple(piece for piece in names[1:] if len(piece) > 1),
    )


def lose_bridges(wiring: Wiring, sides: Sequence[str]) -> list[BridgeLoss]:
    """Return every tie without which two pieces fall apart, the lower number first.

    Without all of them, what stays together hangs on the other pieces like the boughs of a tree:
    what lies behind a tie is counted once, from the outermost boughs inward.
    """
    graph = nx.Graph((one, other, {"weight": weight}) for one, other, weight in wiring.pairs())
    bridges = sorted(tuple(sorted(pair)) for pair in nx.bridges(graph))
    firm = graph.copy()
    firm.remove_edges_from(bridges)
    bough: dict[int, int] = {}
    held: list[Counter[str]] = []
    for number, piece in enumerate(nx.connected_components(firm)):
        held.append(Counter(sides[node] for node in piece))
        bough |= dict.fromkeys(piece, number)
    tree = nx.Graph()
    tree.add_nodes_from(range(len(held)))
    tree.add_edges_from((bough[one], bough[other]) for one, other in bridges)
    found = []
    behind, whole = _counted_behind(tree, held)
    for one, other in bridges:
        outer = behind.get((bough[one], bough[other])) or behind[bough[other], bough[one]]
        rest = whole[bough[one]] - outer
        torn = _torn([outer.total(), rest.total()]), _torn_shores([outer, rest])
        found.append(BridgeLoss(one, other, graph.edges[one, other]["weight"], *torn))
    return found


def _counted_behind(
    tree: nx.Graph, held: Sequence[Counter[str]]
) -> tuple[dict[tuple[int, int], Counter[str]], dict[int, Counter[str]]]:
    """Return the sides of all behind each tie of a tree (inner, outer), and those of its whole."""
    behind: dict[tuple[int, int], Counter[str]] = {}
    whole: dict[int, Counter[str]] = {}
    for piece in nx.connected_components(tree):
        root = min(piece)
        inner = {outer: node for node, outer in nx.bfs_edges(tree, root)}
        sums = {node: Counter(held[node]) for node in piece}
        for outer in reversed(list(inner)):
            sums[inner[outer]].update(sums[outer])
            behind[inner[outer], outer] = sums[outer]
        whole |= dict.fromkeys(piece, sums[root])
    return behind, whole


def _pieces(wiring: Wiring, actor: int) -> list[list[int]]:
    """Return what the neighbours of an actor belong to without it, the largest piece first."""
    seen = {actor}
    pieces = []
    for start in wiring.neighbours[actor]:
        if start in seen:
            continue
        seen.add(start)
        piece = [start]
        for node in piece:  # grows while it is walked
            for other in wiring.neighbours[node]:
                if other not in seen:
                    seen.add(other)
                    piece.append(other)
        pieces.append(piece)
    return sorted(pieces, key=lambda piece: (-len(piece), min(piece)))


def _groups(wiring: Wiring) -> int:
    graph = nx.Graph((one, other) for one, other, _ in wiring.pairs())
    return int(nx.number_connected_components(graph))


def _torn(sizes: Sequence[int]) -> int:
    """Return how many pairs have their ends in two different pieces."""
    return (sum(sizes) ** 2 - sum(size * size for size in sizes)) // 2


def _torn_shores(counts: Sequence[Counter[str]]) -> int:
    one, other = SHORES
    whole = sum(count[one] for count in counts) * sum(count[other] for count in counts)
    return whole - sum(count[one] * count[other] for count in counts)
