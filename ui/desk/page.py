"""The desk: find a person, Enter, Enter, the amount, Enter, the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QVBoxLayout, QWidget

from retention_desktop.domain.person_code import typed_code
from ui.desk.ahead import Ahead
from ui.desk.asking import Asking
from ui.desk.bill_flow import BillFlow
from ui.desk.drafts import keep_drafts, restore_drafts
from ui.desk.find_results import MOST
from ui.desk.forms_flow import FormsFlow
from ui.desk.frame import DeskFrame
from ui.desk.redeem_flow import RedeemFlow, is_slip
from ui.desk.scan_watch import ScanWatch
from ui.desk.visit_flow import VisitFlow
from ui.shared.buttons import on_press
from ui.shared.page import Page
from ui.shared.shortcuts import bind

if TYPE_CHECKING:
    from retention_desktop.desk import Matches, Today
    from retention_desktop.first_look import FirstLook
    from retention_desktop.shop import Shop
    from ui.shared.kit import Kit

RETURN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
READY_MS = 100
"""What the next keys will need is made this long after the shop is open: keys typed before that go first."""


class DeskPage(Page):
    """The front desk.

    Attributes:
        frame: its widgets.
    """

    watches: ClassVar[frozenset[str]] = frozenset({
        "account", "consent_event", "contact_point", "customer", "ledger_entry", "programme", "programme_version",
        "reward", "setting", "suppression", "tag", "tag_link", "visit",
    })  # fmt: skip

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self._shop: Shop | None = None
        self._flow: VisitFlow | None = None
        self._forms: FormsFlow | None = None
        self._today: Today | None = None
        self._matches: Matches | None = None
        self._bill: BillFlow | None = None
        self._redeem: RedeemFlow | None = None
        self._asking: Asking | None = None
        self._kept: dict[str, Any] = {}
        self.frame = DeskFrame(kit)
        self._ahead = Ahead(self.frame)
        whole = QVBoxLayout(self.body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.frame)
        self.notice_layout = self.frame.notices
        self.toast_column = self.frame.centre
        self._wire()

    # -- what every page can be asked ------------------------------------------------------------------------------

    def attach(self, shop: Shop) -> None:
        """See `Page`."""
        self._shop = shop
        self._flow = flow = VisitFlow(self, shop)
        self._forms = FormsFlow(self, shop, flow)
        self._bill = BillFlow(self, shop, flow)
        self._redeem = RedeemFlow(self, shop, flow, self._bill)
        self._asking = Asking(self, shop, flow, self._bill)
        flow.changed.connect(self._show_person)
        flow.visit_logged.connect(self._visit_logged)
        flow.done.connect(self._done)
        QTimer.singleShot(READY_MS, self, self.frame.make_ready)

    def look_ahead(self, look: FirstLook | None) -> None:
        """See `FindsAhead`."""
        self._ahead.take(look)

    def reload(self) -> None:
        """See `Page`."""
        if self._shop is None or self._forms is None or self._bill is None:
            return
        self._bill.reload()
        self._forms.show_first_steps()
        self._forms.refresh_done()
        self._show_person(grow=False)
        kept, self._kept = self._kept, {}
        restore_drafts(self, kept)
        if self._matches is not None or self.frame.view in {"start", "results"}:
            self._search(self.frame.box.whole_text())
        self._ahead.grant()

    def keep(self) -> dict[str, Any]:
        """See `Page`."""
        return keep_drafts(self)

    def restore(self, kept: dict[str, Any]) -> None:
        """See `Page`."""
        if self._flow is None:
            self._kept = kept
            self.frame.box.setText(str(kept.get("query", "")))
        else:
            restore_drafts(self, kept)

    def focus_start(self) -> None:
        """See `Page`."""
        if not self.frame.focus_form():
            self.frame.box.setFocus()

    def focus_find(self) -> bool:
        """See `Page`."""
        self.frame.box.setFocus()
        self.frame.box.selectAll()
        return True

    def go_back(self) -> bool:
        """See `Page`."""
        if self.frame.close_today():
            return True
        view = self.frame.view
        if view == "person":
            self._back_from_person()
        elif view in {"new", "correct", "sale", "refund", "done"}:
            self.show_where_we_are()
        elif self.frame.box.text():
            self.frame.box.clear()
        else:
            return False
        return True

    def panes(self) -> list[QWidget]:
        """See `Page`."""
        return [self.frame.centre, self.frame.today]

    def open_customer(self, uid: str) -> None:
        """Put a person at the counter, once the shop is open."""
        if self._flow is None:
            self._ahead.wish(lambda: self.open_customer(uid))
            return
        self._matches = None
        self.frame.box.take()
        if self._flow.open(uid) and self._bill is not None:
            self.frame.person.stop_asking()
            self.frame.person.close_redeem()
            self._bill.start_anew()
        self._show_person(grow=False)
        self.show_where_we_are()

    @property
    def flow(self) -> VisitFlow | None:
        """The person at the counter and the writes; None until the shop is open."""
        return self._flow

    @property
    def forms(self) -> FormsFlow | None:
        """New customer, correction, sale without a customer; None until the shop is open."""
        return self._forms

    @property
    def today(self) -> Today | None:
        """The shop's day as last read."""
        return self._today

    def show_where_we_are(self) -> None:
        """The person at the counter, or how to start; the find box has the keyboard."""
        self.frame.show_view("person" if self._flow is not None and self._flow.uid else "start")
        self.frame.box.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a button presses it; Enter where nothing has the keyboard is the next step."""
        focused = QApplication.focusWidget()
        if event.key() not in RETURN or event.isAutoRepeat() or isinstance(focused, QLineEdit):
            super().keyPressEvent(event)
        elif isinstance(focused, QAbstractButton):
            focused.click()
        elif self.frame.view == "person":
            self._confirm_sale()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key that is held down opens a person once, and logs nothing."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return event.isAutoRepeat() and event.key() in RETURN
        return super().eventFilter(watched, event)

    # -- finding ---------------------------------------------------------------------------------------------------

    def _search(self, text: str) -> None:
        """Show who fits; with an empty box the person at the counter, or how to start."""
        if self._shop is None or self._today is None:
            self._ahead.typed()
        elif text.strip():
            self._matches = self._shop.desk.find(text, MOST)
            self.frame.results.show_matches(self._matches, self._today.day)
            self.frame.show_view("results")
        else:
            self._matches = None
            if self.frame.view == "results":
                self.show_where_we_are()

    def _enter_in_find(self) -> None:
        if self._flow is None:
            self._ahead.wish(self._enter_in_find)
        elif self._matches is not None and self._matches.exact:
            self._open_scanned(self._matches)
        elif self._matches is not None:
            self.frame.results.confirm()
        elif self.frame.view == "person" and self._flow.step() == "amount":
            self.frame.person.sale.focus_amount()
        elif self.frame.view == "person":
            self._confirm_sale()

    def _open_scanned(self, matches: Matches) -> None:
        """The one person whom a number or code means; the code of a reward or a coupon is offered at once.

        For the person at the counter the bill being entered stays as it is.
        """
        if self._flow is None or self._flow.uid != matches.people[0].uid or self.frame.view != "person":
            self.open_customer(matches.people[0].uid)
        if self._redeem is not None and is_slip(matches):
            self._redeem.offer_code(typed_code(matches.query))

    def _scanned(self, text: str) -> bool:
        """A scanner typed this into an amount: open whom it means, or offer the coupon. False where it is no code."""
        if self._shop is None or self._redeem is None:
            return False
        matches = self._shop.desk.find(text, 1)
        if matches.exact:
            self._open_scanned(matches)
            return True
        return self.frame.view == "person" and self._redeem.offer_coupon(text)

    # -- the person ------------------------------------------------------------------------------------------------

    def _show_person(self, grow: bool) -> None:  # noqa: FBT001 - a slot
        """Read today and the person at the counter again."""
        shop, flow, bill, redeem, asking = self._shop, self._flow, self._bill, self._redeem, self._asking
        if shop is None or flow is None or bill is None or redeem is None or asking is None:
            return
        self._today = shop.desk.today()
        if flow.uid and flow.read() and flow.card is not None:
            person = self.frame.person
            person.show_card(flow.card, bill.collected(), self._today.day, flow.zone, saving=flow.pending, grow=grow)
            person.sale.set_money(self._today.currency, bill.hint)
            person.details.set_currency(self._today.currency)
            person.sale.show_step(flow.step())
            bill.show()
            redeem.refresh()
            asking.show_limits()
        elif self.frame.view == "person":
            self.show_where_we_are()
        self.frame.today.show_today(self._today, flow.zone, flow.uid)
        self.frame.start.how.show_visits(len(self._today.visits))

    def _confirm_sale(self) -> None:
        bar = self.frame.person.sale
        if self._flow is not None and self._bill is not None and not bar.unreadable:
            self._flow.enter(self._bill.amount)

    def _visit_logged(self) -> None:
        self.frame.person.sale.clear()
        self.frame.person.sale.focus_amount()

    def _done(self) -> None:
        """Served; the card stays to be read, the find box is ready for the next one."""
        if self.frame.view == "person" and self._bill is not None:
            self._bill.start_anew()
            self._show_person(grow=False)
        elif self.frame.view == "sale":
            self.frame.sale.bar.clear()
            self.show_where_we_are()
        self.frame.box.setFocus()

    def _back_from_person(self) -> None:
        person = self.frame.person
        if (self._redeem and self._redeem.close()) or (self._bill and self._bill.close_why()):
            return
        if person.stop_asking() or (not person.sale.wipe() and person.sale.field.hasFocus()):
            self.frame.box.setFocus()
        elif not person.sale.field.hasFocus() and self._flow is not None:
            self._flow.close()
            self._show_person(grow=False)

    def _open_record(self) -> None:
        if self._flow is not None and self._flow.uid:
            self.kit.go_to.open_customer(self._flow.uid)

    # -- wiring ----------------------------------------------------------------------------------------------------

    def _wire(self) -> None:
        frame = self.frame
        frame.box.typed.connect(self._search)
        frame.box.chosen.connect(self._enter_in_find)
        frame.box.left.connect(self.go_back)
        frame.box.moved.connect(lambda step: frame.results.move_choice(step) if frame.view == "results" else None)
        frame.box.picked.connect(lambda place: frame.results.pick(place) if frame.view == "results" else None)
        frame.box.installEventFilter(self)
        frame.made.connect(self._wire_view)
        frame.today.visit_wanted.connect(self._correct)
        frame.today.sale_wanted.connect(self._sell)
        frame.today.done_wanted.connect(lambda: self._forms.show_done() if self._forms is not None else None)
        on_press(frame.new_button, self._new_customer)
        frame.start.first.new_wanted.connect(self._new_customer)
        frame.start.first.list_wanted.connect(lambda: self.kit.go_to.open_room("customers"))
        bind("new_customer", self, self._new_customer)
        bind("sale", self, self._sell)
        bind("redeem", self, lambda: self._redeem.open() if self._redeem is not None else None)
        bind("bill_details", self, lambda: self._bill.toggle_details() if self._bill is not None else None)

    def _wire_view(self, name: str) -> None:
        frame = self.frame
        if name == "results":
            frame.results.opened.connect(self.open_customer)
            frame.results.new_wanted.connect(self._new_customer)
        elif name == "person":
            person = frame.person
            for flow in (self._bill, self._redeem, self._asking):
                if flow is not None:
                    flow.wire()
            person.sale.confirmed.connect(self._confirm_sale)
            person.sale.field.installEventFilter(self)
            ScanWatch(person.sale.field, self._scanned)
            person.person.record_wanted.connect(self._open_record)
            person.person.visit_wanted.connect(self._correct)
        elif self._forms is not None:
            self._forms.wire(name)
            if name == "sale":
                ScanWatch(frame.sale.bar.field, self._scanned)

    def _new_customer(self) -> None:
        if self._forms is not None:
            self._forms.start_new()
        else:
            self._ahead.wish(self._new_customer)

    def _sell(self) -> None:
        if self._forms is not None:
            self._forms.start_sale()

    def _correct(self, visit: str) -> None:
        if self._forms is not None:
            self._forms.start_correction(visit)
