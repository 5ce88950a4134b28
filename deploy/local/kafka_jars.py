"""The jars of Apache Kafka: fetched from Maven Central once, used only with the SHA-256 that `kafka.lock` names.

`python -m deploy.local.kafka_jars` writes the lock anew.
"""

import hashlib
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import jgo
from jgo.maven import Artifact, MavenContext

from deploy.local.programs import StartFailed
from deploy.local.state import cache

KAFKA = "org.apache.kafka:kafka_2.13:4.4.0+org.slf4j:slf4j-simple:1.7.36"
VERSION = "4.4.0"
LOCK = Path(__file__).with_name("kafka.lock")
DOWNLOADS_AT_ONCE = 8

Fetch = Callable[[Sequence[str], Path], list[Path]]


def jars(directory: Path | None = None, *, lock: Path = LOCK, fetch: Fetch | None = None) -> list[Path]:
    """Return the verified jars, in the lock's order; what is missing or damaged in the directory is fetched again.

    The directory is the cache unless one is given. Raises StartFailed when a jar cannot be had, or a fresh download
    differs from the lock.
    """
    directory = directory or cache() / f"kafka-{VERSION}"
    wanted = read_lock(lock)
    directory.mkdir(parents=True, exist_ok=True)
    places = {coordinate: directory / file_name(coordinate) for coordinate in wanted}
    absent = [name for name, path in places.items() if not path.is_file() or digest(path) != wanted[name]]
    if absent:
        with tempfile.TemporaryDirectory(dir=directory) as downloads:
            for name, jar in zip(absent, (fetch or download)(absent, Path(downloads)), strict=True):
                if digest(jar) != wanted[name]:
                    raise StartFailed(f"{name}: what was downloaded is not what {lock.name} names; it is not used")
                jar.replace(places[name])
    return list(places.values())


def read_lock(lock: Path) -> dict[str, str]:
    """Read the lock's lines, "sha256  group:artifact:version", as coordinate to digest."""
    lines = (line.split() for line in lock.read_text(encoding="utf-8").splitlines())
    return {coordinate: sha256 for sha256, coordinate in lines}


def file_name(coordinate: str) -> str:
    _group, artifact, version = coordinate.split(":")
    return f"{artifact}-{version}.jar"


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def download(coordinates: Sequence[str], directory: Path) -> list[Path]:
    """Download jars into a Maven repository of our own under `directory`."""
    maven = MavenContext(repo_cache=directory, timeout=60)
    split = (coordinate.split(":") for coordinate in coordinates)
    artifacts = [maven.project(group, artifact).at_version(version).artifact() for group, artifact, version in split]
    try:
        with ThreadPoolExecutor(DOWNLOADS_AT_ONCE) as pool:
            return list(pool.map(Artifact.resolve, artifacts))
    except (OSError, RuntimeError) as error:  # what requests and jgo raise
        raise StartFailed(
            f"Kafka's jars could not be fetched ({error}); the same command goes on where it was"
        ) from error


def write_lock(lock: Path) -> None:
    """Resolve Kafka's dependencies anew, download them all, and write down what came."""
    parts = (artifact.component for artifact in jgo.resolve(KAFKA))
    coordinates = sorted(f"{part.groupId}:{part.artifactId}:{part.version}" for part in parts)
    with tempfile.TemporaryDirectory() as downloads:
        lines = [
            f"{digest(jar)}  {name}\n"
            for name, jar in zip(coordinates, download(coordinates, Path(downloads)), strict=True)
        ]
    lock.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    write_lock(LOCK)
