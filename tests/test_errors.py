"""Errors are told in plain words."""

from __future__ import annotations

import pickle

import pytest

from app import errors
from app.config.settings import SettingsFault
from app.errors import DeckError, LibraryError, LibraryLocked, LibraryTooNew, ParasolError

FAULTS = (
    SettingsFault("moves.yaml", 7, 3, "unknown-seat", "no seat “patrn”", "Did you mean “patron”?"),
    SettingsFault("deck.yaml", None, None, "missing", "there is no title"),
)
FAMILY = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, ParasolError)
]


def test_an_error_reads_message_detail_remedy() -> None:
    error = ParasolError("The library is locked.", "By Room 2.", "Close it there.")
    assert str(error) == "The library is locked.\nBy Room 2.\nClose it there."


def test_empty_parts_leave_no_empty_lines() -> None:
    assert ParasolError("Done for.", remedy="Start again.").as_text() == "Done for.\nStart again."


def test_a_deck_error_names_every_fault_with_its_place() -> None:
    text = DeckError("The deck cannot be used.", FAULTS).as_text()
    assert "moves.yaml:7:3: no seat “patrn”\n    Did you mean “patron”?" in text
    assert "\ndeck.yaml: there is no title" in text


def test_what_an_error_quotes_cannot_steer_a_terminal() -> None:
    error = ParasolError("No seat “\x1b[2J\ud800”.", "Line one.\nLine two.\r")
    assert error.as_text() == "No seat “�[2J�”.\nLine one.\nLine two.�"


@pytest.mark.parametrize("kind", FAMILY, ids=lambda kind: kind.__name__)
def test_every_error_survives_the_way_between_processes(kind: type[ParasolError]) -> None:
    error = pickle.loads(pickle.dumps(kind("One sentence.")))
    assert (type(error), error.message) == (kind, "One sentence.")


def test_faults_survive_the_way_between_processes() -> None:
    error = pickle.loads(pickle.dumps(DeckError("No.", FAULTS, "Mend it.")))
    assert (error.faults, error.remedy) == (FAULTS, "Mend it.")


def test_what_goes_wrong_with_a_library_is_one_family() -> None:
    assert issubclass(LibraryLocked, LibraryError)
    assert issubclass(LibraryTooNew, LibraryError)
