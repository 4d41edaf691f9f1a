"""GraphML: for yEd, igraph, networkx and many more; dates as attributes.

GraphML has no time of its own: the four bounds, the date as the source gives it and the doubts are
data of each edge. Ties between the same two nodes stay apart, each with its id. `x` and `y` of a
node are those of the page.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from coopgraph.export.networks.markup import element, escaped, typed
from coopgraph.export.networks.plain import columns_of, is_directed, node_rows, tie_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import networkx as nx

    from coopgraph.export.networks.plain import Value
    from coopgraph.network.layout import Position

__all__ = ["write"]

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"\
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"\
 xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns\
 http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""


def write(
    network: nx.MultiDiGraph,
    stream: IO[bytes],
    *,
    language: str = "fr",
    title: str = "",
    positions: Mapping[str, Position] | None = None,
) -> None:
    """Write the network on a binary stream."""
    nodes: list[tuple[str, dict[str, Value]]] = []
    for row in node_rows(network, language):
        values: dict[str, Value] = {**row.values, "label": row.label}
        if positions and row.id in positions:
            values |= {"x": positions[row.id].x, "y": positions[row.id].y}
        nodes.append((row.id, values))
    ties = [
        (tie, {**tie.values, "label": tie.label, "weight": tie.weight})
        for tie in tie_rows(network, language)
    ]
    node_keys = _keys("n", columns_of(values for _, values in nodes))
    tie_keys = _keys("e", columns_of(values for _, values in ties))
    default = "directed" if is_directed(network) else "undirected"
    stream.write(_HEAD.encode())
    for line in (*_declared("node", node_keys), *_declared("edge", tie_keys)):
        stream.write(line.encode())
    stream.write(element("graph", id="coopgraph", edgedefault=default).encode())
    stream.write(f"<desc>{escaped(title)}</desc>\n".encode())
    for name, values in nodes:
        stream.write(element("node", id=name).encode())
        stream.write(f"{_data(values, node_keys)}</node>\n".encode())
    for tie, values in ties:
        stream.write(element("edge", id=tie.id, source=tie.source, target=tie.target).encode())
        stream.write(f"{_data(values, tie_keys)}</edge>\n".encode())
    stream.write(b"</graph>\n</graphml>\n")


def _keys(letter: str, types: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    return {
        name: (f"{letter}{place}", type_) for place, (name, type_) in enumerate(types.items(), 1)
    }


def _declared(of: str, keys: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    for name, (key, type_) in keys.items():
        known = {"for": of, "attr.name": name, "attr.type": type_}
        yield element("key", id=key, **known, closed=True)


def _data(values: Mapping[str, Value], keys: Mapping[str, tuple[str, str]]) -> str:
    return "".join(
        f'<data key="{keys[name][0]}">'
        f"{escaped(typed(value, as_float=keys[name][1] == 'double'))}</data>\n"
        for name, value in sorted(values.items())
        if value != ""
    )
