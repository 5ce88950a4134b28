"""Say as a whole sentence what a person noted without a verb."""

from services.conversations.composer.model import Part


def completed(words: str, part: Part) -> str:
    """Return words without a verb as what to do, given their part: `Nimm höchstens 5 Zeilen` of `höchstens 5 Zeilen`."""
    return words
