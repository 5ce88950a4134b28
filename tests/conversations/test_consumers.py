"""What other services' events do here: people are known, and templates, of which private ones stay sealed."""

from typing import Any
from uuid import uuid4

import pytest

from services.conversations.consumers import IdentityEvents, TemplatesEvents
from services.identity.events import UserProfileChanged, UserRegistered
from services.templates.events import (
    TemplateCreated,
    TemplateDeleted,
    TemplatePublished,
    TemplateRevised,
    TemplateUnpublished,
)
from shared.main import Service
from tests.conversations.conftest import Person
from tests.conversations.facts import Keys, Stream

AUTHOR = uuid4()
SECRET = "planted in a private template"
TEXT: dict[str, Any] = {"name": "Coach", "description": None, "content": SECRET, "category": None}
PUBLIC: dict[str, Any] = {"name": "Coach", "description": None, "content": "Hello {{ name }}", "category": None}
CREATED = TemplateCreated(**TEXT, is_public=False, created_by=AUTHOR)
PUBLISHED = TemplatePublished(**PUBLIC, is_public=True)


@pytest.fixture
def keys() -> Keys:
    return Keys()


@pytest.fixture
def template(service: Service, keys: Keys) -> Stream:
    return Stream("templates", keys, TemplatesEvents(), service.plumbing.database)


async def ref(service: Service, stream: Stream) -> dict[str, Any]:
    row = await service.plumbing.database.fetch_one("SELECT * FROM template_refs WHERE id = %s", [stream.id])
    assert row
    assert SECRET not in str(row)
    return row


async def test_a_registered_person_is_known_once(service: Service, keys: Keys) -> None:
    user = Stream("identity", keys, IdentityEvents(), service.plumbing.database)
    registered = UserRegistered(email="e@x.example", full_name="E", role="user", is_active=True, email_verified=False)
    heard = await user.happens(registered, sealed_for=user.id)
    await user.heard(heard)
    await user.happens(UserProfileChanged(full_name="F"), sealed_for=user.id)
    rows = await service.plumbing.database.fetch("SELECT * FROM user_refs WHERE id = %s", [user.id])
    assert rows == [{"id": user.id, "status": "active", "not_before": None}]


async def test_an_erased_person_stays_erased(service: Service, keys: Keys) -> None:
    user = Stream("identity", keys, IdentityEvents(), service.plumbing.database)
    await service.plumbing.database.execute("INSERT INTO erased (id) VALUES (%s)", [user.id])
    registered = UserRegistered(email="e@x.example", full_name="E", role="user", is_active=True, email_verified=False)
    await user.happens(registered, sealed_for=user.id)
    assert await service.plumbing.database.fetch("SELECT * FROM user_refs WHERE id = %s", [user.id]) == []


async def test_who_comes_before_his_registration_is_heard_of_is_known_once(
    service: Service, keys: Keys, person: Person
) -> None:
    await person.starts()
    user = Stream("identity", keys, IdentityEvents(), service.plumbing.database)
    user.id = person.id
    registered = UserRegistered(email="e@x.example", full_name="E", role="user", is_active=True, email_verified=False)
    await user.happens(registered, sealed_for=user.id)
    assert len(await service.plumbing.database.fetch("SELECT * FROM user_refs WHERE id = %s", [user.id])) == 1


async def test_of_a_private_template_only_the_sealed_text_is_kept(service: Service, template: Stream) -> None:
    heard = await template.happens(CREATED, sealed_for=AUTHOR)
    row = await ref(service, template)
    assert (row["status"], row["created_by"], row["is_public"], row["version"]) == ("active", AUTHOR, False, 1)
    assert (row["name"], row["content"]) == (None, None)
    assert row["sealed"] == heard.envelope["data"]["sealed"][str(AUTHOR)]
    assert (row["sealed_in"], row["person"]) == (heard.id, AUTHOR)


async def test_a_published_template_is_kept_in_the_clear_and_sealed_again_when_it_is_withdrawn(
    service: Service, template: Stream
) -> None:
    await template.happens(CREATED, sealed_for=AUTHOR)
    await template.happens(PUBLISHED)
    row = await ref(service, template)
    assert (row["is_public"], row["name"], row["content"]) == (True, "Coach", "Hello {{ name }}")
    assert (row["sealed"], row["sealed_in"], row["person"]) == (None, None, None)
    assert row["created_by"] == AUTHOR
    withdrawn = await template.happens(TemplateUnpublished(**TEXT, is_public=False), sealed_for=AUTHOR)
    row = await ref(service, template)
    assert (row["is_public"], row["name"], row["content"], row["version"]) == (False, None, None, 3)
    assert (row["sealed_in"], row["created_by"]) == (withdrawn.id, AUTHOR)


async def test_a_public_template_is_revised_in_the_clear(service: Service, template: Stream) -> None:
    await template.happens(CREATED, sealed_for=AUTHOR)
    await template.happens(PUBLISHED)
    await template.happens(TemplateRevised(content="Good day"))
    await template.happens(TemplateRevised(name="Trainer"))
    await template.happens(TemplateRevised(category="sports"))
    row = await ref(service, template)
    assert (row["name"], row["content"], row["is_public"], row["version"]) == ("Trainer", "Good day", True, 5)


async def test_a_private_template_is_revised_under_its_seal(service: Service, template: Stream, keys: Keys) -> None:
    await template.happens(CREATED, sealed_for=AUTHOR)
    revised = await template.happens(TemplateRevised(content=f"{SECRET}, again"), sealed_for=AUTHOR)
    await template.happens(TemplateRevised(name="Trainer"), sealed_for=AUTHOR)
    row = await ref(service, template)
    assert (row["sealed_in"], row["version"], row["name"], row["content"]) == (revised.id, 3, None, None)
    assert SECRET.encode() in keys.of(AUTHOR).open(row["sealed_in"], "values", row["sealed"])


async def test_a_revision_by_somebody_since_erased_is_passed_over(
    service: Service, template: Stream, keys: Keys
) -> None:
    author = uuid4()
    created = await template.happens(CREATED, sealed_for=author)
    keys.erase(author)
    await template.happens(TemplateRevised(content="other"), sealed_for=author)
    row = await ref(service, template)
    assert (row["sealed_in"], row["version"]) == (created.id, 2)


async def test_a_private_template_of_nobody_known_is_not_kept_in_the_clear(service: Service, template: Stream) -> None:
    await template.happens(CREATED, sealed_for=AUTHOR)
    await template.happens(PUBLISHED)
    await template.happens(TemplateUnpublished(**TEXT, is_public=False))
    row = await ref(service, template)
    assert (row["is_public"], row["content"], row["sealed"]) == (False, None, None)


async def test_a_deleted_template_only_changes_its_status(service: Service, template: Stream) -> None:
    await template.happens(CREATED, sealed_for=AUTHOR)
    await template.happens(PUBLISHED)
    before = await ref(service, template)
    await template.happens(TemplateDeleted())
    assert await ref(service, template) == {**before, "status": "deleted", "version": 3}


async def test_an_event_that_comes_again_changes_nothing(service: Service, template: Stream) -> None:
    created = await template.happens(CREATED, sealed_for=AUTHOR)
    published = await template.happens(PUBLISHED)
    await template.happens(TemplateRevised(content="Good day"))
    before = await ref(service, template)
    for heard in (created, published):
        await template.heard(heard)
    assert await ref(service, template) == before
