"""The words that make no difference between two names, and those that tell kinds of body apart.

All are folded: small letters, no accents. Longer phrases of bodies stand before shorter ones.
"""

from __future__ import annotations

from typing import Final

__all__ = ["ARTICLES", "BODIES", "KIN", "LEGAL_FORMS", "ORDINALS", "SIDES"]

ARTICLES: Final = frozenset(
    {
        *("a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les"),
        *("pour", "sur", "dans", "par", "the", "of", "and", "for", "in", "on", "to", "with"),
    }
)

LEGAL_FORMS: Final = frozenset(
    {"inc", "ltee", "ltd", "sa", "sas", "sarl", "scop", "enr", "llc", "corp"}
)

SIDES: Final = {
    "france": "france",
    "quebec": "quebec",
    "canada": "canada",
}

ORDINALS: Final = {
    word: number
    for number, words in {
        "1": "premier premiere premieres premiers first",
        "2": "deuxieme deuxiemes second seconde",
        "3": "troisieme troisiemes third",
        "4": "quatrieme fourth",
        "5": "cinquieme fifth",
        "6": "sixieme sixth",
        "7": "septieme seventh",
        "8": "huitieme eighth",
        "9": "neuvieme ninth",
        "10": "dixieme tenth",
    }.items()
    for word in words.split()
}

_BODIES: Final = {
    "commune": "ville|mairie|municipalite|commune|conseil municipal|hotel de ville|city|town"
    "|municipality|village|paroisse",
    "metropolis": "metropole|communaute urbaine|communaute metropolitaine|eurometropole"
    "|communaute d agglomeration|communaute de communes|agglomeration|grand|cmm",
    "mrc": "mrc|municipalite regionale de comte",
    "region": "region|conseil regional|region academique",
    "department": "departement|conseil departemental|conseil general",
    "ministry": "ministere|ministry|department of",
    "university": "universite|university",
    "college": "cegep|college",
    "consulate": "consulat general|consulat|consulate general|consulate",
    "delegation": "delegation generale|delegation|bureau|maison",
    "embassy": "ambassade|embassy",
    "government": "gouvernement|government",
    "twinning-committee": "comite de jumelage|comite jumelage|comite des jumelages",
    "chamber": "chambre de commerce et d industrie|chambre de commerce|cci",
    "association": "association",
    "regional-association": "association regionale|regionale",
    "airport": "aeroport",
    "port": "port|administration portuaire",
    "federation": "federation",
    "school": "lycee|ecole",
}

# Longest first: “municipalité régionale de comté” is no “municipalité”.
BODIES: Final = tuple(
    sorted(
        ((text, body) for body, texts in _BODIES.items() for text in texts.split("|")),
        key=lambda pair: (-len(pair[0]), pair[0]),
    )
)

# Kinds that two sources may use for one thing. A kind is always akin to itself, and “other” to all.
KIN: Final[dict[str, tuple[frozenset[str], ...]]] = {
    "actors": (
        frozenset({"association", "cluster", "technopole", "incubator", "joint-body"}),
        frozenset({"association", "fund-operator", "company", "research-centre"}),
        frozenset({"university", "school", "research-centre"}),
        frozenset({"government", "ministry"}),
        frozenset({"government", "delegation", "consulate"}),
        frozenset({"local-authority", "government"}),
        frozenset({"joint-body", "fund-operator", "government"}),
        frozenset({"research-centre", "cluster", "technopole", "joint-body"}),
        frozenset({"cluster", "company"}),
    ),
    "places": (frozenset({"city", "metropolis"}), frozenset({"mrc", "department", "region"})),
    "agreements": (
        frozenset({"entente", "cooperation-agreement", "convention", "framework-agreement"}),
        frozenset({"declaration", "letter-of-intent", "memorandum", "plan"}),
        frozenset({"twinning", "cooperation-agreement", "declaration"}),
        frozenset({"entente", "memorandum", "letter-of-intent"}),
    ),
    "missions": (
        frozenset({"conference", "forum", "summit", "commission-session"}),
        frozenset({"collective-mission", "prospecting-mission", "soft-landing", "working-visit"}),
        frozenset({"official-visit", "working-visit", "summit", "exchange"}),
        frozenset({"exchange", "residency", "collective-mission"}),
        frozenset({"collective-mission", "official-visit"}),
    ),
    "programmes": (frozenset({"fund", "programme"}),),
    "sources": (
        frozenset({"web-page", "news", "press-release", "report"}),
        frozenset({"web-page", "legal-text", "report", "dataset"}),
    ),
}
