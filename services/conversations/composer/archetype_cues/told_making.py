"""How people tell of assistants who make something, without a name for what they do."""

from collections.abc import Mapping

from services.conversations.composer.archetype_cues.evidence import Phrases
from services.conversations.composer.archetype_rules.rule import Archetype

_TEXT = """(letters?|speech|speeches|eulogy|toast|circulars?|newsletters?|limericks?|poems?|verses?|lyrics|captions?
|posts?
|blurbs?|label texts?|press releases?|adverts?|ads?|flyers?|leaflets?|posters?|notices?|invitations?|cards?|story
|stories
|tales?|dialogues?|sketch|sketches|sermons?|obituary|obituaries|bios?|profiles?|vows|descriptions?|copy|announcements?
|references?|testimonials?|columns?|editorials?|programme notes|slogans?|taglines?|headlines?|riddles?|puzzles?|jokes?
|clues|statements?|welcome sheet|welcome texts?|thank-?yous?|apology|apologies|emails?|mails?|note|notes|report
|texts?)""".replace("\n", "")
_ANY = r"((?!(?:summary|of|for|to|in|as|plan)\b)\w+ )?((?!(?:summary|of|for|to|in|as|plan)\b)\w+ )?(\w+ )?"
_WERK = r"""(*(brief|briefe|rede|gedicht|gedichte|einladung|einladungen|anschreiben|karte|karten|text|texte|texten
|beitrag
|beiträge|artikel|meldung|meldungen|mitteilung|mitteilungen|geschichte|geschichten|sprüche|reime|anzeige|anzeigen
|schreiben|beschreibung|beschreibungen|aushang|aushänge|nachruf|newsletter|märchen|witze|rätsel|grußwort|absage|absagen
|zusage|mail|mails|lieder|lied))""".replace("\n", "")
_LANGUAGE = r"""(python|javascript|typescript|java|kotlin|swift|rust|golang|go|c#|c\+\+|php|ruby|perl|cobol|fortran
|pascal|delphi
|visual basic|vba|vb6|matlab|scala|lua|haskell|elixir|julia|bash|powershell|sql|r)""".replace("\n", "")
_CODE = r"""([\w-]{0,30}(playbooks?|scripts?|macros?|formulas?|formulae|queries|query|functions?|classes|class
|plugins?|shaders?
|dockerfiles?|makefiles?|workflows?|regex|regexes|programs?|code|codebase|unit tests|endpoints?|modules?|components?
|migrations?))""".replace("\n", "")
_SKRIPT = r"""([\w-]{0,30}(playbook|playbooks|skript|skripte|script|scripts|makro|makros|formel|formeln|abfrage
|abfragen|programm|code
|quelltext|pipeline|pipelines))""".replace("\n", "")
_DATA = """(numbers|figures|readings|logs?|data|exports?|results|bills?|statements?|spending|expenses|meters?
|sensors?|records?
|diary|reports?|sales|bookings|sign-?ups?|interviews|feedback|reviews|survey|stats|statistics|spreadsheet|csv|scores
|logbook|takings|sheets?|measurements|answers|responses|lap times|metrics|milk yields?|accounts?|orders)""".replace(
    "\n", ""
)
_DATEN = r"""(*(zahlen|daten|messwerte|messungen|export|ablesungen|kosten|rechnungen|zählerstände|protokolle|umsätze
|werte
|statistik|statistiken|kasse|kassenbuch|logbuch|aufzeichnungen|buchungen|ausgaben|kontoauszüge|rückmeldungen|umfrage
|fragebögen|bewertungen|ergebnisse|tabelle|liste|listen))""".replace("\n", "")
_EVENT = r"""(*(fest|feier|freizeit|lager|ausflug|turnier|reise|umzug|hochzeit|jubiläum|woche|markt|basar
|klassenfahrt|messe
|konzert|renovierung|umbau|fahrt|tour|tagung|lehrgang|flohmarkt|eröffnung|premiere|geburtstag))""".replace("\n", "")
_OCCASION = """(wedding|party|trip|holiday|move|festival|fair|tournament|conference|concert|reunion|camp|launch
|opening|market
|excursion|outing|renovation|harvest|season|exhibition|retreat|expedition|regatta|fete|week|weekend|garden|kitchen
|lambing)""".replace("\n", "")

