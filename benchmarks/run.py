"""Run every figure and write benchmarks/RESULTS.md; what stands there below the figures is kept.

.venv/bin/python -m benchmarks.run              all of them (some minutes)
.venv/bin/python -m benchmarks.run start visit  only these, printed and not written
"""

from __future__ import annotations

import json
import os
import platform
import sqlite3
import subprocess
import sys
from importlib import metadata
from pathlib import Path

from benchmarks.measure import MARK, Figure

ROOT = Path(__file__).resolve().parents[1]
RESULTS = Path(__file__).with_name("RESULTS.md")
END = "<!-- The part above is written by benchmarks/run.py; the part below by hand. -->"
SCRIPTS = (
    "start", "search", "key_to_paint", "table", "visit", "importing", "desk_while_importing", "simulator",
    "ledger_check", "full_rules_visit",
)  # fmt: skip
INTRODUCTION = """# Figures

Each figure is measured beside its floor in one run, on one machine; the ratio counts, since absolute times do not
carry over to another. `python -m benchmarks.run` writes this page; what each floor is stands at the top of its script.
"""


def figures(script: str) -> list[Figure]:
    """Run one script, let its lines through, and read its figures."""
    print(f"\n== {script}", flush=True)
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    command = [sys.executable, "-m", f"benchmarks.{script}"]
    answer = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, encoding="utf-8", check=True, timeout=1800
    )
    lines = answer.stdout.splitlines()
    print(*(line for line in lines if not line.startswith(MARK)), sep="\n")
    return [Figure(**json.loads(line.removeprefix(MARK))) for line in lines if line.startswith(MARK)]


def table(found: list[Figure]) -> str:
    """The figures as a Markdown table."""
    lines = ["| figure | ours | floor beside it | ratio | goal | |", "|---|---|---|---|---|---|"]
    for figure in found:
        floor = f"{figure.floor:.3g} {figure.unit} ({figure.floor_name})" if figure.floor_name else ""
        ratio = f"{figure.compared:.2f}" if figure.floor_name else ""
        goal = "" if figure.goal is None else f"≤ {figure.goal:g}" + ("" if figure.floor_name else f" {figure.unit}")
        lines.append(
            f"| {figure.name} | {figure.ours:.3g} {figure.unit} | {floor} | {ratio} | {goal} | {figure.verdict} |"
        )
    return "\n".join(lines)


def machine() -> str:
    """What the figures were measured on."""
    busy = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in ("PySide6-Essentials", "SQLAlchemy"))
    return (
        f"{platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()},"
        f" SQLite {sqlite3.sqlite_version}, {versions}, Qt offscreen;"
        f" {busy:.1f} other programs at work on average in the minute before."
    )


def main(chosen: list[str]) -> None:
    """Run, print and, unless only some were asked for, write."""
    header = machine()
    found = [figure for script in chosen or SCRIPTS for figure in figures(script)]
    missed = [figure.name for figure in found if figure.verdict == "MISSED"]
    print(f"\n{len(found)} figures; goals missed: {', '.join(missed) or 'none'}")
    if chosen:
        return
    kept = RESULTS.read_text(encoding="utf-8").partition(END)[2] if RESULTS.exists() else "\n"
    RESULTS.write_text(f"{INTRODUCTION}\n{header}\n\n{table(found)}\n\n{END}{kept}", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
