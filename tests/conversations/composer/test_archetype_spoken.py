"""What was said, and the rules that it leaves out, and the questions that it answers."""

import pytest

from services.conversations.composer.archetype_rules.asking import ASKS
from services.conversations.composer.archetype_rules.rule import Archetype
from services.conversations.composer.archetypes import rules_for
from services.conversations.composer.framing import frame_of

# What people say, and the rule that would contradict it.
CONTRADICTED = """
    extraction 2 Write TBD where there is no total.
    extraction 3 Add a short note at the end.
    extraction 5 Only the latest date counts, sort by date.
    classification 2 Spam or not?
    classification 2 Mark each as urgent or normal.
    classification 2 Jede Mail als dringend oder normal.
    classification 2 Billing always wins.
    code 1 Review my pull requests.
    code 1 Write SQL queries.
    code 4 Only the query.
    tutoring 1 My level is B1.
    tutoring 3 Chat with me in Spanish.
    tutoring 2 Sprachpartner für Spanisch.
    code 2 Explain error messages.
    writing 4 Add a note on what is missing.
    writing 4 Put a placeholder where a name is missing.
    summary 4 No names.
    question_answering 3 Otherwise tell them to call the office.
    extraction 1 Write dates as DD.MM.YYYY.
    extraction 1 Amounts in euros, without the currency sign.
    extraction 1 Datum im Format JJJJ-MM-TT.
    extraction 3 Tell me which pages could not be read.
    extraction 3 Notiere, welche Seiten fehlen.
    classification 4 Labels: billing, technical, other
    classification 4 bug / feature / misc
    classification 4 Kategorien: Rechnung, Technik, Sonstiges
    classification 4 positive, negative or neutral
    classification 3 Say billing or technical and draft a reply.
    classification 3 Schreib dazu, wer zuständig ist.
    analysis 2 Start with the recommendation.
    analysis 2 Put the conclusion at the top.
    analysis 2 Zuerst das Ergebnis, dann die Zahlen.
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
    support 1 Reply to reviews of our café.
    support 4 They have no time, a queue is waiting.
    support 5 Tell them our delivery times for the cheese machine.
    extraction 1 This is what I want: hive 7, queen yes.
    extraction 2 Leave out what I did not say.
    classification 1 Four levels, from harmless to severe.
    classification 1 Sort mails by urgency.
    classification 4 Clothes, keys, rest.
    classification 2 dringend oder kann warten
    summary 1 I only want to know what to bring.
    summary 4 Shorten my sermons.
    summary 5 Nicht frömmer, als ich es gesagt habe.
    translation 1 It must rhyme.
    translation 4 Poems of my grandmother.
    translation 5 No notes.
    tutoring 2 It quizzes him ten minutes.
    tutoring 3 Role-play a first call.
    tutoring 1 He is 13 and dyslexic.
    question_answering 2 Seite dazuschreiben.
    question_answering 3 If it is not in there, ring Jo.
    writing 1 Limericks for our team.
    writing 3 Fairy tales for twins.
    writing 4 Stop me where I blame him.
    code 1 Just the file, no chatter.
    code 3 Ansible playbooks for our servers.
    code 4 Turn the Java class into Kotlin.
    code 5 Formulas for my sheet.
    analysis 2 Lead with the verdict.
    analysis 5 No proposals.
    analysis 4 Is the difference big enough to mean anything?
    planning 1 It opens on 3 May.
    planning 5 Break my thesis into weeks.
    coaching 1 It asks me how it went.
    coaching 2 Finish by asking what I will do differently.
    coaching 4 Don't flatter me.
    coaching 5 Dann ruf das Sorgentelefon.
"""
# What has been said, and the number of the question that it answers.
ANSWERED = """
    classification 1 Heating, water or noise? Only the word.
    question_answering 0 Open 9-17, dogs on a lead.
    coaching 1 Do not let me off the hook.
    code 0 I get a TypeError.
    support 0 Otherwise give them my number.
    writing 2 Dignified, please.
    analysis 1 My electricity readings.
    planning 0 It is due soon.
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
    tutoring 1 Let her try first, then show the way.
    writing 1 Get one page out of them.
    writing 1 Nie länger als eine halbe Seite.
    writing 2 Cheeky, not cruel.
    writing 2 Siezen, bitte.
    summary 0 Two lines per patient.
    code 0 Arduino uno, ide 2.3.
    code 0 Debian 12.
    analysis 1 Look at the export of my watch.
    question_answering 0 It is all in the sheet I put in.
    support 0 Stop and have them call 3-3-3.
    support 1 Gutschrift entscheidet meine Frau.
    extraction 0 One row per watch.
    planning 1 Around 11k.
    coaching 0 I want to be done with it.
    coaching 1 Don't make a fuss if I messed up.
    classification 1 Eins von den dreien.
"""


def lines(block: str) -> list[str]:
    return [line.strip() for line in block.strip().splitlines()]


@pytest.mark.parametrize("case", lines(CONTRADICTED))
def test_no_rule_contradicts_what_was_said(case: str) -> None:
    archetype, number, said = case.split(" ", 2)
    for spoken in (f"\n{said}", said):
        assert int(number) not in [given for given, _ in rules_for(Archetype(archetype), spoken, frame_of(""), "en", 5)]


@pytest.mark.parametrize("case", lines(ANSWERED))
def test_nothing_is_asked_that_was_said(case: str) -> None:
    archetype, number, said = case.split(" ", 2)
    assert ASKS[Archetype(archetype)][int(number)].answered.search(said.lower())
