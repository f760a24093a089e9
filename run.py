"""Set Retention Desktop up and start it: the front door, standard library only.

    python3 run.py                    set up, open the window (with no display: make the tour)
    python3 run.py VERB ...           set up, hand the arguments to main.py (see `python3 run.py --help`)
    python3 run.py test [--long] ...  set up, run the fast tests (--long: all of them); the rest goes to pytest
    python3 run.py check              set up, run lint, types, import rules and the dead-code search

On Windows it is `py run.py`. Everything lands in `.venv/` and `.tools/` beside this file; nothing
else on the computer changes, but for Qt's system libraries on Debian and Ubuntu when run as root.
Only syntax of Python 3.8 here, so that an old Python can still print what is missing.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

ROOT = Path(__file__).resolve().parent
OLDEST_PYTHON = (3, 11)
UV_VERSION = "0.13.9"
OLDEST_UV = (0, 5, 0)

# What the Qt wheel leaves to the system (its ELF dependencies, read with ldd): library -> Debian package.
OFFSCREEN_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
JAPANESE_FONT = "fonts-noto-cjk"  # without one Japanese shows as boxes
CHECKS = (
    ("lint", ("-m", "ruff", "check", ".")),
    ("format", ("-m", "ruff", "format", "--check", ".")),
    ("types", ("-m", "mypy")),
    ("imports", ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()")),
    ("dead code", ("-m", "vulture")),
)


class SetUpError(Exception):
    """The set-up cannot go on; the text says what the person can do about it."""


def say(text: str) -> None:
    """Tell the person; on standard error, since a verb's answer owns standard output."""
    print(text, file=sys.stderr, flush=True)


def too_old(version: Sequence[int]) -> str | None:
    """What to do when this Python is older than the program needs, else None."""
    if tuple(version[:2]) >= OLDEST_PYTHON:
        return None
    return (
        f"Retention Desktop needs Python {OLDEST_PYTHON[0]}.{OLDEST_PYTHON[1]} or newer, and this is "
        f"{version[0]}.{version[1]}. Install a newer Python from python.org and start run.py with it."
    )


def venv_python(root: Path, platform: str) -> Path:
    """The interpreter inside our environment; `platform` as `sys.platform` gives it."""
    return root / ".venv" / ("Scripts/python.exe" if platform == "win32" else "bin/python")


def private_uv(root: Path, platform: str) -> list[Path]:
    """Where `pip install --target .tools uv` may have put the program (pip uses `bin` on Windows, too)."""
    name = "uv.exe" if platform == "win32" else "uv"
    return [root / ".tools" / folder / name for folder in ("bin", "Scripts")]


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether Qt can open a window: only on Linux can there be none."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return platform != "linux" or any(environment.get(name) for name in names)


def wants_window(arguments: Sequence[str], environment: Mapping[str, str], platform: str) -> bool:
    """Whether Qt will draw on a real screen, and so needs the libraries for one: options alone do, a verb doesn't."""
    options = not arguments or (arguments[0].startswith("-") and "--tour" not in arguments)
    offscreen = environment.get("QT_QPA_PLATFORM") == "offscreen"
    return options and has_display(environment, platform) and not offscreen


