"""Given a template's events, when somebody acts, then there are other events, or a refusal."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

import pytest

from services.templates.aggregates import AlreadyPublished, NotPublished, Person, Template
from services.templates.events import (
    TemplateCreated,
    TemplateDeleted,
    TemplatePublished,
    TemplateRevised,
    TemplateUnpublished,
)
from shared.aggregates import Fact, Forbidden, Hidden, NotFound, Refusal
from shared.events import Event
from shared.liquid import TemplateSyntax

AUTHOR, OTHER = (Person(UUID(int=number), "user") for number in (1, 2))
ADMIN = Person(UUID(int=3), "admin")
AUDITOR = Person(UUID(int=4), "auditor")
TEXT: dict[str, Any] = {"name": "Coach", "description": None, "content": "You are {{ role }}.", "category": None}

CREATED = TemplateCreated(**TEXT, is_public=False, created_by=AUTHOR.id)
PUBLISHED = TemplatePublished(**TEXT, is_public=True)
UNPUBLISHED = TemplateUnpublished(**TEXT, is_public=False)
DELETED = TemplateDeleted()

PRIVATE = [CREATED]
PUBLIC = [CREATED, PUBLISHED]
PRIVATE_AGAIN = [*PUBLIC, UNPUBLISHED]
GONE = [CREATED, DELETED]
GONE_PUBLIC = [*PUBLIC, DELETED]

Command = Callable[[Template, Person], None]


def revise(**changes: Any) -> Command:
    return lambda template, by: template.revise(changes, by=by)


def publish(template: Template, by: Person) -> None:
    template.publish(by=by)


def unpublish(template: Template, by: Person) -> None:
    template.unpublish(by=by)


def delete(template: Template, by: Person) -> None:
    template.delete(by=by)


def show(template: Template, by: Person) -> None:
    template.show(by)


def given(events: Sequence[Event]) -> Template:
    template = Template.begin()
    for event in events:
        template.record(event)
    template.collect_events()
    return template


def when(events: Sequence[Event], command: Command, by: Person) -> list[Fact]:
    template = given(events)
    command(template, by)
    return template.collect_events()


@pytest.mark.parametrize(
    ("events", "command", "by", "expected"),
    [
        (PRIVATE, publish, AUTHOR, [PUBLISHED]),
        (PRIVATE_AGAIN, publish, AUTHOR, [PUBLISHED]),
        (PUBLIC, unpublish, AUTHOR, [UNPUBLISHED]),
        (PUBLIC, unpublish, ADMIN, [UNPUBLISHED]),
        (PRIVATE, delete, AUTHOR, [DELETED]),
        (PUBLIC, delete, AUTHOR, [DELETED]),
        (PUBLIC, delete, ADMIN, [DELETED]),
        (PRIVATE, revise(name="Tutor"), AUTHOR, [TemplateRevised(name="Tutor")]),
        (PUBLIC, revise(content="New", category=None), AUTHOR, [TemplateRevised(content="New")]),
        (PRIVATE, revise(description="d", name="Coach"), AUTHOR, [TemplateRevised(description="d")]),
        (PRIVATE, revise(**TEXT), AUTHOR, []),
        (PRIVATE, revise(), AUTHOR, []),
        (PRIVATE, show, AUTHOR, []),
        (PUBLIC, show, OTHER, []),
        (PUBLIC, show, AUDITOR, []),
    ],
)
def test_what_is_allowed_is_recorded(
    events: Sequence[Event], command: Command, by: Person, expected: Sequence[Event]
) -> None:
    recorded = [fact.event for fact in when(events, command, by)]
    assert recorded == expected
    assert [event.model_fields_set for event in recorded] == [event.model_fields_set for event in expected]


@pytest.mark.parametrize(
    ("events", "command", "by", "refusal"),
    [
        *((PRIVATE, command, by, Hidden) for command in (show, publish, delete) for by in (OTHER, ADMIN, AUDITOR)),
        *((PRIVATE_AGAIN, command, ADMIN, Hidden) for command in (show, unpublish, delete, revise(name="x"))),
        *((PUBLIC, command, OTHER, Forbidden) for command in (publish, unpublish, delete, revise(name="x"))),
        *((PUBLIC, command, AUDITOR, Forbidden) for command in (publish, unpublish, delete, revise(name="x"))),
        *((PUBLIC, command, ADMIN, Forbidden) for command in (publish, revise(name="x"))),
        *((GONE, command, AUTHOR, NotFound) for command in (show, publish, unpublish, delete, revise(name="x"))),
        *((GONE_PUBLIC, command, ADMIN, NotFound) for command in (show, unpublish, delete)),
        (GONE, show, OTHER, NotFound),
        (PUBLIC, publish, AUTHOR, AlreadyPublished),
        (PRIVATE, unpublish, AUTHOR, NotPublished),
        (PRIVATE, revise(content="{% if %}"), AUTHOR, TemplateSyntax),
    ],
)
def test_what_is_not_allowed_is_refused_and_leaves_no_event(
    events: Sequence[Event], command: Command, by: Person, refusal: type[Refusal]
) -> None:
    template = given(events)
    with pytest.raises(refusal) as refused:
        command(template, by)
    assert type(refused.value) is refusal
    assert template.pending == []


def test_a_new_template_is_private_and_its_authors() -> None:
    template = Template.create(by=AUTHOR.id, name="Coach", content="You are {{ role }}.")
    [fact] = template.collect_events()
    assert (fact.event, fact.person) == (CREATED, AUTHOR.id)
    assert (template.is_public, template.usage_count, template.version) == (False, 0, 1)


def test_what_is_no_template_is_not_created() -> None:
    with pytest.raises(TemplateSyntax, match="Line 2"):
        Template.create(by=AUTHOR.id, name="Coach", content="a\n{% wrong %}")


def test_the_text_is_sealed_under_the_authors_key_unless_it_is_public() -> None:
    def person(events: Sequence[Event], command: Command) -> UUID | None:
        return when(events, command, AUTHOR)[0].person

    assert person(PRIVATE, revise(name="x")) == AUTHOR.id
    assert person(PRIVATE, publish) is None
    assert person(PUBLIC, revise(name="x")) is None
    assert person(PUBLIC, unpublish) == AUTHOR.id
    assert person(PRIVATE_AGAIN, revise(name="x")) == AUTHOR.id


def test_an_event_tells_exactly_what_changed() -> None:
    [fact] = when([CREATED, TemplateRevised(description="d")], revise(description=None, category="c"), AUTHOR)
    assert fact.old_values == {"description": "d", "category": None}
    assert fact.new_values == {"description": None, "category": "c"}
    [fact] = when(PRIVATE, publish, AUTHOR)
    assert (fact.old_values, fact.new_values) == ({"is_public": False}, {"is_public": True})


def test_a_template_is_what_its_events_say() -> None:
    template = given([CREATED, TemplateRevised(name="Tutor", category="c"), PUBLISHED, UNPUBLISHED, DELETED])
    # publishing carries the whole text, so this one, made from other examples, took the name back
    assert (template.name, template.category, template.is_public, template.version) == ("Coach", None, False, 5)
    assert template.deleted_at == template.updated_at
