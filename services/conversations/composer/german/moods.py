"""Turn German clauses whose verb stands last into the imperative, and what they say of an assistant into `du`."""

import re
from itertools import islice

from services.conversations.composer.german.articles import with_article
from services.conversations.composer.german.casing import small
from services.conversations.composer.german.grammar import (
    Verb,
    is_finite,
    of_final,
    of_infinitive,
    of_parted,
)
from services.conversations.composer.german.lexicon import (
    MIDFIELD,
    NOUNS_TOO,
    RELATIVES,
    SUBORDINATORS,
    TO_ONESELF,
    word_set,
)
from services.conversations.composer.layout import pattern

NEGATED = pattern(
    r"\b(?:nie|niemals|nicht|nichts|niemand\w*|kein(?:e[mnrs]?)?|keinesfalls|nur|ausschließlich|lediglich|weder)\b"
)
_CHUNK_END = re.compile(
    r"(?:[,;]|(?<![\"“”»]):)(?=\s)|\s[-\u2013](?=\s)|\s(?=\()|(?<!\s)\s+(?=(?:wenn|falls|dass|weil|damit|bevor|nachdem|sobald|ob|was)\s)|$"
)
_EXPLAINED = re.compile(r"\s\([^()]{1,80}\) \w")
"""`Anreden (Frau, Herr) weglassen`."""
_AND = re.compile(r"\s(?:und|aber)\s")
_WORD = re.compile(r"\S+")
_ENDS = ".!?"
_NO_MAIN_CLAUSE = RELATIVES | SUBORDINATORS | {"um", "statt", "anstatt", "sondern"}
_ARTICLES = word_set("der die das den dem")
_GOES_ON = word_set("auf in mit als wie für zu bei nach von vom über aus zum zur gegen ohne an am im")
_ASKED = (", ob ", ", was ", ", wie ", ", wann ", ", wo ", ", dass ", ", warum ", ", wer ", ", welche")
_LEADS = word_set("in nach auf als unter zu")
_JOINS = frozenset({"und", "oder", "sowie", "bzw."})
_PARTICIPLE = re.compile(r"(?:\w*ge\w+|(?:be|ver|er|ent|über)\w+)(?:t|en)|\w+iert", re.IGNORECASE)
_FINITE = pattern(
    r"\b(?:ich|wir|ihr|man|will|wollen|soll|sollen|kann|können|muss|müssen|darf|dürfen|wird|werden|ist|sind|war|hat|"
    r"habe|"
    r"haben|möchte|möchten|würde|würden|gibt|bin|seid|sei)\b"
)
_SELF = pattern(r"((?:\w+ ){0,2})sich\b")
_OWN = pattern(
    r"\bsein(?=(?:e[nmrs]?)?\s+(?:antwort|quelle|ergebnis|vorschl|begründung|erklärung|rolle|aussage|empfehlung|ton\b|"
    r"wissen|meinung|name|ausgabe|feedback|tipps?\b|annahme))"
)
_COMPARES = re.compile(r"mehr|weniger|anders|so|genauso|ebenso|[a-zäöüß]{3,}er", re.IGNORECASE)
_LONGEST, _MOST_CHUNKS = 1000, 12


def imperative(words: str, *, surely: bool = False) -> str:
    """Return `fasse Texte zusammen` of `Texte zusammenfassen`; nothing where the words do not end in an infinitive.

    What somebody `surely` should do need not be a verb that is known.
    """
    if len(words) > _LONGEST:
        return ""
    start = 0
    for end in islice(_CHUNK_END.finditer(words), _MOST_CHUNKS):
        chunk = words[start : end.start()]
        if words[:start].rstrip().endswith(":"):
            return ""  # what follows a colon has other objects than what stands before it
        is_explained = start == 0 and " " not in chunk and _EXPLAINED.match(words, end.start()) is not None
        if not is_explained and (start == 0 or _opening(chunk) not in _NO_MAIN_CLAUSE):
            before = words[:start] + chunk
            if turned := _leading(before, words[end.start() :]) or _turned(before, words[end.start() :], surely=surely):
                return turned
            if not surely and _FINITE.search(chunk):
                return ""
            said = chunk.split()
            if len(said) > 1 and is_infinitive(said[-1], said[:-1]):
                return ""
        start = end.end()
    return ""


def is_infinitive(word: str, before: list[str]) -> bool:
    """Tell whether a word is a verb, known or not, that has its object before it: `Doppeltes rausschmeißen`."""
    has_object = bool(before) and (before[-1][:1].isupper() or before[-1].lower() in ("nicht", "nichts", "nie"))
    return word.islower() and has_object and of_infinitive(word, surely=True) is not None


def _parted(words: list[str], at: int) -> Verb | None:
    """Return the verb of `Mitschriften eindampfen`, which nobody knows, but which has its object and a prefix."""
    if (
        at != len(words) - 1
        or words[0].lower() in _NO_MAIN_CLAUSE - _ARTICLES
        or not is_infinitive(words[at], words[:at])
    ):
        return None
    return of_parted(words[at])


