"""One sentence on money: an award, or a budget, cost, value or loan of any record.

Amounts stay in the currency of the source and are never added up. What the amount is for (each
year, each project), how exact it is and whose shore pays are told with it.

>>> from coopgraph.views.particulars import Share
>>> town = Share(Words("Ville de Dune", "Dune City Council"), "about")
>>> money = Particulars(
...     id="b",
...     kind="budget",
...     concept="budget",
...     shares=(town,),
...     amount="200000",
...     currency="EUR",
...     qualifier="approximate",
...     per="year",
...     side="france",
... )
>>> tell_budget(money).fr.replace("\N{NO-BREAK SPACE}", " ")
'La Ville de Dune disposait d’environ 200 000 EUR par an, côté français.'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coopgraph.views.model import Words
from coopgraph.views.particulars import NOTHING, Particulars, Share
from coopgraph.views.sentences.amounts import about, pays, side_words, sized, total_remark
from coopgraph.views.sentences.grammar import (
    head_of,
    listed,
    of,
    on_date,
    quoted,
    sentence,
    to,
    with_article,
)
from coopgraph.views.sentences.remarks import remarks_on

if TYPE_CHECKING:
    from coopgraph.views.sentences.grammar import Language

__all__ = ["tell_award", "tell_budget"]

_GIFTS: Final = {
    "loan": Words("un prêt", "a loan"),
    "equity": Words("une prise de participation", "equity"),
    "in-kind": Words("une aide en nature", "aid in kind"),
}
_GIVING: Final = {
    "announced": Words("a annoncé", "announced"),
    "paid": Words("a versé", "paid out"),
    "committed": Words("a engagé", "committed"),
}


def tell_award(record: Particulars) -> Words:
    """Return the sentence on money that was given."""
    gift = _GIFTS.get(record.concept, Words("une aide", "an award"))
    verb = _GIVING.get(record.concept, Words("a accordé", "gave"))
    return Words(
        sentence(
            f"{_giver(record, 'fr')} {verb.fr} {gift.fr}{_amount(record, 'fr')}",
            f" {_recipients_fr(record)}" if record.sharing("recipient") else "",
            _purpose(record, "fr"),
            remarks=_money_remarks(record, "fr"),
        ),
        sentence(
            f"{_giver(record, 'en')} {verb.en} {gift.en}{_amount(record, 'en')}",
            f" to {_names(record.sharing('recipient'), 'en')}"
            if record.sharing("recipient")
            else "",
            _purpose(record, "en"),
            remarks=_money_remarks(record, "en"),
        ),
    )


def _giver(record: Particulars, language: Language) -> str:
    funders = record.sharing("funder")
    programme = getattr(record.related.get("programme", NOTHING), language)
    french = language == "fr"
    if funders:
        under = ""
        if programme:
            under = f", {'au titre de' if french else 'under'} {quoted(programme, language)},"
        return _names(funders, language) + under
    if programme:
        return quoted(programme, language)
    return "un financeur non nommé" if french else "a funder that is not named"


def _amount(record: Particulars, language: Language) -> str:
    if not record.amount:
        return ""
    money = sized(record, language)
    if record.concept == "ceiling":
        return f" {'plafonnée à' if language == 'fr' else 'of at most'} {money}"
    return f" {of(money, article=False)}" if language == "fr" else f" of {money}"


def _recipients_fr(record: Particulars) -> str:
    return listed([to(share.name.fr) for share in record.sharing("recipient")], "fr")


def _purpose(record: Particulars, language: Language) -> str:
    activity = getattr(record.related.get("activity", NOTHING), language)
    said = (
        f" {'pour' if language == 'fr' else 'for'} {quoted(activity, language)}" if activity else ""
    )
    date = on_date(record.bounds.edtf, language)
    return f"{said}{',' if said else ''} {date}" if date else said


def _money_remarks(record: Particulars, language: Language) -> list[str]:
    said = []
    if record.amount and not record.currency_certain:
        said.append("monnaie incertaine" if language == "fr" else "currency uncertain")
    return [*said, *total_remark(record, language), *remarks_on(record, language)]


def _names(shares: tuple[Share, ...], language: Language) -> str:
    return listed(
        [with_article(getattr(share.name, language), language) for share in shares], language
    )


# By kind of money: told with who pays, and without. {f} pays, {s} is what the money is about; {a}
# is the amount; {has} and {of_…}, {to_s} follow them; {for_s} is "to" a body and "for" a work.
_MONEY: Final = {
    "budget": (
        Words("{f} {has} réservé {a} {for_s}", "{f} set aside {a} for {s}"),
        Words("le budget {of_s} était {of_a}", "the budget of {s} was {a}"),
    ),
    "cost": (
        Words("{f} {has} pris à sa charge {a} pour {s}", "{f} bore {a} of the cost of {s}"),
        Words("le coût {of_s} était {of_a}", "the cost of {s} was {a}"),
    ),
    "value": (
        Words("la valeur {of_s} était {of_a}, payée par {f}", "{s} was worth {a}, paid by {f}"),
        Words("la valeur {of_s} était {of_a}", "{s} was worth {a}"),
    ),
    "loan": (
        Words("{f} {has} accordé un prêt {of_a} {for_s}", "{f} granted a loan of {a} {en_for_s}"),
        Words("un prêt {of_a} a été accordé {for_s}", "a loan of {a} was granted {en_for_s}"),
    ),
    "equity": (
        Words("{f} {has} pris une participation {of_a} dans {s}", "{f} took equity of {a} in {s}"),
        Words("une participation {of_a} a été prise dans {s}", "equity of {a} was taken in {s}"),
    ),
    "requested": (
        Words(
            "une somme {of_a} a été demandée {to_f} pour {s}", "{a} was requested from {f} for {s}"
        ),
        Words("une somme {of_a} a été demandée pour {s}", "{a} was requested for {s}"),
    ),
    "announced": (
        Words("{f} {has} annoncé {a} pour {s}", "{f} announced {a} for {s}"),
        Words("une somme {of_a} a été annoncée pour {s}", "{a} was announced for {s}"),
    ),
    "committed": (
        Words("{f} {has} engagé {a} pour {s}", "{f} committed {a} to {s}"),
        Words("une somme {of_a} a été engagée pour {s}", "{a} was committed to {s}"),
    ),
    "paid": (
        Words("{f} {has} versé {a} {for_s}", "{f} paid {a} {en_for_s}"),
        Words("une somme {of_a} a été versée {for_s}", "{a} was paid {en_for_s}"),
    ),
    "in-kind": (
        Words(
            "{f} {has} apporté en nature l’équivalent {of_a} {for_s}",
            "{f} gave the worth of {a} in kind {en_for_s}",
        ),
        Words(
            "une aide en nature {of_a} a été apportée {for_s}",
            "aid in kind worth {a} was given {en_for_s}",
        ),
    ),
    "ceiling": (
        Words("le plafond fixé par {f} pour {s} était {of_a}", "{f} set a ceiling of {a} for {s}"),
        Words("le plafond fixé pour {s} était {of_a}", "the ceiling for {s} was {a}"),
    ),
}
_HAVING: Final = Words("{s} {disposed} {of_a}", "{s} had {a}")
_OTHER: Final = (
    Words("{f} {has} apporté {a} pour {s}", "{f} provided {a} for {s}"),
    Words("une somme {of_a} concerne {s}", "{a} concerns {s}"),
)


def tell_budget(record: Particulars) -> Words:
    """Return the sentence on money that a record has, costs, is worth or is lent."""
    return Words(_budget(record, "fr"), _budget(record, "en"))


def _budget(record: Particulars, language: Language) -> str:
    funders = record.sharing("funder")
    words = _MONEY.get(record.concept, _OTHER)[0 if funders else 1]
    if record.concept == "budget" and not funders and pays(record):
        words = _HAVING
    amount = sized(record, language)
    said = getattr(words, language).format(
        a=amount,
        of_a=of(amount, article=False),
        s=about(record, language),
        f=_names(funders, language),
        **(_joints(record, funders) if language == "fr" else {"en_for_s": _for_english(record)}),
    )
    date = on_date(record.bounds.edtf, language)
    side = side_words(record.side, language)
    return sentence(
        said,
        f", {side}" if side else "",
        f"{',' if side else ''} {date}" if date else "",
        remarks=_money_remarks(record, language),
    )


def _joints(record: Particulars, funders: tuple[Share, ...]) -> dict[str, str]:
    """Return what agrees in French with who pays and with what the money is about."""
    subject = about(record, "fr")
    name = next((share.name.fr for share in record.sharing("about")), "")
    plain = pays(record)
    head = head_of(name)
    return {
        "has": "ont" if len(funders) > 1 or _is_plural(funders) else "a",
        "to_f": listed([to(share.name.fr) for share in funders], "fr"),
        "of_s": of(name) if plain else of(subject, article=False),
        "for_s": to(name) if plain else f"pour {subject}",
        "disposed": "disposaient" if head and head.plural else "disposait",
    }


def _is_plural(shares: tuple[Share, ...]) -> bool:
    heads = [head_of(share.name.fr) for share in shares]
    return any(head is not None and head.plural for head in heads)


def _for_english(record: Particulars) -> str:
    return f"{'to' if pays(record) else 'for'} {about(record, 'en')}"
