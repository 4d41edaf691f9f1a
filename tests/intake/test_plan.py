"""What becomes of records: entering, held back with what depends on them, refused, known."""

from pathlib import Path

from tests.intake.conftest import bytes_of
from tests.intake.gazette import (
    actor,
    agreement,
    cited,
    codes,
    mission,
    outcomes,
    plan_of,
    record,
    row,
    source,
)

from coopgraph.intake.apply import apply_plan
from coopgraph.intake.decisions import Decisions
from coopgraph.intake.drafts import Likeness
from coopgraph.intake.incoming import IncomingRecord
from coopgraph.intake.plan import make_plan
from coopgraph.tables.check import check_folder
from coopgraph.tables.form import format_folder
from coopgraph.vocabulary import read_schemes


def doubt(first: str, second: str, score: float = 0.7, *, sure: bool = False) -> Likeness:
    return Likeness(first, second, score, sure, ("noms proches",), ("like names",))


def test_what_enters_is_sound_and_in_canonical_form(dune: Path) -> None:
    party = row("participations", "activity", actor="quai", role="lead")
    plan = plan_of(
        dune, actor("gazette", "quai", "Quai de la Brume"), mission("gazette", "2031", party)
    )
    assert set(outcomes(plan).values()) == {"new"}
    assert "missions.csv" in apply_plan(plan, dune)
    findings = check_folder(dune, schemes=read_schemes())
    assert [f for f in findings if f.severity == "error"] == []
    assert format_folder(dune, write=False).changed == ()
    assert (
        "mission-brume.actor.1,mission-brume,quai,lead" in (dune / "participations.csv").read_text()
    )
    assert "mission-brume.actor.1.source.1" in (dune / "citations.csv").read_text()


def test_a_second_import_changes_nothing(dune: Path) -> None:
    incoming = (
        mission("gazette", "2031-04"),
        mission("bulletin", "2031-05", kind="conference"),
        agreement("gazette", "2031", row("parties", "agreement", actor="quai")),
        agreement("bulletin", "2031-04"),
        actor("gazette", "quai", "Quai"),
        actor("bulletin", "quai", "Le Quai", note_fr="Un quai."),
    )
    apply_plan(plan_of(dune, *incoming), dune)
    before = bytes_of(dune)
    again = plan_of(dune, *reversed(incoming))
    assert set(outcomes(again).values()) == {"same"}
    assert apply_plan(again, dune) == ()
    assert bytes_of(dune) == before


def test_a_curator_may_edit_what_was_imported(dune: Path) -> None:
    incoming = actor("gazette", "quai", "Quai")
    apply_plan(plan_of(dune, incoming), dune)
    path = dune / "actors.csv"
    path.write_text(path.read_text().replace(",Quai,", ",Quai corrigé,"), encoding="utf-8")
    before = bytes_of(dune)
    plan = plan_of(dune, incoming)
    apply_plan(plan, dune)
    assert outcomes(plan) == {"gazette:actors/quai": "same"}
    assert bytes_of(dune) == before


def test_the_order_of_files_makes_no_difference(dune: Path) -> None:
    incoming = (
        actor("gazette", "quai", "Quai"),
        actor("bulletin", "quai", "Quai Sud"),
        mission("gazette", "2031"),
    )
    one, other = plan_of(dune, *incoming), plan_of(dune, *reversed(incoming))
    assert outcomes(one) == outcomes(other)
    assert one.tables.rows == other.tables.rows


