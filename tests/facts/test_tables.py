"""Rules that every row of `data/` obeys, whatever it says. A failure names record and repair."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from pathlib import Path

import pytest

from coopgraph.tables.column_map import TABLES

Tables = dict[str, dict[str, dict[str, str]]]

FORMAT = "repair: coopgraph fmt data"
CHECK = "then run: coopgraph check data"
# Sources are what is cited, citations cite; matches and withdrawals are decisions of the curators.
UNCITED = {"sources", "citations", "matches", "imports", "withdrawals"}
# A dispute is told by its claims, which cite; a theme may need no source.
UNCITED |= {"disputes", "concerns", "themes"}


@pytest.mark.parametrize("name", TABLES)
def test_table_is_in_canonical_form(name: str, data_folder: Path) -> None:
    """UTF-8 without mark, LF, commas, quotes only where needed, header of the map, rows by id."""
    path = data_folder / f"{name}.csv"
    text = path.read_bytes().decode("utf-8")
    header, *rows = list(csv.reader(io.StringIO(text, newline="")))
    assert tuple(header) == TABLES[name].header, f"{name}.csv: header differs; {FORMAT}"
    wanted = io.StringIO(newline="")
    csv.writer(wanted, lineterminator="\n").writerows([header, *sorted(rows)])
    for found, canonical in zip(text.split("\n"), wanted.getvalue().split("\n"), strict=True):
        assert found == canonical, f"{name}.csv: {found.split(',')[0]!r} out of form; {FORMAT}"


def test_no_other_table_lies_there(data_folder: Path) -> None:
    others = {path.stem for path in data_folder.glob("*.csv")} - set(TABLES)
    assert not others, f"no such table in the column map: {sorted(others)}; {CHECK}"


def test_ids_are_unique_across_tables(data_folder: Path) -> None:
    counted: Counter[str] = Counter()
    for name in TABLES:
        with (data_folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            counted.update(row["id"] for row in csv.DictReader(file))
    twice = [identifier for identifier, times in counted.items() if times > 1]
    assert not twice, f"ids used twice: {twice}; give the newer row another id, {CHECK}"


def test_ids_are_slugs(tables: Tables) -> None:
    slug = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")
    wrong = [f"{name} {i}" for name, rows in tables.items() for i in rows if not slug.fullmatch(i)]
    assert not wrong, f"not slugs: {wrong}; write small letters and digits, {CHECK}"


def test_ids_are_those_of_the_lock(tables: Tables, data_folder: Path) -> None:
    """Every id is frozen, every frozen id is still there or withdrawn."""
    lines = (data_folder / "ids.lock").read_text(encoding="utf-8").splitlines()
    assert lines == sorted(lines), f"ids.lock is not sorted; {FORMAT}"
    present = {f"{name} {i}" for name, rows in tables.items() for i in rows}
    withdrawn = {f"{row['table']} {i}" for i, row in tables["withdrawals"].items()}
    gone = set(lines) - present - withdrawn
    assert not gone, f"ids that left: {sorted(gone)}; withdraw them in withdrawals.csv, {CHECK}"
    new = present - {f"withdrawals {i}" for i in tables["withdrawals"]} - set(lines)
    assert not new, f"ids not frozen yet: {sorted(new)}; {FORMAT}"


def test_every_row_is_cited(tables: Tables) -> None:
    cited = {row["record"] for row in tables["citations"].values()}
    bare = [
        f"{name} {i}"
        for name, rows in tables.items()
        if name not in UNCITED
        for i in rows
        if i not in cited
    ]
    assert not bare, f"rows without a source: {bare}; add a row to citations.csv, {CHECK}"


def test_citations_tie_rows_to_sources(tables: Tables) -> None:
    known = {i for rows in tables.values() for i in rows}
    for identifier, row in tables["citations"].items():
        help_ = f"citations {identifier}: correct it, {CHECK}"
        assert row["record"] in known, f"unknown record {row['record']!r} in {help_}"
        assert row["source"] in tables["sources"], f"unknown source {row['source']!r} in {help_}"
        table = next(name for name, rows in tables.items() if row["record"] in rows)
        assert row["column"] in ("", *TABLES[table].header), f"{row['column']!r} in {help_}"


def test_locators_point_and_do_not_quote(tables: Tables) -> None:
    for identifier, row in tables["citations"].items():
        help_ = f"citations {identifier}: {row['locator']!r}; point to a place such as § 5, {CHECK}"
        assert row["locator"].strip(), f"no locator in {help_}"
        assert not re.search('[«»“”"]', row["locator"]), f"a quotation in {help_}"
        assert len(row["locator"]) <= 80, f"a sentence in {help_}"


def test_inferred_names_filled_columns(tables: Tables) -> None:
    for name, rows in tables.items():
        for identifier, row in rows.items():
            for column in row["inferred"].split():
                assert row.get(column), (
                    f"{name} {identifier}: {column!r} is marked inferred but holds nothing; "
                    f"correct the column inferred, {CHECK}"
                )


def test_french_is_typeset(tables: Tables) -> None:
    """Our own French has curly apostrophes and no-break spaces; names and titles are as printed."""
    plain = re.compile(r"'| [:;!?»]|« ")
    for name, rows in tables.items():
        columns = [c.name for c in TABLES[name].columns if c.language == "fr"]
        for identifier, row in rows.items():
            wrong = [c for c in columns if c != "name_fr" and plain.search(row[c])]
            assert not wrong, f"{name} {identifier}: {wrong}: write ’ and no-break spaces; {CHECK}"


def test_undecided_values_stay_out_of_the_main_row(tables: Tables) -> None:
    everything = {i: row for rows in tables.values() for i, row in rows.items()}
    for identifier, claim in tables["claims"].items():
        if not (claim["record"] and claim["column"]):
            continue
        value = everything[claim["record"]][claim["column"]]
        help_ = (
            f"claims {identifier}: {claim['record']} has {value!r}; correct one of them, {CHECK}"
        )
        if claim["standing"] == "retained":
            assert value == claim["value"], f"a retained value is not in the row: {help_}"
        else:
            assert value != claim["value"], f"a value not retained is in the row: {help_}"
