"""The page ``docs/findings.md``: every code of a finding, in French and in English.

>>> "### E303" in spell_codes()
True

Codes of tables and RDF files come from `coopgraph.tables.codes`; those of the graph as a whole from
the files that state the rules, ``ontology/shapes/data.ttl`` and ``ontology/gates/data/``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pyoxigraph import Literal, RdfFormat, parse

from coopgraph.intake.codes import CODES as IMPORT_CODES
from coopgraph.intake.dossier.codes import CODES as DOSSIER_CODES
from coopgraph.intake.sheets.codes import SHEET_CODES
from coopgraph.shipped import shipped_folder
from coopgraph.tables.codes import CODES, Code, french_spaces
from coopgraph.validate.gates import read_gates
from coopgraph.vocabulary import SH

__all__ = ["spell_codes"]

_START: Final = """\
# Constats / Findings

Un constat se lit ainsi : fichier, ligne, colonne, code, ce qui a été trouvé, ce qui est attendu,
cellule du tableur. `E` : une erreur, rien n’est construit. `W` : un avertissement, les données
servent telles quelles. Un code ne change jamais de sens.

A finding reads: file, line, column, code, what was found, what was expected, cell of the
spreadsheet. `E`: an error, nothing is built. `W`: a warning, the data are used as they are. A code
never changes its meaning.

```
missions.csv:14:when: E203 …
```
"""
_SECTIONS: Final = {
    "1": "Fichiers et structure / Files and structure",
    "2": "Cellules / Cells",
    "3": "Identifiants et références / Ids and references",
    "4": "Règles d’une fiche (formes SHACL) / Rules of a record (SHACL shapes)",
    "5": "Règles entre fiches / Rules across records",
    "7": "Fichiers RDF / RDF files",
    "8": "Questions nommées / Named questions",
    "9": "Importation : dossiers, classeurs, plan / Import: dossiers, workbooks, plan",
}

# Given by `coopgraph.queries.catalogue`, which stands beside this stage and is not imported here.
_OF_QUESTIONS: Final = {
    "E801": Code(
        "broken header of a question file",
        "en-tête erroné d’un fichier de question",
        "correct the line; the module coopgraph.queries.header describes the header",
        "corriger la ligne ; le module coopgraph.queries.header décrit l’en-tête",
    )
}


def spell_codes() -> str:
    """Return the text of the page; errors stand before warnings in each section."""
    entries: dict[str, list[Code]] = {
        name: [code]
        for name, code in (
            CODES | _OF_QUESTIONS | DOSSIER_CODES | SHEET_CODES | IMPORT_CODES
        ).items()
    }
    for name, code in _rules_of_the_graph():
        entries.setdefault(name, []).append(code)
    parts = [french_spaces(_START)]
    for number, title in _SECTIONS.items():
        parts.append(f"## {title}\n")
        own = sorted((code for code in entries if code[1] == number), key=lambda c: (c[0], c))
        parts += [_spell_code(code, entries[code]) for code in own]
    return "\n".join(parts)


def _rules_of_the_graph() -> Iterator[tuple[str, Code]]:
    """Yield what the shapes and the gates may say, each text once, in a fixed order."""
    found = {
        (gate.code, Code(gate.message_en, gate.message_fr, gate.remedy_en, gate.remedy_fr))
        for gate in read_gates()
    }
    yield from sorted(found | set(_of_shapes()))


def _of_shapes() -> Iterator[tuple[str, Code]]:
    path = shipped_folder("ontology") / "shapes" / "data.ttl"
    said: dict[str, dict[str, str]] = {}
    for quad in parse(path=path, format=RdfFormat.TURTLE):
        words = said.setdefault(str(quad.subject), {})
        if quad.predicate == SH.message and isinstance(quad.object, Literal):
            words[quad.object.language or ""] = quad.object.value
        elif quad.predicate.value.endswith("/shapes#code") and isinstance(quad.object, Literal):
            words["code"] = quad.object.value
    for words in said.values():
        if {"code", "fr", "en"} <= words.keys():
            text_en, _, remedy_en = words["en"].partition(" — ")
            text_fr, _, remedy_fr = words["fr"].partition(" — ")
            yield words["code"], Code(text_en, text_fr, remedy_en, remedy_fr)


def _spell_code(name: str, codes: Sequence[Code]) -> str:
    """Return the section of one code; a rule that several shapes share has several pairs."""
    lines = [f"### {name}\n"]
    for code in codes:
        french = _sentence(code.text_fr, code.remedy_fr, "vouliez-vous dire … ?")
        english = _sentence(code.text_en, code.remedy_en, "did you mean …?")
        lines.append(f"- {french_spaces(french)}\n- {english}\n")
    return "\n".join(lines)


def _sentence(text: str, remedy: str, question: str) -> str:
    """Return text and remedy in one line, with what is filled in shown as an ellipsis."""
    asked = re.sub(r"(.)\{near\}", rf"\1 ({question})", remedy).replace("{near}", question)
    return re.sub(r"\{\w+\}", "…", f"{text} — {asked}")
