"""What templates can be told, and shown to whom."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from services.templates.aggregates import Person, Template
from services.templates.events import TemplateRendered
from services.templates.read_model import Key, Order, Row, list_templates, templates
from shared import liquid
from shared.application import Application, command
from shared.log.units import Tally


class Templates(Application):
    """The commands and reads; `by` is who acts."""

    @command
    async def create_template(
        self, *, by: Person, name: str, content: str, description: str | None, category: str | None
    ) -> Template:
        """Write a private template."""
        await self.plumbing.references.ensure(by.id)
        template = Template.create(by=by.id, name=name, content=content, description=description, category=category)
        await self.save(template)
        return template

    @command
    async def revise_template(
        self, template_id: UUID, changes: dict[str, Any], *, by: Person, if_match: int | None = None
    ) -> Template:
        """Change what `changes` names."""
        async with self.change(Template, template_id, if_match=if_match) as template:
            template.revise(changes, by=by)
        return template

    @command
    async def publish_template(self, template_id: UUID, *, by: Person, if_match: int | None = None) -> Template:
        """Let everybody read and use a template."""
        async with self.change(Template, template_id, if_match=if_match) as template:
            template.publish(by=by)
        return template

    @command
    async def unpublish_template(self, template_id: UUID, *, by: Person, if_match: int | None = None) -> Template:
        """Make a template private again."""
        async with self.change(Template, template_id, if_match=if_match) as template:
            template.unpublish(by=by)
        return template

    @command
    async def delete_template(self, template_id: UUID, *, by: Person, if_match: int | None = None) -> Template:
        """Delete a template."""
        async with self.change(Template, template_id, if_match=if_match) as template:
            template.delete(by=by)
        return template

    async def render_template(self, template_id: UUID, variables: Mapping[str, Any], *, by: Person) -> str:
        """Return a template's text with these variables, and count the use."""
        template = await self.read_template(template_id, by=by)
        text = liquid.render(template.content, variables)
        used = Tally(templates, "usage_count", template_id, 1)
        event = TemplateRendered(version=template.version)
        await self.record_access(event, entity_id=template_id, tallies=[used], answered=text)
        return text

    async def read_template(self, template_id: UUID, *, by: Person) -> Template:
        """Return a template; that it was read is recorded if it is private."""
        template = await self.load(Template, template_id)
        template.show(by)
        if not template.is_public:
            await self.record_read("template", owner=template.created_by, entity_id=template_id)
        return template

    async def list_templates(
        self,
        *,
        by: Person,
        order: Order,
        most: int,
        after: Key | None,
        mine: bool,
        category: str | None,
        q: str | None,
    ) -> list[Row]:
        """Return the templates that a person may see; that private ones were read is recorded."""
        rows = await list_templates(
            self.database, by.id, order=order, most=most, after=after, mine=mine, category=category, q=q
        )
        if not all(row["is_public"] for row in rows):
            await self.record_read("template", owner=by.id)
        return rows
