"""French typography: what changes, what must not, and that doing it twice changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.tables.column_map import COLUMNS
from coopgraph.tables.typography import is_ours, typeset_french

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("l'accord d'Exemple", "l’accord d’Exemple"),
        ("Qui ? Lui !", f"Qui{NBSP}? Lui{NBSP}!"),
        ("« Dune »", f"«{NBSP}Dune{NBSP}»"),
        ("Date : 2031 ; lieu : Port-Dune", f"Date{NBSP}: 2031{NBSP}; lieu{NBSP}: Port-Dune"),
        ("à 12:30", "à 12:30"),
        ("voir https://example.org/l'an?x : oui", f"voir https://example.org/l'an?x{NBSP}: oui"),
        ("", ""),
    ],
)
def test_spaces_and_apostrophes(before: str, after: str) -> None:
    assert typeset_french(before) == after


@given(st.text())
def test_twice_is_once(text: str) -> None:
    once = typeset_french(text)
    assert typeset_french(once) == once


def test_names_and_english_are_left_alone() -> None:
    assert is_ours(COLUMNS["title_fr"])
    assert is_ours(COLUMNS["note_fr"])
    assert not any(is_ours(COLUMNS[name]) for name in ("name_fr", "title_en", "title", "locator"))
