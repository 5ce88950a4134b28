"""What a person tells of himself, in the third person: `Die Person, für die du arbeitest, ist Imkerin`."""

import re
from collections.abc import Sequence

from services.conversations.composer.german.capitals import with_capitals
from services.conversations.composer.german.fillers import without_fillers
from services.conversations.composer.german.grammar import third_of_first
from services.conversations.composer.german.lexicon import MIDFIELD, RELATIVES, SUBORDINATORS, endings, word_set
from services.conversations.composer.layout import pattern

_NAMES = {"ich": "die Person, für die du arbeitest,", "wir": "die Leute, für die du arbeitest,"}
_GENITIVES = {"mein": "der Person, für die du arbeitest,", "unser": "der Leute, für die du arbeitest,"}
_OWN_FIRST = re.compile(
    r"(?P<own>[Mm]ein|[Uu]nser)(?P<ending>e?)(?P<described>(?: [a-zäöüß]+(?:en|er|es|e)){0,2}) (?P<noun>[A-ZÄÖÜ][\w-]*)"
    r"(?P<name>(?: [A-ZÄÖÜ][a-zäöüß]+(?= (?:ist|hat|war|wohnt|lebt|wird|kann|will|mag)\b))?)"
)
_NEUTER = endings(
    "kind team unternehmen geschäft café hotel restaurant auto haus büro baby chen projekt amt pferd tier"
)
_BOTH = "sie und ihre Leute"
"""Who `wir` are where `ich` has been named."""
_GREETS = pattern(r"^(?:hallo|hi|hey|moin|servus)[,!]? (?=(?:ich|wir|mein|meine|unser)\b)")
_PIECES = re.compile(r"([,;:]\s+(?:(?:und|aber|oder|denn|sondern)\s+)?|\s+(?:und|aber|oder|sondern|[-\u2013])\s+)")
_UNPARTED = re.compile(
    r"(?<=[a-zäöüß])(?<!\b(?:und|bis|wie|nur))(?<!\b(?:oder|aber|auch))(?<!\bals)(?<!\bselbst)(?<!\beinzig) "
    r"(?=(?:was|wie|ob|dass|weil|wenn) (?:ich|er|sie|es|wir|man|war|das|die|der)\b)"
)
"""Where those leave out a comma who write as they speak: `erzähl was war`."""
_SUBJECTS = pattern(r"\b(?:ich|wir)\b")
_QUOTES = re.compile('[„“"»«]')
_OWN = pattern(r"(?:mein|unser|uns)((?:e|re|ere)?[mnrs]?|e?re[mnrs]?)")
_ENDINGS = {
    "": "", "e": "e", "re": "e", "n": "en", "m": "em", "en": "en", "em": "em", "er": "er", "es": "es", "ren": "en",
    "rem": "em", "rer": "er", "res": "es",
}  # fmt: skip # many short ones to a line
_DATIVE = word_set("bei mit von zu aus nach seit gegenüber")
_ACCUSATIVE = word_set("für ohne gegen durch um an über auf")
_GIVING = pattern(
    r"\b(?:hilf|helf|gib|geb|gab|schick|sag|zeig|schreib|schrieb|erklär|erzähl|gehör|fehl|passier|gefäll|gefall|bring|"
    r"brach|liefer|antwort|empf|bleib|reich|wünsch|geht|ging|tut|schmeck|stell|nimmt|nehmen|macht|machen|sitz|lieg|"
    r"steh|übergeb|vertrau|glaub|dank|gelingt|wichtig|klar|egal|fällt|fallen|droh|ist|sind|wär|war)\w*"
)
_ASKING = pattern(
    r"\b(?:frag|ruf|besuch|kontaktier|treff|trifft|kost|interessier|nerv|kenn|find|les|ärger|stör|bitt|"
    r"erreich|lieb|seh|sieht|hör|brauch|such|beauftrag|bezahl|informier|erinner|unterstütz)\w*"
)
_LONGEST = 600


def told(sentences: Sequence[str]) -> list[str]:
    """Return each sentence in the third person, or nothing where no rule can turn it."""
    teller = _Teller()
    return [teller.tell(words) for words in sentences]


def named_later(words: str, *, named: bool = True) -> str:
    """Return words that speak in the first person in the third; nothing where that is unsure.

    The person is `named` already, or else is where he is the subject.
    """
    teller = _Teller()
    return teller.turned(words, named=named)


def neuter(noun: str) -> bool:
    """Tell whether a noun is one of those that are neuter and that people have."""
    return noun.lower().endswith(_NEUTER)


