"""Pieces of evidence for and against "the same", and how they add up to a score.

>>> agree = Evidence("names", 4.0, "même nom", "same name")
>>> differ = Evidence("side", -6.0, "rives différentes", "different shores")
>>> add_up([agree], bias=-2.0), add_up([agree, differ], bias=-2.0)
(0.88, 0.02)

Weights are log-odds set by hand (`coopgraph.intake.matching.gold` says on what they were tried);
they are no probabilities that anybody has observed.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["Evidence", "add_up"]


class Evidence(NamedTuple):
    """One reason, with its weight: above 0 for the same, below 0 for different."""

    code: str
    weight: float
    reason_fr: str
    reason_en: str


def add_up(evidence: Iterable[Evidence], *, bias: float) -> float:
    """Return the score between 0 and 1, in hundredths."""
    total = bias + math.fsum(piece.weight for piece in evidence)
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 2)
