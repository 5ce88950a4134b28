"""What an archetype adds, and that it holds its tongue where somebody has already spoken."""

import time
from itertools import chain

import pytest

from services.conversations.composer.archetype_rules.rule import Archetype
from services.conversations.composer.archetypes import RULES, rules_for
from services.conversations.composer.framing import frame_of

# For each rule two or more things, in English and in German, that people say themselves.
SPOKEN_ABOUT = {
    Archetype.SUPPORT: """
        Ask for the order number. | Frag nach der Bestellnummer. | Stell immer nur eine Frage auf einmal.
        Do not promise refunds. | Don't offer any refunds. | Versprich keine Erstattung. | Sag nie einen Rabatt zu.
        Hand over to a colleague. | Escalate if they swear. | Leite an unser Team weiter. | Gib an einen Menschen ab.
        Show empathy. | Apologise first. | Zeig Verständnis. | Sei einfühlsam.
        Go step by step. | Use numbered instructions. | Erklär es Schritt für Schritt.
    """,
    Archetype.EXTRACTION: """
        Copy verbatim. | Convert amounts to euros. | Normalise dates to ISO 8601. | Schreib genau so ab. | Rechne um.
        Use null for missing fields. | Lass fehlende Felder leer.
        Return only JSON. | No explanations. | Gib nur die Daten aus. | Keine Kommentare.
        Return JSON with the keys name, date, amount. | Nimm die Spalten Datum und Betrag.
        Remove duplicates. | Entferne doppelte Einträge.
    """,
    Archetype.CLASSIFICATION: """
        Only these labels. | Invent no new categories. | Nur die Kategorien A und B. | Erfinde keine neuen Labels.
        Several labels are allowed. | Pick one. | Es dürfen mehrere Labels sein. | Genau eine Kategorie.
        Return JSON. | Explain your choice. | Begründe kurz. | Antworte als Tabelle.
        Bug, or other. | If none fits, say none. | Wenn nichts passt, sag „unklar“. | Bug oder Sonstiges.
        Judge the author's intent. | Mind irony. | Achte auf Ironie. | Achte auf den Tonfall.
    """,
    Archetype.SUMMARY: """
        Start with the decisions. | Main points first. | Beginne mit den Beschlüssen. | Das Wichtigste zuerst.
        Add nothing. | No opinions. | Bleib sachlich. | Füge nichts hinzu.
        Keep all names. | Mention deadlines and dates. | Behalte alle Zahlen.
        Say who said what. | Mark claims. | Sag, wer was behauptet. | Nenne die Sprecherin.
        In your own words. | Quote the key passage. | Mit eigenen Worten. | Zitiere nichts.
    """,
    Archetype.WRITING: """
        The main message: we bake at night. | End with a call to action. | Die Botschaft: wir backen nachts.
        Be specific. | No adjectives. | Schreib anschaulich. | Wenige Adjektive.
        Stick to the facts. | Don't make anything up. | Erfinde nichts. | Bleib bei den Fakten.
        Give me three versions. | Offer alternatives. | Mach drei Varianten. | Gib mir zwei Vorschläge.
        Short sentences. | Be concise. | Kurze Sätze. | Schreib knapp.
    """,
    Archetype.CODE: """
        Use Python 3.12. | State your assumptions. | Nenne die Version. | Die Umgebung ist Windows.
        Standard library only. | No dependencies. | Keine externen Bibliotheken. | Nimm keine Pakete.
        Always show a corrected snippet. | Don't rewrite the whole file. | Zeig die ganze Datei. | Mit Importen.
        Handle errors. | Point out bugs first. | Write tests. | Denk an Randfälle. | Behandle alle Fehler.
        Explain every line. | Comment the code. | Erklär jede Zeile. | Ohne Kommentare.
    """,
    Archetype.TUTORING: """
        She already knows division. | He is a total beginner. | Sie kann schon malnehmen. | Ohne Vorkenntnisse.
        Explain step by step. | Use examples. | Erklär Schritt für Schritt. | Mit vielen Beispielen.
        Never give the answer away. | Give hints. | Verrate nie die Lösung. | Gib Tipps.
        Ask me questions. | Quiz me. | Frag mich ab. | Stell Fragen.
        Correct my mistakes. | Be kind when I am wrong. | Korrigiere meine Fehler. | Sag, was falsch ist.
    """,
    Archetype.QUESTION_ANSWERING: """
        Give short answers. | Explain everything. | Antworte kurz. | Erkläre alles.
        Cite the handbook. | Name your sources. | Nenne die Quelle. | Zitiere die Satzung.
        If you're not sure, say so. | If you don't know, say so. | Wenn du es nicht weißt, sag es. | Im Zweifel schweig.
        If a question is unclear, ask back. | Frag bei unklaren Fragen nach.
        Never guess. | Don't make things up. | Use only the handbook. | Rate nicht. | Erfinde nichts.
    """,
    Archetype.ANALYSIS: """
        Show your calculations. | Show the working. | Zeig den Rechenweg. | Nachvollziehbar, bitte.
        Start with the verdict. | Put the conclusion at the top. | Beginne mit dem Fazit.
        Mind that correlation is not causation. | Korrelation ist keine Kausalität.
        Say how confident you are. | Name caveats. | Sag, wie sicher du bist. | Nenne Unsicherheiten.
        Give recommendations. | No advice. | Gib Empfehlungen. | Schlag Maßnahmen vor.
    """,
    Archetype.TRANSLATION: """
        Translate literally. | Keep it informal. | Übersetze wörtlich. | Sieze die Leser.
        Leave nothing out. | Shorten it if need be. | Lass nichts aus. | Kürze, wo nötig.
        Do not translate names. | Keep the formatting. | Übersetze keine Namen. | Behalte die Formatierung.
        Use our glossary. | Keep terms consistent. | Verwende unsere Fachbegriffe. | Bleib einheitlich.
        Mark ambiguous passages. | Markiere unklare Stellen.
    """,
    Archetype.PLANNING: """
        Plan a 3 day trip. | Our budget is 900 €. | Ask her. | Wir haben zwei Wochen. | Frag nach Essen. | Bis 500 Euro.
        Mind what depends on what. | In the right order. | In sinnvoller Reihenfolge. | Nenne die Schritte.
        As a table. | With times for each. | Als Liste. | Mit Uhrzeiten.
        Have a plan B for rain. | Leave a buffer. | Plane Puffer ein. | Nenne Risiken.
        Say what it costs. | Check opening times. | Schätze keine Preise. | Nenne Öffnungszeiten.
    """,
    Archetype.COACHING: """
        Ask about my week. | Ask one question at a time. | Frag mich nach meiner Woche. | Stell mir Fragen.
        Give me an exercise. | Suggest a next step. | Gib mir eine Übung. | Nenne den nächsten Schritt.
        Don't judge. | Let me decide for myself. | Urteile nicht. | Mach keinen Druck.
        Praise me. | Be encouraging. | Lobe mich. | Motiviere mich.
        If it is medical, send me to a doctor. | Mind my injury. | Schick mich bei Schmerzen zum Arzt.
    """,
}
# What people say that has nothing to do with the first rules of these archetypes, and the rules that it leaves.
ELSEWHERE = {
    Archetype.SUPPORT: "You are a bot that answers mails about refunds. Be nice. If customers ask for help, be quick.",
    Archetype.EXTRACTION: "Extract amounts from invoices for an accountant. Be careful with handwriting.",
    Archetype.CLASSIFICATION: "Sort tickets into bug, feature and question. Be quick. Ordne Mails einer Abteilung zu.",
    Archetype.SUMMARY: "Summarise contracts for small firms in English. Be quick. Fasse Mails kurz zusammen.",
    Archetype.WRITING: "Write blog posts for my bakery in Lyon. Be funny. Schreib Artikel für meine Tante.",
    Archetype.CODE: "Write python for a bakery app. Be blunt but kind. Schreib ein Skript für Fotos.",
    Archetype.TUTORING: "Help my daughter with fractions. Keep it fun. Hilf meinem Sohn in Mathe, geduldig.",
    Archetype.QUESTION_ANSWERING: "Answer questions about our returns policy. Beantworte Fragen zur Satzung.",
    Archetype.ANALYSIS: "Find the reasons for poor sales and how they grow. Analyse our data. Nenne die Ursachen.",
    Archetype.TRANSLATION: "Translate manuals into French. Übersetze Speisekarten für Gäste.",
    Archetype.PLANNING: "Plan the move of our project. Plane die Projektreise für uns.",
    Archetype.COACHING: "You are a patient coach for people under stress. Hilf mir beim Aufstehen.",
}
GIVEN = {Archetype.CLASSIFICATION: [1, 2, 3, 5], Archetype.PLANNING: [1, 2, 3, 4, 6]}
SENTENCES = [both[language].text for rules in RULES.values() for both in rules for language in ("en", "de")]


