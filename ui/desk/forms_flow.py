"""The desk's forms: a new customer, correcting and refunding a visit, a sale, what was done today, the first steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from retention_desktop.errors import ShopError
from ui.shared.language import tr
from ui.shared.refund_goods import return_lines
from ui.shared.refund_words import refund_words
from ui.shared.rule_words import joined_words

if TYPE_CHECKING:
    from retention_desktop.shop import Shop
    from ui.desk.page import DeskPage
    from ui.desk.visit_flow import VisitFlow


class FormsFlow(QObject):
    """Opens the forms and hands on what they give."""

    def __init__(self, page: DeskPage, shop: Shop, flow: VisitFlow) -> None:
        super().__init__(page)
        self._page = page
        self._frame = page.frame
        self._shop = shop
        self._flow = flow
        self._has_people = False
        flow.added.connect(self._added)
        flow.refused.connect(self._refused)
        flow.corrected.connect(self._corrected)
        flow.saving.changed.connect(self._show_saving)
        self._frame.start.first.sample_wanted.connect(self._fill_sample)

    def wire(self, name: str) -> None:
        """Connect a form that has just been made."""
        if name == "new":
            self._frame.new.submitted.connect(self._flow.add_customer)
            self._frame.new.cancelled.connect(self._page.go_back)
        elif name == "correct":
            self._frame.correct.submitted.connect(self._flow.correct)
            self._frame.correct.void_wanted.connect(self._flow.void)
            self._frame.correct.cancelled.connect(self._page.go_back)
            self._frame.correct.refund_wanted.connect(self.start_refund)
        elif name == "sale":
            self._frame.sale.bar.set_details(offered=False)
            self._frame.sale.bar.confirmed.connect(self._sell)
        elif name == "refund":
            self._frame.refund.submitted.connect(self._flow.refund)
            self._frame.refund.cancelled.connect(self._page.go_back)
        elif name == "done":
            self._frame.done.undo_wanted.connect(self._flow.undo)
            self._frame.done.closed.connect(self._page.go_back)

    def show_first_steps(self) -> None:
        """They stand there as long as the shop has no customers."""
        self._has_people = self._has_people or self._shop.customers.count() > 0
        self._frame.start.first.setVisible(not self._has_people)

    def start_new(self) -> None:
        """A new customer, with what was typed."""
        self._frame.new.set_shop(self._shop.settings.now.name)
        self._frame.new.brought_by.attach(self._shop.customers.referrer)
        query = self._frame.box.take()
        self._frame.show_view("new")
        self._frame.new.start(query)

    def start_sale(self) -> None:
        """A sale without a customer."""
        self._frame.close_today()
        self._frame.box.take()
        self._frame.sale.bar.set_money(self._shop.settings.now.currency, "")
        self._frame.show_view("sale")
        self._frame.sale.bar.focus_amount()

    def start_correction(self, visit: str) -> None:
        """Correct a visit of today."""
        today = self._page.today
        line = next((one for one in today.visits if one.visit.uid == visit), None) if today is not None else None
        if line is None:
            return
        self._frame.close_today()
        self._frame.box.take()
        who = self._flow.called(line.name, line.kind) if line.customer else ""
        self._frame.correct.start(line.visit, who, self._flow.zone)
        self._frame.show_view("correct")
        self._frame.correct.focus_start()

    def start_refund(self, visit: str) -> None:
        """Give money of a visit of today back."""
        today = self._page.today
        line = next((one for one in today.visits if one.visit.uid == visit), None) if today is not None else None
        if line is None:
            return
        kit, bill = self._page.kit, line.visit
        at = "" if bill.at is None else kit.formats.time(bill.at, self._flow.zone)
        who = self._flow.called(line.name, line.kind) if line.customer else tr("FormsFlow", "Without a customer")
        kept = self._shop.desk.bill(visit)
        self._frame.show_view("refund")
        self._frame.refund.start(
            visit, tr("FormsFlow", "Refund: {what}").format(what=joined_words((who, at))), kept.left, bill.currency,
            lambda amount, units: refund_words(self._shop, kit, visit, amount, units), return_lines(kept),
        )  # fmt: skip

    def show_done(self) -> None:
        """What was done today, each with Undo."""
        today = self._page.today
        if today is None:
            return
        self._frame.close_today()
        self._frame.box.take()
        self._frame.show_view("done")
        self._frame.done.show_done(self._shop.history.done_on(today.day), self._flow.zone)
        self._frame.done.focus_start()

    def refresh_done(self) -> None:
        """Read again what was done, where that is on show."""
        if self._frame.view == "done" and self._page.today is not None:
            self._frame.done.show_done(self._shop.history.done_on(self._page.today.day), self._flow.zone)

    def _sell(self) -> None:
        amount = self._frame.sale.bar.amount
        if amount is not None:
            self._flow.sell(amount)

    def _added(self, uid: str) -> None:
        self._frame.new.clear()
        self._page.open_customer(uid)

    def _corrected(self) -> None:
        if self._frame.view in {"correct", "refund"}:
            self._page.show_where_we_are()

    def _refused(self, error: BaseException) -> None:
        """The form says it beside its field, else the page says it."""
        shown = False
        if isinstance(error, ShopError) and self._frame.view == "new":
            shown = self._frame.new.show_error(error)
        elif isinstance(error, ShopError) and self._frame.view == "correct":
            shown = self._frame.correct.show_error(error)
        elif isinstance(error, ShopError) and self._frame.view == "refund":
            shown = self._frame.refund.show_error(error)
        if not shown:
            self._page.kit.notices.failed(self._page, error)

    def _show_saving(self, busy: bool) -> None:  # noqa: FBT001 - a slot
        self._frame.show_saving(busy=busy)

    def _fill_sample(self) -> None:
        self._frame.start.first.sample.set_busy(busy=True)
        task = self._page.kit.tasks.start(lambda _progress, _stop: self._shop.sample_shop.fill())
        task.failed.connect(self._refused)
        task.ended.connect(self._sample_ended)

    def _sample_ended(self) -> None:
        self._frame.start.first.sample.set_busy(busy=False)
        self._frame.box.setFocus()
