"""Terms of force: one side's and the other's, and terms of which an end is unknown."""

import pytest
from tests.views.sentences.telling import POLE, PORT, record, shares

from coopgraph.views.sentences import tell

PARTIES = shares((PORT, "party"), (POLE, "party"))
TERMS = {
    ("2011-04-06/ france", "2013-07-18/ quebec"): (
        "en vigueur à partir du 6 avril 2011 (côté français) et du 18 juillet 2013 (côté"
        " québécois)",
        "in force from 6 April 2011 (on the French side) and from 18 July 2013 (on the Québec"
        " side)",
    ),
    ("2011-04-06/", "2013/"): (
        "en vigueur à partir du 6 avril 2011 et de 2013",
        "in force from 6 April 2011 and from 2013",
    ),
    ("/2008",): ("en vigueur jusqu’en 2008", "in force until 2008"),
    ("2011-04/", "2018/.. joint"): (
        "en vigueur à partir d’avril 2011 et depuis 2018 (des deux côtés ensemble)",
        "in force from April 2011 and since 2018 (on both sides together)",
    ),
    ("2012/2017 france",): (
        "en vigueur de 2012 à 2017 (côté français)",
        "in force from 2012 to 2017 (on the French side)",
    ),
}


@pytest.mark.parametrize("terms", TERMS)
def test_a_term_of_force_is_told_with_its_side_and_without_an_end_nobody_knows(
    terms: tuple[str, ...],
) -> None:
    told = tell(record("agreement", "entente", shares=PARTIES, signed="2010", in_force=terms))
    french, english = TERMS[terms]
    assert told.fr.endswith(f" en 2010, {french}.")
    assert told.en.endswith(f" in 2010, {english}.")
