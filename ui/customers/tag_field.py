"""A field for the name of a tag, with the tags there are in a menu beside it.

A menu and no completer: the completer's list switches input methods off while it is open.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from ui.shared.buttons import IconButton, on_press
from ui.shared.ime_edit import ImeEdit
from ui.shared.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ui.shared.theme import Theme


class TagField(QWidget):
    """Type a tag or pick one.

    Args:
        theme: colours.
        name: accessible name of the field.

    Attributes:
        entered: a name, by Return or from the menu.
    """

    entered = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._tags: list[str] = []
        self._menu = QMenu(self)
        self.field = ImeEdit()
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(tr("TagField", "Tag"))
        self.field.setMinimumWidth(96)
        self.field.returnPressed.connect(self._enter)
        self._pick = IconButton(theme, "chevron-down", tr("TagField", "Choose a tag"))
        on_press(self._pick, self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self._pick)
        self.setFocusProxy(self.field)

    def show_tags(self, tags: Iterable[str]) -> None:
        """The tags to propose."""
        self._tags = sorted(tags)
        self._pick.setVisible(bool(self._tags))

    def take(self) -> str:
        """What was typed, without blanks around it; the field is empty afterwards."""
        return self.field.take().strip()

    def _enter(self) -> None:
        name = self.take()
        if name:
            self.entered.emit(name)

    def _open(self) -> None:
        self._menu.clear()
        for tag in self._tags:
            self._menu.addAction(tag.replace("&", "&&"), partial(self.entered.emit, tag))
        self._menu.popup(self._pick.mapToGlobal(QPoint(0, self._pick.height())))
