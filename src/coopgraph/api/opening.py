"""Find out what a source is, and open it: tables, a built store, a file of RDF, an endpoint.

======================================  ====================================================
source                                  what comes of it
======================================  ====================================================
None                                    the corpus that comes with coopgraph, built in memory
a folder with ``current.json``          the store that ``coopgraph build --store`` made
any other folder                        its tables, built in memory
``.ttl``, ``.nt``, ``.trig``, ``.nq``   the file, read into memory; ties are derived if it has none
``http://…``, ``https://…``             a SPARQL endpoint, asked from afar
======================================  ====================================================

A folder or file that is not there is refused at once; the work is done later, by `Source.open`.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from coopgraph.errors import DataError, UsageError
from coopgraph.shipped import shipped_folder

if TYPE_CHECKING:
    from pyoxigraph import Store

    from coopgraph.sparql import Queryable

__all__ = ["Opened", "Source", "find_source"]

Kind = Literal["tables", "store", "file", "endpoint"]

_FORMATS: Final = {
    ".ttl": "TURTLE",
    ".nt": "N_TRIPLES",
    ".trig": "TRIG",
    ".nq": "N_QUADS",
}


class Opened(NamedTuple):
    """A graph that can be asked; `folder` is where it lies on disk, if it does."""

    graph: Queryable
    folder: Path | None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a graph comes from: what kind of thing it is, and its path or address."""

    kind: Kind
    place: str
    timeout: float = 60.0

    def open(self) -> Opened:
        """Build, open or reach the graph.

        Raises:
            DataError: the tables, or the file, have errors.
            StoreError: the store is damaged, or the address is none of an endpoint.
        """
        if self.kind == "endpoint":
            from coopgraph.remote import RemoteEndpoint

            return Opened(RemoteEndpoint(self.place, timeout=self.timeout), None)
        path = Path(self.place)
        if self.kind == "store":
            from coopgraph.store import open_store, read_summary

            return Opened(open_store(path), path / read_summary(path).generation)
        if self.kind == "tables":
            from coopgraph.graph import build_graph

            return Opened(build_graph(path).store, None)
        return Opened(_read_file(path), None)


def find_source(source: str | os.PathLike[str] | None, *, timeout: float = 60.0) -> Source:
    """Tell what a source is, without opening it.

    Raises:
        DataError: there is no such file or folder.
        UsageError: a file whose ending names no form of RDF that is read here.

    >>> find_source("http://127.0.0.1:7878/query").kind
    'endpoint'
    >>> find_source(None).kind
    'tables'
    """
    if source is None:
        return Source("tables", str(shipped_folder("data")))
    place = os.fspath(source)
    if "://" in place:
        return Source("endpoint", place, timeout)
    path = Path(place)
    if path.is_dir():
        return Source("store" if (path / "current.json").is_file() else "tables", place)
    if not path.exists():
        raise DataError(
            f"There is no file or folder {path}.", f"Il n’y a ni fichier ni dossier {path}."
        )
    if path.suffix.lower() not in _FORMATS:
        known = ", ".join(_FORMATS)
        raise UsageError(
            f"{path} is no file of RDF that is read here ({known}): convert it first.",
            f"{path} n’est pas un fichier RDF lu ici ({known}) : le convertir d’abord.",
        )
    return Source("file", place)


def _read_file(path: Path) -> Store:
    """Return a store with what the file says, the terms of the ontology, and the derived ties."""
    from pyoxigraph import NamedNode, Quad, RdfFormat, Store

    from coopgraph.identifiers import DERIVED_GRAPH
    from coopgraph.sparql import construct

    store = Store()
    ontology = shipped_folder("ontology")
    try:
        store.load(path=path, format=getattr(RdfFormat, _FORMATS[path.suffix.lower()]))
    except (SyntaxError, ValueError, OSError) as problem:
        raise DataError(
            f"{path} cannot be read: {problem}.", f"{path} est illisible : {problem}."
        ) from problem
    derived = NamedNode(DERIVED_GRAPH)
    for graph in [name for name in store.named_graphs() if name != derived]:
        store.remove_graph(graph)  # what one citation supports: the facts are there already
    for name in ("coopgraph.ttl", "kinds.ttl"):
        store.load(path=ontology / name, format=RdfFormat.TURTLE)
    if not store.contains_named_graph(derived):
        for text in sorted((ontology / "derived").glob("*.rq")):
            triples = list(construct(store, text.read_text(encoding="utf-8")))
            store.extend(Quad(t.subject, t.predicate, t.object, derived) for t in triples)
    return store
