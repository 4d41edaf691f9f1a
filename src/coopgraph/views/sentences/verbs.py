"""The verbs of activities, and the tense in which a status puts them.

>>> ORGANISE.participle, ORGANISE.past
('organisé', 'organised')
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from coopgraph.views.model import Words

if TYPE_CHECKING:
    from coopgraph.views.particulars import Particulars

__all__ = ["BENEFIT", "HOST", "LEAD", "ORGANISE", "TAKE_PART", "Tense", "Verb", "tense_of"]

Tense = Literal["present", "imperfect", "planned", "cancelled", "past"]


class Verb(NamedTuple):
    """A verb in the forms that are needed; `before` is the preposition of its French object."""

    infinitive: str
    participle: str
    present: Words  # singular and plural, French both
    imperfect: Words  # singular and plural, French both
    before: str
    base: str
    past: str
    ongoing: str


ORGANISE: Final = Verb(
    *("organiser", "organisé", Words("organise", "organisent")),
    *(Words("organisait", "organisaient"), ""),
    *("organise", "organised", "organising"),
)
LEAD: Final = Verb(
    *("mener", "mené", Words("mène", "mènent"), Words("menait", "menaient"), ""),
    *("carry out", "carried out", "carrying out"),
)
HOST: Final = Verb(
    *("accueillir", "accueilli", Words("accueille", "accueillent")),
    *(Words("accueillait", "accueillaient"), ""),
    *("host", "hosted", "hosting"),
)
BENEFIT: Final = Verb(
    *("bénéficier", "bénéficié", Words("bénéficie", "bénéficient")),
    *(Words("bénéficiait", "bénéficiaient"), "de"),
    *("benefit from", "benefited from", "benefiting from"),
)
TAKE_PART: Final = Verb(
    *("prendre part", "pris part", Words("prend part", "prennent part")),
    *(Words("prenait part", "prenaient part"), "à"),
    *("take part in", "took part in", "taking part in"),
)


def tense_of(record: Particulars) -> Tense:
    """Return the tense in which an activity is told.

    The present stands only where no end is known, beside the day on which it went on. An end that
    this day had reached makes it past; of a later end nobody knows here, so that it "was going on".

    >>> from coopgraph.network.rows import Bounds
    >>> from coopgraph.views.particulars import Particulars
    >>> days = Bounds("2031/2032", latest_end="2032-12-31")
    >>> [
    ...     tense_of(
    ...         Particulars(id="m", kind="mission", bounds=days, status="ongoing", status_as_of=day)
    ...     )
    ...     for day in ("2031-05-01", "2033-01-01")
    ... ]
    ['imperfect', 'past']
    """
    if record.status == "planned":
        return "planned"
    if record.status == "cancelled":
        return "cancelled"
    if record.status != "ongoing":
        return "past"
    day, end = record.status_as_of, record.bounds.latest_end
    if not day:
        return "imperfect"
    if not end or {"open-end", "unknown-end"} & set(record.bounds.marks):
        return "present"
    return "past" if end[: len(day)] <= day else "imperfect"
