"""Two moments of a network side by side: who entered, who left, which ties began or lapsed.

`compare` looks at every pair of nodes that is tied at one of the two moments, as `at` and `between`
of `coopgraph.network.slices` see them:

- **began**: tied at the later moment alone; **lapsed**: at the earlier one alone;
- **renewed**: tied at both, and at the later one by another period of the same agreement, or by one
  that renews or replaces, in however many steps, an agreement that tied the two before;
- **stayed**: tied at both in another way, be it by the same record or by others.

A change is *certain* when no reading of the dates undoes it: nothing may have tied the two at the
one moment, and something surely does at the other. All else is possible. A node enters with its
first tie and leaves with its last: that it existed before or after is not looked at.

Of some ties no source tells the begin (« until 2020 », « seen in 2018 »): they are possible at
every earlier moment, though nothing speaks of them there. Where the first day that a source vouches
for lies after the later moment, such a tie is left out of both and its record is named in
`Comparison.only_later`. Where it lies after the earlier one, the tie counts there as possible, and
what rests on that alone is marked `begin_unknown`: it may have lapsed, or lasted, or be new.

A tie without any date is in neither moment; `Comparison.undated` has them, but for what never took
place.

>>> network = nx.MultiDiGraph()
>>> days = {"earliest_begin": "2010-04-01", "latest_begin": "2010-04-01"}
>>> _ = network.add_edge("dune", "oasis", key="accord", kind="agreement", record="accord", **days)
>>> [change.after for change in compare(network, 2000, 2020).began]
[('accord',)]
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeAlias

import networkx as nx

from coopgraph.errors import UsageError
from coopgraph.network.changes import Comparison, Label, NodeChange, TieChange, UndatedTie
from coopgraph.network.moments import Moment, When, moment_of
from coopgraph.network.slices import Mode, between, certainly, possibly

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coopgraph.network.borne import NamesBorne

__all__ = ["Comparison", "Label", "NodeChange", "TieChange", "UndatedTie", "compare"]

Outcome: TypeAlias = Literal["began", "renewed", "stayed", "lapsed"]


class _Held(NamedTuple):
    """One tie and whether it holds at the two moments: possibly, certainly."""

    key: str
    data: Mapping[str, Any]  # attributes, as networkx keeps them
    before: tuple[bool, bool]
    after: tuple[bool, bool]
    begin_unknown: bool  # and the first day that a source vouches for lies after the earlier moment


_Pair: TypeAlias = tuple[str, str]
_BOUNDS: Final = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")


def compare(
    network: nx.MultiDiGraph,
    a: When,
    b: When,
    mode: Mode = "possibly",
    *,
    names: NamesBorne | None = None,
) -> Comparison:
    """Compare the network of `a` with that of `b`: moments, days, years or dates in words.

    With `names`, who left is called as at `a`, all others as at `b`.

    Raises:
        UsageError: a text is no date, or `b` begins before `a`.
        ValueError: the mode is neither possibly nor certainly.
    """
    earlier, later = moment_of(a), moment_of(b)
    _check(earlier, later, mode)
    column = 0 if mode == "possibly" else 1
    pairs, only_later = _held(network, earlier, later)
    continued = _continued(network)
    tied = {
        pair: outcome
        for pair, ties in pairs.items()
        if (outcome := _outcome(ties, column, continued)) is not None
    }
    spoken = _Spoken(network, names, earlier, later)
    found: dict[str, list[TieChange]] = defaultdict(list)
    for pair, outcome in sorted(tied.items()):
        found[outcome].append(_tie(pair, outcome, pairs[pair], column, continued, spoken))
    entered, left, remained = _nodes(pairs, column, spoken)
    return Comparison(
        str(network.graph.get("projection", "actors")),
        bool(network.graph.get("directed", False)),
        mode,
        earlier,
        later,
        entered,
        left,
        remained,
        tuple(found["began"]),
        tuple(found["renewed"]),
        tuple(found["stayed"]),
        tuple(found["lapsed"]),
        _titles(pairs, tied),
        only_later,
        _undated(network),
    )


class _Spoken(NamedTuple):
    """How nodes are called."""

    network: nx.MultiDiGraph
    names: NamesBorne | None
    earlier: Moment
    later: Moment

    def label(self, node: str, *, then: bool = False) -> Label:
        moment = self.earlier if then else self.later
        borne = self.names.at(node, *moment) if self.names else None
        data = self.network.nodes[node]
        french = borne or str(data.get("label_fr", node))
        english = borne or str(data.get("label_en", french))
        return Label(french, english, str(data.get("class", "Actor")))


def _check(earlier: Moment, later: Moment, mode: str) -> None:
    if mode not in ("possibly", "certainly"):
        raise ValueError(f"the mode is possibly or certainly, not {mode!r}")
    if later.first < earlier.first:
        raise UsageError(
            f"{later.first} lies before {earlier.first}: give the earlier date first.",
            f"{later.first} est avant {earlier.first}\u00a0: donner d’abord la date la plus"
            " ancienne.",
        )


def _held(
    network: nx.MultiDiGraph, earlier: Moment, later: Moment
) -> tuple[dict[_Pair, list[_Held]], tuple[str, ...]]:
    """Return the ties of each pair that may hold at one of the two moments, and what is left out.

    Left out are ties without known begin that no source vouches for before the later moment ends.
    """
    found: dict[_Pair, list[_Held]] = defaultdict(list)
    only_later: set[str] = set()
    for source, target, key, data in network.edges(keys=True, data=True):
        before = possibly(data, *earlier), certainly(data, *earlier)
        after = possibly(data, *later), certainly(data, *later)
        if not before[0] and not after[0]:
            continue
        vouched = "" if "earliest_begin" in data else _first_vouched_for(data)
        tie = _Held(key, data, before, after, before[0] and vouched > earlier.last)
        if vouched > later.last:
            only_later.add(_record(tie))
        else:
            found[source, target].append(tie)
    return found, tuple(sorted(only_later))


def _undated(network: nx.MultiDiGraph) -> tuple[UndatedTie, ...]:
    """Return the ties that hold at no moment for want of any date; not what never took place."""
    ever = between(network, None, None, undated=True)
    return tuple(
        sorted(
            UndatedTie(str(source), str(target), str(data.get("record", key)))
            for source, target, key, data in ever.edges(keys=True, data=True)
            if not any(bound in data for bound in _BOUNDS)
        )
    )


def _first_vouched_for(data: Mapping[str, Any]) -> str:
    """Return the first day by which the tie surely had begun, as far as one is known.

    >>> _first_vouched_for({"latest_begin": "2018-05-08", "latest_end": "2018-05-08"})
    '2018-05-08'
    """
    bounds = ("latest_begin", "earliest_end", "latest_end")
    return next((str(data[bound]) for bound in bounds if bound in data), "")


def _continued(network: nx.MultiDiGraph) -> dict[str, frozenset[str]]:
    """Return for each agreement those that it renews or replaces, in however many steps."""
    direct: dict[str, set[str]] = defaultdict(set)
    for _, _, data in network.edges(data=True):
        if "continues" in data:
            direct[str(data["record"])] |= set(str(data["continues"]).split())
    closed = {}
    for record in direct:
        reached, waiting = set[str](), [record]
        while waiting:
            new = direct.get(waiting.pop(), set()) - reached
            reached |= new
            waiting += new
        closed[record] = frozenset(reached)
    return closed


def _outcome(
    ties: Iterable[_Held], column: int, continued: Mapping[str, frozenset[str]]
) -> Outcome | None:
    before = [tie for tie in ties if tie.before[column]]
    after = [tie for tie in ties if tie.after[column]]
    if not before or not after:
        return "lapsed" if before else "began" if after else None
    new = [tie for tie in after if not tie.before[column]]
    return "renewed" if _renewals(before, new, continued) else "stayed"


def _renewals(
    before: Iterable[_Held], new: Iterable[_Held], continued: Mapping[str, frozenset[str]]
) -> list[tuple[_Held, _Held]]:
    """Return the pairs of a tie and of the one that continues it."""
    later = list(new)
    return [
        (one, other)
        for one in before
        for other in later
        if one.key != other.key
        and (
            one.data.get("record") == other.data.get("record")
            or one.data.get("record") in continued.get(str(other.data.get("record")), ())
        )
    ]


def _tie(
    pair: _Pair,
    outcome: Outcome,
    ties: list[_Held],
    column: int,
    continued: Mapping[str, frozenset[str]],
    spoken: _Spoken,
) -> TieChange:
    before = [tie for tie in ties if tie.before[column]]
    after = [tie for tie in ties if tie.after[column]]
    then = outcome == "lapsed"
    new = [tie for tie in after if not tie.before[column]]
    renewals = _renewals(before, new, continued) if outcome == "renewed" else []
    return TieChange(
        pair[0],
        pair[1],
        spoken.label(pair[0], then=then),
        spoken.label(pair[1], then=then),
        tuple(sorted({str(tie.data.get("kind", "")) for tie in (*before, *after)})),
        tuple(sorted({_record(tie) for tie in before})),
        tuple(sorted({_record(tie) for tie in after})),
        _is_certain(outcome, ties, continued),
        tuple(sorted({(_record(one), _record(other)) for one, other in renewals})),
        bool(before) and all(tie.begin_unknown for tie in before),
    )


def _is_certain(
    outcome: Outcome, ties: list[_Held], continued: Mapping[str, frozenset[str]]
) -> bool:
    surely_before = [tie for tie in ties if tie.before[1]]
    surely_after = [tie for tie in ties if tie.after[1]]
    if outcome == "began":
        return bool(surely_after) and not any(tie.before[0] for tie in ties)
    if outcome == "lapsed":
        return bool(surely_before) and not any(tie.after[0] for tie in ties)
    if outcome == "renewed":
        new = [tie for tie in surely_after if not tie.before[0]]
        return bool(_renewals(surely_before, new, continued))
    return bool(surely_before and surely_after)


def _record(tie: _Held) -> str:
    return str(tie.data.get("record", tie.key))


class _Around:
    """The neighbours of a node at the two moments: possibly, certainly."""

    def __init__(self) -> None:
        """Begin without any."""
        self.before: tuple[set[str], set[str]] = (set(), set())
        self.after: tuple[set[str], set[str]] = (set(), set())
        self.begin_unknown = True

    def add(self, other: str, tie: _Held) -> None:
        """Add the other end of a tie, at the moments at which it holds."""
        for known, held in ((self.before, tie.before), (self.after, tie.after)):
            for neighbours, holds in zip(known, held, strict=True):
                if holds:
                    neighbours.add(other)
        self.begin_unknown &= tie.begin_unknown or not tie.before[0]


def _nodes(
    pairs: Mapping[_Pair, list[_Held]], column: int, spoken: _Spoken
) -> tuple[tuple[NodeChange, ...], ...]:
    """Return who entered, who left and who remained."""
    around: dict[str, _Around] = defaultdict(_Around)
    for (source, target), ties in pairs.items():
        for tie in ties:
            around[source].add(target, tie)
            around[target].add(source, tie)
    found: tuple[list[NodeChange], ...] = ([], [], [])
    for node, known in sorted(around.items()):
        before, after = known.before, known.after
        was, is_ = len(before[column]), len(after[column])
        unknown = bool(was) and known.begin_unknown
        if not was and is_:
            sure = bool(after[1]) and not before[0]
            found[0].append(NodeChange(node, spoken.label(node), is_, sure))
        elif was and not is_:
            sure = bool(before[1]) and not after[0]
            label = spoken.label(node, then=True)
            found[1].append(NodeChange(node, label, was, sure, unknown))
        elif was and is_:
            sure = bool(before[1] and after[1])
            found[2].append(NodeChange(node, spoken.label(node), is_, sure, unknown))
    return tuple(tuple(changes) for changes in found)


def _titles(pairs: Mapping[_Pair, list[_Held]], tied: Iterable[_Pair]) -> dict[str, Label]:
    titles = {}
    for pair in tied:
        for tie in pairs[pair]:
            if "label_fr" in tie.data:
                french = str(tie.data["label_fr"])
                titles[_record(tie)] = Label(french, str(tie.data.get("label_en", french)))
    return dict(sorted(titles.items()))
