"""``coopgraph build``: tables → graph."""

from __future__ import annotations

import json
import time
from pathlib import Path

import click

from coopgraph.cli.bilingual import BilingualCommand, say
from coopgraph.cli.options import DATA_FR, build_from, data_folder, data_option, progress_bar

__all__ = ["command"]


@click.command(
    cls=BilingualCommand,
    help_fr="""Construire le graphe à partir des tables.

Sans --store, le graphe est construit en mémoire et seulement compté. Avec --store, il est écrit à
côté de l’ancien et prend sa place d’un coup : une interruption laisse l’ancien intact.

  coopgraph build --store graphe --lang fr""",
    options_fr={"data": DATA_FR, "store": "Dossier où garder le graphe.", "as_json": "En JSON."},
)
@data_option
@click.option("--store", type=click.Path(path_type=Path), help="Folder in which to keep the graph.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def command(context: click.Context, data: Path | None, store: Path | None, as_json: bool) -> None:
    """Build the graph from the tables.

    Without --store the graph is built in memory and only counted. With --store it is written
    beside the old one and takes its place at once: an interruption leaves the old one whole.

      coopgraph build --store graph
    """
    start = time.perf_counter()
    if store is None:
        built = build_from(context, data)
        digest = built.content_hash()
    else:
        from coopgraph.store import build_store, read_summary

        with progress_bar(context, "Lecture :", "Reading:") as progress:
            built = build_store(data_folder(data), store, progress=progress)
        digest = read_summary(store).content_hash
    counts, seconds = built.counts, time.perf_counter() - start
    if as_json:
        click.echo(
            json.dumps({"rows": counts, "seconds": round(seconds, 3), "content-hash": digest})
        )
        return
    for table, count in counts.items():
        if count:
            click.echo(f"{count:>9,}  {table}")
    say(context, f"construit en {seconds:.2f} s".replace(".", ","), f"built in {seconds:.2f} s")
    click.echo(f"content-hash: {digest}")
