"""How we know: the facts about one record, or those that tie two, each with its sources.

Two actors are tied by the activities in which they meet (through parts and wholes too, at the
smallest one that holds both), by agreements, outcomes, signatures, offices, awards, successions and
relations. A thank-you is no cooperation, but it is a fact, and is told here.

Any other record (a mission, a fund …) can stand on either side: then the facts that name both are
told. Of a fund, what its calls gave is told too; of a place, what took place there or in a place
within it; of a source, the first records that cite it, after a sentence that says how many there
are. What sources say differently about those facts comes last. It does not look for paths through
third parties.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from coopgraph.network.rows import Taking, read_text_rows
from coopgraph.network.wholes import attend, meetings
from coopgraph.views.contested import gather_disputes
from coopgraph.views.facts import gather_facts
from coopgraph.views.names import RecordNames, find_record
from coopgraph.views.summaries import MOST_CITED, say_how_many, summarise

if TYPE_CHECKING:
    from coopgraph.sparql import Queryable
    from coopgraph.views.model import Fact

__all__ = ["why"]

_NAMING: Final = """
SELECT DISTINCT (STR(?fact) AS ?iri) {
  { $record a ?class . BIND ($record AS ?fact) }
  UNION { ?link coop:hasActor $record ; coop:inActivity|coop:inAgreement|coop:inProgramme ?fact }
  UNION { ?link a coop:Benefit ; coop:hasActor $record ; coop:inOutcome ?fact }
  UNION { ?fact a coop:Signature ; coop:hasPerson|coop:onBehalfOf $record }
  UNION { ?fact a coop:Signature ; coop:inSigning/coop:signs $record }
  UNION { ?fact coop:inOrganisation|coop:hasFunder|coop:hasRecipient $record }
  UNION { ?fact a coop:RoleHolding ; coop:hasPerson $record }
  UNION { ?fact a coop:Budget ; coop:describes $record }
  UNION { ?fact a coop:Figure ; coop:describes $record }
  UNION { ?fact coop:hasSubject|coop:hasObject|coop:hasFormer|coop:hasLatter $record }
  UNION { ?fact a coop:Award ; coop:inActivity|coop:inProgramme $record }
  UNION { ?fact coop:resultsFrom|coop:partOf|coop:underAgreement|coop:fundedBy $record }
  UNION { $record a coop:Programme . ?call coop:partOf+ $record .
          ?fact coop:fundedBy|coop:inProgramme ?call }
  UNION { $record a coop:Place . ?place coop:within* $record .
          ?fact coop:takesPlaceIn|coop:locatedIn ?place . FILTER NOT EXISTS { ?fact a coop:Actor } }
  UNION { $record a coop:Place . ?place coop:within* $record .
          ?signing coop:takesPlaceIn ?place ; coop:signs ?fact }
}"""
_TAKINGS: Final = """
SELECT ?record ?actor ?link ?iri {
  VALUES ?actor { %s }
  ?link a coop:Participation ; coop:hasActor ?actor ; coop:inActivity ?record .
  BIND (STR(?record) AS ?iri)
}"""
_PARTS: Final = """
SELECT DISTINCT ?part ?whole ?iri {
  VALUES ?actor { %s }
  ?link a coop:Participation ; coop:hasActor ?actor ; coop:inActivity/coop:partOf* ?part .
  ?part coop:partOf ?whole . ?whole a coop:Activity . BIND (STR(?whole) AS ?iri)
}"""


def why(
    graph: Queryable, a: str, b: str | None = None, *, names: RecordNames | None = None
) -> list[Fact]:
    """Return the facts about `a`, or those that tie `a` and `b`; ids or names.

    Dated facts come first, in order of time. `names` are those of the graph, for a caller that has
    them.

    Raises:
        UnknownEntity: there is no such record, or several bear the name.
        StoreError: the graph cannot be read.
    """
    first = find_record(graph, a, names=names)
    if b is None:
        opening, cited = summarise(graph, first)
        facts = _told(graph, _naming(graph, first) | cited, first)
        if cited and len(facts) > MOST_CITED:
            return [say_how_many(opening[0], len(facts)), *facts[:MOST_CITED]]
        return [*opening, *facts]
    second = find_record(graph, b, names=names)
    named = _naming(graph, first) & _naming(graph, second)
    meeting, elsewhere = _meetings(graph, first, second)
    return _told(graph, (named - elsewhere) | meeting)


def _told(graph: Queryable, iris: set[str], *more: str) -> list[Fact]:
    """Return the facts of these records in order of time, then what sources dispute in them."""
    disputes = gather_disputes(graph, sorted(iris.union(more)))
    return [*_in_order(gather_facts(graph, iris)), *disputes]


def _naming(graph: Queryable, iri: str) -> set[str]:
    """Return the records that name this one, itself included."""
    text = _NAMING.replace("$record", str(NamedNode(iri)))
    return {row[0] for row in read_text_rows(graph, text)}


def _meetings(graph: Queryable, first: str, second: str) -> tuple[set[str], set[str]]:
    """Return the activities in which two actors meet, and those in which they do not, by IRI."""
    values = f"{NamedNode(first)} {NamedNode(second)}"
    takings = read_text_rows(graph, _TAKINGS % values)
    parts = read_text_rows(graph, _PARTS % values)
    iris = {row[0]: row[3] for row in takings} | {row[1]: row[2] for row in parts}
    present = attend(
        [Taking(record, actor, link, "", False) for record, actor, link, _ in takings],
        [(part, whole) for part, whole, _ in parts],
    )
    meeting: set[str] = set()
    elsewhere: set[str] = set()
    for record, actors in present.items():
        pair = tuple(actors.values())
        together = len(pair) == 2 and meetings(*pair)
        (meeting if together else elsewhere).add(iris[record])
    return meeting, elsewhere


def _in_order(facts: dict[str, Fact]) -> list[Fact]:
    return sorted(
        facts.values(),
        key=lambda fact: (not fact.dated, fact.earliest_begin or fact.latest_end or "", fact.id),
    )
