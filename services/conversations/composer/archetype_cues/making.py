"""The words for assistants who make something: texts, programs, analyses, plans."""

from collections.abc import Mapping

from services.conversations.composer.archetype_cues.cues import Cues, cues
from services.conversations.composer.archetype_rules.rule import Archetype

_PROGRAMS = """(code|script|scripts|sql|python|javascript|typescript|java|rust|golang|c#|c\\+\\+|php|ruby
    |kotlin|swift|bash|postgres*|mysql|sqlite|mongodb|vba|powershell|terraform
    |html|css|react|django|regex*|api|apis|pull requests?|unit tests?|stack ?trace*|compiler|codebase|repo|repositor*
    |function|functions|algorithm*|programm|programme|skript|skripte|quellcode|funktionen|datenbankabfrage*|shell
        |docker*
    |kubernetes|web ?app|excel formula*|excel-formel*|macro|macros|makro|makros|java ?script|dockerfile*|quelltext*)"""

CUES: Mapping[Archetype, Cues] = {
    Archetype.WRITING: cues(
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
        |geschichte|geschichten|*geschichten?|märchen|romane?|reden?|*rede|briefe|(\\w+en|ein|mein|der|unser|dem|als|per
        |im) brief|brief (an|von|zum|zur|für)|anschreiben|\\w+brief|blogbeitr*
        |beitrag|beiträge|artikel|aufsatz|aufsätze|pressemitteilung*|produktbeschreib*|produkttexte?|slogans?
        |einladung*|*karte|*karten|lied|lieder|liedtext*|songtext*|witze?|werbetext*|stellenanzeige*|texte|mails?
        |e-?mails?
        |(write|writes|writing|draft|drafts|schreib|schreibe|schreibt|verfass*|dicht(e|et)?) … (about|something|for
        |to|me|us|über|etwas|was|für|an|mir|uns)
        |(linkedin|facebook|instagram|website|web|image|product)-?(texte?|posts?|beiträge|beitrag)
        |speech-?writing|posting|postings|grußwort*|glückwunsch*|toast|trinkspruch*|(about|landing) page
        |website (copy|texts?)|(flyer|flyers|leaflets?|brochures?|obituar(y|ies)|nachruf*|flugblatt|faltblatt)""",
        """write|writes|writing|drafts?|drafting|compose|composes|schreib|schreibt|schreibe|schreiben|verfass*
        |formulier*|dichte|dichtet|entwirf|entwirft|texte|texten|improve|edit|edits|verbesser*""",
    ),
    Archetype.CODE: cues(
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
        |(fehler|bug|bugs) … (code|programm|skript)
        |(sql|postgres*|mysql|sqlite|mongo ?db|mongo|database|bigquery|snowflake|graphql|cypher|dax) (quer(y
        |ies)|statements?|views?)|(explain|explains|fix|fixes|optimi[sz]e|debug|rewrite|tune) (this|my|our|the
        |these) (quer(y|ies)|formulas?|regex*)
        |quer(y|ies) (for|against|on|over|to) … (database|db|sql|postgres*|mysql|sqlite
        |warehouse|tables?)|(into|to|as|in) (\\w+ )?(sql|regex|regexes|graphql|cypher|dax)|sql-?(abfrage
        |anweisung|befehl|statement)*|datenbankabfrage*|(in|als) sql|abfrage(n)? (für|auf|gegen) … (*datenbank
        |tabelle*)|(look|go|read) (through|over|at) … (code|pull requests?|prs?|diffs?|commits?|scripts?)""",
        f"{_PROGRAMS}|bugs|software|coding|queries in sql",
        """fix|fixes|fixing|review|reviews|bug|query|queries|tests?|debug|deploy*|reparier*|prüf*|app|server|terminal
        |optimi[sz]e*|optimier*|implement*""",
    ),
    Archetype.ANALYSIS: cues(
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
        |prognos*
        |(say|tell|show|see|find|spot|note|notice)* … what (stands|stood) out|(what|which|where) … (complain*
        |bother*|annoy*|worr*|like*|dislike*|want*|mention*|cost*) … most|(go|look|read|comb
        |dig) through … (feedback|reviews?|surveys?|responses|data|logs?|comments|figures|numbers|statements?
        |expenses) … (find|see|say|tell|show|and)|(find|see|say|tell me|work out|show) … (where
        |what) … (money goes|going wrong|goes wrong|changed|drives|bothers)|auffällt|auffälligkeit*|(schau*|sieh
        |geh*) … (zahlen|daten|kennzahlen|umsätze|ausgaben|bewertungen|rückmeldungen|umfrage*) … (sag*|zeig*|was
        |wo|durch|an)|was … (stört|ärgert|fehlt|gefällt|wünsch*|kost*) … (am meisten|am häufigsten)|am (meisten
        |häufigsten) (stört|genannt|kritisiert|beklagt)|(rückmeldungen|feedback) (durchgeh*|auswert*)""",
        """sales (data|figures|numbers)|survey (data|results|responses)
        |(our|the|my) (data|metrics|figures|kpis|numbers)|datasets?|spreadsheets?|metrics|kpis?|trends?|a/b tests?
        |churn|statistics|balance sheets?|market research|bank statements?|(our|my) (spending|expenses)|kontoauszüge*
        |kontoauszug|umsatzzahlen|verkaufszahlen|umfrageergebnis*|umfragedaten
        |kennzahlen|statistik*|marktforschung|datensatz|datensätze|bilanz|bilanzen""",
        """data|numbers|sales|survey|surveys|market|markets|compare|compares|causes?|daten|zahlen|umsatz|umsätze
        |umfrage|umfragen|markt|vergleich*|ursachen?|dropped|evidence|studies|studien""",
    ),
    Archetype.PLANNING: cues(
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
        |(create|make|write|draw up|draft|build) (me |us )?(a |an |the |my |our )?(\\w+ )?(\\w+ )?(schedule|plan
        |roadmap|timetable)|trip planning|party planning
        |plan(e|en|t|ung)? … (reise*|urlaub*|ausflug*|ausflüge|hochzeit*|woche|wochen*|projekt*|umzug*|feier*|party
        |geburtstag*|fest|menü*|essen|mahlzeiten|tage|route*|kurztrip*|städtetrip*|wanderung*|radtour*)
        |planst
        |*(?<!w)(speise|essens|reise|wochen|projekt|zeit|stunden|trainings|lern|dienst|putz|umzugs|ablauf|sitz
        |schicht|termin|urlaubs|haushalts|ernährungs)pl(an|äne)*
        |*planung|(organisier*) … (reise*|feier*|hochzeit*|umzug*|party|fest|ausflug*)|^plan|plan(e|t|st|en)|(mach
        |erstell|schreib|entwirf)* … plan
        |(weekly|daily|dinner|lunch|christmas|party|wedding|weekend|school|holiday) menus?|menus? for (the|a|one
        |two|three|my|our|each) (\\w+ )?(week|days|month|party|wedding|dinner)|(work|shift|cleaning|duty|staff
        |kitchen|volunteer)? ?rotas?|(duty|shift|staff) rosters?|packing (list|lists|and|for)|(training|study
        |revision|work|shift|travel|exam|reading|cleaning) timetable|(agenda|schedule|itinerary|programme
        |program|run sheet) for|^(a |my |our )?(long |lazy |short )?(weekend|week|fortnight) (in|at|on|around
        |through|with)|^(two|three|four|five|six|seven|ten|\\d+)[- ](days?|weeks?|nights?|weeks|day trip) (in|on
        |around|through|at|across|to)|prioriti[sz](e|es|ing) (my|our) (day|week|tasks?|to-?do*)|(day|days
        |week) by (day|week) (plan|schedule)?|wochenmenü*|menüplan*|menüfolge*|packliste*|^(ein|zwei|drei|vier
        |fünf|sechs|sieben|zehn|\\d+) (tag|tage|wochen|nächte|wochenende|wochenenden) \\w+|ablauf(plan)? (für
        |der|des|von|unserer|unseres)|programm für (ein|zwei|drei|das|den|unser*|einen) (\\w+)|tagesordnung (für
        |der)""",
        """trips?|holidays? in|vacations?|weekend in|road trips?|journey|reiseroute*|reisen?|urlaub|ausflüge*
        |städtereise*|hochzeit|umzug|sightseeing|day trips?""",
        """plan|plans|planning|schedule|week|weekly|calendar|budget|travel|wedding|party|menu|menus|organi[sz]e*
        |organisier*|woche|wöchentlich*|menü|menüs|kalender|event|events|project|projekt|projekte""",
    ),
}
