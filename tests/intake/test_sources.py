"""Records and rows without a source, or without the place in it: what the plan says of them."""

from pathlib import Path

import pytest
from tests.intake.gazette import actor, cited, codes, mission, outcomes, plan_of, record, row

from coopgraph.findings import Finding
from coopgraph.intake.plan import Plan
from coopgraph.intake.rows import read_tables

BARE = {"kind": "company", "name_fr": "Cale de la Brume", "side": "quebec"}


def findings(plan: Plan) -> list[Finding]:
    return [finding for entry in plan.entries for finding in entry.findings]


def test_a_record_without_any_source_is_refused_and_not_written(dune: Path) -> None:
    plan = plan_of(dune, record("gazette", row("actors", id="cale", **BARE)))
    assert outcomes(plan) == {"gazette:actors/cale": "refused"}
    [told] = findings(plan)
    assert (told.code, told.column) == ("E937", "source")
    assert "locator" in told.remedy_en
    assert "cale" not in plan.tables.rows["actors"]


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [({"source": "gazette-1"}, "E938", "locator"), ({"locator": "§ 2"}, "E937", "source")],
)
def test_what_is_missing_of_a_citation_is_said(
    dune: Path, cells: dict[str, str], code: str, column: str
) -> None:
    half = row("citations", "record", **cells)
    plan = plan_of(dune, record("gazette", row("actors", "", half, id="cale", **BARE)))
    assert [(told.code, told.column) for told in findings(plan)] == [(code, column)]
    assert outcomes(plan) == {"gazette:actors/cale": "refused"}


def test_a_row_whose_source_has_no_place_stays_out_alone(dune: Path) -> None:
    half = row("citations", "record", source="gazette-1")
    party = row("participations", "activity", half, actor="centre-exemple", role="lead")
    plan = plan_of(dune, mission("gazette", "2031", party))
    assert outcomes(plan) == {"gazette:missions/mission-brume": "new"}
    assert codes(plan) == ["E938"]


def test_a_row_standing_alone_needs_a_source_and_has_a_title(dune: Path) -> None:
    cells = {"activity": "mission-prevue-2021", "actor": "centre-exemple", "role": "lead"}
    plan = plan_of(dune, record("gazette", row("participations", **cells)))
    [told] = findings(plan)
    assert told.code == "E937"
    [alone] = [entry for entry in plan.entries if entry.record.root.table == "participations"]
    assert alone.title == "mission-prevue-2021, centre-exemple"


def test_themes_and_disputes_need_no_source(dune: Path) -> None:
    theme = record("gazette", row("themes", id="brume", label_fr="Brume", label_en="Mist"))
    question = {"question_fr": "Quand ?", "question_en": "When?"}
    dispute = record("gazette", row("disputes", id="quand", **question))
    assert set(outcomes(plan_of(dune, theme, dispute)).values()) == {"new"}


def test_rows_that_take_the_source_of_their_record_are_counted(dune: Path) -> None:
    bare = row("participations", "activity", actor="centre-exemple", role="lead")
    own = row("participations", "activity", cited(), actor="institut-exemple", role="participant")
    plan = plan_of(dune, mission("gazette", "2031", bare, own))
    [told] = findings(plan)
    assert told.code == "W939"
    assert told.text_en.startswith("1 row without a source of its own was given those of")
    assert plan.complete
    again = row("venues", "activity", place="port-dune")
    two = findings(plan_of(dune, mission("gazette", "2031", bare, again)))
    assert "2 lignes sans source" in two[0].text_fr
    assert len(two) == 1


def test_a_known_record_that_only_carries_rows_needs_no_source(dune: Path) -> None:
    party = row("participations", "activity", cited(), actor="centre-exemple", role="lead")
    bare = row("venues", "activity", place="port-dune")
    cells = dict(read_tables(dune).rows["missions"]["mission-prevue-2021"])
    known = record("gazette", row("missions", "", party, bare, **cells))
    plan = plan_of(dune, known)
    assert set(outcomes(plan).values()) == {"changed"}
    other = record("bulletin", row("missions", "", **cells | {"series": "7"}))
    assert set(outcomes(plan_of(dune, other)).values()) == {"refused"}
    assert codes(plan) == ["E937"], "the bare row has nothing to take a source from"


def test_all_mistakes_of_a_refused_record_come_at_once(dune: Path) -> None:
    lost = row("participations", "activity", cited(), actor="nulle-part", role="capitaine")
    plan = plan_of(
        dune,
        mission("gazette", "bientôt", lost, part_of="nulle-part"),
        actor("gazette", "quai", "Quai", kind="radeau", part_of="ailleurs"),
    )
    assert sorted(codes(plan)) == ["E203", "E211", "E211", "E922", "E922", "E922"]
    assert set(outcomes(plan).values()) == {"refused"}
