"""Write the records of a view as tables: its nodes, ties and facts, and the evidence of all facts.

Each table holds one column a field (`coopgraph.render.columns`), in the order of the view. Ties
name their nodes and their fact by the place in the table of these, and so do nodes with facts and
facts with evidence: a source that a thousand facts cite is written once.

>>> from coopgraph.views.model import View, Words
>>> empty = View("dune", Words("", ""), Words("", ""), (), (), {}, 2000, 2001, "v1")
>>> list(record_tables(empty, nodes=[], edges=[]))
['nodes', 'ties', 'facts', 'evidence']

The names of the columns are those of the fields in the scripts (``page/data.js``).
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from coopgraph.render.addresses import web_address
from coopgraph.render.columns import column, each, iri_columns, numbered, repeated
from coopgraph.views.legend import SIDES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coopgraph.render.columns import Column, Json
    from coopgraph.views.model import Evidence, Fact, Node, View

__all__ = ["Drawn", "Table", "projection_tables", "record_tables"]

Drawn: TypeAlias = "Mapping[str, Json]"
"""A node or an edge as the network model holds it."""
Table: TypeAlias = "dict[str, Column]"


def record_tables(
    view: View, *, nodes: Sequence[Drawn], edges: Sequence[Drawn]
) -> dict[str, Table]:
    """Return the four tables; ids, places and ends are those of the network model.

    The facts are those of the view, then those that only its further projections have.
    """
    facts = _shared(view)
    groups, cited = numbered(fact.evidence for fact in facts)
    pieces = {piece: place for place, piece in enumerate(dict.fromkeys(chain(*groups)))}
    evidence = column([[pieces[piece] for piece in group] for group in groups], cited)
    return {
        **_drawn_tables(view, _places(view, facts), nodes, edges),
        "facts": _facts(facts) | {"evidence": evidence},
        "evidence": _evidence(list(pieces)),
    }


def projection_tables(
    view: View, projection: View, *, nodes: Sequence[Drawn], edges: Sequence[Drawn]
) -> dict[str, Json]:
    """Return nodes and ties of a further projection of `view`, and the places of its facts."""
    places = _places(projection, _shared(view))
    tables = _drawn_tables(projection, places, nodes, edges)
    return {**tables, "facts": list(places.values())}


def _shared(view: View) -> list[Fact]:
    """Return the facts of the view and of its further projections, each of them once."""
    return list(dict.fromkeys(chain(*(one.facts.values() for one in (view, *view.also)))))


def _places(view: View, facts: Sequence[Fact]) -> dict[str, int]:
    """Return the place of each fact of the view among all that the page carries, by name."""
    if not view.also and len(facts) == len(view.facts):
        return {name: place for place, name in enumerate(view.facts)}
    known = {fact: place for place, fact in enumerate(facts)}
    return {name: known[fact] for name, fact in view.facts.items()}


def _drawn_tables(
    view: View, places: Mapping[str, int], nodes: Sequence[Drawn], edges: Sequence[Drawn]
) -> dict[str, Table]:
    return {
        "nodes": {key: each([node[key] for node in nodes]) for key in ("id", "x", "y")}
        | _nodes(view.nodes, places),
        "ties": _ends(nodes, edges) | _ties(view, places),
    }


def _nodes(nodes: Sequence[Node], places: Mapping[str, int]) -> Table:
    """Say what the nodes are; their facts are places among the facts of the view."""
    sides, on_side = numbered(node.side for node in nodes)
    groups, with_facts = numbered(node.facts for node in nodes)
    own = [[places[name] for name in group if name in places] for group in groups]
    return {
        "label": each([node.label for node in nodes]),
        "mark": repeated(node.shape for node in nodes),
        "side": column([side if side in SIDES else "other" for side in sides], on_side),
        "kind": repeated(node.kind for node in nodes),
        "place": repeated(node.place for node in nodes),
        "facts": column(own, with_facts),
        "names": repeated(node.names for node in nodes),
        "aliases": repeated(node.aliases for node in nodes),
        "drawn": repeated(node.drawn for node in nodes),
        "community": repeated(node.community for node in nodes),
        "measures": repeated(tuple(figure for _, figure in node.measures) for node in nodes),
        **iri_columns((node.iri, node.id) for node in nodes),
    }


def _ends(nodes: Sequence[Drawn], edges: Sequence[Drawn]) -> Table:
    """Name the edges, and their ends by their places among the nodes."""
    places = {node["id"]: place for place, node in enumerate(nodes)}
    return {
        "id": each([edge["id"] for edge in edges]),
        "from": each([places[edge["from"]] for edge in edges]),
        "to": each([places[edge["to"]] for edge in edges]),
    }


def _ties(view: View, places: Mapping[str, int]) -> Table:
    """Say what the ties are; their facts are places among the facts of the view."""
    return {
        "kind": repeated(tie.kind for tie in view.ties),
        "label": repeated(tie.label for tie in view.ties),
        "fact": each([places[tie.fact] for tie in view.ties]),
        "inferred": repeated(tie.inferred for tie in view.ties),
        "doubts": repeated(tie.doubts(view.facts[tie.fact]) for tie in view.ties),
    }


def _facts(facts: Sequence[Fact]) -> Table:
    return {
        "id": each([fact.id for fact in facts]),
        "kind": repeated(fact.kind for fact in facts),
        "sentence": repeated(fact.sentence for fact in facts),
        "date": repeated(fact.date for fact in facts),
        "edtf": repeated(fact.edtf for fact in facts),
        "bounds": repeated(_bounds(fact) for fact in facts),
        "doubts": repeated(fact.doubts for fact in facts),
        "title": repeated(fact.title for fact in facts),
        "dateInferred": repeated(fact.date_inferred for fact in facts),
        "themes": repeated(fact.themes for fact in facts),
        **iri_columns((fact.iri, fact.id) for fact in facts),
    }


def _bounds(fact: Fact) -> tuple[str | None, ...]:
    return fact.earliest_begin, fact.latest_begin, fact.earliest_end, fact.latest_end


def _evidence(pieces: Sequence[Evidence]) -> Table:
    return {
        "title": each([piece.title for piece in pieces]),
        "publisher": repeated(piece.publisher for piece in pieces),
        "published": repeated(piece.published for piece in pieces),
        "locator": repeated(piece.locator for piece in pieces),
        "url": each([web_address(piece.url) for piece in pieces]),
    }
