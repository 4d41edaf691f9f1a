"""``coopgraph network stats``: measures of a network, period by period."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from coopgraph.cli.bilingual import BilingualCommand, language_of
from coopgraph.cli.network.actor_figures import show_actors
from coopgraph.cli.network.headings import (
    first_words,
    measure_title,
    period_words,
    span_words,
    spell_figures,
)
from coopgraph.cli.network.measuring import (
    OPTIONS_FR,
    Asked,
    Opened,
    growing_option,
    measuring_options,
    read_period,
    usual_step,
    whole_steps,
)
from coopgraph.cli.network.writing import (
    FORMS,
    Column,
    Target,
    output_option,
    read_target,
    write_drawing,
    write_rows,
)
from coopgraph.errors import UsageError

if TYPE_CHECKING:
    from datetime import date

    from coopgraph.network.measures.periods import PeriodValue
    from coopgraph.network.steps import AnyStep

__all__ = ["command"]

_USUAL = ("actors", "pairs", "density", "components", "communities", "shore-pairs")


@click.command(
    "stats",
    cls=BilingualCommand,
    help_fr="""Mesurer un réseau au fil du temps.

Taille, densité, composantes, communautés, liens entre les rives… par périodes ; « --actor » mesure
un acteur, « --actors » chacun, « --top » les premiers. Chaque chiffre vaut pour le réseau certain,
puis pour le réseau possible : « 12–15 ».

  coopgraph network stats --from 1965 --step 10y --lang fr
  coopgraph network stats --top 5 --by betweenness -o intermediaires.parquet --lang fr
  coopgraph network stats --actor cnrs --measure degree -o cnrs.svg --lang fr""",
    options_fr={
        **OPTIONS_FR,
        "step": "Durée d’une période : an, décennie, 3m, trimestre … (5y, si rien n’est dit).",
        "measures": "Une mesure, répétable ; « all » : toutes.",
        "actor": "Mesurer cet acteur : identifiant ou nom.",
        "actors": "Mesurer chaque acteur.",
        "top": "Ne garder que les premiers acteurs.",
        "by": "La mesure qui range les acteurs : degree, si rien n’est dit.",
    },
)
@measuring_options
@click.option("--step", help="Length of a period: year, decade, 3m, quarter … (5y, if left out).")
@click.option("--measure", "measures", multiple=True, help='A measure, repeatable; "all": each.')
@click.option("--actor", metavar="A", help="Measure this actor: an id or a name.")
@click.option("--actors", is_flag=True, help="Measure each actor.")
@click.option("--top", type=click.IntRange(1), metavar="N", help="Keep only the first actors.")
@click.option("--by", metavar="MEASURE", help="The measure that ranks actors: degree, if left out.")
@growing_option
@click.option("--format", "form", metavar="FORM", help=f"Form: {', '.join(FORMS)}.")
@output_option
@click.pass_context
def command(
    context: click.Context,
    asked: Asked,
    step: str | None,
    measures: Sequence[str],
    actor: str | None,
    actors: bool,
    top: int | None,
    by: str | None,
    growing: bool,
    form: str | None,
    output: Path | None,
) -> None:
    """Measure a network over time.

    Size, density, components, communities, ties across the shores … period by period; "--actor"
    measures one actor, "--actors" each, "--top" the first ones. Each figure holds for the certain,
    then for the possible network: "12–15".

      coopgraph network stats --from 1965 --step 10y
      coopgraph network stats --top 5 --by betweenness -o brokers.parquet
      coopgraph network stats --actor cnrs --measure degree -o cnrs.svg
    """
    from coopgraph.network.steps import read_step

    target, period = read_target(form, output), read_period(asked.first, asked.last)
    length = read_step(step) if step else usual_step(period)
    each = actors or top is not None or by is not None
    if each and actor is not None:
        raise UsageError(
            "Give --actor for one actor, or --actors, --top, --by for several, not both.",
            "Donner --actor pour un acteur, ou --actors, --top, --by pour plusieurs, mais pas les"
            " deux.",
        )
    wanted = _measures(measures, of_actor=each or actor is not None)
    ranking = _measures([by] if by else [], of_actor=True)[0]
    opened = asked.open(context)
    steps = _Steps(*whole_steps(context, opened.network, period, length), length, growing)
    if each:
        drawn = wanted if measures else [ranking]
        _show_each(context, asked, opened, steps, target, wanted, drawn, ranking, top)
    else:
        _show_whole(context, asked, opened, steps, target, wanted, actor)


class _Steps(NamedTuple):
    """The period that is measured, how it is cut, and whether ties add up."""

    begin: date
    end: date
    length: AnyStep
    growing: bool


def _show_whole(
    context: click.Context,
    asked: Asked,
    opened: Opened,
    steps: _Steps,
    target: Target,
    measures: Sequence[str],
    actor: str | None,
) -> None:
    """Write or draw the figures of the network, or of one actor."""
    from coopgraph.network.measures.periods import measure_over_time

    node = None if actor is None else _node(opened, actor)
    rows = measure_over_time(
        opened.network, steps.begin, steps.end, step=steps.length, measures=measures, actor=node,
        growing=steps.growing, engine=asked.engine,
    )  # fmt: skip
    if target.is_chart:
        _draw(context, opened, rows, node, target)
    else:
        _write(context, opened, rows, measures, target)


def _show_each(
    context: click.Context,
    asked: Asked,
    opened: Opened,
    steps: _Steps,
    target: Target,
    measures: Sequence[str],
    drawn: Sequence[str],
    by: str,
    top: int | None,
) -> None:
    """Write or draw the figures of each actor, or of the first ones."""
    from coopgraph.network.measures.periods import measure_actors_over_time
    from coopgraph.network.steps import periods

    rows = measure_actors_over_time(
        opened.network, steps.begin, steps.end, step=steps.length, measures=measures, top=top,
        by=by, growing=steps.growing, engine=asked.engine,
    )  # fmt: skip
    days = [
        (first.isoformat(), last.isoformat())
        for first, last in periods(steps.begin, steps.end, steps.length)
    ]
    show_actors(context, opened, rows, days, target, drawn=drawn, top=top)


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
    target: Target,
) -> None:
    """Write one line for each period and measure; for people, one for each period."""
    if not target.is_for_people:
        columns = [
            Column("first", "du", "from"),
            Column("last", "au", "to"),
            Column("measure", "mesure", "measure"),
            Column("certain", "réseau certain", "certain network"),
            Column("possible", "réseau possible", "possible network"),
        ]
        write_rows(context, columns, rows, target.form, target.path)
        return
    language = language_of(context)
    lines: dict[str, list[str | float | None]] = {}
    for row in rows:
        label = period_words(row.first, row.last)
        told = spell_figures(row.certain, row.possible, language)
        lines.setdefault(label, [label]).append(told)
    columns = [Column("period", "période", "period")]
    columns += [
        Column(name.replace("-", "_"), *measure_title(opened.noun, name)) for name in measures
    ]
    write_rows(context, columns, list(lines.values()), target.form, target.path)


def _draw(
    context: click.Context,
    opened: Opened,
    rows: Sequence[PeriodValue],
    node: str | None,
    target: Target,
) -> None:
    from coopgraph.render.charts import Panel, draw_chart

    language = language_of(context)
    told = opened.network.nodes[node] if node is not None else {}
    network = str(getattr(opened, f"title_{language}"))
    title = str(told.get(f"label_{language}") or node or network)
    panels = []
    for name in dict.fromkeys(row.measure for row in rows):
        own = [row for row in rows if row.measure == name]
        heading = measure_title(opened.noun, name)[0 if language == "fr" else 1]
        values = [row.certain for row in own], [row.possible for row in own]
        panels.append(Panel(heading[:1].upper() + heading[1:], *values))
    span = span_words(rows[0].first, rows[-1].last, language)
    begins = list(dict.fromkeys(first_words(row.first, row.last) for row in rows))
    subtitle = span if title == network else f"{network} · {span}"
    svg = draw_chart(title, begins, panels, subtitle=subtitle, language=language)
    write_drawing(context, svg, target.path)
