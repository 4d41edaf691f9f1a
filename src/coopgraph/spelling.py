"""Write an EDTF date in French or English words, for pages and sentences.

>>> spell_date("2010-04", "fr"), spell_date("2010-04", "en")
('avril 2010', 'April 2010')
>>> spell_date("[2010-04..2019-08-13]", "fr")
'un jour entre avril 2010 et le 13 août 2019'
>>> spell_date("2010/..", "en")
'since 2010'

A date is spelled in three steps: a *unit* (year, month, season, day) becomes a noun with the
article that French puts before it; qualifiers are said beside it; windows and spans put their
prepositions around it. `coopgraph.phrases` reads these words back, as far as they say one thing.

What it does not do: it does not capitalise, shorten ("10-13 May") or set no-break spaces, and it
knows no third language. A qualifier on one part of a date is said, but not which part it is on.
"""

from typing import Final, NamedTuple

from coopgraph.dates import parse_date

__all__ = ["MONTHS", "SEASONS", "spell_date"]

MONTHS: Final = {
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
"""The twelve months by language, January first."""

SEASONS: Final = {
    "fr": ("printemps", "été", "automne", "hiver"),
    "en": ("spring", "summer", "autumn", "winter"),
}
"""The four seasons by language in the order of EDTF: 21 is spring, 24 winter."""

_QUALIFIERS: Final = "?~%"
_WITHOUT_QUALIFIERS: Final = str.maketrans("", "", _QUALIFIERS)
_FIRST_SEASON: Final = 21
_WINTER: Final = 24
_VOWELS: Final = "aeéio"

_FRENCH_OF: Final = {"le ": "du ", "l’": "de l’", "les ": "des "}
_FRENCH_TO: Final = {"": "à ", "le ": "au ", "l’": "à l’", "les ": "aux "}
_FRENCH_IN: Final = {"": "en ", "le ": "le ", "l’": "à l’", "les ": "dans les "}
_FRENCH_UNTIL: Final = {"": "jusqu’en ", "le ": "jusqu’au ", "l’": "jusqu’à l’"}


class _Words(NamedTuple):
    """Hold a date in words: the article it takes inside a sentence, and the noun."""

    article: str
    noun: str

    def named(self) -> str:
        """Return the noun with its article."""
        return self.article + self.noun


def spell_date(edtf: str, language: str) -> str:
    """Write an EDTF date in words of the language, "fr" or "en".

    Raises InvalidDate for what `coopgraph.dates.parse_date` refuses, ValueError for another
    language.

    >>> spell_date("2019-08-01", "fr"), spell_date("199X", "fr"), spell_date("2011~", "fr")
    ('1er août 2019', 'années 1990', 'vers 2011')
    >>> spell_date("2019/", "fr"), spell_date("2010?", "en"), spell_date("2018-24", "en")
    ('2019 et après, fin inconnue', '2010 (uncertain)', 'winter 2018-2019')
    """
    if language not in MONTHS:
        raise ValueError(f"language must be 'fr' or 'en', not {language!r}")
    date = parse_date(edtf)
    french = language == "fr"
    if "window" in date.marks:
        return (_french_window if french else _english_window)(*edtf[1:-1].split(".."))
    if "duration" in date.marks:
        return (_french_span if french else _english_span)(*edtf.split("/"))
    return _french_alone(edtf) if french else _qualified_english(edtf).noun


def _french_alone(unit: str) -> str:
    qualifier = _qualifier(unit)
    if qualifier not in _ABOUT:
        return _qualified_french(unit).noun
    # Inside a sentence "environ" follows, where another preposition comes first.
    return f"vers {_french_unit(unit).named()}{' (incertain)' if qualifier == '%' else ''}"


def _french_window(first: str, last: str) -> str:
    if not last:
        return f"à partir {_french_of(_qualified_french(first))} (jour inconnu)"
    limit = _qualified_french(last)
    if not first:
        # Days and spring share the article "le", but it is "au printemps".
        spring = limit.noun.startswith(SEASONS["fr"][0])
        preposition = "au " if spring else _FRENCH_IN[limit.article]
        return f"au plus tard {preposition}{limit.noun} (jour inconnu)"
    return f"un jour entre {_qualified_french(first).named()} et {limit.named()}"


def _english_window(first: str, last: str) -> str:
    if not last:
        return f"from {_qualified_english(first).named()} on (day unknown)"
    if not first:
        return f"no later than {_qualified_english(last).named()} (day unknown)"
    begin, end = _qualified_english(first), _qualified_english(last)
    return f"some day between {begin.named()} and {end.named()}"


def _french_span(begin: str, end: str) -> str:
    if end == "..":
        return f"depuis {_qualified_french(begin).named()}"
    if not end:
        return f"{_qualified_french(begin).noun} et après, fin inconnue"
    last = _qualified_french(end)
    if begin == "..":
        return _FRENCH_UNTIL.get(last.article, "jusqu’aux ") + last.noun
    if not begin:
        return f"{last.noun} et avant, début inconnu"
    return f"{_french_of(_qualified_french(begin))} {_FRENCH_TO[last.article]}{last.noun}"


def _english_span(begin: str, end: str) -> str:
    if end == "..":
        return f"since {_qualified_english(begin).named()}"
    if not end:
        return f"{_qualified_english(begin).noun} and after, end unknown"
    last = _qualified_english(end)
    if begin == "..":
        return f"until {last.named()}"
    if not begin:
        return f"{last.noun} and before, beginning unknown"
    return f"from {_qualified_english(begin).named()} to {last.named()}"


def _french_of(words: _Words) -> str:
    """Return the noun after "de", contracted with its article or elided before a vowel."""
    if words.article:
        return _FRENCH_OF[words.article] + words.noun
    return ("d’" if words.noun[0] in _VOWELS else "de ") + words.noun


_ABOUT: Final = ("~", "%")
_FRENCH_REMARKS: Final = {
    "": "",
    "~": " environ",
    "?": " (incertain)",
    "%": " environ (incertain)",
    "part ~": " (en partie approximatif)",
    "part ?": " (en partie incertain)",
    "part %": " (en partie approximatif et incertain)",
}
_ENGLISH_REMARKS: Final = {
    "": "",
    "~": "",  # said before the date: "about"
    "?": " (uncertain)",
    "%": " (uncertain)",  # as for "~"
    "part ~": " (partly approximate)",
    "part ?": " (partly uncertain)",
    "part %": " (partly approximate and uncertain)",
}


def _qualifier(unit: str) -> str:
    """Return the qualifier of a unit, as "part ~" if it does not hold for the whole of it."""
    present = {mark for mark in unit if mark in _QUALIFIERS}
    if not present:
        return ""
    mark = present.pop() if len(present) == 1 else "%"
    # EDTF lets a qualifier at the end hold for everything before it.
    at_end = unit[-1] == mark and sum(unit.count(sign) for sign in _QUALIFIERS) == 1
    return mark if at_end or "-" not in unit else f"part {mark}"


def _qualified_french(unit: str) -> _Words:
    article, noun = _french_unit(unit)
    return _Words(article, noun + _FRENCH_REMARKS[_qualifier(unit)])


def _qualified_english(unit: str) -> _Words:
    article, noun = _english_unit(unit)
    qualifier = _qualifier(unit)
    noun += _ENGLISH_REMARKS[qualifier]
    return _Words("", f"about {article}{noun}") if qualifier in _ABOUT else _Words(article, noun)


def _split(unit: str) -> tuple[str, int, int, str]:
    """Return year, month and day (0: not given) of a unit, and which of them is XX."""
    year, month, day = (*unit.translate(_WITHOUT_QUALIFIERS).split("-"), "", "")[:3]
    unknown = "month" if month == "XX" and not day else "day" if day == "XX" else ""
    return year, int(month.replace("X", "") or 0), int(day.replace("X", "") or 0), unknown


def _french_unit(unit: str) -> _Words:
    year, month, day, unknown = _split(unit)
    gap = {"": "", "month": " (mois inconnu)", "day": " (jour inconnu)"}[unknown]
    if month >= _FIRST_SEASON:
        season = SEASONS["fr"][month - _FIRST_SEASON]
        return _Words(
            "l’" if season[0] in "éah" else "le ", f"{season} {_season_year(year, month)}"
        )
    if not month and "X" in year:
        return _Words("les ", _french_years(year) + gap)
    if not month:
        return _Words("", year + gap)
    name = MONTHS["fr"][month - 1]
    days = "" if not day else "1er " if day == 1 else f"{day} "
    if year == "XXXX":
        gap = " (année inconnue)" if not gap else " (année et jour inconnus)"
        return _Words("le " if day else "", f"{days}{name}{gap}")
    years = f", {_french_years(year)}" if "X" in year else f" {year}"
    return _Words("le " if day else "", f"{days}{name}{years}{gap}")


def _english_unit(unit: str) -> _Words:
    year, month, day, unknown = _split(unit)
    gap = {"": "", "month": " (month unknown)", "day": " (day unknown)"}[unknown]
    if month >= _FIRST_SEASON:
        season = SEASONS["en"][month - _FIRST_SEASON]
        return _Words("", f"{season} {_season_year(year, month)}")
    if not month:
        return _Words("the " if "X" in year else "", _english_years(year) + gap)
    name = MONTHS["en"][month - 1]
    days = f"{day} " if day else ""
    if year == "XXXX":
        gap = " (year unknown)" if not gap else " (year and day unknown)"
        return _Words("", f"{days}{name}{gap}")
    years = f", {_english_years(year)}" if "X" in year else f" {year}"
    return _Words("", f"{days}{name}{years}{gap}")


def _season_year(year: str, season: int) -> str:
    """Return the year of a season; winter names both its years, or readers take the wrong one."""
    return f"{year}-{int(year) + 1:04}" if season == _WINTER else year


def _french_years(year: str) -> str:
    """Return the decade of 199X; 19XX is no "siècle", which would begin in 1901."""
    first = year.replace("X", "0")
    return f"années {first}" if year.count("X") == 1 else f"années {first} à {first[:2]}99"


def _english_years(year: str) -> str:
    if "X" not in year:
        return year
    first = year.replace("X", "0")
    return f"{first}s" if year.count("X") == 1 else f"years {first} to {first[:2]}99"
