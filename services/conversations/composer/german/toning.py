"""Say as a whole sentence what a person noted about the tone: `Freundlich, aber nicht aufdringlich`."""

import re

from services.conversations.composer.german.lexicon import word_set
from services.conversations.composer.layout import pattern

_TONES = word_set(
    """
    anschaulich aufmunternd begeistert beruhigend bestimmt bodenständig charmant deutlich direkt diskret ehrlich
    einfühlsam empathisch ermutigend ernst ernsthaft fachlich feierlich flapsig formell frech freundlich fröhlich
    förmlich geduldig gelassen genau heiter herzlich humorvoll höflich keck klar konkret lebendig lebhaft liebevoll
    locker lustig motivierend nett neutral nüchtern offen optimistisch persönlich pietätvoll poetisch professionell
    respektvoll ruhig sachlich sanft sanftmütig schlicht schwungvoll seriös sorgfältig streng trocken trostreich
    tröstend unaufgeregt verspielt verständlich verständnisvoll vorsichtig warm warmherzig witzig wohlwollend
    würdevoll zurückhaltend
    """
)
_RATHER = r"(?:(?:immer|stets|sehr|eher|möglichst|lieber|ganz|bitte|schön|ruhig|stets)\s+)*"
_FIRST = pattern(rf"(?P<rather>{_RATHER})(?P<tone>[a-zäöüß]+)(?P<rest>(?:,|\s(?:und|aber|oder)\s|$).*)")
_BUT = re.compile(r"(?<![,\s])\saber\s")
_TON = pattern(rf"(?:ton|tonfall|stil)(?::|,)?\s+(?P<how>{_RATHER}[a-zäöüß]+\b.*)")
_PER = pattern(r"(?:bitte |immer |alles )*per (?P<whom>du|sie)(?P<rest>.*)")
_FORM = pattern(r"(?:bitte |immer )*(?:in )?(?:der )?(?P<form>(?:du|sie|ihr)-?form)(?P<rest>.*)")
_CHOICE = pattern(r"(?P<one>duzen|siezen) oder (?P<other>duzen|siezen):\s*(?P<chosen>duzen|siezen)")
_FOR = pattern(r"für\s+(?!jede[mnrs]?\b|alle (?:fälle|anderen)\b|den fall\b|das\b|\d)\S")
_LONG = 120


def toned(words: str) -> str:
    """Return `sei freundlich` of `freundlich`; nothing where the words name no tone."""
    if ton := _TON.fullmatch(words):
        named = words[: ton.start("how")].rstrip(" :,").capitalize()
        return f"halte den {named} {ton['how']}" if is_tone(ton["how"]) else ""
    if is_tone(words):
        return "sei " + _BUT.sub(", aber ", words[:1].lower() + words[1:], count=1).replace("bitte ", "", 1)
    if _FOR.match(words) and len(words) < _LONG:
        return f"schreibe {words[:1].lower()}{words[1:]}"
    return _addressed(words)


def _addressed(words: str) -> str:
    """Return `sieze, statt zu duzen` of `Duzen oder Siezen: Siezen`, and `schreibe per Du` of `per Du`."""
    if chosen := _CHOICE.fullmatch(words):
        picked = chosen["chosen"].lower()
        other = chosen["other"] if chosen["one"].lower() == picked else chosen["one"]
        return f"{picked[:-1]}, statt zu {other.lower()}"
    if per := _PER.fullmatch(words):
        return f"schreibe per {per['whom'].capitalize()}{per['rest']}"
    form = _FORM.fullmatch(words)
    return f"schreibe in der {form['form'][:1].upper()}{form['form'][1:]}{form['rest']}" if form else ""


def is_tone(words: str) -> bool:
    """Tell whether words name a tone: `freundlich`, `streng, aber fair`."""
    found = _FIRST.fullmatch(words)
    return found is not None and found["tone"].lower() in _TONES
