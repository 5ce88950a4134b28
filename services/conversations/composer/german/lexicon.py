"""The German words that the composer knows, by what they do in a sentence."""


def word_set(text: str) -> frozenset[str]:
    """Return words that are written with spaces between them."""
    return frozenset(text.split())


def endings(text: str) -> tuple[str, ...]:
    """Return endings of words, for `str.endswith`."""
    return tuple(text.split())


VERBS = word_set(
    """
    abonnieren achten aktualisieren analysieren ändern anonymisieren antworten arbeiten argumentieren atmen äußern
    backen basteln bauen beachten beantragen beantworten bearbeiten beauftragen bedanken bedenken bedienen bedrängen
    bedrohen beeilen beeinflussen beenden befolgen beginnen begleiten begrenzen begründen begrüßen begutachten behalten
    behandeln beheben beherrschen bejahen bekommen belasten belegen belehren beleidigen belohnen bemerken bemühen
    benachrichtigen benennen benoten benutzen beraten berechnen berichten berichtigen berücksichtigen beruhigen berühren
    beschleunigen beschließen beschönigen beschränken beschreiben beschuldigen beschweren beseitigen besorgen besprechen
    bestätigen bestehen bestellen bestimmen beteiligen betonen betrachten betreten betreuen beurteilen bevormunden
    bevorzugen bewahren beweisen bewerben bewerten bezahlen bezeichnen beziehen bezweifeln bieten bilden bitten bleiben
    brainstormen brauchen brechen bringen buchen danken decken definieren denken deuten dichten diskutieren
    dokumentieren drängen drohen drücken durchsuchen duzen ehren eignen einigen empfangen empfehlen enden entfernen
    enthalten entlassen entscheiden entschlüsseln entschuldigen entspannen entsprechen entwerfen entwickeln erarbeiten
    erfassen erfinden erfragen erfüllen ergänzen erhalten erhöhen erinnern erkennen erklären erkundigen erlauben
    erläutern erleichtern ermahnen ermitteln ermöglichen ermutigen eröffnen erraten erreichen ersetzen erstatten
    erstellen erteilen erwähnen erwarten erweitern erzählen erzeugen essen extrahieren fahren fälschen fangen fassen
    fehlen fiktionalisieren filtern finden flirten fluchen folgen fördern fordern formatieren formen formulieren fragen
    freuen fügen führen geben gehen generieren gestalten gewähren gewichten gliedern gratulieren grüßen haben halten
    handeln hängen heben heften helfen hinterfragen hoffen holen hören hüten informieren interpretieren kategorisieren
    kennen kennzeichnen klären klassifizieren kleben klicken klingen kneten knüpfen kochen kombinieren kommen
    kommentieren kontrollieren konzentrieren kopieren korrigieren kosten kränken kritisieren kümmern kürzen lachen laden
    langweilen lassen laufen legen lehren leiten lektorieren lernen lesen leugnen liefern lindern listen loben löschen
    lösen lügen machen mahnen mailen markieren meckern meiden melden merken messen mischen missbrauchen moderieren
    motivieren muntern necken nehmen nennen notieren nutzen öffnen ordnen organisieren orientieren planen präsentieren
    priorisieren probieren programmieren prüfen quälen raten recherchieren rechnen rechtfertigen reden reichen reimen
    respektieren retten richten rufen runden sagen sammeln schaffen schalten schämen schätzen schauen schenken schicken
    schieben schildern schimpfen schlagen schließen schmeicheln schneiden schreiben schützen schweigen schwindeln sehen
    sein senden setzen siezen simulieren singen sorgen sortieren speichern spekulieren spielen spoilern spotten sprechen
    springen stärken starten stecken stehen steigern stellen steuern stimmen stören stoßen strecken streichen
    strukturieren stützen suchen tadeln täuschen teilen testen tragen trainieren treffen trennen treten trinken trösten
    tun überarbeiten überfordern übergeben überlassen überlasten überlegen übermitteln übernehmen überprüfen überraschen
    überschätzen überschreiten übersehen übersetzen überspringen übertragen übertreiben überwachen überzeugen
    unterbrechen unterhalten unterlassen unterrichten unterschätzen unterscheiden unterschlagen unterstellen
    unterstreichen unterstützen untersuchen unterzeichnen urteilen verabreden verabschieden verallgemeinern verändern
    veranschaulichen verarbeiten verärgern verbergen verbessern verbieten verbinden verbreiten verdeutlichen verdichten
    verdrehen vereinbaren vereinfachen vereinheitlichen verfälschen verfassen verfolgen vergeben vergessen vergewissern
    vergleichen vergrößern verhalten verhandeln verharmlosen verheimlichen verhindern verkaufen verkleinern verkürzen
    verlangen verlängern verlassen verlegen verletzen verlieren verlinken vermeiden vermerken vermischen vermitteln
    vermuten vernachlässigen verneinen veröffentlichen verpacken verpflichten verraten verringern verschicken
    verschieben verschlüsseln verschweigen verschwenden versenden versichern verspotten versprechen verstärken
    verstecken verstehen verstoßen versuchen verteidigen verteilen vertiefen vertrauen vertreten vertrösten verunsichern
    verurteilen vervollständigen verwalten verwandeln verwechseln verweigern verweisen verwenden verwerfen verwirren
    verzichten verzögern visualisieren wählen wandeln warnen warten wechseln wecken weichen weisen wenden werben werden
    werfen werten widersprechen widmen wiederholen wirken wissen würdigen zählen zeichnen zeigen zerlegen ziehen
    zitieren zögern zusichern zwingen belassen bereiten bündeln checken coachen lehnen reviewen nummerieren debuggen
    dröseln drucken feilen glätten gucken haken klopfen passen peppen picken plaudern quatschen räumen rätseln schmeißen
    schmücken schälen spiegeln spucken stapeln straffen taggen verknüpfen verschlanken versehen wägen üben gestehen
    lästern schimpfen würfeln tippen scannen falten puzzeln knobeln häkeln stricken nähen tanzen wandern spülen putzen
    bügeln pflegen füttern pflanzen säen ernten stempeln stutzen würzen rühren siegeln beschriften beziffern bebildern
    vertonen betexten entziffern färben verorten löchern turnen füllen heben proben jodeln
    """
)
"""What an assistant may be asked to do: infinitives, without a prefix that can be parted from them."""

