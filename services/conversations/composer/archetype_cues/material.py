"""The words for assistants who are given texts: extraction, classification, summary, translation."""

from collections.abc import Mapping

from services.conversations.composer.archetype_cues.cues import Cues, cues
from services.conversations.composer.archetype_rules.rule import LANGUAGE_NAMES, Archetype

_SPRACHE = """(deutsch|englisch|französisch|spanisch|italienisch|portugiesisch|niederländisch|polnisch|russisch
        |ukrainisch
    |türkisch|arabisch|chinesisch|japanisch|rumänisch|kroatisch|serbisch|griechisch|tschechisch|ungarisch|schwedisch
    |dänisch|persisch)"""
_MATERIAL = """(tickets?|e-?mails?|mails?|messages?|requests?|inquir*|enquir*|reviews?|comments?|feedback|posts?|calls?
    |tweets?)"""
_POST = "(tickets?|e-?mails?|mails?|nachrichten?|anfragen?|bewertungen?|kommentare?|rückmeldungen?|beiträge?|anrufe?)"

CUES: Mapping[Archetype, Cues] = {
    Archetype.EXTRACTION: cues(
        """extractor|(data|information) extract*|parser|(invoice|receipt|cv|resume|résumé) (reader|scanner|parser)
        |data entry (clerk|assistant|bot)|scraper|datenextrakt*|extraktor*|belegleser*|datenerfass*""",
        """extract(s|ed|ing)?|extraction
        |(pull|pulls|pulling|(?<!\\bi\\s)get|gets|grab|grabs|take|takes|copy|fish|collect|pick|read|reads) … (out of
        |from|off)
        |(turn|turns|convert|converts|transform|transforms|put) … into (a |valid )?(json|csv|spreadsheet|table|rows
        |structured data)
        |pars(e|es|ing) … (invoices?|receipts?|resumes?|cvs?|emails?|logs?|documents?|addresses)
        |(list|find) (all )?(the )?(names|dates|amounts|addresses)|scrap(e|es|ing)|extrahier*|extraktion*|auslesen
        |auszulesen|ausliest|herauszieh*|heraussuch*|herauslesen|rauszieh*|raussuch*|herausschreib*
        |(lies|liest|lese|lest|zieh|zieht|ziehe|hol|holt|hole|such|sucht|suche|schreib|schreibe|schreibt) … (aus
        |heraus|raus)
        |(mach*|wandle|verwandle) … (json|csv|tabelle)
        |(dates?|names|amounts?|totals?|suppliers?|phone numbers?|addresses|values|deadlines|prices|iban*
        |order numbers?|skills) (and \\w+ )?(from|out of|off|in) (each|every|all|these|this|those|any|incoming
        |scanned)|(get|gets|find|finds|give|gives|collect|note|list|lists|grab) (me )?(every|all|each
        |the) … (numbers?|names|dates|amounts?|addresses|deadlines?|prices|mentions|totals) … (in|from|that
        |of) … (mention*|*pdfs?|invoices?|letters?|mails?|emails?|documents?|texts?|contracts?|pages?|contains
        |receipts?|ads?)|list(s)? (every|all|each) … (mentions?|contains?|names)|(read|reads|reading
        |go through) … (receipts?|invoices?|forms?|letters?|bills?|scans?|pdfs?) … (fill|note|write down|enter
        |list|give me)|from (each|every) (\\w+ )?(invoice|receipt|cv|resume|letter|e-?mail|mail|contract|form|pdf
        |document|listing)
        |fill(s)? in … (date|amount|total|field|table|columns?|spreadsheet|form)|(name|namen|datum
        |betrag|beträge|termine|fristen|adressen|rechnungsnummer*|preise|summe|telefonnummern
        |absender) (und \\w+ )?aus (jede*|alle*|diese*|den|dem|der|einem|einer|*brief*|*rechnung*|mails|e-?mails
        |pdfs?|belegen|verträgen|*dokument*)|(trag*|übertrag*) … in (eine|die|meine) (tabelle|liste|excel*)""",
        """invoice (data|numbers?|fields|amounts)|key-value pairs?|form fields|rechnungs(daten|nummer|nummern|beträge)
        |structured data|strukturierte daten""",
        """invoices?|receipts?|forms?|amounts?|fields?|json|csv|iban|totals?|pdfs?|resumes?|cvs|business cards?
        |rechnung(en)?|belege?n?|quittung(en)?|beträge?n?|formular(e|en)?|felder|lebensläufe*|lieferschein*
        |kassenbon*|visitenkarte*""",
    ),
    Archetype.CLASSIFICATION: cues(
        """classifier|categori[sz]er|labell?er|(spam|content) (filter|moderator|detector)|spam-?filter|tagger|sorter
        |(ticket|mail|email) (router|sorter|classifier)|klassifikator*|klassifizierer*|sortierer*
        |(forum|comment|comments|chat|community|content) moderator|(kommentar|foren|forum)-?moderator*""",
        f"""classif(y|ies|ying|ication)|categori[sz](e|es|ing|ation)
        |(sort|sorts|sorting|split|splits|group|groups|divide|divides) … (into|by)|put … into (categories|groups
        |classes)|(nach|in) … (sortieren|einteilen)|labell?(s|ing)? … {_MATERIAL}
        |(label|tag|tags|mark|flag|sort|file|ordn|ordne|ordnet) … (as|als|nach)
        |(label|tag|tags|tagging|flag|flags|triage|triages|triaging|route|routes|routing|assign|assigns|sort|sorts
        |sorting|prioriti[sz]e*) (\\w+ )?(\\w+ )?{_MATERIAL}
        |(decide|decides|tell|tells|say|says|detect|detects|judge|check|checks) … (whether|if) … (spam|positive
        |urgent|negative|complaint|a scam|phishing|toxic)
        |triag(e|es|ing)|sentiment analysis|sentiment detection|(positive|spam),? or (negative|not|ham)|klassifizier*
        |kategorisier*|einordn*|zuordn*|zuzuordn*|zugeordnet|einzuordn*|einsortier*|vorsortier*|verschlagwort*
        |(ordn*|teil*) … (zu|ein)|(sortier*|teil*) … (in|nach|ein)|sortier* (\\w+ )?(\\w+ )?{_POST}
        |(entscheid*|erkenn*|sag*|prüf*|stell*) … ob … (spam|positiv|dringend|negativ|beschwerde|betrug)|triag*
        |^(yes|no)(/| or |,? )(no|yes)|say(s)? (yes|no) or (no|yes)|(yes/no|yes or no|ja/nein)(-| )(decision
        |answer|entscheidung)|moderat(e|es|ing|ion) … (comments?|posts?|forum*|chats?|messages?|content|group
        |uploads?)|content moderation|prioriti[sz](e|es|ing) (?!(my|our) (day|week|tasks?|to-?do))|(rate|rates
        |grade|grades|score|scores|rank|ranks) (each|every|all|the|incoming|these|our|\\w+) … (from|on a scale
        |as|out of|between) (\\d+|a|an|one|low|high|bad|good|zero)|(decide|decides|say|says|tell|tells|judge
        |judges|assess) … (how (urgent|serious|severe|important|likely|difficult)|which (team|department
        |category|level|group|queue|folder))|(decide|decides|judge|judges|determine|determines) (whether|if)
        |(put|puts|file|files|place|drop|sort) (each|every|all|them|incoming|new) … (in|into|under|to) (one of
        |the right|the correct|these|folders?)|which (\\w+ )?(department|team|category|folder|label|group|queue
        |bin) … (belong|belongs|go|goes|fits?)|(high|low|urgent|hoch),? (or |oder )?(medium|normal|mid
        |mittel),? (or |oder )?(low|high|niedrig|later)|moderier(e|en|t|st)? … (kommentar*|beiträge|forum*|chat*
        |gruppe|nachricht*)|priorisier*|(stuf|stufe|stuft|stufst) … ein|einstuf*|einzustuf*|(allowed|ok|okay|relevant
        |safe|acceptable) or not
        |^ja oder nein|(sag*
        |antwort*) (nur )?(mit )?ja oder nein|(entscheid|entscheide|entscheidet|entscheidest) … ob|(benote
        |benotet|bewert*) (jede*|alle|eingehende*) … (von|mit|auf) (\\d|eins|einer)|welche* (abteilung|kategorie
        |team|stufe|ordner|rubrik) … (gehör*|zuständig|passt)""",
        """labels?|categories|category|spam|ham|sentiment|intents|topic tags|kategorien?|schlagwörter*|etiketten?
        |stimmung""",
        "tickets?|tags?|urgent|class|classes|positive|negative|dringlichkeit|dringend|klassen|priorit*|sort|sortier*",
    ),
    Archetype.SUMMARY: cues(
        """summari[sz]er|note-?taker|minute-?taker|minutes (writer|secretary)|zusammenfasser*|protokollant*
        |protokollführ*|(document|meeting|text|contract|article) summari[sz]er""",
        """summ?[ae]r+i[sz](e|es|ed|ing)|sum(s|ming)? up|summ?[ae]ry|summaries|tl;?dr|tldr|condens(e|es|ing)
        |boil(s)? … down
        |short(er)? version of|kurzversion
        |recap|recaps|digest|abstract of|(meeting|board) minutes|minutes of|(take|write|draft|keep) (the )?minutes
        |shorten(s)? … (articles?|texts?|documents?|reports?|papers?|notes)
        |(executive|daily|weekly) (summary|briefing|digest)|key points (of|from)|(gist|essence) of|zusamm?en?fass?(en
        |ung|ungen|e|t|st)?
        |zusammenzufass*|zusammengefasst*|kurzfassung*|(fass|fasse|fasst|fassen) … zusammen
        |protokoll(e|iere|iert|ieren)? (von|der|des|aus)|protokollier*|(das )?wichtigste aus
        |(kürz|kürze|kürzt|verdicht|verdichte) … (artikel|text|texte|bericht|berichte|dokument*)
        |shorten(s|ing)? … (mails?|e-?mails?|threads?|chats?|transcripts?|letters?|posts?|messages?|minutes
        |stories)|overviews? of|(quick|short|brief|rough) (overview|rundown|outline) (of|from|over)
        |makes? (?!your|it|answers|the answer)(\\w+ )(\\w+ )?(\\w+ )?shorter|makes? (long) (\\w+ )?(\\w+ )?short|(key
        |main
        |most important|essential) points|(into|as) (\\w+ )?minutes|(turn|write|type)(s)? (up )?… (into|to
        |as) (\\w+ )?minutes|highlights (of|from)|(catch|catches) (me|us) up|takeaways (of|from)|(get|gets|give
        |gives) … the gist|kurzüberblick*|überblick (über|aus|zu)|(kernaussagen|kernpunkte|hauptpunkte
        |eckpunkte) (aus|von|der|des)|(das )?wichtigste (aus|von|der|in)|(kürz|kürze|kürzt|kürzen) … (mail|mails
        |e-?mails?|nachrichten|protokoll*|*brief*|beitr*)|mach*(?! … antwort*) … kürzer|(in|auf) (zwei|drei|vier|fünf
        |wenige
        |wenigen) (sätze*|punkte*|stichpunkte*|zeilen) … zusammen|eindampf*|herunterbrech*""",
        "meeting notes|takeaways?|minutes|besprechungsnotizen|sitzungsprotokoll*|protokoll|protokolle",
        """articles?|reports?|notes|papers?|transcripts?|contracts?|meetings?|shorten|artikel*|berichte?|notizen
        |verträge|sitzung*|kürz*""",
    ),
    Archetype.TRANSLATION: cues(
        """*translator|*(?<!python\\s)(?<!code\\s)(?<!java\\s)interpreter|locali[sz]er|*übersetzer|*übersetzerin
        |dolmetscher*|übersetzungs*""",
        f"""translat(e|es|ed|ing|ion|ions)|locali[sz](e|es|ing|ation)|into {LANGUAGE_NAMES}
        |from {LANGUAGE_NAMES} to {LANGUAGE_NAMES}
        |{LANGUAGE_NAMES} (\\w+ )?(to|->|→|-) {LANGUAGE_NAMES}|{LANGUAGE_NAMES}-to-{LANGUAGE_NAMES}|übersetz*
        |*übersetzung*|übertrag* … ins
        |ins (*ische|deutsche)n?|vom (*ischen|deutschen) ins|aus dem (*ischen|deutschen)|dolmetsch*
        |(deutsch|englisch|französisch|spanisch|italienisch)-(deutsch|englisch|französisch|spanisch|italienisch)
        |{LANGUAGE_NAMES}(-language)? (version|versions|edition) (of|for)|(version|versions
        |edition) (of … )?in {LANGUAGE_NAMES}|(put|puts|bring|brings|turn|turns|render|renders) … (in|into
        |to) (\\w+ )?{LANGUAGE_NAMES}|(give|gives|get|send|hand|read) (me |us )?(this|these|my|our|the) … (in
        |into) {LANGUAGE_NAMES}|(this|these) (\\w+ )?(\\w+ )?(in|into|to) {LANGUAGE_NAMES}|^(my|our
        |the) (\\w+ )?(\\w+ )?(in|into|to) {LANGUAGE_NAMES}|(bring*|mach*|gib*|gebt) … (auf|ins|in|gutes
        |sauberes) (gutes |gute |richtiges )?{_SPRACHE}|auf (gutes )?{_SPRACHE} (bringen|wiedergeben|bringt
        |gebracht)|{_SPRACHE}e (fassung|version|ausgabe)n?|(diese*|unsere?|meine?) (\\w+ )?auf {_SPRACHE}
        |(fassung|version) (von … |der … |des … )?(auf|in) {_SPRACHE}""",
        f"""subtitles?|untertitel*|^(?!answer|reply|respond|write|speak|talk|explain|always|only)\\w+ … (in
        |to) {LANGUAGE_NAMES},? please|bilingual|zweisprachig*
        |mother tongue
        |fremdsprache*""",
        """menus?|speisekarten?|interpret|interprets|languages?|sprachen""",
    ),
}
