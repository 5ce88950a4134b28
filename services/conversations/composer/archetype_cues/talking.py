"""The words for assistants who talk with somebody: support, tutoring, coaching, answers to questions."""

from collections.abc import Mapping

from services.conversations.composer.archetype_cues.cues import Cues, cues
from services.conversations.composer.archetype_rules.rule import Archetype

_LEARNERS = """(daughter|son|kid|kids|child|children|pupil*|student*|learner*|nephew|niece|grandson|granddaughter
    |classmate*)"""
_LERNENDE = "(tochter|sohn|kind|kinder|kindern|schüler*|lernend*|studierend*|enkel*|neffe*|nichte*)"
_SCHOOL = "(learn|understand|study|revise|homework|exam*|maths?|algebra|fractions?|vocabulary|grammar|spelling)"
_HABITS = """(get up|getting up|wake up|waking up|stop|quit|quitting|lose weight|exercise|exercising|run|running|focus
    |sleep|sleeping|procrastinat*|motivated|habit|habits|confident|confidence|meditat*|fit|drink less|drink more
    |work ?out|diet|diets|save money|screen time|smoking|marathon|a better job|self-discipline|work-life balance
        |public speaking|resolutions?)"""
_GEWOHNHEITEN = """(aufstehen|aufzustehen|aufwachen|abnehmen|abzunehmen|aufhören|aufzuhören|dranbleiben
    |dranzubleiben|rauchen
    |joggen|laufen|sport|schlafen|gewohnheit*|ausdauer|fit|gelassen*|meditier*|selbstbewusst*|motivation|motiviert|ziele
    |aufschieb*|vorsätze*|marathon|selbstdisziplin)"""

