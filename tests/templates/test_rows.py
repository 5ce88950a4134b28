"""The rows of templates are what their events say, and can be made anew from them."""

import asyncio

from services.templates.events import TemplateCreated
from shared.main import Service
from shared.verification import Verifier
from tests.templates.conftest import TEMPLATES, Person


async def test_every_row_is_what_its_stream_says(author: Person, service: Service) -> None:
    for public in (False, True):
        for number in range(3):
            template = await author.writes(public=public, name=f"Template {number}")
            place = f"{TEMPLATES}/{template['id']}"
            await author.client.patch(place, json={"description": None, "content": "{{ x }}"})
            await author.client.post(f"{place}/rendering", json={"variables": {"x": 1}})
            if number == 1:
                await author.client.request("DELETE" if public else "POST", f"{place}/publication")
            if number == 2:
                await author.client.delete(place)
    verifier = Verifier(service.plumbing, service.application.projections.values())
    assert [str(difference) async for difference in verifier.differences()] == []
    assert verifier.streams == 6


async def test_a_row_that_was_tampered_with_is_made_anew(author: Person, service: Service) -> None:
    template = await author.writes()
    await service.plumbing.database.execute("UPDATE templates SET name = 'changed' WHERE id = %s", [template["id"]])
    verifier = Verifier(service.plumbing, service.application.projections.values())
    [difference] = [str(found) async for found in verifier.rebuild()]
    assert template["id"] in difference
    assert (await author.client.get(f"{TEMPLATES}/{template['id']}")).json() == template


async def test_a_flood_of_templates_has_each_once(author: Person, service: Service) -> None:
    made = await asyncio.gather(*(author.writes(name=f"Flood {number}") for number in range(200)))
    rows = await service.plumbing.database.fetch(
        "SELECT originator_id FROM events WHERE topic = %s AND originator_id = ANY(%s)",
        [TemplateCreated.TOPIC, [template["id"] for template in made]],
    )
    assert sorted(str(row["originator_id"]) for row in rows) == sorted(template["id"] for template in made)
