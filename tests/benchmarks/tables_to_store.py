"""The tasks of the first workload: tables → a store that can be asked.

`prepare` writes the tables and, outside of any timing, the very quads that our loaders make of
them. Then, each in its own process:

- `build`: `coopgraph.graph.build_graph`, checks and citations included;
- `bulk_extend`: bare pyoxigraph, from a list of ready-made `Quad` objects;
- `bulk_load`: bare pyoxigraph, from a ready-made N-Quads file;
- `rdflib_loop` (in a module of its own): tables → `rdflib.Graph.add`, without any check.

``facts`` is the graph without the ties that CONSTRUCT files derive from it, ``whole`` the graph
with them: ready-made quads do not compute anything, so only ``facts`` compares like with like.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse, serialize
from tests.benchmarks.generate import write_tables
from tests.benchmarks.runs import Run, digest_lines, measure

from coopgraph.graph import build_graph
from coopgraph.identifiers import DERIVED_GRAPH
from coopgraph.loaders import LOADERS
from coopgraph.loaders.context import LoadContext
from coopgraph.shipped import shipped_folder
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.index import index_records
from coopgraph.tables.read import read_rows

__all__ = ["LARGEST_DIGESTED", "build", "bulk_extend", "bulk_load", "prepare"]

# Above it only the numbers of triples are compared: writing them out takes rdflib minutes.
LARGEST_DIGESTED = 1_000_000

_ONTOLOGY = ("coopgraph.ttl", "kinds.ttl")


def prepare(folder: str, events: int) -> Iterator[Run]:
    """Write tables, quads in the order of the loaders, and triples; count and digest them.

    The run ``rows`` is what the rdflib loop has to make: the facts without the ontology.
    """
    place = Path(folder)
    tables = place / "tables"
    write_tables(tables, events=events)
    (place / "ontology").mkdir(exist_ok=True)
    for name in _ONTOLOGY:
        shutil.copy(shipped_folder("ontology") / name, place / "ontology" / name)
    _write(place / "rows.nq", _loaded(tables))
    _write(place / "ontology.nq", _ontology(place / "ontology"))
    _write(place / "derived.nq", _derived(tables))
    _join(place, "facts", ("ontology", "rows"))
    _join(place, "whole", ("ontology", "rows", "derived"))
    triples = (quad.triple for quad in _read(place / "whole.nq"))
    serialize(triples, str(place / "whole.nt"), RdfFormat.N_TRIPLES)
    for name in ("rows", "facts", "whole"):
        yield Run(name, 0, 0, *_content(place / f"{name}.nq", digested=name == "rows"))
    for part in ("ontology", "rows", "derived"):
        (place / f"{part}.nq").unlink()


def build(folder: str, extent: str) -> list[Run]:
    """Time our build: ``facts`` leaves the derived ties out, ``whole`` has them."""
    place = Path(folder)
    ontology = place / "ontology" if extent == "facts" else None
    run, built = measure("ours", lambda: build_graph(place / "tables", ontology=ontology))
    return [run._replace(found=len(built.store))]


def bulk_extend(folder: str, extent: str) -> list[Run]:
    """Time bare pyoxigraph on quads that are there already, as Python objects."""
    quads = list(_read(Path(folder) / f"{extent}.nq"))
    store = Store()
    run, _ = measure("pyoxigraph bulk_extend", lambda: store.bulk_extend(quads))
    return [run._replace(found=len(store))]


def bulk_load(folder: str, extent: str) -> list[Run]:
    """Time bare pyoxigraph on an N-Quads file that is there already."""
    path, store = str(Path(folder) / f"{extent}.nq"), Store()
    run, _ = measure("pyoxigraph bulk_load", lambda: store.bulk_load(path=path))
    return [run._replace(found=len(store))]


def _loaded(tables: Path) -> Iterator[Quad]:
    """Yield what the loaders make of the tables, unchecked, in their order."""
    context = LoadContext(index_records(tables).tables())
    for name, load in LOADERS.items():
        yield from load(read_rows(tables / f"{name}.csv", TABLES[name], report=_refuse), context)


def _refuse(finding: object) -> None:
    raise AssertionError(f"the generator made a faulty table: {finding}")


def _ontology(folder: Path) -> Iterator[Quad]:
    for name in _ONTOLOGY:
        yield from parse(path=str(folder / name), format=RdfFormat.TURTLE)


def _derived(tables: Path) -> Iterator[Quad]:
    store = build_graph(tables).store
    return store.quads_for_pattern(None, None, None, NamedNode(DERIVED_GRAPH))


def _read(path: Path) -> Iterator[Quad]:
    return parse(path=str(path), format=RdfFormat.N_QUADS)


def _write(path: Path, quads: Iterable[Quad]) -> None:
    serialize(quads, str(path), RdfFormat.N_QUADS)


def _join(place: Path, name: str, parts: tuple[str, ...]) -> None:
    with (place / f"{name}.nq").open("wb") as whole:
        for part in parts:
            with (place / f"{part}.nq").open("rb") as stream:
                shutil.copyfileobj(stream, whole)


def _content(path: Path, *, digested: bool) -> tuple[int, str]:
    """Return the number of distinct quads and, up to a size, their digest."""
    with path.open("rb") as stream:
        distinct = {hashlib.blake2b(line, digest_size=16).digest() for line in stream}
    if not digested or len(distinct) > LARGEST_DIGESTED:
        return len(distinct), ""
    with path.open(encoding="utf-8") as stream:
        return len(distinct), digest_lines(set(stream))
