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
from collections.abc import Iterable, Iterator
from typing import Final

__all__ = ["language_of", "main_language"]

_FRENCH_WORDS: Final = (
    "le la les l un une des du de d au aux et ou où en dans par pour sur sous avec sans que qui "
    "qu ce cette ces se sa son ses leur leurs est sont était fut été ont pas ne n plus selon "
    "entre dont mais puis il elle ils date année page texte deux trois jours mois lors dès vers "
    "chez maire mairesse ministre premier première directeur directrice recteur sénateur "
    "conseiller adjoint adjointe pdg lauréat nom lieu fin nombre français québécois propose "
    "inaugure président présidente poète prix secrétaire délégué déléguée chargée fusion fusionné "
    "fusionnée fusionnés devenu devenue soutenu soutenue soutenus jeune jeunes avait avaient "
    "étaient eu elles nous être avoir fait faite faits tenu tenue signé signée accueilli "
    "accueillie organisé organisée financé ouvert ouverte créé créée remplacé remplacée depuis "
    "pendant jusqu avant après comme aussi autre autres tous toute toutes tout même chaque "
    "plusieurs cet quand donc ni si peu très encore toujours jamais seul seule seulement déduit "
    "déduite parmi auprès quatre cinq"
)
_ENGLISH_WORDS: Final = (
    "the of and or in on at by for from with without to a an as is are was were be been not no "
    "its their his her this that these which who both each between but then than only also it "
    "they one two three date year years text named page day days month after before mayor "
    "minister deputy president director premier delegate founder chair head company quoted donor "
    "addressee name place number delegation general former signed announced according into merged "
    "merger supported supports young old first last held said says became had has have over under "
    "through about among other others part parts hosted organised funded financed opened closed "
    "renamed split replaced joined created set up out off there when where while since until "
    "during because he she him seen counted printed stands taken made given inferred deduced "
    "several all any some every many more most less few such same new own back still never always"
)
_FRENCH: Final = frozenset(_FRENCH_WORDS.split())
_ENGLISH: Final = frozenset(_ENGLISH_WORDS.split())
_BOTH: Final = _FRENCH & _ENGLISH
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# a capital, and the small words that hold a name together: Société des Amis de la Dune
_CAPITAL: Final = r"\b[A-ZÀ-ÖØ-ÞŒ][\w-]*"
_SMALL: Final = r"(?:(?:de|du|des|la|le|les|et|en|aux?|of|the|and|for|in)\s+|[dl]['’]){0,3}"
_NAME: Final = re.compile(rf"{_CAPITAL}(?:\s+{_SMALL}{_CAPITAL})*")
_SENTENCE_END: Final = re.compile(r"(?:^|[.!?:;(\[«“\"—–])\W*$")
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
    named = list(_names(text))
    for found in _WORD.finditer(text):
        word, lower = found[0], found[0].lower()
        hyphened = word != lower and "-" in word
        if hyphened or any(begin <= found.start() < end for begin, end in named):
            continue
        for part in lower.split("-"):
            if part in _BOTH:
                continue
            if part in _FRENCH or (word == lower and _ACCENTED.search(part)):
                score += 1
            elif part in _ENGLISH:
                score -= 1
    return score


def _names(text: str) -> Iterator[tuple[int, int]]:
    """Yield where names begin and end; the first word of a sentence has a capital anyhow."""
    position = 0
    while name := _NAME.search(text, position):
        position = name.end()
        if not _begins(text, name.start()):
            yield name.span()
        elif word := _WORD.match(text, name.start()):
            position = word.end()


def _begins(text: str, position: int) -> bool:
    """Tell whether a word there begins the text or a sentence of it."""
    return _SENTENCE_END.search(text[max(0, position - 6) : position]) is not None
