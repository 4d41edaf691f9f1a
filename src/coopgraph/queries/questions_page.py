"""The page ``docs/questions.md``: every named question, in French and in English.

>>> "### took-part" in spell_questions()
True
"""

from __future__ import annotations

from collections.abc import Iterator

from coopgraph.queries.catalogue import Question, read_catalogue

__all__ = ["spell_questions"]

_START = """\
# Questions

Chaque question nommée, ce qu’elle demande, ses paramètres et ses colonnes.

Each named question, what it asks, its parameters and its columns. `coopgraph query ID
-p name=value` answers it; `coopgraph query ID --show` gives the SPARQL.
"""


def spell_questions() -> str:
    """Return the text of the page, questions sorted by id."""
    return "\n".join([_START, *map(_spell, read_catalogue().values())])


def _spell(question: Question) -> str:
    header = question.header
    lines = [
        f"### {question.id}\n",
        f"- {header.question.fr}",
        f"- {header.question.en}",
        *_parameters(question),
        f"- colonnes / columns: {', '.join(f'`{name}`' for name in header.columns)}",
    ]
    return "\n".join(lines) + "\n"


def _parameters(question: Question) -> Iterator[str]:
    for parameter in question.header.parameters:
        if parameter.required:
            need = "*"
        else:
            need = f"= `{parameter.default}`" if parameter.default else ""
        words = f"{parameter.words.fr} / {parameter.words.en}"
        yield f"- `-p {parameter.name}={parameter.example}` {need} {words}".replace("  ", " ")
