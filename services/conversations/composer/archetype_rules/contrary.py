"""What somebody says that goes against a rule which would fit otherwise: the rule then stays away."""

PLAYED = (
    "in character|role-?play*|never met|(don't|dont|do not|never) (write|speak|play) (mine|for me|theirs|for them)"
    "|(you|du) (know|knows|weißt) (nothing|only what|nichts)|out of character"
    "|(?<!\\w)(sci-fi|fantasy|novels?|fiction|saga|villain*|protagonist*)|in der rolle|aus der rolle|rollenspiel*"
    "|(kurz)?geschichten?|romane?|romanfigur*|erzählung*|fantasie*|krimi*"
)
"""That something is made up or played, in which nothing has to be true."""

TALKED_OVER = (
    "questions? (first|at a time|each time|and wait|before|per (turn|message))|ask(s|ing)? (me|us|them)|asks? the user"
    "|(talk|chat|speak)(ing)? (it|this|to|with|about|and|first)|to talk|(we|let's|together) (talk|work|write)"
    "|interview(s|ing)? (me|us|them)|(with (me|us|them|the user)) first|take turns|(frage*|einzeln) (zuerst|vorab"
    "|nach der|auf einmal)|(stell|frag)(e|st|t)? (mir|mich|uns|die person|ihn|sie|erst|zuerst|vorher|immer nur)"
    "|nur eine frage|zusammen mit|gemeinsam|miteinander|(im|ein) gespräch|abwechselnd|hin und her|reden (will"
    "|möchte|wir|mit)"
)
"""That a talk leads to the text, or goes on around it."""

BRIEF = (
    "(\\d|[1-4]\\d|ten|twenty|thirty|forty) (words|characters)|(one|a single|one or two|two) (lines?|sentences?|words?)"
    "|(on|onto|for) (a|the|that|our) (\\w+ )?(screen|display|board|sign|watch)|big letters|one-liners?|(very )?brief*"
    "|(\\d|[1-4]\\d|zehn|zwanzig|dreißig|vierzig) (wörter|wörtern|worte|zeichen)|(ein|einen|einem|eine|einer) (satz"
    "|zeile)|*bildschirm*|display*|anzeigetafel*|große schrift|(so )?kurz*|einzeiler*|sms|knapp*"
)
"""That an answer has room for itself alone."""

BESIDE_THE_LABEL = (
    "brackets|parenthes*|behind (it|each|every|the|that)|(number|label|letter|category|word|grade)s? and"
    "|and (the |their |its |a )?(\\w+ )?(names?|numbers?|dates?|count|reason|senders?|scores?)"
    "|(word|character)s? counts?"
    "|(the|their|its|with|one) (names?|initials|senders?|line|sentence)|plus|how (sure|many|certain)|in front of"
    "|(after|before|below|next to|under) (it|each|every|the (label|category|word|number))|anzahl|zeichenzahl|wortzahl"
    "|klammern?|hinter (jede*|die|das|den)|(dahinter|davor|daneben|darunter|danach)|samt|und (der|die|den|das|dem) "
    "(\\w+ )?(name*|nummer*|datum|absender*|grund)|wie sicher|begründung*"
)
"""That something stands beside the label."""

ANOTHER_WORD = (
    "(just|only|simply|instead|but) (write|say|answer|put|print|mark|reply)"
    "|(write|say|answer|put|print) (just|only|simply)"
    "|sondern|(nur|einfach|bloß) (schreib|sag|setz|antwort|vermerk)*|(schreib|sag|setz)(e|st|t)? (nur|einfach|bloß)"
    "|(do not|don't|never|not) (sort|label|classify|tag|rate|grade)|(if|when|for|anything) … (say|write|answer|put"
    "|mark) \\W?\\w+|(nicht|nie) (einsortier*|einordn*|zuordn*)|sortiere? … nicht|ordne … nicht"
    "|(wenn|falls|bei) … (schreib|sag|setz|antwort|vermerk)(e|en|st|t)?"
)
"""That in some case another word than a label is the answer."""

RESULT_FIRST = (
    "yes or no|yes/no|first thing|first of all|(yes|no|answer|result|verdict|fix|line|code|cause) first"
    "|first … (then|after)|(only|just) then|ja oder nein|ja/nein|(zuerst|als erstes|zunächst|erst) … (dann|danach)"
)
"""That the answer begins with something else."""

