"""What is said of records of any table: days on which it was so, counts, relations."""

from __future__ import annotations

from coopgraph.loaders.plain import load_plain

__all__ = ["load_attestations", "load_figures", "load_relations"]

load_attestations = load_plain("attestations")
load_figures = load_plain("figures")
load_relations = load_plain("relations")
