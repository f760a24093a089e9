"""How one page sends the reader to another without knowing it; wired by the main window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from pathlib import Path


class GoTo(QObject):
    """Wishes to see another room.

    Attributes:
        room_wanted: name of a room, "settings".
        customer_wanted: room ("customers" or "desk"), customer uid.
        file_wanted: a `Path` to bring in.
        restore_wanted: a `Path` of a backup to put in the store's place.
    """

    room_wanted = Signal(str)
    customer_wanted = Signal(str, str)
    file_wanted = Signal(object)
    restore_wanted = Signal(object)

    def open_room(self, name: str) -> None:
        """Open a room: "desk", "customers", "messages", "settings"."""
        self.room_wanted.emit(name)

    def open_customer(self, uid: str, room: str = "customers") -> None:
        """Show one customer, in the list or (room "desk") at the desk."""
        self.customer_wanted.emit(room, uid)

    def import_file(self, path: Path) -> None:
        """Bring in a list: opens the room that does that and hands it the file."""
        self.file_wanted.emit(path)

    def restore(self, backup: Path) -> None:
        """Close the shop, put a backup in its place and open that; every page is made anew."""
        self.restore_wanted.emit(backup)
