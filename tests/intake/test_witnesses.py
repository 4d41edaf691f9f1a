"""Who vouches for what: citations of the side that loses, marks of what was deduced."""

from pathlib import Path

import pytest
from tests.intake.gazette import actor, agreement, cited, mission, plan_of, record, row

from coopgraph.intake.apply import apply_plan
from coopgraph.intake.incoming import IncomingRecord
from coopgraph.intake.plan import Plan


def cited_by(plan: Plan, name: str) -> set[tuple[str, str]]:
    rows = plan.tables.rows["citations"].values()
    return {(cells["source"], cells["column"]) for cells in rows if cells["record"] == name}


def claims(plan: Plan, name: str = "mission-brume") -> list[dict[str, str]]:
    return [cells for cells in plan.tables.rows["claims"].values() if cells["record"] == name]


def standings(plan: Plan, name: str = "mission-brume") -> list[tuple[str, str, str]]:
    return [(cells["column"], cells["value"], cells["standing"]) for cells in claims(plan, name)]


@pytest.mark.parametrize("other", ["2031-05", "2031"])
def test_sources_of_the_other_date_vouch_for_the_shared_cells_only(dune: Path, other: str) -> None:
    plan = plan_of(dune, mission("bulletin", "2031-04"), mission("gazette", other))
    found = cited_by(plan, "mission-brume")
    assert ("bulletin-1", "") in found
    assert ("gazette-1", "") not in found
    assert ("gazette-1", "when") not in found
    assert ("gazette-1", "kind") in found


def test_a_displaced_date_takes_along_those_who_gave_it(dune: Path) -> None:
    plan = plan_of(dune, mission("bulletin", "2031"), mission("gazette", "2031-04"))
    [claim] = claims(plan)
    assert cited_by(plan, claim["id"]) == {("bulletin-1", "")}
    assert "bulletin-1" in claim["reason_fr"]
    assert "gazette" not in claim["reason_fr"]
    found = cited_by(plan, "mission-brume")
    assert ("gazette-1", "") in found
    assert ("bulletin-1", "") not in found
    assert ("bulletin-1", "status") in found


def test_a_row_of_the_tables_is_believed_on_the_citations_of_the_cell(dune: Path) -> None:
    own = row("citations", "record", source="bulletin-1", locator="§ 9", column="when")
    old = mission("gazette", "2031", own)
    apply_plan(plan_of(dune, old), dune)
    later = mission("bulletin", "2031-04", cited("gazette-1", "§ 7"))
    plan = plan_of(dune, old, later)
    [claim] = claims(plan)
    assert cited_by(plan, claim["id"]) == {("bulletin-1", "")}


@pytest.mark.parametrize("stated_first", [True, False])
def test_what_is_stated_stands_against_what_was_deduced(dune: Path, stated_first: bool) -> None:
    stated, deduced = {"when": "2031-05"}, {"when": "2031-04", "inferred": "when"}
    one, other = (stated, deduced) if stated_first else (deduced, stated)
    plan = plan_of(dune, mission("bulletin", **one), mission("gazette", **other))
    known = plan.tables.rows["missions"]["mission-brume"]
    assert (known["when"], known["inferred"]) == ("2031-05", "")
    [claim] = claims(plan)
    assert (claim["value"], claim["standing"]) == ("2031-04", "not-retained")
    assert (claim["inferred"], claim["dispute"]) == ("value", "")
    assert claim["reason_fr"].startswith("Déduit")


def read_again(origin: str, when: str) -> IncomingRecord:
    values = {"id": "mission-brume", "kind": "working-visit", "title_fr": "Mission de la Brume"}
    values |= {"title_en": "Mist mission", "when": when, "status": "completed"}
    values |= {"status_as_of": "2031-08-13"}
    return record(origin, row("missions", "", cited("gazette-1"), **values))


@pytest.mark.parametrize(
    ("first", "second", "stands"),
    [("2031-04", "2031-05", "2031-04"), ("2031", "2031-05", "2031-05")],
)
def test_two_readers_of_one_page_contradict_nobody(
    dune: Path, first: str, second: str, stands: str
) -> None:
    plan = plan_of(dune, read_again("bulletin", first), read_again("gazette", second))
    known = plan.tables.rows["missions"]["mission-brume"]
    assert known["when"] == stands
    assert claims(plan) == []
    assert "Lu aussi" in known["note_fr"]
    assert "Also read as" in known["note_en"]


def dispute(*claimed: str) -> IncomingRecord:
    answers = [
        row("claims", "dispute", cited("bulletin-1"), value=value, standing="undecided")
        for value in claimed
    ]
    about = row("concerns", "dispute", cited("bulletin-1"), record="mission-brume")
    cells = {"question_fr": "Quel jour ?", "question_en": "Which day?"}
    root = row("disputes", "", cited("bulletin-1"), about, *answers, **cells)
    return record("bulletin", root, "disputes/jour")


