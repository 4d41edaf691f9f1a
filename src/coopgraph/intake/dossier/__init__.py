r"""Read a dossier: a YAML file of facts with their sources, in twelve lists of records.

>>> import pathlib, tempfile
>>> text = '''
... themes:
... - id: sable
...   label_fr: Sable
...   label_en: Sand
... '''
>>> with tempfile.TemporaryDirectory() as name:
...     file = pathlib.Path(name, "dune.yaml")
...     _ = file.write_text(text, encoding="utf-8")
...     records = read_dossier(file, report=print)
>>> [(record.key, record.root.cells["label_en"], record.line) for record in records]
[('themes/sable', 'Sand', 3)]

Reading is strict (`coopgraph.intake.dossier.read`): no value is retyped, a key that stands twice
is an error, a key that nobody knows is reported. Every key lands in a row of a table; what the
dossier says in its own way is put as the tables say it:

- what a record cites is cited by each row that it brings;
- free text goes to the French or English column that fits it (`language`);
- ``status_as_of`` becomes the last day that it can mean, marked as inferred unless exact;
- ``inferred`` names keys in a dossier and columns in a table, on the rows made from the key.

It does not look into the tables, nor at references between records: the plan does.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from coopgraph.findings import Finding
from coopgraph.identifiers import make_identifier
from coopgraph.intake.dossier.dossier import survey
from coopgraph.intake.dossier.nodes import Mapping
from coopgraph.intake.dossier.read import read_tree
from coopgraph.intake.dossier.records import make_records
from coopgraph.intake.dossier.voice import Voice
from coopgraph.intake.incoming import IncomingRecord

__all__ = ["read_dossier"]


def read_dossier(path: Path | str, *, report: Callable[[Finding], None]) -> list[IncomingRecord]:
    """Return the records of a dossier that have no error; `report` is told all that is wrong.

    Raises:
        MissingExtra: the library that reads YAML is not installed.
    """
    path = Path(path)
    voice = Voice(path.name, report)
    tree = read_tree(path, voice)
    if tree is None:
        return []
    known = tree if isinstance(tree, Mapping) else Mapping(1, 1)
    origin = make_identifier(path.stem) or "dossier"
    return make_records(tree, survey(known, path.name, origin), voice)
