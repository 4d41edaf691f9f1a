"""The sheet that charts stand on: title, period, legend, ground; round scales and their figures.

>>> spell_figure(0.5, 0.25, "fr"), spell_figure(1500.0, 500.0, "en"), spell_figure(75, 25, "fr")
('0,50', '1,500', '75')
"""

from __future__ import annotations

from math import ceil, floor, log10
from typing import TYPE_CHECKING, Final, NamedTuple
from xml.sax.saxutils import escape  # it writes, it does not read

from coopgraph.render.stills.drawing import element, number, on_one_line, words
from coopgraph.render.stills.sheet import fit

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "BAND",
    "COLOUR",
    "GRID",
    "INK",
    "LEFT",
    "MOST_YEARS",
    "QUIET",
    "RIGHT",
    "SIZE",
    "TOP",
    "WIDTH",
    "WORDS",
    "Scale",
    "compose_chart",
    "make_scale",
    "spell_figure",
    "text_at",
]

WIDTH: Final = 720
LEFT, RIGHT = 72, 24
TOP: Final = 112
"""Where the picture begins, under title, period and legend."""
MOST_YEARS: Final = 12
"""So many names of periods have room below a picture."""
SIZE: Final = 13.0
INK: Final = "#1F2328"
QUIET: Final = "#57606A"
GRID: Final = "#D0D7DE"
COLOUR: Final = "#3B4CC0"  # of no side, no doubt and no selection
BAND: Final = 0.22
"""How opaque it is what may be and is not certain."""

WORDS: Final = {
    "certain": {"fr": "réseau certain", "en": "certain network"},
    "possible": {"fr": "réseau possible", "en": "possible network"},
    "period": {"fr": "Début de la période", "en": "Begin of the period"},
    "none": {"fr": "Rien à montrer dans cette période.", "en": "Nothing to show in this period."},
}
"""What several charts say, by language."""


class Scale(NamedTuple):
    """The round ends of an axis and the step between its lines."""

    low: float
    high: float
    step: float

    def ticks(self) -> list[float]:
        """Return where the lines of the axis lie."""
        return [
            self.low + k * self.step for k in range(round((self.high - self.low) / self.step) + 1)
        ]


def compose_chart(
    title: str, subtitle: str, legend: str, body: Sequence[str], *, height: float, language: str
) -> str:
    """Return the whole SVG document; `legend` and `body` are SVG."""
    room = WIDTH - LEFT - RIGHT
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {number(height)}"'
        f' width="{WIDTH}" height="{number(height)}" lang="{language}" xml:lang="{language}"'
        ' role="img" aria-labelledby="title" font-family="sans-serif">',
        element("title", escape(on_one_line(title)), id="title"),
        element("rect", width=WIDTH, height=height, fill="#FFFFFF"),
        words(fit(title, room + 40, 18), x=24, y=34, font_size=18, font_weight="700", fill=INK),
        words(fit(subtitle, room + 40, SIZE), x=24, y=56, font_size=SIZE, fill=QUIET),
        legend,
        *body,
    ]
    return "\n".join([*(line for line in lines if line), "</svg>", ""])


def text_at(
    text: str, x: float, y: float, *, anchor: str = "", colour: str = QUIET, bold: bool = False
) -> str:
    """Return a text in the size of the charts."""
    return words(
        text,
        x=x,
        y=y,
        font_size=SIZE,
        fill=colour,
        text_anchor=anchor,
        font_weight="700" if bold else "",
    )


def make_scale(low: float, high: float) -> Scale:
    """Return round ends of the axis and the step between its lines; 0 is always on it.

    >>> make_scale(0.0, 47.0)
    Scale(low=0.0, high=60.0, step=20.0)
    """
    low, high = min(0.0, low), max(0.0, high)
    if low == high:
        high = 1.0
    raw = (high - low) / 4
    size = 10.0 ** floor(log10(raw))
    step = next(size * number for number in (1, 2, 2.5, 5, 10) if size * number >= raw * 0.999)
    return Scale(floor(low / step) * step, ceil(high / step - 1e-9) * step, step)


def spell_figure(value: float, step: float, language: str) -> str:
    """Return a figure of an axis with as many digits as its step has."""
    digits = max(0, -floor(log10(step) + 1e-9)) + (step < 10 and f"{step:.1e}"[0:3] == "2.5")
    text = f"{value + 0.0:,.{digits}f}"
    if language == "en":
        return text.replace("-", "−")
    return text.replace(",", "\N{NO-BREAK SPACE}").replace(".", ",").replace("-", "−")
