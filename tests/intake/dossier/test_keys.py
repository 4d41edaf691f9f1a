"""Every key of the format is read, and what it says lands in a row."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest

from coopgraph.findings import Finding
from coopgraph.intake.dossier.keys import KEYS, REQUIRED
from coopgraph.intake.incoming import IncomingRecord, IncomingRow
from coopgraph.tables.column_map import TABLES

Read = Callable[[str | bytes], tuple[list[IncomingRecord], list[Finding]]]
Value = str | list[str] | list[dict[str, str]] | dict[str, str] | list[dict[str, object]]

_CITED: list[dict[str, str]] = [{"source": "gazette", "where": "§ 1"}]
_MONEY = [{"amount": "10", "currency": "CAD", "side": "quebec", "per": "year"}]
_COMMON: dict[str, Value] = {
    "sources": _CITED,
    "note": "le texte de la page",
    "title_fr": "Titre",
    "title_en": "Title",
    "name_fr": "Nom",
    "name_en": "Name",
    "when": "2031",
    "status_as_of": "2031-08~",
    "figures": [{"what": "jobs", "value": "3"}],
    "budget": _MONEY,
    "cost": _MONEY,
    "themes": ["sable"],
    "places": ["port-dune"],
    "names": [{"name": "Ancien nom", "when": "2030"}],
    "other_names": ["Autre nom"],
    "other_titles": ["Autre titre"],
    "attested": ["2031-08-13"],
    "batch": "true",
    "count_qualifier": "at-least",
    "count_unit": "students",
    "count_as_of": "2031-08-13",
    "existence": "2030/..",
    "led_to": ["suite-dune"],
    "followed_by": ["suite-dune"],
}
_NUMBERS = (
    *("count", "participants_count", "participants_from_quebec_count", "films_count", "ordinal"),
    *("guests_count", "towns_count", "places_count", "projects_count", "agreements_count"),
    *("funded_projects_count", "duration_years", "session_number", "lat", "lon"),
)
_COMMON |= dict.fromkeys(_NUMBERS, "3")
_COMMON |= {"agreements_count": "4", "projects_count": "4"}  # they stand for count if it is absent
_OWN: dict[str, dict[str, Value]] = {
    "sources": {"kind": "news", "title": "Dune", "url": "https://example.org/", "language": "fr"},
    "places": {"kind": "city", "within": "pays-dune", "side": "france", "inferred": ["within"]},
    "actors": {
        **{"kind": "company", "acronym": "D", "place": "port-dune", "side": "france"},
        **{"part_of": "groupe-dune", "url": "https://example.org/", "inferred": ["place"]},
        "identifiers": {"wikidata": "Q0"},
    },
    "themes": {
        "label_fr": "Sable",
        "label_en": "Sand",
        "broader": "terre",
        "inferred": ["broader"],
    },
    "agreements": {
        **{"kind": "entente", "signed": "2030-02", "signed_at": "port-dune", "agreed": "2029"},
        **{"signed_dates": ["2030-01-01"], "issued": "2030-03", "in_force": "2030/.."},
        **{"issued_by": [{"person": "ada"}], "signatories": [{"person": "bo", "for": "dune"}]},
        **{"in_force_by_side": [{"side": "france", "when": "2031"}], "ends": "2035"},
        **{"parties": ["dune"], "amends": "a", "replaces": "b", "renews": "c", "part_of": "d"},
        **{"status": "signed", "inferred": ["signed"]},
    },
    "missions": {
        **{"kind": "forum", "kind_detail": "ceremony", "organisers": ["dune"], "under": "a"},
        **{"participants": [{"actor": "ada", "as": "maire de Dune"}], "funded_by": "fonds"},
        **{"postponed_from": ["2030-06"], "of": "projet", "part_of": "grande-mission"},
        **{"status": "completed", "inferred": ["when"]},
    },
    "programmes": {
        **{"kind": "call", "acronym": "F", "operators": ["dune"], "part_of": "fonds"},
        **{"opens": "2031-01", "closes": "2031-03", "inferred": ["closes"]},
        "funded_projects_by_region": {"Ouest": "2"},
    },
    "projects": {
        **{"partners": [{"actor": "dune", "as": "lead"}], "funded_by": "fonds", "under": "a"},
        **{"grants": [{"amount": "5", "currency": "EUR", "from": "fonds"}], "part_of": "b"},
        **{"status": "ongoing", "inferred": ["under"]},
    },
    "roles": {
        **{"person": "ada", "organisation": "dune", "role_fr": "mairesse", "role_en": "mayor"},
        "inferred": ["when"],
    },
    "outcomes": {
        **{"kind": "event", "kind_detail": "prize", "announced": "2030", "of": "m", "place": "p"},
        **{"beneficiaries": ["dune"], "status": "achieved", "about": "fete", "created": ["bo"]},
        **{"quantity": {"number": "3", "unit": "bicycles"}, "value": _MONEY, "amounts": _MONEY},
        **{"project_cost": _MONEY, "inferred": ["of"]},
        "loans": [{"amount": "10", "currency": "CAD", "lender": "Banque Exemple"}],
    },
    "relations": {
        **{"subject": "dune", "predicate": "twinned-with", "object": "oasis", "amount": "5"},
        **{"currency": "CAD", "per": "participant", "inferred": ["when"]},
    },
    "conflicts": {
        **{"what": "La date de la fête", "about": ["fete"], "settled": "2031"},
        "says": [{"source": "gazette", "value": "2031"}, {"source": "echo", "value": "2030"}],
    },
}
_OWN["sources"] |= {"publisher": "Gazette", "author": "Ada", "published": "2031"}
_OWN["sources"] |= {"inferred": ["published"]}


def _cases() -> Iterator[tuple[str, str]]:
    for name, keys in KEYS.items():
        yield from ((name, key) for key in keys)


def _write(name: str, record: dict[str, Value]) -> str:
    return json.dumps({name: [record]}, ensure_ascii=False)  # JSON is YAML


def _full(name: str) -> dict[str, Value]:
    known: dict[str, Value] = {"id": "dune", **_COMMON, **_OWN[name]}
    return {key: known[key] for key in KEYS[name]}


def _shape(row: IncomingRow) -> tuple[object, ...]:
    return (row.table, row.cells, row.parent, [_shape(child) for child in row.children])


@pytest.mark.parametrize("name", sorted(KEYS))
def test_a_full_record_is_read_without_a_word(read: Read, name: str) -> None:
    records, findings = read(_write(name, _full(name)))
    assert [(finding.text_en, finding.value) for finding in findings] == []
    (record,) = records
    for row in record.root.walk():
        columns = {*TABLES[row.table].header}
        assert {*row.cells} <= columns
        assert not row.parent or row.parent in columns
        assert all(row.cells.get(column) for column in row.cells.get("inferred", "").split())


@pytest.mark.parametrize(("name", "key"), list(_cases()))
def test_every_key_lands_in_a_row(read: Read, name: str, key: str) -> None:
    whole = _full(name)
    if name == "outcomes" and key == "count_qualifier":
        del whole["agreements_count"]
    (record,), _ = read(_write(name, whole))
    less = {other: value for other, value in whole.items() if other != key}
    shorter, findings = read(_write(name, less))
    if key in REQUIRED[name]:
        assert (shorter, "E906" in [finding.code for finding in findings]) == ([], True)
    else:
        assert _shape(shorter[0].root) != _shape(record.root)


@pytest.mark.parametrize("name", sorted(set(KEYS) - {"sources", "themes"}))
def test_every_row_cites_a_source(read: Read, name: str) -> None:
    (record,), _ = read(_write(name, _full(name)))
    for row in record.root.walk():
        if row.table != "citations":
            cited = [child.cells for child in row.children if child.table == "citations"]
            assert cited, row
            assert all(cells["source"] and cells["locator"] for cells in cited)
