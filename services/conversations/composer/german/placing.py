"""In which section a German sentence stands, by how it begins."""

import re

from services.conversations.composer.german.conditions import depends, is_about_the_unknown, leaves_out_ich
from services.conversations.composer.german.grammar import orders
from services.conversations.composer.german.joints import KEPT
from services.conversations.composer.german.keeping_out import stays_out
from services.conversations.composer.german.members import BOUNDED, LATER, describes
from services.conversations.composer.german.nouns import is_agent, names_people
from services.conversations.composer.german.others import of_others
from services.conversations.composer.german.specifying import is_specified
from services.conversations.composer.german.toning import is_tone
from services.conversations.composer.german.wordings import NAMES
from services.conversations.composer.layout import pattern, word_set
from services.conversations.composer.model import Part

_TONGUES = "|".join(sorted(NAMES))
EXAMPLES = pattern(
    r"(?:zum beispiel|z\. ?b\.|beispielsweise|(?:ein(?:ige)? |hier (?:ist|sind) (?:ein(?:ige)? "
    r")?)?beispiele?\b)[,:]?\s*"
)
"""What introduces an example."""
_KNOWN = pattern(
    r"(?:die|alle|unsere|meine) (?:[\w-]+ )?(?:antworten|infos|informationen|details|preise|regeln|öffnungszeiten|"
    r"zahlen|daten) (?:stehen|liegen|finden sich|findest du|gibt es)\b",
    r"es (?:geht|handelt sich|dreht sich) (?:\w+ )?um\b|es (?:kommen|sind|gibt)\b",
)
_GIVEN = pattern(
    r"ich (?:gebe?|schicke?|liefere?) (?:das|die|den|eine?n?|meine?n?) [\w-]+[.!]?$",
    r"du (?:bekommst|kriegst|erhältst)\b|ich (?:gebe?|schicke?|sende|kopiere?|füge?|poste|hänge?|lade|"
    r"stelle?) [^,;:.!?]{0,100}"
    r"(?:dir|ein|rein|hinein|an|hoch|zur verfügung|hier|unten|vor)(?=[\s.!]|$)",
    r"(?:der|die|das|den|themen|texte|daten|stichpunkte|notizen)(?: [\w-]+)? (?:kopiere?|gebe?|füge?|schicke?|"
    r"hänge?|kriegst|"
    r"bekommst|liefere?) (?:ich|du)\b|(?:der|die|das) [\w-]+ (?:steht|stehen|folgt|folgen|kommt|"
    r"kommen) (?:hier )?(?:unten|gleich)\b",
)
_SET_OUT = pattern(
    r"(?:eine?|je eine|zwei|drei) (?:halbe |ganze )?(?:zeile|seite|absatz|satz|sätze|zeilen|tabelle|"
    r"liste)\b[^.!?\n]{0,80}|"
    r"(?:eine?|zwei|drei|\d+) [\w-]+ (?:pro|je) [\w-]+[.!]?$|(?:(?:pro|je) [\w-]+|für jede[nmrs]? [\w-]+) "
    r"(?:(?:genau|nur|höchstens|maximal|mindestens|jeweils|immer) )*(?:eine?n?|"
    r"zwei|drei|\d+)\b|(?:das |der |die )?(?:datum|daten|"
    r"beträge?|preise?|zahlen|"
    r"namen|einheiten|uhrzeiten|uhrzeit) (?:bitte |immer |stets )*(?:als|im format|mit|in)\b|"
    r"(?:leere|fehlende|unbekannte) (?:felder|werte|angaben)\b|(?:unterschrift|überschrift(?:en)?|betreff|spalten|"
    r"felder|"
    r"reihenfolge|ausgabeformat):|(?:\S+ ){1,2}nicht (?:länger|mehr) als\b|(?:kommentare|erklärungen|fachbegriffe|"
    r"begriffe) "
    r"(?:aber )?auf\b|(?:kurze|knappe|lange) [\w-]+(?:, |$|\.)|(?:lieber )?(?:\d+|zwei|drei|vier|fünf|sechs|sieben|"
    r"acht|neun|"
    r"zehn|zwölf)(?: bis \w+)?(?: (?!uhr\b|euro\b)[\w-]+){0,2}(?:, je\b[^.!?\n]*| als \d+[^.!?\n]*)?[.!]?$|"
    r"(?:es|das|die antwort|das ergebnis) (?:kann|soll|darf|könnte) (?:auch )?eine? (?:[\w-]+ )?(?:liste|tabelle|"
    r"brief|e-mail|mail|"
    r"aufzählung|pdf|text)\b"
)
_ASKS_US = pattern(
    r"(?:(?:die|unsere|meine|viele|manche|einige) )?[\w-]+ (?:fragen|rufen|schreiben) (?:uns|mir|mich|oft|meistens|"
    r"immer|"
    r"häufig|ständig|nach|an|per)\b"
)
_NO_RULE = pattern(
    r"was nicht [^,;:.!?]{2,80}, (?:ist|sind|gilt|gibt es|zählt|bleibt|steht|existiert) "
    r"(?:auch |dann |eben |halt )*(?:nicht|kein)"
)
"""`Was nicht geregelt ist, ist nicht geregelt`."""
_HAS_TO_BE = pattern(
    r"(?:(?:alle|die|das|der|jede[rs]?) )?([\w-]+(?: und [\w-]+)?) (?:müssen|muss|sollen|sollten|sollte) "
    r"[^,;:.!?]{0,80}?"
    r"(?:stimmen|sein|bleiben|passen|vorkommen|drinstehen|dabeistehen|dastehen|auftauchen|aussehen|klingen)[.!]?$"
)
"""`Zahlen müssen stimmen`."""
_MEANS = pattern(r"(?!du\b|er\b|sie\b|es\b|das\b)[\w-]+ (?:heißt|bedeutet|meint)(?::| )|sicherheit geht vor\b")
_FOLLOWS = pattern(
    r"(?:dann|danach|anschließend|schließlich|außerdem|zudem|auch|und|aber|denn|deshalb|daher|also|dies|diese[mnrs]?|"
    r"das (?:ist|sind|heißt|gilt|soll)|stattdessen|sonst|andernfalls|dabei|dadurch|er|sie(?!-)|es|so|zum schluss)\b"
)
_LIMITS = pattern(
    r"(?:(?:(?:du|er|sie|es) (?:sollst|soll|darfst|darf|solltest|kannst|kann) (?:aber |auch )?)?(?:nie|niemals|"
    r"keinesfalls|auf keinen fall|in keinem fall|"
    r"unter keinen umständen|bloß nicht|nichts|niemand(?:e[mn])?|"
    r"kein(?:e[mnrs]?)?|nicht(?! (?:mehr|länger) als\b| zu (?:lang|kurz)\b))|"
    r"vermeide\w*|"
    r"verzichte\w*|unterlass\w*|(?:möglichst |bitte )?ohne|halte? dich (?:fern|heraus|raus)|hüte dich|du darfst nur)\b"
)
_NEGATED = pattern(
    r"[^,;:.!?]{0,120}?\b(?:nie|niemals|keinesfalls|keine?[mnrs]?|nichts|niemand\w*|"
    r"nicht(?! (?:nur|mehr als|länger als)\b))\b"
)
_OF_ALL = pattern(r"[^;:.!?]{0,160}, [^;:.!?]{1,80} und [\w-]+ nicht[.!]?")
"""What is forbidden of a whole list: `nenne Alter, Geschlecht und Herkunft nicht`."""
_FORBIDS = pattern(
    r"(?!(?:[md]?eine|alle|viele|manche|diese|jede|welche|beide|einige|solche|andere|ihre|seine|"
    r"unsere)\b)[a-zäöüß]{4,30}e "
    r"(?:mich |uns |dich )?(?:nichts?|nie|niemals|niemanden)\b"
)
_WEIGHS = pattern(r"(?:(?:ganz |sehr |besonders )?wichtig|achtung|hinweis|bitte beachten|regeln?):\s+")
_TONES = re.compile(
    r"(?:[A-ZÄÖÜa-zäöüß][a-zäöüß]{1,20}[^ens,.\s](?:,| und|, aber) ){1,4}"
    r"[a-zäöüß]{2,20}[^ens,.\s][.!]?"
)
_ONLY_THE = pattern(
    r"(?:(?:gib|nenne|liefere?|schreibe?|schicke?|zeige?) (?:mir |uns )?)?(?:(?:immer |jeweils )?(?:nur|"
    r"ausschließlich)|jeweils) (?:den|die|das|eine?n?) "
)
_CONTAINS = pattern(
    r"(?:der|die|das|jede[rs]?|deine?) (?:[\w-]+ ){1,3}(?:enthält|enthalten|hat|haben|besteht aus|"
    r"(?:soll|sollte|muss|sollen|müssen)\s[^.!?\n]{1,200}\s(?:enthalten|haben|bestehen))\b",
    r"(?:gib|nenne|liste|schreibe?|füge?|liefere?) (?:[\w-]+ ){0,4}(?:für|zu|bei|hinter|neben|je|pro) (?:jede[nmrs]?|"
    r"je)\b",
    r"(?:(?:immer|stets|jeweils) )?(?:mit|inkl\.?|inklusive|samt) [^.!?\n]{0,80}\b(?:betreff(?:zeile)?|"
    r"\w*liste|\w*tabelle|am ende|am anfang|am schluss|überschrift(?:en)?|titel|aufruf|einleitung|fazit|"
    r"begründung|quellen(?:angaben?)?|liste|tabelle|datum|unterschrift|anrede|zwischenüberschriften|beispielen?)\b",
)
_FRAGMENT = pattern(
    r"(?:[\w-]+ ){0,2}(?:in|im) (?:euro|gramm|kilo|metern?|prozent|stunden|minuten|dollar|franken|format|din-format)\b",
    r"(?:[a-zäöüß]+e )?(?:einheiten|maßeinheiten)\b|das wichtigste .{0,80}\b(?:fett|oben)\b|(?:(?:kurze|einfache|"
    r"klare|ganze|knappe|vollständige)(?:,|"
    r" und)? ){1,3}(?:sätze|"
    r"antworten|"
    r"absätze|texte)\b|(?:kurz|knapp) und (?:knapp|bündig|klar)\b",
    r"(?:(?:die|das|den|alle) )?[\w-]+ (?:immer |stets |nie |nur |bitte )*(?:fett|kursiv|vierstellig|zweistellig|"
    r"ausgeschrieben|in klammern|in großbuchstaben)\b|[\w-]+ (?:bitte |immer )?als (?:tabelle|liste|json|csv)\b|"
    r"reihenfolge wie\b",
    r"so (?:kurz|knapp|ausführlich|genau) wie\b|(?:kürzer|länger) als\b|nicht zu (?:lang|kurz|ausführlich)\b",
    r"antworte (?:immer |bitte )?(?:nur )?mit (?:ja|nein|„|\"|einem wort|einer zahl)",
)
_TONED = pattern(
    r"(?:duzen|siezen)\b",
    r"(?:in )?(?:der )?(?:du|sie|ihr)-?form\b|in (?:einfachen|eigenen|klaren|verständlichen) worten\b|"
    r"(?:[a-zäöüß]+ und |[a-zäöüß]+, (?:aber )?){0,3}(?:freundlich|höflich|sachlich|locker|förmlich|herzlich|witzig|"
    r"bestimmt)"
    r"[.!]?$|(?:einfache|leichte|klare|verständliche) sprache\b",
)
_LEFT_OUT = pattern(
    r"lehne\s[^,;:.!?\n]{1,120}\sab[.!]?$|lass(?:e)? (?:[^,;:.!?\n]{1,120}\s)?(?:weg|raus|aus|beiseite)[.!]?$|"
    r"streiche?\s(?!(?:fett|gelb)\b)(?:alle|"
    r"jede[nmrs]?)\b"
)
_KEPT = pattern(r"(?:lass|lasse|belass|behalte?)\s[^.!?\n]{0,120}\b(?:wie|so|stehen|bei|unverändert)\b")
_IS_EXAMPLE = re.compile(
    r"(?:[„“\"»][^\n]{1,300}?|[^.!?\n]{1,120}?)\s*(?:->|→|=>)\s|[„\"»][^\n]{1,300}?\swird (?:zu|dann)?\s?[„\"»]"
)
_ONLY = pattern(r"(?:(?:du (?:sollst|darfst) )|\S+ )?(?:nur|ausschließlich|lediglich)\b")
_BESIDE = pattern(
    r"(?:schreibe?|setze?|notiere?|stelle?|nenne?) [^.!?\n]{0,160}"
    r"\b(?:daneben|davor|dahinter|darunter|darüber|dazu)[.!]?$"
)
"""Where in an answer something is to stand."""
_SHAPES = (
    rf"json|yaml|csv|xml|html|markdown|tabellen?|tabellenform|liste|aufzählung(?:en)?|stichpunkt\w*|stichwort\w*|"
    rf"wörtern?|"
    rf"sätzen?|absätzen?|absatz|zeilen?|zeichen|seiten|kurz|knapp|prägnant|ausführlich|fließtext|{_TONGUES}"
)
_NUMBER = r"(?:\d+|ein\w*|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)"
_OUTPUT = pattern(
    rf"(?:immer |stets |jedes mal )?(?:antworte|schreibe?|gib|formatiere?|halte?|verwende|nutze|liefere|formuliere?|"
    rf"beschränke)\b"
    rf"[^.!?\n]*\b(?:{_SHAPES})\b|fasse? dich |(?:bleibe?|sei) (?:kurz|knapp)|"
    rf"bleibe? (?:immer |stets )?(?:unter|bei|innerhalb von|zwischen) (?:etwa |rund |ca\. |höchstens )?{_NUMBER}\b|"
    rf"jede[rs]? \S+ (?:soll|sollte|muss|darf|hat|ist)\b[^.!?\n]*\b(?:{_SHAPES})\b|"
    rf"(?:immer |stets |jeweils |jedes mal )?mit (?:[\w-]+ ){{0,3}}(?:begründung|einleitung|überschrift(?:en)?|"
    rf"quellen(?:angaben?)?|zusammenfassung|zwischenüberschriften)\b|"
    rf"(?:die |deine |jede |alle )?(?:antwort(?:en)?|ausgabe|ergebnis(?:se)?|format|länge|sprache|"
    rf"umfang)\b(?![^.!?\n]*\b(?:handbuch\w*|quellen?|dokument\w*|wissensdatenbank|faqs?|web\w+|datei\w*|unterlagen|"
    rf"anhang)\b)[^.!?\n]*(?:\b(?:soll\w*|"
    rf"muss|müssen|ist|sind|darf|dürfen|maximal|höchstens|bitte)\b|:)|"
    rf"(?:maximal|höchstens|mindestens|max\.?|bis zu|genau|etwa|rund|circa|ca\.?|unter|nicht (?:mehr|länger) als) "
    rf"{_NUMBER}\b|"
    r"antworte (?:immer |bitte )?nur (?:mit|in)\b|"
    rf"(?:jede[rs]? )?\S+ (?:höchstens|maximal|mindestens|genau) {_NUMBER}\b|"
    rf"\d+ (?:wörter|sätze|zeilen|zeichen|absätze|seiten)\b|"
    rf"(?:nur |immer |alles )?auf (?:\w+em )?(?:{_TONGUES})\b|als (?:{_SHAPES})\b|in (?:stichpunkten|tabellenform|"
    rf"{_NUMBER} sätzen)|"
    rf"(?:möglichst |sehr |immer )?(?:kurz|knapp|prägnant|ausführlich)\b|kurze (?:antworten|sätze)"
)
_AUDIENCE = pattern(
    r"(?:sei|bleibe?|klinge?|wirke?|wirk)\s+(?!sicher\b|bereit\b|beim?\b|im\b|auf\b|dir\b|in der lage\b)(?:\w+ "
    r"){0,3}\w+|"
    r"(?:duze?|sieze?)\b|(?:sprich|rede)\b(?! mit (?:mir|uns|meine[mr])\b)|per (?:du|sie)\b|für\b|"
    r"(?:der |die |dein |den |einen? |im |in |mit |schreibe?|halte|verwende|nutze|triff|wähle|\w+er "
    r")[^.!?\n]*\b(?:ton|tonfall|stil|sprachstil)\b|"
    r"(?:ton|tonfall|stil|zielgruppe|publikum)\b|(?:in |verwende |nutze |benutze |schreibe? in )(?:\w+er |\w+e "
    r")?sprache\b|"
    r"(?:die |deine |meine |unsere )?(?:leser\w*|kund\w+|nutzer\w*|hörer\w*|schüler\w*|anwender\w*|"
    r"teilnehmer\w*)\b[^.!?\n]*\b(?:ist|sind)\b|"
    r"(?:immer |stets |sehr )?(?:freundlich|höflich|sachlich|locker|respektvoll|geduldig|humorvoll|herzlich|förmlich|"
    r"formell)\b"
)
_READ_BY = pattern(
    r"(?:(?:die|das|den|deine|meine|unsere) )?[\w-]+ (?:lesen|liest|bekommen|bekommt|hören|hört) "
    r"((?:[\w-]+ ){0,3}[\w-]+)"
)
_PEOPLE_ARE = pattern(
    r"(?:die meisten|viele|manche|einige|alle|die|meine|unsere) ((?:[\w-]+ ){0,2}[\w-]+) (?:sind|ist|sprechen|"
    r"verstehen|können|"
    r"kennen|haben)\b",
    r"(?:die meisten|viele) ((?:[\w-]+ ){0,2}[\w-]+) rufen\b",
)
_HOW = pattern(
    r"(?:immer|stets|zuerst|zunächst|erst|vor|bevor|nach|nachdem|wenn|falls|sobald|solange|sofern|bei|beim|am ende|"
    r"am anfang|am schluss|zu jede[mr]|"
    r"achte|sorge|stelle? (?:\w+ )?sicher|frage?|nutze?|verwende|benutze?|zitiere?|nenne? (?:\w+ ){0,2}quellen?|"
    r"gib (?:\w+ ){0,2}quellen?|prüfe?|überprüfe?|kontrolliere?|beginne?|fange?|ende|schließe?|denke?|arbeite|"
    r"gehe? (?:immer |dabei )?(?:schritt|vor|so|nach)|"
    r"begründe|"
    r"belege?|warte|orientiere|halte dich|bleibe? (?:bei|beim|im|in|auf)|schritt|sammle|lies)\b|"
    r"(?:\S+ ){1,2}(?:immer|stets|jedes mal|zuerst|zunächst|erst)\b"
)
_ON_CONDITION = re.compile(r",\s(?:wenn|falls|bevor|sobald|ehe|sofern)\s", re.IGNORECASE)
_PRONOUNS = word_set("er sie es du wir ich ihr man das alle beide jeder jede chor team verein")
_ROLE = pattern(r"(?:du (?:heißt|bist|hast|kennst|wohnst|lebst|stammst|kommst|besitzt|verfügst)|dein name ist)\b")
_RULES = (
    (Part.LIMITS, _LIMITS),
    (Part.LIMITS, _LEFT_OUT),
    (Part.OUTPUT, _ONLY_THE),
    (Part.OUTPUT, _CONTAINS),
    (Part.OUTPUT, _BESIDE),
    (Part.OUTPUT, _FRAGMENT),
    (Part.AUDIENCE, _TONED),
    (Part.OUTPUT, _OUTPUT),
    (Part.ROLE, _ROLE),
    (Part.LIMITS, _ONLY),
    (Part.AUDIENCE, _AUDIENCE),
    (Part.HOW, _KEPT),
    (Part.HOW, _HOW),
)
_TOLD = (
    (Part.KNOWN, _KNOWN),
    (Part.GIVEN, _GIVEN),
    (Part.OUTPUT, _SET_OUT),
    (Part.OUTPUT, LATER),
    (Part.OUTPUT, KEPT),
    (Part.LIMITS, _NO_RULE),
    (Part.HOW, _MEANS),
)


