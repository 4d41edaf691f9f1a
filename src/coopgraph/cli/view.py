"""``coopgraph view``: a picture in one offline file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from collections.abc import Collection

    from coopgraph.views.model import View

__all__ = ["command"]


@click.command(
    cls=BilingualCommand,
    help_fr="""Dessiner une vue dans une page qui marche sans réseau, ou en image fixe.

La fin du nom du fichier dit la forme : .html (page), .svg ou .pdf (image fixe). Les dates sont en
EDTF ou en mots (« avril 2010 »). « possibly » garde ce qui a pu se produire dans la période,
« certainly » ce qui s’y est sûrement produit. La page du réseau offre aussi les autres projections,
sauf les plus grandes : les demander par leur nom.

Les vues :

  network    qui a coopéré avec qui, par quoi, et quand
  timeline   accords, missions, projets et fonctions sur un axe du temps
  map        où sont les acteurs, et où ils se sont rencontrés
  chain      ce qui a conduit à quoi, lacunes comprises
  matrix     combien de faits lient acteurs, lieux, thèmes et décennies
  mirror     ce que disent les sources de France et celles du Québec
  dashboard  ces six images ensemble : une période, une sélection

  coopgraph view network -o reseau.html --from 2010 --to 2015 --lang fr
  coopgraph view dashboard -o tableau-de-bord.html --lang fr
  coopgraph view network --projection territories -o territoires.svg""",
    options_fr={
        "data": DATA_FR,
        "store": STORE_FR,
        "output": OUTPUT_FR,
        "first": "Début de la période montrée à l’ouverture.",
        "last": "Fin de la période montrée à l’ouverture.",
        "mode": "Ce qui a pu, ou ce qui a sûrement eu lieu.",
        "projection": "Qui est lié à qui, et par quoi, dans le réseau.",
        "of": "La chaîne de cette fiche ou de cet acteur (vue chain).",
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
@click.option(
    "--projection", metavar="NAME", help="Who is tied to whom, and by what, in the network."
)
@click.option("--of", metavar="ID", help="The chain of this record or actor (view chain).")
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
    projection: str | None,
    of: str | None,
    without_inferred: bool,
    show_list: bool,
) -> None:
    """Draw a view into one page that works offline, or as a still picture.

    The ending of the file says which: .html (page), .svg or .pdf (still). Dates are EDTF or words
    ("April 2010"). "possibly" keeps what may have happened in the period, "certainly" what surely
    did. The page of the network also offers the other projections but the largest: ask for those
    by name.

    Views:

      network    who worked with whom, through what, and when
      timeline   agreements, missions, projects and offices on an axis of time
      map        where the actors are, where they met, what joins the places
      chain      what led to what, from mission to outcome, gaps included
      matrix     how many facts tie actors, places, themes and decades
      mirror     what the sources of France and those of Québec say
      dashboard  these six pictures together: one period, one selection

      coopgraph view network -o network.html --from 2010 --to 2015
      coopgraph view dashboard -o dashboard.html
      coopgraph view network --projection territories -o territories.svg
    """
    from coopgraph.render.saving import refuse_other_endings, save_view
    from coopgraph.views import VIEWS

    if show_list or name is None:
        for view_name, entry in VIEWS.items():
            click.echo(f"{view_name:<10} {getattr(entry.description, language_of(context))}")
        return
    if name not in VIEWS or output is None:
        raise _unnamed(name, VIEWS)
    refuse_other_endings(output)
    view = VIEWS[name].make(
        open_graph(context, data, store),
        first=first,
        last=last,
        mode=mode,
        inferred=not without_inferred,
        **_of_network(name, output, projection),
        **_of_chain(name, of),
    )
    save_view(view, output, language_of(context))
    _say_size(context, output, view, projection or "actors")


def _unnamed(name: str, views: Collection[str]) -> UsageError:
    """Return the error where the view or the file is missing, or there is no such view."""
    known = ", ".join(views)
    return UsageError(
        f"Name a view ({known}) and a file: coopgraph view network -o network.html"
        + ("" if name in views else f" — there is no view {name}."),
        f"Indiquer une vue ({known}) et un fichier : coopgraph view network -o reseau.html"
        + ("" if name in views else f" — la vue {name} n’existe pas."),
    )


def _say_size(context: click.Context, output: Path, view: View, projection: str) -> None:
    from coopgraph.cli.view_size import size_of

    size = size_of(view, projection)
    say(context, f"{output} : {size.fr}.", f"{output}: {size.en}.")


def _of_network(name: str, output: Path, projection: str | None) -> dict[str, str | bool]:
    """Return what only the network can be asked for: a projection, or all that a page can offer."""
    from coopgraph.network.projections import PROJECTIONS
    from coopgraph.render.stills import is_still

    if projection is None:
        return {"further": not is_still(output)} if name == "network" else {}
    if name != "network":
        raise UsageError(
            f"Projections are those of the network: coopgraph view network --projection"
            f" {projection}",
            f"Les projections sont celles du réseau : coopgraph view network --projection"
            f" {projection}",
        )
    if projection not in PROJECTIONS:
        raise UsageError(
            f"There is no projection {projection}; there are: {', '.join(PROJECTIONS)}.",
            f"La projection {projection} n’existe pas ; il y a : {', '.join(PROJECTIONS)}.",
        )
    return {"projection": projection}


def _of_chain(name: str, of: str | None) -> dict[str, str]:
    if of is not None and name != "chain":
        raise UsageError(
            f"--of names a chain: coopgraph view chain --of {of}",
            f"--of nomme une chaîne : coopgraph view chain --of {of}",
        )
    return {} if of is None else {"of": of}
