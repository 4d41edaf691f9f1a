"""What a view holds, in one line: what ``coopgraph view`` says when the file is written.

Each picture is counted in what it draws: actors and ties, bars, places, chains, records.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from coopgraph.views.model import Words
from coopgraph.views.sentences.changes import TIE, Thing, in_number, noun_for

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coopgraph.views.model import View

__all__ = ["size_of"]

_Extras = Any  # JSON of the pane, as its module in `coopgraph.views` makes it

_ITEM: Final = Thing("élément", "éléments", "item", "items")
_PLACE: Final = Thing("lieu", "lieux", "place", "places")
_CHAIN: Final = Thing("chaîne", "chaînes", "chain", "chains")
_GAP: Final = Thing("lacune", "lacunes", "gap", "gaps")
_RECORD: Final = Thing(
    "fiche que les deux rives racontent", "fiches que les deux rives racontent",
    "record that both shores tell", "records that both shores tell",
)  # fmt: skip


def size_of(view: View, projection: str = "actors") -> Words:
    """Return how much a view draws over the whole period."""
    tell = _SIZES.get(view.name)
    return tell(view, view.extras[view.name]) if tell else _network(view, projection)


def _network(view: View, projection: str) -> Words:
    drawn, noun = sum(node.drawn for node in view.nodes), noun_for(projection)
    ties = len(view.ties)
    return Words(
        f"{in_number(drawn, noun, 'fr')}, {in_number(ties, TIE, 'fr')} sur toute la période",
        f"{in_number(drawn, noun, 'en')}, {in_number(ties, TIE, 'en')} over the whole period",
    )


def _timeline(view: View, extras: _Extras) -> Words:
    undated = sum(not view.facts[name].dated for name in extras["fact"])
    items = len(extras["fact"])
    return Words(
        f"{in_number(items, _ITEM, 'fr')}, dont {undated} sans date",
        f"{in_number(items, _ITEM, 'en')}, {undated} of them undated",
    )


def _map(_view: View, extras: _Extras) -> Words:
    places = len(extras["places"])
    beside = len(extras["beside"])
    return Words(
        f"{in_number(places, _PLACE, 'fr')}, et {beside} hors de la carte",
        f"{in_number(places, _PLACE, 'en')}, and {beside} not on the map",
    )


def _chain(_view: View, extras: _Extras) -> Words:
    chains = len(extras["chains"])
    gaps = sum(len(chain["gaps"]) for chain in extras["chains"])
    return Words(
        f"{in_number(chains, _CHAIN, 'fr')}, avec {in_number(gaps, _GAP, 'fr')}",
        f"{in_number(chains, _CHAIN, 'en')}, with {in_number(gaps, _GAP, 'en')}",
    )


def _matrix(view: View, extras: _Extras) -> Words:
    tied = len({end for tie in view.ties for end in (tie.source, tie.target)})
    rows = min(extras["most"], tied)
    actors = noun_for("actors")
    return Words(
        f"{in_number(rows, actors, 'fr')}, sur {tied} qui ont des liens",
        f"{in_number(rows, actors, 'en')}, of {tied} with ties",
    )


def _mirror(_view: View, extras: _Extras) -> Words:
    accounts = len(extras["accounts"])
    differ = sum(account["differs"] for account in extras["accounts"])
    return Words(
        f"{in_number(accounts, _RECORD, 'fr')}, dont {differ} où elles diffèrent",
        f"{in_number(accounts, _RECORD, 'en')}, {differ} on which they differ",
    )


_SIZES: Final[Mapping[str, Callable[[View, _Extras], Words]]] = {
    "timeline": _timeline,
    "map": _map,
    "chain": _chain,
    "matrix": _matrix,
    "mirror": _mirror,
}
