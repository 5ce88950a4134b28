"""What is to be made, planned or found out, where not every rule fits."""

CURTAILED = (
    "characters?|zeichen|*titles?|*titel|headlines?|slogans?|taglines?|captions?|subtitles?|untertitel*"
    "|labels?|hashtags?"
    "|outlines?|slides?|gliederung*|folien|subject lines?|betreff*|push|sms|buttons?"
)
"""That there is hardly any room."""

BOUNDED = (
    "characters?|zeichen|subtitles?|captions?|untertitel*|(at most|max*|up to|under|no (longer|more) than) \\d+"
    "|(höchstens|maximal|bis zu|unter) \\d+|fit(s|ting)? (on|in|into)|passt (auf|in)|one (page|line)"
    "|eine (seite|zeile)"
)
"""That a text may only have so much room."""

REWORDING = (
    "rewrit*|reword*|rephras*|paraphras*|simplif*|shorten*|proofread*|polish(es|ing)? (up|my|the|our)"
    "|tidy up|copy-?edit*"
    "|(in|into|to) (\\w+ )?(plain|simple|easy|clear|everyday|modern|formal|polite|normal) "
    "(english|language|words|german)"
    "|(make|makes|turn|turns) … (friendl(y|ier)|shorter|clear(er)?|simpler|polite*|formal|warmer|softer|plainer|nicer)"
    "|umschreib*|umformulier*|vereinfach*|überarbeit*|umzuschreib*|kürz(e|en|t)|glätte*n?|lektorier*|korrekturles*"
    "|(leichte|einfache|verständliche|klare|normale|heutige)*n?r? (sprache|deutsch|worte)"
    "|(freundlicher|höflicher|kürzer|verständlicher|einfacher|förmlicher) (machen|mach*|formulier*|schreib*)"
    "|schreib* … um|formulier* … um|(mach|make)* … (verständlich*|lesbar*|understandable|readable)"
)
"""That a text is there already and only its wording is to change."""

MESSAGE = (
    "*posts?|blog*|articles?|newsletters?|speech(es)?|sermons?|talks?|toasts?|eulog*|press releases?|essays?|columns?"
    "|editorials?|flyers?|leaflets?|posters?|*ads?|adverts?|campaign*|tweets?|podcasts?|scripts?|pitch*|appeals?"
    "|artikel|*beiträge?|*beitrag|*reden?|predigt*|vortr*|ansprache*|pressemitteilung*|aufsatz|kolumne*|flugblatt"
    "|anzeigen?|plakat*|aufruf*|rundbrief*|grußwort*|letters? to (members|parents|donors)|elternbrief*|brief"
)
"""That a text wants to bring something home."""

DESCRIBING = (
    "descri*|product texts?|portraits?|profiles?|bios?|travel*|brochure*|stor(y|ies)|copy|website|homepage|web ?site"
    "|listings?|beschreib*|*beschreibung*|porträt*|steckbrief*|prospekt*|geschichte*|webseite*|website*|produkttext*"
)
"""That a text is to show what something is like."""

TONED = (
    "(polite*|friendly|formal|casual|plain*|warm*|funny|cheerful*|serious*|neutral*|simple|simply|gentle|dry|lively|lyrical"
    "|colloquial*|respectful*|businesslike|sober|playful*|natural*|modern|clear|old-fashioned|firm|witty)"
    "|(sachlich|heiter|freundlich|herzlich|höflich|förmlich|locker|schlicht|ernst|lustig|nüchtern|lebendig|klar|modern"
    "|verständlich|neutral|deutlich|respektvoll|witzig|persönlich|warm|flott|seriös)*"
    "|\\w+ (but|yet|aber|doch) (not )?\\w+(?=[.,;]|$)|\\w+ und \\w+(lich|ig|isch|haft)"
)
"""That a tone is named."""

CASUAL = (
    "letters?|e-?mails?|mails?|cards?|postcards?|messages?|texts?|songs?|captions?|subtitles?|chats?"
    "|whatsapp|diar(y|ies)"
    "|*briefe?|(post|gruß|glückwunsch|trauer)*karten?|*mails?|nachrichten|untertitel*|tagebuch*|tagebücher|sprüche|slogans?|tweets?"
    "|posts?|*rechnungen"
)
"""That a text has hardly any terms."""

WITHOUT_FLOW = (
    "playbooks?|ansible*|terraform|yaml|toml|dockerfiles?|compose files?|makefiles?|css|html|markup|config*|konfig*"
    "|schemas?|manifests?|helm|latex|stylesheets?"
)
"""That what is written has no flow in which anything could fail."""

CAUSES = (
    "why|causes?|reasons?|because|behind|correlat*|effects?|affect*|influenc*|impact|leads? to"
    "|link(s|ed)?|drop(s|ped)?"
    "|fell|warum|wieso|weshalb|ursachen?|woran|gr(u|ü)nde?|wirk*|einfluss|zusammenh(a|ä)ng*|liegt|hängt|due to"
)
"""That somebody asks what something comes from."""

REPORTING = "analy*|evaluat*|stud(y|ies)|research*|reports?|audits?|auswert*|werte* … aus|untersuch*|*bericht*|studien?"
"""That findings are reported to others."""

RISKS = (
    "risks?|pitfalls?|weakness*|weak spots?|flaws?|loopholes?|red flags?|dangers?|hazards?|gaps|holes|traps?|faults?"
    "|*risik*|fallstrick*|schwächen|schwachstelle*|*mängel|lücken|tücken|gefahren|fallen|haken"
)
"""That somebody looks for what is wrong with a thing."""

