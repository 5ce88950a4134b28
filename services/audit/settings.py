"""What may vary about audit: nothing beyond what every service has; its variables begin with AUDIT_."""

from shared.settings import ServiceSettings, settings_for


class AuditSettings(ServiceSettings):
    model_config = settings_for("audit")
