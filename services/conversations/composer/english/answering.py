"""Whom to answer, where the person only tells who asks what."""

from services.conversations.composer.english.grammar import names_people
from services.conversations.composer.english.wordings import NAMES
from services.conversations.composer.layout import pattern

_ASK = pattern(
    r"((?:[\w-]+ ){0,6}?[\w-]+) ((?:always |often |constantly |sometimes |mostly |regularly |all )?"
    r"(?:ask|keep (?:asking|calling|writing|ringing|phoning)|want to know|wonder|write|phone|call|ring|text|e-?mail|"
    r"message|complain|enquire|inquire|(?:have|bring|come with|send(?: in)?|type|submit)(?: [\w-]+){0,2} "
    r"(?:questions|queries|problems|complaints|requests|doubts))\b.{3,})"
)


_WHERE_ASKED = pattern(
    r"(?:we|i)(?:'ve got| have got| have| run| put up| built| set up|'ve set up|'ve built) (?:an?|the|our|this) "
    r"[^,;:.!?]{3,60}? "
    r"(?:where|on which|in which|with which|that lets) (?:the |our )?(?P<whom>[\w-]+(?: [\w-]+)??) (?:can |may |"
    r"could )?"
    r"(?P<asked>(?:type|ask|write|send|leave|put|post|enter|submit)\b.{3,})"
)
"""A place where people ask: `we've got a screen where passengers can type questions`."""
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
    if where := _WHERE_ASKED.fullmatch(words):
        asked = where["asked"][0].lower() + where["asked"][1:]
        return f"answer {where['whom']} who {asked}" if names_people(where["whom"]) else ""
    found = _ASK.fullmatch(words)
    if not found or not names_people(found[1]):
        return ""
    whom = found[1] if found[1].partition(" ")[0] in NAMES else found[1][0].lower() + found[1][1:]
    return f"answer {whom} who {found[2]}"
