"""Write a plan into the tables: all of it or nothing.

The tables are written in canonical form, ``ids.lock`` with them, so that ``coopgraph fmt`` finds
nothing to do. A crash at any moment leaves the old tables or the new ones
(`coopgraph.tables.pending`); two imports at once are refused, and so is a plan whose tables were
changed since it was made.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from coopgraph.errors import DataError, StoreError, WriteError
from coopgraph.findings import has_errors
from coopgraph.intake.plan import Plan
from coopgraph.intake.rows import fingerprints
from coopgraph.locks import held_lock
from coopgraph.tables.check import check_folder
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.form import canonical_text
from coopgraph.tables.frozen import FROZEN_FILE, spell_frozen
from coopgraph.tables.pending import PENDING, finish_interrupted, replace_tables
from coopgraph.vocabulary import read_schemes

__all__ = ["apply_plan", "finish_folder", "locked", "prepare_folder", "spell_plan"]

_LOCK: Final = ".import.lock"
_EMPTY: Final = "E119"


def finish_folder(folder: Path) -> bool:
    """Complete an import that was interrupted, and tell whether there was one to complete.

    Raises:
        DataError: a table was changed by hand since.
        WriteError: another import is running, or the folder cannot be written to.
    """
    if not (folder / PENDING).is_dir():
        return False
    with locked(folder):
        return finish_interrupted(folder)


def prepare_folder(folder: Path) -> None:
    """Complete an import that was interrupted; make sure that the tables have no errors.

    Raises:
        DataError: the tables have errors, or one was changed during an interrupted import.
        WriteError: another import is running, or the folder cannot be written to.
    """
    finish_folder(folder)
    _refuse_errors(folder)


def apply_plan(plan: Plan, folder: Path) -> tuple[str, ...]:
    """Write what a plan changes, and return the names of the files that changed.

    Raises:
        DataError: the tables have errors.
        WriteError: the tables were changed since the plan was made, another import is running, or
            the folder cannot be written to; the tables are as they were.
    """
    with locked(folder):
        finish_interrupted(folder)
        if fingerprints(folder) != plan.before:
            raise WriteError(
                f"The tables in {folder} were changed since the plan was made: import again.",
                f"Les tables de {folder} ont été modifiées depuis que le plan a été établi"
                "\N{NO-BREAK SPACE}: importer de nouveau.",
            )
        _refuse_errors(folder)
        texts = {
            name: text for name, text in spell_plan(plan).items() if not _is(folder / name, text)
        }
        replace_tables(folder, texts)
    return tuple(sorted(texts))


def spell_plan(plan: Plan) -> dict[str, bytes]:
    """Return the new bytes of every file that a plan touches, by name.

    A plan that changes no row touches nothing, not even a table in another form.
    """
    if not plan.tables.changed:
        return {}
    rows = plan.tables.rows
    texts = {
        f"{name}.csv": canonical_text(rows[name].values(), TABLES[name])
        for name in TABLES
        if name in plan.tables.changed
    }
    ids = {row: name for name in TABLES if name != "withdrawals" for row in rows[name]}
    texts[FROZEN_FILE] = spell_frozen(ids | plan.tables.frozen).encode()
    return texts


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other imports out of a folder while the block runs.

    Raises:
        WriteError: another import is running, or the folder cannot be written to.
    """
    try:
        with held_lock(folder / _LOCK):
            yield
    except StoreError as error:
        raise WriteError(
            f"Another import is running in {folder}: wait until it has ended.",
            f"Une autre importation est en cours dans {folder}\N{NO-BREAK SPACE}: attendre sa fin.",
        ) from error


def _refuse_errors(folder: Path) -> None:
    findings = check_folder(folder, schemes=read_schemes())
    if [finding.code for finding in findings] == [_EMPTY]:
        return  # a folder without tables is where a corpus begins
    if has_errors(findings):
        raise DataError(
            f"The tables in {folder} have errors; nothing was imported. See “coopgraph check"
            f" {folder}”.",
            f"Les tables de {folder} contiennent des erreurs\N{NO-BREAK SPACE}; rien n’a été"
            f" importé. Voir «\N{NO-BREAK SPACE}coopgraph check {folder}\N{NO-BREAK SPACE}».",
            [finding for finding in findings if finding.severity == "error"],
        )


def _is(path: Path, text: bytes) -> bool:
    return path.exists() and path.read_bytes() == text
