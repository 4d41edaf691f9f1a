"""What becomes of incoming records: new, same, changed, in doubt or refused, and why.

`make_plan` reads the tables, the decisions and the ledger of a folder and lays the records beside
them; it writes nothing. `coopgraph.intake.apply` writes a plan, `coopgraph.intake.report` tells it.
Records are taken in the order of file names and keys, so that the order in which files are named
makes no difference.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from coopgraph.findings import Finding
from coopgraph.intake.closing import close_import
from coopgraph.intake.codes import make_finding
from coopgraph.intake.conversion import convert_references, convert_root
from coopgraph.intake.decisions import Decisions, Target, read_decisions
from coopgraph.intake.drafts import Draft, Likeness, Problem
from coopgraph.intake.incoming import IncomingRecord
from coopgraph.intake.kinship import SAMENESS
from coopgraph.intake.ledger import Ledger
from coopgraph.intake.likeness import (
    Matcher,
    check_identity,
    find_likenesses,
    match_records,
    settle,
)
from coopgraph.intake.merge import Merging
from coopgraph.intake.parties import compare_parties
from coopgraph.intake.rows import Tables, fingerprints, read_tables
from coopgraph.intake.screening import screen_cells, screen_references, told_of
from coopgraph.intake.sourcing import count_inherited, screen_sources
from coopgraph.intake.witnesses import Witnesses
from coopgraph.progress import Progress
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.nearest import nearest_names

__all__ = ["OUTCOMES", "Entry", "Outcome", "Plan", "make_plan"]

Outcome = Literal["new", "changed", "same", "in-doubt", "refused"]
OUTCOMES: Final[tuple[Outcome, ...]] = ("new", "changed", "same", "in-doubt", "refused")

_MOST_SUGGESTIONS: Final = 100
# What readers say of a record whose id stands on an earlier row, which they do read.
_TWICE: Final = ("E301", "E908")


@dataclass(frozen=True, slots=True)
class Entry:
    """What becomes of one record: its outcome, why, and how many rows it adds or changes.

    `findings` tell why the record, or rows of it (`parts` of them), do not enter; `candidates` the
    known records that it may be; `same_id` what to decide the same where another thing has its id.
    """

    record: IncomingRecord
    target: Target
    title: str
    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    candidates: tuple[Likeness, ...] = ()
    changes: int = 0
    parts: int = 0
    same_id: tuple[str, str] | None = None


@dataclass(slots=True)
class Plan:
    """What an import would do: one entry a record, the tables after it, what was found wrong."""

    entries: list[Entry]
    findings: list[Finding]
    tables: Tables
    before: dict[str, str] = field(default_factory=dict)

    @property
    def complete(self) -> bool:
        """Tell whether everything enters: nothing held or refused, no error in a file."""
        return not any(
            entry.outcome in ("in-doubt", "refused") or entry.parts for entry in self.entries
        ) and not any(finding.severity == "error" for finding in self.findings)

    def counts(self) -> dict[str, Counter[str]]:
        """Return for each table how many records have which outcome.

        Records that a reader refused have no entry; its findings name them.
        """
        found: dict[str, Counter[str]] = {}
        for entry in self.entries:
            found.setdefault(entry.record.root.table, Counter())[entry.outcome] += 1
        for table in self._unread():
            found.setdefault(table, Counter())["refused"] += 1
        return found

    def _unread(self) -> list[str]:
        """Return the table of each record that was refused while its file was read."""
        read = {(entry.record.file, entry.record.key) for entry in self.entries}
        unread: set[tuple[str, str, int]] = set()
        for finding in self.findings:
            table, slash, _ = finding.record.partition("/")
            if not slash or table not in TABLES or finding.severity != "error":
                continue
            if finding.code in _TWICE:
                unread.add((finding.file, finding.record, finding.line))
            elif (finding.file, finding.record) not in read:
                unread.add((finding.file, finding.record, 0))
        return [record.partition("/")[0] for _, record, _ in sorted(unread)]


def make_plan(
    records: Iterable[IncomingRecord],
    folder: Path,
    *,
    told: Sequence[Finding] = (),
    matcher: Matcher = match_records,
    progress: Progress | None = None,
) -> Plan:
    """Return what an import of the records into a folder of tables would do.

    `told` is what readers found in the files; `matcher` finds likenesses (for tests).
    """
    before = fingerprints(folder)
    tables = read_tables(folder)
    decisions = read_decisions(folder)
    planning = _Planning(tables, decisions, matcher, progress)
    ordered = sorted(records, key=lambda record: (record.origin, record.key, record.digest))
    entries = planning.run(ordered)
    return Plan(entries, [*decisions.findings, *told], tables, before)


class _Planning:
    """The steps of a plan, each over all records."""

    def __init__(
        self,
        tables: Tables,
        decisions: Decisions,
        matcher: Matcher,
        progress: Progress | None,
    ) -> None:
        self.tables, self.decisions, self.matcher = tables, decisions, matcher
        self.ledger = Ledger(tables)
        self.witnesses = Witnesses(tables, self.ledger.origins)
        self.progress = progress or (lambda _what, _place, _of: None)
        self.doubts: dict[str, list[Likeness]] = {}
        self.seen: dict[tuple[str, str], Likeness] = {}
        self.suggestions = 0

    def run(self, records: Sequence[IncomingRecord]) -> list[Entry]:
        """Return the entries, in the order of the records, the tables changed by then."""
        self.progress("screening", 1, 4)
        drafts = self._prepare(records)
        self.progress("matching", 2, 4)
        if self._compare(drafts):
            self.progress("screening", 3, 4)
            drafts = self._prepare(records)
        self.progress("merging", 4, 4)
        entries = {id(draft): self._enter(draft) for draft in sorted(drafts, key=_rank)}
        close_import(self.tables, self.witnesses)
        return [entries[id(draft)] for draft in drafts]

    def _prepare(self, records: Sequence[IncomingRecord]) -> list[Draft]:
        """Rename the records by decisions, and note what cannot enter, and why."""
        drafts = [Draft.of(record, self.decisions) for record in records]
        coming = {draft.target.id for draft in drafts}
        for draft in drafts:
            self._check_start(draft, coming)
        _check_twice(drafts)
        fresh = [draft for draft in drafts if self._pending(draft) is None]
        check_identity(fresh, self.tables, self.decisions)
        self._screen(drafts)
        compare_parties([d for d in drafts if self._pending(d) is None], self.tables)
        return drafts

    def _compare(self, drafts: list[Draft]) -> bool:
        """Find likenesses, follow those that are sure; tell whether anything was found.

        A record that is held back already is not compared anew: it stays in the same doubt until
        people decide, and importing twice changes nothing.
        """
        unread = [draft for draft in drafts if self._pending(draft) is None]
        likenesses = find_likenesses(unread, self.tables, self.decisions, self.matcher)
        kept_out = {draft.target.id for draft in unread if draft.fate}
        found = [likeness for likeness in likenesses if likeness.new not in kept_out]
        for likeness in likenesses:
            # how the doubts of an earlier import look now
            self.seen[likeness.known, likeness.new] = likeness
        for doubt in settle(found, self.decisions, self.tables):
            self.doubts.setdefault(self.decisions.resolve(doubt.new), []).append(doubt)
        return bool(likenesses)

    def _doubts_of(self, draft: Draft, coming: Collection[str]) -> list[Likeness]:
        """Return the likenesses that hold a record back: of this import, or of an earlier one."""
        record, identifier = draft.record, draft.target.id
        before = self.ledger.doubts(record.origin, record.key, record.digest)
        earlier = [
            self.seen.get((other, identifier), Likeness(other, identifier, score, sure=False))
            for other, score in before.items()
            if other != identifier
            and (other in self.tables or other in coming)
            and not self.decisions.decided(other, identifier)
        ]
        if earlier:
            scores = [(found, before[found.known]) for found in earlier]
            return [found._replace(score=score) for found, score in scores]
        return self.doubts.get(identifier, [])

    def _pending(self, draft: Draft) -> frozenset[str] | None:
        record = draft.record
        return self.ledger.pending(record.origin, record.key, record.digest)

    def _check_start(self, draft: Draft, coming: Collection[str]) -> None:
        """Note what can be said of a record before its cells are looked at."""
        record, identifier = draft.record, draft.target.id
        if self._pending(draft) is not None:
            # read before: what it ended in then counts, not what the file calls it
            ended = self.ledger.record(record.origin, record.key)
            draft.target = Target(ended, self.tables.table_of(ended) or draft.target.table)
            return
        if not identifier:
            if record.root.table not in SAMENESS and record.root.table != "disputes":
                _refuse(draft, "E932", "")
            return
        holder = self.tables.table_of(identifier)
        if holder == "withdrawals":
            following = self.tables.row(identifier)["replaced_by"]
            if following:
                draft.target = draft.target._replace(id=following)
            else:
                english, french = "it was withdrawn", "il a été retiré"
                _refuse(draft, "E928", identifier, reason_en=english, reason_fr=french)
        elif identifier in self.tables.ids and identifier not in self.tables:
            english, french = "another row had it", "une autre ligne l’a porté"
            _refuse(draft, "E928", identifier, reason_en=english, reason_fr=french)
        elif holder and self.decisions.names(
            record.id, table=record.root.table, origin=record.origin
        ):
            draft.target = Target(identifier, holder)
        found = [] if holder else self._doubts_of(draft, coming)
        if found:
            draft.candidates = found
            _hold(draft)

    def _screen(self, drafts: Sequence[Draft]) -> None:
        """Say another way what decisions changed; check cells and references."""
        drafts = [draft for draft in drafts if self._pending(draft) != frozenset()]
        coming = {draft.target.id: draft.target.table for draft in drafts if not draft.fate}

        def table_of(identifier: str) -> str:
            return self.tables.table_of(identifier) or coming.get(identifier, "")

        def cell_of(identifier: str, column: str) -> str:
            if identifier not in self.tables:
                return ""
            return self.tables.row(identifier).get(column, "")

        for draft in drafts:
            convert_references(draft, table_of, cell_of)
            if draft.target.table != draft.record.root.table and self._pending(draft) is None:
                convert_root(draft)
            screen_cells(draft)
            screen_sources(draft, self.tables)
            if self._pending(draft) is not None:
                draft.root.problems.clear()
        names = [*self.tables.rows["sources"], *self.tables.rows["actors"], *coming]

        def near(identifier: str) -> tuple[str, ...]:
            self.suggestions += 1
            return nearest_names(identifier, names) if self.suggestions < _MOST_SUGGESTIONS else ()

        screen_references(drafts, self.tables.table_of, near)
        for draft in drafts:
            if not draft.fate:
                count_inherited(draft)

    def _enter(self, draft: Draft) -> Entry:
        """Put one draft into the tables, as far as it can enter, and tell."""
        record, pending = draft.record, self._pending(draft)
        if pending is not None:
            draft.root.problems.clear()
        if pending == frozenset():
            return Entry(record, draft.target, draft.title, "same")
        kept = [
            (part, problem)
            for part, problem in draft.kept_out()
            if pending is None or part.mark in pending
        ]
        findings = tuple(problem.finding for _, problem in kept)
        if draft.fate:
            own = tuple(told_of(draft))
            outcome: Outcome = "refused" if draft.fate == "refused" else "in-doubt"
            doubts = tuple(draft.candidates)
            if doubts:
                scores = {found.known: found.score for found in doubts}
                self.ledger.write_doubts(record.origin, record.key, record.digest, scores)
            told = (*own, *draft.notes)
            same_id = draft.same_id if outcome == "in-doubt" else None
            return Entry(record, draft.target, draft.title, outcome, told, doubts, same_id=same_id)
        known = draft.target.id in self.tables
        merging = Merging(self.tables, draft, self.witnesses)
        ended, changes = merging.enter(pending), merging.changes
        is_new = pending is None and not known and ended in merging.fresh
        marks = [part.mark for part, _ in kept]
        self.ledger.write(record.origin, record.key, record.digest, ended, marks)
        outcome = "new" if is_new else "changed" if changes else "same"
        notes = () if pending is not None else tuple(draft.notes)
        return Entry(
            record,
            Target(ended, draft.target.table),
            draft.title,
            outcome,
            (*findings, *notes),
            (),
            changes,
            len({id(part) for part, _ in kept}),
        )


def _rank(draft: Draft) -> int:
    """Tell when a draft enters: sources first, which reasons name; last what changes its table."""
    if draft.target.table != draft.record.root.table:
        return 2
    return 0 if draft.record.root.table == "sources" else 1


def _check_twice(drafts: Iterable[Draft]) -> None:
    """Refuse a record that a file gives again under the same key, in other words."""
    first: dict[tuple[str, str], str] = {}
    for draft in drafts:
        record = draft.record
        digest = first.setdefault((record.origin, record.key), record.digest)
        if digest != record.digest:
            _refuse(draft, "E931", record.id or record.key)


def _hold(draft: Draft) -> None:
    """Hold back a record that may be a known one."""
    place = draft.place(draft.root, "id")
    finding = make_finding(
        "E926",
        place.file,
        place.line,
        cell=place.cell,
        column="id",
        value=draft.target.id,
        record=draft.target.id,
    )
    draft.root.problems.append(Problem("held", finding))


def _refuse(draft: Draft, code: str, value: str, **facts: str) -> None:
    file, line, cell = draft.place(draft.root, "id")
    finding = make_finding(
        code, file, line, cell=cell, column="id", value=value, record=value, near=(), **facts
    )
    draft.root.problems.append(Problem("refused", finding))
