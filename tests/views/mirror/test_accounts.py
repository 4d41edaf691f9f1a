"""Both accounts of the invented tables and of the corpus: what agrees, differs, or stands alone."""

from pathlib import Path

import pytest
from pyoxigraph import Store

from coopgraph.graph import build_graph
from coopgraph.identifiers import split_iri
from coopgraph.views.mirror import Mirror, read_mirror, tell_account
from coopgraph.views.mirror.shores import shore_of


@pytest.fixture(scope="module")
def corpus() -> Mirror:
    return read_mirror(build_graph(Path(__file__).parents[3] / "data").store)


def test_shores_that_give_another_date_differ(dune: Store) -> None:
    (account,) = read_mirror(dune).accounts
    assert split_iri(account.iri)[1] == "accord-dune-2012"
    dates = [(line.value.en, line.france, line.quebec, line.differs) for line in account.lines[:2]]
    assert dates == [
        ("5 March 2012", ("registre-2012",), (), True),
        ("15 March 2012", (), ("bulletin-2019",), True),
    ]
    assert not any(line.differs for line in account.lines if line.facet == "partner")
    told = tell_account(account)
    assert "Les rives diffèrent (date)" in told.fr
    assert "“5 March 2012” for the French, “15 March 2012” for the Québec one" in told.en


def test_every_record_with_sources_is_counted_once(dune: Store) -> None:
    mirror = read_mirror(dune)
    alone = [iri for iris in mirror.one_sided.values() for iri in iris]
    both = [account.iri for account in mirror.accounts]
    assert len({*alone, *both}) == len(alone) + len(both)
    assert mirror.unplaced == 6
    assert sum(mirror.sources.values()) == len(mirror.witnesses) == 5
    assert mirror.sources[""] == 3


def test_the_corpus_has_accounts_of_both_shores(corpus: Mirror) -> None:
    assert len(corpus.accounts) > 50
    by_name = {split_iri(account.iri)[1]: account for account in corpus.accounts}
    convention = by_name["convention-ifqm-2016"]
    assert convention.differs
    told = tell_account(convention).fr
    assert "Rimouski" in told
    assert "Québec (ville)" in told
    for account in corpus.accounts:
        assert account.france
        assert account.quebec
        assert all(tell_account(account))
        for line in account.lines:
            assert set(line.france) <= set(account.france)
            assert set(line.quebec) <= set(account.quebec)


@pytest.mark.parametrize(
    ("publisher", "url", "shore"),
    [
        ("Consulat des Dunes", "https://consulat.qc.ca", "france"),
        ("Consulat des Dunes (copie)", "https://exemple.org", "france"),
        ("Gazette (Havre-Exemple)", "https://exemple.fr", "quebec"),
        ("Gazette", "https://exemple.fr/ca", "france"),
        ("Gazette", "https://exemple.quebec", "quebec"),
        ("Gazette", "https://exemple.com", ""),
        ("Gazette", "https://[", ""),
        ("", "", ""),
    ],
)
def test_the_shore_of_a_source(publisher: str, url: str, shore: str) -> None:
    actors, places = {"consulat-des-dunes": "france"}, {"havre-exemple": "quebec"}
    assert shore_of(publisher, url, actors, places) == shore
