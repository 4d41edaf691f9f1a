"""Names, kinds and notes of a record that several files tell of."""

from pathlib import Path

import pytest
from tests.intake.conftest import bytes_of
from tests.intake.gazette import actor, cited, mission, plan_of, record, row, source

from coopgraph.intake.apply import apply_plan
from coopgraph.intake.incoming import IncomingRecord, IncomingRow
from coopgraph.intake.plan import Plan


def names(plan: Plan, record: str = "quai") -> list[tuple[str, str]]:
    rows = plan.tables.rows["names"].values()
    return [(cells["name"], cells["kind"]) for cells in rows if cells["record"] == record]


def known(plan: Plan, name: str = "quai", table: str = "actors") -> dict[str, str]:
    return plan.tables.rows[table][name]


def decide(folder: Path, decision: str) -> None:
    path = folder / "matches.csv"
    line = f"zz.match.1,{decision},semapv:ManualMappingCuration,,curator,,,,\n"
    path.write_text(path.read_text(encoding="utf-8") + line, encoding="utf-8")


def named(name: str, *children: IncomingRow, **cells: str) -> IncomingRow:
    values = {"name": name, "language": "fr", "kind": "official"} | cells
    return row("names", "record", cited(), *children, **values)


@pytest.mark.parametrize("other", ["QUAI DE L'EST", "Quai  de l’Est", "quai de l’est"])
def test_names_that_differ_in_spelling_only_are_one(dune: Path, other: str) -> None:
    plan = plan_of(
        dune, actor("bulletin", "quai", "Quai de l’Est"), actor("gazette", "quai", other)
    )
    assert known(plan)["name_fr"] == "Quai de l’Est"
    assert names(plan) == []
    cited_for = [
        c["source"] for c in plan.tables.rows["citations"].values() if c["record"] == "quai"
    ]
    assert cited_for == ["bulletin-1", "gazette-1"]


def test_two_entries_of_one_list_are_two_rows(dune: Path) -> None:
    twice = named("Quai Sud", when="2001/2003"), named("Quai Sud")
    plan = plan_of(dune, actor("gazette", "quai", "Quai", *twice))
    assert len(names(plan)) == 2


def test_two_sums_of_one_list_are_two_rows(dune: Path) -> None:
    sums = [
        row("budgets", "record", kind="budget", amount=sum_, currency="CAD", note_fr=sum_)
        for sum_ in ("1000", "2000", "2000")
    ]
    sums[2].cells["note_fr"] = "Une autre."
    plan = plan_of(dune, mission("gazette", "2031", *sums))
    assert len([n for n in plan.tables.rows["budgets"] if n.startswith("mission-brume")]) == 3


def test_a_dated_name_is_not_one_attested_at_another_time(dune: Path) -> None:
    seen = row("attestations", "record", cited(), when="2020")
    plan = plan_of(
        dune,
        actor("bulletin", "quai", "Quai", named("Quai Sud", seen)),
        actor("gazette", "quai", "Quai", named("Quai Sud", when="2001/2003")),
    )
    assert len(names(plan)) == 2


def test_the_official_name_that_is_borne_still_stands(dune: Path) -> None:
    plan = plan_of(
        dune,
        actor("bulletin", "quai", "Vieux quai"),
        actor("gazette", "quai", "Vieux quai", named("Quai royal", when="2010/..")),
    )
    assert known(plan)["name_fr"] == "Quai royal"
    assert names(plan) == [("Quai royal", "official"), ("Vieux quai", "alternative")]


def test_the_file_whose_id_is_kept_gives_the_name(dune: Path) -> None:
    decide(dune, "le-quai,skos:exactMatch,quai")
    incoming = (
        actor("bulletin", "le-quai", "Le Quai", kind="association"),
        actor("gazette", "quai", "Quai"),
    )
    plan = plan_of(dune, *incoming)
    assert (known(plan)["name_fr"], known(plan)["kind"]) == ("Quai", "company")
    assert names(plan) == [("Le Quai", "alternative")]
    apply_plan(plan, dune)
    before = bytes_of(dune)
    apply_plan(plan_of(dune, *incoming), dune)
    assert bytes_of(dune) == before


