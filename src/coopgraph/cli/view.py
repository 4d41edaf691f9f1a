"""``coopgraph view``: a picture in one offline file."""

from __future__ import annotations

from pathlib import Path

import click

from coopgraph.cli.bilingual import BilingualCommand, language_of, say
from coopgraph.cli.options import (
    DATA_FR,
    OUTPUT_FR,
    STORE_FR,
    data_option,
    open_graph,
    store_option,
)
from coopgraph.errors import UsageError

__all__ = ["command"]


@click.command(
    cls=BilingualCommand,
    help_fr="""Dessiner une vue dans une page qui marche sans réseau.

Les dates sont en EDTF ou en mots (« avril 2010 »). « possibly » garde ce qui a pu se produire dans
la période, « certainly » ce qui s’y est sûrement produit.

  coopgraph view network -o reseau.html --from 2010 --to 2015 --lang fr""",
    options_fr={
        "data": DATA_FR,
        "store": STORE_FR,
        "output": OUTPUT_FR,
        "first": "Début de la période montrée à l’ouverture.",
        "last": "Fin de la période montrée à l’ouverture.",
        "mode": "Ce qui a pu, ou ce qui a sûrement eu lieu.",
        "without_inferred": "Laisser de côté ce que le curateur a déduit.",
        "show_list": "Énumérer les vues.",
    },
)
@click.argument("name", required=False)
@data_option
@store_option
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File to write.")
@click.option("--from", "first", metavar="DATE", help="Begin of the period shown first.")
@click.option("--to", "last", metavar="DATE", help="End of the period shown first.")
@click.option(
    "--mode", type=click.Choice(["possibly", "certainly"]), default="possibly", show_default=True,
    help="What may, or what surely did take place.",
)  # fmt: skip
@click.option("--without-inferred", is_flag=True, help="Leave out what the curator deduced.")
@click.option("--list", "show_list", is_flag=True, help="List the views.")
@click.pass_context
def command(
    context: click.Context,
    name: str | None,
    data: Path | None,
    store: str | None,
    output: Path | None,
    first: str | None,
    last: str | None,
    mode: str,
    without_inferred: bool,
    show_list: bool,
) -> None:
    """Draw a view into one page that works offline.

    Dates are EDTF or words ("April 2010"). "possibly" keeps what may have happened in the period,
    "certainly" what surely did.

      coopgraph view network -o network.html --from 2010 --to 2015
    """
    from coopgraph.views import VIEWS

    if show_list or name is None:
        for view_name, entry in VIEWS.items():
            click.echo(f"{view_name:<12} {getattr(entry.title, language_of(context))}")
        return
    if name not in VIEWS or output is None:
        known = ", ".join(VIEWS)
        raise UsageError(
            f"Name a view ({known}) and a file: coopgraph view network -o network.html"
            + ("" if name in VIEWS else f" — there is no view {name}."),
            f"Indiquer une vue ({known}) et un fichier : coopgraph view network -o reseau.html"
            + ("" if name in VIEWS else f" — la vue {name} n’existe pas."),
        )
    from coopgraph.render.html import write_page

    view = VIEWS[name].make(
        open_graph(context, data, store),
        first=first,
        last=last,
        mode=mode,
        inferred=not without_inferred,
    )
    write_page(view, output, language=language_of(context))
    say(
        context,
        f"{output} : {len(view.nodes)} acteurs, {len(view.ties)} liens sur toute la période.",
        f"{output}: {len(view.nodes)} actors, {len(view.ties)} ties over the whole period.",
    )
