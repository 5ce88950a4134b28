"""English, as people type it: who the assistant is, what it should do, and what they say afterwards."""

import pytest

from services.conversations.composer.composing import compose
from services.conversations.composer.english.formats import answer_format
from services.conversations.composer.english.language import ENGLISH
from services.conversations.composer.english.lengths import length
from services.conversations.composer.language import Material
from services.conversations.composer.layout import Span, sentence
from services.conversations.composer.model import Part

KNOWN_AS = "you are a bot"


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("I need a bot that translates menus", "You are a bot that translates menus."),
        ("so basically i want a bot that answers mails", "You are a bot that answers mails."),
        (
            "We're looking for a helper that looks up part numbers",
            "You are a helper that looks up part numbers.",
        ),
        ("What I want is an honest critic", "You are an honest critic."),
        ("I'd love a cooking coach who knows Thai food", "You are a cooking coach who knows Thai food."),
        ("we are after a tutor for my son", "You are a tutor for my son."),
        (
            "is it possible to have a bot that warns me when stock is low?",
            "You are a bot that warns me when stock is low.",
        ),
        ("As an experienced gardener", "You are an experienced gardener."),
        ("I need a poem", ""),
        ("I don't want a bot", ""),
        ("As a table", ""),
    ],
)
def test_who_is_wished_for_is_who_the_assistant_is(words: str, role: str) -> None:
    assert ENGLISH.role(words, first=True) == role


