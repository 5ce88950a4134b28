"""What people say in German without saying anything by it: `also`, `ach ja`, `halt`, `mal`."""

import re

from services.conversations.composer.layout import pattern

_OPENS = pattern(
    r"(?:(?:(?:(?:ach )?nein,? warte|(?:ach )?nein(?=,? (?:doch|lieber))|doch(?= lieber)|ach|na|naja|nun|tja|äh+m?|"
    r"hm+|haha\w*|lol|ok|okay|oke|also|(?:gut|genau|so)(?=[,:])|und|aber|achso|"
    r"quasi|ganz ehrlich|ich (?:sage?|schreibe?|erzähle?)(?: dir| euch| ihnen)? mal(?: kurz| eben)?(?=,? was\b)|"
    r"ganz einfach|einfach gesagt|wie gesagt|im grunde(?: genommen)?|im prinzip|eigentlich|kurz gesagt|spaß beiseite|"
    r"übrigens|"
    r"ja(?= bitte| also| und|,))\b[,:.!]*|ach ja[,:]?|na (?:ja|gut)[,:]?|mal ganz einfach:|noch was:)\s+)+"
)
_WITH_FOLLOWERS = pattern(
    r"(?:und|aber|so|gut|genau|also|übrigens)\s+(?:zwar|dass|wie|viel|wenig|gut|kurz|lange|oft|weiter|dann|nicht|genau|"
    r"knapp|einfach|bald|etwas|ein|eine|einen|je|formulier\w*|lesbar\w*|verständlich\w*|strukturiert\w*|[\w-]+ wie|"
    r"\d+|zwei|drei|fünf|zehn)\b"
)
_EMPTY = pattern(
    r"(?:(?:ach|na|ja|naja|nun|tja|ähm?|hm+|haha\w*|lol|ok|okay|also|gut|so|kleiner scherz|nur (?:ein )?(?:spaß|"
    r"scherz)|"
    r"spaß beiseite|war nur (?:ein )?(?:spaß|scherz)|das (?:war's|wars|wär's|wärs|war es)(?: schon)?|danke(?: dir)?|"
    r"und|"
    r"vielen dank|danke schön|lg|vg|mfg|(?:liebe|viele) grüße)\b[,.!]*\s*)+"
)
_MAL = pattern(
    r"(?<=\w)(?<!jedes)(?<!jede)(?<!ein)(?<!erst)(?<!noch)(?<!dieses)(?<!nächstes)(?<!letztes)(?<!paar)(?<!zwei)"
    r"(?<!drei)(?<!einige)(?<!mehrere)(?<!kein)(?<!plus)(?<!\d)\s+(?:mal|erstmal|eigentlich|(?<=nicht )halt|"
    r"einfach mal)(?=\s+(?!\d|"
    r"so viel)\S)"
)
_TAKEN_BACK = pattern(r"[^„“\"]{0,400}\bnein,? (?:(?:halt,? )?doch nicht|vergiss das|streich das)[,.:;]?\s+")
"""What the person says and takes back within one sentence."""
_HALT = pattern(r"halt\s+(?:mal\s+|eben\s+)?(?=(?:nicht so|keine?n?|bitte|einfach (?!\w+$))\s)")
_BITTE = pattern(r"(?<=[\w,)])\s+bitte(?=\s+(?!um\b)[a-zäöüß„])")
_ONE = re.compile(r"(?<=[a-zäöüß] )'?ne(?= [a-zäöü])")
_WHETHER_IT = re.compile(r"(?<=[a-zäöüß]),? ob'?s (?=[a-zäöüß])")
"""`nur fragen obs noch so ist`."""
_QUOTES = frozenset("\"„“”'\u2019`«»")


def is_filler(words: str) -> bool:
    """Tell whether words say nothing."""
    return _EMPTY.fullmatch(words) is not None


def without_fillers(words: str) -> str:
    """Return the words without those that say nothing; text within quotation marks stays as it is."""
    rest = words
    if (back := _TAKEN_BACK.match(rest)) and back.end() < len(rest):
        rest = rest[back.end() :]
    if (found := _OPENS.match(rest)) and found.end() < len(rest) and not _WITH_FOLLOWERS.match(rest):
        rest = rest[found.end() :]
    if (halt := _HALT.match(rest)) and halt.end() < len(rest):
        rest = rest[halt.end() :]
    rest = _WHETHER_IT.sub(", ob es ", _ONE.sub("eine", rest))
    return rest if _QUOTES.intersection(rest) else _BITTE.sub("", _MAL.sub("", rest))
