"""Who has which share in a record: the actors of activities and their parts, parties, persons.

Who takes part in a part takes part in the whole, so a whole is told with the actors of its parts;
parts that were only planned, or cancelled, lend it none.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from coopgraph.network.rows import read_text_rows
from coopgraph.views.asking import ask_records, ordered, words_of
from coopgraph.views.model import Words
from coopgraph.views.particulars import NOTHING, Share

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coopgraph.sparql import Queryable

__all__ = ["gather_shares", "parts_below", "with_parts"]

_LINKED: Final = """
SELECT (STR(?record) AS ?iri) ?link (STR(?actor) AS ?who) ?role ?inferred ?as_fr ?as_en {
  { $records ?link coop:inActivity ?record ; coop:hasActor ?actor ; coop:hasRole ?role }
  UNION { $records ?link coop:inAgreement ?record ; coop:hasActor ?actor BIND ("party" AS ?role) }
  UNION { $records ?link coop:inOutcome ?record ; coop:hasActor ?actor
           BIND ("beneficiary" AS ?role) }
  UNION { $records ?link coop:inProgramme ?record ; coop:hasActor ?actor
           BIND ("operator" AS ?role) }
  OPTIONAL { ?link coop:inferred ?inferred }
  OPTIONAL { ?link coop:roleTitle ?as_fr FILTER (LANG(?as_fr) = "fr") }
  OPTIONAL { ?link coop:roleTitle ?as_en FILTER (LANG(?as_en) = "en") }
}"""
_NAMES: Final = f"""
SELECT (STR(?record) AS ?iri) ?name_fr ?name_en {{
  $records ?record a coop:Actor .{words_of("?record", "name")}
}}"""
_ROLES: Final = {
    "hasPerson": "person",
    "inOrganisation": "organisation",
    "onBehalfOf": "behalf",
    "hasFunder": "funder",
    "hasRecipient": "recipient",
    "hasSubject": "subject",
    "hasObject": "object",
    "hasFormer": "former",
    "hasLatter": "latter",
    "describes": "about",
}
"""Property of a record that names who or what has a share in it, and the role of that."""
# By FILTER: of all pairs of a record and a VALUES of properties, few stand in the graph.
_NAMED: Final = f"""
SELECT (STR(?record) AS ?iri) (STRAFTER(STR(?property), "#") AS ?name) ?other ?name_fr ?name_en
       ?untitled {{
  $records ?record ?property ?other .
  FILTER (?property IN ({", ".join(f"coop:{name}" for name in _ROLES)})){words_of("?other", "name")}
  OPTIONAL {{ VALUES ?untitled {{ coop:Actor coop:Place }} ?other a ?untitled }}
}}"""
_VENUES: Final = f"""
SELECT (STR(?record) AS ?iri) ?link ?other ?name_fr ?name_en ?inferred ?city {{
  $records ?link coop:inActivity ?record ; coop:takesPlaceIn ?other .{words_of("?other", "name")}
  OPTIONAL {{ ?link coop:inferred ?inferred }}
  OPTIONAL {{ ?other coop:hasKind ?city
    FILTER (?city = <https://w3id.org/coopgraph/scheme/place-kind/city>) }}
}}"""
_PARTS: Final = """
SELECT (STR(?part) AS ?below) (STR(?whole) AS ?above) {
  ?part coop:partOf ?whole ; a coop:Activity .
  FILTER NOT EXISTS { ?part coop:hasStatus ?status .
    VALUES ?status { <https://w3id.org/coopgraph/scheme/status/planned>
                     <https://w3id.org/coopgraph/scheme/status/cancelled> } }
}"""


def gather_shares(
    graph: Queryable, iris: Iterable[str], below: Mapping[str, Iterable[str]]
) -> dict[str, tuple[Share, ...]]:
    """Return the shares in each of these records, by IRI; `below` names the parts of wholes."""
    wanted = list(iris)
    rows = ask_records(graph, _LINKED, {**dict.fromkeys(wanted), **dict.fromkeys(_all(below))})
    actors = ask_records(graph, _NAMES, sorted({row[2] for row in rows}))
    names = {iri: Words(fr, en) for iri, fr, en in actors}
    linked = with_parts(rows, wanted, below)
    shares = _shares(linked, names, ask_records(graph, _NAMED, wanted))
    for iri, places in _venues(ask_records(graph, _VENUES, wanted)).items():
        shares[iri] = (*shares.get(iri, ()), *places)
    return shares


def _venues(rows: list[tuple[str, ...]]) -> dict[str, list[Share]]:
    """Return the places of each activity, in the order of the links; those of parts are theirs."""
    venues: dict[str, list[Share]] = defaultdict(list)
    for iri, _, place, fr, en, inferred, city in sorted(rows, key=lambda row: ordered(row[1])):
        role = "venue-city" if city else "venue"
        venues[iri].append(Share(Words(fr, en), role, NOTHING, inferred == "true", False, place))
    return venues


def with_parts(
    rows: Iterable[tuple[str, ...]], iris: Iterable[str], below: Mapping[str, Iterable[str]]
) -> list[tuple[str, ...]]:
    """Give each whole the rows of its parts as well; a row begins with the IRI of its record.

    >>> with_parts([("fair", "ada"), ("talk", "leo")], ["fair"], {"fair": {"talk"}})
    [('fair', 'ada'), ('fair', 'leo')]
    """
    by_record: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for row in rows:
        by_record[row[0]].append(row)
    return [
        (iri, *row[1:])
        for iri in iris
        for record in (iri, *sorted(below.get(iri, ())))
        for row in by_record[record]
    ]


def _all(below: Mapping[str, Iterable[str]]) -> list[str]:
    return sorted({part for parts in below.values() for part in parts})


def parts_below(graph: Queryable, iris: Iterable[str]) -> dict[str, set[str]]:
    """Return the parts of each activity, at every depth, that were not only planned or cancelled.

    An activity without parts is not among the keys.
    """
    below: dict[str, list[str]] = defaultdict(list)
    for part, whole in read_text_rows(graph, _PARTS):
        below[whole].append(part)
    found: dict[str, set[str]] = {}
    for iri in iris:
        waiting = list(below.get(iri, ()))
        reached: set[str] = set()
        while waiting:
            part = waiting.pop()
            if part not in reached and part != iri:
                reached.add(part)
                waiting += below.get(part, ())
        if reached:
            found[iri] = reached
    return found


def _shares(
    linked: list[tuple[str, ...]], names: Mapping[str, Words], named: list[tuple[str, ...]]
) -> dict[str, tuple[Share, ...]]:
    """Return who shares in each record, in the order of the links, each actor once a role."""
    shares: dict[str, dict[tuple[str, str], Share]] = defaultdict(dict)
    for record, _, iri, role, inferred, as_fr, as_en in sorted(
        linked, key=lambda row: (ordered(row[1]), row)
    ):
        titled = Words(as_fr, as_en or as_fr) if as_fr or as_en else NOTHING
        actor = iri.rpartition("/")[2]
        share = Share(names.get(iri, NOTHING), role, titled, inferred == "true", True, actor)
        shares[record].setdefault((actor, role), share)
    told = {(record, _ROLES[name], *rest) for record, name, *rest in named}
    for record, role, other, fr, en, untitled in sorted(told):
        share = Share(Words(fr, en), role, NOTHING, False, bool(untitled), other)
        shares[record].setdefault((other, role), share)
    return {record: tuple(found.values()) for record, found in shares.items()}