MINIMAL = (
    "(no|not|*n't|never|without) … (refactor*|restructur*|rewrit*|clean up|improve*|touch*|best practices?|classes)"
    "|best practices?|(the|only|just|one) (corrected|changed|fixed|broken|wrong|right|missing) (line|part|bit|lines)"
    "|(as little|as few changes) as|minimal*|small(est)? change|leave … (alone|be|as (it|they) (is|are))"
    "|(kein*|nicht|nie|ohne) … (refactor*|umbau*|umstrukturier*|aufräum*|umschreib*|klassen|anfass*)"
    "|(nur|bloß) (die|eine) (\\w+ )?zeilen?|so wenig wie möglich|(lass|lasse) … (in ruhe|wie (sie|es|er) (ist|sind))"
)
"""That nothing is changed but what is wrong."""

GUESSING = (
    "(guess|guesses|guessing|speculat*|conjecture*|hunch*|assum*|vermut*|spekulier*|schätz*|raten|annahmen) … (allowed"
    "|ok|okay|fine|welcome|permitted|good enough|erlaubt|gern|gerne|willkommen|in ordnung|reicht|gestattet)"
    "|(may|can|allowed to|free to|feel free to|should) (also |always )?(\\w+ )?(guess|speculate|conjecture|estimate)"
    "|(?<!not\\s)(?<!n't\\s)(?<!never\\s)(take|make|give|have|with) (me |us )?(a |your |an )?(guess|stab)(?! up)"
    "|(?<!no\\s)(best|educated|rough|wild) guess(es)?|(darfst|kannst|darf|kann|sollst|soll) (\\w+ )?(\\w+ )?(raten"
    "|vermuten|spekulieren|schätzen)(?! nicht)|(lieber|besser) (raten|vermuten|schätzen)"
)
"""That somebody wants a guess where nothing is known."""

SUPPOSED_CAUSES = (
    "(possible|likely|probable|suspected|presumed|plausible) (\\w+ )?(causes?|reasons?|explanations?)|hypothes*|hunch*"
    "|(mögliche|wahrscheinliche|vermutete|denkbare|vermutliche)*(r|n|s)? (\\w+ )?(ursachen?|gr(u|ü)nde?|erklärung*)"
    "|what (could|might|may) (be|have)|theor(y|ies)|woran … (könnte|liegen kann)|was dahinter ?steck*"
)
"""That causes are asked for which need not be sure."""

CONTRADICTING = (
    "(don't|do not|never|not) (just |simply |always )?(agree|take my side|nod|flatter*)|disagree*|contradict*|push back"
    "|call me out|(in the|i'm|i am|is|are) wrong|devil's advocate|challeng(e|es|ing)|blunt*|brutal*|harsh"
    "|critici[sz]e*|own up|my (fault|mistakes?)|(nicht|nie|kein*) … recht|recht (geb|gib)*|im unrecht|widersprich*"
    "|widersprech*|widerspruch*|unverblümt*|schonungslos*|kritisier*|meinung sag*|kontra"
)
"""That somebody wants to be told where he is wrong."""

TOLD_HOW = (
    "(tell|tells|show|shows|telling|showing|give|gives) (me|him|her|us|them|the \\w+) (exactly )?(which|how|where (my"
    "|to)|the (fingers?|fingering|moves?|steps?|words?|answers?|notes))|fingers?|fingering|(akkordeon|accordion"
    "|instrument*|harmonica|banjo|flute|cello|trumpet|keyboard|mandolin|chords?|buttons|akkorde?|flöte|trompete"
    "|mundharmonika|handgriffe?|griffe?|finger|fingersatz)"
    "|(zeig|sag|erklär)(e|t|st|en)? (mir|ihm|ihr|uns|ihnen) (\\w+ )?(welche*|wie|wohin)"
)
"""That somebody wants to be shown, not to find out."""

KNOWS = (
    "(can|could) (already )?(read|play|speak|write|count|swim|sew)"
    "|(know|knows|read|speak|play)s? (\\w+ )?(\\w+ )?(a bit|a little|some)|from school|never (played|learnt"
    "|learned|done|had)"
    "|aus der schule|(ein bisschen|etwas|ein wenig)"
    "|noch nie"
)
"""What a learner brings along."""
