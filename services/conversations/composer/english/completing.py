"""Say as a whole sentence what a person noted without a verb."""

from services.conversations.composer.model import Part


def completed(words: str, part: Part) -> str:
    """Return words without a verb as what to do, given their part: `Use at most 5 lines` of `5 lines tops`."""
    return words
