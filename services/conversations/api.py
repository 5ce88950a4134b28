"""How people reach conversations and prompts: only ever their own."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import orjson
from fastapi import Depends, Response
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

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


class Explanation(BaseModel):
    """Where each sentence of a prompt came from, what gave way to what, and what the person might still answer."""

    archetype: str | None = Field(description="The kind of task whose rules were used.", examples=["coaching"])
    provenance: list[dict[str, Any]] = Field(
        description="Per sentence its characters in `system_prompt`, its section and source, and where in the source.",
        examples=[[{"start": 0, "end": 48, "section": "role", "source": "input", "from_start": 0, "from_end": 38}]],
    )
    conflicts: list[dict[str, Any]] = Field(description="What was settled: input before context before template.")
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
    model_used: str | None = Field(examples=["sysloom-composer/2"])
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
