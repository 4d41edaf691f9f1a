"""The words of the timeline: French and English, by key."""

from __future__ import annotations

from typing import Final

__all__ = ["TEXTS"]

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "timeline.keys": (
        "Au clavier : flèches d’un élément ou d’un couloir à l’autre, Entrée pour lire le fait ou"
        " déplier le couloir.",
        "By keyboard: arrows from item to item and lane to lane, Enter to read the fact or open the"
        " lane.",
    ),
    "timeline.all.open": ("Tout déplier", "Open all"),
    "timeline.all.fold": ("Tout replier", "Fold all"),
    "timeline.by": ("Couloirs", "Lanes"),
    "timeline.by.kind": ("Genre", "Kind"),
    "timeline.by.side": ("Rive", "Shore"),
    "timeline.by.actor": ("Acteur", "Actor"),
    "timeline.help": (
        "Fil du temps. Flèches : d’un élément à l’autre et d’un couloir à l’autre. Entrée : lire le"
        " fait. Plus et moins : resserrer ou élargir la période.",
        "Timeline. Arrows: from item to item and from lane to lane. Enter: read the fact. Plus and"
        " minus: narrow or widen the period.",
    ),
    "timeline.hint": (
        "Cliquez sur un couloir pour le déplier, sur un élément pour voir comment nous le savons.",
        "Click a lane to open it, an item to see how we know.",
    ),
    "timeline.kind.agreement": ("Accords", "Agreements"),
    "timeline.kind.mission": ("Missions", "Missions"),
    "timeline.kind.session": ("Sessions", "Sessions"),
    "timeline.kind.project": ("Projets", "Projects"),
    "timeline.kind.role": ("Fonctions", "Offices"),
    "timeline.side.both": ("Les deux rives", "Both shores"),
    "timeline.side.france": ("France seule", "France alone"),
    "timeline.side.quebec": ("Québec seul", "Québec alone"),
    "timeline.side.joint": ("Organismes communs", "Joint bodies"),
    "timeline.side.other": ("Autre", "Other"),
    "timeline.one.agreement": ("accord", "agreement"),
    "timeline.one.mission": ("mission", "mission"),
    "timeline.one.session": ("session", "session"),
    "timeline.one.project": ("projet", "project"),
    "timeline.one.role": ("fonction", "office"),
    "timeline.items.one": ("{n} élément daté", "{n} dated item"),
    "timeline.items.many": ("{n} éléments datés", "{n} dated items"),
    "timeline.most": ("par an : {n} au plus ({year})", "a year: at most {n} ({year})"),
    "timeline.year": (
        "{year} – sûrs : {sure} ; possibles : {possible}",
        "{year} – sure: {sure}; possible: {possible}",
    ),
    "timeline.year.planned": (
        "{year} – sûrs : {sure} ; possibles : {possible} ; prévus ou annulés : {planned}",
        "{year} – sure: {sure}; possible: {possible}; planned or cancelled: {planned}",
    ),
    "timeline.read": ("Lire les barres", "How to read the bars"),
    "timeline.read.help": (
        "Plein : ce qui est sûr. Pâle : peut-être. Crochets : un jour entre les deux, on ne sait"
        " lequel. Bord fondu : début ou fin non connus ; une fin non connue reste pâle jusqu’au"
        " bord de la période. Creux et pointillé : seulement prévu, ou annulé. Ambre : les sources"
        " ne sont pas d’accord. Losange plein : le jour d’une signature ; creux : le début d’un"
        " accord dont ce jour n’est pas connu. Accord sans losange : signé ou commencé hors de la"
        " période. Couloir replié : combien d’éléments chaque année, à l’échelle de ce couloir ;"
        " plein : sûrs ; pâle : possibles ; pointillé : prévus ou annulés.",
        "Full: what is sure. Light: possible. Brackets: a day between the two, not known which."
        " Fading: beginning or end not known; where the end is not known, light up to the edge of"
        " the period. Hollow and dotted: only planned, or cancelled. Amber: the sources disagree."
        " Full diamond: the day of a signing; hollow: the beginning of an agreement of which that"
        " day is not known. Agreement without diamond: signed or begun outside the period. Folded"
        " lane: how many items each year, on the scale of that lane; full: sure; light: possible;"
        " dotted: planned or cancelled.",
    ),
    "timeline.undated.one": ("{n} élément sans date", "{n} undated item"),
    "timeline.undated.many": ("{n} éléments sans date", "{n} undated items"),
    "timeline.undated.heading": ("Sans date", "Undated"),
    "timeline.loose.one": ("{n} hors du tableau des liens", "{n} not in the table of ties"),
    "timeline.loose.many": ("{n} hors du tableau des liens", "{n} not in the table of ties"),
    "timeline.loose.heading": (
        "Datés, mais ne liant personne : hors du tableau des liens",
        "Dated, but tying nobody: not in the table of ties",
    ),
}
