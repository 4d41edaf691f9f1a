"""Keep a graph in a folder on disk, and open it again.

::

    build_store(Path("data"), Path("graph"))  # tables → graph on disk
    store = open_store(Path("graph"))  # in any later process, many times faster
    dataset = as_rdflib(store)  # an rdflib.Dataset over the same store

How the folder looks::

    graph/
      current.json        which of the folders below holds the graph; its hash and counts
      graph-k2x9a1/       a graph, never changed once it is current
      lock                held by the build that is running, if any

A build fills a folder of its own and then replaces ``current.json`` by a rename. Whatever happens
before that moment (an error in the tables, a full disk, ``kill -9``) leaves the old graph; after
it, the new one is there as a whole. The graph before stays until the next build, so that who has
it open can go on reading; older ones and the remains of killed builds are removed by the next.

A built graph is only read. For an endpoint elsewhere, see `coopgraph.remote`.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pyoxigraph import Store

from coopgraph.errors import StoreError, WriteError
from coopgraph.files import replacing
from coopgraph.graph import BuiltGraph, Progress, build_graph
from coopgraph.locks import held_lock
from coopgraph.os_reasons import explain_os_error
from coopgraph.vocabulary import PREFIXES

if TYPE_CHECKING:
    import rdflib

__all__ = ["StoreSummary", "as_rdflib", "build_store", "open_store", "read_summary"]

_CURRENT: Final = "current.json"
_LOCK: Final = "lock"
_PREFIX: Final = "graph-"
_LAYOUT: Final = 1


@dataclass(frozen=True, slots=True)
class StoreSummary:
    """What ``current.json`` says: where the graph is, its hash, its quads, the rows of each table.

    `previous` is the folder of the graph before, empty for a first build.
    """

    layout: int
    generation: str
    previous: str
    content_hash: str
    quads: int
    counts: Mapping[str, int]


def open_store(folder: Path) -> Store:
    """Open the graph that was built in the folder, for reading.

    Raises:
        StoreError: there is no graph, or it is damaged.
    """
    summary = read_summary(folder)
    try:
        return Store.read_only(str(folder / summary.generation))
    except (OSError, RuntimeError) as problem:  # the engine says corruption with the second
        raise _damaged(folder, str(problem)) from problem


def read_summary(folder: Path) -> StoreSummary:
    """Return what the folder says of its graph, without opening the graph.

    Raises:
        StoreError: there is no graph, or the summary is damaged.
    """
    try:
        found = json.loads((folder / _CURRENT).read_text(encoding="utf-8"))
        summary = StoreSummary(**found)
    except (FileNotFoundError, NotADirectoryError) as problem:
        raise StoreError(
            f"There is no graph in {folder}: build one with “coopgraph build --store {folder}”.",
            f"Il n’y a pas de graphe dans {folder} : en construire un avec "
            f"« coopgraph build --store {folder} ».",
        ) from problem
    except (OSError, ValueError, TypeError) as problem:
        raise _damaged(folder, str(problem)) from problem
    if summary.layout != _LAYOUT or not (folder / summary.generation).is_dir():
        raise _damaged(folder, f"{summary.layout}, {summary.generation}")
    return summary


def build_store(
    data: Path,
    folder: Path,
    *,
    ontology: Path | None = None,
    encoding: str | None = None,
    progress: Progress | None = None,
) -> BuiltGraph:
    """Build the graph of the tables in `data` in the folder, beside the old graph; then switch.

    The graph that comes back is open for reading.

    Raises:
        DataError: the tables have errors; the old graph, if any, is as it was.
        StoreError: another build is running there, or the folder holds other things.
        WriteError: the folder cannot be written, or the disk is full; the old graph is as it was.
    """
    with _own_folder(folder), held_lock(folder / _LOCK):
        previous = _previous(folder)
        _remove_remains(folder, keep=previous)
        with _new_generation(folder) as generation:
            built = build_graph(
                data,
                store=Store(str(generation)),
                ontology=ontology,
                encoding=encoding,
                progress=progress,
            )
            built.store.flush()
            summary = StoreSummary(
                layout=_LAYOUT,
                generation=generation.name,
                previous=previous,
                content_hash=built.content_hash(),
                quads=len(built.store),
                counts=built.counts,
            )
            with replacing(folder / _CURRENT) as stream:
                stream.write(_as_json(summary))
        return replace(built, store=open_store(folder))


def as_rdflib(store: Store) -> rdflib.Dataset:
    """Return an `rdflib.Dataset` over the same store: nothing is copied, SPARQL runs in Oxigraph.

    Its default graph is the union of facts and derived ties. This also switches off
    ``rdflib.NORMALIZE_LITERALS`` for the process: rdflib would otherwise rewrite what it reads
    (``"2019-W33"^^xsd:date`` becomes 2019-08-12, an unknown truth value becomes false), and so
    show other values than the store holds.
    """
    import rdflib
    from oxrdflib import OxigraphStore

    rdflib.NORMALIZE_LITERALS = False
    dataset = rdflib.Dataset(store=OxigraphStore(store=store), default_union=True)
    for prefix, base in PREFIXES.items():
        dataset.bind(prefix, base, replace=True)
    return dataset


def _as_json(summary: StoreSummary) -> bytes:
    return json.dumps(asdict(summary), indent=2, ensure_ascii=False).encode() + b"\n"


def _previous(folder: Path) -> str:
    """Return the folder of the graph that is current now, or nothing."""
    try:
        return read_summary(folder).generation
    except StoreError:
        return ""


@contextmanager
def _own_folder(folder: Path) -> Iterator[None]:
    """Make the folder if need be, and remove it again if nothing was built in it."""
    try:
        folder.mkdir(exist_ok=True)
        strangers = [path.name for path in folder.iterdir() if not _is_ours(path.name)]
    except OSError as problem:
        raise _unwritable(folder, problem) from problem
    if strangers:
        raise StoreError(
            f"{folder} holds other things ({min(strangers)}): name an empty or a new folder.",
            f"{folder} contient autre chose ({min(strangers)}) : "
            "indiquer un dossier vide ou nouveau.",
        )
    try:
        yield
    except OSError as problem:
        raise _unwritable(folder, problem) from problem
    finally:
        with suppress(OSError):
            folder.rmdir()  # only succeeds when empty


def _is_ours(name: str) -> bool:
    return name in (_CURRENT, _LOCK) or name.startswith((_PREFIX, f".{_CURRENT}."))


def _remove_remains(folder: Path, *, keep: str) -> None:
    """Remove what killed builds left, and the graphs before the current one."""
    for path in folder.iterdir():
        if path.name.startswith(f".{_CURRENT}."):
            path.unlink(missing_ok=True)
        elif path.name.startswith(_PREFIX) and path.name != keep:
            shutil.rmtree(path, ignore_errors=True)


@contextmanager
def _new_generation(folder: Path) -> Iterator[Path]:
    """Make a folder for a new graph, and remove it unless the block ends well."""
    generation = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=folder))
    generation.chmod(0o755)
    try:
        yield generation
    except BaseException:
        if _previous(folder) != generation.name:
            shutil.rmtree(generation, ignore_errors=True)
        raise


def _damaged(folder: Path, why: str) -> StoreError:
    return StoreError(
        f"The graph in {folder} cannot be read ({why}): build it again.",
        f"Le graphe de {folder} est illisible ({why}) : le reconstruire.",
    )


def _unwritable(folder: Path, problem: OSError) -> WriteError:
    if problem.errno is None:  # the engine gives the reason in words only
        known = (code for code in (errno.ENOSPC, errno.EFBIG) if os.strerror(code) in str(problem))
        problem = OSError(next(known, None), str(problem))
    english, french = explain_os_error(problem)
    return WriteError(
        f"The graph could not be written to {folder}: {english}. What was there is as it was.",
        f"Impossible d’écrire le graphe dans {folder} : {french}. "
        "Ce qui s’y trouvait est resté tel quel.",
    )
