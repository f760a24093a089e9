"""The one calm dialog for what nobody foresaw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.shared.buttons import Button, on_press
from ui.shared.empty_state import TintedIcon
from ui.shared.labels import set_width, text_label

if TYPE_CHECKING:
    from ui.shared.theme import Theme

WIDTH: Final = 420


class BugDialog(QDialog):
    """Says that the data is safe and gives a short reference that also stands in the log."""

    def __init__(self, theme: Theme, parent: QWidget, reference: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.reference = reference
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 24, 24, 24)
        row.setSpacing(20)
        row.addWidget(TintedIcon(theme, "life-buoy"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words(theme), 1)

    def _words(self, theme: Theme) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(text_label(self.tr("Something went wrong"), "title", strong=True))
        safe = self.tr("Your data is safe. The last step may not have been done: look before you do it again.")
        words = text_label(safe, wrap=True)
        set_width(words, theme.px(WIDTH))
        column.addWidget(words)
        line = text_label(
            self.tr("Reference for support: {reference}").format(reference=self.reference), "caption", "secondary"
        )
        line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(line)
        close = Button(theme, self.tr("Go on"), "primary")
        on_press(close, self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        return column
