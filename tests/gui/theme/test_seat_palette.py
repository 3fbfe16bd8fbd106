"""Seats' hues stay apart for every kind of colour vision.

Deficiencies are simulated after Machado, Oliveira and Fernandes (2009), severity 1.0, in
linear RGB; distances are Euclidean in OKLab (Ottosson 2020), times 100.
"""

from __future__ import annotations

from itertools import combinations
from math import dist

import pytest

from app.gui.theme.tokens import load_theme

Vector = tuple[float, float, float]
Matrix = tuple[Vector, Vector, Vector]

VISION: dict[str, Matrix] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
TO_CONE: Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
TO_LAB: Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def times(matrix: Matrix, vector: Vector) -> Vector:
    one, two, three = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return one, two, three


def linear(color: str) -> Vector:
    red, green, blue = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return tuple(
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (red, green, blue)
    )


def seen(color: str, vision: str) -> Vector:
    """A colour in OKLab as somebody with this vision sees it."""
    simulated = times(VISION[vision], linear(color))
    inside = tuple(min(1.0, max(0.0, part)) for part in simulated)
    cones = tuple(part ** (1 / 3) for part in times(TO_CONE, inside))
    return times(TO_LAB, cones)


def least_distance(colors: tuple[str, ...], vision: str) -> float:
    seats = [seen(color, vision) for color in colors]
    return 100 * min(dist(one, other) for one, other in combinations(seats, 2))


def test_white_is_white_in_oklab():
    assert seen("#FFFFFF", "normal") == pytest.approx((1, 0, 0), abs=1e-4)


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize("name", ["light", "dark"])
def test_seats_stay_apart(name, vision):
    assert least_distance(load_theme(name).seat_hues, vision) >= 13.0


@pytest.mark.parametrize(("name", "printed"), [("light", 23.0), ("dark", 21.7)])
def test_distance_is_as_the_design_prints_it(name, printed):
    found = least_distance(load_theme(name).seat_hues, "normal")
    assert found == pytest.approx(printed, abs=0.1)
