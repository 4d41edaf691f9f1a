"""Sizes by period, stacked: each layer keeps its number and its colour, and pale bands join it.

A dashed line joins a layer to the one that it came out of or went into. Below stands each layer
with its number, its colour and its name.

>>> layers = [Layer(0, "oasis", (3, 4)), Layer(1, "sel", (0, 2))]
>>> svg = draw_stacks("Dunes", ("2030", "2031"), layers, [Passage(0, 0, 1, 1)], measure="membres")
>>> svg.count('class="size"'), svg.count('class="band"'), svg.count('class="passage"')
(3, 1, 1)
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.render.charts.frame import (
    GRID,
    INK,
    LEFT,
    MOST_YEARS,
    QUIET,
    RIGHT,
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
from coopgraph.render.stills.drawing import element, number, words
from coopgraph.render.stills.sheet import fit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["REST", "Layer", "Passage", "draw_stacks"]

REST: Final = -1
"""The number of a layer that holds all others together: grey, without number and bands."""
_GREY: Final = "#848A92"
_HIGH: Final = 320.0
_ROW: Final = 22.0
_WIDEST: Final = 56.0
# those of communities on the page: of no shore, no doubt and no selection
_COLOURS: Final = (
    "#8A63D2",
    "#857A1A",
    "#D0567F",
    "#26908C",
    "#A9673F",
    "#B351B8",
    "#5E9130",
    "#5F86C4",
)
_WORDS: Final = WORDS | {
    "size": {"fr": "taille dans la période", "en": "size in the period"},
    "band": {"fr": "dure sous le même numéro", "en": "goes on under its number"},
    "passage": {"fr": "se détache, ou se fond", "en": "splits off, or is absorbed"},
}


class Layer(NamedTuple):
    """One thing over time: its number, its name, its size in each period (0: not there)."""

    number: int
    label: str
    sizes: Sequence[int]


class Passage(NamedTuple):
    """A layer of one period from which members went to another layer of another period."""

    period: int
    layer: int
    to_period: int
    to_layer: int


class _Box(NamedTuple):
    """Where one size is drawn."""

    left: float
    right: float
    top: float
    bottom: float


_Boxes = dict[tuple[int, int], _Box]  # by period and number of the layer


def draw_stacks(
    title: str,
    periods: Sequence[str],
    layers: Sequence[Layer],
    passages: Sequence[Passage] = (),
    *,
    measure: str,
    subtitle: str = "",
    language: str = "fr",
) -> str:
    """Return the SVG document; `measure` says what the sizes count, above the axis.

    Raises:
        ValueError: a layer has not one size for each period.
    """
    if any(len(layer.sizes) != len(periods) for layer in layers):
        raise ValueError("each layer has one size for each period")
    language = "fr" if language == "fr" else "en"
    sums = [sum(layer.sizes[place] for layer in layers) for place in range(len(periods))]
    scale = make_scale(0.0, max(sums, default=1) or 1)
    boxes = _boxes(layers, len(periods), scale)
    colours = {layer.number: _COLOURS[k % len(_COLOURS)] for k, layer in enumerate(layers)}
    colours |= {REST: _GREY}
    top = TOP + 24
    body = [text_at(measure, LEFT, top - 12, colour=INK, bold=True)]
    body += _axis(periods, scale, language)
    body += _bands(boxes, colours)
    body += _sizes(boxes, colours)
    body += _passages(boxes, passages)
    if not boxes:
        body.append(text_at(_WORDS["none"][language], LEFT + 16, top + 26, colour=INK))
    body += _names(layers, colours, top + _HIGH + 68)
    height = top + _HIGH + 60 + len(layers) * _ROW + 16
    legend = "\n".join(_legend(language))
    return compose_chart(title, subtitle, legend, body, height=height, language=language)


def _y(scale: Scale, value: float) -> float:
    return TOP + 24 + _HIGH * (1 - value / scale.high)


def _middle(place: int, places: int) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * (place + 0.5) / max(1, places)


def _boxes(layers: Sequence[Layer], places: int, scale: Scale) -> _Boxes:
    found: _Boxes = {}
    half = min(_WIDEST, 0.5 * (WIDTH - LEFT - RIGHT) / max(1, places)) / 2
    for place in range(places):
        below = 0
        for layer in layers:
            size = layer.sizes[place]
            if size:
                x = _middle(place, places)
                ends = _y(scale, below + size), _y(scale, below)
                found[place, layer.number] = _Box(x - half, x + half, *ends)
                below += size
    return found


def _axis(periods: Sequence[str], scale: Scale, language: str) -> Iterator[str]:
    for value in scale.ticks():
        y = _y(scale, value)
        yield element("path", d=f"M{LEFT} {number(y)}H{WIDTH - RIGHT}", stroke=GRID)
        if value == int(value):
            figure = spell_figure(value, max(1.0, scale.step), language)
            yield text_at(figure, LEFT - 8, y + 4, anchor="end")
    foot = _y(scale, 0.0)
    for place in range(0, len(periods), max(1, ceil(len(periods) / MOST_YEARS))):
        yield text_at(periods[place], _middle(place, len(periods)), foot + 18, anchor="middle")
    yield text_at(_WORDS["period"][language], WIDTH - RIGHT, foot + 36, anchor="end")


def _bands(boxes: _Boxes, colours: Mapping[int, str]) -> Iterator[str]:
    for (place, layer), box in boxes.items():
        after = boxes.get((place + 1, layer))
        if after and layer != REST:
            corners = (
                (box.right, box.top),
                (after.left, after.top),
                (after.left, after.bottom),
                (box.right, box.bottom),
            )
            points = " ".join(f"{number(x)},{number(y)}" for x, y in corners)
            looks = {"class": "band", "fill": colours[layer], "fill_opacity": "0.25"}
            yield element("polygon", points=points, **looks)


def _sizes(boxes: _Boxes, colours: Mapping[int, str]) -> Iterator[str]:
    for (_, layer), box in boxes.items():
        wide, high = box.right - box.left, box.bottom - box.top
        shape = {"x": box.left, "y": box.top, "width": wide, "height": high}
        looks = {"class": "size", "fill": colours[layer], "stroke": "#FFFFFF"}
        yield element("rect", **shape, **looks)
        if high >= 13 and wide >= 18 and layer != REST:
            x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2 + 4
            white = {"fill": "#FFFFFF", "font_weight": "700", "text_anchor": "middle"}
            yield words(str(layer), x=x, y=y, font_size=12, **white)


def _passages(boxes: _Boxes, passages: Sequence[Passage]) -> Iterator[str]:
    for passage in passages:
        one = boxes.get((passage.period, passage.layer))
        other = boxes.get((passage.to_period, passage.to_layer))
        if one and other:
            begin, end = (one.top + one.bottom) / 2, (other.top + other.bottom) / 2
            bend = number((one.right + other.left) / 2)
            path = (
                f"M{number(one.right)} {number(begin)}C{bend} {number(begin)} {bend} {number(end)}"
                f" {number(other.left)} {number(end)}"
            )
            yield element("path", d=path, **{"class": "passage"}, **_DASHED)


_DASHED: Final = {
    "fill": "none",
    "stroke": INK,
    "stroke_width": "1.5",
    "stroke_dasharray": "4 3",
}


def _names(layers: Sequence[Layer], colours: Mapping[int, str], top: float) -> Iterator[str]:
    for place, layer in enumerate(layers):
        y = top + place * _ROW
        yield element("rect", x=24, y=y - 11, width=14, height=14, fill=colours[layer.number])
        if layer.number != REST:
            yield text_at(str(layer.number), 66, y + 1, anchor="end", colour=INK, bold=True)
        yield text_at(fit(layer.label, WIDTH - 110, SIZE), 78, y + 1, colour=INK)


def _legend(language: str) -> Iterator[str]:
    for place, name in enumerate(("size", "band", "passage")):
        x = 24 + 220 * place
        if name == "passage":
            yield element("path", d=f"M{x} 81h28", **_DASHED)
        else:
            opacity = "0.25" if name == "band" else ""
            shape = {"x": x, "y": 74, "width": 28, "height": 14}
            yield element("rect", **shape, fill=QUIET, fill_opacity=opacity)
        yield text_at(_WORDS[name][language], x + 36, 85, colour=INK)
