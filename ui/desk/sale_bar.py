"""The amount of the visit: what it will earn shows on each digit, Enter records it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from ui.desk.words_line import Words, WordsLine
from ui.shared.amount_field import AmountField
from ui.shared.buttons import Button, on_press
from ui.shared.card import Card as Surface
from ui.shared.elide_label import ElideLabel
from ui.shared.labels import set_style_property, text_label
from ui.shared.language import tr
from ui.shared.shortcuts import keys_text

if TYPE_CHECKING:
    from ui.shared.kit import Kit

NextStep = Literal["visit", "amount", "again", "sale"]
"""What Enter does next: log the visit, record its amount, log one more visit, record a sale without a customer."""


class SaleBar(Surface):
    """Label, amount, gain, the one primary button.

    Attributes:
        amount_changed: minor units or None, on each digit.
        confirmed: Enter in the field, or the button.
    """

    amount_changed = Signal(object)
    confirmed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(row=True)
        self._kit = kit
        self._step: NextStep = "visit"
        self._rule = ""
        self.field = AmountField(kit.theme, tr("SaleBar", "Amount of the sale"))
        self.field.setFixedWidth(208)
        self._gain = WordsLine(kit.theme)
        self._below = ElideLabel(kit.theme, "", "caption", "textSecondary")
        self.button = Button(kit.theme, "", "primary", "amount", keys=keys_text("enter"))
        gain = QVBoxLayout()
        gain.setSpacing(0)
        gain.addStretch(1)
        gain.addWidget(self._gain)
        gain.addWidget(self._below)
        gain.addStretch(1)
        self.column.setSpacing(16)
        label = text_label(tr("SaleBar", "Sale"), strong=True)
        label.setMinimumWidth(42)
        self.column.addWidget(label)
        self.column.addSpacing(14)
        self.column.addWidget(self.field)
        self.column.addLayout(gain, 1)
        self.column.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.field.textEdited.connect(self._group)
        self.field.amount_changed.connect(self._changed)
        self.field.returnPressed.connect(self.confirmed.emit)
        on_press(self.button, self.confirmed.emit)

    @property
    def amount(self) -> int | None:
        """Minor units typed, None while nothing or no amount stands there."""
        return self.field.amount()

    @property
    def unreadable(self) -> bool:
        """Whether something stands there that is no amount."""
        return bool(self.field.text().strip()) and self.amount is None

    def set_money(self, currency: str, rule: str) -> None:
        """The shop's currency and its rule for points, in words."""
        self._rule = rule
        self.field.set_currency(currency, self._kit.formats.symbol(currency))
        self.show_gain(0)

    def show_step(self, step: NextStep) -> None:
        """Say what Enter does now."""
        self._step = step
        self._say()

    def show_gain(self, gain: int) -> None:
        """The points that the amount in the field would earn."""
        if self.unreadable:
            self._gain.show_words(Words(tr("SaleBar", "Digits only"), role="bad", strong=True))
        elif gain:
            points = tr("SaleBar", "+{points} pt").format(points=self._kit.formats.number(gain))
            self._gain.show_words(Words(points, "title", "Accent", strong=True))
        else:
            self._gain.show_words()
        self._gain.setVisible(bool(self._gain.text))
        self._below.set_text("" if self._step == "sale" else self._rule)

    def set_busy(self, *, busy: bool) -> None:
        """Whether what was entered is still being saved."""
        if busy != self.button.busy:
            self.button.set_busy(busy=busy)

    def clear(self) -> None:
        """Empty the field; there is nothing to take back in it."""
        self.field.take()

    def wipe(self) -> bool:
        """Esc: empty the field so that Ctrl+Z brings the text back. False if it was empty."""
        if not self.field.text():
            return False
        self.field.selectAll()
        self.field.del_()
        return True

    def focus_amount(self) -> None:
        """The keyboard goes to the amount."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def _group(self, text: str) -> None:
        """Write whole digits with the thousands apart, the cursor at the same digit; an edit that Ctrl+Z knows."""
        digits = unicodedata.normalize("NFKC", text).replace(",", "")
        if not digits.isdecimal() or not digits.isascii() or f"{int(digits):,}" == text:
            return
        behind = len(text) - self.field.cursorPosition()
        grouped = f"{int(digits):,}"
        self.field.selectAll()
        self.field.insert(grouped)
        self.field.setCursorPosition(max(len(grouped) - behind, 0))

    def _changed(self, amount: object) -> None:
        self._say()
        self.amount_changed.emit(amount)

    def _say(self) -> None:
        typed = self.amount is not None
        words = {
            "visit": tr("SaleBar", "Log visit and sale") if typed else tr("SaleBar", "Log visit"),
            "amount": tr("SaleBar", "Record sale"),
            "again": tr("SaleBar", "Log another visit"),
            "sale": tr("SaleBar", "Record sale"),
        }[self._step]
        if words != self.button.promise:
            self.button.say(words)
        set_style_property(self.button, "kind", "secondary" if self._step == "again" else "primary")
