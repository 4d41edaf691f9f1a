"""Dates named in a question, read by our own parser.

>>> [moment.edtf for moment in find_moments("Entre 2005 et 2010, puis au 31 décembre 2015", "fr")]
['2005/2010', '2015-12-31']
>>> [moment.edtf for moment in find_moments("held since autumn 2018", "en")]
['2018-23/..']

`coopgraph.phrases` reads what can go into a table, and refuses what could be written in two ways.
A question may be looser: "between 2005 and 2010" is the period, "before 1990" all that came before.
The open side of such a period is closed by whoever knows what the graph spans.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from coopgraph.dates import InvalidDate, UncertainDate, parse_date
from coopgraph.phrases import read_phrase
from coopgraph.queries.asking.words import fold

__all__ = ["Moment", "find_moments"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A date in a text: its EDTF, where it stands, and whether it only bounds a time.

    `bound` is ``"before"``, ``"after"`` or empty.
    """

    edtf: str
    start: int
    end: int
    bound: str

    @property
    def date(self) -> UncertainDate:
        """Return the date with its four bounds."""
        return parse_date(self.edtf)


_PIECE: Final = re.compile(r"\S+")
_LONGEST: Final = 10  # words of one date, "from 13 August 2010 to 1 September 2014" and the like
_BETWEEN: Final = {
    "fr": (r"entre (.+?) et (.+)", r"(?:de|d'|du) ?(.+?) (?:a|au|jusqu'en|jusqu'a) (.+)"),
    "en": (r"between (.+?) and (.+)", r"from (.+?) (?:to|until|till) (.+)"),
}
_BEFORE: Final = {
    "fr": r"(?:avant|jusqu'en|jusqu'a|jusqu'au) (?:l'an |l'annee )?(.+)",
    "en": r"(?:before|until|till|by|up to) (.+)",
}
_AFTER: Final = {
    "fr": r"(?:apres|depuis|a partir de|a partir du|a partir d'|des) ?(?:l'an |l'annee )?(.+)",
    "en": r"(?:after|since|from) (.+?)(?: on| onwards)?",
}
_YEARS: Final = re.compile(r"([12][0-9]{3}) ?[-–/] ?([12][0-9]{3})")
_LEADING: Final = {
    "fr": re.compile(r"(?:(?:en|dans|durant|pendant|l'|d'|de|du|le|la|au|annee|an|a|vers la) ?)+"),
    "en": re.compile(r"(?:(?:in|during|throughout|the|year|of|on|as of|at) )+"),
}


def find_moments(text: str, language: str) -> list[Moment]:
    """Return the dates that a text names, in its order; each word belongs to one at most."""
    pieces = list(_PIECE.finditer(text))
    found: list[Moment] = []
    at = 0
    while at < len(pieces):
        moment, taken = _longest_from(text, pieces, at, language)
        if moment is not None:
            found.append(moment)
        at += taken
    return found


def _longest_from(
    text: str, pieces: list[re.Match[str]], at: int, language: str
) -> tuple[Moment | None, int]:
    """Return the longest date that begins with this piece, and how many pieces to go on by."""
    for count in range(min(_LONGEST, len(pieces) - at), 0, -1):
        start, end = pieces[at].start(), pieces[at + count - 1].end()
        part = text[start:end]
        if not any(sign.isdigit() for sign in pieces[at + count - 1][0]):
            continue
        read = _read(part.strip(".,;:!?«»“”\"'()"), language)
        if read is not None:
            edtf, bound = read
            return Moment(edtf, start, end, bound), count
    return None, 1


def _read(part: str, language: str) -> tuple[str, str] | None:
    plain = " ".join(fold(part).replace("’", "'").split())
    if years := _YEARS.fullmatch(plain):
        return _checked(f"{years[1]}/{years[2]}", "")
    for pattern in _BETWEEN[language]:
        if match := re.fullmatch(pattern, plain):
            first, last = _unit(match[1], language), _unit(match[2], language)
            return _checked(f"{first}/{last}", "") if first and last else None
    for name, patterns in (("before", _BEFORE), ("after", _AFTER)):
        if match := re.fullmatch(patterns[language], plain):
            unit = _unit(match[1], language)
            if unit is None:
                return None
            return _checked(f"../{unit}" if name == "before" else f"{unit}/..", name)
    if plain[0].isdigit() and "/" in plain:
        return _phrase(plain)
    unit = _unit(plain, language)
    return (unit, "") if unit else None


def _phrase(plain: str) -> tuple[str, str] | None:
    try:
        return read_phrase(plain).edtf, ""
    except InvalidDate:
        return None


def _unit(words: str, language: str) -> str | None:
    """Return the EDTF of one year, month, season, day or decade."""
    bare = _LEADING[language].sub("", words, count=1) if words[:1].isalpha() else words
    for candidate in (words, bare, f"annees {bare}"):
        read = _phrase(candidate) if candidate else None
        if read and not re.search(r"[/\[]", read[0]):
            year = re.search(r"[0-9]{4}|[0-9]{3}X", read[0])
            return read[0] if year and year[0][0] in "12" else None
    return None


def _checked(edtf: str, bound: str) -> tuple[str, str] | None:
    try:
        parse_date(edtf)
    except InvalidDate:
        return None
    return edtf, bound
