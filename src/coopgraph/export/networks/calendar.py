"""iCalendar (RFC 5545): missions, the opening and closing of calls, terms of agreements.

- Every event lasts whole days. Where the day is known, it stands on it; where only the month, the
  season or the year is, it spans the days that are possible and its title says the date in words;
  where more than a year is possible, or no end is known, it stands on the first day possible (or
  the last, if only that is known) and says so.
- What is planned is TENTATIVE, what was cancelled is CANCELLED. No event takes up anybody's time.
- ``UID`` comes from the id of the record; ``DTSTAMP`` is the last day on which one of its sources
  was published, or the first day of 1970 if none is dated: the same tables give the same bytes.

What has no date at all is left out. Terms stand as the day they begin and the day they end.
"""

from __future__ import annotations

import datetime as dt
from typing import IO, TYPE_CHECKING, Final, NamedTuple

from coopgraph.export.networks.occasions import Occasion, read_occasions
from coopgraph.export.networks.plain import clean_text
from coopgraph.network.slices import certainly, possibly
from coopgraph.spelling import spell_date
from coopgraph.views.model import Words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from coopgraph.network.slices import Mode
    from coopgraph.sparql import Queryable

__all__ = ["KINDS", "fold", "write"]

KINDS: Final = frozenset({"mission", "call", "agreement"})
"""What a calendar may be limited to."""

_STATUS: Final = {"planned": "TENTATIVE", "cancelled": "CANCELLED"}
_WORDS: Final = {
    "mission": Words("", ""),
    "opens": Words("Ouverture\u00a0: ", "Opens: "),
    "closes": Words("Clôture\u00a0: ", "Closes: "),
    "term-begin": Words("Entrée en vigueur\u00a0: ", "Comes into force: "),
    "term-end": Words("Fin de validité\u00a0: ", "Ends: "),
}
_CATEGORIES: Final = {
    "mission": Words("Mission", "Mission"),
    "opens": Words("Appel", "Call"),
    "closes": Words("Appel", "Call"),
    "term-begin": Words("Accord", "Agreement"),
    "term-end": Words("Accord", "Agreement"),
}
_DOUBTS: Final = {
    "planned": Words("Prévu\u00a0: rien ne dit que cela a eu lieu.", "Planned; not known to be."),
    "cancelled": Words("Annulé.", "Cancelled."),
    "inferred": Words("Date déduite par le curateur.", "The curator inferred the date."),
    "contested": Words("Contesté.", "Contested."),
}
_LONGEST_SPAN: Final = dt.timedelta(days=366)
_LINE: Final = 75  # octets


class _Placed(NamedTuple):
    first: dt.date
    last: dt.date
    exact: bool


def write(
    stream: IO[bytes],
    *,
    graph: Queryable,
    language: str = "fr",
    title: str = "",
    first: dt.date | None = None,
    last: dt.date | None = None,
    mode: Mode = "possibly",
    kinds: frozenset[str] | None = None,
    inferred: bool = True,
    records: Collection[str] | None = None,
) -> int:
    """Write the calendar of a period; return the number of events.

    `kinds` are missions, calls and agreements; `records` are the ids of those that may stand in it;
    None is all of them.

    Raises:
        StoreError: the graph cannot be read.
    """
    holds = possibly if mode == "possibly" else certainly
    days = first.isoformat() if first else "", last.isoformat() if last else ""
    limited = first is not None or last is not None or mode == "certainly"
    for line in _head(language, title):
        stream.write(fold(line))
    count = 0
    for occasion in read_occasions(graph, inferred=inferred):
        kept = (kinds is None or occasion.kind in kinds) and (
            not limited or holds(occasion.bounds(), *days)
        )
        kept = kept and (records is None or occasion.iri.rpartition("/")[2] in records)
        placed = _placed(occasion)
        if kept and placed is not None:
            count += 1
            for line in _event(occasion, placed, language):
                stream.write(fold(line))
    stream.write(b"END:VCALENDAR\r\n")
    return count


def fold(line: str) -> bytes:
    r"""Return a content line in pieces of at most 75 octets, no character cut in two.

    >>> fold("SUMMARY:" + "é" * 40).split(b"\r\n ")[1].decode().rstrip()
    'ééééééé'
    """
    pieces: list[bytes] = []
    piece = b""
    for character in line:
        octets = character.encode("utf-8", "replace")
        if len(piece) + len(octets) > _LINE - bool(pieces):
            pieces.append(piece)
            piece = b""
        piece += octets
    pieces.append(piece)
    return b"\r\n ".join(pieces) + b"\r\n"


def _head(language: str, title: str) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:-//coopgraph//coopgraph//{language.upper()}"
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    if title:
        yield f"X-WR-CALNAME:{_escaped(title)}"


def _event(occasion: Occasion, placed: _Placed, language: str) -> Iterator[str]:
    date = spell_date(occasion.edtf, language) if occasion.edtf else ""
    name = getattr(_WORDS[occasion.role], language) + getattr(occasion.title, language)
    summary = name if placed.exact or not date else f"{name} ({date})"
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(occasion.uid)}@coopgraph"
    yield f"DTSTAMP:{(occasion.spoken or '1970-01-01').replace('-', '')}T000000Z"
    yield f"DTSTART;VALUE=DATE:{placed.first:%Y%m%d}"
    if placed.last < dt.date.max:
        yield f"DTEND;VALUE=DATE:{placed.last + dt.timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY;LANGUAGE={language}:{_escaped(summary)}"
    yield f"DESCRIPTION;LANGUAGE={language}:{_escaped(_told(occasion, date, language))}"
    if occasion.places:
        places = ", ".join(getattr(place, language) for place in occasion.places)
        yield f"LOCATION;LANGUAGE={language}:{_escaped(places)}"
    yield f"CATEGORIES;LANGUAGE={language}:{getattr(_CATEGORIES[occasion.role], language)}"
    yield f"STATUS:{_STATUS.get(occasion.status, 'CONFIRMED')}"
    yield "TRANSP:TRANSPARENT"
    if occasion.iri.startswith(("http://", "https://")):
        yield f"URL:{_one_line(occasion.iri)}"
    yield "END:VEVENT"


def _told(occasion: Occasion, date: str, language: str) -> str:
    colon = "\u00a0: " if language == "fr" else ": "
    lines = [f"Date{colon}{date} ({occasion.edtf})"] if date else []
    for doubt in (occasion.status, *(occasion.doubts)):
        if doubt in _DOUBTS:
            lines.append(getattr(_DOUBTS[doubt], language))
    lines.append(occasion.iri)
    return "\n".join(lines)


def _placed(occasion: Occasion) -> _Placed | None:
    """Return the days on which the event stands, and whether they are surely its own."""
    begin, latest, earliest, end = (
        dt.date.fromisoformat(day) if day else None for day in occasion.days
    )
    if begin is not None and end is not None and begin <= end:
        exact = begin == latest and end == earliest
        if exact or end - begin < _LONGEST_SPAN:
            return _Placed(begin, end, exact)
    day = begin or end or latest or earliest
    return None if day is None else _Placed(day, day, exact=False)


def _one_line(text: str) -> str:
    return "".join(
        " " if character in "\r\n\t" else character
        for character in clean_text(text)
        if character != "\x7f"
    )


def _escaped(text: str) -> str:
    """Escape a text value; line breaks stay, written as two characters."""
    lines = clean_text(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    escaped = (
        _one_line(line).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
        for line in lines
    )
    return "\\n".join(escaped)
