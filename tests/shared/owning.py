"""Things as their owner, whom other services ask over HTTP."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import SimpleNamespace

from joserfc.jwk import ECKey

from deploy.local.state import free_port
from shared.internal import InternalClient
from shared.main import Service, edge
from shared.tokens import fixed_keys
from tests.serving import serving
from tests.shared.log.things import INTERNAL_KEY, SOURCE, ThingsApplication, ThingsSettings


def asking(port: int, key: bytes = INTERNAL_KEY) -> InternalClient:
    """Return the way of another service to an owner on a port."""
    return InternalClient(SimpleNamespace(internal_url=f"http://127.0.0.1:{port}", internal_key=key), "others")


@asynccontextmanager
async def owning(application: ThingsApplication, given: ThingsSettings) -> AsyncIterator[int]:
    """Serve what the owner of things tells other services, and return the port."""
    public = ECKey.generate_key("P-256", {"kid": "first", "use": "sig", "alg": "ES256"}).as_dict(private=False)
    service = Service(
        SOURCE, given, application.plumbing, application, routers=[], find_key=fixed_keys({"keys": [public]})
    )
    port = free_port()
    async with serving(edge([service]), port):
        yield port
