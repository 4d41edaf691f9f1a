"""What one sentence is made of: the record, who has which share in it, its dates and doubts.

`coopgraph.views.gathering` reads particulars from the graph, `coopgraph.views.sentences` tells
them. They hold text only, in both languages where there are two.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.network.rows import UNDATED, Bounds
from coopgraph.views.model import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["NOTHING", "Particulars", "Share"]

NOTHING: Final = Words("", "")


class Share(NamedTuple):
    """Somebody or something that the record names, in one role.

    Roles of participations are concepts (organiser, host …); the other places in a record are roles
    too: party, beneficiary, operator, person, organisation, behalf, funder, recipient, subject,
    object, former, latter, about (what an amount or a figure describes), venue-city and venue (the
    places in which an activity was held).
    """

    name: Words
    role: str
    title: Words = NOTHING
    inferred: bool = False
    is_actor: bool = True
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """One record, ready to be told."""

    id: str
    iri: str = ""
    kind: str
    concept: str = ""
    label: Words = NOTHING  # of the concept
    title: Words = NOTHING
    shares: tuple[Share, ...] = ()
    related: Mapping[str, Words] = field(default_factory=dict)  # whole, source, agreement, …
    bounds: Bounds = UNDATED
    signed: str = ""  # EDTF of the signing
    signing: str = ""  # kind of the signing, "signed" where it has none; empty: no signing known
    agreed_on: tuple[str, ...] = ()  # EDTF of the days on which it was agreed in principle
    in_force: tuple[str, ...] = ()  # EDTF of the terms of force, then " side" if it has one
    attested: tuple[str, ...] = ()  # EDTF of the days on which it was seen so
    status: str = ""
    status_as_of: str = ""
    batch: bool = False
    count: str = ""
    role_title: Words = NOTHING
    amount: str = ""
    currency: str = ""
    currency_certain: bool = True
    per: str = ""  # what an amount is for: year, project …
    qualifier: str = ""  # of an amount or a figure: approximate, at-least …
    side: str = ""
    part_of_total: bool = False
    measure: Words = NOTHING  # what a figure counts
    value: str = ""
    unit: str = ""
    announced: bool = False
    announced_on: str = ""  # EDTF
    number: str = ""  # in the series
    inferred: frozenset[str] = frozenset()
    contested: bool = False

    def sharing(self, *roles: str) -> tuple[Share, ...]:
        """Return those who have one of these roles, each once, in the order of the data."""
        found: dict[str, Share] = {}
        for share in self.shares:
            if share.role in roles:
                found.setdefault(share.id or share.name.fr, share)
        return tuple(found.values())
