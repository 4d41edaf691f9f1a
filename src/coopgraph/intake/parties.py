"""Two files that each list a party of one agreement which the other lacks: a curator should look.

The parties are united all the same (`coopgraph.intake.merge`); what is said here is a remark in the
plan, because one body may stand there under two names.
"""

from __future__ import annotations

from collections.abc import Iterable

from coopgraph.intake.codes import make_finding
from coopgraph.intake.drafts import Draft, Part
from coopgraph.intake.rows import Tables

__all__ = ["compare_parties"]


def compare_parties(drafts: Iterable[Draft], tables: Tables) -> None:
    """Remark in each draft of an agreement how its parties differ from those known before it."""
    seen: dict[str, list[frozenset[str]]] = {}
    for draft in drafts:
        identifier, table = draft.target
        if table != "agreements" or draft.fate or not identifier:
            continue
        if identifier not in seen:
            rows = map(tables.row, tables.below("parties", "agreement", identifier))
            seen[identifier] = [frozenset(row["actor"] for row in rows)]
        parts = [
            part for part in draft.root.children if part.table == "parties" and not part.problems
        ]
        own = frozenset(part.cells.get("actor", "") for part in parts)
        for known in seen[identifier]:
            if known - own and own - known:
                _remark(draft, parts[0], sorted(known - own), sorted(own - known))
                break
        seen[identifier].append(own)


def _remark(draft: Draft, part: Part, known: Iterable[str], more: Iterable[str]) -> None:
    names = ", ".join(more)
    place = draft.place(part)
    finding = make_finding(
        "W936",
        place.file,
        place.line,
        cell=place.cell,
        column="parties",
        value=names,
        record=draft.target.id,
        known=", ".join(known),
        more=names,
    )
    draft.notes.append(finding)
