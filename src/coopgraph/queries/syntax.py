r"""Say where and why a SPARQL text does not parse, with the line and a caret under the place.

>>> print(syntax_error("SELECT ?s {\n  ?s ?p }", 18, "an object is missing.", "…"))
Line 2, column 7: an object is missing.
    ?s ?p }
        ^
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from coopgraph.errors import QuerySyntaxError

__all__ = ["engine_error", "locate", "syntax_error"]

_PLACE: Final = re.compile(r"error at (\d+):(\d+)")
_WIDTH: Final = 72


def locate(text: str, offset: int) -> tuple[int, int]:
    """Return line and column of an offset; both count from 1."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def syntax_error(text: str, offset: int, why_en: str, why_fr: str) -> QuerySyntaxError:
    """Return the error for a place of the text, with the line shown."""
    line, column = locate(text, offset)
    return _error(text, line, column, why_en, why_fr)


def engine_error(text: str, message: str, place: Sequence[int] | None) -> QuerySyntaxError:
    """Return the error that the engine's message stands for.

    `place` is line and column of the part that does not parse, where a second parser knows it.
    """
    match = _PLACE.match(message)
    line, column = (int(match[1]), int(match[2])) if match else (0, 0)
    if "variable that is unbound" in message:
        why_en = "a selected variable is neither grouped nor aggregated, or occurs nowhere."
        why_fr = "une variable choisie n’est ni groupée ni agrégée, ou n’existe nulle part."
    elif place is not None:
        line, column = place
        why_en = "what begins here cannot be read as SPARQL."
        why_fr = "ce qui commence ici ne se lit pas comme du SPARQL."
    else:
        why_en = "the query cannot be read up to here."
        why_fr = "la requête ne se lit pas jusqu’ici."
    return _error(text, line, column, why_en, why_fr)


def _error(text: str, line: int, column: int, why_en: str, why_fr: str) -> QuerySyntaxError:
    excerpt = _excerpt(text, line, column)
    return QuerySyntaxError(
        f"Line {line}, column {column}: {why_en}{excerpt}",
        f"Ligne {line}, colonne {column} : {why_fr}{excerpt}",
        line=line,
        column=column,
    )


def _excerpt(text: str, line: int, column: int) -> str:
    """Return the line with a caret under the column, cut around it if it is long."""
    lines = text.split("\n")
    if not 1 <= line <= len(lines):
        return ""
    shown = "".join(c if c.isprintable() else " " for c in lines[line - 1])
    start = max(0, column - 1 - _WIDTH // 2)
    part = shown[start : start + _WIDTH]
    return f"\n  {part}\n  {' ' * (column - 1 - start)}^"
