"""Why the balances are what they are: the newest entries of the ledger, each in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from ui.shared.buttons import IconButton, on_press
from ui.shared.card import Card as Surface
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QLabel

    from ui.shared.kit import Kit

HEIGHT = 232


class WhyPanel(Surface):
    """The panel in the place of the cards.

    Attributes:
        closed: put it away.
    """

    closed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._list = ScrollColumn(gap=8)
        self._list.setFixedHeight(HEIGHT)
        self._sentences: list[QLabel] = []
        self._close = IconButton(kit.theme, "x", tr("WhyPanel", "Close"), "touch")
        head = QHBoxLayout()
        head.addWidget(text_label(tr("WhyPanel", "Why these points and punches"), "title", strong=True))
        head.addStretch(1)
        head.addWidget(self._close)
        self.column.addLayout(head)
        self.column.addWidget(self._list)
        self._list.column.addStretch(1)
        self.setAccessibleName(tr("WhyPanel", "Why these points and punches"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        on_press(self._close, self.closed.emit)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What it says, newest first."""
        return tuple(label.text() for label in self._sentences)

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """Say these."""
        for old in self._sentences:
            self._list.column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._sentences = [text_label(one, wrap=True) for one in sentences or (tr("WhyPanel", "Nothing yet."),)]
        for place, label in enumerate(self._sentences):
            self._list.column.insertWidget(place, label)
            label.show()

    def take_keyboard(self) -> None:
        """The keyboard goes to the button that closes it."""
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
