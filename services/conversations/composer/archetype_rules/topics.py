"""What people say about the topics of rules, which the rules then leave to them."""

EXAMINING = (
    "examin(e|es|er|ers|ing)|oral exam*|mock exams?|exam questions|tests? (me|us|him|her|students|pupils|learners)"
    "|^\\s?quiz(zes)? (me|us|my)|prüf(e|st|t)? (mich|uns|ihn|sie)|prüfer|prüferin|prüfungsfrage*|mündliche prüfung"
    "|(test|teste|testest) (mich|uns)|^\\s?frage? mich … ab|(by )?asking (\\w+ )?questions|abfrag*"
    "|(frag|frage|fragt|fragst|fragen) (mich|uns|ihn|sie|meine*) … (ab|aus)"
    "|(throw|fire) questions|quizz(es|ing)?"
)
"""That what somebody knows is examined, and nothing explained."""

CONVERSING = (
    "(chat|talk|speak|converse) … (with|in|to)|conversation|small talk|(language|conversation) partner"
    "|unterhalt* … mit"
    "|(sprach|tandem|gesprächs)partner*|plauder*|konversation"
)
"""That a language is spoken, and nothing explained."""

REVIEWS = "*reviews?|ratings?|stars?|*rezension*|*bewertung*|sterne*|public (comments?|posts?)|testimonials?"
"""That one answers in public, where nobody can be asked or helped."""

IN_HASTE = (
    "no time|queue|in a hurry|one step per|few words|no small talk|keine floskeln|wenig worte|knapp|eilig|vollquatsch*"
)
"""That nothing is to be said besides what helps."""

SHORT = "(short|\\d+|two|three|five|six) (\\w+ )?(lines|sentences)|(\\d+|zwei|drei|fünf) (bis \\w+ )?(zeilen|sätze)"

REHEARSING = (
    "quizzes|drills?|drilling|rehears*|role-?play*|plays? (the|a|an|my)"
    "|you are (the )?(doctor|customer|caller|waiter)|vocab*"
    "|practi[sc]e (with me )?(\\w+ )?(talk|conversation*)|spielt|spiel* (die|den|einen|eine)|rollenspiel*|vokabel*"
    "|(üben|übt|proben) … *(gespräch*|kundschaft)|*gespräch* (üben|proben)|audition*"
    "|(scene|practi[sc]e|sparring) partner"
    "|practi[sc](e|es|ing) … (with|together)|with (me|him|her|us|them) … practi[sc]*|mock"
    "|mit (mir|ihm|ihr|uns|ihnen) … (üben|übst|übt|übe|spielen|singen|reden|sprechen|proben|trainieren|musizieren)"
    "|(üb|prob|sing|spiel|red|sprich|sprech|musizier|trainier)(e|t|st)? … mit (mir|ihm|ihr|uns|ihnen|meine*)"
    "|(sing|play|talk|speak|rehearse|read|converse) (\\w+ )?with (me|him|her|us|them)"
    "|(übungs|trainings|sparrings)partner*"
)
"""That something is practised, and nothing explained."""

SKILL = (
    "piano|guitar|ukulele|violin|organ|drums|sing|singing|knots?|swim*|knit*|sew*|draw|drawing|cook"
    "|cooking|danc*|yoga|chess"
    "|klavier*|gitarre*|geige|orgel|schlagzeug|singen|knoten|schwimm*|strick*|nähen|zeichnen|kochen|tanz*"
    "|jonglier*|schach"
)
"""That something is learnt by doing, which has no solutions."""

PLAYING = (
    "play (my|the|one|him|her|them|a|an)|rehears*|role-?play*|be my (boss|interviewer|landlord|ex)"
    "|spiel* (mein*|den|die|einen|eine)"
    "|rollenspiel*|durchspiel*|(you are|you're|be) (my|the|a|an) (\\w+ )?(boss|interviewer|landlord|ex|customer|judge)"
    "|(du bist|sei) mein*|(üb|prob)(e|en|t|st)? … (*gespräch*|*verhandlung*|vorstellung*)|scene partner|audition*"
    "|practi[sc](e|es|ing) … (interview|talk|conversation|negotiation|pitch|speech)"
)
"""That a talk is rehearsed with somebody who plays the other."""

