"""What a text says, before any question is looked for.

`read_text` takes out of a text the dates, names, kinds and words of doubt that it recognises, each
as a `Mention` with its place, and leaves the words to search with. It does not know which
questions there are; kinds are sought in the schemes that it is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from coopgraph.queries.asking.moments import Moment, find_moments
from coopgraph.queries.asking.names import Name, Names, key_of, root
from coopgraph.queries.asking.words import STOP_WORDS, Word, cut_words, stem
from coopgraph.vocabulary import read_concept_labels

__all__ = ["MOST_CHARACTERS", "Mention", "Reading", "read_text"]

MOST_CHARACTERS: Final = 600
_SURELY: Final = "surement certainement assurement certainly surely definitely sure certain"
_MAYBE: Final = "peut possiblement possibly perhaps maybe might may pu"
_SURE: Final = {
    "certainly": frozenset(_SURELY.split()),
    "possibly": frozenset(_MAYBE.split()),
}
_WITHOUT: Final = frozenset(["sans", "without", "no", "except", "hors"])
_ENOUGH: Final = 0.55  # share of a long title that has to stand in the text
_WHOLE: Final = 0.65  # strength above which a mention is a whole name or kind
_SEARCHED: Final = 40


class Mention(NamedTuple):
    """Something recognised: what it is, where it stands, how sure the reading is (0 to 1).

    `kind` is record, concept, moment, mode, number or without; `group` the table, the scheme or "".
    """

    kind: str
    group: str
    value: str
    label: str
    start: int
    end: int
    strength: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as understood: its language, what it names, the words left, what nobody knows."""

    text: str
    language: str
    mentions: tuple[Mention, ...]
    words: tuple[Word, ...]
    moments: tuple[Moment, ...]
    unknown: tuple[str, ...]
    cut: bool

    def in_mention(self, word: Word) -> bool:
        """Tell whether a word belongs to something recognised as a whole."""
        return any(_holds(m, word) for m in self.mentions if m.kind != "mode")

    def in_name(self, word: Word) -> bool:
        """Tell whether a word belongs to the name of a record."""
        return any(_holds(m, word) for m in self.mentions if m.kind == "record")


def _holds(mention: Mention, word: Word) -> bool:
    inside = mention.start <= word.start and word.end <= mention.end
    return inside and mention.strength > _WHOLE and mention.group != "themes"


def read_text(
    text: str, names: Names, *, language: str, schemes: Iterable[str], known: frozenset[str]
) -> Reading:
    """Return what is understood of a text.

    `schemes` are the schemes whose concepts are looked for; `known` holds the stems that the bank
    itself uses, which are no names unless written with a capital.
    """
    kept = text[:MOST_CHARACTERS]
    words = cut_words(kept)
    names_found, taken = _find_names(words, names, language, known)
    moments = [m for m in find_moments(kept, language) if not _covered(m.start, m.end, taken)]
    names_found = _towns_together(names_found, names)
    mentions = [*names_found, *map(_of_moment, moments)]
    mentions += _find_concepts(words, sorted(schemes), language, names)
    mentions += _find_modes(words)
    mentions += _find_numbers(words, [*taken, *((m.start, m.end) for m in moments)])
    mentions += _find_described(mentions, moments, names)
    mentions += _find_titles(words, taken, names)
    unknown, near = _find_unknown(words, mentions, names, language, known)
    mentions += near
    order = sorted(mentions, key=lambda m: (m.start, -m.strength, m.kind, m.group, m.value))
    rest = tuple(w for w in words[:200] if not _in_dates(w, moments))
    return Reading(
        kept, language, tuple(order), rest, tuple(moments), tuple(unknown), len(text) > len(kept)
    )


