"""The bill being entered at the counter: reads on each change what it would do, and shows it on bar, card and panel."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from ui.desk.bill_reading import Reading, lapsed_offers, part_of, read_bill
from ui.desk.bill_view import STANDING, BillView
from ui.desk.collected import collected, point_hint
from ui.shared.language import tr
from ui.shared.limit_words import limit_words
from ui.shared.why_words import why_all

if TYPE_CHECKING:
    from retention_desktop.domain.programme import Programme
    from retention_desktop.shop import Shop
    from ui.desk.bill_view import Offer
    from ui.desk.card_views import CollectedView
    from ui.desk.page import DeskPage
    from ui.desk.visit_flow import VisitFlow

EXPLAINED: Final = 20
"""So many of the newest entries are explained at the desk; all of them in the customer's record."""


class BillFlow(QObject):
    """The bill of the person at the counter.

    Attributes:
        bill: as last read.
        hint: the rule for points in words.
    """

    def __init__(self, page: DeskPage, shop: Shop, flow: VisitFlow) -> None:
        super().__init__(page)
        self._page = page
        self._shop = shop
        self._flow = flow
        self.bill = BillView()
        self.hint = ""

    def wire(self) -> None:
        """Connect the person's view, which has just been made."""
        view = self._page.frame.person
        view.sale.amount_changed.connect(lambda _amount: self.show())
        view.sale.details_wanted.connect(self.toggle_details)
        view.sale.coupon_removed.connect(self.drop_coupon)
        view.details.changed.connect(self._details_typed)
        view.details.left.connect(view.sale.focus_amount)
        view.points.why_wanted.connect(self.show_why)
        view.why.closed.connect(self.close_why)
        view.details.total_wanted.connect(self._use_total)

    @property
    def _programmes(self) -> tuple[Programme, ...]:
        """Those in force at this moment: what is offered on a bill is looked up in them."""
        return self._shop.loyalty.programmes()

    def reload(self) -> None:
        """Read the rule for points again."""
        self.hint = point_hint(self._programmes, self._shop.settings.now.currency, self._page.kit.formats)

    def collected(self) -> CollectedView:
        """What the person at the counter has collected."""
        card, today = self._flow.card, self._page.today
        if card is None or today is None:
            raise LookupError(self._flow.uid)
        return collected(card, self._programmes, today.day, today.currency, self._page.kit.formats)

    def show(self) -> None:
        """Read what the bill would do now, and show it."""
        reading, card = self._reading(), self._flow.card
        if reading is None or card is None:
            return
        view = self._page.frame.person
        self.bill = read_bill(reading, card, view.sale.amount, self._flow.draft, self._flow.step())
        view.sale.show_bill(self.bill)
        view.make_tight()
        view.points.show_gains({one.programme: one.amount for one in self.bill.gains})
        view.points.show_offers([one for one in self.bill.offers if not one.refused])

    @property
    def amount(self) -> int | None:
        """Minor units to record: what was typed, less the standing discount."""
        typed = self._page.frame.person.sale.amount
        return None if typed is None else self.bill.amount

    def lapsed(self) -> tuple[Offer, ...]:
        """The rewards of the person at the counter whose time was over lately."""
        reading = self._reading()
        return lapsed_offers(reading, self._flow.uid) if reading else ()

    def part_of(self, offer: Offer, points: int) -> tuple[str, str, int]:
        """Name, words below and money off where so many points are used."""
        reading = self._reading()
        if reading is None:
            return offer.name, offer.below, offer.off or 0
        return part_of(reading, offer, points, self.bill.payable or 0)

    def add_coupon(self, code: str) -> None:
        """Put a coupon on the bill."""
        self._flow.draft = self._flow.draft.with_coupon(code)
        self.show()

    def drop_coupon(self, code: str) -> None:
        """Take a coupon, or the standing discount, off the bill again."""
        draft = self._flow.draft
        self._flow.draft = replace(draft, plain=True) if code == STANDING else draft.without_coupon(code)
        self.show()
        self._page.frame.person.sale.focus_amount()

    def toggle_details(self) -> None:
        """Show or hide code, items and tax; they stay typed."""
        if self._page.frame.view != "person":
            return
        view = self._page.frame.person
        shown = view.details.isHidden()
        view.show_details(shown=shown)
        if shown:
            view.details.focus_start()
        else:
            view.sale.focus_amount()

    def show_why(self) -> None:
        """Say why the balances are what they are: the newest entries, each in one sentence."""
        newest = self._shop.loyalty.entries(self._flow.uid)[:EXPLAINED]
        view = self._page.frame.person
        limits = self._flow.card.limits if self._flow.card else ()
        limited = tr("BillFlow", "Today's visit: {limit}.").format(limit=limit_words(limits)) if limits else ""
        said = why_all(self._shop, [one.uid for one in newest], self._page.kit.formats)
        view.why.show_sentences((limited, *said) if limited else said)
        view.show_why(shown=True)
        view.why.take_keyboard()

    def close_why(self) -> bool:
        """Put the cards back. False if they are there."""
        if not self._page.frame.person.show_why(shown=False):
            return False
        self._page.frame.box.setFocus()
        return True

    def start_anew(self) -> None:
        """The next bill begins: its fields are empty."""
        view = self._page.frame.person
        view.details.clear()
        view.show_details(shown=False)
        view.sale.clear()

    def _details_typed(self) -> None:
        details = self._page.frame.person.details
        self._flow.draft = replace(self._flow.draft, code=details.code, lines=details.lines, tax=details.tax)
        self.show()

    def _use_total(self, total: int) -> None:
        self._page.frame.person.sale.set_amount(total)
        self._page.frame.person.sale.focus_amount()

    def _reading(self) -> Reading | None:
        today = self._page.today
        if today is None:
            return None
        return Reading(
            shop=self._shop, kit=self._page.kit, programmes=self._programmes, hint=self.hint, day=today.day,
            currency=today.currency,
        )  # fmt: skip
