"""The list ``outcomes``: what came of it, with its values, loans and counts."""

from __future__ import annotations

from coopgraph.intake.dossier.activities import read_kind
from coopgraph.intake.dossier.draft import Draft
from coopgraph.intake.dossier.figures import add_counts, add_figure, add_figures
from coopgraph.intake.dossier.measures import read_measure
from coopgraph.intake.dossier.money import add_budgets
from coopgraph.intake.dossier.statuses import read_status
from coopgraph.tables.column_map import COLUMNS

__all__ = ["fill_outcome"]


def fill_outcome(draft: Draft) -> None:
    """Read a record of the list ``outcomes``."""
    draft.copy("id", "title_fr", "title_en", "when", "of", "place", "batch", "count")
    read_kind(draft)
    draft.put("announced", "announced_on")
    read_status(draft)
    draft.refer("beneficiaries", "beneficiaries", "outcome", "actor")
    draft.refer("themes", "subjects", "record", "theme")
    draft.lead("led_to", "led-to")
    draft.lead("followed_by", "followed-by")
    draft.lead("created", "realises")
    draft.refer("about", "relations", "subject", "object", predicate="is-about")
    add_counts(draft, "agreements_count")
    _add_qualified_count(draft)
    _add_quantity(draft)
    add_figures(draft)
    for key, kind in (("value", "value"), ("amounts", "cost"), ("loans", "loan")):
        add_budgets(draft, key, kind)
    for row in add_budgets(draft, "project_cost", "cost"):
        draft.say(row, fr="Coût de tout le projet.", en="Cost of the whole project.")


def _add_qualified_count(draft: Draft) -> None:
    """Say how exact ``count`` is: its column cannot, so the number is a figure as well."""
    count = draft.root.cells.get("count", "")
    qualifier = draft.entry.cell("count_qualifier", COLUMNS["qualifier"])
    if count and qualifier and not draft.entry.value("agreements_count"):
        cells = {"what_fr": "nombre dans le lot", "what_en": "number in the batch"}
        add_figure(draft, "count", {**cells, "value": count, "qualifier": qualifier})


def _add_quantity(draft: Draft) -> None:
    for one in draft.entry.entries("quantity"):
        unit = one.text("unit")
        value = one.cell("number", COLUMNS["amount"])
        if not value:
            one.voice.say("E906", one.node, key="number")
        measure = read_measure(unit)
        cells = {"what_fr": measure.fr, "what_en": measure.en, "value": value, "unit": unit}
        add_figure(draft, "quantity", cells, line=one.line)
        one.close()
