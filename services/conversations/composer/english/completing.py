"""Say as a whole sentence what a person noted without a verb."""

import re
from collections.abc import Callable

from services.conversations.composer.english.forbidding import forbidden, states, verb_for
from services.conversations.composer.english.grammar import THIRD, with_article
from services.conversations.composer.english.lexicon import ALSO_NOUNS, NO_OBJECT, OBJECTS, VERBS
from services.conversations.composer.english.measuring import measured
from services.conversations.composer.english.standing import stands
from services.conversations.composer.english.things import TONES
from services.conversations.composer.english.wordings import NAMES
from services.conversations.composer.layout import pattern, word_set
from services.conversations.composer.model import Part

_LONGEST_NOTE = 240
_NEVER_ORDERED = frozenset({Part.TEMPLATE, Part.ROLE, Part.KNOWN, Part.GIVEN, Part.EXAMPLES})
_COURTESY = pattern(r",? (?:please|pls|plz|thanks|thank you|ok|okay|obviously|of course)$")
_CASE = pattern(r"(?:if|when|whenever|where|in case|for|in) [^,:]{2,120}, (?:then )?(?=\S)")
_LANGUAGE = rf"(?:{'|'.join(sorted(NAMES))})"
_IN_LANGUAGE = pattern(
    rf"(?:only )?in (?:(?:plain|simple|formal|good|easy|british|american|swiss) ){{0,2}}{_LANGUAGE}\b.{{0,80}}",
    r"(?:only )?in (?:(?:plain|simple|easy|everyday) )?(?:language|words|terms|whole sentences|"
    r"full sentences)\b.{0,80}",
)
_BARE_LANGUAGE = pattern(rf"{_LANGUAGE}(?: (?:and|or) {_LANGUAGE})?(?: only)?")
_CAPITAL = pattern(rf"(?<=\bin )(?:(?:plain|simple|formal|good|easy) )?{_LANGUAGE}\b")
_SHAPED = pattern(
    r"(?:only )?(?:as|in) (?:an? |the )?(?:[\w-]+ ){0,2}(?:table|list|json|csv|markdown|bullets?|"
    r"bullet points|prose|yaml|xml|html|"
    r"paragraphs?|columns?|e-?mail|letter|poem|dialogue|steps)\b.{0,80}"
)
_CASED = pattern(r"(?:all |only )?(?:in )?(?:lower[ -]?case|upper[ -]?case|capitals)(?: only| throughout)?")
_DATA = pattern(r"(?:only |just )?(?:json|yaml|csv|xml|html|markdown|plain text)(?: only)?(?: with [^,;:]{1,60})?")
_UNITS = pattern(
    r"(?:in )?(?:euros|dollars|pounds|francs|metres|meters|miles|kilos|grams|celsius|fahrenheit)(?: only)?|"
    r"(?:only )?(?:metric|imperial|si|us|british|american) (?:units|measures|measurements|spelling|"
    r"system)(?: only)?\b.{0,60}"
)
_WORDED = pattern(
    r"(?:only )?(?:(?:very|short|simple|plain|easy|everyday|clear|whole|full|complete|common|big|large|huge|bold|small)"
    r"(?:,? and |, | )){1,3}(?P<what>sentences?|words|letters|print|type|font|pictures|examples|steps|breaks|"
    r"language|wording|terms|paragraphs|answers|replies|messages|lines|titles)\b.{0,120}"
)
_LONG = pattern(
    r"(?:(?:very|really|quite|rather|nice and|extremely|as) )?"
    r"(?:short|brief|concise|crisp|terse|compact|succinct|snappy)(?: (?:and|but) [\w-]+| as possible)?"
)
_INTENSITY = r"(?:(?:very|rather|quite|really|a bit|a little|not|not too|never|more|but|and|but not|yet) )"
_TONE = rf"{_INTENSITY}?(?:{'|'.join(sorted(TONES))})"
_MANNER = pattern(
    rf"{_TONE}(?:,? (?:and|but|yet|or|not|never|but not|but never|and not)(?: too| very)? [\w-]+|, {_TONE}){{0,3}}"
)
_VOICE = pattern(r"(?:in |with )?(?P<article>an? )?(?P<how>(?:[\w-]+,? (?:and |but )?){1,3}(?:tone|voice|style))")
_ALWAYS = pattern(r"always (?P<what>(?P<first>[\w-]+)(?: (?P<second>[\w-]+))?.{0,200})")
_ONLY = pattern(r"(?:only|just) (?P<what>(?P<first>[\w-]+)(?: (?P<second>[\w-]+))?.{0,200})")
_FIRST = pattern(
    r"(?P<thing>[^,;:.]{2,80}) (?:first|last|on top|at the (?:top|end|bottom|beginning|start))(?=$|"
    r",)(?P<rest>.{0,120})"
)
_SUPERLATIVE = pattern(r"worst|best|(?!inter|for|har|tem|mod|hon)[a-z]{2,}est|most [a-z]+|least [a-z]+|newest|oldest")
_ALWAYS_LAST = pattern(r"(?P<thing>(?:the|an?|my|our|all) [^,;:.]{2,60}) always")
_ONLY_LAST = pattern(r"[a-z][^,;:.]{2,40} only(?:, (?:from|in|on|with|as|for|out of) [^,;:.]{2,80})?")
_FIRST_THE = pattern(r"first (?=(?:the|an?|your) ).{2,160}")
_WHERE = pattern(r"(?:(?-i:[A-Z?-]{1,4})|n/a|['\"“][^\"”]{1,40}['\"”]) (?=(?:if|where|when|for)\b).{2,120}")
_ONLY_IF = pattern(r"[^,;:.]{2,60} only (?:if|when|where|for|in case|after|once)\b.{2,120}")
_IN_FORM = pattern(
    r"[^,;:.]{2,60} in (?:bold|italics|capitals|brackets|parentheses|quotes|quotation marks|upper case|"
    r"lower case)\b.{0,60}"
)
_AS_IN = pattern(r"(?:dates?|times?|amounts?|numbers?|figures|prices)(?: of [\w-]+)? (?:as|in|like|with) .{1,80}")
_TOLD_IN = pattern(rf"(?:the )?(?P<thing>[a-z]+(?: [a-z]+)?) in {_LANGUAGE}\b.{{0,60}}")
_CONVERTED = pattern(r"[a-z]+ (?:in)?to [a-z]+(?:, .{0,80})?")
_RATHER = pattern(r"(?P<rather>[^,;:.]{2,60})(?:, (?:and )?not | rather than | instead of )[^,;:.]{2,60}")
_STRAIGHT = pattern(r"straight to .{2,80}")
_WITH = pattern(
    r"with (?!.*\b(?:humou?r|care|patience|respect|warmth|empathy)\b)"
    r"(?:an?|the|one|two|three|\w+ (?:headlines?|headings?|titles?|columns?|summary|emojis|hashtags|sources)|"
    r"(?:[\w-]+ ){0,2}[\w-]+s$)\b.{0,120}"
)
_NAMES_ONE = pattern(r"(?:an?|the|one|two|three|some|\d+) (?!(?:smile|pinch|bit|touch|hint|dash)\b)")
_DEGREE = pattern(
    r"(?:very|really|super|extremely|quite|rather|fairly|pretty) [a-z-]+(?:(?:,| and| but| yet) (?:very |not too |"
    r"not )?"
    r"[a-z-]+)?(?: as possible)?"
)
_MOOD = pattern(r"(?:an? )?(?P<how>[a-z-]+(?:,? (?:and )?[a-z-]+)?) (?P<what>mood|vibe|atmosphere|ending|end)")
_NO_NOUNS = NO_OBJECT | word_set(
    """
    a able after again against because but due else except given he her his how i if instead it its let like not
    once one she since so still then there they today unless until was we what when where whether which while who why
    you your
    """
)
_POSITIVE = frozenset({"ask", "give", "use"})
_LINKED = word_set("after at before for from in of on per to under with without")


