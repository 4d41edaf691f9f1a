"""Draw figures over time as one SVG: a panel for each measure, a band from certain to possible.

The certain network is a solid line, the possible one a dashed lighter one, what lies between them a
band; where a figure cannot be told, the line stops. Letters are text, nothing comes from elsewhere,
and the same figures give the same bytes.

>>> panel = Panel("acteurs", (1.0, 3.0), (2.0, 3.0))
>>> svg = draw_chart("Dunes", ("2030", "2031"), [panel], language="fr")
>>> svg.count("<polygon"), "acteurs" in svg
(1, True)

What it does not do: it computes nothing and knows no measure by name.
"""

from __future__ import annotations

from html import escape
from math import ceil, floor, log10
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Panel", "draw_chart"]

_WIDTH: Final = 720
_LEFT, _RIGHT = 72, 24
_TOP: Final = 96  # title and legend
_PANEL: Final = 160
_GAP: Final = 80  # title of a panel above, years below
_FOOT: Final = 16
_MOST_YEARS: Final = 12
_COLOUR: Final = "#3B4CC0"  # of no side, no doubt and no selection
_WORDS: Final = {
    "certain": {"fr": "réseau certain", "en": "certain network"},
    "possible": {"fr": "réseau possible", "en": "possible network"},
    "between": {"fr": "entre les deux", "en": "between the two"},
    "period": {"fr": "Début de la période", "en": "Begin of the period"},
}
_STYLE: Final = (
    "text{font:13px system-ui,sans-serif;fill:#1F2328;font-variant-numeric:tabular-nums}"
    ".title{font-size:18px;font-weight:600}.panel{font-weight:600}.quiet{fill:#57606A}"
    f".grid{{stroke:#D0D7DE}}.band{{fill:{_COLOUR};fill-opacity:.18}}"
    f".certain{{fill:none;stroke:{_COLOUR};stroke-width:2}}"
    f".possible{{fill:none;stroke:{_COLOUR};stroke-width:1.5;stroke-dasharray:5 4;"
    "stroke-opacity:.75}"
    ".dot{stroke:none}"
)


class Panel(NamedTuple):
    """One measure: its name, and a figure of either network for each period (None: not told)."""

    title: str
    certain: Sequence[float | None]
    possible: Sequence[float | None]


class _Frame(NamedTuple):
    """Where a panel lies and which values it spans."""

    top: float
    low: float
    high: float
    places: int

    def x(self, place: int) -> float:
        room = _WIDTH - _LEFT - _RIGHT
        return _LEFT + room * (place + 0.5) / max(1, self.places)

    def y(self, value: float) -> float:
        return self.top + _PANEL * (self.high - value) / (self.high - self.low)


def draw_chart(
    title: str, periods: Sequence[str], panels: Sequence[Panel], *, language: str = "fr"
) -> str:
    """Return the SVG document; `periods` names what stands on the axis below.

    Raises:
        ValueError: a panel has not one figure for each period.
    """
    if any({len(p.certain), len(p.possible)} != {len(periods)} for p in panels):
        raise ValueError("each panel has one figure for each period")
    language = "fr" if language == "fr" else "en"
    height = _TOP + len(panels) * (_PANEL + _GAP) + _FOOT
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}"'
        f' width="{_WIDTH}" height="{height}" lang="{language}" role="img"'
        ' aria-labelledby="title">',
        f'<title id="title">{_text(title)}</title>',
        f"<style>{_STYLE}</style>",
        f'<rect width="{_WIDTH}" height="{height}" fill="#FFFFFF"/>',
        f'<text class="title" x="{_LEFT}" y="32">{_text(title)}</text>',
        *_legend(language),
    ]
    for place, panel in enumerate(panels):
        lines += _panel(panel, periods, _TOP + place * (_PANEL + _GAP), language)
    return "\n".join([*lines, "</svg>", ""])


