"""An office beside its body: the body is left out where it only repeats the office."""

import pytest
from tests.views.sentences.telling import ADA, record, shares

from coopgraph.views.model import Words
from coopgraph.views.sentences import tell

TOLD = {
    ("premier ministre des Dunes", "Premier ministre des Dunes"): "premier ministre des Dunes",
    ("premier ministre", "Premier ministre des Dunes"): "premier ministre des Dunes",
    (
        "président de la République",
        "Présidence de la République des Dunes",
    ): "président de la République",
    ("président", "Présidence des Dunes"): "président au sein de Présidence des Dunes",
    ("maire", "Mairie de Dune"): "maire au sein de la Mairie de Dune",
}


@pytest.mark.parametrize("names", TOLD)
def test_the_body_is_named_unless_it_repeats_the_office(names: tuple[str, str]) -> None:
    title, body = names
    held = record(
        "role",
        role_title=Words(title, "holder"),
        shares=shares((ADA, "person"), (Words(body, "Body of Dune"), "organisation")),
    )
    told = tell(held)
    assert told.fr == f"Ada Exemple exerçait la fonction de {TOLD[names]}."
    left_out = "au sein" not in TOLD[names]
    assert told.en == f"Ada Exemple was holder{'' if left_out else ' of Body of Dune'}."


def test_an_office_of_which_an_end_is_unknown_has_its_other_end() -> None:
    names = shares((ADA, "person"), (Words("Oasis", "Oasis"), "organisation"))
    office = Words("directrice", "director")
    begun = tell(record("role", edtf="2024-12/", role_title=office, shares=names))
    assert begun.fr.endswith(" au sein d’Oasis à partir de décembre 2024.")
    assert begun.en.endswith(" of Oasis from December 2024.")
