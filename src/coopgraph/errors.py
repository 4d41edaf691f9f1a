"""The errors that coopgraph raises, all of one family.

::

    CoopgraphError
     ├─ UsageError            what was asked for is not on offer (exit code 2)
     │   ├─ UnknownQuery
     │   ├─ UnknownParameter
     │   ├─ MissingParameter
     │   ├─ UnknownFormat
     │   ├─ UnknownEntity
     │   └─ MissingExtra        libraries that come with an extra are not installed
     ├─ DataError             the input is wrong; carries findings (exit code 1)
     ├─ QuerySyntaxError      a reader's SPARQL does not parse; line and column
     ├─ QueryRefused          a reader's SPARQL asks for what is not allowed
     ├─ QueryTimeout          the query was stopped at its limit
     ├─ QueryBusy             too many queries run or wait already
     ├─ StoreError            the store is locked, missing, damaged or unreachable
     └─ WriteError            the output could not be written; nothing was left behind

Trouble *inside* data is not an exception but a `coopgraph.findings.Finding`. Every error says
what happened, where, and what to do, in French and in English.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coopgraph.findings import Finding

__all__ = [
    "CoopgraphError",
    "DataError",
    "MissingExtra",
    "MissingParameter",
    "QueryBusy",
    "QueryRefused",
    "QuerySyntaxError",
    "QueryTimeout",
    "StoreError",
    "UnknownEntity",
    "UnknownFormat",
    "UnknownParameter",
    "UnknownQuery",
    "UsageError",
    "WriteError",
]


class CoopgraphError(Exception):
    """The base of all errors of coopgraph; holds its text in both languages.

    >>> CoopgraphError("No folder here.", "Aucun dossier ici.").text("fr")
    'Aucun dossier ici.'
    """

    exit_code = 1

    def __init__(self, text_en: str, text_fr: str) -> None:
        super().__init__(text_en)
        self.text_en = text_en
        self.text_fr = text_fr

    def text(self, language: str) -> str:
        """Return the text in `language` (``"fr"`` or ``"en"``)."""
        return self.text_fr if language == "fr" else self.text_en


class UsageError(CoopgraphError):
    """What was asked for is not on offer."""

    exit_code = 2


class UnknownQuery(UsageError):
    """No named question has this id."""


class UnknownParameter(UsageError):
    """The question has no parameter of this name."""


class MissingParameter(UsageError):
    """A required parameter was not given."""


class UnknownFormat(UsageError):
    """No writer is registered under this name."""


class UnknownEntity(UsageError):
    """No record has this id or name."""


class MissingExtra(UsageError):
    """Libraries that come with an extra are not installed; says how to install them.

    `what_en` and `what_fr` begin the sentence, as a plural: “Workbooks”, « Les classeurs ».

    >>> MissingExtra("Workbooks", "Les classeurs", extra="intake").text("en").split(".")[0]
    'Workbooks need libraries that are not installed'
    """

    def __init__(self, what_en: str, what_fr: str, *, extra: str) -> None:
        checkout = f".venv/bin/python -m pip install -e '.[{extra}]'"
        package = f"python -m pip install 'coopgraph[{extra}]'"
        super().__init__(
            f"{what_en} need libraries that are not installed. In a checkout: {checkout}."
            f" For an installed package: {package}.",
            f"{what_fr} demandent des bibliothèques qui ne sont pas installées. Dans une copie du"
            f" dépôt : {checkout}. Pour un paquet installé : {package}.",
        )
        self.extra = extra


class DataError(CoopgraphError):
    """The input has errors; `findings` holds all of them, in file order."""

    def __init__(self, text_en: str, text_fr: str, findings: Sequence[Finding] = ()) -> None:
        super().__init__(text_en, text_fr)
        self.findings = tuple(findings)


class QuerySyntaxError(CoopgraphError):
    """A SPARQL text does not parse; `line` and `column` count from 1 (0: unknown)."""

    def __init__(self, text_en: str, text_fr: str, *, line: int = 0, column: int = 0) -> None:
        super().__init__(text_en, text_fr)
        self.line = line
        self.column = column


class QueryRefused(CoopgraphError):
    """A SPARQL text asks for something that is switched off (SERVICE, FROM, updates)."""


class QueryTimeout(CoopgraphError):
    """The query was stopped because it ran longer than its limit."""


class QueryBusy(CoopgraphError):
    """All workers are busy and too many wait already, or the wait was too long."""


class StoreError(CoopgraphError):
    """The store is locked, missing, damaged or cannot be reached."""


class WriteError(CoopgraphError):
    """The output could not be written; nothing was left behind."""
