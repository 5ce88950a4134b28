"""How people tell of assistants who are given texts, without a name for what they do."""

from collections.abc import Mapping

from services.conversations.composer.archetype_cues.evidence import Phrases
from services.conversations.composer.archetype_rules.rule import Archetype

_FIELD = """(names?|dates?|amounts?|totals?|prices?|address|phone|order id|quantity|quantities|supplier|customer|product
|weight|times?|place|author|title|units?|invoice number|serial number|species|age|dose|batch|deadline|duration|height
|depth|birthday|iban|vat|rent|company|colour|size|year|number|value|location|symptoms?|ingredients)""".replace("\n", "")
_FELD = """(name|namen|datum|betrag|beträge|summe|menge|preis|preise|adresse|telefon*|kunde|artikel|lieferant|ort
|uhrzeit
|größe|gewicht|jahr|nummer|rechnungsnummer|kundennummer|titel|autor|einheit|frist|fristen|termin|alter|firma|miete
|iban|art|anzahl|dosis
|geburtsdatum|absender|farbe|höhe|tiefe)""".replace("\n", "")
_LABEL = """(urgent|spam|real|fake|genuine|positive|negative|safe|edible|toxic|relevant|important|serious|harmless|ok
|keep|bin|praise|complaint|valid|fraud|scam|junk|sick|healthy|ripe|allowed|forbidden)""".replace("\n", "")
_ETIKETT = """(dringend|eilig|spam|echt|falsch|wichtig|giftig|essbar|harmlos|positiv|negativ|lob|beschwerde|erlaubt
|verboten|behalten|ernst|sofort|relevant|krank)""".replace("\n", "")
_LANGUAGE = """(english|german|french|spanish|italian|portuguese|dutch|polish|russian|ukrainian|turkish|arabic|chinese
|mandarin|cantonese|japanese|korean|swedish|danish|norwegian|finnish|icelandic|greek|czech|slovak|slovene|slovenian
|hungarian|romanian|bulgarian|croatian|serbian|bosnian|albanian|hindi|urdu|bengali|tamil|punjabi|hebrew|yiddish
|persian|farsi|dari|pashto|kurdish|swahili|somali|amharic|tigrinya|latin|vietnamese|thai|tagalog|indonesian|malay
|catalan|basque|galician|welsh|irish|gaelic|scots|frisian|afrikaans|esperanto|estonian|latvian|lithuanian|georgian
|armenian|maltese|sorbian|swiss german|low german|old english|middle english|bavarian)""".replace("\n", "")
_SPRACHE = """(deutsch|englisch|französisch|spanisch|italienisch|portugiesisch|niederländisch|holländisch|polnisch
|russisch|ukrainisch|türkisch|arabisch|chinesisch|japanisch|koreanisch|schwedisch|dänisch|norwegisch|finnisch
|isländisch|griechisch|tschechisch|slowakisch|slowenisch|ungarisch|rumänisch|bulgarisch|kroatisch|serbisch|bosnisch
|albanisch|hebräisch|jiddisch|persisch|farsi|dari|kurdisch|latein|lateinisch|vietnamesisch|katalanisch|sorbisch
|friesisch|plattdeutsch|platt|niederdeutsch|hochdeutsch|schweizerdeutsch|schwyzerdütsch|bairisch|bayerisch|bayrisch
|schwäbisch|sächsisch|kölsch|fränkisch)""".replace("\n", "")
_LONG = """(mails?|e-?mails?|threads?|reports?|papers?|articles?|episodes?|videos?|meetings?|transcripts?|recordings?
|minutes|notes|podcasts?|chats?|documents?|pdfs?|contracts?|chapters?|speeches|studies|newsletters?|sermons?|letters?
|debates?|logs?|updates?|posts?|messages)""".replace("\n", "")
_LANG = r"""(*(mail|mails|bericht|berichte|berichten|artikel|protokoll|protokolle|unterlagen|gutachten|verträge
|predigt|predigten|vortrag|vorträge|podcasts|chat|chats|nachrichten|studie|studien|aufsätze|reden|urteil|urteile
|notizen|briefe|mitschrift|mitschriften|reportagen|romane|gruppe))""".replace("\n", "")
_COUNT = r"(\d+|one|two|three|four|five|six|seven|ten|half an?|a|an|a few)"
_ANZAHL = r"(\d+|einen?|eine|einem|einer|zwei|drei|vier|fünf|sechs|sieben|zehn|eine halbe|ein paar|wenige)"
_SIZE = "(words?|lines?|pages?|sentences?|paragraphs?|points?|characters?|bullets?|bullet points?|minutes)"
_UMFANG = (
    "(wort|wörter|wörtern|zeilen?|seiten?|satz|sätze|sätzen|absatz|absätze|absätzen|punkte|punkten|zeichen|stichpunkte"
    "|stichpunkten|minuten)"
)

