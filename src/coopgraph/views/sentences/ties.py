"""One sentence on an office, a relation, a sequence or a succession.

>>> from coopgraph.views.particulars import Share
>>> said = Particulars(
...     id="r",
...     kind="relation",
...     concept="thanks",
...     label=Words("remercie", "thanks"),
...     shares=(
...         Share(Words("Oasis", "Oasis"), "subject"),
...         Share(Words("Ministère des Exemples", "Ministry of Examples"), "object"),
...     ),
... )
>>> tell_relation(said).fr, tell_relation(said).en
('Oasis remercie le Ministère des Exemples.', 'Oasis thanks the Ministry of Examples.')
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from coopgraph.views.model import Words
from coopgraph.views.particulars import Particulars, Share
from coopgraph.views.sentences.grammar import (
    from_date,
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

__all__ = ["tell_relation", "tell_role", "tell_sequence", "tell_succession"]

_UNNAMED: Final = Share(Words("un acteur non nommé", "an actor that is not named"), "")


def tell_role(record: Particulars) -> Words:
    """Return the sentence on an office: a term where one is known, else the days it was seen."""
    person = _first(record, "person").name
    organisation = _first(record, "organisation").name
    title = record.role_title
    date_fr, date_en = from_date(record.bounds.edtf, "fr"), from_date(record.bounds.edtf, "en")
    going_on = "open-end" in record.bounds.marks
    verb = "exerce" if going_on else "a exercé" if date_fr else "exerçait"
    be = "has been" if going_on else "was"
    office, body = _office_fr(title.fr, organisation.fr)
    repeated = not body or _holds(organisation.en, title.en)
    in_office = title.en[:1].lower() + title.en[1:]
    of_body = "" if repeated else f" of {with_article(organisation.en, 'en')}"
    return Words(
        sentence(
            f"{person.fr} {verb} la fonction {of(office, article=False)}{body}",
            f" {date_fr}" if date_fr else "",
            remarks=[*_attested(record, "fr"), *remarks_on(record, "fr")],
        ),
        sentence(
            f"{person.en} {be} {in_office}{of_body}",
            f" {date_en}" if date_en else "",
            remarks=[*_attested(record, "en"), *remarks_on(record, "en")],
        ),
    )


_SAME_STEM: Final = 8  # letters: « président » and « Présidence » share so many
_TELLING_WORDS: Final = 3


def _office_fr(title: str, body: str) -> tuple[str, str]:
    """Return the French office, and « au sein » of its body unless one repeats the other.

    A body that bears the name of the office may say more of it, and then names it.

    >>> _office_fr("Premier ministre", "Premier ministre des Dunes")
    ('premier ministre des Dunes', '')
    >>> _office_fr("adjointe", "Ville de Port-Dune")
    ('adjointe', ' au sein de la Ville de Port-Dune')
    """
    if body.lower().startswith(f"{title.lower()} "):
        title = body
    office = title[:1].lower() + title[1:]
    return office, "" if _holds(body, title) else f" au sein {of(body)}"


def _holds(body: str, title: str) -> bool:
    """Return whether the name of a body contains an office.

    >>> _holds("Présidence de la République des Dunes", "président de la République")
    True
    >>> _holds("Présidence des Dunes", "président"), _holds("Mairie de Port-Dune", "maire")
    (False, False)
    """
    wanted, found = title.lower().split(), body.lower().split()
    starts = range(len(found) - len(wanted) + 1)
    if wanted and any(found[start : start + len(wanted)] == wanted for start in starts):
        return True
    akin = [word[:_SAME_STEM] for word in wanted[:1]] == [word[:_SAME_STEM] for word in found[:1]]
    return akin and len(wanted) >= _TELLING_WORDS and found[1 : len(wanted)] == wanted[1:]


def _attested(record: Particulars, language: Language) -> list[str]:
    if not record.attested:
        return []
    days = listed([on_date(edtf, language) for edtf in record.attested], language)
    return [f"{'attesté' if language == 'fr' else 'attested'} {days}"]


def tell_relation(record: Particulars) -> Words:
    """Return the sentence on a relation: its predicate is the verb."""
    subject, object_ = _first(record, "subject"), _first(record, "object")
    verb = _agreeing(record.label.fr, subject)
    date_fr, date_en = on_date(record.bounds.edtf, "fr"), on_date(record.bounds.edtf, "en")
    return Words(
        sentence(
            f"{_named(subject, 'fr')} {_joined(verb, object_)}",
            f", {date_fr}" if date_fr else "",
            remarks=remarks_on(record, "fr"),
        ),
        sentence(
            f"{_named(subject, 'en')} {record.label.en} {_named(object_, 'en')}",
            f", {date_en}" if date_en else "",
            remarks=remarks_on(record, "en"),
        ),
    )


# Titles have no gender that a participle could follow.
_SEQUENCES: Final = {
    "followed-by": Words("a précédé", "came before"),
    "postponed-from": Words("est le report de", "is the postponed"),
}


def tell_sequence(record: Particulars) -> Words:
    """Return the sentence on what led to what, or only came before it."""
    return tell_relation(replace(record, label=_SEQUENCES.get(record.concept, record.label)))


_SUCCESSIONS: Final = {
    "renamed": Words("{0} a pris le nom {1}", "{0} took the name {1}"),
    "merged": Words("{0} a fusionné dans {2}", "{0} merged into {1}"),
    "split": Words("{3} vient de la scission {4}", "{1} came out of the split of {0}"),
    "replaced": Words("{3} a remplacé {5}", "{1} replaced {0}"),
}


def tell_succession(record: Particulars) -> Words:
    """Return the sentence on a body that followed another."""
    former, latter = _first(record, "former"), _first(record, "latter")
    words = _SUCCESSIONS.get(record.concept, _SUCCESSIONS["replaced"])
    article_latter, article_former = _named(latter, "fr"), _named(former, "fr")
    french = words.fr.format(
        article_former,
        of(latter.name.fr, article=False),
        article_latter,
        article_latter,
        of(former.name.fr),
        article_former,
    )
    english = words.en.format(_named(former, "en"), _named(latter, "en"))
    date_fr, date_en = on_date(record.bounds.edtf, "fr"), on_date(record.bounds.edtf, "en")
    return Words(
        sentence(french, f" {date_fr}" if date_fr else "", remarks=remarks_on(record, "fr")),
        sentence(english, f" {date_en}" if date_en else "", remarks=remarks_on(record, "en")),
    )


def _first(record: Particulars, role: str) -> Share:
    return next(iter(record.sharing(role)), _UNNAMED)


def _named(share: Share, language: Language) -> str:
    """Name an actor, or quote the title of another record."""
    name = getattr(share.name, language)
    return with_article(name, language) if share.is_actor else quoted(name, language)


def _joined(verb: str, object_: Share) -> str:
    """Contract the last word of the French verb with the article of the object."""
    name = object_.name.fr
    if not object_.is_actor:
        return f"{verb} {quoted(name, 'fr')}"
    if verb.endswith(" de"):
        return f"{verb.removesuffix(' de')} {of(name)}"
    if verb.endswith(" à"):
        return f"{verb.removesuffix(' à')} {to(name)}"
    return f"{verb} {with_article(name, 'fr')}"


def _agreeing(verb: str, subject: Share) -> str:
    """Make the participle after « est » agree where the subject's name tells its gender."""
    head = head_of(subject.name.fr) if subject.is_actor else None
    if head is None or not head.feminine:
        return verb
    return re.sub(r"^(est|a été) (\w+é)\b", r"\1 \2e", verb)
