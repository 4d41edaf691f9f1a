"""``coopgraph serve``: the graph over HTTP, read-only."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from coopgraph.cli.bilingual import BilingualCommand, say
from coopgraph.cli.options import DATA_FR, build_from, data_option, store_folder
from coopgraph.errors import MissingExtra, UsageError, WriteError

if TYPE_CHECKING:
    from pyoxigraph import Store

__all__ = ["command"]

_URL = re.compile(r"https?://[A-Za-z0-9._-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?")


@click.command(
    cls=BilingualCommand,
    help_fr="""Publier le graphe par HTTP, en lecture seule.

Point d’accès SPARQL, banque de questions, page pour interroger. Chaque requête tourne à part, dans
des limites ; rien ne s’écrit. Sans autre option, seul cet ordinateur y a accès.

  coopgraph serve --lang fr""",
    options_fr={
        "data": DATA_FR,
        "store": "Graphe déjà construit (dossier).",
        "host": "Adresse où écouter.",
        "port": "Port où écouter ; 0 : un port libre.",
        "allow_host": "Nom sous lequel le serveur est appelé ; répétable.",
        "public_url": "Adresse publique du serveur, derrière un mandataire (https://…).",
        "behind_proxy": "Croire le dernier X-Forwarded-For du mandataire.",
        "workers": "Requêtes qui tournent à la fois.",
        "queue": "Requêtes qui attendent leur tour.",
        "timeout": "Durée permise à une requête, en secondes.",
        "rate": "Demandes par seconde d’un même client ; 0 : sans limite.",
        "access_log": "Fichier du journal d’accès (par défaut : l’erreur standard).",
    },
)
@data_option
@click.option("--store", metavar="DIR", help="A graph built before (a folder).")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=7878, show_default=True,
    help="Port to listen on; 0: any free one.",
)  # fmt: skip
@click.option(
    "--allow-host", metavar="NAME", multiple=True, help="A name of this server; repeatable."
)
@click.option(
    "--public-url", metavar="URL", default="",
    help="How the world calls the server, behind a proxy (https://…).",
)  # fmt: skip
@click.option(
    "--behind-proxy", is_flag=True, help="Believe the last X-Forwarded-For, of the proxy."
)
@click.option(
    "--workers", type=click.IntRange(1, 64), default=2, show_default=True,
    help="Queries that run at once.",
)  # fmt: skip
@click.option(
    "--queue", type=click.IntRange(0), default=256, show_default=True,
    help="Queries that wait for their turn.",
)  # fmt: skip
@click.option(
    "--timeout", type=click.FloatRange(0.1), default=30, show_default=True,
    help="Seconds that a query may take.",
)  # fmt: skip
@click.option(
    "--rate", type=click.FloatRange(0), default=20, show_default=True,
    help="Requests in a second from one client; 0: any number.",
)  # fmt: skip
@click.option(
    "--access-log", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False),
    help="File of the access log (default: standard error).",
)  # fmt: skip
@click.pass_context
def command(
    context: click.Context,
    data: Path | None,
    store: str | None,
    host: str,
    port: int,
    allow_host: Sequence[str],
    public_url: str,
    behind_proxy: bool,
    workers: int,
    queue: int,
    timeout: float,
    rate: float,
    access_log: Path | None,
) -> None:
    """Publish the graph over HTTP, read-only.

    SPARQL endpoint, question bank, page to ask from. Each query runs apart, within limits; nothing
    is written. Without other options only this computer has access.

      coopgraph serve
    """
    with _needing_the_extra():
        from coopgraph.serve.server import run_server
        from coopgraph.serve.settings import Settings

    settings = Settings(
        host=host,
        port=port,
        hosts=tuple(allow_host),
        public_url=_checked(public_url),
        behind_proxy=behind_proxy,
        workers=workers,
        waiting=queue,
        rate=rate,
        burst=5 * rate,
    )
    settings = replace(settings, limits=replace(settings.limits, seconds=timeout))
    graph, content_hash = _graph(context, data, store)
    ready = partial(_say_where, context)
    folder = store_folder(store)
    with _log(access_log) as log:
        run_server(graph, content_hash, settings, folder=folder, log=log, ready=ready)


@contextmanager
def _needing_the_extra() -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("starlette", "uvicorn", "h11"):
            raise
        raise MissingExtra("Web services", "Les services Web", extra="serve") from error


def _graph(context: click.Context, data: Path | None, store: str | None) -> tuple[Store, str]:
    """Return what is to be served, and its hash."""
    if store is None:
        built = build_from(context, data)
        return built.store, built.content_hash()
    if "://" in store:
        raise UsageError(
            "--store names a folder here: an endpoint elsewhere is served there already.",
            "--store désigne ici un dossier : un point d’accès est déjà publié ailleurs.",
        )
    from coopgraph.store import open_store, read_summary

    if data is not None:
        say(context, "--data est ignoré avec --store.", "--data is ignored with --store.", err=True)
    return open_store(Path(store)), read_summary(Path(store)).content_hash


def _checked(url: str) -> str:
    """Return the public address.

    Raises:
        UsageError: it is none.
    """
    if url and not _URL.fullmatch(url):
        raise UsageError(
            "--public-url is an address such as https://graph.example.org",
            "--public-url est une adresse, comme https://graphe.example.org",
        )
    return url


@contextmanager
def _log(path: Path | None) -> Iterator[TextIO]:
    """Yield where the access log goes.

    Raises:
        WriteError: the file cannot be written.
    """
    if path is None:
        yield sys.stderr
        return
    try:
        stream = path.open("a", encoding="utf-8")
    except OSError as error:
        raise WriteError(
            f"{path} cannot be written: {error.strerror}.",
            f"Impossible d’écrire {path} : {error.strerror}.",
        ) from error
    with stream:
        yield stream


def _say_where(context: click.Context, address: str) -> None:
    say(
        context,
        f"Le graphe est publié : {address}query (Ctrl+C pour arrêter)",
        f"The graph is served: {address}query (Ctrl+C to stop)",
        err=True,
    )
