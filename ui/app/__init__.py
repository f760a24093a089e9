"""The running program: builds the window, opens the shop behind its first paint, closes both in order."""

from ui.app.every_room import rooms
from ui.app.program import HAND_OVER_SECONDS, Program, run

__all__ = ["HAND_OVER_SECONDS", "Program", "rooms", "run"]