def _opening(chunk: str) -> str:
    return chunk.split(maxsplit=1)[0].lower() if chunk.strip() else ""


def _turned(before: str, after: str, *, surely: bool) -> str:  # noqa: PLR0911 - one for each turn of phrase
    """Turn the words before the end of a clause, if they end in an infinitive; `after` goes on after that clause."""
    found = list(_WORD.finditer(before))
    words = [word[0].rstrip(_ENDS) for word in found]
    if len(words) > 1 and words[-1].lower() == "können" and of_infinitive(words[-2]):
        return _turned(before[: found[-2].end()], before[found[-1].start() + len("können") :] + after, surely=surely)
    if len(words) > 2 and words[-2].lower() in ("als", "statt", "anstatt") and of_infinitive(words[-1]):  # noqa: PLR2004 - before `statt` something stands
        return _instead(before[: found[-2].start()].rstrip(), words, before[found[-1].end() :] + after)
    for at in _candidates(words, surely=surely):
        verb = of_infinitive(words[at], surely=surely and at == len(words) - 1) or _parted(words, at)
        if not verb or (at and words[at - 1].lower() == "zu"):
            continue
        if verb.imperative in ("werde", "hab") and at and _PARTICIPLE.fullmatch(words[at - 1]):
            return ""
        each = imperative(after[2:]) if after.startswith(": ") else ""
        between = before[found[at].start() + len(words[at]) :]
        rest = f": {each}" if each else between + after
        lists = after.startswith(", ") and _opening(after[2:]) not in _NO_MAIN_CLAUSE
        if after.startswith(", sondern ") and (more := imperative(after.removeprefix(", sondern "))):
            rest = f"{between}, sondern {more}"
        if lists and _is_condition(after[2:]):
            return ""
        if lists and (more := imperative(after[2:])):
            if NEGATED.search(before) and not NEGATED.search(after):
                return ""  # what is forbidden with one verb is forbidden with all
            rest = f"{between}, {more}"
        return _joined(before[: found[at].start()].rstrip(), words[:at], (verb, words[at]), rest, surely=surely)
    return ""


def _leading(before: str, after: str) -> str:
    """Return `ordne Funde ein in: essbar, giftig` of `Funde einordnen in: essbar, giftig`."""
    words = before.split()
    if not after.startswith(":") or len(words) < 2 or words[-1].lower() not in _LEADS:  # noqa: PLR2004 - `einordnen in`
        return ""
    verb = of_infinitive(words[-2])
    what = small(" ".join(words[:-2])) or "alles"
    return f"{_put(verb, what)} {words[-1]}{after}" if verb else ""


def _instead(first: str, words: list[str], after: str) -> str:
    """Return `frage, statt zu raten` of `fragen statt raten`."""
    lone = of_infinitive(first) if first.islower() else None
    turned = f"{lone.imperative} {lone.prefix}".rstrip() if lone else imperative(first)
    return f"{turned}, {words[-2]} {with_zu(words[-1])}{after}" if turned and of_infinitive(words[-1]) else ""


def with_zu(infinitive: str) -> str:
    """Return `zu raten` of `raten`, and `nachzufragen` of `nachfragen`."""
    verb = of_infinitive(infinitive)
    prefix = verb.prefix if verb else ""
    return f"{prefix}zu{infinitive[len(prefix) :]}" if prefix else f"zu {infinitive}"


def _candidates(words: list[str], *, surely: bool) -> list[int]:
    """Return where the infinitive may stand: at the end, or before what comes after (`antworten auf Deutsch`)."""
    last = len(words) - 1
    if (
        last >= 0
        and (words[last].islower() or (last == 0 and not surely))
        and not (last == 0 and words[0].lower() in NOUNS_TOO)
    ):
        found = [last]
    else:
        found = []
    if not surely:  # `Briefe nicht strenger behandeln als Karten`
        found += [
            at for at in range(last - 1, 0, -1)
            if words[at].islower() and words[at + 1] in ("als", "wie") and any(map(_COMPARES.fullmatch, words[:at]))
        ][:1]  # fmt: skip # a condition to a line
        found += [
            at for at in range(last - 1, 0, -1)
            if words[at].islower() and words[at + 1] in _LEADS and words[at - 1][:1].isupper()
            and (verb := of_infinitive(words[at])) and verb.prefix
        ][:1]  # fmt: skip # a condition to a line
    if surely:
        found += [
            at for at in range(last - 1, -1, -1)
            if words[at].islower() and words[at + 1].lower() in _GOES_ON and words[at] not in MIDFIELD
        ][:3]  # fmt: skip # a condition to a line
    return found


