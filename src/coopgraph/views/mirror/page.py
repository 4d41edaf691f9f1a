"""The page of the mirror: the network's view, with both accounts for its pane.

Records that both shores tell come first if they differ, then in order of time.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from coopgraph.views.alone import shown_alone
from coopgraph.views.chain.page import with_facts
from coopgraph.views.facts import gather_facts
from coopgraph.views.mirror.accounts import read_mirror, tell_account
from coopgraph.views.mirror.shores import SHORES
from coopgraph.views.network import network_view

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopgraph.sparql import Queryable
    from coopgraph.views.mirror.accounts import Account, Mirror
    from coopgraph.views.model import Fact, Json, View

__all__ = ["mirror_extras", "mirror_view", "with_mirror"]


def mirror_view(
    graph: Queryable,
    *,
    first: str | None = None,
    last: str | None = None,
    mode: Literal["possibly", "certainly"] = "possibly",
    inferred: bool = True,
) -> View:
    """Return the mirror as a view.

    Raises:
        UsageError: `first` or `last` is no date, or the period ends before it begins.
        StoreError: the graph cannot be read.
    """
    view = network_view(graph, first=first, last=last, mode=mode, inferred=inferred)
    return shown_alone(with_mirror(view, graph, inferred=inferred), "mirror")


def with_mirror(view: View, graph: Queryable, *, inferred: bool = True) -> View:
    """Return the view with both accounts of the same graph: their facts, and the data of the pane.

    Raises:
        StoreError: the graph cannot be read.
    """
    mirror = read_mirror(graph)
    told = {account.iri for account in mirror.accounts}
    told |= {iri for iris in mirror.one_sided.values() for iri in iris}
    facts = gather_facts(graph, sorted(told), inferred=inferred)
    extras = mirror_extras(mirror, {fact.iri: fact for fact in facts.values()})
    return replace(with_facts(view, facts), extras={**view.extras, "mirror": extras})


def mirror_extras(mirror: Mirror, facts: Mapping[str, Fact]) -> dict[str, Json]:
    """Return what the pane reads; `facts` are those of the records, by IRI."""
    names = sorted({witness.publisher for witness in mirror.witnesses.values()})
    place = {name: number for number, name in enumerate(names)}
    publishers = {one.id: place[one.publisher] for one in mirror.witnesses.values()}
    accounts = [account for account in mirror.accounts if account.iri in facts]
    accounts.sort(key=lambda one: (not one.differs, _begin(facts[one.iri]), one.iri))
    neither = sum(n for side, n in mirror.sources.items() if side and side not in SHORES)
    return {
        "accounts": [_account(account, facts, publishers) for account in accounts],
        "alone": {
            shore: [facts[iri].id for iri in iris if iri in facts]
            for shore, iris in mirror.one_sided.items()
        },
        "unplaced": mirror.unplaced,
        "sources": {
            **{shore: mirror.sources.get(shore, 0) for shore in SHORES},
            "neither": neither,
            "unknown": mirror.sources.get("", 0),
        },
        "publishers": names,
    }


def _begin(fact: Fact) -> str:
    return fact.earliest_begin or fact.latest_begin or fact.edtf or "9999"


def _account(account: Account, facts: Mapping[str, Fact], publishers: Mapping[str, int]) -> Json:
    def who(sources: tuple[str, ...]) -> list[int]:
        return sorted({publishers[source] for source in sources})

    return {
        "fact": facts[account.iri].id,
        "told": tell_account(account),
        "elsewhere": account.elsewhere,
        "differs": account.differs,
        "lines": [
            {
                "facet": line.facet,
                "question": line.question,
                "value": line.value,
                "france": who(line.france),
                "quebec": who(line.quebec),
                "elsewhere": line.elsewhere,
                "standing": line.standing,
                "differs": line.differs,
            }
            for line in account.lines
            if line.france or line.quebec
        ],
    }
