"""``coopgraph info``: the corpus in figures."""

from __future__ import annotations

import json
from pathlib import Path

import click

from coopgraph.cli.bilingual import BilingualCommand, language_of
from coopgraph.cli.options import DATA_FR, STORE_FR, data_option, open_graph, store_option

__all__ = ["command"]


@click.command(
    cls=BilingualCommand,
    help_fr="""Donner le corpus en chiffres : combien de quoi, de quand à quand, avec quels doutes.

Les tables, un graphe gardé dans un dossier et un point d’accès se comptent de même.

  coopgraph info --lang fr""",
    options_fr={"data": DATA_FR, "store": STORE_FR, "as_json": "En JSON."},
)
@data_option
@store_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def command(context: click.Context, data: Path | None, store: str | None, as_json: bool) -> None:
    """Give the corpus in figures: how many of what, from when to when, with which doubts.

    Tables, a graph kept in a folder and an endpoint are counted alike.

      coopgraph info
    """
    from coopgraph.views.info import corpus_figures

    figures = corpus_figures(open_graph(context, data, store))
    if as_json:
        click.echo(json.dumps({figure.name: figure.value for figure in figures}, indent=2))
        return
    language = language_of(context)
    labels = [getattr(figure.words, language) for figure in figures]
    for figure, label in zip(figures, labels, strict=True):
        shown = "–" if figure.value is None else str(figure.value)
        click.echo(f"{label:<{max(map(len, labels))}}  {shown:>6}")
