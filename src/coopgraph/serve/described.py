"""A graph that tells of itself: its description and the question bank, as graphs beside the facts.

`with_descriptions` adds two named graphs to what a server asks, so that SPARQL finds them:

- ``https://w3id.org/coopgraph/graph/void``: DCAT and VoID, as ``/void.ttl`` has them;
- ``https://w3id.org/coopgraph/graph/questions``: the bank as executables of SHACL, as
  ``/questions.ttl`` has them, but without the address of a service.

A query that names no graph does not see them (`coopgraph.queries.wire.GRAPHS_APART`), no export
writes them, and the hash of the content does not know them. A store in a folder stays as it is:
the server asks a copy of it, which shares its files where the system can link them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from coopgraph.errors import StoreError
from coopgraph.export import dcat
from coopgraph.queries.executables import describe_questions
from coopgraph.queries.forker import generation_of
from coopgraph.queries.wire import GRAPHS_APART

__all__ = ["describe_dataset", "with_descriptions"]


@contextmanager
def with_descriptions(store: Store, folder: Path | None) -> Iterator[tuple[Store, Path | None]]:
    """Yield the store with its descriptions, and the folder where that lies if it lies on disk.

    A store in memory gets them itself. They are added once: a store that has them is as it was.

    Raises:
        StoreError: a store on disk cannot be copied.
    """
    if folder is None:
        store.extend(_descriptions(store))
        yield store, None
        return
    with TemporaryDirectory(prefix="coopgraph-serve-") as place:
        copy = Path(place) / generation_of(folder).name
        try:
            store.backup(str(copy))
            written = Store(str(copy))
        except (OSError, RuntimeError) as problem:
            raise StoreError(
                f"The store in {folder} cannot be copied: {problem}.",
                f"Le graphe du dossier {folder} ne peut pas être copié : {problem}.",
            ) from problem
        written.extend(_descriptions(store))
        written.flush()
        del written  # a database is open for writing once only
        yield Store.read_only(str(copy)), copy


def describe_dataset(store: Store) -> bytes:
    """Return DCAT and VoID of the store as Turtle."""
    stream = BytesIO()
    dcat.write(store, stream, files=False)
    return stream.getvalue()


def _descriptions(store: Store) -> list[Quad]:
    """Return both descriptions, each in its graph; all are made before any is added."""
    void, questions = (NamedNode(name) for name in GRAPHS_APART)
    dataset = parse(describe_dataset(store), RdfFormat.TURTLE)
    return [
        *(Quad(quad.subject, quad.predicate, quad.object, void) for quad in dataset),
        *(
            Quad(told.subject, told.predicate, told.object, questions)
            for told in describe_questions(store)
        ),
    ]
