from typing import Any

import pytest

from coopgraph.errors import MissingExtra
from coopgraph.network.measures import engines
from coopgraph.network.measures.engines import IGRAPH_FROM, choose_engine


def test_auto_takes_igraph_for_large_networks_only() -> None:
    assert choose_engine("auto", IGRAPH_FROM - 1) == "networkx"
    assert choose_engine("auto", IGRAPH_FROM) == "igraph"
    assert choose_engine("networkx", IGRAPH_FROM) == "networkx"
    assert choose_engine("igraph", 1) == "igraph"


def test_without_igraph_auto_does_without_and_igraph_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(engines, "has_igraph", lambda: False)
    assert choose_engine("auto", IGRAPH_FROM) == "networkx"
    with pytest.raises(MissingExtra, match=r"coopgraph\[igraph\]"):
        choose_engine("igraph", 1)


def test_another_engine_is_refused() -> None:
    wrong: Any = "abacus"  # what a caller without types may give
    with pytest.raises(ValueError, match="abacus"):
        choose_engine(wrong, 1)
