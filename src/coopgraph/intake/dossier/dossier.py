"""What the records of one dossier have to know of the others in the same file.

>>> from coopgraph.intake.dossier.nodes import Mapping
>>> dossier = survey(Mapping(1, 1), "dune.yaml", "dune")
>>> dossier.language, dossier.list_of("nowhere")
('fr', '')
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from coopgraph.intake.dossier.language import main_language
from coopgraph.intake.dossier.locators import read_locator
from coopgraph.intake.dossier.nodes import Items, Mapping, Plain, is_null, plain

__all__ = ["NO_LOCATOR", "Dossier", "filled", "survey"]

NO_LOCATOR: Final = "endroit non indiqué / place not given"
"""What stands as locator where the file names a source and gives no place in it."""


@dataclass(slots=True)
class Dossier:
    """One file: its names, the language of most notes, and look-ups over all its records."""

    file: str
    origin: str
    language: str = "fr"
    lists: dict[str, set[str]] = field(default_factory=dict)
    published: dict[str, str] = field(default_factory=dict)
    locators: dict[tuple[str, str], str] = field(default_factory=dict)
    places: dict[str, dict[str, None]] = field(default_factory=dict)

    def list_of(self, identifier: str, *, but: str = "") -> str:
        """Return the list that holds an id, or nothing; `but` is a list that does not count."""
        for name, ids in self.lists.items():
            if name != but and identifier in ids:
                return name
        return ""

    def locator(self, record: str, source: str) -> str:
        """Return where the record cites the source, else the one place where the file cites it.

        Where the file cites the source in several places, or nowhere, it is `NO_LOCATOR`.
        """
        everywhere = self.places.get(source, {})
        only = next(iter(everywhere)) if len(everywhere) == 1 else NO_LOCATOR
        return self.own_locator(record, source) or only

    def own_locator(self, record: str, source: str) -> str:
        """Return where the record itself cites the source, or nothing."""
        return self.locators.get((record, source), "") if record else ""


def survey(tree: Mapping, file: str, origin: str) -> Dossier:
    """Go once over all records, judging nothing, and note what other records will ask for."""
    dossier = Dossier(file, origin)
    notes: list[str] = []
    for name, items in tree.entries.items():
        for record in items.items if isinstance(items, Items) else ():
            if isinstance(record, Mapping):
                _note(dossier, name, record, notes)
    dossier.language = main_language(notes)
    return dossier


def _note(dossier: Dossier, name: str, record: Mapping, notes: list[str]) -> None:
    identifier = _text(record, "id")
    dossier.lists.setdefault(name, set()).add(identifier)
    notes.append(_text(record, "note"))
    if name == "sources":
        dossier.published[identifier] = _text(record, "published")
    cited = record.entries.get("sources")
    for one in cited.items if isinstance(cited, Items) else ():
        if isinstance(one, Mapping) and (where := _text(one, "where")):
            source, place = _text(one, "source"), read_locator(where, filled(record)).text
            dossier.locators.setdefault((identifier, source), place)
            dossier.places.setdefault(source, {})[place] = None


def filled(record: Mapping) -> tuple[str, ...]:
    """Return the keys of a record that have a value."""
    return tuple(key for key, value in record.entries.items() if not is_null(value))


def _text(record: Mapping, key: str) -> str:
    found: Plain = plain(record.entries[key]) if key in record.entries else None
    return found.strip() if isinstance(found, str) else ""
