"""French and English around names that come from the data: articles, elision, lists, dates.

A name tells its gender only by its first word, so that an article is set where that word is a
common noun of the tables below, and nowhere else:

>>> with_article("Marine nationale", "fr"), with_article("Brest métropole", "fr")
('la Marine nationale', 'Brest métropole')
>>> of("Technopôle des Dunes"), of("Anaximandre"), to("Université du Sable")
('du Technopôle des Dunes', 'd’Anaximandre', 'à l’Université du Sable')
>>> with_article("French Navy", "en"), listed(["A", "B", "C"], "en")
('the French Navy', 'A, B and C')
>>> on_date("2018-23", "fr"), on_date("2018-23", "en")
('à l’automne 2018', 'in autumn 2018')

It does not conjugate; verbs and kinds stand in `coopgraph.views.sentences.nouns`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from coopgraph.dates import InvalidDate
from coopgraph.identifiers import make_identifier
from coopgraph.spelling import MONTHS, SEASONS, spell_date

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "NO_BREAK",
    "Head",
    "Language",
    "amount_in_words",
    "date_words",
    "for_date",
    "from_date",
    "head_of",
    "listed",
    "of",
    "on_date",
    "quoted",
    "sentence",
    "to",
    "with_article",
]

Language = Literal["fr", "en"]
NO_BREAK: Final = "\u00a0"

_VOWELS: Final = "aàâeéèêëiîïoôuùûœæ"
_MOST_NAMED: Final = 8


class Head(NamedTuple):
    """What the first word of a French name says of it."""

    feminine: bool
    plural: bool


def _heads(words: str, *, feminine: bool, plural: bool = False) -> dict[str, Head]:
    return {word: Head(feminine, plural) for word in words.split()}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# First words, without accents and capitals, that take an article inside a sentence.
_HEADS: Final = {
    **_heads(
        "association assemblee agence ambassade academie banque bibliotheque caisse chambre "
        "commission commune communaute compagnie confederation conference cooperative cour "
        "delegation direction ecole faculte federation fondation grappe haute ligue mairie "
        "maison marine metropole mission municipalite pepiniere prefecture region regie "
        "republique societe station technopole-regionale union universite ville",
        feminine=True,
    ),
    **_heads(
        "bureau cabinet campus cegep centre college comite commissariat conseil consortium "
        "consulat departement etat fonds gouvernement groupe groupement hopital incubateur "
        "institut institute laboratoire lycee ministere musee office orchestre parlement pole "
        "port premier rectorat regroupement reseau secretariat senat service syndicat technopole "
        "theatre tribunal",
        feminine=False,
    ),
    **_heads("acteurs archives entreprises etats fonds-publics habitants iles partenaires "
             "services universites villes", feminine=False, plural=True),
}  # fmt: skip
_ENGLISH_FIRST: Final = _words(
    "agency association city council department embassy federation french government ministry "
    "office port region town unnamed"
)
_ENGLISH_LAST: Final = _words(
    "agency army association authority centre chamber committee consulate council delegation "
    "department embassy federation foundation government institute laboratory ministry navy "
    "network office region secretariat service technopole university"
)


def head_of(name: str) -> Head | None:
    """Return whether a French name is feminine and whether plural; None where it does not say.

    >>> head_of("Acteurs économiques des Dunes"), head_of("Quiet-Oceans")
    (Head(feminine=False, plural=True), None)
    """
    first = name.split()[0] if name.split() else ""
    return _HEADS.get(make_identifier(first)) if "-" not in first else None


def with_article(name: str, language: Language) -> str:
    """Return the name as it stands inside a sentence."""
    if language == "en":
        return f"the {name}" if _takes_the(name) else name
    return _article(name) + name


def _takes_the(name: str) -> bool:
    words = name.lower().split()
    if not words or words[0] == "the":
        return False
    if words[0] == "unnamed":
        return False
    # "University of X" takes it, "X University" does not.
    named_after = words[0] == "university" and "of" in words
    return words[0] in _ENGLISH_FIRST or words[-1] in _ENGLISH_LAST - {"university"} or named_after


def _article(name: str) -> str:
    head = head_of(name)
    if head is None:
        return ""
    feminine, plural = head
    if plural:
        return "les "
    if _starts_with_vowel(name):
        return "l’"
    return "la " if feminine else "le "


def _starts_with_vowel(name: str) -> bool:
    # The h of these is mute; of a proper name nobody can tell.
    first = name.lower()
    return first[:1] in _VOWELS or first.startswith(("hôpital", "hôtel", "habitant"))


def of(name: str, *, article: bool = True) -> str:
    """Return « de » and the name: contracted with its article, elided before a vowel."""
    found = _article(name) if article else ""
    if found in ("le ", "les "):
        return {"le ": "du ", "les ": "des "}[found] + name
    if found:
        return f"de {found}{name}"
    return ("d’" if _starts_with_vowel(name) else "de ") + name


def to(name: str) -> str:
    """Return « à » and the name, contracted with its article."""
    found = _article(name)
    if found in ("le ", "les "):
        return {"le ": "au ", "les ": "aux "}[found] + name
    return f"à {found}{name}"


def listed(names: Sequence[str], language: Language) -> str:
    """Join names; a long list ends in the number of those left out.

    >>> listed(list("ABCDEFGHIJ"), "fr")
    'A, B, C, D, E, F, G, H et 2 autres'
    """
    word = "et" if language == "fr" else "and"
    shown, more = list(names[:_MOST_NAMED]), len(names) - _MOST_NAMED
    if more == 1:
        shown, more = list(names), 0
    if more > 0:
        shown.append(f"{more} {'autres' if language == 'fr' else 'others'}")
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} {word} {shown[-1]}"


def quoted(title: str, language: Language) -> str:
    """Set a title between the marks of the language; marks inside it change to the inner ones.

    >>> quoted("Axe", "en"), quoted("Le « Sable »", "fr").replace(NO_BREAK, " ")
    ('“Axe”', '« Le “Sable” »')
    """
    if language == "en":
        return f"“{title.replace('“', '‘').replace('”', '’')}”"
    inner = title
    for mark in (f"«{NO_BREAK}", "«\u202f", "« ", "«"):
        inner = inner.replace(mark, "“")
    for mark in (f"{NO_BREAK}»", "\u202f»", " »", "»"):
        inner = inner.replace(mark, "”")
    return f"«{NO_BREAK}{inner}{NO_BREAK}»"


@lru_cache(maxsize=16_384)  # the same days come back in thousands of facts
def date_words(edtf: str, language: Language) -> str:
    """Return the date as people say it; what is no EDTF of ours comes back as it is."""
    if not edtf:
        return ""
    try:
        return spell_date(edtf, language)
    except InvalidDate:
        return edtf


@lru_cache(maxsize=16_384)
def on_date(edtf: str, language: Language) -> str:
    """Return the date with the preposition that says when something took place.

    >>> on_date("2019-08-13", "fr"), on_date("2019-08-13", "en"), on_date("199X", "fr")
    ('le 13 août 2019', 'on 13 August 2019', 'dans les années 1990')
    """
    words = _doubted_once(date_words(edtf, language), language)
    if not words:
        return ""
    return _in_french(words) if language == "fr" else _in_english(words)


_DOUBTED: Final = {
    "fr": ("(incertain)", "(dates incertaines)"),
    "en": ("(uncertain)", "(dates uncertain)"),
}


def _doubted_once(words: str, language: Language) -> str:
    """Say once of both days what is said of each.

    >>> _doubted_once("from 2016 (uncertain) to 2017 (uncertain)", "en")
    'from 2016 to 2017 (dates uncertain)'
    """
    one, both = _DOUBTED[language]
    if words.count(one) < 2 or not words.endswith(one):
        return words
    return words.replace(f" {one}", "") + f" {both}"


def for_date(edtf: str) -> str:
    """Return the English date with the preposition of a plan.

    >>> for_date("2019"), for_date("2019/2020"), for_date("2010/..")
    ('for 2019', 'from 2019 to 2020', 'since 2010')
    """
    words = date_words(edtf, "en")
    return words if not words or words.startswith(_ENGLISH_READY) else f"for {words}"


_FRENCH_READY: Final = (
    *("un jour", "à partir", "au plus", "depuis", "vers", "de ", "du ", "des ", "d’", "jusqu"),
)
_ENGLISH_READY: Final = ("from", "no later", "since", "until")


def _in_french(words: str) -> str:
    first, _, rest = words.partition(" ")
    if words.startswith(_FRENCH_READY):
        return words
    if first == "années":
        return f"dans les {words}"
    if first in SEASONS["fr"]:
        return f"au {words}" if first == "printemps" else f"à l’{words}"
    day = first == "1er" or (first.isdigit() and rest.split(" ")[0] in MONTHS["fr"])
    return f"le {words}" if day else f"en {words}"


def _in_english(words: str) -> str:
    first, _, rest = words.partition(" ")
    if words.startswith(_ENGLISH_READY):
        return words
    if first == "some" or (first.isdigit() and rest.split(" ")[0] in MONTHS["en"]):
        return f"on {words}"
    if first == "years" or first.endswith("0s"):
        return f"in the {words}"
    return f"in {words}"


# A date may end in a remark of its own: one pair of brackets is enough.
_REMARKED: Final = (
    "inconnu)",
    "inconnue)",
    "incertain)",
    "incertaines)",
    "approximatif)",
    "unknown)",
    "uncertain)",
)


def amount_in_words(amount: str, currency: str, language: Language) -> str:
    """Write an amount with its currency, never converted.

    >>> amount_in_words("9500.5", "CAD", "fr").replace(NO_BREAK, " ")
    '9 500,50 CAD'
    >>> amount_in_words("12000", "EUR", "en").replace(NO_BREAK, " ")
    'EUR 12,000'
    """
    whole, _, cents = amount.partition(".")
    number = f"{int(whole):,}"
    if cents.strip("0"):
        number += "." + cents.ljust(2, "0")
    if language == "en":
        return f"{currency}{NO_BREAK}{number}".strip(NO_BREAK)
    french = number.replace(",", NO_BREAK).replace(".", ",")
    return f"{french}{NO_BREAK}{currency}".strip(NO_BREAK)


def from_date(edtf: str, language: Language) -> str:
    """Return the time for which something was so, where its end or beginning may be unknown.

    >>> [from_date(edtf, "fr") for edtf in ("2011-04-06/", "2011/", "/2015")]
    ['à partir du 6 avril 2011', 'à partir de 2011', 'jusqu’en 2015']
    >>> from_date("2011-04-06/", "en"), from_date("/2015", "en"), from_date("2012/2017", "en")
    ('from 6 April 2011', 'until 2015', 'from 2012 to 2017')
    """
    if edtf.startswith("/"):
        return on_date(f"..{edtf}", language)
    if not edtf.endswith("/"):
        return on_date(edtf, language)
    since = on_date(f"{edtf}..", language)
    if language == "en":
        return since.replace("since ", "from ", 1)
    begin = since.removeprefix("depuis ")
    for article, contracted in (("les ", "des "), ("le ", "du "), ("l’", "de l’")):
        if begin.startswith(article):
            return f"à partir {contracted}{begin.removeprefix(article)}"
    return f"à partir {of(begin, article=False)}"


def sentence(*parts: str, remarks: Sequence[str] = ()) -> str:
    """Put the parts of a sentence together: capital, commas as given, remarks, full stop.

    >>> sentence("le port a organisé une visite", ", en 2031", remarks=["date déduite"])
    'Le port a organisé une visite, en 2031 (date déduite).'
    """
    text = "".join(part for part in parts if part)
    if remarks and text.endswith(_REMARKED):
        text = f"{text[:-1]}, {', '.join(remarks)})"
    elif remarks:
        text += f" ({', '.join(remarks)})"
    return text[:1].upper() + text[1:] + "."