TOLD: Mapping[Archetype | None, Phrases] = {
    Archetype.WRITING: Phrases(
        sure=rf"""
        (write|writes|writing|draft|drafts|drafting|compose|composing|word|phrase
        |pen) (me |us |him |her |them |my |our )?(an? |the )?{_ANY}{_TEXT}(?! (messages|files|editor))
        (rewrite|rewrites|reword|rewords|rephrase|rephrases|paraphrase)
        (helps?|helping) (me |us )?(to )?(write|draft|get one page|find (the|my) words)
        (scribbles|rough notes|bullet points|my notes) … (into|page|letter|text)
        (put|puts|turn|turns|rewrite|make|makes) … (into|in) (plain|simple|easy|clear|everyday) (english|language|words)
        (formulieren|verfassen|entwerfen|aufsetzen|texten|umformulieren|umschreiben|überarbeiten)
        (schreib|schreibe|schreibt|formulier|formuliere|verfass|verfasse|entwirf|texte|dichte
        |reime) (mir |uns |ihm |ihr |meiner? |unserer? |ihnen )?(\w+ )?(\w+ )?(\w+ )?{_WERK}
        {_WERK} … (schreiben|verfassen|formulieren|entwerfen|aufsetzen|texten|dichten)
        (in|auf) (leichte*|einfache*|verständliche*|klare*|normale*|heutige*) (sprache|deutsch|worte*n?) (übertrag*
        |umschreib*|bring*|setz*|schreib*|umwandel*|übersetz*|fass*)
        (übertrag*|schreib* … um|umschreib*|bring*) … (in|auf) (leichte*|einfache*|verständliche*|klare*|normale*
        |heutige*) (sprache|deutsch|worte*n?)
        (supposed to|have to|going to|asked to) (say something|say a few words|give a speech|make a speech|give a toast)
        (was|etwas) (gereimtes|lustiges|persönliches|nettes|schönes|rührendes) (\w+ )?(\w+ )?(vortragen|sagen
        |schreiben|vorlesen)
        (vortragen|vorlesen|rede halten|ansprache halten)
        (*(worte|dankesworte|danksagung|danksagungen|glückwünsche)) (an|für|zu|zum)
        (mach|mache|make|makes) … (verständlich*|lesbar*|readable|understandable)(?!.{{0,40}}(code|kommentar))
        (podcast|video|radio) (intro|outro|script|trailer|jingle)
        (shorten|kürz|kürze|kürzen) (my|our|meine*|unsere*) (texts?|e-?mails?|mails?|posts?|letters?|texte|briefe
        |beiträge)
        """,
        likely=r"""
        (limericks?|poems?|eulogy|circular|press releases?|wedding speech|greeting cards?|birthday cards?|sonnets?
        |blog posts?|label texts?|riddles|slogans) (for|about|to|on|from)
        (in my (own )?(voice|words|style)|the way i (talk|speak|write)|sounds? like me|ghostwrit*)
        (sound|sounds|read|reads) (\w+ )?(like|friendlier|nicer|warmer|more|less|human)
        i (want|need|have|would like|'d like|am trying|was asked) to write (him|her|them|my|our|an?|the|something)
        (gedichte?|grußkarten?|trauerrede|hochzeitsrede|rundbriefe?|elternbriefe?|pressemitteilungen?|aushänge) (für
        |an|zum|zur|über|aus)
        so wie ich (rede|spreche|schreibe)
        (strophen|verse|verses|rhymes|reime|stanzas) (für|for|about|über|,)
        (*(texte|sprüche|verse|reime|reden|geschichten|anzeigen|briefe|einladungen|absagen|slogans)) (für|fürs|zu|zum
        |zur|über|an|vom)
        (*(verses|limericks|poems|stories|speeches|captions|letters|invitations|slogans|texts)) (for|about|to|on)
        (make|makes|making) it sound
        (describe|describes|beschreib|beschreibe) (the|our|my|unsere|meine|die) (\w+ )?(flats?|rooms?|products?
        |houses?|wines?|dishes|horses|pieces|wohnungen|zimmer|produkte|weine|gerichte|waren)
        (vows|wedding vows|eulogy|toast)
        """,
        hints=r"""
        (rhyme|rhymes|reimt|reime|cheeky|heroics|opening line|punchline|last line)
        (duzen|siezen)
        """,
    ),
    Archetype.CODE: Phrases(
        sure=rf"""
        (write|writes|fix|fixes|explain|explains|debug|port|ports|convert|converts|refactor|review|reviews|comment
        |document|documents|optimi[sz]e|clean up|test
        |build) (me |us )?(an? |the |my |our |this |these |old )?{_ANY}{_CODE}(?! (of conduct|names?|words?))
        (write|writes|fix|explain|explains|debug|port|ports|convert
        |review) (me |us )?(an? |the |my |our |this |these |old )?{_ANY}(python|javascript|typescript|kotlin|cobol
        |fortran|ansible|terraform|sql|regex*|bash
        |arduino|vba|c\+\+|c#)
        (port|ports|convert|converts|translate|translates|turn|turns|migrate|migrates|rewrite|move|moves) … (from|in
        |to|into) {_LANGUAGE}( \d[\d.]*)?(?! (stop|ahead|there))
        (ansible|terraform|puppet|kubernetes|helm|docker|jenkins|github actions|gitlab|arduino|esp32|raspberry pi
        |micropython)
        (google sheets|excel|sheets|libreoffice|calc) (formulas?|macros?|formulae)
        (formulas?|formulae|macros?) (for|in) (my |our )?(\w+ )?(google sheets|excel|sheets|libreoffice|spreadsheets?)
        (functions?|class|classes|methods?|modules?|script|scripts|macros?|quer(y|ies)|stack traces?) (i|that i|we
        |which i) (paste|wrote|send|have|inherited)
        (code|programs?|scripts?) (to|for) (new hires|new starters|beginners|trainees|colleagues|juniors)
        (red text|compiler|stack trace|traceback|error message|exception) … (means?|fix|wants|says|explain|wrong
        |understand)
        (schreib*|erklär*|reparier*|prüf*|portier*|übersetz*|bau*|kommentier*|korrigier*
        |optimier*) (mir |uns )?(\w+ )?(\w+ )?(\w+ )?(\w+ )?{_SKRIPT}(?! für (menschen|kinder))
        {_SKRIPT} (für|in|aus) (excel|google|libreoffice|tabellen|python|unser* server|meine tabelle)
        (nach|in|auf) (python|javascript|typescript|kotlin|rust|golang|c#|c\+\+|java \d+|php \d) (portier*|umschreib*
        |übersetz*|übertrag*|umstell*)
        (fehlermeldung*|stacktrace*|traceback*|kompilier*|compilerfehler*)
        (ansible-playbook*|playbooks?|shell-skript*|dockerfile*|sql-abfrage*|excel-formel*|excel-makro*)
        (formulas?|formulae|formatting|macros?) … (sheet|spreadsheet|libreoffice|excel)
        (plc|structured text|siemens s7|sps-programm*|ladder logic)
        (reguläre|regulären|regular) (ausdrücke?n?|expressions?)
        (erklär*|kommentier*|document|explain) (\w+ )?(\w+ )?(\w+ )?(\w+ )?(\w+ )?[\w-]{{0,30}}(code|skripte?
        |programme?|quelltext|scripts?)
        (wordpress|joomla|typo3|drupal) (plugin|theme|update|shortcode)
        (data frames?|dataframes?|ggplot|ggplot2|one-liner|unit-tests?|pull request)
        (code|ggplot|sql|python) (code )?only
        (excel|google|sheets|calc)-(formel*|makro*)
        """,
        likely=r"""
        (cobol|fortran|kotlin|typescript|javascript|python|php|c\+\+|c#|powershell|vba|arduino|django|spring boot
        |react|postgres*|laravel) (\d[\d.]*|code|programs?|scripts?|class|classes|projekt|project)
        (unit tests?|pull requests?|codebase|compiler|linter|stack ?traces?|tracebacks?|segfault|regex*|repo|repository)
        (codebasis|quellcode|quelltext|programmier*|makros?|skripte?)
        (bug|bugs) (in|im)
        (after|seit) (the )?(update|upgrade) (to|auf) (php|python|node|java|windows|ubuntu|debian)
        (kompiliert|compiles|compile|stürzt ab|segfaults)
        """,
        hints=r"""
        (python|javascript|typescript|java|sql|bash|excel|server|servers|debian|ubuntu|linux|windows|github|ide)
        (script|scripts|function|functions|formula|formulas|paste|error|errors|fehler)
        """,
    ),
    Archetype.ANALYSIS: Phrases(
        sure=rf"""
        (watch|watches|monitor|monitors|keep an eye on|keeps an eye on|compare|compares|look at|looks at|look through
        |looks through|go through|goes through|go over|goes over|dig through|check|checks|study
        |studies) (the |my |our |your |this |all |each |every )?(\w+ )?(\w+ )?(\w+ )?{_DATA} (and|&|n|then|to|for|so
        |each|every|i|we)
        (look|looks|looking|go|goes|going) (at|through|over) (the |my |our |all )?(\w+ )?{_DATA}
        (there's|there is|theres|see|find|spot|spots|any|is there|are there) (a |an |any |the )?(\w+ )?(patterns?
        |trends?|outliers?|anomal*)
        why (\w+ )?(\w+ )?(\w+ )?(leave|leaving|left|quit|quitting|cancel|cancelling|drop|drops|dropped|fell|falling
        |los*|declin*|churn*|unsubscrib*|resign*|going up|going down)
        (where|what) (the |my |our |all my |all our )?(money|time|heat|power|energy|water|profit) (goes|is going|went
        |leaks|disappears)
        (against|with|to|than) (herself|himself|itself|themselves|its own history|last (year|week|month|quarter
        |season)|the (two|three|previous|same) (weeks?|months?|years?|week last year))
        (which|what) (\w+ )?(\w+ )?(is|are|was|were) (burning|losing|costing|earning|making|falling|rising
        |underperforming)
        (auswerten|ausgewertet|auszuwerten|auswertung|überwach*)
        werte* … aus
        (schau*|guck*|beobacht*|vergleich*|durchgeh*|geh*|sieh) … {_DATEN} … (sag*|zeig*|meld*|woran|warum|was|wo
        |welche*|ob|und|durch|an|aus)
        (warum|wieso|weshalb|woran) … (kündig*|abspring*|ausfall*|sink*|steig*|wegbleib*|liegt|abbrech*|weniger
        |abwander*|aussteig*|teurer)
        (an|zu|bei) welchen (\w+ )?(\w+ )?(tagen|wochentagen|uhrzeiten|zeiten|kunden|produkten|verordnungen|strecken
        |artikeln)
        (auffällig*|ausreißer|unregelmäßigkeit*|abweichungen|anomalien) (zeigen|melden|finden|suchen|such|in|an|bei|im)
        (who|which|what) (\w+ )?(\w+ )?(uses|used|spends|takes|costs|drinks|eats|sells|earns|gets) (\w+ )?(more|less
        |most|least|too much)
        {_DATA} … (want to know|find out|tell me|tells me|see|say) (who|which|why|when|what|if|whether|where|how)
        (find out|figure out|work out) (who|when|why|which|if|whether|where|how many) (\w+ )?(\w+ )?(drops?|quits?
        |leaves?|is|are|costs?|loses?|goes|stops?|has|comes?|it)
        (stop|stopped|stops) (coming|buying|booking|paying|showing up)
        (schuld) (ist|sind|daran|war)
        (zusammenhang|zusammenhängt|zusammenhängen) (mit|zwischen|gibt)
        (draufschauen|drüberschauen|drauf schauen|reinschauen|draufgucken) … (sag*|ob|was)
        (untersuchen|untersuche|untersucht) (nach|ob|warum|woran|wann)
        (welche|welcher|welches) … (abwerfen|ab und|lohnen|lohnt|rentier*|bringen|bringt|verdien*|verlier*|schlechter
        |besser)
        {_DATEN} … (hochladen|lade|gebe|geb|schicke|kopiere|hoch)
        (years|months|weeks|seasons) of (\w+ )?(bills|data|readings|records|receipts|figures|results|statements|sales
        |logs|takings)
        (i|we) (track|log|record|measure|count) (my|our|the|every|all) … (look for|find|see|tell|what|why)
        look for what
        (show|shows|tell|tells|flag|flags|see|spot|spots) (me |us |the user )?which (?!(rules|words|labels|categories
        |forms|pages|documents|ones))\w+s (?!(apply|applies|go|goes|fit|fits|belong|suit|match|to|need|of|are allowed
        |i need|we need))\w+
        (zeigt|zeig|zeige|sagt|sag|sage|meldet|zeigen|sehen) (mir |uns )?,? ?welche (?!(regeln|wörter|kategorien
        |formulare|unterlagen))\w+ (?!(gelten|passen|gehören|ich|wir|man|es|zu))\w+
        """,
        likely=rf"""
        (something|smth|sth|anything|someone|somebody|thing|tool) (that |which |to |can |who )?(looks?|goes) (at|through
        |over)
        (something|smth|sth|anything|someone|somebody|thing|tool) (that |which |to |can |who )?(reads?|checks?|watches
        |compares?|keeps?) … {_DATA}
        (big enough|significant|statistically|mean anything|means anything|by chance|a coincidence|just noise|just luck)
        (each|every) (friday|monday|week|month|quarter|morning|evening) i (\w+ )?(drop|upload|paste|send|give|export)
        (which|what) (\w+ )?(\w+ )?(sells?|earns?|costs?|pays|loses?|eats?|brings? in|performs?|stands? out|changed
        |went up|went down)
        (out of line|unusual|odd one|odd ones|worrying|stands out|stick out|falls? behind|drift|drifting)
        (rank|ranks|ranked|ranking) (them|the|our|my|by|each)
        {_DATA} (i|we) (upload|paste|drop|export|send)
        (trend|trends|auffällig*|ungewöhnlich*|ausreißer|häufung*)
        (was|wo) (uns|mich|wir|ich) (\w+ )?(\w+ )?(kostet|verlier*|drauflegen|verschwende*)
        (wie viele?|welche*) … (abgesagt|gekommen|verkauft|gekündigt|ausgefallen|zurückgegeben)
        (drops?|dropping) (out|off)
        (untersuchen|untersuche|untersucht)
        (overdoing|underusing|wasting) (it|power|money|time)
        (slipping|declining|shrinking|creeping up|losing ground|getting worse|dropping)
        (since when|seit wann)
        (weekly|monthly|daily|yearly) (takings|figures|numbers|sales|readings|results)
        (is there|gibt es) (a|an|ein|eine) (leak|leck|pattern|muster|link|reason|zusammenhang)
        """,
        hints=rf"""
        {_DATA} (per|for each|by|from|of)
        (export|csv|spreadsheet|excel-export|dashboard|herd|fleet|quartal|quarter|average|durchschnitt|prozent|percent)
        (reason|reasons|cause|causes|ursachen?|gründe)
        (side by side|compared|vergleich|vorjahr|vormonat|vorwoche)
        """,
    ),
    Archetype.PLANNING: Phrases(
        sure=rf"""
        (break|breaks|split|splits|divide|cut|chop|slice) … (into|in|by|down into|up into) (\w+ )?(weeks?|days?|steps
        |stages|phases|chunks|milestones|months|evenings|stints)
        order of (works?|jobs|tasks|events|doing)
        what (has|needs|have|must|should) to (be )?\w+ (when|first|by when|next)
        (week|month|day) by (week|month|day)
        (who|what) (does|takes|brings|is on|goes|happens) (what|where|when)( and when)?
        (plan|plans|planning) (an? |the |my |our |his |her |out )?(\w+ )?(\w+ )?(\w+ )?{_OCCASION}
        (organi[sz]e|organi[sz]es|organi[sz]ing|prepare|arrange|arranging
        |set up) (an? |the |my |our |his |her )?(\w+ )?(\w+ )?(?!interview){_OCCASION}
        plan \w+ (for|with) (me|us)
        (timeline|schedule|rota|roster|itinerary|countdown|timetable|roadmap|seating plan|work plan|route) (for|of|to
        |that|with|through|around)
        {_EVENT} … (vorbereiten|organisieren|planen|durchplanen|stemmen|ausrichten|vorzubereiten|zu planen)
        (plane|plan|planst|plant|organisiere|organisier|organisierst) (mir |uns |mit (mir
        |uns) )?(\w+ )?(\w+ )?(\w+ )?(?!leicht){_EVENT}
        (in|auf) (\w+ )?(wochen|tage|schritte|etappen|monate|phasen|häppchen|abschnitte) (auf ?teil*|zerleg*|einteil*
        |unterteil*|herunterbrech*|runterbrech*|verteil*)
        (monat für monat|woche für woche|tag für tag)
        (was|wer) (?!zuerst komm)(\w+ )?(\w+ )?(\w+ )?(wann|bis wann|zuerst) (\w+ )?(dran|fällig|erledig*|macht|muss
        |gemacht|zu tun|bestell*|kommt|passier*)
        (zeitplan|ablaufplan|wochenplan|dienstplan|trainingsplan|speiseplan|essensplan|lernplan|putzplan|schichtplan
        |anbauplan|pflanzplan|aussaatkalender|saisonplan)
        wer \w+ (\w+ )?(\w+ )?wann
        who (\w+ )?(\w+ )?(cooks|does|brings|drives|takes|opens|cleans|is on|has) (\w+ )?when
        (wochenhäppchen|tageshäppchen|etappen|wochenschritte|meilensteine)
        (was|what) … (when and by whom|wann und von wem)
        who (\w+ )?(\w+ )?when
        wann (muss|soll|sollte|müssen|sollen) (ich|wir|man) (\w+ )?was
        """,
        likely=r"""
        (opening|opens|starts|launching|due|finished|ready|done|moving) (on|by|before|in) (the )?(\d+|january
        |february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|easter
        |christmas|monday|friday|saturday|sunday)
        (deadline|deadlines|by when|which order|what order|what's late|what is late|what's next|what comes first
        |what to do when)
        (\d+|two|three|four|five|six|seven|ten) (days|nights|weeks|weekends) (in|on|at|around|through|with)
        (plan|schedule|checklist|itinerary|rota|roster) (for|that|with|so)
        (redoing|renovating|refurbishing|moving|relocating) (the|our|my|to|house|flat|from)
        (vier|drei|zwei|fünf|sechs|sieben|\d+) (tage|nächte|wochen|wochenenden) (in|im|an|auf|mit|am)
        (bis wann|in welcher reihenfolge|packliste|checkliste|einkaufsliste|meilensteine)
        (planen|einplanen|durchplanen|verplanen) (?!die)
        break (it|this|that|everything) down
        (teil|teile|teilt|zerleg|zerlege) (mir |uns )?(\w+ )?(\w+ )?(\w+ )?(\w+ )?auf
        (abgabe|deadline|einzug|eröffnung|premiere|termin|stichtag) (am|ist|bis|im)
        (nothing|nichts) (is )?(booked|ordered|arranged|gebucht|bestellt|reserviert)
        (ferienfreizeit|trainingslager|zeltlager|klassenfahrt|jubiläum|vereinsfest|sommerfest|hochzeit|umzug)
        (evenings|hours|days|nachmittage|abende|stunden) (a|per|die|in der|pro) (week|woche)
        (right|best|sensible|which) order
        (getting|having) (the|our|my) (\w+ )?(roof|bathroom|kitchen|floor|heating|windows|house) (done|redone
        |replaced|renovated)
        (richtige*n?|sinnvolle*n?) reihenfolge
        """,
        hints=r"""
        (budget|money left|not a cent|landlord|buffer|puffer|checklist|calendar|kalender|programm)
        (\d+|twenty|thirty) (guests|people|kids|jugendliche|leute|gäste|kinder|personen)
        (booked|book|bookings|gebucht|buchen|ordered|bestellt)
        (monday|tuesday|wednesday|thursday|friday|saturday|sundays|montag|samstag|sonntag)
        """,
    ),
}
