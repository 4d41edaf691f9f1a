"""Numbers in words: how exact they are, what they are for, whose they are, what they describe.

Shared by the sentences on money and on figures. A qualifier or a period that a historian adds to
the kinds has no line here and is told by its id, in brackets.

>>> from coopgraph.views.particulars import Particulars
>>> count = Particulars(id="f", kind="figure", value="1298", qualifier="at-least")
>>> number_in_words(count.value, "en"), qualified(count, "12", "fr")
('1,298', 'au moins 12')
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coopgraph.views.model import Words
from coopgraph.views.sentences.grammar import amount_in_words, quoted, with_article

if TYPE_CHECKING:
    from coopgraph.views.particulars import Particulars
    from coopgraph.views.sentences.grammar import Language

__all__ = [
    "PERIODS",
    "QUALIFIERS",
    "about",
    "number_in_words",
    "pays",
    "qualified",
    "side_words",
    "sized",
    "total_remark",
]

QUALIFIERS: Final = {
    "exact": Words("{0}", "{0}"),
    "approximate": Words("environ {0}", "about {0}"),
    "at-least": Words("au moins {0}", "at least {0}"),
    "at-most": Words("au plus {0}", "at most {0}"),
    "since-start": Words("{0} depuis l’origine", "{0} since the start"),
    "announced": Words("{0} (annonce)", "{0} (announced)"),
    "part-of-total": Words("{0}", "{0}"),  # told as a remark
}
PERIODS: Final = {
    "year": Words("par an", "a year"),
    "total": Words("au total", "in total"),
    "project": Words("par projet", "per project"),
    "call": Words("par appel", "per call"),
    "company": Words("par entreprise", "per company"),
    "team": Words("par équipe", "per team"),
    "film": Words("par film", "per film"),
    "prize": Words("par prix", "per prize"),
}
_SIDES: Final = {
    "france": Words("côté français", "on the French side"),
    "quebec": Words("côté québécois", "on the Québec side"),
    "joint": Words("des deux côtés ensemble", "on both sides together"),
}
_NAMELESS: Final = Words("une relation", "a relation")


def number_in_words(value: str, language: Language) -> str:
    """Write a number with the separators of the language.

    >>> number_in_words("3500.25", "en"), number_in_words("-4", "en")
    ('3,500.25', '-4')
    """
    whole, _, rest = value.partition(".")
    sign, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    number = sign + amount_in_words(whole or "0", "", language)
    if not rest.strip("0"):
        return number
    return f"{number}{',' if language == 'fr' else '.'}{rest.rstrip('0')}"


def qualified(record: Particulars, thing: str, language: Language) -> str:
    """Say how exact the amount or number is."""
    if not record.qualifier:
        return thing
    known = QUALIFIERS.get(record.qualifier, Words(f"{{0}} ({record.qualifier})", ""))
    return str((getattr(known, language) or known.fr).format(thing))


def sized(record: Particulars, language: Language) -> str:
    """Return the amount of a record with its currency, its exactness and what it is for."""
    said = qualified(record, amount_in_words(record.amount, record.currency, language), language)
    if not record.per:
        return said
    period = PERIODS.get(record.per, Words(f"({record.per})", f"({record.per})"))
    return f"{said} {getattr(period, language)}"


def side_words(side: str, language: Language) -> str:
    """Return whose shore an amount or figure is about; nothing where it is neither's."""
    return str(getattr(_SIDES[side], language)) if side in _SIDES else ""


def about(record: Particulars, language: Language) -> str:
    """Name what an amount or a figure describes, as it stands inside a sentence."""
    share = next(iter(record.sharing("about")), None)
    name = getattr(share.name, language) if share else ""
    if share is None or not name:
        return str(getattr(_NAMELESS, language))
    if share.is_actor or (language == "fr" and name.startswith("Fonds ")):
        return with_article(name, language)
    return quoted(name, language)


def pays(record: Particulars) -> bool:
    """Tell whether what is described is a body to which money can be handed."""
    return any(
        share.is_actor or share.name.fr.startswith("Fonds ") for share in record.sharing("about")
    )


def total_remark(record: Particulars, language: Language) -> list[str]:
    """Say where an amount or a figure is contained in another one."""
    if not record.part_of_total and record.qualifier != "part-of-total":
        return []
    return ["part d’un total donné par ailleurs" if language == "fr" else "part of a given total"]