def _legend(language: str) -> Iterator[str]:
    x = _LEFT
    for name in ("certain", "between", "possible"):
        if name == "between":
            yield f'<rect class="band" x="{x}" y="46" width="28" height="14"/>'
        else:
            yield f'<path class="{name}" d="M{x} 53h28"/>'
        yield f'<text x="{x + 36}" y="57">{_WORDS[name][language]}</text>'
        x += 180


def _panel(panel: Panel, periods: Sequence[str], top: int, language: str) -> Iterator[str]:
    known = [value for value in (*panel.certain, *panel.possible) if value is not None]
    low, high, step = _scale(min(known, default=0.0), max(known, default=1.0))
    frame = _Frame(top, low, high, len(periods))
    yield f'<text class="panel" x="{_LEFT}" y="{top - 12}">{_text(panel.title)}</text>'
    for number in range(round((high - low) / step) + 1):
        value = low + number * step
        y = _short(frame.y(value))
        yield f'<path class="grid" d="M{_LEFT} {y}H{_WIDTH - _RIGHT}"/>'
        yield (
            f'<text class="quiet" x="{_LEFT - 8}" y="{_short(frame.y(value) + 4)}"'
            f' text-anchor="end">{_figure(value, step, language)}</text>'
        )
    yield from _drawn(panel, frame)
    every = ceil(len(periods) / _MOST_YEARS)
    for place in range(0, len(periods), max(1, every)):
        yield (
            f'<text class="quiet" x="{_short(frame.x(place))}" y="{top + _PANEL + 18}"'
            f' text-anchor="middle">{_text(periods[place])}</text>'
        )
    yield (
        f'<text class="quiet" x="{_WIDTH - _RIGHT}" y="{top + _PANEL + 36}" text-anchor="end">'
        f"{_WORDS['period'][language]}</text>"
    )


def _drawn(panel: Panel, frame: _Frame) -> Iterator[str]:
    """Draw the band and the lines, each stretch of periods without a gap by itself."""
    both = [None not in pair for pair in zip(panel.certain, panel.possible, strict=True)]
    for begin, end in _stretches(both):
        upper = [_point(frame, place, panel.possible[place]) for place in range(begin, end)]
        lower = [_point(frame, place, panel.certain[place]) for place in range(begin, end)]
        if end - begin > 1:
            yield f'<polygon class="band" points="{" ".join([*upper, *reversed(lower)])}"/>'
    for name, values in (("possible", panel.possible), ("certain", panel.certain)):
        for begin, end in _stretches([value is not None for value in values]):
            points = [_point(frame, place, values[place]) for place in range(begin, end)]
            if len(points) > 1:
                yield f'<polyline class="{name}" points="{" ".join(points)}"/>'
            else:
                x, y = points[0].split(",")
                yield f'<circle class="dot" cx="{x}" cy="{y}" r="2.5" fill="{_COLOUR}"/>'


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


def _scale(low: float, high: float) -> tuple[float, float, float]:
    """Return round ends of the axis and the step between its lines; 0 is always on it.

    >>> _scale(0.0, 47.0)
    (0.0, 60.0, 20.0)
    """
    low, high = min(0.0, low), max(0.0, high)
    if low == high:
        high = 1.0
    raw = (high - low) / 4
    size = 10.0 ** floor(log10(raw))
    step = next(size * number for number in (1, 2, 2.5, 5, 10) if size * number >= raw * 0.999)
    return floor(low / step) * step, ceil(high / step - 1e-9) * step, step


def _point(frame: _Frame, place: int, value: float | None) -> str:
    return f"{_short(frame.x(place))},{_short(frame.y(value or 0.0))}"


def _short(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _figure(value: float, step: float, language: str) -> str:
    digits = max(0, -floor(log10(step) + 1e-9)) + (f"{step:.1e}"[0:3] == "2.5")
    text = f"{value + 0.0:,.{digits}f}"
    if language == "en":
        return text.replace("-", "−")
    return text.replace(",", "\N{NO-BREAK SPACE}").replace(".", ",").replace("-", "−")


def _text(words: str) -> str:
    # what XML cannot hold, and what would turn the writing direction, is shown as a sign
    return escape("".join(c if c.isprintable() or c == "\u00a0" else "\ufffd" for c in words))
