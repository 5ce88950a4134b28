"""How people reach the audit log: auditors and administrators, and every reading is an event itself."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import Depends, Query, Response
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from services.audit.application import NAMED, Audit, Shard
from services.audit.read_model import Filters
from shared.api.access import application, require
from shared.api.answers import Answer, answers
from shared.api.paging import Page, PagingDep
from shared.api.routes import Router

router = Router(tags=["audit"], dependencies=[require("auditor", "admin")])
AuditDep = Annotated[Audit, Depends(application)]
Name = Annotated[str | None, Query(min_length=1, max_length=100)]


class Sealed(BaseModel):
    """Personal data that are there, and can be read only under the person's key."""

    sealed: Literal[True]


class EntryBody(BaseModel):
    """One event as the audit log has it; the personal part of its values reads `{"sealed": true}`."""

    id: UUID = Field(description="The event's id.")
    user_id: UUID | None = Field(description="The acting person; null where nobody is known.")
    entity_type: str = Field(examples=["template"])
    entity_id: UUID | None
    action: str = Field(examples=["create"])
    old_values: dict[str, Any] | None = Field(description="What changed, as it was before.", examples=[{}])
    new_values: dict[str, Any] | None = Field(
        description="What changed, as it is since.",
        examples=[{"is_public": False, "usage_count": 0, "personal": {"sealed": True}}],
    )
    ip_address: Sealed | None
    user_agent: Sealed | None
    created_at: datetime = Field(description="When its service recorded it.")
    metadata: dict[str, Any] = Field(
        description="Type, outcome, place in the log, correlation, delegation and the clear part of the event.",
        examples=[{"type": "templates.TemplateCreated", "source": "templates", "outcome": "success", "version": 1}],
    )


class ShardBody(BaseModel):
    """How far one shard of a service's log is audited."""

    model_config = ConfigDict(from_attributes=True)

    source: str = Field(examples=["templates"])
    shard: int
    epoch: int
    committed: int | None = Field(description="Events in the log; null where its owner can't be asked.")
    audited: int = Field(description="Events of it in the audit log.")
    missing: list[int] = Field(
        description=f"The positions that are not in the audit log, the first {NAMED} of them; "
        "empty but for what is in flight."
    )


class CompletenessBody(BaseModel):
    """Whether every event of every service is in the audit log."""

    complete: bool = Field(description="Nothing is missing, and every owner of a log could be asked.")
    unanswered: list[str] = Field(description="The services whose logs can't be compared now.")
    sources: list[ShardBody]


def entry_body(row: dict[str, Any]) -> EntryBody:
    """Return how an entry is told."""
    sealed = {name: row[name] and Sealed(sealed=True) for name in ("ip_address", "user_agent")}
    return EntryBody.model_validate(row | sealed)


def completeness_body(shards: list[Shard]) -> CompletenessBody:
    """Return how completeness is told."""
    unanswered = sorted({shard.source for shard in shards if shard.committed is None})
    return CompletenessBody(
        complete=not unanswered and not any(shard.missing for shard in shards),
        unanswered=unanswered,
        sources=[ShardBody.model_validate(shard) for shard in shards],
    )


async def _filters(
    user_id: Annotated[UUID | None, Query(description="Who acted.")] = None,
    entity_type: Name = None,
    entity_id: UUID | None = None,
    action: Name = None,
    outcome: Literal["success", "refused", "failed"] | None = None,
    since: Annotated[AwareDatetime | None, Query(alias="from", description="The earliest time.")] = None,
    until: Annotated[AwareDatetime | None, Query(alias="to", description="The first time that is too late.")] = None,
) -> Filters:
    return Filters(
        user_id=user_id,
        entity_type=entity_type,
        entity_id=entity_id,
        action=action,
        outcome=outcome,
        since=since,
        until=until,
    )


@router.get("/audit-logs", summary="List audit entries", response_model=Page[EntryBody])
async def list_entries(audit: AuditDep, paging: PagingDep, filters: Annotated[Filters, Depends(_filters)]) -> Response:
    """List entries of the audit log, the newest first. Reading it is recorded."""
    before = paging.after[0] if paging.after else None
    rows = await audit.read_entries(filters, before=before, limit=paging.limit + 1)
    return paging(rows, entry_body, lambda row: (row["id"],))


@router.get("/audit-logs/{entry_id}", summary="Read an audit entry")
async def read_entry(entry_id: UUID, audit: AuditDep, answer: Annotated[Answer, answers(entry_body)]) -> Response:
    """Read one entry of the audit log. Reading it is recorded."""
    return answer(await audit.read_entry(entry_id))


@router.get("/audit/completeness", summary="Ask whether the audit log is complete")
async def read_completeness(audit: AuditDep, answer: Annotated[Answer, answers(completeness_body)]) -> Response:
    """Compare what every service has committed with what is audited, shard by shard, naming what is missing."""
    return answer(await audit.completeness())
