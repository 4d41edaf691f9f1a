"""Networks of a graph for `coopgraph.api.knowledge`: a projection, cut to a period and to kinds.

>>> from pyoxigraph import Store
>>> len(make_network(Store(), "actors"))
0
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from coopgraph.api.choices import refuse_unless
from coopgraph.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection

    from coopgraph.api.difference import Difference
    from coopgraph.network.projections.edges import Network
    from coopgraph.sparql import Queryable

__all__ = ["Mode", "compare_networks", "make_network"]

Mode: TypeAlias = Literal["possibly", "certainly"]

_OF_ACTORS: Final = frozenset({"mission", "project", "agreement"})


def make_network(
    graph: Queryable,
    projection: str,
    *,
    at: str | date | None = None,
    mode: Mode = "possibly",
    kinds: Collection[str] = (),
    inferred: bool = True,
) -> Network:
    """Return a projection, whole or as it was; see `coopgraph.api.KnowledgeGraph.network`.

    Raises:
        UsageError: `at` is no date, or the projection, the mode or a kind is unknown.
    """
    from coopgraph.network.projections import PROJECTIONS, project
    from coopgraph.network.slices import between

    refuse_unless(projection in PROJECTIONS, [projection], PROJECTIONS)
    refuse_unless(mode in ("possibly", "certainly"), [mode], ("possibly", "certainly"))
    period = None if at is None else _period(at)
    network = project(graph, projection, inferred=inferred)
    wanted = frozenset([kinds] if isinstance(kinds, str) else kinds)
    if wanted:
        _leave_only(network, wanted)
    return network if period is None else between(network, *period, mode=mode)


def compare_networks(
    graph: Queryable,
    a: str,
    b: str,
    projection: str,
    *,
    mode: Mode,
    inferred: bool,
    language: str,
) -> Difference:
    """Return what changed between two moments; see `coopgraph.api.KnowledgeGraph.compare`.

    Raises:
        UsageError: `a` or `b` is no date, or the projection or the mode is unknown.
    """
    from coopgraph.api.difference import Difference
    from coopgraph.network.borne import read_names_borne
    from coopgraph.network.comparison import compare

    network = make_network(graph, projection, mode=mode, inferred=inferred)
    return Difference(
        compare(network, a, b, mode, names=read_names_borne(graph)), language=language
    )


def _leave_only(network: Network, wanted: frozenset[str]) -> None:
    """Take out the ties of other kinds, and whom they leave without any."""
    edges = list(network.edges(keys=True, data="kind"))
    known = _OF_ACTORS | {kind for *_, kind in edges}
    refuse_unless(wanted <= known, wanted - known, known)
    network.remove_edges_from(
        [(source, target, key) for source, target, key, kind in edges if kind not in wanted]
    )
    network.remove_nodes_from([name for name, ties in dict(network.degree).items() if not ties])


def _period(at: str | date) -> tuple[date | None, date | None]:
    if isinstance(at, date):
        return at, at
    from coopgraph.dates import InvalidDate, parse_date
    from coopgraph.phrases import read_phrase

    try:
        period = parse_date(read_phrase(at).edtf)
    except InvalidDate as problem:
        raise UsageError(
            f"“{at}” is no date: {problem.reason_en}",
            f"« {at} » n’est pas une date : {problem.reason_fr}",
        ) from problem
    return period.earliest_begin, period.latest_end
