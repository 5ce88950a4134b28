"""What the templates service hears: who has registered, and which prompts were made from a template."""

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar
from uuid import UUID

from services.conversations.events import PromptCompleted
from services.identity.events import UserRegistered
from services.templates.projections import add_people, count_uses
from shared.consumers.consumer import Consumer, Rows
from shared.consumers.facts import Foreign, Received


class IdentityEvents(Consumer):
    """Keeps `user_refs`."""

    source: ClassVar[str] = "identity"

    async def on_batch(self, records: Sequence[Received], rows: Rows) -> None:
        """Refer to everybody who registered."""
        registered = [Foreign.of(UserRegistered, r, rows.keys) for r in records if r.type == UserRegistered.TOPIC]
        await add_people(rows, [fact.subject for fact in registered])


class ConversationsEvents(Consumer):
    """Counts the uses of templates in prompts."""

    source: ClassVar[str] = "conversations"

    async def on_batch(self, records: Sequence[Received], rows: Rows) -> None:
        """Count all completed prompts of a batch at once: the rows are locked in the order of their ids then."""
        completed = [Foreign.of(PromptCompleted, r, rows.keys) for r in records if r.type == PromptCompleted.TOPIC]
        uses: Counter[UUID] = Counter(fact.event.template_id for fact in completed if fact.event.template_id)
        await count_uses(rows, uses)
