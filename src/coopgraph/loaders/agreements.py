"""Agreements, their signings and signatories, their periods of force, their parties.

An agreement has no dates of its own: it is signed by a signing and in force through its terms.
"""

from __future__ import annotations

from coopgraph.loaders.plain import load_link, load_plain
from coopgraph.vocabulary import COOP

__all__ = ["load_agreements", "load_parties", "load_signatories", "load_signings", "load_terms"]

load_agreements = load_plain("agreements")
load_signings = load_plain("signings")
load_signatories = load_plain("signatories")
load_terms = load_plain("terms")
load_parties = load_link("parties", "agreement", COOP.hasParty, "actor")
