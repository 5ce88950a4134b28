"""What can happen to templates: a private one's text is sealed under its author's key, a public one's is clear."""

from typing import ClassVar
from uuid import UUID

from shared import events
from shared.events import Event, Personal


class TemplateCreated(Event):
    """Somebody wrote a template; it is private."""

    ENTITY: ClassVar[str] = "template"
    ACTION: ClassVar[str] = "create"

    name: Personal[str]
    description: Personal[str | None]
    content: Personal[str]
    category: Personal[str | None]
    is_public: bool
    created_by: UUID


class TemplateRevised(Event):
    """A template says something else. Only what changed is set, and the rest is absent."""

    ENTITY: ClassVar[str] = "template"
    ACTION: ClassVar[str] = "update"

    name: Personal[str] = ""
    description: Personal[str | None] = None
    content: Personal[str] = ""
    category: Personal[str | None] = None


class TemplatePublished(Event):
    """Everybody may read and use the template. It is carried whole, in the clear: it belongs to no person any more."""

    ENTITY: ClassVar[str] = "template"
    ACTION: ClassVar[str] = "publish"

    name: Personal[str]
    description: Personal[str | None]
    content: Personal[str]
    category: Personal[str | None]
    is_public: bool


class TemplateUnpublished(Event):
    """The template is private again. It is carried whole, sealed, so that nobody needs to keep the public text."""

    ENTITY: ClassVar[str] = "template"
    ACTION: ClassVar[str] = "unpublish"

    name: Personal[str]
    description: Personal[str | None]
    content: Personal[str]
    category: Personal[str | None]
    is_public: bool


class TemplateDeleted(Event):
    """A template was deleted."""

    ENTITY: ClassVar[str] = "template"
    ACTION: ClassVar[str] = "delete"


class TemplateRendered(Event):
    """Somebody had a template rendered: a stream of its own, and a use of that version of the template."""

    ENTITY: ClassVar[str] = "template"
    ACTION: ClassVar[str] = "render"

    version: int


class AccessRefused(events.AccessRefused):
    """A known caller was refused a template, or something with one."""


class DataRead(events.DataRead):
    """Private templates were read."""
