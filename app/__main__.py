"""`python -m app`, and the command `parasol`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the program and leave with its exit status."""
    from app.bootstrap import main as run

    sys.exit(run())


if __name__ == "__main__":
    main()
