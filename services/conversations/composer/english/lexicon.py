"""The words that the composer knows, by what they do in a sentence."""

from services.conversations.composer.layout import word_set

VERBS = word_set(
    """
    act adapt add advise alter analyse analyze annotate answer apologise apologize apply argue arrange ask assess
    assign assist avoid ban be boil brainstorm break brief bring build calculate call calm categorise categorize
    challenge change chat check cheer choose cite clarify classify clean coach collect combine come comfort compare
    compile complete compose compute condense congratulate continue contrast convert cook correct count cover create
    critique cut debug decide define deliver describe design detect determine develop diagnose dig disclose discuss
    document double-check draft draw drill drop edit encourage end ensure estimate evaluate examine exclude explain
    explore extract fact-check feed figure file fill filter find fix flag focus follow format gather generate get give
    go grade greet group grade guess guide hand handle help hide highlight hold identify imagine improve include inform
    inspect interpret interrupt
    interview introduce invent judge keep know label lead leave let limit link list listen look make
    map mark match mention merge mirror mix motivate name narrate narrow note notice nudge
    offer omit optimise optimize order
    organise organize outline pair paraphrase parse pick ping plan play point polish practice practise praise prepare
    present pretend prioritise prioritize proceed process produce promise proofread propose provide pull push put quiz
    quote raise rank rate read reassure recommend record reduce refactor refer reflect reformulate rehearse reject
    remember remind remove rename reorder repeat rephrase replace reply report request research reserve resolve respond
    restate return reuse reveal review revise rework rewrite role-play roleplay route run save say scan schedule scold
    score search see select send separate serve set share shorten show sign simplify simulate sketch skip soften solve
    sort speak specialise specialize specify spell split spot start state stay store strip structure study substitute
    suggest sum summarise summarize support swap switch tailor take talk teach tell test text thank thin think throw
    tidy
    tighten total touch trace track train transcribe transfer transform translate treat trim troubleshoot try turn
    tutor understand unify update use validate vary verify visualise visualize wait walk warm warn watch weigh welcome
    work wrap write
    """
)
"""What an assistant may be asked to do."""

AGENTS = word_set(
    """
    accomplice adviser advisor agent ai ally analyst arbiter architect artist assistant bot buddy butler chatbot
    chef clerk coach companion concierge consultant cook copilot critic cto designer detective developer dj doctor
    editor engineer expert friend genie ghost guide guru helper hero historian host instructor interviewer judge
    king knight lawyer linguist manager medic mentor moderator monk muse narrator nurse nutritionist oracle
    paralegal partner persona pilot pirate planner poet pro professional professor programmer proofreader
    psychologist queen referee rep representative researcher reviewer robot sage scientist scribe secretary sensei
    shepherd sleuth sommelier specialist spy storyteller summariser summarizer teacher therapist
    tool trainer translator tutor twin umpire wizard writer
    """
)
"""Nouns for somebody, or something, who does things for others."""

ASSISTANTS = word_set("agent ai assistant bot chatbot copilot helper robot tool")
"""What an assistant is called that has no other name."""

NO_AGENTS = word_set(
    """
    answer banner bar beer beginner border butter buyer calendar car center chapter character chatter checklist
    color computer constant consumer container corner counter cover customer dear deer dinner door elixir error
    ever factor fiber filter finger floor flyer folder footer four furniture gender giant grammar hair header her
    hour humor important indoor instant jar labor ladder laser later layer learner letter list lower matter member
    mirror monitor motor never newsletter number offer older or order other our over paper peer per plant player
    poor poster power printer proper quarter reader relevant restaurant river router server shorter silver similar
    soccer solar star sugar summer super supper teenager temper tenor theater tour tower twitter under upper user
    variant vector visitor water weather winter wonder year younger your
    """
)
"""Words that end like one and are none, or that name whom one works for."""

