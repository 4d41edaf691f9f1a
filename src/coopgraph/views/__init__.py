"""The pictures on offer, by name: what they are called, and the function that makes each.

>>> VIEWS["network"].title.fr
'Le réseau des acteurs'

A view is made from a graph, as `coopgraph.views.model.View`; `coopgraph.render` turns it into a
page. The modules that make views are imported when a view is made.
"""

from __future__ import annotations

from inspect import signature
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from coopgraph.views.legend import VIEW_WORDS
from coopgraph.views.model import View, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coopgraph.sparql import Queryable

__all__ = ["VIEWS", "ViewEntry", "options_of"]


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
    projection: str = "actors",
    further: bool = False,
) -> View:
    from coopgraph.views.choosing import chosen_view

    return chosen_view(
        graph,
        projection=projection,
        further=further,
        first=first,
        last=last,
        mode=mode,
        inferred=inferred,
    )


def _timeline(
    graph: Queryable,
    *,
    first: str | None = None,
    last: str | None = None,
    mode: Literal["possibly", "certainly"] = "possibly",
    inferred: bool = True,
) -> View:
    from coopgraph.views.timeline import timeline_view

    return timeline_view(graph, first=first, last=last, mode=mode, inferred=inferred)


def _map(
    graph: Queryable,
    *,
    first: str | None = None,
    last: str | None = None,
    mode: Literal["possibly", "certainly"] = "possibly",
    inferred: bool = True,
) -> View:
    from coopgraph.views.places_map import map_view

    return map_view(graph, first=first, last=last, mode=mode, inferred=inferred)


def _chain(
    graph: Queryable,
    *,
    of: str | None = None,
    first: str | None = None,
    last: str | None = None,
    mode: Literal["possibly", "certainly"] = "possibly",
    inferred: bool = True,
) -> View:
    from coopgraph.views.chain import chain_view

    return chain_view(graph, of=of, first=first, last=last, mode=mode, inferred=inferred)


def _matrix(
    graph: Queryable,
    *,
    first: str | None = None,
    last: str | None = None,
    mode: Literal["possibly", "certainly"] = "possibly",
    inferred: bool = True,
) -> View:
    from coopgraph.views.matrix import matrix_view

    return matrix_view(graph, first=first, last=last, mode=mode, inferred=inferred)


def _mirror(
    graph: Queryable,
    *,
    first: str | None = None,
    last: str | None = None,
    mode: Literal["possibly", "certainly"] = "possibly",
    inferred: bool = True,
) -> View:
    from coopgraph.views.mirror import mirror_view

    return mirror_view(graph, first=first, last=last, mode=mode, inferred=inferred)


def _dashboard(
    graph: Queryable,
    *,
    first: str | None = None,
    last: str | None = None,
    mode: Literal["possibly", "certainly"] = "possibly",
    inferred: bool = True,
) -> View:
    from coopgraph.views.dashboard import dashboard_view

    return dashboard_view(graph, first=first, last=last, mode=mode, inferred=inferred)


VIEWS: Final[Mapping[str, ViewEntry]] = MappingProxyType(
    {
        "network": ViewEntry(*VIEW_WORDS["network"], make=_network),
        "timeline": ViewEntry(*VIEW_WORDS["timeline"], make=_timeline),
        "map": ViewEntry(*VIEW_WORDS["map"], make=_map),
        "chain": ViewEntry(*VIEW_WORDS["chain"], make=_chain),
        "matrix": ViewEntry(*VIEW_WORDS["matrix"], make=_matrix),
        "mirror": ViewEntry(*VIEW_WORDS["mirror"], make=_mirror),
        "dashboard": ViewEntry(*VIEW_WORDS["dashboard"], make=_dashboard),
    }
)
"""Every view by name; a new view is one module and one line here."""


_COMMON: Final = frozenset({"graph", "first", "last", "mode", "inferred"})


def options_of(entry: ViewEntry) -> frozenset[str]:
    """Return the names of the options that a view has beside those of every view.

    >>> sorted(options_of(VIEWS["chain"]))
    ['of']
    """
    return frozenset(signature(entry.make).parameters) - _COMMON
