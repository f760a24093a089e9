"""What is asked beside the amount: was there another visit, may the card take another punch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from retention_desktop.domain.staff import Deed
from retention_desktop.errors import ShopError
from ui.shared.error_text import error_sentence

if TYPE_CHECKING:
    from retention_desktop.shop import Shop
    from ui.desk.bill_flow import BillFlow
    from ui.desk.page import DeskPage
    from ui.desk.visit_flow import VisitFlow


class Asking(QObject):
    """Asks, and carries the answer out."""

    def __init__(self, page: DeskPage, shop: Shop, flow: VisitFlow, bill: BillFlow) -> None:
        super().__init__(page)
        self._page = page
        self._shop = shop
        self._flow = flow
        self._bill = bill
        flow.asked.connect(self._ask_again)

    def wire(self) -> None:
        """Connect the person's view, which has just been made."""
        view = self._page.frame.person
        view.question.agreed.connect(self._agreed)
        view.question.declined.connect(self._declined)
        view.limit.allowed.connect(self._allowed)
        view.limit.declined.connect(self._page.frame.box.setFocus)

    def _ask_again(self, minutes: int) -> None:
        self._page.frame.person.ask_again(self._flow.who, minutes)

    def show_limits(self) -> None:
        """Say where today's newest visit has no punch; the owner's PIN is asked for where somebody else is here."""
        card, limit = self._flow.card, self._page.frame.person.limit
        if card is not None:
            newest = card.visits_today[0].uid if card.visits_today else ""
            limit.show_limits(newest, card.limits, pin=not self._shop.staff.may(Deed.PUNCH_LIMIT))

    def _agreed(self) -> None:
        view = self._page.frame.person
        view.stop_asking()
        self._flow.enter(self._bill.amount, again=True)

    def _declined(self) -> None:
        self._page.frame.person.stop_asking()
        self._page.frame.box.setFocus()

    def _allowed(self, pin: str) -> None:
        """Looking at a PIN takes a fifth of a second: in a worker."""
        limit = self._page.frame.person.limit
        visit = limit.visit
        if not pin:
            self._flow.allow_punch(visit)
            return
        limit.set_busy(busy=True)
        task = self._page.kit.tasks.start(lambda _progress, _stop: self._shop.staff.grant(Deed.PUNCH_LIMIT, pin))
        task.finished.connect(lambda _owner: self._flow.allow_punch(visit))
        task.failed.connect(self._refused)

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, ShopError):
            self._page.frame.person.limit.say(error_sentence(error))
        else:
            self._page.kit.notices.failed(self._page, error)
