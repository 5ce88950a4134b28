"""One of the processes that race: `python -m tests.system.racer <seed>` writes templates and says as JSON what it did.

Its answer is {"places": [[shard, position], …], "refused": {reason: how often}}.
"""

import asyncio
import json
import random
import sys
from collections import Counter
from collections.abc import Awaitable, Callable
from copy import deepcopy
from uuid import UUID, uuid4

from services.templates.aggregates import AlreadyPublished, Person, Template
from services.templates.application import Templates
from services.templates.main import build
from shared.aggregates import Stale, VersionTaken
from shared.context import Context, acting

WRITERS, APPENDS = 8, 400
REFUSED = 0.05
LONGEST_PAUSE_S = 0.004


class Racer:
    """One writer: most of what he asks for is stored, the rest is refused by a decision or by the database."""

    def __init__(self, templates: Templates, seed: str) -> None:
        self._templates = templates
        self._chance = random.Random(seed)
        self._person = Person(uuid4(), "user")
        self._drafts: list[UUID] = []
        self.places: list[tuple[int, int]] = []
        self.refused: Counter[str] = Counter()

    async def run(self) -> None:
        """Write, with pauses, and be refused now and then."""
        self._context = Context(actor=f"user:{self._person.id}", user_id=self._person.id, correlation_id="race")
        with acting(self._context):
            public, old = await self._prepare()
            refusals = [lambda: self._publish(public), lambda: self._revise_late(public), lambda: self._conflict(old)]
            for number in range(APPENDS):
                await asyncio.sleep(self._chance.uniform(0, LONGEST_PAUSE_S))  # the race is in these pauses
                if self._chance.random() < REFUSED:
                    await self._be_refused(self._chance.choice(refusals))
                else:
                    await self._write(number)
        self.places = [(at.shard, at.position) for at in self._context.recorded]

    async def _prepare(self) -> tuple[UUID, Template]:
        """Return a public template, and one as it was before it was changed."""
        public, changed = await self._create("public"), await self._create("changed")
        await self._templates.publish_template(public, by=self._person)
        old = deepcopy(await self._templates.load(Template, changed))
        await self._templates.revise_template(changed, {"name": "newer"}, by=self._person)
        return public, old

    async def _create(self, name: str) -> UUID:
        template = await self._templates.create_template(
            by=self._person, name=name, content="You are {{ role }}.", description=None, category=None
        )
        return template.id

    async def _write(self, number: int) -> None:
        if self._drafts and self._chance.random() < 0.5:
            await self._templates.revise_template(
                self._chance.choice(self._drafts), {"name": f"revision {number}"}, by=self._person
            )
        else:
            self._drafts.append(await self._create(f"draft {number}"))

    async def _be_refused(self, ask: Callable[[], Awaitable[object]]) -> None:
        try:
            await ask()
        except (AlreadyPublished, Stale, VersionTaken) as refusal:
            self.refused[type(refusal).__name__] += 1
        else:
            raise AssertionError("what had to be refused was stored")

    async def _publish(self, public: UUID) -> None:
        await self._templates.publish_template(public, by=self._person)

    async def _revise_late(self, public: UUID) -> None:
        await self._templates.revise_template(public, {"name": "late"}, by=self._person, if_match=1)

    async def _conflict(self, old: Template) -> None:
        """Store a version that is taken: only the database can know it, after others' writes in the same batch."""
        template = deepcopy(old)
        template.revise({"name": f"conflict {uuid4()}"}, by=self._person)
        await self._templates.save(template)


async def race(seed: str) -> None:
    """Let all writers of this process write at once, and print what they did."""
    service = build()
    async with service.open():
        racers = [Racer(service.application, f"{seed} {number}") for number in range(WRITERS)]
        await asyncio.gather(*(racer.run() for racer in racers))
    places = [place for racer in racers for place in racer.places]
    refused = sum((racer.refused for racer in racers), Counter())
    print(json.dumps({"places": places, "refused": refused}))  # noqa: T201 - it is how it answers


if __name__ == "__main__":
    asyncio.run(race(sys.argv[1]))
