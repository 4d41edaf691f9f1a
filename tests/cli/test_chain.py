"""`coopgraph chain`: the list, the told chain with sources and gaps, JSON, unknown names."""

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_chains_are_listed(run: Run, dune: Path) -> None:
    told = run("chain", "--data", dune, "--lang", "fr")
    assert (told.code, told.out) == (0, " 15  declaration-exemple  Déclaration de Havre-Exemple\n")
    (listed,) = json.loads(run("chain", "--data", dune, "--format", "json").out)
    assert listed["records"] == 15


def test_a_chain_is_told_with_its_sources(run: Run, dune: Path) -> None:
    lines = run("chain", "societe-sablier", "--data", dune, "--lang", "fr").out.splitlines()
    said = "Cette mission a conduit à «\u00a0Contrat de Sablier & Filles\u00a0»."
    assert lines[lines.index(said) + 1] == "    — Gazette de Port-Dune, 20 mars 2015, § 4"
    english = run("chain", "Dunes agreement", "--data", dune, "--without-inferred").out
    assert "(inferred)" not in english


def test_a_chain_as_json_names_records_joints_and_sentences(run: Run, dune: Path) -> None:
    chain = json.loads(run("chain", "contrat-sablier", "--data", dune, "--format", "json").out)
    (flow,) = chain["flows"]
    assert {"earlier": "mission-hiver-2014-visite", "later": "contrat-sablier", "kind": "led-to",
            "inferred": False} in flow["joints"]  # fmt: skip
    assert all(told["evidence"] for told in chain["told"])


def test_the_gaps_of_the_corpus_are_said(run: Run) -> None:
    out = run("chain", "accord-tmq-tbi-2010", "--lang", "fr").out
    assert out.count("\n··· Aucune source ne relie") == 3


def test_who_stands_in_no_chain_is_told_what_to_do(run: Run, dune: Path) -> None:
    failed = run("chain", "mission-prevue-2021", "--data", dune, "--lang", "fr")
    assert failed.code != 0
    assert "coopgraph why mission-prevue-2021" in failed.err
