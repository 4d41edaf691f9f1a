"""Outcomes: what came of it, "nothing" included; and whom an outcome concerns."""

from __future__ import annotations

from coopgraph.loaders.plain import load_link, load_plain
from coopgraph.vocabulary import COOP

__all__ = ["load_beneficiaries", "load_outcomes"]

load_outcomes = load_plain("outcomes")
load_beneficiaries = load_link("beneficiaries", "outcome", COOP.benefits, "actor")
