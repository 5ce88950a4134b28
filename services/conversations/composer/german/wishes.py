"""Turn what a person wishes into what one says to an assistant: what it should do, in the imperative."""

from services.conversations.composer.german.asking import asked, is_about_things, is_asked, without_asked
from services.conversations.composer.german.casing import small
from services.conversations.composer.german.conditions import depends, leaves_out_ich
from services.conversations.composer.german.courtesy import plainly
from services.conversations.composer.german.fronting import MODAL, demanded, fronted
from services.conversations.composer.german.grammar import (
    is_finite,
    is_state,
    of_infinitive,
    of_third,
    orders,
    second_of,
)
from services.conversations.composer.german.keeping_out import unsaid
from services.conversations.composer.german.moods import imperative_of_clause, reflexive
from services.conversations.composer.german.notes import noted
from services.conversations.composer.german.nouns import is_assistant, is_meant
from services.conversations.composer.german.others import of_others
from services.conversations.composer.german.passives import done, impossible, of_du, of_du_later, staying, supplied
from services.conversations.composer.german.somebody import by_somebody
from services.conversations.composer.german.speaking_to import addressed
from services.conversations.composer.german.turns import in_turn, taught, together
from services.conversations.composer.german.wanting import help_noted, helped, helped_others, refused, wanted
from services.conversations.composer.german.writings import is_noun, to_be_decided, to_be_made, to_be_written
from services.conversations.composer.layout import pattern

_WANTED_THAT = pattern(
    r"(?:ich|wir) (?:möchten?|will|wollen|wünschen? (?:mir|uns)|hätten? gerne?|brauche|erwarten?),? dass\s+"
    r"(du|er|es|sie|(?:der|die|das|mein|unsere?) [\w-]+)\s+"
)
_WANTED_THAT_IT = pattern(
    r"(?:(?:ich|wir) (?:möchten?|will|wollen|hätten? gerne?|brauche|erwarten?),? dass|kann|könnte|soll|sollte) "
    r"(?=(?:der|die|das) )"
)
_WANTS = pattern(r"(?:brauche?|suche?|hätte gerne?|möchte|bitte um) (?!(?:ich|wir)\b)")
_WANTED_NOT = pattern(
    r"(?:ich|wir) (?:möchten?|will|wollen) nicht,? dass (du|er|es|sie|(?:der|die|das|mein|unsere?) [\w-]+)\s+"
)
_SUBJECT = (
    r"(?:du|er|es|sie|man|d(?:er|ie|as)(?=\s(?:soll|muss|darf)\w*\s)|"
    r"(?:d(?:er|ie|as)|dieser?|dieses|meine?|unsere?|eine?) ([\w-]+))"
)
_TONE = pattern(r"(?:der|dein) ((?:ton|\w+ton|tonfall|stil))\s+(?:soll(?:te)?|muss)\s+(?:bitte\s+)?(.+) sein[.!]?")
_IS_TO = pattern(rf"(?:{_SUBJECT}\s+)?{MODAL}\s+(?:(?:bitte|aber|auch)\s+)*")
_WHO = pattern(
    r"(du|er|es|sie|d(?:er|ie|as) (?:[\w-]*bot|[\w-]*assistent\w*|ki|tool|programm|ding))\s+(?:(?:bitte|aber|"
    r"auch)\s+)?(?=\S)"
)
_ABOUT = pattern(rf"{_SUBJECT}\s+([a-zäöüß]+)\b")
_DOES = pattern(r"([a-zäöüß]+t)\s+(?!(?:ihr|du|man|wir|ich|es|werden|wird|wurden?|sind|ist|und|oder|von|der|des)\b)\S")
_IS_ONE = pattern(r"(ist|hat|heißt) (?=eine?\b|[A-ZÄÖÜ])(?!es\b|er\b|sie\b|das\b|der\b|die\b)")
_FORMAL = pattern(r"([a-zäöüß]+n)\s+Sie\b\s*")
_IN_A_LANGUAGE = pattern(
    r"((?:(?:immer|stets|nur|alles) )?(?:auf|in) (?:einfachem |gutem |leichtem )?(?:deutsch|englisch|französisch|"
    r"spanisch|italienisch))"
)
_THE = pattern(r"(?:d(?:er|ie|as)|dieser?|dieses|meine?|unsere?|eine?) ([\w-]+)\s")
_OF_ONESELF = pattern(
    r"\b(?:ich|wir)\b|^(?:bin|wohne|lebe|heiße|brauche|hätte|möchte|will|mag|esse|spreche|lese|fahre|nehme|gebe|"
    r"helfe)\b|"
    r"^(?:komme aus|arbeite (?:als|in|bei|seit)|habe (?:eine?n?|zwei|drei|viele?|oft|seit|kein\w*)|lerne (?:seit|"
    r"gerade)) "
)
_OF_ONES_OWN = pattern(
    r"(?:meine?|unsere?) (?!\w*bot\b|\w*tool\b|ki\b|assistent)[\w-]+(?: (?-i:[A-ZÄÖÜ])[\w-]+)?(?: \([^()]{1,20}\))? "
    r"(?:[a-zäöüß]{2,20}t|sind|haben|war|waren|fragen|werden)\b"
)