STRONG = {
    "geben": ("gib", "gibt"), "lesen": ("lies", "liest"), "helfen": ("hilf", "hilft"), "sehen": ("sieh", "sieht"),
    "sprechen": ("sprich", "spricht"), "versprechen": ("versprich", "verspricht"), "nehmen": ("nimm", "nimmt"),
    "besprechen": ("besprich", "bespricht"), "widersprechen": ("widersprich", "widerspricht"),
    "übernehmen": ("übernimm", "übernimmt"), "vergeben": ("vergib", "vergibt"), "vergessen": ("vergiss", "vergisst"),
    "empfehlen": ("empfiehl", "empfiehlt"), "treffen": ("triff", "trifft"), "werfen": ("wirf", "wirft"),
    "entwerfen": ("entwirf", "entwirft"), "brechen": ("brich", "bricht"), "messen": ("miss", "misst"),
    "unterbrechen": ("unterbrich", "unterbricht"), "werben": ("wirb", "wirbt"), "essen": ("iss", "isst"),
    "treten": ("tritt", "tritt"), "vertreten": ("vertritt", "vertritt"), "sein": ("sei", "ist"),
    "haben": ("hab", "hat"), "werden": ("werde", "wird"), "wissen": ("wisse", "weiß"), "tun": ("tu", "tut"),
    "lassen": ("lass", "lässt"), "überlassen": ("überlass", "überlässt"), "verlassen": ("verlass", "verlässt"),
    "unterlassen": ("unterlass", "unterlässt"), "halten": ("halte", "hält"), "behalten": ("behalte", "behält"),
    "unterhalten": ("unterhalte", "unterhält"), "verhalten": ("verhalte", "verhält"), "raten": ("rate", "rät"),
    "beraten": ("berate", "berät"), "erraten": ("errate", "errät"), "verraten": ("verrate", "verrät"),
    "schlagen": ("schlage", "schlägt"), "tragen": ("trage", "trägt"), "übertragen": ("übertrage", "überträgt"),
    "laden": ("lade", "lädt"), "fangen": ("fange", "fängt"), "laufen": ("laufe", "läuft"),
    "stoßen": ("stoße", "stößt"), "übergeben": ("übergib", "übergibt"), "übersehen": ("übersieh", "übersieht"),
    "entsprechen": ("entsprich", "entspricht"), "bewerben": ("bewirb", "bewirbt"), "betreten": ("betritt", "betritt"),
    "verwerfen": ("verwirf", "verwirft"), "verbergen": ("verbirg", "verbirgt"), "fahren": ("fahre", "fährt"),
    "empfangen": ("empfange", "empfängt"), "enthalten": ("enthalte", "enthält"), "erhalten": ("erhalte", "erhält"),
    "entlassen": ("entlass", "entlässt"), "unterschlagen": ("unterschlage", "unterschlägt"),
    "verstoßen": ("verstoße", "verstößt"), "belassen": ("belass", "belässt"), "versehen": ("versieh", "versieht"),
}  # fmt: skip # many short ones to a line
"""Verbs whose imperative or third person is not as the infinitive has it."""

