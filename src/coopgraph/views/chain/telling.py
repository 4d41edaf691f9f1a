"""Tell a chain in sentences: what happened, what the sources join, and where they are silent.

Each record is told by its own sentence (`coopgraph.views.sentences`), then what it is joined to.
« A conduit à » stands only where a source says so; what merely came after, or was done under an
agreement, is told as that. A joint that the curators concluded ends in « (déduit) ». Every sentence
has its sources; a gap has none, because there is none.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from coopgraph.views.chain.joints import MOST_TELLING
from coopgraph.views.model import Words
from coopgraph.views.sentences.grammar import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopgraph.views.chain.finding import Chain, Flow
    from coopgraph.views.chain.gaps import Gap
    from coopgraph.views.chain.joints import Joint
    from coopgraph.views.model import Evidence
    from coopgraph.views.sentences.grammar import Language

__all__ = ["GAP_LABEL", "JOINT_LABELS", "ChainSentence", "chain_sentences", "tell_chain"]

GAP_LABEL: Final = Words("aucune source ne les relie", "no source joins these")
JOINT_LABELS: Final = {
    "led-to": Words("a conduit à", "led to"),
    "realises": Words("réalisé par", "realised by"),
    "postponed": Words("reporté", "postponed"),
    "followed-by": Words("suivi de", "followed by"),
    "renews": Words("renouvelé par", "renewed by"),
    "replaces": Words("remplacé par", "replaced by"),
    "amends": Words("modifié par", "amended by"),
    "result": Words("résultat", "outcome"),
    "award": Words("a aidé", "gave an award to"),
    "funded": Words("finance", "funds"),
    "under": Words("cadre de", "frame of"),
    "part": Words("comprend", "includes"),
}
"""The word on each kind of joint in the picture."""

# {a}: the earlier record, {b}: the later ones, {s}: "" for one of these, the plural ending for more
_JOINED: Final = {
    "fr": {
        "led-to": "{a} a conduit à {b}",
        "realises": "{b} réalise{s} {a}",
        "postponed": "{b}\u00a0: c’est le report de {a}",
        "followed-by": "à {a} {ont} succédé {b}",
        "renews": "{b} renouvelle{s} {a}",
        "replaces": "{b} remplace{s} {a}",
        "amends": "{b} modifie{s} {a}",
        "result": "de {a} {sont} issu{es}\u00a0: {b}",
        "award": "{a} a aidé {b}",
        "funded": "{a} finance {b}",
        "under": "{a} sert de cadre à {b}",
        "part": "{a} comprend {b}",
    },
    "en": {
        "led-to": "{a} led to {b}",
        "realises": "{b} realised {a}",
        "postponed": "{b}: this is {a}, postponed",
        "followed-by": "after {a} came {b}",
        "renews": "{b} renewed {a}",
        "replaces": "{b} replaced {a}",
        "amends": "{b} amended {a}",
        "result": "what came of {a}: {b}",
        "award": "{a} gave an award to {b}",
        "funded": "{a} funds {b}",
        "under": "{a} is the frame of {b}",
        "part": "{a} includes {b}",
    },
}
_PLURAL: Final = ({"s": "", "ont": "a"}, {"s": "nt", "ont": "ont"})
_THIS: Final = {
    "mission": Words("cette mission", "this mission"),
    "project": Words("ce projet", "this project"),
    "agreement": Words("cet accord", "this agreement"),
    "programme": Words("ce programme", "this programme"),
    "outcome": Words("ce résultat", "this outcome"),
}
"""How a record is called right after its own sentence."""
_SAID_BY_THE_LATER: Final = frozenset({"result", "part"})
_DEDUCED: Final = Words(" (déduit)", " (inferred)")


class ChainSentence(NamedTuple):
    """One sentence of a chain: a record, a joint or a gap, and where it is said."""

    kind: str  # record, joint, gap
    words: Words
    records: tuple[str, ...]  # IRIs of what it is about, the earlier first
    evidence: tuple[Evidence, ...]
    inferred: bool = False


def tell_chain(chain: Chain) -> Words:
    """Return the chain as text in both languages: one paragraph a flow, gaps between them."""
    paragraphs: list[list[Words]] = []
    for number, told in enumerate(chain_sentences(chain)):
        if told.kind == "gap" or not number:
            paragraphs.append([])
        paragraphs[-1].append(told.words)
    return Words(
        "\n\n".join(" ".join(words.fr for words in paragraph) for paragraph in paragraphs),
        "\n\n".join(" ".join(words.en for words in paragraph) for paragraph in paragraphs),
    )


def chain_sentences(chain: Chain) -> tuple[ChainSentence, ...]:
    """Return the sentences of a chain in order; what several flows hold is told once."""
    told: list[ChainSentence] = []
    known: set[str] = set()
    for flow in chain.flows:
        told += [_gap(chain, gap) for gap in chain.gaps if gap.later in flow.records]
        for iri in flow.records:
            new = iri not in known
            known.add(iri)
            told += [_record(chain, iri)] if new else []
            told += _joints(chain, flow, iri, just_told=new)
    return tuple(told)


def _record(chain: Chain, iri: str) -> ChainSentence:
    fact = chain.facts[iri]
    return ChainSentence("record", fact.sentence, (iri,), fact.evidence)


def _joints(chain: Chain, flow: Flow, iri: str, *, just_told: bool) -> list[ChainSentence]:
    """Return one sentence for each kind of joint that goes out of a record."""
    groups: dict[tuple[int, bool], list[Joint]] = defaultdict(list)
    place = {record: number for number, record in enumerate(flow.records)}
    for joint in flow.joints:
        if joint.earlier == iri and not _said_by_the_later(chain, joint):
            groups[MOST_TELLING.index(joint.kind), joint.inferred].append(joint)
    called = _THIS[chain.facts[iri].kind] if just_told else None
    return [
        _joined(chain, sorted(joints, key=lambda joint: place[joint.later]), called)
        for _, joints in sorted(groups.items())
    ]


def _said_by_the_later(chain: Chain, joint: Joint) -> bool:
    """Tell whether the sentence of the later record names the earlier one, as it mostly does."""
    title = _title(chain, joint.earlier, "fr")
    return joint.kind in _SAID_BY_THE_LATER and title in chain.facts[joint.later].sentence.fr


def _joined(chain: Chain, joints: list[Joint], called: Words | None) -> ChainSentence:
    later = [joint.later for joint in joints]
    return ChainSentence(
        "joint",
        Words(_sentence(chain, joints, called, "fr"), _sentence(chain, joints, called, "en")),
        (joints[0].earlier, *later),
        _evidence(chain, joints),
        joints[0].inferred,
    )


def _sentence(chain: Chain, joints: list[Joint], called: Words | None, language: Language) -> str:
    kind, inferred, earlier = joints[0].kind, joints[0].inferred, joints[0].earlier
    titles = [_title(chain, joint.later, language) for joint in joints]
    before = "à " if language == "fr" and kind in ("led-to", "under") else ""
    text = _JOINED[language][kind].format(
        a=getattr(called, language) if called else _title(chain, earlier, language),
        b=listed([titles[0], *(before + title for title in titles[1:])], language),
        sont="sont" if len(titles) > 1 else "est",
        es="s" if len(titles) > 1 else "",
        **_PLURAL[len(titles) > 1],
    )
    mark = getattr(_DEDUCED, language) if inferred else ""
    return f"{text[0].upper()}{text[1:]}{mark}."


def _evidence(chain: Chain, joints: Iterable[Joint]) -> tuple[Evidence, ...]:
    """Return the sources of joints: of what says so, else of the later record, each once."""
    found: dict[Evidence, None] = {}
    for joint in joints:
        said = [chain.facts[iri] for iri in joint.said if iri in chain.facts]
        for fact in said or [chain.facts[joint.later]]:
            found |= dict.fromkeys(fact.evidence)
    return tuple(found)


def _gap(chain: Chain, gap: Gap) -> ChainSentence:
    return ChainSentence(
        "gap",
        Words(_silence_fr(chain, gap), _silence_en(chain, gap)),
        (gap.earlier, gap.later),
        (),
    )


def _silence_fr(chain: Chain, gap: Gap) -> str:
    frames = _frames(chain, gap, "fr")
    deduced = ", participations en partie déduites" if gap.inferred else ""
    after = f"{_title(chain, gap.later, 'fr')}" + (f", ni à {frames}" if frames else "")
    return (
        f"Aucune source ne relie {_title(chain, gap.earlier, 'fr')} à {after}\u00a0: les sources"
        " montrent seulement, plus tard, les mêmes acteurs"
        f" ({_labels(chain, gap.actors, 'fr')}{deduced}) et le même objet"
        f" ({_labels(chain, gap.matters, 'fr')})."
    )


def _silence_en(chain: Chain, gap: Gap) -> str:
    frames = _frames(chain, gap, "en")
    deduced = ", in part inferred" if gap.inferred else ""
    after = f"{_title(chain, gap.later, 'en')}" + (f", nor to {frames}" if frames else "")
    return (
        f"No source joins {_title(chain, gap.earlier, 'en')} to {after}: the sources only show,"
        f" later, the same actors ({_labels(chain, gap.actors, 'en')}{deduced}) and the same matter"
        f" ({_labels(chain, gap.matters, 'en')})."
    )


def _frames(chain: Chain, gap: Gap, language: Language) -> str:
    """Name the calls that pay for what comes after a gap, and for nothing else in the chain."""
    paid = [
        (joint.earlier, number)
        for number, flow in enumerate(chain.flows)
        for joint in flow.joints
        if joint.kind in ("funded", "award")
    ]
    frames = {
        joint.earlier
        for flow in chain.flows
        for joint in flow.joints
        if joint.later == gap.later and joint.kind in ("funded", "award")
    }
    own = [frame for frame in sorted(frames) if len({n for one, n in paid if one == frame}) == 1]
    return listed([_title(chain, iri, language) for iri in own], language)


def _labels(chain: Chain, names: Iterable[str], language: Language) -> str:
    known = [chain.labels[name] for name in names if name in chain.labels]
    return listed([getattr(words, language) for words in known], language)


def _title(chain: Chain, iri: str, language: Language) -> str:
    return quoted(getattr(chain.facts[iri].title, language), language)
