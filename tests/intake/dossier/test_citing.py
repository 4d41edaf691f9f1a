"""Locators, their hints, and what a source of a dispute or a remark points at."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coopgraph.findings import Finding
from coopgraph.intake.dossier.locators import Locator, normal_locator, read_locator
from coopgraph.intake.incoming import IncomingRecord, IncomingRow

Read = Callable[[str | bytes], tuple[list[IncomingRecord], list[Finding]]]


_CITED = "sources: [{source: gazette, where: § 1}, {source: echo, where: p2}]"
_NOWHERE = "endroit non indiqué / place not given"


def _rows(record: IncomingRecord, table: str) -> list[IncomingRow]:
    return [row for row in record.root.walk() if row.table == table]


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("para 1", "§ 1"),
        ("para. 1", "§ 1"),
        ("Par. 1", "§ 1"),
        ("p1", "§ 1"),
        ("p3; p5", "§ 3 ; § 5"),
        ("p1-p3", "§ 1-3"),
        ("paras 1–3", "§ 1-3"),
        ("title and para 4", "title and § 4"),
        ("title", "title"),
        ("p. 12", "p. 12"),
        ("last para", "last para"),
        ("para on the port", "para on the port"),
        ("§ 5 ; § 6", "§ 5 ; § 6"),
        ("caption; question 3", "caption; question 3"),
    ],
)
def test_equal_places_are_spelt_alike(text: str, normal: str) -> None:
    assert normal_locator(text) == normal
    assert normal_locator(normal) == normal


@pytest.mark.parametrize(
    ("text", "locator"),
    [
        ("p2 (when, budget)", Locator("§ 2", ("when", "budget"))),
        ("p2 (when, led_to fete-dune)", Locator("§ 2", ("when", "led_to"))),
        ("p2 (when, rank)", Locator("§ 2 (rank)", ("when",))),
        ("p2 (budget of 2005)", Locator("§ 2 (budget of 2005)")),
        ("p2 (signed by some, not listed)", Locator("§ 2 (signed by some, not listed)")),
        ("p2 (existence)", Locator("§ 2 (existence)")),
        ("p2 (name)", Locator("§ 2 (name)")),
        ("(when)", Locator("(when)")),
    ],
)
def test_a_hint_names_keys_of_the_record(text: str, locator: Locator) -> None:
    assert read_locator(text, ["when", "budget", "led_to", "signed"]) == locator


def test_a_hint_is_a_citation_of_columns(read: Read) -> None:
    records, findings = read(
        "actors: [{id: d, kind: company, name_fr: D, side: france, acronym: DU, place: port, "
        "existence: 2030/.., sources: [{source: echo, where: 'p2 (existence, place, acronym)'}]}]"
    )
    assert findings == []
    (record,) = records
    cells = [row.cells for row in record.root.children if row.table == "citations"]
    whole = {"source": "echo", "locator": "§ 2"}
    assert cells == [whole, {**whole, "column": "existence"}, {**whole, "column": "place"}]
    (name,) = _rows(record, "names")
    assert [row.cells for row in name.children] == [whole, {**whole, "column": "name"}]


def test_equal_places_of_one_source_are_cited_once(read: Read) -> None:
    records, _ = read(
        "places: [{id: d, kind: city, name_fr: D, side: france, "
        "sources: [{source: echo, where: p2}, {source: echo, where: para 2}]}]"
    )
    assert len(_rows(records[0], "citations")) == 1


def test_what_sources_say_differently(read: Read) -> None:
    actor = f"actors: [{{id: d, kind: company, name_fr: D, side: france, {_CITED}}}]\n"
    says = "[{source: echo, value: '2030'}, {source: affiche, value: '2031'}]"
    records, findings = read(
        f"{actor}conflicts: [{{what: Year of the fair, about: d, says: {says}, settled: '2031'}}]"
    )
    assert findings == []
    root = records[1].root
    assert root.cells == {
        "question_en": "Year of the fair",
        "question_fr": "Year of the fair",
        "inferred": "question_fr",
    }
    claims = _rows(records[1], "claims")
    assert [row.cells["standing"] for row in claims] == ["not-retained", "retained"]
    assert [row.children[0].cells["locator"] for row in claims] == [
        "§ 2",
        "endroit non indiqué / place not given",
    ]
    assert [row.cells["record"] for row in _rows(records[1], "concerns")] == ["d"]


def _claims(read: Read, about: str) -> list[tuple[str, str]]:
    actor = "{{id: {0}, kind: company, name_fr: D, side: france, sources: [{1}]}}"
    first = actor.format("d", "{source: echo, where: p2}, {source: page, where: p1}")
    second = actor.format("e", "{source: echo, where: p2}, {source: radio, where: p3}")
    third = actor.format("f", "{source: radio, where: p4}, {source: affiche, where: title}")
    says = ", ".join(
        f"{{source: {source}, value: '{n}'}}"
        for n, source in enumerate(("echo", "page", "radio", "affiche"))
    )
    records, _ = read(
        f"actors: [{first}, {second}, {third}]\n"
        f"conflicts: [{{what: Year of the fair, about: {about}, says: [{says}]}}]"
    )
    claims = _rows(records[-1], "claims")
    return [(row.cells.get("record", ""), row.children[0].cells["locator"]) for row in claims]


def test_a_claim_speaks_of_the_one_record_that_cites_its_source(read: Read) -> None:
    assert _claims(read, "[d, e]") == [("", "§ 2"), ("d", "§ 1"), ("e", "§ 3"), ("", "title")]


def test_where_a_claim_stands_is_told_by_the_file_or_not_at_all(read: Read) -> None:
    assert [place for _, place in _claims(read, "[d]")] == ["§ 2", "§ 1", _NOWHERE, "title"]


def test_a_dispute_without_record_is_remarked(read: Read) -> None:
    records, (finding,) = read(
        "conflicts: [{what: Year of the fair, says: [{source: echo, value: '1'}]}]"
    )
    assert (len(records), finding.code, finding.line) == (1, "W906", 1)


@pytest.mark.parametrize(
    ("note", "remarked"),
    [
        ("Day disputed, see conflicts.", True),
        ("Autre fonds : voir les conflits.", True),
        ("Figures are in dune.yaml", True),
        ("(Two records of this file merged.)", True),
        ("L'identifiant dit sable.", True),
        ("A third partner, no record here.", True),
        ("Held in spite of a record of entries and a conflict.", False),
    ],
)
def test_a_note_that_points_into_the_file_is_remarked(
    read: Read, note: str, remarked: bool
) -> None:
    (record,), findings = read(
        f'places: [{{id: p, kind: city, name_fr: P, side: france, note: "{note}", {_CITED}}}]'
    )
    assert [finding.code for finding in findings] == ["W907"] * remarked
    assert note in record.root.cells.values()
