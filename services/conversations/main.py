"""The wiring of conversations."""

from services.conversations.api import router
from services.conversations.application import Conversations, composer
from services.conversations.consumers import IdentityEvents, TemplatesEvents
from services.conversations.jobs import ConversationsJobs
from services.conversations.projections import STATE
from services.conversations.settings import ConversationsSettings
from shared.main import Service
from shared.plumbing import Plumbing


def build(settings: ConversationsSettings | None = None) -> Service:
    """Return the service; its settings are read from the environment unless given."""
    settings = settings or ConversationsSettings.load()
    plumbing = Plumbing("conversations", settings)
    conversations = Conversations(plumbing, STATE)
    return Service(
        "conversations",
        settings,
        plumbing,
        conversations,
        routers=[router],
        consumers=[IdentityEvents(), TemplatesEvents()],
        jobs=[ConversationsJobs(conversations)],
        load=composer,
    )
