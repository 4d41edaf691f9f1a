"""Evidence from all that is no name: kind, shore, place, dates, parties, sources, wholes.

>>> from coopgraph.intake.matching.entities import Entity
>>> everything = Profiles(
...     [Entity("a", "places", (), side="france"), Entity("b", "places", (), side="quebec")]
... )
>>> judge_sides(*map(everything.profile, everything.entities))[0].reason_en
'other shores (france / quebec)'
"""

from __future__ import annotations

from coopgraph.intake.matching.evidence import Evidence
from coopgraph.intake.matching.profiles import Profile, Profiles, Span
from coopgraph.intake.matching.words import KIN

__all__ = [
    "judge_dates",
    "judge_kinds",
    "judge_origins",
    "judge_parties",
    "judge_places",
    "judge_registers",
    "judge_sides",
    "judge_sources",
    "judge_ties",
    "judge_wholes",
]


def judge_kinds(a: Profile, b: Profile) -> list[Evidence]:
    """Compare kinds: the same, akin, or of another sort."""
    one, other = a.entity, b.entity
    if not one.kind or not other.kind or one.table != other.table:
        return []
    kinds = " / ".join(sorted({one.kind, other.kind}))
    if one.kind == other.kind:
        return [Evidence("same-kind", 0.8, f"même genre ({kinds})", f"same kind ({kinds})")]
    if "person" in (one.kind, other.kind):
        return [Evidence("person", -20.0, "une personne et un organisme", "a person and a body")]
    if "other" in (one.kind, other.kind) or any(
        {one.kind, other.kind} <= kin for kin in KIN.get(one.table, ())
    ):
        return [Evidence("akin", 0.0, f"genres proches ({kinds})", f"kinds akin ({kinds})")]
    weight = {"places": -4.5, "programmes": -1.0}.get(one.table, -2.0)
    return [
        Evidence("other-kind", weight, f"genres différents ({kinds})", f"other kinds ({kinds})")
    ]


def judge_sides(a: Profile, b: Profile) -> list[Evidence]:
    """Compare shores; "other" is no shore."""
    one, other = sorted((a.entity.side, b.entity.side))
    if not one or not other:
        return []
    if one == other:
        return [Evidence("same-side", 0.7, f"même rive ({one})", f"same shore ({one})")]
    if "other" in (one, other):
        return [Evidence("side", -0.3, f"rives {one} / {other}", f"shores {one} / {other}")]
    weight = -2.5 if (one, other) == ("canada", "quebec") else -6.0
    return [
        Evidence(
            "side",
            weight,
            f"rives différentes ({one} / {other})",
            f"other shores ({one} / {other})",
        )
    ]


def judge_places(a: Profile, b: Profile, known: Profiles) -> list[Evidence]:
    """Compare places; a place inside the other is no contradiction."""
    if not a.places or not b.places:
        return []
    if shared := sorted(a.places & b.places):
        return [
            Evidence("same-place", 1.2, f"même lieu ({shared[0]})", f"same place ({shared[0]})")
        ]
    around_a = {ring for place in a.places for ring in known.chain(place)}
    around_b = {ring for place in b.places for ring in known.chain(place)}
    if a.places & around_b or b.places & around_a:
        return [
            Evidence("nested-place", 0.3, "un lieu contient l’autre", "one place holds the other")
        ]
    return [Evidence("other-place", -2.0, "lieux différents", "different places")]


def judge_dates(a: Profile, b: Profile) -> list[Evidence]:
    """Compare dates by their bounds: disjoint ones speak strongly against."""
    if not a.spans or not b.spans:
        return []
    return [
        max((_judge_spans(x, y) for x in a.spans for y in b.spans), key=lambda piece: piece.weight)
    ]


def _judge_spans(one: Span, other: Span) -> Evidence:
    told = f"({_tell(min(one, other))} / {_tell(max(one, other))})"
    if one.last < other.first or other.last < one.first:
        gap = max((other.first - one.last).days, (one.first - other.last).days)
        weight = -1.5 if gap <= 7 else -3.0 if gap <= 45 else -5.5
        return Evidence(
            "other-dates", weight, f"dates incompatibles {told}", f"dates exclude each other {told}"
        )
    overlap = (min(one.last, other.last) - max(one.first, other.first)).days
    wide, narrow = max(one.days, other.days), min(one.days, other.days)
    if wide <= 31 and overlap >= 0:
        weight = 2.6 if wide <= 10 else 1.8
    elif narrow <= 366 and wide <= 1100:
        weight = 1.0
    else:
        weight = 0.2 if wide > 4000 else 0.5
    if one == other:
        weight += 0.4
    return Evidence("dates", weight, f"dates compatibles {told}", f"dates agree {told}")


