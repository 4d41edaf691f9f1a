"""One sentence on an outcome, the negative and the unsettled one included.

>>> talks = Particulars(id="o", kind="outcome", concept="contract", status="not-achieved")
>>> tell_outcome(talks).fr, tell_outcome(talks).en
('Aucun contrat n’a été conclu.', 'No contract was concluded.')
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coopgraph.views.model import Words
from coopgraph.views.particulars import Particulars
from coopgraph.views.sentences.grammar import (
    for_date,
    listed,
    on_date,
    quoted,
    sentence,
    with_article,
)
from coopgraph.views.sentences.nouns import Noun, noun_of
from coopgraph.views.sentences.places import in_city
from coopgraph.views.sentences.remarks import as_of, remarks_on

if TYPE_CHECKING:
    from coopgraph.views.sentences.grammar import Language

__all__ = ["tell_outcome"]


def tell_outcome(record: Particulars) -> Words:
    """Return the sentence on what came, or did not come, of a work."""
    noun = noun_of("outcome", record.concept, record.label)
    return Words(_french(record, noun), _english(record, noun))


def _french(record: Particulars, noun: Noun) -> str:
    many = record.batch
    title = f", {quoted(record.title.fr, 'fr')}," if record.title.fr else ""
    things = f"{record.count or 'plusieurs'} {noun.plural_fr}" if many else noun.one_fr
    ending = noun.ending + ("s" if many else "")
    announced = on_date(record.announced_on, "fr")
    foretold = f"{'étaient' if many else 'était'} annoncé{ending}"
    if announced:
        foretold = f"{'ont' if many else 'a'} été annoncé{ending} {announced}"
    said = {
        "not-achieved": f"aucun{noun.ending} {noun.fr} {_negated(noun.done_fr)}",
        "in-discussion": f"{things}{title} {'étaient' if many else 'était'} en discussion",
        "announced": f"{things}{title} {foretold}",
    }.get(record.status, f"{things}{title} {_plural_fr(noun.done_fr) if many else noun.done_fr}")
    told = [f"annoncé{ending} {announced}"] if announced and record.status != "announced" else []
    return sentence(said, _circumstances(record, "fr"), remarks=[*told, *_remarks(record, "fr")])


def _english(record: Particulars, noun: Noun) -> str:
    many = record.batch
    title = f", {quoted(record.title.en, 'en')}," if record.title.en else ""
    things = f"{record.count or 'several'} {noun.plural_en}" if many else noun.one_en
    was = "were" if many else "was"
    done = re.sub(r"^was\b", "were", noun.done_en) if many else noun.done_en
    announced = on_date(record.announced_on, "en")
    said = {
        "not-achieved": f"no {noun.en} {noun.done_en}",
        "in-discussion": f"{things}{title} {was} under discussion",
        "announced": f"{things}{title} {was} announced{' ' if announced else ''}{announced}",
    }.get(record.status, f"{things}{title} {done}")
    told = [f"announced {announced}"] if announced and record.status != "announced" else []
    return sentence(said, _circumstances(record, "en"), remarks=[*told, *_remarks(record, "en")])


def _negated(done: str) -> str:
    """Return « n’a pas » without « pas », as « aucun » wants it."""
    return f"n’{done}" if done.startswith("a ") else f"ne {done}"


def _plural_fr(done: str) -> str:
    """Put the verb of an outcome in the plural: « a été conclu » → « ont été conclus »."""
    plural = re.sub(r"^a\b", "ont", done)
    return f"{plural}s" if plural.startswith("ont été ") else plural


def _circumstances(record: Particulars, language: Language) -> str:
    """Say for whom, out of what, where, and when."""
    french = language == "fr"
    names = [
        with_article(getattr(share.name, language), language)
        for share in record.sharing("beneficiary")
    ]
    origin = record.related.get("origin")
    said = f" {'pour' if french else 'for'} {listed(names, language)}" if names else ""
    if origin:
        title = quoted(getattr(origin, language), language)
        said += f"{',' if said else ''} {'à la suite de' if french else 'after'} {title}"
    where = _where(record, language)
    said += f"{',' if said else ''} {where}" if where else ""
    date = on_date(record.bounds.edtf, language)
    if record.status == "announced":
        date = f"pour {date[3:]}" if date.startswith("en ") else date
        date = date if french else for_date(record.bounds.edtf)
    return f"{said}{',' if said else ''} {date}" if date else said


def _where(record: Particulars, language: Language) -> str:
    """Return the place; of regions and countries the French preposition is not known."""
    city, place = record.related.get("city"), record.related.get("place")
    if place is None:
        return ""
    if language == "en":
        return f"in {place.en}"
    if city is None:
        return f"({place.fr})"
    return in_city(city.fr)


def _remarks(record: Particulars, language: Language) -> list[str]:
    unsettled = ("not-achieved", "in-discussion", "announced")
    said = as_of(record, language) if record.status in unsettled else []
    return said + remarks_on(record, language)
