"""How people tell what happens to them, and leave it to the other to see what is to be done about it."""

from collections.abc import Mapping

from services.conversations.composer.archetype_cues.evidence import Phrases
from services.conversations.composer.archetype_rules.rule import Archetype

_SERVED = """(members|customers?|clients?|guests|tenants|residents|passengers|users|people|buyers|subscribers|patients
|visitors|drivers|riders|campers|callers|lodgers|hirers|travellers|owners|folks|parents|commuters|ticket holders
|card holders|season ticket holders|pass holders)""".replace("\n", "")
_FAILS = "(can't|cannot|couldn't|can not) (get|log|open|find|reach|pay|book|cancel|use|enter|leave|see|connect)"
_IN_TROUBLE = f"""(locked out|stranded|stuck (at|in|on|with|between|outside)|unable|cut off|complaining|moaning|raging
|waiting (for|on)|left (waiting|without)|without (\\w+ )?(heating|power|water|internet|wifi|access|electricity|light)
|{_FAILS}|(who|whose|that) (\\w+ )?(\\w+ )?({_FAILS}|won't (open|start|work|turn on|arrive|charge|load)
|(is|are) (broken|lost|late|missing|jammed|leaking)|lost (their|an?))|(haven't|didn't|never) (received|get|got) (their
|the|an?)|with (an? )?(broken|lost|faulty|cold|leaking|jammed))""".replace("\n", "")
_BEDIENT = """(mitglieder|kunden|kundinnen|gäste|mieter*|leute|fahrgäste|besucher|nutzer*|käufer|patienten|camper
|urlauber|abonnenten|anwohner|bewohner)""".replace("\n", "")
_IN_NOT = """(ausgesperrt|ausgeschlossen|gestrandet|festsitzen|feststecken|festhängen|ohne (\\w+ )?(heizung|strom|wasser
|warmwasser|internet|wlan|licht|zugang)|stehen vor (der|verschlossen*|dem)|(kommen|können|kriegen) … nicht
(rein|raus|hinein|heraus|an|auf)|warten (\\w+ )?(auf|vergeblich|seit))""".replace("\n|", "|").replace("\n", " ")
_MAILS = "(e-?mails?|mails?|messages|inbox|calls|enquiries|phone calls|post|requests|texts|dms)"
_POST = (
    "(den |der |die |das |all |diesen |unseren |meinen )?(mails?|e-mails|anfragen|nachrichten|anrufen?|post|telefon)"
)
_ASKERS = """(members|parents|passengers|residents|tenants|visitors|volunteers|employees|staff|students|pupils
|colleagues|neighbours|shareholders|donors|players|cyclists|hikers|allotment holders|owners|citizens|readers
|borrowers)""".replace("\n", "")
_FRAGER = """(mitglieder*|eltern|fahrgäste*|bewohner*|mieter*|besucher*|mitarbeit*|genoss*|eigentümer*|studierende*
|schüler*|kolleg*|nachbarn|spieler*|bürger*|leser*|ehrenamt*)""".replace("\n", "")
_SHORT = r"(shortfall|gaps?|loss|losses|leaks?|shrinkage|discrepanc*|difference|holes?|waste|overspend)"
_FEHLT = r"(lücken?|fehlbetr*|schwund|verlust*|differenz*|abweichung*|leck)"
_LANGUAGE = """(english|german|french|spanish|italian|portuguese|dutch|polish|russian|ukrainian|turkish|arabic|chinese
|japanese|korean|swedish|danish|norwegian|finnish|greek|czech|hungarian|romanian|hindi|tamil|urdu|hebrew
|vietnamese)""".replace("\n", "")
_LISTS = "(mail|e-?mail|letter|message|answer|reply|note|comment|call|photo|ticket|text|post|item|entry|one)s?"

