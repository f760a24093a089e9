"""How a customer's line in the table looks: stage as a chip, a badge on sample people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from retention_desktop.domain.stage import Stage
from ui.customers.stage_text import stage_tone, stage_word
from ui.shared.language import tr
from ui.shared.row_delegate import PADDING, RowDelegate
from ui.shared.rows_model import ROW_ROLE

if TYPE_CHECKING:
    from retention_desktop.customers import CustomerRow
    from ui.shared.chips import ChipTone

CHIP: Final = 22
CHIP_SIDE: Final = 9
NAME: Final = "name"
STAGE: Final = "stage"
_CHIP_COLOURS: Final[dict[str, tuple[str, str, str]]] = {
    "neutral": ("AlternateBase", "border", "Text"),
    "chosen": ("tint", "tintBorder", "Accent"),
    "warn": ("warnFill", "warnBorder", "warn"),
}


def customer_name(row: CustomerRow) -> str:
    """What a person is called in the list."""
    return row.name or row.kana or tr("CustomerDelegate", "(no name)")


class CustomerDelegate(RowDelegate):
    """Draws a cell of the list; `kinds` says what each column holds ("name", "stage", "")."""

    kinds: tuple[str, ...] = ()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A chip in the stage's column and behind the name of sample people, text elsewhere."""
        row = index.data(ROW_ROLE)
        kind = self.kinds[index.column()] if index.column() < len(self.kinds) else ""
        if row is None or not kind:
            super().paint(painter, option, index)
            return
        self._whole_ground(painter, option)
        inner = option.rect.adjusted(PADDING // 2, 0, -PADDING // 2, 0)
        if kind == STAGE:
            self._chip(painter, inner.left(), inner, stage_word(row.stage), stage_tone(row.stage))
        else:
            strong = bool(option.state & QStyle.StateFlag.State_Selected)
            self._name(painter, inner.adjusted(PADDING // 2, 0, 0, 0), row, strong=strong)

    def _name(self, painter: QPainter, inner: QRect, row: CustomerRow, *, strong: bool) -> None:
        if row.sample:
            badge = tr("CustomerDelegate", "Sample")
            left = inner.right() + 1 - self._chip_width(badge)
            self._chip(painter, left, inner, badge, "neutral")
            inner = QRect(inner.left(), inner.top(), left - 8 - inner.left(), inner.height())
        self.paint_texts(painter, inner, customer_name(row), row.kana, numeric=False, strong=strong)

    def stage_width(self) -> int:
        """Room for the longest stage as a chip."""
        return max(self._chip_width(stage_word(stage)) for stage in Stage) + PADDING

    def _whole_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        self._ground(painter, option, chosen=chosen, hover=hover)

    def _chip_width(self, words: str) -> int:
        return QFontMetrics(self._theme.font("caption")).horizontalAdvance(words) + 2 * CHIP_SIDE + 2

    def _chip(self, painter: QPainter, left: int, cell: QRect, words: str, tone: ChipTone) -> None:
        ground, line, ink = _CHIP_COLOURS[tone]
        height = max(CHIP, self._theme.px(CHIP))
        rect = QRectF(left, cell.center().y() - height / 2 + 0.5, self._chip_width(words), height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color(line), 1))
        painter.setBrush(self._theme.color(ground))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), height / 2 - 0.5, height / 2 - 0.5)
        painter.setPen(self._theme.color(ink))
        painter.setFont(self._theme.font("caption"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()
