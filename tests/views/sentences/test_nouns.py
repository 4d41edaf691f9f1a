import pytest

from coopgraph.views.model import Words
from coopgraph.views.sentences.nouns import AGREEMENTS, MISSIONS, OUTCOMES, PROGRAMMES, noun_of
from coopgraph.vocabulary import read_schemes

TABLES = {
    "mission-kind": MISSIONS,
    "agreement-kind": AGREEMENTS,
    "outcome-kind": OUTCOMES,
    "programme-kind": PROGRAMMES,
}


@pytest.mark.parametrize("scheme", TABLES)
def test_every_kind_of_the_ontology_has_its_noun(scheme: str) -> None:
    assert set(TABLES[scheme]) == set(read_schemes()[scheme])


def test_an_unknown_kind_is_named_by_its_label() -> None:
    noun = noun_of("outcome", "film", Words("film", "film"))
    assert (noun.one_fr, noun.one_en) == ("un résultat (film)", "an outcome (film)")
    assert noun.done_fr == "a été obtenu"
