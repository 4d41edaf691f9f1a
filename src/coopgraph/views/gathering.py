"""Read the particulars of many records at once: a fixed number of questions, whatever their number.

`gather` asks the graph once per subject (what it is, who shares in it, what it belongs to, its
dates, its doubts), never once per record; a graph may be a store or a remote endpoint. A record
whose kind has no sentence (a place, a source, an actor) is left out of what comes back.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from coopgraph.network.borne import days_of, read_names_borne
from coopgraph.network.rows import UNDATED, Bounds
from coopgraph.views.asking import ask_records, words_of
from coopgraph.views.model import Words
from coopgraph.views.particulars import Particulars
from coopgraph.views.sharing import gather_shares

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coopgraph.network.borne import NamesBorne
    from coopgraph.sparql import Queryable
    from coopgraph.views.particulars import Share

__all__ = ["KINDS", "gather"]

KINDS: Final[Mapping[str, str]] = {
    "Mission": "mission",
    "Project": "project",
    "Agreement": "agreement",
    "Signature": "signature",
    "Programme": "programme",
    "Award": "award",
    "Budget": "budget",
    "Figure": "figure",
    "RoleHolding": "role",
    "Outcome": "outcome",
    "Relation": "relation",
    "Sequence": "sequence",
    "Succession": "succession",
}
"""Class of a record → kind of the fact that tells it."""

_CLASSES: Final = f"FILTER (?class IN ({', '.join(f'coop:{name}' for name in KINDS)}))"

_RECORDS: Final = f"""
SELECT ?record (STR(?record) AS ?iri) (STRAFTER(STR(?class), "#") AS ?name)
       ?concept ?label_fr ?label_en ?title_fr ?title_en {{
  $records ?record a ?class . {_CLASSES}
  OPTIONAL {{ ?record coop:hasKind|coop:hasPredicate ?concept .
  {words_of("?concept", "label")} }}
  {words_of("?record", "title")}
}}"""
_DATES: Final = """
SELECT ?record ?when ?eb ?lb ?ee ?le (GROUP_CONCAT(?mark; SEPARATOR=" ") AS ?marks) {
  $records ?record coop:when ?when .
  OPTIONAL { ?record coop:earliestBegin ?eb }
  OPTIONAL { ?record coop:latestBegin ?lb }
  OPTIONAL { ?record coop:earliestEnd ?ee }
  OPTIONAL { ?record coop:latestEnd ?le }
  OPTIONAL { ?record coop:dateMark ?concept . BIND (REPLACE(STR(?concept), "^.*/", "") AS ?mark) }
} GROUP BY ?record ?when ?eb ?lb ?ee ?le"""
_RELATED: Final = f"""
SELECT ?record ?position ?title_fr ?title_en {{
  {{ $records ?record coop:partOf ?other . BIND ("whole" AS ?position) }}
  UNION {{ $records ?record coop:resultsFrom ?other . BIND ("origin" AS ?position) }}
  UNION {{ $records ?record coop:inSigning/coop:signs ?other . BIND ("agreement" AS ?position) }}
  UNION {{ $records ?record coop:inProgramme ?other . BIND ("programme" AS ?position) }}
  UNION {{ $records ?record coop:inActivity ?other . BIND ("activity" AS ?position) }}
  UNION {{ $records ?record coop:locatedIn ?other . BIND ("place" AS ?position) }}
  UNION {{ $records ?record coop:locatedIn ?other . BIND ("city" AS ?position)
    FILTER EXISTS {{ ?other coop:hasKind <https://w3id.org/coopgraph/scheme/place-kind/city> }} }}
  {words_of("?other", "title")}
}}"""
_FURTHER_DATES: Final = """
SELECT ?record ?what ?when ?side {
  { $records ?term coop:inAgreement ?record ; coop:when ?when .
          OPTIONAL { ?term coop:onSide ?side }
          BIND ("in force" AS ?what) }
  UNION { $records ?seen coop:describes ?record ; coop:when ?when .
          FILTER EXISTS { ?seen a coop:Attestation }
          BIND ("attested" AS ?what) }
}"""
_SIGNINGS: Final = """
SELECT ?record ?when ?kind {
  { $records ?signing coop:signs ?record } UNION { $records ?record coop:inSigning ?signing }
  OPTIONAL { ?signing coop:when ?when }
  OPTIONAL { ?signing coop:hasKind ?kind }
}"""
_NAMED_BY: Final = {
    "hasStatus": "status",
    "statusAsOf": "day",
    "batch": "batch",
    "count": "count",
    "roleTitle": "role",
    "number": "number",
    "announcedOn": "announced on",
    "amount": "amount",
    "currency": "currency",
    "currencyCertain": "certain",
    "perPeriod": "per",
    "hasQualifier": "qualifier",
    "onSide": "side",
    "partOfTotal": "part of total",
    "measure": "measure",
    "numericValue": "value",
    "unit": "unit",
    "announced": "announced",
}
# By FILTER: of all pairs of a record and a VALUES of properties, few stand in the graph.
_TEXTS: Final = f"""
SELECT ?record (STRAFTER(STR(?property), "#") AS ?name) ?text (LANG(?text) AS ?language) {{
  $records ?record ?property ?text .
  FILTER (?property IN ({", ".join(f"coop:{name}" for name in _NAMED_BY)}))
}}"""
_IN_PRINCIPLE: Final = "agreed-in-principle"
_DOUBTFUL: Final = """
SELECT ?record ?property ?standing {
  { $records ?record coop:inferredProperty ?property }
  UNION { $records ?claim coop:describes ?record ; coop:hasStanding ?standing . %s }
  UNION { $records ?said coop:signs|coop:inActivity|coop:inAgreement ?record .
          ?claim coop:describes ?said ; coop:hasStanding ?standing . %s }
}"""
# A value that is only less exact than the retained one contests nothing: it has neither a dispute
# nor a rival that was retained against it.
_CONTESTED: Final = """
  FILTER (!STRENDS(STR(?standing), "/not-retained") || EXISTS { ?claim coop:inDispute ?dispute } ||
    EXISTS { ?claim coop:describes ?about ; coop:claimedProperty ?what .
      ?rival coop:describes ?about ; coop:claimedProperty ?what ;
        coop:hasStanding <https://w3id.org/coopgraph/scheme/standing/retained> })"""


def gather(
    graph: Queryable, iris: Iterable[str], below: Mapping[str, Iterable[str]] | None = None
) -> dict[str, Particulars]:
    """Return the particulars of the records of these IRIs, by id, in the order of the IRIs.

    `below` names the parts of wholes, by IRI (`coopgraph.views.sharing.parts_below`).

    Raises:
        StoreError: the graph cannot be read.
    """
    wanted = list(dict.fromkeys(iris))
    if not wanted:
        return {}

    def asked(text: str) -> list[tuple[str, ...]]:
        return ask_records(graph, text, wanted)

    dates = _dates(asked(_DATES))
    shares = gather_shares(graph, wanted, below or {})
    related = _related(asked(_RELATED))
    further = _further_dates(asked(_FURTHER_DATES))
    signings = _signings(asked(_SIGNINGS))
    texts = _texts(asked(_TEXTS))
    inferred, contested = _doubts(asked(_DOUBTFUL % (_CONTESTED, _CONTESTED)))
    borne = read_names_borne(graph)
    records = {}
    for row in sorted(asked(_RECORDS)):
        name, iri = row[:2]
        bounds = dates.get(name, UNDATED)
        signed, signing, agreed_on = signings.get(name, ("", "", ()))
        records[iri] = replace(
            _described(row, texts.get(name, {})),
            shares=_named_then(shares.get(iri, ()), borne, bounds, signed),
            related=related.get(name, {}),
            bounds=bounds,
            signed=signed,
            signing=signing,
            agreed_on=agreed_on,
            in_force=tuple(further.get((name, "in force"), ())),
            attested=tuple(further.get((name, "attested"), ())),
            inferred=frozenset(inferred.get(name, ())),
            contested=name in contested,
        )
    return {records[iri].id: records[iri] for iri in wanted if iri in records}


def _dates(rows: list[tuple[str, ...]]) -> dict[str, Bounds]:
    return {
        row[0]: Bounds(row[1], row[2], row[3], row[4], row[5], tuple(sorted(row[6].split())))
        for row in rows
    }


def _related(rows: list[tuple[str, ...]]) -> dict[str, dict[str, Words]]:
    """Return the titles of what each record belongs to, the first of several in each position."""
    related: dict[str, dict[str, Words]] = defaultdict(dict)
    for record, position, fr, en in sorted(rows):
        related[record].setdefault(position, Words(fr, en))
    return related


def _named_then(
    shares: Iterable[Share], borne: NamesBorne, bounds: Bounds, signed: str
) -> tuple[Share, ...]:
    """Return the shares with the names that the actors bore at the date of the record."""
    begin, end = bounds.earliest_begin, bounds.latest_end
    if signed and not bounds.edtf:
        begin, end = days_of(signed)
    named = ((share, borne.at(share.id, begin, end)) for share in shares)
    return tuple(share._replace(name=Words(name, name)) if name else share for share, name in named)


def _further_dates(rows: list[tuple[str, ...]]) -> dict[tuple[str, str], list[str]]:
    dates: dict[tuple[str, str], list[str]] = defaultdict(list)
    for record, what, edtf, side in sorted(set(rows)):
        dates[record, what].append(f"{edtf} {side}".rstrip())
    return dates


def _texts(rows: list[tuple[str, ...]]) -> dict[str, dict[str, str]]:
    """Return what each record says by the name of the property, with the language if it has one."""
    texts: dict[str, dict[str, str]] = defaultdict(dict)
    for record, name, text, language in rows:
        texts[record][f"{_NAMED_BY[name]} {language}".strip()] = text
    return texts


def _signings(rows: list[tuple[str, ...]]) -> dict[str, tuple[str, str, tuple[str, ...]]]:
    """Return date and kind of the first signing of each record, and its agreements in principle.

    What was agreed in principle is the signing only where there is no other.
    """
    acts: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for record, when, kind in sorted(set(rows), key=lambda row: (not row[1], row)):
        acts[record].append((when, kind or "signed"))
    found = {}
    for record, known in acts.items():
        binding = [act for act in known if act[1] != _IN_PRINCIPLE]
        agreed_on = tuple(when for when, kind in known if when and kind == _IN_PRINCIPLE)
        found[record] = (*(binding or known)[0], agreed_on if binding else ())
    return found


def _described(row: tuple[str, ...], texts: Mapping[str, str]) -> Particulars:
    """Return what a row of the records and the texts of the record say."""
    name, iri, class_, concept, label_fr, label_en, title_fr, title_en = row
    said = defaultdict(str, texts)
    return Particulars(
        id=name,
        iri=iri,
        kind=KINDS[class_],
        concept=concept,
        label=Words(label_fr, label_en),
        title=Words(title_fr, title_en),
        status=said["status"],
        status_as_of=said["day"],
        batch=said["batch"] == "true",
        count=said["count"],
        role_title=Words(said["role fr"], said["role en"]),
        amount=said["amount"],
        currency=said["currency"],
        currency_certain=said["certain"] != "false",
        per=said["per"],
        qualifier=said["qualifier"],
        side=said["side"],
        part_of_total=said["part of total"] == "true",
        measure=Words(said["measure fr"], said["measure en"]),
        value=said["value"],
        unit=said["unit"],
        announced=said["announced"] == "true",
        announced_on=said["announced on"],
        number=said["number"],
    )


def _doubts(rows: list[tuple[str, ...]]) -> tuple[dict[str, set[str]], set[str]]:
    """Return the inferred properties of each record, and the records that a claim contests."""
    inferred: dict[str, set[str]] = defaultdict(set)
    contested = set()
    for record, property_, standing in rows:
        if property_:
            inferred[record].add(property_.replace("#", "/").rpartition("/")[2])
        if standing in ("undecided", "not-retained"):
            contested.add(record)
    return inferred, contested
