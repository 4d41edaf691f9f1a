"""What a plan says: counts first, then all that does not enter, with what to do."""

import csv
import io
import json
from pathlib import Path

import pytest
from tests.intake.gazette import actor, mission, row, source

from coopgraph.intake.drafts import Likeness
from coopgraph.intake.plan import Plan, make_plan
from coopgraph.intake.report import spell_report


@pytest.fixture
def plan(dune: Path) -> Plan:
    lost = row("participations", "activity", actor="nulle-part", role="lead")
    records = [
        source("gazette", "gazette-1"),
        actor("gazette", "quai", "Quai"),
        actor("gazette", "cale", "Cale", kind="radeau"),
        mission("gazette", "2031", lost),
    ]
    found = Likeness("centre-exemple", "quai", 0.7, False, ("noms proches",), ("like names",))
    return make_plan(records, dune, matcher=lambda *_: [found])


def test_the_text_begins_with_counts_and_says_how_to_decide(plan: Plan) -> None:
    text = spell_report(plan, language="en")
    head = text.split("\n\n")[0].splitlines()
    assert head[0].split() == ["new", "changed", "same", "in", "doubt", "refused"]
    assert head[-1].split() == ["Total", "2", "0", "0", "1", "1"]
    assert "quai ≟ centre-exemple (0.70): like names" in text
    assert "coopgraph match --same quai centre-exemple" in text
    assert "skos:exactMatch" not in text
    assert "the commands below" in text
    assert "gazette.yaml:3:actor: E922" in text
    assert "gazette.yaml:2:kind: E211" in text or ":kind: E211" in text
    assert "Mission de la Brume" not in text.split("Records of which some rows stay out")[0]


def test_the_text_is_french_where_asked_and_lists_the_rest_with_details(plan: Plan) -> None:
    text = spell_report(plan, language="fr", details=True)
    assert "Fiches en doute\N{NO-BREAK SPACE}: 1" in text
    assert "noms proches" in text
    assert "- Mission de la Brume (missions, mission-brume)" in text.split("Nouvelles")[1]


def test_json_and_csv_hold_the_same_doubts(plan: Plan) -> None:
    whole = json.loads(spell_report(plan, style="json"))
    assert whole["counts"]["actors"]["in-doubt"] == 1
    rows = list(csv.DictReader(io.StringIO(spell_report(plan, style="csv"))))
    assert [(line["outcome"], line["code"]) for line in rows] == [
        ("refused", "E211"),
        ("in-doubt", "E926"),
        ("part", "E922"),
    ]
    assert rows[1]["candidates"] == "centre-exemple (0.70)"


def test_another_style_is_refused(plan: Plan) -> None:
    with pytest.raises(ValueError, match="svg"):
        spell_report(plan, style="svg")
