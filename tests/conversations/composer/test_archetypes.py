"""Which kind of assistant is meant, told by what people write: `role | task`, or a task alone."""

import time

import pytest

from services.conversations.composer.archetype_rules.rule import Archetype
from services.conversations.composer.archetypes import CUES, archetype_of

SAID = {
    Archetype.SUPPORT: """
        Reply to angry customers about late parcels.
        You are a support agent for Acme phones. |
        You are a bot that answers customer emails about late parcels. | Be friendly.
        You are a help desk assistant. | Reset passwords.
        Handle complaints from hotel guests.
        Answer customers who want a refund.
        You are a customer service rep for a bank. | Answer questions about accounts.
        Help our customers set up their router.
        Your task: customer complaints.
        Beantworte Mails von Kunden, deren Paket zu spät kommt.
        Du bist ein Kundenservice-Mitarbeiter. |
        Du bist ein Bot, der Kunden bei Störungen hilft. |
        Antworte verärgerten Kundinnen freundlich.
        Bearbeite Reklamationen unseres Möbelhauses.
    """,
    Archetype.EXTRACTION: """
        Pull the amounts out of receipts.
        Extract names, dates and amounts from invoices.
        You are a bot that extracts IBANs from emails. |
        Turn receipts into JSON.
        Parse resumes and list skills.
        Read the totals off invoices.
        You are a data entry clerk. | Fill in the form from letters.
        You are an invoice parser. |
        Extrahiere Namen und Beträge aus Rechnungen.
        Lies das Datum aus Lieferscheinen aus.
        Du bist ein Bot, der Rechnungsnummern ausliest. |
        Zieh die Adressen aus diesen Mails.
        Such alle Termine aus dem Brief heraus.
    """,
    Archetype.CLASSIFICATION: """
        Sort tickets into bug, feature, question.
        Classify customer emails by topic.
        Tag incoming mails as urgent or not.
        Decide whether a message is spam.
        You are a spam filter. |
        You are a bot that routes support requests to the right team. |
        Tell me if a review is positive or negative.
        Ordne Mails einer Abteilung zu.
        Klassifiziere Bewertungen.
        Sortiere Anfragen nach Dringlichkeit.
        Du bist ein Bot, der Kundenmails einsortiert. |
        Entscheide, ob eine Nachricht Spam ist.
        Teile die Rückmeldungen in Lob und Kritik ein.
    """,
    Archetype.SUMMARY: """
        Your task: tl;dr of meeting notes.
        Summarise legal contracts for small-business owners in plain English.
        Summarize this blog post.
        Write a summary of customer emails.
        You are a bot that summarizes papers. |
        Take minutes of our board meetings.
        Give me the key points of this article.
        You are a note-taker. |
        Write a tl;dr of this blog post.
        Fasse Protokolle zusammen.
        Fasse lange juristische Verträge für kleine Firmen verständlich zusammen.
        Du bist ein Bot, der E-Mails zusammenfasst. |
        Schreib eine Zusammenfassung des Artikels.
        Kürze Berichte auf eine Seite.
    """,
    Archetype.WRITING: """
        A haiku about rain.
        Blog posts for my bakery.
        You are a poet for weddings. | Never mention exes.
        Write something nice for my grandma's birthday.
        Write an email to an angry customer.
        You are a copywriter. | Write slogans for a travel agency.
        Your task: product descriptions for my shop.
        Proofread my essay.
        Write poems and translate them into French.
        Ein Gedicht über den Herbst.
        Schreib Blogbeiträge für meine Bäckerei.
        Du bist ein Texter. | Entwirf Slogans.
        Formuliere eine Rede zur Hochzeit meiner Schwester.
        Schreib meiner Tante einen Brief.
    """,
    Archetype.CODE: """
        Review my python.
        Fix this sql.
        Debug a segfault.
        Write a python function that parses dates.
        You are a senior Python reviewer. | Point out bugs first, then style.
        You are a software engineer. | Explain what you do.
        Refactor my code.
        You are a bot that reviews pull requests. |
        Write a bash script that renames photos.
        Prüfe meinen Code.
        Schreib ein Skript, das Fotos umbenennt.
        Du bist ein erfahrener Softwareentwickler. |
        Programmiere ein Spiel in JavaScript.
        Finde den Fehler in meinem Programm.
    """,
    Archetype.TUTORING: """
        Help my daughter with fractions.
        Help kids learn fractions using pizza.
        You are a patient maths tutor. |
        Teach me to read music.
        Explain photosynthesis to 5th graders.
        Your task: homework help.
        Quiz me on French vocabulary.
        You are a study buddy for nurses. |
        You are a Python tutor. | Review my code.
        Du bist ein geduldiger Nachhilfelehrer für Mathe, der Aufgaben Schritt für Schritt erklärt. |
        Hilf meinem Sohn bei Bruchrechnen.
        Bring mir Schach bei.
        Erkläre meiner Tochter die Photosynthese.
        Frag mich Vokabeln ab.
        Du bist eine Lehrerin für Physik. |
    """,
    Archetype.QUESTION_ANSWERING: """
        Answer questions about our returns policy.
        You are an honest, 24-hour HR assistant for an NGO in Kenya that speaks Swahili. | Cite the handbook.
        You are a bot that answers questions about invoices. |
        Your task: an FAQ for our gym.
        Your task: questions about the employee handbook.
        You are a museum guide. |
        Take questions from tenants about the house rules.
        Tell staff what the handbook says.
        You are a friendly assistant that answers questions on our docs. |
        Beantworte Fragen zu unserer Satzung.
        Du bist ein Bot, der Fragen zum Handbuch beantwortet. |
        Gib Auskunft über unsere Öffnungszeiten.
        Antworte auf Fragen der Mieter.
        Du bist ein FAQ-Bot. |
    """,
    Archetype.ANALYSIS: """
        Find out why sales dropped.
        Analyse our survey results.
        You are a data analyst. | Write short reports.
        Write an analysis of our sales data.
        Figure out which products lose money.
        Spot trends in our sales figures.
        Evaluate the evidence on vitamin D.
        You are a bot that analyzes logs. |
        Explain why churn rose in May.
        Werte die Umfrage aus.
        Analysiere unsere Umsatzzahlen.
        Finde heraus, warum der Umsatz sinkt.
        Du bist ein Datenanalyst. |
        Untersuche die Ursachen der Kündigungen.
    """,
    Archetype.TRANSLATION: """
        Your task: menu into French.
        Translate.
        Translate customer emails.
        You are a bot that translates menus. |
        You are a translator for legal contracts. | Summarise them first.
        Your task: English to Spanish.
        Write a translation of this poem into French.
        You are an interpreter at a hospital. |
        Translate python comments into German.
        Übersetze Speisekarten.
        Du bist ein Bot, der Speisekarten übersetzt. |
        Übertrag den Brief ins Türkische.
        Du bist eine Übersetzerin für Verträge. |
        Bring meine Briefe ins Polnische.
    """,
    Archetype.PLANNING: """
        Plan a 3 day trip to Rome.
        Your task: weekly meal plan.
        You are a travel agent for families. |
        You are a wedding planner. | Write invitations.
        Organise my daughter's birthday party.
        Make a schedule for the night shift.
        Your task: an itinerary for Lisbon.
        You are a project manager. |
        You are a bot that plans holidays. |
        Plane eine Reise nach Rom.
        Plan mir drei Tage in Wien.
        Du bist eine Hochzeitsplanerin. |
        Erstelle einen Speiseplan für die Woche.
        Organisiere unseren Umzug.
    """,
    Archetype.COACHING: """
        You are a patient chess coach for blind players. |
        A patient chess coach for blind players.
        Be my running coach.
        Help me get up at six.
        Help me quit smoking.
        You are a career advisor. |
        You are a personal trainer. | Write workouts.
        Motivate me to exercise.
        You are a yoga teacher. |
        Prepare me for a job interview: do a mock interview.
        Hilf mir beim Aufstehen.
        Du bist ein Lauftrainer. |
        Du bist ein Karriere-Coach. |
        Coache mich auf dem Weg zum Marathon.
        Motiviere mich beim Abnehmen.
    """,
}
UNRELATED = """
    You are a pirate. |
    You are a sommelier. | Ask what I am eating before you suggest a wine.
    Play dungeons and dragons with me.
    You are a friendly assistant. | Be kind.
    You are a lawyer. |
    Du bist ein Pirat. |
    Du bist ein Sommelier, der alles über Burgunder weiß. |
    Spiel mit mir Schiffe versenken.
    Recommend a film.
    Suggest names for my cat.
    Create invoices.
    Review contracts.
    You are a doctor for houseplants. |
    Pretend to be Napoleon.
    You are my late grandfather. | Talk with me.
    Tell me what to cook tonight.
    Be funny.
    Empfiehl mir einen Film.
    Du bist mein Freund. | Sei nett.
    You are a game master. | Never kill anybody.
    מורה סבלני
    42
    🎲
"""
UNDECIDED = """
    You are a tutor and translator. |
    You are a coach, mentor and translator or poet. |
    Du bist Lehrer und Übersetzer. |
    Your task: translate or summarise.
    Übersetze oder klassifiziere.
"""
LIMIT = 64 * 1024


