"""The wiring of identity."""

from datetime import timedelta

from services.identity.api import keys, sessions, users
from services.identity.application import FirstPerson, Identity
from services.identity.credentials import Passwords
from services.identity.projections import STATE
from services.identity.settings import IdentitySettings
from services.identity.tokens import AccessTokenIssuer
from shared.main import Service
from shared.plumbing import Plumbing
from shared.tokens import fixed_keys


def build(settings: IdentitySettings | None = None) -> Service:
    """Return the service; its settings are read from the environment unless given."""
    settings = settings or IdentitySettings.load()
    plumbing = Plumbing("identity", settings)
    passwords = Passwords(settings.bcrypt_cost, threads=settings.hash_threads, queue=settings.hash_queue)
    plumbing.before_close.append(passwords.close)
    issuer = AccessTokenIssuer(settings.signing_key, settings.public_url, settings.access_token_s)
    identity = Identity(
        plumbing,
        STATE,
        passwords=passwords,
        issuer=issuer,
        session_lifetime=timedelta(days=settings.session_days),
    )
    return Service(
        "identity",
        settings,
        plumbing,
        identity,
        routers=[users.router, sessions.router, keys.router],
        find_key=fixed_keys(issuer.key_set),
        prepare=lambda: identity.register_first_people(_first_people(settings)),
    )


def _first_people(settings: IdentitySettings) -> list[FirstPerson]:
    """Return who has an account from the first start on: those whose address and password are set."""
    people = []
    if settings.bootstrap_admin_email and settings.bootstrap_admin_password:
        people.append(FirstPerson("admin", settings.bootstrap_admin_email, settings.bootstrap_admin_password))
    if settings.bootstrap_auditor_email and settings.bootstrap_auditor_password:
        people.append(FirstPerson("auditor", settings.bootstrap_auditor_email, settings.bootstrap_auditor_password))
    return people