def loads(library: str) -> bool:
    """Whether the system's loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_japanese_font() -> bool:
    """Whether fontconfig knows a font with Japanese letters; no, where fontconfig itself is missing."""
    try:
        fontconfig = ctypes.CDLL("libfontconfig.so.1")
    except OSError:
        return False
    fontconfig.FcNameParse.restype = fontconfig.FcObjectSetCreate.restype = ctypes.c_void_p
    fontconfig.FcFontList.restype = ctypes.POINTER(ctypes.c_int)  # a struct that begins with how many there are
    pattern = ctypes.c_void_p(fontconfig.FcNameParse(b":lang=ja"))
    found = fontconfig.FcFontList(None, pattern, ctypes.c_void_p(fontconfig.FcObjectSetCreate()))
    return bool(found) and found[0] > 0


def missing_packages(wanted: Mapping[str, str], found: Callable[[str], bool]) -> list[str]:
    """The Debian packages of those libraries that the loader does not find."""
    return [package for library, package in wanted.items() if not found(library)]


def sudo_line(packages: Sequence[str]) -> str:
    """The one line a person without root pastes into a terminal."""
    names = " ".join(packages)
    return f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}"


def install_packages(packages: Sequence[str], *, root_user: bool, has_apt: bool) -> None:
    """Install system packages as root; else stop with the line that does it.

    Raises:
        SetUpError: not root, no apt, or apt failed.
    """
    if not has_apt:
        raise SetUpError(f"Install your system's packages for these (Debian's names): {' '.join(packages)}")
    if not root_user:
        raise SetUpError(f"Some system packages are missing. Run this line, then start again:\n  {sudo_line(packages)}")
    say(f"Installing system packages: {' '.join(packages)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    apt = ["apt-get", "-qq"]
    subprocess.call([*apt, "update"], env=environment, stdout=subprocess.DEVNULL)  # an old package list may still do
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    if subprocess.call(install, env=environment, stdout=subprocess.DEVNULL) != 0:
        raise SetUpError(f"apt-get could not install them. Its line was:\n  {sudo_line(packages)}")


def usable_uv(candidates: Sequence[str | None]) -> str | None:
    """The first of these programs that is a uv new enough."""
    for program in candidates:
        if program is not None and Path(program).exists():
            answer = subprocess.run([program, "--version"], stdout=subprocess.PIPE, text=True, check=False)
            version = re.match(r"uv (\d+)\.(\d+)\.(\d+)", answer.stdout)
            if version and tuple(map(int, version.groups())) >= OLDEST_UV:
                return program
    return None


def find_uv() -> str | None:
    """A uv on the PATH, or our own in `.tools/`."""
    return usable_uv([shutil.which("uv"), *(str(path) for path in private_uv(ROOT, sys.platform))])


def install_uv() -> str:
    """Put the pinned uv into `.tools/`; `--target` works under PEP 668 and needs no venv module.

    Raises:
        SetUpError: there is no pip, it failed, or what it installed does not run.
    """
    if importlib.util.find_spec("pip") is None:
        raise SetUpError(f"This Python has no pip. Run this line, then start again:\n  {sys.executable} -m ensurepip")
    say(f"Fetching uv {UV_VERSION} into .tools/")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    command += ["--no-warn-script-location", "--upgrade", "--target", str(ROOT / ".tools"), f"uv=={UV_VERSION}"]
    environment = {**os.environ, "PIP_ROOT_USER_ACTION": "ignore"}
    if subprocess.call(command, env=environment) != 0:
        raise SetUpError("pip could not fetch uv (see above). Check the network connection and start again.")
    program = find_uv()
    if program is None:
        raise SetUpError(f"uv {UV_VERSION} was fetched into .tools/ but does not run on this computer.")
    return program


def needed_packages(found: Callable[[str], bool], *, window: bool, platform: str, needs_pip: bool) -> list[str]:
    """Every Debian package that is missing, so that one line installs them all."""
    if platform != "linux":
        return []
    libraries = dict(OFFSCREEN_LIBRARIES, **(WINDOW_LIBRARIES if window else {}))
    return [*missing_packages(libraries, found), *(["python3-pip"] if needs_pip else [])]


def prepare_system(*, window: bool, first: bool, has_uv: bool) -> None:
    """Install, or name, what the system lacks; a Japanese font is looked for at the first set-up, and not insisted on.

    Raises:
        SetUpError: something is missing and could not be installed.
    """
    needs_pip = sys.base_prefix == "/usr" and not has_uv and importlib.util.find_spec("pip") is None
    packages = needed_packages(loads, window=window, platform=sys.platform, needs_pip=needs_pip)
    font = [JAPANESE_FONT] if first and sys.platform == "linux" and not has_japanese_font() else []
    root_user = hasattr(os, "geteuid") and os.geteuid() == 0
    has_apt = shutil.which("apt-get") is not None
    if packages or (font and root_user and has_apt):
        install_packages([*packages, *font], root_user=root_user, has_apt=has_apt)
    elif font:
        say(f"No Japanese font was found; on Debian and Ubuntu this installs one:\n  {sudo_line(font)}")


def stamp(lock: bytes, version: Sequence[int], prefix: str) -> str:
    """What the environment was made from: the lock's bytes and the Python they were installed for."""
    facts = f"{version[0]}.{version[1]} {prefix}\n".encode()
    return hashlib.sha256(facts + lock).hexdigest()


def is_current(python: Path, stamp_file: Path, wanted: str) -> bool:
    """Whether the environment is there and was made from this lock and this Python."""
    return python.exists() and stamp_file.exists() and stamp_file.read_text(encoding="ascii") == wanted


def uv_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """The person's own environment for uv, but never a downloaded interpreter and never the system's own packages."""
    kept = {name: value for name, value in environment.items() if name not in ("UV_SYSTEM_PYTHON", "VIRTUAL_ENV")}
    return {**kept, "UV_PYTHON_DOWNLOADS": "never"}


