r"""Turn a view into the data that its page carries, and into text that is safe inside HTML.

`build_payload` makes plain lists and dictionaries; texts in two languages become ``{"fr", "en"}``,
and evidence that many facts share is written once. `encode_json` writes them so that no label can
end the script element or start a comment, whatever it contains:

>>> print(encode_json({"label": "</script><!--&"}))
{"label":"\u003c/script\u003e\u003c!--\u0026"}

Only web addresses become links, here and again in the page:

>>> web_address("javascript:alert(1)"), web_address("https://exemple.example/a")
('', 'https://exemple.example/a')

It does not filter by time, and it decides nothing about colours: the page and the legend do.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final, TypeAlias

from coopgraph.render.outlines import OUTLINES
from coopgraph.render.words import PAGE_WORDS
from coopgraph.views import legend

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coopgraph.views.model import Evidence, Fact, Node, Tie, View, Words

__all__ = [
    "Json",
    "build_payload",
    "check_references",
    "edge_of",
    "encode_json",
    "node_of",
    "web_address",
]

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"
"""What JSON can say."""

_WEB_ADDRESS: Final = re.compile(r"https?://[^\s\x00-\x20\x7f<>\"\\^`{|}]+", re.IGNORECASE)
_UNSAFE_IN_HTML: Final = "<>&\u2028\u2029"


def build_payload(
    view: View, *, nodes: Sequence[Json], edges: Sequence[Json], language: str
) -> dict[str, Json]:
    """Return all that the page's scripts read; `nodes` and `edges` come from the network model."""
    evidence = _EvidenceList()
    return {
        "language": language,
        "name": view.name,
        "title": _both(view.title),
        "description": _both(view.description),
        "version": view.version,
        "firstYear": view.first_year,
        "lastYear": view.last_year,
        "window": list(view.window) if view.window else None,
        "mode": view.mode,
        "kinds": {kind: _both(words) for kind, words in view.kinds.items()},
        "nodes": nodes,
        "edges": edges,
        "facts": {key: _fact(fact, evidence) for key, fact in view.facts.items()},
        "evidence": evidence.records,
        "legend": _legend(),
        "words": {key: _both(words) for key, words in PAGE_WORDS.items()},
    }


def encode_json(value: Json) -> str:
    """Write `value` as compact JSON that may stand inside a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character in _UNSAFE_IN_HTML:  # five times quicker than str.translate
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def web_address(url: str) -> str:
    """Return `url` if it is an http or https address, else an empty text."""
    return url if _WEB_ADDRESS.fullmatch(url) else ""


def node_of(node: Node) -> dict[str, Json]:
    """Return one node as the page's network holds it."""
    return {
        "id": node.id,
        "x": round(node.x, 1),
        "y": round(node.y, 1),
        "label": _both(node.label),
        "mark": node.shape,
        "side": node.side if node.side in legend.SIDES else "other",
        "kind": _both(node.kind),
        "place": _both(node.place),
        "iri": node.iri,
        "facts": list(node.facts),
    }


def edge_of(tie: Tie, fact: Fact) -> dict[str, Json]:
    """Return one tie as the page's network holds it."""
    return {
        "id": tie.id,
        "from": tie.source,
        "to": tie.target,
        "kind": tie.kind,
        "label": _both(tie.label),
        "fact": tie.fact,
        "inferred": tie.inferred,
        "doubts": list(tie.doubts(fact)),
    }


class _EvidenceList:
    """Number the pieces of evidence: a source that a thousand facts cite is written once."""

    def __init__(self) -> None:
        self.records: list[Json] = []
        self._numbers: dict[Evidence, int] = {}
        self._of_object: dict[int, int] = {}  # the view keeps its objects, so their ids last

    def number(self, evidence: Evidence) -> int:
        known = self._of_object.get(id(evidence))
        if known is None:
            known = self._numbers.setdefault(evidence, len(self.records))
            self._of_object[id(evidence)] = known
            if known == len(self.records):
                self.records.append(_evidence(evidence))
        return known


def _evidence(evidence: Evidence) -> dict[str, Json]:
    return {
        "title": evidence.title,
        "publisher": evidence.publisher,
        "published": _both(evidence.published),
        "locator": evidence.locator,
        "url": web_address(evidence.url),
    }


def _both(words: Words) -> dict[str, Json]:
    return {"fr": words.fr, "en": words.en}


def _fact(fact: Fact, evidence: _EvidenceList) -> dict[str, Json]:
    return {
        "iri": fact.iri,
        "kind": fact.kind,
        "sentence": _both(fact.sentence),
        "date": _both(fact.date),
        "edtf": fact.edtf,
        "bounds": [fact.earliest_begin, fact.latest_begin, fact.earliest_end, fact.latest_end],
        "doubts": list(fact.doubts),
        "dateInferred": fact.date_inferred,
        "evidence": [evidence.number(piece) for piece in fact.evidence],
    }


def _legend() -> dict[str, Json]:
    """Return the legend as the scripts need it; the outlines of the shapes go with it."""
    return {
        "sides": {
            side: {"colour": mark.colour, "words": _both(mark.words)}
            for side, mark in legend.SIDES.items()
        },
        "shapes": {
            shape: {
                "outline": OUTLINES[shape],
                "letter": _both(mark.letter),
                "words": _both(mark.words),
            }
            for shape, mark in legend.SHAPES.items()
        },
        "doubts": {
            doubt: {
                "line": mark.line,
                "opacity": mark.opacity,
                "hollow": mark.hollow,
                "outline": mark.outline,
                "sign": mark.sign,
                "words": _both(mark.words),
                "help": _both(mark.help),
            }
            for doubt, mark in legend.DOUBTS.items()
        },
        "kinds": {
            kind: {"colour": mark.colour, "sign": mark.sign, "plural": _both(mark.plural)}
            for kind, mark in legend.TIE_KINDS.items()
        },
        "widest": legend.MAX_TIE_WIDTH,
    }


def check_references(view: View) -> None:
    """Refuse a view whose ties name what it does not hold.

    Raises:
        ValueError: a tie names a node or a fact that is not there.
    """
    known = {node.id for node in view.nodes}
    for tie in view.ties:
        for name in (tie.source, tie.target):
            if name not in known:
                raise ValueError(f"the tie {tie.id!r} names {name!r}, which is no node of the view")
        if tie.fact not in view.facts:
            raise ValueError(f"the tie {tie.id!r} rests on {tie.fact!r}, no fact of the view")
