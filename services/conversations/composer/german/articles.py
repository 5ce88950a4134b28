"""Which German nouns of a note need an article in a sentence: `schreibe das Datum dazu` of `Datum dazuschreiben`."""

from services.conversations.composer.german.lexicon import endings, word_set

_PARTS = (
    ("den ", endings("absender betrag betreff empfänger name ort preis stil titel ton wortlaut endpreis")),
    ("das ", endings("alter datum ergebnis fazit gewicht budget kennzeichen aktenzeichen")),
    (
        "die ",
        endings(
            """
            adresse anrede anzahl dauer einheit einkaufsliste fläche formatierung frist grammatik größe höhe länge
            menge nummer rechtschreibung reihenfolge seite seitenzahl summe temperatur uhrzeit unterschrift überschrift
            wirkung
            """
        ),
    ),
)
"""What a text or a record has one of."""
_EVENTS = (
    ("einen ", endings("abend ausflug basar empfang flohmarkt geburtstag umzug workshop")),
    ("ein ", endings("camp fest festival jubiläum konzert seminar turnier")),
    ("eine ", endings("ausstellung feier freizeit hochzeit klassenfahrt messe party reise tagung")),
)
_HELD = word_set("bereite gestalte organisiere plane veranstalte")
"""What is done with events."""
_MADE = word_set("entwirf erfinde erstelle finde formuliere generiere mache schlage schreibe suche verfasse")
_NO_MORE = word_set("und oder bis sowie")


def with_article(words: str, verb: str) -> str:
    """Return an object with the article that it needs with this imperative; words that may need none as they are."""
    noun, _, rest = words.partition(" ")
    if not noun[:1].isupper() or not noun[1:].replace("-", "").isalpha() or (rest and not rest[0].islower()):
        return words
    if rest.partition(" ")[0] in _NO_MORE or (verb in _MADE and not rest):
        return words
    nouns = _EVENTS if verb in _HELD else _PARTS
    return next((article for article, ends in nouns if noun.lower().endswith(ends)), "") + words
