"""Every key that a record of each list may have, and those that it must have.

The rest of the package reads these keys and no others; a key that stands in no list here is
reported and left out, with the nearest that does.

>>> "signed" in KEYS["agreements"], "predicate" in REQUIRED["relations"]
(True, True)
"""

from __future__ import annotations

from typing import Final

__all__ = ["KEYS", "REQUIRED"]


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


KEYS: Final[dict[str, tuple[str, ...]]] = {
    "sources": _words("id url title publisher author published language kind inferred note"),
    "places": _words(
        "id name_fr name_en kind within side lat lon existence other_names figures "
        "sources inferred note"
    ),
    "actors": _words(
        "id kind name_fr name_en acronym other_names names place side existence part_of url "
        "identifiers figures budget sources inferred note"
    ),
    "themes": _words("id label_fr label_en broader sources inferred note"),
    "agreements": _words(
        "id kind title_fr title_en signed signed_at signed_dates agreed issued issued_by "
        "in_force in_force_by_side ends duration_years parties signatories themes amends replaces "
        "renews part_of status status_as_of batch count agreements_count figures "
        "sources inferred note"
    ),
    "missions": _words(
        "id kind kind_detail title_fr title_en other_titles when places organisers participants "
        "participants_count participants_from_quebec_count count_qualifier count_unit films_count "
        "guests_count towns_count figures funded_by under led_to followed_by postponed_from of "
        "part_of status status_as_of session_number batch count themes cost budget "
        "sources inferred note"
    ),
    "programmes": _words(
        "id kind title_fr title_en acronym other_names operators part_of when opens closes ordinal "
        "attested budget funded_projects_count funded_projects_by_region participants_count "
        "count_qualifier count_as_of figures themes sources inferred note"
    ),
    "projects": _words(
        "id title_fr title_en other_titles when partners places funded_by grants under led_to "
        "followed_by part_of themes status status_as_of attested participants_count places_count "
        "projects_count count_qualifier figures batch count budget cost sources inferred note"
    ),
    "roles": _words("id person organisation role_fr role_en when attested sources inferred note"),
    "outcomes": _words(
        "id kind kind_detail title_fr title_en when announced of place beneficiaries status "
        "status_as_of about created led_to followed_by themes batch count agreements_count "
        "count_qualifier quantity figures value amounts project_cost loans sources inferred note"
    ),
    "relations": _words(
        "subject predicate object when attested participants_count amount currency per "
        "sources inferred note"
    ),
    "conflicts": _words("what about says settled note"),
}

REQUIRED: Final[dict[str, tuple[str, ...]]] = {
    "sources": _words("id title language kind"),
    "places": _words("id kind name_fr side sources"),
    "actors": _words("id kind name_fr side sources"),
    "themes": _words("id label_fr"),
    "agreements": _words("id kind title_fr sources"),
    "missions": _words("id kind title_fr status sources"),
    "programmes": _words("id kind title_fr sources"),
    "projects": _words("id title_fr status sources"),
    "roles": _words("id person organisation role_fr sources"),
    "outcomes": _words("id kind title_fr status sources"),
    "relations": _words("subject predicate object sources"),
    "conflicts": _words("what says"),
}
