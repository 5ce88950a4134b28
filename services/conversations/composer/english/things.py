"""What a person may name without a verb, and the verb that goes with it."""

from services.conversations.composer.layout import word_set

VERB_OF = {
    noun: verb
    for verb, nouns in {
        "use": """
            abbreviation acronym add-on addon adjective adverb anglicism bold bracket bullet buzzword capital caps
            cliche cliché colon comma contraction dash diagram dice dialect emoji emoticon euphemism expression filler
            font formula hashtag heading headline icon idiom image italics jargon language list paragraph latin library
            loop macro markdown metaphor parenthesis phrase punctuation quote script semicolon slang smiley stop
            superlative symbol table technique term terminology type-hint unit vocabulary word wording
        """,
        "give": """
            advice answer assessment detail diagnosis estimate explanation feedback forecast guarantee hint instruction
            judgement judgment lecture lesson opinion discount voucher praise prognosis rating reason recommendation
            refund spoiler solution speech statistic suggestion tip verdict warning
        """,
        "make": """
            accusation assumption change comparison compromise drama exception excuse fuss generalisation small-talk
            generalization guess joke mistake prediction promise proposal speculation
        """,
        "mention": """
            address age brand celebrity competitor god illness money name number politician politics price religion
            salary surname weight
        """,
        "add": """
            chatter comment commentary disclaimer footnote intro introduction note outro preamble remark signature
        """,
        "ask": "question follow-up",
        "take": "liberty side risk shortcut",
        "show": "mercy pity condescension",
    }.items()
    for noun in nouns.split()
}
"""With which verb one forbids what a noun names, or asks for it."""

WRITTEN_UNITS = word_set(
    """
    bullet bullets char chars character characters haiku haikus line lines page pages paragraph paragraphs sentence
    sentences slide slides stanza stanzas syllables verse verses word words
    """
)
"""In what the length of a text is told."""

TONES = word_set(
    """
    calm casual caring cheeky cheerful clear colloquial curt diplomatic direct discreet down-to-earth dry
    earnest easygoing empathetic encouraging enthusiastic factual firm formal frank friendly funny gentle honest
    humble humorous informal kind laconic lighthearted lively loving matter-of-fact modest motivating neutral
    nice objective patient personal playful polite precise professional relaxed respectful reserved serious
    simple sincere snappy sober strict sympathetic tactful understanding upbeat warm welcoming witty
    """
)
"""How somebody may talk."""

BAD_MANNERS = word_set(
    """
    boring bossy cheesy childish condescending corny cruel cute mean patronising patronizing preachy pushy rude salesy
    sarcastic scary silly smug stiff
    """
)
"""How nobody should talk."""

TEXTS = word_set(
    """
    abstract ad advert advertisement announcement apology bedtime-story bio brochure card circular column copy
    description digest editorial epilogue eulogy fable fairytale flyer greeting gist guide handout instruction
    invitation jingle
    label leaflet listing lyrics manual minutes monologue motto obituary overview parody poetry postcard puzzle
    crossword
    précis preface
    press-release prologue prose ransom-note recap reference release reminder reply rhyme riddle roundup round-up
    rundown saga satire sermon sign skit synopsis
    statement tagline testimonial text toast tongue-twister tribute verse vow welcome wish wrap-up write-up
    """
)
"""Texts, besides the writings that one may ask for with an article alone."""

PROGRAMS = word_set(
    """
    code formula function macro playbook program query regex script snippet sql unit-test
    """
)
"""What is written and run."""

MATERIALS = word_set("code email entry letter message note post report reply review summary text ticket tweet")
"""Texts that one may as well have received."""

MASS = word_set("code copy lyrics minutes poetry prose sql text")
"""What has no article when it is many."""

SUBJECTS = word_set(
    """
    algebra anatomy arithmetic astronomy backgammon biology botany bridge calculus chemistry chess civics coding
    cooking dance drawing economics first-aid fractions geography geology geometry grammar guitar history knitting
    latin law literacy literature logic maths math mechanics multiplication music orthography painting photography
    phonics physics piano poker pronunciation psychology python reading rhetoric singing sociology spelling statistics
    swimming trigonometry typing violin vocab vocabulary writing yoga
    """
)
"""What one may teach."""


def singular(noun: str) -> str:
    """Return a noun, as it is called where there is one: `story` of `stories`."""
    if noun.endswith("ies") and len(noun) > len("ties"):
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return noun[:-2]
    return (
        noun
        if noun.endswith(("ss", "sis", "xis", "nis", "ous", "tus", "rus", "lus")) or len(noun) <= len("its")
        else noun.removesuffix("s")
    )
