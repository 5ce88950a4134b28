"""Bad bodies: what is no proper JSON, and for each field of each operation what it refuses."""

from typing import Any

import orjson

from tests.system.harm import PASSWORD


def spliced(body: dict[str, Any], member: bytes) -> bytes:
    """Return a body as JSON with a further member as it is."""
    return orjson.dumps(body)[:-1] + b", " + member + b"}"


SECRET = PASSWORD.encode()
MALFORMED = {
    "cut off": b'"x": "' + SECRET,
    "no JSON": b"'" + SECRET + b"': 1",
    "not a number": b'"x": NaN',
    "escaped NUL": b'"x": "' + SECRET + b'\\u0000"',
    "NUL": b'"x": "' + SECRET + b'\x00"',
    "escaped surrogate": b'"x": "' + SECRET + b'\\ud800"',
    "surrogate": b'"x": "' + SECRET + b'\xed\xa0\x80"',
    "not UTF-8": b'"x": "' + SECRET + b'\xff"',
    "deep": b'"x": ' + b'{"a":' * 33 + b"1" + b"}" * 33,
    "very deep": b'"x": ' + b"[" * 100_000 + b"]" * 100_000,
    "twice": b'"x": 1, "x": "' + SECRET + b'"',
}
TYPES = [
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "application/json; charset=latin-1",
    "",
]


FIELDS: dict[str, dict[str, list[Any]]] = {
    "POST /v1/users": {
        "email": ["x" * 250 + "@example.com", PASSWORD, "", None],
        "password": [PASSWORD.ljust(73, "x"), PASSWORD[:9] + "é" * 32, "1234567", 12345678, None],
        "full_name": ["x" * 201, "two\nlines", " ", "", 7],
    },
    "PATCH /v1/users/{user_id}": {"full_name": ["x" * 201, "bell\x07", " ", None]},
    "POST /v1/sessions": {
        "email": ["x" * 250 + "@example.com", PASSWORD],
        "password": [PASSWORD.ljust(73, "x"), "", [PASSWORD]],
    },
    "POST /v1/sessions/refresh": {"refresh_token": ["x" * 513, "", {"a": PASSWORD}]},
    "POST /v1/templates": {
        "name": ["x" * 201, "two\nlines", " ", None],
        "description": ["x" * 2001, " "],
        "content": ["x" * 65_537, "é" * 32_769, "\n", None],
        "category": ["x" * 101, ""],
    },
    "PATCH /v1/templates/{template_id}": {"name": ["x" * 201, None], "content": ["é" * 32_769, None]},
    "POST /v1/templates/{template_id}/rendering": {"variables": [PASSWORD, None, []]},
    "POST /v1/conversations": {"title": ["x" * 201, ""], "context": [{"a": "x" * 32_768}, [PASSWORD], None]},
    "PATCH /v1/conversations/{conversation_id}": {"title": ["x" * 201], "context": [{"a": "x" * 32_768}, None]},
    "POST /v1/conversations/{conversation_id}/prompts": {
        "user_input": ["x" * 65_537, "é" * 32_769, " ", None],
        "template_id": [PASSWORD, 7, "0" * 31],
        "variables": [PASSWORD, {"for": "no template"}],
    },
}
