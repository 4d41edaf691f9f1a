"""Hold every word of the page that is neither in the view nor in the legend, in both languages.

The page carries both languages and changes between them without loading anything. ``{n}`` and the
like are filled in by the page; a key that ends in ``.one`` has a sister in ``.many``.

>>> PAGE_WORDS["ties.many"].en
'{n} ties'
>>> PAGE_WORDS["network.hint"].fr
'Cliquez sur un lien pour voir comment nous le savons.'

Ordinary spaces before ``: ; ! ? »`` and after ``«`` in the French texts below become no-break
spaces here, so that the source stays readable. Names of kinds, sides, shapes and doubts stand in
`coopgraph.views.legend`, the words of a single pane in `coopgraph.render.pane_words`.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from coopgraph.render.pane_words import PANE_TEXTS
from coopgraph.views.model import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["PAGE_WORDS", "counted", "filled"]

_NO_BREAK: Final = re.compile(r" (?=[:;!?»])|(?<=«) ")

_TEXTS: Final[dict[str, tuple[str, str]]] = {
    # the header
    "actors.one": ("{n} acteur", "{n} actor"),
    "actors.many": ("{n} acteurs", "{n} actors"),
    "places.one": ("{n} lieu", "{n} place"),
    "places.many": ("{n} lieux", "{n} places"),
    "things.one": ("{n} élément", "{n} item"),
    "things.many": ("{n} éléments", "{n} items"),
    "ties.one": ("{n} lien", "{n} tie"),
    "ties.many": ("{n} liens", "{n} ties"),
    "announce": ("{period} : {actors}, {ties}", "{period}: {actors}, {ties}"),
    "search": ("Chercher par le nom", "Find by name"),
    "search.none": (
        "Aucun acteur de ce nom dans cette vue.",
        "No actor of that name in this view.",
    ),
    "search.hidden": ("hors de ce qui est montré", "not among what is shown"),
    "search.apart": ("sans lien, hors de l’image", "without ties, not in the picture"),
    "language": ("Langue", "Language"),
    "menu": ("Télécharger, citer, imprimer", "Download, cite, print"),
    "menu.csv": ("Télécharger le tableau (CSV)", "Download the table (CSV)"),
    "menu.png": ("Télécharger l’image (PNG)", "Download the picture (PNG)"),
    "menu.svg": ("Télécharger l’image (SVG)", "Download the picture (SVG)"),
    "menu.gexf": ("Télécharger le réseau (GEXF)", "Download the network (GEXF)"),
    "menu.link": ("Copier le lien vers cette vue", "Copy the link to this view"),
    "link.copied": ("Lien copié", "Link copied"),
    "menu.cite": ("Citer cette vue", "Cite this view"),
    "menu.print": ("Imprimer", "Print"),
    "menu.reset": ("Revenir à l’ouverture", "Back to the opening view"),
    "skip": ("Aller au tableau", "Skip to the table"),
    # the left panel
    "shown": ("Ce qui est montré", "What is shown"),
    "shown.open": ("Choisir", "Choose"),
    "looks": ("Aspect de l’image", "Look of the picture"),
    "look.projection": ("Projection", "Projection"),
    "look.colour": ("Couleur", "Colour"),
    "look.size": ("Taille", "Size"),
    "colour.side": ("Rive", "Shore"),
    "colour.kind": ("Sorte d’acteur", "Kind of actor"),
    "colour.theme": ("Thème principal", "Main theme"),
    "colour.community": ("Communauté", "Community"),
    "group.community": ("Communauté {letter}", "Community {letter}"),
    "group.rest": ("Autres, ou aucun", "Others, or none"),
    "size.ties": ("Voisins", "Neighbours"),
    "size.strength": ("Faits (force)", "Facts (strength)"),
    "size.betweenness": ("Intermédiarité", "Betweenness"),
    "size.pagerank": ("PageRank", "PageRank"),
    "size.core": ("Noyau (k-core)", "Core (k-core)"),
    "size.ties.help": (
        "Plus le signe est grand, plus l’acteur a de voisins.",
        "The larger the mark, the more neighbours the actor has.",
    ),
    "size.strength.help": (
        "Plus le signe est grand, plus il y a de faits derrière les liens de l’acteur.",
        "The larger the mark, the more facts stand behind the ties of the actor.",
    ),
    "size.betweenness.help": (
        "Plus le signe est grand, plus l’acteur est souvent sur le plus court chemin entre deux"
        " autres, sur toute la période.",
        "The larger the mark, the more often the actor lies on the shortest way between two"
        " others, over the whole period.",
    ),
    "size.pagerank.help": (
        "Plus le signe est grand, plus l’acteur est lié à des acteurs bien liés, sur toute la"
        " période.",
        "The larger the mark, the better tied those to whom the actor is tied, over the whole"
        " period.",
    ),
    "size.core.help": (
        "Plus le signe est grand, plus le groupe serré dont l’acteur fait partie est dense, sur"
        " toute la période.",
        "The larger the mark, the denser the close group to which the actor belongs, over the"
        " whole period.",
    ),
    "decades": ("Une image par décennie", "One picture a decade"),
    "decades.open": ("Ouvrir cette décennie", "Open this decade"),
    "shown.kinds": ("Liens", "Ties"),
    "shown.sides": ("Rives", "Shores"),
    "shown.dates": ("Dates", "Dates"),
    "mode.possibly": ("Peut-être", "Possibly"),
    "mode.certainly": ("Sûrement", "Surely"),
    "mode.possibly.help": (
        "Tout ce qui a pu avoir lieu pendant la période.",
        "Everything that may have taken place in the period.",
    ),
    "mode.certainly.help": (
        "Seulement ce qui a sûrement eu lieu pendant la période.",
        "Only what surely took place in the period.",
    ),
    "undated": ("Sans date", "Undated"),
    "undated.help": (
        "Les liens dont aucune source ne dit la date sont montrés avec la période entière ; cochez"
        " pour les garder dans toute période.",
        "Ties that no source dates are shown with the whole period; tick to keep them in any"
        " period.",
    ),
    "undated.among": ("{ties} sur {all}", "{ties} of {all}"),
    "undated.more": ("{ties} de plus", "{ties} more"),
    "inferred": ("Liens et dates déduits", "Inferred ties and dates"),
    "inferred.help": (
        "Déduits par le curateur, non dits en toutes lettres par la source.",
        "Inferred by the curator, not said in so many words by the source.",
    ),
    "legend": ("Légende", "Legend"),
    "legend.lines": ("Les liens", "Ties"),
    "legend.shapes": ("Les formes", "Shapes"),
    "legend.by": ("Les couleurs et leurs lettres", "Colours and their letters"),
    "legend.sides": ("Les couleurs", "Colours"),
    "legend.mixed": ("Plusieurs sortes de liens", "Several kinds of tie"),
    "legend.width": (
        "Plus le trait est large, plus il y a de faits.",
        "The wider the line, the more facts.",
    ),
    "legend.bars": (
        "Barres : faits datés par année, les sûrs en foncé, les possibles en clair.",
        "Bars: dated facts a year, sure ones dark, possible ones light.",
    ),
    # one actor and those near it
    "ego.1": ("Seulement ses voisins", "Only its neighbours"),
    "ego.2": ("À deux pas", "Within two steps"),
    "ego.1.help": (
        "Ne montrer que cet acteur et ses voisins",
        "Show only this actor and its neighbours",
    ),
    "ego.2.help": (
        "Ne montrer que cet acteur, ses voisins et les leurs",
        "Show only this actor, its neighbours and theirs",
    ),
    "ego.1.said": ("Seulement {name} et ses voisins", "Only {name} and its neighbours"),
    "ego.2.said": ("Seulement {name}, à deux pas", "Only {name}, within two steps"),
    "widen": ("Tout montrer de nouveau", "Show everything again"),
    "path": ("Chemin vers…", "Path to…"),
    "path.said": ("Un chemin entre deux acteurs", "A path between two actors"),
    "path.none": (
        "Aucun chemin par les liens montrés : élargir la période, ou montrer plus de liens.",
        "No path over the ties that are shown: widen the period, or show more ties.",
    ),
    "path.steps.one": ("Liés directement", "Tied directly"),
    "path.steps.many": ("Le plus court chemin : {n} pas", "The shortest path: {n} steps"),
    "path.step": ("{a} et {b} {tie}.", "{a} and {b} {tie}."),
    "path.and": (" et ", " and "),
    "path.more.one": ("{n} autre fait", "{n} more fact"),
    "path.more.many": ("{n} autres faits", "{n} more facts"),
    # hidden and pinned
    "pin": ("Épingler le nom", "Pin the name"),
    "pin.help": (
        "Écrire toujours le nom de cet acteur dans l’image",
        "Always write the name of this actor in the picture",
    ),
    "hide": ("Masquer", "Hide"),
    "hide.help": ("Retirer cet acteur de l’image", "Take this actor out of the picture"),
    "hidden.one": ("{n} acteur masqué", "{n} hidden actor"),
    "hidden.many": ("{n} acteurs masqués", "{n} hidden actors"),
    "hidden.again": ("montrer", "show"),
    "hidden.show": ("Montrer de nouveau {name}", "Show {name} again"),
    "hidden.said": ("{name} est masqué.", "{name} is hidden."),
    # who is not in the picture
    "apart.one": ("{n} personne sans lien", "{n} person without ties"),
    "apart.many": ("{n} personnes sans lien", "{n} persons without ties"),
    "apart.help": (
        "Aucune mission, aucun projet, aucun accord ne les lie à un autre acteur : elles ne sont"
        " pas dessinées, mais la recherche les trouve, avec leurs fonctions et leurs signatures.",
        "No mission, project or agreement ties them to another actor: they are not drawn, but the"
        " search finds them, with their offices and signatures.",
    ),
    # the picture
    "picture": ("Réseau", "Network"),
    "picture.help": (
        "Image du réseau ; le tableau plus bas dit la même chose. Flèches : aller d’un acteur à son"
        " voisin. Entrée : lire les faits. Échap : ne plus rien choisir. Plus et moins : zoom.",
        "Picture of the network; the table below says the same. Arrows: walk from an actor to a"
        " neighbour. Enter: read the facts. Escape: select nothing. Plus and minus: zoom.",
    ),
    "zoom.in": ("Agrandir", "Zoom in"),
    "zoom.out": ("Réduire", "Zoom out"),
    "zoom.fit": ("Tout voir", "See everything"),
    "empty.view": (
        "Cette vue ne contient aucun acteur. Choisir une autre vue, ou élargir ce qu’elle demande.",
        "This view holds no actor. Choose another view, or ask for more.",
    ),
    "empty.seen": (
        "Aucun lien à montrer pour {period} avec ces choix. Élargir la période ou cocher davantage"
        " de liens.",
        "No tie to show for {period} with these choices. Widen the period or tick more ties.",
    ),
    "empty.outside": (
        "Rien dans cette période ({period}) : les faits datés vont de {first} à {last}. Revenir à"
        " toute la période, ou déplacer les curseurs.",
        "Nothing in this period ({period}): dated facts run from {first} to {last}. Go back to the"
        " whole period, or move the sliders.",
    ),
    # the right panel
    "known": ("Comment nous le savons", "How we know"),
    "known.open": ("Faits", "Facts"),
    "known.start": ("Les liens les plus documentés", "The best documented ties"),
    "known.fact": ("Un fait", "A fact"),
    "known.about": ("Ceux dont il parle", "Whom it is about"),
    "known.neighbours": ("Liens de cet acteur", "Ties of this actor"),
    "known.pairs": ("Qui avec qui", "Who with whom"),
    "known.persons": ("Personnes sans lien", "Persons without ties"),
    "close": ("Fermer", "Close"),
    "deselect": ("Ne plus rien choisir", "Select nothing"),
    "facts.one": ("{n} fait", "{n} fact"),
    "facts.many": ("{n} faits", "{n} facts"),
    "facts.hidden.one": (
        "{n} autre fait n’est pas montré avec ces choix.",
        "{n} more fact is not shown with these choices.",
    ),
    "facts.hidden.many": (
        "{n} autres faits ne sont pas montrés avec ces choix.",
        "{n} more facts are not shown with these choices.",
    ),
    "facts.none": ("Aucun fait à montrer avec ces choix.", "No fact to show with these choices."),
    "facts.absent": ("Aucun fait dans ces données.", "No fact in these data."),
    "facts.unsourced": ("Aucune source n’est donnée.", "No source is given."),
    "fact.possible": ("peut-être pendant cette période", "possibly in this period"),
    "fact.undated": ("sans date", "undated"),
    "fact.data": ("Donnée", "Data"),
    "fact.edtf": ("Date (EDTF)", "Date (EDTF)"),
    "fact.record": ("Enregistrement", "Record"),
    "fact.iri": ("Identifiant", "Identifier"),
    "source.opens": ("s’ouvre ailleurs", "opens elsewhere"),
    # the period
    "period": ("Période", "Period"),
    "period.whole": ("Toute la période", "Whole period"),
    "period.from": ("Début de la période", "Start of the period"),
    "period.to": ("Fin de la période", "End of the period"),
    "period.play": ("Faire défiler les années", "Play the years"),
    "period.step": ("Avancer d’un an", "Move on by a year"),
    "period.pause": ("Arrêter", "Pause"),
    "period.known": (
        "La source la plus récente est du {day} ; la suite n’était que prévue.",
        "The latest source is of {day}; what follows was only foreseen.",
    ),
    "period.bar": (
        "{year} – sûrs : {sure} ; possibles : {possible}",
        "{year} – sure: {sure}; possible: {possible}",
    ),
    # the table
    "table": ("Les mêmes liens en tableau", "The same ties as a table"),
    "table.source": ("Acteur", "Actor"),
    "csv.source": ("Acteur A", "Actor A"),
    "csv.target": ("Acteur B", "Actor B"),
    "table.tie": ("Lien", "Tie"),
    "table.target": ("Acteur", "Actor"),
    "table.date": ("Date", "Date"),
    "table.doubt": ("Doute", "Doubt"),
    "table.evidence": ("Source", "Source"),
    "table.sources": ("Sources", "Sources"),
    "table.fact": ("Fait", "Fact"),
    "table.locator": ("Renvoi", "Locator"),
    "table.url": ("Adresse", "Address"),
    "table.selection": ("Seulement ce qui est choisi", "Only what is selected"),
    "table.more": ("Afficher la suite ({n} de plus)", "Show more ({n} further)"),
    "table.sort": ("Trier par : {column}", "Sort by: {column}"),
    # citing
    "cite": ("Citer cette vue", "Cite this view"),
    "cite.text": (
        "{by}. « {title} », {period} ({mode}), {actors}, {ties}. coopgraph, graphe de la"
        " coopération franco-québécoise, données CC BY 4.0{version}.",
        "{by}. “{title}”, {period} ({mode}), {actors}, {ties}. coopgraph, a graph of"
        " Franco-Québécois cooperation, data CC BY 4.0{version}.",
    ),
    "cite.by": ("The coopgraph contributors (2026)", "The coopgraph contributors (2026)"),
    "cite.day": (", consulté le {day}", ", accessed {day}"),
    "cite.file": ("Fichier :", "File:"),
    "cite.version": (", version {version}", ", version {version}"),
    "cite.copy": ("Copier", "Copy"),
    "cite.copied": ("Copié", "Copied"),
    "share.file": (
        "Cette page est un fichier : le lien marche pour qui a ce fichier. Envoyez les deux.",
        "This page is a file: the link works for those who have this file. Send both.",
    ),
    "share.end": (
        "Chez quelqu’un d’autre, le fichier est ailleurs : il faut l’ouvrir, puis coller ceci au"
        " bout de son adresse.",
        "On another machine the file lies elsewhere: open it, then paste this after its address.",
    ),
    "share.copy": ("Copier cette fin", "Copy this ending"),
    # without script
    "still.notice": (
        "Cette page se dessine avec JavaScript, qui est désactivé ici. Voici la même chose"
        " sans lui : une image fixe de toute la période et le tableau des liens.",
        "This page draws itself with JavaScript, which is switched off here. Here is the same"
        " without it: a still picture of the whole period and the table of ties.",
    ),
    "still.more": (
        "Ce sont les {n} premiers liens sur {all} ; la page avec JavaScript les montre tous.",
        "These are the first {n} of {all} ties; the page with JavaScript shows them all.",
    ),
    "still.apart": ("Hors de l’image : {text}.", "Not in the picture: {text}."),
    "version": ("Version des données", "Data version"),
}

PAGE_WORDS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        key: Words(_NO_BREAK.sub("\u00a0", fr), en)
        for texts in (_TEXTS, *PANE_TEXTS)
        for key, (fr, en) in texts.items()
    }
)
"""The words of the page by key."""


def counted(key: str, number: int, language: str) -> str:
    """Return the words of a number of things, as the page counts them: French zero is singular.

    >>> counted("ties", 0, "fr"), counted("ties", 0, "en"), counted("ties", 1888, "en")
    ('0 lien', '0 ties', '1,888 ties')
    """
    one = number < 2 if language == "fr" else number == 1
    return filled(f"{key}.{'one' if one else 'many'}", language, n=number)


def filled(key: str, language: str, **values: str | int) -> str:
    """Return the words of a key with what stands for each name in braces; numbers in groups.

    >>> filled("undated.among", "en", ties="12 ties", all=1888)
    '12 ties of 1,888'
    """
    text: str = getattr(PAGE_WORDS[key], language)
    for name, value in values.items():
        group = "\u202f" if language == "fr" else ","
        said = value if isinstance(value, str) else f"{value:,}".replace(",", group)
        text = text.replace(f"{{{name}}}", said)
    return text