def role_in_passing(words: str) -> str:
    """Return `Du bist ein Bot` where the words say what the bot does, as if it were known; else nothing."""
    rest = plainly(words)
    if that := _WANTED_THAT_IT.match(rest):
        rest = rest[that.end() :]
    found = _THE.match(rest)
    if not found or not is_assistant(found[1]):
        return ""
    following = rest[found.end() :].partition(" ")[0]
    if rest[:3].lower() == "ein" and not is_finite(following) and not is_state(following):
        return ""
    own = rest.partition(" ")[0].lower()
    article = own if own.startswith(("mein", "unser", "ein")) else "eine" if own.startswith("die") else "ein"
    return f"Du bist {article} {found[1]}"


def wish(words: str, known_as: str) -> str:
    """Return the words in the imperative where they are a wish in some other mood.

    `known_as` is what the assistant has been called: its nouns, `er`, `sie` and `es` are the assistant.
    """
    rest = plainly(words)
    if spoken := _IN_A_LANGUAGE.fullmatch(rest.rstrip(".!")):
        return "antworte " + small(spoken[1])
    if about := by_somebody(rest) or asked(rest):
        return about
    if is_about_things(rest) or is_asked(rest):
        return rest
    if that := _WANTED_THAT.match(rest):
        subject = that[1].lower()
        meant = is_meant(subject, known_as or "er")
        clause = addressed(rest[that.end() :])
        return (imperative_of_clause(clause, second=subject == "du") if meant else "") or rest
    if unwanted := _WANTED_NOT.match(rest):
        return _unwanted(rest[unwanted.end() :], known_as, unwanted[1].lower()) or rest
    turned = (
        of_others(rest)
        or in_turn(rest)
        or together(rest)
        or taught(rest)
        or refused(rest)
        or (wanted(f"ich {rest}") if _WANTS.match(rest) else "")
        or wanted(rest)
        or unsaid(rest)
        or helped(rest)
        or help_noted(rest)
        or _demanded(rest, known_as)
        or impossible(rest, known=bool(known_as))
        or staying(rest)
        or supplied(rest)
        or helped_others(rest)
        or fronted(rest, known_as)
        or _told(rest, known_as)
        or done(rest)
        or of_du_later(rest)
        or noted(rest)
    )
    return turned.rstrip("? ") or rest


def _unwanted(said: str, known_as: str, subject: str) -> str:
    """Turn `ich möchte nicht, dass du mich siezt`, given what stands after `du`."""
    clause = said.rstrip(".!")
    if "," in clause or " und " in clause or not is_meant(subject, known_as or "er"):
        return ""
    before, _, verb = clause.rpartition(" ")
    return imperative_of_clause(f"{before} nicht {verb}".lstrip(), second=subject == "du")


