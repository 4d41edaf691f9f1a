"""Read the particulars of many records at once: a fixed number of questions, whatever their number.

`gather` asks the graph once per subject (what it is, who shares in it, what it belongs to, its
dates, its doubts), never once per record; a graph may be a store or a remote endpoint. A record
whose kind has no sentence (a place, a source, an actor) is left out of what comes back.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from coopgraph.network.rows import UNDATED, Bounds
from coopgraph.views.asking import ask_records, words_of
from coopgraph.views.borne import days_of, read_names_borne
from coopgraph.views.model import Words
from coopgraph.views.particulars import Particulars
from coopgraph.views.sharing import gather_shares

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coopgraph.sparql import Queryable
    from coopgraph.views.borne import NamesBorne
    from coopgraph.views.particulars import Share

__all__ = ["KINDS", "gather"]

KINDS: Final[Mapping[str, str]] = {
    "Mission": "mission",
    "Project": "project",
    "Agreement": "agreement",
    "Signature": "signature",
    "Programme": "programme",
    "Award": "award",
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
       ?concept ?label_fr ?label_en ?title_fr ?title_en ?status ?day ?batch ?count {{
  $records ?record a ?class . {_CLASSES}
  OPTIONAL {{ ?record coop:hasKind|coop:hasPredicate ?concept .
  {words_of("?concept", "label")} }}
  {words_of("?record", "title")}
  OPTIONAL {{ ?record coop:hasStatus ?status }}
  OPTIONAL {{ ?record coop:statusAsOf ?day }}
  OPTIONAL {{ ?record coop:batch ?batch }}
  OPTIONAL {{ ?record coop:count ?count }}
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
  {words_of("?other", "title")}
}}"""
_FURTHER_DATES: Final = """
SELECT ?record ?what ?when {
  { $records ?signing coop:signs ?record ; coop:when ?when . BIND ("signed" AS ?what) }
  UNION { $records ?record coop:inSigning/coop:when ?when . BIND ("signed" AS ?what) }
  UNION { $records ?term coop:inAgreement ?record ; coop:when ?when .
          BIND ("in force" AS ?what) }
  UNION { $records ?seen coop:describes ?record ; coop:when ?when .
          FILTER EXISTS { ?seen a coop:Attestation }
          BIND ("attested" AS ?what) }
}"""
_TEXTS: Final = """
SELECT ?record ?what ?text (LANG(?text) AS ?language) {
  VALUES (?property ?what) { (coop:roleTitle "role") (coop:amount "amount")
    (coop:currency "currency") (coop:currencyCertain "certain") }
  $records ?record ?property ?text .
}"""
_DOUBTFUL: Final = """
SELECT ?record ?property ?standing {
  { $records ?record coop:inferredProperty ?property }
  UNION { $records ?claim coop:describes ?record ; coop:hasStanding ?standing }
  UNION { $records ?said coop:signs|coop:inActivity|coop:inAgreement ?record .
          ?claim coop:describes ?said ; coop:hasStanding ?standing }
}"""


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

    dates = {
        row[0]: Bounds(row[1], row[2], row[3], row[4], row[5], tuple(sorted(row[6].split())))
        for row in asked(_DATES)
    }
    shares = gather_shares(graph, wanted, below or {})
    related: dict[str, dict[str, Words]] = defaultdict(dict)
    for record, position, fr, en in sorted(asked(_RELATED)):
        related[record].setdefault(position, Words(fr, en))
    further: dict[tuple[str, str], list[str]] = defaultdict(list)
    for record, what, edtf in sorted(set(asked(_FURTHER_DATES))):
        further[record, what].append(edtf)
    texts = {(row[0], f"{row[1]} {row[3]}".strip()): row[2] for row in asked(_TEXTS)}
    inferred, contested = _doubts(asked(_DOUBTFUL))
    borne = read_names_borne(graph)
    records = {}
    for row in sorted(asked(_RECORDS)):
        name, iri = row[:2]
        bounds = dates.get(name, UNDATED)
        signed = "".join(further[name, "signed"][:1])
        records[iri] = replace(
            _described(row, texts),
            shares=_named_then(shares.get(iri, ()), borne, bounds, signed),
            related=related.get(name, {}),
            bounds=bounds,
            signed=signed,
            in_force=tuple(further[name, "in force"]),
            attested=tuple(further[name, "attested"]),
            inferred=frozenset(inferred.get(name, ())),
            contested=name in contested,
        )
    return {records[iri].id: records[iri] for iri in wanted if iri in records}


def _named_then(
    shares: Iterable[Share], borne: NamesBorne, bounds: Bounds, signed: str
) -> tuple[Share, ...]:
    """Return the shares with the names that the actors bore at the date of the record."""
    begin, end = bounds.earliest_begin, bounds.latest_end
    if signed and not bounds.edtf:
        begin, end = days_of(signed)
    named = ((share, borne.at(share.id, begin, end)) for share in shares)
    return tuple(share._replace(name=name) if name else share for share, name in named)


def _described(row: tuple[str, ...], texts: Mapping[tuple[str, str], str]) -> Particulars:
    """Return what a row of the records and the texts of the record say."""
    (
        name,
        iri,
        class_,
        concept,
        label_fr,
        label_en,
        title_fr,
        title_en,
        status,
        day,
        batch,
        count,
    ) = row
    return Particulars(
        id=name,
        iri=iri,
        kind=KINDS[class_],
        concept=concept,
        label=Words(label_fr, label_en),
        title=Words(title_fr, title_en),
        status=status,
        status_as_of=day,
        batch=batch == "true",
        count=count,
        role_title=Words(texts.get((name, "role fr"), ""), texts.get((name, "role en"), "")),
        amount=texts.get((name, "amount"), ""),
        currency=texts.get((name, "currency"), ""),
        currency_certain=texts.get((name, "certain")) != "false",
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
