"""In which section a sentence stands, by how it begins."""

from services.conversations.composer.english.lexicon import VERBS
from services.conversations.composer.english.running_on import FRAGMENT
from services.conversations.composer.english.standing import stands
from services.conversations.composer.english.surroundings import people
from services.conversations.composer.english.things import TONES
from services.conversations.composer.english.wordings import NAMES
from services.conversations.composer.layout import pattern
from services.conversations.composer.model import Part

EXAMPLES = pattern(r"(?:for example|for instance|e\.g\.|an? example|examples?\b)[,:]?\s*")
_BECOMES = pattern(r"[^.!?:]{1,80}?(?:->|→|=>)\s*\S")
_FOLLOWS = pattern(
    r"(?:then|next|afterwards|after that|finally|also|and|but|so|because|this|that|these|those|instead|otherwise|"
    r"he|she|it|they)\b"
)
_BESIDES = pattern(rf"(?:also|then|afterwards|finally),? (?=(?:an?|the|{'|'.join(sorted(VERBS))})\b)")
_LIMITS = pattern(
    r"(?:(?:you )?never|do not|don't|avoid|no (?!more|less|matter|one|longer|doubt|problem|wait)|do (?:no|nothing)|"
    r"not|cannot|"
    r"(?:you )?(?:must|should|can|may|are) not|mustn't|shouldn't|can't|refrain from|under no circumstances|"
    rf"(?!(?:{'|'.join(sorted(VERBS))})\b)[a-z]+(?: [a-z]+){{0,3}} (?:and|or) the [a-z]+ only(?=[,.!]|$)",
    r"stay away from|nothing|(?:drop|add|leave|change|skip|omit|invent|lose|cut|let|delete|remove) nothing|without|"
    r"only|leave out|omit|drop|exclude|skip)\b",
    r"leave (?:[\w-]+ ){1,5}out\b(?! of\b)",
    r"no [\"“]",
    r"you (?:know nothing|don't know anything|do not know anything|have no idea|have never heard)\b",
    r"[^,;:.!?]{3,80},? so (?:please )?(?:don't|do not|never) [a-z]",
    r"be (?:robust|immune|resistant|hardened|proof|safe|secure|protected|on (?:your )?guard) (?:against|to)\b",
    r"(?:allow|permit) [^.!?]{1,60}, but do not (?:allow|permit)\b",
)
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty)"
_UNITS = r"(?:\w+ )?(?:words?|sentences?|lines?|characters|paragraphs?|pages?|items|verses)"
_OUTPUT = pattern(
    r"(?:always )?(?:answer|reply|respond|return|output|give|write)\b.*"
    r"\b(?:alone|only|nothing else|as an? (?!\w+ing\b)\w+)\b",
    r"(?:always )?(?:answer|reply|respond|write|return|format|give|keep|use|output)\b.*"
    r"\b(?:json|yaml|csv|xml|html|markdown|tables?|bullets?|keys|labels?|columns|words|sentences?|paragraphs?|short|"
    r"brief|concise|lines|characters|english|german|french|spanish|italian|"
    r"portuguese|dutch|polish|turkish|russian|chinese|japanese|(?:in|plain|simple|easy|formal|"
    r"same) (?:\w+ )?language)\b",
    r"(?:the |your |all )?(?:answers?|responses?|replies|output|result|format|length|language)\b(?: \w+){0,2}"
    r"(?: (?:should|must|is|are)\b|:)",
    rf"[a-z]+ [^.!?]{{0,60}}\b{_NUMBER} {_UNITS}\b",
    r"(?:do not |don't )?(?:make|keep) (?:it|them|answers|(?:the|my|our|your|each|every|"
    r"all) (?:[\w-]+ )?[\w-]+) (?:too |very )?"
    r"(?:short|long|brief|concise|detailed|simple|complicated|wordy)\b",
    r"in (?:lower|upper) case\b|in capitals\b|lower ?case\b",
    r"\d+(?: ?[-\u2013] ?\d+)? \w",
    rf"(?:in |with |only |just )?(?:at (?:the )?most|max(?:imum)?\.?|min(?:imum)?\.?|up to|no more than|not more than|"
    rf"less than|fewer than|at least|about|around|roughly|under|below|approx\.?|exactly) {_NUMBER}\b",
    rf"{_NUMBER} [\w-]+(?: [\w-]+)? (?:at (?:the )?most|max(?:imum)?|tops|or less|or fewer|each)\b",
    rf"(?:{'|'.join(sorted(NAMES))})(?: (?:and|or) (?:{'|'.join(sorted(NAMES))}))?(?: only)?[.!]?$|"
    rf"(?:in|as) (?:plain |simple |formal |good |british |american )*(?:{'|'.join(sorted(NAMES))})\b",
    r"(?:as|in) (?:an? |the )?(?:\w+ ){0,2}(?:table|list|json|csv|markdown|bullets?|bullet points|prose|yaml|xml|"
    r"html)\b",
    r"(?:only )?(?:metric|imperial|si|us) (?:units|measures|measurements)\b|(?:only )?(?:british|american) spelling\b",
    r"(?:metric|imperial)[.!]?$",
    r"(?:use |in |with )?(?:very )?(?:big|large|huge|bold|small|tiny) (?:letters?|print|type|font|words|pictures)\b",
    r"use (?:only )?(?:metric|imperial|si|british|american)\b",
    r"(?:(?:always|also|please) )*include\b|(?:it |they |each \w+ |every \w+ )?(?:must|should) (?:contain|include)\b",
    r"with (?!.*\b(?:tone|humou?r|care|patience|respect|warmth|empathy|voice|style)\b)"
    rf"(?:an?|the|{_NUMBER}|\w+ (?:headlines?|headings?|titles?|columns?|summary|emojis|hashtags|sources)) ?\b",
    r"(?:give|add|state|name|show|put|write|note|mention)\b.*\b(?:for|per|with|after|behind|beside|next to|under|to) "
    r"(?:each|every)\b",
    r"(?:the|each|every|your) (?:table|list|plan|report|summary|entry|paragraph|page|slide|card|item|recipe|exercise|"
    r"question|row|post|text|e-?mail|reply|answer|message|line|"
    r"section|headline|title|caption|column|letter|story|poem|output|result)s?\b(?: \w+){0,2} "
    r"(?:has|have|should|must|needs?|is|are|contains?|starts?|ends?|begins?|consists?|gets?)\b",
    r"(?:short|brief|long|detailed|concise) (?:answers?|replies|messages)\b",
    r"(?:show|present|list|display|give)\b.*\bas an? (?:\w+ )?(?:table|list|chart|json|csv)\b",
    r"(?:answer|reply|respond) with\b",
    r"(?:answer|write|reply|explain)\b.*\bin (?:as much |more |great |full )?detail\b",
    r"(?:start|begin|end|open|close|finish|sign)\b.*\b(?:repl(?:y|ies)|answers?|messages?|e-?mails?|letters?)\b",
    r"end with [\"“]",
    r"give one of [^.;:!?]{2,80} / ",
    r"(?:very|really|super|extremely|quite|rather|fairly|pretty) (?:short|brief|long|concise|detailed|crisp|compact|"
    r"terse)"
    r"(?:(?:,| and| but| yet) (?:very |not too |not )?[a-z-]+)?[.!]?$",
    r"(?:an? )?(?:happy|sad|open|good|bad|funny|surprise|surprising|sweet|dark) end(?:ing)?[.!]?$",
    r".*\bon (?:a|one) line\b",
    r".*\bas (?:running text|prose|plain text)\b",
    r"(?:write|give|use|normali[sz]e|format|convert|put)\b.*\b(?:dates?|amounts?|numbers?|names)\b.*\b(?:in|to|as)\b",
)
_ONLY_THE = pattern(
    r"(?:only|just) (?:give |show |return |output |list |send |write )?(?:me )?(?:the|an?|one) [\w-]+",
    r"no more than \d|not (?:longer|more) than \d",
)
_AUDIENCE = pattern(
    r"(?:be|stay|sound|remain)\s+(?!sure\b|ready\b|able\b)\w+",
    r"(?:the|your|use|keep|adopt|answer|respond|reply|sound|write|speak|talk|in|with|an?)\b.*\b(?:tone|voice|style)\b",
    r"(?:talk|speak|write) (?:to|like|as)\b",
    rf"(?:very |always |not too |rather |a bit |but |more )?(?:{'|'.join(sorted(TONES))})"
    r"(?:(?:,| and| but| yet| not| never|, and|, but|, not|, never| but not| but never|"
    r", but not) (?:too )?[\w-]+){0,3}[.!]?$",
    r"(?:[\w-]+,? (?:and |but )?){1,4}(?:tone|voice|style)(?:,? please)?[.!]?$",
    r"(?:very|really|super|extremely|quite|rather|fairly|pretty) (?!short|brief|long|concise|detailed|crisp|compact|"
    r"terse)"
    r"[a-z-]+(?:(?:,| and| but| yet) (?:very |not too |not )?[a-z-]+)?[.!]?$",
    r"(?:an? )?[a-z-]+ (?:[a-z-]+ )?(?:mood|vibe|atmosphere)[.!]?$",
    r"(?:sound|make it|make them) (?:fun|funny|friendly|formal|warm|casual|personal|playful|lighthearted|lively|"
    r"engaging)\b",
    r"keep (?:it|things|everything) (?!under\b|below\b|to\b|short|brief|concise|within\b|in\b)\w+",
    r"(?:most |many |all )?(?:of )?(?:the |your |our |my )?"
    r"(?:audience|readers?|listeners?|users?|customers?)\b.*\b(?:is|are)\b",
)
_AS_IT_IS = pattern(
    r"(?:keep|leave)\b.*\b(?:as (?:it is|is|it was|they are|they were|written)|unchanged|untouched|intact|the same)\b",
)
_FOR_PEOPLE = pattern(r"for [^,;:]{2,60}")
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
_SAY = r"(?:(?:please|then|just) )?(?:tell|let|warn|inform) (?:me|us|them)(?: know)?|(?:just )?say so|admit it|say"
_UNSURE_TOO = pattern(
    _IF + r"there(?:'s| is| are) no (?:\w+ )?(?:answer|match|data|information|value|result|source|entry|hit)s?\b",
    rf"(?:{_SAY}) (?:if|when|where)\b.*\b(?:can't|cannot|could not|couldn't|isn't|is not|aren't|impossible|missing|"
    rf"unclear|"
    r"unsure|not sure|don't know|do not know|unknown)\b",
    r"(?:say|write|answer|put|reply|state|mark|note|enter)\b.*\b(?:if|where|when)\b.*\b(?:missing|unknown|unclear|"
    r"unsure|"
    r"not (?:given|stated|known|found|there|sure)|don't (?:know|have)|do not (?:know|have)|can't|cannot)\b",
    _IF + r"(?:it|this|that|he|she|they) (?:can't|cannot|isn't|is not) (?:be (?:done|found|read|told)|possible|clear|"
    r"known)",
    _IF + r"(?:it's|it is|that's|this is) (?:unsure|unclear|unknown|not (?:possible|clear|known|sure)|impossible)",
    _IF
    + r"[^,]{1,40}\b(?:is|are) (?:missing|unclear|unknown|illegible|ambiguous|unreadable|incomplete|not possible)\b",
    _IF + r"(?:you|it) (?:do not|don't|doesn't|does not) (?:have|know|understand|recogni[sz]e)\b",
)
_ROLE = pattern(r"(?:you are (?:called|named)|your name is)\b")
_SIZE = pattern(r"(?:not )?too (?:long|short|detailed)\b")
_GIVEN = pattern(
    r"(?:every \w+ )?(?:i|we)(?:'ll| will|'m going to| am going to)? (?:then )?"
    r"(?:paste|upload|dictate|provide|supply|attach|(?:send|give|tell|show) you)\b",
    r"you (?:will |'ll )?(?:get|receive|are given|are handed|are sent)\b(?! (?:one|two|three|\d+|no|only|to|"
    r"points?)\b)",
)
_TURN = pattern(r"the users? [^;\n]{3,200}; [a-z]")
_WHERE_FOUND = pattern(
    r"(?:the|all) (?:answers?|information|prices|rules|details|facts|dates|documents|instructions)(?: for \w+)? "
    r"(?:is|are|can be found|stands?) (?:in|on) (?:the|our|my)\b"
)
_GIVEN_FACT = pattern(r"you know (?:the|my|our|all|that|how|what|which)\b")
_STATED = pattern(
    r"(?:it|they) (?:costs?|weighs?|lasts?)\b",
    r"(?:he|she|they)(?: (?:likes?|loves?|hates?|wants?|lives?|has|have|knows?)|'s [a-z]+ing)\b",
)
_MEASURE = (
    r"(?:euros?|eur|dollars?|usd|pounds?|bucks|minutes?|mins?|hours?|days?|weeks?|km|miles|kilos?|kg|people|persons|"
    r"percent|degrees)\b"
)
_BUDGET = pattern(
    r"(?:max(?:imum)?\.?|at most|not more than|no more than|up to|under|below|less than|budget(?: of| is|"
    r":)?(?: about| around)?|"
    rf"the budget is)(?: max\.?)? (?:[€$£] ?\d|\d[\d.,]* ?(?:[€$£]|{_MEASURE}))",
    rf"\d[\d.,]* ?(?:[€$£]|{_MEASURE})(?: [\w-]+)? (?:max|maximum|at most|tops)\b",
    r"(?:the |my |our )?(?:total )?(?:costs?|price) (?:about |around |roughly |max(?:imum)?\.? |at most |under |"
    r"below |up to |"
    r"less than |no more than )?[€$£]? ?\d",
)
_NOT_NEEDED = pattern(
    r"[\w-]+(?: [\w-]+){0,4} (?:(?:is not|isn't|are not|aren't) (?:needed|necessary|required)|"
    r"(?:do not|don't|doesn't) matter)\b"
)
_PLAIN_TEXT = pattern(r"plain text\b")
_FORM = pattern(
    r"half an? (?:page|side|screen|sheet)\b",
    r"(?:the )?[\w-]+(?: [\w-]+){0,3} (?:first|last|on top)[.!]?$",
    r"[\w-]+(?: [\w-]+){0,4} (?:as [A-Z]{2,4}[-./]|in (?:bold|italics|capitals|brackets|upper case|lower case|celsius|"
    r"fahrenheit|grams)\b)",
    r"dates? (?:as|in)\b",
    r"(?:times?|amounts|numbers|figures|prices|sums|weights|distances|measurements|temperatures) (?:as|in) "
    r"(?!the |my |our |this |that )[\w/%€$.-]+(?: (?!is\b|are\b|has\b|have\b)[\w/%€$.-]+)?[.!]?$",
    rf"{_NUMBER} [\w-]+ (?:per|at a|an?) [\w-]+[.!]?$",
    rf"{_NUMBER} (?:grades|levels|categories|labels|degrees|classes|stars|ranks|ratings)\b",
    rf"(?:the )?top {_NUMBER}\b(?! (?:is|are|has|have|will)\b)",
    rf"{_NUMBER} {_UNITS}(?: (?:only|each|back|per [\w-]+))?[.!]?$",
    rf"(?:the )?[a-z]+ in (?:{'|'.join(sorted(NAMES))})[.!]?$",
    r"(?:[\w-]+ )?(?:paragraphs|prose|bullets|bullet points|lists|tables|sentences|"
    r"charts),? (?:and )?not (?:[\w-]+ )?[\w-]+[.!]?$",
    r"one (?:row|line|item|paragraph|sentence|entry) (?:per|for each)\b",
)
_STYLE = pattern(
    r"(?:but )?not too (?:formal|informal|casual|serious|stiff|friendly|funny|technical|dry|strict|loud|pushy)\b",
    r"(?:use |in |with |only )?(?:\w+, )?(?:\w+ )?(?:short|plain|simple|easy|everyday|clear)\b(?:,? [\w-]+){0,3} ?"
    r"\b(?:words|sentences|language|english|terms|wording)\b",
)
_IS_ABOUT_ANSWERS = pattern(
    r"(?:always )?(?:keep|answer|reply|respond|return|use|give|write|format|limit|make|be|end|start|begin|put|"
    r"output)\b"
)
_RULES = (
    (Part.OUTPUT, _PLAIN_TEXT),
    (Part.AUDIENCE, _STYLE),
    (Part.GIVEN, _GIVEN),
    (Part.KNOWN, _WHERE_FOUND),
    (Part.KNOWN, _STATED),
    (Part.KNOWN, _GIVEN_FACT),
    (Part.LIMITS, _BUDGET),
    (Part.LIMITS, _NOT_NEEDED),
    (Part.ROLE, _ROLE),
    (Part.UNSURE, _UNSURE),
    (Part.UNSURE, _UNSURE_TOO),
    (Part.OUTPUT, _SIZE),
    (Part.OUTPUT, _ONLY_THE),
    (Part.LIMITS, _LIMITS),
    (Part.HOW, _AS_IT_IS),
    (Part.OUTPUT, _OUTPUT),
    (Part.AUDIENCE, _AUDIENCE),
    (Part.HOW, _HOW),
)


