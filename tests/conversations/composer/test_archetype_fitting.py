"""That the rules beside a wish fit what was said: its genre, its length, and what is forbidden."""

import pytest

from services.conversations.composer.composing import compose
from services.conversations.composer.model import Source

# What is said, and words of a rule that would contradict it or sound odd beside it.
NOT_BESIDE = """
    condense site visits to what was agreed and who owes what by when | main point
    Summarise the minutes as a list grouped by topic. | main point
    digest of choir meetings, no surnames | Keep names
    Write a sermon for Sunday. | readers
    Hilf mir bei Regex. Ich nenne Beispiele, du lieferst das Muster. | Randfälle
    Ansible playbook that installs nginx | edge cases
    Rechnungen unserer Werkstatt ins Spanische übersetzen, sachlich aber deutlich | Ton des Originals
    subtitles into English, max 42 characters per line | leave nothing out
    Plan our camping meals, max 20 min per meal | duration
    trip to Lisbon with kids | depend on each other
    ich lerne gitarre. bitte mit mir üben und meine griffe verbessern | Hinweise
    Practise Italian conversation with me | Explain one idea
    reply to angry app reviews | then solve it
    reply to hotel guests, never offer vouchers | refund
    get the bus times out of notices, one row per stop | more than once
    Extract sender and years of service from letters. | exactly as they stand
    Satzungen in einfache Sprache übertragen | Adjektiven
    an app that checks my phone bills and tells me what i pay too much for | question and the data
    Beschwerde oder Lob | sag es
    Teile Anrufe ein: Termin, Rezept oder Rest. Nur ein Buchstabe. | Wenn dir etwas fehlt
    sort mails into invoice, order, spam, just the word | missing
    grade essays from 1 to 6 | label
    a career coach for nurses | illness
    Piano lessons for beginners | solutions
"""
BESIDE = """
    rewrite my emails so they sound friendlier | Keep facts, numbers and names as they are.
    lease pitfalls | Name what weighs most first, and say why it matters.
    reply to angry app reviews | Take up what the review says, and do not get into an argument.
    Examine me for my sailing licence | Ask one question at a time, and wait for the answer.
    Gehaltsgespräch üben, spiel meine Chefin | Nimm dir immer nur eines auf einmal vor.
    Explain stack traces to me | Say first what the error means, then how to correct it.
    SQL queries from plain questions | Do not make up names of tables, columns or cells.
    Plan the rollout of our new CRM | Give each step a duration and a result that can be checked.
    Rota for our volunteers | Before you give the plan, check that it meets every condition.
    rate reviews 1-5 stars | Answer with the rating alone.
"""
MEANT = """
    Every Friday I get a table with one row per van. I upload it, and it shows me which vans guzzle. | analysis
    I've quit judo. I'm finishing the poems I wrote, and what I want is a watchdog. It should ask what I did. | coaching
    I want a practice partner for the organ. It should ask what I played. | coaching
    Could it be a kind of scene partner: read me the cues, let me reply, judge how it sounded? | coaching
    lease pitfalls | analysis
    Schwachstellen unseres Businessplans | analysis
    route letters to the desks | classification
    Play the customer so our new staff can practise complaints | tutoring
    أريد مساعدًا يشرح لأخي الكسور مع أمثلة وتمرينين. | tutoring
"""
FULL = """Write a newsletter for our members. Greet them by name. Tell them what grows in the garden. Name the next two
dates. Ask for helpers. Thank the donors. Use a warm tone. Keep it under 200 words. Sign as Ruth."""


def pairs(lines: str) -> list[tuple[str, str]]:
    return [(said.strip(), words) for said, _, words in (line.rpartition(" | ") for line in lines.strip().splitlines())]


def rules(said: str) -> list[str]:
    return [one.text for one in compose(said).sentences if one.origin.source is Source.ARCHETYPE]


@pytest.mark.parametrize(("said", "words"), pairs(NOT_BESIDE))
def test_what_would_not_fit_is_not_said(said: str, words: str) -> None:
    assert words not in compose(said).text


@pytest.mark.parametrize(("said", "rule"), pairs(BESIDE))
def test_what_fits_a_kind_of_task_is_said(said: str, rule: str) -> None:
    assert rule in rules(said)


@pytest.mark.parametrize(("said", "archetype"), pairs(MEANT))
def test_the_wish_outweighs_what_it_is_about(said: str, archetype: str) -> None:
    assert compose(said).archetype == archetype


def test_few_rules_stand_beside_a_scrap_and_beside_one_who_has_said_all() -> None:
    assert len(rules("write blog posts")) <= 3
    assert len(rules(FULL)) <= 3


def test_what_something_may_cost_is_asked_only_where_something_is_bought() -> None:
    assert "What may it cost?" in compose("Plan a trip to Rome.").questions
    assert "What may it cost?" not in compose("Plan my allotment, soil comes on 1 May.").questions
