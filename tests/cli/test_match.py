"""match: candidates with reasons, decisions written once, the measure printed."""

import csv
import io
import json
from pathlib import Path

from tests.cli.conftest import Run, replace_in

GOLD = Path(__file__).parents[1] / "gold"


def twins(dune: Path) -> None:
    """Give a town of the invented tables a second row, spelt otherwise."""
    path = dune / "actors.csv"
    row = "mairie-port-dune,local-authority,Mairie de Port Dune,,port-dune,france,,,,,,\n"
    path.write_text(path.read_text(encoding="utf-8") + row, encoding="utf-8")


def test_candidates_are_shown_with_their_reasons_in_both_languages(run: Run, dune: Path) -> None:
    twins(dune)
    english = run("match", "--data", dune, "--table", "actors", "--above", "0.9")
    french = run("match", "--data", dune, "--table", "actors", "--above", "0.9", "--lang", "fr")
    assert english.code == french.code == 0
    assert "actors/mairie-port-dune" in english.out
    assert "+ same name" in english.out
    assert "+ même nom" in french.out
    assert "1 of them undecided" in english.err


def test_json_and_csv_hold_the_same_pairs(run: Run, dune: Path) -> None:
    twins(dune)
    pairs = json.loads(run("match", "--data", dune, "--format", "json").out)
    rows = list(csv.DictReader(io.StringIO(run("match", "--data", dune, "--format", "csv").out)))
    assert pairs[0]["reasons"][0].keys() == {"code", "weight", "reason_fr", "reason_en"}
    assert [pair["first"]["id"] for pair in pairs] == [row["first_id"] for row in rows]
    assert [f"{pair['score']:.2f}" for pair in pairs] == [row["score"] for row in rows]


def test_above_and_table_leave_pairs_out(run: Run, dune: Path) -> None:
    twins(dune)
    assert "mairie-port-dune" not in run("match", "--data", dune, "--above", "1").out
    assert "mairie-port-dune" not in run("match", "--data", dune, "--table", "missions").out


def test_a_decision_is_written_and_the_pair_goes_last(run: Run, dune: Path) -> None:
    twins(dune)
    words = ("--different", "mairie-port-dune", "ville-port-dune", "--data", dune)
    assert run("match", *words, "--date", "2031-09-01").code == 0
    text = (dune / "matches.csv").read_text(encoding="utf-8")
    assert "mairie-port-dune,owl:differentFrom,ville-port-dune" in text
    assert "curator,2031-09-01" in text
    shown = run("match", "--data", dune, "--above", "0", "--table", "actors").out
    heads = [line for line in shown.splitlines() if line[:1].isdigit()]
    assert heads[-1].endswith("[decided: different]")
    assert run("check", dune).code == 0


def test_contradictions_and_unknown_ids_are_refused(run: Run, dune: Path) -> None:
    twins(dune)
    pair = ("mairie-port-dune", "ville-port-dune", "--data", dune)
    assert run("match", "--same", *pair).code == 0
    before = (dune / "matches.csv").read_bytes()
    refused = run("match", "--different", *pair)
    assert (refused.code, "already says" in refused.err) == (1, True)
    unknown = run("match", "--same", "ville-port-dunes", "mairie-port-dune", "--data", dune)
    assert (unknown.code, "Did you mean ville-port-dune" in unknown.err) == (2, True)
    assert run("match", "--same", *pair, "--gold", GOLD).code == 2
    assert run("match", "--date", "2031-09-01").code == 2
    assert (dune / "matches.csv").read_bytes() == before


def test_a_dossier_is_compared_with_the_tables(run: Run, dune: Path, tmp_path: Path) -> None:
    dossier = tmp_path / "gazette.yaml"
    dossier.write_text(
        "sources:\n"
        "- {id: gazette-x, url: 'https://example.org/x', title: Des nouvelles, publisher: Gazette,"
        " published: '2031-08-13', language: fr, kind: news}\n"
        "actors:\n"
        "- {id: mairie-pd, kind: local-authority, name_fr: Mairie de Port-Dune, place: port-dune,"
        " side: france, sources: [{source: gazette-x, where: § 5}]}\n",
        encoding="utf-8",
    )
    shown = run("match", dossier, "--data", dune)
    assert shown.code == 0, shown.err
    assert "actors/ville-port-dune  |  actors/mairie-pd" in shown.out
    words = ("--same", "gazette:mairie-pd", "ville-port-dune", "--data", dune)
    assert run("match", *words).code == 2
    assert run("match", dossier, *words).code == 0
    assert "mairie-pd" not in run("match", dossier, "--data", dune).out


def test_broken_tables_are_told_and_not_compared(run: Run, dune: Path) -> None:
    replace_in(dune / "actors.csv", "name_fr", "nom")
    assert run("match", "--data", dune).code == 1


def test_the_measure_is_printed_by_table_and_half(run: Run) -> None:
    english = run("match", "--gold", GOLD)
    french = run("match", "--gold", GOLD, "--lang", "fr")
    assert english.code == french.code == 0
    heads = [line[:12].strip() for line in english.out.splitlines()[1:]]
    assert heads[:2] == ["actors", "agreements"]
    assert heads[-4:] == ["tuned", "held", "no sources", "all"]
    assert "précision" in french.out
    assert "réserve" in french.out


def test_an_id_that_is_not_imported_yet_is_told_to_need_its_file(run: Run, dune: Path) -> None:
    words = ("match", "--data", dune, "--same", "cale-brume", "ville-port-dune")
    english, french = run(*words), run(*words, "--lang", "fr")
    assert english.code == french.code == 2
    assert "coopgraph match FILE --same cale-brume ville-port-dune" in english.err
    assert "ajouter le fichier" in french.err
    assert "coopgraph match FICHIER --same cale-brume ville-port-dune" in french.err
    other = run("match", "--data", dune, "--different", "cale-brume", "ville-port-dune")
    assert "coopgraph match FILE --different cale-brume ville-port-dune" in other.err


def test_one_id_of_a_file_is_decided_by_file_and_table(
    run: Run, dune: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "envoi"
    folder.mkdir()
    (folder / "themes.csv").write_text("id,label_fr\nport-dune,Autre\n", encoding="utf-8")
    pair = ("envoi:themes/port-dune", "places/port-dune")
    assert run("match", folder, "--same", *pair, "--data", dune).code == 0
    assert ",".join((pair[0], "skos:exactMatch", pair[1])) in (dune / "matches.csv").read_text()