def test_a_later_wish_for_an_assistant_is_its_role() -> None:
    assert ENGLISH.role("I need a bot that answers mails", first=False) == "You are a bot that answers mails."
    assert ENGLISH.role("A chess coach", first=False) == ""


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("It should be friendly", "be friendly"),
        ("I don't want you to rewrite them", "Do not rewrite them"),
        ("I don't want any legal advice", "No legal advice"),
        ("We don't need explanations", "No explanations"),
        ("I don't want it", "I don't want it"),
        ("I'd prefer no emojis", "no emojis"),
        ("Can it be friendly?", "be friendly"),
        ("could it also suggest music", "could it also suggest music"),
        ("Could it also suggest music?", "suggest music"),
        ("it tells me what to cook", "tell me what to cook"),
        ("It only knows our catalogue", "only know our catalogue"),
        ("it shouldn't repeat songs", "Do not repeat songs"),
        ("shouldn't use exclamation marks", "Do not use exclamation marks"),
        ("it doesn't have to be long", "You do not need to be long"),
        ("Dates should be written as DD.MM.", "write dates as DD.MM."),
        ("Names must not be changed", "Do not change names"),
        ("No names should be mentioned", "Do not mention names"),
        ("Every text must be checked by a cook", "Every text must be checked by a cook"),
        ("Anna should be greeted", "Anna should be greeted"),
        ("what i want is short poems for my boss", "Write short poems for my boss"),
        ("I only want hints", "Give only hints"),
        ("I want to learn Italian", "I want to learn Italian"),
        ("I need the report by noon", "I need the report by noon"),
        ("I need somebody who goes through letters and marks them", "go through letters and mark them"),
        ("I want the assistant to be patient", "be patient"),
        ("Is this review fake?", "Decide whether this review is fake"),
        ("Are the numbers in this report right?", "Are the numbers in this report right?"),
        ("Tell me what's missing?", "Tell me what's missing"),
        ("well, also make it rhyme", "make it rhyme"),
        ("haha ok so write a poem lol", "write a poem"),
        ("Well-known authors only", "Well-known authors only"),
        ("It listens and doesn't interrupt", "listen and do not interrupt"),
        ("It can look up orders", "You can look up orders"),
        ("It may not see account data", "You may not see account data"),
        ("He shall answer the phone", "answer the phone"),
        ("Something that turns cups into grams would be nice", "turn cups into grams"),
        ("I want someone to practise my interview with", "practise my interview with me"),
        ("It'd be great if the assistant could suggest topics", "suggest topics"),
        ("never just gives her the answer", "never just give her the answer"),
        ("It doesn't just say no", "Do not just say no"),
        ("If no deadline is named, it writes 'open'", "If no deadline is named, write 'open'"),
        ("If somebody is rude, it should end the call", "If somebody is rude, end the call"),
        ("you then write the listing", "write the listing"),
        ("Is it possible that it answers only with a number?", "answer only with a number"),
        ("Is this contract clause unfair?", "Is this contract clause unfair?"),
        ("Not longer than the original", "Not longer than the original"),
        ("He likes dinosaurs", "He likes dinosaurs"),
        ("So that customers find us", "So that customers find us"),
        ('write "well, lol, ok"', 'write "well, lol, ok"'),
        ("I live in Graz and have a dog", "I live in Graz and have a dog"),
        ("My wife works nights and sleeps till noon", "My wife works nights and sleeps till noon"),
    ],
)
def test_a_wish_becomes_an_imperative(words: str, wish: str) -> None:
    assert sentence(ENGLISH.wish(words, KNOWN_AS)) == sentence(wish)


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ("boil down long articles", "boil down long articles"),
        ("figure out who owes what", "figure out who owes what"),
        ("jot down every number", "jot down every number"),
        ("a haiku about rain", "Write a haiku about rain"),
        ("Write summary of the talk", "Write a summary of the talk"),
        ("so my dog is ill", ""),
        ("sign up for the course", "sign up for the course"),
        ("ideas out of nowhere", ""),
    ],
)
def test_an_opening_orders_something_or_nothing(words: str, order: str) -> None:
    assert ENGLISH.order(words, ENGLISH.wish(words, "")) == order


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "explain my homework keep it simple don't give away the answer",
            ["explain my homework", "keep it simple", "don't give away the answer"],
        ),
        ("write texts for candles no slang nothing fancy", ["write texts for candles", "no slang", "nothing fancy"]),
        ("plan a hike max 15 km please include bus times", ["plan a hike", "max 15 km", "please include bus times"]),
        ("No emojis, but greet people by name", ["No emojis", "greet people by name"]),
        ("No politics, only sports", ["No politics", "only sports"]),
        ("No prose, one row per flat", ["No prose", "one row per flat"]),
        ("No vouchers, handmade if possible", ["No vouchers", "handmade if possible"]),
        ("no queues, budget 900 euros", ["no queues", "budget 900 euros"]),
        ("Don't tell it at once, give hints", ["Don't tell it at once", "give hints"]),
        ("Write texts without jokes, without emojis", ["Write texts without jokes", "without emojis"]),
        ("I chose Django and want someone who helps me", ["I chose Django", "want someone who helps me"]),
        ("Customers ask about prices, answer them politely", ["Customers ask about prices", "answer them politely"]),
        ("i paste the notes, you write the mail", ["i paste the notes", "you write the mail"]),
        ("You get a list and tell me what is missing", None),
        ("I've got the topics but no time", None),
        ("My son is 12 and needs to learn French", None),
        ("It costs 5 euros, has a trial and works offline", None),
        ("write a letter, no wait, an email", None),
        (
            "Never mention prices, rivals or delivery times and always thank the customer",
            ["Never mention prices, rivals or delivery times", "always thank the customer"],
        ),
        ("Never promise a refund, suggest a voucher instead", ["Never promise a refund", "suggest a voucher instead"]),
        ("Write a menu, in French, max 20 dishes", ["Write a menu", "in French", "max 20 dishes"]),
        ("Answer mails, and if somebody is rude, stay calm", ["Answer mails", "if somebody is rude, stay calm"]),
        ("Boil it down to three points and not add opinions", ["Boil it down to three points", "not add opinions"]),
        ("I am no native speaker, so correct my English", ["I am no native speaker", "correct my English"]),
        ("I want a bot that answers calls, takes messages", ["I want a bot that answers calls", "takes messages"]),
        ("Summarize the chat and keep it short", ["Summarize the chat", "keep it short"]),
        ("Look up old words and come up with new ones", None),
        ("Summarize the chat and list the open questions", None),
        ("Never write, call or text customers", None),
        ("explain things my parents don't know about phones", None),
        ("write mails that customers never ignore", None),
        ("help me keep it together during exams", None),
        ("use short, plain sentences", None),
        ("a, b -> c, d", None),
        ("I live in Graz and have a dog", None),
        ("Keep the names, but translate those of animals", None),
    ],
)
def test_a_sentence_is_cut_where_a_clause_can_stand_alone(text: str, clauses: list[str] | None) -> None:
    assert [text[span.start : span.end].strip(" ,;") for span in ENGLISH.cut(text, Span(0, len(text)))] == (
        clauses or [text]
    )


