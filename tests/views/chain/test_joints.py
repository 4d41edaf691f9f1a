"""Joints: their direction is that of time; of several between two records the best one stands."""

from pyoxigraph import Store

from coopgraph.identifiers import split_iri
from coopgraph.views.chain.flows import group, in_order, ranks_close
from coopgraph.views.chain.joints import Joint, read_joints


def ends(store: Store, **options: bool) -> dict[tuple[str, str], Joint]:
    return {
        (split_iri(joint.earlier)[1], split_iri(joint.later)[1]): joint
        for joint in read_joints(store, **options)
    }


def test_what_was_planned_comes_before_what_became_of_it(dune: Store) -> None:
    joints = ends(dune)
    assert joints["session-dune-2-mai", "session-dune-2"].kind == "postponed"
    assert joints["accord-dune-2012", "projet-sable"].kind == "realises"
    assert joints["accord-dune-2012", "avenants-dune"].kind == "amends"


def test_a_led_to_stands_before_the_outcome_column(dune: Store) -> None:
    joint = ends(dune)["mission-hiver-2014-visite", "contrat-sablier"]
    assert joint.kind == "led-to"
    assert [split_iri(iri)[1] for iri in joint.said] == ["mission-hiver-2014-visite.led-to.1"]


def test_two_awards_are_one_joint_that_both_vouch_for(dune: Store) -> None:
    assert len(ends(dune)["appel-dune-1", "projet-sable"].said) == 2


def test_a_circle_is_followed_once() -> None:
    joints = [Joint("a", "b", "led-to"), Joint("b", "a", "followed-by")]
    assert list(in_order(["a", "b"], joints, {"b": "2001"})) == ["b", "a"]


def test_a_programme_joins_no_flows_and_stands_next_to_what_it_pays_for() -> None:
    joints = [
        Joint("a", "b", "led-to"),
        Joint("c", "d", "led-to"),
        Joint("fund", "b", "funded"),
        Joint("fund", "c", "funded"),
    ]
    assert group(joints, {"fund"}) == [["a", "b", "fund"], ["c", "d", "fund"]]
    ranks = ranks_close({"fund": 0, "a": 0, "b": 1, "e": 2}, [Joint("fund", "e", "funded")])
    assert ranks["fund"] == 1
