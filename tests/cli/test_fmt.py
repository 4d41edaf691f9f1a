"""fmt: files that an older Excel left, and ids that wait until the tables have no errors."""

from pathlib import Path

from tests.cli.conftest import Run


def test_a_cp1252_table_is_rewritten_where_its_remedy_says_so(run: Run, dune: Path) -> None:
    path = dune / "missions.csv"
    text = path.read_bytes()
    path.write_bytes(text.decode("utf-8").encode("cp1252"))
    refused = run("fmt", "--data", dune)
    assert refused.code == 1
    assert "coopgraph fmt --encoding cp1252" in refused.out
    hint = run("fmt", "--check", "--encoding", "cp1252", "--data", dune)
    assert (hint.code, "--encoding cp1252" in hint.err) == (1, True)
    assert run("fmt", "--encoding", "cp1252", "--data", dune).code == 0
    assert path.read_bytes() == text


def test_new_ids_wait_until_the_tables_have_no_errors(run: Run, dune: Path) -> None:
    lock = dune / "ids.lock"
    lock.unlink(missing_ok=True)
    path = dune / "parties.csv"
    sound = path.read_text(encoding="utf-8")
    path.write_text(sound + _row(sound, "zz-typo", "xyzzy"), encoding="utf-8")
    english = run("fmt", "--data", dune)
    french = run("fmt", "--data", dune, "--lang", "fr")
    assert english.code == french.code == 0
    assert "New ids are not frozen yet" in english.err
    assert "pas encore figés" in french.err
    assert not lock.exists()
    path.write_text(sound, encoding="utf-8")
    assert run("fmt", "--data", dune).code == 0
    assert lock.exists()


def _row(table: str, identifier: str, reference: str) -> str:
    """Return one more row of a table, the cells after its id and two references left empty."""
    width = len(table.splitlines()[0].split(","))
    return ",".join([identifier, reference, reference, *[""] * (width - 3)]) + "\n"
