"""Networks of a graph for `coopgraph.api.knowledge`: cut to a period, in steps, compared, summed.

>>> from pyoxigraph import Store
>>> len(make_network(Store(), "actors"))
0
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from coopgraph.api.choices import refuse_unless

if TYPE_CHECKING:
    from collections.abc import Collection

    from coopgraph.api.answer import Answer
    from coopgraph.api.difference import Difference
    from coopgraph.network.moments import When
    from coopgraph.network.projections.edges import Network
    from coopgraph.network.slices import Slice
    from coopgraph.network.steps import AnyStep
    from coopgraph.sparql import Queryable
    from coopgraph.views.model import View

__all__ = ["Mode", "compare_networks", "cut_network", "make_network", "sum_amounts"]

Mode: TypeAlias = Literal["possibly", "certainly"]


def make_network(
    graph: Queryable,
    projection: str,
    *,
    at: When | None = None,
    mode: Mode = "possibly",
    kinds: Collection[str] = (),
    inferred: bool = True,
) -> Network:
    """Return a projection, whole or as it was; see `coopgraph.api.KnowledgeGraph.network`.

    Raises:
        UsageError: `at` is no date, or the projection, the mode or a kind is unknown.
    """
    from coopgraph.network.borne import read_names_borne
    from coopgraph.network.moments import period_of
    from coopgraph.network.slices import between

    _check(projection, mode)
    period = None if at is None else period_of(at)
    network = _whole(graph, projection, kinds, inferred)
    if period is None:
        return network
    return between(network, *period, mode=mode, names=read_names_borne(graph))


def cut_network(
    graph: Queryable,
    projection: str,
    first: When,
    last: When,
    *,
    step: AnyStep,
    growing: bool,
    mode: Mode,
    kinds: Collection[str],
    inferred: bool,
) -> list[Slice]:
    """Return a projection step by step; see `coopgraph.api.KnowledgeGraph.slices`.

    Raises:
        UsageError: a date or the step is none, the period ends before it begins, or the projection,
            the mode or a kind is unknown.
    """
    from coopgraph.network.borne import read_names_borne
    from coopgraph.network.slices import slices

    _check(projection, mode)
    network = _whole(graph, projection, kinds, inferred)
    names = read_names_borne(graph)
    return list(slices(network, first, last, step=step, growing=growing, mode=mode, names=names))


def compare_networks(
    graph: Queryable,
    a: When,
    b: When,
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
    found = compare(network, a, b, mode, names=read_names_borne(graph))

    def draw() -> View:
        from coopgraph.views.comparing import comparison_view

        return comparison_view(graph, network, found, inferred=inferred)

    return Difference(found, draw=draw, language=language)


def sum_amounts(
    graph: Queryable, *, at: When | None, mode: Mode, inferred: bool, language: str
) -> Answer:
    """Return what each funder gave to each recipient; see `coopgraph.api.KnowledgeGraph.amounts`.

    Raises:
        UsageError: `at` is no date, or the mode is unknown.
    """
    from coopgraph.api.answer import Answer
    from coopgraph.views.amounts import amounts_result

    network = make_network(graph, "funding", at=at, mode=mode, inferred=inferred)
    return Answer(amounts_result(network, language), language=language)


def _whole(graph: Queryable, projection: str, kinds: Collection[str], inferred: bool) -> Network:
    from coopgraph.network.kinds import only_kinds
    from coopgraph.network.projections import project

    network = project(graph, projection, inferred=inferred)
    wanted = frozenset([kinds] if isinstance(kinds, str) else kinds)
    return only_kinds(network, wanted) if wanted else network


def _check(projection: str, mode: str) -> None:
    from coopgraph.network.projections import PROJECTIONS

    refuse_unless(projection in PROJECTIONS, [projection], PROJECTIONS)
    refuse_unless(mode in ("possibly", "certainly"), [mode], ("possibly", "certainly"))
