"""Tell a plan: how many records enter, and for each that does not why and what to do.

As text for people (French or English), as JSON, or as CSV with one row for each record or row that
was held back or refused, to open beside the file.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Final

from coopgraph.findings import Finding, format_finding, sort_findings
from coopgraph.intake.plan import OUTCOMES, Entry, Plan
from coopgraph.tables.codes import french_spaces
from coopgraph.tables.column_map import TABLES

__all__ = ["STYLES", "spell_report"]

STYLES: Final = ("text", "json", "csv")

_WORDS: Final = {
    "new": ("nouvelles", "new"),
    "changed": ("complétées", "changed"),
    "same": ("inchangées", "same"),
    "in-doubt": ("en doute", "in doubt"),
    "refused": ("refusées", "refused"),
}
_HEADER: Final = (
    "outcome", "file", "line", "column", "table", "id", "title", "code", "value", "reason",
    "remedy", "candidates", "key", "cell",
)  # fmt: skip


def spell_report(
    plan: Plan,
    *,
    style: str = "text",
    language: str = "en",
    details: bool = False,
    decide: str = "coopgraph match",
) -> str:
    """Return what a plan does, in `style` (``text``, ``json``, ``csv``).

    With `details` the text lists records that are new or changed, too. `decide` is the command
    that settles a doubt, with the files and the tables of this import, ready to be typed again.

    Raises:
        ValueError: the style is none of the three.
    """
    if style == "json":
        return _as_json(plan)
    if style == "csv":
        return _as_csv(plan, language)
    if style == "text":
        return "\n".join(_as_text(plan, language, details=details, decide=decide))
    raise ValueError(style)


def _as_text(plan: Plan, language: str, *, details: bool, decide: str) -> Iterator[str]:
    """Yield the lines of the report: counts, then doubts, refusals, and what readers found."""
    french = language == "fr"
    yield from _counts(plan, french=french)
    doubts = [entry for entry in plan.entries if entry.outcome == "in-doubt"]
    refused = [entry for entry in plan.entries if entry.outcome == "refused"]
    parts = [entry for entry in plan.entries if entry.parts]
    told = [entry for entry in plan.entries if entry.findings and entry not in (*doubts, *refused)]
    noted = [entry for entry in told if not entry.parts]
    groups = (
        ("Fiches en doute", "Records in doubt", doubts),
        ("Fiches refusées", "Refused records", refused),
        ("Fiches dont des lignes n’entrent pas", "Records of which some rows stay out", parts),
        ("Remarques", "Remarks", noted),
    )
    for title_fr, title_en, entries in groups:
        if entries:
            title = french_spaces(f"{title_fr} :") if french else f"{title_en}:"
            yield from ("", f"{title} {len(entries)}")
            for entry in entries:
                yield from _entry(entry, language, decide)
    if plan.findings:
        yield from ("", french_spaces("Lecture des fichiers :") if french else "Reading the files:")
        for finding in sort_findings(plan.findings):
            yield "  " + format_finding(finding, language)
    if details:
        yield from _listing(plan, french=french)


def _counts(plan: Plan, *, french: bool) -> Iterator[str]:
    """Yield one line a table: its name and how many records have which outcome."""
    place = 0 if french else 1
    heads = [_WORDS[outcome][place] for outcome in OUTCOMES]
    counts = plan.counts()
    names = {name: (TABLES[name].label_fr if french else TABLES[name].label_en) for name in TABLES}
    rows = [
        (names[name], [counts[name][outcome] for outcome in OUTCOMES])
        for name in TABLES
        if name in counts
    ]
    total = [sum(row[1][column] for row in rows) for column in range(len(OUTCOMES))]
    rows.append(("Total", total))
    width = max(len(name) for name, _ in rows)
    yield " " * width + "".join(f"  {head:>10}" for head in heads)
    for name, numbers in rows:
        yield f"{name:<{width}}" + "".join(f"  {number:>10}" for number in numbers)


def _entry(entry: Entry, language: str, decide: str) -> Iterator[str]:
    """Yield the lines on one record that does not enter, or not whole."""
    record, french = entry.record, language == "fr"
    named = entry.target.id or (record.key if entry.title == record.key else "")
    yield f"- {entry.title} ({', '.join(filter(None, (record.root.table, named)))})"
    for finding in entry.findings:
        yield "    " + format_finding(finding, language)
    for found in entry.candidates:
        reasons = ", ".join(found.reasons_fr if french else found.reasons_en)
        why = (f" : {reasons}" if french else f": {reasons}") if reasons else ""
        text = f"    {found.new} ≟ {found.known} ({found.score:.2f}){why}"
        yield french_spaces(text) if french else text
        yield f"      {decide} --same {found.new} {found.known}"
        yield f"      {decide} --different {found.new} {found.known}"
    if entry.same_id is not None:
        yield f"      {decide} --same {' '.join(entry.same_id)}"


def _listing(plan: Plan, *, french: bool) -> Iterator[str]:
    """Yield the records that are new or changed."""
    for outcome in ("new", "changed"):
        entries = [entry for entry in plan.entries if entry.outcome == outcome]
        if entries:
            head = _WORDS[outcome][0 if french else 1].capitalize()
            yield from ("", french_spaces(f"{head} :") if french else f"{head}:")
            for entry in entries:
                names = entry.record.root.table, entry.target.id
                yield f"- {entry.title} ({', '.join(filter(None, names))})"


def _as_json(plan: Plan) -> str:
    entries = [
        {
            "outcome": entry.outcome,
            "origin": entry.record.origin,
            "key": entry.record.key,
            "table": entry.record.root.table,
            "id": entry.target.id,
            "title": entry.title,
            "file": entry.record.file,
            "line": entry.record.line,
            "changes": entry.changes,
            "parts": entry.parts,
            "findings": [asdict(finding) for finding in entry.findings],
            "candidates": [found._asdict() for found in entry.candidates],
        }
        for entry in plan.entries
    ]
    counts = {
        name: {outcome: count[outcome] for outcome in OUTCOMES}
        for name, count in sorted(plan.counts().items())
    }
    findings = [asdict(finding) for finding in sort_findings(plan.findings)]
    whole = {"counts": counts, "entries": entries, "findings": findings}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _as_csv(plan: Plan, language: str) -> str:
    """Return one row for each reason why a record, or a row of it, does not enter."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(_HEADER)
    for entry in plan.entries:
        writer.writerows(_csv_rows(entry, language))
    for finding in sort_findings(plan.findings):
        writer.writerow(_csv_row("", finding, language))
    return buffer.getvalue().removesuffix("\n")


def _csv_rows(entry: Entry, language: str) -> Iterable[list[str]]:
    record = entry.record
    candidates = "; ".join(f"{found.known} ({found.score:.2f})" for found in entry.candidates)
    outcome = entry.outcome if entry.outcome in ("in-doubt", "refused") else "part"
    for finding in entry.findings:
        row = _csv_row(outcome, finding, language)
        row[4:7] = [record.root.table, entry.target.id, entry.title]
        row[11:13] = [candidates, f"{record.origin}/{record.key}"]
        yield row


def _csv_row(outcome: str, finding: Finding, language: str) -> list[str]:
    french = language == "fr"
    text = finding.text_fr if french else finding.text_en
    remedy = finding.remedy_fr if french else finding.remedy_en
    place = [outcome or finding.severity, finding.file, str(finding.line), finding.column]
    return [
        *place,
        "",
        finding.record,
        "",
        finding.code,
        finding.value,
        text,
        remedy,
        "",
        "",
        finding.cell,
    ]
