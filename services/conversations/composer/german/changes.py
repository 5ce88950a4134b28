"""What German feedback on a prompt asks for."""

from services.conversations.composer.german import wordings
from services.conversations.composer.german.formats import answer_format
from services.conversations.composer.german.grammar import of_infinitive
from services.conversations.composer.german.lengths import COUNT
from services.conversations.composer.german.lengths import length as length_of
from services.conversations.composer.german.lexicon import word_set
from services.conversations.composer.german.readers import audience
from services.conversations.composer.german.removing import displaced
from services.conversations.composer.german.tones import tone as tone_of
from services.conversations.composer.german.wishes import wish
from services.conversations.composer.language import Change
from services.conversations.composer.layout import pattern, sentence
from services.conversations.composer.model import Part, Slot

_POLITE = pattern(
    r"(?:(?:bitte|und|auch|jetzt|nun|nur|aber|ok(?:ay)?|gut|danke|noch|doch|mal|"
    r"(?:mach|mache|schreib|schreibe|formuliere) (?:es|das|ihn|alles|den prompt|das ganze)|es soll|kannst du|"
    r"sei)\b[,:]?\s+)*"
)
_REASON = pattern(
    r",? (?:weil|da|denn) .+|"
    r", (?:die|der|das|den|dem|wir|ich|es|sie|er|man|niemand|keiner|alle|viele|manche|unsere?|meine?)\b .+"
)
"""Why something is to be changed: `die gehen direkt ans Tierheim`."""
_BECAUSE = pattern(r",? (?:weil|da|denn) ")
_RATHER = r"(?:viel |etwas |ein bisschen |ein wenig |noch |deutlich )?"
_SHORTER = pattern(
    rf"{_RATHER}(?:kürzer|knapper|kompakter|weniger text|weniger ausführlich|kürzer schreiben|"
    rf"kürze (?:es|das|ihn|den prompt)|kürzen|"
    r"fasse? dich kürzer|(?:das ist |viel )?zu lang)(?: (?:machen|fassen|sein))?"
)
_LONGER = pattern(
    rf"{_RATHER}(?:ausführlicher|länger|detaillierter|genauer|mehr (?:details?|text|einzelheiten)|(?:das ist |viel "
    rf")?zu kurz)"
    r"(?: (?:machen|sein))?"
)
_UNDO = pattern(
    r"(?:(?:mach(?:e)? )?(?:das |die letzte änderung |es )?(?:wieder )?rückgängig(?: machen)?|nimm (?:das|es|die "
    r"letzte änderung) "
    r"(?:wieder )?zurück|zurücknehmen|(?:einen schritt )?zurück|doch nicht|verwirf das|undo|vergiss das(?: wieder)?)"
)
_NOTHING = pattern(
    r"(?:(?:das war(?:'s| es| alles)|passt(?: so)?|perfekt|super|prima|danke(?: schön)?|alles gut|gut so|sehr gut|"
    r"gefällt mir)(?:,? (?:danke|so|soweit))?)"
)
"""What asks for nothing."""
_ADD = pattern(
    r"(?:ergänzen?|hinzufügen|füge? (?:noch )?hinzu|zusätzlich|außerdem|nimm (?:noch )?auf)(?::\s*|"
    r",?\s+)(?:dass\s+(.+)|(.+))"
)
_ADD_AROUND = pattern(r"(?:füge?|nimm|baue?|plane?|packe?)\s+(?:noch )?(.+?)\s+(?:hinzu|ein|dazu|mit auf|auf)")
_ADD_BEFORE = pattern(r"(.+)\s+(?:ergänzen|hinzufügen|aufnehmen)")
_FIRST = pattern(
    r"(?:stell|setz|nenn|pack|schieb|nimm|zeig)e? (.{2,60}?) "
    r"(?:zuerst|an den anfang|nach vorne?|ganz nach vorne?|an die spitze)",
    r"(.{2,60}?) (?:zuerst|an den anfang|nach vorne?)(?: (?:stellen|setzen|nennen|packen|bitte))?",
)
_BEGIN = pattern(
    r"(?:beginne?|fange?|starte|ende|schließe?) .{0,40}?\bmit .+|mit .{2,60} (?:anfangen|beginnen|enden|aufhören)"
)
_PACE = pattern(
    rf"(?:nur |immer nur |immer |höchstens |maximal |nicht mehr als |mindestens )?"
    rf"{COUNT} [\w-]+(?: [\w-]+)? (?:pro|je|für jede[ns]?|auf einmal)\b.*"
)
_SOFTLY = pattern(r"^(?:(?:lieber|eher|eigentlich|stattdessen|vielleicht) )+")
_THIS_NOT_THAT = pattern(
    r"((?-i:[A-ZÄÖÜ])[\w-]+(?: [\w-]+){0,2}?),? (nicht|statt|anstatt|und nicht) ((?-i:[A-ZÄÖÜ]).*)"
)
_HARDER = pattern(
    r"(?:(?:nach|ab|mit der zeit)\b.{0,40}? )?(?:etwas |ein bisschen |ein wenig |viel |immer )?"
    r"(?:schwerer|leichter|schwieriger|einfacher|langsamer|schneller)(?: (?:nach|ab|mit)\b.*)?"
)
_UNCOUNTED = pattern(r"(?:humor|struktur|\w*jargon)")
_LESS_DOING = pattern(r"weniger (?P<verb>(?-i:[a-zäöüß]+)(?:en|eln|ern))")
_OVERDONE = word_set(
    "jammern labern plappern predigen schimpfen schleimen schwafeln schwärmen nörgeln prahlen belehren"
)
_LESS_OF = pattern(
    r"weniger (?P<what>(?:(?-i:[a-zäöüß]+e) )?(?-i:[A-ZÄÖÜ])[\w-]*(?:(?P<many>ungen|heiten|keiten|ionen|eien)|ung|heit|"
    r"keit|ei|ismus))"
)
_SIGNED = pattern(
    r"(?P<with>(?:immer )?(?:mit|als) .{2,60}) (?P<how>unterschreiben|unterzeichnen|signieren)|"
    r"(?:unterschreibe?|unterzeichne|signiere) (?:immer |stets )?(?:mit|als) .+"
)
_YOU = pattern(r"(?:bitte )?(du|sie) (?:statt|und nicht|anstatt) (?:du|sie)")
_MORE_OR_LESS = pattern(
    r"(mehr|weniger) ((?:konkrete |praktische |kurze )?(?:beispiele|quellen|zahlen|fakten|humor|tipps|hinweise|"
    r"begründungen|\w*begriffe|\w*jargon|fremdwörter|floskeln|emojis|struktur|erklärungen|rückfragen|fragen|absätze))"
)
_ALSO = pattern(r"(?:(?:bitte|und|kannst du)\s+)?(?:noch\s+)?auch\s+(.{3,400})")
_NEVER = pattern(
    r"(?:nie|niemals|auf keinen fall|keinesfalls|keine?n?|vermeide|verzichte auf|nicht)\s+\S.*|"
    r"(?:[^\s,]+\s+)(?:(?:mir|ihnen|ihm|bitte)\s+)?(?:nie|niemals|auf keinen fall|keinesfalls|keine?n?|nichts?)\s+\S.*|"
    r"(?:er|sie|es|du|der bot) (?:soll|sollst|darf|darfst) (?:nie|niemals|keine?n?|nicht|auf keinen fall)\s+\S.*"
)
_TONE = pattern(
    r"(?:der )?(?:ton|tonfall|stil)(?::|,| soll| bitte)?\s+(?:bitte )?(?:(?:soll )?(?:mehr )?)?(.+?)(?: sein)?|"
    r"(?:in |mit |verwende )?(?:einen? |einem )?(.+?)e[nmr]?s? (?:ton|tonfall|stil)"
)
_TONES = word_set(
    """
    begeistert direkt einfühlsam empathisch ernst ernsthaft formell freundlich fröhlich förmlich geduldig herzlich
    humorvoll höflich lebendig locker lustig motivierend nett neutral nüchtern persönlich professionell respektvoll
    ruhig sachlich sanft seriös streng verspielt warm witzig
    """
)
_UNLIKE = {"lockr": "locker", "wärm": "warm"}
"""Tones whose comparative is formed otherwise."""
_LESS = pattern(r"(?:weniger|nicht so|mehr) (\w+)")
_AUDIENCE = pattern(
    r"(?:(?:schreibe? |das ist |es ist )?für|(?:die )?zielgruppe(?: sind| ist)?:?|publikum:?|richte (?:dich|es|jede "
    r"antwort) an|"
    r"richte dich auf)\s+(.+)"
)
_FORMAT = pattern(
    r"(?:(?:gib|schreibe?|antworte|format|ausgabe)\s*(?:es |das |die antwort(?:en)? |alles )?:?\s*)?"
    r"((?:als|in) (?:einer? |nummerierte[rn]? |kurze[rn]? )?(?:json|yaml|csv|xml|html|markdown|tabellen?|"
    r"tabellenform|listen?|"
    r"aufzählung|stichpunkten?|stichworten?|fließtext|ganzen sätzen|gedicht|brief|e-mail|mail|prosa|"
    r"absätzen)\b[^.!?]*?)(?: aus| ausgeben)?"
)
_IS_FORMAT = pattern(r"format:?\s+(.+)")
_LANGUAGE = pattern(
    r"(?:(?:antworten?|schreibe?|alles|übersetze (?:es|alles|das)|immer|nur)\s+)*(?:auf|in|ins|"
    r"sprache:?)\s+([a-zäöü]+?)(?:e|en)?(?:,? bitte|,? natürlich)?|([a-zäöü]+isch|deutsch)(?:,? bitte|,? natürlich)?"
)
_SUFFICES = (
    r" (?:reichen|genügen|reicht|genügt|sind genug|ist genug|tut es|tun es)"
    r"(?: (?:doch|auch|völlig|mir|uns|vollkommen|aus))?"
)
_ENOUGH = pattern(rf"{_SUFFICES}$")
_LENGTH = pattern(
    r"(?:(?:doch|lieber|eher|nur|noch|jetzt|eigentlich|nein),? )*"
    r"(?:(?:antworten?|länge|jede antwort)[:,]?\s+)?(?:mit )?((?:(?:maximal|höchstens|max\.?|unter|bis zu|etwa|ca\.?|"
    r"rund|"
    rf"genau|nicht mehr als)\s+)?{COUNT}\s+"
    r"(?:wörtern?|wort|sätzen?|satz|zeilen|"
    r"zeichen|absätzen?|"
    r"absatz|seiten?|spalten?|folien?|stichpunkten?))"
    rf"(?:{_SUFFICES})?"
)
_ANSWERS_SHORT = pattern(
    r"(?:(?:die )?antworten (?:bitte )?kürzer|kürzere antworten|kurze antworten|antworten? (?:etwas |"
    r"viel )?(?:kürzer|kurz|knapper)|"
    r"(?:etwas |viel )?(?:kürzer|knapper) antworten|nicht (?:so|zu) (?:lang|lange|ausführlich))"
)
_COUNT = r"(?:\d+|eine?n?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|zwanzig)(?: [\w-]+){0,3}?"
_NUMBER = pattern(
    rf"(?:eigentlich |doch |nein,? |lieber |eher |bitte )*(nur (?:noch )?)({_COUNT})",
    rf"(?:(?:eigentlich|doch|nein,?|bitte) )*(?:mach|mache|nimm) (?:daraus |lieber )?({_COUNT})(?: draus| daraus)?",
    rf"(?:(?:eigentlich|doch|nein,?|bitte) )*(?:lieber |eher )({_COUNT})(?: (?:als|statt|und nicht) {_COUNT})?",
    rf"({_COUNT}) (?:statt|und nicht) {_COUNT}",
    rf"(?:(?:doch|eigentlich|nein,?) )*(nur )?({_COUNT}){_SUFFICES}",
)
_LONGEST = 1000


