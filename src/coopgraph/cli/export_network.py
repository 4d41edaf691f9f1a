"""``coopgraph export gexf|graphml|…``: a network, or a calendar, in a file for another tool.

The options that choose a network stand on the same command as those of the graph
(`network_options` adds them); `coopgraph.export.networks.Choice` holds what was typed and refuses
what does not go with a format. In the end the command says what was written, and what was not.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from coopgraph.cli.bilingual import language_of, say

if TYPE_CHECKING:
    from pathlib import Path

    from pyoxigraph import Store

    from coopgraph.export.networks import Choice

__all__ = ["NETWORK_FORMATS", "OPTIONS_FR", "network_options", "write_chosen"]

_PICTURES: Final = ("svg", "pdf")
NETWORK_FORMATS: Final = (
    "gexf",
    "graphml",
    "cytoscape",
    "pajek",
    "csv",
    "geojson",
    "ical",
    *_PICTURES,
)
"""The formats that hold a network, or a calendar, and not the graph."""

OPTIONS_FR: Final = {
    "projection": "Ce que le réseau relie (par défaut : actors).",
    "first": "Début de la période, pour un réseau.",
    "last": "Fin de la période, pour un réseau.",
    "at": "Un jour, un mois ou une année, au lieu de --from et --to.",
    "mode": "Ce qui a pu, ou ce qui a sûrement eu lieu (par défaut : possibly).",
    "kinds": "Genres de liens à garder, séparés par des virgules.",
    "of": "Un nœud et ses voisins : identifiant ou nom.",
    "steps": "Jusqu’où vont les voisins de --of : 1 ou 2 pas (par défaut : 1).",
    "sides": "Côtés à garder : france, quebec, ou les deux avec une virgule.",
    "theme": "Garder ce qui porte sur un thème, ou sur un plus étroit.",
    "place": "Garder les liens dont un bout est dans un lieu.",
    "without_inferred": "Laisser de côté ce que le curateur a déduit.",
}
"""The French texts of `network_options`."""

_OPTIONS: Final = (
    click.option("--projection", metavar="NAME", help="What the network ties (default: actors)."),
    click.option("--from", "first", metavar="DATE", help="Begin of the period, for a network."),
    click.option("--to", "last", metavar="DATE", help="End of the period, for a network."),
    click.option("--at", metavar="DATE", help="A day, month or year, in place of --from --to."),
    click.option(
        "--mode",
        type=click.Choice(["possibly", "certainly"]),
        help="What may, or what surely did take place (default: possibly).",
    ),
    click.option("--kinds", metavar="LIST", help="Kinds of ties to keep, commas between them."),
    click.option("--of", metavar="ID|NAME", help="One node and its neighbours: id or name."),
    click.option(
        "--steps",
        type=click.IntRange(1, 2),
        help="How far the neighbours of --of reach: 1 or 2 steps (default: 1).",
    ),
    click.option(
        "--side",
        "sides",
        metavar="LIST",
        help="Sides to keep: france, quebec, or both with a comma.",
    ),
    click.option("--theme", metavar="ID|NAME", help="Keep what is about a theme or a narrower."),
    click.option("--place", metavar="ID|NAME", help="Keep the ties of which an end is in a place."),
    click.option("--without-inferred", is_flag=True, help="Leave out what the curator deduced."),
)

_Command = TypeVar("_Command", bound=Callable[..., object])


def network_options(command: _Command) -> Callable[..., object]:
    """Add the options that choose a network; the command is given them in one, as `choice`."""

    @wraps(command)
    def bundled(**given: Any) -> object:  # click hands over what each option holds
        from coopgraph.export.networks import Choice

        choice = Choice(**{name: given.pop(name) for name in Choice._fields})
        return command(choice=choice, **given)

    choosing: Callable[..., object] = bundled
    for option in reversed(_OPTIONS):
        choosing = option(choosing)
    return choosing


def write_chosen(
    context: click.Context, format_: str, choice: Choice, graph: Store, output: Path
) -> None:
    """Write the chosen network to `output` and say what went into it."""
    from coopgraph.export.networks import Counted, select_for, write_network
    from coopgraph.export.networks.saying import remarks_on, tell_counts
    from coopgraph.render.stills.projected import write_network_picture

    language = language_of(context)
    selected = select_for(format_, graph, choice.selection())
    if format_ in _PICTURES:
        size = write_network_picture(
            selected.network, selected.positions, output, form=format_, language=language,
            **selected.sheet,
        )  # fmt: skip
        counted = Counted(len(selected.network), selected.network.number_of_edges())
    else:
        written = write_network(selected, format_, output, language=language)
        size, counted = written.bytes, written.counted
    told = tell_counts(format_, counted)
    say(context, f"{output} : {told.fr}, {size} octets", f"{output}: {told.en}, {size} bytes")
    for remark in remarks_on(format_, selected, counted):
        say(context, remark.fr, remark.en, err=True)
