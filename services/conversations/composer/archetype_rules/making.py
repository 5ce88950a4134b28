"""The rules of assistants who make something: texts, programs, analyses, plans."""

from collections.abc import Mapping

from services.conversations.composer.archetype_rules.rule import (
    ASKING,
    FORMAT,
    INVENTING,
    Archetype,
    BothLanguages,
    rule,
)
from services.conversations.composer.model import Part

_NUMBER = "(\\d+|one|two|three|four|five|six|seven|ten|zwei|drei|vier|fünf|sechs|sieben|zehn|eine?)"

_REVIEWING = (
    "review(s|ing|er|ers)?|pull requests?|audit(s|ing)?|(look|go|read) (over|through|at) … (code|scripts?|diffs?)"
    "|(check|read|critique|assess) (my|this|our|the|their) … (code|scripts?|functions?|diffs?)|code smells?|überprüf*"
    "|durchsicht|durchsehen|gegenles*|prüf(e|st|t)? … (code|skripte?|funktion*)|code … prüf*|begutacht*"
)
"""That code is not written, but read."""

_QUERYING = (
    "sql|quer(y|ies)|postgres*|mysql|sqlite|mariadb|mongo*|bigquery|snowflake|graphql|cypher|dax|regex*|formulas?"
    "|abfragen?|datenbankabfrage*|formeln?"
)
"""That what is written has no libraries and no imports."""

_EXPLAINED = (
    "error messages?|stack ?traces?|tracebacks?|error logs?|fehlermeldung*|stacktrace*"
    "|(explain|understand) … (code|errors?)"
    "|what … (mean|means|went wrong|is wrong)|why … (crash*|fail*|hang*|break*)|warum … (abstürz*|ab|hängt)"
)
"""That code is not written, but errors are explained."""

_ALONE = "(only|just) the (query|code|sql|formula|command)|nur (die|den|das) (abfrage|code|sql|formel|befehl)"

_LIBRARIES = (
    "pandas|polars|numpy|scipy|httpx|react|vue|angular|svelte|django|flask|fastapi|spring|express|jquery"
    "|tailwind|bootstrap|pytest|jest|sqlalchemy|matplotlib|seaborn|plotly|scikit*|sklearn|tensorflow|keras"
    "|pytorch|torch"
    "|rails|laravel|symfony|lodash|ggplot*|dplyr|tidyverse|pygame|tkinter|beautiful ?soup|selenium|playwright|boto3"
    "|pydantic|hibernate|openpyxl|streamlit|opencv|d3"
)
_ORDERED = "(headline|summary|result|answer|kernaussage|ergebnis|empfehlung|fazit)(,| first| zuerst| then| dann)"

