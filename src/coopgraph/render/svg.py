"""Draw a view as a still SVG: the picture of readers without script, and of print.

The nodes stand where the page puts them. Lines that tie the same two nodes are drawn once, as wide
as there are facts. Labels are text, the strongest first; a label that would lie on another one
yields. Beyond 600 nodes the shapes become dots, all of one side in one stroke. The same view gives
the same text.

>>> from coopgraph.views.model import View, Words
>>> empty = View("dune", Words("Rien", "None"), Words("", ""), (), (), {}, 2000, 2001, "v1")
>>> still_picture(empty, language="fr").shapes
()

`still_picture` returns numbers and words; ``page/still.svg.jinja`` writes them, escaped. Doubt
about dates needs a period and is drawn by the page alone; planned and contested facts are marked.
"""

from __future__ import annotations

import re
from collections import Counter
from heapq import nsmallest
from math import log2
from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.render.outlines import OUTLINES
from coopgraph.views.legend import MAX_TIE_WIDTH, SHAPES, TIE_KINDS, side_mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coopgraph.views.model import Node, View

__all__ = ["Label", "StillPicture", "StillShape", "Stroke", "cut_label", "still_picture"]

_LABEL_LENGTH: Final = 28
_SHORT_WORDS_AT_END: Final = re.compile(r"( \S{1,4})+$")
_LABELS: Final = 60
_MANY_NODES: Final = 600
_MARGIN: Final = 80.0
_LETTER_WIDTH: Final = 7.5
_LABEL_HEIGHT: Final = 18.0
_LINE_COLOUR: Final = TIE_KINDS["mission"].colour
_NOT_HELD: Final[frozenset[str]] = frozenset({"planned", "cancelled"})


class Stroke(NamedTuple):
    """All lines that look the same, or all dots of one side, as one path."""

    path: str
    colour: str
    width: float
    planned: bool = False
    contested: bool = False


class StillShape(NamedTuple):
    """One node drawn with its shape, its letter and its whole name."""

    x: float
    y: float
    radius: float
    colour: str
    outline: str
    letter: str
    name: str


class Label(NamedTuple):
    """One name under its node."""

    x: float
    y: float
    text: str


class StillPicture(NamedTuple):
    """All that the SVG template needs."""

    frame: tuple[float, float, float, float]
    lines: tuple[Stroke, ...]
    dots: tuple[Stroke, ...]
    shapes: tuple[StillShape, ...]
    labels: tuple[Label, ...]


def still_picture(view: View, *, language: str) -> StillPicture:
    """Place every line, shape and label of `view` for `language`."""
    drawn = tuple(node for node in view.nodes if node.drawn)
    radius = max(2.5, min(12.0, 260 / max(1.0, len(drawn)) ** 0.5))
    left, right = _reach([node.x for node in drawn])
    top, bottom = _reach([node.y for node in drawn])
    many = len(drawn) > _MANY_NODES
    shapes = () if many else tuple(_shape(node, radius, language) for node in drawn)
    places = {node.id: f"{node.x:.1f} {node.y:.1f}" for node in view.nodes}
    return StillPicture(
        (left, top, right - left, bottom - top),
        tuple(_lines(view, places)),
        tuple(_dots(drawn, places, radius)) if many else (),
        shapes,
        tuple(_labels(view, drawn, radius, language)),
    )


def cut_label(label: str) -> str:
    """Return at most 28 characters, cut between words where that costs little.

    >>> cut_label("Institut des sciences de la mer")
    'Institut des sciences…'
    """
    if len(label) <= _LABEL_LENGTH:
        return label
    kept = label[: _LABEL_LENGTH - 1]
    space = len(kept) if label[len(kept)] == " " else kept.rfind(" ")
    if space <= len(kept) - 5:
        return kept.rstrip() + "…"
    return _SHORT_WORDS_AT_END.sub("", kept[:space]) + "…"


def _reach(places: list[float]) -> tuple[float, float]:
    places = places or [500.0]
    return round(min(places) - _MARGIN, 1), round(max(places) + _MARGIN, 1)


def _shape(node: Node, radius: float, language: str) -> StillShape:
    letter = getattr(SHAPES[node.shape].letter, language) if radius >= 8 else ""
    colour, outline = side_mark(node.side).colour, OUTLINES[node.shape]
    x, y = round(node.x, 1), round(node.y, 1)
    name = getattr(node.label, language)
    return StillShape(x, y, round(radius, 1), colour, outline, letter, name)


def _dots(nodes: Sequence[Node], places: Mapping[str, str], radius: float) -> Iterator[Stroke]:
    """Draw all nodes of one colour as one path of points with round ends."""
    alike: dict[str, list[str]] = {}
    for node in nodes:
        alike.setdefault(side_mark(node.side).colour, []).append(f"M{places[node.id]}h0")
    for colour, path in alike.items():
        yield Stroke("".join(path), colour, round(2 * radius, 1))


def _lines(view: View, places: Mapping[str, str]) -> Iterator[Stroke]:
    """Merge the ties between the same two nodes, then the lines that look the same."""
    behind: dict[tuple[str, str], list[str]] = {}
    for tie in view.ties:
        ends = tie.source, tie.target
        behind.setdefault(ends if ends[0] < ends[1] else ends[::-1], []).append(tie.fact)
    not_held = {name for name, fact in view.facts.items() if not _NOT_HELD.isdisjoint(fact.doubts)}
    contested = {name for name, fact in view.facts.items() if "contested" in fact.doubts}
    widths = [_width(number) for number in range(1 + max(map(len, behind.values()), default=0))]
    alike: dict[tuple[float, bool, bool], list[str]] = {}
    for (source, target), names in behind.items():
        width = widths[len(names) if len(names) == 1 else len(set(names))]
        look = width, not_held.issuperset(names), not contested.isdisjoint(names)
        alike.setdefault(look, []).append(f"M{places[source]} {places[target]}")
    for (width, planned, doubtful), path in sorted(alike.items()):
        yield Stroke("".join(path), _LINE_COLOUR, width, planned, doubtful)


def _width(facts: int) -> float:
    """Return the width of a line with so many facts behind it."""
    return round(min(MAX_TIE_WIDTH, 1.5 + 1.2 * log2(max(1, facts))), 1)


def _labels(view: View, drawn: Sequence[Node], radius: float, language: str) -> Iterator[Label]:
    """Name the nodes whose labels fit, strongest first."""
    strength = Counter([tie.source for tie in view.ties])
    strength.update([tie.target for tie in view.ties])
    taken: list[tuple[float, float, float]] = []
    for node in nsmallest(_LABELS, drawn, key=lambda node: (-strength[node.id], node.id)):
        text = cut_label(getattr(node.label, language))
        half = len(text) * _LETTER_WIDTH / 2
        if all(
            abs(node.y - y) >= _LABEL_HEIGHT or abs(node.x - x) >= half + other
            for x, y, other in taken
        ):
            taken.append((node.x, node.y, half))
            yield Label(round(node.x, 1), round(node.y + radius + 15, 1), text)
