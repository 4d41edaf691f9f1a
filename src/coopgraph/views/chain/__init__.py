"""Chains: mission → agreement → call → award → project → outcome, as far as the sources go.

A flow is a set of records that sources join (`coopgraph.views.chain.joints`), two at least beside
its programmes. A fund or a call is a frame: it stands in every flow that it pays for, and joins
none to another, or one fund would make one chain of half the graph. A chain is one flow, or several
with gaps between them (`coopgraph.views.chain.gaps`), with three records or more.

`find_chains` returns all chains, the one with the longest way first; `tell_chain`
(`coopgraph.views.chain.telling`) tells one; `chain_view` (`coopgraph.views.chain.page`) makes the
page.

>>> from pyoxigraph import Store
>>> find_chains(Store())
()

Records that no source joins to anything are in no chain.
"""

from __future__ import annotations

from coopgraph.views.chain.finding import Chain, Flow, chain_of, find_chains
from coopgraph.views.chain.gaps import Gap
from coopgraph.views.chain.joints import Joint
from coopgraph.views.chain.page import chain_view
from coopgraph.views.chain.telling import ChainSentence, chain_sentences, tell_chain

__all__ = [
    "Chain",
    "ChainSentence",
    "Flow",
    "Gap",
    "Joint",
    "chain_of",
    "chain_sentences",
    "chain_view",
    "find_chains",
    "tell_chain",
]
