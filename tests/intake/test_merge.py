"""What a second file adds to a record that is known, and what it contests."""

from pathlib import Path

import pytest
from tests.intake.gazette import actor, agreement, cited, codes, mission, plan_of, record, row

from coopgraph.intake.incoming import IncomingRecord
from coopgraph.intake.plan import Plan


def rows(plan: Plan, table: str, start: str) -> list[dict[str, str]]:
    return [cells for name, cells in plan.tables.rows[table].items() if name.startswith(start)]


def claims(plan: Plan) -> list[tuple[str, str, str]]:
    found = (*rows(plan, "claims", "mission-brume"), *rows(plan, "claims", "accord-brume"))
    return [(cells["column"], cells["value"], cells["standing"]) for cells in found]


def test_an_empty_cell_is_filled_and_another_name_kept(dune: Path) -> None:
    plan = plan_of(
        dune,
        actor("bulletin", "quai", "Quai de la Brume"),
        actor("gazette", "quai", "Le Quai", name_en="The Quay"),
    )
    assert plan.tables.rows["actors"]["quai"]["name_en"] == "The Quay"
    [name] = rows(plan, "names", "quai")
    assert (name["name"], name["language"], name["kind"]) == ("Le Quai", "fr", "alternative")
    assert rows(plan, "citations", "quai.name.1")[0]["source"] == "gazette-1"
    assert rows(plan, "claims", "quai") == []


def test_notes_are_joined_once(dune: Path) -> None:
    plan = plan_of(
        dune,
        actor("bulletin", "quai", "Quai", note_fr="Un quai"),
        actor("gazette", "quai", "Quai", note_fr="Vu de loin."),
    )
    assert plan.tables.rows["actors"]["quai"]["note_fr"] == "Un quai. Vu de loin."


def test_two_values_become_a_question_and_two_claims(dune: Path) -> None:
    plan = plan_of(dune, mission("bulletin", "2031-04"), mission("gazette", "2031-05"))
    assert plan.tables.rows["missions"]["mission-brume"]["when"] == "2031-04"
    assert claims(plan) == [("when", "2031-04", "retained"), ("when", "2031-05", "not-retained")]
    [dispute] = rows(plan, "disputes", "mission-brume")
    assert "Mission de la Brume" in dispute["question_fr"]
    assert dispute["question_en"].startswith("Two values for “when”")
    cited_by = [
        rows(plan, "citations", f"mission-brume.claim.{number}")[0]["source"] for number in (1, 2)
    ]
    assert cited_by == ["bulletin-1", "gazette-1"]
    assert "gazette" in plan.tables.rows["claims"]["mission-brume.claim.2"]["reason_fr"]


@pytest.mark.parametrize(("first", "second"), [("2031", "2031-04"), ("2031-04", "2031")])
def test_the_more_exact_date_stands_whichever_came_first(
    dune: Path, first: str, second: str
) -> None:
    plan = plan_of(dune, mission("bulletin", first), mission("gazette", second))
    assert plan.tables.rows["missions"]["mission-brume"]["when"] == "2031-04"
    assert claims(plan) == [("when", "2031", "not-retained")]


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("2031-04-12", "2031-04-12", []),
        ("[2030..2031]", "2031-04-12", [("when", "[2030..2031]", "not-retained")]),
        ("2031", "2032", [("when", "2031", "retained"), ("when", "2032", "not-retained")]),
    ],
)
def test_one_signing_is_told_by_two_files(
    dune: Path, first: str, second: str, wanted: list[tuple[str, str, str]]
) -> None:
    plan = plan_of(dune, agreement("bulletin", first), agreement("gazette", second))
    assert len(rows(plan, "signings", "accord-brume")) == 1
    assert claims(plan) == wanted


def test_signings_of_two_kinds_are_two(dune: Path) -> None:
    issued = row("signings", "agreement", cited(), kind="issued", when="2032")
    plan = plan_of(dune, agreement("bulletin", "2031"), agreement("gazette", "2031", issued))
    assert len(rows(plan, "signings", "accord-brume")) == 2
    assert claims(plan) == []


def test_the_more_exact_role_stands(dune: Path) -> None:
    def visit(origin: str, role: str, words: str) -> IncomingRecord:
        cells = {"actor": "centre-exemple", "role": role, "as_fr": words}
        return mission(origin, "2031", row("participations", "activity", **cells))

    plan = plan_of(
        dune, visit("bulletin", "participant", "présent"), visit("gazette", "host", "hôte")
    )
    [party] = rows(plan, "participations", "mission-brume")
    assert (party["role"], party["as_fr"]) == ("host", "présent ; hôte")


