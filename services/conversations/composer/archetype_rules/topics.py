"""What people say about the topics of rules, which the rules then leave to them."""

EXAMINING = (
    "examin(e|es|er|ers|ing)|oral exam*|mock exams?|exam questions|tests? (me|us|him|her|students|pupils|learners)"
    "|^\\s?quiz(zes)? (me|us|my)|prüf(e|st|t)? (mich|uns|ihn|sie)|prüfer|prüferin|prüfungsfrage*|mündliche prüfung"
    "|(test|teste|testest) (mich|uns)|^\\s?frage? mich … ab"
)
"""That what somebody knows is examined, and nothing explained."""

CONVERSING = (
    "(chat|talk|speak|converse) … (with|in|to)|conversation|small talk|(language|conversation) partner"
    "|unterhalt* … mit"
    "|(sprach|tandem|gesprächs)partner*|plauder*|konversation"
)
"""That a language is spoken, and nothing explained."""

REVIEWS = "reviews?|ratings?|stars?|rezension*|bewertung*|sterne*"
"""That one answers in public, where nobody can be asked or helped."""

IN_HASTE = (
    "no time|queue|in a hurry|one step per|few words|no small talk|keine floskeln|wenig worte|knapp|eilig|vollquatsch*"
)
"""That nothing is to be said besides what helps."""

SHORT = "(short|\\d+|two|three|five|six) (\\w+ )?(lines|sentences)|(\\d+|zwei|drei|fünf) (bis \\w+ )?(zeilen|sätze)"

REHEARSING = (
    "quizzes|drills?|drilling|rehears*|role-?play*|plays? (the|a|an|my)"
    "|you are (the )?(doctor|customer|caller|waiter)|vocab*"
    "|practi[sc]e (with me )?(\\w+ )?(talk|conversation*)|spielt|spiel* (die|den|einen|eine)|rollenspiel*|vokabel*"
    "|(üben|übt|proben) … *(gespräch*|kundschaft)|*gespräch* (üben|proben)"
)
"""That something is practised, and nothing explained."""

PLAYING = (
    "play (my|the|one|him|her|them|a|an)|rehears*|role-?play*|be my (boss|interviewer|landlord|ex)"
    "|spiel* (mein*|den|die|einen|eine)"
    "|rollenspiel*|durchspiel*"
)
"""That a talk is rehearsed with somebody who plays the other."""

TWO = (
    r"(as|into|als|in|is it|is|:) (an? |eine? )?\w+ (or|oder) (an? |eine? )?(not )?\w+(?=\s?([.?!;)]|$))"
    r"|(urgent|spam|genuine|real|fake|important|dringend|eilig|echt|wichtig|giftig) (or|oder)|either|entweder"
    r"|yes or no|yes/no|ja/nein|ja oder nein|\w+ or not|\w+ oder nicht|whether|ob"
)
"""That there are two labels, of which one fits."""

DOUBTFUL = (
    "(if|when|where|wherever|in case of) … (doubt|none|nothing|unclear|neither)"
    "|(wenn|falls|bei) … (zweifel*|nichts|keine*|unklar*)"
)
"""That the person has settled what is done where nothing fits."""

BOTH = (
    "(if|when|where|wherever|in case of) … (both|two|several|doubt|mixed)|(wenn|falls|bei) … (beide*|zwei|mehrere*)"
    "|counts? as|gilt als|zählt als|ties?|first match|always (goes|wins|counts)|hat vorrang"
)
"""That the person has settled what is done where two fit."""

SHOWN = "(input|eingabe): |this is what (i|we) want|like this|like so|in this form|so soll es|in dieser form|wie hier"
"""That a sample shows how values are written."""

OWN_TEXTS = (
    "my (own )?(sermons?|notes|lectures?|talks?|drafts?|diary|posts)"
    "|meine*n? (*predigt*|*notizen|vorträge|texte|mitschrift*)"
    "|(patch|release|handover|lecture) notes|handover*|übergabe*|whats ?ap*|gruppe*|group chats?|chats?"
    "|nachrichten|messages"
    "|predigt*|sermons?|recipes?|rezepte"
)
"""That hardly anything is claimed in the texts."""

NUMBER = "(\\d+|one|two|three|four|five|six|seven|ten|zwei|drei|vier|fünf|sechs|sieben|zehn|eine?)"

REVIEWING = (
    "review(s|ing|er|ers)?|pull requests?|audit(s|ing)?|(look|go|read) (over|through|at) … (code|scripts?|diffs?)"
    "|(check|read|critique|assess) (my|this|our|the|their) … (code|scripts?|functions?|diffs?)|code smells?|überprüf*"
    "|durchsicht|durchsehen|gegenles*|prüf(e|st|t)? … (code|skripte?|funktion*)|code … prüf*|begutacht*"
)
"""That code is not written, but read."""

QUERYING = (
    "sql|quer(y|ies)|postgres*|mysql|sqlite|mariadb|mongo*|bigquery|snowflake|graphql|cypher|dax|regex*|formulas?"
    "|abfragen?|datenbankabfrage*|formeln?"
)
"""That what is written has no libraries and no imports."""

EXPLAINED = (
    "error messages?|stack ?traces?|tracebacks?|error logs?|fehlermeldung*|stacktrace*"
    "|(explain|understand) … (code|errors?)"
    "|what … (mean|means|went wrong|is wrong)|why … (crash*|fail*|hang*|break*)|warum … (abstürz*|ab|hängt)"
)
"""That code is not written, but errors are explained."""

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

PORTING = "(port|ports|turn|turns|convert|converts|rewrite) … (into|to|in)|portier*|übertrag*|wandle … um"
"""That code is carried over as it is."""

MONTHS = (
    "(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|aug|sept|oct|nov|dec"
    "|januar|februar|märz|mai|juni|juli|oktober|dezember)"
)

GOING_OR_BUYING = (
    "trips?|travel*|tour*|journey|visit*|holidays?|vacations?|weekend in|days in|itinerar*|route"
    "|excursion*|outing*|restaurants?"
    "|hotels?|museums?|tickets?|buy*|shopping|hire|rent|budget|reise*|*reise|urlaub|ausfl*|*ausflug"
    "|*fahrt|tage in|besuch*"
    "|einkauf*|kauf*|mieten|eintritt*|freizeit|wander*|hik(e|ing)"
)
"""That people travel or buy."""

CLAIMING = (
    "articles?|news*|papers?|stud(y|ies)|reports?|judg*|contracts?|press|interviews?|debates?|speech"
    "|speeches|legal|court"
    "|claims?|e-?mails?|mails?|letters?|reviews?|research|trials?|artikel|berichte?|*berichte?|urteile?"
    "|verträge?|studien?"
    "|interviews?|debatten?|reden|gutachten|bücher|blog ?posts?|opinions?|complaints?|feedback|leases?|text"
)
"""That texts are to be summarised in which somebody claims something."""

HANDLING = (
    "set ?up|install*|router|wi-?fi|wlan|devices?|apps?|reset|broken|jam(s|med)?|error*|fehler*|printers?"
    "|drucker|machines?"
    "|log ?in|accounts?|passwords?|passwort*|software|technical|technisch*|hearing aids?|plays up|kaputt"
    "|klemm*|störung*|gerät*"
    "|einricht*|anschließ*|anmeld*|(n't|not) (work|open|start|turn on)|nicht (geht|funktioniert)|mails?|problem*"
)
"""That customers have to do something with a thing."""
