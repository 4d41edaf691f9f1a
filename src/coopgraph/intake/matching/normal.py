"""Normal forms of names: what may differ between two spellings of one name is taken away.

>>> a, b = normalise("Mairie de Saint-Dune"), normalise("VILLE DE ST DUNE")
>>> a.identity == b.identity
True
>>> normalise("Métropole de Saint-Dune").identity == a.identity
False
>>> normalise("7e session de la Commission des Dunes 2031 (CD)")[3:]
(frozenset({'7'}), frozenset({'2031'}), frozenset({'cd'}), frozenset())

Case, accents, ligatures, apostrophes, hyphens, articles and Saint/St make no difference; nor do the
words that only say what kind of body is meant, as long as the kind is the same (a town hall speaks
for its town; a metropolis is another body). Numbers and years are kept apart, because editions of
one thing are different things. Nothing is looked up in a dictionary of places or persons.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from coopgraph.intake.matching.words import ARTICLES, BODIES, LEGAL_FORMS, ORDINALS, SIDES

__all__ = ["NormalName", "fold", "initials", "normalise", "normalise_url"]

_LIGATURES: Final = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "&": " et ", "№": "no"})
_BRACKETS: Final = re.compile(r"\(([^()]*)\)")
_ACRONYM: Final = re.compile(r"(?:[A-Z]\.?){2,8}s?")
_CAPITALS: Final = re.compile(r"\b[A-Z][A-Z0-9]{2,7}\b")
_ORDINAL: Final = re.compile(r"(\d{1,3})(?:es?|re|er|ere|eme|emes|ieme|th|st|nd|rd)?")
_ROMAN: Final = re.compile(r"([ivx]+)(?:e|es|eme|er|re)")
_YEAR: Final = re.compile(r"(?:1[6-9]|20|21)\d\d")
# Parts of an address that say how a reader came to the page, not which page it is.
_PASSING: Final = re.compile(r"(?:utm_|fbclid=|gclid=|p?returnurl=|amp(?:=|$))", re.IGNORECASE)
_ROMAN_VALUES: Final = {"i": 1, "v": 5, "x": 10}
_NAMED_PREFIX: Final = re.compile(
    r"^(?P<body>" + "|".join(re.escape(text) for text, _ in BODIES) + r")(?: |$)"
)
_BODY_OF: Final = dict(BODIES)


class NormalName(NamedTuple):
    """A name taken apart.

    `core` holds its own words in order, `body` the kind of body it says (``"commune"``,
    ``"metropolis"``, empty where it says none), `numbers` the ordinals and other numbers, `years`
    the years, `acronyms` those in brackets or capitals, `sides` the shores named in brackets.
    """

    text: str
    body: str
    core: tuple[str, ...]
    numbers: frozenset[str]
    years: frozenset[str]
    acronyms: frozenset[str]
    sides: frozenset[str]

    @property
    def identity(self) -> tuple[str, str, frozenset[str], frozenset[str], frozenset[str]]:
        """Return what two spellings of one name have in common."""
        return (self.body, " ".join(self.core), self.numbers, self.years, self.sides)


def fold(text: str) -> str:
    """Return `text` in small letters of ASCII, words parted by one space.

    >>> fold("L’Œuvre — « Île-d’Été »")
    'l oeuvre ile d ete'
    """
    small = unicodedata.normalize("NFKD", text.lower().translate(_LIGATURES))
    plain = "".join(sign for sign in small if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", plain).split())


@lru_cache(maxsize=65536)
def normalise(text: str) -> NormalName:
    """Take a name apart; equal `identity` means that only the spelling differs."""
    acronyms, sides, inner = _read_brackets(text)
    outer = _BRACKETS.sub(" ", text)
    words = _unify(fold(outer).split())
    body, words = _take_body(words)
    body = body or _BODY_OF.get(fold(inner), "")
    core, numbers, years = _part_numbers(words)
    if not core and inner:
        core, *_ = _part_numbers(_unify(fold(inner).split()))
    _, more_numbers, more_years = _part_numbers(_unify(fold(inner).split()))
    if outer.strip() and outer.upper() != outer:
        acronyms |= {fold(found) for found in _CAPITALS.findall(outer)}
    return NormalName(
        fold(text),
        body,
        tuple(core),
        frozenset(numbers | more_numbers),
        frozenset(years | more_years),
        frozenset(acronyms),
        frozenset(sides),
    )


def initials(name: NormalName) -> str:
    """Return the letters that an acronym of the name would have.

    >>> initials(normalise("Technopole maritime des Dunes"))
    'tmd'
    """
    return "".join(word[0] for word in name.text.split() if word not in ARTICLES)


@lru_cache(maxsize=16384)
def normalise_url(url: str) -> str:
    """Return what two addresses of one page have in common.

    >>> normalise_url("http://www.example.org/Page/") == normalise_url("https://example.org/Page")
    True
    >>> normalise_url("https://web.archive.org/web/2016id_/http://example.org/a#b")
    'example.org/a'
    """
    bare = re.sub(r"^https?://web\.archive\.org/web/[^/]+/", "", url.strip())
    bare = re.sub(r"^[a-z]+://", "", bare).partition("#")[0]
    host, _, path = bare.partition("/")
    host = re.sub(r"^(?:www\d?|m)\.", "", host.lower()).removesuffix(":80")
    path, _, query = path.partition("?")
    wanted = sorted(part for part in query.split("&") if part and not _PASSING.match(part))
    address = f"{host}/{path.removesuffix('/amp')}".rstrip("/")
    return f"{address}?{'&'.join(wanted)}" if wanted else address


def _read_brackets(text: str) -> tuple[set[str], set[str], str]:
    """Return acronyms and shores that stand in brackets, and all else that stands there."""
    acronyms: set[str] = set()
    sides: set[str] = set()
    rest = []
    for inner in _BRACKETS.findall(text):
        if _ACRONYM.fullmatch(inner.strip()):
            acronyms.add(fold(inner.replace(".", "")))
        elif fold(inner) in SIDES:
            sides.add(SIDES[fold(inner)])
        else:
            rest.append(inner)
    return acronyms, sides, " ".join(rest)


def _unify(words: list[str]) -> list[str]:
    """Write Saint in one way, and 2nd and second too."""
    unified = []
    for place, word in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else ""
        if word in {"st", "ste", "sainte"} and following:
            word = {"st": "saint", "ste": "sainte"}.get(word, word)
        elif word in ORDINALS and not following.startswith("ministre"):
            word = ORDINALS[word]
        unified.append(word)
    return unified


def _take_body(words: list[str]) -> tuple[str, list[str]]:
    """Part the words that say what kind of body it is from the rest."""
    while words and words[0] in ARTICLES:
        words = words[1:]
    text = " ".join(words)
    if found := _NAMED_PREFIX.match(text):
        rest = text[found.end() :].split()
        if any(word not in ARTICLES for word in rest):
            return _BODY_OF[found["body"]], rest
    for ending, body in (("metropole", "metropolis"), ("agglomeration", "metropolis")):
        if ending in words[1:]:
            return body, [word for word in words if word != ending]
    return "", words


def _part_numbers(words: list[str]) -> tuple[list[str], set[str], set[str]]:
    """Part the words from numbers and years; articles and legal forms fall away."""
    core: list[str] = []
    numbers: set[str] = set()
    years: set[str] = set()
    for word in words:
        if _YEAR.fullmatch(word):
            years.add(word)
        elif found := _ORDINAL.fullmatch(word):
            numbers.add(str(int(found[1])))
        elif found := _ROMAN.fullmatch(word):
            numbers.add(str(_roman(found[1])))
        elif word not in ARTICLES and word not in LEGAL_FORMS:
            core.append(word)
    return core, numbers, years


def _roman(letters: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in letters]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)
