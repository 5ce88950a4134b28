"""Kafka's jars are used only with the digests that the lock names, whatever is in the cache or on the wire."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import pytest

from deploy.local.kafka_jars import LOCK, jars, read_lock
from deploy.local.programs import StartFailed

COORDINATES = ("org.example:first:1.0", "org.example:second:2.0")


class Shop:
    """A Maven repository that sells the same bytes for each jar, and notes what was asked for."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.asked: list[str] = []

    def fetch(self, coordinates: Sequence[str], directory: Path) -> list[Path]:
        self.asked += coordinates
        paths = [directory / f"{number}.jar" for number, _ in enumerate(coordinates)]
        for path in paths:
            path.write_bytes(self.content)
        return paths


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    path = tmp_path / "jars.lock"
    digest = hashlib.sha256(b"good").hexdigest()
    path.write_text("".join(f"{digest}  {coordinate}\n" for coordinate in COORDINATES), encoding="utf-8")
    return path


def test_jars_are_fetched_once(tmp_path: Path, lock: Path) -> None:
    shop = Shop(b"good")
    first = jars(tmp_path / "cache", lock=lock, fetch=shop.fetch)
    assert jars(tmp_path / "cache", lock=lock, fetch=shop.fetch) == first
    assert [jar.name for jar in first] == ["first-1.0.jar", "second-2.0.jar"]
    assert shop.asked == list(COORDINATES)


def test_a_damaged_or_missing_jar_is_fetched_again(tmp_path: Path, lock: Path) -> None:
    shop = Shop(b"good")
    first, second = jars(tmp_path / "cache", lock=lock, fetch=shop.fetch)
    first.write_bytes(b"half of it")
    second.unlink()
    shop.asked.clear()
    assert [jar.read_bytes() for jar in jars(tmp_path / "cache", lock=lock, fetch=shop.fetch)] == [b"good", b"good"]
    assert shop.asked == list(COORDINATES)


def test_a_jar_that_differs_from_the_lock_is_refused_and_not_kept(tmp_path: Path, lock: Path) -> None:
    with pytest.raises(StartFailed, match=r"org\.example:first:1\.0"):
        jars(tmp_path / "cache", lock=lock, fetch=Shop(b"evil").fetch)
    assert not list((tmp_path / "cache").iterdir())
    assert jars(tmp_path / "cache", lock=lock, fetch=Shop(b"good").fetch)


def test_the_lock_names_kafka_and_its_dependencies_with_whole_digests() -> None:
    locked = read_lock(LOCK)
    assert "org.apache.kafka:kafka_2.13:4.4.0" in locked
    assert len(locked) == 45
    assert all(len(bytes.fromhex(digest)) == 32 for digest in locked.values())
