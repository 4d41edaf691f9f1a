"""How far the score can be trusted: measured on pairs that people decided by hand.

A gold folder holds tables in the shape of ``data/`` (only the rows that are needed) and
``gold.csv``: subject_id, object_id, verdict (``same`` or ``different``), why. Every pair is sought
the way `match_entities` seeks candidates, so that a pair nobody lays side by side counts as missed:

>>> Tally(same=10, different=12, sure_same=6, sure_different=0, found_same=9, found_different=1)
... # doctest: +ELLIPSIS
Tally(same=10, ...)
>>> tally = Tally(10, 12, 6, 0, 9, 1)
>>> tally.precision, tally.recall
(1.0, 0.9)

The pairs fall into two halves by a hash of their ids. Weights were set while looking at the half
``tuned``, pair by pair. The half ``held`` was not used to set them, but it is no blind test: its
pairs had been read before, its totals were seen, and one rule (addresses that end in ``/amp``)
comes from a pair of it. Precision is that of automatic decisions (score at least `SURE`), recall
that of candidates (score at least `DOUBT`). The pairs were chosen by people for being hard, and
come from the dossiers that the program was written for: the figures say nothing about pairs drawn
at random, nor about other dossiers.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from coopgraph.errors import DataError
from coopgraph.findings import Finding, has_errors
from coopgraph.intake.matching.candidates import match_entities
from coopgraph.intake.matching.entities import Entity, entities_of
from coopgraph.intake.matching.evidence import Evidence
from coopgraph.intake.matching.score import DOUBT, SURE
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.read import read_rows

__all__ = [
    "GoldPair",
    "Measured",
    "Tally",
    "half_of",
    "measure",
    "read_entities",
    "read_gold",
    "tally",
]

_HEADER = ["subject_id", "object_id", "verdict", "why"]


class GoldPair(NamedTuple):
    """Two ids, and whether a person found them the same thing."""

    subject_id: str
    object_id: str
    same: bool
    why: str


class Measured(NamedTuple):
    """A pair, its table and half, and what the program says of it (0 where it never looks)."""

    pair: GoldPair
    table: str
    half: str
    score: float
    reasons: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over some pairs, and what follows from them; 1 where there is nothing to count."""

    same: int
    different: int
    sure_same: int
    sure_different: int
    found_same: int
    found_different: int

    @property
    def precision(self) -> float:
        """Return the share of automatic decisions that are right."""
        decided = self.sure_same + self.sure_different
        return self.sure_same / decided if decided else 1.0

    @property
    def recall(self) -> float:
        """Return the share of true pairs that are candidates."""
        return self.found_same / self.same if self.same else 1.0


def read_entities(folder: Path) -> list[Entity]:
    """Return the records of a folder of tables.

    Raises:
        DataError: a table cannot be read.
    """
    told: list[Finding] = []
    rows = {
        name: list(read_rows(folder / f"{name}.csv", table, report=told.append))
        for name, table in TABLES.items()
        if (folder / f"{name}.csv").is_file()
    }
    if has_errors(told):
        raise DataError(
            f"The tables in {folder} cannot be read. Repair them as coopgraph check says.",
            f"Les tables de {folder} ne se lisent pas. Les réparer comme le dit coopgraph check.",
            told,
        )
    return entities_of(rows)


def read_gold(path: Path) -> list[GoldPair]:
    """Return the pairs of ``gold.csv``, in the order of the file.

    Raises:
        DataError: there is no such file, or it is not in the form that is needed.
    """
    if not path.is_file():
        raise DataError(
            f"There is no file {path}. Name a folder that holds tables and gold.csv.",
            f"Le fichier {path} n’existe pas. Indiquer un dossier de tables avec gold.csv.",
        )
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        if reader.fieldnames != _HEADER:
            raise DataError(
                f"The header of {path} must be {','.join(_HEADER)}.",
                f"L’en-tête de {path} doit être {','.join(_HEADER)}.",
            )
        return [_pair(row, path, number) for number, row in enumerate(reader, 2)]


def _pair(row: Mapping[str, str], path: Path, number: int) -> GoldPair:
    if row["verdict"] not in ("same", "different"):
        raise DataError(
            f"{path}:{number}: the verdict is “{row['verdict']}”. Write same or different.",
            f"{path}:{number} : le verdict est « {row['verdict']} ». Écrire same ou different.",
        )
    return GoldPair(row["subject_id"], row["object_id"], row["verdict"] == "same", row["why"])


def half_of(pair: GoldPair) -> str:
    """Return the half of a pair, ``"tuned"`` or ``"held"``, whatever the order of its ids."""
    ids = "\n".join(sorted((pair.subject_id, pair.object_id)))
    return "tuned" if sha256(ids.encode()).digest()[0] % 2 == 0 else "held"


def measure(folder: Path) -> list[Measured]:
    """Score all pairs of a gold folder as an import would.

    Raises:
        DataError: the folder cannot be read, or a pair names an id that no table has.
    """
    pairs = read_gold(folder / "gold.csv")
    entities = read_entities(folder)
    tables = {entity.id: entity.table for entity in entities}
    for pair in pairs:
        for key in pair[:2]:
            if key not in tables:
                raise DataError(
                    f"gold.csv: no table has the id {key}. Add its row, or leave the pair out.",
                    f"gold.csv : aucune table n’a l’identifiant {key}. Ajouter sa ligne, ou ôter la"
                    " paire.",
                )
    found = {
        frozenset((item.first.id, item.second.id)): item
        for item in match_entities([], entities, above=0.0)
    }
    measured = []
    for pair in pairs:
        item = found.get(frozenset(pair[:2]))
        score, reasons = (item.score, item.reasons) if item else (0.0, ())
        measured.append(Measured(pair, tables[pair.subject_id], half_of(pair), score, reasons))
    return measured


def tally(measured: Iterable[Measured]) -> Tally:
    """Count what was right and what was wrong."""
    counts = dict.fromkeys(Tally.__dataclass_fields__, 0)
    for item in measured:
        verdict = "same" if item.pair.same else "different"
        counts[verdict] += 1
        counts[f"sure_{verdict}"] += item.score >= SURE
        counts[f"found_{verdict}"] += item.score >= DOUBT
    return Tally(**counts)