CUES: Mapping[Archetype, Cues] = {
    Archetype.SUPPORT: cues(
        """(customer )?support (agent|assistant|bot|chatbot|rep|representative|specialist|staff|hotline|desk|team)
        |customer (service|support|care|success)*|help ?desk*|service ?desk|call cent(er|re)*
        |complaints? (handler|desk|department)|tech(nical)? support*|it support*|support|receptionist*
        |*kundenservice*|kundendienst*|kundenbetreu*|kundenberat*|kundensupport*|support-*|hotline*
        |beschwerde(stelle|management|abteilung)|servicemitarbeit*|service-*|callcenter*""",
        """(reply|replies|replying|respond*|answer*|help*|deal*|assist*|write back|calm*|handl*
        |look* after) … (customers?|clients?|shoppers?|buyers?|complain*)
        |(handl*|resolv*|process|processes|deal* with|look* after|answer*) … (complaints?|refunds?|support (tickets?
        |requests?)|returns)
        |(antwort*|beantwort*|hilf|hilft|helf*|betreu*|bearbeit*|reagier*|schreib* … zurück) … (kund*|käufer*
        |beschwerde*|reklamation*|supportanfrage*|support-*)
        |(kund*|beschwerde*|reklamation*|supportanfrage*|support-*) … (antwort*|beantwort*|hilf|hilft|helf*
        |zu helfen|betreu*|bearbeit*|beruhig*)
        |troubleshoot*""",
        """customer (emails?|mails?|service|support|care|complaints?|inquir*|enquir*|requests?|queries|problems?)
        |complaints?|help ?desk|angry (customers?|clients?|guests?)|unhappy (customers?|clients?|guests?)|refunds?
        |(late|lost|missing|damaged) (parcels?|packages?|orders?|deliver*)|support tickets?|tech support|kundenmails?
        |kundenanfrage*|kundenservice|kundendienst|kundensupport|beschwerde|beschwerden|reklamation*|retoure*
        |(verspätete|verlorene|beschädigte|fehlende)*n? (pakete*|sendung*|bestellung*|lieferung*)
        |chat* … (website|web ?site|shop|store|customers?|visitors?|buyers?)|(website|site|shop|store|live
        |web)[- ]chat*|chat* (für|auf|unser*) … (website|webseite|seite|shop|*shops?|kund*)|(website|webseiten
        |kunden|live|shop)-?chat*|first line for (guests|customers|clients|callers|users)|(after-sales
        |aftersales)""",
        """customers?|clients?|tickets?|parcels?|returns|warranty|warranties|support|router|passwords?
        |kund(e|en|in|innen)|pakete*|bestellung*|garantie*|passwort*|passwörter*|störung*""",
    ),
    Archetype.TUTORING: cues(
        """*tutor|*tutorin|(?!yoga|fitness|ski|driving)*teacher|professor*
        |(math|maths|physics|piano|guitar|music|language|science|history)? ?instructor
        |homework (helper|assistant|buddy)|study (buddy|helper|partner|assistant)
        |(learning|reading) (assistant|buddy|companion|helper)|governess|lecturer|*lehrer|*lehrerin|*nachhilfe*
        |dozent|dozentin|hausaufgabenhilfe*|hausaufgabenhelfer*|lernhelfer*|lernbegleiter*|lernhilfe*|professorin
        |examiner|(oral|language|vocab|vocabulary|spelling|exam) (examiner|trainer|partner|coach)
        |vokabel*(trainer|trainerin)|prüfer|prüferin|vocab (trainer|coach)""",
        f"""tutor(s|ing)|teach(es|ing)?|(help|helps|helping) … {_SCHOOL}
        |(explain|explains|explaining) … (to|for) (my |a |an |the |\\w+ )?(\\w+ )?({_LEARNERS}|beginner*|graders?
        |year-?olds?|teenager*|five|laypeople|lay people)
        |quiz(zes)? (me|my|us|them|students|pupils)|homework help|drill(s)? (me|my|us)
        |prepar(e|es) … (exams?|test|finals|sat)|practi[sc](e|es)(?! … (interview|negotiat|hard|difficult|tough
        |awkward)) … with me|exam prep|unterricht(e|et|en)|nachhilfe*
        |(hilf|hilft|helfe|helfen) … (lernen|verstehen|hausaufgabe*|mathe*|bruchrech*|vokabel*|prüfung*|abitur)
        |bring* … bei|beibring*|beizubring*|(erklär|erkläre|erklärt|erklären) … {_LERNENDE}
        |{_LERNENDE} … (erklär|erkläre|erklärt|erklären|lernen)|(frag|fragt|frage) … (vokabel*|ab)
        |(üb|übe|übt|üben)(?! … *(schwierig|heikl|unangenehm|verhandl|gespräch|gehalt)) … mit (mir|meiner|meinem|uns)
        |examin(e|es|ing) (me|us|him|her|them|students|pupils|learners|trainees|apprentices)|tests? (me|us|him
        |her|students|pupils|learners|trainees|apprentices|my {_LEARNERS})|ask(s)? (me|us|my) … questions? (on
        |from|like in)|ask(s)? (me|us) … (until|till) i|(give|set) (me|us) … (exam questions|practice questions
        |exercises|drills|problems to solve)|prüf(e|st|t)? (mich|uns|ihn|sie)|(test|teste|testest|examiniere|hör
        |höre) (mich|uns|ihn) … (ab|in|auf|zu|zum|zur|über)|(stell*|gib) (mir|uns) … (prüfungsfrage*
        |übungsfrage*|übungsaufgabe*|testfrage*)""",
        f"""(help|helps|explain*) … {_LEARNERS} … (with|in)|homework|fractions?|algebra|geometry|calculus|times tables?
        |photosynthesis|quantum physics|vocabulary|lessons?|flashcards?|exams?|hausaufgaben?|bruchrechn*|brüche
        |vokabeln?|einmaleins|dreisatz|mathe|matheaufgaben?|prüfungsvorbereit*|abitur|grammatik
        |(practice|exam|revision|mock exam) questions|mock exams?|vocab (tests?|practice|drills?)
        |prüfungsfragen?|übungsaufgaben?|vokabeltrain*|flash ?cards""",
        f"""explain|explains|explaining|learn|learns|learning|maths?|physics|chemistry|biology|{_LEARNERS}|erklär
        |erkläre|erklärt|erklären|lern|lerne|lernt|lernen|physik|chemie|{_LERNENDE}|mathematik|spelling|reading""",
    ),
    Archetype.QUESTION_ANSWERING: cues(
        """(faq|q&a|q and a|question[- ]answering|knowledge[- ]base|handbook|trivia|policy|wiki) (bot|assistant
        |chatbot|expert|helper|agent|desk)
        |librarian|encyclop[a]?edia|museum guide|tour guide|know-it-all|information desk|auskunft*|faq-*
        |wissensassist*|museumsführer*|bibliothekar*|lexikon
        |info(rmation)? (desk|point|bot|assistant|counter)|help(er)? for new staff""",
        """(answer*|field|fields|take|takes|respond* to|repl(y|ies) to) … (questions?|queries)
        |questions? (about|on|regarding) … answer*|q&a|q and a|faqs?|frequently asked|look(s)? up … in
        |(tell|tells) … what … (handbook|manual|policy|docs|documentation|wiki) (say|says)
        |(beantwort*|antwort*) … (frage|fragen)|(frage|fragen) … (beantwort*|antwort*)|auskunft (über|zu|geben|gibt)
        |(gib|gibt|geben) … auskunft|auskünfte
        |find(s)? (their|my|your|our) way (in|around|through) … (rules|handbook|manual|docs|documentation
        |regulations|policy|policies|wiki|law)|look(s|ing)? (things|it|stuff|something|answers|rules|facts) up
        |(nachschlag*|nachzuschlag*|nachschau*) in|(schlag|schlage|schlägt|schau|schaue|schaut) … (*satzung
        |handbuch|*ordnung|unterlagen|regelwerk|wiki|vertrag|richtlinie*) … nach|(info|auskunft)-?bot""",
        """(hr|human resources) (bot|assistant|chatbot|desk|helper)|hr-(assist*|bot|chatbot)
        |questions (about|on|regarding)
        |(our|the|my|company|employee|staff) (handbook|manual|wiki|docs|documentation|knowledge base|policy|policies)
        |knowledge base|fragen (zu|zum|zur|über|rund)|handbuch|wissensdatenbank|betriebsanleitung|mitarbeiterhandbuch
        |hausordnung
        |(staff|employees|members|residents|tenants|visitors|parents|guests|colleagues|neighbours|volunteers
        |people|students) (\\w+ )?(ask|asks|will ask|can ask|have questions) … (about|how|what|where|when
        |whether|on)|fragen (neuer|von|unserer|der|aller) … (zu|zum|zur|über|nach)|(mitarbeit*|mitglieder*
        |mieter*|eltern|besucher*|kolleg*|bewohner*) (fragen|stellen fragen)|(info|information) (desk|point)""",
        """answer|answers|answering|questions?|policy|policies|handbook|manual|documentation|docs|antwort|antworte
        |antworten|antwortet|beantwort*|fragen?|richtlinie*|satzung|auskunft""",
    ),
    Archetype.COACHING: cues(
        """*coach|*coachin|mentor*
        |(personal|fitness|running|strength|gym|swimming|habit|voice|football|dog|triathlon|boxing|marathon|athletic
        |sports)? ?trainer
        |(yoga|fitness|ski|driving|meditation|pilates|swimming) (teacher|instructor)|accountability (partner|buddy)
        |motivator|motivational speaker|career (advisor|adviser|counsel*|consultant)|sparring partner|*trainer
        |*trainerin|karriereberat*|berufsberat*|mentaltrainer*|laufpartner*|motivator*|lebensberat*|yogalehrer*
        |fitnesslehrer*""",
        f"""^coach|coach(es|ing)
        |(help|helps|get|gets|keep|keeps|motivate|motivates|support|supports|remind|push|pushes) (me|us|people
        |someone|clients|users|men|women|teams|managers|smokers|beginners|employees|runners) … {_HABITS}
        |mentor(s|ing)|(help|helps) (me|people|someone) (with )?(to )?{_HABITS}
        |motivat(e|es|ing) (me|us|people|users)|hold(s)? me accountable|build … habits?|mock interviews?
        |(prepare|prepares|train|trains|practi[sc]e) … (job interviews?|interviews?|a marathon|salary negotiation)
        |coach(e|t|st)|coachen|(hilf|hilft|helfe|helfen|unterstütz*|motivier*) … {_GEWOHNHEITEN}|motivier* (mich|uns)
        |(bereit*|trainier*|üb|übe|übt) … (bewerbungsgespräch*|vorstellungsgespräch*|marathon|gehaltsverhandlung*)
        |halt* mich … (dran|kurs)
        |(rehears(e|es|ing|al)|role-?play(s|ing)?|role play|act out|run through) … (conversations?|talks?
        |negotiat*|interviews?|pitch*|calls?|meetings?|presentations?|speech|boss|date|feedback)|practi[sc](e|es
        |ing) … (interviews?|negotiat*|(hard|difficult|tough|awkward) (talk|conversation|chat)s?|saying (no|yes)
        |pitch*|pay rise
        |asking for)|(ask|check in with|check on|message|nudge|text) (me|us) (every|each|in the|at|once a
        |on) … (day|morning|evening|night|week|noon|lunchtime|monday|friday|sunday)*|(every|each) (day|morning
        |evening|night|week|friday|sunday|monday) … (ask|check in with|nudge) (me|us)|check(s)? in with (me|us)
        |keep(s)? (me|us) (going|on track|accountable|honest|at it|motivated)|(frag*|erinner*
        |begleit*) mich (jeden|jede|abends|morgens|täglich|am abend) … (ob|wie|was|an|nach|durch|bei)|(jeden
        |jede) (abend|morgen|tag|woche) … (frag*|begleit*) (du )?mich|(spiel*|prob*|geh*) … (bewerbungsgespräch*
        |vorstellungsgespräch*|*verhandlung*|*gespräch*) … durch|(spiel|spiele|prob|probe|üb|übe|übst|übt|üben
        |trainier*) … (*verhandlung*|(schwierig|heikl|unangenehm|ernst)* gespräch*|*gespräch* mit (mein|der chef
        |dem chef)*|kritikgespräch*|konfliktgespräch*)|bleib* … dran""",
        """career (change|advice|goals?)|(new|good|bad|healthy|better|morning) habits?|new year's resolutions?
        |personal growth|(my|their) goals|(stop|quit) smoking|rauchen (aufhören|aufzuhören)|work-life balance
        |procrastination|half marathon|marathon|karriere
        |berufswechsel|jobwechsel|gewohnheiten|vorsätze|selbstdisziplin|motivation|life goals
        |(evening|morning|weekly|daily) (reflection|check-?ins?|review of my day)|abendreflexion*|(bewerbungs
        |vorstellungs)gespräch*|mock (talks?|conversations?|negotiations?)|(screen time|smoking) less
        |gewohnheitstrack*|habit track*""",
        """career|habits?|motivat*|train|trains|training|fitness|chess|running|goals?|gewohnheit|schach|ziele|trainier*
        |abnehmen|mut""",
    ),
}
