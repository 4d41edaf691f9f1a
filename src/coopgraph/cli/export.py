"""``coopgraph export FORMAT -o FILE``: what leaves the house."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from coopgraph.cli.bilingual import BilingualCommand, say
from coopgraph.cli.export_network import (
    NETWORK_FORMATS,
    OPTIONS_FR,
    network_options,
    write_chosen,
)
from coopgraph.cli.options import DATA_FR, OUTPUT_FR, build_from, data_option, output_option
from coopgraph.errors import UsageError

if TYPE_CHECKING:
    from pyoxigraph import Store

    from coopgraph.export.networks import Choice

__all__ = ["command"]


@click.command(
    cls=BilingualCommand,
    help_fr="""Écrire le graphe, ou un réseau, dans un format d’échange.

Le graphe : turtle, ntriples, trig, nquads, jsonld, et dcat (la description du jeu, en Turtle).

Un réseau : gexf (Gephi, avec le temps), graphml, cytoscape, pajek, csv (une archive), geojson, svg,
pdf ; et ical, le calendrier des missions et des échéances. Les dates sont en EDTF ou en mots ;
les noms s’écrivent comme partout, ou par l’identifiant.

Les mêmes tables donnent les mêmes octets. Un fichier est entier, ou il n’est pas.

  coopgraph export turtle -o coopgraph.ttl --lang fr

  coopgraph export gexf -o reseau.gexf --from 2010 --to 2015 --lang fr

  coopgraph export geojson -o brest.geojson --of brest-metropole --at 2015 --lang fr""",
    options_fr={
        "data": DATA_FR,
        "store": "Graphe déjà construit (dossier).",
        "output": OUTPUT_FR,
        "publisher": "Qui publie le jeu de données, pour dcat : une IRI.",
        "publisher_name": "Le nom de qui publie, pour dcat.",
        "downloads": "Adresse du dossier où seront les fichiers, pour dcat.",
        **OPTIONS_FR,
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
@network_options
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
    choice: Choice,
) -> None:
    """Write the graph, or a network, in an exchange format.

    The graph: turtle, ntriples, trig, nquads, jsonld, and dcat (the description of the dataset, in
    Turtle).

    A network: gexf (Gephi, with time), graphml, cytoscape, pajek, csv (an archive), geojson, svg,
    pdf; and ical, the calendar of missions and terms. Dates are EDTF or words; names are written as
    everywhere, or by the id.

    The same tables give the same bytes. A file is whole, or it is not there.

      coopgraph export turtle -o coopgraph.ttl

      coopgraph export gexf -o network.gexf --from 2010 --to 2015

      coopgraph export geojson -o brest.geojson --of brest-metropole --at 2015
    """
    if format_ in NETWORK_FORMATS:
        if publisher is not None or publisher_name or downloads:
            raise UsageError(
                "A publisher and downloads go with dcat, not with a network.",
                "L’éditeur et les téléchargements vont avec dcat, pas avec un réseau.",
            )
        choice.check(format_)
        write_chosen(context, format_, choice, _opened(context, data, store), output)
        return
    choice.refuse_for(format_, NETWORK_FORMATS)
    _write_graph(context, format_, data, store, output, publisher, publisher_name, downloads)


def _opened(context: click.Context, data: Path | None, store: Path | None) -> Store:
    """Return the graph: of a store in a folder, or of the tables."""
    if store is None:
        return build_from(context, data).store
    if "://" in str(store).replace(":/", "://", 1):
        raise UsageError(
            "--store names a folder here: an endpoint is not copied.",
            "--store désigne ici un dossier : un point d’accès ne se copie pas.",
        )
    from coopgraph.store import open_store

    return open_store(store)


def _write_graph(
    context: click.Context,
    format_: str,
    data: Path | None,
    store: Path | None,
    output: Path,
    publisher: str | None,
    publisher_name: str,
    downloads: str,
) -> None:
    from coopgraph.export.publishing import exporter_of

    exporter = exporter_of(format_, publisher, publisher_name, downloads, also=NETWORK_FORMATS)
    graph = _opened(context, data, store)
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
