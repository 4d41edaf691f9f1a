from coopgraph.network.measures.apart import Loss
from coopgraph.network.measures.brokers import Bridge, Broker
from coopgraph.network.measures.pairs import Range
from coopgraph.views.brokers import as_number, as_range, tell_bridge, tell_broker
from coopgraph.views.model import Words
from coopgraph.views.sentences.changes import Thing, noun_for

LABELS = {name: Words(name.title(), name.upper()) for name in ("dune", "oasis", "sel", "puits")}
NOTHING = Loss(0, 0, 0, 0, 0, 0, 0, 0, (), ())


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_figures_are_written_as_each_language_has_it() -> None:
    assert as_number(1234.5, "en") == "1,234"
    assert as_number(1234.5, "fr") == "1\u00a0234"
    assert (as_number(0.25, "fr"), as_number(0.25, "en")) == ("0,25", "0.25")
    assert as_number(0.0000004, "en") == "0.000000"
    assert as_number(-0.5, "fr") == "-0,5"


def test_a_range_is_one_figure_where_both_networks_agree() -> None:
    assert as_range(Range(7.001, 7.002), "en") == "7"
    assert as_range(Range(0, 2), "fr") == "0 (certain) à 2 (possible)"


def test_a_broker_without_whom_all_falls_apart() -> None:
    possible = Loss(4, 5, 1, 3, 11, 6, 1, 2, ("sel",), (("oasis", "puits"),))
    broker = Broker("dune", Range(0, 7), Range(0, 0), NOTHING, possible)
    assert tell_broker(broker, LABELS).en == (
        "Pairs of the two shores whose shortest way leads through DUNE:"
        " 0 (certain) to 7 (possible)."
        " Without it, ties that break: 0 (certain) to 4 (possible), to the other shore:"
        " 0 (certain) to 1 (possible)."
        " Pairs of the two shores that lose their only connection: 0 (certain) to 6 (possible);"
        " groups: 1 before, 2 after (possible network)."
        " Left without any tie: SEL. Cut off together: 2 (OASIS and PUITS)."
    )
    assert plain(tell_broker(broker, LABELS).fr) == (
        "Couples des deux rives dont le plus court chemin passe par Dune :"
        " 0 (certain) à 7 (possible)."
        " Sans cet acteur, liens rompus : 0 (certain) à 4 (possible), dont vers l’autre rive :"
        " 0 (certain) à 1 (possible)."
        " Couples des deux rives qui perdent leur seule liaison : 0 (certain) à 6 (possible) ;"
        " groupes : 1 avant, 2 après (réseau possible)."
        " Restent sans aucun lien : Sel. Coupés ensemble : 2 (Oasis et Puits)."
    )


def test_a_broker_that_others_can_go_round_and_an_estimate() -> None:
    loss = NOTHING._replace(ties=3, shore_ties=1, pieces=1)
    broker = Broker("dune", Range(2, 2), Range(0.5, 0.5), loss, loss)
    told = tell_broker(broker, LABELS)
    assert "2 (standard error 0.5). Without it, ties that break: 3," in told.en
    assert told.en.endswith("Nobody is cut off: every other pair still has a longer way.")
    assert plain(told.fr).endswith("chaque autre couple garde un chemin, plus long.")


def test_a_bridge() -> None:
    bridge = Bridge("dune", "sel", Range(0, 1), Range(0, 4), Range(0, 2))
    told = tell_bridge(bridge, LABELS)
    assert told.en == (
        "Without the tie of DUNE and SEL (records: 0 (certain) to 1 (possible)), pairs of the two"
        " shores that lose their only connection: 0 (certain) to 2 (possible)."
    )
    assert plain(told.fr).startswith("Sans le lien entre Dune et Sel (fiches : 0 (certain)")


def test_places_and_records_are_not_called_actors() -> None:
    possible = Loss(4, 5, 1, 3, 11, 6, 1, 2, (), (("oasis", "puits"),))
    broker = Broker("dune", Range(0, 7), Range(0, 0), NOTHING, possible)
    assert "Sans ce lieu, liens" in tell_broker(broker, LABELS, noun_for("territories")).fr
    record = Thing("fiche", "fiches", "record", "records", feminine=True)
    told = tell_broker(broker, LABELS, record).fr
    assert "Sans cette fiche, liens" in told
    assert "Coupées ensemble" in told
    assert "acteur" not in told
