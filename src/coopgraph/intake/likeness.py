"""Which incoming records may be known already: sure ones are decided here, the others held back.

A pair that `coopgraph.intake.matching` is sure of becomes a decision, and a row of ``matches.csv``
that says how sure; a pair in doubt keeps the new record out until a person has decided. The same id
for clearly different things is a doubt too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from coopgraph.intake.codes import make_finding
from coopgraph.intake.decisions import Decisions
from coopgraph.intake.drafts import Draft, Likeness, Part, Problem
from coopgraph.intake.incoming import IncomingRecord, IncomingRow
from coopgraph.intake.rows import Tables

__all__ = ["Matcher", "check_identity", "find_likenesses", "match_records", "settle"]

_NAMES: Final = ("name_fr", "title_fr", "name_en", "title_en", "title")
_UNLIKE: Final = 50.0


Matcher = Callable[
    [Mapping[str, Iterable[Mapping[str, str]]], Sequence[IncomingRecord], Decisions],
    list[Likeness],
]


def match_records(
    known: Mapping[str, Iterable[Mapping[str, str]]],
    records: Sequence[IncomingRecord],
    decisions: Decisions,
) -> list[Likeness]:
    """Return the likenesses of records with known rows and with each other, best first."""
    from coopgraph.intake import matching

    entities = matching.entities_of(known)
    names = {entity.id for entity in entities}
    incoming: dict[str, matching.Entity] = {}
    for entity in matching.entities_of(matching.rows_of(records)):
        if entity.id not in names:
            incoming.setdefault(entity.id, entity)
    found = matching.match_entities(entities, incoming.values(), decided=decisions.decided)
    return [
        Likeness(
            candidate.first.id,
            candidate.second.id,
            candidate.score,
            candidate.score >= matching.SURE,
            tuple(reason.reason_fr for reason in candidate.reasons),
            tuple(reason.reason_en for reason in candidate.reasons),
        )
        for candidate in found
    ]


def find_likenesses(
    drafts: Sequence[Draft], tables: Tables, decisions: Decisions, matcher: Matcher
) -> list[Likeness]:
    """Return the likenesses of the drafts whose ids are new."""
    new = [draft for draft in drafts if draft.target.id and draft.target.id not in tables]
    if not new:
        return []
    known = {name: list(rows.values()) for name, rows in tables.rows.items()}
    return matcher(known, [_renamed(draft) for draft in new], decisions)


def settle(likenesses: Iterable[Likeness], decisions: Decisions, tables: Tables) -> list[Likeness]:
    """Decide what is sure, write it down in ``matches.csv``, and return what is in doubt."""
    doubts = []
    for found in likenesses:
        if decisions.decided(found.known, found.new):
            continue
        rivals = {found.known, decisions.resolve(found.known)}
        if not found.sure or decisions.resolve(found.new) not in {found.new, *rivals}:
            # sure of two records that are not one: a person has to say which
            doubts.append(found)
            continue
        decisions.same(found.new, found.known)
        cells = {
            "subject_id": found.new,
            "predicate_id": "skos:exactMatch",
            "object_id": found.known,
            "mapping_justification": "semapv:LexicalMatching",
            "confidence": f"{found.score:.3f}".rstrip("0").rstrip("."),
            "author_label": "coopgraph",
        }
        tables.add("matches", cells, parent=found.new)
    return [found for found in doubts if not decisions.decided(found.known, found.new)]


def check_identity(drafts: Iterable[Draft], tables: Tables, decisions: Decisions) -> None:
    """Hold back the drafts whose id is that of a clearly different thing."""
    first: dict[str, tuple[str, Mapping[str, str]]] = {}
    for draft in drafts:
        identifier, table = draft.target
        if not identifier or draft.fate:
            continue
        if identifier in tables and tables.table_of(identifier) != "withdrawals":
            known: tuple[str, Mapping[str, str]] = (
                tables.table_of(identifier),
                tables.row(identifier),
            )
        else:
            known = first.setdefault(identifier, (table, draft.root.cells))
        record = draft.record
        if known[0] == table and decisions.names(
            record.id, table=record.root.table, origin=record.origin
        ):
            continue
        if known[0] != table or _is_unlike(known[1], draft.root.cells):
            draft.root.problems.append(_same_id(draft, *known))


def _is_unlike(known: Mapping[str, str], cells: Mapping[str, str]) -> bool:
    """Tell whether side or kind differ, and no name resembles another."""
    differs = any(
        known.get(name) and cells.get(name) and known[name] != cells[name]
        for name in ("side", "kind")
    )
    if not differs:
        return False
    from rapidfuzz import fuzz, utils  # only where something differs

    pairs = [(known.get(one, ""), cells.get(other, "")) for one in _NAMES for other in _NAMES]
    scores = [
        fuzz.token_set_ratio(one, other, processor=utils.default_process)
        for one, other in pairs
        if one and other
    ]
    return bool(scores) and max(scores) < _UNLIKE


def _same_id(draft: Draft, table: str, row: Mapping[str, str]) -> Problem:
    record, identifier = draft.record, draft.target.id
    name = next((row[column] for column in _NAMES if row.get(column)), identifier)
    scope = f"{record.origin}:{record.root.table}/{record.id}"
    draft.same_id = scope, f"{table}/{identifier}"
    place = draft.place(draft.root, "id")
    finding = make_finding(
        "E927",
        place.file,
        place.line,
        cell=place.cell,
        column="id",
        value=identifier,
        record=identifier,
        other=f"{table}, {name}",
    )
    return Problem("held", finding)


def _renamed(draft: Draft) -> IncomingRecord:
    """Return the record with the ids that decisions give it, to be compared."""
    record = draft.record
    root = _row(draft.root)
    root.cells["id"] = draft.target.id
    return IncomingRecord(
        root, record.origin, record.key, record.digest, record.file, record.line, record.column
    )


def _row(part: Part) -> IncomingRow:
    children = [_row(child) for child in part.children]
    return IncomingRow(part.table, dict(part.cells), part.parent, part.line, children)
