"""The tables of `data/`, read by the csv module alone: facts are tested apart from our code."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from coopgraph.tables.column_map import TABLES


@pytest.fixture(scope="session")
def data_folder() -> Path:
    return Path(__file__).parents[2] / "data"


def read(folder: Path) -> dict[str, dict[str, dict[str, str]]]:
    """Return table → id → row; of two rows with one id, the last."""
    found = {}
    for name in TABLES:
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            found[name] = {row["id"]: row for row in csv.DictReader(file)}
    return found


@pytest.fixture(scope="session")
def tables(data_folder: Path) -> dict[str, dict[str, dict[str, str]]]:
    return read(data_folder)


@pytest.fixture(scope="session")
def article() -> dict[str, dict[str, dict[str, str]]]:
    """Return the tables of the article alone, before other sources came in."""
    return read(Path(__file__).parents[1] / "fixtures" / "seed")
