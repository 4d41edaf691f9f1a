"""``coopgraph network communities``: groups of a network, and what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from coopgraph.cli.bilingual import BilingualCommand, language_of, say
from coopgraph.cli.network.measuring import (
    OPTIONS_FR,
    Asked,
    Opened,
    growing_option,
    labels_of,
    measuring_options,
    mode_option,
    read_period,
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

if TYPE_CHECKING:
    from datetime import date

    from coopgraph.network.measures.communities import Community
    from coopgraph.network.measures.histories import Chapter
    from coopgraph.network.slices import Mode
    from coopgraph.network.steps import AnyStep

__all__ = ["command"]

_EVENTS_FR = {
    "born": "naît",
    "lasting": "dure",
    "merged": "absorbe",
    "split": "se détache",
    "absorbed": "se fond",
    "died": "disparaît",
}
_NAMED = 3


@click.command(
    "communities",
    cls=BilingualCommand,
    help_fr="""Trouver les communautés d’un réseau, ou les suivre dans le temps.

Une communauté est un groupe dont les acteurs sont liés entre eux plus qu’au hasard. Sans
« --step » : celles de la période entière, avec leurs membres du réseau certain et du réseau
possible. Avec « --step » : ce que chacune devient, période par période, sous un numéro qui reste.

  coopgraph network communities --top 5 --lang fr
  coopgraph network communities --from 2000 --step 5y -o groupes.svg --lang fr""",
    options_fr={
        **OPTIONS_FR,
        "step": "Suivre par pas : an, décennie, 5y, 3m, trimestre …",
        "top": "Combien de communautés, les plus grandes d’abord ; 0 : toutes.",
        "mode": "Réseau que l’on suit : possibly ou certainly.",
        "seed": "Graine du tirage : la même donne les mêmes communautés.",
    },
)
@measuring_options
@click.option("--step", metavar="STEP", help="Follow by steps: year, decade, 5y, 3m, quarter …")
@click.option(
    "--top", type=click.IntRange(0), default=10, show_default=True,
    help="How many, the largest first; 0: all.",
)  # fmt: skip
@growing_option
@mode_option("mode", "The network that is followed.")
@click.option("--seed", default=0, show_default=True, help="The same gives the same communities.")
@click.option(
    "--format", "form", metavar="FORM", help=f"Form: {', '.join(FORMS)}.",
)  # fmt: skip
@output_option
@click.pass_context
def command(
    context: click.Context,
    asked: Asked,
    step: str | None,
    top: int,
    growing: bool,
    mode: Any,  # possibly or certainly, as click has seen to
    seed: int,
    form: str | None,
    output: Path | None,
) -> None:
    """Find the communities of a network, or follow them over time.

    A community is a group whose actors are tied among themselves more than by chance. Without
    "--step": those of the whole period, each with its members in the certain and in the possible
    network. With "--step": what becomes of each, period by period, under a number that stays.

      coopgraph network communities --top 5
      coopgraph network communities --from 2000 --step 5y -o groups.svg
    """
    from coopgraph.network.steps import read_step

    target = read_target(form, output)
    period, length = read_period(asked.first, asked.last), read_step(step) if step else None
    opened = asked.open(context)
    if length is None:
        _find(context, asked, opened, period, top, seed, target)
        return
    days = whole_steps(context, opened.network, period, length)
    _follow(context, asked, opened, days, (length, growing, mode, seed), top, target)


def _find(
    context: click.Context,
    asked: Asked,
    opened: Opened,
    period: tuple[date | None, date | None],
    top: int,
    seed: int,
    target: Target,
) -> None:
    """Write or draw the communities of the whole period."""
    from coopgraph.cli.network.pictures import draw_communities
    from coopgraph.network.measures.communities import list_communities

    found = list_communities(opened.network, *period, seed=seed, engine=asked.engine)
    kept = found[: top or None]
    if target.is_chart:
        svg = draw_communities(opened, kept, period, language_of(context))
        write_drawing(context, svg, target.path)
    else:
        _write_communities(context, opened, kept, target)
    if target.is_chart or target.form == "table":
        say(
            context,
            f"{len(found)} communautés en tout.",
            f"{len(found)} communities in all.",
            err=True,
        )


def _follow(
    context: click.Context,
    asked: Asked,
    opened: Opened,
    days: tuple[date, date],
    how: tuple[AnyStep, bool, Mode, int],
    top: int,
    target: Target,
) -> None:
    """Write or draw what becomes of each community, period by period."""
    from coopgraph.cli.network.pictures import draw_chapters
    from coopgraph.network.measures.histories import follow
    from coopgraph.network.measures.periods import communities_over_time

    length, growing, mode, seed = how
    divisions = communities_over_time(
        opened.network, *days, step=length, growing=growing, mode=mode, seed=seed,
        engine=asked.engine,
    )  # fmt: skip
    found = follow([division.communities for division in divisions])
    chapters = _largest(found, top)
    periods = [(division.first, division.last) for division in divisions]
    if target.is_chart:
        others = sorted(set(found) - set(chapters))
        svg = draw_chapters(opened, chapters, others, periods, mode, language_of(context))
        write_drawing(context, svg, target.path)
    else:
        _write_chapters(context, opened, chapters, periods, target)


def _largest(chapters: Sequence[Chapter], top: int) -> list[Chapter]:
    """Return the chapters of the communities that were the largest at any time."""
    sizes: dict[int, int] = {}
    for chapter in chapters:
        sizes[chapter.community] = max(sizes.get(chapter.community, 0), len(chapter.members))
    kept = sorted(sizes, key=lambda name: (-sizes[name], name))[: top or None]
    return [chapter for chapter in chapters if chapter.community in set(kept)]


def _write_communities(
    context: click.Context, opened: Opened, found: Sequence[Community], target: Target
) -> None:
    columns = [
        Column("community", "n°", "no."),
        Column("members_certain", "membres (certain)", "members (certain)"),
        Column("members_possible", "membres (possible)", "members (possible)"),
        Column("france", "France", "France"),
        Column("quebec", "Québec", "Québec"),
        Column("strongest", "les plus liés", "most tied"),
    ]
    rows = [
        (
            one.number,
            *one.size,
            one.sides.get("france", 0),
            one.sides.get("quebec", 0),
            _names(context, opened, one.members, target),
        )
        for one in found
    ]
    write_rows(context, columns, rows, target.form, target.path)


def _write_chapters(
    context: click.Context,
    opened: Opened,
    chapters: Sequence[Chapter],
    days: Sequence[tuple[str, str]],
    target: Target,
) -> None:
    columns = [
        Column("first", "du", "from"),
        Column("last", "au", "to"),
        Column("community", "n°", "no."),
        Column("event", "ce qui lui arrive", "what happens"),
        Column("partners", "avec", "with"),
        Column("size", "membres", "members"),
        Column("members", opened.noun.plural_fr, opened.noun.plural_en),
    ]
    french = target.is_for_people and language_of(context) == "fr"
    rows = [
        (
            *days[chapter.period],
            chapter.community,
            _EVENTS_FR[chapter.event] if french else chapter.event,
            " ".join(map(str, chapter.partners)),
            len(chapter.members),
            _names(context, opened, chapter.members, target),
        )
        for chapter in chapters
    ]
    write_rows(context, columns, rows, target.form, target.path)


def _names(context: click.Context, opened: Opened, members: Sequence[str], target: Target) -> str:
    """Return a few names for people, all ids for programs."""
    if not target.is_for_people:
        return " ".join(members)
    labels, language = labels_of(opened), language_of(context)
    shown = [getattr(labels[name], language) for name in members[:_NAMED]]
    return ", ".join([*shown, "…"] if len(members) > _NAMED else shown)
