"""Writing and reading templates: the same requests for Sysloom and both baselines."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import httpx2

from benchmarks.figures import TIMES, Figure, Goal, Rate, ratio
from benchmarks.load import CONNECTIONS, Request
from benchmarks.processes import Process
from benchmarks.rounds import Contestant, Meter, alternate, rates, throughput
from benchmarks.servers import Person

SYSLOOM, ORM, MEMORY = "Sysloom", "(b) SQLAlchemy ORM", "(a) no database"
PUBLIC = 1000
TEXTS = 32
"""Different texts, all read before the measurement: what Liquid takes for a new one is measured apart."""
PATH = "/v1/templates"
_CONTENT = """\
You are {{ role | default: "a patient teacher" }} who helps {{ audience }} with {{ subject }}.

Speak {{ tone | default: "plainly and kindly" }}. Begin with what the person knows already, and ask one question at a
time. Where a word of the trade cannot be avoided, explain it once, in a sentence of its own.

{% if examples %}Use these examples, in this order:
{% for example in examples %}- {{ example }}
{% endfor %}{% endif %}
Never invent sources. When you do not know, say so, and say who would. Keep every answer under {{ words }} words, end
with the next small step, and answer in the language in which you were asked. Refuse to give advice that belongs to a
doctor or a lawyer; name the kind of person to turn to instead.
"""


def new_template(number: int) -> dict[str, Any]:
    """Return the body of a template of ordinary size, about 1.2 kB."""
    return {
        "name": f"A patient teacher, number {number}",
        "description": "Explains a subject step by step to somebody who hears of it for the first time.",
        "content": _CONTENT + f"Text {number % TEXTS}.",
        "category": ("education", "coding", "writing", "support")[number % 4],
    }


def writes(people: Sequence[Person], count: int = 256) -> list[Request]:
    """Return requests that create private templates of several people."""
    made = []
    for number in range(count):
        body, person = new_template(number), people[number % len(people)]
        expected = {**body, "is_public": False, "usage_count": 0, "created_by": str(person.id)}
        made.append(Request.of("POST", PATH, person.token, body, 201, **expected))
    return made


def reads(server: Process, people: Sequence[Person]) -> list[Request]:
    """Create and publish templates there; return requests of other people that read them."""
    made = create(server, people, PUBLIC, publish=True)
    requests = []
    for number, id_ in enumerate(made):
        reader = people[(number + 1) % len(people)]
        expected = {**new_template(number), "id": id_, "is_public": True}
        requests.append(Request.of("GET", f"{PATH}/{id_}", reader.token, None, 200, **expected))
    return requests


def create(server: Process, people: Sequence[Person], count: int, *, publish: bool = False) -> list[str]:
    """Create templates of these people in turn, and publish them if asked; return their ids in order."""
    return asyncio.run(_create(server, people, count, publish=publish))


async def _create(server: Process, people: Sequence[Person], count: int, *, publish: bool) -> list[str]:
    turns = asyncio.Semaphore(CONNECTIONS)
    async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{server.port}", trust_env=False, timeout=30) as client:

        async def make(number: int) -> str:
            headers = {"Authorization": f"Bearer {people[number % len(people)].token}"}
            async with turns:
                made = await client.post(PATH, json=new_template(number), headers=headers)
                made.raise_for_status()
                id_ = str(made.json()["id"])
                if publish:
                    (await client.post(f"{PATH}/{id_}/publication", headers=headers)).raise_for_status()
            return id_

        return await asyncio.gather(*(make(number) for number in range(count)))


@dataclass(frozen=True, slots=True)
class Field:
    """The servers that are compared, all running: Sysloom, (a), and (b) on each driver."""

    sysloom: Process
    memory: Process
    orms: Sequence[Process]


def measure_writes(field: Field, meter: Meter, people: Sequence[Person]) -> tuple[list[Rate], list[Figure]]:
    """Measure `POST /v1/templates`."""
    requests = writes(people)
    chosen = _faster(meter, [Contestant(ORM, server, requests) for server in field.orms])
    contestants = [Contestant(SYSLOOM, field.sysloom, requests), chosen, Contestant(MEMORY, field.memory, requests)]
    return _compare(meter, contestants, "POST /v1/templates", {ORM: 3.0, MEMORY: 0.35})


def measure_reads(field: Field, meter: Meter, people: Sequence[Person]) -> tuple[list[Rate], list[Figure]]:
    """Measure `GET /v1/templates/{id}` of public templates."""
    orms = [Contestant(ORM, server, reads(server, people)) for server in field.orms]
    sysloom = Contestant(SYSLOOM, field.sysloom, reads(field.sysloom, people))
    memory = Contestant(MEMORY, field.memory, reads(field.memory, people))
    contestants = [sysloom, _faster(meter, orms), memory]
    return _compare(meter, contestants, "GET /v1/templates/{id}", {ORM: 4.0, MEMORY: 0.7})


def _faster(meter: Meter, contestants: Sequence[Contestant]) -> Contestant:
    """Return the faster of several, by one round."""
    return max(contestants, key=lambda contestant: meter(contestant).per_s)


def _compare(
    meter: Meter, contestants: Sequence[Contestant], route: str, goals: dict[str, float]
) -> tuple[list[Rate], list[Figure]]:
    rounds = alternate(meter, contestants)
    figures = [
        Figure(
            meter.measurement, f"{route} against {name}", ratio(throughput(rounds), SYSLOOM, name), TIMES, Goal(goal)
        )
        for name, goal in goals.items()
    ]
    return rates(rounds), figures
