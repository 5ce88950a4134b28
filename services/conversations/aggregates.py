"""Who decides about conversations and prompts: only their owner may see them, and nobody after they are deleted."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Literal, Self
from uuid import UUID

import orjson

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
from shared.context import NOBODY
from shared.events import Event


@dataclass(eq=False)
class Conversation(Aggregate):
    """One person's conversation. `total_messages` counts its undeleted prompts, by tally."""

    ENTITY: ClassVar[str] = "conversation"

    user_id: UUID = NOBODY
    title: str | None = None
    context: dict[str, Any] = field(default_factory=dict)
    status: Literal["active", "archived"] = "active"
    total_messages: int = 0

    @classmethod
    def start(cls, user_id: UUID, title: str | None, context: dict[str, Any]) -> Self:
        """Start a conversation of a person."""
        conversation = cls.begin()
        conversation.record(ConversationStarted(user_id=user_id, title=title, context=context))
        return conversation

    def person(self) -> UUID:
        """Return whose key seals what is said in it."""
        return self.user_id

    def show(self, caller: UUID) -> None:
        """Let its owner see it; raise `Hidden` for anybody else, whatever his role, and `NotFound` once deleted."""
        _show(self, self.user_id, caller)

    def rename(self, title: str | None) -> None:
        """Give it another title, or take it away."""
        if title != self.title:
            self.record(ConversationRenamed(title=title))

    def change_context(self, context: dict[str, Any]) -> None:
        """Replace what is known in it."""
        if _json(context) != _json(self.context):
            self.record(ConversationContextChanged(context=context))

    def delete(self) -> None:
        """Delete it, once."""
        if not self.deleted_at:
            self.record(ConversationDeleted())

    def apply(self, event: Event, at: datetime) -> None:
        """Change the state as an event says."""
        super().apply(event, at)
        if isinstance(event, ConversationDeleted):
            self.deleted_at = at


@dataclass(eq=False)
class Prompt(Aggregate):
    """One exchange of a conversation: what was asked, the text for the model, and what it answered.

    `revision` is the column `version` of the data model: it counts what was asked anew. `version` counts events.
    """

    ENTITY: ClassVar[str] = "prompt"

    conversation_id: UUID = NOBODY
    user_id: UUID = NOBODY
    template_id: UUID | None = None
    mode: Literal["compose", "answer"] = "compose"
    revision: int = 0
    user_input: str = ""
    content: str = ""
    system_prompt: str | None = None
    ai_response: str | None = None
    response_time: int | None = None
    token_count: int | None = None
    model_used: str | None = None
    explanation: dict[str, Any] | None = None
    status: Literal["pending", "generating", "completed", "failed", "cancelled", "interrupted"] = "pending"

    @classmethod
    def submit(cls, conversation: Conversation, user_input: str, content: str, template_id: UUID | None) -> Self:
        """Ask for a system prompt in a conversation."""
        prompt = cls.begin()
        prompt.record(
            PromptSubmitted(
                conversation_id=conversation.id,
                user_id=conversation.user_id,
                template_id=template_id,
                mode="compose",
                revision=1,
                user_input=user_input,
                content=content,
            )
        )
        return prompt

    def stream_key(self) -> str:
        """Return its conversation's id, so that a conversation stays in order."""
        return str(self.conversation_id)

    def person(self) -> UUID:
        """Return whose key seals what was said: the conversation's owner's."""
        return self.user_id

    def show(self, caller: UUID) -> None:
        """Let the conversation's owner see it; raise `Hidden` for anybody else, and `NotFound` once deleted."""
        _show(self, self.user_id, caller)

    def complete(
        self,
        answer: str,
        *,
        response_time: int,
        token_count: int,
        model_used: str,
        explanation: dict[str, Any] | None = None,
    ) -> None:
        """Take the model's answer, which is the system prompt; `response_time` is in milliseconds."""
        self.record(
            PromptCompleted(
                template_id=self.template_id,
                ai_response=answer,
                system_prompt=answer,
                response_time=response_time,
                token_count=token_count,
                model_used=model_used,
                explanation=explanation,
            )
        )

    def delete(self) -> None:
        """Delete it, once."""
        if not self.deleted_at:
            self.record(PromptDeleted())

    def apply(self, event: Event, at: datetime) -> None:
        """Change the state as an event says."""
        super().apply(event, at)
        if isinstance(event, PromptCompleted):
            self.status = "completed"
        elif isinstance(event, PromptDeleted):
            self.deleted_at = at


def _json(context: dict[str, Any]) -> bytes:
    """Return a form that tells `true` from `1`, which Python's own comparison does not."""
    return orjson.dumps(context, option=orjson.OPT_SORT_KEYS)


def _show(aggregate: Aggregate, owner: UUID, caller: UUID) -> None:
    if caller != owner:
        raise Hidden
    if aggregate.deleted_at:
        raise NotFound
