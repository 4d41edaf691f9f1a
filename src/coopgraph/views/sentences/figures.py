"""One sentence on a figure: a count or a size, as the source gives it.

>>> from coopgraph.views.particulars import Particulars, Share
>>> tour = Share(Words("Visite", "Visit"), "about", is_actor=False)
>>> crowd = Particulars(
...     id="f",
...     kind="figure",
...     shares=(tour,),
...     value="12",
...     qualifier="at-least",
...     measure=Words("participants", "participants"),
... )
>>> tell_figure(crowd).en
'Figure given for “Visit”: at least 12 participants.'

A measure that stands in one language only is quoted in the other. Figures are never added up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coopgraph.views.model import Words
from coopgraph.views.sentences.amounts import (
    about,
    number_in_words,
    qualified,
    side_words,
    total_remark,
)
from coopgraph.views.sentences.grammar import NO_BREAK, on_date, quoted, sentence
from coopgraph.views.sentences.remarks import remarks_on

if TYPE_CHECKING:
    from coopgraph.views.particulars import Particulars
    from coopgraph.views.sentences.grammar import Language

__all__ = ["tell_figure"]

_UNITS: Final = {
    "persons": Words("personnes", "persons"),
    "people": Words("personnes", "people"),
    "students": Words("étudiants", "students"),
    "companies": Words("entreprises", "companies"),
    "projects": Words("projets", "projects"),
    "jobs": Words("emplois", "jobs"),
    "bicycles": Words("vélos", "bicycles"),
    "days": Words("jours", "days"),
    "hours": Words("heures", "hours"),
    "percent": Words("%", "%"),
}
"""Units in words; any other stands as it is given."""


def tell_figure(record: Particulars) -> Words:
    """Return the sentence on a figure."""
    return Words(_told(record, "fr"), _told(record, "en"))


def _told(record: Particulars, language: Language) -> str:
    french = language == "fr"
    date = on_date(record.bounds.edtf, language)
    opening = (
        ("Chiffre annoncé pour" if record.announced else "Chiffre donné pour")
        if french
        else ("Figure announced for" if record.announced else "Figure given for")
    )
    side = side_words(record.side, language)
    return sentence(
        f"{opening} {about(record, language)}",
        f", {side}" if side else "",
        f", {date}" if date else "",
        f"{NO_BREAK if french else ''}: ",
        _counted(record, language),
        remarks=[*total_remark(record, language), *remarks_on(record, language)],
    )


def _counted(record: Particulars, language: Language) -> str:
    """Return number and measure: « 12 participants », or « surface, 12 ha » with a unit."""
    number = number_in_words(record.value, language)
    what = getattr(record.measure, language)
    other = record.measure.en if language == "fr" else record.measure.fr
    what = what or (quoted(other, language) if other else "")
    unit = record.unit
    if what and unit in ("persons", "people"):  # who they are says more
        unit = ""
    if unit and unit.lower() in f"{record.measure.en} {record.measure.fr}".lower():
        unit = ""
    if unit:
        words = _UNITS.get(unit, Words(unit, unit))
        number = qualified(record, f"{number}{NO_BREAK}{getattr(words, language)}", language)
        return f"{what}, {number}" if what else number
    return qualified(record, f"{number} {what}".rstrip(), language)
