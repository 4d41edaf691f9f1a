"""The matrix as a still: who with whom, the number of facts in each cell, by shore."""

from __future__ import annotations

import datetime
from math import log2
from typing import TYPE_CHECKING, Final

from coopgraph.render.outlines import OUTLINES
from coopgraph.render.stills.drawing import element, group, number, words
from coopgraph.render.stills.sheet import (
    DASHES,
    INK,
    QUIET,
    WIDTH,
    LegendItem,
    compose_sheet,
    side_items,
)
from coopgraph.render.svg import cut_label
from coopgraph.render.words import PAGE_WORDS, filled
from coopgraph.views.legend import CONTESTED, side_mark
from coopgraph.views.matrix import count_cells

if TYPE_CHECKING:
    from coopgraph.views.matrix import Cell, Heading, Matrix
    from coopgraph.views.model import Node, View

__all__ = ["draw_matrix"]

_LEFT: Final = 240.0
_TOP: Final = 230.0
_SHADES: Final = ("#ffffff", "#e9edf1", "#d3dae2", "#b9c4d0", "#9fadbd", "#8496aa")


def draw_matrix(view: View, language: str) -> str:
    """Return the still of the matrix of actors as a whole SVG document."""
    begin, end = (
        (datetime.date.fromisoformat(day) for day in view.window) if view.window else (None,) * 2
    )
    matrix = count_cells(view, begin=begin, end=end)
    side = min(44.0, (WIDTH - _LEFT) / max(1, len(matrix.columns)))
    nodes = {node.id: node for node in view.nodes}
    picture = [
        *_headings(matrix, nodes, language, side),
        *(_cell(cell, place, side) for place, cell in matrix.cells.items()),
    ]
    shown = {heading.side for heading in matrix.rows}
    by = getattr(PAGE_WORDS["matrix.by.actors"], language)
    tied = {end for tie in view.ties for end in (tie.source, tie.target)}
    return compose_sheet(
        view,
        language=language,
        picture="\n".join(picture),
        height=_TOP + side * len(matrix.rows),
        legend=[*side_items(shown, language), *_shade_items()],
        counted=filled("matrix.caption", language, by=by, rows=len(matrix.rows), all=len(tied)),
    )


def _headings(matrix: Matrix, nodes: dict[str, Node], language: str, side: float) -> list[str]:
    drawn = []
    for place, heading in enumerate(matrix.rows):
        y = _TOP + side * (place + 0.5)
        label = words(_label(heading, language), x=_LEFT - 26, y=y + 4, font_size=13, fill=INK,
                      text_anchor="end")  # fmt: skip
        drawn.append(label + _mark(nodes.get(heading.key), _LEFT - 12, y))
    for place, heading in enumerate(matrix.columns):
        x = _LEFT + side * (place + 0.5)
        turned = f"translate({number(x + 4)} {number(_TOP - 26)}) rotate(-90)"
        label = words(_label(heading, language), font_size=13, fill=INK, transform=turned)
        drawn.append(label + _mark(nodes.get(heading.key), x, _TOP - 12))
    return drawn


def _label(heading: Heading, language: str) -> str:
    return cut_label(getattr(heading.label, language))


def _mark(node: Node | None, x: float, y: float) -> str:
    if node is None:
        return ""
    return element(
        "path",
        d=OUTLINES[node.shape],
        fill=side_mark(node.side).colour,
        transform=f"translate({number(x)} {number(y)}) scale(6)",
    )


def _cell(cell: Cell, place: tuple[int, int], side: float) -> str:
    row, column = place
    x, y = _LEFT + side * column, _TOP + side * row
    shade = _SHADES[min(5, 1 + int(log2(len(cell.facts))))]
    box = element("rect", x=x + 1, y=y + 1, width=side - 2, height=side - 2, fill=shade,
                  stroke=CONTESTED if cell.contested else "" if cell.sure else QUIET,
                  stroke_width=2 if cell.contested else "" if cell.sure else 1,
                  stroke_dasharray="" if cell.contested or cell.sure else DASHES["dashed"],
                  )  # fmt: skip
    text = words(str(len(cell.facts)), x=x + side / 2, y=y + side / 2 + 4.5, font_size=12,
                 fill=INK, text_anchor="middle")  # fmt: skip
    return group(box + text)


def _shade_items() -> list[LegendItem]:
    return [
        LegendItem(element("rect", x=-10, y=-10, width=20, height=20, fill=shade), word)
        for shade, word in zip(_SHADES[1:], ("1", "2–3", "4–7", "8–15", "16+"), strict=True)
    ]
