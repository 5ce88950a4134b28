"""How people tell of assistants who talk with somebody, without a name for what they do."""

from collections.abc import Mapping

from services.conversations.composer.archetype_cues.evidence import Phrases
from services.conversations.composer.archetype_rules.rule import Archetype

_ASK = "(ask|asks|asking|wants?|wanting|wonder|wonders|wondering|write|writes|writing|ring|message|text|call|email)"
_BUYERS = "customers?|clients?|buyers?|shoppers?|diners|subscribers?|callers?|patients?|renters?|donors|shop visitors"
_READERS = """(parents|members|crew|staff|pupils|students|residents|tenants|visitors|volunteers|employees|colleagues
|neighbours|players|new hires|new starters|newcomers|campers|participants|attendees|trainees|hikers|cyclists|exhibitors
|citizens|readers|users|apprentices|drivers|nurses|teachers|supporters|fans)""".replace("\n", "")
_RULES = """(handbook|manual|rules|rulebook|regulations|statutes|sheet|guide|brochure|leaflet|catalogue|policy|policies
|procedures|binder|wiki|docs|documentation|bylaws|instructions|charter|timetable|faq)""".replace("\n", "")
_KUNDEN = """kunden|kundinnen|kundschaft|gäste|käufer|besteller|patienten|fahrgäste|camper|urlauber|anrufer|mieter
|auftraggeber|abonnenten|leute|leut""".replace("\n", "")
_FRAGEN = "(fragen|fragt|wollen wissen|wissen wollen|schreiben|anschreiben|rufen|anrufen|melden|meckern|beschweren)"
_LESER = """eltern|mitglieder|mitarbeit*|azubis|schüler*|bewohner*|besucher*|helfer*|erntehelfer*|kolleg*|ehrenamt*
|studierende*|studenten|vereinsmitglieder|lehrkräfte|nachbarn|teilnehmer*|spieler*|trainer|pilger|wanderer
|neue""".replace("\n", "")
_ORDNUNG = """(*satzung|*ordnung|*handbuch|*anleitung|merkblatt|regelwerk|broschüre|leitfaden|infoblatt|*regeln
|*richtlinien|*ordner|aushang|prospekt|*plan)""".replace("\n", "")
_CHILD = """(son|daughter|kid|kids|child|children|boy|girl|niece|nephew|grandson|granddaughter|brother|sister|cousin
|twins|mum|mother|dad|wife|husband)""".replace("\n", "")
_STAFF = """(staff|volunteers|trainees|apprentices|nurses|cashiers|recruits|new hires|new starters|waiters|waitresses
|interns|students|pupils|guides|receptionists|sales people|stewards|carers|juniors|newcomers|team|crew|cadets
|drivers)""".replace("\n", "")
_SUBJECT = """(maths?|physics|chess|piano|guitar|ukulele|chemistry|biology|history|geography|spelling|reading|grammar
|fractions|algebra|french|spanish|german|english|italian|latin|greek|japanese|morse code|sign language|first aid
|times tables|vocab|vocabulary|capitals|astronomy|knots|music theory|programming|python|economics
|anatomy)""".replace("\n", "")
_KIND = """(sohn|tochter|kind|kinder|enkel*|neffe*|nichte|bub|kleiner?|großer?|lehrling|azubi|bruder|schwester|jungs?
|mädchen|zwillinge)""".replace("\n", "")
_LERNENDE = """(azubis?|auszubildende*|mitarbeit*|pflegekräft*|schüler*|personal|ehrenamt*|verkäufer*|lehrling*
|kolleg*|helfer*|studier*|kellner*|pfleger*|schaffner*|aushilfen|kassier*|praktikant*|fahrer|lotsen
|neuen?)""".replace("\n", "")
_FACH = """(mathe|mathematik|physik|chemie|bio|biologie|schach|klavier|gitarre|geschichte|erdkunde|rechtschreibung|lesen
|grammatik|bruchrechnen|vokabeln|einmaleins|latein|englisch|französisch|spanisch|italienisch|deutsch
|rechnen)""".replace("\n", "")
_PARTNER = "(boss|mum|mother|father|dad|daughter|son|ex|brother|sister|landlord|husband|wife|partner|manager)"

