"""The timeline of a view as a still: lanes by kind, bars as on the page, doubt drawn.

Bars lie where `coopgraph.render.timeline_layout` puts them, as on a page of the same width. What is
certain is full, what is possible is light, open ends fade in steps: an end that nobody knows fades
at the edge of the period. Hollow and dotted is what was only planned, amber what is contested.
Undated items are counted under the title.

The sheet is one of paper: a lane for which it has no room is folded, as on the page, and shows how
many of its items touch each year. The picture that is saved from a page holds the lanes that are
open there, in full.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, get_args

from coopgraph.network.slices import certainly, possibly
from coopgraph.render.outlines import OUTLINES
from coopgraph.render.stills.drawing import element, group, number, words
from coopgraph.render.stills.sheet import (
    INK,
    QUIET,
    WIDTH,
    LegendItem,
    compose_sheet,
    shape_items,
    side_items,
)
from coopgraph.render.timeline_bands import YearCount, count_years, fullest_year
from coopgraph.render.timeline_layout import (
    BAR,
    FADE,
    HEAD,
    LINE,
    Axis,
    Entry,
    Lane,
    lay_out,
    place_bar,
    short_label,
)
from coopgraph.render.words import PAGE_WORDS
from coopgraph.views.legend import CONTESTED, DOUBTS, SIDES, side_mark
from coopgraph.views.timeline import ItemKind, TimelineItem, items_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopgraph.render.timeline_layout import Days, Place
    from coopgraph.views.model import Fact, Shape, View

__all__ = ["draw_timeline", "timeline_lanes", "view_axis"]

_AXIS: Final = 34.0
_ROOM: Final = 1980.0
"""The height of the lanes on a sheet that is as high as paper is, for its width."""
_ITEM: Final = 12.0  # the most that one item adds to the height of a year
_MIXED: Final = "#3d4651"
_LIGHT: Final = (0.3,)
_FADES_IN: Final = (0.12, 0.26, 0.42, 0.6)
_FADES_OUT: Final = (0.24, 0.18, 0.12, 0.06)
_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200)
_SHAPES: Final[dict[ItemKind, Shape]] = {
    "agreement": "agreement",
    "mission": "mission",
    "session": "mission",
    "project": "project",
    "role": "person",
}
_NOT_HELD: Final = frozenset({"planned", "cancelled"})


def draw_timeline(view: View, language: str) -> str:
    """Return the still of a timeline as a whole SVG document."""
    axis = view_axis(view, WIDTH)
    lanes, undated = timeline_lanes(view, axis, language)
    height = lay_out(lanes, axis, _ROOM, roomy=_ROOM / max(1, len(lanes)))
    picture = [
        *_axis(axis, height),
        *(part for lane in lanes for part in _heading(view, lane, axis, language)),
        *(
            group(
                "".join(_bar(view.facts[entry.item.fact], entry)),
                transform=f"translate(0 {number(entry.y + LINE + _AXIS)})",
            )
            for lane in lanes
            if not lane.folded
            for entry in lane.entries
        ),
    ]
    shown = [entry.item for lane in lanes for entry in lane.entries]
    counted = [_count("timeline.items", len(shown), language)]
    if undated:
        counted.append(_count("timeline.undated", undated, language))
    return compose_sheet(
        view,
        language=language,
        picture="\n".join(picture),
        height=height + 2 * _AXIS,
        legend=_legend(view, shown, language),
        counted=", ".join(counted),
    )


def view_axis(view: View, width: float) -> Axis:
    """Return the axis of the period that the view opens with."""
    first, last = view.window or ("", "")
    begin = first or f"{max(1, view.first_year):04}-01-01"
    return Axis(begin, last or f"{max(1, view.last_year):04}-12-31", width)


def timeline_lanes(view: View, axis: Axis, language: str) -> tuple[list[Lane[TimelineItem]], int]:
    """Return the lanes by kind that are not empty, and the number of undated items."""
    lanes: dict[str, Lane[TimelineItem]] = {
        kind: Lane(getattr(PAGE_WORDS[f"timeline.kind.{kind}"], language))
        for kind in get_args(ItemKind)
    }
    undated = 0
    for item in items_of(view):
        fact = view.facts[item.fact]
        days = _days(fact)
        if not fact.dated:
            undated += view.window is None and view.mode == "possibly"
        elif _is_seen(view, fact):
            label = item.label if any(item.label) else fact.title
            text = getattr(label, language) or getattr(fact.sentence, language)
            signed = tuple(
                (b[1] or None, b[2] or None, b[3] or None, b[4] or None) for b in item.signed
            )
            place = place_bar(days, signed, axis)
            lanes[item.kind].entries.append(Entry(item, item.fact, short_label(text), place))
    return [lane for lane in lanes.values() if lane.entries], undated


def _days(fact: Fact) -> Days:
    bounds = (fact.earliest_begin, fact.latest_begin, fact.earliest_end, fact.latest_end)
    return tuple(day or None for day in bounds)  # type: ignore[return-value]  # four of them


def _is_seen(view: View, fact: Fact) -> bool:
    names = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
    bounds = {name: day for name in names if (day := getattr(fact, name))}
    first, last = view.window or ("", "")
    if view.mode == "certainly":
        return not _NOT_HELD & set(fact.doubts) and certainly(bounds, first, last)
    return possibly(bounds, first, last)


def _axis(axis: Axis, height: float) -> Iterator[str]:
    first, last = int(axis.begin[:4]), int(axis.end[:4])
    year = axis.width / (last - first + 1)
    step = next((step for step in _STEPS if step * year >= 56), 200)
    for at in range(-(-first // step) * step, last + 1, step):
        x = (at - first) * year
        path = f"M{number(x)} {number(_AXIS - 6)}V{number(height + _AXIS)}"
        yield element("path", d=path, stroke="#e4e4e0", fill="none")
        for y in (_AXIS - 14, height + _AXIS + 16):  # above and below: the sheet is high
            yield words(str(at), x=x + 4, y=y, font_size=13, fill=INK)
    yield element("path", d=f"M0 {number(_AXIS - 6)}H{number(axis.width)}", stroke="#8b8f94")


def _heading(view: View, lane: Lane[TimelineItem], axis: Axis, language: str) -> Iterator[str]:
    """Draw the name of a lane; of a folded one, also how many of its items touch each year."""
    top = lane.y + _AXIS
    yield element("path", d=f"M0 {number(top)}H{number(axis.width)}", stroke="#e4e4e0")
    text = f"{lane.name} · {len(lane.entries)}"
    yield words(text, x=4, y=top + 18, font_size=14, font_weight="600", fill=QUIET)
    if not lane.folded:
        return
    counts = _counts(view, lane, axis)
    fullest = fullest_year(counts)
    most = fullest.all if fullest else 0
    if fullest:
        told: str = getattr(PAGE_WORDS["timeline.most"], language)
        told = told.replace("{n}", str(most)).replace("{year}", str(fullest.year))
        x = axis.width - 4
        yield words(told, x=x, y=top + 18, text_anchor="end", font_size=13, fill=QUIET)
    base = top + lane.height - 3
    scale = min(_ITEM, (lane.height - HEAD - 6) / max(1, most))
    for count in counts:
        yield from _year(count, axis, base, scale)


def _counts(view: View, lane: Lane[TimelineItem], axis: Axis) -> list[YearCount]:
    facts = [view.facts[entry.item.fact] for entry in lane.entries]
    items = [(_days(fact), not _NOT_HELD & set(fact.doubts)) for fact in facts]
    return count_years(items, int(axis.begin[:4]), int(axis.end[:4]))


def _year(count: YearCount, axis: Axis, base: float, scale: float) -> Iterator[str]:
    """Draw the counts of a year: sure ones full, then possible ones light, then plans dotted."""
    begin, end = (
        axis.cut(axis.x(date(year, 1, 1).toordinal())) for year in (count.year, count.year + 1)
    )
    gap = min(1.0, (end - begin) / 6)
    dotted = {"fill": "none", "stroke": QUIET, "stroke_dasharray": "1 2"}
    for many, looks in (
        (count.sure, {"fill": _MIXED}),
        (count.possible, {"fill": _MIXED, "fill_opacity": "0.35"}),
        (count.planned, dotted),
    ):
        if many:
            base -= many * scale
            yield _box(begin + gap, base, end - begin - 2 * gap, many * scale, **looks)


def _stripes(side: str) -> list[tuple[str, float, float]]:
    """Return the colours of a bar from top to bottom: both shores where both take part."""
    if side != "both":
        return [(side_mark(side).colour, -BAR / 2, BAR)]
    return [(SIDES["france"].colour, -BAR / 2, BAR / 2), (SIDES["quebec"].colour, 0, BAR / 2)]


def _bar(fact: Fact, entry: Entry[TimelineItem]) -> Iterator[str]:
    item, place = entry.item, entry.place
    colour = _MIXED if item.side == "both" else side_mark(item.side).colour
    held = not _NOT_HELD & set(fact.doubts)
    if "contested" in fact.doubts:
        width = place.stop - place.start + 2
        yield _box(place.start - 1, -5, width, 10, fill="none", stroke=CONTESTED, stroke_width=2)
    solid = place.solid or (place.edge, place.edge)
    end = max(solid[1], place.right - FADE) if place.open_right else place.right
    for shade, y, height in _stripes(item.side):
        if place.solid and held:
            yield _box(solid[0], y, solid[1] - solid[0], height, fill=shade)
        into = _FADES_IN if place.open_left else _LIGHT
        yield from _part(place.left, solid[0], y, height, shade, into)
        yield from _part(solid[1], end, y, height, shade, _LIGHT)
        yield from _part(end, place.right, y, height, shade, _FADES_OUT)
    if place.solid and not held:
        dots = {"stroke": colour, "stroke_dasharray": "1 3", "fill": "#ffffff"}
        yield _box(solid[0], -BAR / 2, max(1.0, solid[1] - solid[0]), BAR, **dots)
    yield from _bracket(place, colour)
    yield from _signs(fact, item, place, colour, held=held)
    x = {"over": place.start + 2, "right": place.stop + 4, "left": place.start - 4}.get(entry.side)
    if x is not None:
        anchor = "end" if entry.side == "left" else "start"
        y = -6 if entry.side == "over" else 4
        yield words(entry.label, x=x, y=y, text_anchor=anchor, font_size=11, fill=INK)


def _part(
    left: float, right: float, y: float, height: float, colour: str, shades: tuple[float, ...]
) -> Iterator[str]:
    """Draw what is only possible: light, or fading towards an open end."""
    if right - left < 0.3:
        return
    step = (right - left) / len(shades)
    for place, shade in enumerate(shades):
        x = left + place * step
        yield _box(x, y, step, height, fill=colour, fill_opacity=f"{shade}")


def _bracket(place: Place, colour: str) -> Iterator[str]:
    """Some day between two: nothing is sure but that it lies within."""
    if place.solid or place.open_left or place.open_right or place.right - place.left <= 3:
        return
    a, b = place.left + 0.75, place.right - 0.75
    arm = min(3.0, (b - a) / 2)
    path = (
        f"M{number(a + arm)} -5H{number(a)}V5H{number(a + arm)}"
        f"M{number(b - arm)} -5H{number(b)}V5H{number(b - arm)}"
    )
    yield element("path", d=path, fill="none", stroke=colour, stroke_width=1.5)


def _signs(
    fact: Fact, item: TimelineItem, place: Place, colour: str, *, held: bool
) -> Iterator[str]:
    shape = OUTLINES[_SHAPES[item.kind]]
    signed = item.kind == "agreement" and bool(place.signed)
    vague = place.solid is None or (item.kind == "agreement" and not signed) or not held
    days = place.signed if signed else (place.sign,)
    for x in () if item.kind == "agreement" and not place.marked else days:
        mark = element(
            "path",
            d=shape,
            transform="scale(5)",
            fill="#ffffff" if vague else colour,
            stroke=colour if vague else "#ffffff",
            stroke_width="0.22",
        )
        yield group(mark, transform=f"translate({number(x)} 0)")
    sign = next((DOUBTS[doubt].sign for doubt in fact.doubts if DOUBTS[doubt].sign in "×…"), "")
    if sign:
        path = "M-3 -3 3 3M3 -3-3 3" if sign == "×" else "M-5 0H-3M-1 0H1M3 0H5"
        drawn = element("circle", r=5, fill="#ffffff")
        drawn += element("path", d=path, fill="none", stroke=INK, stroke_width=1.8)
        yield group(drawn, transform=f"translate({number(place.sign + 9)} 0)")


def _box(x: float, y: float, width: float, height: float, **looks: str | float) -> str:
    return element("rect", x=x, y=y, width=width, height=height, **looks)


def _legend(view: View, shown: list[TimelineItem], language: str) -> list[LegendItem]:
    facts = [view.facts[item.fact] for item in shown]
    sides = {side for item in shown for side in _sides_of(item.side)}
    shapes = {_SHAPES[item.kind] for item in shown}
    doubts = {doubt for fact in facts for doubt in fact.doubts}
    items = [*side_items(sides, language), *shape_items(shapes, language)]
    light = element("rect", x=-15, y=-4, width=30, height=8, fill=QUIET, fill_opacity="0.3")
    items.append(LegendItem(light, getattr(DOUBTS["possible"].words, language)))
    if _NOT_HELD & doubts:
        box = {"fill": "#ffffff", "stroke": QUIET, "stroke_dasharray": "1 3"}
        hollow = element("rect", x=-15, y=-4, width=30, height=8, **box)
        items.append(LegendItem(hollow, getattr(DOUBTS["planned"].words, language)))
    if "contested" in doubts:
        amber = element("rect", x=-15, y=-6, width=30, height=12, fill="none", stroke=CONTESTED)
        items.append(LegendItem(amber, getattr(DOUBTS["contested"].words, language)))
    return items


def _sides_of(side: str) -> tuple[str, ...]:
    return ("france", "quebec") if side == "both" else (side,)


def _count(what: str, count: int, language: str) -> str:
    sign = PAGE_WORDS[f"{what}.{'one' if count == 1 else 'many'}"]
    text: str = getattr(sign, language)
    return text.replace("{n}", str(count))
