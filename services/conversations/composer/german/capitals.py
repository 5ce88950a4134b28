"""Give German nouns their capitals, where somebody writes everything small: only words that are nouns and no more."""

import re

from services.conversations.composer.german.grammar import is_finite, of_infinitive
from services.conversations.composer.german.lexicon import MIDFIELD, SMALL_WORDS, word_set

_NOUNS = word_set(
    """
    absatz absätze abend abends abkürzungen adresse adressen aktien angebot angebote anrede arzt ärztin aufsatz aufsätze
    auto bahn begriffe beispiel beispiele beleg belege bericht berichte bewerbung bild bilder brief briefe buch bücher
    bot chef chefin chor code computer datei dateien daten datum dinge elternabend eltern emojis ende englisch erklärung
    fachbegriffe fachwörter fehler firma foto fotos fragen frau fremdwörter freund freunde freundin garten geburtstag
    gedicht gedichte geld gemüse gericht gerichte geschichte geschichten geschäft gewürze gruppe gruppen gäste
    hausaufgaben haus hilfe hinweise hund hunde hundert idee ideen internet jahr jahre job kaffee karte karten katze
    kind kinder kindern klasse klausur kollege kollegen kollegin küche kuchen kunde kunden lehrer lehrerin leute liste
    listen laden lösung lösungen mail mails mann mathe mensch menschen minute minuten monat monate musik mutter
    nachricht nachrichten name namen nummer nummern oma opa ordner orte papier partei pflanzen pilze plan post preis
    preise produkt produkte programm projekt prüfung quelle quellen rechnung rechnungen regel regeln reise reisen rezept
    rezepte sachen satz sätze schritt schritte schule schüler schwester seite seiten smileys sohn sommer sprache spiel
    spiele stadt steuern stichpunkte straße streit stunde stunden tabelle tabellen tag tage tasche team termin termine
    text texte thema themen tipp tipps tochter ton urlaub vater verein verkäufer vertrag verträge video videos vokabeln
    vorschlag vorschläge wein weine welt werbung website wetter winter woche wochen wohnung wort wörter worte zahl
    zahlen zeile zeilen zeit zettel zimmer übersetzung übung übungen überschrift überschriften angelschein führerschein
    wärmepumpe wörtern sätzen tippfehler rechtschreibung grammatik betreff unterschrift einkaufsliste speisekarte
    öffnungszeiten zutaten zutat kochrezept hausordnung nachbarn nachbar telefon telefonnummer telefonnummern handy
    handys unterricht lehrerin arbeit bewerbungen
    """
) - word_set("abends fragen liste plan reise reisen spiel spiele post arbeit ende englisch hundert")
_WORD = re.compile(r"[a-zäöüß]{3,40}")
_ENDING = re.compile(r"[a-zäöüß]{3,30}(?:ungen|ung|heit|keit|heiten|keiten|schaft|tionen|tion)")
_OWNED = re.compile(r"\b((?:mein|unser)(?:e[mnrs]?)? )([a-zäöüß]{3,40})(?=( [^\s]{1,40})?(?:\s|$|[,.!?]))")
_NO_NOUNS = word_set("jung")


def with_capitals(words: str) -> str:
    """Return words with the capitals of their nouns, if there is no capital among them."""
    if not words.islower():
        return words
    return _OWNED.sub(_of_one, _WORD.sub(_large, words))


def _of_one(found: re.Match[str]) -> str:
    """Return `meine Kehle ist` of `meine kehle ist`: what is somebody's, and before what is no noun, is one."""
    following = (found[3] or "").strip(" ,.!?")
    ends = not following or following in SMALL_WORDS | MIDFIELD or is_finite(following)
    if not ends and not (found[3] and of_infinitive(following)):
        return found[0]
    return f"{found[1]}{found[2][:1].upper()}{found[2][1:]}{found[0][found.end(2) - found.start() :]}"


def _large(found: re.Match[str]) -> str:
    word = found[0]
    is_noun = word in _NOUNS or (_ENDING.fullmatch(word) is not None and word not in _NO_NOUNS)
    return word[0].upper() + word[1:] if is_noun else word
