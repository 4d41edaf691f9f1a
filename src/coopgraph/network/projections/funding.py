"""Who gives to whom: awards, budgets, programmes behind activities, outcomes that benefit actors.

Ties run from who gives to who or what receives. Each row of the tables is one tie, with its own
amount and currency; `amounts_given` adds up awards of one currency, and never across currencies.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from coopgraph.network.projections.edges import (
    Made,
    Tied,
    assemble,
    called_as,
    edge_between,
    why_not,
)
from coopgraph.network.projections.items import ACTIVITIES, WORKS, identity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import networkx as nx

    from coopgraph.network.projections.edges import Edge, Value
    from coopgraph.network.projections.items import Item, Material

__all__ = ["Given", "amounts_given", "funding"]

_AWARD: Final = ("hasFunder", "inProgramme", "hasRecipient", "inActivity")
_BUDGET: Final = ("hasFunder", "describes")
_LINK: Final = ("hasSubject", "hasPredicate", "hasObject")
_FUNDS: Final = "funds"
_NOT_GIVEN: Final = frozenset({"cancelled", "planned", "in-discussion", "not-achieved"})


def funding(material: Material) -> Made:
    """Return the network of funders and of what and whom they fund, directed."""
    places = material.items("Place")
    items = material.items(*WORKS, "Actor")
    nodes = {name: identity(item, places) for name, item in items.items()}
    left_out: dict[str, str] = {}
    edges = [
        *_awards(material, items, left_out),
        *_budgets(material, items, left_out),
        *_funded(material, items, left_out),
        *_relations(material, items, left_out),
        *_benefits(material, items, left_out),
    ]
    return assemble(Tied(nodes, edges, left_out), directed=True)


class Given(NamedTuple):
    """What one funder gave to one recipient in one currency.

    `kinds` says what the money is (grant, loan, equity …) as far as that is known;
    `currency_certain` is false if the sources leave open in which dollars, say, an amount is.
    """

    funder: str
    recipient: str
    currency: str
    amount: Decimal
    currency_certain: bool
    awards: int
    kinds: tuple[str, ...]
    records: tuple[str, ...]


def amounts_given(network: nx.MultiDiGraph) -> list[Given]:
    """Return what each funder gave to each recipient, one sum for each currency.

    Only awards count: budgets are set aside, of which awards are paid. Money that is planned, under
    discussion, cancelled or refused is left out, and so is an award of unknown amount.
    """
    found: dict[tuple[str, str, str], list[Mapping[str, Any]]] = {}
    for source, target, data in network.edges(data=True):
        doubts = set(str(data.get("doubts", "")).split())
        if data["kind"] == "award" and "amount" in data and not doubts & _NOT_GIVEN:
            key = source, target, str(data.get("currency", ""))
            found.setdefault(key, []).append(data)
    return [
        Given(
            *key,
            sum((_decimal(data["amount"]) for data in awards), Decimal()),
            all(data.get("currency_certain", True) for data in awards),
            len(awards),
            tuple(sorted({str(data["money"]) for data in awards if "money" in data})),
            tuple(sorted(str(data["record"]) for data in awards)),
        )
        for key, awards in sorted(found.items())
    ]


def _decimal(amount: float) -> Decimal:
    return Decimal(int(amount)) if amount == int(amount) else Decimal(str(amount))


def _awards(
    material: Material, items: Mapping[str, Item], left_out: dict[str, str]
) -> Iterator[Edge]:
    for award in material.items("Award").values():
        giver = award.one("hasFunder") or award.one("inProgramme")
        taker = award.one("hasRecipient") or award.one("inActivity")
        if giver not in items or taker not in items:
            reason = "no-recipient" if giver in items else "no-funder"
            left_out[award.id] = why_not(award, _AWARD, reason)
            continue
        yield edge_between(
            material, giver, taker, "award", award, resting=_AWARD,
            more=(*called_as(items.get(award.one("inActivity"))), *_money(award)),
        )  # fmt: skip


def _budgets(
    material: Material, items: Mapping[str, Item], left_out: dict[str, str]
) -> Iterator[Edge]:
    for budget in material.items("Budget").values():
        giver, taker = budget.one("hasFunder"), budget.one("describes")
        if giver in items and taker in items:
            yield edge_between(
                material, giver, taker, "budget", budget, resting=_BUDGET,
                more=(*called_as(items[taker]), *_money(budget)),
            )  # fmt: skip
        else:
            reason = "no-recipient" if giver in items else "no-funder"
            left_out[budget.id] = why_not(budget, _BUDGET, reason)


def _funded(
    material: Material, items: Mapping[str, Item], left_out: dict[str, str]
) -> Iterator[Edge]:
    """Yield the activities that a programme funds, as their own row says."""
    for activity in material.items(*ACTIVITIES).values():
        row = f"{activity.id}.funded-by"
        if "fundedBy" in activity.hidden:
            left_out[row] = "inferred"
        for programme in activity.all("fundedBy"):
            if programme in items:
                yield edge_between(
                    material, programme, activity.id, "funded-by", activity,
                    resting=["fundedBy"], rows=[row],
                )  # fmt: skip
            else:
                left_out[row] = "other-end"


def _relations(
    material: Material, items: Mapping[str, Item], left_out: dict[str, str]
) -> Iterator[Edge]:
    for link in material.items("Relation").values():
        if link.meant("hasPredicate") == _FUNDS:
            giver, taker = link.one("hasSubject"), link.one("hasObject")
            if giver in items and taker in items and link.one("hasPredicate"):
                yield edge_between(material, giver, taker, _FUNDS, link, resting=_LINK)
            else:
                left_out[link.id] = why_not(link, _LINK, "other-end")


def _benefits(
    material: Material, items: Mapping[str, Item], left_out: dict[str, str]
) -> Iterator[Edge]:
    outcomes = material.items("Outcome")
    for benefit in material.items("Benefit").values():
        outcome, actor = benefit.one("inOutcome"), benefit.one("hasActor")
        if outcome in outcomes and actor in items:
            yield edge_between(
                material, outcome, actor, "benefit", outcomes[outcome], link=benefit,
                resting=["hasActor"],
            )  # fmt: skip
        else:
            left_out[benefit.id] = why_not(benefit, ["hasActor", "inOutcome"], "other-end")


def _money(item: Item) -> Iterator[tuple[str, Value]]:
    if item.one("amount"):
        yield "amount", float(item.one("amount"))
    if item.one("currency"):
        yield "currency", item.one("currency")
        yield "currency_certain", item.one("currencyCertain") != "false"
    if item.one("hasKind"):
        yield "money", item.one("hasKind")
    if item.one("perPeriod"):
        yield "per", item.one("perPeriod")
    if item.one("partOfTotal") == "true":
        yield "part_of_total", True
