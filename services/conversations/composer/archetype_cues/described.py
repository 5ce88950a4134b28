"""How a kind of task is described where nobody names it, in English and German."""

import re
from collections.abc import Mapping

from services.conversations.composer.archetype_cues.cues import lines
from services.conversations.composer.archetype_rules.rule import LANGUAGE_NAMES, Archetype

_SPRACHE = """(deutsch|englisch|französisch|spanisch|italienisch|portugiesisch|niederländisch|holländisch|polnisch
    |russisch|ukrainisch|türkisch|arabisch|chinesisch|japanisch|rumänisch|kroatisch|griechisch|tschechisch|ungarisch
    |schwedisch|dänisch|norwegisch|finnisch)"""
_LEARNERS = "(daughter|son|kid|kids|child|children|pupils?|students?|niece|nephew|grandson|granddaughter)"
_PROGRAM = "(script|code|program|macro|formula|function|query|app|build|server|site|regex)"
_PROGRAMM = "(skript|programm|code|makro|formel|funktion|abfrage|app|build|server|seite)"
_OTHERS = """(visitors?|guests?|people|citizens|residents|tenants|colleagues|members|parents|passengers|tourists
    |hikers|neighbours|volunteers|employees|staff|students|readers)"""
_ANDERE = """(besucher*|bürger*|gäste*|leute|eltern|mitglieder*|mieter*|kolleg*|touristen|anwohner*|mitarbeit*
    |studierende*|vereinsmitglieder*)"""
_TEXTS = """(*mails?|messages?|comments?|reviews?|requests?|tickets?|posts?|photos?|letters?|calls?|entries
    |nachrichten?|anfragen?|kommentare?|bewertungen?|meldungen?|briefe?|anrufe?|each|every|jede|jeder|jedes)"""
_PLAYED = """(boss|landlord|landlady|interviewer|recruiter|manager|examiner|client|customer|investor|opponent|ex|chef
    |chefin|vermieter|vermieterin|personaler|personalerin|kunde|kundin|kunden|investor|interviewer|gegner)"""
_FAULTS = """(pitfalls?|risks?|weaknesses|weak spots?|blind spots?|flaws|loopholes|red flags|dangers|hazards|gaps|traps
    |catches|hidden costs|warning signs)"""
_FEHLER = """(*risiken|fallstricke|*schwächen|schwachstellen|*mängel|*lücken|tücken|gefahren|stolperfallen|warnzeichen
    |kostenfallen|haken)"""
_LEVEL = "(a1|a2|b1|b2|c1|c2|beginners?|level|mistakes?|corrects?|correcting|get better|exercises|fluent|fluency)"
_STUFE = "(a1|a2|b1|b2|c1|c2|niveau|anfänger*|fehler*|korrigier*|verbesser*|aufbesser*|auffrisch*|lern*|üben)"

