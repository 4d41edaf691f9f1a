"""The years of which a view speaks, and the days that it shows first.

>>> opening_window("2010", None, (1965, 2024))
('2010-01-01', '2024-12-31')
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopgraph.dates import InvalidDate, parse_date
from coopgraph.errors import UsageError
from coopgraph.phrases import read_phrase
from coopgraph.views.sentences.grammar import NO_BREAK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopgraph.views.model import Fact

__all__ = ["opening_window", "years_of"]


def years_of(facts: Iterable[Fact]) -> tuple[int, int]:
    """Return the first and the last year of which a fact speaks; zeros where none is dated."""
    days = [
        day
        for fact in facts
        for day in (fact.earliest_begin, fact.latest_begin, fact.earliest_end, fact.latest_end)
        if day
    ]
    return (int(min(days)[:4]), int(max(days)[:4])) if days else (0, 0)


def opening_window(
    first: str | None, last: str | None, years: tuple[int, int]
) -> tuple[str, str] | None:
    """Return the days that a page shows first; None for the whole period.

    Raises:
        UsageError: `first` or `last` is no date, or the period ends before it begins.
    """
    if first is None and last is None:
        return None
    begin = _day(first, "earliest_begin") if first else f"{years[0]:04}-01-01"
    end = _day(last, "latest_end") if last else f"{years[1]:04}-12-31"
    if first is None or last is None:  # one date beyond all facts: a year in which nothing is
        begin, end = (begin, end) if begin <= end else _year_of(begin if first else end)
    if end < begin:
        raise UsageError(
            f"The period ends ({end}) before it begins ({begin}): give the earlier date first.",
            f"La période finit ({end}) avant de commencer ({begin}){NO_BREAK}:"
            " donner d’abord la date la plus ancienne.",
        )
    return begin, end


def _year_of(day: str) -> tuple[str, str]:
    return f"{day[:4]}-01-01", f"{day[:4]}-12-31"


def _day(text: str, bound: str) -> str:
    try:
        day = getattr(parse_date(read_phrase(text).edtf), bound)
    except InvalidDate as problem:
        raise UsageError(
            f"“{text}” is no date: {problem.reason_en}",
            f"«{NO_BREAK}{text}{NO_BREAK}» n’est pas une date{NO_BREAK}: {problem.reason_fr}",
        ) from problem
    if day is None:
        raise UsageError(
            f"“{text}” has no day on that side: give a year, a month or a day.",
            f"«{NO_BREAK}{text}{NO_BREAK}» n’a pas de jour de ce côté{NO_BREAK}:"
            " donner une année, un mois ou un jour.",
        )
    return str(day)
