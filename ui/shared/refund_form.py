"""Giving money back: how much, and what goes back with it, before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from retention_desktop.errors import ShopError
from ui.shared.amount_field import AmountField
from ui.shared.buttons import Button, on_press
from ui.shared.card import Card
from ui.shared.error_text import error_sentence
from ui.shared.form import Form
from ui.shared.icons import IconView
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.refund_goods import RefundGoods
from ui.shared.shortcuts import keys_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from ui.shared.kit import Kit
    from ui.shared.refund_goods import ReturnLine

    Rehearse = Callable[[int | None, Mapping[str, int]], tuple[int, Sequence[str]]]

FIELD: Final = 208


class RefundForm(Card):
    """The form.

    Args:
        kit: the window's tools.
        narrow: it stands in a side panel: the buttons one above the other, without their keys.

    Attributes:
        submitted: uid of the visit, minor units to give back, units by uid of its lines.
        cancelled: leave the bill as it is.
    """

    submitted = Signal(str, int, object)
    cancelled = Signal()

    def __init__(self, kit: Kit, *, narrow: bool = False) -> None:
        super().__init__()
        self._kit = kit
        self._narrow = narrow
        self._visit = ""
        self._left = 0
        self._currency = "JPY"
        self._rehearse: Rehearse = lambda amount, _units: (amount or 0, ())
        self._title = text_label("", "title", strong=True, wrap=True)
        self._form = Form(kit.theme)
        self._amount = AmountField(kit.theme, tr("RefundForm", "Amount to give back"), tier="regular")
        self._goods = RefundGoods(kit)
        self._back = text_label("", wrap=True)
        self._heading = text_label(tr("RefundForm", "What goes back with it"), "caption", "secondary")
        self._effects = Card("info", row=True, padded=False)
        back, enter = ("", "") if narrow else (keys_text("back"), keys_text("enter"))
        self._cancel = Button(kit.theme, tr("RefundForm", "Cancel"), "quiet", "large", keys=back)
        self._give = Button(kit.theme, "", "primary", "large", keys=enter)
        self._lay_out()
        self._amount.typed.connect(lambda _text: self._show())
        self._goods.changed.connect(self._price_goods)
        self._amount.returnPressed.connect(self._submit)
        on_press(self._give, self._submit)
        on_press(self._cancel, self.cancelled.emit)

    @property
    def visit(self) -> str:
        """Uid of the visit in the form."""
        return self._visit

    @property
    def effects(self) -> str:
        """What goes back, as it is shown."""
        return self._back.text()

    def start(
        self, visit: str, title: str, left: int, currency: str, rehearse: Rehearse, lines: Sequence[ReturnLine] = ()
    ) -> None:
        """Begin with all that is left.

        Args:
            left: minor units that can still be given back.
            rehearse: for so many minor units (None = the price of the goods) and units of the lines says what is given
                back, and what goes back with it in words; raises ShopError where that can't be.
            lines: the goods that can come back.
        """
        self._visit, self._left, self._currency, self._rehearse = visit, left, currency, rehearse
        self._title.setText(title)
        self._amount.set_currency(currency, self._kit.formats.symbol(currency))
        self._amount.set_amount(left)
        self._goods.show_lines(lines, currency)
        self._show()
        self.focus_start()

    def focus_start(self) -> None:
        """The keyboard goes to the amount, chosen whole."""
        self._amount.setFocus(Qt.FocusReason.OtherFocusReason)
        self._amount.selectAll()

    def show_error(self, error: ShopError) -> bool:
        """Say it beside the amount."""
        self._form.set_error(self._amount, error_sentence(error))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the bill as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _price_goods(self) -> None:
        """The goods chosen say how much is given back; without any it is all that is left."""
        units = self._goods.units
        try:
            amount = self._rehearse(None, units)[0] if units else self._left
        except ShopError as error:
            self._form.set_error(self._amount, error_sentence(error))
            return
        self._amount.set_amount(amount)
        self._show()

    def _show(self) -> None:
        """What the amount would do, or what is wrong with it."""
        self._form.set_error(self._amount, "")
        amount = self._amount.amount()
        words: Sequence[str] = ()
        if amount is None:
            self._give.refuse(tr("RefundForm", "Type an amount"))
        else:
            try:
                words = self._rehearse(amount, self._goods.units)[1]
                self._give.refuse("")
            except ShopError as error:
                self._form.set_error(self._amount, error_sentence(error))
                self._give.refuse(tr("RefundForm", "Correct the amount"))
            money = self._kit.formats.money(amount, self._currency)
            self._give.say(tr("RefundForm", "Give back {amount}").format(amount=money))
        self._back.setText("\n".join(words))
        self._effects.setVisible(bool(words))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may take another number of lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In a side panel all lines are in sight; the list below it scrolls."""
        if self._narrow:
            self.setMinimumHeight(self.column.totalHeightForWidth(self.width()))

    def _submit(self) -> None:
        amount = self._amount.amount()
        if amount is not None and self._give.isEnabled():
            self.submitted.emit(self._visit, amount, self._goods.units)

    def _lay_out(self) -> None:
        self._amount.setProperty("tier", "touch")
        self._amount.setMaximumWidth(FIELD)
        room = QWidget()
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._form.add(tr("RefundForm", "Amount to give back"), self._amount, beside=room)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._heading)
        words.addWidget(self._back)
        self._effects.column.setContentsMargins(16, 12, 16, 12)
        self._effects.column.setSpacing(12)
        self._effects.column.addWidget(IconView(self._kit.theme, "undo-2", "Accent", 20), 0, Qt.AlignmentFlag.AlignTop)
        self._effects.column.addLayout(words, 1)
        row = QVBoxLayout() if self._narrow else QHBoxLayout()
        row.setSpacing(8 if self._narrow else 12)
        if not self._narrow:
            row.addStretch(1)
        for button in (self._give, self._cancel) if self._narrow else (self._cancel, self._give):
            row.addWidget(button)
        self.column.setContentsMargins(20, 20, 20, 20)
        self.column.setSpacing(16)
        for widget in (self._title, self._goods, self._form, self._effects):
            self.column.addWidget(widget)
        self.column.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
