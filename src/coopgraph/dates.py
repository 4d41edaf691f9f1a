"""Read uncertain dates written in EDTF and say which days they may and must cover.

Sources say "April 2010", "some day before the article", "since 2010". Tables write that in a
subset of EDTF (ISO 8601-2:2019 and the Library of Congress page "Extended Date/Time Format"); this
module alone reads it, and turns each date into four bounds:

>>> since = parse_date("2010/..")
>>> since.earliest_begin, since.latest_begin
(datetime.date(2010, 1, 1), datetime.date(2010, 12, 31))
>>> since.earliest_end, since.latest_end, since.marks
(None, None, ('duration', 'open-end'))
>>> possibly_during(since, datetime.date(2015, 1, 1), datetime.date(2015, 12, 31))
True

What is read, with the bounds in the order earliest begin, latest begin, earliest end, latest end
("=" stands for the same day as in the matching bound of the begin; "-" for no bound):

==========================  ==========  ==========  ==========  ==========  ======================
EDTF                        e. begin    l. begin    e. end      l. end      marks
==========================  ==========  ==========  ==========  ==========  ======================
``2010-04`` (an event)      2010-04-01  2010-04-30  =           =
``2018-24`` (winter)        2018-12-01  2019-02-28  =           =
``199X-05``                 1990-05-01  1999-05-31  =           =
``XXXX-09-30``              -           -           -           -
``[2010-04..2019-08-13]``   2010-04-01  2019-08-13  =           =           window
``[2010-04..]``             2010-04-01  -           =           -           window
``[..2018-11]``             -           2018-11-30  -           =           window
``2010/2014``               2010-01-01  2010-12-31  2014-01-01  2014-12-31  duration
``2010/..``                 2010-01-01  2010-12-31  -           -           duration, open-end
``2010/``                   2010-01-01  2010-12-31  2010-01-01  -           duration, unknown-end
``../2016``                 -           -           2016-01-01  2016-12-31  duration, open-begin
``/2016``                   -           2016-12-31  2016-01-01  2016-12-31  duration, unknown-begin
==========================  ==========  ==========  ==========  ==========  ======================

A window is one unknown day, not a duration. An *unknown* end is a day nobody gave: it cannot lie
before the begin. An *open* end was still going on when the source spoke: `closed_on` supplies that
day. The begin is the mirror image: an *open* begin has no bounds, since nothing says that there was
a first day; an *unknown* begin cannot lie after the end. EDTF leaves the seasons to its users: here
21 to 24 are the northern meteorological ones, spring from March on, winter from December over the
turn of the year. Qualifiers ``?``, ``~``, ``%`` stand after the whole date or beside one of its
parts; they never move a bound.

It does not guess, widen or round; it does not read times of day, years before 1 or after 9999,
sets with commas, or EDTF exponents. French and English words are read by `coopgraph.phrases` and
written by `coopgraph.spelling`.
"""

import calendar
import datetime
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, NamedTuple

__all__ = [
    "InvalidDate",
    "UncertainDate",
    "certainly_during",
    "closed_on",
    "parse_date",
    "possibly_during",
]


class InvalidDate(ValueError):
    """Refuse a text that is no date of ours, saying why in French and in English.

    >>> problem = InvalidDate("soon", "Ce n’est pas une date.", "This is not a date.")
    >>> problem.text, problem.reason_en
    ('soon', 'This is not a date.')
    >>> print(problem)
    'soon': This is not a date.
    """

    def __init__(self, text: str, reason_fr: str, reason_en: str) -> None:
        super().__init__(text, reason_fr, reason_en)
        self.text = text
        self.reason_fr = reason_fr
        self.reason_en = reason_en

    def __str__(self) -> str:
        return f"{self.text!r}: {self.reason_en}"


@dataclass(frozen=True, slots=True)
class UncertainDate:
    """Hold a date as it was written and the four days that bound its begin and its end.

    A bound is None where nothing is known. `marks` and `qualifiers` keep one fixed order each:
    window, duration, open-begin, open-end, unknown-begin, unknown-end; approximate, uncertain.
    """

    edtf: str
    earliest_begin: datetime.date | None
    latest_begin: datetime.date | None
    earliest_end: datetime.date | None
    latest_end: datetime.date | None
    marks: tuple[str, ...]
    qualifiers: tuple[str, ...]


