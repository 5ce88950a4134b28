"""The story of `make demo`, told over HTTP: what is made, what is refused, and that the audit log has exactly this."""

import subprocess
from collections import Counter
from dataclasses import dataclass
from typing import Any

import httpx2
import pytest

from deploy.local.provision import SERVICES
from deploy.local.state import PROJECT
from deploy.local.system import SYSLOOM
from tests.system.people import Person, completed, known, register
from tests.system.running import RunningSystem

SENTENCE = "a patient chess coach for blind players who never gives the answer away at once"
CONTEXT = {"audience": "blind players", "tone": "warm", "constraints": ["Name squares in full, such as e4."]}
TEMPLATE = {
    "name": "A coach for {{ subject }}",
    "description": "The frame of a coach.",
    "content": "You coach people in {{ subject }}.",
    "category": "coaching",
}


@dataclass
class Told:
    """What the story left behind."""

    ada: Person
    ben: Person
    auditor: Person
    template: dict[str, Any]
    conversation: dict[str, Any]
    prompt: dict[str, Any]
    rendered: str
    completeness: dict[str, Any]

    async def entries(self, **filters: str) -> list[dict[str, Any]]:
        """Return the entries of the audit log with what the filters say, the oldest first."""
        page = await self.auditor.call("GET", "/v1/audit-logs", 200, params=filters | {"limit": "200"})
        assert page["next_cursor"] is None
        items: list[dict[str, Any]] = page["items"]
        return items[::-1]


@pytest.fixture(scope="module")
async def told(system: RunningSystem, client: httpx2.AsyncClient) -> Told:
    """Play the story, and wait until audit has heard all of it."""
    ada, ben = await register(client, "Ada Example"), await register(client, "Ben Example")
    template = await ada.call("POST", "/v1/templates", 201, TEMPLATE)
    of_template = f"/v1/templates/{template['id']}"
    await ada.call("POST", f"{of_template}/publication", 200)
    rendering = await ada.call("POST", f"{of_template}/rendering", 200, {"variables": {"subject": "chess"}})
    conversation = await ada.call("POST", "/v1/conversations", 201, {"title": "My coach", "context": CONTEXT})
    of_conversation = f"/v1/conversations/{conversation['id']}"
    asked = {"user_input": SENTENCE, "template_id": template["id"], "variables": {"subject": "chess"}}
    prompt = await ada.call("POST", f"{of_conversation}/prompts", 201, asked)
    assert (await ben.call("GET", of_template, 200))["content"] == TEMPLATE["content"]
    await ben.call("GET", of_conversation, 404)
    await ben.call("GET", f"/v1/prompts/{prompt['id']}", 404)
    completeness = await completed(system, client)
    auditor = await known(client, system.auditor)
    return Told(ada, ben, auditor, template, conversation, prompt, rendering["text"], completeness)


def test_the_system_prompt_holds_what_was_asked_and_known(told: Told) -> None:
    prompt = told.prompt
    assert prompt["status"] == "completed"
    assert prompt["model_used"] == "sysloom-composer/3"
    assert "chess coach" in prompt["system_prompt"]
    assert "Name squares in full, such as e4." in prompt["system_prompt"]
    assert SENTENCE in prompt["content"]
    assert told.rendered == "You coach people in chess."
    assert told.rendered in prompt["content"]


async def test_what_was_made_is_read_back(told: Told) -> None:
    conversation = await told.ada.call("GET", f"/v1/conversations/{told.conversation['id']}", 200)
    assert conversation["total_messages"] == 1
    assert await told.ada.call("GET", f"/v1/prompts/{told.prompt['id']}", 200) == told.prompt


async def test_the_trail_has_exactly_what_each_person_did(told: Told) -> None:
    did = {
        person.id: [
            (entry["entity_type"], entry["action"], entry["metadata"]["outcome"])
            for entry in await told.entries(user_id=person.id)
            if entry["action"] != "read"  # one's own reads are summed each minute, and may or may not be there yet
        ]
        for person in (told.ada, told.ben)
    }
    assert did[told.ada.id] == [
        ("user", "create", "success"),
        ("session", "login", "success"),
        ("template", "create", "success"),
        ("template", "publish", "success"),
        ("template", "render", "success"),
        ("conversation", "create", "success"),
        ("prompt", "create", "success"),
        ("prompt", "complete", "success"),
    ]
    assert did[told.ben.id] == [
        ("user", "create", "success"),
        ("session", "login", "success"),
        ("conversation", "refuse", "refused"),
        ("prompt", "refuse", "refused"),
    ]


async def test_the_trail_tells_what_was_refused_to_whom(told: Told) -> None:
    (refused,) = await told.entries(entity_id=told.conversation["id"], outcome="refused")
    assert refused["user_id"] == told.ben.id
    assert refused["metadata"]["payload"]["status"] == 404


async def test_nothing_is_missing_in_any_source(told: Told) -> None:
    sources = told.completeness["sources"]
    assert told.completeness["complete"]
    assert {source["source"] for source in sources} == set(SERVICES)
    assert len(sources) == 12 * len(SERVICES)
    assert all(source["committed"] == source["audited"] and source["missing"] == [] for source in sources)


async def test_a_use_of_a_template_is_a_rendering_or_a_completed_prompt(
    told: Told, system: RunningSystem, client: httpx2.AsyncClient
) -> None:
    told.completeness = await completed(system, client)
    kinds = Counter(entry["metadata"]["type"] for entry in await told.entries(user_id=told.ada.id))
    template = await told.ada.call("GET", f"/v1/templates/{told.template['id']}", 200)
    uses = kinds["templates.TemplateRendered"] + kinds["conversations.PromptCompleted"]
    assert template["usage_count"] == uses == 2


def test_the_rows_of_every_service_are_what_its_log_says(told: Told, system: RunningSystem) -> None:
    del told
    verified = subprocess.run(
        [*SYSLOOM, "projections", "verify", "all"],
        env=system.env,
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert verified.returncode == 0, verified.stdout + verified.stderr
    lines = dict(line.split(": ", 1) for line in verified.stdout.splitlines())
    assert set(lines) == set(SERVICES)
    assert all(line.endswith(" 0 differences") for line in lines.values())
    assert [lines[service].split()[0] for service in ("templates", "conversations")] == ["1", "2"]
