"""The description of the tables for programs: made from the map, the same bytes, committed."""

import json
from pathlib import Path
from typing import Any

import pytest

from coopgraph.tables.column_map import TABLES
from coopgraph.tables.datapackage import spell_datapackage

COMMITTED = Path(__file__).parents[2] / "data" / "datapackage.json"
PACKAGE: dict[str, Any] = json.loads(spell_datapackage())  # Any: JSON of many depths
RESOURCES = {resource["name"]: resource for resource in PACKAGE["resources"]}


def test_the_committed_file_is_the_one_made_from_the_map() -> None:
    assert COMMITTED.read_text(encoding="utf-8") == spell_datapackage(), "run: coopgraph fmt"


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_described_with_its_columns(name: str) -> None:
    schema = RESOURCES[name]["schema"]
    assert tuple(field["name"] for field in schema["fields"]) == TABLES[name].header
    assert schema["primaryKey"] == ["id"]
    assert all(field["title"] and field["title_fr"] for field in schema["fields"])


def test_references_to_one_table_are_foreign_keys() -> None:
    keys = {
        key["fields"][0]: key["reference"] for key in RESOURCES["places"]["schema"]["foreignKeys"]
    }
    assert keys["within"] == {"resource": "", "fields": ["id"]}
    assert keys["coordinates_source"] == {"resource": "sources", "fields": ["id"]}
    to_any = RESOURCES["citations"]["schema"]["foreignKeys"]
    assert [key["fields"] for key in to_any] == [["source"]]


def test_every_foreign_key_names_a_table() -> None:
    for resource in PACKAGE["resources"]:
        for key in resource["schema"]["foreignKeys"]:
            assert (key["reference"]["resource"] or resource["name"]) in TABLES


def test_types_are_those_of_table_schema() -> None:
    fields = [field for resource in PACKAGE["resources"] for field in resource["schema"]["fields"]]
    assert {field["type"] for field in fields} == {"string", "date", "integer", "number", "boolean"}
