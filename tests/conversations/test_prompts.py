"""Prompts over HTTP: composed from input, context, earlier turns and a template, each stored once and whole."""

import subprocess
import sys
from typing import Any
from uuid import UUID, uuid4

import pytest

from services.conversations.composer.composing import compose
from services.conversations.composer.explaining import explanation
from services.conversations.consumers import TemplatesEvents
from services.templates.events import TemplateCreated, TemplateDeleted, TemplatePublished
from shared.main import Service
from shared.verification import Verifier
from tests.conversations.conftest import Person
from tests.conversations.facts import Keys, Stream

INPUT = "a patient chess coach for blind players"
CONTEXT = {"language": "en"}
AUTHOR = uuid4()
TEXT: dict[str, Any] = {"name": "Coach", "description": None, "category": None}


@pytest.fixture
async def public(service: Service) -> Stream:
    """Return a public template of somebody else."""
    template = Stream("templates", Keys(), TemplatesEvents(), service.plumbing.database)
    await template.happens(TemplateCreated(**TEXT, content="x", is_public=False, created_by=AUTHOR), sealed_for=AUTHOR)
    await template.happens(TemplatePublished(**TEXT, content="Be {{ tone }}.", is_public=True))
    return template


async def total_messages(person: Person, conversation: dict[str, Any]) -> int:
    found = (await person.client.get(f"/v1/conversations/{conversation['id']}")).json()
    return int(found["total_messages"])


async def test_a_system_prompt_is_composed_from_one_sentence(person: Person) -> None:
    conversation = await person.starts(context=CONTEXT)
    path = f"/v1/conversations/{conversation['id']}/prompts"
    response = await person.client.post(path, json={"user_input": INPUT})
    made = response.json()
    assert response.status_code == 201
    assert response.headers["location"] == f"/v1/prompts/{made['id']}"
    assert response.headers["consistency-token"]
    assert made["system_prompt"] == made["ai_response"] == compose(INPUT, CONTEXT, None).text
    assert made["content"] == f'# Context\n\n{{"language":"en"}}\n\n# Asked now\n\n{INPUT}'
    size = len(made["content"].encode()) + len(made["ai_response"].encode())
    assert size / 4 <= made["token_count"] < size / 4 + 1
    assert (made["user_input"], made["conversation_id"]) == (INPUT, conversation["id"])
    assert (made["version"], made["status"], made["mode"]) == (1, "completed", "compose")
    assert (made["model_used"], made["template_id"]) == ("sysloom-composer/3", None)
    assert 0 < made["response_time"] < 5000
    read = await person.client.get(response.headers["location"])
    assert read.json() == made
    assert read.headers["etag"] == response.headers["etag"] == '"2"'
    assert await total_messages(person, conversation) == 1


async def test_each_sentence_says_where_it_came_from(person: Person) -> None:
    conversation = await person.starts(context={"tone": "warm", "language": "fr"})
    made = await person.asks(conversation, "a piano tutor for kids. Never shout. Answer in German")
    told = made["explanation"]
    origins = {made["system_prompt"][one["start"] : one["end"]]: one for one in told["provenance"]}
    assert origins["You are a piano tutor for kids."]["source"] == "input"
    shouting = origins["Never shout."]
    assert made["user_input"][shouting["from_start"] : shouting["from_end"]].strip() == "Never shout."
    assert (origins["Keep your tone warm."]["source"], origins["Keep your tone warm."]["key"]) == ("context", "tone")
    assert (
        {one["key"] for one in told["provenance"] if one["source"] == "archetype"}
        == {told["archetype"]}
        == {"tutoring"}
    )
    [conflict] = told["conflicts"]
    assert (conflict["about"], conflict["given_way"]["key"]) == ("language", "language")
    assert told["questions"] == list(compose("a piano tutor for kids. Never shout. Answer in German").questions)
    assert told == explanation(compose(made["user_input"], {"tone": "warm", "language": "fr"}))
    assert not any(question in made["system_prompt"] for question in told["questions"])


async def test_the_context_can_be_told_from_nothing_known(person: Person) -> None:
    conversation = await person.starts()
    assert (await person.asks(conversation, INPUT))["content"] == f"# Asked now\n\n{INPUT}"


