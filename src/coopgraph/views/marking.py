"""What a view knows about its nodes beyond themselves: measures, communities, themes.

`marked` returns the same view with the figures by which a page sizes and colours its nodes. They
belong to the whole period, like positions: a node keeps its size while the slider moves.

>>> from pyoxigraph import Store
>>> empty = View("dune", Words("", ""), Words("", ""), (), (), {}, 2000, 2001, "v1")
>>> marked(empty, Store()) == empty
True

Themes are those of the records behind the facts, each lifted to the widest theme above it, so that
a legend of a few entries can hold them. What it does not do: it draws and names nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from coopgraph.network.rows import read_text_rows
from coopgraph.views.model import View, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopgraph.sparql import Queryable
    from coopgraph.views.model import Node

__all__ = ["marked", "read_known_until"]

_THEMES: Final = """
SELECT ?theme ?fr ?en ?broader {
  ?theme skos:inScheme <https://w3id.org/coopgraph/scheme/theme> ; skos:prefLabel ?fr, ?en .
  FILTER (LANG(?fr) = "fr" && LANG(?en) = "en")
  OPTIONAL { ?theme skos:broader ?broader }
}"""
_ABOUT: Final = "SELECT (STR(?record) AS ?iri) ?theme { ?record coop:hasTheme ?theme }"
_PUBLISHED: Final = """
SELECT (STR(MAX(?day)) AS ?last) { ?source a coop:Source ; coop:earliestBegin ?day }"""
_SHOWN: Final = ("strength", "betweenness", "pagerank", "core")
_EXACT_UP_TO: Final = 3000
"""Larger networks get no measures here: a page must not take a minute to make."""


def marked(view: View, graph: Queryable) -> View:
    """Return the view with measures and communities on its nodes and themes on its facts.

    Raises:
        StoreError: the graph cannot be read.
    """
    words, of_record = _read_themes(graph)
    facts = {
        name: fact._replace(themes=of_record[fact.iri]) if fact.iri in of_record else fact
        for name, fact in view.facts.items()
    }
    used = {theme for fact in facts.values() for theme in fact.themes}
    nodes = view.nodes
    if view.ties and len(nodes) <= _EXACT_UP_TO:
        nodes = _with_standing(view)
    return replace(
        view,
        facts=facts,
        nodes=nodes,
        themes={theme: words[theme] for theme in sorted(used)},
        known_until=read_known_until(graph),
    )


def read_known_until(graph: Queryable) -> str:
    """Return the latest day before which no newer source surely is; nothing where none is dated.

    Raises:
        StoreError: the graph cannot be read.
    """
    rows = read_text_rows(graph, _PUBLISHED)
    return rows[0][0] if rows else ""


def _read_themes(graph: Queryable) -> tuple[dict[str, Words], Mapping[str, tuple[str, ...]]]:
    """Return the names of the themes, and the widest themes of each record by IRI."""
    words: dict[str, Words] = {}
    above: dict[str, str] = {}
    for theme, fr, en, broader in sorted(read_text_rows(graph, _THEMES)):
        words[theme] = Words(fr, en)
        if broader:
            above.setdefault(theme, broader)
    found: dict[str, dict[str, None]] = {}
    for record, theme in sorted(read_text_rows(graph, _ABOUT)):
        found.setdefault(record, {})[_widest(theme, above)] = None
    return words, {
        record: tuple(theme for theme in themes if theme in words)
        for record, themes in found.items()
    }


def _widest(theme: str, above: Mapping[str, str]) -> str:
    """Follow the broader themes up; themes that are above each other stop where they began.

    >>> _widest("sonnets", {"sonnets": "poems", "poems": "books"})
    'books'
    """
    passed = {theme}
    while theme in above and above[theme] not in passed:
        theme = above[theme]
        passed.add(theme)
    return theme


def _with_standing(view: View) -> tuple[Node, ...]:
    from coopgraph.network.standing import standing

    found = standing(
        (node.id for node in view.nodes if node.drawn),
        ((tie.source, tie.target, view.facts[tie.fact].iri) for tie in view.ties),
    )
    return tuple(
        node._replace(
            community=found[node.id].community,
            measures=tuple(
                (name, float(f"{found[node.id].measures[name]:.4g}")) for name in _SHOWN
            ),
        )
        if node.id in found
        else node
        for node in view.nodes
    )
