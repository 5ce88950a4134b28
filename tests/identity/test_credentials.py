"""E-mail addresses and passwords: how they must look, and how passwords are hashed."""

import asyncio
import threading
from collections.abc import AsyncIterator
from time import process_time

import pytest
from pydantic import SecretStr, TypeAdapter, ValidationError

from services.identity.credentials import Email, NewPassword, Passwords, ShownPassword
from shared.aggregates import Unavailable

EMAIL: TypeAdapter[str] = TypeAdapter(Email)
NEW: TypeAdapter[SecretStr] = TypeAdapter(NewPassword)
SHOWN: TypeAdapter[SecretStr] = TypeAdapter(ShownPassword)
SECRET = SecretStr("correct horse battery")


@pytest.fixture
async def passwords() -> AsyncIterator[Passwords]:
    passwords = Passwords(10, threads=2, queue=2)
    yield passwords
    await passwords.close()


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        ("ada@example.com", "ada@example.com"),
        ("Ada.B+c@EXAMPLE.Com", "Ada.B+c@example.com"),
        ("ada@münchen.example", "ada@münchen.example"),
        ("ada@xn--mnchen-3ya.example", "ada@münchen.example"),
        ("e\u0301va@example.com", "\u00e9va@example.com"),
        ("ada@some.test", "ada@some.test"),
        ("a" * 64 + "@example.com", "a" * 64 + "@example.com"),
    ],
)
def test_an_address_is_kept_in_its_normal_form(given: str, stored: str) -> None:
    assert EMAIL.validate_python(given) == stored


@pytest.mark.parametrize(
    "given",
    [
        "",
        "ada",
        "ada@",
        "@example.com",
        "ada@example",
        "ada@localhost",
        "ada@@example.com",
        "ada @example.com",
        " ada@example.com",
        "ada@example.com\n",
        "ada..b@example.com",
        "Ada <ada@example.com>",
        '"ada b"@example.com',
        "ada@[127.0.0.1]",
        "ada@exa mple.com",
        "ada@-example.com",
        "ada\0@example.com",
        "ada\u200b@example.com",
        "ada\u202e@example.com",
        "ada\ud800@example.com",
        "\u0301ada@example.com",
        "a@" + "b" * 250 + ".com",
        "a@" * 100_000,
    ],
)
def test_what_is_no_address_is_refused(given: str) -> None:
    with pytest.raises(ValidationError):
        EMAIL.validate_python(given)


@pytest.mark.parametrize("fits", ["12345678", "x" * 72, "é" * 36, "🔑" * 8, " " * 8])
def test_a_new_password_has_eight_characters_or_more_and_72_bytes_at_most(fits: str) -> None:
    assert NEW.validate_python(fits).get_secret_value() == fits


@pytest.mark.parametrize("wrong", ["", "1234567", "x" * 73, "é" * 37, "🔑" * 19, "secret\ud800words"])
def test_another_password_is_refused_without_an_echo(wrong: str) -> None:
    with pytest.raises(ValidationError) as refused:
        NEW.validate_python(wrong)
    assert not wrong or wrong not in str(refused.value.errors(include_input=False, include_url=False))


def test_a_password_that_is_shown_may_be_short_but_no_longer_than_any_can_be() -> None:
    assert SHOWN.validate_python("x").get_secret_value() == "x"
    for wrong in ("", "x" * 73):
        with pytest.raises(ValidationError):
            SHOWN.validate_python(wrong)


async def test_a_password_has_its_hash_and_no_other(passwords: Passwords) -> None:
    hashed = await passwords.hash(SECRET)
    assert hashed.startswith("$2b$10$")
    assert await passwords.verify(SECRET, hashed)
    assert not await passwords.verify(SecretStr("correct horse batterz"), hashed)
    assert not await passwords.verify(SECRET, None)
    assert await passwords.hash(SECRET) != hashed


async def test_all_72_bytes_of_a_password_count(passwords: Passwords) -> None:
    hashed = await passwords.hash(SecretStr("x" * 71 + "y"))
    assert not await passwords.verify(SecretStr("x" * 72), hashed)


async def test_an_account_that_is_not_there_costs_as_much_as_a_wrong_password(passwords: Passwords) -> None:
    hashed = await passwords.hash(SECRET)
    wrong = SecretStr("wrong horse battery")

    async def least_cost(known: str | None) -> float:
        costs = []
        for _ in range(5):
            began = process_time()
            await passwords.verify(wrong, known)
            costs.append(process_time() - began)
        return min(costs)

    assert 0.8 < await least_cost(None) / await least_cost(hashed) < 1.25


async def test_what_the_queue_has_no_room_for_is_refused_and_the_rest_is_done(passwords: Passwords) -> None:
    done = await asyncio.gather(*(passwords.hash(SECRET) for _ in range(6)), return_exceptions=True)
    assert sum(isinstance(one, str) for one in done) == 4
    assert sum(isinstance(one, Unavailable) for one in done) == 2
    assert (await passwords.hash(SECRET)).startswith("$2b$10$")


async def test_hashing_runs_in_threads_of_its_own_and_never_in_more(passwords: Passwords) -> None:
    await asyncio.gather(*(passwords.hash(SECRET) for _ in range(4)))
    assert sum(thread.name.startswith("bcrypt") for thread in threading.enumerate()) == 2
