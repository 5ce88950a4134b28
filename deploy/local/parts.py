"""What the embedded default is made of: parts that are started, watched and stopped alike."""

from abc import ABC, abstractmethod
from types import TracebackType
from typing import Self

from deploy.local.programs import Program


class Part(ABC):
    """A server or process with one program; `with part:` starts and stops it, and removes its data if `throw_away`."""

    def __init__(self, program: Program, *, throw_away: bool = False) -> None:
        self.program = program
        self._throw_away = throw_away

    @abstractmethod
    def start(self) -> None: ...

    def remove(self) -> None:
        """Stop the program, whoever started it, and delete its data."""
        self.program.stop_leftover()
        self.program.stop()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.program.stop()
        if self._throw_away:
            self.remove()
