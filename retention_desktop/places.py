"""Where things lie: the shop's data in the user's own folder, the program's read-only files beside the program."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Final

from platformdirs import PlatformDirs

LOG: Final = "retention-desktop.log"
"""The log's name, in the store's folder."""
APP: Final = "Retention Desktop"
STORE: Final = "shop.db"
"""The store's file in the data folder."""
SYNCED: Final = ("onedrive", "dropbox", "icloud", "mobile documents", "google drive", "googledrive")
"""Parts of paths that a synchronising program keeps: it copies a live store at the wrong moment."""
_RULES: Final = {"win32": ("windows", "Windows"), "darwin": ("macos", "MacOS")}
"""Where `platformdirs` keeps another platform's rules; loading all of them is felt at the start."""


def data_folder(platform: str = sys.platform) -> Path:
    """The user's data folder: %LOCALAPPDATA% on Windows, Application Support on macOS, XDG's elsewhere.

    Local, not roaming, and not Documents, which OneDrive takes over.
    """
    module, name = _RULES.get(platform, ("unix", "Unix"))
    here = platform == sys.platform
    rules = PlatformDirs if here else getattr(import_module(f"platformdirs.{module}"), name)
    return Path(rules(appname=APP, appauthor=False, roaming=False).user_data_dir)


def resources_folder() -> Path:
    """The program's own files, also inside a frozen program."""
    frozen = getattr(sys, "_MEIPASS", "")
    return (Path(frozen) if frozen else Path(__file__).parent.parent) / "resources"


def is_synced(folder: Path) -> bool:
    """Whether a synchronising program seems to keep this folder; the owner should be told."""
    return any(name in part.lower() for part in folder.parts for name in SYNCED)
