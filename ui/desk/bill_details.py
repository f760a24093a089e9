"""What a bill can say besides its amount: a code, what was bought, the tax in it. Empty fields say nothing."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from retention_desktop.domain.bill import Line
from ui.shared.amount_field import AmountField
from ui.shared.buttons import Button, IconButton, on_press
from ui.shared.card import Card as Surface
from ui.shared.ime_edit import ImeEdit
from ui.shared.labels import text_label
from ui.shared.language import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ui.shared.kit import Kit

QUANTITY: Final = 72
PRICE: Final = 128


class ItemFields:
    """The four fields of one item, and the cross that empties them."""

    def __init__(self, kit: Kit, number: int) -> None:
        self.item = _field(tr("ItemFields", "Item {number}").format(number=number))
        self.category = _field(tr("ItemFields", "Category {number}").format(number=number))
        self.quantity = _field(tr("ItemFields", "Quantity {number}").format(number=number))
        self.price = AmountField(
            kit.theme, tr("ItemFields", "Price of one, item {number}").format(number=number), tier="regular"
        )
        self.price.setProperty("tier", "touch")
        self.quantity.setFixedWidth(QUANTITY)
        self.price.setFixedWidth(PRICE)
        self.cross = IconButton(kit.theme, "x", tr("ItemFields", "Empty item {number}").format(number=number), "touch")
        on_press(self.cross, self.clear)

    @property
    def fields(self) -> tuple[ImeEdit, ...]:
        """In reading order."""
        return (self.item, self.category, self.quantity, self.price)

    @property
    def said(self) -> bool:
        """Whether anything stands there."""
        return any(field.text().strip() for field in self.fields)

    def line(self) -> Line | None:
        """What was bought; None where no item is named or its quantity is none."""
        quantity = _whole(self.quantity.text())
        if not self.item.text().strip() or quantity is None or quantity < 1:
            return None
        return Line(
            item=self.item.text().strip(), category=self.category.text().strip(), quantity=quantity,
            unit_price=self.price.amount(),
        )  # fmt: skip

    def clear(self) -> None:
        """Empty all four."""
        for field in self.fields:
            field.take()


class BillDetails(Surface):
    """The fields below the amount.

    Attributes:
        changed: something was typed.
        total_wanted: use this sum (minor units) as the amount.
        left: Enter or Escape: back to the amount.
    """

    changed = Signal()
    total_wanted = Signal(int)
    left = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._currency = "JPY"
        self._code = _field(tr("BillDetails", "Code for points"))
        self._tax = AmountField(kit.theme, tr("BillDetails", "Tax in the amount"), tier="regular")
        self._tax.setProperty("tier", "touch")
        self._rows: list[ItemFields] = []
        self._grid = QGridLayout()
        self._sum = text_label("", "body", "secondary")
        self._use = Button(kit.theme, tr("BillDetails", "Use as the amount"), "text", "touch")
        self._lay_out()
        self._watch(self._code)
        self._watch(self._tax)
        self._add_row()
        self._say_sum()
        on_press(self._use, lambda: self.total_wanted.emit(self.total() or 0))

    # -- what was typed --------------------------------------------------------------------------------------------

    @property
    def code(self) -> str:
        """The code for rules that ask for one."""
        return self._code.text().strip()

    @property
    def tax(self) -> int | None:
        """Minor units, None where nothing or no amount stands there."""
        return self._tax.amount()

    @property
    def lines(self) -> tuple[Line, ...]:
        """What was bought."""
        return tuple(line for row in self._rows if (line := row.line()) is not None)

    def total(self) -> int | None:
        """What the items cost together, minor units; None without a price."""
        priced = [line.quantity * line.unit_price for line in self.lines if line.unit_price is not None]
        return sum(priced) if priced else None

    def set_currency(self, currency: str) -> None:
        """The shop's."""
        self._currency = currency
        symbol = self._kit.formats.symbol(currency)
        for field in (self._tax, *(row.price for row in self._rows)):
            field.set_currency(currency, symbol)

    def clear(self) -> None:
        """A new bill."""
        self._code.take()
        self._tax.take()
        for row in self._rows:
            row.clear()

    def keep(self) -> dict[str, Any]:
        """What was typed, for another language."""
        return {
            "code": self._code.text(), "tax": self._tax.text(),
            "items": [[field.text() for field in row.fields] for row in self._rows if row.said],
        }  # fmt: skip

    def restore(self, kept: dict[str, Any]) -> None:
        """Put it back."""
        self._code.setText(str(kept.get("code", "")))
        self._tax.setText(str(kept.get("tax", "")))
        for place, texts in enumerate(kept.get("items", ())):
            for field, text in zip(self._rows[place].fields, texts, strict=True):
                field.setText(text)

    def focus_start(self) -> None:
        """The keyboard goes to the code."""
        self._code.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the amount."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # -- building --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(_named(tr("BillDetails", "Code"), self._code), 1)
        head.addWidget(_named(tr("BillDetails", "Tax in the amount"), self._tax), 1)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        titles = (tr("BillDetails", "Item"), tr("BillDetails", "Category"), tr("BillDetails", "Quantity"),
                  tr("BillDetails", "Price of one"))  # fmt: skip
        for column, title in enumerate(titles):
            self._grid.addWidget(text_label(title, "caption", "secondary"), 0, column)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        foot = QHBoxLayout()
        foot.addWidget(self._sum)
        foot.addWidget(self._use)
        foot.addStretch(1)
        self.column.setSpacing(12)
        self.column.addWidget(text_label(tr("BillDetails", "Bill details"), strong=True))
        self.column.addLayout(head)
        self.column.addLayout(self._grid)
        self.column.addLayout(foot)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _add_row(self) -> None:
        row = ItemFields(self._kit, len(self._rows) + 1)
        row.price.set_currency(self._currency, self._kit.formats.symbol(self._currency))
        at = self._grid.rowCount()
        for column, widget in enumerate((*row.fields, row.cross)):
            self._grid.addWidget(widget, at, column)
        self._rows.append(row)
        for field in row.fields:
            self._watch(field)

    def _watch(self, field: ImeEdit) -> None:
        field.textChanged.connect(self._typed)
        field.returnPressed.connect(self.left)

    def _typed(self, _text: str) -> None:
        if self._rows[-1].said:
            self._add_row()
        for row in self._rows:
            if row.item.text().strip() and not row.quantity.text().strip():
                row.quantity.setText("1")
        self._say_sum()
        self.changed.emit()

    def _say_sum(self) -> None:
        total = self.total()
        self._use.setVisible(total is not None)
        if total is None:
            self._sum.setText(tr("BillDetails", "Items earn points where a rule asks for them."))
        else:
            money = self._kit.formats.money(total, self._currency)
            self._sum.setText(tr("BillDetails", "The items add up to {money}").format(money=money))


def _field(name: str) -> ImeEdit:
    field = ImeEdit()
    field.setAccessibleName(name)
    field.setProperty("tier", "touch")
    return field


def _named(label: str, field: QWidget) -> QWidget:
    holder = QWidget()
    row = QGridLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setVerticalSpacing(4)
    row.addWidget(text_label(label, "caption", "secondary"), 0, 0)
    row.addWidget(field, 1, 0)
    return holder


def _whole(text: str) -> int | None:
    plain = unicodedata.normalize("NFKC", text).strip()
    return int(plain) if plain.isascii() and plain.isdecimal() and len(plain) <= 6 else None
