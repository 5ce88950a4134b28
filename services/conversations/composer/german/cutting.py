"""Where a German sentence falls into clauses that can stand alone."""

from collections.abc import Iterator

from services.conversations.composer.german.conditions import depends
from services.conversations.composer.german.grammar import (
    STRONG_IMPERATIVES,
    is_finite,
    of_infinitive,
    of_third,
    orders,
)
from services.conversations.composer.german.joints import (
    ADVERB,
    AMOUNT,
    BANS,
    BARE,
    ENDS_IN_MODAL,
    FROM_YOU,
    HE,
    HE_SHOULD,
    HOLDS,
    IF,
    IF_ANEW,
    INVERTED,
    IS,
    IS_RELATIVE,
    IS_SO,
    IS_TO,
    IT_IS_TO,
    ITEM,
    JOINT,
    MAY,
    NEVER,
    NONE,
    NOTHING,
    OBJECTS,
    PLAIN,
    RUN_ON,
    SAYS_ICH,
    SHAPE,
    STANDS,
    TELLS,
    THE,
    THEN,
    TO,
    TO_BE_DONE,
    TWO_WORDS,
    WANTS,
    WITH,
    WITHOUT,
    WOULD,
)
from services.conversations.composer.german.lexicon import NOUNS_TOO, RELATIVES, SUBORDINATORS
from services.conversations.composer.german.members import without_tail, words_until
from services.conversations.composer.german.moods import NEGATED
from services.conversations.composer.german.nouns import is_agent, is_assistant
from services.conversations.composer.german.pairs import (
    are_notes,
    belong_together,
    first_word,
    is_tone_after,
    last_word,
)
from services.conversations.composer.german.placing import place
from services.conversations.composer.german.roles import role
from services.conversations.composer.german.wishes import says_ich, wish
from services.conversations.composer.layout import Span
from services.conversations.composer.model import Part

_LOOKS_AHEAD, _MOST_JOINTS = 240, 200  # what stands further on decides nothing


def cut(masked: str, whole: Span) -> Iterator[Span]:
    """Yield the clauses of a sentence in a text whose quotes and brackets are masked."""
    start, known = whole.start, False
    joints = RUN_ON if masked[whole.start : whole.end].islower() else JOINT
    for number, joint in enumerate(joints.finditer(masked, *whole)):
        if number >= _MOST_JOINTS:
            break
        before = masked[start : joint.start()][-_LOOKS_AHEAD * 2 :]
        conditional = first_word(before) in SUBORDINATORS or depends(
            masked[start : min(whole.end, start + _LOOKS_AHEAD)]
        )
        if not before.strip() or (conditional and ";" not in joint[0]):
            continue
        after = masked[joint.end() : min(whole.end, joint.end() + _LOOKS_AHEAD)].partition("\n")[0]
        if joint[0].isspace():
            ends = last_word(before) not in HOLDS and not orders(last_word(before))
        else:
            ends = _Clause(before, joint[0].lower(), after).stands_alone(known=known)
        if ends:
            yield Span(start, joint.start())
            start, known = joint.end(), True
    yield Span(start, whole.end)


