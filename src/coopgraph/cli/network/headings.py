"""What measures, periods and figures are called in tables and on charts, in both languages.

>>> period_words("2010-01-01", "2014-12-31"), period_words("2010-05-01", "2010-05-31")
('2010–2014', '2010-05')
>>> spell_figures(2.0, 3.0, "en"), spell_figures(None, 0.5, "fr"), spell_figures(4.0, 4.0, "fr")
('2–3', '·–0,5', '4')
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coopgraph.cli.network.measuring import Opened
    from coopgraph.views.sentences.changes import Thing

__all__ = [
    "asked_words",
    "first_words",
    "measure_title",
    "period_words",
    "span_words",
    "spell_figures",
    "titled",
]

_NOT_TOLD = "·"


def measure_title(noun: Thing, measure: str) -> tuple[str, str]:
    """Return the heading of a measure in French and English; nodes are called what they are.

    Where the nodes are records, both are told apart: those that are tied, and those behind ties.
    """
    from coopgraph.network.measures.catalogue import MEASURES

    fr, en = MEASURES[measure].title_fr, MEASURES[measure].title_en
    if measure != "actors":
        return fr, en
    records = MEASURES["records"]
    if noun.plural_fr == records.title_fr or noun.plural_en == records.title_en:
        return f"nœuds ({noun.plural_fr})", f"nodes ({noun.plural_en})"
    return noun.plural_fr, noun.plural_en


def period_words(first: str, last: str) -> str:
    """Return a period as its years, its months, or its days: the shortest that tells it.

    >>> period_words("2010-01-01", "2010-12-31"), period_words("2010-01-01", "2010-03-31")
    ('2010', '2010-01–2010-03')
    >>> period_words("2018-12-03", "2018-12-09")
    '2018-12-03–2018-12-09'
    """
    length = _precision(first, last)
    return "–".join(dict.fromkeys((first[:length], last[:length])))


def first_words(first: str, last: str) -> str:
    """Return what stands below a period on an axis: its first year, month or day."""
    return first[: _precision(first, last)]


def _precision(first: str, last: str) -> int:
    """Return how many letters of an ISO day tell where the period begins and ends."""
    if first.endswith("-01-01") and last.endswith("-12-31"):
        return len("2010")
    after = date.fromisoformat(last).toordinal() + 1
    whole = after > date.max.toordinal() or date.fromordinal(after).day == 1
    return len("2010-01") if first.endswith("-01") and whole else len("2010-01-01")


def span_words(first: str, last: str, language: str) -> str:
    """Return a period in words, in years if it is whole years; an open side is an empty text.

    >>> span_words("2010-01-01", "2014-12-31", "fr"), span_words("2010-05-02", "", "en")
    ('2010 – 2014', 'since 2010-05-02')
    """
    if (not first or first.endswith("-01-01")) and (not last or last.endswith("-12-31")):
        first, last = first[:4], last[:4]
    french = language == "fr"
    if first and last:
        return " – ".join(dict.fromkeys((first, last)))
    if first:
        return f"{'depuis' if french else 'since'} {first}"
    if last:
        return f"{'jusqu’à' if french else 'until'} {last}"
    return "toute la période" if french else "the whole period"


def asked_words(period: tuple[date | None, date | None], language: str) -> str:
    """Return a period that was asked for in words."""
    first, last = ("" if day is None else day.isoformat() for day in period)
    return span_words(first, last, language)


def spell_figures(certain: float | None, possible: float | None, language: str) -> str:
    """Return a figure of both networks in few characters."""
    from coopgraph.views.brokers import as_number

    told = [
        _NOT_TOLD if value is None else as_number(value, "fr" if language == "fr" else "en")
        for value in (certain, possible)
    ]
    return "–".join(dict.fromkeys(text.replace("-", "−") for text in told))


def titled(opened: Opened, words: str, language: str) -> str:
    """Return the title of a chart: the network, and what is drawn of it."""
    if language == "fr":
        return f"{opened.title_fr}\N{NO-BREAK SPACE}: {words}"
    return f"{opened.title_en}: {words}"
