"""On which shore a source speaks: told by its publisher, else by its address; often by neither.

The tables do not say on which side a source stands. It is worked out, in this order:

1. the publisher is an actor of the data, under any of its names: the side of that actor (the French
   consulate general in Québec speaks for France, whatever its address); brackets behind the name,
   « (copie) », do not matter;
2. the publisher bears a place in brackets, « Journal Le Soir (Rimouski) »: the side of that place;
3. the address ends in ``.fr`` (France), ``.quebec`` or ``.ca`` (Québec: this is about shores, and a
   source of Canada stands on that one);
4. else the shore is not known. Joint bodies and others stand on neither.

>>> shore_of("Journal", "https://journal.qc.ca/2019", {}, {})
'quebec'
>>> shore_of("Ville de Port-Dune", "", {"ville-de-port-dune": "france"}, {})
'france'
>>> shore_of("Blogue", "https://exemple.org", {}, {})
''
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urlsplit

from coopgraph.identifiers import make_identifier
from coopgraph.network.rows import read_text_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopgraph.sparql import Queryable

__all__ = ["SHORES", "Witness", "read_witnesses", "shore_of"]

SHORES: Final = ("france", "quebec")
_ENDINGS: Final = {"fr": "france", "quebec": "quebec", "ca": "quebec"}
_IN_BRACKETS: Final = re.compile(r"\(([^()]+)\)\s*$")
_SOURCES: Final = """
SELECT ?source ?title ?publisher ?url {
  ?source a coop:Source .
  OPTIONAL { ?source dct:title ?title }
  OPTIONAL { ?source coop:publisherName ?publisher }
  OPTIONAL { ?source coop:url ?url }
}"""
_NAMED: Final = """
SELECT ?name ?side { ?thing a coop:%s ; coop:onSide ?side ; skos:prefLabel|skos:altLabel ?name }"""


class Witness(NamedTuple):
    """A source: who published it, and on which shore."""

    id: str
    publisher: str  # else its title
    shore: str  # france, quebec, joint, other; empty where nothing tells


def read_witnesses(graph: Queryable) -> dict[str, Witness]:
    """Return all sources by id.

    Raises:
        StoreError: the graph cannot be read.
    """
    actors, places = _sides(graph, "Actor"), _sides(graph, "Place")
    return {
        source: Witness(source, publisher or title, shore_of(publisher, url, actors, places))
        for source, title, publisher, url in sorted(read_text_rows(graph, _SOURCES))
    }


def shore_of(publisher: str, url: str, actors: Mapping[str, str], places: Mapping[str, str]) -> str:
    """Return the shore of a source; `actors` and `places` hold the side of each name, as an id."""
    for name in (publisher, _IN_BRACKETS.sub("", publisher)):
        if make_identifier(name) in actors:
            return actors[make_identifier(name)]
    place = _IN_BRACKETS.search(publisher)
    if place and make_identifier(place[1]) in places:
        return places[make_identifier(place[1])]
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return _ENDINGS.get(host.rpartition(".")[2], "")


def _sides(graph: Queryable, class_: str) -> dict[str, str]:
    """Return the side of each name; a name that is borne on several sides tells nothing."""
    found: dict[str, str] = {}
    for name, side in sorted(set(read_text_rows(graph, _NAMED % class_))):
        key = make_identifier(name)
        found[key] = side if found.get(key, side) == side else ""
    return {key: side for key, side in found.items() if key and side}
