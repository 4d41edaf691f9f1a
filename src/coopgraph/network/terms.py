"""From when to when an agreement is in force, as far as its sources say.

Where it has terms of force, they say it: one period a term, but terms that hold for one shore each
count only where they overlap, since an agreement ties two shores when it binds both. Where only
its signing is known, it is *possibly* in force from the first day on which it may have been signed,
with no end, and *certainly* from the last such day until the last source that speaks of it.

>>> signed = Bounds("2010-04", "2010-04-01", "2010-04-30", "2010-04-01", "2010-04-30")
>>> since_signing([signed], last_source="2019-08-13")
Bounds(edtf='2010-04', earliest_begin='2010-04-01', latest_begin='2010-04-30',
earliest_end='2019-08-13', latest_end='', marks=('duration', 'unknown-end'))

A day on which the parties only agreed in principle is no signing: it counts for nothing where there
is another, and an agreement that has none other (`read_in_principle`) is a plan.

It does not tell whether an agreement was kept, nor which article of it still holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coopgraph.network.rows import UNDATED, Bounds, read_bounds, read_text_rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from coopgraph.sparql import Queryable

__all__ = ["both_sides", "read_in_principle", "read_periods", "since_signing"]

_ENDED: Final = frozenset({"expired", "terminated", "superseded"})

_TERMS = """
SELECT ?agreement ?term ?side {
  ?term a coop:TermOfForce ; coop:inAgreement ?agreement .
  OPTIONAL { ?term coop:onSide ?side }
}"""
_SIGNINGS = """
SELECT ?agreement ?signing ?kind {
  ?signing a coop:Signing ; coop:signs ?agreement .
  OPTIONAL { ?signing coop:hasKind ?kind }
}"""
_IN_PRINCIPLE: Final = "agreed-in-principle"
_SPOKEN = """
SELECT ?agreement (MAX(?day) AS ?last) {
  { ?agreement a coop:Agreement . BIND(?agreement AS ?said) }
  UNION { ?said coop:signs ?agreement }
  ?said prov:wasDerivedFrom/dct:source/coop:earliestBegin ?day .
} GROUP BY ?agreement"""
_STATUS = """
SELECT ?agreement ?status ?day {
  ?agreement a coop:Agreement ; coop:hasStatus ?status .
  OPTIONAL { ?agreement coop:statusAsOf ?day }
}"""


def read_periods(
    graph: Queryable, *, without: Collection[str] = ()
) -> dict[str, list[tuple[str, Bounds]]]:
    """Return the periods of force of each agreement that has any: a name for each, and its bounds.

    The name is that of the agreement for a lone period, else that of the term. Signings and terms
    named in `without` are left out, as if no source had dated them.
    """
    terms = _dated(read_text_rows(graph, _TERMS), read_bounds(graph, "TermOfForce"), without)
    told = read_text_rows(graph, _SIGNINGS)
    preliminary = {row[1] for row in told if row[2] == _IN_PRINCIPLE}
    binding = {row[0] for row in told if row[2] != _IN_PRINCIPLE}
    acts = [row[:2] for row in told if row[1] not in preliminary or row[0] not in binding]
    signings = _dated(acts, read_bounds(graph, "Signing"), without)
    spoken = {row[0]: row[1] for row in read_text_rows(graph, _SPOKEN)}
    status = {row[0]: (row[1], row[2]) for row in read_text_rows(graph, _STATUS)}
    periods: dict[str, list[tuple[str, Bounds]]] = {}
    for agreement, rows in terms.items():
        periods[agreement] = _of_terms(agreement, rows)
    for agreement, rows in signings.items():
        if agreement not in periods:
            state, day = status.get(agreement, ("", ""))
            last = spoken.get(agreement, "")
            ended = day if state in _ENDED else ""
            if state == "in-force":
                last = max(last, day)
            signed = [bounds for _, bounds, _ in rows]
            periods[agreement] = [(agreement, since_signing(signed, last_source=last, ended=ended))]
    return periods


def read_in_principle(graph: Queryable) -> frozenset[str]:
    """Return the agreements whose every signing is an agreement in principle, by id."""
    kinds: dict[str, set[str]] = {}
    for agreement, _, kind in read_text_rows(graph, _SIGNINGS):
        kinds.setdefault(agreement, set()).add(kind)
    return frozenset(name for name, found in kinds.items() if found == {_IN_PRINCIPLE})


def since_signing(signed: Sequence[Bounds], *, last_source: str, ended: str = "") -> Bounds:
    """Return the period that follows from signings alone.

    The date in EDTF stays that of the first signing; with several, the begin is at the latest that
    of the last. `last_source` is the day of the last source that speaks of the agreement, `ended` a
    day on which a source calls it over; both may be empty.
    """
    first = min(signed, key=lambda date: date.earliest_begin or "0000")
    begin = first.earliest_begin
    latest = (
        ""
        if any(not date.latest_begin for date in signed)
        else max(date.latest_begin for date in signed)
    )
    # Of an agreement that is over, no source says until when it still was in force.
    end = begin if ended else max(last_source, begin)
    return Bounds(first.edtf, begin, latest, end, ended, ("duration", "unknown-end"))


def both_sides(terms: Iterable[Bounds]) -> Bounds:
    """Return the period in which all terms hold.

    >>> both_sides(
    ...     [
    ...         Bounds("2010/2014", "2010-01-01", "2010-12-31", "2014-01-01", "2014-12-31"),
    ...         Bounds("2012/", "2012-01-01", "2012-12-31", "2012-01-01"),
    ...     ]
    ... )
    Bounds(edtf='', earliest_begin='2012-01-01', latest_begin='2012-12-31',
    earliest_end='2012-01-01', latest_end='2014-12-31', marks=('duration',))
    """
    rows = list(terms)
    if len(rows) == 1:
        return rows[0]
    begins = [row.latest_begin for row in rows]
    ends = [row.earliest_end for row in rows]
    return Bounds(
        "",
        max(row.earliest_begin for row in rows),
        "" if "" in begins else max(begins),
        "" if "" in ends else min(ends),
        min((row.latest_end for row in rows if row.latest_end), default=""),
        ("duration",),
    )


def _of_terms(agreement: str, rows: list[tuple[str, Bounds, str]]) -> list[tuple[str, Bounds]]:
    common = [(term, bounds) for term, bounds, side in rows if not side]
    of_sides: dict[str, list[tuple[str, Bounds]]] = {}
    for term, bounds, side in rows:
        if side:
            of_sides.setdefault(side, []).append((term, bounds))
    together = both_sides(terms[0][1] for terms in of_sides.values()) if of_sides else UNDATED
    never = bool(together.latest_end) and together.latest_end < together.earliest_begin
    if never or any(len(terms) > 1 for terms in of_sides.values()):
        # Renewals by side that no source pairs: each stands for itself.
        common += [pair for terms in of_sides.values() for pair in terms]
    elif of_sides:
        common.append((min(terms[0][0] for terms in of_sides.values()), together))
    common.sort()
    return [(agreement, common[0][1])] if len(common) == 1 else common


def _dated(
    rows: list[tuple[str, ...]], bounds: dict[str, Bounds], without: Collection[str]
) -> dict[str, list[tuple[str, Bounds, str]]]:
    found: dict[str, list[tuple[str, Bounds, str]]] = {}
    for agreement, node, *side in sorted(rows):
        if node in bounds and node not in without:
            found.setdefault(agreement, []).append((node, bounds[node], "".join(side)))
    return found
