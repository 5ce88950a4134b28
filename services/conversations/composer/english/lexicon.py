"""The words that the composer knows, by what they do in a sentence."""

from services.conversations.composer.layout import word_set

VERBS = word_set(
    """
    act adapt add advise analyse analyze annotate answer apply argue arrange ask assess assist be brainstorm break
    bring build calculate call categorise categorize check cite clarify classify clean coach collect combine come
    compare compile complete compose compute continue convert correct count cover create critique debug define
    deliver describe design detect determine develop diagnose discuss document draft draw edit encourage end ensure
    estimate evaluate examine explain explore extract fill filter find fix focus follow format gather generate get
    give go greet group guide handle help highlight identify improve inform inspect interpret interview introduce
    judge keep know label lead let link list listen look make map mark match mention merge motivate name narrate
    note offer optimise optimize order organise organize outline parse pick plan play point polish practise prepare
    present prioritise prioritize process produce promise proofread propose provide put quiz quote rank rate read
    recommend record refactor refer reformulate reject remember remind remove repeat rephrase replace reply report
    request research respond return review revise rewrite role-play route run say schedule score search select send
    serve set shorten show simplify simulate solve sort speak specialise specialize split start state stay
    structure suggest summarise summarize sum support take talk teach tell test think track train transcribe transform
    translate treat troubleshoot try turn understand update use validate verify visualise visualize walk watch
    welcome work write
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
    shepherd sleuth sommelier specialist spy storyteller summariser summarizer teacher therapist tool trainer translator
    tutor wizard writer
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
    adults amateurs beginners boys buyers children clients colleagues consumers customers elders employees experts
    families fans folks girls grandparents guests immigrants kids learners listeners members men newcomers novices
    parents patients people players pupils readers refugees seniors staff students teenagers teens travelers
    brother brothers child class classes couple couples cousins crew daughter daughters family father grandchildren
    granddaughters grandma grandmother grandsons group groups husband mother neighbors neighbours nephews nieces parent
    sister sisters son sons team teams travellers users veterans wife visitors volunteers women youngsters
    """
)
"""Whom one works for."""

WRITINGS = word_set(
    """
    article biography blurb brief caption checklist dialogue diff e-mail email essay haiku headline joke letter
    limerick list memo message newsletter note outline paragraph playlist poem post recipe report review script
    sketch slogan song sonnet speech story summary table text timeline tweet
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

PREPOSITIONAL = word_set("ask focus link listen look refer reply respond speak specialise specialize talk think work")
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
    advise answer apply break cover design document draft edit end estimate filter focus group guide handle help
    label lead link list look map mark match note order outline plan play point practise process quiz quote rank rate
    record report request research return review route run schedule score search set sort start state stay support
    talk test think track train turn update walk watch welcome work
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
