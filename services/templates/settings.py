"""What may vary about templates: nothing beyond what every service has; variables begin with TEMPLATES_."""

from shared.settings import ServiceSettings, settings_for


class TemplatesSettings(ServiceSettings):
    model_config = settings_for("templates")
