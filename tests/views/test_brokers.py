from coopgraph.network.measures.apart import Loss
from coopgraph.network.measures.brokers import Bridge, Broker
from coopgraph.network.measures.pairs import Range
from coopgraph.views.brokers import as_number, as_range, define_brokers, tell_bridge, tell_broker
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
        "Without DUNE, 0 (certain) to 7 (possible) pairs of actors, one in France and one in"
        " Québec, would lose their shortest way to each other; 0 (certain) to 6 (possible) of them"
        " would no longer be linked at all, even through others."
        " Its own ties: 0 (certain) to 4 (possible), of which to the other shore:"
        " 0 (certain) to 1 (possible)."
        " Groups: 2 in place of 1 (possible network)."
        " Left without any tie: SEL. Cut off together: 2 (OASIS and PUITS)."
    )
    assert plain(tell_broker(broker, LABELS).fr) == (
        "Sans Dune, 0 (certain) à 7 (possible) couples d’acteurs, l’un en France et l’autre au"
        " Québec, perdraient leur plus court chemin ; 0 (certain) à 6 (possible) d’entre eux ne"
        " seraient plus du tout reliés, même par d’autres."
        " Ses propres liens : 0 (certain) à 4 (possible), dont vers l’autre rive :"
        " 0 (certain) à 1 (possible)."
        " Groupes : 2 au lieu de 1 (réseau possible)."
        " Resteraient sans aucun lien : Sel. Seraient coupés ensemble : 2 (Oasis et Puits)."
    )


def test_a_broker_that_others_can_go_round_and_an_estimate() -> None:
    loss = NOTHING._replace(ties=3, shore_ties=1, pieces=1)
    broker = Broker("dune", Range(2, 2), Range(0.5, 0.5), loss, loss)
    told = tell_broker(broker, LABELS)
    assert "2 pairs of actors (standard error 0.5), one in France" in told.en
    assert "; all of them would still be linked through others. Its own ties: 3, of" in told.en
    assert "Groups" not in told.en
    assert "2 couples d’acteurs (erreur type 0,5), l’un en France" in told.fr
    assert plain(told.fr).endswith(
        " ; tous resteraient reliés par d’autres."
        " Ses propres liens : 3, dont vers l’autre rive : 1."
    )


def test_one_pair_stands_in_the_singular_and_a_name_has_its_article() -> None:
    loss = NOTHING._replace(ties=2, pairs=1, shore_pairs=1)
    broker = Broker("uni", Range(1, 1), Range(0, 0), loss, loss)
    labels = {"uni": Words("Université du Sable", "University of Sand")}
    told = tell_broker(broker, labels)
    assert told.en.startswith("Without the University of Sand, 1 pair of actors, one in France")
    assert plain(told.fr).startswith(
        "Sans l’Université du Sable, 1 couple d’acteurs, l’un en France et l’autre au Québec,"
        " perdrait son plus court chemin ; 1 ne serait plus du tout relié"
    )


def test_what_is_counted_is_defined_for_all_of_them() -> None:
    assert (
        "whose shortest way (fewest ties to follow) leads through this actor" in define_brokers().en
    )
    assert "chacun compte en partie" in define_brokers().fr
    record = Thing("fiche", "fiches", "record", "records", feminine=True)
    assert "l’une en France" in define_brokers(record).fr


def test_a_bridge() -> None:
    bridge = Bridge("dune", "sel", Range(0, 1), Range(0, 4), Range(0, 2))
    told = tell_bridge(bridge, LABELS)
    assert told.en == (
        "Without the tie of DUNE and SEL (records: 0 (certain) to 1 (possible)), 0 (certain) to"
        " 2 (possible) pairs of actors, one in France and one in Québec, would no longer be linked"
        " at all, even through others."
    )
    assert plain(told.fr) == (
        "Sans le lien entre Dune et Sel (fiches : 0 (certain) à 1 (possible)), 0 (certain) à"
        " 2 (possible) couples d’acteurs, l’un en France et l’autre au Québec, ne seraient plus du"
        " tout reliés, même par d’autres."
    )


def test_places_and_records_are_not_called_actors() -> None:
    possible = Loss(4, 5, 1, 3, 11, 6, 1, 2, (), (("oasis", "puits"),))
    broker = Broker("dune", Range(0, 7), Range(0, 0), NOTHING, possible)
    assert "couples de lieux, l’un" in tell_broker(broker, LABELS, noun_for("territories")).fr
    record = Thing("fiche", "fiches", "record", "records", feminine=True)
    told = tell_broker(broker, LABELS, record).fr
    assert "couples de fiches, l’une en France" in told
    assert "Seraient coupées ensemble" in told
    assert "acteur" not in told
