"""The files that come with coopgraph are found, in a checkout and in a wheel."""

from pathlib import Path

import pytest

from coopgraph import shipped
from coopgraph.errors import CoopgraphError
from coopgraph.shipped import shipped_folder


def test_both_folders_are_found() -> None:
    assert (shipped_folder("data") / "missions.csv").is_file()
    assert (shipped_folder("ontology") / "coopgraph.ttl").is_file()


def test_a_wheel_keeps_them_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "coopgraph" / "shipped" / "data"
    inside.mkdir(parents=True)
    monkeypatch.setattr(shipped, "__file__", str(tmp_path / "coopgraph" / "shipped.py"))
    assert shipped_folder("data") == inside


def test_an_installation_that_is_not_complete_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shipped, "__file__", str(tmp_path / "a" / "b" / "shipped.py"))
    with pytest.raises(CoopgraphError) as caught:
        shipped_folder("data")
    assert "data/" in caught.value.text("en")
    assert "introuvable" in caught.value.text("fr")
