"""What people call a kind, a state or a language: labels in both languages, and everyday words.

Capitals, accents and spaces do not matter, nor whether a French participle agrees with a mission or
an agreement; a word that could mean two things means none.

>>> concepts_by_word("status")[fold_words("Terminé")], LANGUAGES[fold_words("Français")]
('completed', 'fr')
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from coopgraph.vocabulary import read_concept_labels

__all__ = ["LANGUAGES", "concepts_by_word", "fold_words"]

LANGUAGES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("fr", "francais", "french"), "fr"),
    **dict.fromkeys(("en", "anglais", "english"), "en"),
}
"""Names of the two languages, folded, and their tags."""

# Words for the states of what people do, which no label has.
_EVERYDAY: Final[Mapping[str, Mapping[str, str]]] = {
    "status": {
        **dict.fromkeys(("termine", "terminee", "realise", "realisee", "a eu lieu"), "completed"),
        **dict.fromkeys(("tenu", "tenue", "fini", "finie", "fait", "faite"), "completed"),
        **dict.fromkeys(("held", "done", "finished", "took place", "took-place"), "completed"),
        **dict.fromkeys(("en preparation", "scheduled"), "planned"),
        **dict.fromkeys(("canceled", "called off"), "cancelled"),
        **dict.fromkeys(("under way", "underway", "in progress"), "ongoing"),
    }
}


def fold_words(text: str) -> str:
    """Return the text in small letters, without accents, with single spaces.

    >>> fold_words("  Déplacement  d’ÉTUDE ")
    "deplacement d'etude"
    """
    split = unicodedata.normalize("NFD", text.casefold().replace("’", "'"))
    return " ".join("".join(c for c in split if not unicodedata.combining(c)).split())


@cache
def concepts_by_word(scheme: str) -> Mapping[str, str]:
    """Return folded word → concept for a scheme; words that two concepts share are left out."""
    labels = read_concept_labels().get(scheme, {})
    meant: dict[str, set[str]] = {}
    agreeing: dict[str, set[str]] = {}
    for concept, names in labels.items():
        for name in (concept, *names):
            meant.setdefault(fold_words(name), set()).add(concept)
            for other in _agreeing(name):
                agreeing.setdefault(other, set()).add(concept)
    everyday = _EVERYDAY.get(scheme, {})
    found = {word: {concept} for word, concept in everyday.items()} | agreeing | meant
    return {word: next(iter(some)) for word, some in found.items() if len(some) == 1}


def _agreeing(label: str) -> Iterator[str]:
    """Yield a French participle in the other gender: achevée, achevé."""
    name = label.casefold()
    if name.endswith(("ée", "ue")):
        yield fold_words(name[:-1])
    elif name.endswith(("é", "u")):
        yield fold_words(name) + "e"
