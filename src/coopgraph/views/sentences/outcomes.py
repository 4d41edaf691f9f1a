"""One sentence on an outcome, the negative and the unsettled one included.

>>> talks = Particulars(id="o", kind="outcome", concept="contract", status="not-achieved")
>>> tell_outcome(talks).fr, tell_outcome(talks).en
('Aucun contrat n’a été conclu.', 'No contract was concluded.')
"""

from __future__ import annotations

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
from coopgraph.views.sentences.remarks import as_of, remarks_on

if TYPE_CHECKING:
    from coopgraph.views.sentences.grammar import Language

__all__ = ["tell_outcome"]


def tell_outcome(record: Particulars) -> Words:
    """Return the sentence on what came, or did not come, of a work."""
    noun = noun_of("outcome", record.concept, record.label)
    return Words(_french(record, noun), _english(record, noun))


def _french(record: Particulars, noun: Noun) -> str:
    title = f", {quoted(record.title.fr, 'fr')}," if record.title.fr else ""
    done = noun.done_fr
    said = {
        "not-achieved": f"aucun{noun.ending} {noun.fr} {_negated(done)}",
        "in-discussion": f"{noun.one_fr}{title} était en discussion",
        "announced": f"{noun.one_fr}{title} était annoncé{noun.ending}",
    }.get(record.status, f"{noun.one_fr}{title} {done}")
    return sentence(said, _circumstances(record, "fr"), remarks=_remarks(record, "fr"))


def _english(record: Particulars, noun: Noun) -> str:
    title = f", {quoted(record.title.en, 'en')}," if record.title.en else ""
    said = {
        "not-achieved": f"no {noun.en} {noun.done_en}",
        "in-discussion": f"{noun.one_en}{title} was under discussion",
        "announced": f"{noun.one_en}{title} was announced",
    }.get(record.status, f"{noun.one_en}{title} {noun.done_en}")
    return sentence(said, _circumstances(record, "en"), remarks=_remarks(record, "en"))


def _negated(done: str) -> str:
    """Return « n’a pas » without « pas », as « aucun » wants it."""
    return f"n’{done}" if done.startswith("a ") else f"ne {done}"


def _circumstances(record: Particulars, language: Language) -> str:
    """Say for whom, out of what, and when."""
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
    date = on_date(record.bounds.edtf, language)
    if record.status == "announced":
        date = f"pour {date[3:]}" if date.startswith("en ") else date
        date = date if french else for_date(record.bounds.edtf)
    return f"{said}{',' if said else ''} {date}" if date else said


def _remarks(record: Particulars, language: Language) -> list[str]:
    unsettled = ("not-achieved", "in-discussion", "announced")
    said = as_of(record, language) if record.status in unsettled else []
    return said + remarks_on(record, language)
