"""The one column map: every table of `data/`, its columns and the properties they become.

Edit this map to change the shape of the data; everything else is generated from it or compared
with it (``datapackage.json``, ``data/README.md``, the checks, the shapes).

>>> TABLES["missions"].class_
'coop:Mission'
>>> TABLES["missions"].column("when").property
'coop:when'
"""

# ruff: noqa: E501 — one line a column or table reads better here than a wrapped one

from __future__ import annotations

from coopgraph.tables.columns import CellKind, Column, Table

__all__ = ["COLUMNS", "TABLES"]


def _column(
    name: str, kind: CellKind, property_: str, en: str, fr: str, example: str = "", **more: object
) -> Column:
    """Describe a column; the label and its explanation stand in one text, as `label: explanation`."""
    label_en, _, help_en = en.partition(": ")
    label_fr, _, help_fr = fr.partition(" : ")
    return Column(
        name,
        kind,
        property_,
        label_en,
        label_fr,
        help_en,
        help_fr,
        example,
        **more,  # type: ignore[arg-type]  # checked by the dataclass's own annotations at each call below
    )


_ACTIVITIES = ("missions", "projects")
_WORKS = ("missions", "projects", "agreements", "programmes", "outcomes")

_ALL = (
    _column("id", "id", "", "id: frozen, never used again", "identifiant : figé, jamais réutilisé", "mission-dune-2031", required=True),
    # what a record is called and what it is
    _column("kind", "concept", "coop:hasKind", "kind: a concept of the scheme", "genre : un concept du schéma", "working-visit", required=True),
    _column("name_fr", "label", "skos:prefLabel", "name (fr): as the body itself writes it", "nom (fr) : tel que l’organisme l’écrit", "Technopole des Dunes", required=True),
    _column("name_en", "label", "skos:prefLabel", "name (en): empty where none is in use", "nom (en) : vide si aucun n’est en usage", "Dunes Technopole"),
    _column("title_fr", "label", "skos:prefLabel", "title (fr): a short title in French", "titre (fr) : un titre court en français", "Mission aux Dunes", required=True),
    _column("title_en", "label", "skos:prefLabel", "title (en): a short title in English", "titre (en) : un titre court en anglais", "Mission to the Dunes", required=True),
    _column("label_fr", "label", "skos:prefLabel", "label (fr): the concept in French", "libellé (fr) : le concept en français", "Secteur maritime", required=True),
    _column("label_en", "label", "skos:prefLabel", "label (en): the concept in English", "libellé (en) : le concept en anglais", "Maritime sector", required=True),
    _column("note_fr", "label", "skos:note", "note (fr): what a reader should know", "note (fr) : ce que le lecteur doit savoir"),
    _column("note_en", "label", "skos:note", "note (en): what a reader should know", "note (en) : ce que le lecteur doit savoir"),
    _column("inferred", "columns", "coop:inferredProperty", "inferred: columns that the curator deduced", "déduit : colonnes que le curateur a déduites", "when place"),
    # time and state
    _column("when", "edtf", "coop:when", "when: EDTF, as vague as the source", "date : EDTF, aussi vague que la source", "2018-23"),
    _column("published", "edtf", "coop:when", "published: date of publication, EDTF", "publication : date de publication, EDTF", "2031-08-13"),
    _column("existence", "edtf", "coop:when", "existence: from its founding to its end, EDTF", "existence : de la création à la fin, EDTF", "1999/.."),
    _column("opens", "edtf", "coop:openingDate", "opens: first day of a call, EDTF", "ouverture : premier jour d’un appel, EDTF", "2031-01-15"),
    _column("closes", "edtf", "coop:closingDate", "closes: last day of a call, EDTF", "clôture : dernier jour d’un appel, EDTF", "2031-03-31"),
    _column("announced_on", "edtf", "coop:announcedOn", "announced on: when it was made public, EDTF", "annonce : quand cela a été rendu public, EDTF", "2031-02-10"),
    _column("status", "concept", "coop:hasStatus", "status: as the source says it", "état : tel que la source le dit", "completed"),
    _column("status_as_of", "day", "coop:statusAsOf", "status as of: the day on which the source speaks", "état au : jour où la source parle", "2031-08-13"),
    _column("checked_on", "day", "coop:checkedOn", "checked on: day of the check", "vérifié le : jour de la vérification", "2031-09-01"),
    # where and whose
    _column("place", "ref", "coop:locatedIn", "place: where it is", "lieu : où cela se trouve", "port-dune", tables=("places",)),
    _column("within", "ref", "coop:within", "within: the larger place", "dans : le lieu qui le contient", "pays-dune", tables=("places",)),
    _column("side", "concept", "coop:onSide", "side: shore of the ocean", "rive : côté de l’océan", "quebec", scheme="side"),
    _column("latitude", "decimal", "coop:latitude", "latitude: degrees north, WGS 84", "latitude : degrés nord, WGS 84", "48.39"),
    _column("longitude", "decimal", "coop:longitude", "longitude: degrees east, WGS 84", "longitude : degrés est, WGS 84", "-4.48"),
    _column("coordinates_source", "ref", "coop:coordinatesSource", "coordinates source: where the coordinates come from", "source des coordonnées : d’où elles viennent", "gazetteer", tables=("sources",)),
    _column("part_of", "ref", "coop:partOf", "part of: the whole of which it is a part", "partie de : le tout dont c’est une partie", "mission-dune-2031"),
    _column("url", "url", "coop:url", "address: a public web page", "adresse : une page web publique", "https://example.org/page"),
    # sources and citations
    _column("title", "text", "dct:title", "title: as printed, in the language of the source", "titre : tel qu’imprimé, dans la langue de la source", "Des nouvelles des Dunes", required=True),
    _column("publisher", "text", "coop:publisherName", "publisher: who publishes it", "éditeur : qui le publie", "Gazette des Dunes"),
    _column("author", "text", "coop:authorName", "author: who signs it", "auteur : qui le signe", "Ada Exemple"),
    _column("language", "language", "coop:languageTag", "language: BCP 47 tag", "langue : étiquette BCP 47", "fr"),
    _column("copy_of", "ref", "coop:copyOf", "copy of: the source whose text it repeats; no second witness", "copie de : la source dont elle répète le texte ; ce n’est pas un second témoin", "depeche-dune", tables=("sources",)),
    _column("interested_party", "boolean", "coop:interestedParty", "interested party: true where the publisher takes part in what it reports", "partie prenante : true si l’éditeur prend part à ce qu’il rapporte", "true"),
    _column("record", "ref", "coop:describes", "record: the row of any table that is spoken of", "fiche : la ligne, de n’importe quelle table, dont il est question", "mission-dune-2031", required=True),
    _column("source", "ref", "dct:source", "source: where it is said", "source : où cela est dit", "gazette-2031-08-13", tables=("sources",), required=True),
    _column("locator", "text", "coop:locator", "locator: paragraph, heading, table row; never a quotation", "localisation : paragraphe, titre, ligne de tableau ; jamais une citation", "§ 5", required=True),
    _column("column", "column", "coop:citedProperty", "column: the one column that is meant; empty for the whole row", "colonne : la seule colonne visée ; vide pour toute la ligne", "when"),
    # names, identifiers, themes
    _column("name", "text", "coop:nameText", "name: as written in the source", "nom : tel qu’écrit dans la source", "Technopole de la Dune", required=True),
    _column("scheme", "concept", "coop:identifierScheme", "scheme: who gives the identifier", "schéma : qui attribue l’identifiant", "wikidata", scheme="identifier-scheme", required=True),
    _column("value", "text", "coop:value", "value: as given", "valeur : telle que donnée", "308"),
    _column("broader", "ref", "skos:broader", "broader: the wider theme", "générique : le thème plus large", "secteur-maritime", tables=("themes",)),
    _column("theme", "ref", "coop:hasTheme", "theme: what it is about", "thème : de quoi il s’agit", "secteur-maritime", tables=("themes",), required=True),
    # agreements
    _column("agreement", "ref", "coop:inAgreement", "agreement: the agreement concerned", "accord : l’accord concerné", "accord-dune", tables=("agreements",), required=True),
    _column("amends", "ref", "coop:amends", "amends: the agreement that it changes", "modifie : l’accord qu’il modifie", "accord-dune", tables=("agreements",)),
    _column("replaces", "ref", "coop:replaces", "replaces: the agreement whose place it takes", "remplace : l’accord dont il prend la place", "accord-dune", tables=("agreements",)),
    _column("renews", "ref", "coop:renews", "renews: the agreement that it continues", "renouvelle : l’accord qu’il prolonge", "accord-dune", tables=("agreements",)),
    _column("batch", "boolean", "coop:batch", "batch: true where one row stands for several that the source does not name", "lot : true si une ligne en représente plusieurs que la source ne nomme pas", "true"),
    _column("count", "integer", "coop:count", "count: how many, where the source says it", "nombre : combien, si la source le dit", "3"),
    _column("signing", "ref", "coop:inSigning", "signing: the act of signing", "signature : l’acte de signature", "accord-dune.signing.1", tables=("signings",), required=True),
    _column("person", "ref", "coop:hasPerson", "person: who", "personne : qui", "ada-exemple", tables=("actors",), required=True),
    _column("on_behalf_of", "ref", "coop:onBehalfOf", "on behalf of: the body that the person signs for", "pour le compte de : l’organisme pour lequel la personne signe", "technopole-dune", tables=("actors",)),
    _column("role_fr", "label", "coop:roleTitle", "role (fr): title of the office", "fonction (fr) : titre de la fonction", "directrice"),
    _column("role_en", "label", "coop:roleTitle", "role (en): title of the office", "fonction (en) : titre de la fonction", "director"),
    _column("actor", "ref", "coop:hasActor", "actor: person or organisation", "acteur : personne ou organisation", "technopole-dune", tables=("actors",), required=True),
    # missions, projects, programmes
    _column("under", "ref", "coop:underAgreement", "under: the agreement that it carries out", "au titre de : l’accord qu’il met en œuvre", "accord-dune", tables=("agreements",)),
    _column("funded_by", "ref", "coop:fundedBy", "funded by: fund, programme or call", "financé par : fonds, programme ou appel", "fonds-dune", tables=("programmes",)),
    _column("series", "text", "coop:series", "series: of numbered sessions or meetings", "série : de sessions ou rencontres numérotées", "commission-dune"),
    _column("number", "integer", "coop:number", "number: in the series", "numéro : dans la série", "7"),
    _column("activity", "ref", "coop:inActivity", "activity: mission or project", "activité : mission ou projet", "mission-dune-2031", tables=_ACTIVITIES, required=True),
    _column("role", "concept", "coop:hasRole", "role: part played in the activity", "rôle : part prise à l’activité", "organiser", scheme="participation-role", required=True),
    _column("as_fr", "label", "coop:roleTitle", "as (fr): the role in the words of the source", "en qualité de (fr) : le rôle dans les mots de la source", "maîtresse d’ouvrage"),
    _column("as_en", "label", "coop:roleTitle", "as (en): the role in the words of the source", "en qualité de (en) : le rôle dans les mots de la source", "project owner"),
    _column("ordinal", "integer", "coop:number", "ordinal: number of the call", "rang : numéro de l’appel", "4"),
    _column("programme", "ref", "coop:inProgramme", "programme: fund, programme or call", "programme : fonds, programme ou appel", "fonds-dune", tables=("programmes",), required=True),
    # money and figures
    _column("funder", "ref", "coop:hasFunder", "funder: the body that gives the money", "financeur : l’organisme qui donne l’argent", "ministere-dune", tables=("actors",)),
    _column("recipient", "ref", "coop:hasRecipient", "recipient: who is paid", "bénéficiaire : qui est payé", "technopole-dune", tables=("actors",)),
    _column("amount", "decimal", "coop:amount", "amount: in the currency of the source, never converted", "montant : dans la monnaie de la source, jamais converti", "12000"),
    _column("currency", "currency", "coop:currency", "currency: ISO 4217", "monnaie : ISO 4217", "CAD"),
    _column("currency_certain", "boolean", "coop:currencyCertain", "currency certain: false for a bare “$”", "monnaie certaine : false pour un « $ » seul", "false"),
    _column("per", "concept", "coop:perPeriod", "per: what the amount is for", "par : ce que couvre le montant", "year", scheme="budget-period"),
    _column("part_of_total", "boolean", "coop:partOfTotal", "part of a total: true where another row gives the total", "part d’un total : true si une autre ligne donne le total", "true"),
    _column("what_fr", "label", "coop:measure", "what (fr): the thing counted or measured", "quoi (fr) : ce qui est compté ou mesuré", "participants"),
    _column("what_en", "label", "coop:measure", "what (en): the thing counted or measured", "quoi (en) : ce qui est compté ou mesuré", "participants"),
    _column("announced", "boolean", "coop:announced", "announced: true where it was only foretold", "annoncé : true si ce n’était qu’une annonce", "true"),
    _column("unit", "text", "coop:unit", "unit: of the value", "unité : de la valeur", "persons"),
    _column("qualifier", "concept", "coop:hasQualifier", "qualifier: how exact the value is", "qualificatif : exactitude de la valeur", "at-least", scheme="figure-qualifier"),
    # persons in office, outcomes, what came of what
    _column("organisation", "ref", "coop:inOrganisation", "organisation: where the office is held", "organisation : où la fonction est exercée", "technopole-dune", tables=("actors",), required=True),
    _column("of", "ref", "coop:resultsFrom", "of: what it came out of", "issu de : ce dont il résulte", "mission-dune-2031", tables=_WORKS),
    _column("outcome", "ref", "coop:inOutcome", "outcome: the outcome concerned", "résultat : le résultat concerné", "contrat-dune", tables=("outcomes",), required=True),
    _column("subject", "ref", "coop:hasSubject", "subject: first record of the relation", "sujet : première fiche de la relation", "mission-dune-2031", required=True),
    _column("predicate", "concept", "coop:hasPredicate", "predicate: the kind of relation", "prédicat : la nature de la relation", "led-to", required=True),
    _column("object", "ref", "coop:hasObject", "object: second record of the relation", "objet : seconde fiche de la relation", "accord-dune", required=True),
    _column("former", "ref", "coop:hasFormer", "former: the body that was", "ancien : l’organisme d’avant", "technopole-dune", tables=("actors", "places", "programmes"), required=True),
    _column("latter", "ref", "coop:hasLatter", "latter: the body that came of it", "nouveau : l’organisme d’après", "technopole-dune-sud", tables=("actors", "places", "programmes"), required=True),
    # disputes, claims, matches, imports, withdrawals
    _column("question_fr", "label", "coop:question", "question (fr): what the sources say differently", "question (fr) : ce que les sources disent différemment", "Date de la mission aux Dunes"),
    _column("question_en", "label", "coop:question", "question (en): what the sources say differently", "question (en) : ce que les sources disent différemment", "Date of the mission to the Dunes"),
    _column("dispute", "ref", "coop:inDispute", "dispute: the question that the claim answers", "désaccord : la question à laquelle l’assertion répond", "mission-dune-2031.dispute.1", tables=("disputes",)),
    _column("standing", "concept", "coop:hasStanding", "standing: retained, not retained, undecided", "sort : retenue, non retenue, indécise", "undecided", scheme="standing", required=True),
    _column("reason_fr", "label", "coop:reason", "reason (fr): why", "raison (fr) : pourquoi"),
    _column("reason_en", "label", "coop:reason", "reason (en): why", "raison (en) : pourquoi"),
    _column("table", "table", "", "table: where the row stood", "table : où se trouvait la ligne", "missions", required=True),
    _column("replaced_by", "ref", "dct:isReplacedBy", "replaced by: the row that takes its place", "remplacée par : la ligne qui prend sa place", "mission-dune-2032"),
    _column("subject_id", "text", "", "subject: first record, or IRI", "sujet : première fiche, ou IRI", "technopole-dune", required=True),
    _column("predicate_id", "text", "", "predicate: skos:exactMatch, owl:differentFrom …", "prédicat : skos:exactMatch, owl:differentFrom…", "skos:exactMatch", required=True),
    _column("object_id", "text", "", "object: second record, or IRI", "objet : seconde fiche, ou IRI", "technopole-de-la-dune", required=True),
    _column("mapping_justification", "text", "", "justification: SEMAPV term", "justification : terme SEMAPV", "semapv:ManualMappingCuration", required=True),
    _column("confidence", "decimal", "", "confidence: from 0 to 1", "confiance : de 0 à 1", "0.9"),
    _column("author_label", "text", "", "author: role of who decided", "auteur : rôle de qui a décidé", "curator"),
    _column("mapping_date", "day", "", "date: of the decision", "date : de la décision", "2031-09-01"),
    _column("origin", "text", "", "origin: the file it came from, without its ending", "origine : le fichier d’où cela vient, sans son extension", "dossier-dune", required=True),
    _column("key", "text", "", "key: the list and the id that it has there", "clé : la liste et l’identifiant qu’il y porte", "missions/mission-dune", required=True),
    _column("digest", "text", "", "digest: SHA-256 of what the file says", "empreinte : SHA-256 de ce que dit le fichier", required=True),
)  # fmt: skip

