"""The closed vocabularies and the reading of the SKOS schemes."""

from __future__ import annotations

import copy
import re
from pathlib import Path

import pytest

from coopgraph.vocabulary import CLASSES, COOP, PREFIXES, PROPERTIES, SH, expand, read_schemes


def test_attribute_is_named_node_of_namespace() -> None:
    assert COOP.hasParty.value == "https://w3id.org/coopgraph/ns#hasParty"
    assert SH["class"].value == "http://www.w3.org/ns/shacl#class"


@pytest.mark.parametrize(
    ("wrong", "right"), [("hasPartie", "hasParty"), ("erliestBegin", "earliestBegin")]
)
def test_misspelt_term_fails_and_names_nearest(wrong: str, right: str) -> None:
    with pytest.raises(AttributeError, match=re.escape(f"nearest: coop:{right}")):
        getattr(COOP, wrong)


def test_vocabulary_knows_its_names_and_survives_copy() -> None:
    assert "when" in COOP
    assert "whenever" not in COOP
    assert set(COOP) == {*CLASSES, *PROPERTIES}
    assert "hasKind" in dir(COOP)
    assert "coop" in repr(COOP)
    assert copy.copy(COOP.when) == COOP.when


def test_no_term_is_written_twice() -> None:
    names = CLASSES + PROPERTIES
    assert len(names) == len(set(names))


@pytest.mark.parametrize("prefix", sorted(PREFIXES))
def test_every_prefix_expands(prefix: str) -> None:
    with pytest.raises(AttributeError):
        expand(f"{prefix}:thisIsNoTermOfAnything")


def test_unknown_prefix_fails() -> None:
    with pytest.raises(KeyError):
        expand("nowhere:term")


def test_schemes_are_sorted_and_themes_are_left_to_the_tables() -> None:
    schemes = read_schemes()
    assert list(schemes) == sorted(schemes)
    assert all(list(concepts) == sorted(concepts) for concepts in schemes.values())
    assert schemes["theme"] == ()
    assert schemes["side"] == ("canada", "france", "joint", "other", "quebec")


def test_schemes_of_another_file(tmp_path: Path) -> None:
    file = tmp_path / "kinds.ttl"
    file.write_text(
        "@prefix s: <https://w3id.org/coopgraph/scheme/> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "s:dune a skos:ConceptScheme .\n"
        "<https://w3id.org/coopgraph/scheme/dune/sable> a skos:Concept ; skos:inScheme s:dune .\n"
    )
    assert read_schemes(file) == {"dune": ("sable",)}
