"""How many items of a lane touch each year: what a folded lane of the timeline shows.

The script ``page/panes/timeline/bands.js`` counts the same on the page; a test in a browser
compares both. What was only planned, or cancelled, is counted apart: it surely took place at no
time.

>>> days = ("2001-05-01", "2002-01-01", "2002-12-31", "2003-02-01")
>>> [tuple(count) for count in count_years([(days, True)], 2001, 2003)]
[(2001, 0, 1, 0), (2002, 1, 0, 0), (2003, 0, 1, 0)]
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coopgraph.render.timeline_layout import Days

__all__ = ["YearCount", "count_years", "fullest_year"]


class YearCount(NamedTuple):
    """The items of one year: those that surely touch it, that may, that were only planned."""

    year: int
    sure: int
    possible: int
    planned: int

    @property
    def all(self) -> int:
        """Return how many items there are in all."""
        return self.sure + self.possible + self.planned


def count_years(items: Iterable[tuple[Days, bool]], first: int, last: int) -> list[YearCount]:
    """Return the counts of the years from `first` to `last`.

    An item is its four bounds and whether it was held; a bound that nobody knows may be any day.
    """
    sure, possible, planned = ([0] * (last - first + 2) for _ in range(3))
    for days, held in items:
        begin, latest_begin, earliest_end, end = (int(day[:4]) if day else None for day in days)
        _add(possible if held else planned, begin or first, end or last, first, last)
        if held and latest_begin is not None and earliest_end is not None:
            _add(sure, latest_begin, earliest_end, first, last)
    rows = zip(accumulate(sure), accumulate(possible), accumulate(planned), strict=True)
    return [
        YearCount(first + place, surely, at_most - surely, plans)
        for place, (surely, at_most, plans) in enumerate(rows)
    ][:-1]


def fullest_year(counts: Sequence[YearCount]) -> YearCount | None:
    """Return the first year of which no other has more items; none where there are no items."""
    most = max(counts, key=lambda count: count.all, default=None)
    return most if most and most.all else None


def _add(sums: list[int], begin: int, end: int, first: int, last: int) -> None:
    if begin <= end and begin <= last and end >= first:
        sums[max(first, begin) - first] += 1
        sums[min(last, end) - first + 1] -= 1