def place(sentence: str, previous: Part) -> Part:  # noqa: PLR0911 - the first rule that fits
    """Return the section of a sentence: its forerunner's where it takes that up, else by the first rule that fits."""
    if (weighs := _WEIGHS.match(sentence)) and weighs.end() < len(sentence):
        sentence = sentence[weighs.end() :]
    if leaves_out_ich(sentence):
        return Part.TASK
    is_order = orders(sentence.partition(" ")[0])
    if EXAMPLES.match(sentence) or (not is_order and _IS_EXAMPLE.match(sentence)):
        return Part.EXAMPLES
    if _ASKS_US.match(sentence) and not is_order:
        return Part.TASK if previous is Part.ROLE else Part.KNOWN
    is_told = next((part for part, rule in _TOLD if rule.match(sentence)), None)
    is_told = Part.OUTPUT if not is_told and is_specified(sentence) else is_told
    is_told = Part.KNOWN if of_others(sentence) else is_told
    is_told = Part.LIMITS if stays_out(sentence) else is_told
    if is_told and not is_order:
        return is_told
    if _FOLLOWS.match(sentence):
        return Part.TASK if previous is Part.ROLE else previous
    if is_about_the_unknown(sentence):
        return Part.UNSURE
    if (is_order or _FORBIDS.match(sentence)) and (_NEGATED.match(sentence) or _OF_ALL.fullmatch(sentence)):
        return Part.LIMITS
    is_toned = _TONES.fullmatch(sentence) is not None and not _OUTPUT.match(sentence)
    if not is_order and (is_toned or _is_about_people(sentence)):
        return Part.AUDIENCE
    found = next((part for part, rule in _RULES if rule.match(sentence)), Part.TASK)
    return found if found is not Part.TASK else _of_manner(sentence, is_order=is_order, previous=previous)


