"""How conversations' answers stay true: aggregates and their rows; what others' events tell of people and templates."""

from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from services.conversations.aggregates import Conversation, Prompt
from services.conversations.read_model import conversations, prompts, template_refs, user_refs
from services.templates.events import TemplateCreated, TemplatePublished, TemplateRevised, TemplateUnpublished
from shared.consumers.facts import Foreign
from shared.database import Rows, Statement
from shared.projections import Projection
from shared.tables import erased

STATE: tuple[Projection[Any], ...] = (
    Projection(Conversation, conversations, tallied=frozenset({"total_messages"})),
    Projection(Prompt, prompts, renamed={"revision": "version", "version": "stream_version"}),
)

_new_user = sa.bindparam("user", type_=sa.Uuid)
_ADD_USER = Statement(
    insert(user_refs)
    .from_select(["id"], sa.select(_new_user).where(~sa.exists().where(erased.c.id == _new_user)))
    .on_conflict_do_nothing()
)
_ADD_TEMPLATE = Statement(
    insert(template_refs)
    .values({column.name: sa.bindparam(column.name) for column in template_refs.c})
    .on_conflict_do_nothing()
)


async def add_user(rows: Rows, user_id: UUID) -> None:
    """Note a person, unless he has been here before, or is erased."""
    await rows.execute(_ADD_USER, {"user": user_id})


async def add_template(rows: Rows, fact: Foreign[TemplateCreated]) -> None:
    """Note a new template."""
    author = fact.event.created_by
    values = {"id": fact.subject, "status": "active", "version": fact.version, "created_by": author, **_text(fact)}
    await rows.execute(_ADD_TEMPLATE, values)


async def replace_template(rows: Rows, fact: Foreign[TemplatePublished] | Foreign[TemplateUnpublished]) -> None:
    """Take a template's whole text in the clear, or take the clear text away."""
    await _change_template(rows, fact, **_text(fact))


async def revise_template(rows: Rows, fact: Foreign[TemplateRevised]) -> None:
    """Take what changed of a template. Of a private one only the content is kept, sealed as it came."""
    if not fact.persons:
        changed = fact.event.model_dump(include={"name", "content"}, exclude_unset=True)
        await _change_template(rows, fact, **changed)
        return
    # it must be opened to see whether it holds the content at all: one that does not must not take the place of one
    opened = await fact.opened_or_none()
    holds_content = opened is not None and "content" in opened.model_fields_set
    await _change_template(rows, fact, **(_sealed(fact) if holds_content else {}))


async def delete_template(rows: Rows, fact: Foreign[Any]) -> None:
    """Note that a template is deleted; prompts go on referring to it."""
    await _change_template(rows, fact, status="deleted")


def _text(fact: Foreign[Any]) -> dict[str, Any]:
    """Return the columns for the text that an event carries: in the clear if everybody may read it, else sealed."""
    text = dict.fromkeys(("name", "content", "sealed", "sealed_in", "person"))
    if fact.event.is_public:
        return {**text, "is_public": True, "name": fact.event.name, "content": fact.event.content}
    return {**text, "is_public": False, **_sealed(fact)}


def _sealed(fact: Foreign[Any]) -> dict[str, Any]:
    """Return the columns for the sealed part of an event; empty if the author is nobody known any more."""
    sealed: dict[str, str] = fact.envelope["data"].get("sealed", {})
    return {
        name: value
        for person, text in sealed.items()
        for name, value in (("sealed", text), ("sealed_in", fact.id), ("person", UUID(person)))
    }


async def _change_template(rows: Rows, fact: Foreign[Any], **values: Any) -> None:
    await rows.execute(_change(tuple(sorted(values))), {"of": fact.subject, "new_version": fact.version, **values})


@cache
def _change(columns: tuple[str, ...]) -> Statement:
    changed = {name: sa.bindparam(name, type_=template_refs.c[name].type) for name in columns}
    return Statement(
        sa.update(template_refs)
        .where(template_refs.c.id == sa.bindparam("of"), template_refs.c.version < sa.bindparam("new_version"))
        .values(version=sa.bindparam("new_version"), **changed)
    )
