"""The sheet that every still stands on: title, period, picture, legend, credit line.

`compose_sheet` returns a whole SVG document. A still gives it the picture as SVG in a space as wide
as `WIDTH` and as high as it says, and the items of its legend; title, period, number of facts and
credit come from the view. The ground is white, so that the picture is read alike on a light and on
a dark page. Texts are texts, in the generic family ``sans-serif``: whoever opens the file can
search, copy and change them. Signs in legends are drawn, not written: not every font has them.

The same view gives the same bytes.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.render.outlines import OUTLINES
from coopgraph.render.stills.drawing import element, group, number, on_one_line, words
from coopgraph.views.legend import CONTESTED, SHAPES, SIDES, TIE_KINDS
from coopgraph.views.spelled_period import spell_period

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from coopgraph.views.model import Shape, View

__all__ = [
    "DASHES",
    "INK",
    "MARGIN",
    "QUIET",
    "WIDTH",
    "LegendItem",
    "compose_sheet",
    "fit",
    "kind_items",
    "line_items",
    "period_of",
    "shape_items",
    "side_items",
    "wrap",
]

WIDTH: Final = 1520.0
"""Width of the picture of a still, in pixels."""
MARGIN: Final = 40.0
INK: Final = "#1b1f24"
QUIET: Final = "#4b5563"
DASHES: Final = {"solid": "", "dashed": "7 4", "dotted": "1.5 4.5"}
"""How the three lines of doubt are dashed."""
_LETTER: Final = 0.55  # width of a letter over the size of the font, on average
_ROW: Final = 26.0
_TITLE: Final = 28.0
_TITLE_ROW: Final = 36.0


class LegendItem(NamedTuple):
    """One sign of a legend, drawn around the origin within 16 pixels to each side, and its word."""

    mark: str
    word: str


def compose_sheet(
    view: View,
    *,
    language: str,
    picture: str,
    height: float,
    legend: Sequence[LegendItem] = (),
    counted: str = "",
) -> str:
    """Return the whole SVG document of a still.

    `counted` says how much is shown ("23 acteurs, 31 liens"); it stands beside the period. A title
    too long for one line takes two.
    """
    title = on_one_line(getattr(view.title, language))
    told = on_one_line(getattr(view.description, language))
    beside = " · ".join(part for part in (period_of(view, language), counted) if part)
    lines = wrap(_cut(title, 170), WIDTH, _TITLE, most=2) or [""]
    below = MARGIN + 20 + (len(lines) - 1) * _TITLE_ROW
    top = below + 64
    rows, legend_height = _legend(legend, top + height + 24)
    foot = top + height + 24 + legend_height
    whole = foot + 30
    body = [
        element("title", _plain(title), id="title"),
        element("desc", _plain(f"{told} {beside}"), id="description"),
        element("rect", width=WIDTH + 2 * MARGIN, height=whole, fill="#ffffff"),
        *(
            words(
                line,
                x=MARGIN,
                y=MARGIN + 20 + row * _TITLE_ROW,
                font_size=_TITLE,
                font_weight="700",
                fill=INK,
            )
            for row, line in enumerate(lines)
        ),
        words(_cut(beside, 170), x=MARGIN, y=below + 30, font_size=17, fill=QUIET),
        group(picture, transform=f"translate({number(MARGIN)} {number(top)})"),
        rows,
        words(_credit(view, language), x=MARGIN, y=foot + 4, font_size=13, fill=QUIET),
    ]
    box = f"0 0 {number(WIDTH + 2 * MARGIN)} {number(whole)}"
    size = f'width="{number(WIDTH + 2 * MARGIN)}" height="{number(whole)}"'
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" {size} lang="{language}"'
        ' xml:lang="' + language + '" role="img" aria-labelledby="title description"'
        ' font-family="sans-serif">\n' + "\n".join(part for part in body if part) + "\n</svg>\n"
    )


def period_of(view: View, language: str) -> str:
    """Return the period that the view shows, in words, with the mode where it is not the usual.

    >>> from coopgraph.views.model import View, Words
    >>> view = View("dune", Words("", ""), Words("", ""), (), (), {}, 2000, 2001, "v1")
    >>> period_of(view, "en")
    '2000 – 2001'
    >>> from dataclasses import replace
    >>> period_of(replace(view, window=("2010-04-01", "2010-05-31")), "fr")
    'avril 2010 – mai 2010'
    """
    first, last = view.window or _years(view)
    period = spell_period(first, last, language)
    if view.mode == "certainly":
        surely = "ce qui a sûrement eu lieu" if language == "fr" else "what surely took place"
        period = f"{period} · {surely}" if period else surely
    return period


def _years(view: View) -> tuple[str, str]:
    known = view.first_year or view.last_year
    return (f"{view.first_year:04}", f"{view.last_year:04}") if known else ("", "")


def side_items(sides: Collection[str], language: str) -> list[LegendItem]:
    """Return the shores that are shown, by colour."""
    return [
        LegendItem(element("circle", r=8, fill=mark.colour), getattr(mark.words, language))
        for side, mark in SIDES.items()
        if side in sides
    ]


def shape_items(shapes: Collection[Shape], language: str) -> list[LegendItem]:
    """Return the kinds of things that are shown, by shape."""
    return [
        LegendItem(
            element("path", d=OUTLINES[shape], transform="scale(8)", fill=QUIET),
            getattr(mark.words, language),
        )
        for shape, mark in SHAPES.items()
        if shape in shapes
    ]


def kind_items(kinds: Collection[str], language: str) -> list[LegendItem]:
    """Return the kinds of ties that are shown, by colour."""
    return [
        LegendItem(_line(mark.colour, 3.0), getattr(mark.words, language))
        for kind, mark in TIE_KINDS.items()
        if kind in kinds
    ]


def line_items(looks: Iterable[tuple[str, str]], *, contested: str = "") -> list[LegendItem]:
    """Return lines by how they are dashed, each with its word; `contested` is a word or nothing."""
    items = [LegendItem(_line(QUIET, 2.5, DASHES[look]), word) for look, word in looks]
    if contested:
        amber = _line(CONTESTED, 7.0) + _line("#ffffff", 4.5) + _line(QUIET, 2.5)
        items.append(LegendItem(amber, contested))
    return items


def wrap(text: str, width: float, size: float, *, most: int | None = None) -> list[str]:
    """Break a text between words into lines about as wide as `width`, a longer word within.

    Of more than `most` lines the rest is left out, and the last one says so.

    >>> wrap("du vent et du sable", 60, 10)
    ['du vent et', 'du sable']
    >>> wrap("aaaaaaaaaaaaaa du vent", 60, 10, most=2)
    ['aaaaaaaaaa', 'aaaa du…']
    """
    letters = max(1, int(width / (size * _LETTER)))
    lines: list[str] = []
    parts = (_cut_up(part, letters) for part in on_one_line(text).split(" "))
    for word in chain.from_iterable(parts):
        if lines and len(lines[-1]) + 1 + len(word) <= letters:
            lines[-1] += f" {word}"
        elif most and len(lines) == most:
            lines[-1] = lines[-1][: letters - 1] + "…"
            break
        else:
            lines.append(word)
    return lines


def fit(text: str, width: float, size: float) -> str:
    """Cut a text that would be wider than `width`.

    >>> fit("du vent et du sable", 60, 10)
    'du vent e…'
    """
    return _cut(on_one_line(text), max(2, int(width / (size * _LETTER))))


def _cut_up(word: str, letters: int) -> list[str]:
    return [word[start : start + letters] for start in range(0, len(word), letters)] or [word]


def _line(colour: str, width: float, dashes: str = "") -> str:
    return element(
        "path",
        d="M-15 0H15",
        stroke=colour,
        stroke_width=width,
        stroke_dasharray=dashes,
        stroke_linecap="round" if dashes.startswith("1") else "butt",
        fill="none",
    )


def _legend(items: Sequence[LegendItem], top: float) -> tuple[str, float]:
    """Set the items in rows; return them and the height that they take."""
    drawn, left, row = [], 0.0, 0
    for item in (LegendItem(mark, _cut(word, 60)) for mark, word in items):
        wide = 44 + len(item.word) * 15 * _LETTER + 22
        if left and left + wide > WIDTH:
            left, row = 0.0, row + 1
        x, y = MARGIN + left + 18, top + row * _ROW
        drawn.append(group(item.mark, transform=f"translate({number(x)} {number(y)})"))
        drawn.append(words(item.word, x=x + 24, y=y + 5, font_size=15, fill=INK))
        left += wide
    return "\n".join(drawn), (row + 1) * _ROW if items else 0.0


def _credit(view: View, language: str) -> str:
    data = "coopgraph, données CC BY 4.0" if language == "fr" else "coopgraph, data CC BY 4.0"
    return f"{data} · version {view.version[:12]}" if view.version else data


def _cut(text: str, most: int) -> str:
    """Cut what would run over the edge; the whole stands in the title of the document."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _plain(text: str) -> str:
    from markupsafe import escape

    return str(escape(text))