def place(sentence: str, previous: Part) -> Part:
    """Return the section of a sentence; whose turn it is, or a note of how things stand, is of none."""
    return Part.TASK if stands(sentence) or _TURN.match(sentence) else _place(sentence, previous)


def _place(sentence: str, previous: Part) -> Part:
    """Return the section of a sentence: its forerunner's where it takes that up, else by the first rule that fits."""
    opening = sentence.partition(" ")[0].casefold()
    if EXAMPLES.match(sentence) or (opening not in VERBS and _BECOMES.match(sentence)):
        return Part.EXAMPLES
    if opening == "for" and _FOR_PEOPLE.fullmatch(sentence) and people(sentence):
        return Part.AUDIENCE
    if previous in (Part.LIMITS, Part.UNSURE) and (more := _BESIDES.match(sentence)):
        return place(sentence[more.end() :], Part.TASK)
    if _FOLLOWS.match(sentence) and not _STATED.match(sentence):
        return Part.TASK if previous is Part.ROLE else previous
    part = next((part for part, rule in _RULES if rule.match(sentence)), Part.TASK)
    if part is Part.TASK and opening not in VERBS and _FORM.match(sentence):
        return Part.OUTPUT
    is_job = (
        part is Part.OUTPUT
        and previous is Part.ROLE
        and sentence[0].isalpha()
        and not _IS_ABOUT_ANSWERS.match(sentence)
        and not FRAGMENT.match(sentence)
    )
    return Part.TASK if is_job else part
