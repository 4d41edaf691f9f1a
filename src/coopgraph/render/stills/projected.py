"""Any network as a view that a still can draw: the projections that have no page of their own.

The view holds what the picture shows and no more: a fact for each tie with its dates and doubts,
without sentence and source, which the page has. The network is drawn as it was selected; `window`
and `mode` only say what is sure in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from coopgraph.network.projections import PROJECTIONS
from coopgraph.views.legend import shape_of_actor
from coopgraph.views.model import Doubt, Fact, Node, Shape, Tie, View, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from coopgraph.network.layout import Position
    from coopgraph.network.projections.edges import Network

__all__ = ["view_of_network", "write_network_picture"]

_SHAPES: Final[Mapping[str, Shape]] = {
    "Agreement": "agreement",
    "Place": "place",
    "Theme": "theme",
    "Mission": "mission",
    "Project": "project",
    "Programme": "programme",
    "Outcome": "outcome",
}
_DOUBTS: Final[tuple[Doubt, ...]] = (
    "planned",
    "cancelled",
    "not-achieved",
    "in-discussion",
    "contested",
    "inferred",
)
_NOTHING: Final = Words("", "")


def write_network_picture(
    network: Network,
    positions: Mapping[str, Position],
    path: Path,
    *,
    form: str,
    language: str,
    title: Words,
    window: tuple[str, str] | None = None,
    mode: Literal["possibly", "certainly"] = "possibly",
    version: str = "",
) -> int:
    """Draw a network of `PROJECTIONS` as svg or pdf, whatever the file is called; return its bytes.

    Raises:
        MissingExtra: a PDF is asked for and the extra `pdf` is not installed.
        WriteError: the file cannot be written; what was there is as it was.
    """
    from coopgraph.render.stills import write_picture

    name = str(network.graph.get("projection", "network"))
    known = PROJECTIONS.get(name)
    view = view_of_network(
        network.nodes(data=True),
        network.edges(keys=True, data=True),
        positions,
        name=name,
        title=title,
        description=Words(known.description_fr, known.description_en) if known else _NOTHING,
        window=window,
        mode=mode,
        version=version,
    )
    return write_picture(view, path, language, form=form)


def view_of_network(
    nodes: Iterable[tuple[object, Mapping[str, object]]],
    edges: Iterable[tuple[object, object, object, Mapping[str, object]]],
    positions: Mapping[str, Position],
    *,
    title: Words,
    name: str = "network",
    description: Words = _NOTHING,
    window: tuple[str, str] | None = None,
    mode: Literal["possibly", "certainly"] = "possibly",
    version: str = "",
) -> View:
    """Return a network as a view; `nodes` and `edges` are as networkx hands them out.

    >>> a_and_b = view_of_network([("a", {}), ("b", {})], [("a", "b", 0, {})], {}, title=_NOTHING)
    >>> a_and_b.ties[0].id
    '0:a:b'
    """
    facts = {}
    ties = []
    for source, target, key, data in edges:
        fact = _fact(str(data.get("id", f"{key}:{source}:{target}")), data)
        facts[fact.id] = fact
        kind = str(data.get("kind", ""))
        ties.append(Tie(fact.id, str(source), str(target), kind, Words(kind, kind), fact.id))
    first, last = _years(facts.values())
    return View(
        name=name,
        title=title,
        description=description,
        nodes=tuple(_node(str(name), data, positions) for name, data in nodes),
        ties=tuple(ties),
        facts=facts,
        first_year=first,
        last_year=last,
        version=version,
        window=window,
        mode=mode,
    )


def _node(name: str, data: Mapping[str, object], positions: Mapping[str, Position]) -> Node:
    label = str(data.get("label_fr", "")) or str(data.get("label_en", "")) or name
    kind, class_ = str(data.get("kind", "")), str(data.get("class", ""))
    place = positions.get(name)
    return Node(
        id=name,
        iri=str(data.get("iri", "")),
        label=Words(label, str(data.get("label_en", "")) or label),
        kind=Words(kind, kind),
        shape=_SHAPES.get(class_) or shape_of_actor(kind),
        side=str(data.get("side", "other")),
        place=_NOTHING,
        x=place.x if place else 0.0,
        y=place.y if place else 0.0,
        facts=(),
        drawn=place is not None,
    )


def _fact(name: str, data: Mapping[str, object]) -> Fact:
    doubts = str(data.get("doubts", "")).split()
    begin, latest, earliest, end = (
        str(data[bound]) if data.get(bound) else None
        for bound in ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
    )
    return Fact(
        id=name,
        iri=str(data.get("iri", "")),
        kind=str(data.get("kind", "")),
        sentence=_NOTHING,
        date=_NOTHING,
        edtf=str(data.get("edtf", "")),
        earliest_begin=begin,
        latest_begin=latest,
        earliest_end=earliest,
        latest_end=end,
        doubts=tuple(doubt for doubt in _DOUBTS if doubt in doubts),
        evidence=(),
    )


def _years(facts: Iterable[Fact]) -> tuple[int, int]:
    days = [
        day
        for fact in facts
        for day in (fact.earliest_begin, fact.latest_begin, fact.earliest_end, fact.latest_end)
        if day
    ]
    return (int(min(days)[:4]), int(max(days)[:4])) if days else (0, 0)
