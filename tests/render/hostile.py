"""A graph whose every text is hostile, and what a page must look like all the same.

The texts of others are rewritten in the built graph and not in the tables, whose checks refuse the
worst of them (controls, marks of direction): names, titles, notes, reasons, locators, publishers,
the labels of kinds and roles, and the addresses of sources, which lead to a script.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Quad, Store

from coopgraph.graph import build_graph
from coopgraph.network.comparison import compare
from coopgraph.network.projections import project
from coopgraph.tables.column_map import TABLES
from coopgraph.views import VIEWS
from coopgraph.views.comparing import comparison_view
from coopgraph.vocabulary import expand

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from coopgraph.views.model import View

__all__ = [
    "ATTACKS",
    "HOSTILE",
    "NAMES",
    "hostile_store",
    "hostile_view_of",
    "out_of_place",
    "planted",
    "rewritten",
]

DUNE: Final = Path(__file__).parents[1] / "fixtures" / "dune"
ATTACKS: Final = (
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    "</noscript></style></title></textarea><iframe src=javascript:alert(1)>",
    "<!--<script>]]><a href=javascript:alert(1)>",
    "{{7*7}}${alert(1)}{{constructor.constructor('alert(1)')()}}",
    "&lt;b&gt;&#x3c;&quot;",
    "\u202egnp.exe\u2066\u2067\u200f",
    "\x00\x07\x1b\x7f\x85\t\r\n\u2028\u2029\ufffe",
    "مرحبا بالعالم שלום 👩‍👩‍👧‍👦🏴‍☠️",
    "__proto__",
)
HOSTILE: Final = {
    "attacks": "".join(ATTACKS),
    "right-to-left": "\u202eمرحبا " * 40,
    "long": "x" * 5_000 + " " + "abcdefghi " * 500,
}
"""What stands before every text, by name; of the 10,000 characters of the long one, half are one
word.
"""

NAMES: Final = (*VIEWS, "comparison")
"""Every view by name, and the picture of a comparison."""

_KINDS: Final = {"text", "label"}
_TEXTS: Final = {
    expand(column.property)
    for table in TABLES.values()
    for column in table.columns
    if column.kind in _KINDS and column.property
} | {expand("skos:prefLabel"), expand("skos:altLabel"), expand("rdfs:label"), expand("skos:note")}
_ADDRESS: Final = expand("coop:url")


@cache
def hostile_store(name: str) -> Store:
    """Return the graph of the invented tables with a hostile text before each of its texts."""
    store = Store()
    store.extend(rewritten(quad, HOSTILE[name]) for quad in build_graph(DUNE).store)
    return store


@cache
def hostile_view_of(name: str, text: str) -> View:
    """Return a view of the hostile graph; the network with all its projections."""
    store = hostile_store(text)
    if name == "comparison":
        network = project(store, "actors")
        return comparison_view(store, network, compare(network, "2011", "2015"))
    further = {"further": True} if name == "network" else {}
    return VIEWS[name].make(store, **further)


def rewritten(quad: Quad, text: str) -> Quad:
    """Return a quad with `text` before its text, or with a script for an address."""
    value = quad.object
    if quad.predicate == _ADDRESS:
        value = NamedNode("javascript:alert(1)")
    elif quad.predicate in _TEXTS and isinstance(value, Literal):
        words = text + value.value
        value = Literal(words, language=value.language) if value.language else Literal(words)
    return Quad(quad.subject, quad.predicate, value, quad.graph_name)


def planted(page: Page) -> list[str]:
    """Return what a text has planted in the page: elements, handlers, links that run a script."""
    found: list[str] = page.evaluate(
        """() => {
          const all = ['img', 'iframe', 'object', 'embed', 'base', 'a[href^="javascript" i]',
            '#app script', '#app style:not([data-own])', 'svg script', 'foreignObject'];
          const found = all.flatMap((name) => [...document.querySelectorAll(name)]);
          const handled = [...document.querySelectorAll('*')].filter((one) =>
            [...one.attributes].some(({ name }) => name.startsWith('on')));
          return [...found, ...handled].map((one) => one.outerHTML.slice(0, 200));
        }"""
    )
    return found


def out_of_place(page: Page, *parts: str) -> list[str]:
    """Return what a text has pushed out of the window: the page itself, or one of these parts."""
    found: list[str] = page.evaluate(
        """(parts) => {
          const { clientWidth, scrollWidth } = document.documentElement;
          const found = scrollWidth > clientWidth ? [`page ${scrollWidth} > ${clientWidth}`] : [];
          for (const name of parts) {
            const box = document.querySelector(name).getBoundingClientRect();
            const seen = box.width >= 8 && box.height >= 8 && box.left >= 0
              && box.right <= clientWidth + 0.5 && box.top >= 0 && box.bottom <= innerHeight + 0.5;
            if (!seen) found.push(`${name} ${JSON.stringify(box)}`);
          }
          return found;
        }""",
        list(parts),
    )
    return found