TOLD: Mapping[Archetype | None, Phrases] = {
    Archetype.SUPPORT: Phrases(
        sure=rf"""
        (fertig|nach|hinterher|nachkommen|rum) (\w+ )?(mit|bei) {_POST}
        (komm|komme|kommen) (\w+ )?(\w+ )?(\w+ )?(\w+ )?nicht (mehr )?(nach|hinterher|dazu)
        (ersaufe?n?|ersticken?|untergehen?|versinken?) (\w+ )?(in|im|unter|vor) {_POST}
        (answer|answers|answering) (our |the |my )?(guests|customers|clients|tenants|buyers|callers|patients)(?!')
        (antworte|antwortet|antworten) (unseren|den|meinen) (gästen|kunden|mietern|anrufern|patienten|käufern)
        (drown|drowning|swamped|buried|snowed under|overwhelmed|flooded) (in|with|under|by) (\w+ )?(\w+ )?{_MAILS}
        (can't|cannot|don't|never|no longer|can hardly) (keep up with|get through|manage|cope with
        |answer) (all )?(the |my |our |these )?{_MAILS}
        """,
        likely=rf"""
        {_SERVED} (who (are |get |keep getting )?|are |get |keep |getting |keep getting |always )?{_IN_TROUBLE}
        {_BEDIENT} (\w+ )?(\w+ )?(\w+ )?{_IN_NOT}
        (angry|upset|annoyed|unhappy|disappointed|furious|stranded|frustrated|confused|worried
        |locked-out) ([\w-]+ )?{_SERVED}
        (ausgesperrte|gestrandete|verärgerte|wütende|unzufriedene|aufgebrachte|enttäuschte|verzweifelte
        |ratlose)*n?r? ([\w-]+ )?{_BEDIENT}
        was (\w+ )?(immer|ständig|dauernd|alle|meistens|jedes mal) (\w+ )?(kommt|kommen|gefragt|wissen wollen|fragen)
        (what|things) (people|they|guests|folks|everybody|everyone) (always|keep|usually|mostly|all) (ask|asks|asking
        |want|wants|write)
        (einer|jemand|wer|was) (für mich |für uns )(das |die |alles |denen )?(beantwort*|antwort*|zurückschreib*)
        (someone|somebody|something|smth) (to |that |who |which )?(\w+ )?(answer|answers|reply|replies|deal with
        |deals with) (\w+ )?(\w+ )?for (me|us)
        (storno|stornos|stornierung*|reservierung*|buchungsanfrage*)
        """,
        hints=r"""
        (campingplatz|stellplätze|zimmervermietung|bootsverleih|skischule|fitnessstudio|campsite|gym|hostel|b&b
        |guesthouse|marina|pub)
        (ja oder nein|yes or no) \(
        """,
    ),
    Archetype.QUESTION_ANSWERING: Phrases(
        sure=rf"""
        {_ASKERS} (of|in|at|from) (our|the|my|a) ([\w-]+ )?([\w-]+ )?[\w-]+ (who )?(have|has|with|ask|asks|want to know
        |keep asking|wonder)(?! (complain|problem))
        {_ASKERS} (can|may|could|should be able to|are able to) (type|ask|put|send|enter) (\w+ )?(\w+ )?questions?
        {_FRAGER} (unserer|unseres|der|des|vom|von|aus|im|in) (\w+ )?(\w+ )?[\w-]+ (haben (\w+ )?fragen|fragen
        |wollen wissen|stellen fragen)
        {_FRAGER} (können|sollen|dürfen) (\w+ )?(\w+ )?(\w+ )?fragen (stellen|eintippen|eingeben)
        """,
        likely=r"""
        (have|has|having) (\w+ )?questions (about|on|regarding|concerning)
        (haben|hat|stellen) (\w+ )?fragen (zu|zum|zur|über|nach)
        (only |just )?from the (\w+ )?(\w+ )?(file|files|pdf|pdfs|document|documents|timetable|list|folder)s? (we|i|that
        |below|you)
        (aus|anhand) (der|dem|den) (\w+ )?(datei|dateien|pdf|pdfs|dokumenten|unterlagen|fahrplan|liste), (die|der|den)
        """,
    ),
    Archetype.EXTRACTION: Phrases(
        sure=rf"""
        (want|need|get|take|pull|note) (me |us |down )?(out of|from|off) (each|every|all|them|these|those)( {_LISTS})?:
        (out of|from|of|for|per) (each|every|all of them|these)( ([\w-]+ )?[\w-]+)?: (the
        )?[\w -]{{3,40}}, (?![^.!?\n]{{0,160}}\bor (?!if|not))\w+
        (aus|von|zu|pro|je) (jede*|allen)( ([\w-]+ )?[\w-]+)?: [\w -]{{3,40}}, (?![^.!?\n]{{0,160}}\boder )\w+
        """,
        likely=r"""
        (paste|pasting|copy|copying) (the |these |those )?(\w+ )?(adverts?|ads|listings?|classifieds|job ads
        |announcements|catalogue entries)
        (kleinanzeigen|anzeigen|inserate|angebote|exposés) (auslesen|durchgehen|rein|kopier*)
        """,
    ),
    Archetype.CLASSIFICATION: Phrases(
        sure=rf"""
        (put|place|file|sort|drop|stick) (each|every|all|them|it|these|those) ({_LISTS} )?(of them )?(\w+ )?(under|into
        |in|with)(:| (one of|these|the following|the right))
        (pack|packe|steck|stecke|leg|lege|ordne|sortier|sortiere) (jede*|alle|sie|die) (\w+ )?(\w+ )?(unter|in|zu)(:
        | (eine*|folgende*|diese*))
        """,
    ),
    Archetype.SUMMARY: Phrases(
        likely=r"""
        (tell|tells) me (only|just) (if|what|when|whether|who)
        (only|just) (tell|tells) me (if|what|when|whether|who)
        (voice notes|voice messages|voicemails|sprachnachrichten|sprachmemos) (from|of|von|aus)
        """,
    ),
    Archetype.ANALYSIS: Phrases(
        sure=rf"""
        where (the|my|our|is|are|that) (\w+ )?{_SHORT}
        where (it|the \w+|my \w+|our \w+|that|all \w+) (has gone|disappears?|vanish*|leaks?|seeps?|is leaking
        |went missing)
        wo (\w+ ){{1,5}}(versickert|verschwindet|hinkommt|verloren geht|flöten geht)
        wo (die|der|das|unser|unsere|mein|meine|ist|sind) (\w+ )?{_FEHLT}
        wo (es|was|das|die \w+|unser \w+|mein \w+|unsere \w+) (\w+ )?(versickert|verschwindet|fehlt|hinkommt|hakt
        |verloren geht|nicht stimmt|nicht passt)
        (should've|should have|ought to have) been (\w+ )?(\w+ )?[,;] (and )?what
        (soll und ist|soll-ist*|sollbestand|istbestand|target and actual|stocktake|inventurdifferenz*)
        """,
        likely=r"""
        be told (where|what|which|why|whether|who)
        what('s| is|s) missing in \w+
        (i|we) (lose|am losing|are losing|keep losing|'m losing) (money|stock|beer|fuel|time|members|water|heat)
        (narrowed down|worst first|biggest first|in money at cost|schlimmstes zuerst|größte abweichung)
        """,
        hints=r"""
        (till report|dips|wastage|deliveries|stock sheet|takings|zählerstand|lieferscheine|kassenbericht)
        how (sure|certain) you are
        """,
    ),
    Archetype.COACHING: Phrases(
        sure=r"""
        (wen|jemand|jemanden|jemandem|wem|einen|einer|eine), (dem|der) (ich|man) … (erzähl*|schreib*|sag*|rede|berichte*
        |ausheul*|abladen|auskotz*|schildere?)
        (somebody|someone|something|smth|sth|anyone) (who |that |to |i can |i could )(\w+ )?(tell|unload|vent|talk
        |listen|listens|debrief|confide)(?! (me (what|where|which|how|whether|when|the)|us|customers|them))
        (der|die|das) mich (fragt|frägt|fragen) (\w+ )?(was|wie|ob|warum) (ich|es)
        """,
        likely=r"""
        (after|nach) (work|(my|the|a|each|every) shift|feierabend|der schicht|dienstschluss|dem dienst|der arbeit)
        (what i|was ich) (\w+ )?(really |actually |eigentlich |gewollt |wirklich )(\w+ )?(want|wanted|meant|gewollt
        |wollte|hätte)
        (nicht|nie) (\w+ )?(recht geben|ausreden|beschwichtigen|bemitleiden)
        (don't|never|do not) (take my side|let me off|talk me out)
        """,
    ),
    Archetype.TRANSLATION: Phrases(
        sure=rf"""
        {_LANGUAGE} (subtitles?|captions|voice-?over|version) (for|to|of) (our|the|my|a|an|\w+)
        (subtitle|subtitling|dub|dubbing) (our|the|my|an?|some) (\w+ )?(\w+ )?(films?|videos?|movies?|series|clips?
        |talks?)
        (untertitel|untertitle|untertiteln|synchronisier*) (für |zu )?(unsere*|die|meine*|den|das|eine*)
        """,
    ),
    None: Phrases(
        sure=r"""
        (you|du) (know|knows|weißt|kennst) (nothing|only what|nichts) (after|about|of|beyond|that|von|über|nach|was)
        (stay|stays|remain|remains|speak|always|answer|talk) (\w+ )?in character
        (bleib|bleibe|bleibst|sprich|antworte) (immer |stets )?in (der|deiner) rolle
        (if|when|wenn|sobald) (i|ich) (write|type|say|schreib|schreibe|sag|sage|tippe) \W?(pause|stop|stopp|cut|ooc
        |timeout|break|halt|aus|ende)
        (don't|dont|never|do not) (write|speak|play|answer|decide) (mine|my (part|lines|letters?|role|side|character
        |actions|turn)|for me|what i (do|say))
        (we|wir) (write|exchange|schreiben) (\w+ )?(\w+ )?(letters|briefe)( to each other)?,? (you and me|du und ich
        |as|to each other|hin und her)?
        (you're|youre|you are|u r|ur) (an?|the|my) … (and )?(i'm|im|i am) (the|an?|your)
        du bist (ein|eine|der|die|mein|meine) … (und )?ich bin (der|die|das|ein|eine|dein|deine)
        (let's|lets|lass uns|lasst uns) (\w+ )?(play|role-?play|pretend|spielen)
        """,
        likely=r"""
        (never|nie|noch nie) (met|begegnet|gesehen|getroffen)
        (let|lass|lasse) (it|es) … (leak|come out|durchsickern|durchscheinen|slip)
        (something is wrong|something's wrong|etwas stimmt nicht|ein geheimnis|a secret|hide something)
        (your secret|dein geheimnis|slowly reveal|nach und nach)
        """,
    ),
}
"""What is only played speaks for none, however much is written in it."""