PREFIXES = (
    "auseinander", "gegenüber", "zusammen", "drauflos", "entgegen", "entlang", "herunter", "hinunter", "hinterher",
    "herüber", "hinüber", "vorwärts", "weiter", "wieder", "zurück", "voraus", "vorbei", "heraus", "hinaus", "herein",
    "hinein", "herauf", "hinauf", "heran", "herum", "hervor", "hinzu", "dabei", "dazu", "davon", "durch", "daran",
    "statt", "bereit", "fertig", "bloß", "sicher", "offen", "klar", "fest", "frei", "nach", "raus", "rein", "hoch",
    "runter", "nieder", "drauf", "teil", "tot",
    "auf", "aus", "bei", "ein", "ent", "her", "hin", "los", "mit", "vor", "weg",
    "ab", "an", "um", "zu",
)  # fmt: skip # many short ones to a line
"""What can be parted from a verb, the longest first."""

SEPARABLE = (
    "ein", "aus", "auf", "ab", "an", "vor", "nach", "durch", "um", "weg", "los", "nieder", "her", "hin", "heraus",
    "raus", "gegen", "herunter", "runter", "hinein", "rein", "zusammen", "zurück", "weiter", "fest", "bereit", "voraus",
    "vorbei", "dazu", "hinzu", "herum", "rum", "hoch", "klar", "fertig", "frei", "glatt", "klein", "gerade",
    "auseinander",
)  # fmt: skip # many short ones to a line
"""What may be parted from a verb that is not known: `eindampfen`."""
NO_BASES = endings("lichen igen ischen baren samen losen haften enden ellen alen iven ären anderen einen ssen")
"""How words end that begin like one of those and are none."""
NOT_PARTED = word_set(
    "einzelnen einfachen einstigen anderen ansonsten ausgaben aufgaben angaben antworten anlagen ansichten einheiten "
    "ausnahmen vorhanden unten außen zusammen einnahmen abgaben vorgaben aussagen anfragen umfragen anzeigen vorlagen "
    "auflagen abläufen vorgängen anträgen verträgen nachrichten nachteilen vorteilen vorschriften aufträgen ausgängen "
    "aufschriften unterlagen herren einladungen anreden anleitungen abteilungen vorstellungen abenden"
)

PARTED = frozenset(
    prefix + verb
    for prefix in ("ab", "an", "auf", "aus", "ein", "heraus", "mit", "nach", "um", "vor", "weg", "zu", "zusammen")
    for verb in VERBS
)
"""Verbs with a prefix by which German is known."""

