"""The first administrator and auditor: there after `sysloom migrate`, once, whoever runs it and how often."""

import asyncio

from services.identity.main import build
from services.identity.settings import IdentitySettings
from shared.main import Service
from tests.identity.conftest import LogIn, Person, events_of


async def prepare(settings: IdentitySettings) -> None:
    service = build(settings)
    async with service.open():
        assert service.prepare
        await service.prepare()


async def test_they_are_registered_with_their_roles_and_verified_addresses(admin: Person, auditor: Person) -> None:
    for person, role in ((admin, "admin"), (auditor, "auditor")):
        told = (await person.client.get("/v1/users/me")).json()
        assert (told["role"], told["email_verified"], told["email"]) == (role, True, f"{role}@sysloom.example")


async def test_registering_them_is_the_act_of_identity(service: Service, admin: Person) -> None:
    [event] = await events_of(service, "identity.UserRegistered", subject=str(admin.id))
    assert event["actor"] == "service:identity"
    assert event["data"]["new_values"]["role"] == "admin"


async def test_repeats_and_races_change_nothing(
    service: Service, settings: IdentitySettings, admin: Person, log_in: LogIn
) -> None:
    await asyncio.gather(*(prepare(settings) for _ in range(2)))
    assert len(await events_of(service, "identity.UserRegistered", actor="service:identity")) == 2
    assert settings.bootstrap_admin_password
    again = await log_in(admin.email, settings.bootstrap_admin_password.get_secret_value())
    assert again.id == admin.id


async def test_who_is_not_named_is_not_registered(service: Service, settings: IdentitySettings) -> None:
    unnamed = dict.fromkeys(name for name in IdentitySettings.model_fields if name.startswith("bootstrap"))
    await prepare(settings.model_copy(update=unnamed))
    assert len(await events_of(service, "identity.UserRegistered", actor="service:identity")) == 2