_REASONS: Final = {
    "empty": (
        "La date est vide : écrire une date comme 2010, 2010-04 ou 2010-04-30.",
        "The date is empty: write a date such as 2010, 2010-04 or 2010-04-30.",
    ),
    "space": (
        "Une date EDTF s’écrit sans espace, comme 2010-04 ou 2010/2014.",
        "An EDTF date is written without spaces, such as 2010-04 or 2010/2014.",
    ),
    "form": (
        "Forme inconnue : écrire par exemple 2010, 2010-04, 2010-04-30, 2018-23, 199X, 2010/2014"
        " ou [2010..2014].",
        "Unknown form: write for example 2010, 2010-04, 2010-04-30, 2018-23, 199X, 2010/2014"
        " or [2010..2014].",
    ),
    "year": (
        "L’année doit aller de 0001 à 9999.",
        "The year must lie between 0001 and 9999.",
    ),
    "month": (
        "Le mois doit aller de 01 à 12, ou de 21 à 24 pour une saison.",
        "The month must lie between 01 and 12, or between 21 and 24 for a season.",
    ),
    "season": (
        "Une saison demande une année connue et n’a pas de jour : écrire par exemple 2018-23.",
        "A season needs a known year and has no day: write for example 2018-23.",
    ),
    "day": (
        "Ce jour n’existe pas dans le calendrier : écrire un jour que le mois contient.",
        "This day is not in the calendar: write a day that the month has.",
    ),
    "order": (
        "La fin précède le début : écrire la première date avant la seconde.",
        "The end comes before the begin: write the earlier date first.",
    ),
    "nothing": (
        "Rien n’est connu de cette date : laisser la cellule vide.",
        "Nothing is known of this date: leave the cell empty.",
    ),
    "bound": (
        "Une période demande une année connue à chaque bout donné.",
        "A span needs a known year at each end that is given.",
    ),
}

# EDTF level 1 leaves digits open from the right: 199X, 19XX. XXXX is kept for days of the year.
_UNIT: Final = re.compile(
    r"[?~%]?([0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)[?~%]?"
    r"(?:-[?~%]?([0-9]{2}|XX)[?~%]?(?:-[?~%]?([0-9]{2}|XX)[?~%]?)?)?"
)
_FIRST_SEASON: Final = 21
_WINTER: Final = 24
_SOME_LEAP_YEAR: Final = 2000


class _DateError(Exception):
    """Carry the key of a reason up to `parse_date`, which knows the whole text."""


class _Days(NamedTuple):
    """Hold the first and the last day of a unit such as a month."""

    first: datetime.date | None
    last: datetime.date | None


_NO_DAYS: Final = _Days(None, None)


@lru_cache(maxsize=65_536)
def parse_date(text: str) -> UncertainDate:
    """Read one EDTF date and compute its bounds; raise InvalidDate for anything else.

    >>> parse_date("2018-24~").latest_end, parse_date("2018-24~").qualifiers
    (datetime.date(2019, 2, 28), ('approximate',))
    >>> parse_date("[2010-04..]").earliest_end
    datetime.date(2010, 4, 1)
    >>> parse_date("2019-02-29")
    Traceback (most recent call last):
    coopgraph.dates.InvalidDate: '2019-02-29': This day is not in the calendar: write a day that \
the month has.
    """
    try:
        if "/" in text:
            return _read_duration(text)
        if text.startswith("["):
            return _read_window(text)
        days = _read_unit(text)
    except _DateError as refusal:
        reason_fr, reason_en = _REASONS[str(refusal)]
        raise InvalidDate(text, reason_fr, reason_en) from None
    return _date(text, days, days, ())


def _date(text: str, begin: _Days, end: _Days, marks: tuple[str, ...]) -> UncertainDate:
    approximate = "~" in text or "%" in text
    uncertain = "?" in text or "%" in text
    qualifiers = ("approximate",) * approximate + ("uncertain",) * uncertain
    return UncertainDate(text, begin.first, begin.last, end.first, end.last, marks, qualifiers)


def _read_duration(text: str) -> UncertainDate:
    left, _, right = text.partition("/")
    begin, end = _read_end(left), _read_end(right)
    _check_order(begin, end)
    if not left:
        begin = _Days(None, end.last)
    if not right:
        end = _Days(begin.first, None)
    marks = {"open-begin": left == "..", "open-end": right == ".."}
    marks |= {"unknown-begin": not left, "unknown-end": not right}
    return _date(text, begin, end, ("duration", *(mark for mark in marks if marks[mark])))


def _read_window(text: str) -> UncertainDate:
    left, dots, right = text[1:-1].partition("..")
    if not dots or "..." in text or not text.endswith("]"):
        raise _DateError("form")
    first, last = _read_end(left), _read_end(right)
    _check_order(first, last)
    # One unknown day: it begins and ends within the same span.
    days = _Days(first.first, last.last)
    return _date(text, days, days, ("window",))


def _check_order(begin: _Days, end: _Days) -> None:
    if begin.first is None and end.last is None:
        raise _DateError("nothing")
    if begin.first and end.last and end.last < begin.first:
        raise _DateError("order")


def _read_end(text: str) -> _Days:
    """Return the days of one side of a span: none where it is open or unknown."""
    if text in ("", ".."):
        return _NO_DAYS
    days = _read_unit(text)
    if days.first is None:
        raise _DateError("bound")
    return days


