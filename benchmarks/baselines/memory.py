"""Baseline (a): FastAPI without a database. It keeps templates in memory: the floor of any FastAPI service."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

from fastapi import FastAPI, HTTPException

from benchmarks.baselines.bodies import CreateTemplate, TemplateBody
from benchmarks.baselines.callers import CallerDep
from shared.ids import uuid7

app = FastAPI()


@dataclass(slots=True)
class Template:
    name: str
    description: str | None
    content: str
    category: str | None
    created_by: UUID
    is_public: bool = False
    usage_count: int = 0
    version: int = 1
    id: UUID = field(default_factory=uuid7)
    created_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    updated_at: datetime = field(default_factory=lambda: datetime.now(UTC))


_templates: dict[UUID, Template] = {}


@app.post("/v1/templates", status_code=201)
async def create_template(body: CreateTemplate, caller: CallerDep) -> TemplateBody:
    template = Template(body.name, body.description, body.content, body.category, caller.user_id)
    _templates[template.id] = template
    return TemplateBody.model_validate(template)


@app.post("/v1/templates/{template_id}/publication")
async def publish_template(template_id: UUID, caller: CallerDep) -> TemplateBody:
    template = _templates[template_id]
    if template.created_by != caller.user_id:
        raise HTTPException(404)
    template.is_public = True
    return TemplateBody.model_validate(template)


@app.get("/v1/templates/{template_id}")
async def read_template(template_id: UUID, caller: CallerDep) -> TemplateBody:
    template = _templates.get(template_id)
    if template is None or not (template.is_public or template.created_by == caller.user_id):
        raise HTTPException(404)
    return TemplateBody.model_validate(template)
