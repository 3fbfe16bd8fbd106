"""A text that seats draft together: a line is settled, a signature given and taken back."""

from __future__ import annotations

import pytest

from app.core import actions as do
from app.core import events as ev
from app.core.values import Phase
from tests.core.given import Course
from tests.pact import TEXT, pact, pact_setup


def drafting(*given: do.Action) -> Course:
    """The last turn's Deliberate of a deck with a text."""
    return Course(pact_setup(), pact()).to(Phase.DELIBERATE, 2).given(*given)


@pytest.mark.parametrize(
    ("given", "action", "event"),
    [
        ((), do.SettleLine(TEXT, "threats", "firm"), ev.LineSettled(TEXT, "threats", "firm")),
        ((), do.SignText(TEXT, "US"), ev.TextSigned(TEXT, "US", signed=True)),
        (
            (do.SignText(TEXT, "US"),),
            do.SignText(TEXT, "US", signed=False),
            ev.TextSigned(TEXT, "US", signed=False),
        ),
    ],
)
def test_an_action_on_a_text_leads_to_its_event(
    given: tuple[do.Action, ...], action: do.Action, event: ev.Event
) -> None:
    assert drafting(*given).when(action) == (event,)


def test_the_last_word_on_a_line_counts() -> None:
    lines = _options()
    course = drafting(*(do.SettleLine(TEXT, "threats", option) for option in lines))
    assert course.state.now.draft(TEXT).lines == (("threats", lines[-1]),)


def _options() -> tuple[str, ...]:
    line = next(line for line in pact().procedure(TEXT).lines if line.id == "threats")
    return tuple(line.options)
