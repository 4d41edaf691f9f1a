"""Steps of time: how long they are, and where each begins and ends.

A step is a number of days, weeks, months, quarters, years or decades. The first begins with the
day, the week (a Monday), the month … in which the period begins, and each follows the one before:
steps of a year are calendar years, those of a quarter begin in January, April, July and October.

>>> read_step("quarter"), read_step("3 months"), read_step("10y"), read_step("2 semaines")
(Stride(number=1, unit='quarter'), Stride(number=3, unit='month'), Stride(number=10, unit='year'),
Stride(number=2, unit='week'))
>>> [str(days[0]) for days in periods(date(2010, 2, 7), date(2010, 7, 31), "quarter")]
['2010-01-01', '2010-04-01', '2010-07-01']
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from coopgraph.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["AnyStep", "Stride", "periods", "read_step"]

Unit: TypeAlias = Literal["day", "week", "month", "quarter", "year", "decade"]

_UNITS: Final[dict[str, Unit]] = {
    **dict.fromkeys(("d", "j", "day", "days", "jour", "jours"), "day"),
    **dict.fromkeys(("w", "week", "weeks", "semaine", "semaines"), "week"),
    **dict.fromkeys(("m", "month", "months", "mois"), "month"),
    **dict.fromkeys(("q", "t", "quarter", "quarters", "trimestre", "trimestres"), "quarter"),
    **dict.fromkeys(("y", "a", "year", "years", "an", "ans", "année", "années"), "year"),
    **dict.fromkeys(("decade", "decades", "décennie", "décennies"), "decade"),
}
_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_DAYS: Final = {"day": 1, "week": 7}
_WRITTEN: Final = re.compile(r"([0-9]{1,4})?\s*([^\W\d_]*)")
_LAST_MONTH: Final = 9999 * 12 + 12


class Stride(NamedTuple):
    """The length of a step: so many of a unit."""

    number: int
    unit: Unit


AnyStep: TypeAlias = Stride | int | str
"""A stride, a number of years, or a text that `read_step` reads."""


def read_step(step: AnyStep) -> Stride:
    """Return the length of a step; a number alone is one of years.

    Raises:
        UsageError: it is no length of time.
    """
    if isinstance(step, Stride):
        return step
    found = _WRITTEN.fullmatch(str(step).strip().casefold())
    count = int(found[1] or 1) if found else 0
    unit = _UNITS.get(found[2] or ("year" if found[1] else "")) if found else None
    if unit is None or count < 1:
        raise UsageError(
            f"“{step}” is no step: write day, week, month, quarter, year or decade, with a number"
            " before it if it is several, as in “3 months”, 2w or 10y.",
            f"«\u00a0{step}\u00a0» n’est pas un pas\u00a0: écrire jour, semaine, mois, trimestre,"
            " an ou décennie, précédé d’un nombre s’il y en a plusieurs, comme «\u00a03"
            " mois\u00a0», 2w ou 10y.",
        )
    return Stride(count, unit)


def periods(first: date, last: date, step: AnyStep) -> Iterator[tuple[date, date]]:
    """Yield the first and the last day of each step, from that of `first` to that of `last`.

    Raises:
        UsageError: the step is no length of time.
    """
    count, unit = read_step(step)
    if unit in _DAYS:
        yield from _of_days(first, last, count, unit)
        return
    length = _MONTHS[unit]
    # months are numbered from January of the year 1; calendar decades begin with a year in 0
    number = first.year * 12 + first.month - 1
    month, end = number - number % length, last.year * 12 + last.month - 1
    while month <= end:
        after = min(month + count * length, _LAST_MONTH)
        yield _first_of(max(month, 12)), _last_before(after)
        month += count * length


def _of_days(first: date, last: date, count: int, unit: str) -> Iterator[tuple[date, date]]:
    day = first.toordinal() - (first.weekday() if unit == "week" else 0)
    length, end = count * _DAYS[unit], date.max.toordinal()
    for start in range(max(day, 1), last.toordinal() + 1, length):
        yield date.fromordinal(start), date.fromordinal(min(start + length - 1, end))


def _first_of(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def _last_before(month: int) -> date:
    return date.max if month >= _LAST_MONTH else _first_of(month) - timedelta(days=1)
