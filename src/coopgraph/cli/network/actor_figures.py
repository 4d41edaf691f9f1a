"""The figures of each actor, period by period: as rows, as a table for people, as a chart.

For people, one measure gives a line for each actor with its periods side by side; several give a
line for each actor and period. Programs get a line for each actor, period and measure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from coopgraph.cli.bilingual import language_of, say
from coopgraph.cli.network.headings import (
    first_words,
    measure_title,
    period_words,
    span_words,
    spell_figures,
    titled,
)
from coopgraph.cli.network.measuring import Column, Opened, labels_of, write_rows
from coopgraph.cli.network.writing import Target, write_drawing

if TYPE_CHECKING:
    import click

    from coopgraph.network.measures.periods import ActorValue

__all__ = ["show_actors"]

_DRAWN = 10
_Days = tuple[str, str]


def show_actors(
    context: click.Context,
    opened: Opened,
    rows: Sequence[ActorValue],
    periods: Sequence[_Days],
    target: Target,
    *,
    drawn: Sequence[str],
    top: int | None,
) -> None:
    """Write the rows as `target` says; a chart shows the measures `drawn` of the first actors."""
    if target.is_chart:
        _draw(context, opened, rows, periods, target, drawn, top or _DRAWN)
        return
    if not target.is_for_people:
        _write_all(context, opened, rows, target)
        return
    measures = list(dict.fromkeys(row.measure for row in rows))
    write = _write_one_measure if len(measures) == 1 else _write_measures
    columns, lines = write(opened, rows, periods, measures, language_of(context))
    write_rows(context, columns, lines, target.form, target.path)


def _write_all(
    context: click.Context, opened: Opened, rows: Sequence[ActorValue], target: Target
) -> None:
    columns = [
        Column("first", "du", "from"),
        Column("last", "au", "to"),
        Column("actor", "identifiant", "id"),
        Column("label", opened.noun.fr, opened.noun.en),
        Column("measure", "mesure", "measure"),
        Column("certain", "réseau certain", "certain network"),
        Column("possible", "réseau possible", "possible network"),
        Column("error_certain", "erreur type (certain)", "standard error (certain)"),
        Column("error_possible", "erreur type (possible)", "standard error (possible)"),
    ]
    labels, language = labels_of(opened), language_of(context)
    told = [
        (*row[:3], getattr(labels[row.actor], language), *row[3:6], *row.errors) for row in rows
    ]
    write_rows(context, columns, told, target.form, target.path)


def _write_one_measure(
    opened: Opened,
    rows: Sequence[ActorValue],
    periods: Sequence[_Days],
    measures: Sequence[str],
    language: str,
) -> tuple[list[Column], list[list[str | float | None]]]:
    labels, found = labels_of(opened), _by_place(rows)
    columns = [Column("actor", opened.noun.fr, opened.noun.en)]
    for first, last in periods:
        words = period_words(first, last)
        columns.append(Column(f"p{first.replace('-', '_')}", words, words))
    lines: list[list[str | float | None]] = []
    for actor in _ordered(rows):
        cells = [
            spell_figures(*found.get((days, actor, measures[0]), (0.0, 0.0)), language)
            for days in periods
        ]
        lines.append([getattr(labels[actor], language), *cells])
    return columns, lines


def _write_measures(
    opened: Opened,
    rows: Sequence[ActorValue],
    periods: Sequence[_Days],
    measures: Sequence[str],
    language: str,
) -> tuple[list[Column], list[list[str | float | None]]]:
    labels, found = labels_of(opened), _by_place(rows)
    columns = [
        Column("actor", opened.noun.fr, opened.noun.en),
        Column("period", "période", "period"),
        *(Column(name, *measure_title(opened.noun, name)) for name in measures),
    ]
    lines: list[list[str | float | None]] = []
    for actor, first, last in dict.fromkeys((row.actor, row.first, row.last) for row in rows):
        cells = [spell_figures(*found[(first, last), actor, name], language) for name in measures]
        lines.append([getattr(labels[actor], language), period_words(first, last), *cells])
    return columns, lines


def _draw(
    context: click.Context,
    opened: Opened,
    rows: Sequence[ActorValue],
    periods: Sequence[_Days],
    target: Target,
    drawn: Sequence[str],
    most: int,
) -> None:
    from coopgraph.render.charts import Panel, draw_chart

    language = language_of(context)
    labels, found = labels_of(opened), _by_place(rows)
    actors = _ordered(rows)
    titles = {name: measure_title(opened.noun, name)[language != "fr"] for name in drawn}
    panels = []
    for actor in actors[:most]:
        for name in drawn:
            figures = [found.get((days, actor, name), (0.0, 0.0)) for days in periods]
            own = getattr(labels[actor], language)
            title = own if len(drawn) == 1 else f"{own} · {titles[name]}"
            panels.append(Panel(title, [one for one, _ in figures], [two for _, two in figures]))
    title = titled(opened, ", ".join(titles.values()), language)
    svg = draw_chart(
        title, [first_words(*days) for days in periods], panels, language=language,
        subtitle=span_words(periods[0][0], periods[-1][1], language), one_scale=len(drawn) == 1,
    )  # fmt: skip
    write_drawing(context, svg, target.path)
    if len(actors) > most:
        say(
            context,
            f"{most} sur {len(actors)} sont dessinés : --top en dit un autre nombre.",
            f"{most} of {len(actors)} are drawn: --top gives another number.",
            err=True,
        )


def _ordered(rows: Sequence[ActorValue]) -> list[str]:
    """Return each actor once, as `measure_actors_over_time` ranks them."""
    return list(dict.fromkeys(row.actor for row in rows))


def _by_place(rows: Sequence[ActorValue]) -> Mapping[tuple[_Days, str, str], tuple[float, float]]:
    return {
        ((row.first, row.last), row.actor, row.measure): (row.certain, row.possible) for row in rows
    }
