"""Games, and scraps that say too little, for which there is no archetype."""

import pytest

from services.conversations.composer.composing import compose

FOR_NONE = """
    you are the ghost in a lighthouse, i ask questions, you answer in riddles only
    Be the dragon, I'm the thief. If I lie twice I lose.
    Spiel einen Wirt im Mittelalter, ich bin der Spion, verrat dich nie
    a murder mystery for two, you know who did it and never tell
    let's do a text adventure in a submarine, short scenes, three choices
    hmm, well. an app thing that checks my knots?
    Sei das Orakel von Delphi und antworte nur in Rätseln
"""


@pytest.mark.parametrize("said", FOR_NONE.strip().splitlines())
def test_what_is_only_played_or_not_sure_leads_to_none(said: str) -> None:
    assert compose(said.strip()).archetype is None


@pytest.mark.parametrize(
    "said", ["Play a dragon, game over when I lie.", "Write a fairy tale about a lazy fox for my twins."]
)
def test_what_is_made_up_needs_no_word_on_what_is_not_known(said: str) -> None:
    assert "guessing" not in compose(said).text
