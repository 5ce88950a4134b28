"""What each archetype needs to know, as questions, unless a word of the answer has been said."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from services.conversations.composer.archetype_rules.genres import GOING_OR_BUYING
from services.conversations.composer.archetype_rules.rule import FORMAT, LANGUAGE_NAMES, Archetype, words
from services.conversations.composer.archetype_rules.topics import REHEARSING, REVIEWS, SKILL


@dataclass(frozen=True, slots=True)
class Ask:
    """A question by language; `answered` matches where somebody has spoken about it, `fits` where it matters."""

    texts: Mapping[str, str]
    answered: re.Pattern[str]
    fits: re.Pattern[str] | None = None


def ask(english: str, german: str, *answered: str, fits: str = "") -> Ask:
    """Return a question in both languages."""
    return Ask({"en": english, "de": german}, words(*answered), words(fits) if fits else None)


_LENGTH = (
    r"(\d+|one|two|three|four|five|half a) (words?|sentences?|lines?|pages?|points?|bullets?)",
    r"(\d+|eine?m?|zwei|drei|vier|fünf|halbe) (Wort|Satz|Sätzen?|Zeilen?|Seiten?|Punkten?|Absatz)",
    r"at most|max*|no (longer|more) than|up to \d+|under \d+|höchstens|bis zu|minutes?|Minuten?|paragraphs?",
    "bullets?|Zeichen",
    "one-pager|tl;?dr|length|Länge|tweet*|Stichpunkt*|in a (sentence|line|nutshell)|gist",
    r"\d+ (words|sentences|lines|pages|characters|paragraphs|Wörter|Sätze|Zeilen|Seiten)",
    "short*|brief*|concise*|long|kurz*|lang*|knapp*",
    "(one|half a|a|two) (page|paragraph|line|sheet)|(halbe|ganze|eine) (seite|zeile)|paragraphs|absätze",
    "verses|strophen",
    "(two|three|four|five|six|\\d+) (\\w+ )?(words|lines|sentences|minutes|verses|points|pages|paragraphs)",
    "limericks?|haikus?|(two|three|five) minutes|nur wissen|only (want|need) to know|captions?|labels?|slogans?",
)
_READERS = (
    "for|für|readers?|audience|leser*|publikum|i|me|my|mine|we|us|our|ich|mir|mich|mein*|wir|uns|unser*"
    "|team|board|boss"
    "|chef*|colleague*|kolleg*|clients?|customers?|kund*|parents?|eltern|guests?|gäste*|members?|mitglied*|neighbours?"
)
_TALLY = "one|two|three|four|five|six|seven|eight|nine|ten|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn"

ASKS: Mapping[Archetype, tuple[Ask, ...]] = {
    Archetype.SUPPORT: (
        ask(
            "Who takes over when a case cannot be solved?",
            "Wer übernimmt, wenn sich ein Fall nicht lösen lässt?",
            "hand over|human|escalat*|forward|transfer|supervisor|colleague*|Mensch*|weiterleit*",
            "übergib*|Kolleg*",
            "hand* … (over|to)|pass* … (on|to)|send* … to|refer*|manager|team|staff|phone|hotline|call|ring|owner",
            "boss|otherwise|or else|if not|my number|sonst|ansonsten|Hausmeister*",
            r"\d{3,}|leit* … weiter|gib* … (an|ab)|verweis*|Chef*|Mitarbeit*|Hotline|Telefon*|anruf*|Team|weitergeb*",
            "(pass|hand|give|send|forward) (it |them )?(to|on)|an (uns|mich)|ruf*|straight to|have them call",
            REVIEWS,
        ),
        ask(
            "What may be promised, such as refunds or dates?",
            "Was darf zugesagt werden, etwa Erstattungen oder Termine?",
            "promis*|refund*|voucher*|discount*|versprech*|versprich*|erstatt*|Gutschein*|zusag*",
            "compensat*|exception*|goodwill|money back|credit|free of charge|guarantee*|replace*|Kulanz|Rabatt*",
            "Termin*|garantier*|Ersatz|Umtausch*|free|kostenlos*|gratis|returns are|within \\d+|\\d+ (days|tage*)",
            "entscheidet|decides?|gutschrift*|prices?|preis*|kostet|€|euros?|never (promise|say|offer)|diagnos*|pfand",
            "cashiers|staff|colleagues|kolleg*|mitarbeit*|reviews?|rezension*|bewertung*|sag* … zu|entschädig*|money",
        ),
    ),
    Archetype.EXTRACTION: (
        ask(
            "In which format should the data come?",
            "In welchem Format sollen die Daten kommen?",
            *FORMAT,
            "(one|a|1) (row|line|record) (per|for each)|(eine|je|pro) (zeile|reihe)|yaml|excel|spreadsheet|separated",
            "getrennt|register",
        ),
        ask(
            "What should stand where a value is missing?",
            "Was soll dort stehen, wo ein Wert fehlt?",
            "missing|empty|null|blank|not stated|fehlt*|leer|unleserlich",
            "unknown|n/a|not (there|given|found|readable|in|present|available)",
            "(can't|cannot|couldn't) (be )?(read|find|found)",
            "no (date|value|amount|name|total|number)|question mark|Fragezeichen|gaps?|Lücke*|fehl*|unreadable",
            "illegible|unbekannt*",
            r"nicht (da|lesbar|angegeben|vorhanden|gefunden|drin)|k\. ?A|zero|dash|Strich|guess*|rate nie*",
            "kein(e|en)? (Datum|Wert|Angabe)",
            "leave (it |them )?out|skip|weglass*|lass* … weg|only if|nur wenn|not stated|\\[\\?\\]|unlesbar*",
        ),
    ),
    Archetype.CLASSIFICATION: (
        ask(
            "Which labels are there?",
            "Welche Labels gibt es?",
            r"(as|into|in|to|zu|nach|als) … (or|and|oder|und)|labels?: … ,|:\s*\n",
            r"or|oder|\w+:[^\n]{0,60}[,;/|]|\w+:\s?\n|\w+/\w+|yes|ja|whether|ob",
            "(low|high|niedrig|hoch|positive?|negative?|spam)",
            rf"(\d+|one|eins|{_TALLY}) (to|bis|-) (\d+|five|ten|fünf|zehn)",
            "(these|following|diese|folgende)n? (labels|categor*|kategor*)",
            r"\w+, \w+,? (and|und) \w+",
            "levels?|stufen?|grades?|piles?",
        ),
        ask(
            "May a text have several labels?",
            "Darf ein Text mehrere Labels haben?",
            "several|multiple|more than one|exactly one|mehrere*|genau ein*|nur ein*",
            "one of|one (label|category|class|tag|word)|a single|only one|either|whether|yes",
            "ein(e|es|er) (von|der)|jeweils|entweder",
            "only the word|nur das wort|is it|ist es|ein wort|ob|ja|all that (apply|fit)|best fit*|main|up to",
            "one or more|whichever|if two|beide*|zwei|both",
            "wichtigste*|dringend*",
            "one (word|label|each|back)|eins? (von|der)|jeweils|nur ein*|one of|(desk|yes|no) /|levels?",
            "grade|stufe*|urgent|dringend|eilig",
        ),
    ),
    Archetype.SUMMARY: (
        ask("How long may a summary be?", "Wie lang darf eine Zusammenfassung sein?", *_LENGTH),
        ask("Who will read it?", "Wer wird sie lesen?", _READERS),
    ),
    Archetype.WRITING: (
        ask("Who will read it?", "Wer wird es lesen?", _READERS),
        ask("How long may it be?", "Wie lang darf es sein?", *_LENGTH),
        ask(
            "In which tone?",
            "In welchem Ton?",
            "tone|voice|style|funny|formal|casual|warm*|friendly|Ton|Stil|lustig|förmlich|freundlich*",
            "cheerful*|humor*|serious*|polite*|professional*|playful*|lively|dry|witty|sober|plain|kind|kindly",
            "romantic*|silly|sad|nice|dignified|firm|honest|gentle|strict|würdevoll*|ehrlich*|bestimmt|streng*",
            "fröhlich*|frech*",
            "duz*|siez*|herzlich*|locker*|sachlich*|humorvoll*|witzig*|ernst*|höflich*|persönlich*|heiter*|flott*",
            "nett*|lieb|du|per Sie",
            "cheeky|cruel|gushing|calm*|neutral*|clipped|factual|respectful*|understat*|rhym*|heroics|cheesy|kitsch*",
            "siezen|duzen|trocken*|geschwollen*|floskel*|ruhig*|seriös*|würdig*|sounds? like|the way i",
            "so wie ich|in my (own )?(voice|words)",
        ),
    ),
    Archetype.CODE: (
        ask(
            "Which language and version is it for?",
            "Für welche Sprache und Version ist es?",
            r"python*|java*|typescript|go|rust|c\+\+|c#|sql|php|ruby|swift|kotlin|bash|css|html|excel",
            "vba|r|perl|scala|cobol|version*",
            r"postgres*|mysql|sqlite|react|vue|angular|django|rails|laravel|node*|\.net|powershell|shell|matlab",
            "dart|flutter|lua|haskell|javascript|js|django|flask|fastapi|spring",
            "(type|key|value|name|index|attribute)error|macros?",
            "makros?|formulas?|formeln?|numpy|pandas|terraform|docker*|kubernetes|regex*|any language|jede* sprache",
            "ansible|debian|ubuntu|linux|windows|arduino|esp32|ide|raspberry|cobol|fortran|kotlin|delphi",
            "spreadsheet|sheets",
            "libreoffice|wordpress|plc|terraform|playbooks?|c|makefile|julia|elixir",
        ),
    ),
    Archetype.TUTORING: (
        ask(
            "How old are the learners, or what do they know already?",
            "Wie alt sind die Lernenden, oder was können sie schon?",
            "beginner*|advanced|grade|year*|class|age*|kid*|child*|student*|level|Anfänger*|Klasse",
            "Jahr*|Kind*|Schüler*|Stufe",
            r"\d+|grader*|daughter*|son|pupil*|already|schon|[abc][12]|teen*|adult*|Tochter|Sohn|Enkel*|Erwachsen*",
            "Abitur*|university",
            r"apprentice*|Azubi*|Studi*|Grundschul*|me|mich|mir|know|knows|weiß|kann|trainees?|nurses?",
            "rated|so-so|azubis?|auszubildende*|staff|volunteers|licen[cs]e|*schein|exam*|*prüfung|mother",
            "mutter|oma|opa|dyslexi*|nurse*|beginner*",
        ),
        ask(
            "May solutions be given away?",
            "Dürfen Lösungen verraten werden?",
            "solution*|answer*|hint*|Lösung*|Hinweis*|verrat*|verrät",
            "examin*|test me|prüf* mich|correct*|verbesser*|korrigier*|give* … away|vorsag*|mark (my|the)",
            "work it out|selbst|chat|conversation|talk|speak|small talk|unterhalt*|gespräch*|sprachpartner*",
            "let (me|her|him|them) try",
            "let(s)? (me|him|her|them) (try|have a go|guess)|let (her|him|me|them) try|try first",
            "(the )?answer|ergebnis*|quizz?(es)?|marks?|rehears*|role-?play*|practi[sc]e with|frag* mich",
            f"abfrag*|drill*|vokabel*|vocab*|{SKILL}|{REHEARSING}",
        ),
    ),
    Archetype.QUESTION_ANSWERING: (
        ask(
            "From which sources should it answer?",
            "Aus welchen Quellen soll es antworten?",
            "source*|handbook|manual*|document*|faq|website|policy|Quelle*|Handbuch|Dokument*|Satzung",
            "Hausordnung",
            "docs|documentation|rules?|regulations|contract*|wiki|guide*|brochure*|statutes|files?|pdfs?|based on",
            "from the|bylaws|catalogue",
            "Handbüch*|*ordnung|Regel*|Unterlagen|Broschüre*|Webseite*|Website|Vertrag*|Verträge*|Katalog",
            "Satzungen|anhand|aus der|aus dem|answers? are|calendar|opening hours|notes|list|i (give|paste)",
            "Kalender|Liste|im|steht",
            r"\d+([:.]\d\d)?( ?-| to| bis) ?\d+|€ ?\d+|\d+ ?(€|euros?)",
            "sheet|binder|programme|plan|*plan|upload*|(i|we) (\\w+ )?(paste|upload|put in|send)|heft",
            "*heft|aushang|ordner|*ordner|leaflet|handout|inside",
            "anleitung|*anleitung|bedienungs*|merkblatt|reglement",
        ),
        ask(
            "What should it do with questions on something else?",
            "Was soll es mit Fragen zu anderem tun?",
            "only|off-topic|other topics|else|nur|ander* Themen",
            "stick to|other (question|subject|thing)s?|not about|outside|sonst*|anderes|anderem|bleib* bei",
            "außerhalb|unrelated|nothing but",
            "nothing (else|about|on)|not its job|never|anything (else|that is not)|nicht in|steht nicht",
            "nie|nichts (zu|über)",
        ),
    ),
    Archetype.ANALYSIS: (
        ask(
            "What is to be decided with the result?",
            "Was soll mit dem Ergebnis entschieden werden?",
            "decid*|decision*|recommend*|entscheid*|empfehl*|whether|ob",
            "what … (want|think|changed)|reasons?|behind|understand|woran|verstehen|so that|damit|in order to",
            "to see|want to know|(should|shall) (we|i)|soll(en)? (wir|ich)|why|warum",
            "wieso|improve|verbesser*",
            r"invest*|Maßnahme*|which|welche*|what to|budget*|change|ändern|choose|wähl*|buy|kauf*",
            "(pay|spend|cost|kostet|zahle*) … (too much|zu viel)|tells? me what|risks?|pitfalls?|flaws?|fallstricke",
            "which (one|channel|cow|of)|tell me (who|which|if|what)|what is odd|who to|pattern|ob|damit|zeig*|melde*",
        ),
        ask(
            "Which data does it get?",
            "Welche Daten bekommt es?",
            "data*|csv|spreadsheet*|table*|survey*|log*|figures|Daten|Tabelle*|Umfrage*|Zahlen",
            "numbers|results?|feedback|reviews?|sales|revenue|excel|sheets?|reports?|statistics|metrics",
            "transactions|expenses|statements?",
            "readings|check-?ins|\\w*daten|\\w*zahlen|\\w*umfrage|antworten|messwerte|answers|bills|Umsatz*",
            "Umsätze|Rückmeldung*|Bewertung*|Kennzahl*|Bericht*|Ergebnis*|Ausgaben",
            "Kontoausz*|Rechnung*|Kommentar*",
            "exports?|spend|sign-?ups?|interviews?|lists?|till|logbook|diary|meter|receipts",
            "per (cow|day|week|month|person)",
            "*listen?|*protokolle?n?|*bücher|*einträge|zähler*|excel-export|statistik*|gespräche|kassen*",
            "ich (lade|gebe?|schicke?)",
            "(i|we) (\\w+ )?(paste|upload|drop|send|give|export)",
        ),
    ),
    Archetype.TRANSLATION: (
        ask(
            "Into which language?",
            "In welche Sprache?",
            "(into|to|in) [a-z]+(ish|ese|ian|an|ch|ic)|ins? [a-zäöü]+ische*|auf [a-zäöü]+(isch|sch)",
            rf"{LANGUAGE_NAMES}|*deutsche*|*englische*|(ins?|auf) *ische?",
        ),
        ask(
            "Who will read the translation?",
            "Wer wird die Übersetzung lesen?",
            _READERS,
            "guests|customers|clinic|staff|workers|tenants|patients|children|site|website|postkarten|my",
            "meine*|unsere*",
        ),
    ),
    Archetype.PLANNING: (
        ask(
            "By when, and for how long?",
            "Bis wann, und wie lange?",
            r"\d+|day*|week*|month*|weekend|year|Tag*|Woche*|Monat*|Jahr*|bis",
            "evening*|morning*|hour*|night*|Abend*|Stunde*|Nächte|tomorrow|today|heute|*wochen?|tage|daily|weekly",
            "täglich|*day|easter|Ostern",
            "spring|summer|autumn|winter|christmas|Sommer*|Herbst*|Frühling*|Weihnachten|fortnight|january",
            "february|march|april|may|june|due|deadline*|until|abgabe|frist*|tomorrow",
            r"july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember",
            "january|february|march|april|may|june|nov|dec|month by month|monat für monat|week by week",
            "season|saison|\\d+\\.|laufzeit|harvest",
        ),
        ask(
            "What may it cost?",
            "Was darf es kosten?",
            "budget|cost*|cheap*|euro*|dollar*|money|kost*|günstig*|Geld|€",
            r"[€$£]\d*|free|kostenlos|expens*|teuer|afford*|price*|Preis*|pounds?|Franken|sparsam|spend*|ausgeben",
            "low-cost|billig*|bezahlbar*|thesis|exams?|revision|study|homework|shifts?|rota|essay|\\w*arbeit",
            "prüfung*|lern*|dienst*|schicht*",
            "\\d+k|money|landlord|thesis|rota|dienstplan|schicht*|shifts?|garden|garten|train*|umzug",
            "harvest|lambing|menu|homework",
            fits=f"{GOING_OR_BUYING}|*hochzeit*|*feier|*fest|mariage|renovat*|renovier*|umbau*|build*",
        ),
    ),
    Archetype.COACHING: (
        ask(
            "What should be reached, and by when?",
            "Was soll erreicht werden, und bis wann?",
            "goal*|reach|until|by|within|Ziel*|erreich*|bis|schaff*",
            "every|each|daily|jeden|täglich|want to|will|more|less|weniger|mehr|stop|quit|give up|aufhör*|aufgeben",
            r"marathon|\d+ ?k(m|g)?",
            "exam|interview*|be able|können|lose|abnehmen|improve|verbesser*|better|besser|learn|lernen|talk",
            "gespräch*|negotiat*|*verhandl*|rehears*|practi[sc]*|üben|übe|runs?|thesis|phd|keep|stick|write",
            "writing|whether i|ob ich",
            "done with|give up|stick to|gespräch|conversation|ask me|fragt|erinner*|remind*|exercises",
            "übungen|talk (it|this) through|think",
        ),
        ask(
            "How strict may it be?",
            "Wie streng darf es sein?",
            "strict*|gentle|patient|kind|tough|warm*|tone|streng*|sanft*|geduldig*|freundlich*|Ton",
            "honest*|direct*|blunt*|push*|encourag*|supportive|friendly|soft*|judg*|nett*|lieb*|hart*|locker*",
            "ehrlich*|direkt*|ermutig*|off the hook|nicht locker|nasty|fies*|mean|grumpy|calm*|ruhig*|no mercy",
            r"verständnis*|urteil*|Druck|mercy|pressure|nag|nagging|praise*|lob*|no-nonsense|empath*",
            "fuss|drama|lectur*|judg*|flatter*|guilt|excuses|teas(e|es|ing)|moral*|vorwürfe|ausreden",
            "praise|schimpf*|like a colleague|kein* druck|ruhig*|geradeaus",
        ),
    ),
}
