"""Starts the program: arguments and logging, then the window, the tour, or a verb of the command line."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from retention_desktop.log_privacy import PrivateFormatter
from retention_desktop.places import APP, LOG, data_folder, resources_folder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LOG_BYTES: Final = 1_000_000
"""A larger log is put aside at the next start, in the place of the one put aside before."""
NO_DISPLAY: Final = (
    "There is no display to open a window on. Start it on a desktop, or use a verb: main.py --help lists them."
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit code (2: wrong usage, or no display)."""
    argv = list(sys.argv[1:] if argv is None else argv)
    if first_word(argv):
        return run_verb(argv)
    arguments = parser().parse_args(argv)
    if arguments.version:
        sys.stdout.write(f"{APP} {version()}\n")
        return 0
    if arguments.tour:
        return run_tour(arguments.tour)
    if no_display(sys.platform, os.environ):
        sys.stderr.write(NO_DISPLAY + "\n")
        return 2
    return run_window(arguments.data, self_check=arguments.self_check)


def first_word(argv: Sequence[str]) -> str:
    """The verb, "" where there is none: the first argument that isn't an option or an option's value."""
    expects_value = False
    for argument in argv:
        if expects_value:
            expects_value = False
        elif argument in {"--data", "--tour"}:
            expects_value = True
        elif not argument.startswith("-"):
            return argument
    return ""


def parser() -> argparse.ArgumentParser:
    """The arguments of the window; verbs have their own."""
    words = argparse.ArgumentParser(
        prog="main.py",
        description="Opens the window. With a verb it works without one: "
        "init, import, export, count, visit, balance, redeem, refund, undo, send, check, backup, restore, demo, pin "
        "(main.py VERB --help tells more).",
    )
    words.add_argument("--data", metavar="DIR", type=Path, default=data_folder(), help="folder of the store")
    words.add_argument("--tour", metavar="DIR", type=Path, help="make the tour on a sample shop, with pictures in DIR")
    words.add_argument(
        "--self-check", action="store_true", help="open the window and every room, close it again; 1 where one fails"
    )
    words.add_argument("--version", action="store_true", help="say which version this is")
    return words


def version() -> str:
    """The program's version, from its metadata or, in a plain checkout, from pyproject.toml."""
    import tomllib  # noqa: PLC0415 - only --version needs it

    file = resources_folder().parent / "pyproject.toml"
    if not file.is_file():
        return "unknown"
    return str(tomllib.loads(file.read_text(encoding="utf-8"))["project"]["version"])


def no_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether Qt would abort for want of a display (Linux only)."""
    wanted = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return platform.startswith("linux") and not any(environment.get(name) for name in wanted)


def log_to(folder: Path) -> None:
    """Write the log into the data folder; where that can't be, to standard error."""
    handler: logging.Handler
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = folder / LOG
        if file.is_file() and file.stat().st_size > LOG_BYTES:
            file.replace(file.with_suffix(".old.log"))
        handler = logging.FileHandler(file, encoding="utf-8")
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(PrivateFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])


def run_window(data: Path, *, self_check: bool = False) -> int:
    """Open the window; for a self-check close it again once every room has been on show."""
    log_to(data)
    from ui.app import run  # noqa: PLC0415 - a verb needs no Qt

    return run(data, resources_folder(), self_check=self_check)


def run_tour(pictures: Path) -> int:
    """Make the tour offscreen."""
    from ui.tour import run_tour as tour  # noqa: PLC0415 - the window does not need the tour

    return tour(pictures)


def run_verb(argv: Sequence[str]) -> int:
    """Work without a window; diagnostics go to standard error."""
    handler = logging.StreamHandler()
    handler.setFormatter(PrivateFormatter("%(levelname)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    from retention_desktop.__main__ import main as verb  # noqa: PLC0415 - the core loads behind the window's first paint

    return verb(argv)


if __name__ == "__main__":
    sys.exit(main())