def _covered(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return any(first < end and start < last for first, last in taken)


def _in_dates(word: Word, moments: list[Moment]) -> bool:
    return any(m.start <= word.start and word.end <= m.end for m in moments)


def _of_moment(moment: Moment) -> Mention:
    return Mention("moment", moment.bound, moment.edtf, moment.edtf, moment.start, moment.end, 1.0)


def _find_names(
    words: list[Word], names: Names, language: str, known: frozenset[str]
) -> tuple[list[Mention], list[tuple[int, int]]]:
    """Return the records whose whole name stands in the text, longest names first from the left."""
    telling = [word for word in words if key_of([word])]
    found: list[Mention] = []
    taken: list[tuple[int, int]] = []
    at = 0
    while at < len(telling):
        count = 1
        for length in range(min(names.longest, len(telling) - at), 0, -1):
            run = telling[at : at + length]
            bearers = names.exact.get(key_of(run), [])
            if bearers and (length > 1 or _may_be_name(run[0], bearers, language, known)):
                start, end = run[0].start, run[-1].end
                common = length == 1 and stem(run[0].written, language) in known
                found += _mentions_of(bearers, names, start, end, common=common)
                if not common and any(bearer.table != "themes" for bearer in bearers):
                    taken.append((start, end))
                count = length
                break
        at += count
    return found, taken


def _may_be_name(word: Word, bearers: list[Name], language: str, known: frozenset[str]) -> bool:
    """Tell whether one word alone is meant as a name: not if it is a common word of ours."""
    if word.folded.isdigit():
        return False
    if all(bearer.table == "themes" for bearer in bearers):
        return True
    if word.folded in STOP_WORDS[language] or len(word.folded) <= 2:
        return len(word.written) > 1 and word.written.isupper()
    return word.written[0].isupper() or stem(word.written, language) not in known


def _mentions_of(
    bearers: list[Name], names: Names, start: int, end: int, *, common: bool
) -> list[Mention]:
    """Return a reading for each bearer; `common` weakens a word that the bank itself uses."""
    share = 0.6 if common else 1.0
    found = []
    for name in bearers:
        strength = share * (0.9 if "(" in name.label else 1.0)
        found.append(Mention("record", name.table, name.id, name.label, start, end, strength))
        for council in names.councils.get(name.id, []):
            found.append(
                Mention("record", "actors", council.id, council.label, start, end, 0.65 * share)
            )
    return found


def _towns_together(mentions: list[Mention], names: Names) -> list[Mention]:
    """Prefer, beside a town, the town among the places of one name: "Bordeaux and Québec"."""
    sure = {m.start for m in mentions if m.value in names.towns and m.strength == 1.0}
    best = {m.start: max(o.strength for o in mentions if o.start == m.start) for m in mentions}
    return [
        m._replace(strength=min(best[m.start] + 0.01, 1.0))
        if m.value in names.towns and sure - {m.start} and m.strength < best[m.start]
        else m
        for m in mentions
    ]


@cache
def _concept_keys(scheme: str) -> dict[tuple[str, ...], tuple[str, str]]:
    labels = read_concept_labels().get(scheme, {})
    return {
        tuple(map(root, key_of(cut_words(label)))): (concept, label)
        for concept, spelt in sorted(labels.items())
        for label in (*spelt, concept)
    }


def _find_concepts(
    words: list[Word], schemes: list[str], language: str, names: Names
) -> list[Mention]:
    """Return the kinds whose label stands in the text, one or many alike, longest first."""
    telling = [word for word in words if key_of([word])]
    found = []
    for scheme in dict.fromkeys([*schemes, "mission-kind"]):
        keys = _concept_keys(scheme)
        for at in range(len(telling)):
            for length in range(min(4, len(telling) - at), 0, -1):
                run = telling[at : at + length]
                concept = keys.get(tuple(root(word.folded) for word in run))
                if concept:
                    start, end = run[0].start, run[-1].end
                    found.append(Mention("concept", scheme, *concept, start, end, 1.0))
                    break
    return [m for m in found if not any(_within(m, other) for other in found)]


def _within(inner: Mention, outer: Mention) -> bool:
    longer = outer.end - outer.start > inner.end - inner.start
    return longer and outer.start <= inner.start and inner.end <= outer.end


def _find_modes(words: list[Word]) -> list[Mention]:
    found = [
        Mention("mode", "", mode, word.written, word.start, word.end, 1.0)
        for word in words
        for mode, spelt in _SURE.items()
        if word.folded in spelt
    ]
    found += [
        Mention("without", "", after.folded, after.written, before.start, after.end, 1.0)
        for before, after in pairwise(words)
        if before.folded in _WITHOUT
    ]
    return found


def _find_numbers(words: list[Word], taken: list[tuple[int, int]]) -> list[Mention]:
    return [
        Mention("number", "", str(int(digits[0])), word.written, word.start, word.end, 1.0)
        for word in words
        if not _covered(word.start, word.end, taken)
        and (digits := re.match(r"[0-9]{1,9}", word.folded)) is not None
    ]


def _find_described(mentions: list[Mention], moments: list[Moment], names: Names) -> list[Mention]:
    """Return the activities of a kind and date that are named: "the soft landing of 2018"."""
    kinds = [m for m in mentions if m.kind == "concept" and m.group == "mission-kind"]
    found = []
    for kind in kinds:
        for moment in moments:
            date = moment.date
            first = date.earliest_begin.isoformat() if date.earliest_begin else ""
            last = date.latest_end.isoformat() if date.latest_end else "9999"
            fitting = [
                activity
                for activity in names.activities
                if activity.kind == kind.value
                and activity.first
                and activity.first <= last
                and (not activity.last or activity.last >= first)
            ]
            within = {activity.id for activity in fitting}
            wholes = [activity for activity in fitting if activity.whole not in within]
            start, end = min(kind.start, moment.start), max(kind.end, moment.end)
            holding = {activity.whole for activity in fitting}
            for activity in wholes[:8]:
                # what has parts of its own is the likelier to be spoken of
                strength = 0.6 if activity.id in holding else 0.5
                label = names.labels.get(activity.id, activity.id)
                found.append(
                    Mention("record", "missions", activity.id, label, start, end, strength)
                )
    return found


def _find_titles(words: list[Word], taken: list[tuple[int, int]], names: Names) -> list[Mention]:
    """Return records of whose long name much stands in the text."""
    telling = [word for word in words[:_SEARCHED] if key_of([word])]
    roots = {root(word.folded): word for word in reversed(telling)}
    found = []
    for part, name in names.partly(frozenset(roots), least=_ENOUGH)[:6]:
        held = [roots[r] for r in map(root, key_of(cut_words(name.label))) if r in roots]
        start, end = min(word.start for word in held), max(word.end for word in held)
        # few people give the title of an article: a source is the last thing that is meant
        strength = (0.45 if name.table == "sources" else 0.65) * part
        found.append(Mention("record", name.table, name.id, name.label, start, end, strength))
    return found


def _find_unknown(
    words: list[Word], mentions: list[Mention], names: Names, language: str, known: frozenset[str]
) -> tuple[list[str], list[Mention]]:
    """Return words that nobody knows, and the names that are spelt nearly so."""
    unknown: list[str] = []
    near: list[Mention] = []
    for number, word in enumerate(words[:_SEARCHED]):
        placed = any(m.start <= word.start and word.end <= m.end for m in mentions)
        plain = word.folded in STOP_WORDS[language] or stem(word.written, language) in known
        if placed or plain or not word.folded.isalpha() or len(word.folded) < 3:
            continue
        found = names.nearest(word.written, least=80)
        capital = word.written[0].isupper() and number > 0
        for score, name in found[:3]:
            if score >= 85 or capital:
                near.append(
                    Mention(
                        "record", name.table, name.id, name.label, word.start, word.end,
                        0.7 * score / 100,
                    )
                )  # fmt: skip
        unknown.append(word.written)
    return unknown, near
