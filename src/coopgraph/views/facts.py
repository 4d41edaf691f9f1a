"""Facts: records as sentences, with dates, doubts and every source that says so.

`gather_facts` turns records into `coopgraph.views.model.Fact`, in a fixed number of questions for
all of them. The evidence of a record is that of its own citations and of the links that its
sentence tells (participations, parties, signings …).

>>> from pyoxigraph import Store
>>> gather_facts(Store(), [])
{}

A record of a kind without a sentence gives no fact.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from coopgraph.network.rows import UNDATED
from coopgraph.views.asking import ask_records, ordered
from coopgraph.views.gathering import gather
from coopgraph.views.model import Evidence, Fact, Words
from coopgraph.views.sentences import tell
from coopgraph.views.sentences.grammar import date_words
from coopgraph.views.sharing import parts_below, with_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coopgraph.sparql import Queryable
    from coopgraph.views.model import Doubt
    from coopgraph.views.particulars import Particulars

__all__ = ["doubts_of", "gather_evidence", "gather_facts"]

# Which citations stand behind a record is one question, what they say another: joined in one, the
# engine works out the second part for the whole graph. The class of a link is asked by FILTER, for
# the same reason.
_CITED: Final = """
SELECT DISTINCT (STR(?record) AS ?iri) (STR(?citation) AS ?cited) {
  { $records ?record prov:wasDerivedFrom ?citation }
  UNION { $records ?record coop:inSigning/prov:wasDerivedFrom ?citation }
  UNION { $records ?said coop:signs|coop:inAgreement|coop:inOutcome ?record .
          ?said prov:wasDerivedFrom ?citation }
  UNION { $records ?said coop:inProgramme ?record ; prov:wasDerivedFrom ?citation
          FILTER EXISTS { ?said a coop:Operation } }
  UNION { $records ?said coop:describes ?record ; prov:wasDerivedFrom ?citation
          FILTER EXISTS { ?said a coop:Attestation } }
}"""
_CITED_BY_SHARES: Final = """
SELECT DISTINCT (STR(?record) AS ?iri) (STR(?citation) AS ?cited) {
  $records ?said coop:inActivity ?record ; prov:wasDerivedFrom ?citation
  FILTER EXISTS { ?said a coop:Participation }
}"""
_CITATIONS: Final = """
SELECT (STR(?record) AS ?iri) (STR(?source) AS ?in) ?locator {
  $records ?record dct:source ?source .
  OPTIONAL { ?record coop:locator ?locator }
}"""
_SOURCES: Final = """
SELECT (STR(?record) AS ?iri) ?record ?title ?publisher ?when ?url {
  $records ?record a coop:Source .
  OPTIONAL { ?record dct:title ?title }
  OPTIONAL { ?record coop:publisherName ?publisher }
  OPTIONAL { ?record coop:when ?when }
  OPTIONAL { ?record coop:url ?url }
}"""
_STATUS_DOUBTS: Final[dict[str, Doubt]] = {
    "planned": "planned",
    "announced": "planned",
    "agreed-in-principle": "planned",
    "cancelled": "cancelled",
    "not-achieved": "not-achieved",
    "in-discussion": "in-discussion",
}
_TELLING: Final = frozenset({"hasStatus", "hasSubject", "hasObject", "hasPredicate", "amount"})
_WHEN: Final = "when"
_RELATED: Final = {
    "whole": "partOf",
    "origin": "resultsFrom",
    "agreement": "inSigning",
    "programme": "inProgramme",
    "activity": "inActivity",
    "place": "locatedIn",
    "city": "locatedIn",
}


def gather_facts(
    graph: Queryable, iris: Iterable[str], *, inferred: bool = True
) -> dict[str, Fact]:
    """Return a fact for each record of these IRIs that can be told, by id, in the order given.

    Without `inferred`, what the curator deduced is left out of the sentences and dates.

    Raises:
        StoreError: the graph cannot be read.
    """
    wanted = list(iris)
    below = parts_below(graph, wanted) if wanted else {}
    records = gather(graph, wanted, below)
    if not inferred:
        records = {name: _without_inferred(record) for name, record in records.items()}
    evidence = gather_evidence(graph, [record.iri for record in records.values()], below)
    return {
        name: _fact(record, tuple(evidence.get(record.iri, ()))) for name, record in records.items()
    }


def doubts_of(record: Particulars) -> tuple[Doubt, ...]:
    """Return why a record is not simply so."""
    doubts: list[Doubt] = []
    if record.status in _STATUS_DOUBTS:
        doubts.append(_STATUS_DOUBTS[record.status])
    elif record.announced or record.signing == "agreed-in-principle":
        doubts.append("planned")
    if record.contested:
        doubts.append("contested")
    shares_inferred = any(share.inferred for share in record.shares)
    if shares_inferred or record.inferred & (_TELLING | {_WHEN}):
        doubts.append("inferred")
    return tuple(doubts)


def _without_inferred(record: Particulars) -> Particulars:
    hidden = record.inferred
    return replace(
        record,
        shares=tuple(share for share in record.shares if not share.inferred),
        bounds=UNDATED if "when" in hidden else record.bounds,
        status="" if "hasStatus" in hidden else record.status,
        related={
            name: title for name, title in record.related.items() if _RELATED[name] not in hidden
        },
        inferred=hidden - {"when", "hasStatus", *_RELATED.values()},
    )


def _fact(record: Particulars, evidence: tuple[Evidence, ...]) -> Fact:
    bounds = record.bounds
    edtf = bounds.edtf or record.signed
    return Fact(
        id=record.id,
        iri=record.iri,
        kind=record.kind,
        sentence=tell(record),
        date=Words(date_words(edtf, "fr"), date_words(edtf, "en")),
        edtf=edtf,
        earliest_begin=bounds.earliest_begin or None,
        latest_begin=bounds.latest_begin or None,
        earliest_end=bounds.earliest_end or None,
        latest_end=bounds.latest_end or None,
        doubts=doubts_of(record),
        evidence=evidence,
        date_inferred=_WHEN in record.inferred,
        title=record.title,
    )


def gather_evidence(
    graph: Queryable, iris: list[str], below: Mapping[str, Iterable[str]]
) -> dict[str, list[Evidence]]:
    """Return the sources of each record in a fixed order, with all places in each, by IRI.

    `below` names the parts of wholes, whose shares vouch for the whole as well.
    """
    parts = {part for iri in iris for part in below.get(iri, ())}
    shared = ask_records(graph, _CITED_BY_SHARES, [*iris, *sorted(parts)])
    cited = {*ask_records(graph, _CITED, iris), *with_parts(shared, iris, below)}
    places = {
        citation: (source, locator)
        for citation, source, locator in ask_records(
            graph, _CITATIONS, sorted({citation for _, citation in cited})
        )
    }
    sources = {
        row[0]: row[1:]
        for row in ask_records(graph, _SOURCES, sorted({source for source, _ in places.values()}))
    }
    pieces: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for iri, citation in cited:
        source, locator = places.get(citation, ("", ""))
        if source in sources:
            pieces[iri, *sources[source]].add(locator)
    found: dict[str, list[Evidence]] = defaultdict(list)
    for (record, source, title, publisher, when, url), locators in sorted(pieces.items()):
        published = Words(date_words(when, "fr"), date_words(when, "en"))
        place = _one_locator(locators)
        found[record].append(Evidence(source, title, publisher, published, place, url))
    return found


def _one_locator(locators: Iterable[str]) -> str:
    """Join places in one source, each of them once.

    >>> _one_locator({"§ 1 ; § 3", "§ 1", "§ 10", "titre"})
    'titre ; § 1 ; § 3 ; § 10'
    """
    places = {place.strip() for locator in locators for place in re.split(r"\s*;\s*", locator)}
    return " ; ".join(sorted(filter(None, places), key=ordered))
