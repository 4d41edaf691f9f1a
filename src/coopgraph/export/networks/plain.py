r"""Nodes and ties as plain rows that every file format can hold: no None, no list, no odd sign.

`node_rows` and `tie_rows` are what the writers read. A value is a text, a number or a truth value;
what is unknown is left out; lists become words with spaces between. Characters that XML 1.0 forbids
(most control characters, half a surrogate pair) become U+FFFD, the sign for a lost character; all
other text is kept, however long or strange, for each format to escape in its own way.

>>> clean_text("du\x00 vent\ud800")
'du� vent�'
>>> plain_value(["a", "b"]), plain_value(None), plain_value(2.5), plain_value(float("nan"))
('a b', None, 2.5, None)
"""

from __future__ import annotations

import re
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import networkx as nx

__all__ = [
    "BOUNDS",
    "NodeRow",
    "TieRow",
    "Value",
    "certain_period",
    "clean_text",
    "columns_of",
    "is_directed",
    "node_rows",
    "plain_value",
    "tie_rows",
]

Value: TypeAlias = str | bool | int | float

BOUNDS: Final = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
"""The names of the four days between which a tie began and ended."""
_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPEATED: Final = frozenset({"id", "weight"})  # each format has a place of its own for these


class NodeRow(NamedTuple):
    """One node: its id, its name in the language asked for, and whatever else is known."""

    id: str
    label: str
    values: dict[str, Value]


class TieRow(NamedTuple):
    """One tie, never merged with another: `begin` and `end` bound the time it may have held."""

    id: str
    source: str
    target: str
    label: str
    kind: str
    weight: float
    begin: str  # ISO day, empty where it is open or not known
    end: str
    values: dict[str, Value]


def certain_period(values: Mapping[str, Value]) -> tuple[str, str] | None:
    """Return the first and the last day on which a tie surely held, if there is any.

    >>> certain_period({"latest_begin": "2010-12-31", "earliest_end": "2014-01-01"})
    ('2010-12-31', '2014-01-01')
    >>> certain_period({"latest_begin": "2010-04-30", "earliest_end": "2010-04-01"})
    """
    begin, end = str(values.get("latest_begin", "")), str(values.get("earliest_end", ""))
    if set(str(values.get("doubts", "")).split()) & {"planned", "cancelled"}:
        return None
    return (begin, end) if begin and end and begin <= end else None


def clean_text(text: str) -> str:
    """Return the text with U+FFFD for each character that no XML file may hold."""
    return _FORBIDDEN.sub("\ufffd", text)


def plain_value(value: object) -> Value | None:
    """Return the value as a text, number or truth value; None where there is nothing to write."""
    if isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return value if isfinite(value) else None
    if value is None:
        return None
    if isinstance(value, list | tuple | set | frozenset):
        parts = [str(plain_value(part)) for part in value if plain_value(part) is not None]
        return clean_text(" ".join(parts if isinstance(value, list | tuple) else sorted(parts)))
    return clean_text(str(value))


def node_rows(network: nx.MultiDiGraph, language: str) -> list[NodeRow]:
    """Return the nodes in the order of their ids."""
    rows = []
    for node, data in sorted(network.nodes(data=True), key=lambda pair: str(pair[0])):
        values = _plain(data)
        label = _label(values, language) or clean_text(str(node))
        rows.append(NodeRow(clean_text(str(node)), label, values))
    return rows


def tie_rows(network: nx.MultiDiGraph, language: str) -> list[TieRow]:
    """Return all ties, in the order of their ends and keys; each has an id of its own."""
    rows = []
    seen: dict[str, int] = {}
    edges = network.edges(keys=True, data=True)
    for source, target, key, data in sorted(edges, key=lambda edge: tuple(map(str, edge[:3]))):
        values = _plain(data)
        if period := certain_period(values):
            values |= {"certain_start": period[0], "certain_end": period[1]}
        begin, end = _day(values, "earliest_begin"), _day(values, "latest_end")
        name = str(values.get("id", "")) or clean_text(f"{key}:{source}:{target}")
        seen[name] = seen.get(name, 0) + 1
        rows.append(
            TieRow(
                id=name if seen[name] == 1 else f"{name}#{seen[name]}",
                source=clean_text(str(source)),
                target=clean_text(str(target)),
                label=_label(values, language),
                kind=str(values.get("kind", "")),
                weight=_weight(values.get("weight")),
                begin=begin,
                end=end,
                values={name: values[name] for name in sorted(values.keys() - _REPEATED)},
            )
        )
    return rows


def columns_of(rows: Iterable[Mapping[str, Value]]) -> dict[str, str]:
    """Return the names of all values in order, each with the type that holds every one of them.

    >>> columns_of([{"a": 1, "b": True}, {"a": 0.5}, {"b": "no"}])
    {'a': 'double', 'b': 'string'}
    """
    found: dict[str, set[str]] = {}
    for values in rows:
        for name, value in values.items():
            found.setdefault(name, set()).add(_type(value))
    return {name: _common(found[name]) for name in sorted(found)}


def is_directed(network: nx.MultiDiGraph) -> bool:
    """Tell whether a tie runs from its source to its target; else it holds both ways."""
    return bool(network.graph.get("directed", False))


def _plain(data: Mapping[object, object]) -> dict[str, Value]:
    values = {}
    for name, found in sorted(data.items(), key=lambda pair: str(pair[0])):
        value = plain_value(found)
        if value is not None and value != "":
            values[clean_text(str(name))] = value
    return values


def _label(values: Mapping[str, Value], language: str) -> str:
    other = "en" if language == "fr" else "fr"
    names = (f"label_{language}", f"label_{other}", "label")
    return next((str(values[name]) for name in names if name in values), "")


_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _day(values: Mapping[str, Value], name: str) -> str:
    """Return a day of the calendar, or nothing: one that is none makes readers refuse the file."""
    found = str(values.get(name, ""))
    try:
        return found if _DAY.fullmatch(found) and date.fromisoformat(found) else ""
    except ValueError:
        return ""


def _weight(value: Value | None) -> float:
    return float(value) if isinstance(value, int | float) else 1.0


def _type(value: Value) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "long"
    return "double" if isinstance(value, float) else "string"


def _common(types: set[str]) -> str:
    if len(types) == 1:
        return next(iter(types))
    return "double" if types <= {"long", "double"} else "string"
