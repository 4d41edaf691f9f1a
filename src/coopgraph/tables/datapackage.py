"""Describe the tables for other programs: ``datapackage.json``, made from the column map.

A Frictionless Data Package with one Table Schema for each table. Titles and descriptions are in
English, those in French stand beside them as ``title_fr`` and ``description_fr``; ``rdfType`` is
the IRI of the class or property of the ontology.

>>> field = spell_field(TABLES["terms"].column("when"))
>>> field["type"], field["rdfType"], field["constraints"]
('string', 'https://w3id.org/coopgraph/ns#when', {'required': True})

It says nothing of the rows (no counts, no checksums), so it changes only with the column map. The
check of coopgraph is stricter than what a Table Schema can say.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from coopgraph.identifiers import scheme_iri
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.columns import Column, Table
from coopgraph.vocabulary import expand

__all__ = ["PACKAGE_NAME", "spell_datapackage", "spell_field"]

PACKAGE_NAME: Final = "coopgraph-tables"
_TYPES: Final = {"day": "date", "integer": "integer", "decimal": "number", "boolean": "boolean"}
_ID_PATTERN: Final = "[a-z0-9]+([-.][a-z0-9]+)*"


def spell_datapackage(tables: Mapping[str, Table] = TABLES) -> str:
    """Return the text of ``datapackage.json``."""
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "profile": "tabular-data-package",
        "name": PACKAGE_NAME,
        "title": "Tables of Franco-Québécois cooperation",
        "title_fr": "Tables de la coopération franco-québécoise",
        "description": "One row is one node of the graph. Made from the column map: edit that.",
        "description_fr": "Une ligne est un nœud du graphe. Produit à partir de la carte des"
        " colonnes : c’est elle qu’il faut modifier.",
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "path": "https://creativecommons.org/licenses/by/4.0/",
                "title": "Creative Commons Attribution 4.0",
            }
        ],
        "resources": [_spell_table(table) for table in tables.values()],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def spell_field(column: Column) -> dict[str, object]:
    """Return the description of one column as a field of a Table Schema."""
    field: dict[str, object] = {"name": column.name, "type": _TYPES.get(column.kind, "string")}
    if column.kind == "url":
        field["format"] = "uri"
    if column.kind == "boolean":
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    field |= {"title": column.label_en, "title_fr": column.label_fr}
    if column.help_en:
        field |= {"description": column.help_en, "description_fr": column.help_fr}
    if column.example:
        field["example"] = column.example
    if column.property:
        field["rdfType"] = expand(column.property.removeprefix("^")).value
    if column.kind == "concept":
        field["conceptScheme"] = scheme_iri(column.scheme)
    constraints = _constraints(column)
    return field | ({"constraints": constraints} if constraints else {})


def _constraints(column: Column) -> dict[str, object]:
    constraints: dict[str, object] = {}
    if column.required:
        constraints["required"] = True
    if column.kind == "id":
        constraints["unique"] = True
    if column.kind in ("id", "ref"):
        constraints["pattern"] = _ID_PATTERN
    return constraints


def _spell_table(table: Table) -> dict[str, object]:
    schema: dict[str, object] = {
        "fields": [spell_field(column) for column in table.columns],
        "primaryKey": ["id"],
        "foreignKeys": _foreign_keys(table),
        "missingValues": [""],
    }
    if table.class_:
        schema["rdfType"] = expand(table.class_).value
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "title": table.label_en,
        "title_fr": table.label_fr,
        "description": table.help_en,
        "description_fr": table.help_fr,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "header": True},
        "schema": schema,
    }


def _foreign_keys(table: Table) -> list[dict[str, object]]:
    """Return the references that name one table; those to several tables have no such form."""
    return [
        {
            "fields": [column.name],
            "reference": {
                "resource": "" if column.tables == (table.name,) else column.tables[0],
                "fields": ["id"],
            },
        }
        for column in table.columns
        if column.kind == "ref" and len(column.tables) == 1
    ]