def completed(words: str, part: Part) -> str:
    """Return words without a verb as what to do, given their part: `Use at most 5 lines` of `5 lines tops`."""
    if part is Part.KNOWN:
        return stands(words) or words
    if part in _NEVER_ORDERED or len(words) > _LONGEST_NOTE or words.isupper():
        return words
    note = _COURTESY.sub("", words.rstrip(" .!"))
    if not note:
        return words
    if part is Part.AUDIENCE and note[:4].casefold() == "for ":
        return f"Write {_plain(note)}"
    if (case := _CASE.match(note)) and (then := _ordered(note[case.end() :])):
        return f"{note[: case.end()]}{then[0].lower()}{then[1:]}"
    return _ordered(note) or words


def _ordered(note: str) -> str:
    """Return what a note orders; nothing where it is no note, or not surely one."""
    if done := forbidden(note) or (not states(note) and measured(note)):
        return done
    if states(note):
        return _first(note, _DEPENDENT)
    return _first(note, _SHAPES) or (_first(note, _NOTES) if _is_thing(note) else "")


def _first(note: str, rules: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...]) -> str:
    for rule, say in rules:
        if (found := rule.fullmatch(note)) and (said := say(found)):
            return said
    return ""


def _is_thing(note: str) -> bool:
    """Tell whether a note names a thing: `vital signs first`, not `keep it first`, `she comes first`."""
    first, _, rest = note.casefold().partition(" ")
    following = rest.partition(" ")[0]
    if first in _NO_NOUNS - {"a", "one", "your"} or first in ("always", "never", "only", "just", "put"):
        return False
    if first in VERBS:
        return first in ALSO_NOUNS and following in ("first", "last")
    return following not in OBJECTS - {"one", "all", "only"} or first in ("half", "all", "both")


def _plain(note: str) -> str:
    known = note.partition(" ")[0].capitalize() in NAMES | {"American", "British", "Swiss"}
    lowered = (
        note[0].lower() + note[1:] if not known and (note.partition(" ")[0][1:].islower() or note[1:2] == " ") else note
    )
    return _CAPITAL.sub(
        lambda found: found[0][: found[0].rfind(" ") + 1] + found[0].rpartition(" ")[2].capitalize(), lowered
    )


