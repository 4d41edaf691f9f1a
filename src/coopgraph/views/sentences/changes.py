"""Changes of a network in words: who enters or leaves, which ties begin, are renewed or lapse.

>>> counted("began", TIE, 3, 1).fr, counted("left", noun_for("actors"), 0, 0).en
('3 liens apparaissent, dont 1 sûrement.', 'No actor leaves the network.')

A name that takes an article in a sentence gets one if it is that of an actor.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.network.projections import PROJECTIONS
from coopgraph.views.model import Words
from coopgraph.views.sentences.grammar import (
    NO_BREAK,
    Language,
    head_of,
    listed,
    quoted,
    sentence,
    with_article,
)
from coopgraph.views.tie_kinds import tie_mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coopgraph.network.comparison import Comparison, Label, NodeChange, TieChange

__all__ = [
    "RECORD",
    "TIE",
    "Thing",
    "counted",
    "in_number",
    "noun_for",
    "tell_node",
    "tell_ties",
    "without_any_date",
    "without_begin",
]


class Thing(NamedTuple):
    """What the nodes of a network, or its ties, are called."""

    fr: str
    plural_fr: str
    en: str
    plural_en: str
    feminine: bool = False


_ACTOR: Final = "Actor"
_NAMED: Final = frozenset({"Place", "Theme"})  # named without article and quotation marks
_NOUNS: Final[Mapping[str, Thing]] = {
    "Actor": Thing("acteur", "acteurs", "actor", "actors"),
    "Place": Thing("lieu", "lieux", "place", "places"),
    "Theme": Thing("thème", "thèmes", "theme", "themes"),
    "Agreement": Thing("accord", "accords", "agreement", "agreements"),
}
RECORD: Final = Thing("fiche", "fiches", "record", "records", feminine=True)
TIE: Final = Thing("lien", "liens", "tie", "ties")
_VERBS: Final[Mapping[str, tuple[str, str, str, str]]] = {
    "entered": ("entre dans le réseau", "entrent dans le réseau", "enters the network",
                "enter the network"),
    "left": ("quitte le réseau", "quittent le réseau", "leaves the network", "leave the network"),
    "remained": ("reste", "restent", "stays", "stay"),
    "began": ("apparaît", "apparaissent", "begins", "begin"),
    "renewed": ("est renouvelé", "sont renouvelés", "is renewed", "are renewed"),
    "lapsed": ("s’éteint", "s’éteignent", "lapses", "lapse"),
    "stayed": ("dure", "durent", "lasts", "last"),
}  # fmt: skip

_MOST_TITLES: Final = 3
_MAYBE: Final = Words("peut-être", "possibly")
_NO_BEGIN: Final = Words("début inconnu", "begin unknown")


def noun_for(projection: str) -> Thing:
    """Return what the nodes of a projection are called."""
    known = PROJECTIONS.get(projection)
    return _NOUNS.get(known.node_class if known else "Actor", RECORD)


def counted(name: str, noun: Thing, count: int, sure: int) -> Words:
    """Say in a sentence how many changes of a kind there are, and how many of them are sure."""
    one_fr, many_fr, one_en, many_en = _VERBS[name]
    if not count:
        none = "Aucune" if noun.feminine else "Aucun"
        return Words(f"{none} {noun.fr} n{_elided(one_fr)}.", f"No {noun.en} {one_en}.")
    fr = f"{in_number(count, noun, 'fr')} {one_fr if count == 1 else many_fr}"
    en = f"{in_number(count, noun, 'en')} {one_en if count == 1 else many_en}"
    return Words(
        sentence(fr + _share(count, sure, noun, "fr")),
        sentence(en + _share(count, sure, noun, "en")),
    )


def without_begin(noun: Thing, count: int, unknown: int) -> Words:
    """Say of how many of the changes no source tells the begin; nothing if there is none.

    >>> without_begin(TIE, 5, 2).en, without_begin(TIE, 1, 1).en
    ('For 2 of them, no source says when they began.', 'No source says when it began.')
    """
    if not unknown:
        return Words("", "")
    when_fr = "ils ont commencé" if noun is TIE else "leurs liens ont commencé"
    when_en = "they began" if noun is TIE else "their ties began"
    if count == 1:
        when_fr = "il a commencé" if noun is TIE else "ses liens ont commencé"
        when_en = "it began" if noun is TIE else "its ties began"
        return Words(f"Aucune source ne dit quand {when_fr}.", f"No source says when {when_en}.")
    them = "elles" if noun.feminine else "eux"
    return Words(
        f"Pour {unknown} d’entre {them}, aucune source ne dit quand {when_fr}.",
        f"For {unknown} of them, no source says when {when_en}.",
    )


def without_any_date(ties: int, records: int) -> Words:
    """Say how many ties are in neither moment, and on how many records they rest.

    >>> without_any_date(61, 30).en, without_any_date(0, 0).en
    ('61 ties without a date (30 records) are in neither moment', '')
    """
    if not ties:
        return Words("", "")
    what_fr = f"{in_number(ties, TIE, 'fr')} sans date ({in_number(records, RECORD, 'fr')})"
    what_en = f"{in_number(ties, TIE, 'en')} without a date ({in_number(records, RECORD, 'en')})"
    return Words(
        f"{what_fr} {'n’est' if ties == 1 else 'ne sont'} à aucun des deux moments",
        f"{what_en} {'is' if ties == 1 else 'are'} in neither moment",
    )


def _elided(verb: str) -> str:
    """Return « ’ » or « e » with the verb that « n » stands before.

    >>> _elided("entre"), _elided("dure"), _elided("s’éteint")
    ('’entre', 'e dure', 'e s’éteint')
    """
    return f"’{verb}" if verb[0] in "aeéiou" else f"e {verb}"


def _share(count: int, sure: int, noun: Thing, language: Language) -> str:
    """Say how many of the changes are sure."""
    if language == "en":
        if count == 1:
            return ", surely" if sure else ", possibly"
        number = {0: "none", count: "all"}.get(sure, str(sure))
        return f", {number} of them surely"
    if count == 1:
        return ", sûrement" if sure else ", peut-être"
    if sure == count:
        return f", {'toutes' if noun.feminine else 'tous'} sûrement"
    if not sure:
        return f", {'aucune' if noun.feminine else 'aucun'} sûrement"
    return f", dont {sure} sûrement"


def in_number(count: int, noun: Thing, language: Language) -> str:
    """Return the noun with its number.

    >>> in_number(0, TIE, "fr"), in_number(1200, TIE, "en")
    ('0 lien', '1,200 ties')
    """
    if language == "fr":
        return f"{count:,} {noun.fr if count < 2 else noun.plural_fr}".replace(",", NO_BREAK)
    return f"{count:,} {noun.en if count == 1 else noun.plural_en}"


def tell_node(name: str, change: NodeChange) -> Words:
    """Say that a node enters or leaves."""
    doubt = _doubts(change)
    one_fr, many_fr, verb_en, _ = _VERBS[name]
    head = head_of(change.label.fr) if change.label.class_ == _ACTOR else None
    verb_fr = many_fr if head and head.plural else one_fr
    french, english = _called(change.label, "fr"), _called(change.label, "en")
    return Words(
        sentence(
            f"{french} {verb_fr}, avec {in_number(change.ties, TIE, 'fr')}",
            remarks=[word.fr for word in doubt],
        ),
        sentence(
            f"{english} {verb_en}, with {in_number(change.ties, TIE, 'en')}",
            remarks=[word.en for word in doubt],
        ),
    )


def tell_ties(name: str, group: Sequence[TieChange], comparison: Comparison) -> Words:
    """Say what became of pairs that the same records tie."""
    return Words(
        _tie_sentence(name, group, comparison, "fr"), _tie_sentence(name, group, comparison, "en")
    )


def _tie_sentence(
    name: str, group: Sequence[TieChange], comparison: Comparison, language: Language
) -> str:
    french = language == "fr"
    count = f"{len(group)} {TIE.plural_fr if french else TIE.plural_en}"
    remarks = [count] if len(group) > 1 else []
    remarks += [word[0 if french else 1] for word in _doubts(group[0])]
    ends = _ends(group, comparison, language)
    return sentence(ends, _ways(name, group[0], comparison.records, language), remarks=remarks)


def _doubts(change: NodeChange | TieChange) -> list[Words]:
    maybe = [] if change.certain else [_MAYBE]
    return [*maybe, _NO_BEGIN] if change.begin_unknown else maybe


def _ways(name: str, tie: TieChange, titles: Mapping[str, Label], language: Language) -> str:
    """Say by what the ties of a line hold or held."""
    french = language == "fr"
    if name == "renewed":
        steps = _renewals(tie.renewals, titles, language)
        return f"{NO_BREAK}: {f'{NO_BREAK}; '.join(steps)}" if french else f": {'; '.join(steps)}"
    if not _by_another(tie, titles):
        kinds = listed([tie_mark(kind).words[0 if french else 1] for kind in tie.kinds], language)
        return f"{NO_BREAK}: {kinds}" if french else f": {kinds}"
    before, after = (_by(records, titles, language) for records in (tie.before, tie.after))
    if name == "began":
        return f", par {after}" if french else f", through {after}"
    if name == "lapsed":
        return f", naguère par {before}" if french else f", formerly through {before}"
    common = [record for record in tie.before if record in tie.after]
    if common:
        same = _by(common, titles, language)
        return f", toujours par {same}" if french else f", still through {same}"
    if french:
        return f", d’abord par {before}, puis par {after}"
    return f", first through {before}, then through {after}"


def _by_another(tie: TieChange, titles: Mapping[str, Label]) -> bool:
    """Tell whether records with a title of their own tie the two: others than one of the two."""
    ends = {tie.source_label.fr, tie.target_label.fr}
    titled = {record for record in (*tie.before, *tie.after) if record in titles}
    return any(
        record not in (tie.source, tie.target) and titles[record].fr not in ends
        for record in titled
    )


def _renewals(
    pairs: Iterable[tuple[str, str]], titles: Mapping[str, Label], language: Language
) -> list[str]:
    """Say which record follows which, the new one once."""
    french = language == "fr"
    followed: dict[str, list[str]] = defaultdict(list)
    for former, latter in pairs:
        followed[latter].append(former)
    steps = []
    for latter, formers in followed.items():
        new = _by([latter], titles, language)
        old = _by([former for former in formers if former != latter], titles, language)
        if not old:
            steps.append(f"nouvelle période de {new}" if french else f"a new term of {new}")
        else:
            steps.append(f"{new} fait suite à {old}" if french else f"{new} follows {old}")
    rest = len(steps) - _MOST_TITLES
    if rest < 1:
        return steps
    others = f"{rest} autre" if french else f"{rest} more"
    return [*steps[:_MOST_TITLES], others + ("s" if french and rest > 1 else "")]


def _ends(group: Sequence[TieChange], comparison: Comparison, language: Language) -> str:
    """Name who is tied: both ends of a pair, all of several pairs once each."""
    if comparison.directed:
        sources = _names([(tie.source, tie.source_label) for tie in group], language)
        targets = _names([(tie.target, tie.target_label) for tie in group], language)
        return f"{sources} → {targets}"
    pairs = [
        end
        for tie in group
        for end in ((tie.source, tie.source_label), (tie.target, tie.target_label))
    ]
    return _names(pairs, language)


def _names(ends: Iterable[tuple[str, Label]], language: Language) -> str:
    return listed([_called(label, language) for label in dict(ends).values()], language)


def _called(label: Label, language: Language) -> str:
    """Return the name as it stands in a sentence: bodies take an article, titles quotation marks.

    >>> from coopgraph.network.comparison import Label
    >>> (
    ...     _called(Label("Ville du Sable", "", "Actor"), "fr"),
    ...     _called(Label("Brest", "", "Place"), "fr"),
    ... )
    ('la Ville du Sable', 'Brest')
    """
    name = label[0 if language == "fr" else 1]
    if label.class_ == _ACTOR:
        return with_article(name, language)
    return name if label.class_ in _NAMED else quoted(name, language)


def _by(records: Sequence[str], titles: Mapping[str, Label], language: Language) -> str:
    """Name records by their titles, or by their ids where they have none."""
    at = 0 if language == "fr" else 1
    named = [quoted(titles[name][at] if name in titles else name, language) for name in records]
    return _few(list(dict.fromkeys(named)), language)


def _few(words: list[str], language: Language) -> str:
    """Join words; of many, only the first are named.

    >>> _few(["A", "B", "C", "D", "E"], "fr"), _few(["A", "B"], "en")
    ('A, B, C et 2 autres', 'A and B')
    """
    rest = len(words) - _MOST_TITLES
    if rest > 1:
        words = [*words[:_MOST_TITLES], f"{rest} {'autres' if language == 'fr' else 'others'}"]
    return listed(words, language)
