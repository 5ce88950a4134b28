"""For whom German answers are: `Schreibe für einen ehrenamtlichen Vorstand`."""

import re

from services.conversations.composer.german.lexicon import endings
from services.conversations.composer.layout import pattern

_ONESELF = pattern(r"(?:ich|mich|mich selbst)(?:, |$)")
_NOMINATIVE = pattern(r"^der (?=[A-ZÄÖÜ][\w-]+(?:,|$| (?:in|an|auf|von|vom|mit|bei)\b))")
_MASCULINE = re.compile(
    r"(?P<article>(?:[Ee]in|[Mm]ein|[Uu]nser|[Dd]er) )?"
    r"(?P<adjective>(?!(?:unser|euer|jeder|dieser|aller|über|unter|immer|nur|weder|außer|oder|hinter|der|mehrer)\b)"
    r"[a-zäöüß-]{3,}er) (?P<noun>[A-ZÄÖÜ][\w-]+)(?=,|$| [a-z])"
)
_ARTICLES = {"": "einen", "ein": "einen", "mein": "meinen", "unser": "unseren", "der": "den"}
_BODIES = (
    ("den", endings("vorstand gemeinderat stadtrat betriebsrat beirat aufsichtsrat ausschuss personalrat chef")),
    ("die", endings("leitung führung verwaltung redaktion öffentlichkeit presse belegschaft chefin kundschaft")),
    ("das", endings("kollegium personal präsidium publikum team")),
)
"""Of what there is one only, so that it needs an article."""
_BODY = re.compile(
    r"(?P<owner>(?:[Uu]nser|[Mm]ein) )?(?P<noun>[A-ZÄÖÜ][\w-]+)(?=,|$| (?:in|an|auf|von|vom|mit|bei|der|des)\b)"
)
_ONE_WOMAN = re.compile(
    r"(?!alle |viele |einige |manche |eine |meine |unsere |die )"
    r"[a-zäöüß-]{3,}e [A-ZÄÖÜ]\w+(?:er|ent|ant|ist|og|eg)in(?=,|$| [a-z])"
)
_WEAK = pattern(r".+(?:ent|ant|ist|oge)")
_LACKS = pattern(r"^([^,]+), (?=(?:wenig|viel) [A-ZÄÖÜ][\w-]+(?:,|$))")
_LACKS_TOO = pattern(r", (?=(?:wenig|viel) [A-ZÄÖÜ][\w-]+(?:,|$))")
_HAS_NO = pattern(r"^([^,]+), keine (?=[A-ZÄÖÜ][\w-]+(?:,|$))")
_DOES = re.compile(r", (hat|haben|ist|sind|will|wollen|kann|können|muss|müssen|kennt|kennen|braucht|brauchen) ([^,]+)$")
_SINGULAR = frozenset(("hat", "ist", "will", "kann", "muss", "kennt", "braucht"))
_THEY = r"(?:niemand|keiner|die meisten|alle|viele|manche|einige|die hälfte)"
_ALSO_SAID = pattern(
    rf", (?={_THEY} (?:(?!\b(?:vom|davon)\b)\w+ )?(?:hat|haben|ist|sind|liest|lesen|kann|können|kennt|kennen|will|"
    r"wollen|spricht|sprechen|weiß|wissen|braucht|brauchen)\b)"
)
_SOME_ARE = pattern(r", (manche|einige|viele|wenige) (?=(?:(?:sehr|fast|ziemlich|nahezu) )?(?-i:[a-zäöüß]+)(?:,|$))")
_MOSTLY = re.compile(
    r"(meist|meistens|überwiegend|größtenteils|hauptsächlich|vorwiegend|fast alle|alle) "
    r"((?:über|unter|zwischen|ab|um die) [^,;]{1,60}|in den [^,;]{1,60}|(?:sehr |eher )?[a-zäöüß]+)(?=,|;|$)"
)
_AGED = re.compile(r"(?:über|unter|zwischen|ab) (?:\d|[a-zäöüß]+zig\b|zwanzig|dreißig)[^,;]*")
_IN_A_COUNTRY = re.compile(
    r", (?:(?P<the>Schweiz|Türkei|Slowakei|EU)|"
    r"(?P<name>Belgien|Dänemark|Deutschland|England|Finnland|Frankreich|Italien|"
    r"Luxemburg|Norwegen|Österreich|Polen|Portugal|Schweden|Spanien|Südtirol|Bayern|Baden|Tirol))$"
)


def audience(text: str) -> str:
    """Say for whom answers are."""
    if oneself := _ONESELF.match(text):
        who = text[oneself.end() :]
        return "Schreibe für die Person, für die du arbeitest" + (f": {who}" if who else "")
    text = _IN_A_COUNTRY.sub(lambda found: f" in {'der ' if found['the'] else ''}{found['the'] or found['name']}", text)
    whom = _HAS_NO.sub(r"\1 ohne ", _LACKS.sub(r"\1 mit ", _NOMINATIVE.sub("den ", text)))
    whom = _SOME_ARE.sub(r", \1 davon ", _ALSO_SAID.sub("; ", _LACKS_TOO.sub(", mit ", whom)), count=1)
    if (does := _DOES.search(whom)) and "," in whom:
        who = _with_noun(whom[: does.start()])
        is_he = who.startswith(("einen ", "den ")) and does[1] in _SINGULAR
        return "Schreibe für " + (f"{who}, der {does[2]} {does[1]}" if is_he else _relative(who, does[1], does[2]))
    return f"Schreibe für {_with_noun(whom)}"


def _with_noun(whom: str) -> str:
    """Return readers as a noun in the accusative, where that is sure: `Menschen über sechzig`, `den Vorstand`."""
    if mostly := _MOSTLY.match(whom):
        return f"Menschen, die {mostly[1]} {mostly[2]} sind{whom[mostly.end() :]}"
    if _AGED.match(whom):
        return f"Menschen {whom}"
    if one := _MASCULINE.match(whom):
        article = _ARTICLES[(one["article"] or "").strip().lower()]
        return f"{article} {one['adjective'][:-1]}n {_accusative(one['noun'])}{whom[one.end() :]}"
    if _ONE_WOMAN.match(whom):
        return f"eine {whom}"
    if (body := _BODY.match(whom)) and (article := _article_of(body["noun"])):
        owner = (body["owner"] or "").strip().lower()
        ending = {"den": "en", "die": "e", "das": ""}[article]
        return f"{f'{owner}{ending}' if owner else article} {body['noun']}{whom[body.end() :]}"
    return whom


def _article_of(noun: str) -> str:
    return next((article for article, nouns in _BODIES if noun.lower().endswith(nouns)), "")


def _accusative(noun: str) -> str:
    if noun.endswith("e"):
        return f"{noun}n"
    return f"{noun}en" if _WEAK.fullmatch(noun) else noun


def _relative(who: str, verb: str, rest: str) -> str:
    """Return `einen Segler, der wenig Zeit hat` of `Segler, hat wenig Zeit`."""
    noun, _, more = who.partition(",")
    if verb not in _SINGULAR:
        return f"{who}, die {rest} {verb}"
    if " " in noun:
        return f"{who}, {verb} {rest}"
    she = noun.endswith("in")
    one = f"eine {noun}" if she else f"einen {noun}{'en' if _WEAK.fullmatch(noun) and not noun.endswith('e') else ''}"
    return f"{one}{',' if more else ''}{more}, {'die' if she else 'der'} {rest} {verb}"
