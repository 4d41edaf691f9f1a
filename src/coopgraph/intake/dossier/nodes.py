"""What a YAML file is made of, as it was written: texts, lists and mappings with their places.

No text is turned into a number, a date or a truth value: ``no``, ``12_000`` and ``2031-08-13``
stay what is written, until a reader asks for one of these.

>>> plain(Mapping(1, 1, {"when": Text(1, 7, "2031-08-13"), "of": Text(2, 5, "null")}))
{'when': '2031-08-13', 'of': None}
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field

__all__ = [
    "Items",
    "Mapping",
    "Node",
    "Plain",
    "Text",
    "digest_of",
    "is_null",
    "plain",
    "shape_words",
    "walk_mappings",
]


@dataclass(slots=True)
class Text:
    """A scalar; `quoted` tells that it stood in quotation marks or in a block."""

    line: int
    column: int
    text: str
    quoted: bool = False


@dataclass(slots=True)
class Items:
    """A list."""

    line: int
    column: int
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys with their values; `keys` has the place of each key, `doubled` those that came again."""

    line: int
    column: int
    entries: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Text] = field(default_factory=dict)
    doubled: list[Text] = field(default_factory=list)


Node = Text | Items | Mapping
Plain = str | list["Plain"] | dict[str, "Plain"] | None


def is_null(node: Node) -> bool:
    """Tell whether a value is written as nothing: empty, ``~`` or ``null``."""
    return (
        isinstance(node, Text)
        and not node.quoted
        and node.text in ("", "~", "null", "Null", "NULL")
    )


def shape_words(shape: type[Node]) -> tuple[str, str]:
    """Return what a shape is called, in English and French."""
    return {
        Text: ("a text", "un texte"),
        Items: ("a list", "une liste"),
        Mapping: ("a mapping of keys", "un ensemble de clés"),
    }[shape]


def plain(node: Node) -> Plain:
    """Return the value without places: texts, lists, dictionaries, None for nothing."""
    if isinstance(node, Text):
        return None if is_null(node) else node.text
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.entries.items()}


def digest_of(node: Node) -> str:
    """Return the SHA-256 of what a value says, whatever its place and the order of its keys.

    >>> first = Mapping(1, 1, {"a": Text(1, 4, "x"), "b": Text(2, 4, "y")})
    >>> digest_of(first) == digest_of(Mapping(9, 1, dict(reversed(first.entries.items()))))
    True
    """
    canonical = json.dumps(plain(node), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def walk_mappings(node: Node) -> Iterator[Mapping]:
    """Yield the mappings in a value, itself included, from the top down."""
    if isinstance(node, Mapping):
        yield node
    children: list[Node] = []
    if isinstance(node, Mapping):
        children = list(node.entries.values())
    elif isinstance(node, Items):
        children = node.items
    for child in children:
        yield from walk_mappings(child)
