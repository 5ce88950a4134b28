"""What notes tell of other people than the assistant: `Noten mitbringen, Vorkenntnisse nicht nötig`."""

import re

from services.conversations.composer.german.cases import gender
from services.conversations.composer.german.grammar import of_infinitive
from services.conversations.composer.german.lexicon import endings
from services.conversations.composer.german.moods import with_zu
from services.conversations.composer.layout import pattern

_IS = (
    r"(?:(?:nicht|unbedingt|immer|leider|gern|stets|auch|dringend|zwingend) )*"
    r"(?:nötig|notwendig|erforderlich|erwünscht|willkommen|pflicht|erlaubt|gestattet|verboten|untersagt|möglich|"
    r"kostenlos|frei|inbegriffen|inklusive|vorhanden|ausgebucht|ausverkauft|geöffnet|geschlossen)"
)
_NOUN = r"(?:[a-zäöüß]+e[rsn]? )?(?-i:[A-ZÄÖÜ])[\w-]+(?: (?:und|oder) (?-i:[A-ZÄÖÜ])[\w-]+)?"
_NOTE = pattern(
    rf"(?P<what>{_NOUN}(?: (?:für|zu|zum|zur|in|im|an|am|ab|bis|vor|mit|bei) [^,;:.!?]{{1,40}})?) "
    rf"(?:(?P<done>(?:selbst |bitte |immer )?(?:mitbringen|mitnehmen|anziehen|ausziehen|mitgeben))|(?P<how>{_IS}))"
)
_AND = re.compile(r",\s(?:aber |und )?")
_ASKED_OF_PEOPLE = endings(
    """
    anmeldung anmeldungen ausrüstung eintritt erfahrung hunde kenntnisse mitgliedschaft parkplätze reservierung
    reservierungen teilnahme termin terminvereinbarung zuschauer
    """
)
_MANY = re.compile(r".*(?:en|nisse|ien|sätze|schuhe|plätze|tücher|bücher|kinder|hunde|gäste|tiere)")
_ONE = endings("essen leben wagen garten kuchen rasen boden wesen parken rauchen baden ofen becken kissen laken")
_LONGEST = 200


def of_others(words: str) -> str:
    """Return `Noten sind mitzubringen, Vorkenntnisse sind nicht nötig`, or the notes as they were; else nothing."""
    said = words.rstrip(".! ")
    found = [_NOTE.fullmatch(note) for note in _AND.split(said)] if len(said) <= _LONGEST else []
    notes = [note for note in found if note]
    if not notes or len(notes) < len(found):
        return ""
    if not any(note["done"] or note["what"].lower().endswith(_ASKED_OF_PEOPLE) for note in notes):
        return ""
    told = [_told(note) for note in notes]
    return ", ".join(told) if all(told) else said


def _told(note: re.Match[str]) -> str:
    """Return `Noten sind mitzubringen` of `Noten mitbringen`; nothing where it is not known how many they are."""
    noun = note["what"].split()[0] if note["what"][:1].isupper() else note["what"].split()[1]
    several = " und " in note["what"]
    one = bool(gender(noun)) or noun.lower().endswith(_ONE) or of_infinitive(noun) is not None
    if not several and not one and not _MANY.fullmatch(noun):
        return ""
    *how, verb = (note["done"] or note["how"]).split()
    how = [word for word in how if word.lower() != "bitte"]
    verb = with_zu(verb) if note["done"] else "Pflicht" if verb.lower() == "pflicht" else verb
    return " ".join([note["what"], "ist" if one and not several else "sind", *how, verb])