def cases() -> list[tuple[Archetype, int, str]]:
    """Return what is said about the topic of each rule, by its number."""
    return [
        (archetype, number, said.strip())
        for archetype, block in SPOKEN_ABOUT.items()
        for number, line in enumerate(block.strip().splitlines(), 1)
        for said in line.split(" | ")
    ]


def given(archetype: Archetype, spoken: str, language: str = "en", most: int = 5) -> list[int]:
    return [number for number, _ in rules_for(archetype, spoken, frame_of(""), language, most)]


@pytest.mark.parametrize(("archetype", "number", "said"), cases())
def test_a_rule_is_left_out_where_somebody_has_spoken_about_it(archetype: Archetype, number: int, said: str) -> None:
    for spoken in (said, said.title(), said.replace("'", "\u2019"), said.replace(" ", "  ")):
        assert number not in given(archetype, f"Hello. {spoken}")


@pytest.mark.parametrize("archetype", Archetype)
def test_a_rule_is_left_out_where_it_already_stands_and_leaves_its_neighbours_alone(archetype: Archetype) -> None:
    for number, both in enumerate(RULES[archetype], 1):
        for rule in both.values():
            stands = given(archetype, f"{ELSEWHERE[archetype]}\n{rule.text}", most=9)
            assert number not in stands, rule.text
            if number in (usual := given(archetype, ELSEWHERE[archetype])):
                assert {*usual} - {*stands} == {number}, rule.text


