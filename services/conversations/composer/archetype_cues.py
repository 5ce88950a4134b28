"""The words by which an archetype is told, in English and German."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from services.conversations.composer.archetype_rules.rule import Archetype, words


@dataclass(frozen=True, slots=True)
class Cues:
    """Words that speak for an archetype, from the surest to the vaguest."""

    roles: re.Pattern[str]  # who does nothing else
    deeds: re.Pattern[str]  # what nobody else does
    things: re.Pattern[str]  # what it is mostly about
    hints: re.Pattern[str]  # what fits it, and others too


def _cues(roles: str, deeds: str, things: str, hints: str) -> Cues:
    """Return the cues; the texts run over several lines, each of which begins with a bar."""
    return Cues(*(words("".join(re.split(r"\n *", text)).strip("|")) for text in (roles, deeds, things, hints)))


_LEARNERS = """(daughter|son|kid|kids|child|children|pupil*|student*|learner*|nephew|niece|grandson|granddaughter
    |classmate*)"""
_LERNENDE = "(tochter|sohn|kind|kinder|kindern|schüler*|lernend*|studierend*|enkel*|neffe*|nichte*)"
_SCHOOL = "(learn|understand|study|revise|homework|exam*|maths?|algebra|fractions?|vocabulary|grammar|spelling)"
_LANGUAGE = """(english|german|french|spanish|italian|portuguese|dutch|polish|russian|ukrainian|turkish|arabic|chinese
    |mandarin|japanese|korean|swedish|danish|norwegian|finnish|greek|czech|hungarian|romanian|hindi|hebrew|swahili|latin
    |vietnamese|croatian|swiss german|plain german)"""
_MATERIAL = """(tickets?|e-?mails?|mails?|messages?|requests?|inquir*|enquir*|reviews?|comments?|feedback|posts?|calls?
    |tweets?)"""
_POST = "(tickets?|e-?mails?|mails?|nachrichten?|anfragen?|bewertungen?|kommentare?|rückmeldungen?|beiträge?|anrufe?)"
_PROGRAMS = """(code|script|scripts|sql|python|javascript|typescript|java|rust|golang|c#|c\\+\\+|php|ruby
    |kotlin|swift|bash
    |html|css|react|django|regex*|api|apis|pull requests?|unit tests?|stack ?trace*|compiler|codebase|repo|repositor*
    |function|functions|algorithm*|programm|programme|skript|skripte|quellcode|funktionen|datenbankabfrage*|shell
        |docker*
    |kubernetes|web ?app|excel formula*|excel-formel*|macro|macros|makro|makros|java ?script|dockerfile*|quelltext*)"""
_HABITS = """(get up|getting up|wake up|waking up|stop|quit|quitting|lose weight|exercise|exercising|run|running|focus
    |sleep|sleeping|procrastinat*|motivated|habit|habits|confident|confidence|meditat*|fit|drink less|drink more
    |work ?out|smoking|marathon|a better job|self-discipline|work-life balance|public speaking|resolutions?)"""
_GEWOHNHEITEN = """(aufstehen|aufzustehen|aufwachen|abnehmen|abzunehmen|aufhören|aufzuhören|dranbleiben
    |dranzubleiben|rauchen
    |joggen|laufen|sport|schlafen|gewohnheit*|ausdauer|fit|gelassen*|meditier*|selbstbewusst*|motivation|motiviert|ziele
    |aufschieb*|vorsätze*|marathon|selbstdisziplin)"""

CUES: Mapping[Archetype, Cues] = {
    Archetype.SUPPORT: _cues(
        """(customer )?support (agent|assistant|bot|chatbot|rep|representative|specialist|staff|hotline|desk|team)
        |customer (service|support|care|success)*|help ?desk*|service ?desk|call cent(er|re)*
        |complaints? (handler|desk|department)|tech(nical)? support*|it support*|support|receptionist*
        |*kundenservice*|kundendienst*|kundenbetreu*|kundenberat*|kundensupport*|support-*|hotline*
        |beschwerde(stelle|management|abteilung)|servicemitarbeit*|service-*|callcenter*""",
        """(reply|replies|replying|respond*|answer*|help*|deal*|assist*|write back|calm*|handl*
        |look* after) … (customers?|clients?|shoppers?|buyers?|complain*)
        |(handl*|resolv*|process|processes|deal* with|look* after|answer*) … (complaints?|refunds?|support (tickets?
        |requests?)|returns)
        |(antwort*|beantwort*|hilf|hilft|helf*|betreu*|bearbeit*|reagier*|schreib* … zurück) … (kund*|käufer*
        |beschwerde*|reklamation*|supportanfrage*|support-*)
        |(kund*|beschwerde*|reklamation*|supportanfrage*|support-*) … (antwort*|beantwort*|hilf|hilft|helf*
        |zu helfen|betreu*|bearbeit*|beruhig*)
        |troubleshoot*""",
        """customer (emails?|mails?|service|support|care|complaints?|inquir*|enquir*|requests?|queries|problems?)
        |complaints?|help ?desk|angry (customers?|clients?|guests?)|unhappy (customers?|clients?|guests?)|refunds?
        |(late|lost|missing|damaged) (parcels?|packages?|orders?|deliver*)|support tickets?|tech support|kundenmails?
        |kundenanfrage*|kundenservice|kundendienst|kundensupport|beschwerde|beschwerden|reklamation*|retoure*
        |(verspätete|verlorene|beschädigte|fehlende)*n? (pakete*|sendung*|bestellung*|lieferung*)""",
        """customers?|clients?|tickets?|parcels?|returns|warranty|warranties|support|router|passwords?
        |kund(e|en|in|innen)|pakete*|bestellung*|garantie*|passwort*|passwörter*|störung*""",
    ),
    Archetype.EXTRACTION: _cues(
        """extractor|(data|information) extract*|parser|(invoice|receipt|cv|resume|résumé) (reader|scanner|parser)
        |data entry (clerk|assistant|bot)|scraper|datenextrakt*|extraktor*|belegleser*|datenerfass*""",
        """extract(s|ed|ing)?|extraction
        |(pull|pulls|pulling|get|gets|grab|grabs|take|takes|copy|fish|collect|pick|read|reads) … (out of|from|off)
        |(turn|turns|convert|converts|transform|transforms|put) … into (a |valid )?(json|csv|spreadsheet|table|rows
        |structured data)
        |pars(e|es|ing) … (invoices?|receipts?|resumes?|cvs?|emails?|logs?|documents?|addresses)
        |(list|find) (all )?(the )?(names|dates|amounts|addresses)|scrap(e|es|ing)|extrahier*|extraktion*|auslesen
        |auszulesen|ausliest|herauszieh*|heraussuch*|herauslesen|rauszieh*|raussuch*|herausschreib*
        |(lies|liest|lese|lest|zieh|zieht|ziehe|hol|holt|hole|such|sucht|suche|schreib|schreibe|schreibt) … (aus
        |heraus|raus)
        |(mach*|wandle|verwandle) … (json|csv|tabelle)""",
        """invoice (data|numbers?|fields|amounts)|key-value pairs?|form fields|rechnungs(daten|nummer|nummern|beträge)
        |structured data|strukturierte daten""",
        """invoices?|receipts?|forms?|amounts?|fields?|json|csv|iban|totals?|pdfs?|resumes?|cvs|business cards?
        |rechnung(en)?|belege?n?|quittung(en)?|beträge?n?|formular(e|en)?|felder|lebensläufe*|lieferschein*
        |kassenbon*|visitenkarte*""",
    ),
    Archetype.CLASSIFICATION: _cues(
        """classifier|categori[sz]er|labell?er|(spam|content) (filter|moderator|detector)|spam-?filter|tagger|sorter
        |(ticket|mail|email) (router|sorter|classifier)|klassifikator*|klassifizierer*|sortierer*""",
        f"""classif(y|ies|ying|ication)|categori[sz](e|es|ing|ation)
        |(sort|sorts|sorting|split|splits|group|groups|divide|divides) … (into|by)|put … into (categories|groups
        |classes)|(nach|in) … (sortieren|einteilen)|labell?(s|ing)? … {_MATERIAL}
        |label … as
        |(label|tag|tags|tagging|flag|flags|triage|triages|triaging|route|routes|routing|assign|assigns|sort|sorts
        |sorting|prioriti[sz]e*) (\\w+ )?(\\w+ )?{_MATERIAL}
        |(decide|decides|tell|tells|say|says|detect|detects|judge|check|checks) … (whether|if) … (spam|positive
        |urgent|negative|complaint|a scam|phishing|toxic)
        |triag(e|es|ing)|sentiment analysis|sentiment detection|(positive|spam),? or (negative|not|ham)|klassifizier*
        |kategorisier*|einordn*|zuordn*|zuzuordn*|zugeordnet|einzuordn*|einsortier*|vorsortier*|verschlagwort*
        |(ordn*|teil*) … (zu|ein)|(sortier*|teil*) … (in|nach|ein)|sortier* (\\w+ )?(\\w+ )?{_POST}
        |(entscheid*|erkenn*|sag*|prüf*|stell*) … ob … (spam|positiv|dringend|negativ|beschwerde|betrug)|triag*""",
        """labels?|categories|category|spam|ham|sentiment|intents|topic tags|kategorien?|schlagwörter*|etiketten?
        |stimmung""",
        "tickets?|tags?|urgent|class|classes|positive|negative|dringlichkeit|dringend|klassen|priorit*|sort|sortier*",
    ),
    Archetype.SUMMARY: _cues(
        """summari[sz]er|note-?taker|minute-?taker|minutes (writer|secretary)|zusammenfasser*|protokollant*
        |protokollführ*|(document|meeting|text|contract|article) summari[sz]er""",
        """summari[sz](e|es|ed|ing)|sum(s|ming)? up|summary|summaries|tl;?dr|tldr|condens(e|es|ing)|boil(s)? … down
        |short(er)? version of|kurzversion
        |recap|recaps|digest|abstract of|(meeting|board) minutes|minutes of|(take|write|draft|keep) (the )?minutes
        |shorten(s)? … (articles?|texts?|documents?|reports?|papers?|notes)
        |(executive|daily|weekly) (summary|briefing|digest)|key points (of|from)|(gist|essence) of|zusammenfass*
        |zusammenzufass*|zusammengefasst*|kurzfassung*|(fass|fasse|fasst|fassen) … zusammen
        |protokoll(e|iere|iert|ieren)? (von|der|des|aus)|protokollier*|(das )?wichtigste aus
        |(kürz|kürze|kürzt|verdicht|verdichte) … (artikel|text|texte|bericht|berichte|dokument*)""",
        "meeting notes|takeaways?|minutes|besprechungsnotizen|sitzungsprotokoll*|protokoll|protokolle",
        """articles?|reports?|notes|papers?|transcripts?|contracts?|meetings?|shorten|artikel*|berichte?|notizen
        |verträge|sitzung*|kürz*""",
    ),
    Archetype.WRITING: _cues(
        """*(?<!type)writer|author|poet|novelist|journalist|columnist|blogger|editor|lyricist|storyteller|playwright
        |ghostwriter|copywriter|proofreader|autor|autorin|texter|texterin|*schreiber|*schreiberin|dichter|dichterin
        |poetin|schriftsteller*|journalist*|redakteur*|lektor*|geschichtenerzähler*|märchenerzähler*|*texter|*redner""",
        """proofread*|copy-?edit*|(fix|correct|check) … (typos|grammar|spelling|style of)|rewrit(e|es|ing)
        |rephras(e|es|ing)|polish(es)? … (text|texts|prose|letter|letters|essay|email|emails)|ghostwrit*
        |(turn|turns) … into (a |an )?(\\w+ )?(story|poem|blog post|post|article|newsletter|song)|umschreib*
        |umformulier*|lektorier*|korrekturles*|(schreib*|formulier*) … um""",
        """haikus?|poems?|poetry|limericks?|sonnets?|lyrics|songs?|rap
        |(fairy|bedtime|short|children's|love|horror|ghost)? ?(story|stories|tale|tales)|novels?|blog ?posts?|blogs?
        |posts|tweets?|articles?|essays?|newsletters?|press releases?
        |(cover|love|thank-you|thank you|recommendation|complaint)? ?letters?|e-?mails?|captions?|slogans?|taglines?
        |headlines?|speech|speeches|toasts?|eulog(y|ies)|invitations?|product descriptions?|(product|marketing|web
        |ad) texts?|job ads?
        |(birthday|greeting|christmas|wedding)? ?cards?|jokes?|puns?|scripts for|screenplays?|dialogues?|copy|ad copy
        |social media|linkedin (posts?|profile)|instagram|column|fan ?fiction|wedding vows|vows|bios?|gedichte?n?
        |haikus?
        |geschichte|geschichten|*geschichten?|märchen|romane?|reden?|*rede|briefe?|anschreiben|*brief|blogbeitr*
        |beitrag|beiträge|artikel|aufsatz|aufsätze|pressemitteilung*|produktbeschreib*|produkttexte?|slogans?
        |einladung*|*karte|*karten|lied|lieder|liedtext*|songtext*|witze?|werbetext*|stellenanzeige*|texte|mails?
        |e-?mails?
        |(write|writes|writing|draft|drafts|schreib|schreibe|schreibt|verfass*|dicht(e|et)?) … (about|something|for
        |to|me|us|über|etwas|was|für|an|mir|uns)""",
        """write|writes|writing|drafts?|drafting|compose|composes|schreib|schreibt|schreibe|schreiben|verfass*
        |formulier*|dichte|dichtet|entwirf|entwirft|texte|texten|improve|edit|edits|verbesser*""",
    ),
    Archetype.CODE: _cues(
        f"""(software|web|frontend|front-end|backend|back-end|full-?stack|data|game|app|mobile|ios|android|devops
        |embedded|sql|python|senior|java)? ?(developer|programmer|coder)
        |(software|web|frontend|front-end|backend|back-end|full-?stack|devops|site reliability|machine learning|data
        |embedded|prompt|qa) engineer
        |(code|{_PROGRAMS}) (reviewer|assistant|expert|bot|generator|helper|debugger|guru|engineer|experte|expertin
        |profi|assistent)
        |pair programm*|debugger|tech lead|*(entwickler|entwicklerin|programmierer|programmiererin)|code-?reviewer*
        |sysadmin|dba""",
        f"""debug*|refactor*|(code|pull request|pr) reviews?|review(s|ing)? … (code|pull requests?|prs|commits?)
        |programm?(s|ing)? … (in|a)|unit tests? for
        |(write|writes|fix|fixes|explain|explains|review|reviews|optimi[sz]e*|port|generate|generates|test|check
        |checks|convert|converts|document) (\\w+ )?(\\w+ )?{_PROGRAMS}
        |translate (this |my |the |some )?(code|scripts?|functions?|programs?)
        |programmier*|codier*|refaktor*|entwanz*|code-?review*
        |(schreib*|prüf*|erklär*|korrigier*|reparier*|optimier*|behebe?|überprüf*) (\\w+ )?(\\w+ )?{_PROGRAMS}
        |(fehler|bug|bugs) … (code|programm|skript)""",
        f"{_PROGRAMS}|bugs|software|coding|queries in sql",
        """fix|fixes|fixing|review|reviews|bug|query|queries|tests?|debug|deploy*|reparier*|prüf*|app|server|terminal
        |optimi[sz]e*|optimier*|implement*""",
    ),
    Archetype.TUTORING: _cues(
        """*tutor|*tutorin|(?!yoga|fitness|ski|driving)*teacher|professor*
        |(math|maths|physics|piano|guitar|music|language|science|history)? ?instructor
        |homework (helper|assistant|buddy)|study (buddy|helper|partner|assistant)
        |(learning|reading) (assistant|buddy|companion|helper)|governess|lecturer|*lehrer|*lehrerin|*nachhilfe*
        |dozent|dozentin|hausaufgabenhilfe*|hausaufgabenhelfer*|lernhelfer*|lernbegleiter*|lernhilfe*|professorin""",
        f"""tutor(s|ing)|teach(es|ing)?|(help|helps|helping) … {_SCHOOL}
        |(explain|explains|explaining) … (to|for) (my |a |an |the |\\w+ )?(\\w+ )?({_LEARNERS}|beginner*|graders?
        |year-?olds?|teenager*|five|laypeople|lay people)
        |quiz(zes)? (me|my|us|them|students|pupils)|homework help|drill(s)? (me|my|us)
        |prepar(e|es) … (exams?|test|finals|sat)|practi[sc]e … with me|exam prep|unterricht(e|et|en)|nachhilfe*
        |(hilf|hilft|helfe|helfen) … (lernen|verstehen|hausaufgabe*|mathe*|bruchrech*|vokabel*|prüfung*|abitur)
        |bring* … bei|beibring*|beizubring*|(erklär|erkläre|erklärt|erklären) … {_LERNENDE}
        |{_LERNENDE} … (erklär|erkläre|erklärt|erklären|lernen)|(frag|fragt|frage) … (vokabel*|ab)
        |(üb|übe|übt|üben) … mit (mir|meiner|meinem|uns)""",
        f"""(help|helps|explain*) … {_LEARNERS} … (with|in)|homework|fractions?|algebra|geometry|calculus|times tables?
        |photosynthesis|quantum physics|vocabulary|lessons?|flashcards?|exams?|hausaufgaben?|bruchrechn*|brüche
        |vokabeln?|einmaleins|dreisatz|mathe|matheaufgaben?|prüfungsvorbereit*|abitur|grammatik""",
        f"""explain|explains|explaining|learn|learns|learning|maths?|physics|chemistry|biology|{_LEARNERS}|erklär
        |erkläre|erklärt|erklären|lern|lerne|lernt|lernen|physik|chemie|{_LERNENDE}|mathematik|spelling|reading""",
    ),
    Archetype.QUESTION_ANSWERING: _cues(
        """(faq|q&a|q and a|question[- ]answering|knowledge[- ]base|handbook|trivia|policy|wiki) (bot|assistant
        |chatbot|expert|helper|agent|desk)
        |librarian|encyclop[a]?edia|museum guide|tour guide|know-it-all|information desk|auskunft*|faq-*
        |wissensassist*|museumsführer*|bibliothekar*|lexikon""",
        """(answer*|field|fields|take|takes|respond* to|repl(y|ies) to) … (questions?|queries)
        |questions? (about|on|regarding) … answer*|q&a|q and a|faqs?|frequently asked|look(s)? up … in
        |(tell|tells) … what … (handbook|manual|policy|docs|documentation|wiki) (say|says)
        |(beantwort*|antwort*) … (frage|fragen)|(frage|fragen) … (beantwort*|antwort*)|auskunft (über|zu|geben|gibt)
        |(gib|gibt|geben) … auskunft|auskünfte""",
        """(hr|human resources) (bot|assistant|chatbot|desk|helper)|hr-(assist*|bot|chatbot)
        |questions (about|on|regarding)
        |(our|the|my|company|employee|staff) (handbook|manual|wiki|docs|documentation|knowledge base|policy|policies)
        |knowledge base|fragen (zu|zum|zur|über|rund)|handbuch|wissensdatenbank|betriebsanleitung|mitarbeiterhandbuch
        |hausordnung""",
        """answer|answers|answering|questions?|policy|policies|handbook|manual|documentation|docs|antwort|antworte
        |antworten|antwortet|beantwort*|fragen?|richtlinie*|satzung|auskunft""",
    ),
    Archetype.ANALYSIS: _cues(
        """(data|market|business|financial|finance|sales|web|political|crime|competitive|intelligence|risk|equity
        |stock|policy|sports)? ?analyst
        |statistician|data scientist|market researcher|researcher|auditor|econom(ist|etrician)|*analyst|*analystin
        |*analytiker|*analytikerin|statistiker*|datenwissenschaft*|marktforsch*|*forscher|*forscherin
        |wirtschaftsprüf*""",
        """analy[sz](e|es|ed|ing)|analysis|analyses
        |(find|finds|figure|figures|work|works) out (why|what caused|what drives|how much|which|whether)
        |evaluat(e|es|ing)|root cause*|^(compare|vergleich*)|look at … (data|numbers|figures)|investigat(e|es|ing)
        |(spot|find|identify|detect) … (trends?|patterns?|outliers?|anomal(y|ies))
        |(compare|compares|comparing) … (sales|numbers|figures|quarters?|results|data|prices|offers|vendors
        |competitors)
        |swot|benchmark|benchmarks|(assess|weigh|weighs) … (evidence|risks?|market|studies)
        |interpret(s)? … (data|results|survey|numbers|figures|chart|charts)|forecast(s|ing)?
        |(tell me|explain|show) why … (dropped|fell|rose|grew|declin*|increas*|churn*)|analysier*|analyse|analysen
        |*analyse|auswert*|auszuwert*|ausgewertet|(werte|wertet|wert) … aus|untersuch*
        |(find|finde|findet) … (heraus|raus) … (warum|wieso|weshalb|woran)|herausfind* … (warum|wieso|weshalb|woran)
        |bewerte(n|t)? … (daten|studie*|markt|risik*|belege)|vergleich* … (umsätze*|zahlen|quartal*|angebote|daten)
        |prognos*""",
        """sales (data|figures|numbers)|survey (data|results|responses)
        |(our|the|my) (data|metrics|figures|kpis|numbers)|datasets?|spreadsheets?|metrics|kpis?|trends?|a/b tests?
        |churn|statistics|balance sheets?|market research|umsatzzahlen|verkaufszahlen|umfrageergebnis*|umfragedaten
        |kennzahlen|statistik*|marktforschung|datensatz|datensätze|bilanz|bilanzen""",
        """data|numbers|sales|survey|surveys|market|markets|compare|compares|causes?|daten|zahlen|umsatz|umsätze
        |umfrage|umfragen|markt|vergleich*|ursachen?|dropped|evidence|studies|studien""",
    ),
    Archetype.TRANSLATION: _cues(
        """*translator|*(?<!python\\s)(?<!code\\s)(?<!java\\s)interpreter|locali[sz]er|*übersetzer|*übersetzerin
        |dolmetscher*|übersetzungs*""",
        f"""translat(e|es|ed|ing|ion|ions)|locali[sz](e|es|ing|ation)|into {_LANGUAGE}|from {_LANGUAGE} to {_LANGUAGE}
        |{_LANGUAGE} (\\w+ )?(to|->|→|-) {_LANGUAGE}|{_LANGUAGE}-to-{_LANGUAGE}|übersetz*|*übersetzung*|übertrag* … ins
        |ins (*ische|deutsche)n?|vom (*ischen|deutschen) ins|aus dem (*ischen|deutschen)|dolmetsch*
        |(deutsch|englisch|französisch|spanisch|italienisch)-(deutsch|englisch|französisch|spanisch|italienisch)""",
        f"""subtitles?|untertitel*|(in|to) {_LANGUAGE},? please|bilingual|zweisprachig*
        |auf (englisch|französisch|spanisch|italienisch|türkisch|polnisch|russisch|ukrainisch|arabisch)|mother tongue
        |fremdsprache*""",
        "menus?|speisekarten?|interpret|interprets|languages?|sprachen",
    ),
    Archetype.PLANNING: _cues(
        """*planner|(travel|trip|holiday|vacation) (agent|adviser|advisor|assistant|expert|guide|consultant|bot)
        |travel agency|project manager|event manager|scheduler|organi[sz]er|itinerary (maker|builder)|*planer
        |*planerin|reiseberat*|reisebüro*|reiseführer*|projektleit*|projektmanager*|eventmanager*|terminplan*""",
        """(?<!floor\\s)(?<!phone\\s)(?<!data\\s)plan(s|ning)? (a|an|my|our|the|out|for|trips?|holidays?|vacations?
        |meals?|menus?|weddings?|parties|events?|projects?|trip|weekend|weekly|daily|\\d+|one|two|three|family|city
        |school|routes?|week|meetings?|sprints?)
        |itinerar(y|ies)
        |(meal|menu|training|study|project|lesson|travel|trip|action|launch|cleaning|moving|weekly|daily|workout
        |savings|migration|seating|business|marketing|revision|garden|shopping|party|renovation|content) (plan
        |plans|planning|schedule|schedules)
        |timetables?|road ?maps?|schedul(e|es|ing) … (for|shifts?|meetings?|week|staff)
        |organi[sz](e|es|ing) … (trip|trips|party|parties|wedding|weddings|event|events|move|conference|week|holiday)
        |(create|make|write|draw up|draft|build) … (schedule|plan|roadmap|timetable)|trip planning|party planning
        |plan(e|en|t|ung)? … (reise*|urlaub*|ausflug*|ausflüge|hochzeit*|woche|wochen*|projekt*|umzug*|feier*|party
        |geburtstag*|fest|menü*|essen|mahlzeiten|tage|route*|kurztrip*|städtetrip*|wanderung*|radtour*)
        |planst
        |*(?<!w)(speise|essens|reise|wochen|projekt|zeit|stunden|trainings|lern|dienst|putz|umzugs|ablauf|sitz
        |schicht|termin|urlaubs|haushalts|ernährungs)pl(an|äne)*
        |*planung|(organisier*) … (reise*|feier*|hochzeit*|umzug*|party|fest|ausflug*)|plan(e|t|st|en)?""",
        """trips?|holidays? in|vacations?|weekend in|road trips?|journey|reiseroute*|reisen?|urlaub|ausflüge*
        |städtereise*|hochzeit|umzug|sightseeing|day trips?""",
        """plan|plans|planning|schedule|week|weekly|calendar|budget|travel|wedding|party|menu|menus|organi[sz]e*
        |organisier*|woche|wöchentlich*|menü|menüs|kalender|event|events|project|projekt|projekte""",
    ),
    Archetype.COACHING: _cues(
        """*coach|*coachin|mentor*
        |(personal|fitness|running|strength|gym|swimming|habit|voice|football|dog|triathlon|boxing|marathon|athletic
        |sports)? ?trainer
        |(yoga|fitness|ski|driving|meditation|pilates|swimming) (teacher|instructor)|accountability (partner|buddy)
        |motivator|motivational speaker|career (advisor|adviser|counsel*|consultant)|sparring partner|*trainer
        |*trainerin|karriereberat*|berufsberat*|mentaltrainer*|laufpartner*|motivator*|lebensberat*|yogalehrer*
        |fitnesslehrer*""",
        f"""^coach|coach(es|ing)
        |(help|helps|get|gets|keep|keeps|motivate|motivates|support|supports|remind|push|pushes) (me|us|people
        |someone|clients|users|men|women|teams|managers|smokers|beginners|employees|runners) … {_HABITS}
        |mentor(s|ing)|(help|helps) (me|people|someone) (with )?(to )?{_HABITS}
        |motivat(e|es|ing) (me|us|people|users)|hold(s)? me accountable|build … habits?|mock interviews?
        |(prepare|prepares|train|trains|practi[sc]e) … (job interviews?|interviews?|a marathon|salary negotiation)
        |coach(e|t|st)|coachen|(hilf|hilft|helfe|helfen|unterstütz*|motivier*) … {_GEWOHNHEITEN}|motivier* (mich|uns)
        |(bereit*|trainier*|üb|übe|übt) … (bewerbungsgespräch*|vorstellungsgespräch*|marathon|gehaltsverhandlung*)
        |halt* mich … (dran|kurs)""",
        """career (change|advice|goals?)|(new|good|bad|healthy|better|morning) habits?|new year's resolutions?
        |personal growth|(my|their) goals|(stop|quit) smoking|rauchen (aufhören|aufzuhören)|work-life balance
        |procrastination|half marathon|marathon|karriere
        |berufswechsel|jobwechsel|gewohnheiten|vorsätze|selbstdisziplin|motivation|life goals""",
        """career|habits?|motivat*|train|trains|training|fitness|chess|running|goals?|gewohnheit|schach|ziele|trainier*
        |abnehmen|mut""",
    ),
}