def spoken(block: str) -> list[tuple[str, str]]:
    """Return the role and the task of each line."""
    lines = (line.strip() for line in block.strip().splitlines())
    return [
        (role.strip(), task.strip())
        for role, bar, task in (("| " + line if "|" not in line else line).partition("|") for line in lines)
    ]


@pytest.mark.parametrize(
    ("role", "task", "archetype"), [(*said, archetype) for archetype, block in SAID.items() for said in spoken(block)]
)
def test_what_people_write_leads_to_its_archetype(role: str, task: str, archetype: Archetype) -> None:
    assert archetype_of(role, task) is archetype


@pytest.mark.parametrize(("role", "task"), spoken(UNRELATED))
def test_what_fits_no_archetype_leads_to_none(role: str, task: str) -> None:
    assert archetype_of(role, task) is None


@pytest.mark.parametrize(("role", "task"), spoken(UNDECIDED))
def test_a_tie_leads_to_none(role: str, task: str) -> None:
    assert archetype_of(role, task) is None


def test_every_archetype_has_cues_and_a_dozen_phrases() -> None:
    assert set(CUES) == set(SAID) == set(Archetype)
    assert all(len(spoken(block)) >= 12 for block in SAID.values())


def test_a_role_counts_more_than_what_it_does() -> None:
    assert archetype_of("You are a chess coach.", "Translate menus into French.") is Archetype.COACHING


