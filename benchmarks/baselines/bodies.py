"""What both baselines take and answer: the bodies of the templates service, checked alike."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

from shared import liquid
from shared.api.bodies import Body, Name, Text, max_bytes


def _liquid(content: str) -> str:
    try:
        liquid.check(content)
    except liquid.TemplateSyntax as error:
        raise ValueError(error.detail) from error
    return content


class CreateTemplate(Body):
    name: Name
    description: Annotated[Text, StringConstraints(max_length=2000)] | None = None
    content: Annotated[Text, max_bytes(64 * 1024), AfterValidator(_liquid)]
    category: Annotated[Name, StringConstraints(max_length=100)] | None = None


class TemplateBody(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    name: str
    description: str | None
    content: str
    category: str | None
    is_public: bool
    usage_count: int
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime
    version: int
