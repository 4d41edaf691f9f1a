"""Figures in both languages, and what of them was only foretold."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coopgraph.findings import Finding
from coopgraph.intake.dossier.measures import Measure, read_measure
from coopgraph.intake.incoming import IncomingRecord

Read = Callable[[str | bytes], tuple[list[IncomingRecord], list[Finding]]]


_CITED = "sources: [{source: gazette, where: § 1}]"


@pytest.mark.parametrize(
    ("what", "measure"),
    [
        ("participants", Measure("participants", "participants", "persons")),
        (
            "signatory-institutions-france",
            Measure(
                "établissements signataires de France",
                "signatory institutions from France",
                "organisations",
                "france",
            ),
        ),
        ("jobs in Québec", Measure("emplois au Québec", "jobs in Québec", "jobs")),
        ("entreprises", Measure("entreprises", "companies", "companies")),
        ("countries", Measure("pays", "countries", "countries")),
        ("castles-of-sand", Measure("", "castles of sand")),
        ("châteaux de sable", Measure("châteaux de sable", "")),
    ],
)
def test_measures(what: str, measure: Measure) -> None:
    assert read_measure(what) == measure


def _figures(read: Read, body: str) -> list[dict[str, str]]:
    records, findings = read(
        "outcomes: [{id: o, kind: contract, title_fr: O, title_en: O, status_as_of: 2031-01-01, "
        f"{body}, {_CITED}}}]"
    )
    assert [f.text_en for f in findings if f.severity == "error"] == []
    return [row.cells for row in records[0].root.walk() if row.table == "figures"]


@pytest.mark.parametrize(
    "body",
    [
        "quantity: {number: 3, unit: bicycles}",
        "count: 3, batch: true, count_qualifier: at-least",
        "figures: [{what: jobs, value: 3}]",
    ],
)
@pytest.mark.parametrize(("status", "announced"), [("announced", "true"), ("achieved", None)])
def test_what_was_announced_is_no_fact(
    read: Read, body: str, status: str, announced: str | None
) -> None:
    (cells,) = _figures(read, f"status: {status}, {body}")
    assert cells.get("announced") == announced
    assert cells["what_fr"]
    assert cells["what_en"]


def _project(read: Read, body: str) -> dict[str, str]:
    records, _ = read(f"projects: [{{id: p, title_fr: P, title_en: P, {body}, {_CITED}}}]")
    return records[0].root.cells


def test_what_goes_on_does_so_until_its_end(read: Read) -> None:
    cells = _project(read, "status: ongoing, when: 2030/2031-06, status_as_of: 2031")
    assert (cells["status_as_of"], cells["inferred"]) == ("2031-06-30", "status_as_of")
    cells = _project(read, "status: ongoing, when: 2030/2031-06, status_as_of: 2031-08-01")
    assert cells["status_as_of"] == "2031-08-01"


def test_notes_are_sentences(read: Read) -> None:
    cells = _project(read, "status: ongoing, status_as_of: 2031~, note: the sand of the port")
    assert cells["note_en"].startswith("the sand of the port. Date of the status: ")
    assert cells["note_fr"].startswith("Date de l’état")


def test_dates_first_planned_make_one_sentence(read: Read) -> None:
    records, _ = read(
        "missions: [{id: m, kind: forum, title_fr: M, title_en: M, status: completed, "
        f"status_as_of: 2031-01-01, postponed_from: ['2029', '2030'], {_CITED}}}]"
    )
    cells = records[0].root.cells
    assert cells["note_en"] == "Postponed; dates first planned: 2029, 2030."
    assert cells["note_fr"] == "Reportée\u00a0; dates prévues d’abord\u00a0: 2029, 2030."