def test_what_was_in_the_tables_keeps_its_name(dune: Path) -> None:
    decide(dune, "le-quai,skos:exactMatch,quai")
    first = actor("bulletin", "le-quai", "Le Quai")
    apply_plan(plan_of(dune, first), dune)
    plan = plan_of(dune, first, actor("gazette", "quai", "Quai", named("Q", when="2010/..")))
    assert known(plan)["name_fr"] == "Le Quai"


def sourced(origin: str, kind: str) -> list[IncomingRecord]:
    return [source(origin, f"{origin}-1"), actor(origin, "quai", "Quai", kind=kind)]


def test_two_files_outvote_the_first_and_all_are_named(dune: Path) -> None:
    files = [*sourced("bulletin", "company"), *sourced("gazette", "association")]
    plan = plan_of(dune, files[1], files[3], *sourced("lettre", "association"))
    assert known(plan)["kind"] == "association"
    assert "bulletin-1" in known(plan)["note_fr"]
    plan = plan_of(dune, files[1], files[3], *sourced("lettre", "consulate"))
    assert known(plan)["kind"] == "company"
    assert all(name in known(plan)["note_fr"] for name in ("gazette-1", "lettre-1"))


def test_notes_call_kinds_by_their_labels(dune: Path) -> None:
    plan = plan_of(
        dune, mission("bulletin", "2031"), mission("gazette", "2031", kind="prospecting-mission")
    )
    told = known(plan, "mission-brume", "missions")
    assert "mission de prospection" in told["note_fr"]
    assert "prospecting mission" in told["note_en"]


def test_reasons_name_publishers_and_count_many(dune: Path) -> None:
    more = [source("lettre", f"lettre-{number}") for number in range(3)]
    for number, one in enumerate(more):
        one.root.cells["publisher"] = f"Presse {number}"
    cites = [cited(f"lettre-{number}") for number in range(3)]
    root = mission("lettre", "2031-05", *cites).root
    root.children = cites
    plan = plan_of(dune, *more, mission("bulletin", "2031-04"), record("lettre", root))
    reasons = [c["reason_fr"] for c in plan.tables.rows["claims"].values() if c["column"] == "when"]
    assert "3 sources" in reasons[-1]


def test_a_theme_has_no_names_but_a_note(dune: Path) -> None:
    def theme(origin: str, label: str) -> IncomingRecord:
        return record(origin, row("themes", id="brume", label_fr=label, label_en="Mist"))

    plan = plan_of(dune, theme("bulletin", "Brume"), theme("gazette", "Brouillard"))
    assert "Brouillard" in known(plan, "brume", "themes")["note_fr"]
    assert known(plan, "brume", "themes")["note_fr"].startswith("Aussi")


def test_labels_that_hold_each_other_are_not_joined(dune: Path) -> None:
    def visit(origin: str, words: str) -> IncomingRecord:
        cells = {"actor": "centre-exemple", "role": "host", "as_fr": words}
        return mission(origin, "2031", row("participations", "activity", **cells))

    plan = plan_of(dune, visit("bulletin", "hôte"), visit("gazette", "Hôte d’honneur"))
    assert known(plan, "mission-brume.actor.1", "participations")["as_fr"] == "Hôte d’honneur"


@pytest.mark.parametrize(("first", "second"), [("2031", "2031-04"), ("2031-04", "2031")])
def test_one_source_attests_once_and_exactly(dune: Path, first: str, second: str) -> None:
    seen = [
        row("attestations", "record", cited("gazette-1", place), when=when)
        for when, place in ((first, "para. 3"), (second, "§ 3"))
    ]
    plan = plan_of(
        dune, actor("bulletin", "quai", "Quai", seen[0]), actor("gazette", "quai", "Quai", seen[1])
    )
    rows = [c for n, c in plan.tables.rows["attestations"].items() if n.startswith("quai")]
    assert [cells["when"] for cells in rows] == ["2031-04"]
    cites = [c for c in plan.tables.rows["citations"].values() if c["record"] == rows[0]["id"]]
    assert len(cites) == 1
    assert [c for c in plan.tables.rows["claims"].values() if "quai" in c["record"]] == []
