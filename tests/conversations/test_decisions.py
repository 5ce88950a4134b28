"""Given what happened, when something is asked of a conversation or prompt, then what happens or is refused."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from services.conversations.aggregates import Conversation, Prompt
from services.conversations.events import (
    ConversationContextChanged,
    ConversationDeleted,
    ConversationRenamed,
    ConversationStarted,
    PromptCompleted,
    PromptDeleted,
    PromptSubmitted,
)
from shared.aggregates import Aggregate, Hidden, NotFound
from shared.events import Event

OWNER, STRANGER = UUID(int=1), UUID(int=2)
TEMPLATE = UUID(int=3)
AT = datetime(2026, 1, 1, tzinfo=UTC)

STARTED = ConversationStarted(user_id=OWNER, title="Chess", context={"level": "beginner"})
SUBMITTED = PromptSubmitted(
    conversation_id=UUID(int=4),
    user_id=OWNER,
    template_id=TEMPLATE,
    mode="compose",
    revision=1,
    user_input="a chess coach",
    content="# Asked now\n\na chess coach",
)


def given(aggregate: Aggregate, *events: Event) -> Any:
    for event in events:
        aggregate.advance(event, AT)
    return aggregate


def then(aggregate: Aggregate) -> list[Event]:
    return [fact.event for fact in aggregate.collect_events()]


def test_a_conversation_starts_with_its_title_and_context() -> None:
    conversation = Conversation.start(OWNER, "Chess", {"level": "beginner"})
    assert (conversation.status, conversation.total_messages, conversation.version) == ("active", 0, 1)
    assert then(conversation) == [STARTED]


def test_renaming_tells_the_title_before_and_after() -> None:
    conversation = given(Conversation.begin(), STARTED)
    conversation.rename(None)
    [fact] = conversation.collect_events()
    assert fact.event == ConversationRenamed(title=None)
    assert (fact.old_values, fact.new_values) == ({"title": "Chess"}, {"title": None})


def test_the_context_is_replaced_whole() -> None:
    conversation = given(Conversation.begin(), STARTED)
    conversation.change_context({"language": "en"})
    assert then(conversation) == [ConversationContextChanged(context={"language": "en"})]
    assert conversation.context == {"language": "en"}


def test_true_is_not_the_number_one() -> None:
    conversation = given(Conversation.begin(), STARTED)
    conversation.change_context({"level": 1})
    conversation.change_context({"level": True})
    assert len(then(conversation)) == 2
    assert conversation.context["level"] is True


def test_what_stays_the_same_is_no_event() -> None:
    conversation = given(Conversation.begin(), STARTED)
    conversation.rename("Chess")
    conversation.change_context({"level": "beginner"})
    assert then(conversation) == []


def test_a_conversation_is_deleted_once() -> None:
    conversation = given(Conversation.begin(), STARTED)
    conversation.delete()
    conversation.delete()
    [fact] = conversation.collect_events()
    assert fact.event == ConversationDeleted()
    assert fact.new_values == {"deleted_at": conversation.deleted_at} != {"deleted_at": None}


@pytest.mark.parametrize(
    ("events", "caller", "refusal"),
    [
        ([STARTED], OWNER, None),
        ([STARTED], STRANGER, Hidden),
        ([STARTED, ConversationDeleted()], OWNER, NotFound),
        ([STARTED, ConversationDeleted()], STRANGER, Hidden),
    ],
)
def test_a_conversation_is_shown_to_its_owner_until_it_is_deleted(
    events: list[Event], caller: UUID, refusal: type[Exception] | None
) -> None:
    conversation = given(Conversation.begin(), *events)
    if refusal is None:
        conversation.show(caller)
    else:
        with pytest.raises(refusal) as refused:
            conversation.show(caller)
        assert type(refused.value) is refusal


def test_a_prompt_is_submitted_in_its_conversations_stream_and_under_its_owners_key() -> None:
    conversation = given(Conversation.begin(SUBMITTED.conversation_id), STARTED)
    prompt = Prompt.submit(conversation, SUBMITTED.user_input, SUBMITTED.content, TEMPLATE)
    [fact] = prompt.collect_events()
    assert fact.event == SUBMITTED
    assert (fact.stream_key, fact.person) == (str(conversation.id), OWNER)
    assert (prompt.status, prompt.revision) == ("pending", 1)


def test_the_answer_of_the_model_is_the_system_prompt_and_completes_the_prompt() -> None:
    prompt = given(Prompt.begin(), SUBMITTED)
    prompt.complete("You are a coach.", response_time=3, token_count=12, model_used="sysloom-composer/3")
    [fact] = prompt.collect_events()
    assert fact.event == PromptCompleted(
        template_id=TEMPLATE,
        ai_response="You are a coach.",
        system_prompt="You are a coach.",
        response_time=3,
        token_count=12,
        model_used="sysloom-composer/3",
    )
    assert (fact.old_values["status"], fact.new_values["status"]) == ("pending", "completed")


def test_a_prompt_is_deleted_once() -> None:
    prompt = given(Prompt.begin(), SUBMITTED)
    prompt.delete()
    prompt.delete()
    assert then(prompt) == [PromptDeleted()]


@pytest.mark.parametrize(
    ("events", "caller", "refusal"),
    [([SUBMITTED], STRANGER, Hidden), ([SUBMITTED, PromptDeleted()], OWNER, NotFound)],
)
def test_a_prompt_is_refused_to_strangers_and_once_deleted(
    events: list[Event], caller: UUID, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        given(Prompt.begin(), *events).show(caller)


def test_what_people_say_is_marked_as_personal() -> None:
    assert {event.__name__: set(event.personal_fields) for event in (ConversationStarted, PromptSubmitted)} == {
        "ConversationStarted": {"title", "context"},
        "PromptSubmitted": {"user_input", "content"},
    }
    assert ConversationRenamed.personal_fields == {"title"}
    assert ConversationContextChanged.personal_fields == {"context"}
    assert PromptCompleted.personal_fields == {"ai_response", "system_prompt", "explanation"}
