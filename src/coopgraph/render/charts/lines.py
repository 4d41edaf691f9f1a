"""Figures over time: a panel for each measure, a band from certain to possible.

The certain network is a solid line, the possible one a dashed lighter one, what lies between them a
band; where a figure cannot be told, the line stops.

>>> panel = Panel("acteurs", (1.0, 3.0), (2.0, 3.0))
>>> svg = draw_chart("Dunes", ("2030", "2031"), [panel], language="fr")
>>> svg.count("<polygon"), "acteurs" in svg
(1, True)
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.render.charts.frame import (
    BAND,
    COLOUR,
    GRID,
    INK,
    LEFT,
    MOST_YEARS,
    RIGHT,
    TOP,
    WIDTH,
    WORDS,
    Scale,
    compose_chart,
    make_scale,
    spell_figure,
    text_at,
)
from coopgraph.render.stills.drawing import element, number
from coopgraph.render.stills.sheet import fit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Panel", "draw_chart"]

_PANEL: Final = 160
_GAP: Final = 80  # title of a panel above, years below
_FOOT: Final = 16
_WORDS: Final = WORDS | {
    "between": {"fr": "entre les deux", "en": "between the two"},
}


class Panel(NamedTuple):
    """One measure: its name, and a figure of either network for each period (None: not told)."""

    title: str
    certain: Sequence[float | None]
    possible: Sequence[float | None]


class _Frame(NamedTuple):
    """Where a panel lies and which values it spans."""

    top: float
    scale: Scale
    places: int

    def x(self, place: int) -> float:
        room = WIDTH - LEFT - RIGHT
        return LEFT + room * (place + 0.5) / max(1, self.places)

    def y(self, value: float) -> float:
        return self.top + _PANEL * (self.scale.high - value) / (self.scale.high - self.scale.low)


def draw_chart(
    title: str,
    periods: Sequence[str],
    panels: Sequence[Panel],
    *,
    subtitle: str = "",
    language: str = "fr",
    one_scale: bool = False,
) -> str:
    """Return the SVG document; `periods` names what stands on the axis below.

    With `one_scale` all panels span the same values, so that they can be compared.

    Raises:
        ValueError: a panel has not one figure for each period.
    """
    if any({len(p.certain), len(p.possible)} != {len(periods)} for p in panels):
        raise ValueError("each panel has one figure for each period")
    language = "fr" if language == "fr" else "en"
    common = _scale_of(panels) if one_scale else None
    body: list[str] = []
    for place, panel in enumerate(panels):
        frame = _Frame(
            TOP + 24 + place * (_PANEL + _GAP), common or _scale_of([panel]), len(periods)
        )
        body += _panel(panel, periods, frame, language)
    if not panels:
        body.append(text_at(_WORDS["none"][language], 24, TOP + 26, colour=INK))
    height = TOP + 24 + len(panels) * (_PANEL + _GAP) + _FOOT
    legend = "\n".join(_legend(language))
    return compose_chart(title, subtitle, legend, body, height=height, language=language)


def _scale_of(panels: Sequence[Panel]) -> Scale:
    known = [v for panel in panels for v in (*panel.certain, *panel.possible) if v is not None]
    return make_scale(min(known, default=0.0), max(known, default=1.0))


def _legend(language: str) -> Iterator[str]:
    x = 24
    for name in ("certain", "between", "possible"):
        if name == "between":
            yield element(
                "rect", x=x, y=74, width=28, height=14, fill=COLOUR, fill_opacity=str(BAND)
            )
        else:
            yield _line("path", name, d=f"M{x} 81h28")
        yield text_at(_WORDS[name][language], x + 36, 85, colour=INK)
        x += 180


def _line(shape: str, name: str, **attributes: str) -> str:
    """Return a line of the certain or of the possible network."""
    possible = name == "possible"
    return element(
        shape,
        **attributes,
        **{"class": name},
        fill="none",
        stroke=COLOUR,
        stroke_width=1.5 if possible else 2,
        stroke_dasharray="5 4" if possible else "",
        stroke_opacity="0.75" if possible else "",
    )


def _panel(panel: Panel, periods: Sequence[str], frame: _Frame, language: str) -> Iterator[str]:
    room = WIDTH - LEFT - RIGHT
    yield text_at(fit(panel.title, room, 14), LEFT, frame.top - 12, colour=INK, bold=True)
    for value in frame.scale.ticks():
        y = number(frame.y(value))
        yield element("path", d=f"M{LEFT} {y}H{WIDTH - RIGHT}", stroke=GRID)
        figure = spell_figure(value, frame.scale.step, language)
        yield text_at(figure, LEFT - 8, frame.y(value) + 4, anchor="end")
    yield from _drawn(panel, frame)
    every = ceil(len(periods) / MOST_YEARS)
    below = frame.top + _PANEL
    for place in range(0, len(periods), max(1, every)):
        yield text_at(periods[place], frame.x(place), below + 18, anchor="middle")
    yield text_at(_WORDS["period"][language], WIDTH - RIGHT, below + 36, anchor="end")


def _drawn(panel: Panel, frame: _Frame) -> Iterator[str]:
    """Draw the band and the lines, each stretch of periods without a gap by itself."""
    both = [None not in pair for pair in zip(panel.certain, panel.possible, strict=True)]
    for begin, end in _stretches(both):
        upper = [_point(frame, place, panel.possible[place]) for place in range(begin, end)]
        lower = [_point(frame, place, panel.certain[place]) for place in range(begin, end)]
        if end - begin > 1:
            points = " ".join([*upper, *reversed(lower)])
            band = {"class": "band", "fill": COLOUR, "fill_opacity": str(BAND)}
            yield element("polygon", points=points, **band)
    for name, values in (("possible", panel.possible), ("certain", panel.certain)):
        for begin, end in _stretches([value is not None for value in values]):
            points = " ".join(_point(frame, place, values[place]) for place in range(begin, end))
            if end - begin > 1:
                yield _line("polyline", name, points=points)
            else:
                yield _dot(name, points)


def _dot(name: str, point: str) -> str:
    """Return a single figure: full if it is of the certain network, hollow if of the possible."""
    x, y = map(float, point.split(","))
    fill = COLOUR if name == "certain" else "#FFFFFF"
    return element("circle", cx=x, cy=y, r=3, fill=fill, stroke=COLOUR, stroke_width=1.5)


def _stretches(there: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield begin and end of each run of places where there is something.

    >>> list(_stretches([True, True, False, True]))
    [(0, 2), (3, 4)]
    """
    begin = None
    for place, found in enumerate((*there, False)):
        if found and begin is None:
            begin = place
        elif not found and begin is not None:
            yield begin, place
            begin = None


def _point(frame: _Frame, place: int, value: float | None) -> str:
    return f"{number(frame.x(place))},{number(frame.y(value or 0.0))}"
