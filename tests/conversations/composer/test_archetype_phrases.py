"""Short and plain ways of asking for each kind of assistant."""

import pytest

from services.conversations.composer.archetype_rules.rule import Archetype
from services.conversations.composer.archetypes import archetype_of

SAID = {
    Archetype.SUPPORT: """
        Guests message us when the wifi does not work in the flat, help them.
        poeple write us when their parcel is late, anser them nicely
        Website chat for my flower shop: delivery times, changes to orders.
        You are a chat assistant for our online shop. |
        Live chat on our website, people ask where their order is.
        Chat with visitors of our site and help them find the right size.
        Chat für unsere Website: Kunden fragen nach Lieferzeiten und Rücksendungen.
        Du bist der Chatbot unseres Onlineshops. | Hilf Besuchern mit ihrer Bestellung.
        You are the first line for guests who write in about bookings. | Be warm.
        Antworten auf Kundenbewertungen.
    """,
    Archetype.TUTORING: """
        A partner to chat with in Spanish so I get better, correct my mistakes.
        speak french with me slowly, I am a beginner
        Learn Dutch words with me, ten a day
        Ich will mein Spanisch auffrischen, verbessere meine Fehler.
        Examine me for my boating licence, twenty questions.
        Practise irregular verbs with me.
        You are an examiner for the driving theory test. |
        Practice Spanish small talk with me at A2 level.
        Test my son on capitals.
        Ask me questions on anatomy until I know everything.
        Prüfe mich in Anatomie.
        Übe mit mir Small Talk auf Italienisch.
        Vokabeltrainer Spanisch für die 8. Klasse.
        Stell mir Prüfungsfragen zum Jagdschein.
        Patient maths tutor for 9th graders.
    """,
    Archetype.CODE: """
        I paste error messages from our build and you tell me what they mean.
        Help me find out why my script hangs after a few minutes.
        Erklär mir Fehlermeldungen, die ich einfüge.
        Postgres queries from plain questions.
        Turn questions into SQL.
        Write queries for our MySQL database.
        Write me a MongoDB query that counts orders per month.
        Schreib mir SQL-Abfragen für unsere Kundendatenbank.
        Excel formulas for my household budget.
        Look through my pull request for security holes.
        Explain this query and make it faster.
    """,
    Archetype.TRANSLATION: """
        Render our customer letters from German into Dutch.
        I write in English, you give it back in natural Spanish.
        Unsere Speisekarte von Deutsch nach Englisch
        Translate error messages of our app into Spanish.
        Translate our newsletter into plain German.
        This letter in Spanish please.
        German version of our house rules.
        Bring the texts of our website into French.
        Give me my messages in Portuguese.
        Die Speisekarte auf Englisch bringen.
        Mach aus meinen Mails gutes Englisch.
        Put our safety notices into Polish and Romanian.
        Englische Fassung unserer Satzung.
        Freundlicher Übersetzer für Amtsbriefe.
        Give me a German version of my CV and letters.
        You are a chatbot that translates menus. |
    """,
    Archetype.WRITING: """
        Need a text for our window: closed in August.
        A short bio of me for the conference website.
        Aushang fürs Treppenhaus: Wasser wird abgestellt
        Kündigungsschreiben für mein Fitnessstudio
        Write a story about a landlord who wants to know what is behind it.
        LinkedIn posts about our new office.
        Birthday card for my boss.
        A speech for my sister's wedding.
        Captions for photos of my cats.
        Help me with speeches for the town council.
        Wedding speech, funny, 3 minutes.
        Geburtstagskarte für meinen Chef.
        Instagram-Texte für mein Café.
        You are a speechwriter for a mayor. | Teach nobody, just write.
        Speech-writing for a teacher.
        Write a story in which a translator sorts letters.
        Write a post about our plan for the summer.
        Schreib eine Geschichte über einen Trainer.
        Write a sermon for Sunday.
        Draft replies to job applicants.
        Rede zum 60. Geburtstag meines Vaters
    """,
    Archetype.SUMMARY: """
        sumarize the articles i paste
        zusammenfasung von langen artikeln
        Tell me in five lines what this contract says
        Summarise the answers from our parent survey.
        Fass Kundenfeedback in drei Punkten zusammen.
        Summarise this in English.
        Shorten long mails to three bullets.
        The gist of board papers in five lines.
        Overview of long chat threads.
        Key points from podcasts.
        Turn meeting transcripts into minutes.
        Give me a quick overview of this report.
        Make long articles short.
        Das Wichtigste aus langen Mails in drei Punkten.
        Kurzüberblick über Sitzungsunterlagen.
        Protokoll aus meinen Stichworten.
        Summarise customer complaints.
        Give me the gist of my emails every morning.
        Newsletter zusammenfassen.
    """,
    Archetype.CLASSIFICATION: """
        Incoming mails from customers go to billing, tech or sales.
        For each comment from our course: praise, criticism or suggestion?
        Nachrichten von Mietern: Heizung, Wasser oder Lärm?
        Ordne Kundenfeedback nach Themen.
        Tag photos as indoor or outdoor.
        Yes or no: is this mail a job application?
        Say yes or no whether a comment breaks our rules.
        Moderate comments in our forum.
        Rate each review from 1 to 5.
        Prioritise bugs: high, medium, low.
        Decide how urgent each patient message is: now, today, this week.
        Put each expense in one of these: travel, food, other.
        Which department does a letter belong to? Building, school, taxes.
        Moderiere die Kommentare unter unseren Videos.
        Ja oder nein: Ist das eine Bewerbung?
        Stufe Meldungen ein: hoch, mittel, niedrig.
        Sort my mail into read, answer and bin.
        Sort letters to the editor into praise, complaints and other.
        Sort poems into good and bad.
        Sort songs by mood.
        Check incoming photos captions: allowed or not allowed.
        Score leads from 1 to 10.
    """,
    Archetype.COACHING: """
        Play the interviewer, I want to rehearse my talk.
        Be my boss so I can practise giving notice.
        Check every Sunday whether I did my runs, do not let me off the hook.
        Jemand, der mich abends fragt, ob ich meine Ziele geschafft habe
        Du bist mein Laufcoach. | Schreib mir jeden Montag einen Plan.
        Help me stick to my running plan.
        Rehearse a hard talk with my boss with me.
        Role-play a salary negotiation with me.
        Practise job interviews with me.
        Ask me every evening how my day went and what I will do better tomorrow.
        Keep me going with my diet.
        Check in with me each evening about my habits.
        Spiel mit mir Vorstellungsgespräche durch.
        Frag mich jeden Abend, ob ich meditiert habe.
        Übe mit mir ein schwieriges Gespräch mit meiner Chefin.
        Strict running coach.
        Let me practise saying no to my boss; play the boss.
        A strict running coach
    """,
    Archetype.ANALYSIS: """
        Say what changed in my figures and what might be behind it.
        I have a csv of check-ins and want to understand why people quit.
        Sag mir, welche Produkte schlechter laufen und woran es liegen könnte.
        Look at our monthly figures and say what stands out.
        What do these reviews complain about most?
        Find patterns in guest feedback.
        Go through customer feedback and find what bothers people most.
        Compare this month's numbers with last year's.
        Schau dir unsere Zahlen an und sag, was auffällt.
        Was stört unsere Gäste am meisten? Rückmeldungen auswerten.
        Analyse complaints of our customers.
        Evaluate feedback from our course.
    """,
    Archetype.PLANNING: """
        Break my thesis into steps with dates.
        Split it up into tasks per week.
        Zerlege mein Umzugsprojekt in Schritte mit Terminen.
        Was muss wann gemacht werden und von wem?
        Weekly menu for four, no fish.
        Timetable for my exam revision.
        Three days in Prague with two kids.
        A training schedule for my first 10k.
        Shift rota for eight nurses.
        Packing and route for a week on Corsica.
        Wochenmenü für vier Personen.
        Stundenplan für die Projektwoche.
        Drei Tage Hamburg mit Oma.
        Ablauf für unsere Hochzeit.
        A programme for a three-day school trip.
    """,
    Archetype.EXTRACTION: """
        I paste delivery notes, you give me number, amount and date as csv
        Aus den Bestellmails brauche ich Kunde, Artikel und Menge
        Dates, amounts and supplier from each invoice.
        Get me the phone numbers in these PDFs.
        Read receipts and fill in date, shop, total.
        List every deadline that a contract mentions.
        Name, Datum und Betrag aus jeder Rechnung.
        Alle Termine aus Elternbriefen.
        Pull dates out of letters that customers wrote.
        From each CV: name, degree, languages.
    """,
    Archetype.QUESTION_ANSWERING: """
        Visitors of our castle ask about opening hours, dogs and tickets.
        Besucher unseres Museums fragen nach Öffnungszeiten und Preisen.
        New staff ask you about holidays and sick leave.
        Help residents find their way in the house rules.
        You are the info desk of a museum. |
        Look things up in our manual.
        Fragen neuer Mitarbeiter zu Urlaub und Krankmeldung.
        Schlag Sachen in unserer Satzung nach.
        Auskunft für Mieter zur Hausordnung.
    """,
}
UNRELATED = """
    Make your answers shorter.
    Antworte auf den Punkt.
    Mach deine Antworten kürzer.
    Be brief and give feedback.
    Was koche ich heute?
    What should I wear?
    Decide where we eat tonight.
    Erzähl mir etwas Schönes.
    Antworte immer auf Deutsch.
    Speak with me in French.
    Tell me a joke when I'm sad and report on the weather.
    You are a bartender. | Suggest drinks for a party.
    Remind people to bring their own mugs.
    Ideas for gifts.
    A name for my band.
    Play chess with me.
    Pick a film for tonight.
    You are a gardener. | Say when to water what.
    Talk to my grandmother about her customers of old.
    You are a nurse. | Be kind to children.
    Du bist ein Gärtner. | Sag, wann ich was gießen soll.
    Namen für meine Katze.
    Geschenkideen für meinen Opa.
    Unterhalte dich mit mir über Fußball.
    Say something kind.
    Wähle einen Film für heute Abend.
    Sag mir, was ich anziehen soll.
    Help me cook. Answer in English.
    Hilf mir beim Kochen. Antworte auf Englisch.
    Remind me of my letters.
    Print my letters.
    Recommend songs for a long drive.
    Write down what I say.
    Du bist ein Bibliotheksroboter. | Begrüße die Gäste.
    Your job: keep the mood light.
    Good morning messages
    Call my coach
    You are a chatbot. |
"""


def lines(block: str) -> list[str]:
    return [line.strip() for line in block.strip().splitlines()]


def told(said: str) -> Archetype | None:
    """Return the archetype of `role | task`, or of a task alone."""
    role, bar, task = said.partition("|")
    return archetype_of(role.strip(), task.strip()) if bar else archetype_of("", said)


@pytest.mark.parametrize(
    ("said", "archetype"), [(said, archetype) for archetype, block in SAID.items() for said in lines(block)]
)
def test_what_people_write_leads_to_its_archetype(said: str, archetype: Archetype) -> None:
    assert told(said) is archetype


@pytest.mark.parametrize("said", lines(UNRELATED))
def test_what_fits_no_archetype_leads_to_none(said: str) -> None:
    assert told(said) is None
