"""Tabs with an underline: one of a few views of the same person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui.shared.focus_ring import ring_on_focus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.shared.theme import Theme

HEIGHT: Final = 40
LINE: Final = 2


class _Tab(QAbstractButton):
    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self._theme = theme
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        ring_on_focus(self, theme)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self._theme.font("body", strong=True)).horizontalAdvance(self.text())
        return QSize(width + 2, max(HEIGHT, self._theme.px(HEIGHT)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        parent = self.parentWidget()
        if step and isinstance(parent, Tabs):
            parent.move_by(step)
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        chosen = self.isChecked()
        font = self._theme.font("body", strong=chosen)
        painter.setFont(font)
        painter.setPen(self._theme.color("Accent" if chosen else "Text" if self.underMouse() else "textSecondary"))
        painter.drawText(QPointF(0, (self.height() + QFontMetrics(font).capHeight()) / 2), self.text())
        if chosen:
            painter.fillRect(QRectF(0, self.height() - LINE, self.width(), LINE), self._theme.color("Accent"))


class Tabs(QWidget):
    """A row of tabs; arrows move.

    Attributes:
        chosen: the place of the tab a person chose.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, name: str, words: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(20)
        for place, text in enumerate(words):
            tab = _Tab(theme, text)
            self._group.addButton(tab, place)
            row.addWidget(tab)
        row.addStretch(1)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self.chosen.emit)

    @property
    def place(self) -> int:
        """Which tab holds."""
        return self._group.checkedId()

    def choose(self, place: int) -> None:
        """Make a tab hold and say so."""
        self._group.button(place).setChecked(True)
        self.chosen.emit(place)

    def move_by(self, step: int) -> None:
        """Go to the neighbour with the keyboard."""
        place = min(max(self.place + step, 0), len(self._group.buttons()) - 1)
        self._group.button(place).setFocus()
        self.choose(place)
