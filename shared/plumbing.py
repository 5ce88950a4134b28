"""What one service stands on: its database, its log, the keys of persons, and the way to the other services."""

from collections.abc import Awaitable, Callable

from shared.database import Database
from shared.internal import InternalClient
from shared.log.log import Log
from shared.neighbours import Neighbours
from shared.person_keys import PersonKeys
from shared.reads import GroupedReads
from shared.references import References
from shared.settings import ServiceSettings


class Plumbing:
    """Made once per service and process; nothing connects before `open`."""

    def __init__(self, name: str, settings: ServiceSettings) -> None:
        """Take the service's name and settings."""
        self.name = name
        self.schemas = f"{settings.public_url}/schemas"
        self.database = Database(settings.database_url, max_size=settings.pool_size)
        self.keys = PersonKeys(self.database, settings.master_key)
        self.log = Log(name, self.database)
        self.reads = GroupedReads(self.database)
        self.references = References(self.database)
        self.internal = InternalClient(settings, name)
        self.neighbours = Neighbours(self.database, self.internal)
        self.before_close: list[Callable[[], Awaitable[None]]] = []

    async def open(self) -> None:
        """Start connecting; a server that is down makes requests fail, not the process."""
        await self.database.open()

    async def close(self) -> None:
        """Write what waits, and close all connections."""
        for finish in self.before_close:
            await finish()
        await self.log.close()
        await self.internal.close()
        await self.database.close()
