"""Draw a view as a still SVG: the picture of readers without script, and of print.

The nodes stand where the page puts them. Lines that tie the same two nodes are drawn once, as wide
as there are facts. Labels are text, the strongest first; a label that would lie on another one
yields. The same view gives the same text.

>>> from coopgraph.views.model import View, Words
>>> empty = View("dune", Words("Rien", "None"), Words("", ""), (), (), {}, 2000, 2001, "v1")
>>> still_picture(empty, language="fr").nodes
()

`still_picture` returns numbers and words; ``page/still.svg.jinja`` writes them, escaped. Doubt
about dates needs a period and is drawn by the page alone; planned and contested facts are marked.
"""

from __future__ import annotations

from collections import Counter
from math import log2
from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.render.outlines import OUTLINES
from coopgraph.views.legend import MAX_TIE_WIDTH, SHAPES, side_mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coopgraph.views.model import Fact, Node, View

__all__ = ["StillLine", "StillNode", "StillPicture", "cut_label", "still_picture"]

LABEL_LENGTH: Final = 28
_LABELS: Final = 60
_MARGIN: Final = 80.0
_LETTER_WIDTH: Final = 7.5
_LABEL_HEIGHT: Final = 18.0
_NO_SHARE: Final[frozenset[str]] = frozenset({"planned", "cancelled"})


class StillLine(NamedTuple):
    """One line between two nodes."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    planned: bool
    contested: bool


class StillNode(NamedTuple):
    """One shape, with its label or an empty text."""

    x: float
    y: float
    radius: float
    colour: str
    outline: str
    letter: str
    name: str
    label: str


class StillPicture(NamedTuple):
    """All that the SVG template needs."""

    left: float
    top: float
    width: float
    height: float
    lines: tuple[StillLine, ...]
    nodes: tuple[StillNode, ...]


def still_picture(view: View, *, language: str) -> StillPicture:
    """Place every line, shape and label of `view` for `language`."""
    strength = Counter(name for tie in view.ties for name in (tie.source, tie.target))
    radius = max(2.5, min(12.0, 260 / max(1.0, len(view.nodes)) ** 0.5))
    named = _labelled(view.nodes, strength, language)
    nodes = tuple(_still_node(node, radius, node.id in named, language) for node in view.nodes)
    left, right = _reach(node.x for node in view.nodes)
    top, bottom = _reach(node.y for node in view.nodes)
    return StillPicture(left, top, right - left, bottom - top, tuple(_still_lines(view)), nodes)


def cut_label(label: str, length: int = LABEL_LENGTH) -> str:
    """Return at most `length` characters, cut between words where that costs little.

    >>> cut_label("Technopole maritime du Sable blanc")
    'Technopole maritime du…'
    """
    if len(label) <= length:
        return label
    kept = label[: length - 1]
    space = kept.rfind(" ")
    return (kept[:space] if space > length * 0.6 else kept).rstrip() + "…"


def _reach(values: Iterable[float]) -> tuple[float, float]:
    places = sorted(values) or [500.0]
    return round(places[0] - _MARGIN, 1), round(places[-1] + _MARGIN, 1)


def _still_node(node: Node, radius: float, named: bool, language: str) -> StillNode:
    label = getattr(node.label, language)
    return StillNode(
        round(node.x, 1),
        round(node.y, 1),
        round(radius, 1),
        side_mark(node.side).colour,
        OUTLINES[node.shape],
        getattr(SHAPES[node.shape].letter, language) if radius >= 8 else "",
        label,
        cut_label(label) if named else "",
    )


def _still_lines(view: View) -> Iterable[StillLine]:
    """Merge the ties between the same two nodes, in the order in which they first occur."""
    facts: dict[tuple[str, str], dict[str, Fact]] = {}
    for tie in view.ties:
        pair = (min(tie.source, tie.target), max(tie.source, tie.target))
        facts.setdefault(pair, {})[tie.fact] = view.facts[tie.fact]
    places = {node.id: (round(node.x, 1), round(node.y, 1)) for node in view.nodes}
    for (source, target), behind in facts.items():
        width = min(MAX_TIE_WIDTH, 1.5 + 1.2 * log2(len(behind)))
        doubts = [set(fact.doubts) for fact in behind.values()]
        planned = all(doubt & _NO_SHARE for doubt in doubts)
        contested = any("contested" in doubt for doubt in doubts)
        yield StillLine(
            *places[source], *places[target], round(width, 1), planned, contested
        )


def _labelled(nodes: Sequence[Node], strength: Counter[str], language: str) -> set[str]:
    """Choose the nodes whose labels fit, strongest first."""
    chosen: set[str] = set()
    taken: list[tuple[float, float, float]] = []
    for node in sorted(nodes, key=lambda node: (-strength[node.id], node.id))[:_LABELS]:
        half = len(cut_label(getattr(node.label, language))) * _LETTER_WIDTH / 2
        if all(
            abs(node.y - y) >= _LABEL_HEIGHT or abs(node.x - x) >= half + other
            for x, y, other in taken
        ):
            chosen.add(node.id)
            taken.append((node.x, node.y, half))
    return chosen
