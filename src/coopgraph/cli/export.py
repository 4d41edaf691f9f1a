"""``coopgraph export FORMAT -o FILE``: what leaves the house."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coopgraph.cli.bilingual import BilingualCommand, say
from coopgraph.cli.options import DATA_FR, OUTPUT_FR, build_from, data_option, output_option
from coopgraph.errors import UnknownFormat, UsageError

if TYPE_CHECKING:
    from coopgraph.export import Exporter

__all__ = ["command"]

_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")


@click.command(
    cls=BilingualCommand,
    help_fr="""Écrire le graphe dans un format d’échange.

Formats : turtle, ntriples, trig, nquads, jsonld, et dcat (la description du jeu, en Turtle). Les
mêmes tables donnent les mêmes octets. Le fichier est relu avant de prendre son nom : il est entier,
ou il n’est pas.

  coopgraph export turtle -o coopgraph.ttl --lang fr""",
    options_fr={
        "data": DATA_FR,
        "store": "Graphe déjà construit (dossier).",
        "output": OUTPUT_FR,
        "publisher": "Qui publie le jeu de données, pour dcat : une IRI.",
        "publisher_name": "Le nom de qui publie, pour dcat.",
        "downloads": "Adresse du dossier où seront les fichiers, pour dcat.",
    },
)
@click.argument("format_", metavar="FORMAT")
@data_option
@click.option("--store", type=click.Path(path_type=Path), help="A graph built before (a folder).")
@output_option
@click.option("--publisher", metavar="IRI", help="Who publishes the dataset, for dcat: an IRI.")
@click.option("--publisher-name", default="", help="The name of who publishes, for dcat.")
@click.option(
    "--downloads", metavar="URL", default="", help="Address of the folder of the files, for dcat."
)
@click.pass_context
def command(
    context: click.Context,
    format_: str,
    data: Path | None,
    store: Path | None,
    output: Path,
    publisher: str | None,
    publisher_name: str,
    downloads: str,
) -> None:
    """Write the graph in an exchange format.

    Formats: turtle, ntriples, trig, nquads, jsonld, and dcat (the description of the dataset, in
    Turtle). The same tables give the same bytes. The file is read back before it gets its name: it
    is whole, or it is not there.

      coopgraph export turtle -o coopgraph.ttl
    """
    exporter = _exporter(format_, publisher, publisher_name, downloads)
    if store is not None and "://" in str(store).replace(":/", "://", 1):
        raise UsageError(
            "--store names a folder here: an endpoint is not copied.",
            "--store désigne ici un dossier : un point d’accès ne se copie pas.",
        )
    if store is None:
        graph = build_from(context, data).store
    else:
        from coopgraph.store import open_store

        graph = open_store(store)
    from coopgraph.export.files import write_checked

    written = write_checked(graph, exporter, output)
    if format_ == "dcat" and not downloads:
        say(
            context,
            "Les adresses des fichiers sont celles de la version, qui ne mènent encore nulle part :"
            " --downloads URL donne les vraies.",
            "The addresses of the files are those of the release, which do not resolve yet:"
            " --downloads URL gives the real ones.",
            err=True,
        )
    if format_ == "dcat" and publisher is None:
        say(
            context,
            "Sans éditeur, que DCAT-AP recommande : --publisher IRI --publisher-name NOM.",
            "Without a publisher, which DCAT-AP recommends: --publisher IRI --publisher-name NAME.",
            err=True,
        )
    say(
        context,
        f"{output} : {written.quads} triplets, {written.bytes} octets, SHA-256 {written.sha256}",
        f"{output}: {written.quads} triples, {written.bytes} bytes, SHA-256 {written.sha256}",
    )


def _exporter(name: str, publisher: str | None, publisher_name: str, downloads: str) -> Exporter:
    """Return the exporter of this name, told who publishes where it says so.

    Raises:
        UsageError: no such format, a publisher or downloads where none are written, or no IRI.
    """
    from coopgraph.export import EXPORTERS

    if name not in EXPORTERS:
        known = ", ".join(EXPORTERS)
        raise UnknownFormat(
            f"There is no format {name}. Known: {known}.",
            f"Le format {name} n’existe pas. Formats connus : {known}.",
        )
    named = publisher is not None or publisher_name
    if not named and not downloads:
        return EXPORTERS[name]
    if name != "dcat" or (named and not _ADDRESS.fullmatch(publisher or "")):
        raise UsageError(
            "A publisher goes with dcat, and is an IRI: --publisher https://…",
            "L’éditeur va avec dcat, et c’est une IRI : --publisher https://…",
        )
    if downloads and not _ADDRESS.fullmatch(downloads):
        raise UsageError(
            "--downloads is a web address: --downloads https://…",
            "--downloads est une adresse web : --downloads https://…",
        )
    from coopgraph.export import dcat

    write = partial(
        dcat.write, publisher=publisher, publisher_name=publisher_name, downloads=downloads
    )
    return replace(EXPORTERS[name], write=write)
