"""`python -m app`, and the command `parasol`."""

from __future__ import annotations

import sys

STOPPED = 130  # what shells expect of a program that was stopped with Ctrl+C


def main() -> None:
    """Run the program and leave with its exit status."""
    try:
        from app.bootstrap import main as run

        status = run()
    except KeyboardInterrupt:
        status = STOPPED
    sys.exit(status)


if __name__ == "__main__":
    main()
