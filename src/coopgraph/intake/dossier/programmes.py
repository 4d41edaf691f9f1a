"""The list ``programmes``: funds, programmes and calls."""

from __future__ import annotations

from typing import Final

from coopgraph.intake.dossier.draft import Draft
from coopgraph.intake.dossier.figures import add_counts, add_figure, add_figures
from coopgraph.intake.dossier.money import add_budgets
from coopgraph.intake.dossier.naming import add_names
from coopgraph.tables.codes import french_spaces
from coopgraph.tables.column_map import COLUMNS

__all__ = ["fill_programme"]

_COLUMNS: Final = ("id", "kind", "title_fr", "title_en", "when", "opens", "closes", "part_of")


def fill_programme(draft: Draft) -> None:
    """Read a record of the list ``programmes``."""
    draft.copy(*_COLUMNS, "ordinal")
    draft.refer("operators", "operators", "programme", "actor")
    draft.refer("themes", "subjects", "record", "theme")
    add_names(draft)
    draft.attest(draft.entry, draft.root)
    add_budgets(draft, "budget", "budget")
    add_counts(draft, "funded_projects_count", "participants_count")
    _add_regions(draft)
    add_figures(draft)


def _add_regions(draft: Draft) -> None:
    """Read the projects funded in each region: parts of one total."""
    key = "funded_projects_by_region"
    for one in draft.entry.entries(key):
        for region, node in one.names():
            cells = {
                "what_fr": french_spaces(f"projets financés : {region}"),
                "what_en": f"projects funded: {region}",
                "value": one.read_text(node, COLUMNS["count"]),
                "unit": "projects",
                "part_of_total": "true",
            }
            add_figure(draft, key, cells, line=node.line)