COLUMNS: dict[str, Column] = {column.name: column for column in _ALL}


def _table(
    name: str, segment: str, class_: str, en: str, fr: str, columns: str, **special: Column
) -> tuple[str, Table]:
    """Describe a table; `columns` names its columns, a `!` marks one that may not be empty.

    `special` replaces a column that differs in this table. A segment in brackets marks a link
    table. Every table ends with the two notes and the names of inferred columns.
    """
    label_en, _, help_en = en.partition(": ")
    label_fr, _, help_fr = fr.partition(" : ")
    made = []
    for word in ("id", *columns.split(), "note_fr", "note_en", "inferred"):
        column = special.get(word.rstrip("!"), COLUMNS[word.rstrip("!")])
        made.append(column.with_(required=True) if word.endswith("!") else column)
    link = segment.startswith("(")
    table = Table(
        name, segment.strip("()"), class_, link, label_en, label_fr, help_en, help_fr, tuple(made)
    )
    return name, table


def _kind(scheme: str, example: str) -> Column:
    return COLUMNS["kind"].with_(scheme=scheme, example=example)


def _status(scheme: str, example: str, *, required: bool = True) -> Column:
    return COLUMNS["status"].with_(scheme=scheme, example=example, required=required)


def _within(*tables: str) -> Column:
    return COLUMNS["part_of"].with_(tables=tables)


