"""Where a request comes from and what it belongs to: request id, W3C trace context, the caller's address."""

import re
from collections.abc import Iterable, Sequence
from ipaddress import IPv4Network, IPv6Network, ip_address
from secrets import token_hex

import uuid_utils

Network = IPv4Network | IPv6Network
_REQUEST_ID = re.compile(rb"[A-Za-z0-9._:/+=-]{1,128}")
_TRACEPARENT = re.compile(r"(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})(?:-.*)?")


def request_id(header: bytes | None) -> str:
    """Return the caller's X-Request-ID if it is sane, else a new UUIDv7."""
    if header is not None and _REQUEST_ID.fullmatch(header):
        return header.decode()
    return str(uuid_utils.uuid7())


def traceparent(header: bytes | None) -> str:
    """Return the trace context (W3C, version 00) of this request: a span of the caller's trace, or of a new one."""
    if header is not None and (match := _TRACEPARENT.fullmatch(header.decode("latin-1"))):
        return f"00-{match[1]}-{token_hex(8)}-{match[2]}"
    return f"00-{token_hex(16)}-{token_hex(8)}-01"


def client_address(peer: str | None, headers: Iterable[tuple[bytes, bytes]], trusted: Sequence[Network]) -> str | None:
    """Return the caller's address: the peer, or behind trusted proxies the right-most hop that is not one of them."""
    if peer is None or not trusted or not _is_trusted(peer, trusted):
        return peer
    forwarded = b",".join(value for name, value in headers if name == b"x-forwarded-for").decode("latin-1")
    address = peer
    for hop in reversed([_without_port(part.strip()) for part in forwarded.split(",") if part.strip()]):
        try:
            address = str(ip_address(hop))
        except ValueError:
            break
        if not _is_trusted(address, trusted):
            break
    return address


def _is_trusted(address: str, trusted: Sequence[Network]) -> bool:
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    return any(parsed in network for network in trusted)


def _without_port(hop: str) -> str:
    if hop.startswith("["):
        return hop[1:].partition("]")[0]
    return hop.partition(":")[0] if hop.count(":") == 1 else hop
