"""What several commands share: the options ``--data``, ``--store``, and opening the graph.

A command asks `open_graph` for what can be queried: a store built before, a remote endpoint, or the
graph of the tables, built in memory for this call.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from coopgraph.cli.bilingual import language_of, say
from coopgraph.errors import DataError
from coopgraph.shipped import shipped_folder

if TYPE_CHECKING:
    from coopgraph.graph import BuiltGraph
    from coopgraph.sparql import Queryable

__all__ = [
    "DATA_FR",
    "STORE_FR",
    "build_from",
    "data_folder",
    "data_option",
    "open_graph",
    "output_option",
    "progress_bar",
    "store_folder",
    "store_option",
]

_Command = TypeVar("_Command", bound=Callable[..., object])

DATA_FR = "Dossier des tables (par défaut : celles livrées avec coopgraph)."
STORE_FR = "Graphe déjà construit : dossier, ou adresse d’un point d’accès SPARQL."
OUTPUT_FR = "Fichier à écrire."


def data_option(command: _Command) -> _Command:
    """Add ``--data DIR``."""
    return click.option(
        "--data",
        type=click.Path(path_type=Path),
        help="Folder of tables (default: the shipped ones).",
    )(command)


def store_option(command: _Command) -> _Command:
    """Add ``--store DIR|URL``."""
    return click.option(
        "--store", metavar="DIR|URL", help="A graph built before: a folder, or a SPARQL endpoint."
    )(command)


def output_option(command: _Command) -> _Command:
    """Add ``-o FILE``."""
    return click.option(
        "-o", "--output", required=True, type=click.Path(path_type=Path), help="File to write."
    )(command)


def data_folder(data: Path | None) -> Path:
    """Return the folder of tables that a call means.

    Raises:
        DataError: there is no such folder.
    """
    folder = data or shipped_folder("data")
    if not folder.is_dir():
        raise DataError(
            f"There is no folder {folder}. Name one that holds tables with --data.",
            f"Le dossier {folder} n’existe pas. En indiquer un, qui contient les tables : --data.",
        )
    return folder


@contextmanager
def progress_bar(
    context: click.Context, fr: str, en: str
) -> Iterator[Callable[[str, int, int], None]]:
    """Yield a function that shows which table is read and how many rows; only on a terminal."""
    if not sys.stderr.isatty():
        yield lambda _table, _place, _of: None
        return
    label = fr if language_of(context) == "fr" else en
    try:
        yield lambda table, place, of: click.echo(
            f"\r\033[K{label} {_bar(place, of)} {table}", nl=False, err=True
        )
    finally:
        click.echo("\r\033[K", nl=False, err=True)


def _bar(place: int, of: int, width: int = 24) -> str:
    """Return a bar of text that is full at the last table."""
    filled = width * place // max(of, 1)
    return "█" * filled + "░" * (width - filled)


def build_from(context: click.Context, data: Path | None) -> BuiltGraph:
    """Build the graph of the tables in memory."""
    from coopgraph.graph import build_graph

    with progress_bar(context, "Lecture :", "Reading:") as progress:
        return build_graph(data_folder(data), progress=progress)


def open_graph(context: click.Context, data: Path | None, store: str | None) -> Queryable:
    """Return what a call wants to ask: a store in a folder, an endpoint, or tables built now."""
    if store is None:
        return build_from(context, data).store
    if data is not None:
        say(context, "--data est ignoré avec --store.", "--data is ignored with --store.", err=True)
    if "://" in store:
        from coopgraph.remote import RemoteEndpoint

        return RemoteEndpoint(store)
    from coopgraph.store import open_store

    return open_store(Path(store))


def store_folder(store: str | None) -> Path | None:
    """Return where the files of a store lie, None where it is an endpoint or none is named."""
    if store is None or "://" in store:
        return None
    from coopgraph.store import read_summary

    return Path(store) / read_summary(Path(store)).generation