async def test_earlier_turns_are_part_of_the_text_for_the_model(person: Person) -> None:
    conversation = await person.starts()
    first = await person.asks(conversation, INPUT)
    await person.asks(conversation, "a chess arbiter")
    third = await person.asks(conversation, "a chess historian")
    positions = [
        third["content"].index(text)
        for text in (INPUT, first["ai_response"], "a chess arbiter", "# Asked now\n\na chess historian")
    ]
    assert positions == sorted(positions)


async def test_turns_that_are_too_long_are_left_out_whole(person: Person) -> None:
    conversation = await person.starts()
    await person.asks(conversation, f"{INPUT}. It knows this: {'chess ' * 8000}")
    await person.asks(conversation, "a chess arbiter")
    third = await person.asks(conversation, "a chess historian")
    assert "# Asked before\n\na chess arbiter" in third["content"]
    assert "blind players" not in third["content"]


async def test_each_revision_is_kept_for_itself(person: Person, service: Service) -> None:
    prompt = await person.asks(await person.starts(), INPUT)
    [version] = await service.plumbing.database.fetch(
        "SELECT * FROM prompt_versions WHERE prompt_id = %s", [UUID(prompt["id"])]
    )
    same = ("version", "content", "system_prompt", "user_input", "ai_response", "response_time", "token_count")
    assert {name: version[name] for name in (*same, "model_used", "status")} == {
        name: prompt[name] for name in (*same, "model_used", "status")
    }


async def test_prompts_are_listed_by_pages_the_oldest_first(person: Person) -> None:
    conversation = await person.starts()
    made = [await person.asks(conversation, f"a chess coach {number}") for number in range(3)]
    path = f"/v1/conversations/{conversation['id']}/prompts"
    first = (await person.client.get(path, params={"limit": 2})).json()
    rest = (await person.client.get(path, params={"limit": 2, "cursor": first["next_cursor"]})).json()
    assert first["items"] + rest["items"] == made
    assert rest["next_cursor"] is None


async def test_a_public_template_of_somebody_else_is_rendered(person: Person, public: Stream) -> None:
    prompt = await person.asks(
        await person.starts(), INPUT, template_id=str(public.id), variables={"tone": "warm-hearted"}
    )
    assert prompt["template_id"] == str(public.id)
    assert prompt["content"].startswith("# Template\n\nBe warm-hearted.\n\n")
    assert prompt["system_prompt"] == compose(INPUT, {}, "Be warm-hearted.").text


async def test_a_repeat_with_the_same_key_is_one_prompt_and_the_same_answer(person: Person) -> None:
    conversation = await person.starts()
    path, headers = f"/v1/conversations/{conversation['id']}/prompts", {"Idempotency-Key": str(uuid4())}
    first = await person.client.post(path, json={"user_input": INPUT}, headers=headers)
    again = await person.client.post(path, json={"user_input": INPUT}, headers=headers)
    assert (again.status_code, again.json()) == (201, first.json())
    assert (again.headers["location"], again.headers["idempotency-replayed"]) == (first.headers["location"], "true")
    other = await person.client.post(path, json={"user_input": "other"}, headers=headers)
    assert (other.status_code, other.json()["type"]) == (422, "/problems/key-reused")
    assert await total_messages(person, conversation) == 1


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({}, "body.user_input"),
        ({"user_input": None}, "body.user_input"),
        ({"user_input": " \n "}, "body.user_input"),
        ({"user_input": "é" * 32769}, "body.user_input"),
        ({"user_input": INPUT, "template": "x"}, "body.template"),
        ({"user_input": INPUT, "template_id": "x"}, "body.template_id"),
        ({"user_input": INPUT, "template_id": str(AUTHOR), "variables": []}, "body.variables"),
    ],
)
async def test_bad_input_is_refused_and_nothing_is_stored(person: Person, body: dict[str, Any], place: str) -> None:
    conversation = await person.starts()
    path = f"/v1/conversations/{conversation['id']}/prompts"
    response = await person.client.post(path, json=body)
    problem = response.json()
    assert (response.status_code, problem["type"]) == (422, "/problems/invalid")
    assert [error["location"] for error in problem["errors"]] == [place]
    assert (await person.client.get(path)).json()["items"] == []
    assert await total_messages(person, conversation) == 0


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (b'{"user_input": "x', "application/json", 400),
        (b'{"user_input": "\\ud800"}', "application/json", 400),
        (b'{"user_input": "\\u0000"}', "application/json", 400),
        (b'{"user_input": "x", "variables": ' + b"[" * 40 + b"]" * 40 + b"}", "application/json", 400),
        (b'{"user_input": "x"}', "text/plain", 415),
        (b'{"user_input": "' + b"x" * 262144 + b'"}', "application/json", 413),
    ],
)
async def test_what_is_no_proper_json_is_refused(person: Person, body: bytes, content_type: str, status: int) -> None:
    conversation = await person.starts()
    path = f"/v1/conversations/{conversation['id']}/prompts"
    response = await person.client.post(path, content=body, headers={"Content-Type": content_type})
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"


