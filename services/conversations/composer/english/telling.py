"""What a person tells of himself, in the third person."""

import re
from collections.abc import Iterator, Sequence

from services.conversations.composer.english.courtesy import plain
from services.conversations.composer.english.grammar import THIRD, third_person
from services.conversations.composer.english.lexicon import ALSO_NOUNS, OBJECTS, VERBS
from services.conversations.composer.layout import pattern, word_set

_TOKEN = re.compile(r"\"[^\"\n]*\"|“[^“”\n]*”|[\w'\u2019-]+|[^\w\s]|\s+")
_SHORT = {
    "im": "i'm", "ive": "i've", "dont": "don't", "didnt": "didn't", "cant": "can't", "wont": "won't", "isnt": "isn't",
    "wasnt": "wasn't", "havent": "haven't", "couldnt": "couldn't", "wouldnt": "wouldn't", "weve": "we've",
    "ain't": "am not",
}  # fmt: skip # many short ones to a line
_SINGULAR = {
    "am": "is", "are": "is", "have": "has", "do": "does", "don't": "doesn't", "haven't": "hasn't", "were": "was",
    "aren't": "isn't", "weren't": "wasn't", "go": "goes",
}  # fmt: skip # many short ones to a line
_PLURAL = {"am": "are", "was": "were", "wasn't": "weren't", "is": "are"}
_OWN = {
    "my": "their", "our": "their", "mine": "theirs", "ours": "theirs", "me": "them", "us": "them",
    "myself": "themselves", "ourselves": "themselves",
}  # fmt: skip # many short ones to a line
_ENDINGS = {"'m": "am", "'re": "are", "'ve": "have", "'ll": "will"}
_SAME_IN_ALL_PERSONS = word_set(
    """
    can can't cannot could couldn't didn't had hadn't may might must mustn't ought shall should shouldn't used will
    won't would wouldn't
    """
)
_PAST = word_set(
    """
    ate became began bought broke brought built came caught chose did drew drove fell felt flew forgot found froze gave
    got grew had heard held kept knew left lent lost made meant met paid ran rang rode said sang sat saw sent shot
    shook slept sold spent spoke spun stole stood stuck swam taught thought told took threw understood was went were
    woke won wore wrote
    """
)
_VERBS_TOO = word_set(
    """
    am are bake bring brew buy can could cover deal do don't earn enjoy face fall fear fight fish forget grow hate have
    hear hire hope hunt invite keep know learn lend like live lose love manage mean meet milk miss move must need never
    own paint pay post prefer rent repair restore ride run sell sew shall should sing sit sleep spend start struggle
    study suffer swim think tour train travel upload use visit volunteer want wear will wish wonder work would
    """
)
_NEARBY = 40  # pieces of a sentence, spaces among them
_VERBS = VERBS | _VERBS_TOO
_ADVERBS = word_set("also always even ever just just never now often only really sometimes still then usually")
_AFTER_A_VERB = OBJECTS | word_set(
    "about as at because by for from here how if in into it like more not on out over that there to too up when where"
)
_FIRST_PERSON = pattern(r"\b(?:i|we)\b(?!\.)|\b(?:i|we)'|\b(?:im|ive|weve)\b")
_UNSURE = pattern(
    r"\?|\blet'?s\b|\blet us\b|\b(?:i|we) (?:mean|guess|suppose|bet)\b|\b(?:part|war|chapter|type|class|level) I\b|"
    r"\b(?:am|are|was|were|do|did|have|can|could|will|would|should) (?:i|we)\b|\bid\b|\bill\b|[“„]"
)
_AND_I = pattern(r"(?:my|our) ([\w-]+(?: [\w-]+)?) and (?:i|me) (?=(\w+))")
_MINE_IS = pattern(
    r"(?:my|our) ((?:[\w-]+ ){0,2}[\w-]+?)(?:(?='s )| (?=(?:is|are|was|were|has|have|had|can|will|does|do|"
    r"doesn't|don't|"
    rf"can't|won't|{'|'.join(sorted(THIRD))})\b))"
)

_IS = pattern(r"^'s (?=(got|been|had|gone|done|become)?)")


PERSON = "the person you work for"
"""Who says `I`."""


def told(sentences: Sequence[str]) -> list[str]:
    """Return each sentence in the third person, or nothing where no rule can turn it.

    The first in which the person is the subject names him: `I sell bread.`, `We bake it.` is told as `The person you
    work for sells bread.`, `They bake it.`
    """
    named, turned = False, []
    for one in sentences:
        words = plain(one)
        if not _FIRST_PERSON.search(words):
            turned.append(_told(words, named=True) if named else words)
            continue
        said = "" if _UNSURE.search(words) else _told(words, named=named)
        named = named or bool(said)
        turned.append(said)
    return turned


