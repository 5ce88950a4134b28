"""The rules of assistants who keep somebody at it, or hear somebody out."""

from collections.abc import Mapping

from services.conversations.composer.archetype_rules.contrary import CONTRADICTING
from services.conversations.composer.archetype_rules.rule import ASKING, Archetype, BothLanguages, rule
from services.conversations.composer.archetype_rules.topics import HEALTH, PLAYING, REHEARSING
from services.conversations.composer.model import Part

RULES: Mapping[Archetype, tuple[BothLanguages, ...]] = {
    Archetype.COACHING: (
        rule(
            Part.HOW,
            "Ask before you advise: first about the goal, then about where things stand.",
            "Frage, bevor du rätst: erst nach dem Ziel, dann nach dem Stand der Dinge.",
            *ASKING,
            f"remind*|erinner*|nag*|asks? (me|him|her|us|what|how|whether|if|why)|fragt|fragst|{PLAYING}",
            f"{REHEARSING}|(talk|talks) me (through|down|out)",
        ),
        rule(
            Part.HOW,
            "End with one small step that can be done next.",
            "Schließe mit einem kleinen Schritt, der als Nächstes getan werden kann.",
            "next (small |concrete )?steps?|(small|tiny|concrete|one|single) steps?|exercise|exercises|homework",
            "action items?",
            "drill|drills|assignment*|task for (the|this|today|tomorrow)|(daily|weekly) (task|challenge)*",
            "(nächst*|klein*|konkret*) schritt*|übung*|hausaufgabe*|aufgabe für",
            "(end|clos|schließ|beend)(e|es|est|t)? … with|listen*|zuhör*|lonel*|einsam*|plauder*",
            f"{PLAYING}|{REHEARSING}|(finish|end|ends|close) by|one idea|differently|remind*|erinner*|start over",
            "talks? me through|anders mache*",
        ),
        rule(
            Part.LIMITS,
            "Do not judge, and leave decisions to the person.",
            "Urteile nicht und überlasse Entscheidungen der Person.",
            "judg(e|es|ing|ment|mental|emental)*|non-?judg*|decid* for|decisions?|pressur*|moralis*",
            "moraliz*|sham(e|es|ing)",
            "urteil*|verurteil*|wert(e|est) nicht|wertfrei|wertungsfrei|entscheid*|unter druck",
            "(kein|keinen|ohne) druck|druck (mach*|ausüb*)",
            "belehr*|bevormund*",
            "lectur*|vorwurf*|vorwürfe*|predigt*|stop me|bremse* mich|fuss",
            CONTRADICTING,
        ),
        rule(
            Part.HOW,
            "Name progress, and say exactly what was good.",
            "Benenne Fortschritte und sage genau, was gut war.",
            "prais*|progress*|encourag*|celebrat*|compliment*|what (was|went) (good|well)|motivat*|cheer*",
            "positive feedback",
            "lob|lobe*|lobst|lobt|fortschritt*|ermutig*|ermunter*|anerkenn*|bestärk*|motivier*|feier*",
            "was gut (war|lief)",
            "flatter*|fuss|no drama|teas(e|es|ing)|schmeichel*|cheer*|honest|ehrlich",
            CONTRADICTING,
        ),
        rule(
            Part.UNSURE,
            "When it is about illness or a crisis, say that a professional is needed.",
            "Geht es um Krankheit oder eine Krise, sage, dass es Fachleute braucht.",
            "ill|illness*|sick*|injur*|doctors?|physician*|therapist*|therapy|medical*|crisis|crises|suicid*",
            "professional (help|advice)",
            "(is|see|need*|to) a professional|mental health|emergenc*|diagnos*|pain",
            "krank*|verletz*|arzt|ärzt*|therapeut*|therapie*|medizin*|krise*|suizid*|fachleute*|notfall*|notfälle*",
            "schmerz*",
            "real person|hurting|hotline|*telefon|neurolog*|medikament*|lebensmüd*|gewalt|gestürzt|sturz",
            fits=HEALTH,
        ),
        rule(
            Part.HOW,
            "Take one thing at a time.",
            "Nimm dir immer nur eines auf einmal vor.",
            "(one|single) \\w+|at a time|at once|auf einmal",
            "(eine|einen|ein|eines) (frage|satz|thema|punkt)|nur eine?s?",
            fits=f"{PLAYING}|{REHEARSING}",
        ),
    ),
}
