"""Read the dates that people write in words, in French or English, from a closed list.

>>> read_phrase("avril 2010"), read_phrase("since 2010")
(Understood(edtf='2010-04', status=None), Understood(edtf='2010/..', status=None))
>>> read_phrase("prévu pour 2020")
Understood(edtf='2020', status='planned')

Whoever types a phrase is shown what was understood, in EDTF and, through
`coopgraph.spelling.spell_date`, in full words. What the list takes, besides EDTF itself:

- one date: « 2010 », « avril 2010 », « 1er août 2019 », « 13/08/2019 » (always day, month, year),
  « automne 2018 », « hiver 2018-2019 », « années 1990 »; "13 August 2019", "August 13, 2019",
  "fall 2018", "1990s"; with or without « en », « le », « à l’ », "in", "on", "the"; months also
  as « janv. », « févr. », « avr. », « juil. » …, "Jan.", "Feb.", "Sept." …, full stop or not;
- about: « vers 2011 », « environ 2011 », « 2011 environ »; "about", "around", "circa 2011";
- in doubt: « 2010 (incertain) »; "2010 (uncertain)";
- still going on: « depuis 2010 »; "since 2010";
- spans: « de 2010 à 2014 », « 2019 et après, fin inconnue », « 2016 et avant, début inconnu »;
  "from 2010 to 2014", "2019 and after, end unknown", "2016 and before, beginning unknown";
- one unknown day: « un jour entre avril 2010 et le 13 août 2019 », « à partir d’avril 2010 (jour
  inconnu) », « au plus tard en 2016 (jour inconnu) »; "some day between April 2010 and 13 August
  2019", "from April 2010 on (day unknown)", "no later than 2016 (day unknown)";
- planned: « prévu 2020 », « prévue pour avril 2020 »; "planned for 2020", "planned in 2020".

Capitals, accents, kinds of apostrophe and of space do not matter. Winter 2018 is the one that
begins in December 2018, as in EDTF here (`coopgraph.dates`). What it does not do: guess. "early
2015", « fin mai », « jusqu’en 2016 », "between 2010 and 2014" could be written down in more than
one way, and are refused with the ways out.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final, NamedTuple

from coopgraph.dates import InvalidDate, parse_date
from coopgraph.spelling import MONTHS, SEASONS

__all__ = ["Understood", "read_phrase"]


class Understood(NamedTuple):
    """Hold what was understood: the date in EDTF, and "planned" where the phrase says so."""

    edtf: str
    status: str | None


def read_phrase(text: str) -> Understood:
    """Read a date in EDTF or in words of the closed list; raise InvalidDate for anything else.

    >>> read_phrase("Du 13 août 2019 à l’automne 2019").edtf
    '2019-08-13/2019-23'
    >>> read_phrase("early 2015")
    Traceback (most recent call last):
    coopgraph.dates.InvalidDate: 'early 2015': This does not say which months or days: write 2015, \
