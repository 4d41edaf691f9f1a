"""``coopgraph network compare``: what changed between two moments."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

import click

from coopgraph.cli.bilingual import BilingualCommand, language_of, say
from coopgraph.cli.network.measuring import Opened, open_network
from coopgraph.cli.options import DATA_FR, STORE_FR, data_option, store_option

if TYPE_CHECKING:
    from coopgraph.network.comparison import Comparison

__all__ = ["command"]

_FORMS = ("text", "markdown", "json", "csv")


@click.command(
    "compare",
    cls=BilingualCommand,
    help_fr="""Comparer un réseau à deux moments : qui entre, qui sort, ce qui naît et s’éteint.

A et B sont des années, des mois, des jours ou des périodes, en EDTF ou en mots. « possibly » compte
aussi ce qui n’est que possible ; un changement que toute lecture des dates confirme est dit sûr.
Avec un fichier (-o), le tout est aussi dessiné : page (.html) ou image fixe (.svg, .pdf).

  coopgraph network compare 2000 2020 --lang fr
  coopgraph network compare 2010 2020 --projection territories -o deux-rives.svg --lang fr""",
    options_fr={
        "data": DATA_FR,
        "store": STORE_FR,
        "projection": "Le réseau : voir coopgraph network list.",
        "mode": "Ce qui a pu, ou ce qui a sûrement tenu à chaque moment.",
        "form": f"Forme : {', '.join(_FORMS)}.",
        "show_all": "Toutes les lignes, et non les premières.",
        "without_inferred": "Laisser de côté ce que le curateur a déduit.",
        "output": "Dessiner la comparaison dans ce fichier : .html, .svg ou .pdf.",
    },
)
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@data_option
@store_option
@click.option(
    "--projection", default="actors", show_default=True, metavar="NAME",
    help="The network: see coopgraph network list.",
)  # fmt: skip
@click.option(
    "--mode", type=click.Choice(["possibly", "certainly"]), default="possibly", show_default=True,
    help="What may, or what surely does hold at each moment.",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(_FORMS), default="text", show_default=True,
    help=f"Form: {', '.join(_FORMS)}.",
)  # fmt: skip
@click.option("--all", "show_all", is_flag=True, help="Every line, not only the first ones.")
@click.option("--without-inferred", is_flag=True, help="Leave out what the curator deduced.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path),
    help="Draw the comparison in this file: .html, .svg or .pdf.",
)  # fmt: skip
@click.pass_context
def command(
    context: click.Context,
    a: str,
    b: str,
    data: Path | None,
    store: str | None,
    projection: str,
    mode: str,
    form: str,
    show_all: bool,
    without_inferred: bool,
    output: Path | None,
) -> None:
    """Compare a network at two moments: who enters, who leaves, what begins and lapses.

    A and B are years, months, days or periods, in EDTF or in words. "possibly" counts what is only
    possible, too; a change that every reading of the dates confirms is called sure. With a file
    (-o), all of it is also drawn: a page (.html) or a still (.svg, .pdf).

      coopgraph network compare 2000 2020
      coopgraph network compare 2010 2020 --projection territories -o two-shores.svg
    """
    from coopgraph.network.borne import read_names_borne
    from coopgraph.network.comparison import compare

    if output is not None:
        from coopgraph.render.saving import refuse_other_endings

        refuse_other_endings(output)
    opened = open_network(context, data, store, projection, without_inferred=without_inferred)
    comparison = compare(
        opened.network,
        a,
        b,
        cast("Literal['possibly', 'certainly']", mode),
        names=read_names_borne(opened.graph),
    )
    _write(context, comparison, form, show_all)
    if output is not None:
        _draw(context, opened, comparison, output, inferred=not without_inferred)


def _draw(
    context: click.Context, opened: Opened, comparison: Comparison, output: Path, *, inferred: bool
) -> None:
    from coopgraph.render.saving import save_view
    from coopgraph.views.comparing import comparison_view

    view = comparison_view(opened.graph, opened.network, comparison, inferred=inferred)
    save_view(view, output, language_of(context))
    say(
        context,
        f"{output} : {len(view.nodes)} nœuds, {len(view.ties)} liens.",
        f"{output}: {len(view.nodes)} nodes, {len(view.ties)} ties.",
        err=True,
    )


def _write(context: click.Context, comparison: Comparison, form: str, show_all: bool) -> None:
    from coopgraph.views.comparing import MOST_LINES, spell_comparison

    if form == "json":
        click.echo(json.dumps(comparison.as_json(), ensure_ascii=False, indent=1))
    elif form == "csv":
        _write_csv(comparison)
    else:
        text = spell_comparison(
            comparison,
            "fr" if language_of(context) == "fr" else "en",
            style="markdown" if form == "markdown" else "text",
            most=None if show_all else MOST_LINES,
        )
        click.echo(text, nl=False)


def _write_csv(comparison: Comparison) -> None:
    """Write one line for each change of a node or of a pair, then what is left out."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    heading = ("change", "source", "target", "certain", "kinds", "before", "after")
    writer.writerow((*heading, "begin_unknown"))
    for name in ("entered", "left"):
        for change in getattr(comparison, name):
            sure, unknown = _truth(change.certain), _truth(change.begin_unknown)
            writer.writerow((name, change.node, "", sure, "", "", "", unknown))
    for name in ("began", "renewed", "lapsed", "stayed"):
        for tie in getattr(comparison, name):
            sure, unknown = _truth(tie.certain), _truth(tie.begin_unknown)
            lists = (" ".join(names) for names in (tie.kinds, tie.before, tie.after))
            writer.writerow((name, tie.source, tie.target, sure, *lists, unknown))
    for record in comparison.only_later:
        writer.writerow(("only_later", "", "", "false", "", "", record, "true"))
    for source, target, record in comparison.undated:
        writer.writerow(("undated", source, target, "false", "", "", record, "true"))


def _truth(value: bool) -> str:
    return str(value).lower()