@pytest.mark.parametrize("archetype", Archetype)
def test_the_rules_that_fit_are_given_where_other_things_are_spoken_about(archetype: Archetype) -> None:
    assert given(archetype, ELSEWHERE[archetype]) == GIVEN.get(archetype, [1, 2, 3, 4, 5])


@pytest.mark.parametrize("archetype", Archetype)
def test_every_rule_is_there_in_both_languages(archetype: Archetype) -> None:
    assert {frozenset(both) for both in RULES[archetype]} == {frozenset({"en", "de"})}


def test_every_rule_is_a_sentence_that_stands_once() -> None:
    assert all(sentence[0].isupper() and sentence.endswith(".") and "  " not in sentence for sentence in SENTENCES)
    assert len(set(SENTENCES)) == len(SENTENCES)


def test_rules_that_are_left_out_make_room_for_the_next_ones() -> None:
    assert given(Archetype.TUTORING, "Never give the answer away.", most=3) == [1, 2, 4]
    assert given(Archetype.TUTORING, "", most=0) == []


def test_rules_are_given_in_the_language_asked_for() -> None:
    for language, text in (("en", "Give hints before solutions."), ("de", "Gib erst Hinweise, dann Lösungen.")):
        assert rules_for(Archetype.TUTORING, "", frame_of(""), language, 3)[2][1].text == text


def test_long_texts_are_read_quickly() -> None:
    words = ["a", " ", "never ", "ask ", "the ", "give ", "\n", "no ", "nie ", "nenn ", "show ", "(", "only the "]
    texts = chain((word * (64 * 1024 // len(word)) for word in words), [" ".join(SENTENCES) * 8])
    for text in texts:
        for archetype in Archetype:
            start = time.thread_time()
            rules_for(archetype, text, frame_of(""), "en", 5)
            assert time.thread_time() - start < 0.5, (archetype, text[:9])
