"""Names with their times: which are official, and what each cites."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coopgraph.findings import Finding
from coopgraph.intake.incoming import IncomingRecord, IncomingRow

Read = Callable[[str | bytes], tuple[list[IncomingRecord], list[Finding]]]


_ECHO = "[{source: gazette, where: § 1}]"


def _rows(record: IncomingRecord, table: str) -> list[IncomingRow]:
    return [row for row in record.root.walk() if row.table == table]


def _actor(read: Read, names: str, *, cited: str = _ECHO, more: str = "") -> IncomingRecord:
    records, findings = read(
        "actors: [{id: d, kind: company, name_fr: L'Dune (Oasis), side: france, "
        f"names: {names}, sources: {cited}}}]\n{more}"
    )
    assert [f.text_en for f in findings if f.severity == "error"] == []
    return records[0]


@pytest.mark.parametrize(
    ("names", "kinds"),
    [
        ("[{name: Sable, when: 2030/..}, {name: L’Dune (Oasis), when: ../2029}]", "of"),
        ("[{name: Sable, when: 2030/..}, {name: L’Dune (Oasis)}]", "of"),
        ("[{name: Sable}, {name: L’dune (oasis)}]", "fo"),
        ("[{name: Sable, when: /2030}, {name: L’Dune (LD), when: 2030/}]", "fo"),
        ("[{name: L’Dune (Oasis)}, {name: L’Dune (LD)}]", "of"),
        ("[{name: Sable}, {name: Galet}]", "ff"),
    ],
)
def test_which_dated_name_is_official(read: Read, names: str, kinds: str) -> None:
    rows = _rows(_actor(read, names), "names")
    assert "".join(row.cells["kind"][0] for row in rows) == kinds


def test_an_acronym_and_the_days_of_a_name(read: Read) -> None:
    names = "[{name: Sable, when: ../2020, attested: ['2020'], acronym: S}]"
    rows = _rows(_actor(read, names), "names")
    assert [row.cells for row in rows] == [
        {"name": "Sable", "kind": "former", "when": "../2020"},
        {"name": "S", "kind": "acronym", "when": "../2020"},
    ]
    for row in rows:
        first = row.children[0]
        assert (first.table, first.cells) == ("attestations", {"when": "2020"})


def test_two_entries_of_one_name_are_two_rows(read: Read) -> None:
    names = "[{name: Sable, when: /2010}, {name: Sable, attested: ['2020']}]"
    assert len(_rows(_actor(read, names), "names")) == 2


def test_other_titles_have_a_language(read: Read) -> None:
    records, _ = read(
        "projects: [{id: p, title_fr: P, title_en: P, status: unknown, status_as_of: 2031-01-01, "
        f"other_titles: [The sand of the port, Le sable], sources: {_ECHO}}}]"
    )
    assert [row.cells["language"] for row in _rows(records[0], "names")] == ["en", "fr"]


def _sources(row: IncomingRow) -> list[str]:
    return [part.cells["source"] for part in row.children if part.table == "citations"]


def test_a_source_that_names_a_year_hangs_on_that_name(read: Read) -> None:
    cited = (
        "[{source: main, where: p1}, {source: old, where: p2 (name of 2011)}, "
        "{source: new, where: p3 (name of 2020)}, {source: page, where: p4 (name)}]"
    )
    names = (
        "[{name: Sable, attested: ['2011', '2015']}, {name: L’Dune (Oasis), attested: ['2020~']}]"
    )
    page = "sources: [{id: page, title: P, language: fr, kind: news, published: 2015-03-01}]"
    record = _actor(read, names, cited=cited, more=page)
    first, second = _rows(record, "names")
    assert _sources(first) == ["main", "old", "page"]
    assert _sources(second) == ["main", "new"]
    of_2011, of_2015 = (row for row in first.children if row.table == "attestations")
    assert (_sources(of_2011), _sources(of_2015)) == (["old"], ["page"])
    assert _sources(record.root) == ["main", "old", "new", "page"]


def test_a_name_never_stands_without_source(read: Read) -> None:
    cited = "[{source: old, where: p2 (name of 2011)}]"
    names = "[{name: Sable, attested: ['2011']}, {name: Galet, attested: ['2020']}]"
    rows = _rows(_actor(read, names, cited=cited), "names")
    assert [_sources(row) for row in rows] == [["old"], ["old"]]
