"""run.py: plain sentences, each platform's branch forced, and the real thing in a small project of its own."""

from __future__ import annotations

import ast
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

import run

SOURCE = (run.ROOT / "run.py").read_text(encoding="utf-8")


def test_an_old_python_can_still_read_it() -> None:
    ast.parse(SOURCE, feature_version=(3, 8))


def test_it_needs_the_standard_library_only() -> None:
    names: set[str] = set()
    for node in ast.walk(ast.parse(SOURCE)):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").partition(".")[0])
    assert names <= sys.stdlib_module_names
    assert "tomllib" not in names


@pytest.mark.parametrize("version", [(3, 8), (3, 10), (2, 7)])
def test_an_older_python_is_told_what_to_do(version: tuple[int, int]) -> None:
    sentence = run.too_old(version)
    assert sentence is not None
    assert "3.11 or newer" in sentence
    assert f"{version[0]}.{version[1]}." in sentence


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 14), (4, 0)])
def test_a_new_enough_python_goes_on(version: tuple[int, int]) -> None:
    assert run.too_old(version) is None


@pytest.mark.parametrize(
    ("platform", "python", "uv"),
    [
        ("win32", ".venv/Scripts/python.exe", ".tools/bin/uv.exe"),
        ("darwin", ".venv/bin/python", ".tools/bin/uv"),
        ("linux", ".venv/bin/python", ".tools/bin/uv"),
    ],
)
def test_where_things_lie_on_each_platform(platform: str, python: str, uv: str) -> None:
    assert run.venv_python(Path("p"), platform) == Path("p") / python
    assert Path("p") / uv in run.private_uv(Path("p"), platform)


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_only_linux_can_lack_a_display(environment: dict[str, str], platform: str, expected: bool) -> None:  # noqa: FBT001 (a table of cases)
    assert run.has_display(environment, platform) is expected


def test_a_real_window_needs_more_libraries_than_a_test() -> None:
    assert run.wants_window([], {"DISPLAY": ":0"}, "linux")
    assert run.wants_window(["--self-check"], {"DISPLAY": ":0"}, "linux")
    assert not run.wants_window([], {}, "linux")
    assert not run.wants_window(["--tour", "pictures"], {"DISPLAY": ":0"}, "linux")
    assert not run.wants_window(["check"], {"DISPLAY": ":0"}, "linux")
    assert not run.wants_window([], {"QT_QPA_PLATFORM": "offscreen"}, "linux")


def test_missing_libraries_become_debian_packages() -> None:
    found = run.missing_packages(run.OFFSCREEN_LIBRARIES, lambda library: library != "libEGL.so.1")
    assert found == ["libegl1"]


def nothing(_library: str) -> bool:
    """A loader that finds no library."""
    return False


def test_only_linux_is_asked_for_packages() -> None:
    for platform in ("win32", "darwin"):
        assert run.needed_packages(nothing, window=True, platform=platform, needs_pip=True) == []
    offscreen = run.needed_packages(nothing, window=False, platform="linux", needs_pip=True)
    assert offscreen == [*run.OFFSCREEN_LIBRARIES.values(), "python3-pip"]
    window = run.needed_packages(nothing, window=True, platform="linux", needs_pip=False)
    assert window == [*run.OFFSCREEN_LIBRARIES.values(), *run.WINDOW_LIBRARIES.values()]


def test_without_root_one_exact_line_is_said() -> None:
    with pytest.raises(run.SetUpError) as stopped:
        run.install_packages(["libegl1", "libgl1"], root_user=False, has_apt=True)
    line = "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 libgl1"
    assert line in str(stopped.value).splitlines()[1]


def test_without_apt_the_packages_are_named() -> None:
    with pytest.raises(run.SetUpError, match="libegl1"):
        run.install_packages(["libegl1"], root_user=True, has_apt=False)


@pytest.mark.skipif(shutil.which("fc-list") is None, reason="fontconfig's own program is needed to compare with")
def test_a_japanese_font_is_found_where_fontconfig_lists_one() -> None:
    listed = subprocess.run(["fc-list", ":lang=ja"], capture_output=True, encoding="utf-8", check=True).stdout
    assert run.has_japanese_font() is bool(listed.strip())