@pytest.mark.parametrize(
    ("said", "kept", "gone"),
    [
        ("Sum up the talk. Not longer than a page. No wait, it can be longer.", "It can be longer", "a page"),
        ("Write a poem about ice. Scratch that. Write a story about snow.", "a story about snow", "poem"),
        ("Never mention rivals. No wait, you can mention Amazon.", "mention rivals", "wait"),
    ],
)
def test_what_is_taken_back_goes(said: str, kept: str, gone: str) -> None:
    made = compose(said).text
    assert kept in made
    assert gone not in made


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("Max 5 lines.", Part.OUTPUT),
        ("Two syllables at most.", Part.OUTPUT),
        ("Metric units only.", Part.OUTPUT),
        ("Values out of range in bold.", Part.OUTPUT),
        ("One row per flat.", Part.OUTPUT),
        ("Max 30 minutes a day.", Part.LIMITS),
        ("Budget 900 euros.", Part.LIMITS),
        ("Without emojis.", Part.LIMITS),
        ("A chart isn't needed.", Part.LIMITS),
        ("The answers are in the handbook.", Part.KNOWN),
        ("It costs 4.99 a month.", Part.KNOWN),
        ("I'll paste the transcripts.", Part.GIVEN),
        ("In Spanish.", Part.OUTPUT),
        ("English and French.", Part.OUTPUT),
        ("With a headline and three tips.", Part.OUTPUT),
        ("Include a shopping list.", Part.OUTPUT),
        ("Give the calories for each dish.", Part.OUTPUT),
        ("The table has three columns.", Part.OUTPUT),
        ("Only the numbers.", Part.OUTPUT),
        ("Short sentences.", Part.AUDIENCE),
        ("In plain words.", Part.AUDIENCE),
        ("Funny but warm.", Part.AUDIENCE),
        ("Not too formal.", Part.AUDIENCE),
        ("Friendly tone.", Part.AUDIENCE),
        ("For our warehouse staff.", Part.AUDIENCE),
        ("For each finding, give the line.", Part.TASK),
        ("Nothing fancy.", Part.LIMITS),
        ("Leave out pork.", Part.LIMITS),
        ("Drop the prices.", Part.LIMITS),
        ("Keep the spelling as it is.", Part.HOW),
        ("If nobody answers, call again.", Part.HOW),
        ("If the total is missing, write n/a.", Part.UNSURE),
        ("If there's no answer, put a dash.", Part.UNSURE),
        ("Tell me if it can't be done in three days.", Part.UNSURE),
        ("Say you don't have it where a field is unknown.", Part.UNSURE),
        ("5 km -> 3.1 miles", Part.EXAMPLES),
        ("Translate DE -> EN", Part.TASK),
        ("Our answers come from two departments.", Part.TASK),
        ("Use body language.", Part.HOW),
    ],
)
def test_a_sentence_finds_its_part(said: str, part: Part) -> None:
    assert ENGLISH.place(said, Part.TASK) is part


@pytest.mark.parametrize(
    ("phrase", "people"),
    [
        ("A quiz master for kids with dyslexia", "kids with dyslexia"),
        ("A tutor for my nephew", "my nephew"),
        ("Reply to reviews for our hotel, which is for families", ""),
        ("Plan trips for hikers and families", "hikers and families"),
    ],
)
def test_people_are_those_who_read_the_answers(phrase: str, people: str) -> None:
    assert ENGLISH.people(phrase) == people


def test_material_is_what_the_task_is_done_with() -> None:
    assert ENGLISH.material("Summarize the chat and list the open questions") == Material("chat", many=False)
    assert ENGLISH.material("Correct my English") is None


def test_what_is_said_of_answers_is_a_sentence() -> None:
    assert answer_format("table") == "Give every answer as a table"
    assert length("under 50 words") == "Keep every answer under 50 words"


@pytest.mark.parametrize(
    "says",
    ["write n/a", "put a question mark", "say you don't have it", "if a value is missing, leave it", "don't guess"],
)
def test_the_person_says_what_to_do_when_unsure(says: str) -> None:
    assert ENGLISH.says_when_unsure.search(says)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Take approx. 200 words, incl. a title.", "Take approx. 200 words, incl. a title."),
        ("Sort by No. 5 and dept. first.", "Sort by No. 5 and dept. first."),
        ('Translate "Come in, and never knock." into Latin.', 'Translate "Come in, and never knock." into Latin.'),
    ],
)
def test_abbreviations_and_quotes_end_no_sentence(said: str, kept: str) -> None:
    assert kept in compose(said).text


@pytest.mark.parametrize(
    "text", ["and", "I want", "I don't want any", "?", "never", "lol", "it", "no", "->", "give me"]
)
def test_scraps_are_no_error(text: str) -> None:
    assert compose(text).text
