"""The pictures on offer, by name: what they are called, and the function that makes each.

>>> VIEWS["network"].title.fr
'Le réseau des acteurs'

A view is made from a graph, as `coopgraph.views.model.View`; `coopgraph.render` turns it into a
page. The modules that make views are imported when a view is made.
"""

from __future__ import annotations

from importlib import import_module
from inspect import signature
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.views.legend import VIEW_WORDS
from coopgraph.views.model import View, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


__all__ = ["VIEWS", "ViewEntry", "options_of"]


class ViewEntry(NamedTuple):
    """One view: its title, what it shows, and the function that makes it (``module:name``)."""

    title: Words
    description: Words
    maker: str

    @property
    def make(self) -> Callable[..., View]:
        """The function that makes the view from a graph; its module is imported now."""
        module, _, name = self.maker.partition(":")
        function: Callable[..., View] = getattr(import_module(f"coopgraph.views.{module}"), name)
        return function


_MAKERS: Final = {
    "network": "choosing:chosen_view",
    "timeline": "timeline:timeline_view",
    "map": "places_map:map_view",
    "chain": "chain:chain_view",
    "matrix": "matrix:matrix_view",
    "mirror": "mirror:mirror_view",
    "dashboard": "dashboard:dashboard_view",
}

VIEWS: Final[Mapping[str, ViewEntry]] = MappingProxyType(
    {name: ViewEntry(*VIEW_WORDS[name], maker=maker) for name, maker in _MAKERS.items()}
)
"""Every view by name; a new view is one module and one line here."""


_COMMON: Final = frozenset({"graph", "first", "last", "mode", "inferred"})


def options_of(entry: ViewEntry) -> frozenset[str]:
    """Return the names of the options that a view has beside those of every view.

    >>> sorted(options_of(VIEWS["chain"]))
    ['of']
    """
    return frozenset(signature(entry.make).parameters) - _COMMON
