"""The ring itself: two pixels of accent, two pixels outside the control.

A style sheet can only draw inside a widget, so this is a `QFocusFrame`: it follows moves and scrolling and
is clipped by scroll areas only. Keep 4 px free round each control.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFocusFrame, QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget

if TYPE_CHECKING:
    from ui.shared.theme import Theme

MARGIN: Final = 4
RADIUS: Final = 10


class _RingStyle(QProxyStyle):
    """Only for the frame itself: how far outside the control it lies."""

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """The frame's margins are ours, all else Fusion's."""
        if metric in {QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin}:
            return MARGIN
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self, hint: QStyle.StyleHint, option: QStyleOption | None = None, widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's name
    ) -> int:  # fmt: skip
        """Above its surroundings: the frame is then a child of the scroll area, and no tight row cuts it."""
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, returnData)


class FocusRing(QFocusFrame):
    """The ring round one control while it has the keyboard."""

    def __init__(self, theme: Theme, control: QWidget) -> None:
        super().__init__(control)
        self._theme = theme
        self._lit = False
        self._ring_style = _RingStyle("Fusion")
        self._ring_style.setParent(self)
        self.setStyle(self._ring_style)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setWidget(control)
        # PySide takes the control for the frame's child then, and the two, holding only each other, would be
        # collected together: its own parent is told again.
        control.setParent(control.parentWidget())

    def light(self, *, on: bool) -> None:
        """Draw the ring or not. Hidden, it would come back with the control's next move."""
        self._lit = on
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        if not self._lit:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("Accent"), 2))
        radius = min(RADIUS, self.height() / 2 - 1)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
