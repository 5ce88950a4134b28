"""Settings: what is missing, wrong or unknown ends the process with one line that names it, and shows no secret."""

from base64 import urlsafe_b64encode
from ipaddress import ip_network

import pytest

from tests.databases import settings_in
from tests.shared.log.things import ThingsSettings

PASSWORD, MASTER, INTERNAL = "Sesam-of-the-database", b"m" * 32, b"i" * 32
GIVEN = {
    "THINGS_DATABASE_URL": f"postgresql://things:{PASSWORD}@db:5432/things",
    "THINGS_MASTER_KEY": urlsafe_b64encode(MASTER).decode().rstrip("="),
    "SYSLOOM_INTERNAL_KEY": urlsafe_b64encode(INTERNAL).decode(),
    "SYSLOOM_KAFKA": "kafka:9092",
    "SYSLOOM_INTERNAL_URL": "http://gateway:8000",
    "SYSLOOM_PUBLIC_URL": "https://sysloom.example",
}


def load(**changes: str | None) -> ThingsSettings:
    return settings_in({name: value for name, value in (GIVEN | changes).items() if value is not None}, ThingsSettings)


def refusal(**changes: str | None) -> str:
    """Return the line with which the process ends."""
    with pytest.raises(SystemExit) as end:
        load(**changes)
    assert "\n" not in str(end.value)
    return str(end.value)


def test_what_must_be_given_is_enough() -> None:
    settings = load()
    assert settings.database_url == GIVEN["THINGS_DATABASE_URL"]
    assert (settings.master_key, settings.internal_key) == (MASTER, INTERNAL)
    assert (settings.kafka, settings.pool_size, settings.rate_limit_per_minute) == ("kafka:9092", 8, 6000)
    assert (settings.trusted_proxies, settings.cors_origins, settings.topic_prefix) == ([], [], "")


@pytest.mark.parametrize("name", GIVEN)
def test_a_missing_variable_is_named(name: str) -> None:
    assert refusal(**{name: None}) == f"Sysloom cannot start: {name} is not set."


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *((name, "") for name in GIVEN),
        ("THINGS_DATABASE_URL", "mysql://things:secret@db/things"),
        ("THINGS_DATABASE_URL", "postgresql://things:sec ret@db/things"),
        ("THINGS_MASTER_KEY", "secret"),
        ("THINGS_MASTER_KEY", urlsafe_b64encode(b"m" * 31).decode()),
        ("THINGS_MASTER_KEY", urlsafe_b64encode(b"m" * 33).decode()),
        ("SYSLOOM_INTERNAL_KEY", "ä" * 43),
        ("SYSLOOM_KAFKA", "kafka:9092 kafka:9093"),
        ("SYSLOOM_INTERNAL_URL", "ftp://gateway"),
        ("SYSLOOM_PUBLIC_URL", "https://sysloom.example/?a=b"),
        ("SYSLOOM_TRUSTED_PROXIES", "10.0.0.0/8,gateway"),
        ("SYSLOOM_TRUSTED_PROXIES", "10.0.0.1/8"),
        ("SYSLOOM_RATE_LIMIT_PER_MINUTE", "-1"),
        ("SYSLOOM_RATE_LIMIT_PER_MINUTE", "many"),
        ("SYSLOOM_TOPIC_PREFIX", "A b"),
        ("SYSLOOM_LOG_LEVEL", "LOUD"),
        ("THINGS_POOL_SIZE", "1"),
    ],
)
def test_a_wrong_variable_is_named_and_its_value_kept_back(name: str, value: str) -> None:
    said = refusal(**{name: value})
    assert said.startswith(f"Sysloom cannot start: {name} is wrong: ")
    assert "secret" not in said
    assert len(value) < 40 or value not in said


@pytest.mark.parametrize(
    "name",
    ["THINGS_DATABSE_URL", "THINGS_KAFKA", "SYSLOOM_TRUSTED_PROXYS", "SYSLOOM_CORS_ORIGIN", "SYSLOOM_LOGLEVEL"],
)
def test_a_variable_that_is_misspelt_or_another_s_is_named(name: str) -> None:
    assert refusal(**{name: "secret"}) == f"Sysloom cannot start: {name} is no setting."


def test_variables_of_the_tools_and_of_other_services_are_passed_over() -> None:
    names = ("SYSLOOM_HOME", "SYSLOOM_FAULT", "SYSLOOM_DATABASE_URL", "SYSLOOM_TEST_KAFKA", "SYSLOOM_PORT")
    assert load(**dict.fromkeys((*names, "IDENTITY_COLOUR", "THINGS_OWNER_DATABASE_URL"), "any")) == load()


def test_lists_are_separated_by_commas_and_blanks_around_them_do_not_count() -> None:
    settings = load(
        SYSLOOM_TRUSTED_PROXIES=" 10.0.0.0/8, ::1 ,192.168.1.1,",
        SYSLOOM_CORS_ORIGINS="https://one.example , https://two.example:8443",
    )
    assert settings.trusted_proxies == [ip_network(net) for net in ("10.0.0.0/8", "::1/128", "192.168.1.1/32")]
    assert settings.cors_origins == ["https://one.example", "https://two.example:8443"]


def test_slashes_at_the_ends_of_addresses_do_not_count() -> None:
    settings = load(
        SYSLOOM_INTERNAL_URL="http://gateway:8000/",
        SYSLOOM_PUBLIC_URL="https://sysloom.example/at//",
        SYSLOOM_CORS_ORIGINS="https://one.example/",
    )
    assert (settings.internal_url, settings.public_url) == ("http://gateway:8000", "https://sysloom.example/at")
    assert settings.cors_origins == ["https://one.example"]  # browsers send it so


@pytest.mark.parametrize("name", GIVEN)
def test_no_refusal_shows_a_secret(name: str) -> None:
    said = refusal(**{name: None}) + refusal(**{name: f"{PASSWORD} {GIVEN[name]}"})
    secrets = (PASSWORD, GIVEN["THINGS_MASTER_KEY"], GIVEN["SYSLOOM_INTERNAL_KEY"], repr(MASTER), repr(INTERNAL))
    assert not any(secret in said for secret in secrets)


def test_secrets_are_not_shown() -> None:
    settings = load()
    for shown in (repr(settings), str(settings), f"{settings}"):
        assert "kafka:9092" in shown
        for secret in (PASSWORD, GIVEN["THINGS_MASTER_KEY"], GIVEN["SYSLOOM_INTERNAL_KEY"], "mmmm", "iiii"):
            assert secret not in shown
