"""Every benchmark in one run: `python build/dev.py bench`, or some by name (`bench start deck`).

Each prints ratios beside their marks, and ends with 1 where one is missed. All are measured here
and now, so the machine should have nothing else to do.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ORDER = ("start", "store", "deck", "rules", "room")


def names() -> list[str]:
    """The benchmarks there are: the known ones first, others after them by name."""
    found = {path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py")}
    return [name for name in ORDER if name in found] + sorted(found - set(ORDER))


def main(wanted: list[str]) -> int:
    """Run them one after the other; 1 where a mark is missed, 2 for a name there is not."""
    unknown = sorted(set(wanted) - set(names()))
    if unknown:
        print(f"There is no benchmark {', '.join(unknown)}. There are: {', '.join(names())}.")
        return 2
    missed = []
    for name in wanted or names():
        print(f"── {name}", flush=True)
        program = [sys.executable, "-P", str(HERE / f"bench_{name}.py")]
        if subprocess.run(program, cwd=HERE.parents[1], check=False).returncode:
            missed.append(name)
        print(flush=True)
    print(f"Marks missed in: {', '.join(missed)}." if missed else "All marks are met.")
    return bool(missed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
