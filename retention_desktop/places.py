"""Where things lie: the shop's data in the user's own folder, the program's read-only files beside the program."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from platformdirs import PlatformDirs
from platformdirs.macos import MacOS
from platformdirs.unix import Unix
from platformdirs.windows import Windows

APP: Final = "Retention Desktop"
SYNCED: Final = ("onedrive", "dropbox", "icloud", "mobile documents", "google drive", "googledrive")
"""Parts of paths that a synchronising program keeps: it copies a live store at the wrong moment."""


def data_folder(platform: str = sys.platform) -> Path:
    """The user's data folder: %LOCALAPPDATA% on Windows, Application Support on macOS, XDG's elsewhere.

    Local, not roaming, and not Documents, which OneDrive takes over.
    """
    kinds: dict[str, type[Windows | MacOS | Unix]] = {"win32": Windows, "darwin": MacOS}
    dirs = PlatformDirs if platform == sys.platform else kinds.get(platform, Unix)
    return Path(dirs(appname=APP, appauthor=False, roaming=False).user_data_dir)


def resources_folder() -> Path:
    """The program's own files, also inside a frozen program."""
    frozen = getattr(sys, "_MEIPASS", "")
    return (Path(frozen) if frozen else Path(__file__).parent.parent) / "resources"


def is_synced(folder: Path) -> bool:
    """Whether a synchronising program seems to keep this folder; the owner should be told."""
    return any(name in part.lower() for part in folder.parts for name in SYNCED)
