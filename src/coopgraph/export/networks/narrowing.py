"""A network cut down to a theme, a side, a place, or what surrounds one node.

Each step keeps some ties and whom they tie; what no tie holds any longer is left out, but for the
node in the middle. They follow one another: theme, side, place, neighbourhood.

- A *theme* keeps the ties whose records, or whose ends, are about it or one of its narrower themes;
  where themes are nodes, the ties of those themes.
- A *side* keeps the ties between nodes of it; what is on no side (themes, agreements …) may be the
  other end.
- A *place* keeps the ties of which an end stands in it (`coopgraph.export.networks.places`).
- A *neighbourhood* keeps a node, all that one or two steps lead to, and the ties between them. Of
  a record that is no node but stands behind ties, it keeps these ties.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from coopgraph.errors import UsageError
from coopgraph.export.networks.finding import find_node, find_place, find_theme
from coopgraph.export.networks.places import nodes_at
from coopgraph.network.rows import read_text_rows
from coopgraph.views.model import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    import networkx as nx

    from coopgraph.export.networks.finding import Found
    from coopgraph.export.networks.selection import Selection
    from coopgraph.network.borne import NamesBorne
    from coopgraph.sparql import Queryable

__all__ = ["STEPS", "name_chosen", "narrow", "records_about", "theme_and_narrower"]

STEPS: Final = (1, 2)
"""How far a neighbourhood may reach."""
_BROADER: Final = "SELECT ?theme ?broader { ?theme skos:broader ?broader }"
_ABOUT: Final = "SELECT DISTINCT ?record ?theme { ?record coop:hasTheme ?theme }"


def name_chosen(
    graph: Queryable,
    selection: Selection,
    network: nx.MultiDiGraph | None = None,
    *,
    names: NamesBorne | None = None,
) -> Selection:
    """Return the selection with ids for what was named in words, and the words to tell it.

    With `names`, the node in the middle is called as it was in the period.

    Raises:
        UsageError: nothing, or several things, have this name, or it ties nothing in the network.
        StoreError: the graph cannot be read.
    """
    called: dict[str, Words] = {}
    if selection.sides is not None and network is not None:
        _check_sides(selection.sides, network)
    if selection.theme:
        theme = find_theme(graph, selection.theme)
        selection = replace(selection, theme=theme.id)
        called["theme"] = theme.name
    if selection.place:
        place = find_place(graph, selection.place)
        selection = replace(selection, place=place.id)
        called["place"] = place.name
    if selection.of:
        node = find_node(graph, selection.of, network)
        borne = names.at(node.id, *(selection.window or ("", ""))) if names else None
        node = node._replace(name=Words(borne, borne)) if borne else node
        called["of"] = _surroundings(node, selection, network)
        selection = replace(selection, of=node.id)
    return replace(selection, called=called)


def narrow(network: nx.MultiDiGraph, graph: Queryable, selection: Selection) -> nx.MultiDiGraph:
    """Return what is left of a network; the selection names all by ids.

    Raises:
        StoreError: the graph cannot be read.
    """
    if selection.theme:
        network = _about(network, graph, selection.theme)
    if selection.sides is not None:
        network = _on_sides(network, selection.sides)
    if selection.place:
        near = nodes_at(graph, selection.place)
        network = _keep(network, lambda source, target, _: source in near or target in near)
    if selection.of:
        network = _around(network, selection.of, selection.steps)
    return network


def theme_and_narrower(graph: Queryable, theme: str) -> frozenset[str]:
    """Return a theme and all that are narrower.

    Raises:
        StoreError: the graph cannot be read.
    """
    narrower: dict[str, set[str]] = {}
    for one, broader in read_text_rows(graph, _BROADER):
        narrower.setdefault(broader, set()).add(one)
    found: set[str] = set()
    coming = {theme}
    while coming:
        found |= coming
        coming = {one for broader in coming for one in narrower.get(broader, ())} - found
    return frozenset(found)


def records_about(graph: Queryable, theme: str) -> frozenset[str]:
    """Return the ids of all that is about a theme or a narrower one.

    Raises:
        StoreError: the graph cannot be read.
    """
    themes = theme_and_narrower(graph, theme)
    return frozenset(record for record, of in read_text_rows(graph, _ABOUT) if of in themes)


def _check_sides(sides: frozenset[str], network: nx.MultiDiGraph) -> None:
    known = {str(side) for _, side in network.nodes(data="side") if side}
    if unknown := sorted(sides - known):
        there = ", ".join(sorted(known)) or "–"
        raise UsageError(
            f"No node is on the side {', '.join(unknown)}. Sides here: {there}.",
            f"Aucun nœud n’est du côté {', '.join(unknown)}. Côtés présents\u00a0: {there}.",
        )


def _surroundings(node: Found, selection: Selection, network: nx.MultiDiGraph | None) -> Words:
    """Return in words what is kept around a node or a record; refuse what is neither here."""
    fr, en = node.name
    if network is None:  # a calendar
        return node.name
    if node.id in network:
        if selection.steps == 1:
            return Words(f"{fr} et ses voisins", f"{en} and its neighbours")
        return Words(f"{fr}, à deux pas", f"{en}, within two steps")
    if not any(node.id in _records(tie) for *_, tie in network.edges(data=True)):
        raise UsageError(
            f"{node.id} is no node of the network {selection.projection}, and ties nothing in it;"
            f" what is in a place is chosen by --place {node.id}.",
            f"{node.id} n’est pas un nœud du réseau {selection.projection}, et n’y relie rien"
            f"\u00a0; ce qui est dans un lieu se choisit par --place {node.id}.",
        )
    return Words(f"ce que relie {fr}", f"what {en} ties")


def _records(tie: Mapping[str, object]) -> set[str]:
    return {*str(tie.get("records", "")).split(), str(tie.get("record", ""))}


def _keep(
    network: nx.MultiDiGraph,
    wanted: Callable[[str, str, Mapping[str, object]], bool],
    *,
    also: Collection[str] = (),
) -> nx.MultiDiGraph:
    part = network.copy()
    part.remove_edges_from(
        [
            (source, target, key)
            for source, target, key, data in network.edges(keys=True, data=True)
            if not wanted(source, target, data)
        ]
    )
    part.remove_nodes_from(
        [node for node, ties in list(part.degree) if not ties and node not in also]
    )
    return part


def _about(network: nx.MultiDiGraph, graph: Queryable, theme: str) -> nx.MultiDiGraph:
    themes = theme_and_narrower(graph, theme)
    if any(data.get("class") == "Theme" for _, data in network.nodes(data=True)):
        return _keep(network, lambda source, target, _: source in themes or target in themes)
    about = records_about(graph, theme)
    return _keep(
        network,
        lambda source, target, tie: bool(about & {source, target, *_records(tie)}),
    )


def _on_sides(network: nx.MultiDiGraph, sides: Collection[str]) -> nx.MultiDiGraph:
    side = dict(network.nodes(data="side", default=""))
    wanted = {*sides, ""}
    return _keep(
        network,
        lambda source, target, _: (
            {side[source] or "", side[target] or ""} <= wanted
            and bool(side[source] or side[target])
        ),
    )


def _around(network: nx.MultiDiGraph, middle: str, steps: int) -> nx.MultiDiGraph:
    if middle in network:
        near = {middle}
    else:
        near = {
            end
            for source, target, tie in network.edges(data=True)
            if middle in _records(tie)
            for end in (source, target)
        }
        if steps == 1:
            return _keep(network, lambda source, target, tie: middle in _records(tie))
        steps -= 1
    for _ in range(steps):
        near |= {other for node in near for other in (*network.succ[node], *network.pred[node])}
    return _keep(
        network, lambda source, target, _: source in near and target in near, also={middle}
    )
