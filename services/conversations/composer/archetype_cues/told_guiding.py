"""How people tell of assistants who keep somebody at it, and of mere games, for which there is none."""

from collections.abc import Mapping

from services.conversations.composer.archetype_cues.evidence import Phrases
from services.conversations.composer.archetype_rules.rule import Archetype

_PARTNER = "(boss|mum|mother|father|dad|daughter|son|ex|brother|sister|landlord|husband|wife|partner|manager)"

TOLD: Mapping[Archetype | None, Phrases] = {
    Archetype.COACHING: Phrases(
        sure=rf"""
        (stop|stopping|quit|quitting|give up|giving up|cut down on|cut back on|off) (the )?(smoking|vaping|drinking
        |snacking|scrolling|gambling|biting|procrastinating|nicotine|sugar|cigarettes|booze|alcohol|weed
        |doomscrolling|fags|shopping|swearing|interrupting|shouting|yelling)
        (talk|talks) me (through|down|out of|into)
        (think|talk|work|go) (it|this|that|things|something|stuff|them) (through|over) with
        (somebody|someone|something|smth|sth) (to|i can) (think|talk|write to) … (with|when|about)
        sounding board
        (remind|reminds|reminding|nag|nags|nudge|nudges) (me|him|her|us|them) (to|every|each|when|that|twice|and)
        (ask|asks|asking) (me|him|her|us|them) (how (it|i|he|she|my|things|yesterday|the|we|they)|what (happened|set
        |went|i did|i'll|i will|got|stopped|i want|it was|triggered)|whether|if (i|he|she)|why i)
        (hold|holds|holding) (me|him|her|us) to
        (keep|keeps|keeping) (me|him|her|us) (on|at|honest|going|accountable)
        (check|checks|checking) (in )?(on|with) (me|him|her|us)
        (practi[sc]e|rehearse|prepare|prepares|run through|preparing) … (conversation|talk|chat|negotiation
        |argument) with (my|his|her|their|our|the) {_PARTNER}
        (jemand*|etwas|einer|einen|eine|wer|was), (der|die|das) (\w+ )?(mich|ihn|sie|uns|mir|ihm|ihr) … (erinner*
        |frag*|lob*|motivier*|antreib*|brems*|anstups*|begleit*|unterstütz*|nachfrag*|nerv*|hilft|zuhör*)
        (erinnert|erinnere|erinner|fragt|frage|frag|anstupst|motiviert|ermutigt) (mich|ihn|sie|uns) (\w+ )?(wie (es
        |war|lief|gestern)|ob (ich|er|sie|wir)|jeden|abends|morgens|täglich|daran|was (ich|los|gut)|dass)
        (aufhören|aufzuhören|abgewöhn*|abzugewöhn*|rauchfrei|dranbleib*|dranzubleib*|durchhalt*|durchzuhalt*
        |schweinehund)
        weniger (rauchen|trinken|essen|scrollen|arbeiten|naschen|am handy|fernsehen|kaufen|schreien)
        (gespräch|verhandlung|aussprache|gehaltsverhandlung|gehaltsgespräch|kündigungsgespräch) … (vorbereit*|üben
        |proben|durchspiel*)
        (vorbereit*|üben|proben|durchspielen) … (auf|für) (das|ein|mein|unser|die|eine) (\w+ )?(*gespräch
        |*verhandlung|aussprache)
        (durchdenken|durchsprechen|nachdenken|überlegen|reden) (will|kann|möchte|über|mit)
        mit (jemand|jemandem|jemanden|wem|einem|mir|dem ich|der ich) … (durchsprech*|durchdenk*|nachdenk*|überleg*
        |reden kann|reflektier*)
        (play|be) (one of them|him|her|them|my \w+) so (i|that i)
        (try|practi[sc]e) (it|this) (out )?on (you|it|somebody|someone)
        get me (off|out of|to|back|up|through|moving|going)
        (nudge|nudges|nudging) (me|at|in|every|when)
        (remind|nag|nudge|erinner|erinnere) (him|her|me|them|ihn|sie|mich)(,| and| und)
        (won't|doesn't|never|not|wont) do (his|her|my|their) (exercises|physio|practice|stretches|homework)
        weniger (\w+ )?(rauchen|trinken|essen|scrollen|arbeiten|naschen|fernsehen|kaufen|schreien|sitzen)
        (wen|jemanden|wem|jemand|jemandem) (zum|zu) (schreiben|reden|sprechen|zuhören)
        (gespräch|aussprache|verhandlung) (mit|über) … (vorzubereit*|durchzuspiel*|zu üben|zu führen)
        (tag|woche|abend) (\w+ )?(durchsprech*|reflektier*|revue|durchgehen)
        (lass|lasst) mich (das|es) (\w+ )?(üben|proben|durchspielen)
        du spielst (ihn|sie|den|die|meinen|meine)
        (keeps?|keep) asking (me )?(until|till|if|how|whether)
        until i('ve| have) (written|done|finished|practised|been)
        (conversation|talk|chat|gespräch) (about|über) (my|meine*n?) (week|day|month|woche|tag|monat)
        (accountability|practi[sc]e|training|scene|sparring|workout|running|rehearsal|singing) (partner|buddy
        |companion|mate)
        (watchdog|taskmaster|drill sergeant|minder|cheerleader|aufpasser*|antreiber*|mitstreiter*|übungspartner*
        |trainingspartner*|motivator*|wachhund)
        (ask|asks|asking) what (i|he|she) (did|played|have|ate|wrote|practi[sc]ed|managed|got)
        (fragt|frag|fragen|frage), was (ich|er|sie) (\w+ )?(\w+ )?(geschafft|gemacht|gegessen|geübt|geschrieben|getan
        |vorhab*)
        (audition|run lines|running lines|my lines|read me the cues|vorsprechen|rolle einstudier*)
        (somebody|someone|something|smth|anyone) (to|i can) (sing|play|run|train|practi[sc]e|rehearse|exercise) with
        (jemand|jemanden|jemandem|wen) zum (singen|üben|spielen|trainieren|laufen|proben)
        (mit der ki|mit dem bot|with the ai|with an ai|with the bot) (\w+ )?(proben|üben|trainieren|practi[sc]e
        |rehearse)
        (proben|üben|practi[sc]e|rehearse) (\w+ )?(mit der ki|mit dem bot|with the ai|with an ai|with the bot)
        """,
        likely=r"""
        (doesn't|don't|doesnt|dont|without|no|not) (lecture|lecturing|lectures|judge|judging|judg*|preach*|nag
        |nagging|pity)
        (relapse|relapses|craving|cravings|urge|urges|slip|slips|streak|rückfall|rückfälle|rückfällig|ausrutscher)
        (push|pushes|motivat*|encourag*|cheer*) (me|him|her|us) (to|on|when|but|and|through)
        (keine|ohne) (vorträge|predigt*|belehrung*|moral*|vorwürfe)
        (finish|end|ends|close|closes) (by|with) asking me
        (what i'll|what i will|what will i) do (differently|next|better)
        (habit|habits|routine|routines|willpower|gewohnheit*|vorsatz|vorsätze)
        (lobt|loben|lobe) (mich|ihn|sie|auch|mal)
        (bring|brings) me back
        (has|have|need|needs|want|wants|trying) to (exercise|train|lose weight|sleep more|get fit|walk more|run)
        was (ich )?(morgen|nächstes mal|nächste woche) (anders|besser)
        (excuses|guilt trips?|ausreden|schuldgefühle)
        (put|putting|schiebe?|schieben) (it |sie |das |meine? \w+ )?(\w+ )?(\w+ )?(off|vor mir her|auf)
        (laugh|laughs|laughing) at me
        (lachen|lacht|lach|auslach*) (\w+ )?mich
        """,
        hints=r"""
        (every|each) (morning|evening|night|day|week|sunday|monday|friday)
        (jeden|jede) (morgen|abend|tag|woche|sonntag|montag|freitag|vormittag)
        (flatter|flattery|therapy|therapist|psycholog*)
        (goal|goals|ziele?|übungen)
        (no drama|start over|von vorn*)
        """,
    ),
    None: Phrases(
        sure=r"""
        (play|be|plays) (a|an|the) (\w+ )?(\w+ )?(suspect|villain|dragon|pirate|wizard|ghost|detective|witness
        |murderer|king|queen|knight|alien|vampire|oracle|spy|smuggler|captain|goblin|thief|bandit|monster|innkeeper
        |butler|prisoner)
        (game over|text adventure|game master|gamemaster|dungeon master|dungeons|murder mystery|an escape room
        |pen and paper|tabletop|role-?playing game)
        (i|we) (interrogate|cast a spell|roll the dice|roll a die)
        (spiel|spiele|spielst|sei|mach) (mir |mal )?(einen|eine|den|die|ein) (\w+ )?(\w+ )?(verdächtig*|schurke*
        |drache*|pirat*|zauberer|geist|detektiv*|zeuge*|mörder*|könig*|ritter|hexe|orakel|gauner|kapitän*|gespenst)
        (textadventure|spielleiter*|pen-and-paper|krimispiel|ratespiel|würfelspiel|rollenspielrunde)
        """,
        likely=r"""
        (lie|lies|guess|guesses|clue|clues|turn|turns) per (scene|round|turn|game)
        (i|ich) (lose|win|verliere|gewinne)
        (never|nie) (tell|break|verrat*) (\w+ )?(character|straight|die rolle)
        """,
    ),
}
"""What no assistant is for, but a game, speaks for none."""
