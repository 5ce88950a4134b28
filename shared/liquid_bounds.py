"""What a Liquid template may cost: everything that it does is counted, and every value that it makes is measured."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from time import thread_time
from typing import Any

from liquid import BoundTemplate, RenderContext
from liquid.ast import Node
from liquid.builtin.expressions import FilteredExpression
from liquid.builtin.expressions.primitive import RangeLiteral
from liquid.exceptions import LoopIterationLimitError, ResourceLimitError, UnknownFilterError
from liquid.expression import Expression
from liquid.token import Token
from liquid.undefined import UNDEFINED, Undefined
from liquid.utils import ReadOnlyChainMap

MAX_TEXT = 256 * 1024
"""Characters of any text that is made, and bytes of the whole output as UTF-8."""
MAX_VALUES = 5000
"""Values in any list or object, those in its parts counted as well."""
MAX_ITERATIONS = 5000
"""Rounds of all loops together."""
MAX_KEPT = 4 * MAX_TEXT
"""Characters in all variables that a template assigns."""
MAX_SECONDS = 0.05
"""CPU time: what the other limits let through is over after it."""

_LARGEST = 2**63 - 1
_STEPS_PER_LOOK = 8
_NONE: list[str] = []


class TooMuch(ResourceLimitError):
    """A template takes or makes more than it may."""

    def __init__(self, what: str) -> None:
        """Say what there is too much of."""
        super().__init__(what, token=None)


def weigh(value: object) -> int:
    """Return how much a value is: its characters and its parts; raise `TooMuch` where it is beyond the limits."""
    text = values = 0
    rest = [value]
    while rest:
        item = rest.pop()
        values += 1
        if isinstance(item, str):
            text += len(item)
        elif isinstance(item, dict):
            text += sum(len(str(name)) for name in item) if len(item) <= MAX_VALUES else 0
            rest += item.values()
        elif isinstance(item, list | tuple):
            rest += item
        elif isinstance(item, int) and not -_LARGEST <= item <= _LARGEST:
            raise TooMuch("a number takes more than 64 bits")
        if values + len(rest) > MAX_VALUES:
            raise TooMuch(f"a list has more than {MAX_VALUES} values")
        if text > MAX_TEXT:
            raise TooMuch(f"a text has more than {MAX_TEXT} characters")
    return text + values


class Missing(Undefined):
    """A variable without a value. It may be tested and given a default; any other use is noted."""

    __slots__ = ("noted", "path")
    noted: dict[str, None]
    path: str

    def note(self) -> None:
        """Note that a value was needed."""
        self.noted[self.path] = None

    def __bool__(self) -> bool:
        """Tell that there is nothing."""
        return False

    def __len__(self) -> int:
        """Note the use; a loop asks for the length first."""
        self.note()
        return 0

    def __str__(self) -> str:
        """Note the use."""
        self.note()
        return ""


class BoundedContext(RenderContext):
    """What one rendering works with; `missing` names the variables that it needed and did not get."""

    __slots__ = ("_deadline", "_iterations", "_kept", "_steps", "_weights", "missing")

    def __init__(self, template: BoundTemplate, *, globals: Mapping[str, object]) -> None:  # noqa: A002
        """Take the parsed template and its variables; the time starts."""
        self._steps = self._iterations = self._kept = 0
        self._weights: dict[str, int] = {}
        self._deadline = thread_time() + MAX_SECONDS
        self.missing: dict[str, None] = {}
        super().__init__(template, globals=globals)
        self.scope = ReadOnlyChainMap(self.locals, self.globals, self.counters)  # without the library's clock

    def step(self) -> None:
        """Count a small step, and look at the clock after some; raise `TooMuch` when the time is up."""
        self._steps += 1
        if not self._steps % _STEPS_PER_LOOK:
            self._look()

    def _look(self) -> None:
        if thread_time() > self._deadline:
            raise TooMuch("it takes too long")

    @property
    def disabled_tags(self) -> list[str]:
        """Return nothing. Every node asks for it before it is rendered, so this is where nodes are counted."""
        self.step()
        return _NONE

    @disabled_tags.setter
    def disabled_tags(self, _: object) -> None: ...

    def get(self, path: list[object], *, token: Token | None, default: object = UNDEFINED) -> object:
        """Return the value of a path; where it has none, something that knows the path's name."""
        self.step()
        value = super().get(path, token=token, default=default)
        if isinstance(value, Missing) and not hasattr(value, "noted"):
            value.path = ".".join(str(part) for part in path)
            value.noted = self.missing
        return value

    def filter(self, name: str, token: Token | None) -> Callable[..., object]:
        """Return a filter that looks at the clock and whose result is measured."""
        function = super().filter(name, token)

        def bounded(value: object, *args: object, **named: object) -> object:
            self._look()
            if name != "default":
                for given in (value, *args):
                    if isinstance(given, Missing):
                        given.note()
            result = function(value, *args, **named)
            weigh(result)
            return result

        return bounded

    def assign(self, key: str, val: Any) -> None:
        """Keep a variable, if there is room for it."""
        self._look()
        weight = weigh(val)
        self._kept += weight - self._weights.get(key, 0)
        self._weights[key] = weight
        if self._kept > MAX_KEPT:
            raise TooMuch(f"its variables take more than {MAX_KEPT} characters")
        self.locals[key] = val

    def loop(  # type: ignore[override] # the library names the class that its decorator makes
        self, namespace: Mapping[str, object], forloop: Any
    ) -> AbstractContextManager[RenderContext]:
        """Begin a loop, if its rounds and all that were before are not too many."""
        self._iterations += forloop.length
        if self._iterations > MAX_ITERATIONS:
            raise LoopIterationLimitError(f"its loops make more than {MAX_ITERATIONS} rounds", token=None)
        return super().loop(namespace, forloop)


class _RangeEnd(Expression):
    """The end of a range that refuses to be too far from its start, so that no range is ever huge."""

    __slots__ = ("start", "stop")

    def __init__(self, start: Expression, stop: Expression) -> None:
        super().__init__(stop.token)
        self.start = start
        self.stop = stop

    def evaluate(self, context: RenderContext) -> int:
        whole = RangeLiteral(self.token, self.start, self.stop).evaluate(context)
        if whole.stop - whole.start > MAX_VALUES:
            raise TooMuch(f"a range has more than {MAX_VALUES} values")
        return whole.stop - 1

    def children(self) -> list[Expression]:
        return [self.stop]


def bound(template: BoundTemplate) -> None:
    """Bound the ranges of a template just parsed; raise `UnknownFilterError` for a filter that does not exist."""
    for expression in _expressions(template.nodes):
        if isinstance(expression, RangeLiteral):
            expression.stop = _RangeEnd(expression.start, expression.stop)
        elif isinstance(expression, FilteredExpression):
            for used in expression.filters or ():
                if used.name not in template.env.filters:
                    raise UnknownFilterError(f"there is no filter {used.name!r}", token=used.token)


def _expressions(nodes: list[Node]) -> Iterator[Expression]:
    """Return all expressions of these nodes and of all within them."""
    context: Any = None  # only tags that load other templates would use it
    rest: list[Node | Expression] = [*nodes]
    while rest:
        part = rest.pop()
        if isinstance(part, Node):
            rest += part.children(context, include_partials=False)
            rest += part.expressions()
        else:
            yield part
            rest += part.children()
