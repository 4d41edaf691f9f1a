"""Pajek (``.net``), with time: years in square brackets after each vertex and each line.

Pajek counts time in whole numbers, so a tie stands from the first to the last *year* in which it
may have held; ``*`` is an open end. Nothing else of a date fits: GEXF holds the days. Ties between
the same two vertices stay apart. The label of a vertex is its name, on one line, without quotation
marks, at most 250 characters; where two actors bear the same one, the id follows. What is planned
or cancelled has dotted lines.

The file begins with a byte order mark: without it Pajek takes it for an old Windows code page.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import IO, TYPE_CHECKING, Final

from coopgraph.export.networks.gexf import spells_of
from coopgraph.export.networks.plain import is_directed, node_rows, tie_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import networkx as nx

    from coopgraph.export.networks.plain import NodeRow, TieRow
    from coopgraph.network.layout import Position

__all__ = ["one_line", "write"]

_LONGEST: Final = 250
_FIRST_YEAR: Final = 1
_COLOURS: Final = {
    "france": "NavyBlue",
    "quebec": "RedOrange",
    "joint": "Emerald",
    "other": "Gray",
}
_SPACES: Final = re.compile(r"[\s\u0085\u2028\u2029\ufffd]+")


def write(
    network: nx.MultiDiGraph,
    stream: IO[bytes],
    *,
    language: str = "fr",
    title: str = "",
    positions: Mapping[str, Position] | None = None,
) -> None:
    """Write the network on a binary stream."""
    nodes, ties = node_rows(network, language), tie_rows(network, language)
    numbers = {row.id: number for number, row in enumerate(nodes, 1)}
    of_node: dict[str, list[TieRow]] = {}
    for tie in ties:
        of_node.setdefault(tie.source, []).append(tie)
        of_node.setdefault(tie.target, []).append(tie)
    lines = [f"*Network {one_line(title)}", f"*Vertices {len(nodes)}"]
    for row, label in zip(nodes, _labels(nodes), strict=True):
        place = (positions or {}).get(row.id)
        x, y = (place.x / 1000, place.y / 1000) if place else (0.5, 0.5)
        colour = _COLOURS.get(str(row.values.get("side", "other")), "Gray")
        time = _years(spells_of(of_node.get(row.id, ())))
        lines.append(f'{numbers[row.id]} "{label}" {x:.4f} {y:.4f} ellipse ic {colour}{time}')
    lines.append("*Arcs" if is_directed(network) else "*Edges")
    for tie in ties:
        doubtful = {"planned", "cancelled"} & set(str(tie.values.get("doubts", "")).split())
        parts = [str(numbers[tie.source]), str(numbers[tie.target]), f"{tie.weight:g}"]
        parts += [f'l "{one_line(tie.kind)}"'] * bool(tie.kind) + ["p Dots"] * bool(doubtful)
        lines.append(" ".join(parts) + _years(spells_of([tie])))
    stream.write("\ufeff".encode() + "".join(f"{line}\r\n" for line in lines).encode())


def one_line(text: str) -> str:
    r"""Return a text that fits between the quotation marks of Pajek.

    >>> one_line('une "dune"\n de\\sable')
    'une ”dune” de∖sable'
    """
    plain = _SPACES.sub(" ", text).strip().replace('"', "”").replace("\\", "∖")
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"


def _labels(nodes: Sequence[NodeRow]) -> list[str]:
    """Return a label for each node, none twice: readers take it for the name of the node."""
    short = [one_line(row.label) for row in nodes]
    often = Counter(short)
    return [
        f"{label} ({one_line(row.id)})" if often[label] > 1 or not label else label
        for row, label in zip(nodes, short, strict=True)
    ]


def _years(spells: Iterable[tuple[str, str]]) -> str:
    periods = [
        f"{int(begin[:4] or _FIRST_YEAR)}-{int(end[:4]) if end else '*'}" for begin, end in spells
    ]
    return f" [{','.join(periods)}]" if periods else ""
