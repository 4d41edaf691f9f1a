"""What all routes share: the graph and its hash, the engine, the settings, the question bank."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode, Store
from starlette.requests import Request

from coopgraph.queries.catalogue import Question, read_catalogue
from coopgraph.queries.wire import GRAPHS_APART
from coopgraph.serve.engine import Engine
from coopgraph.serve.problems import Problem
from coopgraph.serve.settings import Settings

__all__ = ["READ", "READ_OR_POST", "Service", "make_service"]

READ: Final = ["GET", "HEAD", "OPTIONS"]
READ_OR_POST: Final = ["GET", "HEAD", "POST", "OPTIONS"]


@dataclass(frozen=True, slots=True)
class Service:
    """The parts of a running server; `content_hash` changes when the graph does.

    `quads` are the facts and what was derived of them, without what describes them.
    """

    store: Store
    quads: int
    content_hash: str
    engine: Engine
    settings: Settings
    catalogue: Mapping[str, Question]
    graphs: frozenset[str]  # the IRIs of the named graphs in the store

    def address(self, request: Request, path: str) -> str:
        """Return the address of a path of this server, as the client (or the world) calls it."""
        base = self.settings.public_url or f"http://{request.headers['host']}"
        return base.rstrip("/") + path

    def check_graphs(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return the names if each is a graph of the store.

        Raises:
            Problem: one is not; nothing is ever fetched.
        """
        for name in names:
            if name not in self.graphs:
                raise Problem(
                    400,
                    "unknown-graph",
                    "There is no such graph here; the service description lists them.",
                    "Il n’y a pas de tel graphe ici ; la description du service les énumère.",
                )
        return names


def make_service(store: Store, content_hash: str, engine: Engine, settings: Settings) -> Service:
    """Return the service of a store; what is asked for often is counted once."""
    graphs = (name.value for name in store.named_graphs() if isinstance(name, NamedNode))
    catalogue = read_catalogue()
    quads = len(store) - sum(
        1
        for name in GRAPHS_APART
        for _ in store.quads_for_pattern(None, None, None, NamedNode(name))
    )
    return Service(store, quads, content_hash, engine, settings, catalogue, frozenset(graphs))