def change(feedback: str) -> Change | None:
    """Return what feedback asks for, or None where no rule understands it."""
    words = " ".join(feedback[: 2 * _LONGEST].split()).rstrip(" .!")
    if len(feedback) > 2 * _LONGEST or not words:
        return None
    rest = words[found.end() :] if (found := _POLITE.match(words)) else words
    rest = rest[:-6].rstrip(" ,") if rest.lower().endswith(" bitte") else rest
    if _NOTHING.fullmatch(words):
        return Change("nothing")
    for kind, rule in (("undo", _UNDO), ("shorter", _SHORTER), ("longer", _LONGER)):
        if rule.fullmatch(rest) or rule.fullmatch(words):
            return Change(kind)
    return (
        displaced(rest, _REASON)
        or _set_length(rest)
        or _more(words, rest)
        or _added(rest)
        or _set(rest)
        or _never(rest)
    )


def _more(words: str, rest: str) -> Change | None:
    """Return what is asked for in more or fewer words than there are: `mehr Beispiele`, `bitte auch Quellen nennen`."""
    if less := _less(rest):
        return Change("add", less, part=Part.AUDIENCE)
    if found := _YOU.fullmatch(rest):
        return _slot(Slot.TONE, Part.AUDIENCE, "Duze" if found[1].lower() == "du" else "Sieze")
    if found := _MORE_OR_LESS.fullmatch(rest):
        ending = "" if _UNCOUNTED.fullmatch(found[2]) else "e"
        verb = f"Verwende wenig{ending}" if found[1].lower() == "weniger" else f"Gib viel{ending}"
        return Change("add", f"{verb} {found[2]}")
    paced = _ENOUGH.sub("", _SOFTLY.sub("", rest))
    if (found := _NUMBER.fullmatch(words)) and not _PACE.fullmatch(paced):
        return Change("number", f"gib {'nur ' if found[1] else ''}{next(filter(None, found.groups()[1:]))}")
    if found := _ALSO.fullmatch(words):
        return Change("add", wish(found[1], "bot"))
    return _otherwise(rest)


