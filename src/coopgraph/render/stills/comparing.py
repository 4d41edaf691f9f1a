"""Two moments of a network as a still: what entered, left, began, was renewed, lapsed or lasts.

Nodes and ties of both moments stand where the page puts them. A tie has the colour of what became
of it and a sign in its middle (a plus, an arrow in a ring, a bar; what lasts has none); it is solid
where that is sure, dashed where it is only possible. Who enters has a ring around its shape, who
leaves is hollow and crossed out, both dashed where it is only possible. A question mark stands
where no source tells the begin. Every sign of the legend says how many there are.

What became of each is read from `View.extras` of `coopgraph.views.comparing.comparison_view`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from coopgraph.render.outlines import OUTLINES
from coopgraph.render.stills.drawing import element, group, number, on_one_line, words
from coopgraph.render.stills.network import (
    Line,
    draw_arrows,
    draw_lines,
    name_nodes,
    place_nodes,
    radius_of,
)
from coopgraph.render.stills.sheet import (
    DASHES,
    INK,
    QUIET,
    LegendItem,
    compose_sheet,
    line_items,
    shape_items,
    side_items,
)
from coopgraph.views.legend import DOUBTS, TIE_KINDS, side_mark
from coopgraph.views.sentences.changes import TIE, counted, in_number, noun_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coopgraph.views.model import Node, View
    from coopgraph.views.sentences.grammar import Language

__all__ = ["draw_comparison"]

_OF_NODES: Final = ("entered", "left", "remained")
_OF_TIES: Final = ("began", "renewed", "lapsed", "stayed")
_SIGNS: Final[Mapping[str, str]] = {
    "began": "M-3.2 0H3.2M0 -3.2V3.2",
    "renewed": "M2.9 -1.4A3.2 3.2 0 1 0 3.2 0.6M3.4 -3.4L2.9 -1.2L0.8 -1.6",
    "lapsed": "M-3.2 0H3.2",
}
_DISC: Final = 6.0
_MANY: Final = 120  # ties, beyond which the discs are smaller
_RING: Final = 3.2  # between a shape and the ring around it
_LEGEND_SIZE: Final = 7.0
_DASHES: Final = "3 2.2"


class _Change(NamedTuple):
    """What became of a node or of a pair."""

    outcome: str
    certain: bool
    begin_unknown: bool


def draw_comparison(view: View, language: str) -> str:
    """Return the still of a comparison as a whole SVG document."""
    told: Any = view.extras["comparison"]  # JSON of `coopgraph.views.comparing`
    became = {name: _Change(*rest) for name, *rest in told["nodes"]}
    pairs = {(source, target): _Change(*rest) for source, target, *rest in told["pairs"]}
    strength = Counter(end for pair in pairs for end in set(pair))
    shown = [node for node in view.nodes if node.drawn and node.id in became]
    places, height = place_nodes(shown)
    drawn = {pair: one for pair, one in pairs.items() if pair[0] in places and pair[1] in places}
    sizes = {node.id: radius_of(strength[node.id], len(shown)) for node in shown}
    lines = list(_lines(view, drawn, directed=bool(told["directed"])))
    picture = [
        group("\n".join(draw_lines(lines, places)), fill="none"),
        "\n".join(draw_arrows(lines, places, sizes)),
        "\n".join(_marks(drawn, places)),
        *(_node(node, became[node.id], places[node.id], sizes[node.id], language)
          for node in shown),
        group(
            "\n".join(name_nodes(shown, places, sizes, strength, language)),
            font_size=12.5, text_anchor="middle", fill=INK, stroke="#ffffff", stroke_width=3,
            paint_order="stroke", stroke_linejoin="round",
        ),
    ]  # fmt: skip
    at = 0 if language == "fr" else 1
    sizes_told, _, left_out = (pair[at] for pair in told["told"])
    return compose_sheet(
        # the years of the facts are not those that are compared: the title names both moments
        replace(view, window=None, first_year=0, last_year=0),
        language=language,
        picture="\n".join(part for part in picture if part),
        height=height,
        legend=_legend(told, shown, lines, language),
        counted=" · ".join(text[:1].upper() + text[1:] for text in (sizes_told, left_out) if text),
    )


def _lines(
    view: View, pairs: Mapping[tuple[str, str], _Change], *, directed: bool
) -> Iterator[Line]:
    facts: dict[tuple[str, str], set[str]] = defaultdict(set)  # behind the pair
    for tie in view.ties:
        facts[tie.source, tie.target].add(tie.fact)
    for (source, target), change in pairs.items():
        yield Line(
            source,
            target,
            change.outcome,
            "certain" if change.certain else "possible",
            contested=any("contested" in view.facts[fact].doubts for fact in facts[source, target]),
            facts=len(facts[source, target]),
            aims=((source, target),) if directed else (),
        )


def _marks(
    pairs: Mapping[tuple[str, str], _Change], places: Mapping[str, tuple[float, float]]
) -> Iterator[str]:
    """Draw the sign of each pair in the middle of its line, what lasts first and without any."""
    signed = [(pair, one) for pair, one in pairs.items() if _signed(one)]
    scale = 1.0 if len(signed) <= _MANY else 0.72
    for (source, target), change in signed:
        (x, y), (to_x, to_y) = places[source], places[target]
        middle = f"translate({number((x + to_x) / 2)} {number((y + to_y) / 2)})"
        small = f" scale({scale:.2f})" if scale < 1 else ""
        yield group(_disc(change), transform=middle + small)


def _signed(change: _Change) -> bool:
    return change.begin_unknown or change.outcome in _SIGNS


def _disc(change: _Change) -> str:
    """Return the sign of what became of a tie on a white disc, around the origin."""
    colour = TIE_KINDS[change.outcome].colour
    disc = element("circle", r=_DISC, fill="#ffffff", stroke=colour, stroke_width=1.2)
    if change.outcome not in _SIGNS:
        return disc + _question(colour, 0, 3.4)
    sign = element("path", d=_SIGNS[change.outcome], fill="none", stroke=colour, stroke_width=1.8)
    return disc + sign + (_question(colour, 10, -2) if change.begin_unknown else "")


def _question(colour: str, x: float, y: float) -> str:
    return words("?", x=x, y=y, font_size=10, font_weight="700", text_anchor="middle", fill=colour)


def _node(
    node: Node, change: _Change, place: tuple[float, float], radius: float, language: str
) -> str:
    name = on_one_line(getattr(node.label, language))
    title = words(name).replace("<text>", "<title>").replace("</text>", "</title>")
    colour = side_mark(node.side).colour
    return group(
        title + _shape(OUTLINES[node.shape], colour, change, radius),
        transform=f"translate({number(place[0])} {number(place[1])})",
    )


def _shape(outline: str, colour: str, change: _Change, radius: float) -> str:
    """Return the shape of a node around the origin, marked by what became of it."""
    left = change.outcome == "left"
    shape = element(
        "path",
        d=outline,
        transform=f"scale({number(radius)})",
        fill="#ffffff" if left else colour,
        stroke=colour if left else "#ffffff",
        stroke_width=f"{(1.8 if left else 1) / radius:.2f}",
    )
    dashes = "" if change.certain else _DASHES
    if left:
        cross = number(radius * 0.8)
        shape += element(
            "path",
            d=f"M-{cross} -{cross}L{cross} {cross}M-{cross} {cross}L{cross} -{cross}",
            fill="none", stroke=TIE_KINDS["lapsed"].colour, stroke_width=1.6,
            stroke_dasharray=dashes,
        )  # fmt: skip
    elif change.outcome == "entered":
        shape += element(
            "circle", r=radius + _RING, fill="none", stroke=TIE_KINDS["began"].colour,
            stroke_width=1.6, stroke_dasharray=dashes,
        )  # fmt: skip
    return shape + (_question(INK, radius + 4, 4 - radius) if change.begin_unknown else "")


def _legend(
    told: Any,  # as in `draw_comparison`
    shown: Sequence[Node],
    lines: Sequence[Line],
    language: str,
) -> list[LegendItem]:
    shapes = {node.shape for node in shown}
    at = 0 if language == "fr" else 1
    spoken: Language = "fr" if language == "fr" else "en"
    noun = noun_for(told["projection"])
    items = [
        LegendItem(mark, counted(name, thing, *told["counted"][name])[at].rstrip("."))
        for names, thing, draw in ((_OF_NODES, noun, _node_sign), (_OF_TIES, TIE, _tie_sign))
        for name in names
        if told["counted"][name][0]
        for mark in [draw(name)]
    ]
    looks = [
        (DOUBTS[sure].line, getattr(DOUBTS[sure].words, language))
        for sure in ("certain", "possible")
        if any(line.strength == sure for line in lines)
    ]
    contested = getattr(DOUBTS["contested"].words, language)
    nodes, ties = told["begin_unknown"]
    if ties:
        many = f"{in_number(nodes, noun, spoken)}, {in_number(ties, TIE, spoken)}"
        unknown = f"{many}\u00a0: début inconnu", f"{many}: begin unknown"
        items.append(LegendItem(_tie_sign("stayed", begin_unknown=True), unknown[at]))
    return [
        *items,
        *line_items(looks, contested=contested if any(line.contested for line in lines) else ""),
        *side_items({node.side for node in shown}, language),
        *(shape_items(shapes, language) if len(shapes) > 1 else ()),
    ]


def _node_sign(outcome: str) -> str:
    sure = _Change(outcome, certain=True, begin_unknown=False)
    return _shape(OUTLINES["person"], QUIET, sure, _LEGEND_SIZE)


def _tie_sign(outcome: str, *, begin_unknown: bool = False) -> str:
    line = element(
        "path", d="M-15 0H15", fill="none", stroke=TIE_KINDS[outcome].colour, stroke_width=3,
        stroke_dasharray=DASHES["solid"],
    )  # fmt: skip
    sure = _Change(outcome, certain=True, begin_unknown=begin_unknown)
    return line + (_disc(sure) if _signed(sure) else "")
