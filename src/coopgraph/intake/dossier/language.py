"""Guess whether a free text is French or English, from its small words.

>>> language_of("Signed by the mayor of the town", "fr"), language_of("maire de la ville", "en")
('en', 'fr')
>>> language_of("2031", "en")
'en'

It knows these two languages only and cannot tell a name from a sentence: where nothing speaks for
one of them, it answers with the language that the caller expects.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

__all__ = ["language_of", "main_language"]

_FRENCH_WORDS: Final = (
    "le la les l un une des du de d au aux et ou où en dans par pour sur sous avec sans que qui qu "
    "ce cette ces se sa son ses leur leurs est sont était fut été ont pas ne n plus selon entre "
    "dont mais puis il elle ils date année page texte deux trois jours mois lors dès vers chez "
    "maire mairesse ministre premier première directeur directrice recteur sénateur conseiller "
    "adjoint adjointe pdg lauréat nom lieu fin nombre français québécois propose inaugure "
    "président présidente poète prix secrétaire délégué déléguée chargée"
)
_ENGLISH_WORDS: Final = (
    "the of and or in on at by for from with without to a an as is are was were be been not no its "
    "their his her this that these which who both each between but then than only also it they one "
    "two three date year years text named page day days month after before mayor minister deputy "
    "president director premier delegate founder chair head company quoted donor addressee name "
    "place number delegation general former signed announced according"
)
_FRENCH: Final = frozenset(_FRENCH_WORDS.split())
_ENGLISH: Final = frozenset(_ENGLISH_WORDS.split())
_BOTH: Final = _FRENCH & _ENGLISH
_WORD: Final = re.compile(r"[^\W\d_]+")
_ACCENTED: Final = re.compile(r"[àâçéèêëîïôûùœ]")


def language_of(text: str, expected: str) -> str:
    """Return ``"fr"`` or ``"en"``; `expected` where nothing speaks for one more than the other."""
    score = _leaning(text)
    if score == 0:
        return expected
    return "fr" if score > 0 else "en"


def main_language(texts: Iterable[str]) -> str:
    """Return the language of most of the texts; French if they are even.

    >>> main_language(["the mayor", "le maire", "the town of Dune"])
    'en'
    """
    votes = [_leaning(text) for text in texts]
    french, english = sum(vote > 0 for vote in votes), sum(vote < 0 for vote in votes)
    return "en" if english > french else "fr"


def _leaning(text: str) -> int:
    """Return how much speaks for French (above zero) or for English (below)."""
    score = 0
    for word in _WORD.findall(text):
        lower = word.lower()
        if lower in _BOTH:
            continue
        if lower in _FRENCH or (word == lower and _ACCENTED.search(word)):
            score += 1
        elif lower in _ENGLISH:
            score -= 1
    return score
