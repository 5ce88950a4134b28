"""The gateway sends each path to the service that owns it, and lets nobody in to /internal/."""

import json
import re
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import Any

import pytest
import yaml

from deploy.local.provision import SERVICES, ServiceDatabase
from deploy.local.state import PROJECT
from shared.api.problems import catalogue
from shared.main import Service
from tests.databases import environment_of, settings_in

TOKEN = re.compile(r"""#[^\n]*|"((?:[^"\\]|\\.)*)"|'([^']*)'|([{};])|([^\s{};]+)""")
NOWHERE = "postgresql://nobody:p@127.0.0.1:9/none"


@dataclass
class Directive:
    """One directive of nginx: its words and the directives in its block."""

    words: list[str]
    block: list["Directive"] = field(default_factory=list)

    def all(self, name: str) -> list["Directive"]:
        return [inner for inner in self.block if inner.words[0] == name]


def parse(text: str) -> Directive:
    """Return the whole configuration as the block of one directive."""
    stack = [Directive(["main"])]
    words: list[str] = []
    for comment_free in TOKEN.finditer(text):
        quoted, single, mark, word = comment_free.groups()
        match mark:
            case "{" | ";":
                assert words, "a directive without a name"
                stack[-1].block.append(Directive(words))
                if mark == "{":
                    stack.append(stack[-1].block[-1])
                words = []
            case "}":
                assert not words, f"{words} has no end"
                stack.pop()
            case _ if comment_free[0][0] != "#":
                words.append(next(text for text in (quoted, single, word) if text is not None))
    assert len(stack) == 1, "a block has no end"
    return stack[0]


@cache
def http() -> Directive:
    text = (PROJECT / "deploy" / "gateway" / "nginx.conf").read_text(encoding="utf-8")
    (found,) = parse(text).all("http")
    return found


def server(port: int) -> Directive:
    (found,) = [server for server in http().all("server") if server.all("listen")[0].words[1] == str(port)]
    return found


def mapped(source: str, value: str) -> str:
    """Return what the `map` of a variable makes of a value."""
    (table,) = [table for table in http().all("map") if table.words[1] == source]
    for line in table.block:
        pattern, result = line.words
        if pattern.startswith("~") and re.search(pattern.lstrip("~*"), value, re.IGNORECASE * pattern.startswith("~*")):
            return result
    return next(line.words[1] for line in table.block if line.words[0] == "default")


def location(port: int, path: str) -> Directive | None:
    """Return the location that nginx chooses: the equal one, else the longest beginning."""
    locations = [(each.words[1:-1], each.words[-1], each) for each in server(port).all("location")]
    for how, place, found in locations:
        if how == ["="] and place == path:
            return found
    beginnings = [(place, found) for how, place, found in locations if how != ["="] and path.startswith(place)]
    return max(beginnings, key=lambda each: len(each[0]))[1] if beginnings else None


def passes_to(port: int, path: str) -> str | None:
    """Return the service that gets a request, None where the gateway answers itself."""
    found = location(port, path)
    if found is None or not found.all("proxy_pass"):
        return None
    assert found.all("proxy_pass")[0].words[1] == "http://$service"
    return mapped("$uri", path)


@cache
def built(service: str) -> Service:
    databases = dict.fromkeys(SERVICES, ServiceDatabase(NOWHERE, NOWHERE))
    env = environment_of(databases, "127.0.0.1:9", topic_prefix="")
    settings: Any = getattr(import_module(f"services.{service}.settings"), f"{service.capitalize()}Settings")
    made: Service = import_module(f"services.{service}.main").build(settings_in(env, settings))
    return made


def paths(service: str) -> set[str]:
    """Return an example of each path that a service answers."""
    return {re.sub(r"\{[^}]*\}", "x", getattr(route, "path", "/")) for route in built(service).api.router.routes}


@pytest.mark.parametrize("service", SERVICES)
def test_every_route_of_a_service_reaches_it(service: str) -> None:
    outside = {path for path in paths(service) if not path.startswith("/internal")}
    assert len(outside) > 3
    assert {path: passes_to(8000, path) for path in outside} == dict.fromkeys(outside, service)


@pytest.mark.parametrize("service", SERVICES)
def test_internal_routes_are_closed_outside_and_open_to_the_services(service: str) -> None:
    internal = {path for path in paths(service) if path.startswith("/internal")}
    assert {path.rpartition("/")[2] for path in internal} >= {"events", "heads", "x"}
    assert {passes_to(8000, path) for path in internal} == {None}
    assert {passes_to(8001, path) for path in internal} == {service}


def test_the_key_set_is_found_by_everybody_and_nothing_else_is_inside() -> None:
    assert passes_to(8000, "/.well-known/jwks.json") == passes_to(8001, "/.well-known/jwks.json") == "identity"
    assert passes_to(8001, "/v1/users") is None


@pytest.mark.parametrize("path", ["/internal", "/internal/", "/internal/audit/heads", "/internals", "/metrics"])
def test_what_is_for_operators_and_services_is_not_there_for_the_world(path: str) -> None:
    found = location(8000, path)
    assert found
    (answer,) = found.all("return")
    assert answer.words[1] == "404"


@pytest.mark.parametrize(
    ("target", "is_crooked"),
    [
        ("/v1/templates?q=a/../b", "0"),
        ("/v1/templates/a.b", "0"),
        ("/.well-known/jwks.json", "0"),
        ("/v1/users/../../internal/identity/heads", "1"),
        ("/internal/identity/events/%2e%2E/../v1/users", "1"),
        ("/v1/x%2F..%2finternal", "1"),
        ("/..", "1"),
    ],
)
def test_a_path_with_dot_segments_is_refused(target: str, is_crooked: str) -> None:
    assert mapped("$request_uri", target) == is_crooked
    (refusal,) = server(8000).all("if")
    assert refusal.words[1:] == ["($is_crooked)"]


def test_each_upstream_is_the_api_of_its_service() -> None:
    compose = yaml.safe_load((PROJECT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]
    upstreams = {each.words[1]: each.all("server")[0].words[1] for each in http().all("upstream")}
    assert upstreams == {service: f"{service}-api:8000" for service in SERVICES}
    assert all(address.split(":")[0] in compose for address in upstreams.values())


def test_what_the_gateway_answers_itself_is_json_of_a_known_kind() -> None:
    for place in server(8000).all("location"):
        for answer in place.all("return"):
            status, body = int(answer.words[1]), json.loads(answer.words[2])
            if status >= 400:
                assert place.all("default_type")[0].words[1] == "application/problem+json"
                kind = catalogue()[body["type"].removeprefix("/problems/")]
                assert (kind.title, kind.status) == (body["title"], body["status"]) == (body["title"], status)


def test_nothing_is_written_outside_tmp() -> None:
    places = [each.words[1] for each in http().block if each.words[0].endswith("_temp_path")]
    assert len(places) == 5
    assert all(place.startswith("/tmp/") for place in places)  # noqa: S108 - in a container of its own
