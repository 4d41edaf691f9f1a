"""``coopgraph export FORMAT -o FILE``: what leaves the house."""

from __future__ import annotations

from pathlib import Path

import click

from coopgraph.cli.bilingual import BilingualCommand, say
from coopgraph.cli.options import DATA_FR, OUTPUT_FR, build_from, data_option, output_option
from coopgraph.errors import UnknownFormat

__all__ = ["command"]


@click.command(
    cls=BilingualCommand,
    help_fr="""Écrire le graphe dans un format d’échange.

Formats : turtle, ntriples, trig, nquads, jsonld, dcat. Les mêmes tables donnent les mêmes octets.
Le fichier est relu avant de prendre son nom : il est entier, ou il n’est pas.

  coopgraph export turtle -o coopgraph.ttl --lang fr""",
    options_fr={"data": DATA_FR, "store": "Graphe déjà construit (dossier).", "output": OUTPUT_FR},
)
@click.argument("format_", metavar="FORMAT")
@data_option
@click.option("--store", type=click.Path(path_type=Path), help="A graph built before (a folder).")
@output_option
@click.pass_context
def command(
    context: click.Context, format_: str, data: Path | None, store: Path | None, output: Path
) -> None:
    """Write the graph in an exchange format.

    Formats: turtle, ntriples, trig, nquads, jsonld, dcat. The same tables give the same bytes. The
    file is read back before it gets its name: it is whole, or it is not there.

      coopgraph export turtle -o coopgraph.ttl
    """
    from coopgraph.export import EXPORTERS, export_file

    if format_ not in EXPORTERS:
        known = ", ".join(EXPORTERS)
        raise UnknownFormat(
            f"There is no format {format_}. Known: {known}.",
            f"Le format {format_} n’existe pas. Formats connus : {known}.",
        )
    if store is None:
        graph = build_from(context, data).store
    else:
        from coopgraph.store import open_store

        graph = open_store(store)
    written = export_file(graph, format_, output)
    say(
        context,
        f"{output} : {written.quads} triplets, {written.bytes} octets, SHA-256 {written.sha256}",
        f"{output}: {written.quads} triples, {written.bytes} bytes, SHA-256 {written.sha256}",
    )
