"""The pictures on offer, by name: what they are called, and the function that makes each.

>>> VIEWS["network"].title.fr
'Le réseau des acteurs'

A view is made from a graph, as `coopgraph.views.model.View`; `coopgraph.render` turns it into a
page. The modules that make views are imported when a view is made.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from coopgraph.views.legend import VIEW_WORDS
from coopgraph.views.model import View, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coopgraph.sparql import Queryable

__all__ = ["VIEWS", "ViewEntry"]


class ViewEntry(NamedTuple):
    """One view: its title, what it shows, and how to make it."""

    title: Words
    description: Words
    make: Callable[..., View]


def _network(
    graph: Queryable,
    *,
    first: str | None = None,
    last: str | None = None,
    mode: Literal["possibly", "certainly"] = "possibly",
    inferred: bool = True,
) -> View:
    from coopgraph.views.network import network_view

    return network_view(graph, first=first, last=last, mode=mode, inferred=inferred)


VIEWS: Final[Mapping[str, ViewEntry]] = MappingProxyType(
    {"network": ViewEntry(*VIEW_WORDS["network"], make=_network)}
)
"""Every view by name; a new view is one module and one line here."""
