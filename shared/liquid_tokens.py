"""Cutting a Liquid template into text and markup, in time linear in its length whatever it holds.

The library's own lexer is a regular expression that takes seconds over a few kilobytes of unclosed tags.
"""

import re
from collections.abc import Generator, Iterator

from liquid.exceptions import LiquidSyntaxError
from liquid.token import TOKEN_CONTENT, TOKEN_EOF, TOKEN_EXPRESSION, TOKEN_OUTPUT, TOKEN_TAG, Token

MAX_MARKUP = 1000
"""Characters that one `{{ … }}` or `{% … %}` may take: the grammar inside is read in time up to quadratic in them."""
MAX_MARKUPS = 1000
"""So many of them may a template have."""
MAX_ALL_MARKUP = 32 * 1024
"""Characters that all of them may take: parsing them takes about a microsecond each."""

_OPENING = re.compile(r"\{[{%]")
_NAME = re.compile(r"\s*(#|\w*)\s*")
_ENDRAW = re.compile(r"\{%-?\s*endraw\s*-?%\}")
_COMMENT = re.compile(r"\{%-?\s*(end)?comment\b")


def has_markup(source: str) -> bool:
    """Return whether a template is more than plain text."""
    return "{{" in source or "{%" in source


def tokenize(source: str) -> Iterator[Token]:
    """Return the tokens of a template as the library's parser wants them; raise `LiquidSyntaxError`."""
    at, trim, markups, length = 0, False, 0, 0
    while opening := _OPENING.search(source, at):
        start = opening.start()
        yield from _text(source, at, start, trim=trim)
        closing = "}}" if source[start + 1] == "{" else "%}"
        end = _closing(source, start, closing)
        markups, length = markups + 1, length + end - start
        if markups > MAX_MARKUPS or length > MAX_ALL_MARKUP:
            most = f"{MAX_MARKUPS} tags and outputs of {MAX_ALL_MARKUP} characters together"
            raise _error(f"a template may have at most {most}", source, start)
        inner = source[start + 2 : end].removesuffix("-")
        skipped = 3 if inner.startswith("-") else 2
        trim, at = source[end - 1] == "-" and end > start + 2, end + 2
        if closing == "}}":
            yield Token(TOKEN_OUTPUT, "{{", start, source)
            yield _expression(source, start + skipped, inner.removeprefix("-"))
            continue
        inner = inner.removeprefix("-")
        name = _NAME.match(inner)
        if name is None or not name[1]:
            raise _error("a tag has no name", source, start)
        if name[1] == "raw":
            at, trim = yield from _raw(source, start, at)
            continue
        yield Token(TOKEN_TAG, name[1], start + skipped + name.start(1), source)
        if rest := inner[name.end() :].rstrip():
            yield Token(TOKEN_EXPRESSION, rest, start + skipped + name.end(), source)
        if name[1] == "comment":
            at, trim = _after_comment(source, start, at)
            yield Token(TOKEN_TAG, "endcomment", at, source)
    yield from _text(source, at, len(source), trim=trim)


def _text(source: str, start: int, end: int, *, trim: bool) -> Iterator[Token]:
    """Return the text between two pieces of markup, without the whitespace that their dashes take away."""
    text = source[start:end]
    if trim:
        text = text.lstrip()
    if source.startswith("-", end + 2):
        text = text.rstrip()
    if text:
        yield Token(TOKEN_CONTENT, text, start, source)


def _expression(source: str, start: int, inner: str) -> Token:
    text = inner.lstrip()
    return Token(TOKEN_EXPRESSION, text.rstrip(), start + len(inner) - len(text), source)


def _closing(source: str, start: int, closing: str) -> int:
    end = source.find(closing, start + 2, start + 2 + MAX_MARKUP)
    if end < 0:
        what = "is not closed" if source.find(closing, start + 2) < 0 else f"takes more than {MAX_MARKUP} characters"
        raise _error(f"{source[start : start + 2]!r} {what}", source, start)
    return end


def _raw(source: str, start: int, at: int) -> Generator[Token, None, tuple[int, bool]]:
    """Yield what stands between `raw` and `endraw` as text; return where it ends, and whether that trims."""
    end = _ENDRAW.search(source, at)
    if end is None:
        raise _error("'raw' is not closed", source, start)
    if at < end.start():
        yield Token(TOKEN_CONTENT, source[at : end.start()], at, source)
    return end.end(), end[0].endswith("-%}")


def _after_comment(source: str, start: int, at: int) -> tuple[int, bool]:
    """Return where the comment that was opened before `at` ends, and whether that trims; comments may nest."""
    depth = 1
    while depth:
        tag = _COMMENT.search(source, at)
        end = source.find("%}", tag.end()) if tag else -1
        if tag is None or end < 0:
            raise _error("'comment' is not closed", source, start)
        depth += -1 if tag[1] else 1
        at = end + 2
    return at, source[at - 3] == "-"


def _error(message: str, source: str, index: int) -> LiquidSyntaxError:
    return LiquidSyntaxError(message, token=Token(TOKEN_EOF, "", index, source))
