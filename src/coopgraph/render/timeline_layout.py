"""Where each bar of a timeline lies: the rules of the page, for the still picture.

The scripts in ``page/panes/timeline`` (``scale.js``, ``layout.js``) do the same on the page; a test
in a browser compares both. Numbers are pixels on an axis of a given width.

>>> axis = Axis("2000-01-01", "2000-12-31", 366)
>>> place = place_bar(("2000-02-01", "2000-02-01", "2000-02-29", "2000-03-10"), (), axis)
>>> [round(x) for x in (place.left, *place.solid, place.right)]
[31, 31, 60, 70]
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = [
    "BAND",
    "BAR",
    "FADE",
    "HEAD",
    "LINE",
    "ROW",
    "Axis",
    "Days",
    "Entry",
    "Lane",
    "Place",
    "lay_out",
    "place_bar",
    "short_label",
]

ROW: Final = 18.0
HEAD: Final = 26.0
BAND: Final = (24.0, 96.0)
"""The least and the most height of the counts of a folded lane."""
BAR: Final = 6.0
LINE: Final = 4.0
"""How far under the middle of its row a bar lies: labels stand over long bars."""
FADE: Final = 36.0
"""How many pixels an open end takes to fade."""
_REACH: Final = 7.0
_LETTER: Final = 5.9
_LABEL: Final = 28
_GAP: Final = 5.0

Days: TypeAlias = "tuple[str | None, str | None, str | None, str | None]"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Axis:
    """A period, from its first day to after its last, on so many pixels."""

    begin: str
    end: str
    width: float

    def x(self, day: int) -> float:
        """Return the place of the beginning of a day."""
        first = _day(self.begin)
        return (day - first) / (max(first, _day(self.end)) + 1 - first) * self.width

    def cut(self, x: float) -> float:
        """Return the place, or the nearest end of the axis."""
        return max(0.0, min(self.width, x))


class Place(NamedTuple):
    """Where a bar begins and ends, what of it is certain, where its signs are."""

    left: float
    right: float
    solid: tuple[float, float] | None
    edge: float  # where nothing is certain: what is before and what is after meet here
    open_left: bool
    open_right: bool
    signed: tuple[float, ...]
    sign: float
    marked: bool  # whether the day of the sign is on the axis
    start: float  # of the room that bar and signs take
    stop: float


@dataclass(slots=True)
class Entry(Generic[T]):
    """One bar with its label; `row`, `y` and `side` are set by `lay_out`."""

    item: T
    key: str
    label: str
    place: Place
    row: int = 0
    y: float = 0.0
    side: str = ""  # over, right, left; empty: the label yields


@dataclass(slots=True)
class Lane(Generic[T]):
    """Bars under one heading; `lay_out` sets the rest."""

    name: str
    entries: list[Entry[T]] = field(default_factory=list)
    y: float = 0.0
    height: float = 0.0
    folded: bool = False


def place_bar(days: Days, signed: Sequence[Days], axis: Axis) -> Place:
    """Return where a bar with these four bounds lies; at least one of them is known.

    An end that nobody knows may be any day to come: such a bar goes on to the end of the axis.
    """
    known = [_day(day) for day in days if day]
    begin, latest_begin, earliest_end, end = (_day(day) if day else None for day in days)
    first = axis.x(min(known) if begin is None else begin)
    last = axis.x((max(known) if end is None else end) + 1)
    left = axis.cut(min(first, axis.width) - FADE if begin is None else first)
    right = axis.width if end is None else axis.cut(last)
    solid = None
    if latest_begin is not None and earliest_end is not None and latest_begin <= earliest_end:
        solid = (axis.cut(axis.x(latest_begin)), axis.cut(axis.x(earliest_end + 1)))
    acts = tuple(_inner(x, axis) for x in _signings(signed, axis) if 0 <= x <= axis.width)
    middle = left if end is None else right if begin is None else (left + right) / 2
    whole = first if end is None else last if begin is None else (first + last) / 2
    day = axis.x(latest_begin) if solid and latest_begin is not None else whole
    sign = _inner(acts[0] if acts else solid[0] if solid else middle, axis)
    ends = [sign, *acts]
    return Place(
        left,
        right,
        solid,
        axis.cut(last) if begin is None else left,
        begin is None,
        end is None,
        acts,
        sign,
        bool(acts) if signed else 0 <= day <= axis.width,
        min(left, min(ends) - _REACH),
        max(right, max(ends) + _REACH),
    )


def lay_out(
    lanes: Sequence[Lane[T]], axis: Axis, room: float, *, roomy: float | None = None
) -> float:
    """Set rows, labels and heights of all lanes, and which are folded; return the whole height.

    The emptiest lanes are open as long as all lanes fit into `room`; a folded one has no rows but
    counts a year. All labels of a lane have room where that leaves it within `roomy`, else `room`.
    """
    share = room // max(1, len(lanes))
    folded = HEAD + max(BAND[0], min(BAND[1], share - HEAD))
    for lane in lanes:
        lane.height = _packed_height(lane, axis, room if roomy is None else roomy)
    whole = folded * len(lanes)
    for lane in sorted(lanes, key=lambda lane: lane.height):
        lane.folded = whole + lane.height - folded > room
        whole += 0 if lane.folded else lane.height - folded
    y = 0.0
    for lane in lanes:
        lane.y = y
        lane.height = folded if lane.folded else lane.height
        for entry in lane.entries:
            entry.y = y + HEAD + (entry.row + 0.5) * ROW
        y += lane.height
    return y + 8


def short_label(label: str) -> str:
    """Return a label of at most 28 characters."""
    return label if len(label) <= _LABEL else label[: _LABEL - 1].rstrip() + "…"


def _packed_height(lane: Lane[T], axis: Axis, roomy: float) -> float:
    height = HEAD + ROW * _pack(lane.entries, axis, roomy=True)
    return height if height <= roomy else HEAD + ROW * _pack(lane.entries, axis, roomy=False)


def _pack(entries: Iterable[Entry[T]], axis: Axis, *, roomy: bool) -> int:
    """Give every bar the first row that is free; return the number of rows."""
    ends: list[float] = []
    ordered = sorted(entries, key=lambda entry: (entry.place.start, entry.key))
    for entry in ordered:
        start, stop = entry.place.start, entry.place.stop
        room = _room(entry.label)
        entry.side = "over" if stop - start >= room else ""
        if roomy and not entry.side:
            fits = stop + room <= axis.width
            entry.side = "right" if fits else "left" if start >= room else ""
        begin = start - room if entry.side == "left" else start
        row = next((row for row, end in enumerate(ends) if end + _GAP <= begin), len(ends))
        if row == len(ends):
            ends.append(0.0)
        ends[row] = stop + room if entry.side == "right" else stop
        entry.row = row
    if not roomy:
        _label_where_free(ordered, len(ends), axis)
    return len(ends)


def _label_where_free(ordered: Iterable[Entry[T]], number: int, axis: Axis) -> None:
    rows: list[list[Entry[T]]] = [[] for _ in range(number)]
    for entry in ordered:
        rows[entry.row].append(entry)
    for row in rows:
        taken = 0.0
        for place, entry in enumerate(row):
            room = _room(entry.label)
            further = row[place + 1].place.start - _GAP if place + 1 < len(row) else axis.width
            if not entry.side and entry.place.stop + room <= further:
                entry.side = "right"
            elif not entry.side and entry.place.start - room >= taken:
                entry.side = "left"
            taken = entry.place.stop + (room if entry.side == "right" else 0) + _GAP


def _room(label: str) -> float:
    return min(_LABEL, len(label)) * _LETTER + 4


def _inner(x: float, axis: Axis) -> float:
    return max(_REACH, min(axis.width - _REACH, x))


def _signings(signed: Sequence[Days], axis: Axis) -> Iterable[float]:
    """Return the middle of the days on which each signing may have been."""
    for begin, _, _, end in signed:
        first, last = begin or end, end or begin
        if first and last:
            yield (axis.x(_day(first)) + axis.x(_day(last) + 1)) / 2


def _day(day: str) -> int:
    return date.fromisoformat(day).toordinal()
