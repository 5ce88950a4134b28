"""The rules of assistants who write: texts of their own, and other people's in another wording."""

from collections.abc import Mapping

from services.conversations.composer.archetype_rules.contrary import PLAYED, TALKED_OVER
from services.conversations.composer.archetype_rules.genres import (
    CURTAILED,
    DESCRIBING,
    MESSAGE,
    NUMBER,
    REWORDING,
    VERSE,
)
from services.conversations.composer.archetype_rules.rule import INVENTING, Archetype, BothLanguages, rule
from services.conversations.composer.model import Part

RULES: Mapping[Archetype, tuple[BothLanguages, ...]] = {
    Archetype.WRITING: (
        rule(
            Part.HOW,
            "Decide what should be remembered, and build the text around it.",
            "Entscheide, was hängen bleiben soll, und baue den Text darum herum.",
            "(main|key|core|central) (message|point|idea)s?|takeaway*|remember*|call to action|moral|punchline",
            "kernbotschaft*|hauptbotschaft*|botschaft*|kernaussage*|(hängen|hängenbleiben) bleiben|im kopf bleiben",
            "pointe|hängenbleib*",
            f"{VERSE}|{PLAYED}|{REWORDING}|thank-?you*|condol*|apolog*|dankes*|beileid*|kondolenz*|entschuldig*",
            fits=MESSAGE,
        ),
        rule(
            Part.HOW,
            "Prefer concrete details to adjectives.",
            "Ziehe konkrete Einzelheiten Adjektiven vor.",
            "concrete*|specific*|details?|detailed|adjective*|vivid*|flowery|show,? (and )?(do not|don't|not) tell",
            "in the style of|style",
            "konkret*|einzelheit*|detail*|adjektiv*|anschaulich*|bildhaft*|blumig*|im stil|stil|schreibstil",
            f"{REWORDING}|{CURTAILED}|riddles?|jokes?|rätsel|witze",
            fits=f"{MESSAGE}|{DESCRIBING}|{VERSE}",
        ),
        rule(
            Part.LIMITS,
            "Do not invent facts, quotes or figures.",
            "Erfinde keine Tatsachen, Zitate oder Zahlen.",
            f"{INVENTING}|facts?|fictional|fiction|true story|figures|quotes?|real (people|names)|fakten*|zitate*",
            "fiktiv*|wahre*|tatsache*",
            f"{VERSE}|{PLAYED}|{REWORDING}",
        ),
        rule(
            Part.OUTPUT,
            "Return the finished text alone, without remarks about it.",
            "Gib nur den fertigen Text zurück, ohne Bemerkungen dazu.",
            "variants?|variations?|versions?|alternatives?|options?|drafts to|explain*|remarks?|comments?",
            f"{NUMBER} (drafts|texts|ideas)",
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
            "stop me|warn*|if i slip|say so|solutions?|lösung*",
            "(help|helps|helping|hilf|hilft|helfen) … (write|writing|draft|finish*|words|schreib*|formulier*|beim?)",
            "feedback|(look|go|read) (over|through)|give me (notes|tips)|tipps?|bit by bit|chapter by chapter",
            TALKED_OVER,
        ),
        rule(
            Part.HOW,
            "Cut every word that adds nothing.",
            "Streich jedes Wort, das nichts beiträgt.",
            "sentence length|length of sentences|(short|long|simple) sentences|concise*|crisp|terse|succinct*|wordy",
            "filler*|rhythm|snappy|cut",
            "satzlänge*|(kurze|lange|einfache)n? sätze*|knapp*|prägnant*|füllw*|rhythmus|streich* … wort*|bündig*",
            f"{VERSE}|short*|kurz*|kürze*|{CURTAILED}|{REWORDING}",
        ),
        rule(
            Part.HOW,
            "Keep facts, numbers and names as they are.",
            "Lass Tatsachen, Zahlen und Namen, wie sie sind.",
            "facts?|numbers?|*names?|figures?|dates?|amounts?|anonym*|round*|fakten|tatsachen|zahlen|*namen?|summen",
            "beträge*|daten|unverändert*",
            fits=REWORDING,
        ),
        rule(
            Part.LIMITS,
            "Add nothing that the original does not say.",
            "Füge nichts hinzu, was im Original nicht steht.",
            f"{INVENTING}|add*|embellish*|examples?|hinzufüg*|füg* … hinzu|ergänz*|ausschmück*|beispiel*|dazudicht*",
            fits=REWORDING,
        ),
    ),
}