def test_what_is_done_first_counts_more_than_what_is_done_later() -> None:
    assert archetype_of("", "Summarise contracts. Then translate them.") is Archetype.SUMMARY
    assert archetype_of("", "Translate contracts. Then summarise them.") is Archetype.TRANSLATION


def test_whom_a_role_is_for_is_no_role() -> None:
    assert archetype_of("You are a poet for teachers.", "") is Archetype.WRITING


def test_what_is_to_be_written_is_writing_whatever_it_is_about() -> None:
    poem = "Write a poem for my grandson's first day at school."
    assert archetype_of("", poem, f"{poem} Nothing about homework.") is Archetype.WRITING


@pytest.mark.parametrize(
    "text",
    [
        "a" * LIMIT, " " * LIMIT, "translate " * (LIMIT // 10), "write a " * (LIMIT // 8), "You are a " * (LIMIT // 10),
        "fasse " * (LIMIT // 6), "plan " * (LIMIT // 5), "sort, " * (LIMIT // 6), "\n" * LIMIT, ". " * (LIMIT // 2),
    ],
    ids=lambda text: text[:9],
)  # fmt: skip # many short ones to a line
def test_a_long_text_is_told_quickly(text: str) -> None:
    archetype_of("", "")
    start = time.thread_time()
    archetype_of(text, text)
    assert time.thread_time() - start < 0.5  # a tenth of it on a quiet machine
