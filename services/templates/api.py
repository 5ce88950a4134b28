"""How people reach templates: their own, and the public ones."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Query, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from services.templates.aggregates import Person
from services.templates.application import Templates
from services.templates.read_model import SEARCHED, Order, sort_key
from shared.api.access import CallerDep, application
from shared.api.answers import Answer, IfMatch, answers
from shared.api.bodies import Body, Name, Text, max_bytes
from shared.api.paging import Page, PagingDep
from shared.api.routes import Router
from shared.tokens import Caller

_CONTENT_BYTES = 64 * 1024

router = Router(tags=["templates"])
TemplatesDep = Annotated[Templates, Depends(application)]

TemplateName = Annotated[Name, Field(description="One line.", examples=["Chess coach"])]
Description = Annotated[
    Text, StringConstraints(max_length=2000), Field(examples=["A coach who explains every move in words."])
]
Content = Annotated[
    Text,
    max_bytes(_CONTENT_BYTES),
    Field(
        description="Liquid, at most 64 KiB as UTF-8, with at most 1000 tags and outputs. There is no `include`, "
        "`render`, `liquid`, `tablerow`, `ifchanged` and `doc`; rendering has limits of time and size.",
        examples=["You are {{ role }} for {{ audience }}.{% if tone %} Your tone is {{ tone }}.{% endif %}"],
    ),
]
Category = Annotated[Name, StringConstraints(max_length=100), Field(description="One line.", examples=["coaching"])]


class CreateTemplate(Body):
    name: TemplateName
    description: Description | None = None
    content: Content
    category: Category | None = None


class ReviseTemplate(Body):
    name: TemplateName = Field(default_factory=str)
    description: Description | None = None
    content: Content = Field(default_factory=str)
    category: Category | None = None


class RenderTemplate(Body):
    variables: dict[str, Any] = Field(
        default_factory=dict,
        description="Values for the template's variables.",
        examples=[{"role": "a patient chess coach", "audience": "blind players"}],
    )


class TemplateBody(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    name: str
    description: str | None
    content: str
    category: str | None
    is_public: bool
    usage_count: int = Field(description="Completed prompts and renderings.")
    created_by: UUID | None = Field(description="Its author; null once erased.")
    created_at: datetime
    updated_at: datetime
    version: int = Field(description="Counts its changes; the ETag.")


class RenderingBody(BaseModel):
    text: str = Field(examples=["You are a patient chess coach for blind players."])


def template_body(template: Any) -> TemplateBody:
    """Return how a template, as an aggregate or a row, is told."""
    return TemplateBody.model_validate(template)


def rendering_body(text: str) -> RenderingBody:
    """Return how a rendered text is told."""
    return RenderingBody(text=text)


def _person(caller: Caller) -> Person:
    return Person(caller.user_id, caller.role)


@router.post("/templates", summary="Create a template")
async def create_template(
    body: CreateTemplate,
    templates: TemplatesDep,
    caller: CallerDep,
    answer: Annotated[Answer, answers(template_body, 201)],
) -> Response:
    """Write a private template in Liquid; 422 names the line of a mistake in it."""
    template = await templates.create_template(
        by=_person(caller),
        name=body.name,
        content=body.content,
        description=body.description,
        category=body.category,
    )
    return answer(template)


@router.get("/templates", summary="List templates", response_model=Page[TemplateBody])
async def list_templates(
    templates: TemplatesDep,
    caller: CallerDep,
    paging: PagingDep,
    q: Annotated[
        str | None,
        Query(
            min_length=1,
            max_length=100,
            description="Text in the name or the description, in whatever case. "
            f"Each page looks through at most {SEARCHED} templates.",
        ),
    ] = None,
    category: Annotated[str | None, Query(min_length=1, max_length=100)] = None,
    mine: Annotated[bool, Query(description="Only your own.")] = False,  # noqa: FBT002 - it comes by name
    sort: Annotated[Order, Query(description="With `-` in descending order.")] = "-updated_at",
) -> Response:
    """List your own templates and the public ones."""
    rows = await templates.list_templates(
        by=_person(caller), order=sort, most=paging.limit + 1, after=paging.after, mine=mine, category=category, q=q
    )
    return paging(rows, template_body, lambda row: sort_key(row, sort))


@router.get("/templates/{template_id}", summary="Read a template")
async def read_template(
    template_id: UUID, templates: TemplatesDep, caller: CallerDep, answer: Annotated[Answer, answers(template_body)]
) -> Response:
    """Read one of your own templates, or a public one."""
    return answer(await templates.read_template(template_id, by=_person(caller)))


@router.patch("/templates/{template_id}", summary="Revise a template")
async def revise_template(
    template_id: UUID,
    body: ReviseTemplate,
    templates: TemplatesDep,
    caller: CallerDep,
    if_match: IfMatch,
    answer: Annotated[Answer, answers(template_body)],
) -> Response:
    """Change one of your own templates; what is not sent stays, and null takes the description or category away."""
    changes = {name: getattr(body, name) for name in body.model_fields_set}
    return answer(await templates.revise_template(template_id, changes, by=_person(caller), if_match=if_match))


@router.delete("/templates/{template_id}", summary="Delete a template")
async def delete_template(
    template_id: UUID,
    templates: TemplatesDep,
    caller: CallerDep,
    if_match: IfMatch,
    answer: Annotated[Answer, answers(None, 204)],
) -> Response:
    """Delete one of your own templates; administrators may delete public ones. Prompts made from it stay."""
    return answer(await templates.delete_template(template_id, by=_person(caller), if_match=if_match))


@router.post("/templates/{template_id}/publication", summary="Publish a template")
async def publish_template(
    template_id: UUID,
    templates: TemplatesDep,
    caller: CallerDep,
    if_match: IfMatch,
    answer: Annotated[Answer, answers(template_body)],
) -> Response:
    """Let everybody read and use one of your own templates. What has once been public stays in the audit trail."""
    return answer(await templates.publish_template(template_id, by=_person(caller), if_match=if_match))


@router.delete("/templates/{template_id}/publication", summary="Unpublish a template")
async def unpublish_template(
    template_id: UUID,
    templates: TemplatesDep,
    caller: CallerDep,
    if_match: IfMatch,
    answer: Annotated[Answer, answers(None, 204)],
) -> Response:
    """Make one of your own templates private again; administrators may do it to any public one."""
    return answer(await templates.unpublish_template(template_id, by=_person(caller), if_match=if_match))


@router.post("/templates/{template_id}/rendering", summary="Render a template")
async def render_template(
    template_id: UUID,
    body: RenderTemplate,
    templates: TemplatesDep,
    caller: CallerDep,
    answer: Annotated[Answer, answers(rendering_body)],
) -> Response:
    """Return the text of a template with your variables.

    Variables without a value may be tested and given a default; 422 names those that are used otherwise.
    """
    return answer(await templates.render_template(template_id, body.variables, by=_person(caller)))
