"""What each kind of tie is called, and its colour: those of every projection and of a comparison.

No tie has the colour of a shore, and kinds that stand together in one picture differ in colour.

>>> TIE_KINDS["renews"].words.fr
'renouvellement'
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from coopgraph.views.model import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["TIE_KINDS", "TieMark", "tie_mark"]


@dataclass(frozen=True, slots=True)
class TieMark:
    """How a kind of tie is shown; its colours are none of those of the sides."""

    colour: str
    sign: str
    words: Words
    plural: Words


_VIOLET: Final = "#7A5CC0"
_SLATE: Final = "#64748B"
_OLIVE: Final = "#6B7A1F"
_ROSE: Final = "#B8457F"
_BROWN: Final = "#8A6A4B"
_TEAL: Final = "#26808C"
_RED: Final = "#C0453B"


def _mark(colour: str, sign: str, fr: str, en: str) -> TieMark:
    """Make a mark; `fr` and `en` hold the singular and the plural, a bar between."""
    (one_fr, _, many_fr), (one_en, _, many_en) = fr.partition("|"), en.partition("|")
    return TieMark(colour, sign, Words(one_fr, one_en), Words(many_fr or one_fr, many_en or one_en))


TIE_KINDS: Final[Mapping[str, TieMark]] = MappingProxyType(
    {
        "agreement": _mark(_VIOLET, "◆", "accord|accords", "agreement|agreements"),
        "mission": _mark(_SLATE, "▲", "mission|missions", "mission|missions"),
        "project": _mark(_OLIVE, "▬", "projet|projets", "project|projects"),
        "programme": _mark(_BROWN, "⬟", "programme|programmes", "programme|programmes"),
        "outcome": _mark(_ROSE, "★", "résultat|résultats", "outcome|outcomes"),
        "twinning": _mark(_ROSE, "⚭", "jumelage|jumelages", "twinning|twinnings"),
        "actor": _mark(_TEAL, "■", "acteur commun|acteurs communs", "shared actor|shared actors"),
        # persons and organisations
        "office": _mark(_TEAL, "●", "fonction|fonctions", "office|offices"),
        "signature": _mark(_VIOLET, "✎", "signature|signatures", "signature|signatures"),
        # money
        "award": _mark(_TEAL, "¤", "aide|aides", "award|awards"),
        "budget": _mark(_BROWN, "▤", "somme réservée|sommes réservées", "budget|budgets"),
        "funded-by": _mark(_OLIVE, "⬟", "financement|financements", "funding|fundings"),
        "funds": _mark(_VIOLET, "➔", "soutien financier|soutiens financiers", "financial support"),
        "benefit": _mark(_ROSE, "★", "bénéfice|bénéfices", "benefit|benefits"),
        # agreements with each other
        "amends": _mark(_BROWN, "✎", "modification|modifications", "amendment|amendments"),
        "replaces": _mark(_RED, "⇄", "remplacement|remplacements", "replacement|replacements"),
        "renews": _mark(_TEAL, "↻", "renouvellement|renouvellements", "renewal|renewals"),
        "part-of": _mark(_SLATE, "⊂", "partie|parties", "part|parts"),
        "covered-by": _mark(_VIOLET, "⊂", "couvert par", "covered by"),
        "authorised-by": _mark(_OLIVE, "✓", "autorisé par", "authorised by"),
        "complements": _mark(_ROSE, "+", "complète", "complements"),
        # what came of what
        "led-to": _mark(_RED, "➔", "a conduit à", "led to"),
        "followed-by": _mark(_SLATE, "⋯", "a été suivi de", "was followed by"),
        "realises": _mark(_OLIVE, "✓", "mise en œuvre", "carrying out"),
        "postponed-from": _mark(_BROWN, "↷", "report|reports", "postponement|postponements"),
        "under": _mark(_VIOLET, "◆", "au titre de l’accord", "under the agreement"),
        "results-from": _mark(_ROSE, "★", "résultat|résultats", "outcome|outcomes"),
        "signed-during": _mark(_TEAL, "✎", "signé lors de", "signed during"),
        "issued-during": _mark(_TEAL, "✎", "publié lors de", "issued during"),
        "announced-during": _mark(_TEAL, "✎", "annoncé lors de", "announced during"),
        "held-under": _mark(_VIOLET, "⬟", "tenu dans le programme", "held under the programme"),
        "falls-within": _mark(_SLATE, "⊂", "s’inscrit dans", "falls within"),
        "follows": _mark(_SLATE, "⋯", "suite|suites", "sequel|sequels"),
        "continues": _mark(_SLATE, "↻", "prolongement|prolongements", "continuation|continuations"),
        # two moments side by side
        "began": _mark(_TEAL, "+", "lien nouveau|liens nouveaux", "new tie|new ties"),
        "renewed": _mark(
            _VIOLET, "↻", "lien renouvelé|liens renouvelés", "renewed tie|renewed ties"
        ),
        "stayed": _mark(_SLATE, "=", "lien qui dure|liens qui durent", "lasting tie|lasting ties"),
        "lapsed": _mark(_RED, "−", "lien éteint|liens éteints", "lapsed tie|lapsed ties"),
    }
)  # fmt: skip
"""The mark of each kind, by its name in the network."""


def tie_mark(kind: str) -> TieMark:
    """Return the mark of a kind; one that has none is named as it is.

    >>> tie_mark("dances-with").words.en
    'dances with'
    """
    if kind in TIE_KINDS:
        return TIE_KINDS[kind]
    name = kind.replace("-", " ")
    return TieMark(_SLATE, "·", Words(name, name), Words(name, name))