def _tell(span: Span) -> str:
    begin, end = span.first.isoformat(), span.last.isoformat()
    return begin if begin == end else f"{begin}…{end}"


def judge_parties(a: Profile, b: Profile, known: Profiles) -> list[Evidence]:
    """Compare parties and participants; a party that is in everything says little."""
    if not a.parties or not b.parties:
        return []
    shared = a.parties & b.parties
    smaller = min(len(a.parties), len(b.parties))
    if not shared:
        weight = -3.0 if a.entity.table == "agreements" else -1.2
        return [Evidence("other-parties", weight, "aucune partie commune", "no party in common")]
    telling = sum(sorted(map(known.party_weight, shared), reverse=True)[:3])
    part = len(shared) / smaller
    weight = min(2.8, 1.3 * telling) * (1.0 if part == 1 else 0.5)
    if part < 1 and a.entity.table == "agreements":
        weight -= 1.5
    names = ", ".join(sorted(shared)[:3])
    return [
        Evidence(
            "parties",
            round(weight, 2),
            f"{len(shared)} partie(s) commune(s) sur {smaller} ({names})",
            f"{len(shared)} of {smaller} parties in common ({names})",
        )
    ]


def judge_sources(a: Profile, b: Profile) -> list[Evidence]:
    """Compare the sources that speak of the two."""
    if shared := sorted(a.sources & b.sources):
        return [
            Evidence(
                "source",
                0.5,
                f"citées par une même source ({shared[0]})",
                f"one source cites both ({shared[0]})",
            )
        ]
    return []


def judge_origins(a: Profile, b: Profile) -> list[Evidence]:
    """Two ids in one file: its author meant two things."""
    if shared := sorted({*a.entity.origins} & {*b.entity.origins}):
        return [
            Evidence(
                "one-origin",
                -2.5,
                f"le même fichier ({shared[0]}) leur donne deux identifiants",
                f"one file ({shared[0]}) gives them two ids",
            )
        ]
    return []


def judge_ties(a: Profile, b: Profile) -> list[Evidence]:
    """A whole and its part, what amends or follows and what it amends or follows, are two."""
    one, other = a.entity, b.entity
    if one.id in other.parents or other.id in one.parents:
        return [
            Evidence("part", -8.0, "l’une est une partie de l’autre", "one is a part of the other")
        ]
    if one.id in other.others or other.id in one.others:
        return [Evidence("tied", -6.0, "un lien les distingue", "a relation tells them apart")]
    return []


def judge_wholes(a: Profile, b: Profile, known: Profiles) -> list[Evidence]:
    """Compare what the two are parts of, or come under."""
    above_a = {known.referent(key) for key in (*a.entity.parents, *a.entity.context)}
    above_b = {known.referent(key) for key in (*b.entity.parents, *b.entity.context)}
    if shared := sorted(above_a & above_b):
        return [Evidence("whole", 0.7, f"même ensemble ({shared[0]})", f"same whole ({shared[0]})")]
    return []


def judge_registers(a: Profile, b: Profile) -> list[Evidence]:
    """Compare identifiers in other registers, and addresses."""
    found = []
    if shared := sorted({*a.entity.identifiers} & {*b.entity.identifiers}):
        scheme, value = shared[0]
        found.append(
            Evidence("identifier", 7.0, f"même {scheme} ({value})", f"same {scheme} ({value})")
        )
    else:
        schemes = {scheme for scheme, _ in a.entity.identifiers} & {
            scheme for scheme, _ in b.entity.identifiers
        }
        if schemes:
            told = sorted(schemes)[0]
            found.append(Evidence("identifier", -5.0, f"{told} différents", f"different {told}"))
    if a.url and a.url == b.url and a.entity.table == b.entity.table == "actors":
        found.append(Evidence("url", 2.0, f"même site ({a.url})", f"same site ({a.url})"))
    return found
