"""GEXF 1.3 with time: Gephi opens it with its timeline on.

- An edge is one tie; ties between the same two nodes stay apart, each with its own id and, between
  those two, its own ``kind`` ("mission", "mission 2" …): Gephi merges edges of one kind. The kind
  itself is the attribute ``tie_kind``. Its ``start`` and ``end`` are the first and the last day on
  which it *may* have held: an interval of GEXF includes both. A side that is open, or of which
  nothing is known, is left out: GEXF reads that as without limit. An edge without both has no
  known date.
- What is *certain* stands in the attributes ``certain_start`` and ``certain_end``: between them the
  tie surely held. Where the dates leave no such day, there are none. The four bounds and the date
  as the source gives it (``edtf``) are attributes as well.
- A node is there while one of its ties may hold: as ``start`` and ``end``, or as ``spells`` where
  there are several times. A node with an undated tie, or without any, has no limits.
- What was planned or cancelled says so in ``doubts``, and stands at the time foreseen.
- A weight is above nought: Gephi drops an edge that weighs nothing, so such a weight is left out.
- The graph is dynamic, also where nothing in it is dated: readers then make the same of it.
- Positions are those of the page, y upwards as Gephi draws; colours are those of the shores.

Every day is one of the calendar: at a day that is none, Gephi would refuse the whole file. The file
is valid under the XML schema of GEXF 1.3, which puts colour and position in the namespace of the
rest, while its RELAX NG grammar gives them one of their own. Gephi looks at the local names alone;
the prefix ``viz`` is kept for readers that look for it.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Final

from coopgraph.export.networks.markup import element, escaped, typed
from coopgraph.export.networks.plain import (
    NodeRow,
    TieRow,
    columns_of,
    is_directed,
    node_rows,
    tie_rows,
)
from coopgraph.network.layout import ASPECT, EXTENT
from coopgraph.views.legend import side_mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import networkx as nx

    from coopgraph.export.networks.plain import Value
    from coopgraph.network.layout import Position

__all__ = ["spells_of", "write"]

_NAMESPACE: Final = "http://gexf.net/1.3"
_OPEN_BEGIN, _OPEN_END = "", "9999-99-99"


def write(
    network: nx.MultiDiGraph,
    stream: IO[bytes],
    *,
    language: str = "fr",
    title: str = "",
    positions: Mapping[str, Position] | None = None,
) -> None:
    """Write the network on a binary stream."""
    nodes = node_rows(network, language)
    ties = [_with_tie_kind(tie) for tie in tie_rows(network, language)]
    for line in _lines(network, nodes, ties, title, positions or {}):
        stream.write(line.encode())


def spells_of(ties: Iterable[TieRow]) -> list[tuple[str, str]]:
    """Return the times in which one of the ties may hold, merged; none where there is no limit.

    >>> tie = TieRow("", "", "", "", "", 1.0, "2010-01-01", "2012-12-31", {})
    >>> spells_of([tie, tie._replace(begin="2012-06-01", end=""), tie._replace(end="2009-12-31")])
    [('2010-01-01', '')]
    """
    periods = sorted((tie.begin, tie.end or _OPEN_END) for tie in ties)
    if any(begin == _OPEN_BEGIN and end == _OPEN_END for begin, end in periods):
        return []
    spells: list[tuple[str, str]] = []
    for begin, end in periods:
        if begin > end:  # bounds that contradict each other: no day is possible
            continue
        if spells and begin <= spells[-1][1]:
            spells[-1] = spells[-1][0], max(end, spells[-1][1])
        else:
            spells.append((begin, end))
    if spells == [(_OPEN_BEGIN, _OPEN_END)]:
        return []
    return [(begin, "" if end == _OPEN_END else end) for begin, end in spells]


def _with_tie_kind(tie: TieRow) -> TieRow:
    """Return the tie with its kind under a name that no reader takes for its own."""
    values = {"tie_kind" if name == "kind" else name: value for name, value in tie.values.items()}
    return tie._replace(values=dict(sorted(values.items())))


def _lines(
    network: nx.MultiDiGraph,
    nodes: list[NodeRow],
    ties: list[TieRow],
    title: str,
    positions: Mapping[str, Position],
) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<gexf xmlns="{_NAMESPACE}" xmlns:viz="{_NAMESPACE}" version="1.3">\n'
    yield f"<meta><creator>coopgraph</creator><description>{escaped(title)}</description></meta>\n"
    yield element(
        "graph",
        mode="dynamic",
        timerepresentation="interval",
        timeformat="date",
        defaultedgetype="directed" if is_directed(network) else "undirected",
        idtype="string",
    )
    node_types = columns_of(row.values for row in nodes)
    tie_types = columns_of(row.values for row in ties)
    yield from _declared("node", node_types)
    yield from _declared("edge", tie_types)
    of_node: dict[str, list[TieRow]] = {}
    for tie in ties:
        of_node.setdefault(tie.source, []).append(tie)
        of_node.setdefault(tie.target, []).append(tie)
    yield f'<nodes count="{len(nodes)}">\n'
    for row in nodes:
        spells = spells_of(of_node.get(row.id, ()))
        yield from _node(row, node_types, spells, positions.get(row.id))
    yield f'</nodes>\n<edges count="{len(ties)}">\n'
    for tie, kind in _kinds(ties):
        yield from _edge(tie, kind, tie_types)
    yield "</edges>\n</graph>\n</gexf>\n"


def _declared(of: str, types: Mapping[str, str]) -> Iterator[str]:
    if types:
        yield f'<attributes class="{of}" mode="static">\n'
        for name, type_ in types.items():
            yield element("attribute", id=name, title=name, type=type_, closed=True)
        yield "</attributes>\n"


def _node(
    row: NodeRow, types: Mapping[str, str], spells: list[tuple[str, str]], place: Position | None
) -> Iterator[str]:
    start, end = spells[0] if len(spells) == 1 else ("", "")
    yield element("node", id=row.id, label=row.label, start=start, end=end)
    yield from _values(row.values, types)
    if len(spells) > 1:
        yield "<spells>"
        for begin, last in spells:
            yield element("spell", start=begin, end=last, closed=True).strip()
        yield "</spells>\n"
    red, green, blue = bytes.fromhex(side_mark(str(row.values.get("side", "other"))).colour[1:])
    yield f'<viz:color r="{red}" g="{green}" b="{blue}"/>\n'
    if place is not None:
        x, y = place.x * ASPECT, EXTENT - place.y
        yield f'<viz:position x="{x:.1f}" y="{y:.1f}"/>\n'
    yield "</node>\n"


def _kinds(ties: Iterable[TieRow]) -> Iterator[tuple[TieRow, str]]:
    """Number the kinds of ties that are alike in both ends and kind."""
    often: dict[tuple[str, str, str], int] = {}
    for tie in ties:
        alike = min(tie.source, tie.target), max(tie.source, tie.target), tie.kind
        often[alike] = often.get(alike, 0) + 1
        kind = tie.kind or "tie"
        yield tie, kind if often[alike] == 1 else f"{kind} {often[alike]}"


def _edge(tie: TieRow, kind: str, types: Mapping[str, str]) -> Iterator[str]:
    yield element(
        "edge",
        id=tie.id,
        source=tie.source,
        target=tie.target,
        kind=kind,
        label=tie.label,
        weight=typed(tie.weight) if tie.weight > 0 else "",
        start=tie.begin if not tie.end or tie.begin <= tie.end else "",
        end=tie.end if tie.begin <= tie.end else "",
    )
    yield from _values(tie.values, types)
    yield "</edge>\n"


def _values(values: Mapping[str, Value], types: Mapping[str, str]) -> Iterator[str]:
    if values:
        yield "<attvalues>"
        for name, value in values.items():
            text = typed(value, as_float=types[name] == "double")
            yield element("attvalue", for_=name, value=text, closed=True).strip()
        yield "</attvalues>\n"
