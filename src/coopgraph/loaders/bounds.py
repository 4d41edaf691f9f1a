"""The quads of a date: the text as it was written, its bounds, its marks and qualifiers.

Queries compare days, not EDTF texts; so each node with a date also gets ``coop:earliestBegin``,
``coop:latestBegin``, ``coop:earliestEnd`` and ``coop:latestEnd``, each only if it is known:

>>> for predicate, term in date_statements("2031-08"):
...     print(predicate.value.partition("#")[2], term.value)
when 2031-08
earliestBegin 2031-08-01
latestBegin 2031-08-31
earliestEnd 2031-08-01
latestEnd 2031-08-31

What a date means is decided in `coopgraph.dates`; here it is only written down. The end of what
was "still going on" follows from the day on which its source spoke: `coopgraph.loaders.open_ends`.
"""

from __future__ import annotations

from datetime import date

from pyoxigraph import Literal, NamedNode

from coopgraph.dates import UncertainDate, closed_on, parse_date
from coopgraph.identifiers import concept_iri
from coopgraph.vocabulary import COOP, expand

__all__ = ["date_statements", "day_literal", "is_open_ended"]

_DATE = expand("xsd:date")
_EDTF = expand("edtf:EDTF")
_TRUE = Literal("true", datatype=expand("xsd:boolean"))


def day_literal(day: date) -> Literal:
    """Return the day as an ``xsd:date``."""
    return Literal(day.isoformat(), datatype=_DATE)


def is_open_ended(edtf: str) -> bool:
    """Tell whether the date says "going on when the source spoke"."""
    return edtf.endswith("/..")


def date_statements(
    edtf: str, spoken: str = ""
) -> tuple[tuple[NamedNode, NamedNode | Literal], ...]:
    """Return predicate and object of each statement that a date makes about its node.

    `spoken` is the day on which the source spoke (empty if not known); only an open-ended date
    takes notice of it.

    Raises:
        InvalidDate: the text is no date of ours.

    >>> [term.value for _, term in date_statements("2010/..", "2019-08-13")[3:4]]
    ['2019-08-13']
    """
    parsed = parse_date(edtf)
    if spoken:
        parsed = closed_on(parsed, date.fromisoformat(spoken))
    return ((COOP.when, Literal(edtf, datatype=_EDTF)), *_bounds(parsed), *_marks(parsed))


def _bounds(parsed: UncertainDate) -> list[tuple[NamedNode, Literal]]:
    bounds = (
        (COOP.earliestBegin, parsed.earliest_begin),
        (COOP.latestBegin, parsed.latest_begin),
        (COOP.earliestEnd, parsed.earliest_end),
        (COOP.latestEnd, parsed.latest_end),
    )
    return [(predicate, day_literal(day)) for predicate, day in bounds if day]


def _marks(parsed: UncertainDate) -> list[tuple[NamedNode, NamedNode | Literal]]:
    marks = [(COOP.dateMark, NamedNode(concept_iri("date-mark", mark))) for mark in parsed.marks]
    qualifiers = [
        (COOP.dateQualifier, NamedNode(concept_iri("date-qualifier", qualifier)))
        for qualifier in parsed.qualifiers
    ]
    open_end = [(COOP.openEnd, _TRUE)] if "open-end" in parsed.marks else []
    return [*marks, *qualifiers, *open_end]
