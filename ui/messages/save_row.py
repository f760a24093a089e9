"""Keeping a text as the owner's own: its name, asked for in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.shared.buttons import Button, on_press
from ui.shared.ime_edit import ImeEdit
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from ui.shared.theme import Theme


class SaveRow(QWidget):
    """A name and two buttons, hidden until asked for.

    Attributes:
        named: keep the text under this name.
    """

    named = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._edit = ImeEdit()
        caption = text_label(tr("SaveRow", "Name of the &template"))
        caption.setBuddy(self._edit)
        self._edit.setAccessibleName(tr("SaveRow", "Name of the template"))
        keep = Button(theme, tr("SaveRow", "Save the template"))
        away = Button(theme, tr("SaveRow", "Cancel"), "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        for widget in (caption, self._edit, keep, away):
            row.addWidget(widget, 1 if widget is self._edit else 0)
        on_press(keep, self._keep)
        on_press(away, self.hide)
        self._edit.returnPressed.connect(self._keep)
        self.hide()

    def ask(self, name: str) -> None:
        """Show it, with a name to begin with."""
        self._edit.setText(name)
        self._edit.selectAll()
        self.show()
        self._edit.setFocus()

    def _keep(self) -> None:
        self.hide()
        self.named.emit(self._edit.text().strip())
