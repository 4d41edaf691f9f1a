"""Which pairs are found, in which order, and what a decision takes out."""

from time import perf_counter

from coopgraph.intake.incoming import IncomingRecord, IncomingRow
from coopgraph.intake.matching import Label, entities_of, match_entities, rows_of


def town(key: str, name: str, **cells: str) -> dict[str, str]:
    return {"id": key, "kind": "local-authority", "name_fr": name, "side": "quebec", **cells}


TOWNS = {
    "actors": [
        town("a", "Ville de Saint-Dune"),
        town("b", "Mairie de St-Dune"),
        town("c", "MRC de Saint-Dune"),
        town("d", "Ville du Sablier"),
    ]
}


def test_candidates_are_found_once_and_known_ones_are_not_compared() -> None:
    everything = entities_of(TOWNS)
    found = match_entities([], everything)
    assert [(item.first.id, item.second.id) for item in found] == [("a", "b")]
    assert match_entities(everything, []) == []
    assert len(match_entities(everything[:1], everything[1:])) == 1


def test_decided_pairs_are_left_out() -> None:
    asked: list[tuple[str, str]] = []

    def decided(first: str, second: str) -> bool:
        asked.append((first, second))
        return True

    assert match_entities([], entities_of(TOWNS), decided=decided) == []
    assert asked == [("a", "b")]


def test_the_same_id_in_one_table_is_one_record_in_two_tables_a_candidate() -> None:
    fund = {"id": "fonds", "name_fr": "Fonds de coopération des Dunes", "kind": "fund-operator"}
    same = {"id": "fonds", "title_fr": "Fonds de coopération des Dunes", "kind": "fund"}
    found = match_entities(entities_of({"actors": [fund]}), entities_of({"programmes": [same]}))
    assert [(item.first.table, item.second.table) for item in found] == [("actors", "programmes")]
    assert match_entities(entities_of({"actors": [fund]}), entities_of({"actors": [fund]})) == []


def test_the_order_of_rows_makes_no_difference() -> None:
    rows = [town(f"t{n:02}", f"Ville de Dune{n % 7}") for n in range(40)]
    first = match_entities([], entities_of({"actors": rows}))
    again = match_entities([], entities_of({"actors": rows[::3] + rows[2::3] + rows[1::3]}))

    pairs = [{item.first.id, item.second.id} for item in first]
    assert pairs
    assert sorted(map(sorted, pairs)) == sorted(
        sorted((item.first.id, item.second.id)) for item in again
    )
    assert [item.score for item in first] == [item.score for item in again]


def test_parties_that_are_surely_one_count_as_one() -> None:
    rows = TOWNS | {
        "agreements": [
            {"id": "x", "kind": "twinning", "title_fr": "Jumelage du phare"},
            {"id": "y", "kind": "twinning", "title_fr": "Jumelage du phare"},
        ],
        "parties": [
            {"id": "x.1", "agreement": "x", "actor": "a"},
            {"id": "y.1", "agreement": "y", "actor": "b"},
        ],
    }
    found = match_entities([], entities_of(rows))
    reasons = next(item.reasons for item in found if item.first.id == "x")
    assert "parties" in [piece.code for piece in reasons]


def test_records_that_came_in_become_entities_with_decisions_followed() -> None:
    party = IncomingRow("parties", {"actor": "tmq"}, parent="agreement")
    signing = IncomingRow("signings", {"when": "2031", "place": "port"}, parent="agreement")
    root = IncomingRow(
        "agreements", {"id": "accord", "title_fr": "Accord"}, children=[party, signing]
    )
    record = IncomingRecord(root, "gazette", "agreements/accord", "0" * 64, "gazette.yaml", 1)

    def rename(key: str, table: str, origin: str) -> str:
        assert origin == "gazette"
        return "technopole" if (key, table) == ("tmq", "actors") else key

    entity = entities_of(rows_of([record], rename=rename))[0]
    assert entity.labels == (Label("Accord", "preferred"),)
    assert (entity.parties, entity.dates, entity.places) == (("technopole",), ("2031",), ("port",))
    assert entity.origins == ("gazette",)


def test_thousands_of_records_take_seconds() -> None:
    rows = [town(f"t{n}", f"Ville de {chr(97 + n % 26)}une{n // 2}") for n in range(3700)]
    begin = perf_counter()
    found = match_entities([], entities_of({"actors": rows}))
    assert perf_counter() - begin < 20  # under 5 s on an idle machine; loose, as others run beside
    assert all(item.score >= 0.5 for item in found)
