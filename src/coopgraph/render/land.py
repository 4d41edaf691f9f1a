"""The outlines under the map: land, borders and graticule, as paths on the panels of the map.

The outlines are public domain (Natural Earth), made when the package is built; what lies beyond the
panels is left out of the page. Without them the map has its graticule alone, and says so.

>>> ring = [(-10.0, 5.0), (5.0, 5.0), (5.0, 25.0), (-10.0, 25.0)]
>>> clip_ring(ring, 0, 0, 20, 20)
[(0.0, 20.0), (0.0, 5.0), (5.0, 5.0), (5.0, 20.0)]
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from coopgraph.views.model import Words
from coopgraph.views.projection import PANELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from coopgraph.views.model import Json
    from coopgraph.views.projection import Panel

__all__ = [
    "Box",
    "LandPaths",
    "clip_ring",
    "draw_panel",
    "is_known",
    "land_credit",
    "land_paths",
    "with_land",
]

Point: TypeAlias = "tuple[float, float]"
Box: TypeAlias = "tuple[float, float, float, float]"
_MARGIN: Final = 30.0
"""Kilometres drawn beyond a panel, so that no cut edge of the land is seen."""
_NEAR: Final = 1.2
"""Points nearer than this to the one before, in kilometres, are left out."""
_GRATICULE: Final = 5
_AROUND: Final = 30
"""Degrees around the middle of a panel in which its outlines lie."""


class LandPaths(NamedTuple):
    """What lies under one panel, as SVG paths in kilometres."""

    land: str
    borders: str
    graticule: str


def with_land(extras: Mapping[str, Json]) -> dict[str, Json]:
    """Return the extras of a view with the outlines added to those of the map, if it has a map."""
    found = dict(extras)
    own = found.get("map")
    if isinstance(own, dict):
        found["map"] = {**own, "land": land_paths()}
    return found


def land_paths() -> dict[str, Json]:
    """Return the paths of each panel, and whom to thank; without outlines, the graticule alone."""
    panels: dict[str, Json] = {
        name: draw_panel(
            name, (-_MARGIN, -_MARGIN, panel.width + _MARGIN, panel.height + _MARGIN)
        )._asdict()
        for name, panel in PANELS.items()
    }
    return {"known": is_known(), "credit": land_credit(), "panels": panels}


@cache
def draw_panel(name: str, box: Box) -> LandPaths:
    """Return what lies in a box of a panel (left, top, right, bottom, in kilometres), as paths."""
    panel, data = PANELS[name], _outlines()
    return LandPaths(
        "".join(_rings(data.get("land", ()), panel, box)),
        "".join(_lines(data.get("borders", ()), panel, box)),
        "".join(_lines(_graticule(panel), panel, box)),
    )


def is_known() -> bool:
    """Tell whether the outlines were built."""
    return bool(_outlines())


def land_credit() -> Words:
    """Return whom to thank for the outlines; empty where there are none."""
    credit = _outlines().get("credit", {"fr": "", "en": ""})
    return Words(credit["fr"], credit["en"])


@cache
def _outlines() -> dict[str, Any]:  # checked by what builds it
    place = files("coopgraph.render").joinpath("page", "built", "land.json")
    read: dict[str, Any] = json.loads(place.read_text("utf-8")) if place.is_file() else {}
    return read


def clip_ring(
    ring: Sequence[Point], left: float, top: float, right: float, bottom: float
) -> list[Point]:
    """Return the part of a closed ring within a rectangle (Sutherland and Hodgman)."""
    for axis, limit, sign in ((0, left, 1), (0, right, -1), (1, top, 1), (1, bottom, -1)):
        kept: list[Point] = []
        for before, point in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
            inside = (point[axis] - limit) * sign >= 0
            if inside != ((before[axis] - limit) * sign >= 0):
                share = (limit - before[axis]) / (point[axis] - before[axis])
                across = before[1 - axis] + share * (point[1 - axis] - before[1 - axis])
                kept.append((float(limit), across) if axis == 0 else (across, float(limit)))
            if inside:
                kept.append(point)
        ring = kept
    return list(ring)


def _rings(rings: Iterable[Sequence[Sequence[float]]], panel: Panel, box: Box) -> Iterator[str]:
    for ring in rings:
        if not any(_is_near(point, panel) for point in ring):
            continue
        placed = [panel.place(*_kept_near(point, panel)) for point in ring]
        clipped = clip_ring(placed, *box)
        if len(clipped) > 2:
            yield _path(clipped) + "Z"


def _lines(lines: Iterable[Sequence[Sequence[float]]], panel: Panel, box: Box) -> Iterator[str]:
    for line in lines:
        part: list[Point] = []
        for point in line:
            inside = _is_near(point, panel) and _is_within(panel.place(point[0], point[1]), box)
            if inside:
                part.append(panel.place(point[0], point[1]))
            elif part:
                yield _path(part)
                part = []
        if part:
            yield _path(part)


def _graticule(panel: Panel) -> Iterator[list[Point]]:
    """Draw the meridians and parallels of every fifth degree, in steps of half a degree."""
    west, south = (
        int(middle - _AROUND) // _GRATICULE * _GRATICULE
        for middle in (panel.longitude, panel.latitude)
    )
    north = min(85, south + 2 * _AROUND)
    for longitude in range(west, west + 2 * _AROUND, _GRATICULE):
        yield [(float(longitude), half / 2) for half in range(2 * south, 2 * north)]
    for latitude in range(south, north, _GRATICULE):
        yield [(half / 2, float(latitude)) for half in range(2 * west, 2 * (west + 2 * _AROUND))]


def _is_near(point: Sequence[float], panel: Panel) -> bool:
    return (
        abs(point[0] - panel.longitude) < _AROUND and abs(point[1] - panel.latitude) < _AROUND / 2
    )


def _kept_near(point: Sequence[float], panel: Panel) -> Point:
    """Return the point, brought near where it is far off: a cone turns the far side inside out."""
    return (
        max(panel.longitude - 2 * _AROUND, min(panel.longitude + 2 * _AROUND, point[0])),
        max(panel.latitude - _AROUND, min(panel.latitude + _AROUND, point[1])),
    )


def _is_within(point: Point, box: Box) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _path(points: Sequence[Point]) -> str:
    """Write points as a path in whole kilometres."""
    last = points[0]
    text = [f"M{last[0]:.0f} {last[1]:.0f}"]
    for point in points[1:]:
        if abs(point[0] - last[0]) + abs(point[1] - last[1]) >= _NEAR:
            text.append(f"L{point[0]:.0f} {point[1]:.0f}")
            last = point
    return "".join(text)
