"""Baseline (b): FastAPI with SQLAlchemy's asynchronous ORM; template and audit row are one transaction."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, Any
from uuid import UUID

import orjson
from fastapi import Depends, FastAPI, HTTPException, Request
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

from benchmarks.baselines.bodies import CreateTemplate, TemplateBody
from benchmarks.baselines.callers import CallerDep
from benchmarks.baselines.tables import AuditLog, Template

_DRIVER = os.environ["BASELINE_DRIVER"]
_POOL = 32
"""One connection for each of the load's: faster than 4, 8, 12 and 16, where requests queue for one."""
_PREPARING: dict[str, Any] = {"psycopg": {"prepare_threshold": 1}}
"""asyncpg prepares every statement by itself."""

engine = create_async_engine(
    f"postgresql+{_DRIVER}://{os.environ['BASELINE_DATABASE_URL'].split('://', 1)[1]}",
    pool_size=_POOL,
    max_overflow=0,
    connect_args=_PREPARING.get(_DRIVER, {}),
    json_serializer=lambda value: orjson.dumps(value).decode(),
    json_deserializer=orjson.loads,
)
_writing = async_sessionmaker(engine, expire_on_commit=False)
_reading = async_sessionmaker(engine.execution_options(isolation_level="AUTOCOMMIT"), expire_on_commit=False)


@asynccontextmanager
async def _lifespan(_app: FastAPI) -> AsyncIterator[None]:
    yield
    await engine.dispose()


app = FastAPI(lifespan=_lifespan)


async def _session_for_writing() -> AsyncIterator[AsyncSession]:
    async with _writing() as session:
        yield session


async def _session_for_reading() -> AsyncIterator[AsyncSession]:
    async with _reading() as session:
        yield session


Writing = Annotated[AsyncSession, Depends(_session_for_writing)]
Reading = Annotated[AsyncSession, Depends(_session_for_reading)]


@app.post("/v1/templates", status_code=201)
async def create_template(body: CreateTemplate, request: Request, caller: CallerDep, session: Writing) -> TemplateBody:
    template = Template(**body.model_dump(), created_by=caller.user_id)
    session.add(template)
    session.add(_audit(request, template, "create", new_values=body.model_dump()))
    await session.commit()
    return TemplateBody.model_validate(template)


@app.post("/v1/templates/{template_id}/publication")
async def publish_template(template_id: UUID, request: Request, caller: CallerDep, session: Writing) -> TemplateBody:
    template = await session.get(Template, template_id)
    if template is None or template.created_by != caller.user_id:
        raise HTTPException(404)
    template.is_public = True
    template.version += 1
    session.add(_audit(request, template, "publish", new_values={"is_public": True}))
    await session.commit()
    return TemplateBody.model_validate(template)


@app.get("/v1/templates/{template_id}")
async def read_template(template_id: UUID, caller: CallerDep, session: Reading) -> TemplateBody:
    template = await session.get(Template, template_id)
    if template is None or not (template.is_public or template.created_by == caller.user_id):
        raise HTTPException(404)
    return TemplateBody.model_validate(template)


def _audit(request: Request, template: Template, action: str, new_values: dict[str, Any]) -> AuditLog:
    return AuditLog(
        user_id=template.created_by,
        entity_type="template",
        entity_id=template.id,
        action=action,
        old_values=None,
        new_values=new_values,
        ip_address=request.client.host if request.client else None,
        user_agent=request.headers.get("user-agent"),
        details={"outcome": "success", "version": template.version},
    )
