"""What the finder offers: every item to make ready, and what is done rarely."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from app.core.actions import Action, EndSession, SkipPhase, SkipToHotWash
from app.core.runsheet import run_sheet
from app.core.values import Item
from app.gui.console.finder import Command
from app.gui.controller import ExerciseController

_REASON = "Why? At least 10 characters; the report will carry it."


def commands(
    controller: ExerciseController, others: dict[str, Callable[[], None]]
) -> tuple[Command, ...]:
    """Items of the run sheet first, then rare actions; `others` are the window's own, by name."""
    rows = run_sheet(controller.book, controller.state)
    items = [
        Command(f"Make ready: {row.title}", partial(_stage, controller, row.item))
        for row in rows
        if row.item is not None
    ]
    reasoned: tuple[tuple[str, Callable[[str], Action]], ...] = (
        ("Skip this phase", SkipPhase),
        ("Skip to the hot wash", SkipToHotWash),
        ("End the session early", EndSession),
    )
    return (
        *items,
        *(Command(words, partial(_submit, controller, kind), _REASON) for words, kind in reasoned),
        Command("Redo", lambda _text: controller.redo()),
        *(Command(words, partial(_run, run)) for words, run in others.items()),
    )


def _stage(controller: ExerciseController, item: Item, _text: str) -> None:
    controller.stage(item)


def _submit(controller: ExerciseController, kind: Callable[[str], Action], text: str) -> None:
    controller.submit(kind(text))


def _run(run: Callable[[], None], _text: str) -> None:
    run()
