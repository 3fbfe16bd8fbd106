"""Does a card forbid itself? Its needs are read with its own play among those of the turn."""

from __future__ import annotations

from app.deck.known import Known
from app.deck.model import Condition, Move, Play
from app.deck.spans import window
from app.deck.vocabulary_checks import VocabularyCheck

_PLAYED_ONLY = {"played", "any", "all"}


def forbids_itself(card: Move, need: Condition, known: Known, words: VocabularyCheck) -> str:
    """Why a need never holds once the card lies on the table; empty where it may."""
    if any(_surely(card, one, known, words) for one in need.none):
        return f"it must not have been played in its turn, and {card.id} is itself among the plays"
    every = (forbids_itself(card, one, known, words) for one in need.all)
    why = next((why for why in every if why), "")
    reasons = [forbids_itself(card, one, known, words) for one in need.any]
    return why or (reasons[0] if reasons and all(reasons) else "")


def _surely(card: Move, when: Condition, known: Known, words: VocabularyCheck) -> bool:
    """Whether a condition holds in every turn in which the card is played."""
    said = {word for word in type(when).model_fields if getattr(when, word)}
    return (
        said <= _PLAYED_ONLY
        and all(_passes(card, play, known, words) for play in when.played)
        and all(_surely(card, one, known, words) for one in when.all)
        and (not when.any or any(_surely(card, one, known, words) for one in when.any))
    )


def _passes(card: Move, play: Play, known: Known, words: VocabularyCheck) -> bool:
    """Whether the card passes a test however it is played."""
    depends = (play.host, play.target, play.addressee, play.signer, play.choice, play.none_since)
    return (
        any(one.id == card.id for one in words.about(play))
        and "play" not in play.move
        and all(name in known.who.names for name in play.seat)
        and not any(depends)
        and not (play.signers_at_least or 0)
        and (play.seats_at_least or 0) <= 1
        and window(play)[0] == 0
        and play.at_least == 1
        and (not play.channel or set(card.channels) <= set(play.channel))
        and not set(card.channels) & set(play.not_channel)
    )
