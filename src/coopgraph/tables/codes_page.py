"""The page ``docs/findings.md``: every code of a finding, in French and in English.

>>> "### E303" in spell_codes()
True

Findings of the graph as a whole (``E4xx``, ``W4xx``) are described where their rule stands, in the
files of ``ontology/gates/`` and ``ontology/shapes/``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from coopgraph.tables.codes import CODES, Code, french_spaces

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
    "4": "Règles du graphe / Rules of the graph",
    "5": "Fichiers RDF / RDF files",
}
_RULES: Final = """\
Les codes `E4xx` et `W4xx` sont décrits avec leur règle, dans `ontology/gates/` (une requête par
règle) et `ontology/shapes/` (SHACL).

The codes `E4xx` and `W4xx` are described with their rule, in `ontology/gates/` (one query a rule)
and `ontology/shapes/` (SHACL).
"""


def spell_codes(codes: Mapping[str, Code] = CODES) -> str:
    """Return the text of the page; errors stand before warnings in each section."""
    parts = [french_spaces(_START)]
    for number, title in _SECTIONS.items():
        parts.append(f"## {title}\n")
        own = sorted((code for code in codes if code[1] == number), key=lambda c: (c[0], c))
        parts += [_spell_code(code, codes[code]) for code in own]
        if number == "4" and not own:
            parts.append(_RULES)
    return "\n".join(parts)


def _spell_code(name: str, code: Code) -> str:
    french = _sentence(code.text_fr, code.remedy_fr, "vouliez-vous dire … ?")
    english = _sentence(code.text_en, code.remedy_en, "did you mean …?")
    return f"### {name}\n\n- {french_spaces(french)}\n- {english}\n"


def _sentence(text: str, remedy: str, question: str) -> str:
    """Return text and remedy in one line, with what is filled in shown as an ellipsis."""
    asked = re.sub(r"(.)\{near\}", rf"\1 ({question})", remedy).replace("{near}", question)
    return re.sub(r"\{\w+\}", "…", f"{text} — {asked}")