STATES = word_set(
    "bekommen besitzen brauchen erhalten fehlen gehören heißen kennen kommen leben lieben mögen stammen verfügen "
    "wissen wohnen"
)
"""Verbs that say how somebody is, and that nobody can be ordered to do."""

TO_ONESELF = word_set("merken notieren überlegen ansehen anschauen anhören aneignen vornehmen")
"""Verbs whose `sich` is a dative."""

NOUNS_TOO = word_set(
    """
    äußere antworten bau fragen frage grüße halt lauf liste lob lohn pass plan planen rate räume reise ruf runde schluss
    spiele     suche tanz test tipp trag wünsche
    """
)
"""Forms of verbs that are nouns as well."""

AGENTS = endings(
    """
    ki agent agentin akteur anwalt anwältin architekt architektin arzt ärztin assistent assistentin assistenz autor
    autorin barista begleiter begleiterin berater beraterin bibliothekar bot butler chatbot coach copilot detektiv
    dichter dichterin dolmetscher entwickler entwicklerin erzähler erzählerin experte expertin fachfrau fachkraft
    fachmann forscher forscherin freund freundin führer gpt gastgeber guide guru helfer helferin historiker ingenieur
    ingenieurin journalist journalistin kellner klempner koch köchin kollege kollegin kritiker kritikerin kumpel
    kundendienst künstler lehrer lehrerin lehrkraft lektor lektorin magier manager managerin meister mentor mentorin
    moderator moderatorin partner partnerin philosoph pilot pirat planer planerin professor professorin programmierer
    programmiererin prüfer prüferin psychologe psychologin pädagoge pädagogin redakteur redakteurin referent referentin
    reiseführer richter ritter rolle schreiber sekretär sekretärin sommelier spezialist spezialistin sprachmodell
    therapeut therapeutin tool trainer trainerin tutor tutorin übersetzer übersetzerin verkäufer verkäuferin
    wissenschaftler wissenschaftlerin zauberer buddy profi system programm helfershelfer jemand dings automat
    kundenberater ratgeber gesprächspartner sparringspartner
    """
)
"""How nouns end for somebody, or something, who does things for others."""

ASSISTANTS = word_set("agent assistent assistentin bot chatbot copilot helfer ki programm sprachmodell system tool")
"""What an assistant is called that has no other name."""

SERVICES = endings("chat app hotline auskunft dienst service fenster seite stelle avatar werkzeug")
"""How nouns end for what can answer, where it is said what it does: `ein Chat, der Fragen beantwortet`."""

FEMININE = (
    "ki",
    "in",
    "hilfe",
    "kraft",
    "assistenz",
    "person",
    "fee",
    "fachfrau",
    "oma",
    "maschine",
    "software",
    "rolle",
)
"""How feminine nouns for them end."""
NEUTER = ("tool", "system", "programm", "sprachmodell", "modell", "genie", "gpt")
"""How neuter nouns for them end."""

NO_AGENTS = endings(
    """
    abenteuer alter arbeitnehmer banner bilder blätter bücher computer container eier fehler fenster feuer filter finger
    fächer flyer folder geräusche güter häuser hunger inhaber jahrhunderter kalender kapitel keller kinder koffer körper
    kunder käufer leser lieder länder löcher mauer messer meter monster mutter männer muster newsletter nummer nutzer
    opfer ordner papier partizipant poster räder router schüler semester server silber sommer spieler sticker tester
    teller ticker tochter theater tier tiger ufer vater verbraucher verhör wasser wetter winter wunder wörter wucher
    zahler zeiger zimmer zucker
    """
)
"""How nouns end that end like one and are none, or that name whom one works for."""

