"""The words of the graph: every IRI of a class or property that the program may write or read.

`COOP` is closed: its names are those of ``ontology/coopgraph.ttl`` and no others, so a misspelling
fails at once and names the nearest term. The other vocabularies list the terms that are used.

>>> COOP.hasParty
<NamedNode value=https://w3id.org/coopgraph/ns#hasParty>
>>> COOP.hasPartie
Traceback (most recent call last):
AttributeError: coop:hasPartie is not a term of the vocabulary; nearest: coop:hasParty
>>> expand("dct:title")
<NamedNode value=http://purl.org/dc/terms/title>

The kinds (of actor, of mission …) are data, in ``ontology/kinds.ttl``: `read_schemes` lists them.
Terms are defined, in French and English, in ``ontology/``, not here.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from coopgraph.identifiers import NAMESPACE, split_iri
from coopgraph.shipped import shipped_folder

__all__ = [
    "CLASSES",
    "COOP",
    "DCAT",
    "DCT",
    "EDTF",
    "FOAF",
    "ORG",
    "OWL",
    "PREFIXES",
    "PROPERTIES",
    "PROV",
    "RDF",
    "RDFS",
    "SCHEMA",
    "SH",
    "SKOS",
    "VANN",
    "VOID",
    "XSD",
    "Vocabulary",
    "expand",
    "read_concept_labels",
    "read_preferred_labels",
    "read_schemes",
]

CLASSES = (
    *("Record", "Actor", "Person", "Organisation", "Place", "Agreement", "Signing"),
    *("Activity", "Mission", "Project", "Programme", "Outcome", "Source", "Citation", "Claim"),
    "Dispute",
    # n-ary relations: what ties records, with its own dates and sources
    *("Link", "Party", "Participation", "Venue", "Signature", "TermOfForce", "Operation"),
    *("Award", "Budget", "RoleHolding", "Attestation", "Benefit", "Sequence", "Succession"),
    *("Figure", "Relation", "Subject", "Name", "Identifier", "Concern"),
    "WithdrawnRecord",
)

PROPERTIES = (
    # what it is, how it stands, whether the curator deduced it
    *("hasKind", "hasStatus", "statusAsOf", "inferred", "inferredProperty", "untranslated"),
    *("batch", "count", "url"),
    # time
    *("when", "earliestBegin", "latestBegin", "earliestEnd", "latestEnd", "openEnd"),
    *("dateMark", "dateQualifier", "openingDate", "closingDate", "announcedOn", "checkedOn"),
    # place, side, parts and wholes
    *("locatedIn", "within", "onSide", "takesPlaceIn", "partOf"),
    *("latitude", "longitude", "coordinatesSource"),
    # sources, citations, claims, disputes
    *("publisherName", "authorName", "languageTag", "copyOf", "interestedParty"),
    *("describes", "locator", "citedProperty"),
    *("claimedProperty", "claimedValue", "inDispute", "hasStanding", "reason"),
    *("question", "concernsRecord"),
    # names, identifiers, themes
    *("nameText", "identifierScheme", "value", "hasTheme"),
    # agreements
    *("inAgreement", "hasParty", "amends", "replaces", "renews"),
    *("signs", "inSigning", "hasPerson", "onBehalfOf", "roleTitle"),
    # activities, programmes, money
    *("hasActor", "inActivity", "hasRole", "underAgreement", "fundedBy", "series", "number"),
    *("inProgramme", "operatedBy", "hasFunder", "hasRecipient"),
    *("amount", "currency", "currencyCertain", "perPeriod", "partOfTotal"),
    *("measure", "numericValue", "unit", "hasQualifier", "announced"),
    # offices, outcomes, what came of what
    *("inOrganisation", "resultsFrom", "inOutcome", "benefits"),
    *("hasSubject", "hasPredicate", "hasObject", "hasFormer", "hasLatter"),
    *("ledTo", "followedBy", "realises", "postponedFrom"),
    # made by the files of ontology/derived/, never by hand
    *("tookPartIn", "cooperatedWith"),
    # said of terms of the ontology, not of records
    *("derived", "counterExample"),
)


class Vocabulary:
    """A closed list of terms with one namespace; each term is an attribute (or an item)."""

    __slots__ = ("_terms", "base", "prefix")

    def __init__(self, prefix: str, base: str, names: tuple[str, ...]) -> None:
        self.prefix = prefix
        self.base = base
        self._terms = {name: NamedNode(base + name) for name in names}

    def __getattr__(self, name: str) -> NamedNode:
        if name.startswith("_"):  # looked for by copy, pickle and doctest: never a term
            raise AttributeError(name)
        term = self._terms.get(name)
        if term is None:
            near = get_close_matches(name, self._terms, n=1, cutoff=0.0)
            raise AttributeError(
                f"{self.prefix}:{name} is not a term of the vocabulary; "
                f"nearest: {self.prefix}:{near[0]}"
            )
        return term

    def __getitem__(self, name: str) -> NamedNode:
        return self.__getattr__(name)

    def __contains__(self, name: str) -> bool:
        return name in self._terms

    def __iter__(self) -> Iterator[str]:
        return iter(self._terms)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *self._terms})

    def __repr__(self) -> str:
        return f"Vocabulary({self.prefix!r}, {self.base!r}, {len(self._terms)} terms)"


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


COOP = Vocabulary("coop", NAMESPACE, CLASSES + PROPERTIES)
RDF = Vocabulary("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", _names("type langString"))
RDFS = Vocabulary(
    "rdfs",
    "http://www.w3.org/2000/01/rdf-schema#",
    _names("label comment domain range subClassOf subPropertyOf seeAlso isDefinedBy Class Literal"),
)
OWL = Vocabulary(
    "owl",
    "http://www.w3.org/2002/07/owl#",
    _names(
        "AnnotationProperty Class DatatypeProperty ObjectProperty Ontology SymmetricProperty "
        "TransitiveProperty deprecated disjointWith inverseOf priorVersion sameAs versionIRI "
        "versionInfo"
    ),
)
SKOS = Vocabulary(
    "skos",
    "http://www.w3.org/2004/02/skos/core#",
    _names(
        "Concept ConceptScheme altLabel broader broadMatch closeMatch definition exactMatch "
        "example hasTopConcept inScheme narrower narrowMatch notation note prefLabel related "
        "relatedMatch scopeNote topConceptOf"
    ),
)
PROV = Vocabulary(
    "prov",
    "http://www.w3.org/ns/prov#",
    _names(
        "Activity Agent Entity generatedAtTime used wasAttributedTo wasDerivedFrom "
        "wasGeneratedBy wasRevisionOf"
    ),
)
DCT = Vocabulary(
    "dct",
    "http://purl.org/dc/terms/",
    _names(
        "Location PeriodOfTime accessRights bibliographicCitation conformsTo created creator "
        "description format hasPart identifier isPartOf isReplacedBy issued language license "
        "modified publisher replaces rights source spatial subject temporal title type"
    ),
)
XSD = Vocabulary(
    "xsd",
    "http://www.w3.org/2001/XMLSchema#",
    _names("anyURI boolean date dateTime decimal hexBinary integer nonNegativeInteger string"),
)
EDTF = Vocabulary("edtf", "http://id.loc.gov/datatypes/edtf/", _names("EDTF"))
FOAF = Vocabulary(
    "foaf", "http://xmlns.com/foaf/0.1/", _names("Agent Organization Person homepage name page")
)
ORG = Vocabulary(
    "org",
    "http://www.w3.org/ns/org#",
    _names("ChangeEvent Membership Organization OrganizationalCollaboration"),
)
SCHEMA = Vocabulary(
    "schema",
    "https://schema.org/",
    _names("Dataset Event FundingScheme Grant MonetaryGrant Organization Person Place Project"),
)
DCAT = Vocabulary(
    "dcat",
    "http://www.w3.org/ns/dcat#",
    _names(
        "Dataset DatasetSeries Distribution accessURL byteSize compressFormat contactPoint "
        "dataset distribution downloadURL endDate inSeries keyword landingPage mediaType "
        "previousVersion startDate theme version"
    ),
)
VOID = Vocabulary(
    "void",
    "http://rdfs.org/ns/void#",
    _names(
        "Dataset Linkset class classPartition classes dataDump distinctObjects distinctSubjects "
        "entities exampleResource inDataset linkPredicate objectsTarget properties property "
        "propertyPartition rootResource subjectsTarget triples uriSpace vocabulary"
    ),
)
VANN = Vocabulary(
    "vann",
    "http://purl.org/vocab/vann/",
    _names("preferredNamespacePrefix preferredNamespaceUri"),
)
SH = Vocabulary(
    "sh",
    "http://www.w3.org/ns/shacl#",
    _names(
        "Info NodeShape PropertyShape ValidationReport ValidationResult Violation Warning class "
        "conforms datatype focusNode message node path pattern property result resultMessage "
        "resultPath resultSeverity severity sourceConstraintComponent sourceShape targetClass value"
    ),
)

_ALL = (
    *(COOP, DCAT, DCT, EDTF, FOAF, ORG, OWL, PROV, RDF, RDFS, SCHEMA, SH, SKOS, VANN, VOID, XSD),
)
_BY_PREFIX = {vocabulary.prefix: vocabulary for vocabulary in _ALL}

PREFIXES: dict[str, str] = {vocabulary.prefix: vocabulary.base for vocabulary in _ALL}
"""Prefix to namespace, for queries and for writers of Turtle."""


def expand(curie: str) -> NamedNode:
    """Return the term that a CURIE such as ``coop:when`` names.

    Raises:
        KeyError: the prefix is none of `PREFIXES`.
        AttributeError: the vocabulary has no such term.
    """
    prefix, _, name = curie.partition(":")
    return _BY_PREFIX[prefix][name]


@cache
def read_schemes(path: Path | None = None) -> dict[str, tuple[str, ...]]:
    """Return the concepts of each SKOS scheme, sorted: the choices that cells of the tables have.

    `path` is another file than the ``kinds.ttl`` that comes with coopgraph. The scheme ``theme``
    is empty here: themes are rows of the tables.

    >>> read_schemes()["standing"]
    ('not-retained', 'retained', 'undecided')
    """
    schemes: dict[str, list[str]] = {}
    file = path or shipped_folder("ontology") / "kinds.ttl"
    for quad in parse(path=str(file), format=RdfFormat.TURTLE):
        if quad.predicate == SKOS.inScheme and isinstance(quad.subject, NamedNode):
            scheme, concept = split_iri(quad.subject.value)
            schemes.setdefault(scheme, []).append(concept)
        elif quad.object == SKOS.ConceptScheme and isinstance(quad.subject, NamedNode):
            schemes.setdefault(quad.subject.value.rpartition("/")[2], [])
    return {scheme: tuple(sorted(schemes[scheme])) for scheme in sorted(schemes)}


@cache
def read_concept_labels(path: Path | None = None) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return scheme → concept → its preferred labels, in every language, sorted.

    `path` is another file than the ``kinds.ttl`` that comes with coopgraph.

    >>> read_concept_labels()["mission-kind"]["prospecting-mission"]
    ('mission de prospection', 'prospecting mission')
    """
    return {
        scheme: {name: tuple(sorted(labels.values())) for name, labels in names.items()}
        for scheme, names in read_preferred_labels(path).items()
    }


@cache
def read_preferred_labels(path: Path | None = None) -> dict[str, dict[str, dict[str, str]]]:
    """Return scheme → concept → language → its preferred label.

    >>> read_preferred_labels()["standing"]["retained"]["fr"]
    'retenue'
    """
    file = path or shipped_folder("ontology") / "kinds.ttl"
    quads = list(parse(path=str(file), format=RdfFormat.TURTLE))
    concepts = {quad.subject for quad in quads if quad.predicate == SKOS.inScheme}
    found: dict[str, dict[str, dict[str, str]]] = {}
    for quad in quads:
        concept, label = quad.subject, quad.object
        if quad.predicate != SKOS.prefLabel or concept not in concepts:
            continue
        if isinstance(concept, NamedNode) and isinstance(label, Literal):
            scheme, name = split_iri(concept.value)
            labels = found.setdefault(scheme, {}).setdefault(name, {})
            labels[label.language or ""] = label.value
    return found