def _told(words: str, *, named: bool) -> str:
    found = _AND_I.match(words)
    if named and found:
        return f"They and their {found[1]} {_told(f'we {words[found.end() :]}', named=True)[5:]}"
    if found:
        return f"The person you work for and their {found[1]} {_told(f'we {words[found.end() :]}', named=True)[5:]}"
    if not named and (found := _MINE_IS.match(words)):
        rest = _IS.sub(lambda short: "has " if short[1] else "is ", words[found.end() :])
        return f"The {found[1]} of the person you work for {_told(rest, named=True)}"
    pieces = [token[0].replace("\u2019", "'") for token in _TOKEN.finditer(words)]
    return "".join(_Teller(pieces, named=named).told())


class _Teller:
    """Turns one sentence, a piece at a time."""

    def __init__(self, pieces: list[str], *, named: bool) -> None:
        self._pieces = [part for piece in pieces for part in taken_apart(piece)]
        self._at = 0
        self._named = named
        self._is_singular = False
        self._joints = 0

    def told(self) -> Iterator[str]:
        """Yield what is said instead of each piece."""
        while self._at < len(self._pieces):
            piece = self._pieces[self._at]
            lower = piece.casefold()
            self._at += 1
            if lower in ("i", "we"):
                yield from self._subject(lower)
            elif lower in ("and", "but", "or") or (lower == "," and self._goes_on()):
                yield piece
                yield from self._joined()
            else:
                yield _cased(_OWN.get(lower, piece), piece) if lower in _OWN else piece

    def _subject(self, pronoun: str) -> Iterator[str]:
        at_start = self._at == 1
        if self._named:
            self._is_singular = False
            yield "They" if at_start else "they"
        else:
            self._named = True
            self._is_singular = pronoun == "i"
            self._joints = 0
            yield f"{'The' if at_start else 'the'} {'person' if self._is_singular else 'people'} you work for"
        yield from self._verb()

    def _verb(self) -> Iterator[str]:
        """Yield the verb of a subject, and the adverbs before it."""
        while self._at < len(self._pieces):
            piece = self._pieces[self._at]
            lower = piece.casefold()
            if not piece[0].isspace() and not is_adverb(lower):
                if piece[0].isalpha():
                    self._at += 1
                    yield inflected(lower, is_singular=self._is_singular)
                return
            self._at += 1
            yield piece

    def _joined(self) -> Iterator[str]:
        """Yield what follows on `and`: another verb of the same subject agrees with it."""
        self._joints += 1
        if not self._is_singular:
            return
        here = self._at + 1
        if self._word(here) == "i" and self._joints == 1:
            self._at = here + 1  # `drove buses and I am no writer`
            yield from self._verb()
            return
        while self._word(here) in _ADVERBS:
            here += 2
        if self._is_verb(here):
            yield from self._pieces[self._at : here]
            self._at = here + 1
            yield inflected(self._word(here), is_singular=True)

    def _is_verb(self, at: int) -> bool:
        word = self._word(at)
        return word in _VERBS and (word not in ALSO_NOUNS or self._word(at + 2) in _AFTER_A_VERB)

    def _goes_on(self) -> bool:
        """Tell whether a list of verbs goes on: `I teach maths, coach football and write reports`."""
        end = min(len(self._pieces), self._at + _NEARBY)
        following = (at + 2 for at in range(self._at, end) if self._word(at) == "and")
        return self._is_verb(self._at + 1) and any(self._is_verb(at) for at in following)

    def _word(self, at: int) -> str:
        return self._pieces[at].casefold() if at < len(self._pieces) else ""


def inflected(verb: str, *, is_singular: bool) -> str:
    """Return a verb of the first person in the third."""
    if not is_singular:
        return _PLURAL.get(verb, verb)
    if verb in _SINGULAR:
        return _SINGULAR[verb]
    if verb in _SAME_IN_ALL_PERSONS or verb in _PAST or (verb.endswith("ed") and verb not in _VERBS):
        return verb
    return third_person(verb)


def is_adverb(word: str) -> bool:
    """Tell whether a word may stand between a subject and its verb."""
    return word in _ADVERBS or word.endswith("ly")


def taken_apart(piece: str) -> list[str]:
    """Return a word and what is joined to it apart: `I`, ` `, `am` of `I'm`."""
    lower = _SHORT.get(piece.casefold(), piece.casefold())
    stem, mark, ending = lower.partition("'")
    if stem in ("i", "we") and mark:
        said = _ENDINGS.get(mark + ending, "")
        if ending == "d":
            said = "would"
        return [stem, " ", said] if said else [piece]
    return [lower] if piece.casefold() in _SHORT else [piece]


def _cased(words: str, like: str) -> str:
    return words.capitalize() if like[0].isupper() and like != "I" else words
