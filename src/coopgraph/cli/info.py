"""``coopgraph info``: the corpus in figures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coopgraph.cli.bilingual import BilingualCommand, language_of
from coopgraph.cli.options import DATA_FR, STORE_FR, data_option, open_graph, store_option

if TYPE_CHECKING:
    from coopgraph.views.extent import ExtentTable

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
    from coopgraph.views.extent import extent_tables
    from coopgraph.views.info import corpus_figures

    graph = open_graph(context, data, store)
    figures, tables = corpus_figures(graph), extent_tables(graph)
    if as_json:
        numbers: dict[str, object] = {figure.name: figure.value for figure in figures}
        numbers |= {table.name: _fields(table) for table in tables}
        click.echo(json.dumps(numbers, ensure_ascii=False, indent=2))
        return
    language = language_of(context)
    labels = [getattr(figure.words, language) for figure in figures]
    for figure, label in zip(figures, labels, strict=True):
        shown = "–" if figure.value is None else str(figure.value)
        click.echo(f"{label:<{max(map(len, labels))}}  {shown:>6}")
    for table in tables:
        _print_table(table, language)


def _fields(table: ExtentTable) -> dict[str, dict[str, int]]:
    """Return the numbers of a table by the English labels of rows and columns."""
    headings = [words.en for words in table.headings]
    return {words.en: dict(zip(headings, row, strict=True)) for words, row in table.rows}


def _print_table(table: ExtentTable, language: str) -> None:
    """Print one table with aligned columns; nothing where it has no rows."""
    if not table.rows:
        return
    headings = [getattr(words, language) for words in table.headings]
    widths = [max(len(heading), 6) for heading in headings]
    names = [getattr(words, language) for words, _ in table.rows]
    left = max(map(len, [*names, getattr(table.title, language)]))
    click.echo()
    cells = [f"{heading:>{width}}" for heading, width in zip(headings, widths, strict=True)]
    click.secho("  ".join([f"{getattr(table.title, language):<{left}}", *cells]), bold=True)
    for name, (_, row) in zip(names, table.rows, strict=True):
        cells = [f"{value or '–':>{width}}" for value, width in zip(row, widths, strict=True)]
        click.echo("  ".join([f"{name:<{left}}", *cells]))
