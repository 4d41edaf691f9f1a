"""The page of the chains: the network's view, with the chains for its pane.

The shell gives the period, the choices, the search and the panel; the pane draws one chain at a
time and tells it below. Records that stand on no tie (programmes, what was planned by nobody named)
are added to the facts, so that they can be selected and dated like all others.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from coopgraph.dates import InvalidDate, parse_date
from coopgraph.views.alone import shown_alone
from coopgraph.views.chain.finding import chain_of, find_chains
from coopgraph.views.chain.telling import GAP_LABEL, JOINT_LABELS, chain_sentences
from coopgraph.views.network import network_view

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopgraph.sparql import Queryable
    from coopgraph.views.chain.finding import Chain, Flow
    from coopgraph.views.chain.telling import ChainSentence
    from coopgraph.views.model import Fact, Json, View

__all__ = ["chain_extras", "chain_view", "said_by", "with_chains", "with_facts"]


def chain_view(
    graph: Queryable,
    *,
    of: str | None = None,
    first: str | None = None,
    last: str | None = None,
    mode: Literal["possibly", "certainly"] = "possibly",
    inferred: bool = True,
) -> View:
    """Return the chains as a view, open at the longest one, or at that of a record or an actor.

    Raises:
        UnknownEntity: `of` names nothing, or something that stands in no chain.
        UsageError: `first` or `last` is no date, or the period ends before it begins.
        StoreError: the graph cannot be read.
    """
    view = network_view(graph, first=first, last=last, mode=mode, inferred=inferred)
    return shown_alone(with_chains(view, graph, of=of, inferred=inferred), "chain")


def with_chains(
    view: View, graph: Queryable, *, of: str | None = None, inferred: bool = True
) -> View:
    """Return the view with the chains of the same graph: their facts, and the data of the pane.

    Raises:
        UnknownEntity: `of` names nothing, or something that stands in no chain.
        StoreError: the graph cannot be read.
    """
    chains = find_chains(graph, inferred=inferred)
    opened = chains.index(chain_of(graph, chains, of)) if of else 0
    more = {fact.id: fact for chain in chains for fact in chain.facts.values()}
    extras = {**view.extras, "chain": chain_extras(chains, opened)}
    return replace(with_facts(view, more), extras=extras)


def with_facts(view: View, more: Mapping[str, Fact]) -> View:
    """Return the view with further facts, by id; those that it has already stay as they are."""
    added = {name: _dated(fact) for name, fact in more.items() if name not in view.facts}
    return replace(view, facts=dict(sorted((view.facts | added).items())))


def _dated(fact: Fact) -> Fact:
    """Return the fact with the days that its date means: of an agreement, of its signing."""
    if fact.dated or not fact.edtf:
        return fact
    try:
        date = parse_date(fact.edtf)
    except InvalidDate:
        return fact
    days = (date.earliest_begin, date.latest_begin, date.earliest_end, date.latest_end)
    begin, by, until, end = (day.isoformat() if day else None for day in days)
    return fact._replace(earliest_begin=begin, latest_begin=by, earliest_end=until, latest_end=end)


def chain_extras(chains: tuple[Chain, ...], opened: int = 0) -> dict[str, Json]:
    """Return what the pane reads: the chains, facts by their id, and the words on joints."""
    return {
        "chains": [_chain(chain) for chain in chains],
        "open": opened,
        "joints": dict(JOINT_LABELS),
        "gap": GAP_LABEL,
    }


def _chain(chain: Chain) -> Json:
    ids = {iri: fact.id for iri, fact in chain.facts.items()}
    return {
        "title": chain.title,
        "flows": [_flow(flow, ids) for flow in chain.flows],
        "gaps": [[ids[gap.earlier], ids[gap.later]] for gap in chain.gaps],
        "told": [_told(chain, told, ids) for told in chain_sentences(chain)],
    }


def _flow(flow: Flow, ids: Mapping[str, str]) -> Json:
    place = {iri: number for number, iri in enumerate(flow.records)}
    return {
        "records": [ids[iri] for iri in flow.records],
        "ranks": flow.ranks,
        "joints": [
            [place[joint.earlier], place[joint.later], joint.kind, int(joint.inferred)]
            for joint in flow.joints
        ],
    }


def _told(chain: Chain, told: ChainSentence, ids: Mapping[str, str]) -> Json:
    """Return a sentence; that of a record is the sentence of its fact, and is not written twice."""
    records = [ids[iri] for iri in told.records]
    if told.kind == "record":
        return {"kind": "record", "records": records, "said": records}
    return {
        "kind": told.kind,
        "words": told.words,
        "records": records,
        "said": [] if told.kind == "gap" else [ids[iri] for iri in said_by(chain, told)],
        "inferred": told.inferred,
    }


def said_by(chain: Chain, told: ChainSentence) -> list[str]:
    """Return the IRIs of the facts whose sources say that records are joined."""
    earlier, *later = told.records
    joints = [one for flow in chain.flows for one in flow.joints if one.earlier == earlier]
    found = [iri for one in joints if one.later in later for iri in one.said or (one.later,)]
    return [iri for iri in dict.fromkeys(found) if iri in chain.facts]
