"""From the tree of a dossier to its records: each list, each record, what refuses one.

A record with an error is not returned; its findings name it. All others are, in file order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from coopgraph.intake.dossier import plain_lists
from coopgraph.intake.dossier.activities import fill_mission, fill_project
from coopgraph.intake.dossier.agreements import fill_agreement
from coopgraph.intake.dossier.conflicts import fill_conflict
from coopgraph.intake.dossier.dossier import Dossier
from coopgraph.intake.dossier.draft import Draft
from coopgraph.intake.dossier.entry import Entry
from coopgraph.intake.dossier.keys import KEYS, REQUIRED
from coopgraph.intake.dossier.nodes import Items, Mapping, Node, digest_of, is_null, walk_mappings
from coopgraph.intake.dossier.outcomes import fill_outcome
from coopgraph.intake.dossier.programmes import fill_programme
from coopgraph.intake.dossier.relations import draft_table, fill_relation
from coopgraph.intake.dossier.voice import Voice
from coopgraph.intake.incoming import IncomingRecord
from coopgraph.tables.nearest import nearest_names

__all__ = ["make_records"]

_LISTS: Final[dict[str, tuple[str, Callable[[Draft], None]]]] = {
    "sources": ("sources", plain_lists.fill_source),
    "places": ("places", plain_lists.fill_place),
    "actors": ("actors", plain_lists.fill_actor),
    "themes": ("themes", plain_lists.fill_theme),
    "agreements": ("agreements", fill_agreement),
    "missions": ("missions", fill_mission),
    "programmes": ("programmes", fill_programme),
    "projects": ("projects", fill_project),
    "roles": ("roles", plain_lists.fill_role),
    "outcomes": ("outcomes", fill_outcome),
    "relations": ("relations", fill_relation),
    "conflicts": ("disputes", fill_conflict),
}
_WITHOUT_ID: Final = frozenset({"relations", "conflicts"})
_KEY_LETTERS: Final = 12


def make_records(tree: Node, dossier: Dossier, voice: Voice) -> list[IncomingRecord]:
    """Return the records of the file that have no error; `voice` is told of all that is wrong."""
    if not isinstance(tree, Mapping):
        voice.want(tree, Mapping)
        return []
    for place in tree.doubled:
        voice.say("E901", place, first=tree.keys[place.text].line)
    records: list[IncomingRecord] = []
    for name, node in tree.entries.items():
        if name not in _LISTS:
            _say_unknown(name, tree, voice)
        elif not is_null(node):
            records += _read_list(name, node, dossier, voice)
    voice.begin("")
    return records


def _say_unknown(name: str, tree: Mapping, voice: Voice) -> None:
    voice.begin("")
    known = ", ".join(_LISTS)
    voice.say(
        "E905",
        tree.keys[name],
        near=nearest_names(name, _LISTS),
        instead_en=f"lists: {known}",
        instead_fr=f"listes : {known}",
    )


def _read_list(name: str, node: Node, dossier: Dossier, voice: Voice) -> Iterator[IncomingRecord]:
    """Yield the records of one list; `seen` has the digest and line of each key met so far."""
    voice.begin("")
    seen: dict[str, tuple[str, int]] = {}
    if not isinstance(node, Items):
        voice.want(node, Items)
        return
    for item in node.items:
        if not isinstance(item, Mapping):
            voice.begin(f"{name}/")
            voice.want(item, Mapping)
            continue
        digest = digest_of(item)
        entry = Entry(item, voice)
        key = _begin(name, entry, digest)
        first = seen.setdefault(key, (digest, item.line))
        if first[1] != item.line and not key.endswith("/"):
            same = first[0] == digest
            voice.say("W902" if same else "E908", item, value=key, first=first[1])
            continue
        record = _read_record(name, entry, key, digest, dossier)
        if record is not None:
            yield record


def _begin(name: str, entry: Entry, digest: str) -> str:
    """Return the key of a record, and let findings name it."""
    entry.voice.begin(f"{name}/")
    found = entry.node.entries.get("id")
    text = getattr(found, "text", "").strip()
    key = f"{name}/{digest[:_KEY_LETTERS] if name in _WITHOUT_ID else text}"
    entry.voice.begin(key)
    return key


def _read_record(
    name: str, entry: Entry, key: str, digest: str, dossier: Dossier
) -> IncomingRecord | None:
    voice = entry.voice
    for mapping in walk_mappings(entry.node):
        for again in mapping.doubled:
            voice.say("E901", again, first=mapping.keys[again.text].line)
    for required in REQUIRED[name]:
        given = entry.node.entries.get(required)
        if given is None or is_null(given) or (isinstance(given, Items) and not given.items):
            voice.say("E906", entry.node, key=required)
    table, fill = _LISTS[name]
    draft = Draft(draft_table(entry) if name == "relations" else table, entry, dossier)
    fill(draft)
    root = draft.finish()
    entry.close(KEYS[name])
    if voice.refused:
        return None
    place = entry.node
    return IncomingRecord(root, dossier.origin, key, digest, dossier.file, place.line, place.column)
