"""What the commands that measure a network share: its options, its period, its steps.

What they write, and where, is in `coopgraph.cli.network.writing`.

>>> usual_step((None, None))
5
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

import click

from coopgraph.cli.bilingual import say
from coopgraph.cli.network.writing import FORMS, WRITING_FR, Column, write_rows
from coopgraph.cli.options import open_graph
from coopgraph.errors import UsageError

if TYPE_CHECKING:
    from coopgraph.network.steps import AnyStep
    from coopgraph.sparql import Queryable
    from coopgraph.views.sentences.changes import Thing

__all__ = [
    "ENGINES",
    "FORMS",
    "OPTIONS_FR",
    "Asked",
    "Column",
    "Opened",
    "growing_option",
    "labels_of",
    "measuring_options",
    "mode_option",
    "open_network",
    "read_period",
    "usual_step",
    "whole_period",
    "whole_steps",
    "write_rows",
]

ENGINES = ("auto", "networkx", "igraph")

OPTIONS_FR = {
    "data": "Dossier des tables (par défaut : celles livrées avec coopgraph).",
    "store": "Graphe déjà construit : dossier, ou adresse d’un point d’accès SPARQL.",
    "projection": "Le réseau mesuré : voir coopgraph network list.",
    "without_inferred": "Laisser de côté ce que le curateur a déduit.",
    "engine": "Qui calcule : networkx, igraph (extra « igraph »), ou auto.",
    "first": "Début de la période : date EDTF ou en mots.",
    "last": "Fin de la période : date EDTF ou en mots.",
    "growing": "Cumuler les liens au lieu de ne garder que ceux qui sont en cours.",
    **WRITING_FR,
}
"""The French texts of `measuring_options`, `growing_option`, ``--format`` and ``-o``."""

_Command: TypeAlias = Callable[..., object]


class Opened(NamedTuple):
    """A graph, one network of it, and what the network and its nodes are called."""

    graph: Queryable
    network: Any  # networkx has no types, and only its stages import it
    title_fr: str
    title_en: str
    noun: Thing


class Asked(NamedTuple):
    """What `measuring_options` were given: which network, in which period, and who computes."""

    data: Path | None
    store: str | None
    projection: str
    first: str | None
    last: str | None
    without_inferred: bool
    engine: Any  # one of ENGINES, as click has seen to

    def open(self, context: click.Context) -> Opened:
        """Open the graph and make the network of it.

        Raises:
            UsageError: there is no such projection.
        """
        given = (self.data, self.store, self.projection)
        return open_network(context, *given, without_inferred=self.without_inferred)


def measuring_options(command: _Command) -> _Command:
    """Add the options of every command that measures: the network, its period, the engine.

    The command is given them in one as `Asked`, after the context.
    """

    @wraps(command)
    def bundled(**given: Any) -> object:  # click hands over what each option holds
        asked = Asked(*(given.pop(name) for name in Asked._fields))
        return command(asked, **given)

    options = (
        click.option(
            "--data",
            type=click.Path(path_type=Path),
            help="Folder of tables (default: the shipped ones).",
        ),
        click.option(
            "--store",
            metavar="DIR|URL",
            help="A graph built before: a folder, or a SPARQL endpoint.",
        ),
        click.option(
            "--projection",
            metavar="NAME",
            default="actors",
            show_default=True,
            help="The network that is measured: see coopgraph network list.",
        ),
        click.option("--from", "first", metavar="DATE", help="Begin: a date in EDTF or in words."),
        click.option("--to", "last", metavar="DATE", help="End: a date in EDTF or in words."),
        click.option(
            "--without-inferred", is_flag=True, help="Leave out what the curator deduced."
        ),
        click.option(
            "--engine",
            type=click.Choice(ENGINES),
            default="auto",
            show_default=True,
            help='Who computes: networkx, igraph (extra "igraph"), or auto.',
        ),
    )
    measuring: _Command = bundled
    for option in reversed(options):
        measuring = option(measuring)
    return measuring


def growing_option(command: _Command) -> _Command:
    """Add ``--growing``."""
    return click.option(
        "--growing", is_flag=True, help="Add ties up, instead of keeping the current ones."
    )(command)


def mode_option(name: str, help_text: str) -> Callable[[_Command], _Command]:
    """Return what adds ``--mode``, handed over as `name`: the possible or the certain network."""
    return click.option(
        "--mode", name, type=click.Choice(["possibly", "certainly"]), default="possibly",
        show_default=True, help=help_text,
    )  # fmt: skip


def open_network(
    context: click.Context,
    data: Path | None,
    store: str | None,
    projection: str,
    *,
    without_inferred: bool,
) -> Opened:
    """Open the graph and make one network of it.

    Raises:
        UsageError: there is no such projection.
    """
    from coopgraph.network.projections import PROJECTIONS, project
    from coopgraph.views.sentences.changes import noun_for

    graph = open_graph(context, data, store)
    network = project(graph, projection, inferred=not without_inferred)
    words = PROJECTIONS[projection]
    return Opened(graph, network, words.title_fr, words.title_en, noun_for(projection))


def labels_of(opened: Opened) -> dict[str, Any]:
    """Return the name of each node in both languages; its id where it has none."""
    from coopgraph.views.model import Words

    return {
        node: Words(str(told.get("label_fr") or node), str(told.get("label_en") or node))
        for node, told in opened.network.nodes(data=True)
    }


def read_period(first: str | None, last: str | None) -> tuple[date | None, date | None]:
    """Return the first and the last day of a period; None for a side that nobody named.

    Raises:
        UsageError: a text is no date, has no day on that side, or the end lies before the begin.

    >>> read_period("2010", None)
    (datetime.date(2010, 1, 1), None)
    """
    begin = _read_day(first, "earliest_begin") if first else None
    end = _read_day(last, "latest_end") if last else None
    if begin and end and end < begin:
        raise UsageError(
            f"The period ends ({end}) before it begins ({begin}): give the earlier date first.",
            f"La période finit ({end}) avant de commencer ({begin}) : donner d’abord la date la"
            " plus ancienne.",
        )
    return begin, end


def whole_period(
    network: Any, period: tuple[date | None, date | None], step: AnyStep
) -> tuple[date, date]:
    """Return the period, open sides filled with the years in which ties begin.

    Raises:
        UsageError: a side is open and no tie has a date, or none begins before the end.
    """
    from coopgraph.network.steps import read_step

    if period[0] and period[1]:
        return period[0], period[1]
    begins = [
        str(day)
        for _, _, tie in network.edges(data=True)
        for day in (tie.get("earliest_begin"), tie.get("latest_begin"))
        if day
    ]
    if not begins:
        raise UsageError(
            "No tie of this network has a date: there is nothing to follow over time.",
            "Aucun lien de ce réseau n’est daté : il n’y a rien à suivre dans le temps.",
        )
    first = period[0] or date.fromisoformat(min(begins)[:4] + "-01-01")
    years, unit = read_step(step)
    if period[0] is None and unit == "year":
        first = first.replace(year=max(1, first.year - first.year % years))
    last = period[1] or max(first, date.fromisoformat(max(begins)[:4] + "-12-31"))
    if last < first:
        raise UsageError(
            f"No tie begins before {last}: give an earlier begin with --from.",
            f"Aucun lien ne commence avant le {last} : donner un début plus ancien, --from.",
        )
    return first, last


def whole_steps(
    context: click.Context, network: Any, period: tuple[date | None, date | None], step: AnyStep
) -> tuple[date, date]:
    """Return the period as `whole_period` does; say it where whole steps reach beyond it.

    Raises:
        UsageError: no tie has a date, or the period is shorter than one step.
    """
    from coopgraph.network.steps import periods

    begin, end = whole_period(network, period, step)
    steps = list(periods(begin, end, step))
    first, last = steps[0][0], steps[-1][1]
    if None not in period and end - begin < steps[0][1] - first:
        raise UsageError(
            f"A step ({first} to {steps[0][1]}) is longer than the period ({begin} to {end}):"
            " give a shorter --step, as month or year, or a longer period.",
            f"Un pas (du {first} au {steps[0][1]}) est plus long que la période (du {begin} au"
            f" {end}) : donner un --step plus court, comme month ou year, ou une période plus"
            " longue.",
        )
    if (period[0] or first, period[1] or last) != (first, last):
        say(
            context,
            f"Les pas sont entiers : ce qui est mesuré va du {first} au {last}.",
            f"Steps are whole: what is measured goes from {first} to {last}.",
            err=True,
        )
    return begin, end


def usual_step(period: tuple[date | None, date | None]) -> int | str:
    """Return the step where none is named: five years, or one that a short period holds.

    >>> usual_step((date(2010, 1, 1), date(2010, 12, 31))), usual_step((None, None))
    ('year', 5)
    """
    if period[0] is None or period[1] is None:
        return 5
    days = (period[1] - period[0]).days + 1
    return 5 if days >= 5 * 365 else "year" if days >= 365 else "month"


def _read_day(text: str, bound: Literal["earliest_begin", "latest_end"]) -> date:
    from coopgraph.dates import InvalidDate, parse_date
    from coopgraph.phrases import read_phrase

    try:
        day: date | None = getattr(parse_date(read_phrase(text).edtf), bound)
    except InvalidDate as problem:
        raise UsageError(
            f"“{text}” is no date: {problem.reason_en}",
            f"« {text} » n’est pas une date : {problem.reason_fr}",
        ) from problem
    if day is None:
        raise UsageError(
            f"“{text}” has no day on that side: give a year, a month or a day.",
            f"« {text} » n’a pas de jour de ce côté : donner une année, un mois ou un jour.",
        )
    return day
