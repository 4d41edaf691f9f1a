"""The map of a view as a still: both shores in one scale, places as circles, ties as arcs.

Panels, places and arcs lie as on the page (`coopgraph.views.projection`, ``page/panes/map``), cut
to the part in which the places are: a country, a region or an island is an open ring, beside the
town whose point it shares. What is outside the period of the view is left out by the rules of the
other stills; doubt is told by line, as in the legend. Actors that cannot be drawn are counted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from math import cos, log2, pi, sin, sqrt
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from coopgraph.render.land import draw_panel, land_credit
from coopgraph.render.stills.drawing import element, group, number, words
from coopgraph.render.stills.network import seen_ties
from coopgraph.render.stills.sheet import (
    DASHES,
    INK,
    QUIET,
    WIDTH,
    LegendItem,
    compose_sheet,
    kind_items,
    line_items,
    side_items,
)
from coopgraph.render.svg import cut_label
from coopgraph.render.words import PAGE_WORDS, counted
from coopgraph.views.legend import DOUBTS, MAX_TIE_WIDTH, TIE_KINDS, side_mark
from coopgraph.views.projection import PANELS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coopgraph.views.model import Tie, View

__all__ = ["arc_path", "draw_map", "place_on_sheet", "scale_of_sheet"]

_GAP: Final = 70.0  # kilometres, as on the page
_HIGH: Final = 1250.0
_BEND: Final = 0.16
_MOST: Final = 26.0
_LEAST: Final = 3.0
_LEAST_AREA: Final = 6.0
_NAMES: Final = 40
_SIZE: Final = 13.0
_LETTER: Final = 7.0
_MIXED: Final = "#3d4651"
_LAND, _SEA, _COAST = "#fdfcf9", "#e6eef3", "#a9b7c0"
_STRENGTHS: Final = ("certain", "possible", "planned", "cancelled")


class _Spot(NamedTuple):
    name: str
    side: str
    x: float
    y: float
    radius: float
    area: bool = False
    shares: str = ""  # the place at whose point it would hide, or be hidden


def scale_of_sheet() -> float:
    """Return pixels per kilometre: both panels and the gap take the width of the sheet."""
    return WIDTH / (sum(panel.width + _GAP for panel in PANELS.values()) - _GAP)


def place_on_sheet(panel: str, x: float, y: float) -> tuple[float, float]:
    """Return where a place of a panel lies on the sheet."""
    scale, left = scale_of_sheet(), 0.0
    for name, known in PANELS.items():
        if name == panel:
            return (left + x) * scale, (y - (known.height - _HIGH) / 2) * scale
        left += known.width + _GAP
    raise ValueError(f"no panel {panel!r}")


def draw_map(view: View, language: str) -> str:
    """Return the still of a map as a whole SVG document."""
    told: Any = view.extras.get("map", {})  # as `coopgraph.views.places_map` made it
    places = {place["id"]: place for place in told.get("places", ())}
    ties = seen_ties(view)
    spots = _spots(places, ties, language)
    at_home = {actor: name for name, place in places.items() for actor in place["actors"]}
    picture = [
        *_ground(),
        group("\n".join(_arcs(view, ties, at_home, spots)), fill="none"),
        *_circles(spots),
        group(
            "\n".join(_names(spots)),
            font_size=_SIZE,
            fill=INK,
            stroke=_LAND,
            stroke_width=3.5,
            paint_order="stroke",
            stroke_linejoin="round",
        ),
    ]
    numbers = [counted("ties", len(ties), language)]
    if unplaced := _unplaced(view, ties, at_home):
        numbers.append(counted("map.unplaced", unplaced, language))
    credit = land_credit() if any(land_credit()) else PAGE_WORDS["map.missing"]
    height = _HIGH * scale_of_sheet()
    thanks = getattr(credit, language)
    picture.append(
        words(thanks, x=WIDTH, y=height + 18, text_anchor="end", font_size=12, fill=QUIET)
    )
    return compose_sheet(
        view,
        language=language,
        picture="\n".join(picture),
        height=height + 24,
        legend=_legend(ties, spots, language),
        counted=", ".join(numbers),
    )


def _ground() -> Iterator[str]:
    scale = scale_of_sheet()
    for name, panel in PANELS.items():
        top = (panel.height - _HIGH) / 2
        paths = draw_panel(name, (0.0, top, panel.width, top + _HIGH))
        x, y = place_on_sheet(name, 0.0, 0.0)
        thin = {"fill": "none", "stroke": _COAST}
        drawn = [
            element("rect", y=top, width=panel.width, height=_HIGH, fill=_SEA),
            element("path", d=paths.graticule, stroke_width=1, **thin),
            element("path", d=paths.land, fill=_LAND, fill_rule="evenodd", stroke=_COAST),
            element("path", d=paths.borders, stroke_width=1.5, stroke_dasharray="8 6", **thin),
        ]
        move = f"translate({number(x)} {number(y)}) scale({scale:.4f})"
        yield group("".join(drawn), transform=move)
        heading = PAGE_WORDS[f"map.view.{name}"].fr.upper()
        yield words(heading, x=x + 14, y=26, font_size=15, letter_spacing=3, fill=QUIET)


def _spots(
    places: Mapping[str, Any], ties: Sequence[tuple[Tie, str]], language: str
) -> dict[str, _Spot]:
    """Return the places at which an actor has a tie, or where a fact of a tie was held."""
    found: dict[str, set[str]] = defaultdict(set)
    by_actor = {actor: name for name, place in places.items() for actor in place["actors"]}
    held = defaultdict(list)
    for name, place in places.items():
        for fact in place["held"]:
            held[fact].append(name)
    for tie, _ in ties:
        names = [by_actor[end] for end in (tie.source, tie.target) if end in by_actor]
        for name in (*names, *held[tie.fact]):
            found[name].add(tie.fact)
    spots = {}
    most = max(map(len, found.values()), default=1)
    for name, facts in sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        place = places[name]
        fr, en = place["name"]
        area = "area" in place
        least = _LEAST_AREA if area else _LEAST
        spots[name] = _Spot(
            fr if language == "fr" else en,
            place["side"],
            *place_on_sheet(place["panel"], place["x"], place["y"]),
            least + (_MOST - least) * sqrt(len(facts) / most),
            area,
            place.get("shares", ""),
        )
    return _side_by_side(spots)


def _side_by_side(spots: Mapping[str, _Spot]) -> dict[str, _Spot]:
    """Move what shares the point of another place to its upper left, further ones around it."""
    around: Counter[str] = Counter()
    moved = {}
    for name, spot in spots.items():
        other = spots.get(spot.shares)
        if other:
            turn = pi * (1.25 + around[spot.shares] / 3)
            around[spot.shares] += 1
            far = other.radius + spot.radius + 2
            spot = spot._replace(x=other.x + far * cos(turn), y=other.y + far * sin(turn))
        moved[name] = spot
    return moved


def _unplaced(view: View, ties: Sequence[tuple[Tie, str]], at_home: Mapping[str, str]) -> int:
    """Count the actors that the still of the network has and this one has not."""
    tied = {end for tie, _ in ties for end in (tie.source, tie.target)}
    shown = {node.id for node in view.nodes if node.drawn and (not view.window or node.id in tied)}
    return len(shown - at_home.keys())


def _arcs(
    view: View,
    ties: Sequence[tuple[Tie, str]],
    at_home: Mapping[str, str],
    spots: Mapping[str, _Spot],
) -> Iterator[str]:
    between: dict[tuple[str, str], list[tuple[Tie, str]]] = defaultdict(list)
    for tie, sure in ties:
        a, b = at_home.get(tie.source, ""), at_home.get(tie.target, "")
        if a and b and a != b:
            between[min(a, b), max(a, b)].append((tie, sure))
    order = sorted(between.items(), key=lambda pair: (len(pair[1]), pair[0]))
    for (a, b), behind in order:
        facts = {tie.fact for tie, _ in behind}
        strength = min((sure for _, sure in behind), key=_STRENGTHS.index)
        mark = DOUBTS[strength]
        kinds = {tie.kind for tie, _ in behind}
        known = TIE_KINDS.get(next(iter(kinds))) if len(kinds) == 1 else None
        yield element(
            "path",
            d=arc_path(spots[a], spots[b]),
            stroke=known.colour if known else _MIXED,
            stroke_width=round(min(MAX_TIE_WIDTH, 1.5 + 1.5 * log2(len(facts))) * 0.5, 1),
            stroke_opacity=f"{mark.opacity * (0.65 if len(facts) > 2 else 0.4):.2f}",
            stroke_dasharray=DASHES[mark.line],
            stroke_linecap="round",
        )


def arc_path(a: _Spot, b: _Spot) -> str:
    """Bend an arc towards the north, as the shortest way over the ocean is."""
    dx, dy = b.x - a.x, b.y - a.y
    sign = 1 if dx >= 0 else -1
    x = (a.x + b.x) / 2 + sign * dy * _BEND
    y = (a.y + b.y) / 2 - sign * dx * _BEND
    ends = [f"{number(px)} {number(py)}" for px, py in ((a.x, a.y), (x, y), (b.x, b.y))]
    return f"M{ends[0]}Q{ends[1]} {ends[2]}"


def _circles(spots: Mapping[str, _Spot]) -> Iterator[str]:
    for spot in spots.values():
        colour = side_mark(spot.side).colour
        yield element(
            "circle",
            cx=spot.x,
            cy=spot.y,
            r=spot.radius,
            fill=_LAND if spot.area else colour,
            fill_opacity="0.75" if spot.area else "0.82",
            stroke=colour if spot.area else _LAND,
            stroke_width=3 if spot.area else 1.5,
        )


def _names(spots: Mapping[str, _Spot]) -> Iterator[str]:
    """Name the strongest places; a name that would lie on another one yields."""
    taken: list[tuple[float, float, float]] = []
    for spot in spots.values():
        text = cut_label(spot.name)
        wide = len(text) * _LETTER
        gap = spot.radius + 4
        for x, anchor in ((spot.x + gap, "start"), (spot.x - gap - wide, "end")):
            free = all(
                abs(spot.y - y) >= _SIZE * 1.3 or x + wide <= left or x >= left + other
                for left, y, other in taken
            )
            if free and x >= 0 and x + wide <= WIDTH and len(taken) < _NAMES:
                taken.append((x, spot.y, wide))
                at = x if anchor == "start" else x + wide
                style = "italic" if spot.area else None
                yield words(text, x=at, y=spot.y + 4.5, text_anchor=anchor, font_style=style)
                break


def _legend(
    ties: Sequence[tuple[Tie, str]], spots: Mapping[str, _Spot], language: str
) -> list[LegendItem]:
    found = {sure for _, sure in ties}
    looks = [
        (DOUBTS[name].line, getattr(DOUBTS[name].words, language))
        for name in _STRENGTHS
        if name in found
    ]
    ring = element("circle", r=7, fill="none", stroke=QUIET, stroke_width=3)
    areas = [LegendItem(ring, getattr(PAGE_WORDS["map.key"], language))]
    return [
        *side_items({spot.side for spot in spots.values()}, language),
        *kind_items({tie.kind for tie, _ in ties}, language),
        *line_items(looks),
        *(areas if any(spot.area for spot in spots.values()) else ()),
    ]
