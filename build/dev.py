#!/usr/bin/env python3
"""Sets up, runs, tests and bundles Parasol from a checkout: `python3 build/dev.py --help`.

Needs nothing but Python. This file only refuses an interpreter that is too old, which is
why it holds to old syntax; the commands are in `commands.py` beside it.
"""

import sys

OLDEST = (3, 11)


def refusal(version: "tuple[int, int]", program: str) -> str:
    """What to tell someone whose Python is too old; empty if it will do."""
    if version >= OLDEST:
        return ""
    return (
        f"Parasol needs Python {OLDEST[0]}.{OLDEST[1]} or newer; "
        f"{program} is Python {version[0]}.{version[1]}.\n"
        "Start this command with a newer one, for example: python3.12 build/dev.py run"
    )


if __name__ == "__main__":
    refused = refusal(sys.version_info[:2], sys.executable)
    if refused:
        sys.stderr.write(refused + "\n")
        sys.exit(2)
    from commands import main

    sys.exit(main(sys.argv[1:]))
