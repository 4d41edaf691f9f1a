"""Decisions on ids: followed one after another, within their scope, never in circles."""

from pathlib import Path

from coopgraph.intake.decisions import Decisions, Target, read_decisions

HEADER = (
    "id,subject_id,predicate_id,object_id,mapping_justification,confidence,author_label,"
    "mapping_date,note_fr,note_en,inferred\n"
)


def decide(*pairs: tuple[str, str]) -> Decisions:
    decisions = Decisions()
    for subject, object_ in pairs:
        decisions.same(subject, object_)
    return decisions


def test_chains_are_followed_to_their_end() -> None:
    decisions = decide(("a", "b"), ("b", "c"))
    assert (decisions.resolve("a"), decisions.resolve("c")) == ("c", "c")


def test_a_decision_on_one_file_leads_into_the_others() -> None:
    decisions = decide(("gazette:a", "b"), ("b", "c"))
    assert decisions.resolve("a", origin="gazette") == "c"
    assert decisions.resolve("a", origin="bulletin") == "a"


def test_the_same_id_may_become_a_record_of_another_table() -> None:
    decisions = decide(("actors/fonds", "programmes/fonds"))
    assert decisions.target("fonds", table="actors") == Target("fonds", "programmes")
    assert decisions.target("fonds", table="programmes") == Target("fonds", "programmes")
    assert decisions.findings == []


def test_a_circle_is_found_and_left_out() -> None:
    decisions = decide(("a", "b"), ("b", "c"), ("c", "a"))
    assert [finding.code for finding in decisions.findings] == ["E921"]
    assert decisions.resolve("a") == "c"


def test_what_differs_differs_under_all_its_names() -> None:
    decisions = decide(("a", "b"))
    decisions.different("b", "c")
    assert decisions.differ("c", "a")
    assert decisions.decided("a", "b")
    assert not decisions.decided("a", "d")


def test_a_file_of_decisions_is_read_and_addresses_passed_over(tmp_path: Path) -> None:
    text = HEADER + (
        "a.match.1,a,skos:exactMatch,b,semapv:ManualMappingCuration,,curator,,,,\n"
        "a.match.2,a,skos:exactMatch,https://example.org/a,semapv:ManualMappingCuration,,,,,,\n"
        "b.match.1,b,owl:differentFrom,c,semapv:ManualMappingCuration,,,,,,\n"
        "b.match.2,Pas un id,skos:exactMatch,c,semapv:ManualMappingCuration,,,,,,\n"
    )
    (tmp_path / "matches.csv").write_text(text, encoding="utf-8")
    decisions = read_decisions(tmp_path)
    assert decisions.resolve("a") == "b"
    assert decisions.differ("a", "c")
    assert [(finding.code, finding.line) for finding in decisions.findings] == [("E920", 5)]
