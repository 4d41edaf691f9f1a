"""Evidence from names: of bodies, of persons, of titles.

The best pair of names speaks, except that numbers, years and kinds of body that never agree speak
against, whatever the words are.

>>> from coopgraph.intake.matching.entities import Entity, Label
>>> a = Entity("a", "missions", (Label("7e session", "preferred"),))
>>> b = Entity("b", "missions", (Label("8e session", "preferred"),))
>>> everything = Profiles([a, b])
>>> judge_numbers(everything.profile(a), everything.profile(b))[0].reason_en
'different numbers: 7 / 8'
"""

from __future__ import annotations

from itertools import product

from coopgraph.intake.matching.evidence import Evidence
from coopgraph.intake.matching.likeness import Likeness, compare_names, compare_words
from coopgraph.intake.matching.normal import NormalName, initials
from coopgraph.intake.matching.profiles import Profile, Profiles

__all__ = ["judge_body_names", "judge_numbers", "judge_person_names", "judge_titles"]

# From this weight of shared words on, an equal name is telling; below it is too bare to decide.
_TELLING = 0.9
_STEPS = ((0.93, 3.6), (0.86, 2.6), (0.78, 1.6), (0.7, 0.6), (0.6, -0.6), (0.45, -2.0))
_TITLE_STEPS = ((0.93, 3.4), (0.85, 2.6), (0.75, 1.9), (0.62, 1.0), (0.5, 0.2), (0.35, -0.7))


def judge_body_names(a: Profile, b: Profile, known: Profiles) -> list[Evidence]:
    """Compare the names of two bodies or places."""
    places = a.entity.table == b.entity.table == "places"
    best = _best_pair(a, b, known, places=places)
    if places or best.code == "same-name":
        return [best]
    short = _judge_acronyms(a, b)
    if short and best.code in {"other-names", "like-names"} and _one_is_short(a, b):
        return short
    return [best, *short]


def _best_pair(a: Profile, b: Profile, known: Profiles, *, places: bool) -> Evidence:
    """Return what the two names that are most alike say."""
    best = Evidence("other-names", -4.5, "noms sans rapport", "unrelated names")
    for one, other in product(a.names, b.names):
        if places and not (one.body and other.body):
            # A place is no body: “Dune (ville)” is the town Dune, as its kind says.
            one, other = one._replace(body=""), other._replace(body="")
        piece = _judge_pair(one, other, known)
        if piece.weight > best.weight:
            best = piece
    return best


def _judge_pair(one: NormalName, other: NormalName, known: Profiles) -> Evidence:
    likeness = compare_names(one, other, known.weight)
    if one.body != other.body and one.body and other.body:
        return Evidence(
            "other-body",
            -4.0 if likeness.dice > 0.7 else -5.0,
            f"genres d’organisme différents ({one.text} / {other.text})",
            f"different kinds of body ({one.text} / {other.text})",
        )
    if one.core == other.core and one.core:
        if one.body == other.body:
            return _same_name(one, likeness)
        return Evidence(
            "half-name",
            0.8,
            f"même nom propre, mais un seul dit son genre ({one.text} / {other.text})",
            f"same own name, but only one says its kind ({one.text} / {other.text})",
        )
    return _graded(likeness, one, other, exact=one.body == other.body)


def _same_name(name: NormalName, likeness: Likeness) -> Evidence:
    if likeness.shared >= _TELLING or name.body or len(name.core) > 1:
        return Evidence("same-name", 5.0, f"même nom ({name.text})", f"same name ({name.text})")
    return Evidence(
        "same-name",
        4.0,
        f"même nom, peu distinctif ({name.text})",
        f"same name, not very telling ({name.text})",
    )


def _graded(likeness: Likeness, one: NormalName, other: NormalName, *, exact: bool) -> Evidence:
    """Return evidence that grows with what the names share and shrinks with what is left over."""
    weight = next((value for step, value in _STEPS if likeness.dice >= step), -4.0)
    if likeness.least_left == 0 and likeness.shared >= 1.5:
        weight = max(weight, 0.4)
    if likeness.least_left >= 0.5:
        weight -= 1.0
    if not exact:
        weight -= 0.5
    return Evidence(
        "like-names",
        weight,
        f"noms proches à {likeness.dice:.0%} ({one.text} / {other.text})",
        f"names alike by {likeness.dice:.0%} ({one.text} / {other.text})",
    )


def _one_is_short(a: Profile, b: Profile) -> bool:
    """Tell whether one of the two is only known by a word that may be its acronym."""
    return any(
        all(len(name.core) == 1 and len(name.core[0]) <= 8 for name in side.names)
        for side in (a, b)
    )


