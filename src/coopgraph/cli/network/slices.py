"""``coopgraph network slices``: one network step by step, how large it is or what ties it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from coopgraph.cli.bilingual import BilingualCommand, language_of, say
from coopgraph.cli.network.cutting import CUTTING_FR, Cut, cutting_options
from coopgraph.cli.network.measuring import Column, whole_period, write_rows

if TYPE_CHECKING:
    from coopgraph.network.slices import Slice

__all__ = ["command"]

_STEP = (Column("first", "du", "from"), Column("last", "au", "to"))
_SIZES = (
    *_STEP,
    Column("nodes", "nœuds", "nodes"),
    Column("ties", "liens", "ties"),
    Column("begun", "nouveaux", "new"),
    Column("ended", "éteints", "ended"),
)
_TIES = (
    *_STEP,
    Column("source", "de", "from node"),
    Column("target", "à", "to node"),
    Column("source_label", "nom", "name"),
    Column("target_label", "nom de l’autre", "name of the other"),
    Column("kind", "lien", "tie"),
    Column("record", "fiche", "record"),
    Column("edtf", "date", "date"),
)


@click.command(
    "slices",
    cls=BilingualCommand,
    help_fr="""Découper un réseau dans le temps, pas à pas.

Un pas dure un jour, une semaine, un mois, un trimestre, un an, une décennie, ou plusieurs : « 3
mois », 2w, 10y. Une ligne par pas : combien de nœuds et de liens, combien de liens nouveaux ou
éteints depuis le pas d’avant. Avec « --ties » : une ligne par lien et par pas, sous les noms
d’alors.

  coopgraph network slices actors --from 2000 --to 2020 --step 5y --lang fr
  coopgraph network slices territories --step trimestre --ties --format csv --lang fr""",
    options_fr={
        **{name: text for name, text in CUTTING_FR.items() if name != "day"},
        "step": "Durée d’un pas : jour, semaine, mois, trimestre, an, décennie, « 3 mois », 10y.",
        "growing": "Garder tout ce qui a tenu avant, et non le seul réseau en cours.",
        "mode": "Ce qui a pu, ou ce qui a sûrement tenu dans le pas.",
        "ties": "Une ligne par lien et par pas, au lieu d’une par pas.",
    },
)
@click.argument("name")
@cutting_options("What may, or what surely does hold in the step.", at=False)
@click.option(
    "--step", metavar="STEP", default="year", show_default=True,
    help='How long a step is: day, week, month, quarter, year, decade, "3 months", 10y.',
)  # fmt: skip
@click.option("--growing", is_flag=True, help="Keep all that held before, not what holds then.")
@click.option("--ties", is_flag=True, help="One row per tie and step, in place of one per step.")
@click.pass_context
def command(
    context: click.Context, asked: Cut, name: str, step: str, growing: bool, ties: bool
) -> None:
    """Cut a network in time, step by step.

    A step is a day, a week, a month, a quarter, a year, a decade, or several of them: "3 months",
    2w, 10y. One row per step: how many nodes and ties, how many ties are new or have ended since
    the step before. With "--ties": one row per tie and step, under the names of then.

      coopgraph network slices actors --from 2000 --to 2020 --step 5y
      coopgraph network slices territories --step quarter --ties --format csv
    """
    from coopgraph.network.borne import read_names_borne
    from coopgraph.network.slices import slices
    from coopgraph.network.steps import read_step

    length, period = read_step(step), asked.period
    opened = asked.open(context, name)
    begin, end = whole_period(opened.network, period, "year")
    parts = slices(
        opened.network, begin, end, step=length, growing=growing,
        mode=asked.mode, names=read_names_borne(opened.graph),
    )  # fmt: skip
    if ties:
        write_rows(context, _TIES, list(_rows_of_ties(parts, language_of(context))), asked.form)
        return
    rows = list(_rows_of_sizes(parts))
    write_rows(context, _SIZES, rows, asked.form)
    say(context, f"{len(rows)} pas.", f"{len(rows)} steps.", err=True)


def _rows_of_sizes(parts: Iterator[Slice]) -> Iterator[Sequence[str | int | None]]:
    """Yield the size of each step; the first has none before it to be compared with."""
    before: set[tuple[str, str, str]] | None = None
    for part in parts:
        held = {edge[:3] for edge in part.edges}
        changed = (None, None) if before is None else (len(held - before), len(before - held))
        yield (*_days(part.first, part.last), len(part.nodes), len(held), *changed)
        before = held


def _rows_of_ties(parts: Iterator[Slice], language: str) -> Iterator[Sequence[str]]:
    for part in parts:
        network = part.network()
        called = {
            node: str(data.get(f"label_{language}") or data.get("label_fr") or node)
            for node, data in network.nodes(data=True)
        }
        for source, target, tie in network.edges(data=True):
            told = (str(tie.get(name, "")) for name in ("kind", "record", "edtf"))
            days = _days(part.first, part.last)
            yield (*days, source, target, called[source], called[target], *told)


def _days(first: date, last: date) -> tuple[str, str]:
    return first.isoformat(), last.isoformat()
