"""Who decides about templates: the author; administrators may also take public ones away."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Self
from uuid import UUID

from services.templates.events import (
    TemplateCreated,
    TemplateDeleted,
    TemplatePublished,
    TemplateRevised,
    TemplateUnpublished,
)
from shared import liquid
from shared.aggregates import Aggregate, Conflict, Forbidden, Hidden, NotFound
from shared.events import Event


class AlreadyPublished(Conflict):
    """The template is public already."""

    code = "already-published"


class NotPublished(Conflict):
    """The template is not public."""

    code = "not-published"


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks: an id and a role, as the access token says."""

    id: UUID
    role: str

    @property
    def is_admin(self) -> bool:
        """Whether he manages what is public."""
        return self.role == "admin"


@dataclass(eq=False)
class Template(Aggregate):
    """A text in Liquid. `usage_count` follows renderings and completed prompts, and changes no version."""

    ENTITY: ClassVar[str] = "template"

    name: str = ""
    description: str | None = None
    content: str = ""
    category: str | None = None
    is_public: bool = False
    usage_count: int = 0
    created_by: UUID | None = None

    @classmethod
    def create(
        cls, *, by: UUID, name: str, content: str, description: str | None = None, category: str | None = None
    ) -> Self:
        """Write a private template; raise `TemplateSyntax`."""
        liquid.check(content)
        template = cls.begin()
        template.record(
            TemplateCreated(
                name=name, description=description, content=content, category=category, is_public=False, created_by=by
            )
        )
        return template

    def person(self) -> UUID | None:
        """Return the author while the text is his own."""
        return None if self.is_public else self.created_by

    def show(self, to: Person) -> None:
        """Let somebody see it; raise `NotFound` once it is deleted, and `Hidden` if it is another's private one."""
        if self.deleted_at is not None:
            raise NotFound
        if not self.is_public and self.created_by != to.id:
            raise Hidden

    def revise(self, changes: dict[str, Any], *, by: Person) -> None:
        """Change what `changes` names: `name`, `description`, `content`, `category`; the same again is no change."""
        self._must_be_author(by)
        changed = {name: value for name, value in changes.items() if getattr(self, name) != value}
        if "content" in changed:
            liquid.check(changed["content"])
        if changed:
            self.record(TemplateRevised(**changed))

    def publish(self, *, by: Person) -> None:
        """Let everybody read and use it."""
        self._must_be_author(by)
        if self.is_public:
            raise AlreadyPublished
        self.record(TemplatePublished(**self._text(), is_public=True))

    def unpublish(self, *, by: Person) -> None:
        """Make it private again."""
        self._must_be_manager(by)
        if not self.is_public:
            raise NotPublished
        self.record(TemplateUnpublished(**self._text(), is_public=False))

    def delete(self, *, by: Person) -> None:
        """Delete it; what was made with it stays."""
        self._must_be_manager(by)
        self.record(TemplateDeleted())

    def apply(self, event: Event, at: datetime) -> None:
        """Change the state as an event says."""
        self.assign(event)
        if isinstance(event, TemplateDeleted):
            self.deleted_at = at

    def _text(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in ("name", "description", "content", "category")}

    def _must_be_author(self, person: Person) -> None:
        self.show(person)
        if person.id != self.created_by:
            raise Forbidden("Only its author may do this.")

    def _must_be_manager(self, person: Person) -> None:
        """Let its author through, and an administrator, who sees public ones only."""
        self.show(person)
        if person.id != self.created_by and not person.is_admin:
            raise Forbidden("Only its author or an administrator may do this.")
