"""Brokers in words: between how many pairs they stand, and what falls apart without them.

Each figure is told for the certain and the possible network, as one number where both agree. The
sentences are for readers who know no measure; `define_brokers` says once what exactly is counted.

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
from coopgraph.views.sentences.grammar import NO_BREAK, listed, of, with_article

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from coopgraph.network.measures.apart import Loss
    from coopgraph.network.measures.brokers import Bridge, Broker

    Language = Literal["fr", "en"]
    Labels = Mapping[str, Words]

__all__ = ["as_number", "as_range", "define_brokers", "tell_bridge", "tell_broker"]


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
    return Words(_broker_fr(broker, labels, called), _broker_en(broker, labels, called))


def tell_bridge(bridge: Bridge, labels: Labels, noun: Thing | None = None) -> Words:
    """Return what hangs on one tie, in one sentence."""
    called = noun or noun_for("actors")
    one, other = labels[bridge.source], labels[bridge.target]
    lost = bridge.shore_pairs
    return Words(
        f"Sans le lien entre {_named(one.fr, called, 'fr')} et {_named(other.fr, called, 'fr')}"
        f" (fiches{NO_BREAK}: {as_range(bridge.records, 'fr')}), {_pairs_fr(lost, called)}"
        f" ne {'seraient' if _many(lost, 'fr') else 'serait'} plus du tout"
        f" {_linked_fr(lost)}, même par d’autres.",
        f"Without the tie of {_named(one.en, called, 'en')} and {_named(other.en, called, 'en')}"
        f" (records: {as_range(bridge.records, 'en')}), {_pairs_en(lost, called)}"
        " would no longer be linked at all, even through others.",
    )


def define_brokers(noun: Thing | None = None) -> Words:
    """Return what the first figure of `tell_broker` counts exactly: to be said once below all."""
    called = noun or noun_for("actors")
    one, two = _one_in_france(called)
    return Words(
        f"Ce qui est compté{NO_BREAK}: les couples, {one} en France et {two} au Québec, dont le"
        f" plus court chemin (le moins de liens à suivre) passe par {_this(called)}{NO_BREAK};"
        " s’il y en a plusieurs, chacun compte en partie. Le second chiffre est celui du réseau"
        f" possible, qui a plus de liens, donc d’autres chemins{NO_BREAK}: il peut être le plus"
        " petit.",
        "What is counted: the pairs, one in France and one in Québec, whose shortest way (fewest"
        f" ties to follow) leads through this {called.en}; where there are several, each counts in"
        " part. The second figure is that of the possible network, which has more ties, hence other"
        " ways: it may be the smaller one.",
    )


def _range(broker: Broker, name: str, language: Language) -> str:
    return as_range(_figures(broker, name), language)


def _figures(broker: Broker, name: str) -> Range:
    return Range(getattr(broker.certain, name), getattr(broker.possible, name))


def _broker_en(broker: Broker, labels: Labels, noun: Thing) -> str:
    lost = _figures(broker, "shore_pairs")
    left = (
        f"{as_range(lost, 'en')}{' of them' if _many(lost, 'en') else ''} would no longer be"
        " linked at all, even through others"
        if any(lost)
        else "all of them would still be linked through others"
    )
    parts = [
        f"Without {_named(labels[broker.actor].en, noun, 'en')},"
        f" {_pairs_en(broker.between, noun, _error(broker, 'en'))}"
        f" would lose their shortest way to each other; {left}.",
        f"Its own ties: {_range(broker, 'ties', 'en')}, of which to the other shore:"
        f" {_range(broker, 'shore_ties', 'en')}.",
    ]
    before, after = broker.possible.components_before, broker.possible.components_after
    if before != after:
        parts.append(f"Groups: {after:,} in place of {before:,} (possible network).")
    if broker.possible.alone:
        names = listed([labels[name].en for name in broker.possible.alone], "en")
        parts.append(f"Left without any tie: {names}.")
    if broker.possible.split_off:
        parts.append(f"Cut off together: {_cut_off(broker.possible, labels, 'en')}.")
    return " ".join(parts)


def _broker_fr(broker: Broker, labels: Labels, noun: Thing) -> str:
    colon = f"{NO_BREAK}:"
    lost = _figures(broker, "shore_pairs")
    many = _many(lost, "fr")
    left = (
        f"{as_range(lost, 'fr')} {'d’entre eux ne seraient' if many else 'ne serait'} plus du"
        f" tout {_linked_fr(lost)}, même par d’autres"
        if any(lost)
        else "tous resteraient reliés par d’autres"
    )
    losing = "perdraient" if _many(broker.between, "fr") else "perdrait"
    their = "leur" if _many(broker.between, "fr") else "son"
    parts = [
        f"Sans {_named(labels[broker.actor].fr, noun, 'fr')},"
        f" {_pairs_fr(broker.between, noun, _error(broker, 'fr'))}"
        f" {losing} {their} plus court chemin{NO_BREAK}; {left}.",
        f"Ses propres liens{colon} {_range(broker, 'ties', 'fr')}, dont vers l’autre rive{colon}"
        f" {_range(broker, 'shore_ties', 'fr')}.",
    ]
    before, after = broker.possible.components_before, broker.possible.components_after
    if before != after:
        told = as_number(after, "fr"), as_number(before, "fr")
        parts.append(f"Groupes{colon} {told[0]} au lieu de {told[1]} (réseau possible).")
    if broker.possible.alone:
        names = listed([labels[name].fr for name in broker.possible.alone], "fr")
        parts.append(f"Resteraient sans aucun lien{colon} {names}.")
    if broker.possible.split_off:
        cut = "coupées" if noun.feminine else "coupés"
        parts.append(f"Seraient {cut} ensemble{colon} {_cut_off(broker.possible, labels, 'fr')}.")
    return " ".join(parts)


def _pairs_en(figure: Range, noun: Thing, error: str = "") -> str:
    """Return how many pairs of the two shores; one that is estimated has its error behind it."""
    pairs = "pairs" if _many(figure, "en") else "pair"
    told = f"{as_range(figure, 'en')} {pairs} of {noun.plural_en}{error}"
    return f"{told}, one in France and one in Québec,"


def _pairs_fr(figure: Range, noun: Thing, error: str = "") -> str:
    """Return the same in French.

    >>> _pairs_fr(Range(1, 1), noun_for("actors"))
    '1 couple d’acteurs, l’un en France et l’autre au Québec,'
    """
    pairs = "couples" if _many(figure, "fr") else "couple"
    told = f"{as_range(figure, 'fr')} {pairs} {of(noun.plural_fr, article=False)}{error}"
    one, two = _one_in_france(noun)
    return f"{told}, {one} en France et {two} au Québec,"


def _one_in_france(noun: Thing) -> tuple[str, str]:
    return ("l’une" if noun.feminine else "l’un"), "l’autre"


def _linked_fr(figure: Range) -> str:
    return "reliés" if _many(figure, "fr") else "relié"


def _many(figure: Range, language: Language) -> bool:
    """Tell whether what is counted stands in the plural; a range always does."""
    told = as_range(figure, language)
    if language == "en":
        return told != "1"
    return max(figure) >= 2 or "(" in told


def _this(noun: Thing) -> str:
    """Return a French noun with the word that points at it.

    >>> _this(noun_for("actors")), _this(noun_for("territories"))
    ('cet acteur', 'ce lieu')
    """
    if noun.feminine:
        return f"cette {noun.fr}"
    return f"{'cet' if noun.fr[0] in 'aeéiou' else 'ce'} {noun.fr}"


def _named(name: str, noun: Thing, language: Language) -> str:
    """Return a name inside a sentence: with its article, if it is that of an actor."""
    return with_article(name, language) if noun == noun_for("actors") else name


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
