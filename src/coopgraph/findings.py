"""What is wrong in data: one `Finding` for each problem, never an exception.

A finding names the file, the physical line, the column, what was found, what was expected and
what to do, in French and in English, under a stable code (documented in ``docs/findings.md``).

>>> finding = Finding(
...     file="missions.csv",
...     line=14,
...     column="when",
...     code="E203",
...     value="automn 2018",
...     text_en="date not recognised",
...     text_fr="date non reconnue",
...     remedy_en="write EDTF or “automne 2018”",
...     remedy_fr="écrire en EDTF ou « automne 2018 »",
...     cell="C14",
... )
>>> print(format_finding(finding, "en"))
missions.csv:14:when: E203 date not recognised “automn 2018” — write EDTF or “automne 2018”
(cell C14)

It does not look for problems: `coopgraph.tables.check` and `coopgraph.validate` do.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

__all__ = [
    "Finding",
    "format_finding",
    "format_findings",
    "has_errors",
    "quote_value",
    "sort_findings",
]


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem in data, with its place and its remedy.

    `line` is the physical line of the file (1 = first; 0 = the file as a whole); `column` is the
    name of the column (or the column number of a text file, as digits); `cell` is the address in a
    spreadsheet. The code begins with E (error) or W (warning).
    """

    file: str
    line: int
    column: str
    code: str
    value: str
    text_en: str
    text_fr: str
    remedy_en: str
    remedy_fr: str
    cell: str = ""
    record: str = ""

    @property
    def severity(self) -> str:
        """Return ``"error"`` or ``"warning"``, from the first letter of the code."""
        return "warning" if self.code.startswith("W") else "error"


def sort_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings in file order: file, line, column, code."""
    return sorted(findings, key=lambda f: (f.file, f.line, f.cell, f.column, f.code, f.value))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether any finding is an error and not a warning."""
    return any(finding.severity == "error" for finding in findings)


def format_finding(finding: Finding, language: str) -> str:
    """Return the finding as one line of text in `language` (``"fr"`` or ``"en"``)."""
    french = language == "fr"
    place = ":".join(
        part for part in (finding.file, str(finding.line or ""), finding.column) if part
    )
    text = finding.text_fr if french else finding.text_en
    quoted = quote_value(finding.value, french=french) if finding.value else ""
    shown = f" {quoted}" if quoted and quoted not in text else ""  # some texts say it themselves
    remedy = finding.remedy_fr if french else finding.remedy_en
    cell = f" ({'cellule' if french else 'cell'} {finding.cell})" if finding.cell else ""
    dash = f" — {remedy}" if remedy else ""
    return f"{place}: {finding.code} {text}{shown}{dash}{cell}"


def format_findings(findings: Iterable[Finding], *, style: str, language: str) -> str:
    """Return the findings as ``text``, ``json`` or ``github`` annotations, one string.

    Raises:
        ValueError: the style is none of the three.
    """
    ordered = sort_findings(findings)
    if style == "json":
        return json.dumps([_as_json(finding) for finding in ordered], ensure_ascii=False, indent=2)
    if style == "github":
        return "\n".join(_as_annotation(finding, language) for finding in ordered)
    if style == "text":
        return "\n".join(format_finding(finding, language) for finding in ordered)
    raise ValueError(style)


def quote_value(value: str, *, french: bool) -> str:
    """Return the value in the quotation marks of the language, cut at 80 characters.

    Control and bidirectional characters are written as escapes: a value comes from a stranger's
    file and must not steer the reader's terminal.
    """
    cut = value if len(value) <= 80 else value[:79] + "…"
    safe = "".join(c if c.isprintable() or c == " " else repr(c)[1:-1] for c in cut)
    return f"«\N{NO-BREAK SPACE}{safe}\N{NO-BREAK SPACE}»" if french else f"“{safe}”"


def _as_json(finding: Finding) -> dict[str, object]:
    return {"severity": finding.severity, **asdict(finding)}


def _as_annotation(finding: Finding, language: str) -> str:
    """Return a workflow command of GitHub Actions, with its escapes."""
    message = format_finding(finding, language)
    for character, escape in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        message = message.replace(character, escape)
    line = f",line={finding.line}" if finding.line else ""
    return f"::{finding.severity} file={finding.file}{line},title={finding.code}::{message}"
