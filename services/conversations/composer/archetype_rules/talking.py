"""The rules of assistants who talk with somebody: support, tutoring, coaching, answers to questions."""

from collections.abc import Mapping

from services.conversations.composer.archetype_rules.rule import (
    ASKING,
    DOES_NOT_KNOW_ABROAD,
    INVENTING,
    Archetype,
    BothLanguages,
    rule,
)
from services.conversations.composer.model import Part

_EXAMINING = (
    "examin(e|es|er|ers|ing)|oral exam*|mock exams?|exam questions|tests? (me|us|him|her|students|pupils|learners)"
    "|^\\s?quiz(zes)? (me|us|my)|prüf(e|st|t)? (mich|uns|ihn|sie)|prüfer|prüferin|prüfungsfrage*|mündliche prüfung"
    "|(test|teste|testest) (mich|uns)|^\\s?frage? mich … ab"
)
"""That what somebody knows is examined, and nothing explained."""

_CONVERSING = (
    "(chat|talk|speak|converse) … (with|in|to)|conversation|small talk|(language|conversation) partner|unterhalt* … mit"
    "|(sprach|tandem|gesprächs)partner*|plauder*|konversation"
)
"""That a language is spoken, and nothing explained."""

RULES: Mapping[Archetype, tuple[BothLanguages, ...]] = {
    Archetype.SUPPORT: (
        rule(
            Part.HOW,
            "Ask for what you need to solve the case, one question at a time.",
            "Frag nach, was du zur Lösung brauchst, immer nur eines auf einmal.",
            *ASKING,
        ),
        rule(
            Part.LIMITS,
            "Never promise a refund, a date or an exception that nobody has given you.",
            "Versprich keine Erstattung, keinen Termin und keine Ausnahme, die dir niemand zugesagt hat.",
            "promis*|guarantee*|versprech*|versprich*|versprochen*|zusag*|zugesagt*|garantier*|kulan*",
            "(no|not|never|*n't|only|without|offer*|grant*|give|issue*|approve*) … (refund*|compensation*|discount*)",
            "(kein*|nie|niemals|nicht|nur|ohne|biet*|gewähr*) … (erstatt*|rückerstatt*|entschädig*|rabatt*|gutschein*)",
        ),
        rule(
            Part.UNSURE,
            "Hand over to a human when the customer asks for one, or when you cannot solve the case.",
            "Gib an einen Menschen ab, wenn die Kundin oder der Kunde es wünscht oder du den Fall nicht lösen kannst.",
            "hand* (it |them |the \\w+ )?over|handover|escalat*|eskalier*|weiterleit*|übergeb*|übergib*",
            "(forward*|pass|passes) … to|weitergeb*|weiterverbind*",
            "(hand*|pass*|transfer*|forward*|refer|refers|connect*|send*|talk*|speak*|offer*|get|call) … "
            "(human*|person|colleague*|manager*|supervisor*|staff|team|phone|hotline)",
            "(gib|gibt|gebe*|leit*|verbind*|verweis*|übergib*|übergeb*|hol*|biet*|schick*) … "
            "(mensch*|kolleg*|mitarbeit*|vorgesetzt*|chef*|team|ab|weiter|telefon*|hotline)",
        ),
        rule(
            Part.HOW,
            "Show in one sentence that you have understood the problem, then solve it.",
            "Zeig in einem Satz, dass du das Problem verstanden hast, und löse es dann.",
            "empath*|sympath*|compassion*|acknowledg*|apolog*|sorry|understood|(feel|feels) (heard|understood)",
            "show* … understand*|understand* … (feel*|frustrat*|anger|problem*)",
            "mitgefühl*|mitfühl*|einfühl*|entschuldig*|verständnis*|verstanden|anteilnahme",
        ),
        rule(
            Part.HOW,
            "Give steps one by one, in the order in which they are done.",
            "Gib Schritte einzeln an, in der Reihenfolge, in der man sie ausführt.",
            "step|steps|step-by-step|one by one|numbered|schritt|schritte*|schrittweise|nummerier*|nacheinander",
        ),
    ),
    Archetype.TUTORING: (
        rule(
            Part.HOW,
            "Find out what the learner already knows before you explain.",
            "Finde heraus, was schon bekannt ist, bevor du erklärst.",
            "already (know|knows|knew|learnt|learned|understand*)|prior knowledge|(her|his|their|my|the) level",
            "level of",
            "find out what|check what … know*|(absolute|complete|total) beginner*|for beginners|beginner level",
            "(schon|bereits) (\\w+ )?(weiß|wissen|kann|können|bekannt|gelernt|versteh*)|vorwissen",
            "vorkenntnis*|(kann|können|weiß|versteht) (schon|bereits)",
            "kenntnisstand",
            "lernstand|niveau|für (absolute |blutige )?anfänger*|finde heraus, was",
            f"{_EXAMINING}|[abc][12]",
        ),
        rule(
            Part.HOW,
            "Explain one idea at a time, with an example.",
            "Erkläre immer nur einen Gedanken auf einmal, mit einem Beispiel.",
            "step by step|step-by-step|in (small |tiny )?steps|(one|idea|thing|topic|step) at a time|examples?|analog*",
            "schritt für schritt|schrittweise|schritt um schritt|in (kleinen )?schritten|auf einmal|beispiel*",
            "nacheinander",
            f"{_EXAMINING}|{_CONVERSING}",
            "(don't|do not|never|no) expla*|(nicht|nie) erklär*|keine erklär*|only (questions|quiz)",
        ),
        rule(
            Part.HOW,
            "Give hints before solutions.",
            "Gib erst Hinweise, dann Lösungen.",
            "hint|hints|solution*|clues?|nudge*|giv(e|es|ing) … away|hinweis*|lösung*|tipps?|denkanst*|vorsag*",
            "vorrechn*",
            "(never|not|*n't|no|without|before|instead of) … (answers?|results?|do (it|them|their|the|my|her|his))",
            "(nie|niemals|nicht|kein*|ohne|statt) … (lös*|antwort*|ergebnis*|verrat*|verrät*)",
            f"{_EXAMINING}|{_CONVERSING}|full answers?|answer key|with (the )?answers?|tell me the answer",
            "give me the answer",
            "(no|without) help|keine hilfe|mit (lösung*|antwort*)|musterlösung*",
        ),
        rule(
            Part.HOW,
            "Ask a short question after each step, and wait for the answer.",
            "Stell nach jedem Schritt eine kurze Frage und warte die Antwort ab.",
            *ASKING,
            "quiz|quizzes|tests? (me|them|her|him|my|the)|check* (for |my |their |her |his )?understanding|socratic*",
            "kontrollfrag*|verständnisfrag*|zwischenfrag*|abfrag*|frag* … ab|prüf* … (verstanden|verständnis)|sokrat*",
            f"{_EXAMINING}|{_CONVERSING}|one question|questions? (per|a day)|(stell|gib) (mir|uns) … frage*",
        ),
        rule(
            Part.HOW,
            "When an answer is wrong, say what is right in it and where it goes astray.",
            "Ist eine Antwort falsch, sag, was daran stimmt und wo sie in die Irre geht.",
            "mistake*|wrong|incorrect|errors?|correct (my|me|them|her|him|the|their|every|all)|corrects|corrections?",
            "fehler*|falsch*|verbesser(e|st|t)|korrigier*|korrektur*|irrtum|irrtümer*",
        ),
    ),
    Archetype.QUESTION_ANSWERING: (
        rule(
            Part.HOW,
            "Answer the question first, then explain.",
            "Beantworte zuerst die Frage, erkläre dann.",
            "explain*|explanation*|answer … first|(start|begin|lead) with the answer|short answers?|one[- ]sentence",
            "erklär*|erläuter*|zuerst … (antwort*|frage)|beginn* mit der antwort|kurze antwort*|antwort* kurz",
            "in einem satz",
            "(start|begin) with|first",
        ),
        rule(
            Part.HOW,
            "Say what an answer rests on.",
            "Sag, worauf sich eine Antwort stützt.",
            "cit(e|es|ed|ing|ation|ations)|quot(e|es|ing)|sources?|references?|rests? on|based on|evidence|footnote*",
            "page numbers?",
            "point* to the (page|section|paragraph|clause)",
            "(give|name|say|add|link) … (page|section|paragraph|clause|link)",
            "quelle*|zitier*|zitat*|beleg*|stütz*|fundstelle*|verweis(e|t)? auf|seitenzahl*",
            "nenn* … (seite|abschnitt|paragraf*|stelle)",
        ),
        rule(
            Part.UNSURE,
            "If you do not know the answer, say so, and say where it could be found.",
            "Weißt du die Antwort nicht, sag es und sag, wo sie zu finden wäre.",
            DOES_NOT_KNOW_ABROAD,
            "(not|*n't|never) (know|sure|certain)|unsure|uncertain|not in (the|our|it)|no answer|if in doubt",
            "cannot answer",
            "can't answer|(weißt|weiß) … nicht|nicht (weiß|weißt|sicher)|unsicher|keine antwort|im zweifel",
            "zweifelsfall",
            "(otherwise|else|if not|anything else|if in doubt) … (to|call|phone|ring|write|mail|say|ask)|refer(s|red)?",
            "(send|direct|point) … to|call|phone|ring",
            "(sonst|ansonsten|andernfalls) … (an|auf|ruf*|schreib*|sag*)|verweis*|anruf*",
        ),
        rule(
            Part.HOW,
            "If a question can be read in two ways, say which one you answer.",
            "Lässt sich eine Frage auf zwei Arten lesen, sag, welche du beantwortest.",
            "ambigu*|unclear|vague*|(two|several|different) ways|ask back|clarif*|unclarity|misunderst*",
            "ask (what|which|if)",
            "mehrdeutig*|zweideutig*|unklar*|(zwei|mehrere) arten|rückfrag*|nachfrag*|frag* … (nach|zurück)",
            "missversteh*",
        ),
        rule(
            Part.LIMITS,
            "Keep what you know apart from what you assume.",
            "Halte auseinander, was du weißt und was du annimmst.",
            f"{INVENTING}|guess*|assum*|speculat*|made-up|only (from|use|answer|what|the)|use only|stick to",
            "nothing else",
            "opinion*",
            "rat(e|est) (nicht|nie)|nicht raten|zu raten|rate nie*|annimm*|annehm*|annahme*|vermut*|spekulier*",
            "nur (aus|anhand|mit|auf grundlage)|ausschließlich|meinung*",
        ),
    ),
    Archetype.COACHING: (
        rule(
            Part.HOW,
            "Ask before you advise: first about the goal, then about where things stand.",
            "Frag, bevor du rätst: erst nach dem Ziel, dann nach dem Stand der Dinge.",
            *ASKING,
        ),
        rule(
            Part.HOW,
            "End with one small step that can be done next.",
            "Schließe mit einem kleinen Schritt, der als Nächstes getan werden kann.",
            "next (small |concrete )?steps?|(small|tiny|concrete|one|single) steps?|exercise|exercises|homework",
            "action items?",
            "drill|drills|assignment*|task for (the|this|today|tomorrow)|(daily|weekly) (task|challenge)*",
            "(nächst*|klein*|konkret*) schritt*|übung*|hausaufgabe*|aufgabe für",
            "(end|clos|schließ|beend)(e|es|est|t)? … with",
        ),
        rule(
            Part.LIMITS,
            "Do not judge, and leave decisions to the person.",
            "Urteile nicht und überlass Entscheidungen der Person.",
            "judg(e|es|ing|ment|mental|emental)*|non-?judg*|decid* for|decisions?|pressur*|moralis*",
            "moraliz*|sham(e|es|ing)",
            "urteil*|verurteil*|wert(e|est) nicht|wertfrei|wertungsfrei|entscheid*|unter druck",
            "(kein|keinen|ohne) druck|druck (mach*|ausüb*)",
            "belehr*|bevormund*",
        ),
        rule(
            Part.HOW,
            "Name progress, and say exactly what was good.",
            "Benenne Fortschritte und sag genau, was gut war.",
            "prais*|progress*|encourag*|celebrat*|compliment*|what (was|went) (good|well)|motivat*|cheer*",
            "positive feedback",
            "lob|lobe*|lobst|lobt|fortschritt*|ermutig*|ermunter*|anerkenn*|bestärk*|motivier*|feier*",
            "was gut (war|lief)",
        ),
        rule(
            Part.UNSURE,
            "When it is about illness or a crisis, say that a professional is needed.",
            "Geht es um Krankheit oder eine Krise, sag, dass es Fachleute braucht.",
            "ill|illness*|sick*|injur*|doctors?|physician*|therapist*|therapy|medical*|crisis|crises|suicid*",
            "professional (help|advice)",
            "(is|see|need*|to) a professional|mental health|emergenc*|diagnos*|pain",
            "krank*|verletz*|arzt|ärzt*|therapeut*|therapie*|medizin*|krise*|suizid*|fachleute*|notfall*|notfälle*",
            "schmerz*",
        ),
    ),
}
