"""The network with further projections of the same graph, for a page on which a reader chooses.

The actors come first; every other projection that is small enough to travel along follows, in the
order of `coopgraph.network.projections.PROJECTIONS`. Facts that several of them rest on are the
same facts, and a page carries them once. A projection that is too large for that has a page of its
own (``coopgraph view network --projection themes``).

>>> from pyoxigraph import Store
>>> chosen_view(Store(), projection="agreements").name
'agreements'
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal

from coopgraph.views.marking import marked
from coopgraph.views.model import View, Words
from coopgraph.views.network import network_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopgraph.sparql import Queryable

__all__ = ["ACTORS", "chosen_view"]

ACTORS: Final = "actors"
"""The projection that the network shows unless another one is asked for."""
_ROOM: Final = 6000
"""Nodes and ties of all further projections together: the page of the corpus stays below 5 MB."""


def chosen_view(
    graph: Queryable,
    *,
    projection: str = ACTORS,
    further: bool = False,
    first: str | None = None,
    last: str | None = None,
    mode: Literal["possibly", "certainly"] = "possibly",
    inferred: bool = True,
) -> View:
    """Return a projection as a picture; `further` adds the others that are small enough.

    Raises:
        UsageError: there is no such projection, `first` or `last` is no date, or the period ends
            before it begins.
        StoreError: the graph cannot be read.
    """
    if projection == ACTORS:
        view = network_view(graph, first=first, last=last, mode=mode, inferred=inferred)
    else:
        from coopgraph.views.projected import projected_view

        view = projected_view(
            graph, projection, first=first, last=last, mode=mode, inferred=inferred
        )
    view = marked(view, graph)
    if not further:
        return view
    also = tuple(_further(graph, without=projection, inferred=inferred))
    themes = {theme: words for one in (*also, view) for theme, words in one.themes.items()}
    return replace(view, also=also, themes=dict(sorted(themes.items())))


def _further(graph: Queryable, *, without: str, inferred: bool) -> Iterator[View]:
    from coopgraph.network.projections import PROJECTIONS, project
    from coopgraph.views.projected import view_of

    room = _ROOM
    for name, told in PROJECTIONS.items():
        if name in (ACTORS, without):
            continue
        network = project(graph, name, inferred=inferred)
        size = len(network) + network.number_of_edges()
        if not size or size > room:
            continue
        room -= size
        made = view_of(
            graph,
            network,
            name=name,
            title=Words(told.title_fr, told.title_en),
            description=Words(told.description_fr, told.description_en),
            inferred=inferred,
        )
        yield marked(made, graph)
