"""What people tell of themselves in German, in the third person: verbs, pronouns, and who is meant."""

import pytest

from services.conversations.composer.german.language import GERMAN

PERSON = "die Person, für die du arbeitest,"
PEOPLE = "die Leute, für die du arbeitest,"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("ich bin Imkerin und arbeite allein", f"{PERSON} ist Imkerin und arbeitet allein"),
        ("bin neu im Chor und treffe das hohe C nicht", f"{PERSON} ist neu im Chor und trifft das hohe C nicht"),
        ("hab keine Ahnung von Steuern", f"{PERSON} hat keine Ahnung von Steuern"),
        ("Hier habe ich zehn Bienenstöcke", f"Hier hat {PERSON} zehn Bienenstöcke"),
        ("Meistens koche ich für vier", f"Meistens kocht {PERSON} für vier"),
        ("ich jogge viel", f"{PERSON} joggt viel"),
        ("Früher kaufte ich selten ein", f"Früher kaufte {PERSON} selten ein"),
        (
            "ich lerne Spanisch, weil ich in Lima wohnen will",
            f"{PERSON} lernt Spanisch, weil sie in Lima wohnen will",
        ),
        (
            "ich habe eine Tochter, die ich abends abfrage",
            f"{PERSON} hat eine Tochter, die sie abends abfragt",
        ),
        (
            "ich interessiere mich für Pilze und kenne die Namen nicht",
            f"{PERSON} interessiert sich für Pilze und kennt die Namen nicht",
        ),
        ("mein Chef will, dass ich berichte", f"der Chef {PERSON.replace('die', 'der', 1)} will, dass sie berichtet"),
        ("ich kopiere dir die Mails hier rein", f"{PERSON} kopiert dir die Mails hier rein"),
    ],
)
def test_one_who_speaks_of_himself_is_named(said: str, told: str) -> None:
    assert GERMAN.told([said]) == [told[:1].upper() + told[1:] if said[:1].isupper() else told]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("wir sind ein Verlag und haben drei Reihen", f"{PEOPLE} sind ein Verlag und haben drei Reihen"),
        ("wir verkaufen Räder, unsere Kunden pendeln", f"{PEOPLE} verkaufen Räder, ihre Kunden pendeln"),
        (
            "wir treffen uns dienstags, und die Neuen schreiben uns vorher",
            f"{PEOPLE} treffen sich dienstags, und die Neuen schreiben ihnen vorher",
        ),
        ("wir backen selbst, die Nachbarn kennen uns", f"{PEOPLE} backen selbst, die Nachbarn kennen sie"),
    ],
)
def test_several_who_speak_of_themselves_are_named(said: str, told: str) -> None:
    assert GERMAN.told([said]) == [told]


def test_whoever_has_been_named_is_sie_from_then_on() -> None:
    assert GERMAN.told(["ich habe einen Hof", "mittags koche ich", "wir liefern freitags"]) == [
        f"{PERSON} hat einen Hof",
        "mittags kocht sie",
        "sie und ihre Leute liefern freitags",
    ]


@pytest.mark.parametrize(
    "said", ["Mein Mann hat seit zwei Jahren Parkinson", "Die Fahrer schreiben kurze Meldungen", "Kuchen ist wichtig"]
)
def test_what_others_do_stays_as_it_was_said(said: str) -> None:
    assert GERMAN.told([said]) == [said]


@pytest.mark.parametrize("said", ["ich wil nur wissn ob", "Was soll ich tun?", "ich sage „Hallo“ zu allen"])
def test_what_no_rule_can_turn_is_left_to_be_quoted(said: str) -> None:
    assert GERMAN.told([said]) == [""]
