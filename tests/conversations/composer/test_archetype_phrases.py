"""Short and plain ways of asking for each kind of assistant, and what rules say nothing about."""

import pytest

from services.conversations.composer.archetype_rules.asking import ASKS
from services.conversations.composer.archetype_rules.rule import Archetype
from services.conversations.composer.archetypes import archetype_of, rules_for

SAID = {
    Archetype.SUPPORT: """
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
# What people say, and the rule that would contradict it.
CONTRADICTED = """
    extraction 1 Write dates as DD.MM.YYYY.
    extraction 1 Amounts in euros, without the currency sign.
    extraction 1 Datum im Format JJJJ-MM-TT.
    extraction 3 Tell me which pages could not be read.
    extraction 3 Notiere, welche Seiten fehlen.
    classification 2 Labels: billing, technical, other
    classification 2 bug / feature / misc
    classification 2 Kategorien: Rechnung, Technik, Sonstiges
    classification 2 positive, negative or neutral
    classification 4 Say billing or technical and draft a reply.
    classification 4 Schreib dazu, wer zuständig ist.
    analysis 1 Start with the recommendation.
    analysis 1 Put the conclusion at the top.
    analysis 1 Zuerst das Ergebnis, dann die Zahlen.
    tutoring 1 You are an examiner for the boating licence.
    tutoring 2 Examine me in anatomy.
    tutoring 3 Quiz me on French vocabulary.
    tutoring 2 Prüfe mich in Anatomie.
    code 3 Review my pull requests.
    code 4 Look through our code for security holes.
    code 3 Prüfe unseren Code auf Lücken.
    code 2 Use pandas.
    code 2 In plain JavaScript, mit React.
    writing 4 Say what you changed.
    writing 4 Then list three subject lines.
    writing 4 Sag mir, was du geändert hast.
    summary 3 Round all figures.
    summary 3 Anonymise everybody.
    translation 3 Convert miles to kilometres.
    translation 3 Rechne Währungen um.
    translation 2 Explain difficult words in brackets.
"""
# What has been said, and the number of the question that it answers.
ANSWERED = """
    classification 0 Decide how urgent it is: now, today, this week.
    classification 0 bug, feature oder Frage
    classification 1 Jeweils eine von drei Stufen.
    summary 0 In five lines.
    summary 0 Höchstens drei Stichpunkte.
    summary 1 Summarise my mails.
    summary 1 Fasse meine Mails zusammen.
    writing 0 Write to our members.
    extraction 1 Write n/a if there is no date.
    extraction 1 Schreib k. A., wenn nichts angegeben ist.
    question_answering 0 Answer from our docs.
    translation 0 Put it into Greek.
    planning 1 Keep it under $500.
    coaching 0 Help me stop smoking.
    tutoring 0 Quiz my daughter.
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


@pytest.mark.parametrize("case", lines(CONTRADICTED))
def test_no_rule_contradicts_what_was_said(case: str) -> None:
    archetype, number, said = case.split(" ", 2)
    for spoken in (f"\n{said}", said):
        assert int(number) not in [given for given, _ in rules_for(Archetype(archetype), spoken, "en", 5)]


@pytest.mark.parametrize("case", lines(ANSWERED))
def test_nothing_is_asked_that_was_said(case: str) -> None:
    archetype, number, said = case.split(" ", 2)
    assert ASKS[Archetype(archetype)][int(number)].answered.search(said)