def test_a_doubt_holds_back_what_depends_on_it_until_it_is_decided(dune: Path) -> None:
    place = actor("gazette", "quai", "Quai")
    part = actor("gazette", "quai-nord", "Quai nord", part_of="quai")
    party = row("participations", "activity", cited(), actor="quai", role="lead")
    visit = mission("gazette", "2031", party)
    records = [source("gazette", "gazette-1"), place, part, visit]

    def matcher(_known: object, _records: object, _decisions: Decisions) -> list[Likeness]:
        return [doubt("centre-exemple", "quai")]

    plan = make_plan(records, dune, matcher=matcher)
    assert outcomes(plan) == {
        "gazette:actors/quai": "in-doubt",
        "gazette:actors/quai-nord": "in-doubt",
        "gazette:missions/mission-brume": "new",
    }
    assert sorted(codes(plan)) == ["E924", "E924", "E926"]
    assert not plan.complete
    apply_plan(plan, dune)
    before = bytes_of(dune)
    apply_plan(make_plan(records, dune, matcher=lambda *_: []), dune)
    assert bytes_of(dune) == before, "the doubt goes on although nothing looks alike any more"

    _decide(dune, "quai,owl:differentFrom,centre-exemple")
    freed = make_plan(records, dune, matcher=lambda *_: [])
    assert freed.complete
    apply_plan(freed, dune)
    assert (
        "mission-brume.actor.1,mission-brume,quai,lead" in (dune / "participations.csv").read_text()
    )


def test_a_sure_likeness_is_written_down_and_followed(dune: Path) -> None:
    records = [source("gazette", "gazette-1"), actor("gazette", "centre-ex", "Centre")]
    plan = make_plan(
        records, dune, matcher=lambda *_: [doubt("centre-exemple", "centre-ex", 0.97, sure=True)]
    )
    assert plan.entries[0].target.id == "centre-exemple"
    assert plan.tables.rows["matches"]["centre-ex.match.1"]["confidence"] == "0.97"
    apply_plan(plan, dune)
    again = make_plan(records, dune, matcher=lambda *_: [])
    assert {entry.outcome for entry in again.entries} == {"same"}


def test_one_id_for_two_things_is_a_doubt(dune: Path) -> None:
    other = actor("gazette", "centre-exemple", "Zygote", kind="consulate", side="france")
    plan = plan_of(dune, other)
    assert (list(outcomes(plan).values()), codes(plan)) == (["in-doubt"], ["E927"])


def test_faulty_cells_and_unknown_ids_are_refused_with_their_place(dune: Path) -> None:
    lost = row("participations", "activity", actor="nulle-part", role="lead")
    plan = plan_of(
        dune,
        mission("gazette", "2031", lost),
        actor("gazette", "quai", "Quai", kind="radeau"),
        actor("gazette", "cale", "Cale", part_of="quai"),
    )
    assert outcomes(plan) == {
        "gazette:actors/cale": "refused",
        "gazette:actors/quai": "refused",
        "gazette:missions/mission-brume": "new",
    }
    assert sorted(codes(plan)) == ["E211", "E922", "E925"]
    [wrong] = [f for entry in plan.entries for f in entry.findings if f.code == "E922"]
    assert (wrong.file, wrong.line, wrong.column) == ("gazette.yaml", 3, "actor")


def test_a_file_may_not_say_two_things_under_one_key(dune: Path) -> None:
    plan = plan_of(dune, actor("gazette", "quai", "Quai"), actor("gazette", "quai", "Cale"))
    assert sorted(entry.outcome for entry in plan.entries[-3:])[-1] == "refused"
    assert "E931" in codes(plan)


def test_a_tie_without_id_enters_once(dune: Path) -> None:
    def tie(origin: str) -> IncomingRecord:
        cells = {
            "subject": "centre-exemple",
            "predicate": "partner-of",
            "object": "institut-exemple",
        }
        return record(origin, row("relations", "", cited(f"{origin}-1"), **cells))

    plan = plan_of(dune, tie("gazette"), tie("bulletin"))
    assert sorted(outcomes(plan).values()) == ["changed", "new"]


def _decide(folder: Path, decision: str) -> None:
    path = folder / "matches.csv"
    line = f"zz.match.1,{decision},semapv:ManualMappingCuration,,curator,,,,\n"
    path.write_text(path.read_text(encoding="utf-8") + line, encoding="utf-8")
