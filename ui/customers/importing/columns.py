"""The preview's header: for each column its heading, what it is taken for, how sure that is, and another choice."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QActionGroup, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHeaderView, QMenu, QWidget

from retention_desktop.domain.columns import kinds
from ui.customers.importing.words import kind_word
from ui.customers.joined import joined
from ui.shared.icons import paint_icon
from ui.shared.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retention_desktop.domain.columns import Column, Confidence
    from ui.shared.theme import Theme

HEIGHT: Final = 52
ICON: Final = 14
SIDE: Final = 7
NOTHING: Final = ""


class ColumnButton(QAbstractButton):
    """Heading above, kind below; a press opens the choice of kinds.

    Attributes:
        chosen: kind, "" to leave the column out.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget, column: Column, number: int) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = column
        self._heading = column.heading or str(number)
        self.setText(kind_word(column.kind))
        name = tr("ColumnButton", "Column {heading}: {kind}").format(heading=self._heading, kind=self.text())
        self.setAccessibleName(name)
        self.setAccessibleDescription(_sureness(column.confidence))
        self.setToolTip(joined(name, _sureness(column.confidence)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)

    def wanted_width(self) -> int:
        """Wide enough for heading, kind and both icons."""
        heading = QFontMetrics(self._theme.font("caption")).horizontalAdvance(self._heading)
        kind = QFontMetrics(self._theme.font("body", strong=True)).horizontalAdvance(self.text())
        return max(heading, kind) + ICON + 4 + 2 * SIDE

    def event(self, event: QEvent) -> bool:
        """Hover and focus change the ground."""
        if event.type() in {QEvent.Type.Enter, QEvent.Type.Leave, QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Heading, kind, how sure, and the arrow."""
        painter = QPainter(self)
        theme = self._theme
        painter.fillRect(self.rect(), theme.color("hover" if self.underMouse() else "AlternateBase"))
        inner = QRectF(self.rect()).adjusted(SIDE, 6, -SIDE, -6)
        above = QRectF(inner.left(), inner.top(), inner.width(), inner.height() * 0.42)
        self._write(painter, above.adjusted(0, 0, -ICON - 4, 0), "caption")
        below = QRectF(inner.left(), inner.top() + inner.height() * 0.42, inner.width(), inner.height() * 0.58)
        self._write(painter, below.adjusted(0, 0, -ICON - 4, 0), "body")
        top = below.center().y() - ICON / 2
        paint_icon(painter, theme, "chevron-down", "textSecondary", QRectF(below.right() - ICON, top, ICON, ICON))
        icon, role = ("check", "Accent") if self._column.confidence == "sure" else ("triangle-alert", "warn")
        if self._column.kind:
            paint_icon(
                painter, theme, icon, role, QRectF(above.right() - ICON, above.center().y() - ICON / 2, ICON, ICON)
            )
        painter.setPen(QPen(theme.color("divider"), 1))
        painter.drawLine(self.rect().topRight(), self.rect().bottomRight())
        if self.hasFocus():
            painter.setPen(QPen(theme.color("Accent"), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -2, -1))

    def _write(self, painter: QPainter, place: QRectF, kind: str) -> None:
        theme = self._theme
        heading = kind == "caption"
        font = theme.font("caption") if heading else theme.font("body", strong=bool(self._column.kind))
        text = self._heading if heading else self.text()
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()) + 1)
        painter.setFont(font)
        painter.setPen(theme.color("textSecondary" if heading or not self._column.kind else "Text"))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _open(self) -> None:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for kind in (NOTHING, *kinds("customers")):
            action = menu.addAction(kind_word(kind or None), partial(self.chosen.emit, kind))
            action.setCheckable(True)
            action.setChecked(kind == (self._column.kind or NOTHING))
            group.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))


class ColumnHeader(QHeaderView):
    """Carries a `ColumnButton` over each section but the first, which holds line numbers.

    Attributes:
        kind_chosen: number of the column (from 0) and its kind, "" to leave it out.
    """

    kind_chosen = Signal(int, str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._buttons: list[ColumnButton] = []
        self.setFixedHeight(max(HEIGHT, theme.px(HEIGHT)))
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(24)
        self.sectionResized.connect(lambda *_: self._place())

    @property
    def buttons(self) -> list[ColumnButton]:
        """One for each column."""
        return self._buttons

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Buttons for these columns."""
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [
            ColumnButton(self._theme, self.viewport(), column, number) for number, column in enumerate(columns, 1)
        ]
        for number, button in enumerate(self._buttons):
            button.chosen.connect(partial(self.kind_chosen.emit, number))
            button.show()
        self._place()

    def setOffset(self, offset: int) -> None:
        """Buttons scroll with their columns."""
        super().setOffset(offset)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground only; the buttons say the rest."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.color("AlternateBase"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("border"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Buttons are as high as the header."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        for section, button in enumerate(self._buttons, 1):
            if section < self.count():
                button.setGeometry(
                    self.sectionViewportPosition(section), 0, self.sectionSize(section), self.height() - 1
                )


def _sureness(confidence: Confidence) -> str:
    return {
        "sure": tr("ColumnButton", "sure by its heading"),
        "likely": tr("ColumnButton", "guessed: please check"),
        "none": tr("ColumnButton", "not recognised"),
    }[confidence]
