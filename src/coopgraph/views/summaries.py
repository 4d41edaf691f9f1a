"""What a place or a source is and how much hangs on it, in one sentence that opens its facts.

`summarise` serves ``coopgraph why``: places and sources tell nothing by themselves, and what speaks
of them may be long. Of any other record it returns nothing.

>>> from pyoxigraph import Store
>>> summarise(Store(), "https://w3id.org/coopgraph/id/place/port-dune")
([], set())
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from coopgraph.identifiers import split_iri
from coopgraph.network.rows import Bounds
from coopgraph.views.asking import ask_records, words_of
from coopgraph.views.facts import gather_evidence
from coopgraph.views.model import Evidence, Fact, Words
from coopgraph.views.sentences.grammar import (
    date_words,
    listed,
    on_date,
    quoted,
    sentence,
)

if TYPE_CHECKING:
    from coopgraph.sparql import Queryable
    from coopgraph.views.sentences.grammar import Language

__all__ = ["MOST_CITED", "say_how_many", "summarise"]

MOST_CITED: Final = 20
"""So many of the facts that rest on a source are told, the earliest first."""

_PLACE: Final = f"""
SELECT (STR(?record) AS ?iri) ?name_fr ?name_en ?kind_fr ?kind_en ?in_fr ?in_en ?when
       ?eb ?lb ?ee ?le {{
  $records ?record a coop:Place .
  {words_of("?record", "name")}
  OPTIONAL {{ ?record coop:hasKind ?kind . {words_of("?kind", "kind")} }}
  OPTIONAL {{ ?record coop:within ?in . {words_of("?in", "in")} }}
  OPTIONAL {{ ?record coop:when ?when }}
  OPTIONAL {{ ?record coop:earliestBegin ?eb }} OPTIONAL {{ ?record coop:latestBegin ?lb }}
  OPTIONAL {{ ?record coop:earliestEnd ?ee }} OPTIONAL {{ ?record coop:latestEnd ?le }}
}}"""
# What stands in a place or in one within it, each thing once, by what it is.
_THERE: Final = """
SELECT DISTINCT ?thing ?what {
  $records ?place coop:within* ?record .
  { ?thing coop:takesPlaceIn ?place ; a coop:Activity . BIND ("activity" AS ?what) }
  UNION { ?act coop:takesPlaceIn ?place ; coop:signs ?thing . BIND ("agreement" AS ?what) }
  UNION { ?thing coop:locatedIn ?place ; a coop:Actor . BIND ("actor" AS ?what) }
  UNION { ?thing coop:locatedIn ?place ; a coop:Outcome . BIND ("outcome" AS ?what) }
}"""
_SOURCE: Final = """
SELECT (STR(?record) AS ?iri) ?title ?publisher ?url ?when ?eb ?lb ?ee ?le {
  $records ?record a coop:Source ; dct:title ?title .
  OPTIONAL { ?record coop:publisherName ?publisher }
  OPTIONAL { ?record coop:url ?url }
  OPTIONAL { ?record coop:when ?when }
  OPTIONAL { ?record coop:earliestBegin ?eb } OPTIONAL { ?record coop:latestBegin ?lb }
  OPTIONAL { ?record coop:earliestEnd ?ee } OPTIONAL { ?record coop:latestEnd ?le }
}"""
_CITING: Final = """
SELECT DISTINCT (STR(?said) AS ?iri) (STRAFTER(STR(?class), "#") AS ?what) {
  $records ?citation dct:source ?record . ?said prov:wasDerivedFrom ?citation ; a ?class .
}"""
# Classes that are counted by name, and the words for one and for many; the rest is counted too.
_COUNTED: Final = {
    "Mission": (Words("mission", "mission"), Words("missions", "missions")),
    "Project": (Words("projet", "project"), Words("projets", "projects")),
    "Agreement": (Words("accord", "agreement"), Words("accords", "agreements")),
    "Programme": (Words("programme", "programme"), Words("programmes", "programmes")),
    "Outcome": (Words("résultat", "outcome"), Words("résultats", "outcomes")),
    "Actor": (Words("acteur", "actor"), Words("acteurs", "actors")),
}
_THINGS: Final = {
    "activity": (
        Words("mission ou projet", "mission or project"),
        Words("missions et projets", "missions and projects"),
    ),
    "agreement": (
        Words("accord signé sur place", "agreement signed there"),
        Words("accords signés sur place", "agreements signed there"),
    ),
    "actor": (
        Words("acteur établi", "actor based there"),
        Words("acteurs établis", "actors based there"),
    ),
    "outcome": _COUNTED["Outcome"],
}


def summarise(graph: Queryable, iri: str) -> tuple[list[Fact], set[str]]:
    """Return the opening fact on a place or source, and the records that cite the source, by IRI.

    Raises:
        StoreError: the graph cannot be read.
    """
    places = sorted(set(ask_records(graph, _PLACE, [iri])))
    if places:
        return [_place(graph, places[0])], set()
    sources = sorted(set(ask_records(graph, _SOURCE, [iri])))
    return _source(graph, sources[0]) if sources else ([], set())


def _place(graph: Queryable, row: tuple[str, ...]) -> Fact:
    iri, fr, en, kind_fr, kind_en, in_fr, in_en = row[:7]
    counts = Counter(what for _, what in set(ask_records(graph, _THERE, [iri])))
    known = _bounds(row[7:])
    names, kinds, wholes = Words(fr, en), Words(kind_fr, kind_en), Words(in_fr, in_en)

    def told(language: Language) -> str:
        whole, kind = getattr(wholes, language), getattr(kinds, language)
        about = ", ".join(filter(None, (kind, whole, on_date(known.edtf, language))))
        return sentence(
            getattr(names, language), f" ({about})" if about else "", _numbers(counts, language)
        )

    evidence = gather_evidence(graph, [iri], {}).get(iri, ())
    return _fact(iri, "place", Words(told("fr"), told("en")), known)._replace(
        evidence=tuple(evidence)
    )


def _numbers(counts: Counter[str], language: Language) -> str:
    said = []
    for what, (one, many) in _THINGS.items():
        number = counts[what]
        if number:
            said.append(f"{number} {getattr(one if number == 1 else many, language)}")
    if not said:
        return (
            " ne compte rien dans ces données" if language == "fr" else " has nothing in these data"
        )
    if language == "fr":
        return f" compte {listed(said, language)} dans ces données"
    return f" has {listed(said, language)} in these data"


def _source(graph: Queryable, row: tuple[str, ...]) -> tuple[list[Fact], set[str]]:
    iri, title, publisher, url = row[:4]
    classes: dict[str, set[str]] = {}
    for said, what in ask_records(graph, _CITING, [iri]):
        classes.setdefault(said, set()).add(what)
    counts = Counter(what for found in classes.values() for what in found if what in _COUNTED)
    known = _bounds(row[4:])

    def told(language: Language) -> str:
        french = language == "fr"
        origin = ", ".join(filter(None, (publisher, date_words(known.edtf, language))))
        number = len(classes)
        rows = f"{number} {'ligne' if french else 'row'}{'s' if number > 1 else ''}"
        kinds = [
            f"{counts[name]} {getattr(one if counts[name] == 1 else many, language)}"
            for name, (one, many) in _COUNTED.items()
            if counts[name]
        ]
        among = (
            f", dont {listed(kinds, language)}"
            if french
            else f", {listed(kinds, language)} among them"
        )
        return sentence(
            quoted(title, language),
            f" ({origin})" if origin else "",
            f" est cité pour {rows} de données" if french else f" is cited for {rows} of data",
            among if kinds else "",
        )

    fact = _fact(iri, "source", Words(told("fr"), told("en")), known)
    itself = Evidence(fact.id, title, publisher, fact.date, "", url)
    return [fact._replace(evidence=(itself,))], set(classes)


def say_how_many(opening: Fact, facts: int) -> Fact:
    """Add to the fact that opens a list that only the first of so many facts follow."""
    fr = f" Les {MOST_CITED} premiers faits sur {facts} suivent."
    en = f" The first {MOST_CITED} of {facts} facts follow."
    return opening._replace(sentence=Words(opening.sentence.fr + fr, opening.sentence.en + en))


def _bounds(cells: tuple[str, ...]) -> Bounds:
    when, earliest_begin, latest_begin, earliest_end, latest_end = cells
    return Bounds(when, earliest_begin, latest_begin, earliest_end, latest_end)


def _fact(iri: str, kind: str, told: Words, bounds: Bounds) -> Fact:
    return Fact(
        id=split_iri(iri)[1],
        iri=iri,
        kind=kind,
        sentence=told,
        date=Words(date_words(bounds.edtf, "fr"), date_words(bounds.edtf, "en")),
        edtf=bounds.edtf,
        earliest_begin=bounds.earliest_begin or None,
        latest_begin=bounds.latest_begin or None,
        earliest_end=bounds.earliest_end or None,
        latest_end=bounds.latest_end or None,
        doubts=(),
        evidence=(),
    )
