"""A period in words: years and months by their names, days as days.

>>> spell_period("2010-04-01", "2010-05-31", "fr"), spell_period("2012-10-02", "2012-10-02", "fr")
('avril 2010 – mai 2010', '2 octobre 2012')
>>> spell_period("2010-01-01", "2015-12-31", "en"), spell_period("2018-01-01", "", "en")
('2010 – 2015', 'since 2018')
"""

from __future__ import annotations

from calendar import monthrange

from coopgraph.spelling import spell_date

__all__ = ["spell_period"]


def spell_period(first: str, last: str, language: str) -> str:
    """Return a period in words, both ends in it; an empty text leaves its side open.

    An end is a day, a month or a year, ISO.

    >>> spell_period("", "2010-04-02", "fr"), spell_period("", "2010-12-31", "fr")
    ('jusqu’au 2 avril 2010', 'jusqu’en 2010')
    >>> spell_period("2010-04-01", "2010-05-30", "en"), spell_period("", "", "en")
    ('1 April 2010 – 30 May 2010', '')
    """
    if first and last:
        begin, end = _shortest(first, last)
        spelled = spell_date(begin, language)
        return spelled if begin == end else f"{spelled} – {spell_date(end, language)}"
    if first:
        begin = first[:4] if first.endswith("-01-01") else first
        since = (
            ("depuis le " if len(begin) == _DAY else "depuis ") if language == "fr" else "since "
        )
        return since + spell_date(begin, language)
    if last:
        end = last[:4] if last.endswith("-12-31") else last
        until = ("jusqu’au " if len(end) == _DAY else "jusqu’en ") if language == "fr" else "until "
        return until + spell_date(end, language)
    return ""


_DAY = len("2010-04-01")


def _shortest(first: str, last: str) -> tuple[str, str]:
    """Return the ends as whole years or whole months, where they are that."""
    if (len(first) == 4 or first.endswith("-01-01")) and (
        len(last) == 4 or last.endswith("-12-31")
    ):
        return first[:4], last[:4]
    if len(first) == len(last) == _DAY and first.endswith("-01"):
        year, month, day = (int(part) for part in last.split("-"))
        if day == monthrange(year, month)[1]:
            return first[:7], last[:7]
    return first, last
