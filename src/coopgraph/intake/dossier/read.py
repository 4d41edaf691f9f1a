r"""Read a YAML file strictly: every key and value with its line and column, nothing guessed.

What YAML offers beyond plain lists and mappings is refused: anchors and aliases (a few lines can
stand for billions), tags, keys that are no text, several documents, nesting without end. The file
is read as a stream of events, so that such a text is left at the first sign and never unfolded.

>>> import pathlib, tempfile
>>> from coopgraph.intake.dossier.nodes import plain
>>> from coopgraph.intake.dossier.voice import Voice
>>> with tempfile.TemporaryDirectory() as name:
...     file = pathlib.Path(name, "dune.yaml")
...     _ = file.write_text("themes:\n- id: sable\n  label_en: no\n", encoding="utf-8")
...     plain(read_tree(file, Voice("dune.yaml", print)))
{'themes': [{'id': 'sable', 'label_en': 'no'}]}

It does not know what a dossier holds: `coopgraph.intake.dossier.records` does.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from coopgraph.errors import MissingExtra
from coopgraph.intake.dossier.nodes import Items, Mapping, Node, Text
from coopgraph.intake.dossier.voice import Voice
from coopgraph.os_reasons import explain_os_error

if TYPE_CHECKING:
    from ruamel.yaml.events import Event

__all__ = ["read_tree"]

_MOST_BYTES: Final = 50 * 2**20
_MOST_LEVELS: Final = 12
# What ruamel.yaml raises, beside its own errors, on escapes and directives that make no sense.
_BREAKDOWNS: Final = (ValueError, IndexError, OverflowError, AttributeError, TypeError, KeyError)

_LIMITS: Final = {
    "size": ("the file is larger than 50 MB", "le fichier dépasse 50 Mo"),
    "depth": (
        f"values are nested deeper than {_MOST_LEVELS} levels",
        f"les valeurs sont imbriquées sur plus de {_MOST_LEVELS} niveaux",
    ),
    "alias": ("anchors and aliases are not read", "les ancres et les alias ne sont pas lus"),
    "tag": ("tags are not read", "les étiquettes de type ne sont pas lues"),
    "key": ("a key that is no text is not read", "une clé qui n’est pas un texte n’est pas lue"),
    "documents": ("a file holds one document only", "un fichier ne contient qu’un document"),
}


class _Refused(Exception):
    """A construct that is not read; carries the name of the limit and its place."""

    def __init__(self, limit: str, place: Text) -> None:
        super().__init__(limit)
        self.limit = limit
        self.place = place


def read_tree(path: Path, voice: Voice) -> Node | None:
    """Return what the file says, or None if it cannot be read; `voice` is told why.

    Raises:
        MissingExtra: the library that reads YAML is not installed.
    """
    text = _read_text(path, voice)
    if text is None:
        return None
    try:
        from ruamel.yaml import YAML
        from ruamel.yaml.error import MarkedYAMLError, YAMLError
    except ImportError as missing:
        raise MissingExtra("Dossiers", "Les dossiers", extra="intake") from missing
    try:
        return _build(YAML(typ="safe", pure=True).parse(text))
    except _Refused as refused:
        english, french = _LIMITS[refused.limit]
        voice.say("E903", refused.place, value="", limit_en=english, limit_fr=french)
    except MarkedYAMLError as broken:
        mark = broken.problem_mark or broken.context_mark
        place = Text(mark.line + 1, mark.column + 1, "") if mark else None
        voice.say("E902", place, reason=str(broken.problem or broken.context or "?"))
    except (YAMLError, *_BREAKDOWNS) as broken:
        voice.say("E902", None, reason=" ".join(str(broken).split())[:200] or "?")
    return None


def _read_text(path: Path, voice: Voice) -> str | None:
    try:
        if path.stat().st_size > _MOST_BYTES:
            english, french = _LIMITS["size"]
            voice.say("E903", None, limit_en=english, limit_fr=french)
            return None
        data = path.read_bytes()
    except OSError as problem:
        english, french = explain_os_error(problem)
        voice.say("E101", None, reason_en=english, reason_fr=french)
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        column = problem.start - data.rfind(b"\n", 0, problem.start)
        voice.say("E710", Text(line, column, ""))
        return None


def _build(events: Iterator[Event]) -> Node:
    """Build the tree from the events, without recursion; an empty file is an empty text."""
    from ruamel.yaml import events as kinds

    root: Node | None = None
    open_: list[Items | Mapping] = []
    waiting: list[Text | None] = []  # the key that waits for its value, one for each open mapping
    documents = 0
    for event in events:
        if isinstance(event, kinds.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise _Refused("documents", _place(event))
        if isinstance(event, kinds.CollectionEndEvent):
            open_.pop()
            waiting.pop()
        if not isinstance(event, kinds.NodeEvent):
            continue
        node = _node(event)
        root = root or node
        if open_:
            waiting[-1] = _hang(open_[-1], waiting[-1], node)
        if not isinstance(node, Text):
            open_.append(node)
            waiting.append(None)
            if len(open_) > _MOST_LEVELS:
                raise _Refused("depth", _place(event))
    return root or Text(1, 1, "")


def _place(event: Any) -> Text:  # Any: the marks of ruamel.yaml's events carry no types
    return Text(event.start_mark.line + 1, event.start_mark.column + 1, "")


def _node(event: Any) -> Node:  # Any: the events of ruamel.yaml carry no types
    from ruamel.yaml import events as kinds

    place = _place(event)
    if isinstance(event, kinds.AliasEvent) or event.anchor is not None:
        raise _Refused("alias", place)
    if event.tag is not None:
        raise _Refused("tag", place)
    if isinstance(event, kinds.ScalarEvent):
        return Text(place.line, place.column, str(event.value), quoted=event.style is not None)
    if isinstance(event, kinds.SequenceStartEvent):
        return Items(place.line, place.column)
    return Mapping(place.line, place.column)


def _hang(above: Items | Mapping, key: Text | None, node: Node) -> Text | None:
    """Hang a node below what is open; return the key that waits for its value now."""
    if isinstance(above, Items):
        above.items.append(node)
        return None
    if key is None:
        if not isinstance(node, Text):
            raise _Refused("key", Text(node.line, node.column, ""))
        return node
    if key.text in above.entries:
        above.doubled.append(key)
    else:
        above.entries[key.text] = node
        above.keys[key.text] = key
    return None
