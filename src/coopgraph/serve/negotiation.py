"""Which of several forms a client likes best, and in which language it reads (RFC 9110, 12.5).

>>> offers = (Offer("json", "application/json"), Offer("csv", "text/csv"))
>>> choose("text/*;q=0.9, application/json;q=0.1", offers)[0].name
'csv'
>>> choose(None, offers)[0].name, choose("image/png", offers)
('json', None)

Where a client likes two forms alike, the one that is offered first is taken. What cannot be read in
a header is as if it were not there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from starlette.requests import HTTPConnection

__all__ = ["Offer", "choose", "language_of"]

_LONGEST: Final = 4096


class Offer(NamedTuple):
    """A form of an answer: the name of its format, its type, other types that it may go by."""

    name: str
    media_type: str
    others: tuple[str, ...] = ()


class _Range(NamedTuple):
    type: str
    subtype: str
    quality: float


def choose(accept: str | None, offers: Sequence[Offer]) -> tuple[Offer, str] | None:
    """Return the offer that the client likes best and the media type to call it by; None if none.

    Without a header, the first offer is taken.
    """
    ranges = list(_ranges(accept or "*/*"))
    best: tuple[float, Offer, str] | None = None
    for offer in offers:
        for media_type in (offer.media_type, *offer.others):
            quality = _quality(media_type, ranges, by_name=media_type != offer.media_type)
            if quality > 0 and (best is None or quality > best[0]):
                best = (quality, offer, media_type)
    return None if best is None else best[1:]


def _ranges(accept: str) -> Iterator[_Range]:
    for part in accept[:_LONGEST].lower().split(","):
        media_range, _, parameters = part.partition(";")
        type_, slash, subtype = media_range.strip().partition("/")
        quality = _read_quality(parameters)
        if slash and type_ and subtype and quality is not None:
            yield _Range(type_, subtype, quality)


def _read_quality(parameters: str) -> float | None:
    """Return the q of a range, 1 where it has none, None where it is no number from 0 to 1."""
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            digits = value.strip()
            if not digits.replace(".", "", 1).isdecimal() or not digits.isascii():
                return None
            quality = float(digits[:8])
            return quality if quality <= 1 else None
    return 1.0


def _quality(media_type: str, ranges: Sequence[_Range], *, by_name: bool) -> float:
    """Return how much a type is liked: by the range that names it most exactly.

    `by_name` wants it named in full: a second name of a form is not what ``text/*`` asks for.
    """
    type_, _, subtype = media_type.partition("/")
    found = (-1, 0.0)
    for range_ in ranges:
        if range_.type not in (type_, "*") or range_.subtype not in (subtype, "*"):
            continue
        exactness = (range_.type != "*") + (range_.subtype != "*")
        if exactness > found[0] and (exactness == 2 or not by_name):
            found = (exactness, range_.quality)
    return found[1]


def language_of(request: HTTPConnection) -> str:
    """Return ``"fr"`` or ``"en"``: what ``?lang=`` says, else the Accept-Language header."""
    asked = request.query_params.get("lang")
    if asked in ("fr", "en"):
        return asked
    best = ("en", 0.0)
    for part in request.headers.get("accept-language", "")[:_LONGEST].lower().split(","):
        tag, _, parameters = part.partition(";")
        language = tag.strip()[:2]
        quality = _read_quality(parameters)
        if language in ("fr", "en") and quality is not None and quality > best[1]:
            best = (language, quality)
    return best[0]
