"""The computer's screens, and which of them is the room's.

A screen is known by name, maker, model and serial number, so that it is found again after it was
unplugged; where two are alike, their place decides. Opens nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen


@dataclass(frozen=True, slots=True)
class ScreenFacts:
    """A screen as it is shown in a list: its name, its real pixels, its place."""

    name: str
    identity: str
    width: int
    height: int
    left: int
    top: int

    @property
    def label(self) -> str:
        """Its name and its pixels: 'Projector, 1920 × 1080'."""
        return f"{self.name}, {self.width} × {self.height}"


def facts_of(screen: QScreen) -> ScreenFacts:
    """The facts of a screen; physical pixels are its geometry times its pixel ratio."""
    area, ratio = screen.geometry(), screen.devicePixelRatio()
    return ScreenFacts(
        name=screen.name() or "Screen",
        identity=identity_of(screen),
        width=round(area.width() * ratio),
        height=round(area.height() * ratio),
        left=area.left(),
        top=area.top(),
    )


def identity_of(screen: QScreen) -> str:
    """By what a screen is known again: name, maker, model, serial number."""
    parts = (screen.name(), screen.manufacturer(), screen.model(), screen.serialNumber())
    return " | ".join(part.strip() for part in parts)


def all_screens() -> list[QScreen]:
    """The screens there are now, from left to right."""
    return sorted(
        QGuiApplication.screens(), key=lambda screen: (screen.geometry().x(), screen.geometry().y())
    )


def suggested(screens: Sequence[QScreen], console: QScreen | None) -> QScreen | None:
    """The screen for the room: the largest that is not the console's; None if there is none."""
    others = [screen for screen in screens if screen is not console]
    if len(screens) < 2 or not others:
        return None
    return max(others, key=lambda screen: _pixels(facts_of(screen)))


def found_again(
    screens: Sequence[QScreen], identity: str, place: QRect | None = None
) -> QScreen | None:
    """The screen of this identity; of several alike the one at `place`, else the first."""
    alike = [screen for screen in screens if identity_of(screen) == identity]
    at_place = [screen for screen in alike if screen.geometry() == place]
    return next(iter(at_place or alike), None)


def show_the_same(screens: Sequence[QScreen]) -> bool:
    """Whether all screens show one picture: there is one only, or all have one geometry."""
    first, *others = [screen.geometry() for screen in screens] or [QRect()]
    return all(area == first for area in others)


def _pixels(facts: ScreenFacts) -> int:
    return facts.width * facts.height
