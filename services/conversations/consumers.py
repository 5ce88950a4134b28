"""What conversations hear: who there is, and which templates may be used."""

from typing import ClassVar

from services.conversations import projections
from services.identity.events import UserRegistered
from services.templates.events import (
    TemplateCreated,
    TemplateDeleted,
    TemplatePublished,
    TemplateRevised,
    TemplateUnpublished,
)
from shared.consumers.consumer import Consumer, Rows, on
from shared.consumers.facts import Foreign


class IdentityEvents(Consumer):
    """People."""

    source: ClassVar[str] = "identity"

    @on(UserRegistered)
    async def on_user_registered(self, fact: Foreign[UserRegistered], rows: Rows) -> None:
        """Note the person."""
        await projections.add_user(rows, fact.subject)


class TemplatesEvents(Consumer):
    """Templates, of which private ones stay sealed."""

    source: ClassVar[str] = "templates"

    @on(TemplateCreated)
    async def on_template_created(self, fact: Foreign[TemplateCreated], rows: Rows) -> None:
        """Note the template, for its author alone."""
        await projections.add_template(rows, fact)

    @on(TemplateRevised)
    async def on_template_revised(self, fact: Foreign[TemplateRevised], rows: Rows) -> None:
        """Take what it says now."""
        await projections.revise_template(rows, fact)

    @on(TemplatePublished)
    async def on_template_published(self, fact: Foreign[TemplatePublished], rows: Rows) -> None:
        """Let everybody use it."""
        await projections.replace_template(rows, fact)

    @on(TemplateUnpublished)
    async def on_template_unpublished(self, fact: Foreign[TemplateUnpublished], rows: Rows) -> None:
        """Let its author alone use it again, and forget the clear text."""
        await projections.replace_template(rows, fact)

    @on(TemplateDeleted)
    async def on_template_deleted(self, fact: Foreign[TemplateDeleted], rows: Rows) -> None:
        """Let nobody use it any more."""
        await projections.delete_template(rows, fact)
