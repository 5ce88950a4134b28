"""Say who is spoken of where the person says `ich`: a prompt is read by one who knows nothing of whoever wrote it."""

from collections.abc import Sequence


def addressed(texts: Sequence[str], asked: str) -> list[str]:  # noqa: ARG001 - to come
    """Return texts that name the person instead of speaking for him."""
    return list(texts)