TWO = (
    r"(as|into|als|in|is it|is|:) (an? |eine? )?\w+ (or|oder) (an? |eine? )?(not )?\w+(?=\s?([.?!;)]|$))"
    r"|(urgent|spam|genuine|real|fake|important|dringend|eilig|echt|wichtig|giftig) (or|oder)|either|entweder"
    r"|yes or no|yes/no|ja/nein|ja oder nein|\w+ or not|\w+ oder nicht|whether|ob"
)
"""That there are two labels, of which one fits."""

DOUBTFUL = (
    "(if|when|where|wherever|in case of) … (doubt|none|nothing|unclear|neither)"
    "|(wenn|falls|bei) … (zweifel*|nichts|keine*|unklar*)"
)
"""That the person has settled what is done where nothing fits."""

BOTH = (
    "(if|when|where|wherever|in case of) … (both|two|several|doubt|mixed)|(wenn|falls|bei) … (beide*|zwei|mehrere*)"
    "|counts? as|gilt als|zählt als|ties?|first match|always (goes|wins|counts)|hat vorrang"
)
"""That the person has settled what is done where two fit."""

SHOWN = "(input|eingabe): |this is what (i|we) want|like this|like so|in this form|so soll es|in dieser form|wie hier"
"""That a sample shows how values are written."""

COMPUTED = (
    "totals?|sums?|averages?|ages?|durations?|(years|months|days|hours|number|amount) of(?! the)"
    "|how (long|many|old|much)"
    "|count*|in total|added up|difference|alter|dauer|anzahl|*summen?|gesamt*|insgesamt|durchschnitt*"
    "|wie (lange?|viele?|alt)|*jahre|differenz|*quote|share of|percent*"
)
"""That a value has to be worked out, and does not stand there."""

RECORDED = (
    "(one|a|1|single) (row|line|record|entry|object|item) (per|for|each)|(row|line|record|entry)s? (per|for each)"
    "|(each|every) \\w+ … (own|new|separate) (row|line)|(eine?|je|pro) (\\w+ )?(zeile|reihe|datensatz|eintrag)"
    "|(zeile|reihe|eintrag|datensatz) (je|pro|für jede*)|(je|pro) \\w+ (eine?|ein)"
)
"""That the person has said what a row stands for."""

FIELDED = (
    "(what|who|whom|which|how|whether|wer|was|wie|welche*|ob) … (and|,|und|sowie) (also )?"
    "(what|who|whom|which|when|where|how|whether|wer|was|wann|wo|wie|welche*|ob|bis)"
    "|group*|*gruppier*|sections?|abschnitt*|headings?|überschrift*|sort(ed|iert*)?"
    "|by (topic|trade|date|person|week|\\w+)"
    "|(je|pro|nach) \\w+|per \\w+|each \\w+|agenda|(owner|task|date)s? (and|,)|(only|just|nur) (the"
    "|die|das|what|was|things?|dinge) \\w+"
    "|\\w+: (\\w+ )?\\w+, (\\w+ )?\\w+"
)
"""That the parts of a text and their order are settled."""

GRADED = (
    "grad(e|es|ing)|marks?|levels?|scor(e|es|ing)|stars?|\\d+ points?|(rate|rates|rating)"
    "|(\\d|eins) (to|bis|-) (\\d+|ten|zehn)"
    "|stufen?|noten?|sterne*|\\d+ punkte*|benot*|skala|scale"
)
"""That how much is told, and not which."""

