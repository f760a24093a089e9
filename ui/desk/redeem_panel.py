"""What can be redeemed, in the place of the cards: arrows or a digit choose, Enter redeems; codes go into the field."""

from __future__ import annotations

import unicodedata
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.desk.key_hints import key_hints
from ui.desk.offer_row import HEIGHT, OfferRow, StepRow
from ui.shared.buttons import IconButton, on_press
from ui.shared.card import Card as Surface
from ui.shared.card import hairline
from ui.shared.icons import IconView
from ui.shared.ime_edit import ImeEdit
from ui.shared.labels import text_label
from ui.shared.language import tr
from ui.shared.scroll_column import ScrollColumn
from ui.shared.shortcuts import keys_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.desk.bill_view import Offer
    from ui.shared.kit import Kit

SHOWN: Final = 4
SHOWN_LOW: Final = 3
"""So many rows are in sight, fewer where the window is low; more are reached by the arrows."""


class CodeField(ImeEdit):
    """Takes codes and keeps the keyboard; arrows, a single digit, Enter and Escape drive the list.

    Attributes:
        moved: -1 for Up, 1 for Down.
        stepped: -1 for Left, 1 for Right while the field is empty.
        confirmed: Enter.
        left: Escape in the empty field; in a filled one it clears.
    """

    moved = Signal(int)
    stepped = Signal(int)
    confirmed = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Whatever drives the list, else the field itself."""
        if self.composing or not self._drive(event):
            super().keyPressEvent(event)

    def _drive(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.confirmed.emit()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and not self.text():
            self.stepped.emit(-1 if key == Qt.Key.Key_Left else 1)
        elif key == Qt.Key.Key_Escape:
            self._escape()
        else:
            return False
        return True

    def _escape(self) -> None:
        if self.text():
            self.selectAll()
            self.del_()
        else:
            self.left.emit()


class RedeemPanel(Surface):
    """The panel.

    Attributes:
        redeem_wanted: an `Offer`, and how many points where it can be made smaller.
        code_wanted: a coupon's or reward's code as typed or scanned.
        part_wanted: an `Offer` of money off, and the points it should be made of.
        closed: put it away.
    """

    redeem_wanted = Signal(object, int)
    code_wanted = Signal(str)
    part_wanted = Signal(object, int)
    closed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(padded=False)
        self._kit = kit
        self._rows: list[OfferRow] = []
        self._chosen = 0
        self._low = False
        self._count = 0
        self.field = CodeField()
        self.field.setProperty("tier", "touch")
        self.field.setAccessibleName(tr("RedeemPanel", "Coupon or reward code"))
        self.field.setPlaceholderText(tr("RedeemPanel", "Coupon or reward code: type or scan"))
        self._problem = text_label("", "body", "bad", wrap=True)
        self._mark = IconView(kit.theme, "triangle-alert", "bad", 20)
        self._trouble = QWidget()
        self._nothing = text_label(tr("RedeemPanel", "Nothing can be redeemed yet."), "body", "secondary", wrap=True)
        self._list = ScrollColumn(gap=0)
        self._lay_out()
        self.setAccessibleName(tr("RedeemPanel", "Redeem"))
        self.field.moved.connect(self._move)
        self.field.stepped.connect(self._step)
        self.field.typed.connect(self._typed)
        self.field.confirmed.connect(self._confirm)
        self.field.left.connect(self.closed)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 12, 0)
        head.setSpacing(16)
        close = IconButton(self._kit.theme, "x", tr("RedeemPanel", "Close"), "touch")
        head.addWidget(text_label(tr("RedeemPanel", "Redeem"), "title", strong=True))
        head.addWidget(self.field, 1)
        head.addWidget(close)
        trouble = QHBoxLayout(self._trouble)
        trouble.setContentsMargins(20, 0, 20, 0)
        trouble.setSpacing(12)
        trouble.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        trouble.addWidget(self._problem, 1)
        nothing = QHBoxLayout()
        nothing.setContentsMargins(20, 0, 20, 0)
        nothing.addWidget(self._nothing)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 16, 12)
        foot.addWidget(key_hints(self._kit, _keys()))
        self._trouble.hide()
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(10)
        self.column.addLayout(head)
        self.column.addWidget(self._trouble)
        self.column.addWidget(hairline())
        self.column.addLayout(nothing)
        self.column.addWidget(self._list)
        self.column.addLayout(foot)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        on_press(close, self.closed.emit)

    @property
    def chosen(self) -> Offer | None:
        """What Enter redeems."""
        return self._rows[self._chosen].offer if self._chosen < len(self._rows) else None

    def show_offers(self, offers: Sequence[Offer], currency: str, *, chosen: str = "") -> None:
        """Show what can be redeemed, then what can't and why; `chosen` is the key of what to offer first."""
        self._clear()
        ready = [offer for offer in offers if not offer.refused]
        self._rows = []
        for number, offer in enumerate((*ready, *(one for one in offers if one.refused)), start=1):
            row = OfferRow(self._kit, offer, number if not offer.refused and number <= 9 else 0, currency)
            row.clicked.connect(partial(self._press, row))
            line = self._with_steps(row)
            self._list.column.addWidget(line)
            line.show()
            if not offer.refused:
                self._rows.append(row)
        self._list.column.addStretch(1)
        self._count = len(offers)
        self._fit()
        self._list.setVisible(bool(offers))
        self._nothing.setVisible(not offers)
        places = [place for place, row in enumerate(self._rows) if chosen and row.offer.key == chosen]
        self._choose(places[0] if places else 0)

    def set_low(self, *, low: bool) -> None:
        """Fewer rows in sight where the window is low."""
        self._low = low
        self._fit()

    def _fit(self) -> None:
        shown = min(self._count, SHOWN_LOW if self._low else SHOWN)
        self._list.setFixedHeight(shown * self._kit.theme.px(HEIGHT) + 2)

    def say(self, problem: str) -> None:
        """Why it was refused, in words beside the field; "" takes them away."""
        self._problem.setText(problem)
        self._trouble.setVisible(bool(problem))
        if problem:
            self.field.selectAll()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, problem))

    @property
    def problem(self) -> str:
        """What it says went wrong."""
        return self._problem.text()

    def show_part(self, points: int, name: str, below: str, off: int) -> None:
        """Less or more points for money off."""
        self._rows[self._chosen].show_part(points, name, below, off)

    def take_keyboard(self) -> None:
        """The keyboard goes to the field, which drives the list."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        while (item := self._list.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _with_steps(self, row: OfferRow) -> QWidget:
        if row.offer.kind != "money" or row.offer.refused or not row.offer.step:
            return row
        steps = StepRow(self._kit, row)
        steps.stepped.connect(partial(self._step_row, row))
        return steps

    def _typed(self, text: str) -> None:
        if self._problem.text():
            self.say("")
        number = _digit(text)
        if 0 < number <= len(self._rows):
            self._choose(number - 1)

    def _confirm(self) -> None:
        text = self.field.text()
        if text.strip() and not 0 < _digit(text) <= len(self._rows):
            self.code_wanted.emit(text)
        elif self._rows:
            self._press(self._rows[self._chosen])

    def _press(self, row: OfferRow, _checked: object = None) -> None:
        self.field.take()
        self.redeem_wanted.emit(row.offer, row.points)

    def _move(self, step: int) -> None:
        if self._rows:
            self._choose(min(max(self._chosen + step, 0), len(self._rows) - 1))

    def _step(self, step: int) -> None:
        if self._chosen < len(self._rows):
            self._step_row(self._rows[self._chosen], step)

    def _step_row(self, row: OfferRow, step: int) -> None:
        offer = row.offer
        points = min(max(row.points + step * offer.step, offer.least or offer.step), offer.points)
        if offer.kind == "money" and offer.step and points != row.points:
            self._choose(self._rows.index(row))
            self.part_wanted.emit(offer, points)

    def _choose(self, place: int) -> None:
        self._chosen = place
        for index, row in enumerate(self._rows):
            row.set_chosen(chosen=index == place)
        if place < len(self._rows):
            self._list.ensureWidgetVisible(self._rows[place], 0, 4)


def _digit(text: str) -> int:
    """The digit that alone was typed, of any width; 0 for anything else."""
    plain = unicodedata.normalize("NFKC", text).strip()
    return int(plain) if len(plain) == 1 and plain.isdecimal() else 0


def _keys() -> tuple[tuple[str, str], ...]:
    return (
        ("↑ ↓", tr("RedeemPanel", "or a digit: choose")),
        ("← →", tr("RedeemPanel", "fewer or more points")),
        (keys_text("enter"), tr("RedeemPanel", "redeem")),
        (keys_text("back"), tr("RedeemPanel", "close")),
    )
