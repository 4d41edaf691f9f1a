"""The sixth workload on a small graph: every page comes to rest, and only ours has a slider."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.benchmarks.__main__ import main

pytestmark = pytest.mark.browser


def test_a_small_graph_is_drawn_by_all(tmp_path: Path) -> None:
    assert main(["--workloads", "drawing", "--nodes", "60", "--output", str(tmp_path)]) == 0
    figures = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["figures"]
    assert {figure["state"] for figure in figures} == {"measured"}
    assert all(figure["wall"] > 0 for figure in figures)
    by_subject: dict[str, list[str]] = {}
    for figure in figures:
        by_subject.setdefault(figure["subject"], []).append(figure["peer"])
    everyone = ["ours", "pyvis, at rest", "pyvis, physics"]
    assert by_subject == {
        "first paint": everyone,
        "usable picture": everyone,
        "zoom": everyone,
        "slider step": ["ours"],
        "slider step, worst": ["ours"],
    }
    assert "| zoom | pyvis, at rest |" in (tmp_path / "report.md").read_text(encoding="utf-8")
