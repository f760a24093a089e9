"""The table's header: titles, the arrow of the sorted column, and the card's round corners above the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from ui.shared.row_delegate import PADDING

if TYPE_CHECKING:
    from ui.shared.theme import Theme

RADIUS: Final = 11
"""Of the card's inside: 12 less its border."""


def paint_ground(painter: QPainter, theme: Theme, area: QRectF, *, left: bool, right: bool) -> None:
    """A strip along the inside of a card's upper border, with the corners it has to itself."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(area, theme.color("Window"))
    reach = area.adjusted(0 if left else -3 * RADIUS, 0, 0 if right else 3 * RADIUS, 3 * RADIUS)
    for role, radius, around in (
        ("border", RADIUS + 1, reach.adjusted(-1, -1, 1, 1)),
        ("AlternateBase", RADIUS, reach),
    ):
        path = QPainterPath()
        path.addRoundedRect(around, radius, radius)
        painter.fillPath(path, theme.color(role))
    painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), theme.color("border"))


class HeaderEnd(QWidget):
    """Carries the header's ground on above the scroll bar."""

    def __init__(self, theme: Theme, height: int) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(height)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The card's upper right corner."""
        paint_ground(QPainter(self), self._theme, QRectF(self.rect()), left=False, right=True)


class TableHeader(QHeaderView):
    """Painted, because a rounded card does not clip what lies on it.

    Args:
        theme: colours and fonts.
        parent: the table.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._sorted = -1
        self._descending = False
        self.setSectionsClickable(True)
        self.setMouseTracking(True)

    def show_sort(self, section: int, *, descending: bool) -> None:
        """Mark the column the rows are sorted by."""
        self._sorted = section
        self._descending = descending
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground with the card's upper corners, then each title."""
        painter = QPainter(self.viewport())
        self._ground(painter)
        for section in range(self.count()):
            if not self.isSectionHidden(section):
                x, width = self.sectionViewportPosition(section), self.sectionSize(section)
                self._title(painter, section, QRect(x, 0, width, self.height()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A pointing hand where a press sorts."""
        sortable = bool(self._key(self.logicalIndexAt(event.position().toPoint())))
        self.setCursor(Qt.CursorShape.PointingHandCursor if sortable else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def _ground(self, painter: QPainter) -> None:
        view = self.parentWidget()
        goes_on = isinstance(view, QTableView) and view.verticalScrollBar().isVisibleTo(view)
        area = QRectF(self.viewport().rect())
        paint_ground(painter, self._theme, area, left=True, right=not goes_on)

    def _title(self, painter: QPainter, section: int, rect: QRect) -> None:
        chosen = section == self._sorted
        font = self._theme.font("caption", strong=chosen)
        painter.setFont(font)
        painter.setPen(self._theme.color("Text" if chosen else "textSecondary"))
        inner = rect.adjusted(PADDING // 2 if section else PADDING, 0, -PADDING // 2, 0)
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        alignment = self.model().headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        if chosen:
            words = f"{words} {'▼' if self._descending else '▲'}"
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, inner.width() + 4)
        painter.drawText(inner, int(alignment), shown)

    def _key(self, section: int) -> str:
        columns = getattr(self.model(), "columns", ())
        return columns[section].key if 0 <= section < len(columns) else ""
