"""``coopgraph network``: the networks that the records make, compared, measured, listed.

Each subcommand is a module of this folder with a `command`, imported when it is called; a new one
is a line of `SUBCOMMANDS`.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

import click

from coopgraph.cli.bilingual import BilingualGroup

__all__ = ["SUBCOMMANDS", "command"]

SUBCOMMANDS = {
    "list": "listing",
    "project": "project",
    "slices": "slices",
    "amounts": "amounts",
    "compare": "compare",
    "stats": "stats",
    "brokers": "brokers",
    "communities": "communities",
}
"""Name of the subcommand → its module, in the order of the list."""


def _loader(module: str) -> Callable[[], click.Command]:
    def load() -> click.Command:
        found = import_module(f"coopgraph.cli.network.{module}").command
        assert isinstance(found, click.Command)  # noqa: S101 — narrows the type for mypy
        return found

    return load


@click.group(
    cls=BilingualGroup,
    name="network",
    loaders={name: _loader(module) for name, module in SUBCOMMANDS.items()},
    help_fr="""Faire les réseaux, les comparer, les mesurer.

Acteurs, territoires, thèmes, financements, accords, enchaînements… : chaque réseau a ses nœuds, ses
liens datés, leur doute et les fiches qui sont derrière.

  coopgraph network list --lang fr
  coopgraph network compare 2000 2020 --lang fr""",
)
def command() -> None:
    """Make networks, compare them, measure them.

    Actors, territories, themes, funding, agreements, chains …: each network has its nodes, its
    dated ties, their doubt and the records behind them.

      coopgraph network list
      coopgraph network compare 2000 2020
    """
