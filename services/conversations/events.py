"""What can happen to conversations and their prompts; what people say in them is sealed under the owner's key."""

from typing import Any, ClassVar, Literal
from uuid import UUID

from shared import events
from shared.events import Event, Personal


class ConversationStarted(Event):
    """Somebody started a conversation."""

    ENTITY: ClassVar[str] = "conversation"
    ACTION: ClassVar[str] = "create"

    user_id: UUID
    title: Personal[str | None]
    context: Personal[dict[str, Any]]


class ConversationRenamed(Event):
    """A conversation got another title, or none."""

    ENTITY: ClassVar[str] = "conversation"
    ACTION: ClassVar[str] = "update"

    title: Personal[str | None]


class ConversationContextChanged(Event):
    """What is known in a conversation was replaced."""

    ENTITY: ClassVar[str] = "conversation"
    ACTION: ClassVar[str] = "update"

    context: Personal[dict[str, Any]]


class ConversationDeleted(Event):
    """A conversation was deleted; each of its prompts follows with an event of its own."""

    ENTITY: ClassVar[str] = "conversation"
    ACTION: ClassVar[str] = "delete"


class PromptSubmitted(Event):
    """Somebody asked for a system prompt. `content` is the exact text for the model; `revision` counts from 1."""

    ENTITY: ClassVar[str] = "prompt"
    ACTION: ClassVar[str] = "create"

    conversation_id: UUID
    user_id: UUID
    template_id: UUID | None
    mode: Literal["compose", "answer"]
    revision: int
    user_input: Personal[str]
    content: Personal[str]


class PromptCompleted(Event):
    """The model answered. `response_time` is in milliseconds; `template_id` says which template this was a use of.

    `explanation` says where each sentence came from, what gave way and what is open; only the built-in composer knows.
    """

    ENTITY: ClassVar[str] = "prompt"
    ACTION: ClassVar[str] = "complete"

    template_id: UUID | None
    ai_response: Personal[str]
    system_prompt: Personal[str]
    response_time: int
    token_count: int
    model_used: str
    explanation: Personal[dict[str, Any] | None] = None


class PromptDeleted(Event):
    """A prompt was deleted."""

    ENTITY: ClassVar[str] = "prompt"
    ACTION: ClassVar[str] = "delete"


class AccessRefused(events.AccessRefused):
    """A known caller was refused something of this service."""


class DataRead(events.DataRead):
    """Conversations or prompts were read."""