class _Teller:
    """Tells one sentence after another, and names the person where he is first spoken of."""

    def __init__(self) -> None:
        self._named = ""

    def tell(self, words: str) -> str:
        """Return one sentence in the third person, or nothing."""
        words = with_capitals(_GREETS.sub("", without_fillers(words)))
        if len(words) > _LONGEST or words.rstrip().endswith("?") or _QUOTES.search(words):
            return ""
        elided = third_of_first(words.partition(" ")[0].rstrip(",.")) if words[:1].isalpha() else ""
        if not _SUBJECTS.search(words) and not elided:
            return words
        named = self._named
        turned = self._turned(f"ich {words[:1].lower()}{words[1:]}" if self._is_elided(words, elided) else words)
        if not turned:
            self._named = named
        return turned

    def turned(self, words: str, *, named: bool) -> str:
        """Return one sentence in the third person, or nothing; where he is named, he is not named again."""
        self._named = "ich" if named else ""
        return self._turned(words)

    def _is_elided(self, words: str, third: str) -> bool:
        """Tell whether the subject is left out: `bin neu im Chor`; not in `habe ich`."""
        following = words.split()[1:2]
        return bool(third) and bool(following) and following[0].lower() not in ("ich", "wir")

    def _turned(self, words: str) -> str:
        words = _UNPARTED.sub(", ", words)
        pieces = _PIECES.split(words if self._named else self._with_owner(words))
        subject, subordinate = "", False
        for at in range(0, len(pieces), 2):
            joint = pieces[at - 1] if at else ""
            tokens = pieces[at].split(" ")
            cores = [_core(token).lower() for token in tokens]
            who = next((core for core in cores if core in _NAMES), "")
            orders_then = subordinate and joint.strip() == ","  # `wenn ich frage, erkläre es mir`
            if who or "," in joint or ";" in joint:
                subordinate = _is_subordinate(cores)
            if who == "ich" and not _with_third(tokens, cores, subordinate=subordinate):
                return ""
            goes_on = subject and not who and not orders_then
            carried = goes_on and _carried_on(tokens, cores, subject, subordinate=subordinate)
            subject = who or (subject if carried else "")
            if who and joint == " und ":
                pieces[at - 1] = ", und "
            if not self._with_pronouns(tokens, cores, of=subject, clause=pieces[at]):
                return ""
            pieces[at] = " ".join(tokens)
        return re.sub(r",(?=[,.;:!])", "", "".join(pieces))

    def _with_owner(self, words: str) -> str:
        """Return `der Mann der Person, für die du arbeitest, …` of `mein Mann …`."""
        found = _OWN_FIRST.match(words)
        if not found:
            return words
        own, described = found["own"].lower(), found["described"]
        self._named = "ich" if own == "mein" else "wir"
        article = "die" if found["ending"] else "das" if found["noun"].lower().endswith(_NEUTER) else "der"
        if not found["ending"]:
            described = re.sub(r"e[rs](?= |$)", "e", described)
        named = f"{found['name'].strip()}, " if found["name"] else ""
        return f"{named}{article}{described} {found['noun']} {_GENITIVES[own]}{words[found.end() :]}"

    def _with_pronouns(self, tokens: list[str], cores: list[str], *, of: str, clause: str) -> bool:
        """Put pronouns of the third person into a clause; say whether all of them are known."""
        for at, core in enumerate(cores):
            if core in _NAMES:
                new = self._subject(core)
            elif core in ("mich", "mir", "uns"):
                new = "sich" if of else _other(core, cores[at - 1] if at else "", clause)
            elif (own := _OWN.fullmatch(core)) and (own[1] or core != "uns") and own[1] in _ENDINGS:
                new = f"ihr{_ENDINGS[own[1]]}" if core not in ("unser", "mein") else "ihr"
            else:
                continue
            if not new:
                return False
            tokens[at] = _replaced(tokens[at], new)
        return True

    def _subject(self, who: str) -> str:
        if not self._named:
            self._named = who
            return _NAMES[who]
        if self._named == "ich" and who == "wir":
            self._named = "both"
            return _BOTH
        if self._named == "wir" and who == "ich":
            self._named = "ich"
            return _NAMES[who]
        return "sie"


def _core(token: str) -> str:
    return token.strip(".,;:!?()")


def _is_subordinate(cores: list[str]) -> bool:
    opening = cores[0] if cores else ""
    if len(cores) > 1 and opening in _DATIVE | _ACCUSATIVE | {"in", "vor", "unter"} and cores[1] in RELATIVES:
        return len(cores) > 2 and cores[2] in _NAMES  # noqa: PLR2004 - `mit denen ich`
    return (
        opening in SUBORDINATORS or (opening in RELATIVES and "ich" in cores[1:4]) or opening in ("was", "wie", "wer")
    )


def _with_third(tokens: list[str], cores: list[str], *, subordinate: bool) -> bool:
    """Put the verb of `ich` into the third person; say whether it was found."""
    at = cores.index("ich")
    places = [len(cores) - 1] if subordinate and at < len(cores) - 1 else []
    places += [place for place in (at - 1, at + 1) if 0 <= place < len(cores)]
    for place in places:
        if cores[place] in MIDFIELD or place == at:
            continue
        third = third_of_first(cores[place], surely=_core(tokens[place]).islower() or place == 0)
        if third:
            tokens[place] = _replaced(tokens[place], third)
            return True
    return False


def _carried_on(tokens: list[str], cores: list[str], subject: str, *, subordinate: bool) -> bool:
    """Put a further verb of `ich` into the third person, as in `und arbeite dort`; say whether there was one."""
    place = len(cores) - 1 if subordinate else 0
    if not _core(tokens[place]).islower() or cores[place] in MIDFIELD:
        return False
    if subject == "wir":
        return cores[place].endswith(("en", "sind", "eln", "ern"))
    if third := third_of_first(cores[place]) or third_of_first(f"{cores[place]}e"):
        tokens[place] = _replaced(tokens[place], third)
    return bool(third)


def _replaced(token: str, word: str) -> str:
    core = _core(token)
    return token.replace(core, word[:1].upper() + word[1:] if core[:1].isupper() else word, 1)


def _other(core: str, before: str, clause: str) -> str:
    """Return `sie`, `ihr` or `ihnen` for `mich`, `mir` and `uns` of a clause that has another subject."""
    if core != "uns":
        return "sie" if core == "mich" else "ihr"
    if before in _DATIVE:
        return "ihnen"
    if before in _ACCUSATIVE or _ASKING.search(clause):
        return "sie"
    return "ihnen" if _GIVING.search(clause) else ""
