"""The hot wash of the demo: its seven steps, one after the other."""

from __future__ import annotations

from app.core.polls import all_gaps
from app.deck.script import ScriptFollowUp, ScriptHotWash
from app.gui.demo.hands import DemoStopped
from app.gui.demo.part import Part
from app.gui.layouts import slug


class Wash(Part):
    """Goes through the steps as the script says, and ends the session."""

    def play(self, script: ScriptHotWash) -> None:
        """Play the whole hot wash."""
        self._camera.console("hot-wash", compact=True)
        self._hands.click("wash_next_decompress")
        self._show("timeline")
        self._camera.console("hot-wash-facts")
        self._hands.click("wash_next_facts")
        self._gaps()
        self._hands.click("wash_next_poll")
        for seat in script.concerns:
            self._hands.click(f"wash_concern_{seat}")
            self._pages(f"concern-{slug(seat)}")
        self._camera.console("hot-wash-concerns", compact=True)
        self._hands.click("wash_next_concerns")
        self._show("tension-vote")
        for tension in script.tensions:
            self._hands.click(f"wash_tension_{tension}")
        self._camera.console("hot-wash-tensions", compact=True)
        self._hands.click("wash_next_tensions")
        self._camera.console("hot-wash-strengths")
        self._hands.click("wash_next_strengths")
        for row in script.follow_up:
            self._follow_up(row)
        self._show("end")
        self._camera.console("hot-wash-home", compact=True)
        self._hands.click("main_action")
        if not self._state.end_state:
            raise DemoStopped("The session did not end.")
        self._camera.console("ended")

    def _gaps(self) -> None:
        """Show the gap of every turn that was measured."""
        turns = dict.fromkeys(f.turn for f in all_gaps(self._book, self._state))
        for turn in turns:
            self._hands.click(f"wash_gap_{turn}")
            self._show(f"gap-{turn}")
        self._camera.console("hot-wash-poll", compact=True)

    def _follow_up(self, row: ScriptFollowUp) -> None:
        for name in ("issue", "action", "owner", "due"):
            text = getattr(row, name)
            if text:
                self._hands.type_into(f"wash_follow_up_{name}", text)
        self._hands.click("wash_follow_up_add")