def _saying(verb: str) -> Callable[[re.Match[str]], str]:
    """Return how a note is said after a verb."""
    return lambda found: f"{verb} {_plain(found[0])}"


def _worded(found: re.Match[str]) -> str:
    what = found["what"].casefold()
    verb = "Give" if what in ("answers", "replies", "messages", "titles") else "Use"
    return f"{'Write' if what.startswith(('sentence', 'paragraph', 'line')) else verb} {_plain(found[0])}"


def _voice(found: re.Match[str]) -> str:
    return f"Use {found['article'] or 'a '}{_plain(found['how'])}"


def _always(found: re.Match[str]) -> str:
    what, first, second = found["what"], found["first"].casefold(), (found["second"] or "").casefold()
    if _IN_LANGUAGE.fullmatch(what) or _SHAPED.fullmatch(what):
        return f"Always answer {_plain(what)}"
    if _UNITS.fullmatch(what) or _WORDED.fullmatch(what):
        return f"Always use {what}"
    if first in TONES:
        return f"Always be {what}"
    if first == "with":
        return f"Always include {what[5:]}" if _NAMES_ONE.match(what, 5) else f"Always answer {what}"
    if first in ("the", "a", "an", "one", "two", "three", "my", "our", "your", "its") or first.isdigit():
        return f"Always include {what}"
    known = first in VERBS or first in _NO_NOUNS or second in OBJECTS
    plural = not known and (second in _LINKED or not second) and first.endswith("s") and not first.endswith("ss")
    return f"Always include {what}" if plural else ""


def _only(found: re.Match[str]) -> str:
    what, first, second = found["what"], found["first"].casefold(), (found["second"] or "").casefold()
    how = found[0].partition(" ")[0].casefold()
    if first in VERBS and (first not in ALSO_NOUNS or second in OBJECTS | {"in", "on", "to", "with", "when", "if"}):
        return ""
    if first in _NO_NOUNS - {"a", "one", "your"} or second in OBJECTS - {"one", "all", "only"}:
        return ""
    if first in TONES and not second:
        return ""
    verb = verb_for(what, "give")
    return f"{verb.capitalize() if verb in _POSITIVE else 'Give'} {how} {what}"


def _put(found: re.Match[str]) -> str:
    first = found["thing"].partition(" ")[0].casefold()
    last = found["thing"].rpartition(" ")[2].casefold()
    if first in ("do", "at", "from", "not") or last in THIRD:
        return ""
    return f"Put {'the ' if _SUPERLATIVE.fullmatch(found['thing']) else ''}{_plain(found[0])}"


def _told_in(found: re.Match[str]) -> str:
    thing = found["thing"].casefold()
    if thing.endswith("s") or " " in thing:
        return f"Give {_plain(found[0])}"
    return f"Give the {_plain(found[0].removeprefix('the '))}"


def _language(found: re.Match[str]) -> str:
    return "Answer in " + " ".join(
        word.capitalize() if word.capitalize() in NAMES else word for word in found[0].split()
    )


def _rather(found: re.Match[str]) -> str:
    verb = verb_for(found["rather"], "give" if " " in found["rather"] else "use")
    return f"{verb.capitalize() if verb in _POSITIVE else 'Give'} {_plain(found[0])}"


_SHAPES = (
    (_IN_LANGUAGE, _saying("Answer")),
    (_BARE_LANGUAGE, _language),
    (_SHAPED, _saying("Give every answer")),
    (
        _CASED,
        lambda found: (
            f"Write {'' if found[0].casefold().startswith(('in ', 'only in', 'all in')) else 'in '}{_plain(found[0])}"
        ),
    ),
    (_DATA, _saying("Return")),
    (_UNITS, lambda found: f"Use {_plain(found[0]).removeprefix('in ')}"),
    (_WORDED, _worded),
    (_LONG, _saying("Keep every answer")),
    (_MANNER, _saying("Be")),
    (_DEGREE, _saying("Keep it")),
    (_MOOD, lambda found: f"Give it {with_article('a ' + _plain(found['how']))} {found['what']}"),
    (_VOICE, _voice),
    (_ALWAYS, _always),
    (_ONLY, _only),
    (_FIRST_THE, _saying("Give")),
    (_STRAIGHT, _saying("Refer")),
    (_WITH, _saying("Answer")),
)
"""Notes of one shape, whatever they name."""
_DEPENDENT = ((_WHERE, lambda found: f"Write {found[0]}"),)
_NOTES = (
    (_WHERE, lambda found: f"Write {found[0]}"),
    (_ONLY_IF, _saying("Give")),
    (_IN_FORM, _saying("Put")),
    (_AS_IN, _saying("Write")),
    (_TOLD_IN, _told_in),
    (_FIRST, _put),
    (_ONLY_LAST, lambda found: f"{'Keep to' if ' the ' in found[0] else 'Give'} {_plain(found[0])}"),
    (_ALWAYS_LAST, lambda found: f"Always include {_plain(found['thing'])}"),
    (_CONVERTED, _saying("Convert")),
    (_RATHER, _rather),
)
"""Notes that name a thing, and what is to be done with it."""
