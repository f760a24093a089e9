"""Folders of each platform, with its branch forced."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from platformdirs import windows

from retention_desktop.places import data_folder, is_synced, resources_folder


def test_linux_follows_xdg(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert data_folder("linux") == tmp_path / "Retention Desktop"


@pytest.mark.skipif(sys.platform == "win32", reason="the macOS branch joins POSIX paths")
def test_macos_uses_application_support(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/Users/ayumi")
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    assert data_folder("darwin") == Path("/Users/ayumi/Library/Application Support/Retention Desktop")


def test_windows_uses_the_local_folder_not_the_roaming_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "Roaming"))
    if sys.platform != "win32":  # the system's own call is Windows's; its fall-back asks the environment
        monkeypatch.setattr(windows, "_RESOLVE_WIN_FOLDER", windows.get_win_folder_from_env_vars)
    found = data_folder("win32")
    assert found.name == "Retention Desktop"
    assert "Roaming" not in str(found)


def test_the_programs_files_are_found_frozen_and_not(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert (resources_folder() / "theme" / "tokens.json").is_file()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources_folder() == tmp_path / "resources"


@pytest.mark.parametrize(
    ("folder", "synced"),
    [
        ("C:/Users/a/OneDrive - Shop/Data", True),
        ("/Users/a/Library/Mobile Documents/x", True),
        ("/home/a/Dropbox/shop", True),
        ("/home/a/.local/share/Retention Desktop", False),
    ],
)
def test_a_synchronised_folder_is_recognised(folder: str, synced: bool) -> None:  # noqa: FBT001
    assert is_synced(Path(folder)) is synced
