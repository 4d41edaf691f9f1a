"""Actors by the missions, projects and agreements in which they meet: all, or one kind of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coopgraph.network.projections.edges import Account, Made, continued_by

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import networkx as nx

    from coopgraph.network.projections.items import Material

__all__ = ["actors", "actors_by", "meetings_of_actors", "wholes_of"]

_CLASSES: Final = {"mission": "Mission", "project": "Project", "agreement": "Agreement"}


def actors(material: Material) -> Made:
    """Return the network of all actors, also of those whom nothing ties."""
    network = meetings_of_actors(material)
    return Made(network, _account(material, network, _CLASSES.values()))


def actors_by(kind: str) -> Callable[[Material], Made]:
    """Return the projection of the actors whom records of one kind tie."""

    def make(material: Material) -> Made:
        network = meetings_of_actors(material)
        others = [
            (source, target, key)
            for source, target, key, data in network.edges(keys=True, data=True)
            if data["kind"] != kind
        ]
        network.remove_edges_from(others)
        network.remove_nodes_from([node for node in list(network) if not network.degree(node)])
        return Made(network, _account(material, network, [_CLASSES[kind]]))

    return make


def meetings_of_actors(material: Material) -> nx.MultiDiGraph:
    """Return the network of all actors with what every projection tells of its edges."""
    network = material.meetings.copy()
    agreements = material.items("Agreement")
    for _, data in network.nodes(data=True):
        data["class"] = "Actor"
    for _, _, data in network.edges(data=True):
        record = data["record"]
        data |= {"weight": 1, "records": record}
        if record in agreements:
            continued = continued_by(agreements[record])
            if continued:
                data["continues"] = " ".join(continued)
    return network


def wholes_of(parts: Iterable[tuple[str, str]]) -> Callable[[str], frozenset[str]]:
    """Return a function that names a record and every whole of it, through however many steps."""
    above: dict[str, set[str]] = {}
    for part, whole in parts:
        above.setdefault(part, set()).add(whole)

    def wholes(record: str) -> frozenset[str]:
        found, waiting = {record}, [record]
        while waiting:
            new = above.get(waiting.pop(), set()) - found
            found |= new
            waiting += new
        return frozenset(found)

    return wholes


def _account(material: Material, network: nx.MultiDiGraph, classes: Iterable[str]) -> Account:
    """Tell which participations and parties are in a tie, and why the others are in none."""
    records = material.items(*classes)
    met = {
        (actor, data["record"])
        for source, target, data in network.edges(data=True)
        for actor in (source, target)
    }
    wholes = wholes_of(material.parts)
    kept = {taking.link for taking in material.takings}
    tied: set[str] = set()
    left_out: dict[str, str] = {}
    for taking in material.every_taking:
        if taking.record not in records:
            continue
        if taking.link not in kept:
            left_out[taking.link] = "inferred"
        elif any((taking.actor, record) in met for record in wholes(taking.record)):
            tied.add(taking.link)
        else:
            left_out[taking.link] = "alone"
    return Account(frozenset(tied), left_out)
