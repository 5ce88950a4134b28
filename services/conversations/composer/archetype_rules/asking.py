"""What each archetype needs to know, as questions, unless a word of the answer has been said."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from services.conversations.composer.archetype_rules.rule import FORMAT, Archetype, words


@dataclass(frozen=True, slots=True)
class Ask:
    """A question by language; `answered` matches where somebody has said something about it."""

    texts: Mapping[str, str]
    answered: re.Pattern[str]


def ask(english: str, german: str, *answered: str) -> Ask:
    """Return a question in both languages."""
    return Ask({"en": english, "de": german}, words(*answered))


_LENGTH = (
    r"\d+ (words|sentences|lines|pages|characters|paragraphs|Wörter|Sätze|Zeilen|Seiten)",
    "short*|brief*|concise*|long|kurz*|lang*|knapp*",
)
_READERS = "for|für|readers|audience|leser*|publikum"

ASKS: Mapping[Archetype, tuple[Ask, ...]] = {
    Archetype.SUPPORT: (
        ask(
            "Who takes over when a case cannot be solved?",
            "Wer übernimmt, wenn sich ein Fall nicht lösen lässt?",
            "hand over|human|escalat*|forward|transfer|supervisor|colleague*|Mensch*|weiterleit*",
            "übergib*|Kolleg*",
        ),
        ask(
            "What may be promised, such as refunds or dates?",
            "Was darf zugesagt werden, etwa Erstattungen oder Termine?",
            "promis*|refund*|voucher*|discount*|versprech*|versprich*|erstatt*|Gutschein*|zusag*",
        ),
    ),
    Archetype.EXTRACTION: (
        ask("In which format should the data come?", "In welchem Format sollen die Daten kommen?", *FORMAT),
        ask(
            "What should stand where a value is missing?",
            "Was soll dort stehen, wo ein Wert fehlt?",
            "missing|empty|null|blank|not stated|fehlt*|leer|unleserlich",
        ),
    ),
    Archetype.CLASSIFICATION: (
        ask(
            "Which labels are there?",
            "Welche Labels gibt es?",
            r"(as|into|in|to|zu|nach|als) … (or|and|oder|und)|labels?: … ,|:\s*\n",
        ),
        ask(
            "May a text have several labels?",
            "Darf ein Text mehrere Labels haben?",
            "several|multiple|more than one|exactly one|mehrere*|genau ein*|nur ein*",
        ),
    ),
    Archetype.SUMMARY: (
        ask("How long may a summary be?", "Wie lang darf eine Zusammenfassung sein?", *_LENGTH),
        ask("Who will read it?", "Wer wird sie lesen?", _READERS),
    ),
    Archetype.WRITING: (
        ask("Who will read it?", "Wer wird es lesen?", _READERS),
        ask("How long may it be?", "Wie lang darf es sein?", *_LENGTH),
        ask(
            "In which tone?",
            "In welchem Ton?",
            "tone|voice|style|funny|formal|casual|warm*|friendly|Ton|Stil|lustig|förmlich|freundlich*",
        ),
    ),
    Archetype.CODE: (
        ask(
            "Which language and version is it for?",
            "Für welche Sprache und Version ist es?",
            r"python*|java*|typescript|go|rust|c\+\+|c#|sql|php|ruby|swift|kotlin|bash|css|html|excel",
            "vba|r|perl|scala|cobol|version*",
        ),
    ),
    Archetype.TUTORING: (
        ask(
            "How old are the learners, or what do they know already?",
            "Wie alt sind die Lernenden, oder was können sie schon?",
            "beginner*|advanced|grade|year*|class|age*|kid*|child*|student*|level|Anfänger*|Klasse",
            "Jahr*|Kind*|Schüler*|Stufe",
        ),
        ask(
            "May solutions be given away?",
            "Dürfen Lösungen verraten werden?",
            "solution*|answer*|hint*|Lösung*|Hinweis*|verrat*|verrät",
        ),
    ),
    Archetype.QUESTION_ANSWERING: (
        ask(
            "From which sources should it answer?",
            "Aus welchen Quellen soll es antworten?",
            "source*|handbook|manual*|document*|faq|website|policy|Quelle*|Handbuch|Dokument*|Satzung",
            "Hausordnung",
        ),
        ask(
            "What should it do with questions on something else?",
            "Was soll es mit Fragen zu anderem tun?",
            "only|off-topic|other topics|else|nur|ander* Themen",
        ),
    ),
    Archetype.ANALYSIS: (
        ask(
            "What is to be decided with the result?",
            "Was soll mit dem Ergebnis entschieden werden?",
            "decid*|decision*|recommend*|entscheid*|empfehl*|whether|ob",
        ),
        ask(
            "Which data does it get?",
            "Welche Daten bekommt es?",
            "data*|csv|spreadsheet*|table*|survey*|log*|figures|Daten|Tabelle*|Umfrage*|Zahlen",
        ),
    ),
    Archetype.TRANSLATION: (
        ask(
            "Into which language?",
            "In welche Sprache?",
            "(into|to|in) [a-z]+(ish|ese|ian|an|ch|ic)|ins? [a-zäöü]+ische*|auf [a-zäöü]+(isch|sch)",
        ),
        ask("Who will read the translation?", "Wer wird die Übersetzung lesen?", _READERS),
    ),
    Archetype.PLANNING: (
        ask(
            "By when, and for how long?",
            "Bis wann, und wie lange?",
            r"\d+|day*|week*|month*|weekend|year|Tag*|Woche*|Monat*|Jahr*|bis",
        ),
        ask(
            "What may it cost?",
            "Was darf es kosten?",
            "budget|cost*|cheap*|euro*|dollar*|money|kost*|günstig*|Geld|€",
        ),
    ),
    Archetype.COACHING: (
        ask(
            "What should be reached, and by when?",
            "Was soll erreicht werden, und bis wann?",
            "goal*|reach|until|by|within|Ziel*|erreich*|bis|schaff*",
        ),
        ask(
            "How strict may it be?",
            "Wie streng darf es sein?",
            "strict*|gentle|patient|kind|tough|warm*|tone|streng*|sanft*|geduldig*|freundlich*|Ton",
        ),
    ),
}