PEOPLE = word_set(
    """
    adults amateurs aunt babies baby beginners boyfriend boys brother brothers buyers child children class classes
    clients colleagues consumers couple couples cousins crew customers dad daughter daughters elders employees
    experts families family fans father folks friends girlfriend girls grandchildren granddaughter granddaughters
    grandma grandmother grandpa grandparents grandson grandsons group groups guests husband immigrants kids learners
    listeners members men mom mother mum neighbors neighbours nephew nephews newcomers niece nieces novices parent
    parents patients people players pupils readers refugees seniors sister sisters son sons staff students team
    teams teenagers teens toddler toddlers travelers travellers uncle users veterans visitors volunteers wife women
    youngsters
    """
)
"""Whom one works for."""

WRITINGS = word_set(
    """
    article biography blurb booklet brief caption chapter checklist dialogue diff e-mail email essay haiku headline
    itinerary joke letter limerick list memo message newsletter note outline paragraph playlist poem post quiz recipe
    report review schedule script
    sketch slogan song sonnet speech story summary table text timeline toast tweet worksheet
    """
)
"""Things that one writes, and of which there can be one or many."""

COMMON = word_set(
    """
    academic bedtime book career chess code cooking creative customer data digital dungeon experienced expert
    financial fitness friendly garden health helpful history junior kind language lead legal marketing math maths
    medical music online patient personal polite private product professional project recipe sales science security
    senior software story strict support tax technical travel virtual web wine
    """
)
"""Words with which the name of a role may begin, and which are no proper names."""

DETERMINERS = word_set(
    """
    a an any each every her his my our some that the their these this those your
    """
)
"""Words with which no name of a role goes on."""

NO_OBJECT = word_set(
    """
    about after and are as at before between by can during for from have in is may might must need nor of on or
    over per should than that through to under were will with without
    """
)
"""Words that follow a noun rather than a verb: `reports on sales`, `orders need a deposit`."""

PREPOSITIONAL = word_set(
    "ask focus go link listen look refer reply respond speak specialise specialize talk think work"
)
"""Verbs that go on with a preposition: `links to pages`."""

SMALL_WORDS = word_set(
    """
    a about all an and any are as at be but by can do does each every for from have how i if in into is it its me my
    never no not of on only or our please should that the
    their them they this to what when who why with you your
    """
)
"""Words by which English is known."""

ALSO_NOUNS = word_set(
    """
    advise answer apply boil break brief calm change chat contrast cook cover cut design document draft drill drop edit
    end estimate feed figure file filter flag focus group guess guide hand handle help hold label lead leave limit
    link list look map mark match mirror mix note notice order
    outline pair plan play point practice practise process pull quiz
    quote raise rank rate record report request research reserve return review route run save scan schedule score
    search see set share sign sketch sort spell start state stay store study support swap switch talk test thin think
    throw
    total touch trace track train transfer trim turn update wait walk warm watch welcome work
    """
)
"""Verbs that are nouns as well, as in `names and list prices`: what follows tells."""

OBJECTS = word_set(
    """
    a all an any at each every everything for him her it me my no nothing one only our the their them these this those
    two three us what which with your
    """
)
"""Words that follow a verb rather than a noun."""

DELIVERABLES = word_set(
    """
    advice answers code comments corrections emails exercises explanations feedback help hints ideas instructions
    names options plans posts prompts questions quizzes recipes replies reviews stories suggestions summaries texts
    tips titles translations
    """
)
"""Things that one may ask for without saying what to do."""

THINGS_SAID = word_set(
    """
    abbreviations amounts answers colours dates distances emails examples explanations fields headings
    headlines labels messages names numbers prices questions quotes replies sentences sources summaries terms texts
    times titles units values words
    """
)
"""What a text is made of, as in `dates should be written in full`."""

PARTICIPLES = {
    "kept": "keep", "written": "write", "given": "give", "left": "leave", "put": "put", "shown": "show", "said": "say",
    "made": "make", "told": "tell", "set": "set", "sent": "send", "read": "read", "spelt": "spell", "cut": "cut",
    "split": "split", "chosen": "choose", "taken": "take", "done": "do", "spoken": "speak", "lost": "lose",
}  # fmt: skip # many short ones to a line
