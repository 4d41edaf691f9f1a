"""Where the nodes of a network stand, worked out when somebody first asks.

The layout takes as long as all the rest of an export, and GeoJSON, which has coordinates of its
own, never asks for it.

>>> network = nx.MultiDiGraph([("dune", "oasis")])
>>> sorted(Positions(network))
['dune', 'oasis']
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

import networkx as nx

from coopgraph.network.layout import lay_out

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from coopgraph.network.layout import Position

__all__ = ["Positions"]


class Positions(Mapping[str, "Position"]):
    """The position of each node of a network but for those `without` one; nobody may change it."""

    def __init__(self, network: nx.MultiDiGraph, *, without: Collection[str] = ()) -> None:
        """Keep what is to be laid out: nothing is worked out yet."""
        self._network = network
        self._without = without

    def __getitem__(self, node: str) -> Position:
        """Return where a node stands."""
        return self._laid_out[node]

    def __iter__(self) -> Iterator[str]:
        """Yield the nodes that have a position."""
        return iter(self._laid_out)

    def __len__(self) -> int:
        """Count the nodes that have a position."""
        return len(self._laid_out)

    @cached_property
    def _laid_out(self) -> dict[str, Position]:
        return lay_out(self._network, without=self._without)