def test_figures_of_one_thing_that_differ_are_contested(dune: Path) -> None:
    def counted(origin: str, value: str) -> IncomingRecord:
        figure = row("figures", "record", what_fr="participants", value=value)
        return mission(origin, "2031", figure)

    plan = plan_of(dune, counted("bulletin", "12"), counted("gazette", "15"))
    assert [figure["value"] for figure in rows(plan, "figures", "mission-brume")] == ["12"]
    assert claims(plan) == [("value", "12", "retained"), ("value", "15", "not-retained")]


def test_ids_that_were_used_are_never_given_again(dune: Path) -> None:
    lock = dune / "ids.lock"
    lock.write_text(lock.read_text() + "participations mission-brume.actor.1\n")
    withdrawn = dune / "withdrawals.csv"
    line = "mission-brume.actor.1,participations,,Faux.,Wrong.,,,\n"
    withdrawn.write_text(withdrawn.read_text(encoding="utf-8") + line, encoding="utf-8")
    party = row("participations", "activity", actor="centre-exemple", role="host")
    plan = plan_of(dune, mission("gazette", "2031", party))
    assert [cells["id"] for cells in rows(plan, "participations", "mission-brume")] == [
        "mission-brume.actor.2"
    ]


def test_a_fund_called_an_actor_is_said_as_a_programme(dune: Path) -> None:
    path = dune / "matches.csv"
    decision = "fonds.match.1,actors/fonds,skos:exactMatch,programmes/fonds-brume,"
    text = path.read_text(encoding="utf-8") + decision + "semapv:ManualMappingCuration,,,,,,\n"
    path.write_text(text, encoding="utf-8")
    fund = {"kind": "fund", "title_fr": "Fonds", "title_en": "Fund"}
    operated = row("operators", "programme", cited(), actor="fonds")
    call = {"id": "appel-brume", "kind": "call", "title_fr": "Appel", "title_en": "Call"}
    funder = row("participations", "activity", cited(), actor="fonds", role="funder")
    guest = row("participations", "activity", cited(), actor="fonds", role="guest")
    plan = plan_of(
        dune,
        record("bulletin", row("programmes", "", cited(), id="fonds-brume", **fund)),
        record("gazette", row("programmes", "", cited(), operated, **call)),
        actor("gazette", "fonds", "Le Fonds"),
        mission("gazette", "2031", funder, guest),
    )
    assert plan.tables.rows["programmes"]["appel-brume"]["part_of"] == "fonds-brume"
    assert plan.tables.rows["missions"]["mission-brume"]["funded_by"] == "fonds-brume"
    assert [name["name"] for name in rows(plan, "names", "fonds-brume")] == ["Le Fonds"]
    assert "fonds" not in plan.tables.rows["actors"]
    assert sorted(set(codes(plan))) == ["E929", "W930"]


@pytest.mark.parametrize("order", [("bulletin", "gazette"), ("gazette", "bulletin")])
def test_the_later_status_stands_and_the_earlier_is_told(
    dune: Path, order: tuple[str, str]
) -> None:
    planned = {"status": "planned", "status_as_of": "2030-01-01"}
    held = {"status": "completed", "status_as_of": "2031-08-13"}
    first, second = (planned, held) if order[0] == "bulletin" else (held, planned)
    plan = plan_of(
        dune, mission("bulletin", "2031-04", **first), mission("gazette", "2031-04", **second)
    )
    known = plan.tables.rows["missions"]["mission-brume"]
    assert (known["status"], known["status_as_of"]) == ("completed", "2031-08-13")
    assert claims(plan) == [("status", "planned", "not-retained")]


@pytest.mark.parametrize(
    ("first", "second"), [("projet-sable", "projet-balise"), ("projet-balise", "projet-sable")]
)
def test_a_part_is_more_exact_than_its_whole(dune: Path, first: str, second: str) -> None:
    plan = plan_of(
        dune,
        mission("bulletin", "2031-04", part_of=first),
        mission("gazette", "2031-04", part_of=second),
    )
    assert plan.tables.rows["missions"]["mission-brume"]["part_of"] == "projet-balise"
    assert claims(plan) == [("part_of", "projet-sable", "not-retained")]


def test_how_a_thing_is_filed_is_a_note_and_no_claim(dune: Path) -> None:
    plan = plan_of(
        dune, mission("bulletin", "2031-04"), mission("gazette", "2031-04", kind="conference")
    )
    known = plan.tables.rows["missions"]["mission-brume"]
    assert known["kind"] == "working-visit"
    assert "conference" in known["note_en"]
    assert claims(plan) == []
