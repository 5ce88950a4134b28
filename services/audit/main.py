"""The wiring of audit."""

from services.audit.api import router
from services.audit.application import Audit
from services.audit.consumers import AuditEvents, ConversationsEvents, IdentityEvents, TemplatesEvents
from services.audit.jobs import AuditJobs
from services.audit.projections import Ledger
from services.audit.settings import AuditSettings
from shared.main import Service
from shared.plumbing import Plumbing


def build(settings: AuditSettings | None = None) -> Service:
    """Return the service; its settings are read from the environment unless given."""
    settings = settings or AuditSettings.load()
    plumbing = Plumbing("audit", settings)
    ledger = Ledger()
    consumers = [heard(ledger) for heard in (IdentityEvents, TemplatesEvents, ConversationsEvents, AuditEvents)]
    audit = Audit(plumbing, [consumer.source for consumer in consumers])
    return Service("audit", settings, plumbing, audit, routers=[router], consumers=consumers, jobs=[AuditJobs(audit)])
