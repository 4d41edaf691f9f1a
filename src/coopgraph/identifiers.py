"""Where every IRI of coopgraph is made, and read back.

The base is proposed, not registered: nothing here says that the addresses resolve.

>>> record_iri("mission", "mission-dune-2031")
'https://w3id.org/coopgraph/id/mission/mission-dune-2031'
>>> concept_iri("side", "quebec")
'https://w3id.org/coopgraph/scheme/side/quebec'
>>> split_iri("https://w3id.org/coopgraph/id/mission/mission-dune-2031")
('mission', 'mission-dune-2031')

Ids are slugs: lower-case letters and digits of ASCII in words joined by ``-``, parts joined by
``.`` (``mission-dune-2031.actor.1``). They are opaque once minted: never renamed, never reused.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = [
    "BASE",
    "DERIVED_GRAPH",
    "NAMESPACE",
    "ONTOLOGY",
    "citation_graph_iri",
    "concept_iri",
    "iri_pattern",
    "is_identifier",
    "make_identifier",
    "record_iri",
    "scheme_iri",
    "split_iri",
]

BASE = "https://w3id.org/coopgraph/"
ONTOLOGY = BASE + "ns"
NAMESPACE = ONTOLOGY + "#"
DERIVED_GRAPH = BASE + "graph/derived"

_IDENTIFIER = r"[a-z0-9]+(?:[-.][a-z0-9]+)*"
_is_identifier = re.compile(_IDENTIFIER).fullmatch
_RECORD = re.compile(f"{re.escape(BASE)}id/([a-z]+)/({_IDENTIFIER})")
_CONCEPT = re.compile(f"{re.escape(BASE)}scheme/([a-z-]+)/({_IDENTIFIER})")


def is_identifier(text: str) -> bool:
    """Tell whether `text` can be the id of a row.

    >>> is_identifier("technopole-dune"), is_identifier("Technopôle")
    (True, False)
    """
    return _is_identifier(text) is not None


def make_identifier(text: str) -> str:
    """Return the id that a name suggests (for people who add a row; never used to look one up).

    >>> make_identifier("Technopôle de l’Œuvre (Nord)")
    'technopole-de-l-oeuvre-nord'
    """
    plain = text.lower().replace("œ", "oe").replace("æ", "ae")
    decomposed = unicodedata.normalize("NFKD", plain)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return "-".join(re.findall("[a-z0-9]+", bare))


def record_iri(segment: str, identifier: str) -> str:
    """Return the IRI of a row; `segment` is the type in the IRI, such as ``mission``.

    Themes are rows and SKOS concepts at once: they stand in their scheme.

    >>> record_iri("theme", "secteur-maritime")
    'https://w3id.org/coopgraph/scheme/theme/secteur-maritime'
    """
    if segment == "theme":
        return concept_iri("theme", identifier)
    return f"{BASE}id/{segment}/{identifier}"


def concept_iri(scheme: str, concept: str) -> str:
    """Return the IRI of a concept of one of our SKOS schemes."""
    return f"{BASE}scheme/{scheme}/{concept}"


def scheme_iri(scheme: str) -> str:
    """Return the IRI of a SKOS scheme.

    >>> scheme_iri("side")
    'https://w3id.org/coopgraph/scheme/side'
    """
    return f"{BASE}scheme/{scheme}"


def citation_graph_iri(identifier: str) -> str:
    """Return the name of the graph that holds what one citation supports."""
    return f"{BASE}graph/citation/{identifier}"


def split_iri(iri: str) -> tuple[str, str]:
    """Return type and id of a record's IRI, or scheme and concept of a concept's.

    Raises:
        ValueError: the IRI is not one of ours.
    """
    match = _RECORD.fullmatch(iri) or _CONCEPT.fullmatch(iri)
    if match is None:
        raise ValueError(f"not an IRI of a record or concept of coopgraph: {iri}")
    return match[1], match[2]


def iri_pattern(segment: str) -> str:
    """Return the regular expression that IRIs of this type match (for shapes and gates).

    >>> import re
    >>> bool(re.match(iri_pattern("mission"), record_iri("mission", "mission-dune-2031")))
    True
    """
    start = f"{BASE}scheme/theme/" if segment == "theme" else f"{BASE}id/{segment}/"
    return f"^{start}{_IDENTIFIER}$".replace("(?:", "(")