def test_an_open_question_is_not_answered_by_a_finer_date(dune: Path) -> None:
    asked = dispute("7 avril 2031", "un samedi d’avril")
    plan = plan_of(dune, asked, mission("bulletin", "2031"), mission("gazette", "2031-04-07"))
    assert plan.tables.rows["missions"]["mission-brume"]["when"] == "2031"
    [claim] = claims(plan)
    assert (claim["value"], claim["standing"]) == ("2031-04-07", "not-retained")
    assert "Quel jour" in claim["reason_fr"]


def test_a_question_about_something_else_is_no_obstacle(dune: Path) -> None:
    asked = dispute("douze personnes", "quinze personnes")
    plan = plan_of(dune, asked, mission("bulletin", "2031"), mission("gazette", "2031-04-07"))
    assert plan.tables.rows["missions"]["mission-brume"]["when"] == "2031-04-07"


def test_a_question_that_was_asked_is_not_asked_again(dune: Path) -> None:
    def counted(origin: str, value: str) -> IncomingRecord:
        own = cited(f"{origin}-1")
        return mission(origin, "2031", row("figures", "record", own, what_fr="élus", value=value))

    answer = row("claims", "dispute", cited("gazette-1"), value="37 (discours)")
    answer.cells["standing"] = "undecided"
    asked = dispute("34")
    asked.root.children.append(answer)
    plan = plan_of(dune, asked, counted("bulletin", "34"), counted("gazette", "37"))
    assert [n for n in plan.tables.rows["disputes"] if "brume" in n] == ["mission-brume.dispute.1"]
    assert standings(plan, "mission-brume.figure.1") == [("value", "37", "not-retained")]


@pytest.mark.parametrize(("source", "marked"), [("gazette-1", "when"), ("bulletin-1", "")])
def test_only_another_source_takes_the_mark_away(dune: Path, source: str, marked: str) -> None:
    cells = {"id": "accord-brume", "kind": "entente", "title_fr": "Accord", "title_en": "Accord"}
    signing = row("signings", "agreement", cited(), when="2031", inferred="when")
    first = record("bulletin", row("agreements", "", cited(), signing, **cells))
    again = row("signings", "agreement", cited(source), when="2031")
    plan = plan_of(dune, first, record("gazette", row("agreements", "", cited(), again, **cells)))
    assert plan.tables.rows["signings"]["accord-brume.signing.1"]["inferred"] == marked


def test_parties_that_each_file_lacks_are_remarked(dune: Path) -> None:
    def between(origin: str, *actors: str) -> IncomingRecord:
        return agreement(origin, "2031", *(row("parties", "agreement", actor=a) for a in actors))

    plan = plan_of(
        dune,
        actor("bulletin", "quai", "Quai"),
        between("bulletin", "centre-exemple", "quai"),
        between("gazette", "centre-exemple", "institut-exemple"),
    )
    codes = [finding.code for entry in plan.entries for finding in entry.findings]
    assert [code for code in codes if code != "W939"] == ["W936"]
    assert len([n for n in plan.tables.rows["parties"] if n.startswith("accord-brume")]) == 3
    assert plan.complete


def test_one_tie_told_from_both_ends_is_one(dune: Path) -> None:
    def tie(origin: str, subject: str, predicate: str, other: str) -> IncomingRecord:
        cells = {"subject": subject, "predicate": predicate, "object": other}
        return record(origin, row("relations", "", cited(f"{origin}-1"), **cells))

    plan = plan_of(
        dune,
        tie("bulletin", "centre-exemple", "supervises", "institut-exemple"),
        tie("gazette", "institut-exemple", "supervised-by", "centre-exemple"),
    )
    [name] = [n for n in plan.tables.rows["relations"] if "supervise" in n]
    assert cited_by(plan, name) == {("bulletin-1", ""), ("gazette-1", "")}


def test_an_outcome_of_a_mission_and_of_an_agreement_is_no_question(dune: Path) -> None:
    def result(origin: str, whole: str) -> IncomingRecord:
        cells = {"id": "fruit", "kind": "agreement", "title_fr": "Fruit", "title_en": "Fruit"}
        cells |= {"of": whole, "status": "achieved", "status_as_of": "2031-08-13"}
        return record(origin, row("outcomes", "", cited(f"{origin}-1"), **cells))

    visit, treaty = mission("bulletin", "2031"), agreement("bulletin", "2031")
    plan = plan_of(
        dune, visit, treaty, result("bulletin", "mission-brume"), result("gazette", "accord-brume")
    )
    assert plan.tables.rows["outcomes"]["fruit"]["of"] == "mission-brume"
    assert plan.tables.rows["relations"]["fruit.falls-within.1"]["object"] == "accord-brume"
    assert [n for n in plan.tables.rows["disputes"] if n.startswith("fruit")] == []


def test_a_stated_day_of_the_status_beats_a_deduced_one(dune: Path) -> None:
    later = mission("bulletin", "2031", status_as_of="2031-12-31", inferred="status_as_of")
    plan = plan_of(dune, later, mission("gazette", "2031"))
    known = plan.tables.rows["missions"]["mission-brume"]
    assert (known["status_as_of"], known["inferred"]) == ("2031-08-13", "")
