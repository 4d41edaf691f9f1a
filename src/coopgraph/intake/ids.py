"""The ids that rows get when they enter: ``<parent id>.<label>.<n>``, never one used before.

>>> ids = NewIds({"accord-dune", "accord-dune.party.1"})
>>> ids.give("accord-dune", "party"), ids.give("accord-dune", "party")
('accord-dune.party.2', 'accord-dune.party.3')
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

__all__ = ["LABELS", "NewIds", "label_of", "parent_of"]

LABELS: Final[Mapping[str, str]] = {
    "citations": "source",
    "names": "name",
    "identifiers": "identifier",
    "subjects": "theme",
    "signings": "signing",
    "signatories": "signatory",
    "terms": "term",
    "parties": "party",
    "participations": "actor",
    "venues": "place",
    "operators": "operator",
    "awards": "award",
    "budgets": "budget",
    "attestations": "attested",
    "beneficiaries": "beneficiary",
    "figures": "figure",
    "disputes": "dispute",
    "concerns": "concern",
    "claims": "claim",
    "successions": "succession",
    "matches": "match",
}
"""What the rows of a table are called in ids; sequences and relations take their predicate."""

_PARENTS: Final[Mapping[str, tuple[str, ...]]] = {
    "sequences": ("subject",),
    "relations": ("subject",),
    "successions": ("former",),
    "awards": ("activity", "programme", "recipient"),
    "matches": ("subject_id",),
}


class NewIds:
    """Gives ids that were never used; `taken` are those of tables, of ids.lock, withdrawn ones."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._last: dict[str, int] = {}

    def __contains__(self, identifier: object) -> bool:
        return identifier in self._taken

    def take(self, identifier: str) -> None:
        """Note that an id is used from now on."""
        self._taken.add(identifier)

    def give(self, parent: str, label: str) -> str:
        """Return the next id of a row called `label` below `parent`, and take it."""
        stem = f"{parent}.{label}."
        number = self._last.get(stem, 0) + 1
        while f"{stem}{number}" in self._taken:
            number += 1
        self._last[stem] = number
        self.take(f"{stem}{number}")
        return f"{stem}{number}"


def label_of(table: str, cells: Mapping[str, str]) -> str:
    """Return what a row is called in its id.

    >>> label_of("parties", {}), label_of("relations", {"predicate": "twinned-with"})
    ('party', 'twinned-with')
    """
    return LABELS.get(table) or cells.get("predicate", "") or table


def parent_of(table: str, cells: Mapping[str, str]) -> str:
    """Return the id of the record that gives its id to a row without a row above it.

    >>> parent_of("relations", {"subject": "port-dune", "object": "quai"})
    'port-dune'
    """
    named = (cells.get(column, "") for column in _PARENTS.get(table, ("record",)))
    return next(filter(None, named), "")
