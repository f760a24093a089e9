"""The person at the counter with all cards, and the amount at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.desk.loyalty_cards import PointsCard, StampCard
from ui.desk.person_card import PersonCard
from ui.desk.sale_bar import SaleBar
from ui.desk.second_press import SecondPress
from ui.shared.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from datetime import date, tzinfo

    from retention_desktop.desk import Card
    from ui.shared.kit import Kit

TOAST_ROOM: Final = 92
"""Kept free at the foot, so that the toast covers nothing."""


class PersonView(QWidget):
    """Card, punches and points, sale."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.person = PersonCard(kit)
        self.stamps = StampCard(kit)
        self.points = PointsCard(kit)
        self.sale = SaleBar(kit)
        self.question = SecondPress(kit)
        self.question.hide()
        self._loyalty = QWidget()
        self._row = QHBoxLayout(self._loyalty)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self._row.addWidget(self.stamps, 1)
        self._row.addWidget(self.points)
        self._scroll = ScrollColumn(gap=16)
        self._column = self._scroll.column
        for part in (self.person, self._loyalty, self.sale, self.question):
            self._column.addWidget(part)
        self._column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def show_card(self, card: Card, today: date, zone: tzinfo, rule: str, *, saving: bool, grow: bool) -> None:
        """Show a person; `grow`: the last punch was given just now."""
        self.person.show_card(card, today, zone, saving=saving)
        self.stamps.setVisible(bool(card.card_size))
        self.points.setVisible(card.points is not None)
        self._loyalty.setVisible(bool(card.card_size) or card.points is not None)
        if card.card_size:
            self.stamps.show_card(card, grow=grow)
        if card.points is not None:
            self.points.show_card(card, rule, zone)

    def ask_again(self, who: str, minutes: int) -> None:
        """Put the question where the amount stands."""
        self.question.setMinimumHeight(self.sale.height())
        self.sale.hide()
        self.question.ask(who, minutes)

    def stop_asking(self) -> bool:
        """Put the amount back. False if nothing was asked."""
        if self.question.isHidden():
            return False
        self.question.hide()
        self.sale.show()
        return True

    def set_low(self, *, low: bool) -> None:
        """Tighter where the window is low."""
        self._column.setSpacing(12 if low else 16)
        self.person.set_low(low=low)
        self.stamps.set_low(low=low)
        self.points.set_low(low=low)
