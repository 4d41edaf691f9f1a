"""Ten questions on the synthetic graph, in SPARQL over our vocabulary.

They are shaped like what people ask, and like what engines find hard: one hop, joins with windows
of dates, aggregates, optional parts, paths, text, new triples, provenance, absence.

>>> len(QUESTIONS), QUESTIONS[0].form
(10, 'SELECT')
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["ACTOR", "BIGGEST_WHOLE", "QUESTIONS", "Question", "question_text"]

ACTOR = "https://w3id.org/coopgraph/id/actor/actor-3"
"""The actor that is asked for: one of the busiest."""

_PREFIXES = """
PREFIX coop: <https://w3id.org/coopgraph/ns#>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""

BIGGEST_WHOLE = (
    _PREFIXES
    + """SELECT ?whole (COUNT(?part) AS ?parts) WHERE { ?part coop:partOf+ ?whole }
GROUP BY ?whole ORDER BY DESC(?parts) ?whole LIMIT 1"""
)
"""Which mission has the most parts: question 5 asks who took part in one of them."""


class Question(NamedTuple):
    """A question: its name in the report, its form, and its text without the prefixes."""

    name: str
    form: str
    text: str


QUESTIONS = (
    Question(
        "1 one hop: what an actor took part in",
        "SELECT",
        """SELECT ?activity ?role WHERE {
  ?link coop:hasActor <ACTOR> ; coop:inActivity ?activity ; coop:hasRole ?role }""",
    ),
    Question(
        "2 three hops, two windows of dates",
        "SELECT",
        """SELECT DISTINCT ?other WHERE {
  ?link1 coop:hasActor <ACTOR> ; coop:inActivity ?first .
  ?first coop:earliestBegin ?day1 .
  FILTER (?day1 >= "1990-01-01"^^xsd:date && ?day1 < "2000-01-01"^^xsd:date)
  ?link2 coop:inActivity ?first ; coop:hasActor ?partner .
  ?link3 coop:hasActor ?partner ; coop:inActivity ?second .
  ?second coop:earliestBegin ?day2 .
  FILTER (?day2 >= "2000-01-01"^^xsd:date && ?day2 < "2010-01-01"^^xsd:date)
  ?link4 coop:inActivity ?second ; coop:hasActor ?other }""",
    ),
    Question(
        "3 missions per year",
        "SELECT",
        """SELECT ?year (COUNT(?mission) AS ?n) WHERE {
  ?mission a coop:Mission ; coop:earliestBegin ?day . BIND (SUBSTR(STR(?day), 1, 4) AS ?year)
} GROUP BY ?year ORDER BY ?year""",
    ),
    Question(
        "4 four OPTIONALs",
        "SELECT",
        """SELECT ?mission ?title ?place ?whole ?agreement WHERE {
  ?mission a coop:Mission .
  OPTIONAL { ?mission skos:prefLabel ?title FILTER (LANG(?title) = "fr") }
  OPTIONAL { ?mission coop:takesPlaceIn ?place }
  OPTIONAL { ?mission coop:partOf ?whole }
  OPTIONAL { ?mission coop:underAgreement ?agreement } }""",
    ),
    Question(
        "5 path: who took part in any part",
        "SELECT",
        """SELECT DISTINCT ?actor WHERE {
  ?part coop:partOf+ <WHOLE> . ?link coop:inActivity ?part ; coop:hasActor ?actor }""",
    ),
    Question(
        "6 regular expression over titles",
        "SELECT",
        """SELECT ?mission ?title WHERE {
  ?mission a coop:Mission ; skos:prefLabel ?title
  FILTER (LANG(?title) = "fr" && REGEX(?title, "^mission .*77?$", "i")) }""",
    ),
    Question(
        "7 CONSTRUCT who with whom in one year",
        "CONSTRUCT",
        """CONSTRUCT { ?one coop:metIn2010 ?other } WHERE {
  ?activity coop:earliestBegin ?day .
  FILTER (?day >= "2010-01-01"^^xsd:date && ?day < "2011-01-01"^^xsd:date)
  ?link1 coop:inActivity ?activity ; coop:hasActor ?one .
  ?link2 coop:inActivity ?activity ; coop:hasActor ?other .
  FILTER (STR(?one) < STR(?other)) }""",
    ),
    Question(
        "8 citations of each source",
        "SELECT",
        """SELECT ?source (COUNT(?record) AS ?n) WHERE {
  ?record prov:wasDerivedFrom ?citation . ?citation dct:source ?source
} GROUP BY ?source ORDER BY DESC(?n) ?source LIMIT 50""",
    ),
    Question(
        "9 top actors",
        "SELECT",
        """SELECT ?actor (COUNT(DISTINCT ?activity) AS ?n) WHERE {
  ?link coop:hasActor ?actor ; coop:inActivity ?activity
} GROUP BY ?actor ORDER BY DESC(?n) ?actor LIMIT 20""",
    ),
    Question(
        "10 NOT EXISTS: possibly over by 2000, under no agreement",
        "SELECT",
        """SELECT (COUNT(?mission) AS ?n) WHERE {
  ?mission a coop:Mission .
  FILTER NOT EXISTS { ?mission coop:underAgreement ?agreement }
  FILTER NOT EXISTS { ?mission coop:earliestEnd ?end FILTER (?end > "2000-01-01"^^xsd:date) } }""",
    ),
)


def question_text(question: Question, *, whole: str) -> str:
    """Return the full text, with the actor and the mission that it asks for.

    >>> "<urn:w>" in question_text(QUESTIONS[4], whole="urn:w")
    True
    """
    text = question.text.replace("<ACTOR>", f"<{ACTOR}>").replace("<WHOLE>", f"<{whole}>")
    return _PREFIXES + text
