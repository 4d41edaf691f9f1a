"""One sentence on a mission or a project, in French and in English.

Who organised it is the subject; without an organiser, who led, hosted or took part; without
anybody, the activity itself. A title stands in quotation marks after the kind, then the places.
The tense follows the status: what was planned is told as a plan (`coopgraph.views.sentences.verbs`
says more).

>>> from coopgraph.views.particulars import Share
>>> port = Share(Words("Ville de Port-Dune", "Port-Dune City Council"), "organiser")
>>> told = tell_activity(Particulars(id="m", kind="mission", concept="forum", shares=(port,)))
>>> told.fr, told.en
('La Ville de Port-Dune a organisé un forum.', 'The Port-Dune City Council organised a forum.')
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coopgraph.views.model import Words
from coopgraph.views.particulars import NOTHING, Particulars, Share
from coopgraph.views.sentences.grammar import (
    for_date,
    head_of,
    listed,
    of,
    on_date,
    quoted,
    sentence,
    with_article,
)
from coopgraph.views.sentences.nouns import Noun, noun_of
from coopgraph.views.sentences.places import actors_of, where_held
from coopgraph.views.sentences.remarks import as_of, remarks_on
from coopgraph.views.sentences.verbs import (
    BENEFIT,
    HOST,
    LEAD,
    ORGANISE,
    TAKE_PART,
    Verb,
    tense_of,
)

if TYPE_CHECKING:
    from coopgraph.views.sentences.grammar import Language

__all__ = ["tell_activity"]


_ORGANISING: Final = ("organiser", "co-organiser", "initiator", "lead", "project-owner")
# Who is the subject, and of which verb: the first line for which there is somebody.
_MISSION_SUBJECTS: Final = (
    (_ORGANISING, ORGANISE),
    (("host",), HOST),
    (("beneficiary",), BENEFIT),
)
_PROJECT_SUBJECTS: Final = ((_ORGANISING, LEAD), (("partner",), LEAD))
# Who is named after the activity, in this order; {0} is its ending, {1} the names.
_COMPLEMENTS: Final = (
    (("host",), Words(", accueilli{0} par {1}", ", hosted by {1}")),
    (("supporter",), Words(", avec le soutien {1}", ", supported by {1}")),
    (("funder",), Words(", avec le financement {1}", ", funded by {1}")),
    (("beneficiary",), Words(", au bénéfice {1}", ", for the benefit of {1}")),
)
_OTHERS: Final = Words(", avec la participation {1}", ", with {1} taking part")


def tell_activity(record: Particulars) -> Words:
    """Return the sentence on a mission or project."""
    noun = noun_of(record.kind, record.concept, record.label)
    subject, verb = _subject(record)
    if not subject:
        return Words(_alone_fr(record, noun), _alone_en(record, noun))
    rest = tuple(share for share in actors_of(record) if share not in subject)
    return Words(
        _told_fr(record, noun, subject, verb, rest), _told_en(record, noun, subject, verb, rest)
    )


def _subject(record: Particulars) -> tuple[tuple[Share, ...], Verb]:
    lines = _PROJECT_SUBJECTS if record.kind == "project" else _MISSION_SUBJECTS
    for roles, verb in lines:
        found = record.sharing(*roles)
        # Two who benefit, and others who did something else: then all took part.
        if found and (verb is not BENEFIT or len(found) == len(actors_of(record))):
            return found, verb
    helping = {role for roles, _ in _COMPLEMENTS for role in roles}
    acting = actors_of(record)
    taking_part = tuple(share for share in acting if share.role not in helping)
    return (taking_part or acting), TAKE_PART


def _is_plural(subject: tuple[Share, ...]) -> bool:
    heads = [head_of(share.name.fr) for share in subject]
    return len(subject) > 1 or any(head is not None and head.plural for head in heads)


def _told_fr(
    record: Particulars,
    noun: Noun,
    subject: tuple[Share, ...],
    verb: Verb,
    rest: tuple[Share, ...],
) -> str:
    plural = _is_plural(subject)
    together = " ensemble" if verb is LEAD and len(subject) > 1 else ""
    said = {
        "present": verb.present[plural] + together,
        "imperfect": verb.imperfect[plural] + together,
        "planned": f"{'prévoyaient' if plural else 'prévoyait'} "
        f"{of(verb.infinitive, article=False)}{together}",
        "cancelled": f"{'devaient' if plural else 'devait'} {verb.infinitive}{together}",
    }.get(tense_of(record), f"{'ont' if plural else 'a'} {verb.participle}{together}")
    thing = _with_preposition(_thing_fr(record, noun), verb.before)
    further = _further(record, noun, subject, rest, "fr")
    date = on_date(record.bounds.edtf, "fr")
    cancelled = f", qui {_cancelled_fr(record, noun)}" if record.status == "cancelled" else ""
    return sentence(
        f"{_names(subject, 'fr')} {said} {thing}{_held(record, 'fr')}",
        further,
        _dated(date, further or _apposed(record)),
        cancelled,
        remarks=[*_status_remarks(record, "fr"), *remarks_on(record, "fr")],
    )


def _told_en(
    record: Particulars,
    noun: Noun,
    subject: tuple[Share, ...],
    verb: Verb,
    rest: tuple[Share, ...],
) -> str:
    plural = _is_plural(subject)
    date = on_date(record.bounds.edtf, "en")
    be = "are" if plural else "is"
    if date.startswith("since"):
        be = "have been" if plural else "has been"
    said = {
        "present": f"{be} {verb.ongoing}",
        "imperfect": f"{'were' if plural else 'was'} {verb.ongoing}",
        "planned": f"planned to {verb.base}",
        "cancelled": f"{'were' if plural else 'was'} to {verb.base}",
    }.get(tense_of(record), verb.past)
    together = " together" if verb is LEAD and len(subject) > 1 else ""
    further = _further(record, noun, subject, rest, "en")
    cancelled = ", which was cancelled" if record.status == "cancelled" else ""
    if cancelled and record.batch:
        cancelled = ", which were cancelled"
    return sentence(
        f"{_names(subject, 'en')} {said} {_thing_en(record, noun)}{together}{_held(record, 'en')}",
        further,
        _dated(date, further or _apposed(record)),
        cancelled,
        remarks=[*_status_remarks(record, "en"), *remarks_on(record, "en")],
    )


def _alone_fr(record: Particulars, noun: Noun) -> str:
    """Tell of an activity of which no actor is named."""
    many = record.batch
    thing = _thing_fr(record, noun)
    date = on_date(record.bounds.edtf, "fr")
    ending = noun.ending + ("s" if many else "")
    said = {
        "present": "sont en cours" if many else "est en cours",
        "imperfect": "étaient en cours" if many else "était en cours",
        "planned": f"{'étaient' if many else 'était'} prévu{ending}",
        "cancelled": _cancelled_fr(record, noun),
    }.get(tense_of(record), "ont eu lieu" if many else "a eu lieu")
    remarks = [*_status_remarks(record, "fr"), *remarks_on(record, "fr")]
    if record.status == "unknown":
        spoken = _with_preposition(thing, "de") + _held(record, "fr")
        return sentence(f"les sources parlent {spoken}", _dated(date, ","), remarks=remarks)
    whole = _whole(record, "fr")
    bracketed = thing.endswith(")") and record.kind != "project"
    comma = "," if whole or bracketed or _apposed(record) else ""
    place, held = _around(record, "fr")
    return sentence(f"{thing}{place}{whole}{comma} {said}{held}", _dated(date, ""), remarks=remarks)


def _alone_en(record: Particulars, noun: Noun) -> str:
    many = record.batch
    thing = _thing_en(record, noun)
    be = "were" if many else "was"
    said = {
        "present": f"{'are' if many else 'is'} under way",
        "imperfect": f"{be} under way",
        "planned": f"{be} planned",
        "cancelled": f"{be} cancelled",
    }.get(tense_of(record), "took place")
    planned = record.status == "planned"
    date = for_date(record.bounds.edtf) if planned else on_date(record.bounds.edtf, "en")
    remarks = [*_status_remarks(record, "en"), *remarks_on(record, "en")]
    if record.status == "unknown":
        spoken = thing + _held(record, "en")
        return sentence(f"the sources speak of {spoken}", _dated(date, ","), remarks=remarks)
    whole = _whole(record, "en")
    comma = "," if whole or _apposed(record) else ""
    place, held = _around(record, "en")
    return sentence(f"{thing}{place}{whole}{comma} {said}{held}", _dated(date, ""), remarks=remarks)


def _apposed(record: Particulars) -> str:
    """Return the title where it stands between commas; that of one project does not."""
    return record.title.fr if record.kind != "project" or record.batch else ""


def _held(record: Particulars, language: Language) -> str:
    """Return the places, after a comma where a title stands before them."""
    where = where_held(record, language)
    # Brackets follow the title itself.
    comma = "," if _apposed(record) and not where.startswith("(") else ""
    return f"{comma} {where}" if where else ""


def _around(record: Particulars, language: Language) -> tuple[str, str]:
    """Return the places before and after the verb; what was cancelled was held nowhere."""
    if record.status == "cancelled":
        return _held(record, language), ""
    where = where_held(record, language)
    return "", f" {where}" if where else ""


def _thing_fr(record: Particulars, noun: Noun) -> str:
    title = quoted(record.title.fr, "fr") if record.title.fr else ""
    if record.kind == "project" and not record.batch and title:
        return f"le projet {title}"
    thing = _numbered_fr(record, noun) if record.number else noun.one_fr
    if record.batch:
        thing = f"{record.count or 'plusieurs'} {noun.plural_fr}"
    return f"{thing}, {title}" if title else thing


def _thing_en(record: Particulars, noun: Noun) -> str:
    title = quoted(record.title.en, "en") if record.title.en else ""
    if record.kind == "project" and not record.batch and title:
        return f"the project {title}"
    thing = f"the {_ordinal_en(record.number)} {noun.en}" if record.number else noun.one_en
    if record.batch:
        thing = f"{record.count or 'several'} {noun.plural_en}"
    return f"{thing}, {title}" if title else thing


def _numbered_fr(record: Particulars, noun: Noun) -> str:
    """Return the noun with its number in a series: « la 62e session de commission »."""
    first = "1re" if noun.feminine else "1er"
    ordinal = first if record.number == "1" else f"{record.number}e"
    return f"{'la' if noun.feminine else 'le'} {ordinal} {noun.fr}"


def _ordinal_en(number: str) -> str:
    """Return a number as an ordinal.

    >>> [_ordinal_en(number) for number in ("1", "2", "3", "11", "62")]
    ['1st', '2nd', '3rd', '11th', '62nd']
    """
    if number[-2:] in ("11", "12", "13"):
        return f"{number}th"
    return number + {"1": "st", "2": "nd", "3": "rd"}.get(number[-1:], "th")


def _with_preposition(thing: str, preposition: str) -> str:
    if preposition == "de":
        return f"du {thing[3:]}" if thing.startswith("le ") else of(thing, article=False)
    if preposition == "à":
        return f"au {thing[3:]}" if thing.startswith("le ") else f"à {thing}"
    return thing


def _cancelled_fr(record: Particulars, noun: Noun) -> str:
    ending = noun.ending + ("s" if record.batch else "")
    return f"{'ont' if record.batch else 'a'} été annulé{ending}"


def _names(shares: tuple[Share, ...], language: Language, *, after_of: bool = False) -> str:
    """Name those who share; `after_of` puts « de » before each name."""
    names = []
    for share in shares:
        name = getattr(share.name, language)
        title = getattr(share.title, language)
        placed = of(name) if after_of else with_article(name, language)
        names.append(f"{placed} ({title})" if title else placed)
    return listed(names, language)


def _further(
    record: Particulars,
    noun: Noun,
    subject: tuple[Share, ...],
    rest: tuple[Share, ...],
    language: Language,
) -> str:
    """Return who else had a share, and the whole; that an organiser hosted is not said again."""
    organising = {share.id or share.name.fr for share in subject}
    others = tuple(
        share
        for share in rest
        if share.role != "host"
        or share.title != NOTHING
        or (share.id or share.name.fr) not in organising
    )
    return _complements(record, noun, others, language) + _whole(record, language)


def _complements(
    record: Particulars, noun: Noun, rest: tuple[Share, ...], language: Language
) -> str:
    ending = noun.ending + ("s" if record.batch else "")
    said = []
    left = rest
    for roles, words in _COMPLEMENTS:
        found = tuple(share for share in left if share.role in roles)
        left = tuple(share for share in left if share.role not in roles)
        said.append(_complement(words, ending, found, language))
    said.append(_complement(_OTHERS, ending, _unnamed(record, left), language))
    return "".join(said)


def _unnamed(record: Particulars, left: tuple[Share, ...]) -> tuple[Share, ...]:
    """Return those left who are not named before in another role, each once.

    Whoever only took part, in the words of the source, keeps these words.
    """
    named = {share.id for share in actors_of(record) if share not in left and share.id}
    others: dict[str, Share] = {}
    for share in left:
        if share.title != NOTHING or share.id not in named:
            others.setdefault(share.id or share.name.fr, share)
    return tuple(others.values())


def _complement(words: Words, ending: str, shares: tuple[Share, ...], language: Language) -> str:
    if not shares:
        return ""
    pattern = getattr(words, language)
    after_of = language == "fr" and "par {1}" not in pattern
    return str(pattern.format(ending, _names(shares, language, after_of=after_of)))


def _whole(record: Particulars, language: Language) -> str:
    whole = record.related.get("whole")
    if whole is None:
        return ""
    word = "partie de" if language == "fr" else "part of"
    return f", {word} {quoted(getattr(whole, language), language)}"


def _dated(date: str, before: str) -> str:
    """Return the date, after a comma where something else stands before it."""
    return f"{',' if before else ''} {date}" if date else ""


def _status_remarks(record: Particulars, language: Language) -> list[str]:
    french = language == "fr"
    if record.status in ("planned", "cancelled"):
        return as_of(record, language)
    if record.status == "ongoing":
        return as_of(record, language, "en cours" if french else "ongoing")
    if record.status == "unknown":
        return as_of(record, language, "état inconnu" if french else "status unknown")
    return []
