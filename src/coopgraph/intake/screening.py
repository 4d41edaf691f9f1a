"""Which incoming rows could stand in the tables: cells, references, ids.

Cells are checked as `coopgraph.tables.check` does, so that what enters has no errors. Holding back
spreads: a record that names one that is held or refused is itself held or refused; a row of a link
table falls alone, and the record that it belongs to may enter.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from coopgraph.findings import Finding
from coopgraph.intake.codes import make_finding
from coopgraph.intake.drafts import Draft, Part, Problem
from coopgraph.tables.cells import CellCheck, CellFault, cell_check
from coopgraph.tables.codes import make_finding as make_cell_finding
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.columns import Column
from coopgraph.vocabulary import read_schemes

__all__ = ["Screen", "screen_cells", "screen_references", "told_of"]

Schemes = Mapping[str, Collection[str]]
TableOf = Callable[[str], str]

_ENDS: Final = (("subject", "object"), ("former", "latter"))
_WHOLES: Final = ("part_of", "within", "broader", "amends", "replaces", "renews", "copy_of")


class Screen:
    """The checks of all columns, made once."""

    def __init__(self, schemes: Schemes) -> None:
        self._checks: dict[tuple[str, str], CellCheck] = {}
        for table in TABLES.values():
            for column in table.columns:
                if column.kind not in ("ref", "column", "table"):
                    check = cell_check(column, schemes=schemes, header=table.header)
                    self._checks[table.name, column.name] = check

    def fault(self, table: str, column: str, value: str) -> CellFault | None:
        """Return what is wrong with a cell; warnings do not count."""
        check = self._checks.get((table, column))
        found = check(value) if check is not None else None
        return found if found is not None and found.code.startswith("E") else None


@lru_cache(maxsize=1)
def _shipped_screen() -> Screen:
    return Screen(read_schemes())


def screen_cells(draft: Draft) -> None:
    """Note in the rows of a draft what is wrong with their cells."""
    _screen_part(draft, draft.root, "")


def _screen_part(draft: Draft, part: Part, above: str) -> None:
    screen, table = _shipped_screen(), TABLES[part.table]
    whole = part is draft.root and draft.target.table != draft.record.root.table
    for name, value in part.cells.items():
        if name not in table.header:
            if value:
                finding = _finding(draft, part, "E935", name, value, table=part.table)
                part.problems.append(Problem("refused", finding))
        elif value and (fault := screen.fault(part.table, name, value)) is not None:
            _note_fault(draft, part, name, value, fault)
    for column in table.columns:
        given = part.cells.get(column.name) or column.name in ("id", part.parent) or whole
        if column.required and not given:
            helps = {"help_en": column.help_en or column.label_en}
            helps |= {"help_fr": column.help_fr or column.label_fr}
            _note_fault(draft, part, column.name, "", CellFault("E200", helps))
    about = part.cells.get("column", "")
    if about and part.parent == "record" and above and about not in TABLES[above].header:
        _note_fault(draft, part, "column", about, CellFault("E212", {"table": above}))
    for child in part.children:
        _screen_part(draft, child, part.table)


def _note_fault(draft: Draft, part: Part, column: str, value: str, fault: CellFault) -> None:
    facts = dict(fault.facts)
    place = draft.place(part, column)
    finding = make_cell_finding(
        fault.code,
        place.file,
        place.line,
        cell=place.cell,
        column=column,
        value=facts.pop("value", value),
        record=draft.record.id or draft.record.key,
        near=fault.near,
        **facts,
    )
    part.problems.append(Problem("refused", finding))


def screen_references(
    drafts: Iterable[Draft], known: Callable[[str], str], near: Callable[[str], tuple[str, ...]]
) -> None:
    """Note what names records that are not there, or are held or refused, until nothing changes.

    `known` tells the table of an id on disk, `near` the ids that look like one.
    """
    everything = list(drafts)
    round_ = _Round(everything, known, near)
    live = [draft for draft in everything if not draft.fate]
    faulty = {id(draft) for draft in everything if draft.fate == "refused"}
    changed = True
    while changed:
        changed = False
        for draft in live:
            problems = round_.check_root(draft)
            draft.root.problems += problems
            changed = changed or bool(problems)
        round_.update()
        live = [draft for draft in live if not draft.fate]
    for draft in everything:
        if id(draft) in faulty:
            draft.root.problems += round_.check(draft, draft.root)
        for child in draft.root.children:
            round_.check_below(draft, child)


class _Round:
    """What is there: ids on disk, ids of drafts that enter, fates of the others."""

    def __init__(
        self,
        drafts: list[Draft],
        known: Callable[[str], str],
        near: Callable[[str], tuple[str, ...]],
    ) -> None:
        self._drafts, self._known, self._near = drafts, known, near
        self._entering: dict[str, str] = {}
        self._fates: dict[str, str] = {}
        self.update()

    def update(self) -> None:
        """Look again at which drafts enter."""
        self._entering = {}
        self._fates = {}
        for draft in self._drafts:
            for identifier, table in _own_ids(draft):
                if not draft.fate:
                    self._entering[identifier] = table
                elif self._fates.get(identifier) != "held":
                    self._fates[identifier] = draft.fate

    def check_root(self, draft: Draft) -> list[Problem]:
        """Return the problems of the record's own references, or that of all its citations."""
        problems = self.check(draft, draft.root)
        identifier, table = draft.target
        if table != draft.record.root.table and table not in (
            self._known(identifier),
            self._entering.get(identifier),
        ):
            return [Problem("held", _finding(draft, draft.root, "E922", "id", identifier))]
        if problems:
            return problems
        cited = [child for child in draft.root.children if child.table == "citations"]
        found = [child.problems or self.check(draft, child) for child in cited]
        if cited and all(found):
            fates = [problem.fate for some in found for problem in some]
            finding = _finding(draft, draft.root, "E934", "", draft.target.id)
            return [Problem("held" if "held" in fates else "refused", finding)]
        return []

    def check_below(self, draft: Draft, part: Part) -> None:
        """Note the problems of a row of a link table, and of those below it."""
        if not any(problem.finding.code == "E929" for problem in part.problems):
            part.problems += self.check(draft, part)
        for child in part.children:
            self.check_below(draft, child)
        cited = [child for child in part.children if child.table == "citations"]
        if cited and not part.problems and all(child.problems for child in cited):
            fates = [problem.fate for child in cited for problem in child.problems]
            finding = _finding(draft, part, "E934", "", draft.target.id)
            fate: Problem = Problem("held" if "held" in fates else "refused", finding)
            part.problems.append(fate)

    def check(self, draft: Draft, part: Part) -> list[Problem]:
        """Return the problems of the references of a row."""
        found = [
            self._reference(draft, part, column, value)
            for column in TABLES[part.table].columns
            if column.kind == "ref" and (value := part.cells.get(column.name, ""))
        ]
        problems = [problem for problem in found if problem is not None]
        return problems or self._check_ends(draft, part)

    def _check_ends(self, draft: Draft, part: Part) -> list[Problem]:
        """Return what is wrong where both ends of a row are one record."""
        for one, other in _ENDS:
            value = part.cells.get(one, "")
            mine = draft.target.id if one == part.parent else value
            theirs = draft.target.id if other == part.parent else part.cells.get(other, "")
            if mine and mine == theirs:
                return [Problem("refused", _finding(draft, part, "E933", other, mine))]
        if part is draft.root:
            for column_name in _WHOLES:
                if part.cells.get(column_name, "") == draft.target.id != "":
                    finding = _finding(draft, part, "E933", column_name, draft.target.id)
                    draft.notes.append(finding)
                    part.cells[column_name] = ""
        return []

    def _reference(self, draft: Draft, part: Part, column: Column, value: str) -> Problem | None:
        table = self._known(value) or self._entering.get(value, "")
        if not table or table == "withdrawals":
            fate = self._fates.get(value)
            if fate == "held":
                return Problem("held", _finding(draft, part, "E924", column.name, value))
            if fate:
                return Problem("refused", _finding(draft, part, "E925", column.name, value))
            finding = _finding(draft, part, "E922", column.name, value, near=self._near(value))
            return Problem("refused", finding)
        if column.tables and table not in column.tables:
            wanted = ", ".join(column.tables)
            finding = _finding(draft, part, "E923", column.name, value, found=table, wanted=wanted)
            return Problem("refused", finding)
        return None


def told_of(draft: Draft) -> Iterator[Finding]:
    """Yield what is wrong with a record that stays out, and with the rows below it.

    That rows below name what is held or refused itself follows from something else: left out.
    """
    for part in draft.root.walk():
        for problem in part.problems:
            follows = problem.finding.code in ("E924", "E925", "E934")
            if part is draft.root or not follows:
                yield problem.finding


def _own_ids(draft: Draft) -> Iterable[tuple[str, str]]:
    if draft.target.id and draft.target.table == draft.record.root.table:
        yield draft.target
    for part in draft.root.walk():
        if part is not draft.root and part.cells.get("id") and not part.problems:
            yield part.cells["id"], part.table


def _finding(
    draft: Draft,
    part: Part,
    code: str,
    column: str,
    value: str,
    *,
    near: tuple[str, ...] = (),
    **facts: str,
) -> Finding:
    place = draft.place(part, column)
    return make_finding(
        code,
        place.file,
        place.line,
        cell=place.cell,
        column=column,
        value=value,
        record=draft.target.id or draft.record.key,
        near=near,
        **facts,
    )