or a span such as 2015-01/2015-03.
    """
    given = text.strip()
    if not given or not re.search(r"[^0-9X?~%./\[\]-]", given):
        found = _SLASHED.fullmatch(given)
        return _checked(text, _iso(found.groups()) if found else given, None)
    plain = _plain(given)
    planned = _PLANNED.fullmatch(plain)
    if planned:
        edtf = _read_moment(planned["rest"], "fr") or _read_moment(planned["rest"], "en")
        if edtf:
            return _checked(text, edtf, "planned")
    else:
        for language, frames in _FRAMES.items():
            edtf = _read_frames(plain, language, frames)
            if edtf:
                return _checked(text, edtf, None)
    reason_fr, reason_en = _why_not(plain)
    raise InvalidDate(text, reason_fr, reason_en)


def _checked(text: str, edtf: str, status: str | None) -> Understood:
    """Return what was understood if it is a date; a refusal quotes the phrase, not the EDTF."""
    try:
        parse_date(edtf)
    except InvalidDate as problem:
        raise InvalidDate(text, problem.reason_fr, problem.reason_en) from None
    return Understood(edtf, status)


def _plain(text: str) -> str:
    """Return the text in small letters without accents, with plain spaces and apostrophes."""
    split = unicodedata.normalize("NFD", text.replace("’", "'"))
    bare = "".join(letter for letter in split if not unicodedata.combining(letter))
    return " ".join(bare.lower().replace("–", "-").split())


_SLASHED: Final = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_PLANNED: Final = re.compile(r"(?:prevue?s?(?: pour)?|planned(?: for)?) (?P<rest>.+)")

# Each frame: the words around one or two dates, and the EDTF around them. Order matters: the first
# frame whose dates can be read wins.
_FRAMES: Final = {
    "fr": (
        (r"un jour entre (.+) et (.+)", "[{}..{}]"),
        (r"a partir (?:du |de l'|des |de |d')(.+) \(jour inconnu\)", "[{}..]"),
        (r"au plus tard (.+) \(jour inconnu\)", "[..{}]"),
        (r"(.+) et apres, fin inconnue", "{}/"),
        (r"(.+) et avant, debut inconnu", "/{}"),
        (r"depuis (.+)", "{}/.."),
        (r"(?:du |de l'|des |de |d')(.+) (?:au |a l'|aux |a )(.+)", "{}/{}"),
        (r"(.+)", "{}"),
    ),
    "en": (
        (r"some day between (.+) and (.+)", "[{}..{}]"),
        (r"from (.+) on \(day unknown\)", "[{}..]"),
        (r"no later than (.+) \(day unknown\)", "[..{}]"),
        (r"(.+) and after, end unknown", "{}/"),
        (r"(.+) and before, beginning unknown", "/{}"),
        (r"since (.+)", "{}/.."),
        (r"from (.+) to (.+)", "{}/{}"),
        (r"(.+)", "{}"),
    ),
}


def _read_frames(plain: str, language: str, frames: Iterable[tuple[str, str]]) -> str | None:
    for pattern, edtf in frames:
        match = re.fullmatch(pattern, plain)
        if match:
            moments = [_read_moment(words, language) for words in match.groups()]
            if all(moments):
                return edtf.format(*moments)
    return None


_ABOUT: Final = {
    "fr": re.compile(r"(?:vers|environ) (?P<before>.+)|(?P<after>.+) environ"),
    "en": re.compile(r"(?:about|around|circa) (?P<before>.+)|(?P<after>.+) approximately"),
}
_DOUBT: Final = {"fr": re.compile(r"(.+) \(incertaine?\)"), "en": re.compile(r"(.+) \(uncertain\)")}
_ARTICLE: Final = {
    "fr": re.compile(r"(?:en |le |au |a l'|l'|dans les |les )?(.+)"),
    "en": re.compile(r"(?:in the |in |on the |on |the )?(.+)"),
}


def _read_moment(words: str, language: str) -> str | None:
    """Return the EDTF of one date with its qualifiers, or None if the words are not on the list."""
    doubt = _DOUBT[language].fullmatch(words)
    if doubt:
        words = doubt[1]
    about = _ABOUT[language].fullmatch(words)
    if about:
        words = about["before"] or about["after"]
    bare = _ARTICLE[language].fullmatch(words)
    unit = _read_unit(bare[1], language) if bare else None
    if unit is None:
        return None
    if about:
        return unit + ("%" if doubt else "~")
    return unit + ("?" if doubt else "")


def _plain_names(names: Iterable[str], first: int) -> dict[str, str]:
    return {_plain(name): f"{number:02}" for number, name in enumerate(names, first)}


# Shortened name without its full stop → number of the month.
_SHORT_MONTHS: Final = {
    "fr": {
        **{"janv": "01", "fev": "02", "fevr": "02", "avr": "04", "juil": "07", "juill": "07"},
        **{"sept": "09", "oct": "10", "nov": "11", "dec": "12"},
    },
    "en": {
        **{"jan": "01", "feb": "02", "mar": "03", "apr": "04", "jun": "06", "jul": "07"},
        **{"aug": "08", "sep": "09", "sept": "09", "oct": "10", "nov": "11", "dec": "12"},
    },
}
_MONTHS: Final = {
    language: _plain_names(names, 1)
    | _SHORT_MONTHS[language]
    | {f"{short}.": number for short, number in _SHORT_MONTHS[language].items()}
    for language, names in MONTHS.items()
}
_SEASONS: Final = {language: _plain_names(names, 21) for language, names in SEASONS.items()}
_SEASONS["en"]["fall"] = _SEASONS["en"]["autumn"]
_ISO: Final = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_DAY_FIRST: Final = re.compile(r"(?:([0-9]{1,2}|1er) )?([a-z]+\.?) ([0-9]{4})")
_MONTH_FIRST: Final = re.compile(r"([a-z]+\.?) ([0-9]{1,2}), ([0-9]{4})")
_SEASON: Final = re.compile(r"([a-z]+) ([0-9]{4})(?:[-/]([0-9]{4}))?")
_DECADE: Final = {"fr": re.compile(r"annees ([0-9]{3})0"), "en": re.compile(r"([0-9]{3})0s")}


def _read_unit(words: str, language: str) -> str | None:
    """Return the EDTF of one year, month, season, day or decade, or None."""
    if _ISO.fullmatch(words):
        return words
    if match := _SLASHED.fullmatch(words):
        return _iso(match.groups())
    if match := _DECADE[language].fullmatch(words):
        return f"{match[1]}X"
    if match := _SEASON.fullmatch(words):
        season = _read_season(match[1], match[2], match[3], language)
        if season:
            return season
    if language == "en" and (match := _MONTH_FIRST.fullmatch(words)):
        name, day, year = match.groups()
    elif match := _DAY_FIRST.fullmatch(words):
        day, name, year = match.groups("")
    else:
        return None
    month = _MONTHS[language].get(name)
    if month is None or (language == "en" and day == "1er"):
        return None
    return _iso((day.removesuffix("er"), month, year)) if day else f"{year}-{month}"


def _read_season(name: str, year: str, next_year: str | None, language: str) -> str | None:
    season = _SEASONS[language].get(name)
    if season is None:
        return None
    if next_year and (season != "24" or int(next_year) != int(year) + 1):
        return None
    return f"{year}-{season}"


def _iso(day_month_year: Iterable[str]) -> str:
    day, month, year = day_month_year
    return f"{year}-{int(month):02}-{int(day):02}"


# Phrases that people do write, and that could mean more than one thing. The year that was typed
# comes back in the ways out: {a} is the first one, {b} the last.
_VAGUE: Final = (
    (
        r"\b(debut|fin|mi|milieu|courant|early|late|mid|middle|end|beginning)\b",
        "On ne sait pas quels mois ou jours sont dits : écrire {whole}, ou une période comme"
        " {part}.",
        "This does not say which months or days: write {whole}, or a span such as {part}.",
    ),
    (
        r"\b(jusqu'|avant|until|till|before)",
        "On ne sait pas si cela a duré : écrire /{a} (début inconnu), ../{a} (début ouvert) ou"
        " [..{a}] (un jour inconnu).",
        "This does not say whether it lasted: write /{a} (begin unknown), ../{a} (begin open) or"
        " [..{a}] (one unknown day).",
    ),
    (
        r"\b(a partir|apres|from|after)\b",
        "On ne sait pas si cela dure : écrire {a}/.. (dure encore), {a}/ (fin inconnue) ou"
        " [{a}..] (un jour inconnu).",
        "This does not say whether it lasts: write {a}/.. (going on), {a}/ (end unknown) or"
        " [{a}..] (one unknown day).",
    ),
    (
        r"\b(entre|between)\b",
        "On ne sait pas si cela a duré : écrire {a}/{b} (a duré) ou [{a}..{b}] (un jour inconnu).",
        "This does not say whether it lasted: write {a}/{b} (lasted) or [{a}..{b}] (one unknown"
        " day).",
    ),
)
_NOT_LISTED: Final = (
    "Expression hors de la liste : écrire par exemple {a}, avril {a}, automne {a}, depuis {a},"
    " vers {a}, 13/08/{a} ou une date EDTF.",
    "This phrase is not on the list: write for example {a}, April {a}, autumn {a}, since {a},"
    " about {a}, 13/08/{a} or an EDTF date.",
)
_YEAR: Final = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_NO_YEAR: Final = {"fr": "AAAA", "en": "YYYY"}
# Which months of a year, and which days of a month, its parts may be.
_PARTS: Final = (
    (r"\b(?:fin|late|end)\b", ("10", "12"), ("21", "28")),
    (r"\b(?:mi|milieu|mid|middle|courant)\b", ("05", "08"), ("11", "20")),
    (r"", ("01", "03"), ("01", "10")),
)


def _why_not(plain: str) -> tuple[str, str]:
    reasons = next((found[1:] for found in _VAGUE if re.search(found[0], plain)), _NOT_LISTED)
    reason_fr, reason_en = reasons
    return reason_fr.format_map(_examples(plain, "fr")), reason_en.format_map(
        _examples(plain, "en")
    )


def _examples(plain: str, language: str) -> dict[str, str]:
    """Return what the ways out name: years, and a whole and a part of what was typed."""
    years = _YEAR.findall(plain) or [_NO_YEAR[language]]
    months, days = next(found[1:] for found in _PARTS if re.search(found[0], plain))
    named = (_MONTHS[own].get(word) for word in plain.split() for own in _MONTHS)
    month = next(filter(None, named), "")
    whole = f"{years[0]}-{month}" if month else years[0]
    part = "/".join(f"{whole}-{number}" for number in (days if month else months))
    return {"a": years[0], "b": years[-1], "whole": whole, "part": part}
