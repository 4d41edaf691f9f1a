"""Two dates of the same thing: are they the same, is one the more exact, do they contradict?

>>> compare_dates("2031-04", "2031-04-12")
'finer'
>>> compare_dates("[2030..2031-08-13]", "2031-04"), compare_dates("2031", "[2020..]")
('finer', 'vaguer')
>>> compare_dates("2031", "2032"), compare_dates("2031/..", "2031/2034")
('different', 'finer')
>>> compare_dates("2031-07~", "2031-06-30/2031-07-06"), compare_dates("2031-09-05/..", "2031-09/")
('finer', 'vaguer')
"""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import Literal

from coopgraph.dates import UncertainDate, parse_date

__all__ = ["Comparison", "compare_dates", "may_overlap"]

Comparison = Literal["same", "finer", "vaguer", "different"]

_Span = tuple[datetime.date | None, datetime.date | None]


@lru_cache(maxsize=4096)
def compare_dates(known: str, other: str) -> Comparison:
    """Tell what `other` is beside `known`: the same, finer (inside it), vaguer, or different.

    Raises:
        InvalidDate: one of them is no date.
    """
    if known == other:
        return "same"
    first, second = parse_date(known), parse_date(other)
    inside, around = _lies_in(second, first), _lies_in(first, second)
    if inside and around:
        # the same days: the one without “about” says more
        less, more = len(first.qualifiers), len(second.qualifiers)
        return "same" if less == more else "finer" if more < less else "vaguer"
    if not inside and not around and _overlap(first, second):
        about = "approximate" in first.qualifiers, "approximate" in second.qualifiers
        inside, around = about == (True, False), about == (False, True)
    return "finer" if inside else "vaguer" if around else "different"


def may_overlap(one: str, other: str) -> bool:
    """Tell whether two dates may share a day.

    >>> may_overlap("2031/..", "2035-04"), may_overlap("2031/2033", "2035")
    (True, False)

    Raises:
        InvalidDate: one of them is no date.
    """
    return _overlap(parse_date(one), parse_date(other))


def _lies_in(date: UncertainDate, whole: UncertainDate) -> bool:
    """Tell whether begin and end of a date lie where another allows them."""
    begin = _within(
        (date.earliest_begin, date.latest_begin), (whole.earliest_begin, whole.latest_begin)
    )
    # what was still going on ended after it began: that is known, if nothing else
    earliest_end = date.earliest_end or date.earliest_begin
    end = _within((earliest_end, date.latest_end), (whole.earliest_end, whole.latest_end))
    return begin and end


def _overlap(first: UncertainDate, second: UncertainDate) -> bool:
    """Tell whether two dates share a day; “about” may mean a day outside it, not one far away."""
    begin = max(filter(None, (first.earliest_begin, second.earliest_begin)), default=None)
    end = min(filter(None, (first.latest_end, second.latest_end)), default=None)
    return begin is None or end is None or begin <= end


def _within(span: _Span, whole: _Span) -> bool:
    (begin, end), (least, most) = span, whole
    return (least is None or (begin is not None and begin >= least)) and (
        most is None or (end is not None and end <= most)
    )
