"""A body that was decided to be a programme: what other rows say of it is said another way.

A file calls a fund an actor; ``matches.csv`` says ``actors/fonds`` is ``programmes/fonds``. Then

- "the fund operates the programme P" becomes: P is part of the fund;
- "the fund takes part as funder" becomes: the activity is funded by it, or a relation ``funds``;
- "the award comes from the fund" becomes: the award is given under it.

What cannot be said another way is refused with its reason. The main row of the body itself adds no
cells to the programme; names, notes, citations and other rows that fit it do enter, the rest is
told.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from coopgraph.intake.codes import make_finding
from coopgraph.intake.drafts import Draft, Part, Problem
from coopgraph.tables.column_map import TABLES

__all__ = ["convert_references", "convert_root"]

TableOf = Callable[[str], str]
CellOf = Callable[[str, str], str]

_KEPT: Final = ("id", "name_fr", "name_en", "note_fr", "note_en", "inferred")


def convert_references(draft: Draft, table_of: TableOf, cell_of: CellOf) -> None:
    """Say another way, in the rows of a draft, what names a programme in a column for actors.

    `table_of` tells the table of an id, `cell_of` what a cell of a known record holds.
    """
    for above in list(draft.root.walk()):
        for part in list(above.children):
            for column in TABLES[part.table].columns:
                value = part.cells.get(column.name, "")
                actors = column.kind == "ref" and column.tables == ("actors",)
                if value and actors and table_of(value) == "programmes":
                    _convert(draft, above, part, column.name, cell_of)


def _convert(draft: Draft, above: Part, part: Part, column: str, cell_of: CellOf) -> None:
    """Say one row another way, or refuse it."""
    programme = part.cells[column]
    if part.table == "operators" and column == "actor" and above is draft.root:
        _move_up(draft, above, part, "part_of", programme, cell_of)
    elif part.table == "awards" and column == "funder":
        if part.cells.get("programme", "") in ("", programme):
            part.cells["programme"], part.cells["funder"] = programme, ""
        else:
            reason = "the award has another programme", "l’aide a déjà un autre programme"
            _refuse(draft, part, column, programme, reason)
    elif part.table == "participations" and part.cells.get("role") == "funder":
        if above is draft.root and _is_free(above, "funded_by", programme, draft, cell_of):
            _move_up(draft, above, part, "funded_by", programme, cell_of)
        else:
            part.table, part.parent = "relations", "object"
            notes = {name: part.cells.get(name, "") for name in ("note_fr", "note_en")}
            part.cells = {"subject": programme, "predicate": "funds"} | notes
    else:
        reason = "only an actor can stand here", "seul un acteur peut figurer ici"
        _refuse(draft, part, column, programme, reason)


def _is_free(above: Part, column: str, value: str, draft: Draft, cell_of: CellOf) -> bool:
    stated = above.cells.get(column) or cell_of(draft.target.id, column)
    return stated in ("", value)


def _move_up(
    draft: Draft, above: Part, part: Part, column: str, value: str, cell_of: CellOf
) -> None:
    """Put what a row says into a cell of the row above it, and its citations below that."""
    if not _is_free(above, column, value, draft, cell_of):
        reason = (
            "the record is part of another programme",
            "la fiche fait partie d’un autre programme",
        )
        _refuse(draft, part, "actor", value, reason)
        return
    if value != draft.target.id:
        above.cells[column] = value
    above.children.remove(part)
    for child in part.children:
        if child.table == "citations":
            child.cells.setdefault("column", column if value != draft.target.id else "")
            above.children.append(child)
    for note in ("note_fr", "note_en"):
        if part.cells.get(note):
            above.cells[note] = " ".join(filter(None, (above.cells.get(note), part.cells[note])))


def _refuse(draft: Draft, part: Part, column: str, programme: str, reason: tuple[str, str]) -> None:
    place = draft.place(part, column)
    finding = make_finding(
        "E929",
        place.file,
        place.line,
        cell=place.cell,
        column=column,
        value=programme,
        record=draft.target.id,
        programme=programme,
        reason_en=reason[0],
        reason_fr=reason[1],
    )
    part.problems.append(Problem("refused", finding))


def convert_root(draft: Draft) -> None:
    """Keep of a record what fits the record of another table that it was decided to be.

    Names become rows of ``names``; cells that do not fit are told; rows that cannot speak of such
    a record are refused.
    """
    root, table = draft.root, draft.target.table
    line = draft.root.line or draft.record.line
    for name in ("name_fr", "name_en"):
        if root.cells.get(name):
            row = {"name": root.cells[name], "language": name[-2:], "kind": "alternative"}
            root.children.append(Part("names", row, "record", line, f"{root.mark}{name}"))
    for name, value in root.cells.items():
        if value and name not in _KEPT:
            place = draft.place(root, name)
            told = make_finding(
                "W930",
                place.file,
                place.line,
                cell=place.cell,
                column=name,
                value=value,
                record=draft.target.id,
                table=table,
            )
            draft.notes.append(told)
    for child in root.children:
        fits = TABLES[child.table].column(child.parent).tables if child.parent else ()
        if fits and table not in fits:
            reason = (
                f"rows of “{child.table}” do not fit",
                f"les lignes de « {child.table} » ne conviennent pas",
            )
            _refuse(draft, child, child.parent, draft.target.id, reason)
        elif child.cells.get("column"):
            child.cells["column"] = ""
    root.cells = {name: root.cells.get(name, "") for name in ("note_fr", "note_en")}
    root.table = table
