"""F1: the table of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from ui.shared.buttons import Button, on_press
from ui.shared.key_cap import KeyCap
from ui.shared.labels import text_label
from ui.shared.shortcuts import shown_shortcuts

if TYPE_CHECKING:
    from ui.shared.theme import Theme


class ShortcutsDialog(QDialog):
    """Keys at the left, what they do at the right, grouped by where they work."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(text_label(self.tr("Keys"), "title", strong=True))
        column.addLayout(self._table(theme))
        close = Button(theme, self.tr("Close"))
        on_press(close, self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def _table(self, theme: Theme) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        before = ""
        for where, keys, what in shown_shortcuts():
            row = grid.rowCount()
            if where != before:
                grid.addWidget(text_label(where, "caption", "secondary"), row, 0)
                before = where
            grid.addWidget(KeyCap(theme, keys), row, 1, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(text_label(what), row, 2)
        return grid
