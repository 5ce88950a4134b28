"""What people say is nowhere outside the state rows of their conversations: not in events, answers kept, or jobs."""

from typing import Any
from uuid import uuid4

from services.conversations.consumers import TemplatesEvents
from services.templates.events import TemplateCreated
from shared.main import Service
from tests.conversations.conftest import Person
from tests.conversations.facts import Keys, Stream

WORDS = ("plantedtitle", "plantedcontext", "plantedinput", "plantedtemplate")
STATE = {"conversations", "prompts", "prompt_versions"}


async def test_planted_words_are_found_in_state_rows_only(person: Person, service: Service) -> None:
    conversation = await person.starts(title=WORDS[0], context={"note": WORDS[1]})
    path = f"/v1/conversations/{conversation['id']}"
    headers = {"Idempotency-Key": str(uuid4())}
    made = await person.client.post(f"{path}/prompts", json={"user_input": f"a {WORDS[2]} coach"}, headers=headers)
    assert WORDS[2] in made.json()["ai_response"]
    await person.client.patch(path, json={"title": f"{WORDS[0]} again", "context": {"note": [WORDS[1]]}})
    template = Stream("templates", Keys(), TemplatesEvents(), service.plumbing.database)
    text: dict[str, Any] = {"name": WORDS[3], "description": WORDS[3], "content": WORDS[3], "category": WORDS[3]}
    await template.happens(
        TemplateCreated(**text, is_public=False, created_by=person.id),
        sealed_for=person.id,
    )
    await person.client.delete(path)
    found = await tables_with(service, *WORDS)
    assert found == STATE
    assert await tables_with(service, WORDS[3]) == set()
    assert await tables_with(service, "conversations.PromptCompleted") == {"events"}


async def tables_with(service: Service, *words: str) -> set[str]:
    """Return the tables that hold one of the words, in text or in bytes."""
    database = service.plumbing.database
    tables = await database.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    forms = [form for word in words for form in (word, word.encode().hex())]
    found = set()
    for table in (row["tablename"] for row in tables):
        row = await database.fetch_one(
            f"SELECT count(*) AS n FROM {table} AS t WHERE t::text LIKE ANY (%s)",  # noqa: S608
            [[f"%{form}%" for form in forms]],
        )
        if row and row["n"]:
            found.add(table)
    return found
