"""What the counter shows, without writing anything: people found, cards, bills, today, a bill before it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retention_desktop import settings
from retention_desktop.books import finding, match_lines, people, points
from retention_desktop.books.running import running_cards
from retention_desktop.desk.card import read_card
from retention_desktop.desk.lists import today_line
from retention_desktop.desk.preview import offers_on, preview_bill
from retention_desktop.desk.refusals import check_amount, known_visit
from retention_desktop.desk.values import BillPreview, Card, Offer, Today, VisitBill
from retention_desktop.domain.match import Matches
from retention_desktop.domain.visit import Visit
from retention_desktop.storage import bill_store, customer_store, visit_store
from retention_desktop.storage.spend import sales_on

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from retention_desktop.domain.bill import Line
    from retention_desktop.storage.database import Database, Tx
    from retention_desktop.storage.search_index import SearchIndex


class DeskReading:
    """What the front desk looks at.

    Args:
        staff: the name of whoever is at the desk.
        allow_earlier: raises ShopError needs_owner where whoever is at the desk may not change a visit of an earlier
            day.
        allow_punch: raises ShopError needs_owner where whoever is at the desk may not pass a card's limit.
    """

    def __init__(
        self, db: Database, index: SearchIndex, clock: Callable[[], datetime], new_uid: Callable[[], str], *,
        staff: Callable[[], str] = lambda: "", allow_earlier: Callable[[], object] = lambda: None,
        allow_punch: Callable[[], object] = lambda: None,
    ) -> None:  # fmt: skip
        self._allow_earlier = allow_earlier
        self._allow_punch = allow_punch
        self._db = db
        self._index = index
        self._clock = clock
        self._new_uid = new_uid
        self._staff = staff

    def find(self, query: str, most: int = 9) -> Matches:
        """Whoever this means: last digits, kana, kanji, romaji, member number, whole phone; best first."""
        with self._db.read() as tx:
            found = finding.find(tx, self._index, query, settings.read(tx).region, most)
            return Matches(query=query, people=match_lines.read(tx, found.keys, self._day(tx)), exact=found.exact)

    def card(self, uid: str) -> Card:
        """The person's card. Raises ShopError customer_not_found."""
        with self._db.read() as tx:
            return read_card(tx, people.known(tx, uid), self._day(tx))

    def bill(self, visit_uid: str) -> VisitBill:
        """A visit's goods and what of it was given back. Raises ShopError visit_not_found, visit_voided."""
        with self._db.read() as tx:
            visit = known_visit(tx, visit_uid)
            return VisitBill(
                visit=visit, lines=bill_store.lines_of(tx, visit.key), refunds=bill_store.refunds_of(tx, visit.key),
                left=points.left_to_pay(tx, visit), due=points.due(tx, visit).left,
            )  # fmt: skip

    def today(self) -> Today:
        """Today's visits and sales."""
        with self._db.read() as tx:
            day, now = self._day(tx), settings.read(tx)
            visits = visit_store.visits_on(tx, day)
            known = customer_store.customers_by_keys(tx, [visit.customer for visit in visits if visit.customer])
            cards = running_cards(tx, list(known), day)
            filled = points.filled_cards(tx, [visit.key for visit in visits])
            lines = tuple(
                today_line(visit, known.get(visit.customer or 0), cards.get(visit.customer or 0), filled.get(visit.key))
                for visit in visits
            )
            return Today(
                day=day, visits=lines, sales=sales_on(tx, day), rewards=len(filled), currency=now.currency
            )  # fmt: skip

    def offers(self, visit_uid: str) -> tuple[Offer, ...]:
        """What may be redeemed on a bill that is recorded. Raises ShopError visit_not_found, visit_voided."""
        with self._db.read() as tx:
            return offers_on(tx, known_visit(tx, visit_uid), self._day(tx))

    def preview(
        self, customer: str | None, amount: int | None, *, lines: Sequence[Line] = (), code: str = "",
        redeem: Sequence[tuple[str, int]] = (), already: int = 0,
    ) -> BillPreview:  # fmt: skip
        """What a bill would earn and what could be redeemed on it, before it is logged; writes nothing.

        Args:
            redeem: (reward, points) pairs as `redeem` takes them, applied in this order.
            already: minor units that coupons and standing discounts take off before.

        Raises ShopError customer_not_found, amount_invalid.
        """
        check_amount(amount)
        with self._db.read() as tx:
            person = people.known_key(tx, customer) if customer else None
            now = settings.read(tx)
            moment = self._clock()
            visit = Visit(
                key=0, uid="", customer=person, day=self._day(tx), at=moment, recorded_at=moment, amount=amount,
                currency=now.currency, discount=already, code=code.strip(),
            )  # fmt: skip
            return preview_bill(tx, visit, lines, redeem)

    def _ask_for_earlier(self, visit_uid: str) -> None:
        """Raise ShopError needs_owner where a visit is of an earlier day and that is the owner's to change."""
        with self._db.read() as tx:
            visit = visit_store.find_visit(tx, visit_uid)
            earlier = visit is not None and visit.day < self._day(tx)
        if earlier:
            self._allow_earlier()

    def _day(self, tx: Tx) -> date:
        return self._clock().astimezone(settings.read(tx).zone_info).date()