def order(words: str, wished: str) -> str:
    """Return what the words order: what was a wish, what says what to do, or something to be written; else nothing."""
    if _OF_ONESELF.match(wished) or leaves_out_ich(wished) or of_others(words):
        return ""
    opening, _, following = wished.partition(" ")
    core = opening.rstrip(",:.!")
    if wished != words or opening.lower() == "du":
        if wished == plainly(words) and words != wished and not orders(core):
            return order(wished, wished)
        return wished
    if orders(core) and not is_noun(core.lower(), following.partition(" ")[0].lower()):
        return wished
    if (about := _IS_TO.match(wished)) and not about[1]:  # nobody else has been spoken of
        return wish(words, "er")
    return to_be_decided(wished) or to_be_written(wished) or to_be_made(wished)


def is_of_oneself(words: str) -> bool:
    """Tell whether the person speaks of himself, or of who and what is his; not where he only says what others ask."""
    words = without_asked(words)
    return says_ich(words) or leaves_out_ich(words) or _OF_ONES_OWN.match(words) is not None


def says_ich(words: str) -> bool:
    """Tell whether the person speaks in the first person."""
    return _OF_ONESELF.search(words) is not None


def _demanded(rest: str, known_as: str) -> str:
    """Turn `er soll …`, `soll …`, `du darfst nie …`."""
    found = _IS_TO.match(rest)
    if not found or found.end() == len(rest):
        return ""
    subject = rest[: found.start(2)].strip().lower()
    if subject and (kept := _TONE.fullmatch(rest)):
        return f"halte den {kept[1]} {kept[2]}"
    if subject and not is_meant(subject, known_as):
        return ""
    said = rest[found.end() :]
    asks = not subject and said.rstrip().endswith("?")
    if not subject and (who := _WHO.match(said)) and is_meant(who[1].lower(), known_as or ("er" if asks else "")):
        said = said[who.end() :]
    modal, said = found[2].lower(), addressed(said)
    if asks:
        said = said.rstrip("? ")
    return demanded("soll" if asks else modal, said)


def _told(rest: str, known_as: str) -> str:  # noqa: PLR0911 - one for each mood
    """Turn `er fasst Texte zusammen`, `fasst Texte zusammen` and `fassen Sie Texte zusammen`."""
    if formal := _FORMAL.match(rest):
        verb = of_infinitive(formal[1], surely=True) if "Sie" in formal[0] else None
        if formal[1].lower() == "seien":
            return f"sei {rest[formal.end() :]}".rstrip()
        if verb and not verb.prefix:
            return f"{verb.imperative} {reflexive(rest[formal.end() :], verb.imperative)}".rstrip()
    if rest[:3].lower() == "du " and (turned := of_du(rest[3:])):
        return turned
    about = _ABOUT.match(rest)
    subject = rest[: about.start(2)].strip().lower() if about else ""
    if about and subject != "du" and is_meant(subject, known_as):
        return _as_du(about[2], rest[about.end() :])
    if known_as and (being := _IS_ONE.match(rest)) and not rest.endswith("?"):
        return f"du {second_of(being[1].lower())} {rest[being.end() :]}"
    does = _DOES.match(rest)
    if does and not depends(rest) and not _depends(rest) and not is_state(does[1]) and (turned := of_third(does[1])):
        return turned + " " + reflexive(addressed(rest[does.end(1) :].lstrip()), turned)
    return ""


def _depends(rest: str) -> bool:
    """Tell whether the words are a condition and what to do then: `fragt jemand nach Preisen, verweise an uns`."""
    what = rest.partition(", ")[2].removeprefix("dann ").partition(" ")
    return orders(what[0]) or what[2].startswith(("er ", "du ", "es "))


def _as_du(verb: str, said: str) -> str:
    lower = verb.lower()
    if is_state(lower):
        return f"du {second_of(lower)}{addressed(said)}"
    turned = of_third(
        lower, surely=lower not in ("nicht", "selbst", "jetzt", "meist", "fast", "erst", "zuerst", "sonst")
    )
    if lower in ("nie", "niemals", "immer", "stets", "nur"):  # `er nie flucht`, as people type it
        return imperative_of_clause(f"{verb}{said}", second=False)
    return f"{turned} {reflexive(addressed(said.lstrip()), turned)}" if turned else ""
