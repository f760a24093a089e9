"""Start of the program: from the spawn of the process to the first painted window, answered search and logged visit.

The floor's program imports QtWidgets, shows one bare QLabel of the window's size and is timed in the same way. The
search is four digits, typed as soon as the find box has the keyboard; the answer is the painted list of who has them.
Enter is pressed as soon as it stands there, and once more as soon as the person does; then the visit is in the store
and on the screen. Each round looks for somebody else, whom no earlier round has logged.
"""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.measure import compare
from benchmarks.people import people
from benchmarks.store import ROOT, big_shop

ROUNDS = 21


def compiled(folder: Path) -> dict[str, str]:
    """An environment in which modules are compiled once, as on any computer, whatever this one forbids."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {"QT_QPA_PLATFORM": "offscreen", **kept, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def until(environment: dict[str, str], *arguments: str) -> list[float]:
    """Milliseconds from the spawn to each of the child's words."""
    command = [sys.executable, "-m", "benchmarks.first_paint", *arguments]
    start = perf_counter()
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        words = [(line.decode().strip(), (perf_counter() - start) * 1000) for line in child.stdout]
    told = [word for word, _ in words]
    assert told, command
    assert told == ["painted", "answered", "logged"][: len(told)], told
    return [took for _, took in words]


def main(count: int) -> None:
    """Start once as a person would, so that what the first start keeps is there; warm up; take turns."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        big_shop(folder / "shop", count).close()
        environment = compiled(folder)
        data = str(folder / "shop")
        digits = sorted({person[3][-4:] for person in islice(people(count), 10 * ROUNDS)})
        once = [sys.executable, "main.py", "--self-check", "--data", data]
        subprocess.run(once, cwd=ROOT, env=environment, check=True)
        label, shell, search, visit = [], [], [], []
        for number in range(ROUNDS + 2):
            bare, painted = until(environment, "label")[0], until(environment, "main", data)[0]
            _, answered, logged = until(environment, "main", data, digits[number])
            if number >= 2:
                label.append(bare)
                shell.append(painted)
                search.append(answered)
                visit.append(logged)
    compare("start to the first painted shell", "a bare QLabel", shell, label, 1.6)
    compare(f"start to an answered search, {count:,} customers", "a bare QLabel", search, label, 3.5)
    compare(f"start to a logged visit, {count:,} customers", "a bare QLabel", visit, label, None)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
