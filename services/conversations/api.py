"""How people reach conversations and prompts: only ever their own."""

from datetime import datetime
from typing import Annotated, Any, Literal, TypeVar
from uuid import UUID

import orjson
from fastapi import Depends, Response
from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

from services.conversations.application import Conversations
from shared.aggregates import Invalid
from shared.api.access import CallerDep, application
from shared.api.answers import Answer, IfMatch, answers
from shared.api.bodies import Body, Name, Text, max_bytes
from shared.api.paging import Page, PagingDep
from shared.api.routes import Router

_CONTEXT_BYTES = 32 * 1024
_INPUT_BYTES = 64 * 1024

router = Router(tags=["conversations"])
ConversationsDep = Annotated[Conversations, Depends(application)]


def _small(context: dict[str, Any]) -> dict[str, Any]:
    if len(orjson.dumps(context)) > _CONTEXT_BYTES:
        raise ValueError(f"must take at most {_CONTEXT_BYTES} bytes as JSON")
    return context


Title = Annotated[Name, Field(description="One line.", examples=["Chess for blind players"])]
Known = Annotated[
    dict[str, Any],
    AfterValidator(_small),
    Field(
        description="What is known and goes into each prompt; at most 32 KiB as JSON without blanks.",
        examples=[{"audience": "blind beginners", "language": "en"}],
    ),
]


class StartConversation(Body):
    title: Title | None = None
    context: Known = Field(default_factory=dict)


class ChangeConversation(Body):
    title: Title | None = None
    context: Known = Field(default_factory=dict)


class SubmitPrompt(Body):
    user_input: Annotated[
        Text,
        max_bytes(_INPUT_BYTES),
        Field(
            description="What the assistant should be and do; at most 64 KiB as UTF-8.",
            examples=["a patient chess coach for blind players"],
        ),
    ]
    template_id: UUID | None = Field(None, description="A public template, or one of your own.")
    variables: dict[str, Any] = Field(
        default_factory=dict, description="Values for the template's variables.", examples=[{"tone": "warm"}]
    )


