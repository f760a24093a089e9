"""What stands in the room before there is anybody: three ways to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.customers.drop_place import DropPlace
from ui.shared.buttons import Button, on_press
from ui.shared.card import Card
from ui.shared.empty_state import TintedIcon
from ui.shared.icons import IconView
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from ui.shared.kit import Kit

WIDTH: Final = 752


class EmptyRoom(QWidget):
    """Bring a list, add one person, or look around in the sample shop.

    Attributes:
        import_wanted, add_wanted, sample_wanted: what was pressed.
    """

    import_wanted = Signal()
    add_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._theme = kit.theme
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 12, 24, 24)
        outer.setSpacing(16)
        title = text_label(tr("EmptyRoom", "Customers"), "title", strong=True)
        outer.addSpacing(5)
        outer.addWidget(title)
        outer.addStretch(1)
        middle = QVBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self._drop_place())
        middle.addLayout(self._others())
        holder = QWidget()
        holder.setMaximumWidth(WIDTH)
        holder.setLayout(middle)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(holder, 20)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(2)

    def take_keyboard(self) -> None:
        """The keyboard goes to the first thing to do."""
        self._choose.setFocus()

    def _drop_place(self) -> DropPlace:
        place = DropPlace(self._theme)
        column = QVBoxLayout(place)
        column.setContentsMargins(24, 40, 24, 40)
        column.setSpacing(12)
        column.addWidget(TintedIcon(self._theme, "users"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._centred(tr("EmptyRoom", "Bring your customers here"), strong=True))
        words = tr("EmptyRoom", "Drop a list on this window: CSV or Excel, as your till or address book exports it.")
        column.addWidget(self._centred(words))
        words = tr("EmptyRoom", "You see what will happen before anything is written, and can take it back afterwards.")
        hint = text_label(words, "caption", "secondary", wrap=True)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(hint)
        self._choose = Button(self._theme, tr("EmptyRoom", "Choose a file …"), "primary", "large", icon="upload")
        on_press(self._choose, self.import_wanted.emit)
        column.addSpacing(4)
        column.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignHCenter)
        return place

    def _centred(self, words: str, *, strong: bool = False) -> QWidget:
        label = text_label(words, "title" if strong else "body", strong=strong, wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label

    def _others(self) -> QHBoxLayout:
        add = Button(self._theme, tr("EmptyRoom", "Add a customer"), icon="user-plus")
        sample = Button(self._theme, tr("EmptyRoom", "Fill the sample shop"), icon="store")
        on_press(add, self.add_wanted.emit)
        on_press(sample, self.sample_wanted.emit)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._other(
            "user-plus", tr("EmptyRoom", "One at a time"),
            tr("EmptyRoom", "A name or a number is enough. At the desk it takes ten seconds."), add,
        ))  # fmt: skip
        row.addWidget(self._other(
            "store", tr("EmptyRoom", "Just looking"),
            tr("EmptyRoom", "Sixty invented people with half a year of visits; one press removes them."),
            sample,
        ))  # fmt: skip
        return row

    def _other(self, icon: str, title: str, words: str, button: Button) -> Card:
        card = Card()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconView(self._theme, icon, "Accent", 20))
        head.addWidget(text_label(title, strong=True), 1)
        card.column.addLayout(head)
        card.column.addWidget(text_label(words, tone="secondary", wrap=True), 1)
        card.column.addSpacing(4)
        card.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card
