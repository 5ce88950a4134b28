"""What conversations can be told: each command acts for a person, and only on what is his."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from math import ceil
from time import perf_counter
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

import orjson

from services.conversations.aggregates import Conversation, Prompt
from services.conversations.read_model import (
    Key,
    conversations,
    conversations_of,
    newest_turns,
    prompt_ids_of,
    prompt_versions,
    prompts_of,
    template_refs,
)
from shared import liquid
from shared.aggregates import Hidden, Invalid, NotFound, Refusal, Stale, Unavailable
from shared.application import Application, command
from shared.consumers.owner import KeyNotThere, OwnerUnavailable
from shared.envelope import event_values
from shared.ids import derive_id
from shared.log.units import Job, Row, Tally
from shared.sealing import key_id

if TYPE_CHECKING:
    from services.conversations.composer.prompting import Answer

DELETE_PROMPTS = "delete_prompts"
"""The job that deletes the prompts of a deleted conversation: {conversation_id}."""
_DELETED_AT_ONCE = 100
_TURNS = 10
_TURNS_BYTES = 32 * 1024


class ContextTooLong(Invalid):
    """The context takes more than 32 KiB."""

    code = "context-too-long"
    title = "Context too long"


class AnswerTooLong(Invalid):
    """The system prompt would take more than 1 MiB."""

    code = "answer-too-long"
    title = "Answer too long"


def composer() -> Callable[..., Awaitable["Answer"]]:
    """Return what composes, loaded: 30 MB of words that a worker never needs."""
    from services.conversations.composer.prompting import answer  # noqa: PLC0415 - a worker loads this chapter, and is not to load that

    return answer


class Conversations(Application):
    """The commands and reads; `by` is the calling person."""

    REFUSALS: ClassVar[Mapping[str, type[Refusal]]] = {
        "conversations_context_check": ContextTooLong,
        "prompts_ai_response_check": AnswerTooLong,
    }

    @command
    async def start_conversation(self, *, by: UUID, title: str | None, context: dict[str, Any]) -> Conversation:
        """Start a conversation."""
        await self.plumbing.references.ensure(by)
        conversation = Conversation.start(by, title, context)
        await self.save(conversation)
        return conversation

    @command
    async def change_conversation(
        self, conversation_id: UUID, *, by: UUID, changes: Mapping[str, Any], if_match: int | None = None
    ) -> Conversation:
        """Change what `changes` names: `title` and `context`."""
        async with self.change(Conversation, conversation_id, if_match=if_match) as conversation:
            conversation.show(by)
            if "title" in changes:
                conversation.rename(changes["title"])
            if "context" in changes:
                conversation.change_context(changes["context"])
        return conversation

    @command
    async def delete_conversation(
        self, conversation_id: UUID, *, by: UUID, if_match: int | None = None
    ) -> Conversation:
        """Delete a conversation; its prompts, however many they are, are left to a job."""
        conversation = await self._conversation(conversation_id, by)
        if if_match is not None and if_match != conversation.version:
            raise Stale
        conversation.delete()
        await self.save(conversation, jobs=[Job(DELETE_PROMPTS, {"conversation_id": str(conversation.id)})])
        return conversation

    @command
    async def submit_prompt(
        self,
        conversation_id: UUID,
        *,
        by: UUID,
        user_input: str,
        template_id: UUID | None = None,
        variables: Mapping[str, Any],
    ) -> Prompt:
        """Compose a system prompt from what a person asks for, in what is known in his conversation."""
        conversation = await self._conversation(conversation_id, by)
        template = await self._rendered(template_id, variables, by) if template_id else None
        turns = await newest_turns(self.database, conversation_id, most=_TURNS, most_bytes=_TURNS_BYTES)
        content = _content(template, conversation.context, turns, user_input)
        prompt = Prompt.submit(conversation, user_input, content, template_id)
        started = perf_counter()
        answer = await composer()(user_input, conversation.context, template, length=len(content))
        prompt.complete(
            answer.text,
            response_time=ceil((perf_counter() - started) * 1000),
            token_count=_estimated_tokens(content, answer.text),
            model_used=answer.model,
            explanation=answer.explanation,
        )
        counted = Tally(conversations, "total_messages", conversation_id, 1)
        await self.save(prompt, rows=[_version_row(prompt)], tallies=[counted])
        if (await self.load(Conversation, conversation_id)).deleted_at:
            # deleted meanwhile, and the job that deletes its prompts may have missed this one
            await self.delete_prompt(prompt.id)
            raise NotFound
        return prompt

    @command
    async def delete_prompt(self, prompt_id: UUID) -> Prompt:
        """Delete a prompt, as its conversation was."""
        prompt = await self.load(Prompt, prompt_id)
        if not prompt.deleted_at:
            prompt.delete()
            await self.save(prompt, tallies=[Tally(conversations, "total_messages", prompt.conversation_id, -1)])
        return prompt

    async def delete_prompts(self, conversation_id: UUID) -> None:
        """Delete all prompts of a conversation, some at once; what is left when it fails is left to another try."""
        while ids := await prompt_ids_of(self.database, conversation_id, most=_DELETED_AT_ONCE):
            await asyncio.gather(*(self.delete_prompt(prompt_id) for prompt_id in ids))

    async def read_conversation(self, conversation_id: UUID, *, by: UUID) -> Conversation:
        """Return a person's conversation."""
        conversation = await self._conversation(conversation_id, by)
        await self.record_read("conversation", owner=conversation.user_id, entity_id=conversation_id)
        return conversation

    async def read_conversations(self, *, by: UUID, status: str, after: Key, most: int) -> list[dict[str, Any]]:
        """Return a page of a person's conversations, the last changed first."""
        rows = await conversations_of(self.database, by, status=status, after=after, most=most)
        await self.record_read("conversation", owner=by)
        return rows

    async def read_prompt(self, prompt_id: UUID, *, by: UUID) -> Prompt:
        """Return a prompt of a person's conversation."""
        prompt = await self.load(Prompt, prompt_id)
        prompt.show(by)
        # once its conversation is deleted it is gone too, even where the job has not come to it
        await self._conversation(prompt.conversation_id, by)
        await self.record_read("prompt", owner=prompt.user_id, entity_id=prompt_id)
        return prompt

    async def read_prompts(self, conversation_id: UUID, *, by: UUID, after: Key, most: int) -> list[dict[str, Any]]:
        """Return a page of the prompts of a person's conversation, the oldest first."""
        await self._conversation(conversation_id, by)
        rows = await prompts_of(self.database, conversation_id, after=after, most=most)
        await self.record_read("prompt", owner=by)
        return rows

    async def _conversation(self, conversation_id: UUID, by: UUID) -> Conversation:
        conversation = await self.load(Conversation, conversation_id)
        conversation.show(by)
        return conversation

    async def _rendered(self, template_id: UUID, variables: Mapping[str, Any], by: UUID) -> str:
        """Return a template's text with these variables; raise `NotFound` or `Hidden` for what he may not use."""
        template = await self.read(template_refs, template_id)
        if not _usable(template, by):
            await self.plumbing.neighbours.caught_up("templates", template_id)
            template = await self.read(template_refs, template_id)
        if template is None or template["status"] != "active":
            raise NotFound
        if not _usable(template, by):
            raise Hidden
        content = template["content"] if template["is_public"] else await self._opened(template)
        return liquid.render(content, variables)

    async def _opened(self, template: dict[str, Any]) -> str:
        """Return the content of a private template, of which only the sealed text is kept here."""
        try:
            key = await self.plumbing.neighbours.owner("templates").by_kid(key_id(template["sealed"]))
        except (OwnerUnavailable, KeyNotThere) as error:
            raise Unavailable("The template cannot be opened at the moment.") from error
        parts = orjson.loads(key.open(template["sealed_in"], "values", template["sealed"]))
        content: str = event_values({}, parts)["content"]
        return content


