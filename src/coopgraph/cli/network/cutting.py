"""What the commands that cut a network to a period share: their options, the period, the cut."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeAlias

import click

from coopgraph.cli.network.measuring import (
    FORMS,
    Opened,
    mode_option,
    open_network,
    read_period,
)
from coopgraph.cli.options import DATA_FR, STORE_FR, data_option, store_option
from coopgraph.errors import UsageError

__all__ = ["CUTTING_FR", "Cut", "cutting_options", "period_asked"]

CUTTING_FR = {
    "data": DATA_FR,
    "store": STORE_FR,
    "day": "Un jour, un mois ou une année, au lieu de --from et --to.",
    "first": "Début de la période : date EDTF ou en mots.",
    "last": "Fin de la période : date EDTF ou en mots.",
    "form": f"Forme : {', '.join(FORMS)}.",
    "without_inferred": "Laisser de côté ce que le curateur a déduit.",
}
"""The French texts of `cutting_options`, but for ``mode``, which each command says in its way."""

_Command: TypeAlias = Callable[..., object]


class Cut(NamedTuple):
    """What `cutting_options` were given: which graph, which period, how surely, in which form."""

    data: Path | None
    store: str | None
    first: str | None
    last: str | None
    mode: Literal["possibly", "certainly"]
    form: str
    without_inferred: bool
    day: str | None = None

    @property
    def period(self) -> tuple[date | None, date | None]:
        """The period of ``--at``, or of ``--from`` and ``--to``.

        Raises:
            UsageError: both are given, or a text is no date.
        """
        return period_asked(self.day, self.first, self.last)

    def open(self, context: click.Context, projection: str) -> Opened:
        """Open the graph and make the whole network of it.

        Raises:
            UsageError: there is no such projection.
        """
        left_out = self.without_inferred
        return open_network(context, self.data, self.store, projection, without_inferred=left_out)

    def open_cut(self, context: click.Context, projection: str) -> Opened:
        """Open the graph; return the network cut to the period, under the names of that time.

        Raises:
            UsageError: there is no such projection, or the period is none.
        """
        from coopgraph.network.borne import read_names_borne
        from coopgraph.network.slices import between

        period, opened = self.period, self.open(context, projection)
        if not any(period):
            return opened
        names = read_names_borne(opened.graph)
        return opened._replace(
            network=between(opened.network, *period, mode=self.mode, names=names)
        )


def cutting_options(mode: str, *, at: bool = True) -> Callable[[_Command], _Command]:
    """Return what adds the options of a command that cuts; `mode` is the help of ``--mode``.

    The command is given them in one as `Cut`, after the context; without `at`, there is no
    ``--at``.
    """
    day = "A day, month or year, in place of --from --to."
    options: tuple[Callable[[_Command], _Command], ...] = (
        data_option,
        store_option,
        *([click.option("--at", "day", metavar="DATE", help=day)] if at else []),
        click.option("--from", "first", metavar="DATE", help="Begin: a date in EDTF or in words."),
        click.option("--to", "last", metavar="DATE", help="End: a date in EDTF or in words."),
        mode_option("mode", mode),
        click.option(
            "--format",
            "form",
            default="table",
            show_default=True,
            help=f"Form: {', '.join(FORMS)}.",
        ),
        click.option(
            "--without-inferred", is_flag=True, help="Leave out what the curator deduced."
        ),
    )

    def add(command: _Command) -> _Command:
        @wraps(command)
        def bundled(**given: Any) -> object:  # click hands over what each option holds
            asked = Cut(**{name: given.pop(name) for name in Cut._fields if name in given})
            return command(asked, **given)

        cutting: _Command = bundled
        for option in reversed(options):
            cutting = option(cutting)
        return cutting

    return add


def period_asked(
    day: str | None, first: str | None, last: str | None
) -> tuple[date | None, date | None]:
    """Return the period of ``--at``, or of ``--from`` and ``--to``.

    Raises:
        UsageError: both are given, or a text is no date.
    """
    if day is not None and (first is not None or last is not None):
        raise UsageError(
            "Give --at, or --from and --to, not both.",
            "Donner --at, ou bien --from et --to, mais pas les deux.",
        )
    return read_period(day or first, day or last)