class ConversationBody(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    user_id: UUID
    title: str | None
    context: dict[str, Any]
    status: Literal["active", "archived"]
    total_messages: int = Field(description="Its prompts, without deleted ones.")
    created_at: datetime
    updated_at: datetime


T = TypeVar("T")
OrAbsent = Annotated[T | SkipJsonSchema[None], Field(exclude_if=lambda value: value is None)]
"""What is left out of the answer, not null, where it does not apply."""


class Origin(BaseModel):
    """Who said a sentence, and where. Places count characters (code points) from 0; an end is behind the last one."""

    # The composer's own words are strings: it may get more of them, and no enum of published answers may grow.
    source: str = Field(
        description="Who said it: `feedback`, `input`, `context`, `template`, `archetype` (a rule for this kind of "
        "task) or `default` (a stock phrase).",
        examples=["input"],
    )
    key: OrAbsent[str] = Field(None, description="The key in the context, or the archetype.", examples=["tone"])
    number: OrAbsent[int] = Field(
        None, description="Of the archetype's rule, or of the feedback, from 1.", examples=[1]
    )
    from_start: OrAbsent[int] = Field(
        None,
        description="Where it begins in `user_input` or the feedback, in characters from 0; "
        "of a stock phrase, where that begins which led to it.",
        examples=[0],
    )
    from_end: OrAbsent[int] = Field(None, description="Where that ends: behind its last character.", examples=[38])


class Provenance(Origin):
    """A sentence of a prompt, which is `system_prompt[start:end]`, and where it came from."""

    start: int = Field(description="Where it begins in `system_prompt`, in characters from 0.", examples=[0])
    end: int = Field(description="Where it ends: behind its last character.", examples=[48])
    section: str = Field(
        description="Where it stands: `template`, `role`, `task`, `audience`, `known`, `given`, `how`, `limits`, "
        "`output`, `examples` or `unsure`.",
        examples=["role"],
    )


class Statement(Origin):
    """One of two sentences that exclude each other, and where it came from."""

    text: str = Field(description="The sentence.", examples=["Reply in German."])


class Conflict(BaseModel):
    """Two sentences of which one counts, `kept`; the other is left out, or stands in the template above it."""

    about: str = Field(
        description="What can be in one way only: `language`, `length`, `format`, `tone`, `audience`, or a `rule`.",
        examples=["language"],
    )
    kept: Statement
    given_way: Statement


class Explanation(BaseModel):
    """Where each sentence of a prompt came from, what gave way to what, and what the person might still answer."""

    archetype: str | None = Field(description="The kind of task whose rules were used.", examples=["coaching"])
    provenance: list[Provenance] = Field(description="Every sentence, in the order in which they stand.")
    conflicts: list[Conflict] = Field(description="What was settled: input before context before template.")
    questions: list[str] = Field(description="At most three; none of them stands in the prompt.")
    not_understood: list[str] = Field(description="Feedback that stands in the prompt as it was said.")


class PromptBody(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    conversation_id: UUID
    template_id: UUID | None
    version: int = Field(validation_alias="revision", description="Counts its revisions.")
    mode: Literal["compose", "answer"]
    user_input: str
    content: str = Field(description="The exact text for the model: template, context, earlier turns and input.")
    system_prompt: str | None = Field(description="The product.")
    ai_response: str | None = Field(description="What the model answered, verbatim.")
    response_time: int | None = Field(description="Milliseconds.")
    token_count: int | None = Field(description="Total tokens; for the built-in composer estimated as bytes/4.")
    model_used: str | None = Field(examples=["sysloom-composer/3"])
    explanation: Explanation | None = Field(description="Of prompts that the built-in composer made.")
    status: Literal["pending", "generating", "completed", "failed", "cancelled", "interrupted"]
    created_at: datetime
    updated_at: datetime


def conversation_body(conversation: Any) -> ConversationBody:
    """Return how a conversation, as an aggregate or a row, is told."""
    return ConversationBody.model_validate(conversation)


def prompt_body(prompt: Any) -> PromptBody:
    """Return how a prompt, as an aggregate or a row, is told."""
    return PromptBody.model_validate(prompt)


@router.post("/conversations", summary="Start a conversation")
async def start_conversation(
    body: StartConversation,
    conversations: ConversationsDep,
    caller: CallerDep,
    answer: Annotated[Answer, answers(conversation_body, 201)],
) -> Response:
    """Start a conversation; its context goes into each of its prompts."""
    return answer(await conversations.start_conversation(by=caller.user_id, title=body.title, context=body.context))


@router.get("/conversations", summary="List your conversations", response_model=Page[ConversationBody])
async def list_conversations(
    conversations: ConversationsDep,
    caller: CallerDep,
    paging: PagingDep,
    status: Literal["active", "archived"] = "active",
) -> Response:
    """List your own conversations, the last changed first."""
    rows = await conversations.read_conversations(
        by=caller.user_id, status=status, after=paging.after, most=paging.limit + 1
    )
    return paging(rows, conversation_body, lambda row: (row["updated_at"], row["id"]))


@router.get("/conversations/{conversation_id}", summary="Read a conversation")
async def read_conversation(
    conversation_id: UUID,
    conversations: ConversationsDep,
    caller: CallerDep,
    answer: Annotated[Answer, answers(conversation_body)],
) -> Response:
    """Read one of your own conversations."""
    return answer(await conversations.read_conversation(conversation_id, by=caller.user_id))


@router.patch("/conversations/{conversation_id}", summary="Change a conversation")
async def change_conversation(
    conversation_id: UUID,
    body: ChangeConversation,
    conversations: ConversationsDep,
    caller: CallerDep,
    if_match: IfMatch,
    answer: Annotated[Answer, answers(conversation_body)],
) -> Response:
    """Change the title, or replace the context; what is not sent stays as it is, and a null title takes it away."""
    changes = {name: getattr(body, name) for name in body.model_fields_set}
    return answer(
        await conversations.change_conversation(conversation_id, by=caller.user_id, changes=changes, if_match=if_match)
    )


@router.delete("/conversations/{conversation_id}", summary="Delete a conversation")
async def delete_conversation(
    conversation_id: UUID,
    conversations: ConversationsDep,
    caller: CallerDep,
    if_match: IfMatch,
    answer: Annotated[Answer, answers(None, 204)],
) -> Response:
    """Delete a conversation and its prompts."""
    return answer(await conversations.delete_conversation(conversation_id, by=caller.user_id, if_match=if_match))


@router.post("/conversations/{conversation_id}/prompts", summary="Generate a system prompt", tags=["prompts"])
async def submit_prompt(
    conversation_id: UUID,
    body: SubmitPrompt,
    conversations: ConversationsDep,
    caller: CallerDep,
    answer: Annotated[Answer, answers(prompt_body, 201, location="/v1/prompts/{id}")],
) -> Response:
    """Generate a system prompt from what you ask for, the conversation's context and a template."""
    if body.variables and body.template_id is None:
        raise Invalid("The variables are for a template, and none is named.")
    prompt = await conversations.submit_prompt(
        conversation_id,
        by=caller.user_id,
        user_input=body.user_input,
        template_id=body.template_id,
        variables=body.variables,
    )
    return answer(prompt)


@router.get(
    "/conversations/{conversation_id}/prompts",
    summary="List a conversation's prompts",
    tags=["prompts"],
    response_model=Page[PromptBody],
)
async def list_prompts(
    conversation_id: UUID, conversations: ConversationsDep, caller: CallerDep, paging: PagingDep
) -> Response:
    """List the prompts of one of your own conversations, the oldest first."""
    rows = await conversations.read_prompts(
        conversation_id, by=caller.user_id, after=paging.after, most=paging.limit + 1
    )
    return paging(rows, prompt_body, lambda row: (row["created_at"], row["id"]))


@router.get("/prompts/{prompt_id}", summary="Read a prompt", tags=["prompts"])
async def read_prompt(
    prompt_id: UUID,
    conversations: ConversationsDep,
    caller: CallerDep,
    answer: Annotated[Answer, answers(prompt_body)],
) -> Response:
    """Read a prompt of one of your own conversations."""
    return answer(await conversations.read_prompt(prompt_id, by=caller.user_id))
