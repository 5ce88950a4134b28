"""What may vary about conversations: nothing beyond what every service has; variables begin with CONVERSATIONS_."""

from shared.settings import ServiceSettings, settings_for


class ConversationsSettings(ServiceSettings):
    model_config = settings_for("conversations")
