"""What to say of a written file: how much is in it, and what somebody might not expect.

>>> tell_counts("geojson", Counted(3, 1)).en, tell_counts("gexf", Counted(1, 0)).fr
('3 places, 1 arc', '1 nœud, 0 lien')
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.views.model import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx

    from coopgraph.export.networks.selection import Selected

__all__ = ["Counted", "remarks_on", "tell_counts"]

_NO_BREAK: Final = "\u00a0"


class Counted(NamedTuple):
    """What went into a file: nodes and ties (of GeoJSON: points and arcs), or events."""

    nodes: int
    ties: int
    events: int = 0
    unplaced: int = 0  # of GeoJSON: nodes without a place


def tell_counts(format_: str, counted: Counted) -> Words:
    """Return in words how much was written."""
    if format_ == "ical":
        return _many(counted.events, "événement", "event")
    names = (("lieu", "place", "x"), ("arc", "arc", "s"))
    if format_ != "geojson":
        names = (("nœud", "node", "s"), ("lien", "tie", "s"))
    one, other = (
        _many(number, fr, en, plural=plural)
        for number, (fr, en, plural) in zip((counted.nodes, counted.ties), names, strict=True)
    )
    return Words(f"{one.fr}, {other.fr}", f"{one.en}, {other.en}")


def remarks_on(format_: str, selected: Selected, counted: Counted) -> Iterator[Words]:
    """Yield what is worth saying beside the counts: nothing there, nothing drawn, left out."""
    network = selected.network
    if not (counted.events if format_ == "ical" else len(network)):
        yield Words(
            f"Rien ne se trouve dans ce choix{_NO_BREAK}: le fichier est valable, mais vide.",
            "Nothing lies in this selection: the file is valid, but empty.",
        )
    elif format_ == "geojson":
        yield from _of_the_map(network, counted)
    if selected.apart:
        persons = _many(selected.apart, "personne", "person")
        yield Words(
            f"Laissé de côté{_NO_BREAK}: {persons.fr} que rien ne relie ici.",
            f"Left out: {persons.en} whom nothing ties here.",
        )


def _of_the_map(network: nx.MultiDiGraph, counted: Counted) -> Iterator[Words]:
    nodes = len(network)
    if not counted.nodes:
        yield Words(
            f"Rien n’est dessiné{_NO_BREAK}: aucun des {nodes} nœuds n’a de lieu sur la carte.",
            f"Nothing is drawn: none of the {nodes} nodes has a place on the map.",
        )
        return
    if counted.unplaced:
        yield Words(
            f"Sans lieu sur la carte{_NO_BREAK}: {counted.unplaced} des {nodes} nœuds.",
            f"Without a place on the map: {counted.unplaced} of the {nodes} nodes.",
        )
    if not counted.ties and network.number_of_edges():
        yield Words(
            f"Aucun arc{_NO_BREAK}: aucun lien ne joint deux lieux différents.",
            "No arc: no tie joins two different places.",
        )


def _many(number: int, fr: str, en: str, *, plural: str = "s") -> Words:
    return Words(
        f"{number} {fr}{plural if number > 1 else ''}", f"{number} {en}{'' if number == 1 else 's'}"
    )