def _usable(template: dict[str, Any] | None, by: UUID) -> bool:
    return (
        template is not None
        and template["status"] == "active"
        and (template["is_public"] or template["created_by"] == by)
    )


def _content(
    template: str | None, context: Mapping[str, Any], turns: Sequence[tuple[str, str]], user_input: str
) -> str:
    """Return the exact text for the model: the rendered template, the context, the earlier turns and the input."""
    parts = []
    if template:
        parts += ["# Template", template]
    if context:
        parts += ["# Context", orjson.dumps(context).decode()]
    for asked, answered in turns:
        parts += ["# Asked before", asked, "# Answered before", answered]
    return "\n\n".join([*parts, "# Asked now", user_input])


def _estimated_tokens(*texts: str) -> int:
    """Return about how many tokens these texts are: their UTF-8 bytes divided by 4, as the composer counts none."""
    return ceil(sum(len(text.encode()) for text in texts) / 4)


def _version_row(prompt: Prompt) -> Row:
    """Return the row of the prompt's newest revision."""
    same = ("content", "system_prompt", "user_input", "ai_response", "response_time", "token_count", "model_used")
    also = ("explanation", "status", "created_at", "updated_at")
    return Row(
        prompt_versions,
        {
            "id": derive_id(prompt.id, "version", prompt.revision),
            "prompt_id": prompt.id,
            "version": prompt.revision,
            **{name: getattr(prompt, name) for name in (*same, *also)},
        },
    )
