"""The corpus in figures: how many of what, from when to when, and how much is doubtful.

Every figure is one SPARQL question over the graph, so a store built by somebody else and a remote
endpoint give theirs as well. It does not list what is missing.
"""

from __future__ import annotations

from typing import NamedTuple

from coopgraph.sparql import Queryable, select
from coopgraph.views.model import Words

__all__ = ["Figure", "corpus_figures"]


class Figure(NamedTuple):
    """One figure: a stable name for machines, its words, its value (a number or a year)."""

    name: str
    words: Words
    value: int | None


_PREFIXES = "PREFIX coop: <https://w3id.org/coopgraph/ns#>\n"


def _count(class_: str) -> str:
    return f"SELECT (COUNT(?record) AS ?value) WHERE {{ ?record a coop:{class_} }}"


def _claims(standing: str) -> str:
    return (
        "SELECT (COUNT(?claim) AS ?value) WHERE { ?claim a coop:Claim ; "
        f"coop:hasStanding <https://w3id.org/coopgraph/scheme/standing/{standing}> }}"
    )


_QUESTIONS: tuple[tuple[str, str, str, str], ...] = (
    ("organisations", "organisations", "organisations", _count("Organisation")),
    ("persons", "personnes", "persons", _count("Person")),
    ("places", "lieux", "places", _count("Place")),
    ("agreements", "accords", "agreements", _count("Agreement")),
    ("missions", "missions", "missions", _count("Mission")),
    ("projects", "projets", "projects", _count("Project")),
    (
        "programmes",
        "fonds, programmes et appels",
        "funds, programmes and calls",
        _count("Programme"),
    ),
    ("outcomes", "résultats", "outcomes", _count("Outcome")),
    ("sources", "sources", "sources", _count("Source")),
    ("citations", "renvois", "citations", _count("Citation")),
    ("figures", "chiffres", "figures", _count("Figure")),
    ("disputes", "désaccords", "disputes", _count("Dispute")),
    *(
        (f"claims-{standing}", f"assertions {fr}", f"{en} claims", _claims(standing))
        for standing, fr, en in (
            ("retained", "retenues", "retained"),
            ("not-retained", "non retenues", "not retained"),
        )
    ),
    (
        "dated-names",
        "noms datés",
        "names with dates",
        "SELECT (COUNT(DISTINCT ?name) AS ?value) WHERE { ?name a coop:Name . "
        "{ ?name coop:when ?when } UNION { ?seen a coop:Attestation ; coop:describes ?name } }",
    ),
    ("withdrawn", "fiches retirées", "records withdrawn", _count("WithdrawnRecord")),
    (
        "first-year",
        "première année",
        "first year",
        "SELECT (MIN(YEAR(?day)) AS ?value) WHERE "
        "{ { ?record a coop:Activity } UNION { ?record a coop:Signing } "
        "?record coop:earliestBegin ?day }",
    ),
    (
        "last-year",
        "dernière année",
        "last year",
        "SELECT (MAX(YEAR(?day)) AS ?value) WHERE "
        "{ { ?record a coop:Activity } UNION { ?record a coop:Signing } "
        "{ ?record coop:latestEnd ?day } UNION { ?record coop:earliestEnd ?day } }",
    ),
    (
        "planned",
        "missions et projets seulement annoncés",
        "missions and projects that are only announced",
        "SELECT (COUNT(?record) AS ?value) WHERE { ?record a coop:Activity ; "
        "coop:hasStatus <https://w3id.org/coopgraph/scheme/status/planned> }",
    ),
    (
        "inferred",
        "fiches dont un champ est déduit",
        "records with an inferred field",
        "SELECT (COUNT(DISTINCT ?record) AS ?value) WHERE { ?record coop:inferredProperty ?any }",
    ),
    (
        "undecided",
        "assertions indécises",
        "undecided claims",
        _claims("undecided"),
    ),
)


_CURRENCIES = """
SELECT ?currency (COUNT(DISTINCT ?money) AS ?number) WHERE {
  { ?money a coop:Award } UNION { ?money a coop:Budget }
  ?money coop:amount ?amount ; coop:currency ?currency .
} GROUP BY ?currency ORDER BY ?currency"""


def corpus_figures(graph: Queryable) -> list[Figure]:
    """Count what the graph holds, in a fixed order; amounts of money by currency come last.

    Raises:
        StoreError: the graph cannot be read.
    """
    counted = [
        Figure(name, Words(fr, en), _whole_number(graph, _PREFIXES + text))
        for name, fr, en, text in _QUESTIONS
    ]
    return counted + _amounts(graph)


def _amounts(graph: Queryable) -> list[Figure]:
    """Count the amounts in each currency; they are never added up, nor converted."""
    figures = []
    for currency, number in select(graph, _PREFIXES + _CURRENCIES).rows:
        code = str(getattr(currency, "value", currency))
        figures.append(
            Figure(
                f"amounts-{code.lower()}",
                Words(f"montants en {code}", f"amounts in {code}"),
                int(str(getattr(number, "value", number))),
            )
        )
    return figures


def _whole_number(graph: Queryable, text: str) -> int | None:
    """Return the one number that a question answers, None where there is nothing to count."""
    rows = select(graph, text).rows
    value = rows[0][0] if rows else None
    return None if value is None else int(str(getattr(value, "value", value)))
