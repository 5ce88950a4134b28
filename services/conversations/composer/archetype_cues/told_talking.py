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
        (people|anyone|everyone|those|customers|guests) who (bought|rented|ordered|booked|hired|own) (our|from|a|the
        |one)
        (phone|inbox|mailbox|telefon|postfach) (never stops|keeps ringing|is full|quillt über|steht nicht still
        |klingelt)
        (chat|whatsapp|phone) (helper|assistant|thing|window) for (my|our|the|a|an)
        (reply|replies|respond|responds|write back) to (our |the |my )?(\w+ )?(guests|tenants|patients|buyers|callers
        |hirers|passengers)
        (whatsapp|messenger|live chat) for (my|our|the)
        """,
        likely=r"""
        (whatsapp|messenger|insta|instagram|facebook|website|chat|email) … (answers?|answering|reply|replies) … (for|to)
        (asks?|asking|questions? (about|on)) … (delivery|prices?|refunds?|returns|bookings?|orders?|shipping|warranty
        |sizes?)
        (broken|faulty|damaged|missing|late|wrong) (\w+ )?(parts?|orders?|parcels?|deliver*|packages?|items?)
        (booking|bookings|refund|refunds|cancellation|cancellations|reservation|reservations|exchange) … (ring|call
        |phone|desk|owner|us)
        (whatsapp|chat|chatfenster|website|homepage|webseite|seite) … (kunden|gäste|antwort*|beantwort*|anfragen)
        (lieferung|bestellung|rückgabe|umtausch|gutschrift|erstattung|reklamation*|reklamier*|retoure*|stornier*
        |abbestell*|umbuch*)
        pet owners
        (where's|where is) my
        (swap|exchange|return|cancel|refund) (it|them|my|an? order|the order|the booking)
        (ticket|web|online|farm|gift|cheese|book|bike|flower) shop
        (*(gäste|kunden|kundinnen|mieter|patienten|käufer)) (fragen|schreiben|rufen|melden)
        (get|gets|getting) stuck
        walk (them|people|customers|guests|callers) through
        (grooming|repair|rental|cleaning|catering|delivery|hair|nail|tyre) (place|shop|service|business|salon)
        (whatsapp|chat|messenger) für (unser*|mein*|den|die|das)
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
        (tell|tells) (our|the|my) {_READERS} what … (rules|handbook|manual|policy|statutes|regulations) (say|says)
        (it's|its|it is|is) all (in|on) the \w+
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
        (?<!i\s)(?<!we\s)want to know (our|when we|if we|how we|what we|where we)
        (keep|keeps) asking (about|the|what|when|where|which|how|kick)
        (fragen|fragt) (ständig|immer|dauernd|oft|ewig|laufend|andauernd)( das gleiche| dasselbe)?:?
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
        {_SUBJECT} for (absolute |complete |my |our |the )?(two |three )?(beginners|kids|children|teenagers|adults
        |seniors|apprentices|year|grade
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
        (wants?|trying|need|needs) to learn (to |how to )?(read|play|speak|swim|code|write|sew|sing|knit|cook|draw
        |count)
        (bau|baue|mach|mache|gib|erstell|erstelle) (mir|uns|ihm|ihr) (\w+ )?(\w+ )?(übung|übungen|übungsaufgaben
        |aufgaben|lernkarten)
        {_SUBJECT} for (my|our) (\w+ )?{_CHILD}
        (play|plays|be|playing) (the|a|an) (\w+ )?(customer|caller|guest|patient|client|passenger|tenant
        |parent) … (practi[sc]e|rehearse|train|trainees|staff|learn)
        (spiel|spiele|spielt|spielst|sei) (die|den|einen|eine|das) (\w+ )?(kund*|anrufer*|gast|patient*|mieter*
        |fahrgast|fahrgäste|elternteil) … (üb*|prob*|train*|lern*)
        (erklär|erkläre|explain|teach) (mir|uns|me|us) … (mit beispielen|with examples|step by step|schritt für schritt)
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
        (never|not|n't) (tell|say|give) (\w+ )?(the )?result
        (lessons?|unterrichtsstunde|lektion*) (that|with|for|,|of|für)
        (meine|meinen|mein|seine|ihre) (\w+ )?(verbessern|korrigieren|ausbessern|berichtigen)
        mit (mir|ihm|ihr|uns) (singen|reden|sprechen|plaudern|musizieren|lesen|diskutieren)
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
}
