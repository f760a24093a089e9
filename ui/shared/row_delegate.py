"""Paints table rows in the tokens' style: tint for the chosen one, hairlines, a quieter second text.

Faster than the default delegate; the view itself gets no style-sheet rule, which would switch off scrolling
by copying. `prepare_table` sets a view up for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.shared.rows_model import ROW_ROLE, RowsModel

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from ui.shared.theme import Theme

ROW_HEIGHT: Final = 40
HEADER_HEIGHT: Final = 36
PADDING: Final = 16
BAR_WIDTH: Final = 10

Arrangement = Literal["beside", "below"]


class RowDelegate(QStyledItemDelegate):
    """Draws one cell.

    Args:
        theme: colours and fonts.
        parent: the view.
        arrangement: the second text stands "beside" the first, or "below" it (rows of 52 and more).
    """

    def __init__(self, theme: Theme, parent: QObject, arrangement: Arrangement = "beside") -> None:
        super().__init__(parent)
        self._theme = theme
        self._arrangement: Arrangement = arrangement
        self._fonts()
        theme.changed.connect(self._fonts)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One height for all rows, so nothing has to be measured."""
        del option, index
        return QSize(80, max(ROW_HEIGHT, self._theme.px(ROW_HEIGHT)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, hairline, texts; two grey bars while the row is gone or not there yet."""
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        self._ground(painter, option, chosen=chosen, hover=hover)
        model = index.model()
        row = index.data(ROW_ROLE)
        inner = option.rect.adjusted(PADDING // 2, 0, -PADDING // 2, 0)
        if row is None or not isinstance(model, RowsModel):
            self._missing(painter, inner)
            return
        column = model.columns[index.column()]
        second = column.second(row) if column.second else ""
        self.paint_texts(
            painter,
            inner,
            column.text(row),
            second,
            numeric=column.numeric,
            strong=chosen and not column.numeric and bool(second),
        )

    def paint_texts(
        self, painter: QPainter, rect: QRect, first: str, second: str, *, numeric: bool, strong: bool
    ) -> None:
        """Write a cell's first text and its quieter second one."""
        painter.setFont(self._strong if strong else self._body)
        painter.setPen(self._theme.color("Text"))
        side = Qt.AlignmentFlag.AlignRight if numeric else Qt.AlignmentFlag.AlignLeft
        if not second:
            painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, self._fit(first, rect.width(), strong=strong))
        elif self._arrangement == "beside":
            self._beside(painter, rect, first, second, strong=strong)
        else:
            self._below(painter, rect, first, second, strong=strong)

    def _beside(self, painter: QPainter, rect: QRect, first: str, second: str, *, strong: bool) -> None:
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, flags, self._fit(first, rect.width(), strong=strong))
        metrics = self._strong_metrics if strong else self._body_metrics
        rest = rect.adjusted(metrics.horizontalAdvance(first) + 8, 0, 0, 0)
        if rest.width() > 24:
            painter.setFont(self._caption)
            painter.setPen(self._theme.color("textSecondary"))
            painter.drawText(rest, flags, self._elide(second, rest.width()))

    def _below(self, painter: QPainter, rect: QRect, first: str, second: str, *, strong: bool) -> None:
        half = rect.height() // 2
        flags = Qt.AlignmentFlag.AlignLeft
        upper = rect.adjusted(0, 0, 0, -half + 2)
        painter.drawText(upper, flags | Qt.AlignmentFlag.AlignBottom, self._fit(first, rect.width(), strong=strong))
        painter.setFont(self._caption)
        painter.setPen(self._theme.color("textSecondary"))
        lower = rect.adjusted(0, half + 2, 0, 0)
        painter.drawText(lower, flags | Qt.AlignmentFlag.AlignTop, self._elide(second, rect.width()))

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, *, chosen: bool, hover: bool) -> None:
        view = option.widget
        if chosen:
            focused = isinstance(view, QAbstractItemView) and view.hasFocus()
            painter.fillRect(option.rect, self._theme.color("tint" if focused else "hover"))
        elif hover:
            painter.fillRect(option.rect, self._theme.color("hover"))
        painter.setPen(self._theme.color("divider"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def _missing(self, painter: QPainter, rect: QRect) -> None:
        middle = rect.center().y()
        for y, share in ((middle - 8, 0.7), (middle + 4, 0.4)):
            bar = QRect(rect.left(), y, int(rect.width() * share), BAR_WIDTH // 2)
            painter.fillRect(bar, self._theme.color("divider"))

    def _fit(self, text: str, width: int, *, strong: bool) -> str:
        metrics = self._strong_metrics if strong else self._body_metrics
        return (
            text
            if metrics.horizontalAdvance(text) <= width
            else metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        )

    def _elide(self, text: str, width: int) -> str:
        return self._caption_metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)

    def _fonts(self) -> None:
        self._body = self._theme.font("body")
        self._strong = self._theme.font("body", strong=True)
        self._caption = self._theme.font("caption")
        self._body_metrics = QFontMetrics(self._body)
        self._strong_metrics = QFontMetrics(self._strong)
        self._caption_metrics = QFontMetrics(self._caption)


def prepare_table(view: QTableView, delegate: RowDelegate, name: str, row_height: int = ROW_HEIGHT) -> None:
    """Set a table up: fixed rows, no grid, whole rows chosen, one tab stop, an accessible name."""
    view.setAccessibleName(name)
    view.setItemDelegate(delegate)
    view.setShowGrid(False)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setMouseTracking(True)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(row_height)
    header = view.horizontalHeader()
    header.setFixedHeight(HEADER_HEIGHT)
    header.setHighlightSections(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
