"""`pytest tests/golden --update-golden` writes the transcripts anew; then read the difference."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden transcripts anew"
    )


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether the transcripts are to be written; False where the option is not known."""
    return bool(request.config.getoption("--update-golden", default=False))