LISTED = (
    "(list|find|extract|gather|collect|get|pull) (me )?(all|every|any)|alle \\w+ (heraus|raus|auf|aus)"
    "|quotes?|zitate?|passages?|mentions?|tasks"
)
"""That things are gathered in a list that has no fields."""

UNREAD = (
    "photos?|pictures?|images?|fotos?|bilder*|calls?|callers?|anrufe*|sounds?|songs?|plants?|pilze?"
    "|mushrooms?|birds?|vögel"
    "|transactions?|expenses|buchungen|ausgaben|products?|produkte|stones?|steine|items|waste|müll|abfall"
    "|recipes|rezepte"
)
"""That it is no text that is sorted."""

TROUBLED = (
    "complain*|complaint*|angry|anger|upset|annoyed|problem*|trouble|late|broken|damaged|lost|missing"
    "|faulty|refund*|wrong"
    "|helps? (them|customers|guests|people|our|tenants|users|clients)|(ask|need)s? (for )?help|stuck"
    "|issues?|beschwer*|reklam*|ärger*|verärgert*|wütend*|kaputt*|defekt*|verspät*|schaden|schäden"
    "|störung*|probleme?|hilf*|erstatt*|fehl*|klemm*|meckern|meckert|sauer"
)
"""That somebody has a complaint or a need."""

MONEY = (
    "(money|refund*|compensation*|discount*|voucher*|credits?|coupons?|freebies?|price cuts?|goodwill|gifts?|deals?)"
)

GELD = "(geld*|*erstatt*|entschädig*|rabatt*|*gutschein*|nachl(a|ä)ss*|kulanz*|gutschrift*|preisnachl*|geschenk*)"

HEALTH = (
    "health*|weights?|lift*|fears?|afraid|smok*|drink*|drunk|alcohol|vap*|train*|run|runs|running|sleep*|stress*|anxi*|sad|lonel*|fitness"
    "|marathon|grief|griev*|eat*|diet*|sugar|exercis*|physio*|burnout|depress*|panic|addict*|mood|divorce|breakup"
    "|gesund*|gewicht|abnehm*|rauch*|trink*|alkohol|trainier*|laufen|joggen|schlaf*|stress|angst|ängst*"
    "|traurig*|einsam*"
    "|trauer*|ess(e|en)|zucker|sport|übungen|sucht|trennung|stimmung|grübel*|aufstehen"
)
"""That it is about somebody's body or mind."""

OWN_TEXTS = (
    "my (own )?(sermons?|notes|lectures?|talks?|drafts?|diary|posts)"
    "|meine*n? (*predigt*|*notizen|vorträge|texte|mitschrift*)"
    "|(patch|release|handover|lecture) notes|handover*|übergabe*|whats ?ap*|gruppe*|group chats?|chats?"
    "|nachrichten|messages"
    "|predigt*|sermons?|recipes?|rezepte"
)
"""That hardly anything is claimed in the texts."""

CLAIMING = (
    "articles?|news*|papers?|stud(y|ies)|reports?|judg*|contracts?|press|interviews?|debates?|speech"
    "|speeches|legal|court"
    "|claims?|e-?mails?|mails?|letters?|reviews?|research|trials?|artikel|berichte?|*berichte?|urteile?"
    "|verträge?|studien?"
    "|interviews?|debatten?|reden|gutachten|bücher|blog ?posts?|opinions?|complaints?|feedback|leases?|text"
)
"""That texts are to be summarised in which somebody claims something."""

HANDLING = (
    "set ?up|install*|router|wi-?fi|wlan|devices?|apps?|reset|broken|jam(s|med)?|error*|fehler*|printers?"
    "|drucker|machines?"
    "|log ?in|accounts?|passwords?|passwort*|software|technical|technisch*|hearing aids?|plays up|kaputt"
    "|klemm*|störung*|gerät*"
    "|einricht*|anschließ*|anmeld*|(n't|not) (work|open|start|turn on)|nicht (geht|funktioniert)|mails?|problem*"
)
"""That customers have to do something with a thing."""
