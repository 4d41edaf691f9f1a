"""What a calendar tells of: missions, openings and closings of calls, begins and ends of terms.

Each occasion has one date, with its four bounds, and the last day on which a source of its record
was published. It decides nothing about how they are shown (`coopgraph.export.networks.calendar`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.dates import InvalidDate, parse_date
from coopgraph.network.rows import read_bounds, read_claimed, read_inferred, read_text_rows
from coopgraph.views.model import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopgraph.sparql import Queryable

__all__ = ["Occasion", "read_occasions"]


class Occasion(NamedTuple):
    """One thing that stands in a calendar."""

    uid: str
    iri: str
    role: str  # mission, opens, closes, term-begin, term-end
    kind: str  # mission, call, agreement
    title: Words
    edtf: str
    days: tuple[str, str, str, str]  # earliest and latest begin, earliest and latest end
    status: str
    doubts: tuple[str, ...]
    spoken: str  # ISO day of the last dated source, or empty
    places: tuple[Words, ...] = ()

    def bounds(self) -> dict[str, str]:
        """Return the days and doubts as `coopgraph.network.slices` reads those of a tie."""
        names = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
        known = {name: day for name, day in zip(names, self.days, strict=True) if day}
        return known | {"doubts": self.status}


_LABELS: Final = """
  OPTIONAL {{ {0} skos:prefLabel ?fr FILTER (LANG(?fr) = "fr") }}
  OPTIONAL {{ {0} skos:prefLabel ?en FILTER (LANG(?en) = "en") }}"""
_MISSIONS: Final = (
    "SELECT ?mission (STR(?mission) AS ?iri) ?status ?fr ?en { ?mission a coop:Mission ."
    " OPTIONAL { ?mission coop:hasStatus ?status }" + _LABELS.format("?mission") + " }"
)
_CALLS: Final = (
    "SELECT ?call (STR(?call) AS ?iri) ?role (STR(?when) AS ?edtf) ?fr ?en"
    ' { { ?call coop:openingDate ?when BIND("opens" AS ?role) }'
    ' UNION { ?call coop:closingDate ?when BIND("closes" AS ?role) }'
    + _LABELS.format("?call")
    + " }"
)
_TERMS: Final = (
    "SELECT ?term (STR(?agreement) AS ?iri) ?agreement ?status ?fr ?en"
    " { ?term a coop:TermOfForce ; coop:inAgreement ?agreement ."
    " OPTIONAL { ?agreement coop:hasStatus ?status }" + _LABELS.format("?agreement") + " }"
)
_VENUES: Final = (
    "SELECT ?record ?place ?fr ?en { ?record a coop:Mission ; coop:takesPlaceIn ?place ."
    + _LABELS.format("?place")
    + " }"
)
_SPOKEN: Final = """
SELECT ?record (MAX(?day) AS ?last) {
  ?record prov:wasDerivedFrom/dct:source/coop:earliestBegin ?day .
} GROUP BY ?record"""
_INFERRED_BY: Final = {"opens": "openingDate", "closes": "closingDate"}
_NOT_YET: Final = frozenset({"planned", "agreed-in-principle"})
_Days = tuple[str, str, str, str]


def read_occasions(graph: Queryable, *, inferred: bool = True) -> list[Occasion]:
    """Return all occasions that have a date, the earliest first.

    Raises:
        StoreError: the graph cannot be read.
    """
    deduced = read_inferred(graph)
    spoken = {row[0]: row[1] for row in read_text_rows(graph, _SPOKEN)}
    contested = frozenset(read_claimed(graph))
    found = [*_missions(graph), *_calls(graph), *_terms(graph)]
    occasions = []
    for record, property_, occasion in found:
        by_curator = property_ in deduced.get(record, ())
        if by_curator and not inferred:
            continue
        doubts = ("inferred",) * by_curator + ("contested",) * (record in contested)
        day = spoken.get(record) or spoken.get(occasion.iri.rpartition("/")[2], "")
        occasions.append(occasion._replace(doubts=doubts, spoken=day))
    return sorted(occasions, key=lambda occasion: (next(filter(None, occasion.days), ""), occasion))


def _missions(graph: Queryable) -> Iterator[tuple[str, str, Occasion]]:
    bounds = read_bounds(graph, "Mission")
    venues: dict[str, list[Words]] = {}
    for record, _, fr, en in sorted(set(read_text_rows(graph, _VENUES))):
        venues.setdefault(record, []).append(Words(fr, en or fr))
    for record, iri, status, fr, en in sorted(set(read_text_rows(graph, _MISSIONS))):
        if record in bounds:
            when = bounds[record]
            occasion = _occasion(record, iri, "mission", "mission", (fr, en), when.edtf, when[1:5])
            state = "planned" if status in _NOT_YET else status
            places = tuple(venues.get(record, ()))
            yield record, "when", occasion._replace(status=state, places=places)


def _calls(graph: Queryable) -> Iterator[tuple[str, str, Occasion]]:
    for call, iri, role, edtf, fr, en in sorted(set(read_text_rows(graph, _CALLS))):
        days = _days_of(edtf)
        if any(days):
            uid = f"{call}-{role}"
            yield call, _INFERRED_BY[role], _occasion(uid, iri, role, "call", (fr, en), edtf, days)


def _terms(graph: Queryable) -> Iterator[tuple[str, str, Occasion]]:
    bounds = read_bounds(graph, "TermOfForce")
    for term, iri, _, status, fr, en in sorted(set(read_text_rows(graph, _TERMS))):
        if term not in bounds:
            continue
        begin, end = _sides(bounds[term].edtf)
        for role, edtf in (("term-begin", begin), ("term-end", end)):
            days = _days_of(edtf)
            if any(days):
                titles = fr, en
                occasion = _occasion(f"{term}-{role}", iri, role, "agreement", titles, edtf, days)
                state = "planned" if status in _NOT_YET else ""
                yield term, "when", occasion._replace(status=state)


def _occasion(
    uid: str,
    iri: str,
    role: str,
    kind: str,
    titles: tuple[str, str],
    edtf: str,
    days: tuple[str, ...],
) -> Occasion:
    fr, en = titles
    title = Words(fr or en or uid, en or fr or uid)
    begin, latest, earliest, end = days
    return Occasion(uid, iri, role, kind, title, edtf, (begin, latest, earliest, end), "", (), "")


def _sides(edtf: str) -> tuple[str, str]:
    """Return the date of the begin and that of the end, empty where it is open or unknown.

    >>> _sides("2010/2014-06"), _sides("2010/.."), _sides("2010-04")
    (('2010', '2014-06'), ('2010', ''), ('2010-04', '2010-04'))
    """
    if edtf.startswith("[") or "/" not in edtf:
        return edtf, "" if edtf.startswith("[") else edtf
    begin, _, end = edtf.partition("/")
    return begin.strip("."), end.strip(".")


def _days_of(edtf: str) -> _Days:
    if not edtf:
        return "", "", "", ""
    try:
        date = parse_date(edtf)
    except InvalidDate:  # a store built elsewhere may hold anything
        return "", "", "", ""
    begin, latest = date.earliest_begin, date.latest_begin
    earliest, end = date.earliest_end, date.latest_end
    return (
        begin.isoformat() if begin else "",
        latest.isoformat() if latest else "",
        earliest.isoformat() if earliest else "",
        end.isoformat() if end else "",
    )
