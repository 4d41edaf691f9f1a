"""Texts that say the same although they are spelled differently.

>>> same_words("L’École – Sud", "l'école–sud"), same_words("Quai", "Cale")
(True, False)
>>> fold_locator("para. 3") == fold_locator("§ 3") == fold_locator("p3")
True
>>> join_note("Vu au quai, para 3.", "Vu au quai (§ 3)"), join_label("hôte", "Hôte d’honneur")
('Vu au quai, para 3.', 'Hôte d’honneur')

Accents count: *côté* is not *cote*.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = ["fold_locator", "join_label", "join_note", "same_words"]

_APOSTROPHES: Final = re.compile("[’‘ʼ′`´]")
_DASHES: Final = re.compile(r"\s*[-‐‑‒–—−]\s*")
_MARKED_SPACES: Final = re.compile(r"\s*([':;!?«»“”\"()])\s*")
_PARAGRAPH: Final = re.compile(r"(?<!\w)(?:paragraphes?|paragraphs?|paras?|par|p|¶|§+)\.?\s*(?=\d)")
_UNSAID: Final = re.compile(r"[^\w§%€$]+")
_SENTENCE: Final = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-Þ«“])")
_SHORTEST: Final = 12  # “M.” and “p. 3.” are no sentences


def same_words(one: str, other: str) -> bool:
    """Tell whether texts differ at most in apostrophes, dashes, case and spaces."""
    return one == other or _fold(one) == _fold(other)


def fold_locator(locator: str) -> str:
    """Return a place in a source without the ways in which paragraphs are abbreviated."""
    return re.sub(r"\s+", "", _PARAGRAPH.sub("§", _fold(locator)))


def join_note(known: str, other: str) -> str:
    """Return two notes as one; what is said already is not said again.

    >>> join_note("Une note", "Une autre.")
    'Une note. Une autre.'
    >>> join_note("Une note bien longue. Une autre.", "UNE NOTE BIEN LONGUE ! Une troisième.")
    'Une note bien longue. Une autre. Une troisième.'
    """
    if not known or not other:
        return known or other
    told, more = _bare(known), _bare(other)
    if more in told:
        return known
    if told in more:
        return other
    said = {_bare(sentence) for sentence in _SENTENCE.split(known)}
    rest = [
        sentence
        for sentence in _SENTENCE.split(other)
        if len(_bare(sentence)) < _SHORTEST or _bare(sentence) not in said
    ]
    added = " ".join(rest)
    return f"{known} {added}" if known[-1] in ".!?…)»" else f"{known}. {added}"


def join_label(known: str, other: str) -> str:
    """Return two short texts as one: the longer where it holds the other, else both."""
    parts = known.split(" ; ")
    if any(_fold(other) in _fold(part) for part in parts):
        return known
    kept = [part for part in parts if _fold(part) not in _fold(other)]
    return " ; ".join([*kept, other])


def _fold(text: str) -> str:
    plain = _APOSTROPHES.sub("'", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(_MARKED_SPACES.sub(r"\1", _DASHES.sub("-", plain)).split())


def _bare(text: str) -> str:
    """Return the words only, with a space at both ends, so that whole words are compared."""
    words = _UNSAID.sub(" ", _PARAGRAPH.sub("§", _fold(text)))
    return f" {words.strip()} "