RULES: Mapping[Archetype, tuple[BothLanguages, ...]] = {
    Archetype.WRITING: (
        rule(
            Part.HOW,
            "Decide what readers should remember, and build the text around it.",
            "Entscheide, was hängen bleiben soll, und baue den Text darum herum.",
            "(main|key|core|central) (message|point|idea)s?|takeaway*|remember*|call to action|moral|punchline",
            "kernbotschaft*|hauptbotschaft*|botschaft*|kernaussage*|(hängen|hängenbleiben) bleiben|im kopf bleiben",
            "pointe|hängenbleib*",
        ),
        rule(
            Part.HOW,
            "Prefer concrete details to adjectives.",
            "Zieh konkrete Einzelheiten Adjektiven vor.",
            "concrete*|specific*|details?|detailed|adjective*|vivid*|flowery|show,? (and )?(do not|don't|not) tell",
            "in the style of|style",
            "konkret*|einzelheit*|detail*|adjektiv*|anschaulich*|bildhaft*|blumig*|im stil|stil|schreibstil",
        ),
        rule(
            Part.LIMITS,
            "Do not invent quotes, figures or names of real people.",
            "Erfinde keine Zitate, Zahlen oder Namen wirklicher Personen.",
            f"{INVENTING}|facts?|fictional|fiction|true story|figures|quotes?|real (people|names)|fakten*|zitate*",
            "fiktiv*|wahre*",
        ),
        rule(
            Part.OUTPUT,
            "Return the finished text alone, without remarks about it.",
            "Gib nur den fertigen Text zurück, ohne Bemerkungen dazu.",
            "variants?|variations?|versions?|alternatives?|options?|drafts to|explain*|remarks?|comments?",
            f"{_NUMBER} (drafts|texts|ideas)",
            "nothing else|only the (text|post|poem|story|mail|email)|text alone",
            "variante*|alternative*|fassung*|version*|vorschläge*|vorschlag*|erklär*|bemerkung*|kommentar*",
            "kommentier*|sonst nichts",
            "nur (den|das|die) (\\w+ )?(text|gedicht|mail|post|geschichte)",
            "(tell|ask|show) me|(say|list|mark|note|explain) (what|which|where|why|your|all|every|briefly)",
            "(list|mark|show) … changes?",
            "(then|also|below|end with|followed by|after it) (add|give|say|list|write|suggest|ask|a|an|the|three|two)",
            "(add|with|leave|include) (a |an )?(\\w+ )?notes?|placeholder*|square brackets",
            "mention (what|which|where)|flag(s|ged)?|point out|notiz*|platzhalter*",
            "eckige*n? klammern|hinweis*|anmerkung*",
            "suggest(s|ion|ions)?|(say|tell|explain) … why|reasons? for (your|each|every)|(two|three) (of|for) each",
            "(sag|zeig|frag|nenn)(e|st|t)? (mir|mich|was|wo|warum|welche*|jede*|alle)|markier*|begründ*|änderungen",
            "(gib|schreib|nenn|schlag)* … dazu|außerdem|anschließend|zusätzlich|rückfrage*|anmerk*",
        ),
        rule(
            Part.HOW,
            "Vary the length of sentences, and cut every word that adds nothing.",
            "Wechsle die Satzlänge und streiche jedes Wort, das nichts beiträgt.",
            "sentence length|length of sentences|(short|long|simple) sentences|concise*|crisp|terse|succinct*|wordy",
            "filler*|rhythm|snappy",
            "satzlänge*|(kurze|lange|einfache)n? sätze*|knapp*|prägnant*|füllw*|rhythmus|streich* … wort*|bündig*",
        ),
    ),
    Archetype.CODE: (
        rule(
            Part.HOW,
            "State what you assume about versions and environment before the code.",
            "Nenne vor dem Code, was du über Versionen und Umgebung annimmst.",
            "(\\w+_)?versions?|environment*|assum*",
            "(python|node|java|php|ruby|go|django|react|postgres|postgresql|c#|\\.net) ?v?\\d[\\d.]*",
            "umgebung*|version|versionen|annahme*|annehm*|annimm*|es20\\d\\d|c\\+\\+ ?\\d\\d",
            f"{_REVIEWING}|{_QUERYING}|{_EXPLAINED}",
        ),
        rule(
            Part.LIMITS,
            "Use only libraries and functions that exist; never make one up.",
            "Verwende nur Bibliotheken und Funktionen, die es gibt; erfinde keine.",
            f"librar(y|ies)|dependenc(y|ies)|packages?|third[- ]party|standard library|stdlib|frameworks?|{INVENTING}",
            "bibliothek*|abhängigkeit*|paket|pakete*|standardbibliothek|fremdcode|drittanbieter*",
            f"{_LIBRARIES}|\\w+\\.js",
            "(plain|vanilla|pure|only|just|nur|reines?) (python|javascript|js|java|html|css|sql|bash|php|go|rust|c)",
            "(use|with|nimm|mit|verwende) (only )?(the )?(modules?|modul*|gems?|crates?|plugins?|api)",
            f"{_REVIEWING}|{_QUERYING}|{_EXPLAINED}",
        ),
        rule(
            Part.OUTPUT,
            "Give code that runs as it stands, with its imports.",
            "Gib Code, der so läuft, wie er dasteht, samt Importen.",
            "snippets?|imports?|runs|runnable|executable|whole (file|program|script)",
            "(entire|complete|full) (file|program|script|code)|diffs?|patch",
            "only (the )?(changed|changes)|schnipsel|ausschnitt*|importe*|lauffähig*|ausführbar*",
            "(ganze|komplette|vollständige)*n? (datei|programm|code|skript)*",
            f"so läuft|nur (die )?änderungen|{_QUERYING}|{_EXPLAINED}",
            f"{_REVIEWING}",
            "only (code|the function|the query)|pseudo-?code|explain (this|my|our|the)",
        ),
        rule(
            Part.HOW,
            "Handle errors and edge cases, and name those that you leave out.",
            "Behandle Fehler und Randfälle und nenne die, die du auslässt.",
            "(handle*|handling|catch*|check*|raise*|return*|log) … (errors?|exceptions?)|error handling",
            "edge[- ]cases?|corner[- ]cases?",
            "tests?|unit tests?|bugs first|fehlerbehandlung|fehlerfälle*|behandle* … fehler|ausnahme",
            f"ausnahmen|randfall*|randfälle*|sonderfälle*|{_REVIEWING}",
            f"errors?|exceptions?|fehler|robust*|{_REVIEWING}",
            _ALONE,
        ),
        rule(
            Part.HOW,
            "Explain why, not what each line does.",
            "Erkläre das Warum, nicht jede Zeile.",
            "explain*|explanation*|comment(s|ed|ing)?|docstring*|line by line|(say|tell|know) … why|only code",
            "just (the )?code|code only",
            "erklär*|erläuter*|kommentar*|kommentier*|zeile für zeile|warum|nur (den )?code|begründ*",
            "(without|no|keine?|ohne) (words|text|prose|talk|erkl*|worte)|nothing else|sonst nichts|reason*|why",
            f"{_ALONE}|{_EXPLAINED}",
        ),
    ),
    Archetype.ANALYSIS: (
        rule(
            Part.HOW,
            "State the question and the data you use before any result.",
            "Nenne die Frage und die verwendeten Daten vor jedem Ergebnis.",
            "(state|name|list|say|cite|describe|restate) … (question|data|sources?|dataset|figures used)|sources?",
            "cite|only (use )?(the|these) data",
            "(nenn*|beschreib*|zitier*|gib) … (frage|fragestellung|daten|datenbasis|datenquelle*)|quelle|quellen*",
            "datenquelle*|nur (die|diese) daten",
            "(start|begin|open|lead) with",
            "(headline|summary|bottom line|result|answer|conclusion|recommendation)s? first",
            "first(?=,| (say|give|name|list|tell|show|the (answer|result|headline|number|main|conclusion|summary)))",
            "at the top|on top|in (this|the following) order|followed by",
            "(beginn|fang|start)* … mit|zuerst|zunächst|als erstes|oben|am anfang|reihenfolge|vorweg|vorneweg",
            f"{_ORDERED}",
        ),
        rule(
            Part.HOW,
            "Show how you reach each number, so that it can be checked.",
            "Zeig, wie du zu jeder Zahl kommst, damit man sie prüfen kann.",
            "show* (how|your|the|all|me how) … (reach*|work|working|workings|calculat*|math|formula*|number|steps)",
            "calculation*|formulas?|reproduc*|traceab*",
            "zeig* … (rechn*|rechenweg*|zahl|formel*|weg)|rechenweg*|berechnung*|formel*|nachvollzieh*|nachrechn*",
            "vorrechn*|reproduzier*",
        ),
        rule(
            Part.LIMITS,
            "Do not read a cause into a correlation.",
            "Lies aus einem Zusammenhang keine Ursache heraus.",
            "correlat*|causal*|causation|cause and effect|causes? (into|from|unless|without)",
            "(no|not|*n't|never) … causes?",
            "korrel*|kausal*|(kein*|nicht|nie) … ursache*|scheinzusammenh*|zusammenhang … ursache*|ursache … wirkung",
        ),
        rule(
            Part.HOW,
            "Keep findings, explanations and recommendations apart.",
            "Trenne Befunde, Erklärungen und Empfehlungen.",
            "recommend*|findings? (and|from|apart|separate*)|separat* … (facts?|findings?|opinion*)",
            "suggest* … (action|measures|next)|(no|give) advice",
            "empfehl*|empfiehl*|trenn* … (befund*|fakt*|meinung*)|maßnahme*|ratschl*|handlungs*",
            "suggest*|advice|advise*|what (to do|we should|i should)|next steps?|actions?|propos*|rate mir|rat",
            "tipps?|vorschl*|schlag*",
            "nur (befunde|zahlen|fakten)|only (facts|findings|numbers)",
        ),
        rule(
            Part.UNSURE,
            "Say how sure you are of each finding, and what would change it.",
            "Sag, wie sicher jeder Befund ist und was ihn ändern würde.",
            "how (sure|certain|confident|likely|reliable)|confidence|uncertain*|unsure|not sure|*n't know|error bars?",
            "caveats?|limitations?|probabilit*",
            "wie (sicher|gewiss|verlässlich|wahrscheinlich|zuverlässig)|konfidenz*|unsicher*|nicht sicher|nicht weiß*",
            "wahrscheinlichkeit*|vorbehalt*",
        ),
    ),
    Archetype.PLANNING: (
        rule(
            Part.HOW,
            "Ask first about what would change the plan: the goal, the time and the budget.",
            "Frag zuerst nach dem, was den Plan ändern würde: Ziel, Zeit und Budget.",
            *ASKING,
            "budget*|€",
            f"{_NUMBER}[- ](days?|weeks?|weekends?|months?|hours?|nights?)",
            f"{_NUMBER}[- ](tage*|wochen?|monate?|stunden?|nächte|wochenende)",
            "[€$£] ?\\d+|\\d[\\d.,]* ?(€|euros?|eur|dollars?|usd|pounds?|franken|chf)",
            "don't ask|no questions|keine (rück)?fragen|frag nicht|assume",
        ),
        rule(
            Part.HOW,
            "Put the steps in the order in which they depend on each other.",
            "Ordne die Schritte danach, was wovon abhängt.",
            "steps|step by step|in (the |which )?(right |the )?order|depend*|sequence*|chronolog*|milestone*",
            "schritte|schritten|schritt für schritt|reihenfolge|abhäng*|nacheinander|meilenstein*|chronolog*",
        ),
        rule(
            Part.OUTPUT,
            "Give each step a duration and a result that can be checked.",
            "Gib jedem Schritt eine Dauer und ein Ergebnis, das man prüfen kann.",
            *FORMAT,
            "duration*|how long|(minutes|hours|times?) (per|for each)|time ?(table|line)|dauer*|wie lang*|zeitangabe*",
            "uhrzeit*|zeitplan*",
            "shopping list|einkaufsliste|one (line|word)|only the|nur die|menus?|*menü*|speise*|recipes?|rezept*",
        ),
        rule(
            Part.HOW,
            "Leave room for what may go wrong, and name the largest risk.",
            "Lass Luft für das, was schiefgehen kann, und nenne das größte Risiko.",
            "risk*|buffer*|slack|go(es)? wrong|backup*|plan b|rain(y)? (day|plan)*|contingenc*|spare time",
            "breathing space",
            "risik*|puffer*|schief ?(geh*|läuft|laufen)|plan b|ausweich*|notfallplan*|luft|reserve*|alternativ*",
        ),
        rule(
            Part.LIMITS,
            "Do not present a guess about prices or opening times as a fact.",
            "Gib eine Vermutung über Preise oder Öffnungszeiten nicht als Tatsache aus.",
            f"{INVENTING}|pric(e|es|ing)|opening (times|hours)|guess*|costs|cheap*|estimat*",
            "preis|preise*|öffnungszeit*|vermut*|kosten|rat(e|est) nicht|nicht raten|geraten|schätz*|günstig*",
        ),
    ),
}
