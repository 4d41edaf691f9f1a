"""Words of a question: cut, folded, stemmed, and the words near them in meaning.

>>> [word.folded for word in cut_words("Où l’Été à Lévis ?")]
['ou', 'l', 'ete', 'a', 'levis']
>>> stem("coopérations", "fr") == stem("cooperation", "fr")
True
>>> guess_language("who signed the charter?", otherwise="fr")
'en'

Capitals never matter, and accents only where a French ending needs them. The groups of near words
stand in ``thesaurus.txt`` beside this file. It knows nothing of names, dates or questions.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

import snowballstemmer  # type: ignore[import-untyped]  # ships no types

__all__ = [
    "LANGUAGES",
    "STOP_WORDS",
    "Word",
    "content_stems",
    "cut_words",
    "fold",
    "guess_language",
    "known_stems",
    "near_stems",
    "phrase_groups",
    "stem",
]

LANGUAGES: Final = ("fr", "en")
_WORD: Final = re.compile(r"[^\W_]+")
_STEMMERS: Final = {"fr": "french", "en": "english"}
_SMALL_FRENCH: Final = """
a ai ainsi alors apres as au auquel aussi autre autres aux avaient avait avec avoir avons
ayant c ca car ce ceci cela celle celles celui ces cet cette ceux chaque ci combien comme
comment d dans de des dit donc dont du elle elles en encore entre est et etaient etait
etant ete etes etre eu eurent eut eux faire fait faits faut furent fut ici il ils j je l
la laquelle le lequel les lesquelles lesquels leur leurs lui m ma mais me meme mes moi
moins mon n ne nos notre nous on ont ou par pas plus plusieurs pour puis qu quand que quel
quelle quelles quels qui quoi s sa se selon ses si soit son sont sous sur t ta tel telle
tels tes toi ton tous tout toute toutes tres tu un une va vers vos votre vous y
"""
_SMALL_ENGLISH: Final = """
a again an and any anything are as at be been being between but by can could did do does
done during each ever for from get got had has have he her here him his how i if in into
is it its just many me more most much my of off on one or other our out over own s she
should since so some such t than that the their them then there these they this those
through to too under up us very was we were what when where which while who whom whose why
will with would you your
"""
STOP_WORDS: Final = {
    "fr": frozenset(_SMALL_FRENCH.split()),
    "en": frozenset(_SMALL_ENGLISH.split()),
}


class Word(NamedTuple):
    """One word of a text: as written, folded, and where it stands."""

    written: str
    folded: str
    start: int
    end: int


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Return the text in small letters without accents.

    >>> fold("Cœur d’Été")
    'coeur d’ete'
    """
    if text.isascii():
        return text.lower()
    plain = text.lower().replace("œ", "oe").replace("æ", "ae")
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


def cut_words(text: str) -> list[Word]:
    """Return the words of a text; signs, emoji and control characters are no words."""
    return [
        Word(match[0], fold(match[0]), match.start(), match.end()) for match in _WORD.finditer(text)
    ]


@cache
def _stemmer(language: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(_STEMMERS[language])


@cache
def stem(word: str, language: str) -> str:
    """Return the stem of one word, without accents.

    >>> stem("Missions", "en")
    'mission'
    """
    return fold(_stemmer(language).stemWord(word.lower()))


def content_stems(text: str, language: str) -> list[str]:
    """Return the stems of the words that carry meaning.

    >>> content_stems("Which of the missions?", "en")
    ['mission']
    """
    stop = STOP_WORDS[language]
    return [stem(w.written, language) for w in cut_words(text) if w.folded not in stop]


def guess_language(text: str, *, otherwise: str) -> str:
    """Return the language whose small words occur more often; `otherwise` when neither does."""
    words = [word.folded for word in cut_words(text)]
    counts = {
        language: sum(word in STOP_WORDS[language] for word in words)
        + sum(stem(word, language) in known_stems(language) for word in words) / 2
        for language in LANGUAGES
    }
    if counts["fr"] == counts["en"]:
        return "fr" if re.search(r"[àâçéèêëîïôùûœ]", text.lower()) and counts["fr"] else otherwise
    return max(counts, key=lambda language: counts[language])


class _Groups(NamedTuple):
    """The thesaurus in one language: members by group, groups by stem, groups by phrase."""

    members: tuple[frozenset[str], ...]
    by_stem: dict[str, tuple[int, ...]]
    by_phrase: dict[tuple[str, ...], tuple[int, ...]]


@cache
def _groups(language: str) -> _Groups:
    members: list[frozenset[str]] = []
    by_stem: dict[str, tuple[int, ...]] = {}
    by_phrase: dict[tuple[str, ...], tuple[int, ...]] = {}
    for number, entries in enumerate(_entries(language)):
        stems = set()
        for entry in entries:
            parts = tuple(stem(word.written, language) for word in cut_words(entry))
            if len(parts) == 1:
                stems.add(parts[0])
                by_stem[parts[0]] = (*by_stem.get(parts[0], ()), number)
            else:
                by_phrase[parts] = (*by_phrase.get(parts, ()), number)
        members.append(frozenset(stems))
    return _Groups(tuple(members), by_stem, by_phrase)


def _entries(language: str) -> Iterable[list[str]]:
    text = (Path(__file__).parent / "thesaurus.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield [e.strip() for e in line.split("|")[LANGUAGES.index(language)].split(",")]


@cache
def known_stems(language: str) -> frozenset[str]:
    """Return every stem of the thesaurus."""
    return frozenset(_groups(language).by_stem)


def near_stems(stemmed: str, language: str) -> frozenset[str]:
    """Return the stems of the groups that this one belongs to, itself left out.

    >>> stem("pact", "en") in near_stems(stem("treaty", "en"), "en")
    True
    """
    groups = _groups(language)
    found = [groups.members[number] for number in groups.by_stem.get(stemmed, ())]
    return frozenset().union(*found) - {stemmed}


def phrase_groups(stems: list[str], language: str) -> frozenset[str]:
    """Return the stems of the groups that a run of words in `stems` belongs to.

    >>> stem("participate", "en") in phrase_groups(["who", "took", "part"], "en")
    True
    """
    groups = _groups(language)
    found = [
        groups.members[number]
        for phrase, numbers in groups.by_phrase.items()
        if any(tuple(stems[at : at + len(phrase)]) == phrase for at in range(len(stems)))
        for number in numbers
    ]
    return frozenset().union(*found)
