"""Write down what a person decided about two ids: one reviewed row of ``matches.csv``.

>>> import pathlib, tempfile
>>> folder = pathlib.Path(tempfile.mkdtemp())
>>> row = write_decision(
...     folder, "port-sud", "port-dune", same=False, known={"port-sud", "port-dune"}
... )
>>> row["id"], row["predicate_id"]
('port-sud.match.1', 'owl:differentFrom')

Nothing is merged: later imports obey the row. What contradicts an older decision is refused, and
the file is replaced whole or not at all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import count
from pathlib import Path
from typing import Final

from coopgraph.errors import DataError, UnknownEntity, UsageError
from coopgraph.files import replacing
from coopgraph.findings import Finding, has_errors
from coopgraph.intake.decisions import Decisions, read_decisions
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.form import canonical_text
from coopgraph.tables.frozen import FROZEN_FILE, read_frozen
from coopgraph.tables.nearest import nearest_names
from coopgraph.tables.read import read_rows

__all__ = ["write_decision"]

_FILE: Final = "matches.csv"


def write_decision(
    folder: Path, first: str, second: str, *, same: bool, known: Collection[str], date: str = ""
) -> dict[str, str]:
    """Add a decision to ``matches.csv`` and return its row.

    `first` and `second` are written as given: ``id``, ``table/id`` or ``origin:id``. `known` holds
    all that they may be. ``same`` means that `first` is to go by the id `second`.

    Raises:
        UnknownEntity: an id is not known.
        UsageError: both are one id.
        DataError: the decision contradicts an older one, repeats it, or the file cannot be read.
        WriteError: the file could not be written; it is as it was.
    """
    for key in (first, second):
        if key not in known:
            raise _unknown(key, known, f"--{'same' if same else 'different'} {first} {second}")
    if first == second:
        raise UsageError(
            f"{first} is given twice. Name two ids.",
            f"{first} est donné deux fois. Indiquer deux identifiants.",
        )
    _refuse_contradiction(read_decisions(folder), first, second, same=same)
    rows = _read_matches(folder)
    row = dict.fromkeys(TABLES["matches"].header, "") | {
        "id": _next_id(first, [row["id"] for row in rows], folder),
        "subject_id": first,
        "predicate_id": "skos:exactMatch" if same else "owl:differentFrom",
        "object_id": second,
        "mapping_justification": "semapv:ManualMappingCuration",
        "author_label": "curator",
        "mapping_date": date,
    }
    with replacing(folder / _FILE) as stream:
        stream.write(canonical_text([*rows, row], TABLES["matches"]))
    return row


def _unknown(key: str, known: Collection[str], decision: str) -> UnknownEntity:
    """Return the error for an id that neither the tables nor the named files have."""
    near = ", ".join(nearest_names(key, known))
    return UnknownEntity(
        f"No record has the id {key}."
        + (f" Did you mean {near}?" if near else "")
        + f" If it is not imported yet, add the file: coopgraph match FILE {decision}",
        f"Aucune fiche n’a l’identifiant {key}."
        + (f" Vouliez-vous dire {near} ?" if near else "")
        + " Si elle n’est pas encore importée, ajouter le fichier : coopgraph match FICHIER"
        f" {decision}",
    )


def _refuse_contradiction(decisions: Decisions, first: str, second: str, *, same: bool) -> None:
    """Raise if an older decision says otherwise, or says it already."""
    one, other = _follow(decisions, first), _follow(decisions, second)
    if decisions.differ(one, other):
        old = ("are different", "sont différents")
    elif one == other and _bare(first) != _bare(second):
        old = ("are the same", "sont la même chose")
    elif same and one != _bare(first):
        raise DataError(
            f"It was decided that {first} is {one}. Decide about {one} and {second} instead.",
            f"Il est décidé que {first} est {one}. Décider plutôt de {one} et {second}.",
        )
    else:
        return
    raise DataError(
        f"matches.csv already says that {first} and {second} {old[0]}."
        " To change a decision, take its row out of the file first.",
        f"matches.csv dit déjà que {first} et {second} {old[1]}."
        " Pour changer une décision, ôter d’abord sa ligne du fichier.",
    )


def _bare(key: str) -> str:
    return key.rpartition(":")[2].rpartition("/")[2]


def _follow(decisions: Decisions, key: str) -> str:
    """Return the id that `key` stands for after all decisions."""
    origin, _, rest = key.rpartition(":")
    table, _, identifier = rest.rpartition("/")
    return decisions.resolve(identifier, table=table, origin=origin)


def _read_matches(folder: Path) -> list[dict[str, str]]:
    path = folder / _FILE
    if not path.is_file():
        return []
    told: list[Finding] = []
    rows: list[dict[str, str]] = [
        dict(row) for row in read_rows(path, TABLES["matches"], report=told.append)
    ]
    if has_errors(told):
        raise DataError(
            f"{path} cannot be read, so nothing was added. Repair it as coopgraph check says.",
            f"{path} ne se lit pas : rien n’a été ajouté. Le réparer comme le dit coopgraph check.",
            told,
        )
    return rows


def _next_id(subject: str, taken: Iterable[str], folder: Path) -> str:
    """Return an id that no row has and none ever had."""
    lock = folder / FROZEN_FILE
    frozen = read_frozen(FROZEN_FILE, lock.read_text(encoding="utf-8"))[0] if lock.exists() else {}
    used = {*taken, *frozen}
    return next(key for n in count(1) if (key := f"{_bare(subject)}.match.{n}") not in used)
