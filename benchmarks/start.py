"""Start of the program: from the spawn of the process to the first painted window, against a bare QLabel.

The label's program imports QtWidgets, shows one QLabel of the window's size and is timed in the same way.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.measure import compare
from benchmarks.store import ROOT, new_shop

ROUNDS = 21


def compiled(folder: Path) -> dict[str, str]:
    """An environment in which modules are compiled once, as on any computer, whatever this one forbids."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {"QT_QPA_PLATFORM": "offscreen", **kept, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def until(word: str, environment: dict[str, str], *arguments: str) -> float:
    """Milliseconds from the spawn to the child's word."""
    command = [sys.executable, "-m", "benchmarks.first_paint", *arguments]
    start = perf_counter()
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        line = child.stdout.readline().decode().strip()
        took = (perf_counter() - start) * 1000
        child.stdout.read()
    assert line == word, f"the child said {line!r}"
    return took


def main() -> None:
    """Warm both up, then take turns."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        new_shop(folder).close()
        environment = compiled(folder)
        label, shell = [], []
        for number in range(ROUNDS + 2):
            times = until("painted", environment, "label"), until("painted", environment, "main", name)
            if number >= 2:
                label.append(times[0])
                shell.append(times[1])
    compare("start to the first painted shell", "a bare QLabel", shell, label, 1.6)


if __name__ == "__main__":
    main()
