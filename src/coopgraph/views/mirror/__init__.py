"""The mirror: the French and the Québec account of the same cooperation, side by side.

`read_mirror` compares what sources of both shores say about each record
(`coopgraph.views.mirror.accounts`), `tell_account` sums one up, `mirror_view` makes the page. The
shore of a source is worked out (`coopgraph.views.mirror.shores`); how many have none is said.
"""

from __future__ import annotations

from coopgraph.views.mirror.accounts import Account, Line, Mirror, read_mirror, tell_account
from coopgraph.views.mirror.page import mirror_view
from coopgraph.views.mirror.shores import Witness, read_witnesses

__all__ = [
    "Account",
    "Line",
    "Mirror",
    "Witness",
    "mirror_view",
    "read_mirror",
    "read_witnesses",
    "tell_account",
]
