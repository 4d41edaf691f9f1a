"""The index of ids: where they are, in files that are sound and in files that are not."""

from pathlib import Path

from tests.tables.fault_cases import sound_folder, table_text

from coopgraph.tables.index import index_records


def test_every_id_has_its_table_and_line(tmp_path: Path) -> None:
    index = index_records(sound_folder(tmp_path, {}))
    assert (index.table_of("visite"), index.place("visite")) == ("missions", ("missions.csv", 2))
    assert (index.table_of("nobody"), index.place("nobody")) == (None, None)
    assert ("dune" in index, len(index)) == (True, 8)
    assert not index.has_duplicates


def test_like_ids_are_found_in_the_tables_asked_for(tmp_path: Path) -> None:
    index = index_records(sound_folder(tmp_path, {}))
    assert index.near("port-dunes", ("places",)) == ("port-dune",)
    assert index.near("port-dunes", ("sources",)) == ()


def test_ids_of_rows_that_cannot_be_read_are_known(tmp_path: Path) -> None:
    broken = table_text("places") + b'brisee,city,"Bris\xe9e,,,,,,,,,\ncourte,city\n'
    index = index_records(sound_folder(tmp_path, {"places.csv": broken}))
    assert index.place("brisee") == ("places.csv", 2)
    assert index.place("courte") == ("places.csv", 3)


def test_an_id_in_two_tables_belongs_to_the_first(tmp_path: Path) -> None:
    twice = table_text("actors", {"id": "port-dune"}, {"id": "dune"})
    index = index_records(sound_folder(tmp_path, {"actors.csv": twice}))
    assert index.has_duplicates
    assert index.table_of("port-dune") == "places"


def test_an_id_still_in_use_is_not_taken_for_withdrawn(tmp_path: Path) -> None:
    withdrawn = table_text("withdrawals", {"id": "visite", "table": "missions"})
    index = index_records(sound_folder(tmp_path, {"withdrawals.csv": withdrawn}))
    assert index.table_of("visite") == "missions"


def test_ids_that_are_none_are_noticed_and_absent_ones_are_not(tmp_path: Path) -> None:
    for text, faulty in (("port-dune", False), ("", False), ("Port", True), ("port-", True)):
        table = table_text("places", {"id": "ile"}, {"id": text, "kind": "x"})
        index = index_records(sound_folder(tmp_path, {"places.csv": table}))
        assert index.has_faulty_ids is faulty, text


def test_a_row_without_id_is_no_record(tmp_path: Path) -> None:
    index = index_records(
        sound_folder(tmp_path, {"places.csv": table_text("places", {"kind": "x"})})
    )
    assert "" not in index
