"""Views with further projections, measures and themes, with invented names."""

from __future__ import annotations

from dataclasses import replace

from tests.render.views import make_fact, make_node, make_tie, make_view

from coopgraph.views.model import View, Words

__all__ = ["chain_view", "measured_view", "projected_view"]


def chain_view() -> View:
    """Return five actors in a row, one fact a tie, two on the second, each two years later."""
    nodes = tuple(
        make_node(key, 100 + 180 * place, 300 + 200 * (place % 2))
        for place, key in enumerate("abcde")
    )
    facts = tuple(make_fact(f"f{i}", str(2008 + 2 * i)) for i in range(5))
    ties = (
        make_tie("ab", "a", "b", "f0"),
        make_tie("bc", "b", "c", "f1"),
        make_tie("bc2", "b", "c", "f4"),
        make_tie("cd", "c", "d", "f2"),
        make_tie("de", "d", "e", "f3"),
    )
    return make_view(nodes, ties, facts)


def measured_view() -> View:
    """Return the chain with communities, measures and themes."""
    view = chain_view()
    nodes = tuple(
        node._replace(
            community=0 if node.id in "abc" else -1,
            measures=(("strength", 2.0), ("betweenness", 0.5 if node.id == "c" else 0.1)),
        )
        for node in view.nodes
    )
    facts = {
        name: fact._replace(themes=("sable",) if name in ("f0", "f1") else ("sel",))
        for name, fact in view.facts.items()
    }
    themes = {"sable": Words("le sable", "sand"), "sel": Words("le sel", "salt")}
    return replace(view, nodes=nodes, facts=facts, themes=themes)


def projected_view() -> View:
    """Return the chain with a second projection: two oases, tied by a fact of the chain."""
    view = chain_view()
    oases = (
        make_node("oasis", 200, 200, label=Words("Oasis", "Oasis"), shape="place"),
        make_node("puits", 700, 300, label=Words("Puits", "Well"), shape="place", side="quebec"),
        make_node("a", 900, 900, shape="place"),
    )
    new = make_fact("new", "2016")
    other = make_view(
        oases,
        (
            make_tie("o1", "oasis", "puits", "f1", "accord"),
            make_tie("o2", "oasis", "a", "new", "accord"),
        ),
        (view.facts["f1"], new),
        name="oases",
        title=Words("Les oasis", "The oases"),
        kinds={"accord": Words("accord", "agreement")},
    )
    return replace(view, also=(other,))
