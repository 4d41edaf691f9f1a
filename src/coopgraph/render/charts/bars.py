"""One figure of several things as bars: certain solid, possible pale with a dashed rim around it.

>>> svg = draw_bars("Dunes", [Bar("oasis", 3.0, 5.0)], measure="couples", language="fr")
>>> svg.count('class="certain"'), "3–5" in svg
(2, True)

The certain bar is the thinner one and lies upon the other, so that both show whichever is longer. A
whisker is the standard error of an estimate, to either side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.render.charts.frame import (
    BAND,
    COLOUR,
    GRID,
    INK,
    SIZE,
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
from coopgraph.render.stills.sheet import fit, wrap
from coopgraph.views.brokers import as_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Bar", "draw_bars"]

_NAMES: Final = 300.0  # where names end and bars begin
_END: Final = WIDTH - 112.0  # figures stand behind the bars
_ROW: Final = 44.0
_WORDS: Final = WORDS | {
    "error": {"fr": "erreur type", "en": "standard error"},
}


class Bar(NamedTuple):
    """One thing: its name, its figure in either network, the standard error of each (0: exact).

    A line break in the name parts it into lines, each cut where it is too long.
    """

    label: str
    certain: float
    possible: float
    certain_error: float = 0.0
    possible_error: float = 0.0


def draw_bars(
    title: str,
    bars: Sequence[Bar],
    *,
    measure: str,
    subtitle: str = "",
    language: str = "fr",
) -> str:
    """Return the SVG document; `measure` says below the axis what is counted."""
    language = "fr" if language == "fr" else "en"
    ends = [value for bar in bars for value in _ends(bar)]
    scale = make_scale(min(ends, default=0.0), max(ends, default=1.0))
    foot = TOP + max(1, len(bars)) * _ROW
    body = list(_axis(scale, foot, measure, language))
    for place, bar in enumerate(bars):
        body += _row(bar, scale, TOP + place * _ROW, language)
    if not bars:
        body.append(text_at(_WORDS["none"][language], 24, TOP + 26, colour=INK))
    estimated = any(bar.certain_error or bar.possible_error for bar in bars)
    legend = "\n".join(_legend(language, estimated=estimated))
    return compose_chart(title, subtitle, legend, body, height=foot + 64, language=language)


def _ends(bar: Bar) -> tuple[float, ...]:
    certain, possible = bar.certain_error, bar.possible_error
    return (
        bar.certain - certain,
        bar.certain + certain,
        bar.possible - possible,
        bar.possible + possible,
    )


def _x(scale: Scale, value: float) -> float:
    return _NAMES + (_END - _NAMES) * (value - scale.low) / (scale.high - scale.low)


def _axis(scale: Scale, foot: float, measure: str, language: str) -> Iterator[str]:
    for value in scale.ticks():
        x = number(_x(scale, value))
        yield element("path", d=f"M{x} {number(TOP - 4)}V{number(foot)}", stroke=GRID)
        figure = spell_figure(value, scale.step, language)
        yield text_at(figure, _x(scale, value), foot + 18, anchor="middle")
    yield text_at(measure, WIDTH - 24, foot + 42, anchor="end")


def _row(bar: Bar, scale: Scale, top: float, language: str) -> Iterator[str]:
    middle = top + _ROW / 2
    room = _NAMES - 34
    parts = bar.label.split("\n")
    lines = (
        [fit(part, room, SIZE) for part in parts]
        if parts[1:]
        else wrap(bar.label, room, SIZE, most=2)
    )
    for place, line in enumerate(lines):
        y = middle + 4.5 + (place - (len(lines) - 1) / 2) * 16
        yield text_at(line, _NAMES - 10, y, anchor="end", colour=INK)
    yield _box("possible", _x(scale, 0.0), _x(scale, bar.possible), middle)
    yield _box("certain", _x(scale, 0.0), _x(scale, bar.certain), middle)
    for value, error in ((bar.possible, bar.possible_error), (bar.certain, bar.certain_error)):
        if error:
            begin, end = number(_x(scale, value - error)), number(_x(scale, value + error))
            yield element(
                "path", d=f"M{begin} {number(middle)}H{end}", stroke=INK, stroke_width=1.5
            )
    told = "–".join(dict.fromkeys(_spell(value, language) for value in bar[1:3]))
    right = max(_x(scale, value) for value in (0.0, *_ends(bar)))
    yield text_at(told, right + 8, middle + 4.5, colour=INK)


def _spell(value: float, language: str) -> str:
    return as_number(value, "fr" if language == "fr" else "en").replace("-", "−")


def _box(name: str, begin: float, end: float, middle: float) -> str:
    """Return a bar of one network; a figure of 0 is a stroke at the beginning."""
    left, width = min(begin, end), max(abs(end - begin), 1.0)
    looks = {"class": name, "fill": COLOUR}
    if name == "possible":
        looks |= {"fill_opacity": str(BAND), "stroke": COLOUR, "stroke_dasharray": "4 3"}
    high = 12.0 if name == "certain" else 24.0
    shape = {"x": left, "y": middle - high / 2, "width": width, "height": high}
    return element("rect", **looks, **shape)


def _legend(language: str, *, estimated: bool) -> Iterator[str]:
    x = 24
    for name in ("certain", "possible"):
        yield _box(name, x, x + 28, 81)
        yield text_at(_WORDS[name][language], x + 36, 85, colour=INK)
        x += 180
    if estimated:
        yield element("path", d=f"M{x} 81h28", stroke=INK, stroke_width=1.5)
        yield text_at(_WORDS["error"][language], x + 36, 85, colour=INK)