_VENUE = COLUMNS["place"].with_(property="coop:takesPlaceIn")

TABLES: dict[str, Table] = dict(
    (
        _table("sources", "source", "coop:Source", "Sources: public pages and documents", "Sources : pages et documents publics", "title url publisher author published language! kind copy_of interested_party", kind=_kind("source-kind", "news")),
        _table("citations", "citation", "coop:Citation", "Citations: which source says what, and where in it", "Renvois : quelle source dit quoi, et à quel endroit", "record source locator column", record=COLUMNS["record"].with_(property="^prov:wasDerivedFrom")),
        _table("places", "place", "coop:Place", "Places: cities, regions, countries", "Lieux : villes, régions, pays", "kind name_fr name_en within side! existence latitude longitude coordinates_source", kind=_kind("place-kind", "city")),
        _table("actors", "actor", "coop:Actor", "Actors: persons in an official or professional capacity, and organisations", "Acteurs : personnes à titre officiel ou professionnel, et organisations", "kind name_fr name_en place side! part_of existence url", kind=_kind("actor-kind", "company"), part_of=_within("actors")),
        _table("names", "(name)", "coop:Name", "Names: former, alternative and short names, with their dates", "Noms : anciens noms, variantes et sigles, avec leurs dates", "record name language kind when", kind=_kind("name-kind", "former")),
        _table("identifiers", "(identifier)", "coop:Identifier", "Identifiers: in other registers, checked by a person", "Identifiants : dans d’autres registres, vérifiés par une personne", "record scheme value! checked_on"),
        _table("themes", "theme", "skos:Concept", "Themes: what the cooperation is about", "Thèmes : ce sur quoi porte la coopération", "label_fr label_en broader"),
        _table("subjects", "(subject)", "coop:Subject", "Subjects: which record is about which theme", "Sujets : quelle fiche porte sur quel thème", "record theme"),
        _table("agreements", "agreement", "coop:Agreement", "Agreements: ententes, declarations, twinnings …", "Accords : ententes, déclarations, jumelages…", "kind title_fr title_en part_of amends replaces renews status status_as_of batch count", kind=_kind("agreement-kind", "entente"), part_of=_within("agreements", "missions", "programmes"), status=_status("agreement-status", "in-force", required=False)),
        _table("signings", "(signing)", "coop:Signing", "Signings: when and where an agreement was signed", "Signatures : quand et où un accord a été signé", "agreement kind when place", place=_VENUE, kind=_kind("signing-kind", "signed").with_(required=False), agreement=COLUMNS["agreement"].with_(property="coop:signs")),
        _table("signatories", "(signature)", "coop:Signature", "Signatories: who signed, for whom", "Signataires : qui a signé, pour qui", "signing person on_behalf_of role_fr role_en"),
        _table("terms", "(term)", "coop:TermOfForce", "Terms: when an agreement is in force, for each side if they differ", "Périodes de vigueur : quand un accord est en vigueur, par rive si elles diffèrent", "agreement when! side"),
        _table("parties", "(party)", "coop:Party", "Parties: who is bound by an agreement", "Parties : qui est lié par un accord", "agreement actor"),
        _table("missions", "mission", "coop:Mission", "Missions: visits, missions, sessions, conferences", "Missions : visites, missions, sessions, colloques", "kind title_fr title_en when status status_as_of part_of under funded_by series number batch count", kind=_kind("mission-kind", "working-visit"), part_of=_within(*_ACTIVITIES), status=_status("status", "completed")),
        _table("projects", "project", "coop:Project", "Projects: work done together over time", "Projets : travaux menés ensemble dans la durée", "title_fr title_en when status status_as_of part_of under funded_by batch count", part_of=_within(*_ACTIVITIES), status=_status("status", "completed")),
        _table("participations", "(participation)", "coop:Participation", "Participations: who took which part in a mission or project", "Participations : qui a pris quelle part à une mission ou un projet", "activity actor role as_fr as_en"),
        _table("venues", "(venue)", "coop:Venue", "Venues: where a mission or project took place", "Lieux d’activité : où s’est tenue une mission ou un projet", "activity place!", place=_VENUE),
        _table("programmes", "programme", "coop:Programme", "Programmes: funds, programmes and calls", "Programmes : fonds, programmes et appels", "kind title_fr title_en when opens closes part_of ordinal", kind=_kind("programme-kind", "call"), part_of=_within("programmes")),
        _table("operators", "(operator)", "coop:Operation", "Operators: who runs a programme", "Opérateurs : qui gère un programme", "programme actor"),
        _table("awards", "(award)", "coop:Award", "Awards: money given to an activity or an actor", "Aides : argent accordé à une activité ou un acteur", "programme funder activity recipient amount currency currency_certain side kind qualifier part_of_total when", kind=_kind("money-kind", "committed").with_(required=False), programme=COLUMNS["programme"].with_(required=False), activity=COLUMNS["activity"].with_(required=False)),
        _table("budgets", "(budget)", "coop:Budget", "Budgets: money set aside, costs, values, loans", "Budgets : argent réservé, coûts, valeurs, prêts", "record kind amount! currency! currency_certain side funder per qualifier part_of_total when", record=COLUMNS["record"].with_(tables=("programmes", "actors", "agreements", "missions", "projects", "outcomes", "relations"), example="fonds-dune"), kind=_kind("money-kind", "budget")),
        _table("roles", "role", "coop:RoleHolding", "Roles: who holds which office where", "Fonctions : qui exerce quelle fonction, et où", "person organisation role_fr! role_en! when"),
        _table("attestations", "(attestation)", "coop:Attestation", "Attestations: days on which a source shows it so", "Attestations : jours où une source le montre ainsi", "record when!"),
        _table("outcomes", "outcome", "coop:Outcome", "Outcomes: what came of it, “nothing” included", "Résultats : ce qui en est sorti, y compris « rien »", "kind title_fr title_en when announced_on of place status status_as_of batch count", kind=_kind("outcome-kind", "contract"), status=_status("outcome-status", "achieved")),
        _table("beneficiaries", "(beneficiary)", "coop:Benefit", "Beneficiaries: whom an outcome concerns", "Bénéficiaires : qui un résultat concerne", "outcome actor"),
        _table("sequences", "(sequence)", "coop:Sequence", "Sequences: what led to what, what only followed", "Enchaînements : ce qui a conduit à quoi, ce qui n’a fait que suivre", "subject predicate object", predicate=COLUMNS["predicate"].with_(scheme="sequence")),
        _table("successions", "(succession)", "coop:Succession", "Successions: renamed, merged, split, replaced bodies", "Successions : organismes renommés, fusionnés, scindés, remplacés", "former latter when kind", kind=_kind("succession-kind", "renamed")),
        _table("figures", "(figure)", "coop:Figure", "Figures: counts and sizes, as the source gives them", "Chiffres : nombres et tailles, tels que la source les donne", "record what_fr what_en value! unit qualifier announced part_of_total side when", value=COLUMNS["value"].with_(property="coop:numericValue")),
        _table("relations", "(relation)", "coop:Relation", "Relations: what fits no other table", "Relations : ce qui n’entre dans aucune autre table", "subject predicate object when", predicate=COLUMNS["predicate"].with_(scheme="relation", example="twinned-with")),
        _table("disputes", "dispute", "coop:Dispute", "Disputes: questions that sources answer differently", "Désaccords : questions auxquelles les sources répondent différemment", "question_fr! question_en!"),
        _table("concerns", "(concern)", "coop:Concern", "Concerns: which records a dispute is about", "Objets : sur quelles fiches porte un désaccord", "dispute! record"),
        _table("claims", "claim", "coop:Claim", "Claims: values that sources contest", "Assertions : valeurs que les sources contestent", "record dispute column value! standing reason_fr reason_en", record=COLUMNS["record"].with_(required=False), column=COLUMNS["column"].with_(property="coop:claimedProperty"), value=COLUMNS["value"].with_(property="coop:claimedValue")),
        _table("matches", "", "", "Matches: decisions on what is the same, SSSOM", "Rapprochements : décisions sur ce qui est identique, SSSOM", "subject_id predicate_id object_id mapping_justification confidence author_label mapping_date"),
        _table("imports", "", "", "Imports: what was read from which file, so that reading it again changes nothing", "Importations : ce qui a été lu de quel fichier, pour que le relire ne change rien", "origin key digest record", record=COLUMNS["record"].with_(property="", required=False)),
        _table("withdrawals", "", "coop:WithdrawnRecord", "Withdrawals: ids of rows that were wrong", "Retraits : identifiants des lignes erronées", "table replaced_by reason_fr! reason_en!"),
    )
)  # fmt: skip
