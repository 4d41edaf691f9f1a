"""What the sources say about each record, value by value, and which of them say it.

A record is a mission, project, agreement, programme or outcome. What is said of it stands in its
own citations and in those of its links: who took part (participations, parties, operators,
beneficiaries), when (its date, its signings), how much (awards, budgets), under what name, and the
claims that contest one of these. A source that is cited for another date than the retained one is
not counted for the retained one.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.dates import InvalidDate
from coopgraph.network.rows import read_text_rows
from coopgraph.spelling import spell_date
from coopgraph.views.model import Words
from coopgraph.views.sentences.grammar import amount_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coopgraph.sparql import Queryable

__all__ = ["FACETS", "Saying", "read_sayings"]

FACETS: Final = ("date", "partner", "amount", "name", "claim")
"""What is compared, in the order in which it is shown."""

_WORKS: Final = "VALUES ?w { coop:Mission coop:Project coop:Agreement coop:Programme coop:Outcome }"
_OWN: Final = f"""
SELECT (STR(?record) AS ?iri) ?source ?property ?when {{
  {_WORKS} ?record a ?w ; prov:wasDerivedFrom ?citation . ?citation dct:source ?source .
  OPTIONAL {{ ?citation coop:citedProperty ?property }}
  OPTIONAL {{ ?record coop:when ?when }}
}}"""
_PARTNERS: Final = """
SELECT (STR(?record) AS ?iri) ?actor ?source ?fr ?en {
  VALUES ?kind { coop:Participation coop:Party coop:Operation coop:Benefit }
  ?link a ?kind ; coop:inActivity|coop:inAgreement|coop:inProgramme|coop:inOutcome ?record ;
        coop:hasActor ?actor ; prov:wasDerivedFrom/dct:source ?source .
  ?actor skos:prefLabel ?fr, ?en . FILTER (LANG(?fr) = "fr" && LANG(?en) = "en")
}"""
_SIGNINGS: Final = """
SELECT (STR(?record) AS ?iri) ?when ?source {
  ?signing a coop:Signing ; coop:signs ?record ; coop:when ?when ;
           prov:wasDerivedFrom/dct:source ?source .
}"""
_AMOUNTS: Final = f"""
SELECT (STR(?record) AS ?iri) ?amount ?currency ?source {{
  {_WORKS} {{ ?money a coop:Budget ; coop:describes ?record }}
  UNION {{ ?money a coop:Award ; coop:inActivity ?record }}
  ?record a ?w .
  ?money coop:amount ?amount ; coop:currency ?currency ; prov:wasDerivedFrom/dct:source ?source .
}}"""
_NAMES: Final = f"""
SELECT (STR(?record) AS ?iri) ?text ?source {{
  {_WORKS} ?record a ?w . ?name a coop:Name ; coop:describes ?record ; coop:nameText ?text ;
           prov:wasDerivedFrom/dct:source ?source .
}}"""
# In steps, put together below: joined in one, the engine pairs every claim with every record.
_CLAIMS: Final = """
SELECT (STR(?claim) AS ?said) (STR(?described) AS ?about) (STR(?dispute) AS ?asked) ?property
       ?value ?standing {
  ?claim a coop:Claim ; coop:claimedValue ?value ; coop:hasStanding ?standing ;
         coop:describes ?described .
  OPTIONAL { ?claim coop:inDispute ?dispute }
  OPTIONAL { ?claim coop:claimedProperty ?property }
}"""
_CLAIMANTS: Final = """
SELECT (STR(?claim) AS ?said) ?source {
  ?claim a coop:Claim ; prov:wasDerivedFrom/dct:source ?source . }"""
_ABOUT: Final = f"""
SELECT (STR(?thing) AS ?about) (STR(?record) AS ?iri) {{
  {_WORKS} ?record a ?w .
  {{ ?thing coop:signs|coop:inAgreement|coop:inActivity|coop:inOutcome ?record }}
  UNION {{ ?thing coop:concernsRecord ?record }}
}}"""
_THEMSELVES: Final = f"""
SELECT (STR(?record) AS ?about) (STR(?record) AS ?iri) {{ {_WORKS} ?record a ?w }}"""
_QUESTIONS: Final = """
SELECT (STR(?thing) AS ?asked) ?fr ?en {
  ?thing coop:question|<http://www.w3.org/2000/01/rdf-schema#label> ?fr, ?en .
  FILTER (LANG(?fr) = "fr" && LANG(?en) = "en")
}"""
_LABELS: Final = """
SELECT ?thing ?fr ?en { ?thing skos:prefLabel ?fr, ?en .
  FILTER (LANG(?fr) = "fr" && LANG(?en) = "en") }"""
_WHEN: Final = "https://w3id.org/coopgraph/ns#when"
_NONE: Final = Words("", "")
_UNNAMED: Final = Words("autre point", "another point")


class Saying(NamedTuple):
    """One value that sources give about a record."""

    facet: str  # one of FACETS
    question: Words  # of a claim: what is disputed; empty elsewhere
    value: Words
    key: str  # the value as the data hold it
    sources: tuple[str, ...]  # ids
    standing: str = ""  # of a claim: retained, not-retained, undecided


_Found = dict[tuple[str, str, Words, str], tuple[Words, set[str], str]]


def read_sayings(graph: Queryable) -> dict[str, tuple[tuple[Saying, ...], frozenset[str]]]:
    """Return what is said of each record, and all sources that speak of it, by IRI.

    Raises:
        StoreError: the graph cannot be read.
    """
    found: _Found = {}
    speaking: dict[str, set[str]] = defaultdict(set)
    rivals = _claims(graph, found, speaking)
    _dates(graph, found, speaking, rivals)
    for iri, actor, source, fr, en in read_text_rows(graph, _PARTNERS):
        _add(found, (iri, "partner", _NONE, actor), Words(fr, en), source)
        speaking[iri].add(source)
    for iri, amount, currency, source in read_text_rows(graph, _AMOUNTS):
        words = Words(*(amount_in_words(amount, currency, one) for one in ("fr", "en")))
        _add(found, (iri, "amount", _NONE, f"{amount} {currency}"), words, source)
        speaking[iri].add(source)
    for iri, text, source in read_text_rows(graph, _NAMES):
        _add(found, (iri, "name", _NONE, text), Words(text, text), source)
        speaking[iri].add(source)
    return _by_record(found, speaking)


def _dates(
    graph: Queryable,
    found: _Found,
    speaking: dict[str, set[str]],
    rivals: Mapping[str, set[str]],
) -> None:
    """Add the dates: the own one is vouched for by whoever is cited for it or for the whole row."""
    for iri, source, property_, when in read_text_rows(graph, _OWN):
        speaking[iri].add(source)
        if when and property_ in ("", _WHEN) and source not in rivals.get(iri, ()):
            _add(found, (iri, "date", _NONE, when), _date(when), source)
    for iri, when, source in read_text_rows(graph, _SIGNINGS):
        speaking[iri].add(source)
        if source not in rivals.get(iri, ()):
            _add(found, (iri, "date", _NONE, when), _date(when), source)


def _claims(graph: Queryable, found: _Found, speaking: dict[str, set[str]]) -> dict[str, set[str]]:
    """Add the claims; return the sources that give another date than the retained one."""
    labels = _words(graph, _LABELS)
    questions = _words(graph, _QUESTIONS)
    records = _many(graph, _ABOUT) | _many(graph, _THEMSELVES)
    claimants = _many(graph, _CLAIMANTS)
    rivals: dict[str, set[str]] = defaultdict(set)
    for row in sorted(set(read_text_rows(graph, _CLAIMS))):
        claim, described, dispute, property_, value, standing = row
        dated = property_ == _WHEN
        words = _date(value) if dated else labels.get(value, Words(value, value))
        question = questions.get(dispute) or questions.get(property_, _UNNAMED)
        facet = "claim"
        if dated and not dispute:  # another date of the record itself
            facet, question = "date", _NONE
        for iri in sorted({*records.get(described, ()), *records.get(dispute, ())}):
            for source in claimants.get(claim, ()):
                speaking[iri].add(source)
                _add(found, (iri, facet, question, value), words, source, standing)
                if dated and standing != "retained":
                    rivals[iri].add(source)
    return rivals


def _words(graph: Queryable, text: str) -> dict[str, Words]:
    return {key: Words(fr, en) for key, fr, en in sorted(read_text_rows(graph, text))}


def _many(graph: Queryable, text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key, value in sorted(set(read_text_rows(graph, text))):
        found[key].append(value)
    return found


def _add(
    found: _Found,
    key: tuple[str, str, Words, str],
    words: Words,
    source: str,
    standing: str = "",
) -> None:
    value, sources, known = found.get(key, (words, set[str](), standing))
    found[key] = (value, sources | {source}, known or standing)


def _date(edtf: str) -> Words:
    try:
        return Words(spell_date(edtf, "fr"), spell_date(edtf, "en"))
    except InvalidDate:
        return Words(edtf, edtf)


def _by_record(
    found: _Found, speaking: Mapping[str, Iterable[str]]
) -> dict[str, tuple[tuple[Saying, ...], frozenset[str]]]:
    sayings: dict[str, list[Saying]] = defaultdict(list)
    ordered = sorted(found.items(), key=lambda item: (FACETS.index(item[0][1]), item[0]))
    for (iri, facet, question, key), (value, sources, standing) in ordered:
        sayings[iri].append(Saying(facet, question, value, key, tuple(sorted(sources)), standing))
    return {
        iri: (tuple(sayings.get(iri, ())), frozenset(speaking[iri])) for iri in sorted(speaking)
    }
