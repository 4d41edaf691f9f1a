"""Cytoscape JSON (``.cyjs``): for Cytoscape, Cytoscape.js and `networkx.cytoscape_graph`.

Positions are those of the page. Ties between the same two nodes stay apart; `key` and `id` tell
which is which. Dates and doubts are data of each edge.
"""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING

from coopgraph.export.networks.plain import clean_text, is_directed, node_rows, tie_rows
from coopgraph.network.layout import ASPECT

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    from coopgraph.network.layout import Position

__all__ = ["write"]


def write(
    network: nx.MultiDiGraph,
    stream: IO[bytes],
    *,
    language: str = "fr",
    title: str = "",
    positions: Mapping[str, Position] | None = None,
) -> None:
    """Write the network on a binary stream."""
    places = positions or {}
    nodes = []
    for row in node_rows(network, language):
        own = {"id": row.id, "value": row.id, "name": row.label, "label": row.label}
        node: dict[str, object] = {"data": row.values | own}
        if row.id in places:
            node["position"] = {"x": round(places[row.id].x * ASPECT, 1), "y": places[row.id].y}
        nodes.append(node)
    edges = [
        {
            "data": tie.values
            | {"id": tie.id, "key": tie.id, "source": tie.source, "target": tie.target}
            | {"name": tie.label, "interaction": tie.kind, "weight": tie.weight}
        }
        for tie in tie_rows(network, language)
    ]
    document = {
        "format_version": "1.0",
        "generated_by": "coopgraph",
        "data": {"name": clean_text(title)},
        "directed": is_directed(network),
        "multigraph": True,
        "elements": {"nodes": nodes, "edges": edges},
    }
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, indent=1)
    stream.write(text.encode() + b"\n")