SURE: Mapping[Archetype, re.Pattern[str]] = {
    Archetype.ANALYSIS: lines(
        """answers (of|from|to) … (survey|questionnaire|poll)|(survey|questionnaire|poll) … what (do|did) (they|people)
        |antworten (aus|von|auf|zu) … (*umfrage|fragebogen*)|(*umfrage|fragebogen) … was (wollen|denken|stört)"""
        f"""|^(\\w+ ){{0,4}}{_FAULTS}( (in|of|with|for|hidden in) (\\w+ ?){{1,5}})?.?$
        |^(die |mögliche |typische |versteckte )?{_FEHLER} (in|im|bei|beim|von|des|der|eines|unseres|meines)
        (\\w+ ?){{1,5}}.?$|^(\\w+ ){{0,2}}{_FEHLER}.?$"""
    ),
    Archetype.CODE: lines(
        f"""(why|what) … (script|code|program|macro|function|query|build) … (hangs?|crash|crashes|fails?|breaks?|slow
        |freezes?|stops?)|wrong with (my|our|this|the) (\\w+ )?{_PROGRAM}|(bug|bugs|error) in (my|our|this|the)
        (\\w+ )?{_PROGRAM}|(type|key|value|name|index|attribute|syntax|import|reference|runtime|range)(error
        |exception)|stack ?traces?|tracebacks?|stacktrace*|error messages? … (build|compil*|terminal|console|script
        |app|code)|{_PROGRAMM} … (bricht … ab|stürzt … ab|abstürzt|abbricht|läuft nicht|hängt|hängen bleibt)
        |(fehler|bug) in (meinem|unserem|dem|diesem|der|meiner) {_PROGRAMM}"""
    ),
    Archetype.PLANNING: lines(
        """(break|breaks|split|splits|cut|cuts|divide|divides|chop|slice) … (into|in) (\\w+ )?(\\w+ )?(\\w+ )?(steps
        |tasks|milestones|phases|stages|chunks|to-?dos)|(break|breaks|breaking|split|cut) … (tasks|steps) (per|for each
        |by|with)|(into|to) … (tasks|steps) … (per|with) (week|day|deadlines?|dates?)|into a (\\w+ )?(schedule|timeline
        |timetable|plan)|what (has|needs|must|have) … (when|which order|by when)|who (does|has to|must|needs) … when
        |(zerleg*|teil*|unterteil*|brich|breche) … (schritte*n?|aufgaben|etappen|wochenziele*|meilenstein*|*aufgaben
        |phasen|tagesziele*)|was (muss|soll) wann|wer (muss|soll|macht) … wann|bis wann was|was … bis wann"""
    ),
    Archetype.COACHING: lines(
        f"""(play|be|act as|acts as|pretend to be|you are|you're|as|plays) (my|the|a|an) (tough |nasty |strict |grumpy
        |angry )?{_PLAYED} … (practi[sc]e|rehears*|interview|tough|say|train|prepare)|(practi[sc]e|rehears*|interview
        |try out) … (play|be|act) (as )?(my|the|an?) (\\w+ )?{_PLAYED}|so i can (practi[sc]e|rehears*)
        |i (can )?(practi[sc]e|rehearse) (my|a|the) (\\w+ )?(\\w+ )?(talk|conversation|pitch|speech|interview
        |negotiation)|off the hook|accountab*|(asks?|checks?|reminds?|messages?|nags?) (on )?(me )?… (whether|if) i
        |(asks?|reminds?|messages?) me (each|every|in the|once) … (what i|how i|if i)|^be the interviewer
        |spiel* (du )?(mein|meine|meinen|den|die|einen|eine) (\\w+ )?{_PLAYED}|(du bist|sei) (mein|meine|der|die)
        {_PLAYED} … (üben|trainier*|prob*)|nicht locker ?(läss*|lass*)|sparringspartner*|(fragt|frag|frage|erinner*
        |prüf*|nachfragt) … ob ich"""
    ),
    Archetype.TUTORING: lines(
        f"""(learn|learns|practi[sc]e|practi[sc]es|improve|brush up|study|revise|teach|teaches) (\\w+ )?(\\w+ )?
        {LANGUAGE_NAMES}(?! (mails?|emails?|texts?|letters?))
        |{LANGUAGE_NAMES} … {_LEVEL}|{_LEVEL} … {LANGUAGE_NAMES} (with|conversation|learner*)
        |{_SPRACHE} … {_STUFE}|(lern*|üben|übe|übst|aufbesser*|auffrisch*|unterhalt*) … {_SPRACHE} … {_STUFE}
        |(lern*|üben|übe|aufbesser*|auffrisch*) (\\w+ )?(\\w+ )?{_SPRACHE}|(verbesser*|korrigier*) meine (fehler
        |aussprache|grammatik)|correct my (mistakes|pronunciation|grammar)
        |{_LEARNERS} … (*n't|not|struggles?|cannot|trouble) (get|gets|understand|with|grasp)"""
    ),
    Archetype.CLASSIFICATION: lines(
        f"""(go|goes|belong|belongs|sort|sorts|file|files|forward|forwards|route|routes|assign
        |assigns) (\\w+ )?(\\w+ )?(\\w+ )?(\\w+ )?(to|into|in|as) (\\w+ )?\\w+(, (\\w+ )?\\w+){{1,7}},? (or
        |and) (\\w+ )?\\w+
        |{_TEXTS} … : (\\w+ )?\\w+(, (\\w+ )?\\w+){{1,7}},? (or|oder) (?!not|nicht)(\\w+ )?\\w+
        |{_TEXTS} … (is|are) (it|this|they) (an? |about )?\\w+(, (an? |about )?\\w+){{0,7}},? or (an? |about )?\\w+
        |{_TEXTS} … : (\\w+ or not|\\w+ oder nicht)|(is it|ist es|ist das|geht es um) (an? |about |eine?
        |um )?\\w+(, (an? |about |eine? |um )?\\w+){{1,7}},?
        (or|oder) (an? |about |eine? |um )?\\w+
        |(sortier*|ordne|ordnet|teil*|gehör*) … (in|nach|zu|als) \\w+(, \\w+){{1,7}},? (und|oder) \\w+"""
    ),
    Archetype.TRANSLATION: lines(
        f"""from {LANGUAGE_NAMES} (in)?to {LANGUAGE_NAMES}
        |(give|gives|get|need|want|return|send|hand|turn|render|put|bring) (\\w+ )?(\\w+ )?(\\w+ )?(back )?(in|into
        |to) (good |natural |proper |plain |correct )?{LANGUAGE_NAMES}
        |back (in|into) (\\w+ )?{LANGUAGE_NAMES}|(come|comes|arrive|arrives|are|is|write|writes) in {LANGUAGE_NAMES}
        … (need|want|give|read) … (in|into) {LANGUAGE_NAMES}|(vo[nm]|aus dem) {_SPRACHE}(en)? (nach|auf|ins?|zu)
        {_SPRACHE}e?|(gib|gibst|gebt|zurück|brauch*|will|möchte) (\\w+ )?(\\w+ )?(\\w+ )?auf {_SPRACHE}"""
    ),
    Archetype.SUPPORT: lines(
        """(write|writes|writing|message|messages|call|calls|contact|contacts|mail|mails) (to )?us … (when|if|because)
        |(parcel|package|order|delivery|heating|wifi|internet|product|paket|bestellung|lieferung|ware) … (late|broken
        |lost|missing|damaged|*n't work|not working|kaputt|nicht geht|nicht da|nicht funktioniert|verspätet)
        |(say|tell) (\\w+ )?(we're|we are|that we are|that we're) sorry|(mails?|e-?mails?|messages|letters) about
        (returns|refunds|complaints|broken|late|lost|damaged)|(leute|kunden|gäste|mieter|käufer) … sich … beschwer*
        |(gäste|mieter|kunden|leute) … (nicht geht|kaputt|nicht funktioniert|nicht da ist)"""
    ),
}
"""What says so much that single words count less."""

