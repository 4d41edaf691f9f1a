"""A day or period in the words of a reader, as the first and the last day that it may mean.

>>> read_moment("2000"), read_moment("avril 2010")
(Moment(first='2000-01-01', last='2000-12-31'), Moment(first='2010-04-01', last='2010-04-30'))
>>> moment_of(2020).last, moment_of(date(2020, 5, 1)).first
('2020-12-31', '2020-05-01')
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, TypeAlias

from coopgraph.dates import InvalidDate, parse_date
from coopgraph.errors import UsageError
from coopgraph.phrases import read_phrase

__all__ = ["Moment", "When", "moment_of", "read_moment"]

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
        return Moment(f"{when:04}-01-01", f"{when:04}-12-31")
    if isinstance(when, date):
        return Moment(when.isoformat(), when.isoformat())
    return read_moment(when)


def read_moment(text: str) -> Moment:
    """Return the days that a date in EDTF or in words may mean.

    Raises:
        UsageError: the text is no date, or has no first or no last day.
    """
    try:
        read = parse_date(read_phrase(text).edtf)
    except InvalidDate as problem:
        raise UsageError(
            f"“{text}” is no date: {problem.reason_en}",
            f"«{_NO_BREAK}{text}{_NO_BREAK}» n’est pas une date{_NO_BREAK}: {problem.reason_fr}",
        ) from problem
    if read.earliest_begin is None or read.latest_end is None:
        raise UsageError(
            f"“{text}” is open on one side: give a year, a month, a day or a closed period.",
            f"«{_NO_BREAK}{text}{_NO_BREAK}» est ouvert d’un côté{_NO_BREAK}: donner une année,"
            " un mois, un jour ou une période fermée.",
        )
    return Moment(read.earliest_begin.isoformat(), read.latest_end.isoformat())
