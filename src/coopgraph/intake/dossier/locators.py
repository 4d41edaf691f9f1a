"""Where in a source something stands: one spelling for equal places, and what a hint names.

>>> normal_locator("para. 3"), normal_locator("p3; p5"), normal_locator("p. 12")
('§ 3', '§ 3 ; § 5', 'p. 12')
>>> read_locator("para 4 (name of 2015)", ["names"])
Locator(text='§ 4', keys=(), name='2015')
>>> read_locator("title (day, rank)", ["when", "title_fr"])
Locator(text='title (rank)', keys=('when',), name='')

Words are never translated, and a bracket that names no key of the record stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final, NamedTuple

__all__ = ["ANY_YEAR", "Locator", "normal_locator", "read_locator"]

ANY_YEAR: Final = "name"
"""What `Locator.name` holds where a hint says that a name is meant, and not of which year."""

_SIGN: Final = re.compile(
    r"(?i:\b(?:paragraphs?|paras?|par)\b\.?\s*|§+\s*)(?=\d)|(?<![\w.])p(?=\d)"
)
_RANGE: Final = re.compile(r"(?<=§ )(\d+)\s*[-–]\s*(?:§ )?(?=\d)")
_HINT: Final = re.compile(r"\s*\(([^()]*)\)$")
_NAME: Final = re.compile(r"name(?: of ([0-9]{4}))?")
# words of a hint → the keys that they can mean, the first that the record has
_DAY: Final = ("signed", "when")
_MEANINGS: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys(("day", "days", "date", "dates", "full date", "month", "year"), _DAY),
    "signing day": ("signed",),
    "day of the signing": ("signed",),
    "place": ("place", "signed_at", "places"),
    "office": ("role_fr",),
    "begin": ("when",),
    "end": ("ends", "when"),
}


class Locator(NamedTuple):
    """A place in a source; `keys` are those of the record it is given for, `name` a year."""

    text: str
    keys: tuple[str, ...] = ()
    name: str = ""


def normal_locator(text: str) -> str:
    """Return the locator with its paragraphs written one way: ``§ 3``, ``§ 3-5``, ``§ 3 ; § 5``."""
    spaced = _SIGN.sub("§ ", " ".join(text.split()))
    if "§" not in spaced:
        return spaced
    return re.sub(r"\s*;\s*", " ; ", _RANGE.sub(r"\1-", spaced))


def read_locator(text: str, keys: Collection[str]) -> Locator:
    """Take the hint off a locator, as far as it names `keys` (those that the record has)."""
    found = _HINT.search(text)
    if found is None or not text[: found.start()]:
        return Locator(normal_locator(text))
    known: list[str] = []
    left: list[str] = []
    name = ""
    for part in re.split(r",\s*|\s+and\s+", found[1].strip()):
        named = _NAME.fullmatch(part)
        key = _meant(part, keys)
        if named and "names" in keys:
            name = named[1] or ANY_YEAR
        elif key:
            known.append(key)
        else:
            left.append(part)
    if not known and not name:
        return Locator(normal_locator(text))
    rest = f" ({', '.join(left)})" if left else ""
    return Locator(normal_locator(text[: found.start()]) + rest, tuple(known), name)


def _meant(part: str, keys: Collection[str]) -> str:
    """Return the key that words of a hint name: alone, before one id, or in words of their own."""
    first, *more = part.split()[:3] or [""]
    if first in keys and (not more or (len(more) == 1 and "-" in more[0])):
        return first
    if part == "name" and "name_fr" in keys:
        return "name_fr"
    return next((key for key in _MEANINGS.get(part, ()) if key in keys), "")
