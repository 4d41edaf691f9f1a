"""How alike two names are: words are paired, common words count little, what is left over counts.

>>> from coopgraph.intake.matching.normal import normalise
>>> a = normalise("Fonds des Dunes – Santé")
>>> even = lambda word: 1.0
>>> compare_names(a, normalise("Fonds des Dunes – Société"), even).dice
0.67
>>> compare_names(a, normalise("Fonds des Dûnes, santé"), even).dice
1.0

A word pairs with another when they are spelt alike (long words may differ in a letter or two).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from coopgraph.intake.matching.normal import NormalName

__all__ = ["Likeness", "compare_names", "compare_words"]


class Likeness(NamedTuple):
    """`dice` from 0 to 1; what is shared, and what each name has alone, by weight of its words."""

    dice: float
    shared: float
    least_left: float
    most_left: float


def compare_names(a: NormalName, b: NormalName, weigh: Callable[[str], float]) -> Likeness:
    """Compare the own words of two names."""
    return compare_words(frozenset(a.core), frozenset(b.core), weigh)


def compare_words(a: frozenset[str], b: frozenset[str], weigh: Callable[[str], float]) -> Likeness:
    """Compare two sets of words; the order of the two makes no difference."""
    same = a & b
    shared = sum(map(weigh, same))
    left_a, left_b = sorted(a - same), sorted(b - same)
    for word in list(left_a):
        if near := _nearest(word, left_b):
            left_a.remove(word)
            left_b.remove(near)
            shared += (weigh(word) + weigh(near)) / 2
    alone = sorted((sum(map(weigh, left_a)), sum(map(weigh, left_b))))
    whole = 2 * shared + sum(alone)
    return Likeness(round(2 * shared / whole, 2) if whole else 0.0, round(shared, 3), *alone)


def _nearest(word: str, others: list[str]) -> str:
    """Return the word of `others` that is a spelling of `word`, or the empty string."""
    for other in others:
        if _same_word(word, other):
            return other
    return ""


def _same_word(a: str, b: str) -> bool:
    """Tell whether two words are spellings of one: a plural, a slip in a long word."""
    # Nearly all pairs end here, and there are millions.
    if a[0] != b[0] or abs(len(a) - len(b)) > 2:
        return False
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if len(short) >= 4 and long[:-1] == short and long[-1] in "sxe":
        return True
    allowed = 0 if len(short) < 6 else 1 if len(short) < 9 else 2
    return allowed > 0 and DamerauLevenshtein.distance(a, b, score_cutoff=allowed) <= allowed
