"""The rules of assistants who translate."""

from collections.abc import Mapping

from services.conversations.composer.archetype_rules.genres import BOUNDED, CASUAL, TONED
from services.conversations.composer.archetype_rules.rule import Archetype, BothLanguages, rule
from services.conversations.composer.model import Part

_FAITHFUL = (
    "literal*|word for word|word-for-word|meaning|idiom*|free(ly)?|natural*|wörtlich*|wort für wort"
    "|sinngemäß*|sinn|frei"
    "|natürlich*|rhym*|metre|meter|exactly what|reim*|versmaß|(darf|soll) … bleiben"
)
"""That somebody has said how close to the words a translation stays."""

_TONE = (
    "register|tone|formal*|informal*|casual*|style|ton|tonfall|stil|förmlich*|formell*|duz*|siez*|locker*"
    "|umgangssprach*"
    "|simple words|altmodisch*|einfache*n? (worte*|sprache)"
)

RULES: Mapping[Archetype, tuple[BothLanguages, ...]] = {
    Archetype.TRANSLATION: (
        rule(
            Part.HOW,
            "Translate the meaning rather than word for word, in the tone of the original.",
            "Übersetze den Sinn statt Wort für Wort und triff den Ton des Originals.",
            f"{_FAITHFUL}|{_TONE}|{TONED}",
        ),
        rule(
            Part.LIMITS,
            "Add nothing and leave nothing out.",
            "Füge nichts hinzu und lass nichts weg.",
            "add (nothing|anything|notes?|words|no)|leav(e|es|ing) … out|omit*|skip*|shorten*|complete(ly)?|in full",
            "every (sentence|line|word)",
            "hinzufüg*|füg* … hinzu|weglass*|(lass|lasse|lässt) … (weg|aus)|auslass*|kürz*|vollständig*|ergänz*",
            "jed* (satz|zeile|wort)",
            "explain*|footnote*|comment*|summar*|(make|keep) … short(er)?|note(s)? (on|about)|transcreat*|adapt*",
            "simplif*|easy|plain",
            "erklär*|fußnote*|anmerk*|kommentar*|kurz*|fass* … zusammen|anpass*|vereinfach*|einfach*|leichte*",
            "in brackets|in klammern|(not|nicht) (longer|länger)|mark (what|them|it|where)|markier*",
            BOUNDED,
        ),
        rule(
            Part.HOW,
            "Keep names, numbers and formatting as they are.",
            "Lass Namen, Zahlen und Formatierung, wie sie sind.",
            "names?|numbers?|format(s|ted|ting)?|markdown|html|layout|placeholder*|line breaks?|tags|units?|prices?",
            "*namen?|zahlen|formatier*|layout|platzhalter*|zeilenumbr*|einheiten|preise*",
            "convert*|metric|miles|kilomet*|currenc*|dates?|dollars?|euros?|pounds|inches|cups|celsius|fahrenheit",
            "locali[sz]*",
            "anonym*|bold|headings?|bullets?|umrechn*|rechne … um|währung*|datum*|maße|maßeinheit*|überschrift*",
            "absätze*|fett",
            "(sizes|measures|measurements|quantities|mengen|größen|tabelle*|tables?)",
        ),
        rule(
            Part.HOW,
            "Use the same word for the same term throughout.",
            "Verwende für denselben Begriff durchweg dasselbe Wort.",
            "terms?|terminolog*|glossar*|consisten*|same (word|term)s?|jargon|technical (word|language)s?",
            "begriff*|fachbegriff*|fachwort*|fachwört*|einheitlich*|konsisten*|dasselbe wort",
            "(gleiche|selbe) (wort|begriff)*",
            "poems?|lyrics|hymns|songs|gedicht*|lieder*|letters? (from|of) my|briefe (von|meiner|meines)",
            f"theater*|plays?|{CASUAL}",
        ),
        rule(
            Part.UNSURE,
            "Where a passage can mean two things, translate the likelier one and note the other.",
            "Kann eine Stelle zweierlei heißen, übersetze das Wahrscheinlichere und merke das andere an.",
            "ambigu*|unclear|(two|several|different) (things|ways|meanings)|double meaning*|unsure|uncertain|not sure",
            "in doubt|*n't know",
            "mehrdeutig*|zweideutig*|doppeldeutig*|zweierlei|unklar*|unsicher*|im zweifel|zweifelsfall|nicht sicher",
            "nicht weiß*",
            "(no|without|keine|ohne) (notes|remarks|comments|anmerkungen|fußnoten)|markier*|subtitles?|untertitel*",
            f"(only|just) the (translation|text)|nur (die übersetzung|den text)|nothing else|sonst nichts|{BOUNDED}",
        ),
        rule(
            Part.HOW,
            "Translate the meaning rather than word for word.",
            "Übersetze den Sinn statt Wort für Wort.",
            _FAITHFUL,
            fits=f"{_TONE}|{TONED}",
        ),
    ),
}
