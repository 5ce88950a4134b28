"""Every request has an id, a trace, a caller's address and limits, and every error becomes a problem document."""

import re
from ipaddress import ip_network
from types import SimpleNamespace
from typing import Any

import httpx2
import psycopg
import psycopg_pool
import pytest

from shared.api.problems import catalogue, render
from shared.api.tracing import client_address
from shared.main import Service, edge

TRACE = "0af7651916cd43dd8448eb211c80319c"


async def test_a_request_id_and_a_trace_are_made_and_returned(client: httpx2.AsyncClient) -> None:
    response = await client.get("/v1/context")
    assert re.fullmatch(r"[0-9a-f-]{36}", response.headers["x-request-id"])
    assert re.fullmatch(r"00-[0-9a-f]{32}-[0-9a-f]{16}-01", response.headers["traceparent"])
    assert response.json()["request_id"] == response.headers["x-request-id"]


async def test_a_sane_request_id_and_trace_are_kept(client: httpx2.AsyncClient) -> None:
    headers = {"X-Request-ID": "caller-7", "traceparent": f"00-{TRACE}-b7ad6b7169203331-00"}
    response = await client.get("/v1/context", headers=headers)
    assert response.headers["x-request-id"] == "caller-7"
    assert response.headers["traceparent"].startswith(f"00-{TRACE}-")
    assert response.headers["traceparent"].endswith("-00")
    assert "b7ad6b7169203331" not in response.headers["traceparent"]


@pytest.mark.parametrize("request_id", ["", "x" * 129, "a b", "é", 'x"y'])
async def test_an_odd_request_id_is_replaced(client: httpx2.AsyncClient, request_id: str) -> None:
    response = await client.get("/v1/context", headers=[(b"X-Request-ID", request_id.encode())])
    assert len(response.headers["x-request-id"]) == 36


@pytest.mark.parametrize("trace", ["x", f"ff-{TRACE}-b7ad6b7169203331-01", f"00-{'0' * 32}-b7ad6b7169203331-01"])
async def test_an_odd_trace_is_replaced(client: httpx2.AsyncClient, trace: str) -> None:
    response = await client.get("/v1/context", headers={"traceparent": trace})
    assert TRACE not in response.headers["traceparent"]


async def test_the_user_agent_is_cut(client: httpx2.AsyncClient) -> None:
    response = await client.get("/v1/context", headers={"User-Agent": "x" * 600})
    assert response.json()["user_agent"] == "x" * 512


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("10.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.1", "1.1.1.1, 198.51.100.1, 10.0.0.2", "198.51.100.1"),
        ("10.0.0.1", "198.51.100.1:4711", "198.51.100.1"),
        ("10.0.0.1", "[2001:db8::7]:4711", "2001:db8::7"),
        ("10.0.0.1", "unknown, 10.0.0.2", "10.0.0.2"),
        ("10.0.0.1", "10.0.0.3, 10.0.0.2", "10.0.0.3"),
        ("fd00::1", "198.51.100.1", "198.51.100.1"),
    ],
)
def test_the_address_is_the_right_most_hop_that_is_no_proxy_of_ours(peer: str, forwarded: str, address: str) -> None:
    trusted = [ip_network("10.0.0.0/8"), ip_network("fd00::/8")]
    assert client_address(peer, [(b"x-forwarded-for", forwarded.encode())], trusted) == address


async def test_too_many_requests_are_refused_until_later(service: Service, settings: SimpleNamespace) -> None:
    settings.rate_limit_per_minute = 2
    transport = httpx2.ASGITransport(edge([service]))
    async with httpx2.AsyncClient(transport=transport, base_url="http://test") as client:
        responses = [await client.get("/v1/context") for _ in range(3)]
        assert (await client.get("/health/live")).status_code == 200
    assert [response.status_code for response in responses] == [200, 200, 429]
    assert responses[0].headers["ratelimit-policy"] == '"default";q=2;w=60'
    assert responses[1].headers["ratelimit"].startswith('"default";r=0;t=')
    assert 1 <= int(responses[2].headers["retry-after"]) <= 61
    assert responses[2].json()["type"] == "/problems/too-many-requests"


async def test_an_unexpected_error_tells_nothing(client: httpx2.AsyncClient, capsys: Any) -> None:
    response = await client.get("/v1/failure?how=error")
    assert response.status_code == 500
    assert response.json()["instance"] == response.headers["x-request-id"]
    logged = capsys.readouterr()
    assert "secret text" not in response.text + logged.out + logged.err
    assert response.headers["x-request-id"] in logged.out + logged.err


async def test_a_refusal_has_its_own_type(client: httpx2.AsyncClient) -> None:
    response = await client.get("/v1/failure?how=conflict")
    assert response.json() == {
        "type": "/problems/conflict",
        "title": "Conflict",
        "status": 409,
        "detail": "somebody was faster",
        "instance": response.headers["x-request-id"],
    }
    meaning = await client.get(response.json()["type"])
    assert meaning.json()["status"] == 409


@pytest.mark.parametrize("error", [psycopg.OperationalError(), psycopg_pool.PoolTimeout(), psycopg.InterfaceError()])
def test_a_database_that_is_down_is_503_with_retry_after(error: Exception) -> None:
    problem = render(error, "id")
    assert problem.status == 503
    assert int(problem.headers["Retry-After"]) > 0


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/v1/nothing", 404), ("GET", "/", 404), ("PUT", "/v1/things", 405)]
)
async def test_the_router_answers_in_problems_too(
    client: httpx2.AsyncClient, method: str, path: str, status: int
) -> None:
    response = await client.request(method, path)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert response.headers.get("allow") == ("GET, POST" if status == 405 else None)


async def test_every_problem_type_is_documented(client: httpx2.AsyncClient) -> None:
    for code, kind in catalogue().items():
        response = await client.get(f"/problems/{code}")
        assert response.json()["status"] == kind.status
    assert (await client.get("/problems/nothing")).status_code == 404


async def test_requests_are_counted_by_route(person: httpx2.AsyncClient) -> None:
    await person.get("/v1/things/00000000-0000-7000-8000-000000000001")
    metrics = (await person.get("/metrics")).text
    wanted = 'sysloom_http_requests_total{method="GET",route="/v1/things/{thing_id}",service="things",status="200"}'
    assert wanted in metrics


async def test_other_origins_are_allowed_by_setting(service: Service, settings: SimpleNamespace) -> None:
    settings.cors_origins = ["https://app.example"]
    transport = httpx2.ASGITransport(edge([service]))
    async with httpx2.AsyncClient(transport=transport, base_url="http://test") as client:
        asked = {"Origin": "https://app.example", "Access-Control-Request-Method": "POST"}
        allowed = await client.options("/v1/things", headers=asked)
        refused = await client.options("/v1/things", headers=asked | {"Origin": "https://evil.example"})
        simple = await client.get("/v1/context", headers={"Origin": "https://app.example"})
    assert allowed.headers["access-control-allow-origin"] == "https://app.example"
    assert "access-control-allow-origin" not in refused.headers
    assert "Consistency-Token" in simple.headers["access-control-expose-headers"]
