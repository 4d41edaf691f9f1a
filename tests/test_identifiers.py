"""IRIs are made in one place, and read back as they were made."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.identifiers import (
    concept_iri,
    iri_pattern,
    is_identifier,
    make_identifier,
    record_iri,
    split_iri,
)
from coopgraph.tables.column_map import TABLES

IDENTIFIERS = st.from_regex(r"[a-z0-9]+([-.][a-z0-9]+){0,3}", fullmatch=True)
SEGMENTS = st.sampled_from(sorted({table.segment for table in TABLES.values()} - {""}))


@given(SEGMENTS, IDENTIFIERS)
def test_an_iri_is_read_back(segment: str, identifier: str) -> None:
    iri = record_iri(segment, identifier)
    assert split_iri(iri) == (segment, identifier)
    assert re.match(iri_pattern(segment), iri)


@given(st.text())
def test_a_name_makes_an_id_or_nothing(name: str) -> None:
    made = make_identifier(name)
    assert made == "" or is_identifier(made)


@pytest.mark.parametrize(
    "text", ["", "Dune", "dune_1", "-dune", "dune-", "a--b", "a..b", "dune\n", "d u", "dûne", "a/b"]
)
def test_what_is_no_slug_is_no_id(text: str) -> None:
    assert not is_identifier(text)


@pytest.mark.parametrize("iri", ["https://example.org/a", concept_iri("side", "") + "A", "", "a b"])
def test_an_iri_of_others_is_refused(iri: str) -> None:
    with pytest.raises(ValueError, match="not an IRI"):
        split_iri(iri)
