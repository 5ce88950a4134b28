"""Where a German sentence may fall into clauses: at its commas, at `und`, and where those go on who leave both out."""

import re

from services.conversations.composer.german.lexicon import word_set
from services.conversations.composer.layout import pattern

JOINT = re.compile(
    r"[,;](?:\s+(?:und|aber|jedoch))?(?:\s+bitte)?\s+(?:(?:also|deshalb|daher|darum|deswegen)\s+"
    r"(?=(?:soll|sollte|muss|darf|sollst|musst|darfst|keine?n?|kurze?|einfache|bitte|nur|auch)\b))?|"
    r"(?<![\s,;])\s+(?:und|aber)\s+(?:bitte\s+)?|"
    r"(?<=[^\s,;])\s+bitte\s+(?=(?:auf|in|als|ohne)\s)",
    re.IGNORECASE,
)
RUN_ON = re.compile(
    JOINT.pattern
    + r"|(?<=[^\s,;])\s+(?=(?:mach (?:es|das)|halte? (?:es|dich|das)|keine \w+|nie(?:mals)? \w+|immer (?:mit|auf|in)|"
    r"(?:die|der|das|meine?|unsere?|manche|viele) \w+ (?:fragen|wollen|sind|ist|haben|hat|kommen|kommt|brauchen|"
    r"braucht|"
    r"schreiben|rufen)|bitte [a-zäöüß]+e (?:das|die|den|mir|es|ihnen)|bei \w+ (?:auf|an) (?:den|die|das|uns|mich)|"
    r"(?:er|es) soll|ich (?:hab|habe|bin|kann|komm|versteh|brauch)|bitte (?:keine|nicht|nie|immer|auf|in|kurz|"
    r"mit))(?=[\s.!]|$))",
    re.IGNORECASE,
)
"""Where those who write small, and without commas, begin anew."""
HOLDS = word_set(
    """
    und oder aber der die das dass den dem er es sie ich wir du man wenn falls weil mit auch bitte mir mich uns dir dich
    gar noch ihm ihr ihnen nur soll sollst muss darf darfst kann kannst hat habe haben gibt sind ist werden wird dann
    sondern damit ob wie was wo immer nicht also einfach jetzt doch mal verwendet macht schreibt stellt nennt gibt sagt
    zeigt will möchte mag brauche brauch hab wollen möchten
    """
)
"""What goes on with what follows it."""
IS = word_set("ist sind war hat haben wird werden gibt kann soll muss darf")
TELLS = pattern(r"(?:ich|wir) [a-zäöüß]+\s|(?:bin|sind) (?!ich\b|wir\b)")
MAY = pattern(r"(?:kann|darf) (?:aber|auch|ruhig|gerne?)\s")
ITEM = re.compile(r"[A-ZÄÖÜ][\w-]+(?:, [A-ZÄÖÜ][\w-]+){0,8}")
BARE = re.compile(r"(?:(?:der|die|das|den|alle|jedes) )?[A-ZÄÖÜ][\w-]+", re.IGNORECASE)
BANS = pattern(r"(?:keine?n?|ohne|nichts|nie|niemals|auf keinen fall)\s")
NOTHING = pattern(r"nichts (?:über|zu|von|mit|was)\s|nur (?!wenn\b|falls\b)\w")
PLAIN = pattern(r"(?:kurze|einfache|klare) (?:sätze|antworten|worte|wörter|sprache)\b")
IS_SO = re.compile(r"[A-ZÄÖÜ][\w-]+(?: [\w-]+){0,5} (?:sind|ist|dürfen|darf|reicht|gehen) ")
STANDS = pattern(
    r"(?:die|alle) (?:antworten|infos|informationen|details|regeln|preise) (?:stehen|finden sich|findest du)\b|"
    r"ich (?:schicke?|kopiere?|gebe?|füge?|poste|hänge?) (?:dir|die|den|das|meine?n?)\b"
)
AMOUNT = pattern(
    r"(?:maximal|höchstens|max\.?|mindestens|bis zu|nicht (?:mehr|länger) als|unter|etwa|ca\.?)\s+(?:\d+|ein\w*|zwei|"
    r"drei|vier|fünf|"
    r"sechs|acht|zehn)\s+(?:wörter|wort|sätze|satz|zeichen|zeilen|absätze|absatz|punkte|stichpunkte|seiten?|"
    r"vorschläge)\b(?!n)"
)
SHAPE = pattern(
    r"(?:(?:nur |immer |alles )?auf (?:einfachem |gutem )?[a-zäöü]+isch|(?:nur |immer |alles )?auf deutsch|"
    r"als (?:tabelle|liste|json|csv|xml|markdown|aufzählung|fließtext|stichpunkte)|in (?:einfacher|leichter) sprache|"
    r"in (?:stichpunkten|tabellenform|ganzen sätzen)|per du|per sie|(?:möglichst )?(?:kurz|knapp|ausführlich)(?: und "
    r"(?:in einfacher sprache|\w+))?"
    r")[.!]?(?=$|[,;\n]|\s+und\s)"
)
OBJECTS = word_set(
    """
    den die das dem der alle alles immer mich mir dich dir sie ihn es jeden jede jedes jedem nicht nie kurz nach bei
    zuerst ob ein eine einen einem keine keinen kein nur stets auf zurück meine meinen deine deinen freundlich
    """
)
IS_RELATIVE = pattern(
    r",\s+(?:(?:mit|von|für|in|bei|zu|an|auf|aus|über) )?(?:der|die|das|dem|den|denen|deren|dessen|welche[rs]?|wo|"
    r"was|wie|wer|ob|dass|wenn|falls|weil|damit|bevor|nachdem|sobald|während|obwohl)\s"
)
TO_BE_DONE = pattern(
    r"(?:[\w-]+ ){1,3}(?:sollen|müssen|dürfen|soll|muss|darf) [^,;:.!?]{0,120}[a-zäöüß]{4,30}(?:t|en) werden\b"
)
HE_SHOULD = pattern(
    r"(?:(?:er|es|sie|du|d(?:er|ie|as)|d(?:er|ie|as) [\w-]+)\s+)?(?:sollst|soll|sollte|musst|muss|darfst|darf)\s"
)
HE = pattern(r"(?:er|es|du|(?:der|das|die) ([\w-]+))\s+([a-zäöüß]+)\s")
WOULD = word_set("wäre hätte könnte würde sei")
"""Verbs that go on with what is pretended: `gib nicht vor, er wäre Arzt`."""
INVERTED = pattern(r"(?:[\w-]+\s+){1,5}(?:soll|sollte|muss|darf|sollst|musst|darfst)\s+(?:er|sie|es|du)\s")
NEVER = pattern(r"(?:nie|niemals|auf keinen fall|keinesfalls|unter keinen umständen|bloß nicht)\s")
NONE = pattern(r"keine?n?\s+(?!sorge|problem|ahnung|wunder)\w")
WITHOUT = pattern(r"ohne\s+(?!dass\b)\w")
TO = re.compile(r"\bzu [a-zäöüß]+n$|\b[a-zäöü]{2,20}zu[a-zäöüß]+n$")
IF_ANEW = pattern(
    r"(?:wenn|falls|sobald) (?:ich|wir|einer|jemand|er|sie|es|man|wer|eine?|der|die|das|mir) [^,;.!?]{2,120}, "
)
ENDS_IN_MODAL = pattern(r"(?:^|\s)(?:soll|sollte|muss|darf|kann|sollst|musst|darfst|kannst|könnte)\s*$")
WANTS = pattern(r"(?:(?:ich|wir) )?(?:brauche?|suche?|möchte|will|hätte gerne?|suchen|brauchen)\s")
THEN = pattern(r"\b(?:dann|danach|anschließend|zuerst)\b")
SAYS_ICH = pattern(r"(?:ich|wir)\b|.{0,200}\s(?:ich|wir)\s")
THE = pattern(r"(?:d(?:er|ie|as)|eine?|meine?|unsere?)\s+([\w-]+)")
IF = pattern(r"(?:wenn|falls|sobald)\s")
ADVERB = pattern(
    r"(?:(?:also|deshalb|daher|dann|danach|anschließend|außerdem|zum schluss|am ende|zuerst|immer|stets|dabei)\s+)?"
)
WITH = pattern(r"\s*(?:bitte )?(?:(?:immer|stets|jeweils) )?mit\s")
IS_TO = pattern(r"\b(?:sollst|soll|sollte|musst|muss|darfst|darf)\s")
IT_IS_TO = pattern(
    r"(?:jede[rs]?|alle|d(?:er|ie|as)|deine?|eine?) (?:[\w-]+ )?([\w-]+) (?:soll|sollte|muss|darf|kann)\b"
)
TWO_WORDS = re.compile(r"([\w-]+)(?:\s+(\S+)|[.!]?$)")
FROM_YOU = pattern(r"von dir (?:kommt|kommen|brauche ich|will ich|möchte ich|hätte ich gern)\s")
KEPT = pattern(
    r"(?P<what>(?:anleitung|erklärung|antwort|begründung|rückmeldung|zusammenfassung|anweisung|einleitung|antworten|"
    r"erklärungen|anleitungen|begründungen|hinweise|texte|sätze|kommentare|tipps|absätze|feedback|text|satz|absatz))"
    r"(?P<how>(?: (?:bitte|immer|möglichst|sehr|eher|ganz|nur|recht|schön))* (?:kurz|knapp|einfach|ausführlich|"
    r"verständlich|klar|freundlich|sachlich|simpel|leicht|ehrlich|direkt)"
    r"(?: und (?:kurz|knapp|einfach|klar|verständlich))?)[.!]?$"
)
"""`Anleitung kurz`."""