MEALS = (
    "meals?|menus?|menüs?|*menü|recipes?|rezepte?|dinners?|lunch*|breakfast*|cook*|food|speise*|essens*"
    "|mahlzeit*|koch*"
    "|wochenplan|rota|rotas|shifts?|schicht*|dienst*|timetable|stundenplan|workouts?|trainingsplan"
)
"""That a plan has no steps that rest on each other."""

PROJECT = (
    "projects?|launch*|releases?|migrat*|rollout*|roll-out|construction|thesis|roadmap*|sprints?|go-?live|implement*"
    "|*projekte?|*projekts|einführung*|*umstellung|*bau|bauphase|masterarbeit|bachelorarbeit|doktorarbeit|dissertation"
    "|inbetriebnahme|umbau*|relocation of (our|the) (office|company|warehouse)|product development|produktentwicklung"
)
"""That people work on something that has to be delivered."""

STEPWISE = (
    "wedding*|mov(e|es|ing)|part(y|ies)|festival*|fairs?|fete|conference*|concert*|reunion|camps?"
    "|renovat*|opening|garden*"
    "|organi[sz]*|*fest|*feier|hochzeit*|umzug*|umziehen|turnier*|jubiläum|konzert*|tagung*|renovier*"
    "|organisier*|*markt"
    "|basar|flohmarkt|eröffnung*|garten*|build*|bauen|mariage|boda|event*|veranstalt*|exam*|revision|prüfung*|steps"
    "|tasks|aufgaben|schritte|things to do|to-?do*"
)
"""That some things have to be done before others."""

NUMBER = "(\\d+|one|two|three|four|five|six|seven|ten|zwei|drei|vier|fünf|sechs|sieben|zehn|eine?)"

REVIEWING = (
    "review(s|ing|er|ers)?|pull requests?|audit(s|ing)?|(look|go|read) (over|through|at) … (code|scripts?|diffs?)"
    "|(check|read|critique|assess) (my|this|our|the|their) … (code|scripts?|functions?|diffs?)|code smells?|überprüf*"
    "|durchsicht|durchsehen|gegenles*|prüf(e|st|t)? … (code|skripte?|funktion*)|code … prüf*|begutacht*"
)
"""That code is not written, but read."""

QUERYING = (
    "sql|quer(y|ies)|postgres*|mysql|sqlite|mariadb|mongo*|bigquery|snowflake|graphql|cypher|dax|reg(ex|exp)*"
    "|formula(s|e)?|*abfragen?|*formeln?|(?<!use\\s)(?<!no\\s)(regular|cron|xpath|jq) expressions?"
    "|reguläre*n? ausdr*|patterns?|xpath|jq"
    "|(such)?muster*"
)
"""That what is written has no libraries and no imports."""

EXPLAINED = (
    "error messages?|stack ?traces?|tracebacks?|error logs?|fehlermeldung*|stacktrace*"
    "|(explain|understand) … (code|errors?)"
    "|what … (mean|means|went wrong|is wrong)|why … (crash*|fail*|hang*|break*)|warum … (abstürz*|ab|hängt)"
)
"""That code is not written, but errors are explained."""

EXPLAINS = (
    "(explain|explains|explaining) (\\w+ )?(this|these|my|our|the|a|code|scripts?|programs?|functions?|me|to)"
    "|erklär(e|en|t|st)? (mir|uns|den|diese*|mein*|unser*|code|skript*|programm*)"
)
"""That code is there already and is explained."""

ALONE = "(only|just) the (query|code|sql|formula|command)|nur (die|den|das) (abfrage|code|sql|formel|befehl)"

LIBRARIES = (
    "pandas|polars|numpy|scipy|httpx|react|vue|angular|svelte|django|flask|fastapi|spring|express|jquery"
    "|tailwind|bootstrap|pytest|jest|sqlalchemy|matplotlib|seaborn|plotly|scikit*|sklearn|tensorflow|keras"
    "|pytorch|torch"
    "|rails|laravel|symfony|lodash|ggplot*|dplyr|tidyverse|pygame|tkinter|beautiful ?soup|selenium|playwright|boto3"
    "|pydantic|hibernate|openpyxl|streamlit|opencv|d3"
)

ORDERED = "(headline|summary|result|answer|kernaussage|ergebnis|empfehlung|fazit)(,| first| zuerst| then| dann)"

VERSE = (
    "limericks?|poems?|verses?|haikus?|sonnets?|lyrics|riddles?|jokes?|fairy ?tales?"
    "|(bedtime|short|ghost) stor(y|ies)|rhym*"
    "|gedichte?|*verse|reim*|märchen|rätsel|witze|liedtext*|*geschichten?"
)
"""That what is written is to please, and nobody asks for its point."""

BARE = (
    "(just|only) (the )?(file|code|block|playbook|function|class|formula|query)|no chatter|nothing (before|after|else)"
    "|nur (die|den|das) (datei|code|block|funktion|klasse)|sonst nichts|kein gerede"
)
"""That nothing may stand beside the code."""

PORTING = "(port|ports|translates?|turn|turns|convert|converts|rewrite) … (into|to|in)|portier*|übertrag*|wandle … um"
"""That code is carried over as it is."""

MONTHS = (
    "(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|aug|sept|oct|nov|dec"
    "|januar|februar|märz|mai|juni|juli|oktober|dezember)"
)

GOING_OR_BUYING = (
    "trips?|travel*|tour*|journey|visit*|holidays?|vacations?|weekend in|days in|itinerar*|route|wedding*|part(y|ies)"
    "|excursion*|outing*|restaurants?"
    "|hotels?|museums?|tickets?|buy*|shopping|hire|rent|budget|reise*|*reise|urlaub|ausfl*|*ausflug"
    "|*fahrt|tage in|besuch*"
    "|einkauf*|kauf*|mieten|eintritt*|freizeit|wander*|hik(e|ing)"
)
"""That people travel or buy."""