def _judge_acronyms(a: Profile, b: Profile) -> list[Evidence]:
    """Return what acronyms say; alone they never decide (two bodies may share one)."""
    if shared := sorted(sign for sign in a.acronyms & b.acronyms if len(sign) >= 2):
        weight = 1.5 if len(shared[0]) < 4 else 2.2
        text = shared[0].upper()
        return [Evidence("acronym", weight, f"même sigle ({text})", f"same acronym ({text})")]
    for one, other in ((a, b), (b, a)):
        letters = {initials(name) for name in one.names} | {name.text for name in one.names}
        bare = {name.core[0] for name in other.names if len(name.core) == 1}
        signs = other.acronyms | bare
        if fitting := sorted(sign for sign in signs & letters if len(sign) >= 3):
            text = fitting[0].upper()
            return [
                Evidence(
                    "initials",
                    2.0,
                    f"le sigle {text} a les initiales de l’autre nom",
                    f"the acronym {text} has the initials of the other name",
                )
            ]
    return []


def judge_person_names(a: Profile, b: Profile, known: Profiles) -> list[Evidence]:
    """Compare the names of two persons: a family name alone says nothing."""
    best = Evidence("other-person", -7.0, "noms de personne différents", "different persons’ names")
    for one, other in product(a.names, b.names):
        piece = _judge_persons(one.text.split(), other.text.split())
        if piece.weight > best.weight:
            best = piece
    return [best]


def _judge_persons(one: list[str], other: list[str]) -> Evidence:
    if sorted(one) == sorted(other):
        name = " ".join(one)
        return Evidence("same-person-name", 3.6, f"même nom ({name})", f"same name ({name})")
    likeness = compare_words(frozenset(one), frozenset(other), lambda _word: 1.0)
    told = f"({' '.join(one)} / {' '.join(other)})"
    if likeness.dice == 1.0:
        return Evidence(
            "spelling", 2.6, f"même nom à une lettre près {told}", f"same name but a letter {told}"
        )
    if likeness.least_left == 0 and likeness.shared >= 2:
        return Evidence(
            "shorter-name",
            2.2,
            f"un nom contient l’autre {told}",
            f"one name holds the other {told}",
        )
    if one[-1:] == other[-1:] and one[0][0] == other[0][0] and 1 in (len(one[0]), len(other[0])):
        return Evidence(
            "initial", 1.0, f"initiale et nom {told}", f"initial and family name {told}"
        )
    return Evidence("other-person", -7.0, f"noms différents {told}", f"different names {told}")


def judge_titles(a: Profile, b: Profile, known: Profiles) -> list[Evidence]:
    """Compare titles; words that name the parties or the place count like all others."""
    best, weight, told = 0.0, -1.6, ""
    for one, other in product(a.names, b.names):
        if one.text == other.text or (one.identity == other.identity and one.core):
            bare = compare_names(one, other, known.weight).shared < 1.2
            text = f"({one.text})"
            return [
                Evidence(
                    "same-title", 2.4 if bare else 4.0, f"même titre {text}", f"same title {text}"
                )
            ]
        likeness = compare_names(one, other, known.weight)
        if likeness.dice >= best:
            best = likeness.dice
            weight = next((value for step, value in _TITLE_STEPS if best >= step), -1.6)
            told = f"({one.text} / {other.text})"
    return [
        Evidence(
            "like-titles",
            weight,
            f"titres proches à {best:.0%} {told}".rstrip(),
            f"titles alike by {best:.0%} {told}".rstrip(),
        )
    ]


def judge_numbers(a: Profile, b: Profile) -> list[Evidence]:
    """Tell apart sessions, editions and years: other numbers, other things."""
    found = []
    numbers_a, numbers_b = _numbers(a), _numbers(b)
    if numbers_a and numbers_b and not numbers_a & numbers_b:
        found.append(_differ("numbers", -6.0, "numéros", "numbers", numbers_a, numbers_b))
    elif shared := sorted(numbers_a & numbers_b):
        told = ", ".join(shared)
        found.append(Evidence("number", 1.2, f"même numéro ({told})", f"same number ({told})"))
    years_a = frozenset().union(*(name.years for name in a.names))
    years_b = frozenset().union(*(name.years for name in b.names))
    if years_a and years_b and not years_a & years_b:
        found.append(_differ("years", -4.5, "années", "years", years_a, years_b))
    elif len(years_a) > 1 and len(years_b) > 1 and years_a != years_b:
        found.append(_differ("years", -3.5, "années", "years", years_a, years_b))
    return found


def _numbers(profile: Profile) -> frozenset[str]:
    own = frozenset({profile.entity.number} - {""})
    return own.union(*(name.numbers for name in profile.names))


def _differ(
    code: str, weight: float, fr: str, en: str, a: frozenset[str], b: frozenset[str]
) -> Evidence:
    one, other = sorted((", ".join(sorted(a)), ", ".join(sorted(b))))
    return Evidence(
        code, weight, f"{fr} différents : {one} / {other}", f"different {en}: {one} / {other}"
    )
