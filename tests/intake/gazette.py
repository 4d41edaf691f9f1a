"""Incoming records made by hand: two invented files on one small port."""

from hashlib import sha256
from pathlib import Path

from coopgraph.intake.decisions import Decisions
from coopgraph.intake.drafts import Likeness
from coopgraph.intake.incoming import IncomingRecord, IncomingRow
from coopgraph.intake.plan import Plan, make_plan


def row(table: str, parent: str = "", *children: IncomingRow, **cells: str) -> IncomingRow:
    return IncomingRow(table, cells, parent, 3, list(children))


def cited(source: str = "gazette-1", locator: str = "§ 1") -> IncomingRow:
    return row("citations", "record", source=source, locator=locator)


def record(origin: str, root: IncomingRow, key: str = "") -> IncomingRecord:
    digest = sha256(repr(root).encode()).hexdigest()
    name = key or f"{root.table}/{root.cells.get('id', digest[:8])}"
    return IncomingRecord(root, origin, name, digest, f"{origin}.yaml", 2)


def source(origin: str, name: str) -> IncomingRecord:
    return record(origin, row("sources", id=name, title=name, language="fr", kind="news"))


def actor(
    origin: str, name: str, label: str, *children: IncomingRow, **cells: str
) -> IncomingRecord:
    values = {"id": name, "kind": "company", "name_fr": label, "side": "quebec"} | cells
    return record(origin, row("actors", "", cited(f"{origin}-1"), *children, **values))


def mission(origin: str, when: str, *children: IncomingRow, **cells: str) -> IncomingRecord:
    values = {"id": "mission-brume", "kind": "working-visit", "title_fr": "Mission de la Brume"}
    values |= {"title_en": "Mist mission", "when": when, "status": "completed"}
    values |= {"status_as_of": "2031-08-13"} | cells
    return record(origin, row("missions", "", cited(f"{origin}-1"), *children, **values))


def agreement(origin: str, signed: str, *children: IncomingRow) -> IncomingRecord:
    signing = row("signings", "agreement", cited(f"{origin}-1"), when=signed)
    values = {"id": "accord-brume", "kind": "entente", "title_fr": "Accord", "title_en": "Accord"}
    return record(origin, row("agreements", "", cited(f"{origin}-1"), signing, *children, **values))


def no_likeness(_known: object, _records: object, _decisions: Decisions) -> list[Likeness]:
    return []


def plan_of(folder: Path, *records: IncomingRecord) -> Plan:
    """Plan without looking for likenesses; both sources are there."""
    sources = [source("gazette", "gazette-1"), source("bulletin", "bulletin-1")]
    return make_plan([*sources, *records], folder, matcher=no_likeness)


def outcomes(plan: Plan) -> dict[str, str]:
    """Return the outcome of each record, by file and key, sources left out."""
    return {
        f"{entry.record.origin}:{entry.record.key}": entry.outcome
        for entry in plan.entries
        if entry.record.root.table != "sources"
    }


def codes(plan: Plan) -> list[str]:
    return [finding.code for entry in plan.entries for finding in entry.findings]
