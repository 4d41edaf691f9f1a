"""A dossier in a few lines, and the reader that takes it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from coopgraph.findings import Finding
from coopgraph.intake.dossier import read_dossier
from coopgraph.intake.incoming import IncomingRecord

Answer = tuple[list[IncomingRecord], list[Finding]]


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str | bytes], Answer]:
    """Return a function that reads the text of a dossier: its records, its findings."""

    def reader(text: str | bytes) -> Answer:
        file = tmp_path / "Dossier Dune.yaml"
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        findings: list[Finding] = []
        return read_dossier(file, report=findings.append), findings

    return reader
