"""The amount of the visit: what it will earn and what is left to pay shows on each digit, Enter records it."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from ui.desk.bill_strip import BillStrip
from ui.desk.bill_view import BillView
from ui.desk.words_line import Words, WordsLine, words_width
from ui.shared.amount_field import AmountField
from ui.shared.buttons import Button, IconButton, on_press
from ui.shared.card import Card as Surface
from ui.shared.elide_label import ElideLabel
from ui.shared.labels import set_style_property, text_label
from ui.shared.language import mark, tr
from ui.shared.shortcuts import keys_text

if TYPE_CHECKING:
    from ui.shared.kit import Kit

NextStep = Literal["visit", "amount", "again", "sale"]
"""What Enter does next: log the visit, record its amount, log one more visit, record a sale without a customer."""


ROOM: Final = 128
"""So much stands beside the amount at 1280; a longer gain is written smaller, for it is never cut."""
_UNITS: Final = {"point": mark("SaleBar", "+{amount} pt"), "punch": mark("SaleBar", "+{amount} punch")}


class SaleBar(Surface):
    """Label, amount, gain, the one primary button; below them what comes off the bill.

    Attributes:
        amount_changed: minor units or None, on each digit.
        confirmed: Enter in the field, or the button.
        details_wanted: show or hide code, items and tax.
        coupon_removed: the code of a coupon to take off the bill again.
    """

    amount_changed = Signal(object)
    confirmed = Signal()
    details_wanted = Signal()
    coupon_removed = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._step: NextStep = "visit"
        self._currency = "JPY"
        self._bill = BillView()
        self.field = AmountField(kit.theme, tr("SaleBar", "Amount of the sale"))
        self.field.setFixedWidth(208)
        self._gain = WordsLine(kit.theme)
        self._below = ElideLabel(kit.theme, "", "caption", "textSecondary")
        self._details = IconButton(kit.theme, "receipt-text", tr("SaleBar", "Bill details"), "touch", framed=True)
        self.button = Button(kit.theme, "", "primary", "amount", keys=keys_text("enter"))
        self.strip = BillStrip(kit)
        self._lay_out()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.field.textEdited.connect(self._group)
        self.field.amount_changed.connect(self._changed)
        self.field.returnPressed.connect(self.confirmed.emit)
        self.strip.removed.connect(self.coupon_removed)
        on_press(self._details, self.details_wanted.emit)
        on_press(self.button, self.confirmed.emit)

    def _lay_out(self) -> None:
        gain = QVBoxLayout()
        gain.setSpacing(0)
        gain.addStretch(1)
        gain.addWidget(self._gain)
        gain.addWidget(self._below)
        gain.addStretch(1)
        label = text_label(tr("SaleBar", "Sale"), strong=True)
        label.setMinimumWidth(42)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(label)
        row.addSpacing(4)
        row.addWidget(self.field)
        row.addLayout(gain, 1)
        row.addWidget(self._details)
        row.addWidget(self.button)
        self.column.setSpacing(4)
        self.column.addLayout(row)
        self.column.addWidget(self.strip)

    @property
    def amount(self) -> int | None:
        """Minor units typed, None while nothing or no amount stands there."""
        return self.field.amount()

    @property
    def unreadable(self) -> bool:
        """Whether something stands there that is no amount."""
        return bool(self.field.text().strip()) and self.amount is None

    def set_money(self, currency: str, hint: str) -> None:
        """The shop's currency and its rule for points, in words."""
        self._currency = currency
        self.field.set_currency(currency, self._kit.formats.symbol(currency))
        self.show_bill(BillView(hint=hint))

    def set_details(self, *, offered: bool) -> None:
        """Whether the button for code, items and tax is there."""
        self._details.setVisible(offered)

    def show_step(self, step: NextStep) -> None:
        """Say what Enter does now."""
        self._step = step
        self._say()

    def show_bill(self, bill: BillView) -> None:
        """What the amount in the field would earn, what comes off it and what is left to pay."""
        self._bill = bill
        words = " · ".join(self._said(gain.unit, gain.amount) for gain in bill.gains if gain.amount)
        if self.unreadable:
            self._gain.show_words(Words(tr("SaleBar", "Digits only"), role="bad", strong=True))
        elif words:
            large = Words(words, "title", "Accent", strong=True)
            fits = words_width(self._kit.theme, [large]) <= self._kit.theme.px(ROOM)
            self._gain.show_words(large if fits else replace(large, kind="body"))
        else:
            self._gain.show_words()
        self._gain.setVisible(bool(self._gain.text))
        promoted = [gain.why for gain in bill.gains if gain.promoted and gain.why]
        why = promoted or [gain.why for gain in bill.gains if gain.amount and gain.why] or [bill.hint]
        self._below.set_text("" if self._step == "sale" else why[0])
        self.strip.show_bill(bill.taken, bill.to_pay, self._currency)
        self.column.setContentsMargins(20, 16, 20, 4 if bill.taken else 16)

    def _said(self, unit: str, amount: int) -> str:
        formats = self._kit.formats
        if unit == "credit":
            return tr("SaleBar", "+{amount} credit").format(amount=formats.money(amount, self._currency))
        return tr("SaleBar", _UNITS[unit]).format(amount=formats.number(amount))

    def set_busy(self, *, busy: bool) -> None:
        """Whether what was entered is still being saved."""
        if busy != self.button.busy:
            self.button.set_busy(busy=busy)

    def clear(self) -> None:
        """Empty the field; there is nothing to take back in it."""
        self.field.take()

    def set_amount(self, minor: int) -> None:
        """Put an amount in, as if it had been typed."""
        self.field.set_amount(minor)

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
