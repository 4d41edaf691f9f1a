"""What a network is made of, read from the graph in a few questions: who, in what, when.

Each function asks one question over the whole graph and returns plain rows; projections, slices and
views are then worked out in Python, which is faster than pairing actors in SPARQL. Terms become
text: an IRI of ours becomes its id, a missing value the empty text.

It pairs nobody and leaves nothing out (`coopgraph.network.project` does).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode

from coopgraph.identifiers import BASE
from coopgraph.sparql import Queryable, Term, select
from coopgraph.vocabulary import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

__all__ = [
    "UNDATED",
    "ActivityRow",
    "Bounds",
    "Taking",
    "prefixed",
    "read_activities",
    "read_bounds",
    "read_claimed",
    "read_inferred",
    "read_parts",
    "read_takings",
    "read_text_rows",
]

_USED = ("coop", "dct", "prov", "rdf", "skos")
_HEAD = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in _USED)


class Bounds(NamedTuple):
    """A date as the graph holds it: EDTF, four ISO days (empty: unknown) and its marks."""

    edtf: str = ""
    earliest_begin: str = ""
    latest_begin: str = ""
    earliest_end: str = ""
    latest_end: str = ""
    marks: tuple[str, ...] = ()


UNDATED = Bounds()


class Taking(NamedTuple):
    """One actor in one activity or agreement, by one link; `role` is empty for parties."""

    record: str
    actor: str
    link: str
    role: str
    inferred: bool


class ActivityRow(NamedTuple):
    """One mission or project."""

    kind: str
    iri: str
    status: str
    title_fr: str
    title_en: str


def prefixed(text: str) -> str:
    """Return the query with the prefixes that our own queries use."""
    return _HEAD + text


def read_text_rows(graph: Queryable, text: str) -> list[tuple[str, ...]]:
    """Run a SELECT and return its rows as text: our ids for our IRIs, "" for nothing.

    >>> from pyoxigraph import Store
    >>> read_text_rows(Store(), "SELECT (coop:Mission AS ?class) ?none {}")
    [('https://w3id.org/coopgraph/ns#Mission', '')]
    """
    rows = select(graph, prefixed(text)).rows
    return [tuple(_text(term) for term in row) for row in rows]


def _text(term: Term | None) -> str:
    if isinstance(term, NamedNode):
        # rpartition instead of split_iri: a store built elsewhere may hold other IRIs.
        return term.value.rpartition("/")[2] if term.value.startswith(_OURS) else term.value
    return term.value if isinstance(term, Literal | BlankNode) else ""


_OURS = (BASE + "id/", BASE + "scheme/")

_TAKINGS = """
SELECT ?record ?actor ?link ?role ?inferred {{
  ?link a coop:{class_} ; coop:{record} ?record ; coop:hasActor ?actor .
  OPTIONAL {{ ?link coop:hasRole ?role }}
  OPTIONAL {{ ?link coop:inferred ?inferred }}
}}"""


def read_takings(graph: Queryable, class_: str) -> list[Taking]:
    """Return who takes part, in a fixed order; `class_` is Participation or Party."""
    record = {"Participation": "inActivity", "Party": "inAgreement"}[class_]
    rows = read_text_rows(graph, _TAKINGS.format(class_=class_, record=record))
    return sorted(
        Taking(record, actor, link, role, inferred == "true")
        for record, actor, link, role, inferred in rows
    )


_ACTIVITIES = """
SELECT ?record (STR(?record) AS ?iri) ?status ?fr ?en {{
  ?record a coop:{class_} .
  OPTIONAL {{ ?record coop:hasStatus ?status }}
  OPTIONAL {{ ?record skos:prefLabel ?fr FILTER (LANG(?fr) = "fr") }}
  OPTIONAL {{ ?record skos:prefLabel ?en FILTER (LANG(?en) = "en") }}
}}"""


def read_activities(graph: Queryable, kinds: Mapping[str, str]) -> dict[str, ActivityRow]:
    """Return the records of each class in `kinds` (class → kind of tie), by id."""
    return {
        record: ActivityRow(kind, *rest)
        for class_, kind in kinds.items()
        for record, *rest in sorted(read_text_rows(graph, _ACTIVITIES.format(class_=class_)))
    }


_BOUNDS = """
SELECT ?record ?when ?eb ?lb ?ee ?le {{
  ?record a coop:{class_} ; coop:when ?when .
  OPTIONAL {{ ?record coop:earliestBegin ?eb }}
  OPTIONAL {{ ?record coop:latestBegin ?lb }}
  OPTIONAL {{ ?record coop:earliestEnd ?ee }}
  OPTIONAL {{ ?record coop:latestEnd ?le }}
}}"""
_MARKS = "SELECT ?record ?mark {{ ?record a coop:{class_} ; coop:dateMark ?mark }}"


def read_bounds(graph: Queryable, class_: str) -> dict[str, Bounds]:
    """Return the date of each dated record of a class, by id."""
    marks: dict[str, list[str]] = {}
    for record, mark in sorted(read_text_rows(graph, _MARKS.format(class_=class_))):
        marks.setdefault(record, []).append(mark)
    return {
        row[0]: Bounds(row[1], row[2], row[3], row[4], row[5], tuple(marks.get(row[0], ())))
        for row in read_text_rows(graph, _BOUNDS.format(class_=class_))
    }


def read_parts(graph: Queryable) -> list[tuple[str, str]]:
    """Return part and whole for every activity that is part of another, in a fixed order."""
    text = """
    SELECT ?part ?whole { ?part a coop:Activity ; coop:partOf ?whole . ?whole a coop:Activity }"""
    return sorted((part, whole) for part, whole in read_text_rows(graph, text))


def read_inferred(graph: Queryable) -> dict[str, frozenset[str]]:
    """Return the names of the properties that the curator inferred, by record."""
    found: dict[str, set[str]] = {}
    text = "SELECT ?record ?property { ?record coop:inferredProperty ?property }"
    for record, property_ in read_text_rows(graph, text):
        found.setdefault(record, set()).add(property_.replace("#", "/").rpartition("/")[2])
    return {record: frozenset(names) for record, names in found.items()}


_CLAIMS = """
SELECT ?claim ?standing ?about ?property ?dispute {
  ?claim a coop:Claim ; coop:hasStanding ?standing ; coop:describes ?about .
  OPTIONAL { ?claim coop:claimedProperty ?property }
  OPTIONAL { ?claim coop:inDispute ?dispute }
}"""
_BEHIND = """
SELECT ?said ?record {
  { ?said coop:signs ?record } UNION { ?said a coop:TermOfForce ; coop:inAgreement ?record }
}"""


def read_claimed(graph: Queryable) -> dict[str, frozenset[str]]:
    """Return the standings of the claims on each record, its signings and terms, by record.

    A value that is only less exact than the one retained (no dispute, no rival claim) contests
    nothing and is left out.
    """
    found: dict[str, set[str]] = {}
    claims = read_text_rows(graph, _CLAIMS)
    retained = {(about, what) for _, standing, about, what, _ in claims if standing == "retained"}
    behind: dict[str, set[str]] = {}
    for said, record in read_text_rows(graph, _BEHIND):
        behind.setdefault(said, set()).add(record)
    contesting = {claim for claim, *rest in claims if _contests(rest, retained)}
    for claim, standing, about, *_ in claims:
        if claim in contesting:
            for record in {about} | behind.get(about, set()):
                found.setdefault(record, set()).add(standing)
    return {record: frozenset(standings) for record, standings in found.items()}


def _contests(claim: Sequence[str], retained: Collection[tuple[str, str]]) -> bool:
    """Tell whether a claim stands against another, or in a dispute, or is not decided."""
    standing, about, what, dispute = claim
    return standing != "not-retained" or bool(dispute) or (about, what) in retained
