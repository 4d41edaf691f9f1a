"""What is said beside an answer: that it is empty and why that may be, cut short, or doubtful."""

from __future__ import annotations

from typing import Final

from coopgraph.queries.header import Bilingual
from coopgraph.queries.result import Answered, GraphResult, Result, Verdict

__all__ = ["remarks"]

_EMPTY: Final = Bilingual(
    "Aucun résultat : rien de tel dans les sources réunies ici. Une absence ici n’est pas la preuve"
    " d’une absence. Si la question a une période, un mode ou l’option « inferred », les élargir.",
    "No result: nothing of the kind in the sources gathered here. Absence here is no proof of"
    " absence. If the question has a period, a mode or the option “inferred”, widen them.",
)
_CUT: Final = Bilingual(
    "Réponse tronquée : seuls les {} premiers résultats sont donnés.",
    "Answer cut short: only the first {} results are given.",
)


def remarks(answered: Answered, *, language: str) -> list[str]:
    """Return the remarks on an answer, one sentence or two each; often none.

    >>> remarks(Verdict(True), language="en")
    []
    """
    said = [warning.text(language) for warning in answered.warnings]
    if isinstance(answered, Verdict):
        return said
    items = answered.triples if isinstance(answered, GraphResult) else answered.rows
    if not items:
        said.append(_EMPTY.text(language))
        if isinstance(answered, Result) and (note := answered.note.text(language)):
            said.append(note)
    if answered.truncated:
        said.append(_CUT.text(language).format(len(items)))
    return said