def _joined(before: str, words: list[str], last: tuple[Verb, str], rest: str, *, surely: bool) -> str:
    """Put the imperative first; where others are joined to it, each of them."""
    verb, _ = last
    if not surely and _FINITE.search(before):
        return ""
    if len(words) > 1 and words[-1] in _JOINS and words[-2].islower() and (other := _before_and(words)):
        return _both(other, verb, before, words, rest)
    if len(words) > 1 and words[-1] in _JOINS and is_infinitive(words[-2], words[:-2]):
        return ""  # `Notizen aufräumen und sortieren` has verbs that nobody knows
    for at, word in enumerate(words[:-1]):
        joins = words[at + 1] in _JOINS and word.islower() and word not in NOUNS_TOO
        known = of_infinitive(word) or _parted(words[: at + 1], at)
        if joins and known and (not at or words[at - 1] != "zu"):
            first, second = " ".join(words[: at + 1]), " ".join(words[at + 2 :])
            if NEGATED.search(first) and not NEGATED.search(second):
                return ""  # what is forbidden with one verb is forbidden with both
            turned = imperative(first, surely=surely)
            return (
                _end(f"{turned} {words[at + 1]} {verb.imperative} {_reflexive(second, verb)}", verb, rest)
                if turned
                else ""
            )
    what = with_article(small(before), verb.imperative if not verb.prefix or verb.imperative == "bereite" else "")
    return _end(f"{verb.imperative} {_reflexive(what, verb)}", verb, rest)


def _before_and(words: list[str]) -> Verb | None:
    """Return the verb that stands before `und`, with `und` at the end of the words."""
    return of_infinitive(words[-2]) or _parted(words[:-1], len(words) - 2)


def _both(first: Verb, second: Verb, before: str, words: list[str], rest: str) -> str:
    """Return `lies und fasse Texte zusammen` of `Texte lesen und zusammenfassen`."""
    shared = _shared(before, words)
    if rest.startswith(_ASKED):  # `Briefe lesen und sagen, ob sie gut sind`
        return _end(f"{_put(first, shared)} {words[-1]} {second.imperative}", second, rest)
    return _end(f"{_put(first, '')} {words[-1]} {second.imperative} {shared}", second, rest)


def _is_condition(words: str) -> bool:
    """Tell whether words are a condition without `wenn`: `fehlt ein Wert, einen Strich machen`."""
    opening = _opening(words)
    return opening.endswith("t") and is_finite(opening) and opening not in NOUNS_TOO


def _shared(before: str, words: list[str]) -> str:
    return small(before[: -len(words[-1])].rstrip()[: -len(words[-2])].rstrip())


def _put(verb: Verb, words: str) -> str:
    return " ".join(piece for piece in (verb.imperative, words, verb.prefix) if piece)


def _end(words: str, verb: Verb, rest: str) -> str:
    words = words.rstrip()
    if not verb.prefix and (not rest or rest.startswith(",")):
        words = words.removesuffix(",")
    return f"{words} {verb.prefix}".rstrip() + rest


def _reflexive(words: str, verb: Verb) -> str:
    infinitive = verb.prefix + verb.imperative
    dative = any(infinitive.startswith(known[:-2]) for known in TO_ONESELF)
    turned = _SELF.sub(rf"\1{'dir' if dative else 'dich'}", words, count=1) if _SELF.match(words) else words
    return _OWN.sub("dein", turned)


def reflexive(words: str, verb: str) -> str:
    """Return what follows an imperative, with `dich` for `sich`: `beschränke` and `dich auf Fakten`."""
    return _reflexive(words, Verb(verb))


def imperative_of_clause(words: str, *, second: bool) -> str:
    """Return `fasse Texte zusammen` of `du Texte zusammenfasst`, given without its subject."""
    for joint in islice(_AND.finditer(words[:_LONGEST]), _MOST_CHUNKS):
        first = _last_word(words[: joint.start()])
        if of_final(first, second=second) and (then := _of_clause(words[joint.end() :], second=second)):
            return f"{_of_clause(words[: joint.start()], second=second)}{joint[0]}{then}"
    return _of_clause(words, second=second)


def _of_clause(words: str, *, second: bool) -> str:
    start = 0
    for end in islice(_CHUNK_END.finditer(words[:_LONGEST]), _MOST_CHUNKS):
        chunk = words[start : end.start()]
        last = _last_word(chunk)
        if last and (start == 0 or _opening(chunk) not in _NO_MAIN_CLAUSE):
            before = words[: start + chunk.rindex(last)].rstrip()
            if last.lower() in ("soll", "sollst", "sollte", "solltest", "muss", "musst"):
                return imperative(before + words[start + chunk.rindex(last) + len(last) :], surely=True)
            if verb := of_final(last, second=second):
                rest = words[start + chunk.rindex(last) + len(last) :]
                if rest.startswith(", sondern "):
                    further = _of_clause(rest.removeprefix(", sondern "), second=second)
                    if not further:
                        return ""
                    rest = f", sondern {further}"
                return _end(f"{verb.imperative} {_reflexive(small(before), verb)}", verb, rest)
        start = end.end()
    return ""


def _last_word(chunk: str) -> str:
    words = chunk.rsplit(maxsplit=1)
    return words[-1].rstrip(_ENDS) if words else ""