def _read_unit(text: str) -> _Days:
    """Return the days of a year, month, season or day, qualified or with X digits."""
    match = _UNIT.fullmatch(text)
    if match is None:
        raise _DateError(_what_is_wrong(text))
    year, month, day = match.groups()
    if month == "XX":
        if day not in (None, "XX"):
            raise _DateError("form")
        month = None
    number_of_month = int(month) if month else 0
    number_of_day = int(day) if day and day != "XX" else None
    if _FIRST_SEASON <= number_of_month <= _WINTER and (day or "X" in year):
        raise _DateError("season")
    if "X" in year:
        return _days_of_some_year(year, number_of_month if month else None, number_of_day)
    return _days_of(int(year), number_of_month if month else None, number_of_day)


def _what_is_wrong(text: str) -> str:
    if not text:
        return "empty"
    return "space" if re.search(r"\s", text) else "form"


def _days_of_some_year(year: str, month: int | None, day: int | None) -> _Days:
    """Return the span from the first to the last such day in a decade or century."""
    if year == "XXXX" and month is None:
        raise _DateError("nothing")
    _days_of(_SOME_LEAP_YEAR, month, day)
    if year == "XXXX":
        return _NO_DAYS
    years = range(int(year.replace("X", "0")), int(year.replace("X", "9")) + 1)
    leap_day = (month, day) == (2, 29)
    fitting = [number for number in years if not leap_day or calendar.isleap(number)]
    return _Days(_days_of(fitting[0], month, day).first, _days_of(fitting[-1], month, day).last)


def _days_of(year: int, month: int | None, day: int | None) -> _Days:
    if year < datetime.MINYEAR:
        raise _DateError("year")
    if month is None:
        return _Days(datetime.date(year, 1, 1), datetime.date(year, 12, 31))
    if _FIRST_SEASON <= month <= _WINTER:
        return _days_of_season(year, month)
    if not 1 <= month <= 12:
        raise _DateError("month")
    if day is None:
        last = calendar.monthrange(year, month)[1]
        return _Days(datetime.date(year, month, 1), datetime.date(year, month, last))
    try:
        the_day = datetime.date(year, month, day)
    except ValueError:
        raise _DateError("day") from None
    return _Days(the_day, the_day)


def _days_of_season(year: int, season: int) -> _Days:
    """Return the three months of a season; winter is counted to the year in which it begins."""
    month = 3 * (season - _FIRST_SEASON) + 3
    if season < _WINTER:
        return _Days(_days_of(year, month, None).first, _days_of(year, month + 2, None).last)
    if year == datetime.MAXYEAR:
        raise _DateError("year")
    return _Days(datetime.date(year, 12, 1), _days_of(year + 1, 2, None).last)


def possibly_during(
    date: UncertainDate, begin: datetime.date | None, end: datetime.date | None
) -> bool:
    """Tell whether the date may touch the days from begin to end, both included.

    None leaves that side of the period open. An absent bound of the date excludes nothing; a date
    without any bound is undated and never possible. Two kinds of date, one formula, that of the
    queries: earliest begin <= end of the period, and not latest end < its begin.

    >>> possibly_during(parse_date("[2010-04..]"), None, datetime.date(2010, 3, 31))
    False
    >>> possibly_during(parse_date("XXXX-09-30"), None, None)
    False
    """
    bounds = (date.earliest_begin, date.latest_begin, date.earliest_end, date.latest_end)
    if not any(bounds):
        return False
    if end and date.earliest_begin and date.earliest_begin > end:
        return False
    return not (begin and date.latest_end and date.latest_end < begin)


def certainly_during(
    date: UncertainDate, begin: datetime.date | None, end: datetime.date | None
) -> bool:
    """Tell whether the date must touch the days from begin to end, both included.

    None leaves that side of the period open. The latest begin must be known and not lie after the
    period, the earliest end must be known and not lie before it. So an event is certain only if
    its whole unit lies inside, and something that lasted if one day of its sure core does.

    >>> april = (datetime.date(2010, 4, 1), datetime.date(2010, 4, 30))
    >>> certainly_during(parse_date("2010-04"), *april)
    True
    >>> certainly_during(parse_date("2010"), *april)
    False
    >>> certainly_during(parse_date("2009/2011"), *april)
    True
    """
    if date.latest_begin is None or date.earliest_end is None:
        return False
    return (end is None or date.latest_begin <= end) and (
        begin is None or date.earliest_end >= begin
    )


def closed_on(date: UncertainDate, spoken: datetime.date) -> UncertainDate:
    """Set the earliest end of an open-ended date to the day on which its source spoke.

    Dates whose end is not open come back unchanged. A source that speaks before the begin, of
    something planned, moves nothing before it: the earliest end is then the earliest begin.

    >>> closed_on(parse_date("2010/.."), datetime.date(2019, 8, 13)).earliest_end
    datetime.date(2019, 8, 13)
    >>> closed_on(parse_date("2025/.."), datetime.date(2019, 8, 13)).earliest_end
    datetime.date(2025, 1, 1)
    """
    if "open-end" not in date.marks or date.earliest_begin is None:
        return date
    # Not the latest begin: a source that speaks in June of "since 2010" vouches for June, and not
    # for December of that year.
    return replace(date, earliest_end=max(spoken, date.earliest_begin))
