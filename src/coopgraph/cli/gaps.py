"""``coopgraph gaps``: what is missing, and the next step."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coopgraph.cli.bilingual import BilingualCommand, language_of, say
from coopgraph.cli.options import (
    DATA_FR,
    STORE_FR,
    data_option,
    open_graph,
    progress_bar,
    store_option,
)

if TYPE_CHECKING:
    from coopgraph.views.gaps import Gap

__all__ = ["command"]


@click.command(
    cls=BilingualCommand,
    help_fr="""Dire ce qui manque, et que faire.

Plans sans trace, liens silencieux, accords sans date, fiches d’une seule rive ou d’une seule
source, sessions absentes d’une série… Sans nom : toutes les sortes de lacunes ; « --summary » n’en
donne que les nombres. Ce qui est passé l’est à la date de la source la plus récente.

  coopgraph gaps --summary --lang fr
  coopgraph gaps missing-sessions --lang fr""",
    options_fr={
        "data": DATA_FR,
        "store": STORE_FR,
        "summary": "Seulement les nombres.",
        "as_of": "Jour (AAAA-MM-JJ) auquel on se place.",
        "years": "Années de silence à partir desquelles un lien est dit silencieux.",
        "most": "Lignes montrées par sorte ; 0 : toutes.",
        "form": "Forme : text, json ou csv.",
    },
)
@click.argument("names", nargs=-1, metavar="[NAME…]")
@data_option
@store_option
@click.option("--summary", is_flag=True, help="Numbers only.")
@click.option("--as-of", metavar="DAY", help="Day (YYYY-MM-DD) as of which things are past.")
@click.option(
    "--years", type=click.IntRange(0), default=10, show_default=True,
    help="Years of silence after which a tie is called silent.",
)  # fmt: skip
@click.option(
    "--most", type=click.IntRange(0), default=10, show_default=True,
    help="Rows shown of each kind; 0: all.",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "csv"]), default="text",
    show_default=True, help="Form of the answer.",
)  # fmt: skip
@click.pass_context
def command(
    context: click.Context,
    names: tuple[str, ...],
    data: Path | None,
    store: str | None,
    summary: bool,
    as_of: str | None,
    years: int,
    most: int,
    form: str,
) -> None:
    """Tell what is missing, and what to do about it.

    Plans without trace, silent ties, agreements without date, records of one shore or one source,
    sessions missing in a series … Without a name: every kind of gap; "--summary" gives the numbers
    only. What is past is past as of the day of the latest source.

      coopgraph gaps --summary
      coopgraph gaps missing-sessions
    """
    from coopgraph.views.gaps import find_gaps

    graph, language = open_graph(context, data, store), language_of(context)
    with progress_bar(context, "Lacunes :", "Gaps:") as progress:
        gaps = find_gaps(
            graph, names, language=language, as_of=as_of, years=years, progress=progress
        )
    if form == "json":
        click.echo(json.dumps([_fields(gap, language) for gap in gaps], ensure_ascii=False))
    elif form == "csv":
        _write_csv(gaps, language)
    elif summary:
        _print_summary(context, gaps, language)
    else:
        for gap in gaps:
            _print_gap(context, gap, language, most)


def _cells(gap: Gap, language: str) -> list[dict[str, str]]:
    """Return the rows as text, ids in place of IRIs."""
    from coopgraph.queries.formats.cells import cell_text

    names = gap.result.variables
    return [
        dict(zip(names, (cell_text(cell, language) for cell in row), strict=True))
        for row in gap.result.rows
    ]


def _fields(gap: Gap, language: str) -> dict[str, object]:
    header = gap.question.header
    return {
        "gap": gap.question.id,
        "title": header.title.text(language),
        "step": header.step.text(language),
        "number": len(gap.result.rows),
        "rows": _cells(gap, language),
    }


def _write_csv(gaps: list[Gap], language: str) -> None:
    """Write one line for each thing that is missing: what a curator works through."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("gap", "record", "label", "detail", "step"))
    for gap in gaps:
        step = gap.question.header.step.text(language)
        for row in _cells(gap, language):
            cells = (row["record"], row.get("recordLabel", ""), row.get("detail", ""))
            writer.writerow((gap.question.id, *cells, step))


def _print_summary(context: click.Context, gaps: list[Gap], language: str) -> None:
    width = max(len(gap.question.id) for gap in gaps)
    for gap in gaps:
        title = gap.question.header.title.text(language)
        click.echo(f"{len(gap.result.rows):>6}  {gap.question.id:<{width}}  {title}")
    total = sum(len(gap.result.rows) for gap in gaps)
    say(context, f"{total} lacunes en tout.", f"{total} gaps in all.", err=True)


def _print_gap(context: click.Context, gap: Gap, language: str, most: int) -> None:
    """Print one kind of gap: its title and number, its rows, the next step."""
    header, rows = gap.question.header, _cells(gap, language)
    click.secho(f"{header.title.text(language)} ({len(rows)})", bold=True)
    shown = rows[:most] if most else rows
    for row in shown:
        label, detail = row.get("recordLabel", ""), row.get("detail", "")
        tail = f" — {detail}" if detail else ""
        click.echo(f"  {row['record']}  {label}{tail}")
    if len(shown) < len(rows):
        left, name = len(rows) - len(shown), gap.question.id
        say(
            context,
            f"  … et {left} de plus : coopgraph gaps {name} --most 0",
            f"  … and {left} more: coopgraph gaps {name} --most 0",
        )
    if rows:
        click.echo(f"  → {header.step.text(language)}")
    click.echo()