def program(path: Path, script: str) -> Path:
    """A small program of the test's own."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


posix = pytest.mark.skipif(sys.platform == "win32", reason="starts shell scripts")


@posix
@pytest.mark.parametrize("code", [0, 100])
def test_root_installs_quietly(code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path / "bin" / "apt-get", f'echo "$DEBIAN_FRONTEND $*" >> {tmp_path}/calls; echo noise; exit {code}')
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    if code:
        with pytest.raises(run.SetUpError, match="could not install"):
            run.install_packages(["libegl1"], root_user=True, has_apt=True)
    else:
        run.install_packages(["libegl1"], root_user=True, has_apt=True)
    assert (tmp_path / "calls").read_text().splitlines() == [
        "noninteractive -qq update",
        "noninteractive -qq install -y --no-install-recommends libegl1",
    ]


@posix
def test_the_first_uv_that_is_new_enough_is_taken(tmp_path: Path) -> None:
    old = program(tmp_path / "old", "echo uv 0.4.30")
    broken = program(tmp_path / "broken", "exit 1")
    new = program(tmp_path / "new", "echo 'uv 0.13.9 (abc 2026-01-01)'")
    candidates = [None, str(tmp_path / "absent"), str(old), str(broken), str(new)]
    assert run.usable_uv(candidates) == str(new)
    assert run.usable_uv(candidates[:-1]) is None


def test_uv_never_downloads_an_interpreter_and_keeps_the_persons_settings() -> None:
    given = {"UV_DEFAULT_INDEX": "mine", "UV_SYSTEM_PYTHON": "1", "VIRTUAL_ENV": "elsewhere"}
    assert run.uv_environment(given) == {"UV_DEFAULT_INDEX": "mine", "UV_PYTHON_DOWNLOADS": "never"}


def test_another_lock_or_python_makes_the_environment_anew() -> None:
    first = run.stamp(b"a==1", (3, 11), "/usr")
    assert first != run.stamp(b"a==2", (3, 11), "/usr")
    assert first != run.stamp(b"a==1", (3, 12), "/usr")
    assert first != run.stamp(b"a==1", (3, 11), "/opt")
    assert first == run.stamp(b"a==1", (3, 11), "/usr")


def test_what_pytest_is_given() -> None:
    assert run.pytest_arguments([]) == ["-m", "pytest", "-q", "-m", "not long"]
    assert run.pytest_arguments(["--long", "-x"]) == ["-m", "pytest", "-q", "-x"]
    assert run.pytest_arguments(["--long", "-m", "long"]) == ["-m", "pytest", "-q", "-m", "long"]


def test_a_signal_becomes_a_shells_exit_code() -> None:
    assert [run.exit_code(code) for code in (0, 1, -6, -9)] == [0, 1, 134, 137]


# -- the real thing, on a small project of its own --

MAIN = """
import os, sys
print("main", os.environ.get("QT_QPA_PLATFORM"), *sys.argv[1:])
sys.exit(7 if sys.argv[1:2] == ["seven"] else 0)
"""
# Stands in the project's folder, so that `-m pytest` finds it; 5 is pytest's code for "no test ran".
PYTEST = "import sys; print('tests', *sys.argv[1:]); sys.exit(5 if 'none' in sys.argv else 0)"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with run.py, an empty lock and programs that say what they were given."""
    if run.find_uv() is None:
        pytest.skip("no uv here, and a test may not fetch one")
    folder = tmp_path_factory.mktemp("a shop") / "クローン"
    folder.mkdir()
    shutil.copy(run.ROOT / "run.py", folder)
    (folder / "requirements.lock").write_text("# nothing\n", encoding="utf-8")
    (folder / "main.py").write_text(MAIN, encoding="utf-8")
    (folder / "pytest.py").write_text(PYTEST, encoding="utf-8")
    return folder


def start(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run run.py from another folder, as a person would."""
    display = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    kept = {name: value for name, value in os.environ.items() if name not in display}
    kept["PATH"] = f"{Path(run.find_uv() or '').parent}{os.pathsep}{kept['PATH']}"
    kept["PYTHONIOENCODING"] = "utf-8"
    command = [sys.executable, str(project / "run.py"), *arguments]
    return subprocess.run(
        command, cwd=project.parent, env={**kept, **environment}, capture_output=True, encoding="utf-8", check=False
    )


def test_arguments_reach_main_and_its_code_comes_back(project: Path) -> None:
    answer = start(project, "seven", "x y")
    assert (answer.returncode, answer.stdout) == (7, "main None seven x y\n")


def test_the_second_start_sets_nothing_up(project: Path) -> None:
    start(project, "first")
    answer = start(project, "second")
    assert (answer.returncode, answer.stderr) == (0, "")


def test_a_changed_lock_is_installed_anew(project: Path) -> None:
    start(project, "first")
    (project / "requirements.lock").write_text("# nothing, but changed\n", encoding="utf-8")
    assert "Setting up" in start(project, "second").stderr


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can lack a display")
def test_without_a_display_it_says_so_and_makes_the_tour(project: Path) -> None:
    answer = start(project)
    assert answer.returncode == 0
    assert answer.stdout == f"main offscreen --tour {project / 'tour'}\n"
    assert "No display was found" in answer.stderr


def test_with_a_display_the_window_starts(project: Path) -> None:
    answer = start(project, QT_QPA_PLATFORM="offscreen")
    assert (answer.returncode, answer.stdout) == (0, "main offscreen\n")


def test_no_test_at_all_is_a_failure(project: Path) -> None:
    assert start(project, "test").returncode == 0
    answer = start(project, "test", "none")
    assert answer.returncode == 1
    assert "No test ran." in answer.stderr


def test_a_lock_without_hashes_is_refused(project: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(project, other, symlinks=True)
    (other / "requirements.lock").write_text("six==1.17.0\n", encoding="utf-8")
    answer = start(other, "anything", UV_OFFLINE="1")
    assert answer.returncode == 2
    assert answer.stdout == ""
