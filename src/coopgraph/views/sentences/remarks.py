"""What stands in brackets at the end of a sentence: what was inferred, contested, seen on a day.

>>> record = Particulars(id="m", kind="mission", inferred=frozenset({"when"}), contested=True)
>>> remarks_on(record, "fr"), remarks_on(record, "en")
(['date déduite', 'les sources divergent'], ['date inferred', 'sources disagree'])
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coopgraph.views.model import Words
from coopgraph.views.particulars import Particulars
from coopgraph.views.sentences.grammar import on_date
from coopgraph.views.sentences.places import CITY, VENUE, actors_of

if TYPE_CHECKING:
    from coopgraph.views.sentences.grammar import Language

__all__ = ["as_of", "remarks_on"]

_INFERRED: Final = {
    "when": Words("date déduite", "date inferred"),
    "hasKind": Words("nature déduite", "kind inferred"),
    "hasStatus": Words("état déduit", "status inferred"),
    "partOf": Words("appartenance à l’ensemble déduite", "place in the whole inferred"),
    "resultsFrom": Words("origine déduite", "origin inferred"),
    "amount": Words("montant déduit", "amount inferred"),
    "hasPredicate": Words("relation déduite", "relation inferred"),
    "roleTitle": Words("fonction déduite", "office inferred"),
}
"""Properties whose inference is told; of others (notes, themes) the page says it elsewhere."""

_ORGANISING: Final = ("organiser", "co-organiser", "initiator", "lead", "project-owner")


def remarks_on(record: Particulars, language: Language) -> list[str]:
    """Return the remarks on a record, in a fixed order."""
    said = [
        getattr(words, language) for name, words in _INFERRED.items() if name in record.inferred
    ]
    said += _inferred_shares(record, language)
    if record.contested:
        said.append("les sources divergent" if language == "fr" else "sources disagree")
    return said


def as_of(record: Particulars, language: Language, before: str = "") -> list[str]:
    """Return the day on which the status was so, after words that may stand before it.

    >>> as_of(Particulars(id="m", kind="mission", status_as_of="2019-08-13"), "fr")
    ['au 13 août 2019']
    """
    if not record.status_as_of:
        return [before] if before else []
    if language == "fr":
        day = on_date(record.status_as_of, "fr")
        day = f"au {day.removeprefix('le ')}" if day.startswith("le ") else day
    else:
        day = ("" if before else "as of ") + on_date(record.status_as_of, "en").removeprefix("on ")
        day = f"on {day}" if before else day
    return [f"{before} {day}".strip()]


def _inferred_shares(record: Particulars, language: Language) -> list[str]:
    organising = [share for share in record.sharing(*_ORGANISING) if share.inferred]
    others = [
        share for share in actors_of(record) if share.inferred and share.role not in _ORGANISING
    ]
    places = [share for share in record.sharing(CITY, VENUE) if share.inferred]
    said = []
    if organising:
        many = "s" if len(organising) > 1 else ""
        said.append(
            f"organisateur{many} déduit{many}" if language == "fr" else f"organiser{many} inferred"
        )
    if others:
        many = "s" if len(others) > 1 else ""
        said.append(
            f"participation{many} déduite{many}"
            if language == "fr"
            else f"participation{many} inferred"
        )
    if places:
        many = "x" if len(places) > 1 else ""
        plural = "s" if many else ""
        said.append(f"lieu{many} déduit{plural}" if language == "fr" else f"place{plural} inferred")
    return said
