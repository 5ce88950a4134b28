"""Liquid templates, rendered on the event loop: parsed once, bounded in what they cost, and refused with a line."""

from collections.abc import Mapping
from typing import Any

from liquid import BoundTemplate, Environment
from liquid.exceptions import LiquidError, ResourceLimitError
from liquid.output import LimitedStringIO
from liquid.token import Token

from shared.aggregates import Invalid
from shared.cache import ExpiringCache
from shared.liquid_bounds import MAX_TEXT, BoundedContext, Missing, bound, weigh
from shared.liquid_filters import FILTERS, LEFT_OUT
from shared.liquid_tokens import has_markup, tokenize

_NAMED = 20
_TAGS_LEFT_OUT = ("doc", "ifchanged", "include", "liquid", "render", "tablerow")


class TemplateSyntax(Invalid):
    """The template is not valid Liquid; the detail names the line."""

    code = "template-syntax"
    title = "Template syntax"


class VariablesMissing(Invalid):
    """The template needs variables that were not given; the detail names them."""

    code = "variables-missing"
    title = "Variables missing"


class TemplateTooCostly(Invalid):
    """The template takes more time or room than a template may."""

    code = "template-too-costly"
    title = "Template too costly"


class RenderingFailed(Invalid):
    """The template cannot be rendered with these variables."""

    code = "rendering-failed"
    title = "Rendering failed"


class _Template(BoundTemplate):
    def make_partial_namespace(self, partial: bool, render_args: Mapping[str, object]) -> Mapping[str, object]:  # noqa: FBT001
        """Return nothing: the library would set a variable named `partial`."""
        del partial
        return render_args


class _Liquid(Environment):
    """Standard Liquid without what loads other templates, makes HTML tables, or cannot be bounded."""

    template_class = _Template
    undefined = Missing

    def tokenizer(self) -> Any:
        """Return our own lexer."""
        return tokenize

    def error(self, exc: Any, msg: str | None = None, token: Token | None = None) -> None:
        """Raise an error of the template; one that came from the end of an expression gets the place of its tag."""
        del msg
        if token and token.start_index >= 0 and (exc.token is None or exc.token.start_index < 0):
            exc.token = token
        raise exc

    def setup_tags_and_filters(self, *, extra: bool = False) -> None:
        """Register the tags and filters."""
        super().setup_tags_and_filters(extra=extra)
        for name in _TAGS_LEFT_OUT:
            del self.tags[name]
        for name in LEFT_OUT:
            del self.filters[name]
        self.filters.update(FILTERS)


_liquid = _Liquid(undefined=Missing)
_parsed: ExpiringCache[str, BoundTemplate] = ExpiringCache(600, 64)
_MAX_CACHED = 8 * 1024
"""Characters of a template that is kept: parsed ones take a hundred times their length."""


def check(content: str) -> None:
    """Raise `TemplateSyntax` unless the content is a template that can be rendered."""
    if has_markup(content):
        _parse(content)


def variables_of(content: str) -> list[str]:
    """Return the names of the variables that a template reads, sorted; raise `TemplateSyntax`."""
    if not has_markup(content):
        return []
    return sorted(_parse(content).analyze(include_partials=False).globals)


def render(content: str, variables: Mapping[str, Any]) -> str:
    """Return the text of a template with these variables, JSON values.

    A variable without a value may be tested (`{% if tone %}`) and given a default; any other use of it is refused.
    Raises `TemplateSyntax`, `VariablesMissing`, `TemplateTooCostly` and `RenderingFailed`.
    """
    if not has_markup(content):
        return content
    template = _parse(content)
    context = BoundedContext(template, globals=variables)
    output = LimitedStringIO(MAX_TEXT)
    failed: Exception | None = None
    try:
        weigh(dict(variables))
        template.render_with_context(context, output)
    except Exception as error:  # noqa: BLE001 - whatever a filter made of its arguments, the template did it
        failed = error
    if isinstance(failed, ResourceLimitError):
        raise TemplateTooCostly(f"The template is too costly: {failed.message}.") from None
    if context.missing:
        names = list(context.missing)
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        raise VariablesMissing(f"These variables need a value: {', '.join(names[:_NAMED])}{more}.")
    if failed:
        raise RenderingFailed(_told(failed, content)) from None
    text = output.getvalue()
    if "\0" in text:
        raise RenderingFailed("The text would contain the character NUL.")
    return text


def _parse(content: str) -> BoundTemplate:
    template = _parsed.get(content)
    if template is None:
        try:
            template = _liquid.from_string(content)
            bound(template)
        except (LiquidError, RecursionError) as error:
            raise TemplateSyntax(_told(error, content)) from None
        if len(content) <= _MAX_CACHED:
            _parsed.put(content, template)
    return template


def _told(error: Exception, content: str) -> str:
    """Return what is wrong and in which line, as one sentence."""
    if not isinstance(error, LiquidError):
        return "The template does something that can't be done with its values."
    place = error.token.start_index if error.token else -1
    line = content.count("\n", 0, place if place >= 0 else None) + 1
    return f"Line {line}: {str(error.message)[:200].rstrip('.')}."
