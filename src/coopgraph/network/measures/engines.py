"""Who computes: plain Python with networkx, or igraph (the extra ``igraph``).

``networkx`` is always there. ``igraph`` gives the same numbers, some thirty times faster; ``auto``
takes it from `IGRAPH_FROM` nodes, where it is installed.

>>> choose_engine("auto", 900)
'networkx'
"""

from __future__ import annotations

from contextlib import contextmanager
from importlib.util import find_spec
from random import Random
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from coopgraph.errors import MissingExtra

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["IGRAPH_FROM", "Engine", "Library", "choose_engine", "has_igraph", "igraph_seeded"]

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


@contextmanager
def igraph_seeded(seed: int = 0) -> Iterator[None]:
    """Let igraph draw from this seed, and from its usual source afterwards.

    Else it draws from the module `random`, whose state is the business of whoever called.
    """
    import random

    import igraph

    igraph.set_random_number_generator(Random(seed))  # noqa: S311 — a fixed seed, no secret
    try:
        yield
    finally:
        igraph.set_random_number_generator(random)  # igraph knows one only: give the usual back