async def test_what_the_composer_refuses_is_not_stored(person: Person) -> None:
    conversation = await person.starts()
    path = f"/v1/conversations/{conversation['id']}/prompts"
    response = await person.client.post(path, json={"user_input": "\x01"})
    assert (response.status_code, response.json()["type"]) == (422, "/problems/nothing-to-compose")
    assert (await person.client.get(path)).json()["items"] == []
    assert await total_messages(person, conversation) == 0


async def test_variables_without_a_template_are_refused(person: Person) -> None:
    conversation = await person.starts()
    path = f"/v1/conversations/{conversation['id']}/prompts"
    response = await person.client.post(path, json={"user_input": INPUT, "variables": {"tone": "warm"}})
    assert (response.status_code, response.json()["type"]) == (422, "/problems/invalid")


async def test_a_template_that_cannot_be_rendered_is_refused_and_nothing_is_stored(
    person: Person, public: Stream
) -> None:
    conversation = await person.starts()
    path = f"/v1/conversations/{conversation['id']}/prompts"
    response = await person.client.post(path, json={"user_input": INPUT, "template_id": str(public.id)})
    assert (response.status_code, response.json()["type"]) == (422, "/problems/variables-missing")
    assert await total_messages(person, conversation) == 0


async def test_a_template_that_is_not_there_not_ones_own_or_deleted_is_not_found(
    person: Person, public: Stream, service: Service
) -> None:
    private = Stream("templates", Keys(), TemplatesEvents(), service.plumbing.database)
    await private.happens(TemplateCreated(**TEXT, content="x", is_public=False, created_by=AUTHOR), sealed_for=AUTHOR)
    await public.happens(TemplateDeleted())
    conversation = await person.starts()
    path = f"/v1/conversations/{conversation['id']}/prompts"
    problems = []
    for template_id in (uuid4(), private.id, public.id):
        response = await person.client.post(path, json={"user_input": INPUT, "template_id": str(template_id)})
        problems.append({**response.json(), "instance": ""})
        assert response.status_code == 404
    assert problems[0] == problems[1] == problems[2]
    assert await total_messages(person, conversation) == 0


async def test_a_private_template_that_cannot_be_opened_now_is_answered_try_again(
    person: Person, service: Service
) -> None:
    private = Stream("templates", Keys(), TemplatesEvents(), service.plumbing.database)
    own = TemplateCreated(**TEXT, content="x", is_public=False, created_by=person.id)
    await private.happens(own, sealed_for=person.id)
    conversation = await person.starts()
    response = await person.client.post(
        f"/v1/conversations/{conversation['id']}/prompts",
        json={"user_input": INPUT, "template_id": str(private.id)},
    )
    assert (response.status_code, response.json()["type"]) == (503, "/problems/unavailable")
    assert response.headers["retry-after"]
    assert await total_messages(person, conversation) == 0


async def test_the_longest_input_is_composed(person: Person) -> None:
    longest = f"{INPUT}. " + "é" * ((65536 - len(INPUT) - 2) // 2)
    prompt = await person.asks(await person.starts(), longest)
    assert prompt["user_input"] == longest


async def test_state_rows_are_what_the_log_says(person: Person, service: Service) -> None:
    conversation = await person.starts(title="Chess", context=CONTEXT)
    await person.asks(conversation, INPUT)
    await person.client.patch(f"/v1/conversations/{conversation['id']}", json={"title": None})
    verifier = Verifier(service.plumbing, service.application.projections.values())
    assert [difference async for difference in verifier.differences()] == []
    assert verifier.streams >= 2


def test_a_process_that_answers_no_requests_does_not_load_the_composer() -> None:
    loaded = (
        "import sys, services.conversations.main; print('services.conversations.composer.composing' in sys.modules)"
    )
    assert (
        subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout == "False\n"
    )
