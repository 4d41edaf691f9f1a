"""Records told as sentences: one full sentence each, in French and in English, date included.

Templates stand per kind of record; `SENTENCES` lists them. Gender, number, elision and the
prepositions of dates are worked out from tables (`nouns`, `grammar`), never guessed: where a name
does not tell its gender, the sentence is built so that none is needed.

The source is left out: pages and ``coopgraph why`` set it after the sentence.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from coopgraph.views.sentences.activities import tell_activity
from coopgraph.views.sentences.agreements import (
    tell_agreement,
    tell_programme,
    tell_signature,
)
from coopgraph.views.sentences.figures import tell_figure
from coopgraph.views.sentences.money import tell_award, tell_budget
from coopgraph.views.sentences.outcomes import tell_outcome
from coopgraph.views.sentences.ties import (
    tell_relation,
    tell_role,
    tell_sequence,
    tell_succession,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coopgraph.views.model import Words
    from coopgraph.views.particulars import Particulars

__all__ = ["SENTENCES", "tell"]

SENTENCES: Final[Mapping[str, Callable[[Particulars], Words]]] = MappingProxyType(
    {
        "mission": tell_activity,
        "project": tell_activity,
        "agreement": tell_agreement,
        "signature": tell_signature,
        "programme": tell_programme,
        "award": tell_award,
        "budget": tell_budget,
        "figure": tell_figure,
        "role": tell_role,
        "outcome": tell_outcome,
        "relation": tell_relation,
        "sequence": tell_sequence,
        "succession": tell_succession,
    }
)


def tell(record: Particulars) -> Words:
    """Return the sentence on a record, in both languages.

    Raises:
        KeyError: there is no template for records of this kind.
    """
    return SENTENCES[record.kind](record)
