"""The network of a view as a still: every node where the page puts it, doubt drawn, words as words.

What is shown follows the period and the mode of the view, by the rules of the page: with a period,
undated facts are left out and only nodes that a tie shows are drawn; in the mode *certainly*,
nothing that was only planned or was cancelled. Ties between the same two nodes are one line, as
wide as there are facts (log scale), as sure as the surest of them; it bears arrows where the
projection has a direction. Names are set for the strongest nodes first; one that would lie on
another yields. Every shape bears its whole name as a title.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log2, sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.network.layout import ASPECT
from coopgraph.network.projections import PROJECTIONS
from coopgraph.network.slices import certainly, possibly
from coopgraph.render.outlines import OUTLINES
from coopgraph.render.stills.drawing import element, group, number, on_one_line, words
from coopgraph.render.stills.sheet import (
    DASHES,
    INK,
    WIDTH,
    LegendItem,
    compose_sheet,
    kind_items,
    line_items,
    shape_items,
    side_items,
)
from coopgraph.render.svg import cut_label
from coopgraph.render.words import counted
from coopgraph.views.legend import CONTESTED, DOUBTS, MAX_TIE_WIDTH, TIE_KINDS, side_mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coopgraph.views.model import Fact, Node, Tie, View

__all__ = [
    "Line",
    "draw_arrows",
    "draw_lines",
    "draw_network",
    "name_nodes",
    "place_nodes",
    "radius_of",
    "seen_ties",
]

_PADDING: Final = 40.0
_LABELS: Final = 130
_SIZE: Final = 12.5
_LETTER: Final = 0.56
_FEW: Final = 60  # nodes that may be drawn at their full size
_ARROW: Final = 8.0
_STRENGTHS: Final = ("certain", "possible", "planned", "cancelled")
_ACTOR: Final = "/actor/"  # in the IRI of an actor
_ANY_KIND: Final = "#64748B"


class Line(NamedTuple):
    """The ties between two nodes, drawn as one line."""

    source: str
    target: str
    kind: str
    strength: str
    contested: bool
    facts: int
    aims: tuple[tuple[str, str], ...]  # from where to where, of a network that has a direction


def draw_network(view: View, language: str) -> str:
    """Return the still of a network as a whole SVG document."""
    ties = seen_ties(view)
    strength = Counter(end for tie, _ in ties for end in {tie.source, tie.target})
    shown = [
        node for node in view.nodes if node.drawn and (view.window is None or strength[node.id])
    ]
    places, height = place_nodes(shown)
    lines = [line for line in _lines(view, ties) if line.source in places and line.target in places]
    sizes = {node.id: radius_of(strength[node.id], len(shown)) for node in shown}
    picture = [
        "" if shown else _say_nothing(language),
        group("\n".join(draw_lines(lines, places)), fill="none"),
        "\n".join(draw_arrows(lines, places, sizes)),
        *(_shape(node, places[node.id], sizes[node.id], language) for node in shown),
        group(
            "\n".join(name_nodes(shown, places, sizes, strength, language)),
            font_size=_SIZE,
            text_anchor="middle",
            fill=INK,
            stroke="#ffffff",
            stroke_width=3,
            paint_order="stroke",
            stroke_linejoin="round",
        ),
    ]
    numbers = ", ".join(
        [counted("actors", len(shown), language), counted("ties", len(ties), language)]
        if all(_ACTOR in node.iri for node in shown)
        else [counted("ties", len(ties), language)]
    )
    return compose_sheet(
        view,
        language=language,
        picture="\n".join(part for part in picture if part),
        height=height,
        legend=_legend(shown, lines, language),
        counted=numbers,
    )


def _say_nothing(language: str) -> str:
    text = (
        "Rien ne se trouve dans ce choix." if language == "fr" else "Nothing lies in this choice."
    )
    return words(text, x=0, y=_PADDING, font_size=20, fill=INK)


def seen_ties(view: View) -> list[tuple[Tie, str]]:
    """Return the ties that the period and the mode of the view show, each with how sure it is."""
    first, last = view.window or ("", "")
    begin, end = view.window or (f"{view.first_year:04}-01-01", f"{view.last_year:04}-12-31")
    found = []
    for tie in view.ties:
        fact = view.facts.get(tie.fact)
        if fact is None:
            continue
        held, not_held = _bounds(fact), _not_held(fact)
        if not_held and view.mode == "certainly":
            continue
        dated = len(held) > 0
        sure = dated and not not_held and certainly(held, begin, end)
        if (dated and not possibly(held, first, last)) or (not dated and view.window is not None):
            continue
        if view.mode == "certainly" and not sure:
            continue
        found.append((tie, not_held or ("certain" if sure else "possible")))
    return found


def _bounds(fact: Fact) -> dict[str, str]:
    names = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
    return {name: day for name in names if (day := getattr(fact, name))}


def _not_held(fact: Fact) -> str:
    return next((doubt for doubt in ("cancelled", "planned") if doubt in fact.doubts), "")


def place_nodes(nodes: Sequence[Node]) -> tuple[dict[str, tuple[float, float]], float]:
    """Return where each node stands on the sheet, and the height that the picture needs."""
    if not nodes:
        return {}, 80.0
    xs, ys = [node.x * ASPECT for node in nodes], [node.y for node in nodes]
    left, top = min(xs), min(ys)
    wide, high = max(xs) - left, max(ys) - top
    inner = WIDTH - 2 * _PADDING
    scale = min(inner / max(wide, 1.0), 900 / max(high, 1.0), 2.5)
    shift = (WIDTH - wide * scale) / 2
    places = {
        node.id: (
            round((x - left) * scale + shift, 1),
            round((y - top) * scale + _PADDING, 1),
        )
        for node, x, y in zip(nodes, xs, ys, strict=True)
    }
    return places, round(high * scale + 2 * _PADDING, 1)


def radius_of(ties: int, nodes: int) -> float:
    """Return the size of a node: by its ties, smaller where there are many nodes."""
    most = 16.0 if nodes <= _FEW else max(8.0, 16.0 * sqrt(_FEW / nodes) + 4)
    return round(min(most, most * (0.42 + 0.12 * log2(1 + ties))), 1)


def _lines(view: View, ties: Sequence[tuple[Tie, str]]) -> Iterator[Line]:
    between: dict[tuple[str, str], list[tuple[Tie, str]]] = defaultdict(list)
    for tie, sure in ties:
        between[min(tie.source, tie.target), max(tie.source, tie.target)].append((tie, sure))
    directed = view.name in PROJECTIONS and PROJECTIONS[view.name].directed
    for (source, target), behind in between.items():
        strongest = min(behind, key=lambda pair: _STRENGTHS.index(pair[1]))
        yield Line(
            source,
            target,
            strongest[0].kind,
            strongest[1],
            any("contested" in view.facts[tie.fact].doubts for tie, _ in behind),
            len({tie.fact for tie, _ in behind}),
            tuple(sorted({(tie.source, tie.target) for tie, _ in behind})) if directed else (),
        )


def draw_lines(lines: Sequence[Line], places: Mapping[str, tuple[float, float]]) -> Iterator[str]:
    """Draw lines that look the same as one path, the doubtful ones first."""
    alike: dict[tuple[str, bool, str, float], list[str]] = defaultdict(list)
    for line in lines:
        (x, y), (to_x, to_y) = places[line.source], places[line.target]
        colour = _colour(line.kind)
        width = round(min(MAX_TIE_WIDTH, 1.2 + 1.2 * log2(max(1, line.facts))), 1)
        path = f"M{number(x)} {number(y)}L{number(to_x)} {number(to_y)}"
        alike[line.strength, line.contested, colour, width].append(path)
    order = sorted(alike.items(), key=lambda pair: (-_STRENGTHS.index(pair[0][0]), pair[0][1:]))
    for (strength, contested, colour, width), paths in order:
        path, mark = "".join(paths), DOUBTS[strength]
        if contested:
            yield element("path", d=path, stroke=CONTESTED, stroke_width=width + 3)
            yield element("path", d=path, stroke="#ffffff", stroke_width=width + 1.4)
        yield element(
            "path",
            d=path,
            stroke=colour,
            stroke_width=width,
            stroke_opacity=f"{0.75 * mark.opacity:.2f}",
            stroke_dasharray=DASHES[mark.line],
            stroke_linecap="round" if mark.line == "dotted" else "butt",
        )


def draw_arrows(
    lines: Sequence[Line],
    places: Mapping[str, tuple[float, float]],
    sizes: Mapping[str, float],
) -> Iterator[str]:
    """Draw the heads of the arrows of a network that has a direction, at the rim of the nodes."""
    alike: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        for source, target in line.aims:
            (from_x, from_y), (x, y) = places[source], places[target]
            length = sqrt((x - from_x) ** 2 + (y - from_y) ** 2)
            if length > sizes[target] + _ARROW:
                across, down = (x - from_x) / length, (y - from_y) / length
                tip_x, tip_y = x - across * sizes[target], y - down * sizes[target]
                back_x, back_y = tip_x - across * _ARROW, tip_y - down * _ARROW
                side_x, side_y = down * _ARROW / 2.5, -across * _ARROW / 2.5
                corners = (
                    (tip_x, tip_y),
                    (back_x + side_x, back_y + side_y),
                    (back_x - side_x, back_y - side_y),
                )
                path = "L".join(f"{number(left)} {number(top)}" for left, top in corners)
                alike[_colour(line.kind)].append(f"M{path}Z")
    for colour, paths in sorted(alike.items()):
        yield element("path", d="".join(paths), fill=colour)


def _colour(kind: str) -> str:
    return TIE_KINDS[kind].colour if kind in TIE_KINDS else _ANY_KIND


def _shape(node: Node, place: tuple[float, float], radius: float, language: str) -> str:
    name = on_one_line(getattr(node.label, language))
    outline = element(
        "path",
        d=OUTLINES[node.shape],
        transform=f"scale({number(radius)})",
        fill=side_mark(node.side).colour,
        stroke="#ffffff",
        stroke_width=f"{1 / radius:.2f}",
    )
    title = words(name).replace("<text>", "<title>").replace("</text>", "</title>")
    return group(title + outline, transform=f"translate({number(place[0])} {number(place[1])})")


def name_nodes(
    nodes: Sequence[Node],
    places: Mapping[str, tuple[float, float]],
    sizes: Mapping[str, float],
    strength: Mapping[str, int],
    language: str,
) -> Iterator[str]:
    """Name the nodes whose names fit, the strongest first, beside each other and off the marks."""
    taken: list[tuple[float, float, float]] = []
    named: list[tuple[float, float, float]] = []  # the marks of those that have their name
    for node in sorted(nodes, key=lambda node: (-strength[node.id], node.id)):
        text = cut_label(on_one_line(getattr(node.label, language)))
        x, y = places[node.id]
        half = len(text) * _SIZE * _LETTER / 2
        x, y = min(max(x, half), WIDTH - half), y + sizes[node.id] + _SIZE
        free = all(
            abs(y - other_y) >= _SIZE * 1.2 or abs(x - other_x) >= half + other
            for other_x, other_y, other in taken
        )
        free = free and all(
            abs(y - _SIZE / 3 - mark_y) >= radius + _SIZE / 3 or abs(x - mark_x) >= half + radius
            for mark_x, mark_y, radius in named
        )
        if text and free and len(taken) < _LABELS:
            taken.append((x, y, half))
            named.append((*places[node.id], sizes[node.id] * 0.8))
            yield words(text, x=x, y=y)


def _legend(shown: Sequence[Node], lines: Sequence[Line], language: str) -> list[LegendItem]:
    found = {line.strength for line in lines}
    looks = [
        (DOUBTS[name].line, getattr(DOUBTS[name].words, language))
        for name in _STRENGTHS
        if name in found
    ]
    contested = getattr(DOUBTS["contested"].words, language)
    shapes = {node.shape for node in shown}
    return [
        *side_items({node.side for node in shown}, language),
        *(shape_items(shapes, language) if len(shapes) > 1 else ()),
        *kind_items({line.kind for line in lines}, language),
        *line_items(looks, contested=contested if any(line.contested for line in lines) else ""),
    ]
