"""``coopgraph network brokers``: who stands between the shores, and what falls apart without."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from coopgraph.cli.bilingual import BilingualCommand, language_of
from coopgraph.cli.network.cutting import period_asked
from coopgraph.cli.network.headings import asked_words, titled
from coopgraph.cli.network.measuring import (
    OPTIONS_FR,
    Asked,
    Opened,
    labels_of,
    measuring_options,
    mode_option,
)
from coopgraph.cli.network.writing import (
    FORMS,
    Column,
    Target,
    output_option,
    read_target,
    write_drawing,
    write_rows,
    write_text,
)

if TYPE_CHECKING:
    from datetime import date

    from coopgraph.network.measures.brokers import Bridge, Broker

__all__ = ["command"]

_LOSSES = (
    ("ties", "liens", "ties"),
    ("shore_ties", "liens vers l’autre rive", "ties to the other shore"),
    ("pairs", "couples coupés", "pairs cut off"),
    ("shore_pairs", "couples des deux rives coupés", "pairs of both shores cut off"),
    ("components_after", "groupes après", "groups after"),
)
_NONE = (
    "Nothing joins the two shores through another in this period; give a longer one.",
    "Rien ne relie les deux rives par un intermédiaire dans cette période ; en donner une plus"
    " longue.",
)


@click.command(
    "brokers",
    cls=BilingualCommand,
    help_fr="""Dire qui se tient entre les deux rives, et ce qui se défait sans lui.

Chaque acteur : combien de couples, l’un en France et l’autre au Québec, ont leur plus court chemin
par lui, du réseau certain au réseau possible ; puis les liens et les couples qui se rompent s’il
part. « --bridges » fait de même pour les liens.

  coopgraph network brokers --from 2010 --to 2020 --top 5 --lang fr
  coopgraph network brokers --bridges -o ponts.svg --lang fr""",
    options_fr={
        **OPTIONS_FR,
        "day": "Un jour, un mois ou une année, au lieu de --from et --to.",
        "top": "Combien d’acteurs.",
        "bridges": "Les liens dont tout dépend, au lieu des acteurs.",
        "rank": "Réseau qui donne l’ordre : possibly ou certainly.",
        "form": f"Forme : text, {', '.join(FORMS)}.",
    },
)
@measuring_options
@click.option("--at", "day", metavar="DATE", help="A day, month or year, in place of --from --to.")
@click.option("--top", type=click.IntRange(1), default=10, show_default=True, help="How many.")
@click.option("--bridges", is_flag=True, help="Ties that all hangs on, in place of actors.")
@mode_option("rank", "The network that gives the order.")
@click.option(
    "--format", "form", metavar="FORM", help=f"Form: text, {', '.join(FORMS)}.",
)  # fmt: skip
@output_option
@click.pass_context
def command(
    context: click.Context,
    asked: Asked,
    day: str | None,
    top: int,
    bridges: bool,
    rank: Any,  # possibly or certainly, as click has seen to
    form: str | None,
    output: Path | None,
) -> None:
    """Tell who stands between the two shores, and what falls apart without them.

    For each actor: how many pairs, one in France and one in Québec, have their shortest way through
    it, from the certain to the possible network; then the ties and pairs that break if it leaves.
    "--bridges" does the same for ties.

      coopgraph network brokers --from 2010 --to 2020 --top 5
      coopgraph network brokers --bridges -o bridges.svg
    """
    from coopgraph.cli.network.pictures import draw_bridges, draw_brokers
    from coopgraph.network.measures.brokers import find_bridges, find_brokers

    target = read_target(form, output, usual="text", extra=("text",))
    period = period_asked(day, asked.first, asked.last)
    opened = asked.open(context)
    if bridges:
        ties = find_bridges(opened.network, *period, top=top)
        if target.is_chart:
            svg = draw_bridges(opened, ties, period, language_of(context))
            write_drawing(context, svg, target.path)
        else:
            _show_bridges(context, opened, ties, target)
        return
    found = find_brokers(opened.network, *period, top=top, rank=rank, engine=asked.engine)
    if target.is_chart:
        svg = draw_brokers(opened, found, period, language_of(context))
        write_drawing(context, svg, target.path)
    else:
        _show_brokers(context, opened, found, period, target)


def _show_brokers(
    context: click.Context,
    opened: Opened,
    brokers: Sequence[Broker],
    period: tuple[date | None, date | None],
    target: Target,
) -> None:
    """Write brokers in sentences, or as rows."""
    from coopgraph.views.brokers import define_brokers, tell_broker

    language, labels = language_of(context), labels_of(opened)
    noun = opened.noun
    if target.form != "text":
        it = "elle" if noun.feminine else "il"
        columns = [
            Column("actor", "identifiant", "id"),
            Column("label", noun.fr, noun.en),
            *_both("between", f"couples entre lesquels {it} se tient", "pairs it lies between"),
            *_both("error", "erreur type", "standard error"),
            *(column for words in _LOSSES for column in _both(*words)),
        ]
        rows = [_row(one, labels, language) for one in brokers]
        write_rows(context, columns, rows, target.form, target.path)
        return
    parts = [f"{titled(opened, asked_words(period, language), language)}\n\n"]
    for place, broker in enumerate(brokers, 1):
        name = click.style(f"{place}. {getattr(labels[broker.actor], language)}", bold=True)
        said = getattr(tell_broker(broker, labels, noun), language)
        parts.append(f"{name}  [{broker.actor}]\n   {said}\n\n")
    end = getattr(define_brokers(noun), language) if brokers else _NONE[language == "fr"]
    write_text(context, "".join([*parts, end, "\n"]), target.path)


def _show_bridges(
    context: click.Context, opened: Opened, bridges: Sequence[Bridge], target: Target
) -> None:
    """Write bridges in sentences, or as rows."""
    from coopgraph.views.brokers import tell_bridge

    language, labels = language_of(context), labels_of(opened)
    if target.form != "text":
        columns = [
            Column("source", opened.noun.fr, opened.noun.en),
            Column("target", f"autre {opened.noun.fr}", f"other {opened.noun.en}"),
            *_both("records", "fiches", "records"),
            *_both("pairs", "couples coupés", "pairs cut off"),
            *_both("shore_pairs", "couples des deux rives coupés", "pairs of both shores cut off"),
        ]
        rows = [
            (bridge.source, bridge.target, *bridge.records, *bridge.pairs, *bridge.shore_pairs)
            for bridge in bridges
        ]
        write_rows(context, columns, rows, target.form, target.path)
        return
    parts = [
        f"{place}. {getattr(tell_bridge(bridge, labels, opened.noun), language)}\n"
        f"   [coopgraph why {bridge.source} {bridge.target}]\n"
        for place, bridge in enumerate(bridges, 1)
    ]
    write_text(context, "".join(parts) or f"{_NONE[language == 'fr']}\n", target.path)


def _both(name: str, fr: str, en: str) -> tuple[Column, Column]:
    """Return the columns of one figure in the certain and the possible network."""
    return (
        Column(f"{name}_certain", f"{fr} (certain)", f"{en} (certain)"),
        Column(f"{name}_possible", f"{fr} (possible)", f"{en} (possible)"),
    )


def _row(broker: Broker, labels: dict[str, Any], language: str) -> list[str | float]:
    row: list[str | float] = [broker.actor, getattr(labels[broker.actor], language)]
    row += [*broker.between, *broker.errors]
    for name, _, _ in _LOSSES:
        row += [getattr(broker.certain, name), getattr(broker.possible, name)]
    return row
