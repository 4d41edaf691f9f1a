"""One sentence on an agreement, on who signed it, on a fund or programme, on an award.

>>> from coopgraph.views.particulars import Share
>>> parties = tuple(Share(Words(name, name), "party") for name in ("Ville de Dune", "Oasis"))
>>> pact = Particulars(id="a", kind="agreement", concept="entente", shares=parties, signed="2031")
>>> tell_agreement(pact).fr
'La Ville de Dune et Oasis ont signé une entente en 2031.'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coopgraph.views.model import Words
from coopgraph.views.particulars import NOTHING, Particulars, Share
from coopgraph.views.sentences.grammar import (
    amount_in_words,
    listed,
    of,
    on_date,
    quoted,
    sentence,
    to,
    with_article,
)
from coopgraph.views.sentences.nouns import noun_of
from coopgraph.views.sentences.remarks import as_of, remarks_on

if TYPE_CHECKING:
    from coopgraph.views.sentences.grammar import Language

__all__ = ["tell_agreement", "tell_award", "tell_programme", "tell_signature"]

_ENDED: Final = ("expired", "terminated", "superseded")


def tell_agreement(record: Particulars) -> Words:
    """Return the sentence on an agreement: its parties, its signing, its time in force."""
    return Words(_agreement_fr(record), _agreement_en(record))


def _agreement_fr(record: Particulars) -> str:
    noun = noun_of("agreement", record.concept, record.label)
    many = record.batch
    thing = f"{record.count or 'plusieurs'} {noun.plural_fr}" if many else noun.one_fr
    title = f", {quoted(record.title.fr, 'fr')}" if record.title.fr else ""
    parties = _names(record.sharing("party"), "fr")
    plural = len(record.sharing("party")) > 1
    date = on_date(record.signed, "fr")
    when = f"{',' if title else ''} {date}" if date else ""
    ending = noun.ending + ("s" if many else "")
    if record.status == "agreed-in-principle" and parties:
        agreed = "ont convenu" if plural else "a convenu"
        said = f"{parties} {agreed} du principe {of(thing, article=False)}{title}{when}"
    elif parties and date:
        said = f"{parties} {'ont' if plural else 'a'} signé {thing}{title}{when}"
    elif parties:
        comma = "," if title else ""
        said = f"{thing}{title}{comma} {'lient' if many else 'lie'} {parties}"
    elif date:
        has = "ont" if many else "a"
        said = f"{thing}{title}{',' if title else ''} {has} été signé{ending} {date}"
    else:
        said = f"les sources parlent {of(thing, article=False)}{title}"
    return sentence(said, _in_force(record, "fr"), remarks=_agreement_remarks(record, "fr"))


def _agreement_en(record: Particulars) -> str:
    noun = noun_of("agreement", record.concept, record.label)
    many = record.batch
    thing = f"{record.count or 'several'} {noun.plural_en}" if many else noun.one_en
    title = f", {quoted(record.title.en, 'en')}" if record.title.en else ""
    comma = "," if title else ""
    parties = _names(record.sharing("party"), "en")
    date = on_date(record.signed, "en")
    when = f"{comma} {date}" if date else ""
    if record.status == "agreed-in-principle" and parties:
        said = f"{parties} agreed in principle on {thing}{title}{when}"
    elif parties and date:
        said = f"{parties} signed {thing}{title}{when}"
    elif parties:
        said = f"{thing}{title}{comma} {'bind' if many else 'binds'} {parties}"
    elif date:
        said = f"{thing}{title}{comma} {'were' if many else 'was'} signed {date}"
    else:
        said = f"the sources speak of {thing}{title}"
    return sentence(said, _in_force(record, "en"), remarks=_agreement_remarks(record, "en"))


def _in_force(record: Particulars, language: Language) -> str:
    if not record.in_force:
        return ""
    spans = listed([on_date(edtf, language) for edtf in record.in_force], language)
    return f", {'en vigueur' if language == 'fr' else 'in force'} {spans}"


def _agreement_remarks(record: Particulars, language: Language) -> list[str]:
    french = language == "fr"
    if record.status == "agreed-in-principle":
        said = as_of(record, language)
    elif record.status in _ENDED:
        said = as_of(record, language, "plus en vigueur" if french else "no longer in force")
    else:
        said = []
    return said + remarks_on(record, language)


def tell_signature(record: Particulars) -> Words:
    """Return the sentence on one signature: who signed what for whom."""
    fr, en = [], []
    for share in record.sharing("person"):
        title = record.role_title
        fr.append(share.name.fr + (f" ({title.fr})" if title.fr else ""))
        en.append(share.name.en + (f" ({title.en})" if title.en else ""))
    behalf = record.sharing("behalf")
    agreement = record.related.get("agreement", NOTHING)
    date_fr, date_en = on_date(record.signed, "fr"), on_date(record.signed, "en")
    return Words(
        sentence(
            f"{listed(fr, 'fr')} a signé {quoted(agreement.fr, 'fr')}",
            f" pour {_names(behalf, 'fr')}" if behalf else "",
            f" {date_fr}" if date_fr else "",
            remarks=remarks_on(record, "fr"),
        ),
        sentence(
            f"{listed(en, 'en')} signed {quoted(agreement.en, 'en')}",
            f" for {_names(behalf, 'en')}" if behalf else "",
            f" {date_en}" if date_en else "",
            remarks=remarks_on(record, "en"),
        ),
    )


def tell_programme(record: Particulars) -> Words:
    """Return the sentence on a fund, programme or call."""
    noun = noun_of("programme", record.concept, record.label)
    operators = record.sharing("operator")
    whole = record.related.get("whole")
    date_fr, date_en = on_date(record.bounds.edtf, "fr"), on_date(record.bounds.edtf, "en")
    return Words(
        sentence(
            f"{quoted(record.title.fr, 'fr')} est {noun.one_fr}",
            f" géré{noun.ending} par {_names(operators, 'fr')}" if operators else "",
            f", partie de {quoted(whole.fr, 'fr')}" if whole else "",
            f", {date_fr}" if date_fr else "",
            remarks=remarks_on(record, "fr"),
        ),
        sentence(
            f"{quoted(record.title.en, 'en')} is {noun.one_en}",
            f" run by {_names(operators, 'en')}" if operators else "",
            f", part of {quoted(whole.en, 'en')}" if whole else "",
            f", {date_en}" if date_en else "",
            remarks=remarks_on(record, "en"),
        ),
    )


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
            remarks=_award_remarks(record, "fr"),
        ),
        sentence(
            f"{_giver(record, 'en')} {verb.en} {gift.en}{_amount(record, 'en')}",
            f" to {_names(record.sharing('recipient'), 'en')}"
            if record.sharing("recipient")
            else "",
            _purpose(record, "en"),
            remarks=_award_remarks(record, "en"),
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
    money = amount_in_words(record.amount, record.currency, language)
    if record.concept == "ceiling":
        return f" {'plafonnée à' if language == 'fr' else 'of at most'} {money}"
    return f" {'de' if language == 'fr' else 'of'} {money}"


def _recipients_fr(record: Particulars) -> str:
    return listed([to(share.name.fr) for share in record.sharing("recipient")], "fr")


def _purpose(record: Particulars, language: Language) -> str:
    activity = getattr(record.related.get("activity", NOTHING), language)
    said = (
        f" {'pour' if language == 'fr' else 'for'} {quoted(activity, language)}" if activity else ""
    )
    date = on_date(record.bounds.edtf, language)
    return f"{said}{',' if said else ''} {date}" if date else said


def _award_remarks(record: Particulars, language: Language) -> list[str]:
    said = []
    if record.amount and not record.currency_certain:
        said.append("monnaie incertaine" if language == "fr" else "currency uncertain")
    return said + remarks_on(record, language)


def _names(shares: tuple[Share, ...], language: Language) -> str:
    return listed(
        [with_article(getattr(share.name, language), language) for share in shares], language
    )