def _less(rest: str) -> str:
    """Return what to do less: `Schleime weniger` of `weniger schleimen`."""
    if (found := _LESS_OF.fullmatch(rest)) and not _MORE_OR_LESS.fullmatch(rest):
        return f"Verwende wenig{'e' if found['many'] else ''} {found['what']}"
    if found := _LESS_DOING.fullmatch(rest):
        verb = of_infinitive(found["verb"], surely=found["verb"] in _OVERDONE)
        return f"{verb.imperative} weniger {verb.prefix}".strip() if verb else ""
    return ""


def _otherwise(rest: str) -> Change | None:
    """Return what is to be done in another order, at another pace, or instead of something else."""
    if found := _FIRST.fullmatch(rest):
        return Change("first", found[1] or found[2])
    if found := _SIGNED.fullmatch(rest):
        signed = f"{found['how'].removesuffix('n')} {found['with']}" if found["how"] else rest
        return Change("add", signed, part=Part.OUTPUT)
    if _BEGIN.fullmatch(rest):
        return Change("add", wish(rest, "bot"), part=Part.OUTPUT)
    if _PACE.fullmatch(paced := _ENOUGH.sub("", _SOFTLY.sub("", rest))):
        return Change("add", length_of(paced), part=Part.OUTPUT)
    if found := _THIS_NOT_THAT.fullmatch(rest):
        joint = ", nicht" if "nicht" in found[2].lower() else f" {found[2].lower()}"
        return Change("add", f"Verwende {found[1]}{joint} {found[3]}", part=Part.HOW)
    return Change("add", f"Mache es {rest}", part=Part.HOW) if _HARDER.fullmatch(rest) else None


