"""How a service says what its jobs do: a class with one method for each kind of job and each schedule."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, ClassVar, TypeVar

from shared.log.units import Job

_Method = TypeVar("_Method", bound=Callable[..., Awaitable[None]])


@dataclass(frozen=True, slots=True)
class Scheduled:
    """Work that is done at an interval by one process of the service."""

    name: str
    interval: timedelta


class Jobs:
    """A service's jobs. Methods marked `@job(kind)` get the `Job`; those marked `@every(...)` get nothing."""

    kinds: ClassVar[dict[str, str]] = {}
    schedules: ClassVar[dict[str, Scheduled]] = {}

    def __init_subclass__(cls, **kwargs: object) -> None:
        """Collect the marked methods."""
        super().__init_subclass__(**kwargs)
        cls.kinds = {kind: name for name, kind in _marked(cls, "__job__")}
        cls.schedules = {
            name: Scheduled(f"{cls.__module__.split('.')[1]}.{name}", interval)
            for name, interval in _marked(cls, "__every__")
        }

    async def perform(self, job: Job) -> None:
        """Run the method for the job's kind."""
        await getattr(self, self.kinds[job.kind])(job)

    async def perform_scheduled(self, name: str) -> None:
        """Run a scheduled method."""
        await getattr(self, name)()


def job(kind: str) -> Callable[[_Method], _Method]:
    """Mark the method that does jobs of this kind: `async def delete_prompts(self, job: Job) -> None`."""
    return _mark("__job__", kind)


def every(interval: timedelta) -> Callable[[_Method], _Method]:
    """Mark a method that runs at an interval: `async def sum_up_reads(self) -> None`."""
    return _mark("__every__", interval)


def _mark(attribute: str, value: object) -> Callable[[_Method], _Method]:
    def mark(method: _Method) -> _Method:
        setattr(method, attribute, value)
        return method

    return mark


def _marked(cls: type, attribute: str) -> Iterator[tuple[str, Any]]:
    for name in dir(cls):
        value = getattr(getattr(cls, name), attribute, None)
        if value is not None:
            yield name, value
