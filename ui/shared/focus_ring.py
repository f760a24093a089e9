"""Gives controls a focus ring while they have the keyboard.

The frame is loaded when the keyboard first comes to a control: its proxy style brings all of QStyle's
enumerations along, which the first paint need not wait for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.shared.focus_frame import FocusRing
    from ui.shared.theme import Theme


_QUIET: Final = {Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ActiveWindowFocusReason}


class _RingOnFocus(QObject):
    """Puts the ring round its control when the keyboard comes to it; most never need one."""

    def __init__(self, control: QWidget, theme: Theme) -> None:
        super().__init__(control)
        self._theme = theme
        self._control = control
        self._ring: FocusRing | None = None
        control.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A press of the mouse needs no ring, the eye is there already; nor does a window that comes to the front."""
        if isinstance(event, QFocusEvent):
            if event.gotFocus() and event.reason() not in _QUIET:
                self._show()
            elif event.lostFocus() and self._ring is not None:
                self._ring.light(on=False)
                self._ring.hide()
        return False

    def _show(self) -> None:
        if self._ring is None:
            from ui.shared.focus_frame import FocusRing  # noqa: PLC0415 - not before the first paint

            self._ring = FocusRing(self._theme, self._control)
        self._ring.light(on=True)
        self._ring.show()


def ring_on_focus(control: QWidget, theme: Theme) -> None:
    """Show the focus ring round this control while it has the keyboard."""
    _RingOnFocus(control, theme)
