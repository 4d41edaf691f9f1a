"""``coopgraph network stats``: measures of a network, period by period."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coopgraph.cli.bilingual import BilingualCommand, language_of, say
from coopgraph.cli.network.measuring import (
    FORMS,
    OPTIONS_FR,
    Asked,
    Column,
    Opened,
    growing_option,
    measuring_options,
    read_period,
    read_step,
    whole_period,
    write_rows,
)
from coopgraph.errors import UsageError

if TYPE_CHECKING:
    from coopgraph.network.measures.periods import PeriodValue

__all__ = ["command"]

_USUAL = ("actors", "pairs", "density", "components", "communities", "shore-pairs")
_NOT_TOLD = "·"


@click.command(
    "stats",
    cls=BilingualCommand,
    help_fr="""Mesurer un réseau au fil du temps.

Taille, densité, composantes, communautés, liens entre les rives… par périodes ; « --actor » mesure
un acteur. Chaque chiffre vaut pour le réseau certain, puis pour le réseau possible : « 12–15 ».

  coopgraph network stats --from 1965 --step 10y --lang fr
  coopgraph network stats --actor cnrs --measure degree -o cnrs.svg --lang fr""",
    options_fr={
        **OPTIONS_FR,
        "step": "Durée d’une période : month, year, decade, ou des années (5y).",
        "measures": "Une mesure, répétable ; « all » : toutes.",
        "actor": "Mesurer cet acteur : identifiant ou nom.",
        "output": "Dessiner les mesures dans ce fichier SVG.",
    },
)
@measuring_options
@click.option(
    "--step", default="5y", show_default=True,
    help="Length of a period: month, year, decade, or years (5y).",
)  # fmt: skip
@click.option("--measure", "measures", multiple=True, help='A measure, repeatable; "all": each.')
@click.option("--actor", metavar="A", help="Measure this actor: an id or a name.")
@growing_option
@click.option("--format", "form", metavar="FORM", help=f"Form: {', '.join(FORMS)}.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Draw the measures into this SVG file."
)
@click.pass_context
def command(
    context: click.Context,
    asked: Asked,
    step: str,
    measures: Sequence[str],
    actor: str | None,
    growing: bool,
    form: str | None,
    output: Path | None,
) -> None:
    """Measure a network over time.

    Size, density, components, communities, ties across the shores … period by period; "--actor"
    measures one actor. Each figure holds for the certain, then for the possible network: "12–15".

      coopgraph network stats --from 1965 --step 10y
      coopgraph network stats --actor cnrs --measure degree -o cnrs.svg
    """
    from coopgraph.network.measures.periods import measure_over_time

    if output is not None and output.suffix != ".svg":
        raise UsageError(
            f"A chart is an SVG file: name it {output.stem}.svg.",
            f"Un graphique est un fichier SVG : le nommer {output.stem}.svg.",
        )
    length, period = read_step(step), read_period(asked.first, asked.last)
    wanted = _measures(measures, of_actor=actor is not None)
    opened = asked.open(context)
    begin, end = whole_period(opened.network, period, length)
    node = None if actor is None else _node(opened, actor)
    rows = measure_over_time(
        opened.network, begin, end, step=length, measures=wanted, actor=node, growing=growing,
        engine=asked.engine,
    )  # fmt: skip
    if output is not None:
        _draw(context, opened, rows, node, output)
    if form is not None or output is None:
        _write(context, opened, rows, wanted, form or "table")


def _measures(given: Sequence[str], *, of_actor: bool) -> list[str]:
    """Return the measures that are meant.

    Raises:
        UsageError: one is not on offer; the message names those that are.
    """
    from coopgraph.network.measures.actors import NODE_MEASURES
    from coopgraph.network.measures.shape import SHAPE_MEASURES

    known = list(NODE_MEASURES if of_actor else SHAPE_MEASURES)
    if "all" in given:
        return known
    wrong = [name for name in given if name not in known]
    if wrong:
        names = ", ".join(known)
        raise UsageError(
            f"There is no measure {', '.join(wrong)} here. Known: {names}, all.",
            f"La mesure {', '.join(wrong)} n’existe pas ici. Mesures connues : {names}, all.",
        )
    return list(dict.fromkeys(given)) or (known if of_actor else list(_USUAL))


def _node(opened: Opened, actor: str) -> str:
    """Return the node that an id or a name means."""
    from coopgraph.identifiers import split_iri
    from coopgraph.views.names import find_record

    node = actor if actor in opened.network else split_iri(find_record(opened.graph, actor))[1]
    if node not in opened.network:
        raise UsageError(
            f"{actor} is no node of this network: choose another projection.",
            f"{actor} n’est pas un nœud de ce réseau : choisir une autre projection.",
        )
    return node


def _write(
    context: click.Context,
    opened: Opened,
    rows: Sequence[PeriodValue],
    measures: Sequence[str],
    form: str,
) -> None:
    """Write one line for each period and measure; for people, one for each period."""
    if form not in ("table", "markdown"):
        columns = [
            Column("first", "du", "from"),
            Column("last", "au", "to"),
            Column("measure", "mesure", "measure"),
            Column("certain", "réseau certain", "certain network"),
            Column("possible", "réseau possible", "possible network"),
        ]
        write_rows(context, columns, rows, form)
        return
    language = language_of(context)
    lines: dict[str, list[str | float | None]] = {}
    for row in rows:
        label = _period_words(row)
        lines.setdefault(label, [label]).append(_cell(row, language))
    columns = [Column("period", "période", "period")]
    columns += [Column(name.replace("-", "_"), *_title(opened, name)) for name in measures]
    write_rows(context, columns, list(lines.values()), form)


def _title(opened: Opened, measure: str) -> tuple[str, str]:
    """Return the heading of a measure in French and English; nodes are called what they are."""
    from coopgraph.network.measures.catalogue import MEASURES

    if measure == "actors":
        return opened.noun.plural_fr, opened.noun.plural_en
    return MEASURES[measure].title_fr, MEASURES[measure].title_en


def _cell(row: PeriodValue, language: str) -> str:
    """Return a figure of both networks in few characters."""
    from coopgraph.views.brokers import as_number

    told = [
        _NOT_TOLD if value is None else as_number(value, "fr" if language == "fr" else "en")
        for value in (row.certain, row.possible)
    ]
    return "–".join(dict.fromkeys(told))


def _period_words(row: PeriodValue) -> str:
    """Return the years of a period, or its month."""
    if row.first[:7] == row.last[:7]:
        return row.first[:7]
    return "–".join(dict.fromkeys((row.first[:4], row.last[:4])))


def _draw(
    context: click.Context,
    opened: Opened,
    rows: Sequence[PeriodValue],
    node: str | None,
    output: Path,
) -> None:
    from coopgraph.files import replacing
    from coopgraph.render.charts import Panel, draw_chart

    language = language_of(context)
    told = opened.network.nodes[node] if node is not None else {}
    title = str(told.get(f"label_{language}") or getattr(opened, f"title_{language}"))
    panels = []
    for name in dict.fromkeys(row.measure for row in rows):
        own = [row for row in rows if row.measure == name]
        heading = _title(opened, name)[0 if language == "fr" else 1]
        values = [row.certain for row in own], [row.possible for row in own]
        panels.append(Panel(heading[:1].upper() + heading[1:], *values))
    short = rows[0].first[:7] == rows[0].last[:7]
    begins = list(dict.fromkeys(row.first[: 7 if short else 4] for row in rows))
    svg = draw_chart(title, begins, panels, language=language)
    with replacing(output) as stream:
        stream.write(svg.encode("utf-8"))
    say(
        context,
        f"{output} : {len(panels)} mesures, {len(begins)} périodes.",
        f"{output}: {len(panels)} measures, {len(begins)} periods.",
        err=True,
    )
