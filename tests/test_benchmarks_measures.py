"""The benchmark of measures, once at a small size: all ways agree, and the report has its rows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.benchmarks.__main__ import main


def test_all_ways_agree_and_are_judged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--actors", "40", "--repeat", "1", "--workloads", "measures", "--kglab", "no")
    assert main([*words, "--output", str(tmp_path)]) == 0
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert {figure["state"] for figure in report["figures"]} == {"measured"}
    exact = [f for f in report["figures"] if f["subject"] == "betweenness, exact"]
    assert {figure["peer"] for figure in exact} == {
        "ours, networkx",
        "ours, igraph",
        "networkx",
        "igraph",
    }
    assert {figure["found"] for figure in exact} == {40}
    assert len(report["aims"]) == 5
    assert "## Measures of a network" in capsys.readouterr().out
