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

from coopgraph.views.ground import Ground
from coopgraph.views.marking import marked
from coopgraph.views.model import View, Words
from coopgraph.views.network import network_view

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from coopgraph.network.projections.edges import Network
    from coopgraph.network.projections.items import Material
    from coopgraph.sparql import Queryable
    from coopgraph.views.model import Fact

__all__ = ["ACTORS", "chosen_view"]

ACTORS: Final = "actors"
"""The projection that the network shows unless another one is asked for."""
_DATED_BY_TIES: Final = frozenset({"role", "signature"})
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
    ground = Ground(graph, inferred)
    if projection == ACTORS:
        view = network_view(
            graph, first=first, last=last, mode=mode, inferred=inferred, ground=ground
        )
    else:
        from coopgraph.views.projected import projected_view

        view = projected_view(
            graph,
            projection,
            first=first,
            last=last,
            mode=mode,
            inferred=inferred,
            ground=ground,
        )
    view = marked(view, graph, ground=ground)
    if not further:
        return view
    also = tuple(_further(ground, without=projection))
    themes = {theme: words for one in (*also, view) for theme, words in one.themes.items()}
    facts = _as_dated(view.facts, also)
    return replace(view, facts=facts, also=also, themes=dict(sorted(themes.items())))


def _as_dated(facts: Mapping[str, Fact], also: Iterable[View]) -> dict[str, Fact]:
    """Give offices and signatures without a date the time that a further projection knows.

    An office lasts as long as sources show it, a signature is as old as its signing: on one page
    the same record then has one time, and stands there once.
    """
    known: dict[str, Fact] = {}
    for view in also:
        for name, fact in view.facts.items():
            if fact.kind in _DATED_BY_TIES:
                known.setdefault(name, fact)
    return {
        name: known[name]
        if name in known and not any(_bounds(fact)) and known[name].iri == fact.iri
        else fact
        for name, fact in facts.items()
    }


def _bounds(fact: Fact) -> tuple[str | None, ...]:
    return fact.earliest_begin, fact.latest_begin, fact.earliest_end, fact.latest_end


def _further(ground: Ground, *, without: str) -> Iterator[View]:
    from coopgraph.network.projections import PROJECTIONS
    from coopgraph.views.projected import records_behind, view_of

    networks = dict(_small_enough(ground.material, without=without))
    # all at once: a question about many records costs little more than one about a few
    ground.told(iri for network in networks.values() for iri in records_behind(network, ground))
    for name, network in networks.items():
        told = PROJECTIONS[name]
        made = view_of(
            ground.graph,
            network,
            name=name,
            title=Words(told.title_fr, told.title_en),
            description=Words(told.description_fr, told.description_en),
            ground=ground,
        )
        yield marked(made, ground.graph, ground=ground)


def _small_enough(material: Material, *, without: str) -> Iterator[tuple[str, Network]]:
    """Yield the further projections that fit on the page, with their names."""
    from coopgraph.network.projections import PROJECTIONS

    room = _ROOM
    for name, told in PROJECTIONS.items():
        if name in (ACTORS, without):
            continue
        network = told.make_of(material)
        size = len(network) + network.number_of_edges()
        if size and size <= room:
            room -= size
            yield name, network
