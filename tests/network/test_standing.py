"""How actors stand among each other."""

from __future__ import annotations

from coopgraph.network.standing import standing


def test_groups_of_fewer_than_three_are_no_community() -> None:
    ties = [("a", "b", "r1"), ("b", "c", "r2"), ("a", "c", "r3"), ("x", "y", "r4")]
    found = standing("abcxyz", ties)
    assert {node: one.community for node, one in found.items()} == {
        "a": 0, "b": 0, "c": 0, "x": -1, "y": -1, "z": -1,
    }  # fmt: skip


def test_strength_counts_records_and_not_ties() -> None:
    found = standing("ab", [("a", "b", "r1"), ("a", "b", "r1"), ("b", "a", "r2")])
    assert found["a"].measures["strength"] == 2
