"""Only some kinds of tie: what is left of a network, and what is refused.

>>> network = nx.MultiDiGraph()
>>> _ = network.add_edge("dune", "oasis", key="visit", kind="mission")
>>> _ = network.add_edge("dune", "sel", key="accord", kind="agreement")
>>> sorted(only_kinds(network, {"mission"}))
['dune', 'oasis']
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from coopgraph.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["only_kinds", "read_kinds"]


def read_kinds(text: str) -> frozenset[str]:
    """Return the kinds of a list with commas between them.

    >>> sorted(read_kinds("mission, project"))
    ['mission', 'project']

    Raises:
        UsageError: the list names nothing.
    """
    kinds = frozenset(kind.strip() for kind in text.split(",") if kind.strip())
    if not kinds:
        raise UsageError(
            f"“{text}” names no kind of tie: write for example mission,agreement.",
            f"«\u00a0{text}\u00a0» ne nomme aucun genre de lien\u00a0: écrire par exemple"
            " mission,agreement.",
        )
    return kinds


def only_kinds(network: nx.MultiDiGraph, kinds: Collection[str]) -> nx.MultiDiGraph:
    """Return the ties of these kinds, and whom they tie.

    Raises:
        UsageError: no tie of the network is of one of the kinds.
    """
    known = {str(kind) for *_, kind in network.edges(data="kind") if kind}
    if unknown := sorted(set(kinds) - known):
        there = ", ".join(sorted(known)) or "–"
        raise UsageError(
            f"No tie is of the kind {', '.join(unknown)}. Kinds here: {there}.",
            f"Aucun lien n’est du genre {', '.join(unknown)}. Genres présents\u00a0: {there}.",
        )
    part = network.copy()
    part.remove_edges_from(
        [edge[:3] for edge in network.edges(keys=True, data="kind") if edge[3] not in kinds]
    )
    part.remove_nodes_from([node for node, ties in list(part.degree) if not ties])
    return part
