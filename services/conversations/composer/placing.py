"""In which section a sentence stands, by how it begins."""

from services.conversations.composer.english import pattern
from services.conversations.composer.model import Part

_EXAMPLES = pattern(r"(?:for example|for instance|e\.g\.|an? example|examples?\b)")
_FOLLOWS = pattern(
    r"(?:then|next|afterwards|after that|finally|also|and|but|so|because|this|that|these|those|instead|otherwise|"
    r"he|she|it|they)\b"
)
_LIMITS = pattern(
    r"(?:(?:you )?never|do not|don't|avoid|no (?!more|less|matter|one|longer|doubt|problem)|not|cannot|"
    r"(?:you )?(?:must|should|can|may|are) not|(?:mustn|shouldn|can)'t|refrain from|under no circumstances|"
    r"stay away from|only)\b"
)
_OUTPUT = pattern(
    r"(?:always )?(?:answer|reply|respond|write|return|format|give|keep|use|output)\b.*\b(?:json|yaml|csv|xml|html|"
    r"markdown|tables?|bullets?|words|sentences?|paragraphs?|short|brief|concise|lines|characters|english|german|"
    r"french|spanish|italian|portuguese|dutch|polish|turkish|russian|chinese|japanese)\b|"
    r"(?:the |your |all )?(?:answers?|responses?|replies|output|result|format|length|language)\b.*"
    r"(?:\b(?:should|must|is|are)\b|:)|(?:in )?(?:at most|max(?:imum)?|up to) \d"
)
_AUDIENCE = pattern(
    r"(?:be|stay|sound|remain)\s+(?!sure\b|ready\b|able\b)\w+|(?:the|your|use|keep|adopt|write|speak|talk|in|with|an?)\b.*\b(?:tone|voice|style)\b|"
    r"(?:the |your )?(?:audience|readers?|listeners?|users?|customers?)\b.*\b(?:is|are)\b"
)
_HOW = pattern(
    r"(?:always|first|before|after|if|when|whenever|make sure|ensure|ask|use|cite|check|start|begin|end|think|work|"
    r"take|step)\b"
)
_ROLE = pattern(r"(?:you are (?:called|named)|your name is)\b")
_RULES = (
    (Part.ROLE, _ROLE),
    (Part.LIMITS, _LIMITS),
    (Part.OUTPUT, _OUTPUT),
    (Part.AUDIENCE, _AUDIENCE),
    (Part.HOW, _HOW),
)


def place(sentence: str, previous: Part) -> Part:
    """Return the section of a sentence: its forerunner's where it takes that up, else by the first rule that fits."""
    if _EXAMPLES.match(sentence):
        return Part.EXAMPLES
    if _FOLLOWS.match(sentence):
        return Part.TASK if previous is Part.ROLE else previous
    return next((part for part, rule in _RULES if rule.match(sentence)), Part.TASK)
