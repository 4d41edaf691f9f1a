"""What single keys of a dossier become in the tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coopgraph.findings import Finding
from coopgraph.intake.incoming import IncomingRecord, IncomingRow

Read = Callable[[str | bytes], tuple[list[IncomingRecord], list[Finding]]]

_CITED = "sources: [{source: gazette, where: § 1}, {source: echo, where: p2}]"


def _rows(record: IncomingRecord, table: str) -> list[IncomingRow]:
    return [row for row in record.root.walk() if row.table == table]


def _cells(record: IncomingRecord, table: str) -> list[dict[str, str]]:
    return [row.cells for row in _rows(record, table)]


def _one(read: Read, name: str, body: str, *, more: str = "") -> IncomingRecord:
    records, findings = read(f"{name}:\n- {{{body}, {_CITED}}}\n{more}")
    assert [f.text_en for f in findings if f.severity == "error"] == []
    return records[0]


def _agreement(read: Read, body: str) -> IncomingRecord:
    return _one(read, "agreements", f"id: a, kind: entente, title_fr: A, title_en: A, {body}")


def _mission(read: Read, body: str, *, more: str = "") -> IncomingRecord:
    start = "id: m, kind: forum, title_fr: M, title_en: M, status: completed, "
    return _one(read, "missions", start + body, more=more)


def test_signings_and_who_signed(read: Read) -> None:
    body = "signed_dates: [2030-01-01, 2030-02-01], signed: 2030-02-01, inferred: [signed], "
    record = _agreement(
        read, body + "signed_at: port, signatories: [{person: ada, as: maire de D}]"
    )
    assert _cells(record, "signings") == [
        {"when": "2030-01-01", "place": "port"},
        {"when": "2030-02-01", "place": "port"},
    ]
    signed = _rows(record, "signings")[1].children[0]
    assert (signed.parent, signed.cells) == ("signing", {"person": "ada", "role_fr": "maire de D"})


def test_only_the_signing_made_from_signed_is_inferred(read: Read) -> None:
    body = "signed_dates: [2030-01-01], signed: 2030-02, inferred: [signed]"
    cells = _cells(_agreement(read, body), "signings")
    assert cells == [{"when": "2030-01-01"}, {"when": "2030-02", "inferred": "when"}]
    records, findings = read(
        "agreements: [{id: a, kind: entente, title_fr: A, title_en: A, signed: 2030-01-01, "
        f"signed_dates: [2030-01-01], inferred: [signed], {_CITED}}}]"
    )
    assert (len(records), findings) == (1, [])


@pytest.mark.parametrize(
    ("body", "signings"),
    [
        ("signatories: [{person: ada}]", [{}]),
        ("agreed: 2030", [{"kind": "agreed-in-principle", "when": "2030"}]),
        ("issued: 2030, issued_by: [{person: ada}]", [{"kind": "issued", "when": "2030"}]),
        ("signed: null", []),
    ],
)
def test_kinds_of_signing(read: Read, body: str, signings: list[dict[str, str]]) -> None:
    assert _cells(_agreement(read, body), "signings") == signings


def test_terms_and_duration(read: Read) -> None:
    record = _agreement(read, "ends: 2035, duration_years: 5, inferred: [ends]")
    assert _cells(record, "terms") == [{"when": "/2035", "inferred": "when"}]
    (figure,) = _cells(record, "figures")
    assert figure == {"what_fr": "durée", "what_en": "duration", "value": "5", "unit": "years"}


@pytest.mark.parametrize(
    ("body", "terms"),
    [
        ("in_force: 2030-09-01", ["2030-09-01/"]),
        ("in_force: 2030, ends: 2031", ["2030/2031"]),
        ("in_force: 2030~", ["2030~/"]),
        ("in_force: 2030/2032", ["2030/2032"]),
        ("in_force: 2030/..", ["2030/.."]),
        ("in_force_by_side: [{side: france, when: 2030-09-01}]", ["2030-09-01/"]),
        ("ends: 2031", ["/2031"]),
        ("signed: 2031", []),
    ],
)
def test_a_day_of_entry_into_force_is_no_term_of_one_day(
    read: Read, body: str, terms: list[str]
) -> None:
    assert [cells["when"] for cells in _cells(_agreement(read, body), "terms")] == terms


def test_roles_in_an_activity(read: Read) -> None:
    people = "[{actor: a}, {actor: b, as: Coprésident}, {actor: c, as: mayor of Dune}]"
    record = _mission(read, f"status_as_of: 2031-08-13, participants: {people}, organisers: [d]")
    assert _cells(record, "participations") == [
        {"actor": "d", "role": "organiser"},
        {"actor": "a", "role": "participant"},
        {"actor": "b", "role": "co-chair"},
        {"actor": "c", "role": "participant", "as_en": "mayor of Dune"},
    ]
    assert "inferred" not in record.root.cells


def test_the_day_of_a_status(read: Read) -> None:
    record = _mission(read, "status_as_of: 2023~")
    assert record.root.cells["status_as_of"] == "2023-12-31"
    assert record.root.cells["inferred"] == "status_as_of"
    assert "2023" in record.root.cells["note_en"]
    source = "sources: [{id: echo, title: E, language: fr, kind: news, published: 2031-02}]"
    assert _mission(read, "when: null", more=source).root.cells["status_as_of"] == "2031-02-28"
    assert "status_as_of" not in _mission(read, "when: null").root.cells


@pytest.mark.parametrize(
    ("more", "column", "relations"),
    [
        ("projects: [{id: p}]", "p", []),
        ("programmes: [{id: p}]", "", [{"predicate": "held-under", "object": "p"}]),
        ("", "p", []),
    ],
)
def test_the_whole_of_a_mission(
    read: Read, more: str, column: str, relations: list[dict[str, str]]
) -> None:
    records, _ = read(
        "missions:\n- {id: m, kind: forum, title_fr: M, title_en: M, status: planned, "
        f"of: p, {_CITED}}}\n{more}"
    )
    assert records[0].root.cells.get("part_of", "") == column
    assert _cells(records[0], "relations") == relations


def test_sessions_have_a_series(read: Read) -> None:
    cells = _mission(read, "session_number: 3").root.cells
    assert (cells["number"], cells.get("series")) == ("3", None)
    titled = _one(
        read,
        "missions",
        "id: rapm-3, kind: summit, title_fr: R, title_en: R, status: planned, session_number: 3",
    )
    assert (titled.root.cells["series"], titled.root.cells["number"]) == ("rapm", "3")


def test_a_number_from_an_inferred_title_is_inferred(read: Read) -> None:
    body = "id: m, kind: forum, title_fr: 2e Forum du sable, title_en: M, status: completed, "
    cells = _one(read, "missions", body + "inferred: [title_fr]").root.cells
    assert cells["number"] == "2"
    assert {"title_fr", "number"} <= {*cells["inferred"].split()}


def test_money(read: Read) -> None:
    budget = (
        "[{amount: 5, currency: CAD, per: 'team, 18 months', approximate: true, from: f, "
        "source: echo, inferred: [currency]}]"
    )
    record = _one(
        read, "programmes", f"id: p, kind: call, title_fr: P, title_en: P, budget: {budget}"
    )
    (row,) = _rows(record, "budgets")
    assert row.cells == {
        **{"kind": "budget", "amount": "5", "currency": "CAD", "qualifier": "approximate"},
        **{"funder": "f", "per": "team", "note_en": "Per: team, 18 months."},
        **{"inferred": "currency", "currency_certain": "false"},
    }
    assert [child.cells for child in row.children] == [{"source": "echo", "locator": "§ 2"}]


def test_grants_without_a_figure(read: Read) -> None:
    grant = "[{amount: null, currency: null, from: fonds, when: 2031, note: no figure}]"
    record = _one(
        read, "projects", f"id: p, title_fr: P, title_en: P, status: ongoing, grants: {grant}"
    )
    (row,) = _rows(record, "awards")
    assert row.parent == "activity"
    assert row.cells == {"funder": "fonds", "when": "2031", "note_en": "no figure"}


def test_counts_and_figures(read: Read) -> None:
    figures = "[{what: participants from France, value: 9, since: 1968}]"
    body = f"participants_count: 20, count_qualifier: at-least, films_count: 4, figures: {figures}"
    told, participants, films = _cells(_mission(read, body), "figures")
    assert (participants["value"], participants["qualifier"]) == ("20", "at-least")
    assert (films["value"], films.get("qualifier")) == ("4", None)
    assert told == {
        **{"what_fr": "participants de France", "what_en": "participants from France"},
        **{"value": "9", "unit": "persons", "side": "france", "when": "1968/"},
    }


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        ("Merged with its neighbours.", "merged"),
        ("Issue d’une fusion.", "merged"),
        ("Renamed by law.", "renamed"),
        ("Scindée en deux.", "split"),
        ("Same body under a new name: see conflicts.", "replaced"),
        ("Emerged in 2031.", "replaced"),
    ],
)
def test_how_one_body_took_the_place_of_another(read: Read, note: str, kind: str) -> None:
    record = _one(
        read, "relations", f'subject: new, predicate: successor-of, object: old, note: "{note}"'
    )
    assert record.root.cells["kind"] == kind


def test_one_body_after_another(read: Read) -> None:
    record = _one(read, "relations", "subject: new, predicate: successor-of, object: old")
    assert record.root.table == "successions"
    assert record.root.cells == {"former": "old", "latter": "new", "kind": "replaced"}
    assert record.key.startswith("relations/")
    assert record.key.endswith(record.digest[:12])


def test_what_is_inferred_must_be_there(read: Read) -> None:
    records, findings = read(
        "places: [{id: p, kind: city, name_fr: P, side: france, within: null, "
        f"inferred: [within], {_CITED}}}]"
    )
    assert [finding.code for finding in findings] == ["W903"]
    assert "inferred" not in records[0].root.cells


def test_notes_go_to_their_language(read: Read) -> None:
    notes = ("The town of Dune", "Le nom de la ville", "Dune 2031")
    bodies = [
        f"- {{id: p{n}, kind: city, name_fr: P, side: france, note: {note}, {_CITED}}}"
        for n, note in enumerate((*notes, "La ville"))
    ]
    records, _ = read("places:\n" + "\n".join(bodies))
    columns = [[c for c in r.root.cells if c.startswith("note")] for r in records]
    assert columns == [["note_en"], ["note_fr"], ["note_fr"], ["note_fr"]]
