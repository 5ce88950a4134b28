"""The rules of assistants who write, read or explain programs."""

from collections.abc import Mapping

from services.conversations.composer.archetype_rules.contrary import MINIMAL, RESULT_FIRST
from services.conversations.composer.archetype_rules.genres import (
    ALONE,
    BARE,
    EXPLAINED,
    EXPLAINS,
    LIBRARIES,
    PORTING,
    QUERYING,
    REVIEWING,
    WITHOUT_FLOW,
)
from services.conversations.composer.archetype_rules.rule import INVENTING, Archetype, BothLanguages, rule
from services.conversations.composer.model import Part

RULES: Mapping[Archetype, tuple[BothLanguages, ...]] = {
    Archetype.CODE: (
        rule(
            Part.HOW,
            "State what you assume about versions and environment before the code.",
            "Nenne vor dem Code, was du über Versionen und Umgebung annimmst.",
            "(\\w+_)?versions?|environment*|assum*",
            "(python|node|java|php|ruby|go|django|react|postgres|postgresql|c#|\\.net) ?v?\\d[\\d.]*",
            "umgebung*|version|versionen|annahme*|annehm*|annimm*|es20\\d\\d|c\\+\\+ ?\\d\\d",
            f"{REVIEWING}|{QUERYING}|{EXPLAINED}|{PORTING}|html|css|comment (my|our|the|on)|kommentier*",
            f"{BARE}|{RESULT_FIRST}",
            "(debian|ubuntu|windows|arduino|ide|spring boot|kotlin|php|excel|sheets|cobol|z/os)[- ]?\\d*|formulas?",
        ),
        rule(
            Part.LIMITS,
            "Use only libraries and functions that exist; never make one up.",
            "Verwende nur Bibliotheken und Funktionen, die es gibt; erfinde keine.",
            f"librar(y|ies)|dependenc(y|ies)|packages?|third[- ]party|standard library|stdlib|frameworks?|{INVENTING}",
            "bibliothek*|abhängigkeit*|paket|pakete*|standardbibliothek|fremdcode|drittanbieter*",
            f"{LIBRARIES}|\\w+\\.js",
            "(plain|vanilla|pure|only|just|nur|reines?) (python|javascript|js|java|html|css|sql|bash|php|go|rust|c)",
            "(use|with|nimm|mit|verwende) (only )?(the )?(modules?|modul*|gems?|crates?|plugins?|api)",
            f"{REVIEWING}|{QUERYING}|{EXPLAINED}",
            "modul*|module*|add-?ons?|plug-?ins?|arduino|cobol|html|css",
            EXPLAINS,
            f"{WITHOUT_FLOW}|comment (my|our|the|on)|kommentier*",
        ),
        rule(
            Part.OUTPUT,
            "Give code that runs as it stands.",
            "Gib Code, der so läuft, wie er dasteht.",
            "snippets?|imports?|runs|runnable|executable|whole (file|program|script)",
            "(entire|complete|full) (file|program|script|code)|diffs?|patch",
            "only (the )?(changed|changes)|schnipsel|ausschnitt*|importe*|lauffähig*|ausführbar*",
            "(ganze|komplette|vollständige)*n? (datei|programm|code|skript)*",
            f"so läuft|nur (die )?änderungen|{QUERYING}|{EXPLAINED}",
            REVIEWING,
            f"only (code|the function|the query)|pseudo-?code|{EXPLAINS}",
            f"{BARE}|playbooks?|ansible|terraform|yaml|dockerfile*|the lines? (that|to)",
            f"not the (entire|whole)|nicht die ganze|{MINIMAL}",
        ),
        rule(
            Part.HOW,
            "Handle errors and edge cases, and name those that you leave out.",
            "Behandle Fehler und Randfälle und nenne die, die du auslässt.",
            "(handle*|handling|catch*|check*|raise*|return*|log) … (errors?|exceptions?)|error handling",
            "edge[- ]cases?|corner[- ]cases?",
            "tests?|unit tests?|bugs first|fehlerbehandlung|fehlerfälle*|behandle* … fehler|ausnahme",
            f"ausnahmen|randfall*|randfälle*|sonderfälle*|{REVIEWING}",
            f"errors?|exceptions?|fehler|robust*|{QUERYING}|{WITHOUT_FLOW}",
            ALONE,
            f"{BARE}|{EXPLAINED}|{PORTING}|{EXPLAINS}|{MINIMAL}",
        ),
        rule(
            Part.HOW,
            "Explain why, not what each line does.",
            "Erkläre das Warum, nicht jede Zeile.",
            "explain*|explanation*|comment(s|ed|ing)?|docstring*|line by line|(say|tell|know) … why|only code",
            "just (the )?code|code only",
            "erklär*|erläuter*|kommentar*|kommentier*|zeile für zeile|warum|nur (den )?code|begründ*",
            "(without|no|keine?|ohne) (words|text|prose|talk|erkl*|worte)|nothing else|sonst nichts|reason*|why",
            f"{ALONE}|{EXPLAINED}|{QUERYING}|{REVIEWING}",
            f"{BARE}|{PORTING}|in (a|one) sentence|in einem satz|(normal|plain|simple) words",
        ),
        rule(
            Part.HOW,
            "Show by an example what comes out.",
            "Zeige an einem Beispiel, was herauskommt.",
            "examples?|beispiel*|samples?|matches|explain*|erklär*|slow|faster|schneller|langsam",
            f"{ALONE}|{BARE}|{REVIEWING}|{EXPLAINED}",
            fits=QUERYING,
        ),
        rule(
            Part.LIMITS,
            "Do not make up names of tables, columns or cells.",
            "Erfinde keine Namen von Tabellen, Spalten oder Zellen.",
            REVIEWING,
            f"{INVENTING}|schema*|tables? (are|called|named)|columns? (are|called|named)|(tabellen|spalten) heißen",
            fits="sql|postgres*|mysql|sqlite|mariadb|bigquery|snowflake|dax|formulas?|formeln?|*formeln?|abfragen?"
            "|datenbankabfrage*|quer(y|ies)",
        ),
        rule(
            Part.HOW,
            "Name the most serious problems first, and say where each one is.",
            "Nenne die schwersten Probleme zuerst und sage, wo jedes steckt.",
            "first|slow*|fast*|why|sever*|serious|worst|order(ed)?|rank*|line numbers?|zuerst|schwer*|zeilennummer*",
            "nach (wichtig*|rang)",
            fits=REVIEWING,
        ),
        rule(
            Part.HOW,
            "Say first what the error means, then how to correct it.",
            "Sage zuerst, was der Fehler bedeutet, dann, wie man ihn behebt.",
            "first|then|always|cause*|fix*|correct*|solution*|zuerst|dann|immer|ursache*|beheb*|lösung*",
            fits="error (messages?|logs?|codes?)|stack ?traces?|tracebacks?|warnings?|fehlermeldung*"
            "|stacktrace*|errors?",
        ),
        rule(
            Part.HOW,
            "Keep what the code does, and say where that is not possible.",
            "Erhalte, was der Code tut, und sage, wo das nicht geht.",
            "behav*|same (result|output|way|thing)s?|identical|exactly",
            "(keep|alter|change|touch)* … (do|does|work|run)s?",
            "(how|what) (it|they) (work|run|do)s?|verhalten*|verhält|gleich*|genau (so|wie)|unverändert*",
            fits=PORTING,
        ),
    ),
}
