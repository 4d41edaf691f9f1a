"""What a view knows about its nodes beyond themselves: measures, communities, themes.

`marked` returns the same view with the figures by which a page sizes and colours its nodes. They
belong to the whole period, like positions: a node keeps its size while the slider moves.

>>> from pyoxigraph import Store
>>> from coopgraph.views.model import Words
>>> empty = View("dune", Words("", ""), Words("", ""), (), (), {}, 2000, 2001, "v1")
>>> marked(empty, Store()) == empty
True

Themes are those of the records behind the facts, each lifted to the widest theme above it, so that
a legend of a few entries can hold them. What it does not do: it draws and names nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from coopgraph.views.ground import Ground
from coopgraph.views.model import View

if TYPE_CHECKING:
    from coopgraph.sparql import Queryable
    from coopgraph.views.model import Node

__all__ = ["marked"]

_SHOWN: Final = ("strength", "betweenness", "pagerank", "core")
_EXACT_UP_TO: Final = 3000
"""Larger networks get no measures here: a page must not take a minute to make."""


def marked(view: View, graph: Queryable, *, ground: Ground | None = None) -> View:
    """Return the view with measures and communities on its nodes and themes on its facts.

    `ground` is what was read of the graph before.

    Raises:
        StoreError: the graph cannot be read.
    """
    ground = ground or Ground(graph)
    words, of_record = ground.themes
    facts = {
        name: fact._replace(themes=of_record[fact.iri]) if fact.iri in of_record else fact
        for name, fact in view.facts.items()
    }
    used = {theme for fact in facts.values() for theme in fact.themes}
    nodes = view.nodes
    if view.ties and len(nodes) <= _EXACT_UP_TO:
        nodes = _with_standing(view)
    return replace(
        view,
        facts=facts,
        nodes=nodes,
        themes={theme: words[theme] for theme in sorted(used)},
        known_until=ground.known_until,
    )


def _with_standing(view: View) -> tuple[Node, ...]:
    from coopgraph.network.standing import standing

    found = standing(
        (node.id for node in view.nodes if node.drawn),
        ((tie.source, tie.target, view.facts[tie.fact].iri) for tie in view.ties),
    )
    return tuple(
        node._replace(
            community=found[node.id].community,
            measures=tuple(
                (name, float(f"{found[node.id].measures[name]:.4g}")) for name in _SHOWN
            ),
        )
        if node.id in found
        else node
        for node in view.nodes
    )
