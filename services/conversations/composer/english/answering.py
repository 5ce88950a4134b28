"""Whom to answer, where the person only tells who asks what."""

from services.conversations.composer.english.grammar import names_people
from services.conversations.composer.english.wordings import NAMES
from services.conversations.composer.layout import pattern

_ASK = pattern(
    r"((?:[\w-]+ ){0,4}?[\w-]+) ((?:always |often |constantly |sometimes |mostly |regularly |all )?"
    r"(?:ask|keep (?:asking|calling|writing|ringing|phoning)|want to know|wonder|write|phone|call|ring|text|e-?mail|"
    r"message|complain|enquire|inquire)\b.{3,})"
)


_HAS_TO = pattern(
    r"(i|we)(?:(?:'d| would) like|'m trying| am trying|'re trying| are trying| try| want| need| have| must|'ve got) "
    r"(?:to )?(?=[a-z]{2,}\b)(?!be\b|have\b)"
)


def answering(words: str) -> str:
    """Return `answer parents who ask what to bring` of `parents ask what to bring`; nothing where nobody asks.

    And `help me sort stamps` of `I need to sort stamps`.
    """
    if (has_to := _HAS_TO.match(words)) and (has_to[0].endswith("to ") or has_to[0].endswith("must ")):
        return f"help {'me' if has_to[1].casefold() == 'i' else 'us'} {words[has_to.end() :]}"
    found = _ASK.fullmatch(words)
    if not found or not names_people(found[1]):
        return ""
    whom = found[1] if found[1].partition(" ")[0] in NAMES else found[1][0].lower() + found[1][1:]
    return f"answer {whom} who {found[2]}"