class _Clause:
    """What follows a joint, and what stands before it."""

    def __init__(self, before: str, joint: str, after: str) -> None:
        self._before = without_tail(before)
        self._joint = joint
        self._after = without_tail(after)
        self._words = words_until(r"[,;:]\s|\s(?:und|aber|bitte)\s|$", self._after)
        self._all = words_until(r"[,;:]\s|$", self._after)

    def stands_alone(self, *, known: bool) -> bool:  # noqa: PLR0911 - one for each kind
        """Tell whether the clause can be a sentence; `known` where one before it has been cut off already."""
        if self._goes_with_it():
            return False
        if "," in self._joint and (FROM_YOU.match(self._after) or is_tone_after(self._before, self._after)):
            return True
        if "," in self._joint and not self._relates() and are_notes(self._before, self._after):
            return True
        if PLAIN.match(self._after) and BANS.match(self._before.lstrip()):
            return True
        if "," in self._joint and (self._begins_anew() or self._is_remark() or TO_BE_DONE.match(self._after)):
            return True
        if WANTS.match(self._after) and SAYS_ICH.match(self._before) and self._is_wanted():
            return True
        if "," in self._joint and not self._joins() and TELLS.match(self._after) and not self._relates():
            return not says_ich(self._before.lstrip()) or bool(role(self._before, first=True))
        return (
            self._is_told()
            or self._is_ordered()
            or self._is_forbidden()
            or self._is_shape()
            or self._is_noted()
            or self._is_done(known=known)
        )

    def _goes_with_it(self) -> bool:
        return (
            not self._words
            or ENDS_IN_MODAL.search(self._before) is not None
            or self._words[0].lower() == "sondern"
            or belong_together(self._before, self._joint, self._after)
            # `das Datum bitte als TT.MM.JJJJ`
            or ("bitte" in self._joint and "," not in self._joint and BARE.fullmatch(self._before.strip()) is not None)
        )

    def _is_wanted(self) -> bool:
        return bool(role(self._after, first=False) or wish(self._after, "") != self._after)

    def _is_told(self) -> bool:
        if HE_SHOULD.match(self._after) or MAY.match(self._after):
            return True
        if INVERTED.match(self._after) and "," in self._joint and not ITEM.fullmatch(self._before.strip()):
            return True
        if self._joins() and (IF if "," in self._joint else IF_ANEW).match(self._after):
            return True
        he = HE.match(self._after)
        return bool(he and (not he[1] or is_assistant(he[1])) and he[2] not in WOULD and is_finite(he[2]))

    def _begins_anew(self) -> bool:
        """Tell whether what follows a ban is none any more: `kein Alkohol, aber gern Kaffee`."""
        if not BANS.match(self._before.lstrip()) or self._relates() or NEGATED.match(self._after):
            return bool(BANS.match(self._before.lstrip()) and NOTHING.match(self._after) and not self._goes_on())
        return bool(
            ("aber" in self._joint and not IF.match(self._after) and not self._ends_in_infinitive())
            or IS_SO.match(self._after)
        )

    def _is_remark(self) -> bool:
        """Tell whether it is said where something is found, or what is to be done where something is missing."""
        if STANDS.match(self._after) and not self._relates():
            return True
        conditional = self._words[0].islower() and self._words[0] not in IS and depends(self._after)
        return conditional and not self._relates() and first_word(self._before) not in RELATIVES

    def _is_of_agent(self) -> bool:
        the = THE.match(self._before.lstrip())
        return the is not None and is_agent(the[1])

    def _joins(self) -> bool:
        return "und" in self._joint or "aber" in self._joint

    def _is_ordered(self) -> bool:
        """Tell whether an imperative begins; nouns are written large, if somebody writes any so."""
        adverb = ADVERB.match(self._after)
        found = TWO_WORDS.match(self._after, adverb.end() if adverb else 0)
        if not found or not found[1].islower():
            return False
        word, following = found[1], (found[2] or "").rstrip(".!?,")
        if following == "Sie":
            return of_infinitive(word, surely=True) is not None
        if not orders(word) or (word in NOUNS_TOO and following.lower() not in OBJECTS) or not following:
            return False
        # `fragt jemand nach Preisen, verweise an uns` is a condition and what to do then
        if following.lower() in ("ich", "er", "man", "und", "oder") or of_third(first_word(self._before)):
            return False
        if self._is_same_task(word):
            return False
        # `ich habe ein Café und suche Gäste` orders nothing
        unlike_ich = (
            following in ("mir", "uns", "mich") or word in STRONG_IMPERATIVES or not says_ich(self._before.lstrip())
        )
        return unlike_ich or bool(role(self._before, first=True))

    def _is_same_task(self, verb: str) -> bool:
        """Tell whether `und` joins two things to do that are one task: `vergleiche Angebote und nenne das beste`."""
        if (
            "und" not in self._joint
            or "," in self._joint
            or NEGATED.search(self._before)
            or NEGATED.search(self._after)
        ):
            return False
        if THEN.search(self._before) or THEN.search(self._after):
            return False
        first = first_word(self._before)
        both = orders(first) and place(self._before.strip(), Part.ROLE) is Part.TASK
        return (
            both
            and place(f"{verb}{self._after[len(verb) :]}", Part.ROLE) is Part.TASK
            and first not in ("bitte", "sei")
        )

    def _is_forbidden(self) -> bool:
        if self._goes_on():
            return False
        if NEVER.match(self._after) or NONE.match(self._after):
            return True
        # `mit kurzer Begründung, höchstens ein Satz` is one thing
        if AMOUNT.match(self._after):
            return not WITH.match(self._before)
        if (
            WITHOUT.match(self._after)
            and ("," in self._joint or "aber" in self._joint)
            and not TO.search(" ".join(self._all))
        ):
            return True
        if self._words[0].lower() not in ("nicht", "nur", "vermeide") or not self._ends_in_infinitive():
            return False
        # `soll locker, aber nicht anbiedernd sein`
        return not IS_TO.search(self._before) or self._is_noted_before()

    def _goes_on(self) -> bool:
        """Tell whether the clause ends in a verb, as that of `der erklärt und nie die Lösung verrät` does."""
        last = self._all[-1]
        if last[:1].isupper():
            return False
        if is_finite(last) or (last.endswith("t") and len(last) > 3 and self._relates()):  # noqa: PLR2004 - `tut` is known
            return True
        return self._relates() and of_infinitive(last) is not None

    def _relates(self) -> bool:
        return IS_RELATIVE.search(self._before) is not None

    def _ends_in_infinitive(self) -> bool:
        words = self._words
        if len(words) == 1:
            return self._joint.strip() == "," and words[0].islower() and of_infinitive(words[0]) is not None
        if not words[-1].islower() or words[-2] == "zu":
            return False
        return of_infinitive(words[-1]) is not None

    def _is_shape(self) -> bool:
        demanded = "," in self._joint or "aber" in self._joint or "bitte" in self._joint
        return demanded and (bool(SHAPE.match(self._after)) or ("bitte" in self._joint and not self._goes_on()))

    def _is_noted(self) -> bool:
        """Tell whether notes go on: `E-Mails beantworten, Termine vorschlagen`."""
        if (
            not self._is_noted_before()
            or self._relates()
            or not self._ends_in_infinitive()
            or (NEGATED.search(self._before) and not NEGATED.search(self._after))
            or self._is_of_another()
        ):
            return False
        listed = "," in self._joint and not self._joins()
        return self._words[0].lower() not in (RELATIVES | SUBORDINATORS if listed else SUBORDINATORS)

    def _is_noted_before(self) -> bool:
        last = self._before.rsplit(maxsplit=1)[-1].rstrip(".")
        return last.islower() and of_infinitive(last) is not None

    def _is_of_another(self) -> bool:
        """Tell whether it is said of a thing, as in `jeder Artikel soll kurz sein und einen Titel haben`."""
        found = IT_IS_TO.match(self._before.lstrip())
        return found is not None and not is_agent(found[1]) and not is_assistant(found[1])

    def _is_done(self, *, known: bool) -> bool:
        """Tell whether the clause says what the assistant does: `beantwortet Fragen`."""
        verb = self._words[0]
        if len(self._words) < 2 or not verb.islower() or not of_third(verb) or is_finite(self._words[-1]):  # noqa: PLR2004 - a verb and whom it is for
            return False
        if self._words[1] in ("er", "es", "du", "man"):
            return False
        opening = first_word(self._before)
        of_assistant = (
            known
            or (opening == "sie" and bool(of_third(first_word(self._before.lstrip()[4:]))))
            or bool(of_third(opening))
            or opening in ("er", "es")
            or self._is_of_agent()
        )
        return of_assistant or bool(role(self._before, first=True))