TOLD: Mapping[Archetype | None, Phrases] = {
    Archetype.EXTRACTION: Phrases(
        sure=rf"""
        from (each|every|all|these|those|them|any|any of them)( \w+)?( \w+)? (i|we) (need|want|would like|only need
        |just need)
        (transcripts?|dictat*|voice (memos?|notes?|messages?)|scans?|scanned|ocr|handwritten|receipts?|invoices?
        |delivery notes?) … (fields?|columns?|json|csv|yaml|a table|spreadsheet|rows?|records?)
        (talk|speak|dictate|mumble) into my phone
        (fills?|filling) (in|out) (the |a |an |our |my )?(\w+ )?(forms?|fields|template|sheet|spreadsheet|register
        |columns)(?! (with|together) (him|her|me|them|us|my|our|with))
        {_FIELD}, (the |its |their )?(\w+ )?(\w+ )?{_FIELD}(,| and)
        (pull|pulls|pulling|fish|fishes|fishing|scrape|scrapes|tease|dig|digs) (\w+ )?(\w+ )?(\w+ )?(\w+ )?(out of
        |off|from)
        aus (jedem|jeder|den|dem|meinen|unseren|diesen|allen) … (brauche?|brauchen|hätte|möchte|will|notier*|zieh*
        |hol*|lies|herauszieh*|rausschreib*|heraussuch*)
        (auslesen|ausgelesen|herauszieh*|rauszieh*|rausholen|herausholen|rausschreiben|herausschreiben|rausfischen
        |herausfischen|raussuchen|heraussuchen|herauslesen)
        {_FELD}, (\w+ )?{_FELD}(,| und)
        (names?|dates?|make|model|amounts?|totals?|prices?|address|quantity|supplier|customer|product|place|author
        |title|year|number|location|position|species) ?, (the |its )?(\w+ )?\w+, (the |its )?(\w+ )?(names?|dates?
        |amounts?|totals?|prices?|address|quantity|hours|supplier|customer|product|place|author|title|year|number
        |location|weight)
        (name|namen|datum|betrag|summe|menge|preis|adresse|ort|nummer|titel|autor|frist|art|anzahl|absender
        |kunde), (\w+ )?\w+, (\w+ )?(name|datum|betrag|summe|menge|preis|adresse|ort|nummer|titel|autor|frist|art
        |anzahl|absender)
        aus (den|der|jedem|jeder|dem|meinen|unseren) … in (eine|einer|die) (zeile|tabelle|liste|spalten)
        (types?|typing|enters?|entering|copies|keys?) … into (a|the|our|an) (\w+ )?(sheet|spreadsheet|form|system
        |database|register|table)
        (surname|first name|year of birth|serial number|date of purchase|order number|name|date), (\w+ )?(\w+ )?\w+(,
        | and)
        (give|gives|return|returns) (me |us |the user )?(back )?(the )?(sender|recipient|supplier|weight|value|date
        |name|amount|price|quantity)s?, (the )?(\w+ )?\w+ and
        """,
        likely=r"""
        (need|needs|want|wants|get|give|note|record|capture|list|collect|return|log
        |keep) (me |us |down )?(only |just )?the (\w+ )?\w+, the (\w+ )?(\w+ )?\w+,
        (?<!with\s)(one|a|1) (row|line|record|entry|object) (per|for each|for every) \w+
        (yaml|json|csv) (only|please|out|back|with)
        (into|to|as|in) (yaml|json|csv|a spreadsheet|columns|fields|records|excel)
        (typed up|dictated|scribbled|handwritten|scanned|photographed) (by|from|in)
        (brauche?|brauchen|notier*|erfass*) (ich |wir )?(nur )?(den |die |das )?\w+, (den |die |das )?(\w+ )?\w+(,| und)
        (eine|je|pro) (zeile|reihe|datensatz|\w+ eine zeile) (je|pro|für jede*)?
        (als|in|im) (csv|json|yaml|tabelle|excel|eine tabelle)
        (erfassen|erfasst|digitalisieren|abtippe|abgetippt*)
        (note|record|list|enter|log|capture) (the )?\w+, (the )?(\w+ )?\w+, (the )?(\w+ )?\w+
        (abtippen|abtippe|abgetippt*|eingescannt*|transkribier*)
        (get|give|fetch) me (the )?\w+, (the )?(\w+ )?\w+,
        (read|scanned|photographed) (and read )?by a machine
        (give|gives|return|returns|send|hand) (me |us |the user )?back (the )?\w+, (the )?(\w+ )?\w+
        (note|read|record|type|write down) (off )?the (numbers?|values?|readings?|dates?|amounts?|totals?|figures?)
        """,
        hints=r"""
        (columns|felder|spalten)
        """,
    ),
    Archetype.CLASSIFICATION: Phrases(
        sure=rf"""
        (triage|triages|triaging|pigeonhole*)
        (sort|sorts|put|puts|file|files|split|drop|divide|group) (\w+ )?(\w+ )?(\w+ )?(\w+ )?into (one of|these
        |the following|(two|three|four|five|six|seven|eight|\d+) (\w+ )?(piles|groups|buckets|categories|classes
        |boxes|folders|levels))
        one of( these| the following| our| my)?( \w+)?( labels?| categor*| classes| piles| buckets| tags| levels
        | types)?:
        (categories|labels|buckets|piles|classes|levels|severit*|queues) (are|is)?:
        (possible|allowed|only|permitted) (answers|labels|categories|outcomes|classes|levels)
        is (this|it|that|the|an?) … (or|worth|genuine|spam|urgent)
        are (these|they|those|the) … (or (not|\w+)|genuine|spam|urgent|real|fake|edible)
        {_LABEL} or (not(?!,)|can wait|{_LABEL}|\w+$)
        {_ETIKETT} oder (nicht|kann warten|{_ETIKETT}|\w+$)
        (which|what) (pile|bucket|category|label|department|team|queue|folder|class|level|drawer|shelf|bin|ward
        |box) (\w+ )?(it|this|they|each|a|an|every|should|does|do|goes)
        how (urgent|severe|serious|risky|dangerous) (it|this|is|each|they|a)
        (grade|grades|grading|score|scores|rate|rates|rating|labelling|tag|tags
        |tagging) (the |our |my |each |every |all |incoming |these )?(\w+ )?(reports?|tickets?|messages?|mails?
        |reviews?|incidents?|complaints?
        |applications?|photos?|comments?|requests?|leads?|calls?|texts?|posts?|bugs?|finds?|letters?|answers?|entries
        |tips|sightings|donations|orders|items|feedback|samples)
        (einordnen|einzuordnen|einsortier*|einzusortier*|eingruppier*|einstufen|einzustufen|vorsortier*|vorzusortier*)
        (ordne|ordnet|stufe|stuf|teile|teil|sortiere|sortier|sortiert) … (ein|zu|in (folgende*|diese|eine|die|drei
        |vier|fünf|\w+ oder|\w+, )|nach)
        (sortieren|sortiere|aufteilen|einteilen|zuordnen|trennen|verteilen) (in|nach|auf|zu)(:| (folgende*|diese|drei
        |vier|fünf|\d|\w+ (und|oder)|\w+,))
        (kategorien|klassen|stapel|töpfe|stufen|schubladen|rubriken|labels)( sind| heißen)?:
        jeweils (eine|ein|genau|nur) (eine )?(kategorie|stufe|klasse|note|wort|label)
        (welche|welcher|welchen|welches) (abteilung|kategorie|stapel|stelle|sachgebiet|fach|schublade|team|rubrik|stufe)
        wie (dringend|schlimm|ernst|eilig|gefährlich) (\w+ )?(es|ist|sie|das|eine?|die|der|jede*)
        (split|sort|sorted|divided|grouped) (it |them )?(up )?(into|by) (\w+ )?\w+, (\w+ )?\w+
        (grade|grades|grading|score|scores|rate|rates) (the |our |my |each |every )?([\w-]+ )?([\w-]+ )?([\w-]+ )?(by
        |from|on a|as|0|1)
        {_LABEL} or can (it|this|they|that) wait
        (eins|eine|eines) (von|der) (den |diesen )?(dreien|vieren|fünfen|beiden|drei|vier|fünf)
        one of (the |those )?(two|three|four|five|six)(?! of)
        (wissen|sag|sage|sagen|entscheide|entscheiden|antworte|antwort|jede|jedes
        |jeder): [\w ]{{2,40}}, [\w ]{{2,50}} oder
        (know|say|tell me|decide|answer|each one|each|these|call): [\w' ]{{2,40}}, [\w' ,]{{2,60}} or
        (goes|go|lands?|fits) (in|into|under) one of
        (which|what) of (our|the|these|my|those) … (belong|belongs|go|goes|fit|fits|does|do)
        (yes|ja), (no|nein)( or| oder|,)
        is it (an? )?\w+, (an? )?\w+(, (an? )?\w+){{0,5}},? or
        (route|routes|routing|dispatch|dispatches|forward) (\w+ )?(\w+ )?(letters?|mails?|e-?mails?|calls?|tickets?
        |requests?|messages?|enquiries|complaints?) to (the|our|a|one|its|their)
        (leite|verteile|verteil|verteilen|leiten) … (mails?|anfragen?|briefe?|post|anrufe?|tickets?) … (an|auf) (die
        |das|den|unsere*)
        """,
        likely=r"""
        (whether|if) (it|this|that|each|an?|the|they|someone) … or (not|just|an?|\w+)
        (wrong|right|same) (pile|bucket|category|label|folder|team|queue)
        (one|single) word (back|only|answers?|per|,)
        (yes|no) (or|/) ?(no|yes)
        ob (es|das|sie|ein*|die|der|jemand) … oder
        (genau|nur|immer) ein(e|es)? (wort|kategorie|stufe|label)
        (ja oder nein|ja/nein|entweder)
        (levels?|stufen?) (from )?(\d|one|a) (to|bis|-) (\d|five|d)
        (wer|welche stelle|welches amt) ist zuständig
        """,
        hints=r"""
        (labels|categor*|kategor*|severity|priority|priorität|dringlichkeit|spam|misc|sonstige*)
        (forward|forwards|route|routes|weiterleiten|zuständig)
        \d (to|bis) (\d|10)
        """,
    ),
    Archetype.SUMMARY: Phrases(
        sure=rf"""
        (condense|condenses|condensed|condensing|distil|distill|distils|distills|abridge|abridges|boiled)
        (boil|boils|boiling|whittle|whittles) … down
        (cut|cuts|trim|trims|whittle|pare|bring|brings|get|shrink|shrinks|squeeze|squash|compress|shorten|shortens
        |shortening|reduce|reduces|turn) … (to|into|in) (at most |no more than |under |about )?{_COUNT} (\w+ )?{_SIZE}
        (shorten|shortens|shortening|cut down|cuts down) (\w+ )?(\w+ )?(\w+ )?{_LONG}
        {_LONG} (in|to|into|down to) (at most )?{_COUNT} (\w+ )?{_SIZE}
        what (actually|really) (changed|happened|matters|mattered|counts|got|is new|they|was)
        what (was|got) (decided|agreed)
        (tl;dr|tldr|short version|in a nutshell|nutshell|the gist|catch me up|catches me up|recap|recaps|round-?up of
        |brief me|fill me in|digest of)
        what (did i miss|i missed|i've missed|we missed)
        (sum|sums|summing) (\w+ )?(\w+ )?(\w+ )?(\w+ )?up
        (eindampfen|einzudampfen|eingedampft|kürzen|einkürzen|einzukürzen|verdichten|straffen|zusammenstreichen
        |komprimieren|kurzfassung*)
        (fass|fasse|fasst|dampf|dampfe|dampft|streich|streiche|koch|koche) … (zusammen|ein|runter|herunter)
        kürz* … auf {_ANZAHL}
        auf (maximal |höchstens |etwa |unter )?{_ANZAHL} (\w+ )?{_UMFANG} (\w+ )?(bringen|kürzen|runter*|herunter*
        |zusammen*|eindampfen|bring|kürze)
        auf *(länge|format) (bringen|kürzen|trimmen)
        {_LANG} … (auf|in) (maximal |höchstens )?{_ANZAHL} (\w+ )?{_UMFANG}(?! lang)
        nur (noch )?(wissen|wissn|erfahren|hören|lesen) (ob|was|wer|wann|muss|wo|wie|welche)
        (ich|will|wil|möchte) (\w+ )?nur (wissen|wissn|erfahren|hören|lesen),? (ob|was|wer|wann|muss|wo|wie|welche)
        (wichtigste|wichtigsten|quintessenz|kernaussagen|kernpunkte|eckpunkte) (aus|in|von|der|des|punkte aus
        |punkte der)
        was (ich )?(verpasst|beschlossen|besprochen|versäumt) (habe|wurde|worden|ist|hab)
        (shortened|condensed|cut|boiled|trimmed|reduced|squeezed) (down )?(to|into) (at most )?{_COUNT} (\w+ )?{_SIZE}
        {_LONG} (->|→|=>) (\w+ )?{_COUNT} (\w+ )?{_SIZE}
        was (steht|stand) (da |denn |überhaupt )?(drin|da|dort)
        {_LANG} … (höchstens|maximal|nicht mehr als) {_ANZAHL} (\w+ )?{_UMFANG}(?! lang)
        (rausfiltern|herausfiltern|rauszufiltern|filter out|filtere) (\w+ )?(was|what|nur|only)
        (was|what) mich (\w+ )?(angeht|betrifft)
        (shorten|shortens|condense|condenses|boil) (\w+ )?(\w+ )?(\w+ )?(reports?|surveys?|papers?|articles?|minutes
        |documents?|contracts?|studies|transcripts?|notes) (so|to|into|down|for|in)
        """,
        likely=rf"""
        i (just |only )(want|need) to know (what|if|who|when|whether|which)
        (so (that )?i|instead of|without) (don't have to |do not have to |me )?(read|reading|listen|listening|watch
        |wade|wading)
        (sum|sums|key|main) (points?|takeaways?|findings) (of|from|in)
        (highlights|essence|essentials|bottom line|upshot|takeaways) (of|from|in|only)
        (long|endless|rambling|waffly|never-ending) (\w+ )?{_LONG}
        (patch|release|meeting|handover|lecture) notes
        (worum (es )?(geht|ging)|was (da |drin )?(steht|drinsteht))
        (lange|ewig lange|endlose|ellenlange) (\w+ )?{_LANG}
        (überblick|übersicht|kurzform|stichpunkte) (über|aus|zu|der|von)
        (would have|they'd) read
        what('s| is) new in
        (eighty|hundred|\d\d+) (pages|seiten|mails|messages|nachrichten) (a|am|pro|per|im|every|jeden)
        """,
        hints=r"""
        (skip|skips|leave out) (the )?(skins|ads|chatter|small talk|intro|waffle|jokes|rest)
        (nachrichten|nachichten|messages|mails|pages|seiten) (a|am|pro|per) (day|tag|week|woche)
        (tops|max)
        (protokoll|protokolle|protokollen|transcript|transcripts)
        """,
    ),
    Archetype.TRANSLATION: Phrases(
        sure=rf"""
        from (\w+ )?{_LANGUAGE} (in)?to (\w+ )?{_LANGUAGE}
        {_LANGUAGE} (to|into|->|→|>|<->) (\w+ )?{_LANGUAGE}
        {_LANGUAGE}-{_LANGUAGE}
        into (\w+ )?(\w+ )?{_LANGUAGE}(?! (class|lesson|exam))
        (vom|aus dem|von) {_SPRACHE}(en)? (ins|nach|auf|in) (\w+ )?{_SPRACHE}
        (aus dem|vom) {_SPRACHE}(en|e)
        {_SPRACHE}-{_SPRACHE}
        ins {_SPRACHE}e?
        """,
        likely=rf"""
        (?<!in\s)(?<!fluent\s)(letters?|postcards?|menus?|recipes?|poems?|signs?|rules|notices?|labels?|texts?
        |subtitles?|mails?|emails?|messages?|diar(y|ies)|forms?|contracts?|instructions|manuals?|leaflets?|lyrics
        |captions|minutes|newsletters?|website|hymns|descriptions) … in (\w+ )?{_LANGUAGE}
        (briefe?|postkarten?|speisekarten?|rezepte?|gedichte?|schilder|regeln|aushänge?|texte?|untertitel|mails?
        |nachrichten|tagebücher|tagebuch|formulare?|verträge?|anleitungen?|lieder|flyer|website|*(briefe|karten|texte
        |stücke)) … (auf|ins|in) {_SPRACHE}e?
        (translated|übersetzt|dolmetschen|interpreting)
        (both ways|both directions|vice versa|and back again|beide richtungen|hin und zurück)
        {_SPRACHE}e? (fassung|version|ausgabe)
        """,
        hints=rf"""
        in (\w+ )?{_LANGUAGE}
        auf {_SPRACHE}
        (original|glossary|glossar|mother tongue|muttersprache)
        (place names|proper names|ortsnamen|eigennamen)
        """,
    ),
}
"""Languages count where a text is to pass from one to another, not where somebody is to answer in one."""
