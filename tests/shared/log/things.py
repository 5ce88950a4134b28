"""A service that does nothing but have things: what the log and the application are tested with."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from secrets import token_hex
from typing import Any, ClassVar
from uuid import UUID

import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy.dialects.postgresql import JSONB

from deploy.local.provision import ServiceDatabase, drop, provision
from shared import events
from shared.aggregates import Aggregate, Conflict, Refusal
from shared.application import Application, command
from shared.events import Event, Personal
from shared.log.units import Tally
from shared.migrations import create_plumbing, sqlalchemy_url
from shared.plumbing import Plumbing
from shared.projections import Projection
from shared.settings import ServiceSettings, settings_for
from tests.databases import SECRETS

SOURCE = "things"
INTERNAL_KEY = b"i" * 32


class Things(Event):
    """The base of this service's events: it stands where a service's module would."""

    __module__ = "services.things.events"
    ENTITY = "thing"


class ThingMade(Things):
    __module__ = "services.things.events"
    ACTION = "create"

    name: Personal[str]
    label: str
    owner: UUID | None
    marks: dict[str, Any]


class ThingRenamed(Things):
    __module__ = "services.things.events"
    ACTION = "update"

    name: Personal[str]


class LoginFailed(Things):
    __module__ = "services.things.events"
    ENTITY = "session"
    ACTION = "login"
    OUTCOME = "failed"

    email: Personal[str]
    reason: str


class AccessRefused(events.AccessRefused):
    __module__ = "services.things.events"


class DataRead(events.DataRead):
    __module__ = "services.things.events"


things = sa.Table(
    "things",
    sa.MetaData(),
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("label", sa.Text, nullable=False, unique=True),
    sa.Column("owner", sa.Uuid),
    sa.Column("marks", JSONB, nullable=False),
    sa.Column("secret", sa.Text),
    sa.Column("uses", sa.Integer, nullable=False, server_default="0"),
    sa.Column("used_at", sa.DateTime(timezone=True)),
    sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
    sa.Column("deleted_at", sa.DateTime(timezone=True)),
)


class AlreadyNamed(Conflict):
    """The thing has this name already."""

    code = "already-named"


class LabelTaken(Conflict):
    """Another thing has this label."""

    code = "label-taken"


@dataclass(eq=False)
class Thing(Aggregate):
    ENTITY: ClassVar[str] = "thing"
    SECRET: ClassVar[frozenset[str]] = frozenset({"secret"})

    name: str = ""
    label: str = ""
    owner: UUID | None = None
    marks: dict[str, Any] | None = None
    secret: str | None = None
    uses: int = 0

    def person(self) -> UUID | None:
        return self.owner

    def make(self, name: str, label: str, owner: UUID | None = None, secret: str | None = None) -> None:
        self.secret = secret
        self.record(ThingMade(name=name, label=label, owner=owner, marks={"a": [1, None]}))

    def rename(self, name: str) -> None:
        if name == self.name:
            raise AlreadyNamed
        self.record(ThingRenamed(name=name))


THINGS = Projection(Thing, things, tallied=frozenset({"uses"}))


class ThingsApplication(Application):
    REFUSALS: ClassVar[dict[str, type[Refusal]]] = {"things_label_key": LabelTaken}

    @command
    async def make_thing(
        self,
        name: str,
        label: str,
        *,
        owner: UUID | None = None,
        secret: str | None = None,
        thing_id: UUID | None = None,
    ) -> Thing:
        thing = Thing.begin(thing_id)
        thing.make(name, label, owner, secret)
        await self.save(thing)
        return thing

    @command
    async def rename_thing(self, thing_id: UUID, name: str, *, if_match: int | None = None) -> Thing:
        async with self.change(Thing, thing_id, if_match=if_match) as thing:
            thing.rename(name)
        return thing

    @command
    async def use_thing(self, thing_id: UUID) -> None:
        await self.save(await self.load(Thing, thing_id), tallies=[Tally(things, "uses", thing_id, 1)])


class ThingsSettings(ServiceSettings):
    model_config = settings_for(SOURCE)


def make_tables(owner_url: str, role: str) -> None:
    """Make the tables of the service, as a migration would."""
    engine = sa.create_engine(sqlalchemy_url(owner_url))
    with engine.begin() as connection:
        operations = Operations(MigrationContext.configure(connection))
        operations.execute("CREATE TABLE alembic_version (version_num text)")
        create_plumbing(operations, role)
        things.create(connection)
        operations.execute(f"GRANT SELECT, INSERT, UPDATE ON things TO {role}")
        operations.execute(f"CREATE TABLE user_refs (id uuid PRIMARY KEY); GRANT SELECT, INSERT ON user_refs TO {role}")
    engine.dispose()


@contextmanager
def empty_database(admin_url: str) -> Iterator[ServiceDatabase]:
    """Make a database with the tables of the service, which takes the role of one that exists; drop it at the end."""
    suffix = f"_things_{token_hex(4)}"
    try:
        database = provision(admin_url, SECRETS, suffix=suffix)["identity"]
        make_tables(database.owner_url, "identity")
        yield database
    finally:
        drop(admin_url, suffix=suffix)


def settings(database_url: str, kafka: str = "127.0.0.1:9", **more: Any) -> ThingsSettings:
    return ThingsSettings(
        database_url=database_url,
        master_key=b"m" * 32,
        kafka=kafka,
        internal_key=INTERNAL_KEY,
        internal_url="http://127.0.0.1:9",
        public_url="http://things.example",
        **more,
    )


@asynccontextmanager
async def running(given: ThingsSettings) -> AsyncIterator[ThingsApplication]:
    """Return an application on its own plumbing: two of them are two processes."""
    plumbing = Plumbing(SOURCE, given)
    application = ThingsApplication(plumbing, [THINGS])
    await plumbing.open()
    try:
        yield application
    finally:
        await plumbing.close()