TOLD: Mapping[Archetype | None, Phrases] = {
    Archetype.SUPPORT: Phrases(
        sure=rf"""
        (first|1st) (line|point|port|level|responder|aid desk)( of (contact|call))? for
        first contact for
        (answer|answers|answering|reply|replies|replying|respond|responds|responding) … (reviews?|ratings?|complaints?)
        (replies|responses|answers) (to|for|under) … (reviews?|ratings?|complaints?|customers?|clients?|stars?)
        (reviews?|ratings?|stars?) … (reply|replies|respond|responds|responses?|answer it|answer them)
        ({_BUYERS}) (who |that |keep |always |usually |mostly |often |just |all |will |only |also |mainly )?{_ASK}
        (customers?|clients?|buyers?|subscribers?) … (questions?|problems?|complaints?|trouble|stuck|angry|upset)
        (shop|store|webshop|hotel|restaurant|salon|rental|studio|bakery|practice|clinic) … people (keep )?{_ASK}
        (help ?desk|service desk|customer service|customer support|tech support|live chat|chat window|chat bubble)
        ({_KUNDEN}) (\w+ )?(\w+ )?(\w+ )?{_FRAGEN}
        (fragen|fragt|schreiben|rufen|nerven|beschweren) (\w+ )?(\w+ )?(die |unsere |viele )({_KUNDEN})
        (kunden|gäste|käufer|mieter) … (immer|dauernd|ständig|jeden tag) (das|die) ?(selbe|gleiche)*
        (rezension*|bewertung*|google-bewertung*|sternebewertung*) … (antwort*|reagier*|beantwort*)
        (antwort*|reagier*|erwider*|beantwort*) … (rezension*|bewertung*|kundenmail*|kundenanfrage*|beschwerde*)
        (antwortdings|antwortbot|antwortautomat|antwortmaschine|kundenchat*|kundenservice*|kundendienst*
        |telefonzentrale)
        erste*n? (anlaufstelle|ansprechpartner*|anlaufpunkt|kontakt) für
        (folks|people|guests|clients|customers|tenants|hirers|campers|passengers) (who )?(\w+ )?(ring|rings|text
        |write in|phone|message|get in touch|call) (us|about|in|because|when|with|at|to)
        (night|front|reception|enquiry|customer|returns) desk
        (rufen|schreiben|melden|mailen|kommen) (\w+ )?(\w+ )?(uns|mich|sich|alle|an
        |gleichzeitig) (\w+ )?(abends |nachts |an)?,? ?(weil|wenn|wo|ob|dass)
        (schreiben|rufen|mailen) (uns|mich|bei uns) (\w+ )?(\w+ )?(weil|wenn|wegen|an|ob)
        """,
        likely=r"""
        (whatsapp|messenger|insta|instagram|facebook|website|chat|email) … (answers?|answering|reply|replies) … (for|to)
        (asks?|asking|questions? (about|on)) … (delivery|prices?|refunds?|returns|bookings?|orders?|shipping|warranty
        |sizes?)
        (broken|faulty|damaged|missing|late|wrong) (\w+ )?(parts?|orders?|parcels?|deliver*|packages?|items?)
        (booking|bookings|refund|refunds|cancellation|cancellations|reservation|reservations|exchange) … (ring|call
        |phone|desk|owner|us)
        (whatsapp|chat|chatfenster|website|homepage|webseite|seite) … (kunden|gäste|antwort*|beantwort*|anfragen)
        (lieferung|bestellung|rückgabe|umtausch|gutschrift|erstattung|reklam*|retoure*|stornier*|abbestell*|umbuch*)
        pet owners
        (where's|where is) my
        (swap|exchange|return|cancel|refund) (it|them|my|an? order|the order|the booking)
        (ticket|web|online|farm|gift|cheese|book|bike|flower) shop
        (*(gäste|kunden|kundinnen|mieter|patienten|käufer)) (fragen|schreiben|rufen|melden)
        """,
        hints=r"""
        (we|i) (sell|rent|hire|run|ship|deliver|repair|make)
        (wir|ich) (verkaufe*n?|vermiete*n?|liefern?|verleihe*n?|repariere*n?|betreibe*n?)
        (same|usual) (\w+ )?(questions?|things?|stuff)
        (after|outside|out of) (opening |office |business )?hours
        (immer|dauernd|ständig) (das|die) ?(selbe|gleiche)*
        (laden|onlineshop|hofladen|werkstatt|verleih|praxis|hotel|pension|ferienwohnung*|salon|restaurant|biohof)
        (opening hours|öffnungszeiten|preise|lieferzeiten)
        (plays up|playing up|won't start|won't turn on|doesn't work|stopped working)
        """,
    ),
    Archetype.QUESTION_ANSWERING: Phrases(
        sure=rf"""
        {_READERS} (members |\w+ly )?(who )?(keep |always |often |mostly |still |constantly )?(ask|asks|asking
        |want to know|wonder|wondering)
        {_READERS} … questions (about|on|regarding) … {_RULES}
        (question|info|information) (box|bot|desk|point|line|corner)
        (q&a|faq|faqs)
        ({_LESER}) (\w+ )?(\w+ )?(fragen|wollen wissen|wissen wollen|fragen stellen)
        (fragen|fragt) (\w+ )?(\w+ )?(die |unsere |unserer |der |von )({_LESER})
        (fragen|fragt) … {_ORDNUNG} … (beantwort*|antwort*)
        (auskunft|auskünfte) (über|zu|zum|zur|geben|für|aus)
        (knows|know|knowing) (our|the|all|my) (\w+'s )?(\w+ )?(*(statutes|rules|handbook|manual|regulations|bylaws
        |rulebook|policies|leaflet|catalogue))
        (*(schüler|besucher|gäste|helfer|mitglieder|eltern|bewohner|studenten
        |teilnehmer)) (\w+ )?(\w+ )?(wollen wissen|wissen wollen)
        (im|in der|in dem|auf dem|in unserer|in unserem) *(heft|ordner|plan|handbuch|ordnung|satzung|anleitung|blatt
        |broschüre|führer|regelwerk|liste) steht
        steht (alles |das |genau )?(im|in der|in unserer|auf dem) *(heft|ordner|plan|handbuch|ordnung|satzung
        |anleitung|blatt|broschüre|führer|regelwerk|liste)
        """,
        likely=rf"""
        (from|in|on|inside) (the|our|my|this) (\w+ )?(\w+ )?{_RULES}(?! (into|to|down))
        (tells?|telling) (\w+ )?(which|what) (rules?|is allowed|applies|they may)
        people (keep |always |often )?(ask|asks|asking|want to know|wonder|wondering) (about|how|where|when|what
        |which|whether|if)
        (answers?|answer|answering) (\w+ )?questions
        (beantworte*|beantwortet) … fragen
        fragen … (beantworten|beantwortet)
        (steht|stehen) (alles |nur )?(in|im|auf) (\w+ )?{_ORDNUNG}
        """,
        hints=rf"""
        (keep|keeps|always) asking
        (not|n't) (in|on) (there|it|the {_RULES})
        (handbook|rulebook|statutes|bylaws|manual|satzung|hausordnung|handbuch|betriebsanleitung|bedienungsanleitung)
        (chapter|section|page) numbers?
        """,
    ),
    Archetype.TUTORING: Phrases(
        sure=rf"""
        (quizzes|quizzing|quiz) (\w+ )?(me|us|him|her|them|my|our|the|kids|children|learners|pupils)
        (drill|drills|drilling|tutor|tutors|tutoring|teach|teaches|teaching) (\w+ )?(me|us|him|her|them|my|our|the
        |kids|children|learners|pupils|beginners)
        (quizzes|quizzing|drills|tutors|teaches) … (me|us|him|her|them|my|our|kids|children)
        (my|our) (\w+ )?{_CHILD} … (tests?|exams?|homework|maths?|reading|vocab*|spell*|learn*|tables|school|dyslexi*
        |fractions|grade|practi[sc]*|piano|lessons)
        (learn|learning|study|studying|revise|revising|cram|cramming|read up|swot) … for (my|the|his|her|an?|their
        |our) (\w+ )?(\w+ )?(exams?|test|licen[cs]e|certificate|finals|diploma|orals?)
        (ready|prepare|prepares|preparing|prep|preps) (\w+ )?(\w+ )?(\w+ )?for (my|the|his|her|our|an?
        |their) (\w+ )?(\w+ )?(exams?|test|licen[cs]e|certificate|orals?|finals)
        (exam|test|licence|theory|vocab|spelling|listening|pronunciation) (practice|prep|preparation|revision
        |training|partner)
        (correct|corrects|correcting|mark|marks) (only |just )?(my|his|her|their) (\w+ )?(mistakes|errors|grammar
        |pronunciation|sentences|answers|homework)
        my (\w+ )?(english|german|french|spanish|italian|dutch|polish|turkish|swedish|arabic|chinese|japanese
        |russian) is (\w+ )?(so-so|bad|rusty|weak|poor|ok|okay|basic|terrible|broken|not|good|shaky)
        {_SUBJECT} for (absolute |complete )?(beginners|kids|children|teenagers|adults|seniors|apprentices|year|grade
        |grades|learners|pupils|\d+)
        (practi[sc]e|practi[sc]es|practi[sc]ing) (?!.{{0,40}}(interview|saying|asking|telling|negotiat|pitch|my (talk
        |speech)))(\w+ )?(\w+ )?(\w+ )?(\w+ )?with (me|my|our|him|her|them|the)(?! … (interview|negotiat|boss|pitch
        |hard conversation))
        (train|trains|training|prepare|prepares|preparing|practi[sc]e|practi[sc]es|rehearse|rehearses|coach|coaches
        |drill|drills) (\w+ )?(\w+ )?(\w+ )?{_STAFF} (for|in|on|to|before|how|at|with)
        (explain|explains|explaining) … (like i'm|as if i|like i am|to a (\w+ )?(child|beginner|kid|layperson)
        |to my (\w+ )?{_CHILD})
        (abfrag*|abhör*|abzufrag*|abzuhör*|beibring*|beizubring*|vokabeltrain*|nachhilfe*|lernpartner*)
        (fragt|fragst|frag|frage|hör|höre|hört) (mich|ihn|sie|uns|meine*|unsere*) … (ab|aus)
        (frag|frage|fragt|prüf|prüfe|teste) (mich|ihn|sie|uns|mein*) (für|auf|zu|zum|zur|über|in)
        (übt|übe|üben|übst|lernt|lerne|lernen|paukt|pauke|pauken) (?!.{{0,60}}(gespräch|verhandl
        |interview))(\w+ )?(\w+ )?(\w+ )?mit (mir|ihm|ihr|uns|ihnen|meine*|unsere*)
        mit (mir|ihm|ihr|uns|ihnen|meine*|unsere*) (\w+ )?(\w+ )?(\w+ )?(\w+ )?(üben|übt|lernen|lernt|pauken
        |trainieren)(?! … (gespräch|verhandl))
        (mein|meine|meinen|meiner|meinem|unser|unsere|unseren|unserem|unserer) (\w+ )?{_KIND} … (klasse|mathe|lesen
        |rechnen|vokabel*|prüfung|test|klausur*|schule|lern*|üb*|hausaufgabe*|einmaleins|diktat*|nachhilfe)
        (üben|übt|einüben|schulen|schult|unterrichten|anlernen|einarbeiten|vertraut) … {_LERNENDE}
        {_LERNENDE} … (üben|übt|einüben|geübt|schulen|anlernen|einarbeiten|vertraut mach*)
        {_FACH} für (\w+ )?(anfänger|kinder|klasse|schüler|senioren|erwachsene|die \d|\d)
        (lernen|lerne|üben|übe|pauken|vorbereiten|vorbereitung) … (prüfung|klausur|abitur|abi|führerschein|\w+schein
        |zertifikat|examen)
        (auf|für) (die|den|das|meine|meinen) (\w+ )?(*prüfung|klausur|abitur|abi|führerschein|\w+schein|examen
        |quali) … (vorbereit*|lern*|üb*|frag*)
        (throw|fire|shoot) (\w+ )?questions at (me|him|her|us|them)
        (sit|sitting|taking|retake|retaking|pass|passing|doing|got) (the|my|an?|his|her) (\w+ )?(\w+ )?(\w+ )?(exams?
        |driving test|theory test|licence|finals)
        (staff|volunteers|trainees|apprentices|nurses|cashiers|recruits|new hires|waiters|interns|students|stewards
        |carers) … (rehearse|practi[sc]e|role-?play)
        (speak|talk|chat|converse) (with (somebody|someone|me) )?(in )?(english|german|french|spanish|italian
        |portuguese|dutch|polish|turkish|swedish|arabic|chinese|japanese|russian|norwegian|danish|greek) (every|with
        |daily|so|to me|slowly|and correct)
        correct (me|him|her) (but|only|when|if|gently|every)
        (erklär|erkläre|erklärt|zeig|explain|teach) (meiner|meinem|unserem|unserer|my) (\w+ )?(mutter|vater|oma|opa
        |mama|papa|tante|nachbarin|mum|mom|dad|grandmother|grandfather|gran|nan|grandad)
        """,
        likely=r"""
        (practi[sc]e|practi[sc]es|practi[sc]ing) (\w+ )?(\w+ )?(conversation|dialogues?|vocab*|words|talk|speaking
        |verbs|grammar|scales|sums|tables)
        (tell|tells|show|shows) (me|him|her|them) (what|where) (was|is|went|i|he|she|they|i'm) (\w+ )?(wrong|mistake*
        |right)
        (lets?|letting) (me|him|her|them) (try|have a go|guess|work it out)
        (few|one|two|three|five|ten) (words|questions|cards|tasks|sums|exercises) (at a time|a day|per day|each time)
        (never|not|n't|without) (give|gives|giving|tell|reveal) (\w+ )?(\w+ )?(the )?(answer|answers|solution|solutions)
        (doesn't|don't|didn't) (get|understand|know) (fractions|the|it|how|why|what)
        (nicht|nie|ohne|keine) (gleich |sofort |einfach )?(die |eine )?(lösung*|antwort*) (verrat*|sagen|vorsagen
        |geben|nennen)
        (lösung*|antwort*) (nicht|nie) (gleich |sofort |einfach )?(verrat*|sagen|vorsagen|geben|nennen)
        (she|he|they) (\w+ )?(struggles?|gives? up|gets? stuck|has dyscalculia|is dyslexic)
        """,
        hints=r"""
        (beginners?|learners?|pupils?|trainees?|apprentices?|dyslexi*|graders?|schüler*|lernende*|anfänger*)
        (year|grade|class|klasse) \d+
        \d+\.? (klasse|years? old|year-olds?|jahre alt|grade)
        (hints?|nudges?|encourag*|patient|patiently|geduldig*|ermutig*|ermuntern)
        (exercise|exercises|homework|lesson|lessons|übungen|hausaufgaben)
        (mistakes?|fehler)
        """,
    ),
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
        (game over|text adventure|game master|gamemaster|dungeon master|dungeons|murder mystery|escape room
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
