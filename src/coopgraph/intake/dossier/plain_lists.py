"""The lists whose records are little more than one row: sources, places, actors, themes, roles."""

from __future__ import annotations

from coopgraph.intake.dossier.draft import Draft
from coopgraph.intake.dossier.figures import add_figures
from coopgraph.intake.dossier.money import add_budgets
from coopgraph.intake.dossier.naming import add_identifiers, add_names

__all__ = ["fill_actor", "fill_place", "fill_role", "fill_source", "fill_theme"]


def fill_source(draft: Draft) -> None:
    """Read a record of the list ``sources``."""
    draft.copy("id", "title", "url", "publisher", "author", "published", "language", "kind")


def fill_place(draft: Draft) -> None:
    """Read a record of the list ``places``."""
    draft.copy("id", "kind", "name_fr", "name_en", "within", "side", "existence")
    draft.put("lat", "latitude")
    draft.put("lon", "longitude")
    add_names(draft)
    add_figures(draft)


def fill_actor(draft: Draft) -> None:
    """Read a record of the list ``actors``."""
    draft.copy("id", "kind", "name_fr", "name_en", "place", "side", "part_of", "existence", "url")
    add_names(draft)
    add_identifiers(draft)
    add_figures(draft)
    add_budgets(draft, "budget", "budget")


def fill_theme(draft: Draft) -> None:
    """Read a record of the list ``themes``."""
    draft.copy("id", "label_fr", "label_en", "broader")


def fill_role(draft: Draft) -> None:
    """Read a record of the list ``roles``."""
    draft.copy("id", "person", "organisation", "role_fr", "role_en", "when")
    draft.attest(draft.entry, draft.root)