def _added(words: str) -> Change | None:
    if found := _ADD.fullmatch(words):
        wanted = found[2] or ""
        if found[1]:
            said = f"dass {found[1]}"
            wanted = wish(f"ich möchte, {said}", "bot").removeprefix("ich möchte, ")
        return Change("add", wish(wanted, "bot"))
    if found := _ADD_AROUND.fullmatch(words) or _ADD_BEFORE.fullmatch(words):
        return Change("add", found[1])
    return None


def _never(words: str) -> Change | None:
    return Change("never", sentence(wish(words, "bot"))) if _NEVER.fullmatch(words) else None


def _set_length(words: str) -> Change | None:
    length = "kurz" if _ANSWERS_SHORT.fullmatch(words) else found[1] if (found := _LENGTH.fullmatch(words)) else ""
    return _slot(Slot.LENGTH, Part.OUTPUT, length_of(length)) if length else None


def _set(words: str) -> Change | None:
    """Return the slot that is to be set, and the sentence to stand there."""
    if language := _language(words):
        return language
    if found := _FORMAT.fullmatch(words) or _IS_FORMAT.fullmatch(words):
        return _slot(Slot.FORMAT, Part.OUTPUT, answer_format(found[1]))
    if tone := _tone(words):
        return _slot(Slot.TONE, Part.AUDIENCE, tone_of(tone))
    found = _AUDIENCE.fullmatch(words)
    return _slot(Slot.AUDIENCE, Part.AUDIENCE, audience(found[1])) if found else None


def _language(words: str) -> Change | None:
    """Return the language that is to be set: of answers alone, where the reason is that their readers need it."""
    reason = _REASON.search(words)
    found = _LANGUAGE.fullmatch(words[: reason.start()] if reason else words)
    if not found or not (code := wordings.code_of(found[1] or found[2])):
        return None
    text = wordings.language(code)
    if not reason:
        return _slot(Slot.LANGUAGE, Part.OUTPUT, text, code if code in ("en", "de") else None)
    because = reason[0] if _BECAUSE.match(reason[0]) else f", denn {reason[0].lstrip(', ')}"
    return _slot(Slot.LANGUAGE, Part.OUTPUT, text + because)


def _tone(words: str) -> str:
    """Return the tone that feedback names: `förmlich` of `etwas förmlicher`."""
    rest = words.removeprefix("etwas ").removeprefix("viel ").removeprefix("ein bisschen ").removeprefix("noch ")
    if known := _known_tone(rest):
        return known
    if (found := _LESS.fullmatch(rest)) and _known_tone(found[1]):
        return rest
    if found := _TONE.fullmatch(rest):
        return _known_tone(found[1]) or found[1] if found[1] else _known_tone(found[2])
    return ""


def _known_tone(word: str) -> str:
    lower = word.lower()
    for stem in (lower, lower.removesuffix("er"), lower.removesuffix("ere"), lower.removesuffix("e")):
        if stem in _TONES or stem in _UNLIKE:
            return _UNLIKE.get(stem, stem)
    return ""


def _slot(slot: Slot, part: Part, text: str, language: str | None = None) -> Change:
    return Change("set", sentence(text), slot=slot, part=part, language=language)
