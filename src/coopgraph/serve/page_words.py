"""The words of the plain page, in French and in English."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

WORDS: Final = {
    "fr": {
        "title": "Interroger le graphe – coopgraph",
        "heading": "Interroger le graphe",
        "intro": "Le graphe de la coopération franco-québécoise : des questions toutes prêtes, ou"
        " la sienne en SPARQL. On lit seulement ; chaque requête a une durée limitée.",
        "other": "English",
        "questions": "Questions",
        "ask": "Poser la question",
        "text": "Voir le SPARQL",
        "own": "Sa propre requête",
        "sparql": "Requête SPARQL",
        "run": "Exécuter",
        "form": "Forme de la réponse",
        "required": "(obligatoire)",
        "example": "par exemple",
        "machines": "Pour les programmes",
        "endpoint": "point d’accès SPARQL et sa description",
        "list": "liste des questions (JSON)",
        "dataset": "description du jeu de données (DCAT, VoID)",
        "skip": "Aller au contenu",
    },
    "en": {
        "title": "Ask the graph – coopgraph",
        "heading": "Ask the graph",
        "intro": "The graph of Franco-Québécois cooperation: questions that are ready to ask, or"
        " your own in SPARQL. It is only read; each query has a time limit.",
        "other": "Français",
        "questions": "Questions",
        "ask": "Ask",
        "text": "Show the SPARQL",
        "own": "Your own query",
        "sparql": "SPARQL query",
        "run": "Run",
        "form": "Form of the answer",
        "required": "(required)",
        "example": "for example",
        "machines": "For programs",
        "endpoint": "SPARQL endpoint and its description",
        "list": "list of the questions (JSON)",
        "dataset": "description of the dataset (DCAT, VoID)",
        "skip": "Skip to content",
    },
}
