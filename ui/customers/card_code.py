"""The code of a customer's card on the screen: a phone or a scanner can read it there, without any paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.qr import QrCode

if TYPE_CHECKING:
    from retention_desktop.cards import CardHolder

_SIDE = 116


class CardCode(QWidget):
    """The QR code, and what it holds for eyes."""

    def __init__(self) -> None:
        super().__init__()
        self._code: QrCode | None = None
        self._shown = text_label("", strong=True)
        self._shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self._shown)
        words.addWidget(
            text_label(tr("CardCode", "Scanned at the desk, it opens this person."), "caption", "secondary", wrap=True)
        )
        words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addLayout(words, 1)

    def show_holder(self, holder: CardHolder) -> None:
        """Show this person's code."""
        name = tr("CardCode", "QR code of the card: {code}").format(code=holder.shown)
        self._shown.setText(holder.shown)
        if self._code is None:
            self._code = QrCode(name, holder.code, _SIDE)
            self._row.insertWidget(0, self._code)
        else:
            self._code.show_text(name, holder.code)
