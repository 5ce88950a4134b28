"""One canonical example of every event, for all tests that need one."""

from datetime import UTC, datetime
from uuid import UUID

from services.audit import events as audit
from services.conversations import events as conversations
from services.identity import events as identity
from services.templates import events as templates
from shared.events import Event

ADA = UUID("0192a3b4-0000-7000-8000-00000000ada0")
BEN = UUID("0192a3b4-0000-7000-8000-00000000be00")
TEMPLATE = UUID("0192a3b4-0000-7000-8000-000000007e00")
CONVERSATION = UUID("0192a3b4-0000-7000-8000-00000000c000")
LATER = datetime(2026, 12, 1, 12, 30, tzinfo=UTC)

_TEXT = {
    "name": "A coach for {{ subject }}",
    "description": "The frame of a coach.",
    "content": "You coach people in {{ subject }}.",
    "category": "coaching",
}

EXAMPLES: tuple[Event, ...] = (
    identity.UserRegistered(
        email="ada@example.com", full_name="Ada Example", role="user", is_active=True, email_verified=False
    ),
    identity.UserProfileChanged(full_name="Ada B. Example"),
    identity.SessionStarted(user_id=ADA, expires_at=LATER),
    identity.SessionRefreshed(expires_at=LATER),
    identity.SessionEnded(reason="refresh_token_reused"),
    identity.LoginFailed(reason="wrong_password", email="ada@example.com"),
    identity.AccessRefused(method="GET", route="/v1/users/{user_id}", status=404, entity_type="user", entity_id=BEN),
    identity.DataRead(kind="user", entity_id=BEN, owner=BEN),
    templates.TemplateCreated(**_TEXT, is_public=False, created_by=ADA),
    templates.TemplateRevised(content="You coach people in {{ subject }}, kindly."),
    templates.TemplatePublished(**_TEXT, is_public=True),
    templates.TemplateUnpublished(**_TEXT, is_public=False),
    templates.TemplateDeleted(),
    templates.TemplateRendered(version=2),
    templates.AccessRefused(method="DELETE", route="/v1/templates/{template_id}", status=403),
    templates.DataRead(kind="template", owner=ADA, count=7),
    conversations.ConversationStarted(user_id=ADA, title="My coach", context={"tone": "warm"}),
    conversations.ConversationRenamed(title=None),
    conversations.ConversationContextChanged(context={"tone": "brisk", "constraints": ["never rush"]}),
    conversations.ConversationDeleted(),
    conversations.PromptSubmitted(
        conversation_id=CONVERSATION,
        user_id=ADA,
        template_id=TEMPLATE,
        mode="compose",
        revision=1,
        user_input="a patient chess coach",
        content="You coach people in chess.\n\na patient chess coach",
    ),
    conversations.PromptCompleted(
        template_id=TEMPLATE,
        ai_response="You are a patient chess coach.",
        system_prompt="You are a patient chess coach.",
        response_time=2,
        token_count=21,
        model_used="sysloom-composer/3",
        explanation={
            "archetype": None,
            "provenance": [
                {"start": 0, "end": 16, "section": "role", "source": "input", "from_start": 0, "from_end": 7}
            ],
            "conflicts": [],
            "questions": ["For whom are the answers?"],
            "not_understood": [],
        },
    ),
    conversations.PromptDeleted(),
    conversations.AccessRefused(method="GET", route="/v1/prompts/{prompt_id}", status=404, entity_type="prompt"),
    conversations.DataRead(kind="conversation", owner=ADA),
    audit.AccessRefused(method="GET", route="/v1/audit-logs", status=403),
    audit.DataRead(kind="audit_log", count=1),
    audit.GapHealed(source="identity", epoch=1, shard=3, first=17, last=18),
)
