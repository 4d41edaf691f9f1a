"""Read the particulars of many records at once: a fixed number of questions, whatever their number.

`gather` asks the graph once per subject (what it is, who shares in it, what it belongs to, its
dates, its doubts), never once per record; a graph may be a store or a remote endpoint. A record
whose kind has no sentence (a place, a source, an actor) is left out of what comes back.

An activity is told with the actors of its parts, since who takes part in a part takes part in the
whole; what is planned or was cancelled stays in the part.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from coopgraph.network.rows import UNDATED, Bounds, read_text_rows
from coopgraph.views.model import Words
from coopgraph.views.particulars import NOTHING, Particulars, Share

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from coopgraph.sparql import Queryable

__all__ = ["KINDS", "chunked", "gather", "ordered", "restricted"]

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

_AT_ONCE: Final = 400

_WORDS: Final = """
  OPTIONAL {{ {0} skos:prefLabel ?{1}_fr FILTER (LANG(?{1}_fr) = "fr") }}
  OPTIONAL {{ {0} skos:prefLabel ?{1}_en FILTER (LANG(?{1}_en) = "en") }}"""
_CLASSES: Final = f"VALUES ?class {{ {' '.join(f'coop:{name}' for name in KINDS)} }}"

_RECORDS: Final = f"""
SELECT ?record (STR(?record) AS ?iri) (STRAFTER(STR(?class), "#") AS ?name)
       ?concept ?label_fr ?label_en ?title_fr ?title_en ?status ?day ?batch ?count {{
  {_CLASSES} ?record a ?class .
  OPTIONAL {{ ?record coop:hasKind|coop:hasPredicate ?concept .
  {_WORDS.format("?concept", "label")} }}
  {_WORDS.format("?record", "title")}
  OPTIONAL {{ ?record coop:hasStatus ?status }}
  OPTIONAL {{ ?record coop:statusAsOf ?day }}
  OPTIONAL {{ ?record coop:batch ?batch }}
  OPTIONAL {{ ?record coop:count ?count }}
}}"""
_DATES: Final = """
SELECT ?record ?when ?eb ?lb ?ee ?le (GROUP_CONCAT(?mark; SEPARATOR=" ") AS ?marks) {
  ?record coop:when ?when .
  OPTIONAL { ?record coop:earliestBegin ?eb }
  OPTIONAL { ?record coop:latestBegin ?lb }
  OPTIONAL { ?record coop:earliestEnd ?ee }
  OPTIONAL { ?record coop:latestEnd ?le }
  OPTIONAL { ?record coop:dateMark ?concept . BIND (REPLACE(STR(?concept), "^.*/", "") AS ?mark) }
} GROUP BY ?record ?when ?eb ?lb ?ee ?le"""
_LINKED: Final = f"""
SELECT ?record ?link ?actor ?role ?name_fr ?name_en ?inferred ?as_fr ?as_en {{
  {{ ?below coop:partOf* ?record . ?link a coop:Participation ; coop:inActivity ?below ;
       coop:hasRole ?role .
     FILTER (?below = ?record || NOT EXISTS {{
       ?below coop:hasStatus ?status .
       FILTER (REGEX(STR(?status), "/(planned|cancelled)$")) }}) }}
  UNION {{ ?link a coop:Party ; coop:inAgreement ?record . BIND ("party" AS ?role) }}
  UNION {{ ?link a coop:Benefit ; coop:inOutcome ?record . BIND ("beneficiary" AS ?role) }}
  UNION {{ ?link a coop:Operation ; coop:inProgramme ?record . BIND ("operator" AS ?role) }}
  ?link coop:hasActor ?actor .{_WORDS.format("?actor", "name")}
  OPTIONAL {{ ?link coop:inferred ?inferred }}
  OPTIONAL {{ ?link coop:roleTitle ?as_fr FILTER (LANG(?as_fr) = "fr") }}
  OPTIONAL {{ ?link coop:roleTitle ?as_en FILTER (LANG(?as_en) = "en") }}
}}"""
_NAMED: Final = f"""
SELECT ?record ?role ?other ?name_fr ?name_en ?untitled {{
  VALUES (?property ?role) {{
    (coop:hasPerson "person") (coop:inOrganisation "organisation") (coop:onBehalfOf "behalf")
    (coop:hasFunder "funder") (coop:hasRecipient "recipient")
    (coop:hasSubject "subject") (coop:hasObject "object")
    (coop:hasFormer "former") (coop:hasLatter "latter") }}
  ?record ?property ?other .{_WORDS.format("?other", "name")}
  OPTIONAL {{ VALUES ?untitled {{ coop:Actor coop:Place }} ?other a ?untitled }}
}}"""
_RELATED: Final = f"""
SELECT ?record ?position ?title_fr ?title_en {{
  {{ ?record coop:partOf ?other . BIND ("whole" AS ?position) }}
  UNION {{ ?record coop:resultsFrom ?other . BIND ("origin" AS ?position) }}
  UNION {{ ?record coop:inSigning/coop:signs ?other . BIND ("agreement" AS ?position) }}
  UNION {{ ?record a coop:Award ; coop:inProgramme ?other . BIND ("programme" AS ?position) }}
  UNION {{ ?record a coop:Award ; coop:inActivity ?other . BIND ("activity" AS ?position) }}
  {_WORDS.format("?other", "title")}
}}"""
_FURTHER_DATES: Final = """
SELECT ?record ?what ?when {
  { ?signing a coop:Signing ; coop:signs ?record ; coop:when ?when . BIND ("signed" AS ?what) }
  UNION { ?record coop:inSigning/coop:when ?when . BIND ("signed" AS ?what) }
  UNION { ?term a coop:TermOfForce ; coop:inAgreement ?record ; coop:when ?when .
          BIND ("in force" AS ?what) }
  UNION { ?seen a coop:Attestation ; coop:describes ?record ; coop:when ?when .
          BIND ("attested" AS ?what) }
}"""
_TEXTS: Final = """
SELECT ?record ?what ?text (LANG(?text) AS ?language) {
  VALUES (?property ?what) { (coop:roleTitle "role") (coop:amount "amount")
    (coop:currency "currency") (coop:currencyCertain "certain") }
  ?record ?property ?text .
}"""
_DOUBTFUL: Final = """
SELECT ?record ?property ?standing {
  { ?record coop:inferredProperty ?property }
  UNION { ?claim a coop:Claim ; coop:describes ?record ; coop:hasStanding ?standing }
  UNION { ?said coop:signs|coop:inActivity|coop:inAgreement ?record .
          ?claim a coop:Claim ; coop:describes ?said ; coop:hasStanding ?standing }
}"""


def gather(graph: Queryable, iris: Iterable[str]) -> dict[str, Particulars]:
    """Return the particulars of the records of these IRIs, by id, in the order of the IRIs.

    Raises:
        StoreError: the graph cannot be read.
    """
    wanted = list(dict.fromkeys(iris))
    found: dict[str, Particulars] = {}
    for chunk in chunked(wanted):
        found |= _gather_chunk(graph, chunk)
    known = {record.iri: record for record in found.values()}
    return {known[iri].id: known[iri] for iri in wanted if iri in known}


def chunked(iris: list[str]) -> Iterator[list[str]]:
    """Yield so many IRIs at a time as one question takes."""
    for start in range(0, len(iris), _AT_ONCE):
        yield iris[start : start + _AT_ONCE]


def ordered(identifier: str) -> list[tuple[int, str]]:
    """Return a key that sorts ids as people do: ``m.actor.2`` before ``m.actor.10``."""
    parts = re.split(r"(\d+)", identifier)
    return [(int(part), "") if part.isdigit() else (-1, part) for part in parts if part]


def restricted(text: str, iris: Iterable[str], *, variable: str = "record") -> str:
    """Return the query asked of these records only."""
    values = " ".join(f"<{iri}>" for iri in iris)
    return text.replace("{", f"{{ VALUES ?{variable} {{ {values} }}", 1)


def _gather_chunk(graph: Queryable, iris: list[str]) -> dict[str, Particulars]:
    def asked(text: str) -> list[tuple[str, ...]]:
        return read_text_rows(graph, restricted(text, iris))

    dates = {
        row[0]: Bounds(row[1], row[2], row[3], row[4], row[5], tuple(sorted(row[6].split())))
        for row in asked(_DATES)
    }
    shares = _shares(asked(_LINKED), asked(_NAMED))
    related: dict[str, dict[str, Words]] = defaultdict(dict)
    for record, position, fr, en in sorted(asked(_RELATED)):
        related[record].setdefault(position, Words(fr, en))
    further: dict[tuple[str, str], list[str]] = defaultdict(list)
    for record, what, edtf in sorted(set(asked(_FURTHER_DATES))):
        further[record, what].append(edtf)
    texts = {(row[0], f"{row[1]} {row[3]}".strip()): row[2] for row in asked(_TEXTS)}
    inferred, contested = _doubts(asked(_DOUBTFUL))
    records = {}
    for row in sorted(asked(_RECORDS)):
        name = row[0]
        records[name] = replace(
            _described(row, texts),
            shares=tuple(shares.get(name, ())),
            related=related.get(name, {}),
            bounds=dates.get(name, UNDATED),
            signed="".join(further[name, "signed"][:1]),
            in_force=tuple(further[name, "in force"]),
            attested=tuple(further[name, "attested"]),
            inferred=frozenset(inferred.get(name, ())),
            contested=name in contested,
        )
    return records


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


def _shares(linked: list[tuple[str, ...]], named: list[tuple[str, ...]]) -> dict[str, list[Share]]:
    """Return who shares in each record, in the order of the links, each actor once a role."""
    shares: dict[str, dict[tuple[str, str], Share]] = defaultdict(dict)
    for record, _, actor, role, fr, en, inferred, as_fr, as_en in sorted(
        linked, key=lambda row: (ordered(row[1]), row)
    ):
        titled = Words(as_fr, as_en or as_fr) if as_fr or as_en else NOTHING
        share = Share(Words(fr, en), role, titled, inferred == "true", True, actor)
        shares[record].setdefault((actor, role), share)
    for record, role, other, fr, en, untitled in sorted(set(named)):
        share = Share(Words(fr, en), role, NOTHING, False, bool(untitled), other)
        shares[record].setdefault((other, role), share)
    return {record: list(found.values()) for record, found in shares.items()}


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
