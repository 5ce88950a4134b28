"""The languages that the composer knows, and in which of them a text is."""

from services.conversations.composer.english.language import ENGLISH
from services.conversations.composer.german.language import GERMAN
from services.conversations.composer.language import Language
from services.conversations.composer.layout import word_set

LANGUAGES = (ENGLISH, GERMAN)
"""The first one is also used for the languages that are not known."""

_OTHERS = word_set(
    """
    aby att av avec bana beni bir bu che com como con czy da dans de del deze di dla du e een el elle em en er es
    esta este et gibi gli hacer het ik il ile için jak je jest la las le les lo los mes met mi mijn na nie niet não
    o och og os para per por pour pro při que qui se sie się som sono su sur tous tu uma un una une van ve voor vous
    y zijn çok che ci degli dei della gli nel nella non sul una uno és az dla oraz lub ve bize bizim daha olan
    """
)
"""Small words of others: French, Spanish, Italian, Portuguese, Dutch, Swedish, Turkish, Polish, Czech."""
_LETTERS_OF_OTHERS = frozenset("ğışłąęćżźśńñõãřěůőűčžťďðþøåœ")
_FIRST_BEYOND_LATIN = "\u0250"
_GERMAN_ONLY = frozenset("äß")
_IN_GERMAN = frozenset("öü")
"""What tells German where no small word tells another language."""


def language_of(text: str) -> Language | None:
    """Return the language that most of a text's small words belong to; None if they are of others, or not Latin."""
    letters = [letter for letter in text if letter.isalpha()]
    if 2 * sum(letter < _FIRST_BEYOND_LATIN for letter in letters) <= len(letters):
        return None
    words = [word.strip(".,;:!?()\"'") for word in text.casefold().split()]
    others = sum((word in _OTHERS) + 2 * (not _LETTERS_OF_OTHERS.isdisjoint(word)) for word in words)
    scores = {language.code: sum(word in language.small_words for word in words) for language in LANGUAGES}
    telling = _GERMAN_ONLY if any(scores.values()) else _GERMAN_ONLY | _IN_GERMAN
    if any(telling.intersection(word) for word in words):
        scores[GERMAN.code] += 1
    best = max(LANGUAGES, key=lambda language: scores[language.code])
    return best if scores[best.code] >= others else None


def by_code(code: str | None) -> Language | None:
    """Return a language by its code."""
    return next((language for language in LANGUAGES if language.code == code), None)
