"""Funds, programmes and calls; who runs them; money given, set aside, spent or asked for."""

from __future__ import annotations

from coopgraph.loaders.plain import load_link, load_plain
from coopgraph.vocabulary import COOP

__all__ = ["load_awards", "load_budgets", "load_operators", "load_programmes"]

load_programmes = load_plain("programmes")
load_operators = load_link("operators", "programme", COOP.operatedBy, "actor")
load_awards = load_plain("awards")
load_budgets = load_plain("budgets")
