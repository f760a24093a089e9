"""The person at the counter with all cards, and the amount at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.desk.bill_details import BillDetails
from ui.desk.person_card import PersonCard
from ui.desk.points_card import PointsCard
from ui.desk.punch_limit import PunchLimit
from ui.desk.redeem_panel import RedeemPanel
from ui.desk.sale_bar import SaleBar
from ui.desk.second_press import SecondPress
from ui.desk.stamp_card import StampCard
from ui.desk.why_panel import WhyPanel
from ui.shared.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from datetime import date, tzinfo

    from retention_desktop.desk import Card
    from ui.desk.card_views import CollectedView
    from ui.shared.kit import Kit

TOAST_ROOM: Final = 92
"""Kept free at the foot, so that the toast covers nothing."""


class PersonView(QWidget):
    """Card, punches and points (or what can be redeemed), sale, and the details of its bill."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.person = PersonCard(kit)
        self.stamps = StampCard(kit)
        self.points = PointsCard(kit)
        self.sale = SaleBar(kit)
        self.question = SecondPress(kit)
        self.limit = PunchLimit(kit)
        self.redeem = RedeemPanel(kit)
        self.details = BillDetails(kit)
        self.why = WhyPanel(kit)
        self._has_loyalty = False
        self._low = False
        for hidden in (self.question, self.limit, self.redeem, self.details, self.why):
            hidden.hide()
        self._loyalty = QWidget()
        self._row = QHBoxLayout(self._loyalty)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self._row.addWidget(self.stamps, 1)
        self._row.addWidget(self.points)
        self._scroll = ScrollColumn(gap=16)
        self._column = self._scroll.column
        for part in (self.person, self._loyalty, self.redeem, self.details, self.why):
            self._column.addWidget(part)
        for part in (self.limit, self.sale, self.question):
            self._column.addWidget(part)
        self._column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def show_card(
        self, card: Card, collected: CollectedView, today: date, zone: tzinfo, *, saving: bool, grow: bool
    ) -> None:
        """Show a person; `grow`: the last punch was given just now."""
        self.person.show_card(card, today, zone, saving=saving)
        self.stamps.setVisible(bool(collected.cards))
        self.points.setVisible(bool(collected.balances))
        self._has_loyalty = bool(collected.cards or collected.balances)
        self._make_room()
        if collected.cards:
            self.stamps.show_cards(collected.cards, grow=grow)
        self.points.show_collected(collected)

    @property
    def redeeming(self) -> bool:
        """Whether what can be redeemed is on show."""
        return not self.redeem.isHidden()

    def open_redeem(self) -> None:
        """Put what can be redeemed in the place of the cards."""
        self.details.hide()
        self.why.hide()
        self.redeem.show()
        self._make_room()

    def close_redeem(self) -> bool:
        """Put the cards back. False if they are there."""
        if not self.redeeming:
            return False
        self.redeem.hide()
        self._make_room()
        return True

    def show_details(self, *, shown: bool) -> None:
        """Show code, items and tax in the place of the cards, or put those back."""
        self.redeem.hide()
        self.why.hide()
        self.details.setVisible(shown)
        self._make_room()

    def show_why(self, *, shown: bool) -> bool:
        """Say why in the place of the cards, or put those back. False if it is so already."""
        if shown == (not self.why.isHidden()):
            return False
        self.redeem.hide()
        self.details.hide()
        self.why.setVisible(shown)
        self._make_room()
        return True

    def make_tight(self) -> None:
        """Less air where something comes off the bill, so that the toast covers nothing of it."""
        self._column.setSpacing(12 if self._low or not self.sale.strip.isHidden() else 16)

    def _make_room(self) -> None:
        other = self.redeeming or not self.details.isHidden() or not self.why.isHidden()
        self._loyalty.setVisible(self._has_loyalty and not other)
        self.person.set_brief(brief=other)
        self.make_tight()

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
        self._low = low
        self.make_tight()
        self.redeem.set_low(low=low)
        self.person.set_low(low=low)
        self.stamps.set_low(low=low)
        self.points.set_low(low=low)
