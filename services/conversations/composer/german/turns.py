"""What two do in turn, or together, as one order: `Ich nenne ein Wort, du reimst`, `mit mir üben`."""

import re

from services.conversations.composer.german.capitals import with_capitals
from services.conversations.composer.german.cases import accusative
from services.conversations.composer.german.grammar import of_infinitive, of_third, third_of, third_of_first
from services.conversations.composer.german.lexicon import MIDFIELD, PREFIXES
from services.conversations.composer.german.moods import imperative
from services.conversations.composer.german.passives import of_du
from services.conversations.composer.german.somebody import is_one_wish
from services.conversations.composer.layout import pattern

_IN_TURN = pattern(
    r"(?P<who>ich|wir) (?P<verb>[a-zäöüß]{2,30})(?P<what>(?: [^,;:.!?]{1,100})?)"
    r"(?P<clause>(?:, (?:was|wie|wo|wen|wem|wann|ob|"
    r"welche\w*|wozu|worüber|womit) [^,;:.!?]{2,120})?)(?:,|,? und)(?: dann)? "
    r"(?:du (?P<then>[^.!?]{3,300})|von dir (?:kommt|kommen) (?P<thing>[^.!?]{3,300}))[.!?]?"
)
_TOGETHER = pattern(
    r"(?:(?:kannst|könntest|würdest|magst) du )?(?:bitte )?"
    r"(?P<whom>mit (?:mir|uns|meine[mr] [\w-]+)(?: (?!über\b|und\b)[\w-]+){0,2}?) (?P<verb>[a-zäöüß]{3,30}n)"
    r"(?P<about>(?: (?:über|auf|zu|von|in|im|an) [^,;:.!?]{1,60}?)?)"
    r"(?P<more>(?:(?:,| und) (?:dabei )?[^,;:.!?]{3,80}? [a-zäöüß]{3,30}n)?)"
    r"(?P<but>(?:,? (?:aber|jedoch|bloß|nur) [^.!?]{2,120})?)[.!?]?"
)
_AND = re.compile(r"(?:,| und) ")
_ONLY = re.compile(r"(?<=\w) (?=(?:nur|bloß|sondern) )")
_TAUGHT = pattern(
    r"(?:ich|wir) (?:möchten?|will|wollen|würden? gerne?) (?P<what>[^,;:.!?]{2,160}) (?P<verb>[a-zäöüß]{3,30}n), "
    r"(?:und )?(?:sie|die|er|es) (?:dürfen|sollen|können|wollen|darf|soll|kann|will) "
    r"(?P<how>(?:(?:dabei|dann|auch|so|gerne?|dafür|dazu) )*)"
    r"mit (?:der ki|dir|dem (?:chat)?bot|dem chat|dem assistenten) (?P<rest>(?:[^,;:.!?]{2,80}? )??)"
    r"(?P<then>[a-zäöüß]{3,30}n)(?: können)?[.!?]?"
)
_LONGEST = 400


def in_turn(words: str) -> str:
    """Return `wenn ich ein Wort nenne, reime darauf` of `ich nenne ein Wort, du reimst darauf`; else nothing."""
    found = _IN_TURN.fullmatch(words[:_LONGEST])
    if not found or not (verb := _last(found)):
        return ""
    what, then = (
        found["what"].strip(),
        of_du(found["then"]) if found["then"] else f"liefere {accusative(found['thing'])}",
    )
    prefix = what.rpartition(" ")[2]
    if prefix in PREFIXES:
        what, verb = what.removesuffix(prefix).rstrip(), prefix + verb
    if (
        not then and found["then"] and found["then"].partition(" ")[0] in MIDFIELD
    ):  # `ich nenne das Land, du die Hauptstadt`
        then = f"{of_third(third_of_first(found['verb']))} {found['then']}"
    subject = "man" if found["who"].lower() == "wir" else "ich"
    said = " ".join(piece for piece in ("wenn", subject, what, verb) if piece)
    return f"{said}{found['clause']}, {then}" if " " in then.strip() else ""


def _last(found: re.Match[str]) -> str:
    """Return the verb as it ends a clause: `nenne` of `ich`, `schickt` of `man` where `wir` was said."""
    verb = found["verb"].lower()
    if found["who"].lower() == "ich":
        return verb if third_of_first(verb) else ""
    spoken_of = re.search(r"\b(?:uns|unser\w*|wir)\b", found[0][len("wir") :], re.IGNORECASE)
    return "" if spoken_of or of_infinitive(verb) is None else third_of(verb)


def together(words: str) -> str:
    """Return `singe mit mir und verbessere meine Töne` of `mit mir singen und meine Töne verbessern`; else nothing."""
    found = _TOGETHER.fullmatch(words[:_LONGEST])
    if not found or not (found["more"] or found["about"]) or not (verb := of_infinitive(found["verb"])):
        return ""
    more = imperative(_AND.sub("", found["more"], count=1)) if found["more"] else ""
    if found["more"] and not more:
        return ""
    joined = f" und {more}" if more else ""
    but = f", {_ONLY.sub(', ', found['but'].strip(' ,'))}" if found["but"] else ""
    but = but.replace("aber, ", "aber ").replace("jedoch, ", "jedoch ")
    return f"{verb.imperative} {found['whom']}{found['about']} {verb.prefix}".rstrip() + joined + but


def taught(words: str) -> str:
    """Return `bereite meine Leute vor und probe mit ihnen` of `ich möchte meine Leute vorbereiten, sie sollen …`."""
    found = _TAUGHT.fullmatch(words[:_LONGEST])
    verb = of_infinitive(found["verb"]) if found else None
    then = of_infinitive(found["then"]) if found else None
    if not found or not verb or not then:
        return ""
    first = " ".join(piece for piece in (verb.imperative, found["what"], verb.prefix) if piece)
    second = " ".join(
        piece
        for piece in (then.imperative, found["how"].strip(), "mit ihnen", found["rest"].strip(), then.prefix)
        if piece
    )
    return f"{first} und {second}"


def is_one_turn(words: str) -> bool:
    """Tell whether a sentence is one order, whatever joints it has."""
    words = with_capitals(words)
    return bool(in_turn(words) or together(words) or taught(words) or is_one_wish(words))
