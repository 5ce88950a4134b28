"""The wiring of templates."""

from services.templates.api import router
from services.templates.application import Templates
from services.templates.consumers import ConversationsEvents, IdentityEvents
from services.templates.projections import STATE
from services.templates.settings import TemplatesSettings
from shared.main import Service
from shared.plumbing import Plumbing


def build(settings: TemplatesSettings | None = None) -> Service:
    """Return the service; its settings are read from the environment unless given."""
    settings = settings or TemplatesSettings.load()
    plumbing = Plumbing("templates", settings)
    return Service(
        "templates",
        settings,
        plumbing,
        Templates(plumbing, STATE),
        routers=[router],
        consumers=[IdentityEvents(), ConversationsEvents()],
    )