def make_environment(uv: str, python: Path) -> None:
    """Create `.venv` anew with this interpreter and install exactly what the lock names.

    Raises:
        SetUpError: uv failed; it has said why.
    """
    say("Setting up .venv/ from requirements.lock (about ten seconds the first time)")
    folder = ROOT / ".venv"
    shutil.rmtree(str(folder), ignore_errors=True)  # another Python's, an older lock's, or one not finished
    run_uv([uv, "venv", "--quiet", "--python", sys.executable, str(folder)])
    sync = [uv, "pip", "sync", "--quiet", "--python", str(python), "--require-hashes", "--compile-bytecode"]
    run_uv([*sync, str(ROOT / "requirements.lock")])


def run_uv(command: Sequence[str]) -> None:
    """Run one uv command from the project's folder.

    Raises:
        SetUpError: it failed.
    """
    if subprocess.call(list(command), cwd=str(ROOT), env=uv_environment(os.environ)) != 0:
        raise SetUpError("Setting up .venv/ failed (see above). Check the network connection and start again.")


def set_up(*, window: bool) -> Path:
    """Bring the system, uv and `.venv` up to date; returns the environment's interpreter.

    Raises:
        SetUpError: with what the person can do about it.
    """
    python = venv_python(ROOT, sys.platform)
    stamp_file = ROOT / ".venv" / ".lock-stamp"
    wanted = stamp((ROOT / "requirements.lock").read_bytes(), sys.version_info[:2], sys.base_prefix)
    current = is_current(python, stamp_file, wanted)
    uv = None if current else find_uv()
    prepare_system(window=window, first=not current, has_uv=current or uv is not None)
    if not current:
        make_environment(uv or install_uv(), python)
        stamp_file.write_text(wanted, encoding="ascii")
    return python


def pytest_arguments(arguments: Sequence[str]) -> list[str]:
    """`--long` runs everything; a `-m` of the person's comes later and so wins."""
    rest = [argument for argument in arguments if argument != "--long"]
    selection = [] if "--long" in arguments else ["-m", "not long"]
    return ["-m", "pytest", "-q", *selection, *rest]


def exit_code(code: int) -> int:
    """A shell's exit code: 128 + the signal's number where one ended the program."""
    return 128 - code if code < 0 else code


def call(python: Path, arguments: Sequence[str], *, offscreen: bool = False) -> int:
    """Run our interpreter in the project's folder; Ctrl+C reaches it as well, so wait for its own end."""
    environment = {**({"QT_QPA_PLATFORM": "offscreen"} if offscreen else {}), **os.environ}
    process = subprocess.Popen([str(python), *arguments], env=environment)
    while True:
        try:
            return exit_code(process.wait())
        except KeyboardInterrupt:
            continue


def run_tests(arguments: Sequence[str]) -> int:
    """Set up and run pytest; a run without a single test is a failure."""
    python = set_up(window=False)
    os.chdir(str(ROOT))
    code = call(python, pytest_arguments(arguments), offscreen=sys.platform == "linux")
    if code == 5:
        say("No test ran.")
        return 1
    return code


def run_checks() -> int:
    """Set up and run every check, each to its end; 1 if any found something."""
    python = set_up(window=False)
    os.chdir(str(ROOT))
    failed = []
    for name, arguments in CHECKS:
        say(f"-- {name}")
        if call(python, arguments) != 0:
            failed.append(name)
    say(f"Found something: {', '.join(failed)}" if failed else "All checks are clean.")
    return 1 if failed else 0


def run_app(arguments: Sequence[str]) -> int:
    """Set up and start main.py; with no display and no verb, make the tour instead of a window."""
    python = set_up(window=wants_window(arguments, os.environ, sys.platform))
    main = str(ROOT / "main.py")
    if arguments or has_display(os.environ, sys.platform):
        return call(python, [main, *arguments])
    folder = str(ROOT / "tour")
    say(f"No display was found, so no window can open: making the tour instead, with pictures in {folder}")
    return call(python, [main, "--tour", folder], offscreen=True)


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks; returns the exit code (2: the set-up could not go on)."""
    sentence = too_old(sys.version_info[:2])
    if sentence is not None:
        say(sentence)
        return 2
    try:
        if arguments[:1] == ["test"]:
            return run_tests(arguments[1:])
        return run_checks() if arguments[:1] == ["check"] else run_app(arguments)
    except SetUpError as error:
        say(str(error))
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