LIKELY: Mapping[Archetype, re.Pattern[str]] = {
    Archetype.COACHING: lines(
        f"""^(play|be|act as|you are) (my|the) {_PLAYED}|^(spiel*|du bist) (mein|meine|meinen) {_PLAYED}"""
    ),
    Archetype.ANALYSIS: lines(
        """what('s| is| might be| could be| may be| lies)? behind (it|this|that|them|the)|what (could|might|may) be
        (behind|the (reason|cause))|(say|tell|see|show|find|understand|know|spot|check|learn)* … (what (has )?changed
        |(is|it's|'s) going (up|down|wrong)|why … (quit|leave|leaving|buy|cancel*|less|fewer|more|down|up)|what
        makes (me|us|them|people))|what (do|did) (they|people|the \\w+|our \\w+) … (want|think|like|dislike|need
        |complain)|(readings|csv|check-?ins|answers of|responses|results|figures|statistics|survey|poll|log
        |logbook|records|numbers) … (what|which|where|why|when)|(look|looks|go|goes|dig|digs) (at|through|over)
        … (feedback|survey|reviews|results|log|logs|answers|responses|readings|figures|numbers|expenses)|what (looks
        |is|seems) (odd|unusual|strange)|where (we|i) (spend|lose|waste)|(than|with) last (year|month|quarter)|woran (es
        |das|liegt)|woran … (liegt|liegen)|welche … (schlechter|besser|lohnen|lohnt|steigen|sinken|laufen)|was
        (wollen|denken|halten|stört|wünschen) (die|sie|unsere|sich)|(*zahlen|*daten|*umfrage|messwerte|zählerstände
        |ausgaben|antworten) … (was|welche|wo|warum|woran|wieso)|was sich (verändert|geändert)|auffäll*"""
    ),
    Archetype.CODE: lines(
        """error messages?|error logs?|why does (this|it) (crash|fail|hang|freeze|throw|break)|(crash|compile) (logs?
        |errors?)|(only|just) (the )?(query|code|sql)|(den|einen) (fehler|bug) (zu )?(finden|suchen|beheben)
        |fehlermeldung*|warum (stürzt|bricht|hängt) … (ab|es|das)"""
    ),
    Archetype.PLANNING: lines(
        """(cut|break|split|divide) (this|it|that|them) (\\w+ )?into|know what to do (each|every|when)|(in )?(which
        |what)
        order|by when|tasks? per (week|day|month)|with (deadlines|milestones)|in welcher
        reihenfolge"""
    ),
    Archetype.WRITING: lines(
        """^(i )?(need )?(a |an |the |my |our )?(\\w+ )?(\\w+ )?(text|notice|obituary|apology|bio|announcement|reminder
        |note|blurb|testimonial|statement|eulogy|farewell|sign|poster|flyer|leaflet|reference|application)
        (notice |letter )?(for|to|about|on|of|in)(?! (each|every))
        |^(ein|eine|einen|der|die)? ?(\\w+ )?(text|aushang|zettel|\\w+schreiben|\\w+mail|mail|absage|zusage
        |entschuldigung|ankündigung|bekanntmachung|nachruf|aufruf|\\w+anzeige|\\w+text|kündigung|widerspruch|flyer
        |steckbrief|aushänge|durchsage) (für|fürs|an|ans|zu|zum|zur|über|von|vom|wegen|der|des|mit|am|im)"""
    ),
    Archetype.TUTORING: lines(
        """help* me (to )?(understand|understnad|undestand|undersand|learn) (how|what)|(explain|explane|explian) (it
        |this|that) to (her|him|them|me)|ask me … (if|whether) i (got|understood|get) it|let (me|her|him|them) try
        |words i (don't|do not) know|(vocab|vocabulary|words) with me|(erklär|erkläre) (es |das |ihr |ihm )?(ihr|ihm)"""
    ),
    Archetype.QUESTION_ANSWERING: lines(
        f"""{_OTHERS} … (asks?|wants? to know|wonder|wonders)(?! (where|when) (their|the) (order|parcel))
        |{_OTHERS} (have|has|with) questions|answer* what … (know|ask)|answers? are in|answer* (\\w+ )?(from|out
        of|based on|using) (the|our|this|my)|{_ANDERE} … (fragen|wissen wollen|wissen möchten|wollen wissen)
        |(antworten|antwort) (stehen|steht) (in|im|auf)|antwort* (nur )?(aus|anhand)"""
    ),
    Archetype.SUMMARY: lines(
        """what's in it|whats in it
        |what (this|the|it|a|an) (\\w+ )?(\\w+ )?(says|say|is about)|(into|in|to) (\\w+ )?(\\w+ )?(points|bullets
        |bullet points|stichpunkte*) (for|für)|what was (decided|agreed
        |said)
        |what (really )?matters|was (mir )?(wirklich )?wichtig (war|ist)|(endless|super long|very long|too long
        |long) (\\w+ )?(mails?|e-?mails?|letters
        |articles?|texts?
        |documents?|threads?|reports?|chats?|papers?|messages|pdfs?) … (just|only|tell|short|what)|was (da )?drin
        ?steht|worum es … geht|was (beschlossen|besprochen|vereinbart) (wurde|worden)|was (wirklich )?wichtig ist
        |(ewig |sehr |viel zu )?lange? (\\w+)?(briefe|mails|e-?mails|artikel|texte|berichte|dokumente) … (nur|was
        |kurz)"""
    ),
    Archetype.SUPPORT: lines(
        """(guests|customers|clients|tenants|buyers|users|people) (who )?(write|message|call|contact|complain)|(answer
        |anser|awnser|reply|write back|help) (to )?(them)? … (friendly|nicely|politely|sorry)|write back
        |say sorry(?! (to|that) (my|him|her|i))
        |arrives? broken|apologi[sz]e
        |(gäste|kunden|mieter|käufer) (schreiben|rufen|melden)|(antwort*|schreib*) … entschuldige? dich"""
    ),
    Archetype.EXTRACTION: lines(
        """(give|gives|need|want|get|return|list) … (as|in) (a )?(csv|json|table|spreadsheet)|from (the|each|every|my
        |our|these) … i (need|want) (the )?\\w+( \\w+)?,|i (need|want) (the )?(\\w+ )?\\w+, (\\w+ )?\\w+,? and … from
        |aus (den|der|dem|jede*|meinen|unseren) … (brauche ich|ich brauche|will ich|möchte ich)
        |(?<!with\\s)one (line|row) per \\w+|eine (zeile|reihe) pro \\w+|(gib*|brauch*) … als (csv|json|tabelle)"""
    ),
}
"""What counts as much as a word for what is done."""
