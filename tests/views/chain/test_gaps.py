"""When a gap is drawn: same bodies, in time order, same matter, out of nothing; never a circle."""

from __future__ import annotations

import pytest

from coopgraph.views.chain.gaps import Gap, Standing, find_gaps

SIDES = {"brise": "france", "havre": "quebec", "phare": "quebec"}
OLD = Standing(
    "accord",
    "agreement",
    ("2010-05-01", "2010-05-31"),
    frozenset({"brise", "havre"}),
    frozenset({"sea"}),
)
NEW = OLD._replace(record="visit", kind="mission", begin=("2018-09-01", "2018-11-30"))


def test_a_gap_names_what_both_sides_share() -> None:
    assert find_gaps([[OLD], [NEW]], SIDES) == [
        Gap("accord", "visit", ("brise", "havre"), ("sea",))
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"actors": frozenset({"havre", "phare"})},  # one shore only
        {"actors": frozenset({"brise", "gouvernement"})},  # a state tells nothing
        {"matters": frozenset({"sand"})},
        {"begin": ("2010-05-31", "2018-11-30")},  # may have begun on the same day
        {"begin": ("", "2018-11-30")},
        {"explained": True},
    ],
)
def test_there_is_no_gap_where_one_condition_fails(changes: dict[str, object]) -> None:
    later = NEW._replace(**changes)  # type: ignore[arg-type]  # fields of the tuple
    assert find_gaps([[OLD], [later]], SIDES) == []


def test_a_gap_starts_at_the_agreement_else_at_the_latest_record() -> None:
    project = OLD._replace(record="project", kind="project", begin=("2014-01-01", "2014-01-31"))
    mission = OLD._replace(record="mission", kind="mission", begin=("2012-01-01", "2012-01-31"))
    assert find_gaps([[OLD, mission, project], [NEW]], SIDES)[0].earlier == "accord"
    assert find_gaps([[mission, project], [NEW]], SIDES)[0].earlier == "project"


def test_a_flow_has_one_gap_before_it_and_gaps_never_go_round() -> None:
    first = [OLD, NEW._replace(record="late", begin=("2020-01-01", "2020-01-31"))]
    second = [
        NEW,
        OLD._replace(record="early", kind="mission", begin=("2011-01-01", "2011-01-31")),
    ]
    gaps = find_gaps([first, second], SIDES)
    assert [(gap.earlier, gap.later) for gap in gaps] == [("accord", "early")]
