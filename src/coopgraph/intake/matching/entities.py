"""A record and all that speaks of it, gathered from its tables, ready to be compared.

>>> rows = {
...     "actors": [{"id": "dune", "kind": "technopole", "name_fr": "Technopole des Dunes"}],
...     "names": [{"id": "dune.name.1", "record": "dune", "name": "TD", "kind": "acronym"}],
... }
>>> [(label.text, label.kind) for label in entities_of(rows)[0].labels]
[('Technopole des Dunes', 'preferred'), ('TD', 'acronym')]

Cells are taken as they stand: nothing is normalised, resolved or judged here. Rows of link tables
whose record is unknown speak of nothing and are passed over. Rows of one table with one id (from
two files) become one entity.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from typing import Final, NamedTuple

from coopgraph.intake.incoming import IncomingRecord, IncomingRow
from coopgraph.tables.column_map import TABLES

__all__ = ["MATCHED", "Entity", "Label", "entities_of", "rows_of"]

# The tables whose records are compared.
MATCHED: Final = (
    "actors", "places", "agreements", "missions", "programmes", "projects", "outcomes", "sources",
)  # fmt: skip

Rows = Mapping[str, Iterable[Mapping[str, str]]]
Rename = Callable[[str, str, str], str]

# Link table → (column of the record it speaks of, column of what it says), by field of `Entity`.
_LINKS: Final = {
    "parties": (
        ("parties", "agreement", "actor"),
        ("participations", "activity", "actor"),
        ("operators", "programme", "actor"),
        ("beneficiaries", "outcome", "actor"),
        ("roles", "person", "organisation"),
    ),
    "places": (("signings", "agreement", "place"), ("venues", "activity", "place")),
    "dates": (("signings", "agreement", "when"),),
    "sources": (("citations", "record", "source"),),
    "origins": (("imports", "record", "origin"),),
    "others": (
        ("successions", "former", "latter"),
        ("sequences", "subject", "object"),
        ("relations", "subject", "object"),
    ),
}
_DATES: Final = {"sources": "published", "actors": "existence", "places": "existence"}


class Label(NamedTuple):
    """A name of a record: ``preferred``, ``alternative``, ``acronym`` or ``former``."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A record with what its own row and the rows of link tables say of it.

    `parties` are its parties, participants, operators, beneficiaries, or the bodies where a person
    holds an office; `places` where it was signed or took place, `place` the one of its own row (the
    wider place of a place); `parents` the wholes; `others` the records that a row tells apart from
    it (amended, replaced, renewed, followed, succeeded); `context` agreement and fund above it.
    """

    id: str
    table: str
    labels: tuple[Label, ...]
    kind: str = ""
    place: str = ""
    side: str = ""
    dates: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    url: str = ""
    parents: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    number: str = ""
    publisher: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()
    origins: tuple[str, ...] = ()


def entities_of(rows: Rows) -> list[Entity]:
    """Return the records of the tables that are compared, in the order of tables and rows."""
    said = {field: _gather(rows, links) for field, links in _LINKS.items()}
    names = _names(rows)
    registered = defaultdict(list)
    for row in rows.get("identifiers", ()):
        registered[row.get("record", "")].append((row.get("scheme", ""), row.get("value", "")))
    made: dict[tuple[str, str], Entity] = {}
    for table in MATCHED:
        for row in rows.get(table, ()):
            key = row["id"]
            links = {field: tuple(dict.fromkeys(found[key])) for field, found in said.items()}
            identifiers = tuple(sorted(registered[key]))
            entity = _entity(table, row, names[key], identifiers, links)
            made[table, key] = _join(made[table, key], entity) if (table, key) in made else entity
    return list(made.values())


def rows_of(
    records: Iterable[IncomingRecord], *, rename: Rename | None = None
) -> dict[str, list[dict[str, str]]]:
    """Return the rows of records that came in, links with the ids that they lack.

    The ids given here only serve to hold the rows together; the plan gives the real ones. A record
    without id is called by its origin and key. `rename` (id, table, origin) gives the id that a
    record goes by after all decisions; it is asked for ids and for references.
    """
    rows: dict[str, list[dict[str, str]]] = defaultdict(list)
    for record in records:
        name = partial(_renamed, rename, record.origin)
        key = name(record.id, record.root.table) or f"{record.origin}:{record.key}"
        rows["imports"].append({"id": "", "origin": record.origin, "record": key})
        _spread(record.root, key, "", rows, count(1), name)
    return dict(rows)


def _renamed(rename: Rename | None, origin: str, key: str, table: str) -> str:
    return rename(key, table, origin) if rename and key else key


def _spread(
    row: IncomingRow,
    key: str,
    above: str,
    rows: dict[str, list[dict[str, str]]],
    numbers: count[int],
    name: Callable[[str, str], str],
) -> None:
    """Put a row and those below it into the tables."""
    own = key if not above else row.cells.get("id") or f"{key}#{next(numbers)}"
    cells = {**row.cells, "id": own}
    for column in TABLES[row.table].columns if row.table in TABLES else ():
        if column.kind == "ref" and cells.get(column.name):
            table = column.tables[0] if len(column.tables) == 1 else ""
            cells[column.name] = name(cells[column.name], table)
    if row.parent:
        cells[row.parent] = above
    rows[row.table].append(cells)
    for child in row.children:
        _spread(child, key, own, rows, numbers, name)


def _gather(rows: Rows, links: Iterable[tuple[str, str, str]]) -> defaultdict[str, list[str]]:
    """Return what link tables say, by the record of which they say it."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for table, about, says in links:
        for row in rows.get(table, ()):
            if row.get(says):
                found[row.get(about, "")].append(row[says])
    return found


