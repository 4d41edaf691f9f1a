"""Who computes: plain Python with networkx, or igraph (the extra ``igraph``).

``networkx`` is always there. ``igraph`` gives the same numbers, some thirty times faster; ``auto``
takes it from `IGRAPH_FROM` nodes, where it is installed.

>>> choose_engine("auto", 900)
'networkx'
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final, Literal, TypeAlias

from coopgraph.errors import MissingExtra

__all__ = ["IGRAPH_FROM", "Engine", "Library", "choose_engine", "has_igraph"]

Engine: TypeAlias = Literal["auto", "networkx", "igraph"]
Library: TypeAlias = Literal["networkx", "igraph"]

IGRAPH_FROM: Final = 2_000
"""From so many nodes ``auto`` means igraph, where it is installed."""


def choose_engine(engine: Engine, nodes: int) -> Library:
    """Return who computes for a network of so many nodes.

    Raises:
        MissingExtra: igraph was asked for and is not installed.
        ValueError: there is no such engine.
    """
    if engine not in ("auto", "networkx", "igraph"):
        raise ValueError(f"the engine is auto, networkx or igraph, not {engine!r}")
    if engine == "igraph" and not has_igraph():
        raise MissingExtra("Measures by igraph", "Les mesures par igraph", extra="igraph")
    if engine == "auto":
        return "igraph" if nodes >= IGRAPH_FROM and has_igraph() else "networkx"
    return engine


def has_igraph() -> bool:
    """Tell whether igraph is installed."""
    return find_spec("igraph") is not None
