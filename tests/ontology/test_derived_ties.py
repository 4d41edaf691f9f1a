"""The CONSTRUCT files: who took part, who cooperated, and what is left out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pyoxigraph import Quad, QueryTriples, RdfFormat, Store
from rdflib import Graph

from coopgraph.shipped import shipped_folder

FOLDER = shipped_folder("ontology") / "derived"
PREFIXES = """
@prefix coop: <https://w3id.org/coopgraph/ns#> .
@prefix s: <https://w3id.org/coopgraph/scheme/> .
@prefix status: <https://w3id.org/coopgraph/scheme/status/> .
@prefix x: <https://w3id.org/coopgraph/id/x/> .
"""
WORLD = """
x:forum a coop:Activity, coop:Mission ; coop:hasStatus status:completed .
x:atelier a coop:Activity, coop:Mission ; coop:hasStatus status:completed ; coop:partOf x:forum .
x:seance a coop:Activity, coop:Mission ; coop:hasStatus status:completed ; coop:partOf x:atelier .
x:prevu a coop:Activity, coop:Mission ; coop:hasStatus status:planned .
x:annule a coop:Activity, coop:Mission ; coop:hasStatus status:cancelled .
x:p1 a coop:Participation ; coop:hasActor x:ada ; coop:inActivity x:seance .
x:p2 a coop:Participation ; coop:hasActor x:bo ; coop:inActivity x:forum .
x:p3 a coop:Participation ; coop:hasActor x:ada ; coop:inActivity x:prevu .
x:p4 a coop:Participation ; coop:hasActor x:cleo ; coop:inActivity x:prevu, x:annule .
x:p5 a coop:Participation ; coop:hasActor x:cleo ; coop:inActivity x:forum .
x:doute a coop:Claim ; coop:describes x:p5 ; coop:hasStanding
  <https://w3id.org/coopgraph/scheme/standing/undecided> .
x:q1 a coop:Party ; coop:hasActor x:dan ; coop:inAgreement x:accord, x:principe .
x:q2 a coop:Party ; coop:hasActor x:eve ; coop:inAgreement x:accord .
x:q3 a coop:Party ; coop:hasActor x:cleo ; coop:inAgreement x:principe .
x:principe coop:hasStatus <https://w3id.org/coopgraph/scheme/agreement-status/agreed-in-principle> .
x:q4 a coop:Party ; coop:hasActor x:dan ; coop:inAgreement x:poignee, x:paraphe .
x:q5 a coop:Party ; coop:hasActor x:fay ; coop:inAgreement x:poignee .
x:q6 a coop:Party ; coop:hasActor x:guy ; coop:inAgreement x:paraphe .
x:s1 coop:signs x:poignee ; coop:hasKind
  <https://w3id.org/coopgraph/scheme/signing-kind/agreed-in-principle> .
x:s2 coop:signs x:paraphe ; coop:hasKind
  <https://w3id.org/coopgraph/scheme/signing-kind/agreed-in-principle> .
x:s3 coop:signs x:paraphe .
x:merci a coop:Relation ; coop:hasSubject x:ada ; coop:hasObject x:eve .
"""
TOOK_PART = {
    ("ada", "tookPartIn", "seance"),
    ("ada", "tookPartIn", "atelier"),
    ("ada", "tookPartIn", "forum"),
    ("bo", "tookPartIn", "forum"),
}
COOPERATED = {
    ("ada", "cooperatedWith", "bo"),
    ("bo", "cooperatedWith", "ada"),
    ("dan", "cooperatedWith", "eve"),
    ("eve", "cooperatedWith", "dan"),
    ("dan", "cooperatedWith", "guy"),
    ("guy", "cooperatedWith", "dan"),
}


def short(iri: object) -> str:
    return str(iri).strip("<>").replace("#", "/").rpartition("/")[2]


FILES = sorted(FOLDER.glob("*.rq"))


def derived_with_oxigraph() -> set[tuple[str, ...]]:
    store = Store()
    store.load(PREFIXES + WORLD, format=RdfFormat.TURTLE)
    made: set[tuple[str, ...]] = set()
    for file in FILES:
        answer = store.query(file.read_text(encoding="utf-8"))
        assert isinstance(answer, QueryTriples)
        triples = list(answer)
        store.extend(Quad(t.subject, t.predicate, t.object) for t in triples)
        made |= {(short(t.subject), short(t.predicate), short(t.object)) for t in triples}
    return made


def derived_with_rdflib() -> set[tuple[str, ...]]:
    world = Graph().parse(data=PREFIXES + WORLD, format="turtle")
    made: set[tuple[str, ...]] = set()
    for file in FILES:
        graph = world.query(file.read_text(encoding="utf-8")).graph
        assert graph is not None
        triples = list(graph)
        for triple in triples:
            world.add(triple)
        made |= {(short(s), short(p), short(o)) for s, p, o in triples}
    return made


@pytest.mark.parametrize("derive", [derived_with_oxigraph, derived_with_rdflib])
def test_ties_are_derived_alike_by_both_engines(
    derive: Callable[[], set[tuple[str, ...]]],
) -> None:
    assert derive() == TOOK_PART | COOPERATED