PEOPLE = endings(
    """
    anfänger anfängerinnen angehörige angestellte anwender arbeitslose auszubildende azubis babys beginner behinderte
    berufseinsteiger berufstätige besucher betroffene blinde bürger bürgerinnen chefs eltern einsteiger enkel erwachsene
    experten fachleute familien fans fortgeschrittene frauen freunde fremde geflüchtete geschwister großeltern
    grundschüler gäste gehörlose hörer interessierte jugendliche jungen käufer kinder kids klasse klassen klienten
    kollegen kolleginnen kranke kunden kundinnen laien lehrkräfte leser leserinnen leute lernende mandanten männer
    mädchen menschen mieter mitarbeitende mitarbeiter mitglieder mütter neulinge nutzer nutzerinnen patienten
    patientinnen pendler personen profis publikum rentner schüler schülerinnen schwangere sehbehinderte senioren
    seniorinnen spieler studenten studentinnen studierende team teams teenager teilnehmer touristen trauernde
    unternehmen verbraucher vereine väter zuhörer zuschauer oma opa sohn tochter kind enkelin mutter vater chef chefin
    """
)
"""How nouns end for whom one works for."""

WRITINGS = {
    "m": endings(
    """
    artikel aufsatz beitrag bericht brief dialog entwurf essay flyer lebenslauf limerick nachruf newsletter post reim
    roman sketch slogan song steckbrief text tweet vers witz
    """
),
    "f": endings(
    """
    absage anzeige ballade biografie e-mail einladung gebrauchsanweisung geschichte gliederung kritik mail nachricht
    notiz rede rezension zusammenfassung checkliste
    """
),
    "n": endings("drehbuch gedicht haiku lied memo märchen protokoll quiz rezept skript sonett"),
}  # fmt: skip # many short ones to a line
"""Things that one writes, by gender."""

MANY_WRITINGS = endings(
    """
    absagen anekdoten antworten etiketten quizfragen anschreiben anzeigen artikel beiträge berichte beschreibungen
    bildunterschriften briefe dialoge drehbücher e-mails einladungen fabeln flyer gedichte geschichten grußkarten haikus
    karten kolumnen kommentare limericks mails märchen meldungen moderationen nachrufe newsletter notizen postkarten
    posts pressemitteilungen produkttexte protokolle reden reime rezensionen sketche slogans sprüche steckbriefe szenen
    texte trinksprüche tweets verse witze überschriften
    """
)
"""And how they end where they are many."""

SUBORDINATORS = word_set(
    "als bevor bis da damit dass ehe falls nachdem ob obwohl seit sobald sodass sofern solange soweit während weil wenn"
)
RELATIVES = word_set(
    """
    der die das dem den deren dessen denen welche welcher welches welchen was wer wem wen wessen wo womit wofür worauf
    woran wodurch worüber wozu warum wieso weshalb wie
    """
)
MIDFIELD = word_set(
    """
    alle allen aller alles als am an andere anderen auf aus ausführlich ausschließlich außerdem bei beim bitte dabei
    danach dann das dazu dein deine deinen dem den der des die dies diese diesen dieser dieses direkt ein eine einem
    einen einer eines einfach einige erst etwas folgende für ganz gegen gern gerne gut genau genauso hinter ihm ihn
    ihnen ihr ihre ihren im immer in ins jede jeden jeder jedes kein keine keinem keinen keiner keines klar knapp
    konkret kurz lieber locker mehr mehrere mein meine meinen mich mindestens mir mit möglichst nach nachher neue neuen
    nicht nichts nie niemals niemanden nur oft ohne pro schließlich sein seine seinen seiner sich so sofort sorgfältig
    stets sämtliche schritt uns unser unsere unseren über um unter viel viele vom von vor wichtige wichtigen zu zudem
    zuerst zuletzt zum zunächst zur zusätzlich zwischen
    """
)
"""Words that are written small unless they begin a sentence."""

SMALL_WORDS = word_set(
    """
    aber alle als am an auch auf aus bei beim bitte das dass dein deine dem den der des die dir du ein eine einem einen
    einer er es für hat ich ihr im in ist kann kein keine mein meine mich mir mit muss nach nicht nie nur oder sei sein
    dich diese dieser immer jede jeden kurz nichts ohne sehr vor weil zwischen sich sie sind soll sollen und uns unser
    unsere vom von wenn wie wir wird zu zum zur über
    """
)
"""Words by which German is known."""

ENGLISH_TOO = word_set("bitten handle hole lies listen plane rate sage tut")
"""Forms of verbs that are English words."""