def _of_manner(sentence: str, *, is_order: bool, previous: Part) -> Part:
    """Return the section of a tone alone, `ehrlich`, of a manner, `barrierefrei`, and of what is done in some case."""
    if previous is not Part.ROLE and is_tone(sentence.rstrip(".! ")):
        return Part.AUDIENCE
    manner = describes(sentence) and previous is not Part.ROLE
    has_to_be = _HAS_TO_BE.match(sentence)
    manner = manner or BOUNDED.match(sentence) is not None or (has_to_be is not None and not _is_person(has_to_be[1]))
    conditional = (is_order and _ON_CONDITION.search(sentence)) or depends(sentence)
    return Part.HOW if manner or conditional else Part.TASK


def _is_person(subject: str) -> bool:
    """Tell whether of somebody is spoken, rather than of what is written."""
    noun = subject.lower()
    return noun in _PRONOUNS or names_people(subject) or any(is_agent(word) for word in noun.split())


def _is_about_people(sentence: str) -> bool:
    """Tell whether a sentence says who reads the answers, or what people are like: `Viele Kunden sind verärgert`."""
    for rule in (_READ_BY, _PEOPLE_ARE):
        if (found := rule.match(sentence)) and any(
            names_people(name) for name in (found[found.lastindex or 1]).split(" und ")
        ):
            return True
    return False
