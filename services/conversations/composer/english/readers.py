"""For whom English answers are: `Write for people who are mostly over sixty, some of them very deaf`."""

import re

from services.conversations.composer.english.grammar import head, names_an_agent, with_article
from services.conversations.composer.layout import pattern

_ONESELF = pattern(r"^(?:me|myself)(?=,|$)")
_HOW_MANY = r"(?:some|many|most|a few|few|half|several|others)"
_SO = (
    r"(?:(?:very|quite|rather|almost|nearly|a bit|partly|hardly|totally|also) )*"
    r"(?:[a-z]+(?:ous|ful|less|ent|ive|ish|able|ic|ged|ted|red|ied|sed|ced|ned|led|ing)|deaf|blind|old|elderly|young|new|shy|"
    r"angry|busy|tired|hungry|lonely|sick|ill|rich|poor|local|bilingual|dyslexic|furious|sceptical|disabled|retired|"
    r"unemployed|pregnant|at work|in care|on benefits|from abroad|over [a-z\d]+|under [a-z\d]+)"
)
_SOME_ARE = pattern(rf", (?:and )?({_HOW_MANY}) (?={_SO}(?:,|$| to\b| of\b| in\b| with\b))")
_LACKS = pattern(r"^([^,]+), (?=(?:no|little|basic|limited|poor|some|good|low|strong|few(?! with)|much|zero) )")
_DOES = pattern(
    r", (?=(?:often |mostly |never |always )?(?:has|have|had|hates?|loves?|likes?|wants?|needs?|knows?|took|takes?|"
    r"uses?|works?|reads?|lives?|speaks?|can|cannot|can't)\b)"
)
_THEY = (
    r"(?:nobody|no one|everyone|everybody|they|none of them|most of them|some of them|many of them|half of them|"
    r"all of them)"
)
_DO = (
    r"(?:(?:never|often|always|hardly|really) )?(?:are|is|have|has|can|cannot|can't|do|does|don't|doesn't|knows?|"
    r"reads?|speaks?|wants?|needs?|lives?|works?|uses?|likes?|hates?)\b"
)
_ALSO_SAID = pattern(rf", (?:and )?(?={_THEY} {_DO})")
_ARE_SAID = pattern(rf"{_THEY} {_DO}.*")
_MOSTLY = pattern(
    r"(?:mostly|mainly|largely|usually|all|often|generally|predominantly|nearly all|almost all) "
    rf"(?:over|under|above|below|aged|between|in their|from|new to|not|{_SO}(?:,|$))(?:[ ,]|$)?"
)
_DESCRIBED = pattern(
    r"(?:elderly|old|young|deaf|blind|retired|busy|tired|hard of hearing|bilingual|dyslexic|sceptical)(?:,|$)"
)
_PLACED = pattern(r"(?:over|under|above|below|aged|between|in their|new to|anywhere from) [\w\d]")
_FROM_TO = pattern(r", (?!from\b|ranging\b)(?=(?:[a-z-]+ ){0,2}[a-z-]+s to (?:[a-z-]+ ){0,2}[a-z-]+s$)")
_OFFICE = pattern(
    r"(?!the\b|an?\b|my\b|our\b|your\b)(?:[\w-]+ )?(?:director|manager|owner|boss|board|editor|council|secretary|"
    r"committee|public|management|chair)\b"
)
_DETERMINED = pattern(r"(?:an?|the|my|our|your|one|any|every|each|whoever)\s")
_DESCRIBES = pattern(r"(?:internal|external|general|technical|mixed|b2b|b2c|unknown)(?: only)?")
_IN_A_COUNTRY = re.compile(
    r", (?:(?P<the>UK|US|USA|EU|UAE|Netherlands|Czech Republic)|"
    r"(?P<name>Australia|Austria|Belgium|Brazil|Canada|China|"
    r"Denmark|England|Finland|France|Germany|Greece|India|Ireland|Italy|Japan|Mexico|Norway|Poland|Portugal|Scotland|"
    r"Spain|Sweden|Switzerland|Turkey|Wales))$"
)


def audience(text: str) -> str:
    """Say for whom answers are."""
    if _DESCRIBES.fullmatch(text):
        return f"The audience is {text}"
    if _ARE_SAID.fullmatch(text):
        return f"About the readers: {text}"
    text = _IN_A_COUNTRY.sub(lambda found: f" in {'the ' if found['the'] else ''}{found['the'] or found['name']}", text)
    whom = _ONESELF.sub("the person you work for", text, count=1)
    return f"Write for {_with_noun(_in_clauses(whom))}"


def _in_clauses(whom: str) -> str:
    """Return readers with what is told of them: `forty households, some of them furious; nobody reads 90 pages`."""
    said = _SOME_ARE.sub(r", \1 of them ", whom, count=1)
    whom = said if said != whom else _LACKS.sub(r"\1 with ", whom)
    return _DOES.sub(", who ", _ALSO_SAID.sub("; ", _FROM_TO.sub(", from ", whom, count=1)), count=1)


def _with_noun(whom: str) -> str:
    """Return readers as a noun with what it must have: `people over sixty`, `the board`, `a customer`."""
    if _MOSTLY.match(whom):
        return f"people who are {whom}"
    if _DESCRIBED.match(whom):
        return f"people who are {whom}"
    if _PLACED.match(whom):
        return f"people {whom}"
    if _OFFICE.match(whom):
        return f"the {whom}"
    is_one = names_an_agent(whom) or head(whom) == "beginner"
    return with_article(f"a {whom}") if is_one and not _DETERMINED.match(whom) else whom
