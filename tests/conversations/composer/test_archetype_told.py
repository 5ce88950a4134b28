"""Kinds of tasks that people tell of as they talk, at length or in a scrap, without a name for them."""

import re
from textwrap import dedent

import pytest

from services.conversations.composer.archetype_rules.rule import Archetype
from services.conversations.composer.composing import compose

SAID = {
    Archetype.SUPPORT: """
        ok so we do bike repairs, two of us, and all day long folks ring about is my bike ready, how much for a new
            chain, are you open on saturday. need something on the website that deals with that
        First point of contact for people whose rented piano has gone out of tune.
        we get one star reviews on google because of the parking and i never know what to write back, keep it short
            and never argue
        Our cheese shop sends parcels all over the country and people write in when one turns up warm. It should
            calm them down, take the order number and pass it to Ruth.
        Night desk for a small hotel, guests text because the key box won't open or the heating is cold.
        a thing for our ticket shop: where's my ticket, can I swap it, wrong name on it, that sort of thing
        Wir verleihen Hüpfburgen und am Samstag früh rufen alle gleichzeitig an, wo der Fahrer bleibt, ob das bei
            Regen auch geht und wie man das Gebläse anschließt. Da soll was antworten.
        Erste Anlaufstelle für Fahrgäste, deren Koffer im Zug geblieben ist
        Hallo, ich mache Torten auf Bestellung und bei Instagram fragen die Leute immer nach Preis, Abholung und ob
            das auch ohne Nüsse geht, ich komm nicht mehr zum Backen
        Antworten auf schlechte Google-Bewertungen unserer Fahrschule, sachlich und ohne Ausreden
        Campinggäste schreiben uns abends, weil der Strom am Platz weg ist oder die Dusche kalt bleibt
        Kunden melden sich, weil die Markise klemmt. Erst fragen, welches Modell, dann Schritt für Schritt helfen.
        people who bought our sewing machines get stuck threading them, walk them through it, if the motor smells
            tell them to unplug it
        chat auf unserer seite, es geht um reifenwechsel, preise, termine, und wenn einer meckert freundlich bleiben
        My sister runs a dog grooming place and her phone never stops. Prices, how long does a poodle take, can you
            do Thursday. I want something that answers those so she can get on with it.
        Hausmeister-Chat: Mieter melden Schäden
    """,
    Archetype.EXTRACTION: """
        My grandad kept a fishing diary for forty years and I'm typing it up. From each entry I want the lake, the
            bait, the weather and what he caught, nothing prettied up.
        we get delivery notes as photos, i need supplier, pallet count, batch and date in a csv
        Ship's logs from 1912, typed off by volunteers: position, wind, barometer and any sighting of ice, one row
            per watch
        pull every allergen out of the ingredient lists suppliers send us
        so the inspectors dictate while they walk round the playground and the recording gets turned to text, and
            from that I need swing or slide or whatever, the defect, how bad they said it was and the photo number, as
            json
        Read adverts for second-hand tractors and note make, hours, price, place.
        Aus jedem Exposé brauche ich Kaltmiete, Quadratmeter, Baujahr und ob ein Balkon da ist.
        Kassenbons von der Vereinsfeier abtippen: Datum, Laden, Summe, was davon Getränke war
        Also wir haben da die ganzen alten Karteikarten vom Tierarzt, eingescannt und als Text, und da müsste Name
            vom Tier, Rasse, Impfung und Datum raus, in eine Tabelle, und wenn was unleserlich ist, dann Fragezeichen
        Termine und Fristen aus Schreiben vom Bauamt rausziehen, eine Zeile je Frist
        Die Imker mailen mir ihre Zählungen kreuz und quer, hol mir Volk, Varroazahl und Datum da raus
        Alle Fundorte, Artnamen und Stückzahlen aus den Exkursionsberichten herausschreiben, als JSON
        Old school registers, photographed and read by a machine. Get me surname, first name, year of birth,
            father's trade. Spelling as it stands.
        We scan about two hundred warranty cards a week and somebody types the serial number, the shop and the date
            of purchase into a sheet. I want that done from the text.
    """,
    Archetype.CLASSIFICATION: """
        people send the radio station messages and each one goes into one of these: wish, greeting, complaint,
            nonsense
        is this mushroom photo description edible, poisonous or can't tell
        Look at each loan request: approve, refuse, or a human has to look. Only the word.
        right so the residents report stuff through an app and it all lands in one heap and I want it split up into
            roads, lighting, rubbish, trees and noise, one each, and if somebody is in danger then it's red no matter
            what
        grade the near-miss reports by how bad it could have got, 0 to 4
        urgent or can it wait till monday
        Leserbriefe einsortieren: abdrucken, kürzen, nicht abdrucken
        Bitte jede Rückmeldung vom Elternabend einem der Punkte zuordnen: Essen, Hof, Unterricht, Ganztag, Sonstiges
        ist das phishing oder echt, nur ein wort
        Die Wanderwarte melden uns Schäden, und ich muss wissen: sofort sperren, diese Woche richten oder reicht
            nächstes Jahr. Eins von den dreien, mehr nicht.
        Stufe jede Mängelmeldung aus dem Freibad ein: harmlos, bald, sofort
        Welche Abteilung ist zuständig? Bauhof, Ordnungsamt, Kämmerei oder keine davon.
        does this message to the mayor need an answer, yes, no, or forward to police
        so at the lost property office we get descriptions and i need to know is it jewellery, electronics, clothes
            or junk
        Meldungen der Schüler: Mobbing, Streit oder Spaß? Im Zweifel das Schlimmere
        which of our five newsletters does an article belong in: food, sport, kids, culture, town
        Postfach der Gemeinde: wer ist zuständig, Bauamt, Meldeamt oder Standesamt
        are these coins genuine
    """,
    Archetype.SUMMARY: """
        boil the parish council minutes down to what changes for people on our lane
        I'm in four group chats for the allotment and I can't keep up. Once a day tell me what was decided, who's
            bringing the compost and whether anyone mentioned my plot. Forget the rest.
        court judgments on tenancy law, shortened to one page for our advice volunteers
        three hour podcast transcripts -> five points i can read at the bus stop
        What did I miss? I paste the team channel after my holiday, you give me the short version, decisions first
        Cut scientific papers about bees to 120 words for our newsletter readers.
        Gutachten auf eine halbe Seite eindampfen, für den Vorstand, der liest sonst nix
        ich bekomm jede woche den gemeinderatsbericht mit 40 seiten und will nur wissen ob was mit unserer straße
            ist und was es kostet
        Vorträge vom Imkertag auf zehn Sätze kürzen
        Was steht drin, was muss ich tun, bis wann? Für Briefe vom Amt, die ich reinkopiere, höchstens fünf Zeilen.
        Das Wichtigste aus Elternabenden, ich schreib mit und du machst daraus einen Absatz
        Ellenlange Mails vom Vermieter auf drei Stichpunkte runterbrechen
        Our board gets eighty pages a month. Give them the page and a half they would have read anyway.
        kannst du mir jeden abend aus der nachbarschafts-gruppe rausfiltern was mich angeht
        what's new in this contract compared with the old one, in plain words, ten lines
        lange sprachnachrichten meiner mutter in drei sätzen
    """,
    Archetype.WRITING: """
        My best friend is getting married in June and I'm supposed to say something at the dinner. I've got stories,
            mostly embarrassing, and I need help making three minutes out of them that her grandmother can sit through.
        label texts for the dinosaur hall, 60 words, no child should need a parent to read them
        little verses for the advent calendar of our old people's home
        so the band needs a bio, I'll tell you what happened and you make it sound less like a police report
        Apology to the neighbours for the noise of the building works
        Put my rough notes about the season into a letter to our members, warm but not gushing
        Traueranzeigen und kurze Nachrufe für unsere Freiwillige Feuerwehr verfassen
        Texte für die Tafeln am Waldlehrpfad, höchstens 80 Wörter, ohne Latein
        Meine Oma wird neunzig und ich soll was Gereimtes vortragen, sechs Strophen, sie war Hebamme und hat einen
            trockenen Humor
        Formuliere Absagen an Bewerber, freundlich, ohne Floskeln und ohne falsche Hoffnung
        amtliche schreiben in leichte sprache umschreiben, kurze sätze, keine fremdwörter
        Speisekartentexte für unser Wirtshaus, nicht so geschwollen
        wedding vows. i have notes. he cries easily so not too much
        Postings für unseren Imkerverein, jede Woche eins, ohne Ausrufezeichen
        describe the flats we let, honest, no 'gem' or 'oasis', 90 words
        Dankesworte an die Helfer nach dem Hochwasser, für die Zeitung
        unser Museum: Texte aus dem 18. Jahrhundert in heutiges Deutsch übertragen
    """,
    Archetype.CODE: r"""
        the cron job on my pi dies every night and i get this\n\nTraceback (most recent call last):\n  File
            "/home/pi/backup.py", line 12, in <module>\nKeyError: 'path'\n\nfix it and say why
        turn the perl scripts i inherited into python 3.12, keep the file names
        conditional formatting and formulas for my choir's attendance sheet in LibreOffice, i describe it, you give
            me the formula
        Review the Terraform modules we paste for anything that opens a port to the world.
        PLC code in structured text for a bottling line, Siemens S7, comments in English
        so i have a wordpress plugin that broke after the update to php 8.3, i paste the file and the warning, show
            me just the lines to change
        Schreib mir SQL-Abfragen für die Mitgliederdatenbank, Postgres 15, ich sage, was ich wissen will
        Erklär unseren Azubis den alten Delphi-Code Zeile für Zeile
        Makros für LibreOffice, die Serienbriefe aus meiner Tabelle machen
        Mein Arduino-Sketch kompiliert nicht mehr, ich schick dir die Fehlermeldung und du sagst mir, was da nicht
            passt
        Reguläre Ausdrücke für unser Archiv, ich beschreibe das Muster, du gibst den Ausdruck und drei Beispiele
        Portiere unsere Matlab-Skripte nach Python, numpy ist erlaubt
        my bash one-liner eats spaces in file names, explain what's going on and give me one that doesn't
        We write R for our lab. When I paste a data frame and say what plot I want, give me ggplot code only.
        C# 12, .NET 8, schreib mir Unit-Tests zu den Klassen die ich einfüge, xUnit, keine Mocks
        regex that finds our order numbers
    """,
    Archetype.TUTORING: """
        my niece keeps mixing up their and there and cries when she gets it wrong, something that practises with her
            ten minutes a day and never tells her off
        music theory for adults who start late, one small thing per lesson, let them try before you explain
        I'm sitting the amateur radio exam in March. Throw questions at me, mark them, and come back to the ones I
            got wrong.
        New volunteers at the crisis line should be able to rehearse a first call with it; it plays the caller,
            afterwards it tells them what landed and what didn't
        drills my cousin on morse code, slow first
        i moved to porto and want to speak with somebody in portuguese every day, correct me but only the big
            mistakes
        Unsere Azubis in der Bäckerei sollen Verkaufsgespräche üben, die KI spielt schwierige Kundschaft und sagt
            danach, was gut war
        Mein Sohn schreibt nächste Woche die Mathearbeit über Dreisatz und versteht nur Bahnhof. Bitte in ganz
            kleinen Schritten, und ihm nie das Ergebnis sagen.
        Vokabeln Latein, Klasse 7, jeden Tag zehn
        Deutsch für Pflegekräfte aus Indien, Niveau B1, Alltag auf der Station, Fehler gleich verbessern
        frag mich die schallzeichen für den bootsschein ab, immer nur eins, und sag mir am ende was ich noch nicht
            kann
        Erklär meiner Mutter das Smartphone, sie ist 78 und hat Angst, was kaputt zu machen
        my dad is 70 and wants to learn to read music, he plays harmonica by ear, short lessons
        practise small talk at the school gate with me, i'm new to ireland and my english is stiff
        Übe mit unseren neuen Zugbegleitern Durchsagen und verärgerte Fahrgäste
        physics for my two teenagers, they argue, make it a duel, never tell the result
        speak swedish with me and fix my mistakes
        chess for my daughter, 8, loses her temper
    """,
    Archetype.QUESTION_ANSWERING: """
        The volunteers at the food bank keep asking the same things: which shelf, what's past its date, who has the
            key. It's all in the binder I upload. If it's not in there, they should ring Jo.
        Exhibitors at our craft fair want to know about set-up times, electricity and parking; answer from the
            exhibitor guide only
        info point for hikers at the hut, what's open, which path is closed, from the list the warden updates
        new hires ask where things are and how leave works, it's all in our wiki
        a bot that knows our club's statutes and tells members what they say, with the paragraph
        Students have questions on the lab safety rules at two in the morning, help them out of the manual, never
            guess
        Mieter fragen nach Mülltrennung, Ruhezeiten und wer den Schnee räumt, steht alles in der Hausordnung
        Fragen der Schiedsrichter zum Regelheft beantworten, mit Seitenzahl
        Unsere Austauschschüler wollen wissen, wie das mit Bus, Mensa und Krankenkasse geht, im Infoheft steht
            alles, ich kopier es rein
        Auskunft für Pilger am Jakobsweg: Herbergen, Etappen, Stempel, nur aus unserem Führer
        Besucher der Sternwarte fragen, was man heute sieht und ob es bei Wolken stattfindet
        Eltern fragen dauernd, wann Turnen ist und was mitzubringen ist, der Plan hängt an
        tell our tenants what the house rules say about bikes, barbecues and subletting, cite the paragraph
        Wanderer fragen nach Hütten, Wasser und Wegen, Auskunft nur aus der Tabelle
        staff ask HR the same twelve things every week, all of it is on the intranet page i paste
    """,
    Archetype.ANALYSIS: """
        every month i get the electricity readings for the six flats and i want to know who uses more than usual and
            since when
        I run a choir and people just stop coming after Christmas. I've got the attendance lists for five years.
            Find out who drops out and when and if it has to do with the repertoire or the weather or what.
        something that looks at my running log and tells me if i'm overdoing it compared with last year
        Compare what the three bakeries take on weekdays and tell us which one should close on Mondays
        Rank our suppliers by how often they're late, and say which numbers you used
        go over the till data & spot what's odd, refunds at strange hours and such
        Auswertung unserer Fahrtenbücher: welche Strecken kosten am meisten Zeit, wo fahren wir leer
        Ich messe seit einem Jahr Blutdruck und hab das alles in einer Tabelle, kann da mal was draufschauen und mir
            sagen, ob der Kaffee schuld ist oder die Nachtschicht
        Warum kündigen bei uns so viele im ersten Jahr? Ich lade die Austrittsgespräche hoch.
        Schau dir die Pegelstände von diesem Monat an, vergleich sie mit dem Vorjahr und melde, was ungewöhnlich ist
        Kursabbrüche an der Volkshochschule untersuchen, nach Uhrzeit, Preis und Ort
        Welche Sorten auf dem Hof werfen noch was ab und welche nicht, ich geb dir die Erntezahlen und die Preise
        here's three years of water bills, is there a leak or are we just many
        Welche unserer Kurse lohnen sich noch? Ich kopier dir Anmeldungen und Kosten rein.
        i track my migraines in a spreadsheet, look for what comes before them
        which of my shops is slipping and since when, i send you the weekly takings
        keep an eye on the greenhouse readings, tell me what is off against last week
    """,
    Archetype.TRANSLATION: """
        Recipes of my Polish grandmother in English, leave the names of the dishes
        safety instructions from Swedish to Ukrainian, numbers stay
        hymns, Welsh into English, singable
        so my in-laws write me long voice messages in portuguese, i paste the text and want it in german and then my
            answer back in portuguese
        subtitles from korean into plain english, two lines at most
        German tenancy letters into Arabic for our advice centre, don't soften anything
        Postkarten vom Segelclub auf Dänisch
        Unsere Webseite vom Deutschen ins Tschechische, Produktnamen bleiben
        Liedtexte aus dem Jiddischen ins Deutsche, es muss sich nicht reimen
        Beipackzettel Deutsch-Türkisch, einfache Worte
        Meine Weihnachtsbriefe ins Schwyzerdütsche, aber so, dass die Berner lachen
        die mails von unserem lieferanten aus dem italienischen und meine antworten zurück
        menus, french and german, the cook writes them in dutch
        Bedienungsanleitungen aus dem Chinesischen, auf Deutsch, verständlich
        my nan's letters are in gaelic and i can't read them
        English -> Cantonese for our clinic leaflets
    """,
    Archetype.PLANNING: """
        the village fete is on 14 june and nothing is booked, we are five people and nobody has time before easter.
            what has to be done when and by whom
        Restoring a dinghy over the winter, garage is cold, two evenings a week, in the water by May. Break it down.
        six days on the Outer Hebrides with a toddler and no car
        rota for the lifeguards, everyone gets one weekend off, nobody does two lates in a row
        I've got forty jars, two burners and one weekend to get the harvest in. Tell me in which order.
        month by month, what to sow and harvest in my polytunnel
        Vereinsjubiläum im September vorbereiten, 200 Gäste, Halle ist reserviert, sonst nichts
        Wir ziehen am 1. März mit zwei Katzen und einem Klavier um. Was muss bis wann erledigt sein?
        Essen für die Ferienfreizeit, 30 Kinder, eine Woche, zwei ohne Gluten, mit Einkaufsliste
        Teil mir die Masterarbeit in Wochenhäppchen auf, Abgabe am 30. September, montags arbeite ich nicht
        Stundenverteilung für fünf Erzieherinnen, eine nur vormittags, Dienstplan für vier Wochen
        Trainingslager für die Ruderer, vier Tage Ostern, wer kocht wann, wann aufs Wasser
        three bands, one field, no power after ten, 400 people in august. help me get it done in the right order
        Wann muss ich was säen? Hochbeet, Nordseite, 600 Meter über dem Meer, Monat für Monat
        We're getting the roof done and have to live in it. Who comes when, and where do we sleep.
    """,
    Archetype.COACHING: """
        i bite my nails since i was six and want to be done with it, ask me every evening how it went and dont make
            a fuss if i messed up
        Somebody I can think out loud with before I talk to my brother about dad's house. Ask, don't advise.
        I have to tell my team that two of them are going. Play one of them so I can try it out, then be honest.
        keep me honest about practising the cello, four times a week, no excuses, no guilt trips
        get me off my phone in bed. just a nudge at ten and a question in the morning
        He's had his knee done and won't do his exercises. Remind him, ask how many he managed, tease him a bit.
        Jemand, der mich sonntags fragt, was ich mir für die Woche vorgenommen habe, und freitags, was draus
            geworden ist
        Ich will endlich weniger Süßes essen, abends um neun wird es schlimm, da brauch ich wen zum Schreiben
        Hilf mir, das Gespräch mit meinem Vater über den Führerschein vorzubereiten, stell mir Fragen, aber sag mir
            nicht, was ich tun soll
        Ich schiebe meine Steuer seit März vor mir her. Frag mich jeden Tag nach einer Sache und lob mich nicht wie
            einen Hund.
        meine frau soll nach dem bandscheibenvorfall täglich gehen, erinner sie und frag, wie weit sie kam
        Abends kurz den Tag durchsprechen, was gut war und was ich morgen anders mache
        i want to run again after the baby, three mornings, no pep talk, just ask me if i went
        Ich muss meinem Chef sagen, dass ich gehe, lass mich das üben, du spielst ihn
        somebody who keeps asking until i've written my page for the day
    """,
}


def lines(block: str) -> list[str]:
    """Return what people say, each from a line of its own, which may go on in lines that are set in."""
    whole = re.sub(r"\n +", " ", dedent(block).strip())
    return [line.replace(r"\n", "\n") for line in whole.splitlines()]


@pytest.mark.parametrize(
    ("said", "archetype"), [(said, archetype) for archetype, block in SAID.items() for said in lines(block)]
)
def test_what_is_told_leads_to_its_archetype(said: str, archetype: Archetype) -> None:
    assert compose(said).archetype == archetype


def test_every_archetype_is_told_of_in_a_dozen_ways() -> None:
    assert set(SAID) == set(Archetype)
    assert all(len(lines(block)) > 12 for block in SAID.values())
