"""One sentence on an agreement, on who signed it, on a fund or programme.

Only what was signed is told as signed: a text may be issued by one authority, come of an exchange
of letters, or be agreed in principle and no more.

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
from coopgraph.views.sentences.amounts import side_words
from coopgraph.views.sentences.grammar import (
    from_date,
    listed,
    of,
    on_date,
    quoted,
    sentence,
    with_article,
)
from coopgraph.views.sentences.nouns import noun_of
from coopgraph.views.sentences.remarks import as_of, remarks_on

if TYPE_CHECKING:
    from coopgraph.views.sentences.grammar import Language

__all__ = ["tell_agreement", "tell_programme", "tell_signature"]

_FROM: Final = "à partir "
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
    has, was = ("ont" if plural else "a"), f"{'ont' if many else 'a'} été"
    public = ("publique" if noun.feminine else "public") + ("s" if many else "")
    comma = "," if title else ""
    act = _act(record)
    if act == "agreed-in-principle" and parties:
        said = f"{parties} {has} convenu du principe {of(thing, article=False)}{title}{when}"
    elif act == "agreed-in-principle" and date:
        said = f"{thing}{title}{comma} {was} convenu{ending} en principe {date}"
    elif act == "issued" and parties and not plural:
        said = f"{parties} a rendu {public} {thing}{title}{when}"
    elif act == "issued":
        bound = f" qui {'lient' if many else 'lie'} {parties}," if parties else ""
        between = f"{comma or ','}{bound}" if bound else comma
        said = f"{thing}{title}{between} {was} rendu{ending} {public}{_then(date)}"
    elif act == "exchanged-letters" and parties:
        said = f"{parties} {has} conclu {thing}{title}{comma} par échange de lettres{_then(date)}"
    elif act == "exchanged-letters":
        said = f"{thing}{title}{comma} {was} conclu{ending} par échange de lettres{_then(date)}"
    elif parties and date:
        said = f"{parties} {has} signé {thing}{title}{when}"
    elif parties:
        said = f"{thing}{title}{comma} {'lient' if many else 'lie'} {parties}"
    elif date:
        said = f"{thing}{title}{comma} {was} signé{ending} {date}"
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
    was = "were" if many else "was"
    act = _act(record)
    if act == "agreed-in-principle" and parties:
        said = f"{parties} agreed in principle on {thing}{title}{when}"
    elif act == "agreed-in-principle" and date:
        said = f"{thing}{title}{comma} {was} agreed in principle {date}"
    elif act == "issued" and len(record.sharing("party")) == 1:
        said = f"{parties} issued {thing}{title}{when}"
    elif act == "issued":
        bound = (
            f"{comma or ','} which {'bind' if many else 'binds'} {parties}," if parties else comma
        )
        said = f"{thing}{title}{bound} {was} issued{_then(date)}"
    elif act == "exchanged-letters" and parties:
        said = f"{parties} concluded {thing}{title}{comma} by an exchange of letters{_then(date)}"
    elif act == "exchanged-letters":
        said = f"{thing}{title}{comma} {was} concluded by an exchange of letters{_then(date)}"
    elif parties and date:
        said = f"{parties} signed {thing}{title}{when}"
    elif parties:
        said = f"{thing}{title}{comma} {'bind' if many else 'binds'} {parties}"
    elif date:
        said = f"{thing}{title}{comma} {was} signed {date}"
    else:
        said = f"the sources speak of {thing}{title}"
    return sentence(said, _in_force(record, "en"), remarks=_agreement_remarks(record, "en"))


def _act(record: Particulars) -> str:
    """Return how the agreement came about; what its status says of it comes first."""
    return record.status if record.status == "agreed-in-principle" else record.signing


def _then(date: str) -> str:
    return f" {date}" if date else ""


def _in_force(record: Particulars, language: Language) -> str:
    if not record.in_force:
        return ""
    spans = [_span(term, language) for term in record.in_force]
    # « à partir du … et du … »: the first says it for all.
    if language == "fr" and all(span.startswith(_FROM) for span in spans):
        spans[1:] = [span.removeprefix(_FROM) for span in spans[1:]]
    said = "en vigueur" if language == "fr" else "in force"
    return f", {said} {listed(spans, language)}"


def _span(term: str, language: Language) -> str:
    """Return when a text is in force, and on whose side where it is one side's date.

    >>> _span("2013-07-18/ quebec", "fr"), _span("2012/2017", "fr")
    ('à partir du 18 juillet 2013 (côté québécois)', 'de 2012 à 2017')
    """
    edtf, _, side = term.partition(" ")
    whose = side_words(side, language)
    when = from_date(edtf, language)
    return f"{when} ({whose})" if whose else when


def _agreement_remarks(record: Particulars, language: Language) -> list[str]:
    french = language == "fr"
    if record.status == "agreed-in-principle":
        said = as_of(record, language)
    elif record.status in _ENDED:
        said = as_of(record, language, "plus en vigueur" if french else "no longer in force")
    else:
        said = []
    if record.agreed_on:
        days = listed([on_date(edtf, language) for edtf in record.agreed_on], language)
        said.append(f"{'accord de principe' if french else 'agreed in principle'} {days}")
    return said + remarks_on(record, language)


# Of who signs alone, by the kind of signing: the text as its object, and what comes after it.
_SIGNED: Final = {
    "agreed-in-principle": Words(
        "a donné son accord de principe à {0}", "agreed in principle to {0}"
    ),
    "issued": Words("a rendu public le texte {0}", "issued {0}"),
    "exchanged-letters": Words(
        "a conclu {0} par échange de lettres", "concluded {0} by an exchange of letters"
    ),
}
_PLAINLY: Final = Words("a signé {0}", "signed {0}")


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
    signed = _SIGNED.get(record.signing, _PLAINLY)
    return Words(
        sentence(
            f"{listed(fr, 'fr')} {signed.fr.format(quoted(agreement.fr, 'fr'))}",
            f" pour {_names(behalf, 'fr')}" if behalf else "",
            f" {date_fr}" if date_fr else "",
            remarks=remarks_on(record, "fr"),
        ),
        sentence(
            f"{listed(en, 'en')} {signed.en.format(quoted(agreement.en, 'en'))}",
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


def _names(shares: tuple[Share, ...], language: Language) -> str:
    return listed(
        [with_article(getattr(share.name, language), language) for share in shares], language
    )
