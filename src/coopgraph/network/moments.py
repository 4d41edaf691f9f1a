"""A day or period in the words of a reader, as the first and the last day that it may mean.

>>> read_moment("2000"), read_moment("avril 2010")
(Moment(first='2000-01-01', last='2000-12-31'), Moment(first='2010-04-01', last='2010-04-30'))
>>> moment_of(2020).last, moment_of(date(2020, 5, 1)).first
('2020-12-31', '2020-05-01')
"""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date
from typing import NamedTuple, TypeAlias

from coopgraph.dates import InvalidDate, UncertainDate, parse_date
from coopgraph.errors import UsageError
from coopgraph.phrases import read_phrase

__all__ = ["Moment", "When", "moment_of", "period_of", "read_moment"]

_NO_BREAK = "\u00a0"


class Moment(NamedTuple):
    """The first and the last of some days, ISO; both count."""

    first: str
    last: str


When: TypeAlias = Moment | date | int | str
"""A moment, a day, a year, or a date in EDTF or in words."""


def moment_of(when: When) -> Moment:
    """Return the days that are meant.

    Raises:
        UsageError: a text is no date, or has no first or no last day.
    """
    if isinstance(when, Moment):
        return when
    if isinstance(when, int):
        return Moment(*(day.isoformat() for day in _days_of_year(when)))
    if isinstance(when, date):
        return Moment(when.isoformat(), when.isoformat())
    return read_moment(when)


def period_of(when: When) -> tuple[date | None, date | None]:
    """Return the first and the last day that are meant; None for a side that a text leaves open.

    >>> period_of("2010/..")[0], period_of("2010/..")[1] is None
    (datetime.date(2010, 1, 1), True)

    Raises:
        UsageError: a text is no date.
    """
    if isinstance(when, str):
        read = _read(when)
        return read.earliest_begin, read.latest_end
    first, last = moment_of(when)
    return date.fromisoformat(first), date.fromisoformat(last)


def read_moment(text: str) -> Moment:
    """Return the days that a date in EDTF or in words may mean.

    Raises:
        UsageError: the text is no date, or has no first or no last day.
    """
    read = _read(text)
    if read.earliest_begin is None or read.latest_end is None:
        raise UsageError(
            f"“{text}” is open on one side: give a year, a month, a day or a closed period.",
            f"«{_NO_BREAK}{text}{_NO_BREAK}» est ouvert d’un côté{_NO_BREAK}: donner une année,"
            " un mois, un jour ou une période fermée.",
        )
    return Moment(read.earliest_begin.isoformat(), read.latest_end.isoformat())


def _read(text: str) -> UncertainDate:
    try:
        return parse_date(read_phrase(text).edtf)
    except InvalidDate as problem:
        raise UsageError(
            f"“{text}” is no date: {problem.reason_en}",
            f"«{_NO_BREAK}{text}{_NO_BREAK}» n’est pas une date{_NO_BREAK}: {problem.reason_fr}",
        ) from problem


def _days_of_year(year: int) -> tuple[date, date]:
    if isinstance(year, bool) or not MINYEAR <= year <= MAXYEAR:
        raise UsageError(
            f"{year} is no year: give one from {MINYEAR} to {MAXYEAR}.",
            f"{year} n’est pas une année{_NO_BREAK}: en donner une de {MINYEAR} à {MAXYEAR}.",
        )
    return date(year, 1, 1), date(year, 12, 31)