def _names(rows: Rows) -> defaultdict[str, list[Label]]:
    """Return the further names of records."""
    found: defaultdict[str, list[Label]] = defaultdict(list)
    for row in rows.get("names", ()):
        if row.get("name"):
            label = Label(row["name"], row.get("kind") or "alternative")
            found[row.get("record", "")].append(label)
    return found


def _entity(
    table: str,
    row: Mapping[str, str],
    names: list[Label],
    identifiers: tuple[tuple[str, str], ...],
    links: Mapping[str, tuple[str, ...]],
) -> Entity:
    """Return the entity of a row of its own."""
    own = [
        row.get(column, "") for column in ("name_fr", "name_en", "title_fr", "title_en", "title")
    ]
    labels = [*(Label(text, "preferred") for text in own if text), *names]
    date = row.get(_DATES.get(table, "when"), "")
    return Entity(
        id=row["id"],
        table=table,
        labels=tuple(dict.fromkeys(labels)),
        kind=row.get("kind", ""),
        place=row.get("within" if table == "places" else "place", ""),
        side=row.get("side", ""),
        dates=links["dates"] or ((date,) if date else ()),
        parties=links["parties"],
        places=links["places"],
        sources=links["sources"],
        url=row.get("url", ""),
        parents=_cells(row, "part_of", "of"),
        others=(*_cells(row, "amends", "replaces", "renews", "copy_of"), *links["others"]),
        context=_cells(row, "under", "funded_by"),
        number=row.get("number", "") or row.get("ordinal", ""),
        publisher=row.get("publisher", ""),
        identifiers=identifiers,
        origins=links["origins"],
    )


def _join(first: Entity, second: Entity) -> Entity:
    """Return one entity for two rows with the same id: what the first leaves empty, and all names.

    Both have been given the rows of link tables already, which speak of the id.
    """
    return replace(
        first,
        labels=tuple(dict.fromkeys((*first.labels, *second.labels))),
        place=first.place or second.place,
        dates=tuple(dict.fromkeys((*first.dates, *second.dates))),
        url=first.url or second.url,
        parents=tuple(dict.fromkeys((*first.parents, *second.parents))),
        others=tuple(dict.fromkeys((*first.others, *second.others))),
        context=tuple(dict.fromkeys((*first.context, *second.context))),
        number=first.number or second.number,
        publisher=first.publisher or second.publisher,
    )


def _cells(row: Mapping[str, str], *columns: str) -> tuple[str, ...]:
    return tuple(row[column] for column in columns if row.get(column))
