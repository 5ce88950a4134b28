"""In which section a sentence stands, by how it begins."""

from services.conversations.composer.layout import pattern
from services.conversations.composer.model import Part

EXAMPLES = pattern(r"(?:for example|for instance|e\.g\.|an? example|examples?\b)[,:]?\s*")
_FOLLOWS = pattern(
    r"(?:then|next|afterwards|after that|finally|also|and|but|so|because|this|that|these|those|instead|otherwise|"
    r"he|she|it|they)\b"
)
_LIMITS = pattern(
    r"(?:(?:you )?never|do not|don't|avoid|no (?!more|less|matter|one|longer|doubt|problem)|not|cannot|"
    r"(?:you )?(?:must|should|can|may|are) not|(?:mustn|shouldn|can)'t|refrain from|under no circumstances|"
    r"stay away from|only)\b"
)
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty)"
_UNITS = r"(?:\w+ )?(?:words?|sentences?|lines?|characters|paragraphs?|pages?|items|verses)"
_OUTPUT = pattern(
    r"(?:always )?(?:answer|reply|respond|return|output|give|write)\b.*"
    r"\b(?:alone|only|nothing else|as an? (?!\w+ing\b)\w+)\b",
    r"(?:always )?(?:answer|reply|respond|write|return|format|give|keep|use|output)\b.*"
    r"\b(?:json|yaml|csv|xml|html|markdown|tables?|bullets?|keys|labels?|columns|words|sentences?|paragraphs?|short|brief|concise|lines|characters|english|german|french|spanish|italian|"
    r"portuguese|dutch|polish|turkish|russian|chinese|japanese|language)\b",
    r"(?:the |your |all )?(?:answers?|responses?|replies|output|result|format|length|language)\b(?: \w+){0,2}"
    r"(?: (?:should|must|is|are)\b|:)",
    rf"[a-z]+ [^.!?]{{0,60}}\b{_NUMBER} {_UNITS}\b",
    r"\d+ \w",
    r"(?:in )?(?:at most|max(?:imum)?|up to) \d",
    r"(?:short|brief|long|detailed|concise) (?:answers?|replies|messages)\b",
    r"(?:answer|reply|respond) with\b",
    r"(?:answer|write|reply|explain)\b.*\bin (?:as much |more |great |full )?detail\b",
    r"(?:start|begin|end|open|close|finish|sign)\b.*\b(?:repl(?:y|ies)|answers?|messages?|e-?mails?|letters?)\b",
    r"end with [\"“]",
    r".*\bon (?:a|one) line\b",
    r".*\bas (?:running text|prose|plain text)\b",
    r"(?:write|give|use|normali[sz]e|format|convert|put)\b.*\b(?:dates?|amounts?|numbers?|names)\b.*\b(?:in|to|as)\b",
)
_AUDIENCE = pattern(
    r"(?:be|stay|sound|remain)\s+(?!sure\b|ready\b|able\b)\w+",
    r"(?:the|your|use|keep|adopt|answer|respond|reply|sound|write|speak|talk|in|with|an?)\b.*\b(?:tone|voice|style)\b",
    r"(?:talk|speak|write) (?:to|like|as)\b",
    r"keep (?:it|things|everything) (?!under\b|below\b|to\b|short|brief|concise|within\b|in\b)\w+",
    r"(?:most |many |all )?(?:of )?(?:the |your |our |my )?"
    r"(?:audience|readers?|listeners?|users?|customers?)\b.*\b(?:is|are)\b",
)
_HOW = pattern(
    r"(?:always|first|before|after|if|when|whenever|make sure|ensure|ask|use|cite|check|start|begin|end|think|work|"
    r"take|step)\b",
    r"(?!there\b)[a-z-]+(?: [a-z-]+){0,3} (?:must|should) (?!not\b)",
)
_IF = r"(?:if|when|whenever|where) "
_SOMETHING = r"(?:something|anything|an? \w+|the \w+|information|details)"
_UNSURE = pattern(
    _IF + r"(?:in doubt|unsure|nothing\b|none\b|neither\b|no \w+ fits|you (?:are|'re) (?:un|not )sure)",
    _IF + r"you (?:do not|don't|cannot|can't) (?:know|read|tell|find|answer|judge|decide)",
    _IF + _SOMETHING + r" (?:is|are) (?:missing|unclear|unknown|illegible|ambiguous|unreadable)",
    _IF + r"[^,]{1,40}\b(?:cannot|can't) be (?:read|saved|found|told|translated|answered|decided)",
    _IF + r"[^,]{1,40}\b(?:is|are) not (?:given|stated|known|clear|legible|there)\b",
)
_ROLE = pattern(r"(?:you are (?:called|named)|your name is)\b")
_STYLE = pattern(r"use (?:\w+, )?(?:\w+ )?(?:short|plain|simple|easy)\b.*\b(?:words|sentences|language|english)\b")
_IS_ABOUT_ANSWERS = pattern(
    r"(?:always )?(?:keep|answer|reply|respond|return|use|give|write|format|limit|make|be|end|start|begin|put|output)\b"
)
_RULES = (
    (Part.AUDIENCE, _STYLE),
    (Part.ROLE, _ROLE),
    (Part.UNSURE, _UNSURE),
    (Part.LIMITS, _LIMITS),
    (Part.OUTPUT, _OUTPUT),
    (Part.AUDIENCE, _AUDIENCE),
    (Part.HOW, _HOW),
)


def place(sentence: str, previous: Part) -> Part:
    """Return the section of a sentence: its forerunner's where it takes that up, else by the first rule that fits."""
    if EXAMPLES.match(sentence):
        return Part.EXAMPLES
    if _FOLLOWS.match(sentence):
        return Part.TASK if previous is Part.ROLE else previous
    part = next((part for part, rule in _RULES if rule.match(sentence)), Part.TASK)
    is_job = (
        part is Part.OUTPUT
        and previous is Part.ROLE
        and sentence[0].isalpha()
        and not _IS_ABOUT_ANSWERS.match(sentence)
    )
    return Part.TASK if is_job else part
