"""What sources say differently about records: one fact for each dispute, with every value.

A claim is one value that some source gives; claims about one question stand together. The sentence
names the question, the values, and what the curators made of each:

>>> told = _sentence("Date", [("2012-03-29", "non retenue"), ("2013-03-29", "retenue")], "fr")
>>> told.replace("\N{NO-BREAK SPACE}", " ")
'Les sources divergent (Date) : « 2012-03-29 », non retenue ; « 2013-03-29 », retenue.'

The evidence is that of the claims. What is retained also stands in the record and is told there.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.dates import InvalidDate
from coopgraph.identifiers import is_identifier, split_iri
from coopgraph.network.rows import read_text_rows
from coopgraph.spelling import spell_date
from coopgraph.views.asking import ask_records
from coopgraph.views.facts import gather_evidence
from coopgraph.views.model import Fact, Words
from coopgraph.views.sentences.grammar import NO_BREAK, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coopgraph.sparql import Queryable
    from coopgraph.views.sentences.grammar import Language

__all__ = ["gather_disputes"]

# A claim is about the record, about a link of it (its signing, a participation), or about a
# dispute that concerns the record.
_CLAIMS: Final = """
SELECT DISTINCT (STR(?claim) AS ?iri) {
  { $records ?claim a coop:Claim ; coop:describes ?record }
  UNION { $records ?link coop:signs|coop:inAgreement|coop:inActivity|coop:inOutcome ?record .
          ?claim a coop:Claim ; coop:describes ?link }
  UNION { $records ?dispute coop:concernsRecord ?record . ?claim coop:inDispute ?dispute }
}"""
_SAID: Final = """
SELECT (STR(?record) AS ?iri) (STR(?dispute) AS ?about) ?asked_fr ?asked_en ?label_fr ?label_en
       ?value ?standing_fr ?standing_en ?reason_fr ?reason_en (STR(?described) AS ?whom) {
  $records ?record coop:claimedValue ?value ; coop:hasStanding ?standing .
  ?standing skos:prefLabel ?standing_fr, ?standing_en .
  FILTER (LANG(?standing_fr) = "fr" && LANG(?standing_en) = "en")
  OPTIONAL { ?record coop:describes ?described }
  OPTIONAL { ?record coop:inDispute ?dispute
    OPTIONAL { ?dispute coop:question ?asked_fr FILTER (LANG(?asked_fr) = "fr") }
    OPTIONAL { ?dispute coop:question ?asked_en FILTER (LANG(?asked_en) = "en") } }
  OPTIONAL { ?record coop:claimedProperty ?property
    OPTIONAL { ?property <http://www.w3.org/2000/01/rdf-schema#label> ?label_fr
               FILTER (LANG(?label_fr) = "fr") }
    OPTIONAL { ?property <http://www.w3.org/2000/01/rdf-schema#label> ?label_en
               FILTER (LANG(?label_en) = "en") } }
  OPTIONAL { ?record coop:reason ?reason_fr FILTER (LANG(?reason_fr) = "fr") }
  OPTIONAL { ?record coop:reason ?reason_en FILTER (LANG(?reason_en) = "en") }
}"""

# A claimed value may be the id of a record or the name of a concept: readers want its label.
_NAMED: Final = """
SELECT ?value (STR(?thing) AS ?iri) ?fr ?en {
  VALUES ?value { %s }
  ?thing skos:prefLabel ?fr, ?en .
  FILTER (LANG(?fr) = "fr" && LANG(?en) = "en" && STRENDS(STR(?thing), CONCAT("/", ?value)))
}"""


class _Claim(NamedTuple):
    """One row of what the claims say."""

    iri: str
    dispute: str
    asked_fr: str
    asked_en: str
    label_fr: str
    label_en: str
    value: str
    standing_fr: str
    standing_en: str
    reason_fr: str
    reason_en: str
    described: str

    @property
    def question(self) -> Words:
        """Return what is disputed: the question, else the name of the property."""
        french, english = self.asked_fr or self.label_fr, self.asked_en or self.label_en
        return Words(french or english, english or french)

    @property
    def group(self) -> tuple[str, str]:
        """Return what keeps claims about one question together."""
        return (self.dispute, "") if self.dispute else (self.described, self.label_en)


def gather_disputes(graph: Queryable, iris: Iterable[str]) -> list[Fact]:
    """Return one fact for each question that sources answer differently about these records.

    Raises:
        StoreError: the graph cannot be read.
    """
    claims = [row[0] for row in ask_records(graph, _CLAIMS, iris)]
    rows = [_Claim(*row) for row in sorted(set(ask_records(graph, _SAID, claims)))]
    labels = _labels(graph, {row.value for row in rows})
    evidence = gather_evidence(graph, [row.iri for row in rows], {})
    groups: dict[tuple[str, str], list[_Claim]] = defaultdict(list)
    for row in rows:
        groups[row.group].append(row)
    facts = []
    for _, members in sorted(groups.items()):
        iri = members[0].dispute or members[0].iri
        pieces = {piece: None for row in members for piece in evidence.get(row.iri, ())}
        facts.append(
            Fact(
                id=split_iri(iri)[1],
                iri=iri,
                kind="dispute",
                sentence=Words(_told(members, "fr", labels), _told(members, "en", labels)),
                date=Words("", ""),
                edtf="",
                earliest_begin=None,
                latest_begin=None,
                earliest_end=None,
                latest_end=None,
                doubts=("contested",) if _is_contest(members) else (),
                evidence=tuple(pieces),
            )
        )
    return facts


def _labels(graph: Queryable, values: set[str]) -> dict[str, Words]:
    """Return the labels of the records and concepts that values name."""
    named = sorted(value for value in values if is_identifier(value) and not value[:1].isdigit())
    if not named:
        return {}
    text = _NAMED % " ".join(f'"{value}"' for value in named)
    return {value: Words(fr, en) for value, _, fr, en in sorted(read_text_rows(graph, text))}


def _told(claims: list[_Claim], language: Language, labels: Mapping[str, Words]) -> str:
    """Return the sentence about one question, and the reasons that were given, each once."""
    french = language == "fr"
    values = [
        (_value(claim.value, language, labels), claim.standing_fr if french else claim.standing_en)
        for claim in claims
    ]
    question = claims[0].question.fr if french else claims[0].question.en
    reasons = dict.fromkeys(claim.reason_fr if french else claim.reason_en for claim in claims)
    told = _sentence(question, values, language, contest=_is_contest(claims))
    return " ".join([told, *filter(None, reasons)])


def _is_contest(claims: list[_Claim]) -> bool:
    """Tell whether values stand against each other, and are not merely less exact or earlier."""
    return bool(claims[0].dispute) or any(claim.standing_en != "not retained" for claim in claims)


def _sentence(
    question: str, values: list[tuple[str, str]], language: Language, *, contest: bool = True
) -> str:
    said = f"{NO_BREAK}; " if language == "fr" else "; "
    listed = said.join(f"{quoted(value, language)}, {standing}" for value, standing in values)
    if not contest:
        plain = said.join(quoted(value, language) for value, _ in values)
        words = (
            f"Dit aussi ({question}){NO_BREAK}: "
            if language == "fr"
            else f"Also said ({question}): "
        )
        return f"{words}{plain}."
    if language == "fr":
        return f"Les sources divergent ({question}){NO_BREAK}: {listed}."
    return f"Sources disagree ({question}): {listed}."


def _value(value: str, language: Language, labels: Mapping[str, Words]) -> str:
    """Return the label of what is named, a date in words, any other value as it is."""
    if value in labels:
        return labels[value].fr if language == "fr" else labels[value].en
    if not value[:1].isdigit() and value[:1] not in "[./":
        return value
    try:
        return spell_date(value, language)
    except InvalidDate:
        return value
