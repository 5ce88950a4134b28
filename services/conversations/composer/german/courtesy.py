"""Take from German words what is only said to be polite."""

from services.conversations.composer.german.capitals import with_capitals
from services.conversations.composer.german.cases import accusative
from services.conversations.composer.german.fillers import is_filler, without_fillers
from services.conversations.composer.german.moods import imperative
from services.conversations.composer.german.turns import together
from services.conversations.composer.layout import pattern

_GREETS = (
    r"(?:hallo|hi|hey|moin|servus|guten (?:tag|morgen|abend)|grüezi|grüß gott|liebe[rs]? \w+|danke(?: schön)?|"
    r"vielen dank)"
)
_GREETING = pattern(rf"{_GREETS}(?: (?:zusammen|du|dir|ihr|team|ki|chatgpt|claude|im voraus))?[,.!]*")
_POLITE = pattern(rf"(?:(?:{_GREETS}(?: zusammen)?[,!]|bitte\b(?! um\b)[,:!]?|hallo|hi|hey)\s+)*")
_PLEASE = pattern(r"((?:[^\s,]+\s(?:(?:sie|mir|uns|mich|doch|mal)\s)?)?)bitte\s+(?!um\s)(?=\S)")
_QUESTION = pattern(
    r"(?:kannst|könntest|würdest|magst|willst) du\s+(?:(?:mal|bitte|mir bitte)\s+)*|(?:können|könnten|würden) "
    r"sie\s+(?:bitte\s+)?"
)
_WELCOME = pattern(
    r"(?:so )?(eine? (?:[\w-]+ ){0,3}[^,;:.!?]{2,160}?) (?:wär|wäre|fänd ich|fände ich|würde|tät|täte)"
    r"(?: (?:mir|uns|mal|schon|ganz|echt|richtig|sehr|auch))* (?:recht|schön|toll|gut|super|hilfreich|nett|praktisch|"
    r"ideal|prima|klasse|cool|reichen|genügen|helfen)(,[^.!?]{1,200})?[.!]?"
)
"""`So ein Quiz für die Feier wär recht`."""
_HELP = pattern(r"(?:bitte )?(mir|uns)( dabei)?(?: vielleicht| bitte| mal)* helfen(,? [^.!?]{1,300}\szu\s[^.!?]+)")


def is_greeting(words: str) -> bool:
    """Tell whether a sentence only greets."""
    return _GREETING.fullmatch(words) is not None or is_filler(words)


def plainly(words: str) -> str:
    """Return the words without courtesy: `plane ein Fest` of `Hallo, plane bitte ein Fest`."""
    words = with_capitals(without_fillers(words))
    rest = words[found.end() :] if (found := _POLITE.match(words)) and found.end() < len(words) else words
    if welcome := _WELCOME.fullmatch(rest):
        return f"ich brauche {accusative(welcome[1]) or welcome[1]}{welcome[2] or ''}"
    if asked := _QUESTION.match(rest):
        wanted = rest[asked.end() :].rstrip("?. ")
        if help_ := _HELP.fullmatch(wanted):
            return f"hilf {help_[1]}{help_[2] or ''}{help_[3]}"
        return together(_unasked(wanted)) or imperative(_unasked(wanted), surely=True) or rest
    return _unasked(rest)


def _unasked(words: str) -> str:
    """Return the words without a `bitte` near their beginning or at their end."""
    rest = found[1] + words[found.end() :] if (found := _PLEASE.match(words)) else words
    end = rest.rstrip(".!")
    return end[:-6].rstrip(", ") if end.lower().endswith(" bitte") and len(end) > len(" bitte") else rest
