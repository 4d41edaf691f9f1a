"""Brokers in words: between how many pairs they stand, and what falls apart without them.

Each figure is told for the certain and the possible network, as one number where both agree.

>>> as_range(Range(3, 12), "en"), as_range(Range(5, 5), "en")
('3 (certain) to 12 (possible)', '5')
>>> as_range(Range(0.25, 1234), "fr").replace("\u00a0", " ")
'0,25 (certain) à 1 234 (possible)'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopgraph.network.measures.pairs import Range
from coopgraph.views.model import Words
from coopgraph.views.sentences.changes import Thing, noun_for
from coopgraph.views.sentences.grammar import NO_BREAK, listed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from coopgraph.network.measures.apart import Loss
    from coopgraph.network.measures.brokers import Bridge, Broker

    Language = Literal["fr", "en"]
    Labels = Mapping[str, Words]

__all__ = ["as_number", "as_range", "tell_bridge", "tell_broker"]


def as_number(value: float, language: Language) -> str:
    """Return a figure for people: whole from 100 on, else with three digits that tell.

    >>> as_number(7499.61, "en"), as_number(0.008214, "en"), as_number(12.0, "en")
    ('7,500', '0.00821', '12')
    """
    whole = value == int(value) or abs(value) >= 100
    text = f"{value:,.0f}" if whole else f"{value:.3g}"
    if "e" in text:
        text = f"{value:.6f}"
    if language == "en":
        return text
    return text.replace(",", NO_BREAK).replace(".", ",")


def as_range(figure: Range, language: Language) -> str:
    """Return the figures of the certain and the possible network; one where they look the same."""
    certain, possible = (as_number(value, language) for value in figure)
    if certain == possible:
        return certain
    to = "à" if language == "fr" else "to"
    return f"{certain} (certain) {to} {possible} (possible)"


def tell_broker(broker: Broker, labels: Labels, noun: Thing | None = None) -> Words:
    """Return what a broker holds together, in a few sentences.

    `noun` is what the nodes of the network are called; actors where it is left out.
    """
    called = noun or noun_for("actors")
    return Words(_broker_fr(broker, labels, called), _broker_en(broker, labels))


def tell_bridge(bridge: Bridge, labels: Labels) -> Words:
    """Return what hangs on one tie, in one sentence."""
    one, other = labels[bridge.source], labels[bridge.target]
    return Words(
        f"Sans le lien entre {one.fr} et {other.fr} (fiches{NO_BREAK}:"
        f" {as_range(bridge.records, 'fr')}), couples des deux rives qui perdent leur seule"
        f" liaison{NO_BREAK}: {as_range(bridge.shore_pairs, 'fr')}.",
        f"Without the tie of {one.en} and {other.en} (records: {as_range(bridge.records, 'en')}),"
        f" pairs of the two shores that lose their only connection:"
        f" {as_range(bridge.shore_pairs, 'en')}.",
    )


def _range(broker: Broker, name: str, language: Language) -> str:
    return as_range(_figures(broker, name), language)


def _figures(broker: Broker, name: str) -> Range:
    return Range(getattr(broker.certain, name), getattr(broker.possible, name))


def _broker_en(broker: Broker, labels: Labels) -> str:
    parts = [
        f"Pairs of the two shores whose shortest way leads through {labels[broker.actor].en}:"
        f" {as_range(broker.between, 'en')}{_error(broker, 'en')}.",
        f"Without it, ties that break: {_range(broker, 'ties', 'en')}, to the other shore:"
        f" {_range(broker, 'shore_ties', 'en')}.",
    ]
    if not any(_figures(broker, "pairs")):
        parts.append("Nobody is cut off: every other pair still has a longer way.")
        return " ".join(parts)
    parts.append(
        f"Pairs of the two shores that lose their only connection:"
        f" {_range(broker, 'shore_pairs', 'en')}; groups:"
        f" {as_number(broker.possible.components_before, 'en')} before,"
        f" {as_number(broker.possible.components_after, 'en')} after (possible network)."
    )
    if broker.possible.alone:
        names = listed([labels[name].en for name in broker.possible.alone], "en")
        parts.append(f"Left without any tie: {names}.")
    if broker.possible.split_off:
        parts.append(f"Cut off together: {_cut_off(broker.possible, labels, 'en')}.")
    return " ".join(parts)


def _broker_fr(broker: Broker, labels: Labels, noun: Thing) -> str:
    colon = f"{NO_BREAK}:"
    parts = [
        f"Couples des deux rives dont le plus court chemin passe par {labels[broker.actor].fr}"
        f"{colon} {as_range(broker.between, 'fr')}{_error(broker, 'fr')}.",
        f"Sans {_this(noun)}, liens rompus{colon} {_range(broker, 'ties', 'fr')}, dont vers l’autre"
        f" rive{colon} {_range(broker, 'shore_ties', 'fr')}.",
    ]
    if not any(_figures(broker, "pairs")):
        parts.append(
            f"Nul n’est coupé des autres{colon} chaque autre couple garde un chemin, plus long."
        )
        return " ".join(parts)
    parts.append(
        f"Couples des deux rives qui perdent leur seule liaison{colon}"
        f" {_range(broker, 'shore_pairs', 'fr')}{NO_BREAK}; groupes{colon}"
        f" {as_number(broker.possible.components_before, 'fr')} avant,"
        f" {as_number(broker.possible.components_after, 'fr')} après (réseau possible)."
    )
    if broker.possible.alone:
        names = listed([labels[name].fr for name in broker.possible.alone], "fr")
        parts.append(f"Restent sans aucun lien{colon} {names}.")
    if broker.possible.split_off:
        cut = "Coupées" if noun.feminine else "Coupés"
        parts.append(f"{cut} ensemble{colon} {_cut_off(broker.possible, labels, 'fr')}.")
    return " ".join(parts)


def _this(noun: Thing) -> str:
    """Return a French noun with the word that points at it.

    >>> _this(noun_for("actors")), _this(noun_for("territories"))
    ('cet acteur', 'ce lieu')
    """
    if noun.feminine:
        return f"cette {noun.fr}"
    return f"{'cet' if noun.fr[0] in 'aeéiou' else 'ce'} {noun.fr}"


def _error(broker: Broker, language: Language) -> str:
    """Return the standard error where the figure is an estimate."""
    if not any(broker.errors):
        return ""
    word = "erreur type" if language == "fr" else "standard error"
    return f" ({word} {as_range(broker.errors, language)})"


def _cut_off(loss: Loss, labels: Labels, language: Language) -> str:
    groups = []
    for piece in loss.split_off:
        names = listed([getattr(labels[name], language) for name in piece], language)
        groups.append(f"{len(piece)} ({names})")
    return (f"{NO_BREAK}; " if language == "fr" else "; ").join(groups)
