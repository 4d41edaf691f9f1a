"""What became of nodes and ties between two moments: the words of `coopgraph.network.comparison`.

>>> change = NodeChange("dune", Label("Dune", "Dune"), ties=2, certain=True)
>>> change.label.fr, change.begin_unknown
('Dune', False)

They are plain tuples; `Comparison.as_json` makes mappings and lists of all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from coopgraph.network.moments import Moment
    from coopgraph.network.slices import Mode

__all__ = ["Comparison", "Label", "NodeChange", "TieChange", "UndatedTie"]


class Label(NamedTuple):
    """The name of a node, with its class, or the title of a record."""

    fr: str
    en: str
    class_: str = ""


class NodeChange(NamedTuple):
    """One node that entered or left; `ties` counts the nodes to which it is tied then."""

    node: str
    label: Label
    ties: int
    certain: bool
    begin_unknown: bool = False  # at the earlier moment it has ties without known begin alone


class TieChange(NamedTuple):
    """One pair of nodes, with the ids of the records that tie them at the two moments.

    `renewals` pairs the record that was renewed with the one that renews it: the same one, where
    another period of it follows.
    """

    source: str
    target: str
    source_label: Label
    target_label: Label
    kinds: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    certain: bool
    renewals: tuple[tuple[str, str], ...] = ()
    begin_unknown: bool = False  # nothing else ties the two at the earlier moment


class UndatedTie(NamedTuple):
    """One tie without any date: it is in neither moment, though others may tie the two then."""

    source: str
    target: str
    record: str


class Comparison(NamedTuple):
    """What changed between two moments; `records` has the titles of records that have one.

    `only_later` names records that no source vouches for before the later moment has passed, and
    whose begin none tells: they are left out. So are the `undated` ties, of which no source says
    anything in time.
    """

    projection: str
    directed: bool
    mode: Mode
    earlier: Moment
    later: Moment
    entered: tuple[NodeChange, ...]
    left: tuple[NodeChange, ...]
    remained: tuple[NodeChange, ...]
    began: tuple[TieChange, ...]
    renewed: tuple[TieChange, ...]
    stayed: tuple[TieChange, ...]
    lapsed: tuple[TieChange, ...]
    records: dict[str, Label]
    only_later: tuple[str, ...] = ()
    undated: tuple[UndatedTie, ...] = ()

    def as_json(self) -> dict[str, Any]:  # plain JSON: text, numbers, lists and mappings
        """Return all of it as mappings and lists, ready for `json.dumps`."""
        found = _plain(self)
        assert isinstance(found, dict)  # noqa: S101 — narrows the type for mypy
        return found


def _plain(value: object) -> object:
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return {name: _plain(getattr(value, name)) for name in value._fields}
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, tuple | list) else value
