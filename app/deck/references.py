"""Do the names of a deck fit together? (Checks follow.)"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.deck.faults import Fault
from app.deck.model import Deck
from app.deck.yaml_gate import Loaded


def check(
    _deck: Deck, _loaded: Mapping[str, Loaded], _unsure: Mapping[str, frozenset[str] | None]
) -> Iterable[Fault]:
    """Faults of what is named and does not exist."""
    return ()
