"""What a projection makes: edges with kind, bounds, doubt, weight and the records behind them.

`Tied` is what the module of a projection returns: nodes, edges, and for every row of the tables
that ties nothing the reason why. `assemble` makes the `networkx.MultiDiGraph` of it. Attributes are
text, numbers or truth values, and are left out where nothing is known: no writer of a graph format
takes None or a list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

import networkx as nx

from coopgraph.network.rows import UNDATED, Bounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coopgraph.network.projections.items import Item, Material

__all__ = [
    "REASONS",
    "Account",
    "Edge",
    "Made",
    "Network",
    "Tied",
    "Value",
    "assemble",
    "called_as",
    "continued_by",
    "edge_between",
    "why_not",
]

Value: TypeAlias = str | float | bool
Network: TypeAlias = nx.MultiDiGraph
"""What every projection makes; stages above name the type by this."""

REASONS: Final[Mapping[str, tuple[str, str]]] = {
    "alone": (
        "personne d’autre n’y est nommé",
        "nobody else is named in it",
    ),
    "no-place": (
        "l’acteur n’a pas de lieu connu",
        "the actor has no known place",
    ),
    "nobody-elsewhere": (
        "personne d’un autre lieu n’y est nommé",
        "nobody from another place is named in it",
    ),
    "for-nobody": (
        "la source ne dit pas pour quel organisme",
        "the source does not say for which body",
    ),
    "no-funder": (
        "la source ne dit pas qui paie",
        "the source does not say who pays",
    ),
    "no-recipient": (
        "la source ne dit pas pour quoi ni pour qui",
        "the source does not say what or whom it pays for",
    ),
    "only-theme": (
        "aucun acteur ni autre thème ne relie ce thème à un autre",
        "no actor and no second theme ties this theme to another",
    ),
    "no-actor": (
        "aucun acteur n’est connu de cette fiche",
        "the record names no actor",
    ),
    "other-end": (
        "l’autre bout n’est pas une fiche de ce réseau",
        "the other end is no record of this network",
    ),
    "inferred": (
        "déduit, et laissé de côté",
        "inferred, and left out",
    ),
}
"""Why a row of the tables ties nothing, in French and in English."""


class Edge(NamedTuple):
    """One tie; `rows` names the rows of the tables that it accounts for."""

    source: str
    target: str
    key: str
    kind: str
    item: Item  # the record that is shown for it
    bounds: Bounds = UNDATED
    doubts: frozenset[str] = frozenset()
    inferred: bool = False
    records: tuple[str, ...] = ()  # each once: the records that a reader can open
    rows: tuple[str, ...] = ()
    more: tuple[tuple[str, Value], ...] = ()
    weight: float = 1


class Account(NamedTuple):
    """What became of the rows that a projection reads: in a tie, or left out for a reason."""

    tied: frozenset[str]
    left_out: Mapping[str, str]


class Made(NamedTuple):
    """A network and the account of its rows."""

    network: nx.MultiDiGraph
    account: Account


class Tied(NamedTuple):
    """Nodes with their attributes, edges, and rows that tie nothing with the reason."""

    nodes: Mapping[str, Mapping[str, Value]]
    edges: list[Edge]
    left_out: dict[str, str]


def edge_between(
    material: Material,
    source: str,
    target: str,
    kind: str,
    item: Item,
    *,
    link: Item | None = None,
    resting: Iterable[str] = (),
    dated: Item | None = None,
    rows: Iterable[str] = (),
    more: Iterable[tuple[str, Value]] = (),
) -> Edge:
    """Return a tie that `item` stands for, with its doubts.

    `link` is the row that says so (default: the item), of whose properties `resting` make the tie;
    `dated` is the record whose time is that of the tie (default: the item).
    """
    said = link or item
    time = dated or item
    inferred = bool(said.deduced.intersection(resting))
    doubts = material.doubts(item) | material.doubts(said) | material.doubts(time)
    accounted = tuple(rows) or (said.id,)
    return Edge(
        source,
        target,
        accounted[0],
        kind,
        item,
        material.first_period(time),
        doubts | ({"inferred"} if inferred else set()),
        inferred,
        (item.id,),
        accounted,
        tuple(more),
    )


def why_not(item: Item, properties: Iterable[str], reason: str) -> str:
    """Return why a row ties nothing: `reason`, unless a deduced value was left out of it."""
    return "inferred" if any(name in item.hidden for name in properties) else reason


def called_as(item: Item | None) -> tuple[tuple[str, Value], ...]:
    """Return the labels of a record, for an edge whose own record has no title."""
    if item is None or not item.one("prefLabel@fr"):
        return ()
    french = item.one("prefLabel@fr")
    return ("label_fr", french), ("label_en", item.one("prefLabel@en") or french)


def continued_by(item: Item) -> list[str]:
    """Return the agreements that an agreement renews or replaces."""
    return sorted({*item.all("renews"), *item.all("replaces")})


def _spelled(edge: Edge) -> dict[str, Value]:
    """Return the attributes of an edge, those without a value left out."""
    bounds = edge.bounds._asdict() | {"marks": " ".join(edge.bounds.marks)}
    label = edge.item.one("prefLabel@fr") or edge.item.one("roleTitle@fr")
    texts: dict[str, Value] = {
        "id": f"{edge.key}:{edge.source}:{edge.target}",
        "kind": edge.kind,
        "record": edge.item.id,
        "iri": edge.item.iri,
        "label_fr": label,
        "label_en": edge.item.one("prefLabel@en") or edge.item.one("roleTitle@en") or label,
        "status": edge.item.one("hasStatus"),
        **bounds,
        "doubts": " ".join(sorted(edge.doubts)),
        "records": " ".join(edge.records),
        "continues": " ".join(continued_by(edge.item)),
    }
    known = {name: value for name, value in texts.items() if value}
    return {**known, "inferred": edge.inferred, "weight": edge.weight, **dict(edge.more)}


def assemble(tied: Tied, *, directed: bool = False) -> Made:
    """Return the network of what is tied, nodes and edges in a fixed order, and the account.

    An undirected edge is stored once, from the id that comes first to the other.
    """
    network = nx.MultiDiGraph()
    edges = [
        edge if directed or edge.source <= edge.target else _turned(edge) for edge in tied.edges
    ]
    ends = {end for edge in edges for end in (edge.source, edge.target)}
    network.add_nodes_from((node, dict(tied.nodes[node])) for node in sorted(ends))
    for edge in sorted(edges, key=lambda edge: edge[:3]):
        network.add_edge(edge.source, edge.target, key=edge.key, **_spelled(edge))
    rows = frozenset(row for edge in edges for row in edge.rows)
    left_out = {row: tied.left_out[row] for row in sorted(tied.left_out) if row not in rows}
    return Made(network, Account(rows, left_out))


def _turned(edge: Edge) -> Edge:
    return edge._replace(source=edge.target, target=edge.source)
