"""Coupons: make one code for everybody or many for one use each, see what became of them, take them back.

They are used by the desk, in the transaction that pays the bill (`books.coupons`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from retention_desktop import settings
from retention_desktop.books import coupons as book
from retention_desktop.books import journal, people
from retention_desktop.books.coupons import Priced
from retention_desktop.domain.codes import made_code, plain_code
from retention_desktop.domain.coupon import Coupon, Payment, days_after, is_code, last_day, window
from retention_desktop.domain.terms import Gives, write_gives
from retention_desktop.errors import ShopError
from retention_desktop.storage import coupon_store, visit_store
from retention_desktop.storage.coupon_store import CouponLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from retention_desktop.domain.bill import Line
    from retention_desktop.domain.visit import Visit
    from retention_desktop.storage.database import Database, Tx

__all__ = ["Coupon", "CouponDraft", "CouponLine", "Coupons", "Priced", "last_day"]

MOST_AT_ONCE: Final = 10_000
_LONGEST_NAME: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class CouponDraft:
    """A coupon to be made.

    Attributes:
        gives: what it takes off or adds.
        first_day, last_day: days of the shop's calendar, both included; None = open.
        minimum: the bill it asks for, minor units.
        total_limit, person_limit: how often in all and by one person; None = without end.
        customer: uid of the person it is bound to, "" = free.
        sale: uid of the visit that gave it, "" = none; it counts once that bill is paid, for another bill.
        after_days, for_days: instead of first and last day: from so many days after the sale, for so many days.
    """

    name: str
    gives: Gives
    first_day: date | None = None
    last_day: date | None = None
    minimum: int = 0
    total_limit: int | None = None
    person_limit: int | None = None
    customer: str = ""
    sale: str = ""
    after_days: int | None = None
    for_days: int | None = None


class Coupons:
    """The shop's coupons.

    Args:
        allow: raises ShopError needs_owner where whoever is at the desk may not make or take back coupons.
        staff: the name of whoever is at the desk.
    """

    def __init__(
        self, db: Database, clock: Callable[[], datetime], new_uid: Callable[[], str], *,
        allow: Callable[[], object] = lambda: None, staff: Callable[[], str] = lambda: "",
    ) -> None:  # fmt: skip
        self._db = db
        self._clock = clock
        self._new_uid = new_uid
        self._allow = allow
        self._staff = staff

    def add(self, draft: CouponDraft, *, code: str = "", count: int = 1) -> tuple[Coupon, ...]:
        """Make a coupon with a code of the shop's own or a made one, or with `count` many single-use codes.

        Args:
            code: a shared code, 4 to 24 letters and digits; "" = made, without look-alikes (`domain.codes`).
            count: more than 1 makes so many coupons with a code each, for one use each.

        Raises:
            ShopError: needs_owner, coupon_invalid (field), coupon_code_invalid, coupon_code_taken,
                customer_not_found, visit_not_found, visit_voided.
        """
        self._allow()
        _check(draft, code, count)
        with self._db.write() as tx:
            operation = journal.begin(tx, "coupon_add", self._new_uid(), self._clock(), staff=self._staff())
            facts = self._facts(tx, draft) | {"made_at": operation.at}
            if count > 1:
                facts["total_limit"] = 1
            made = []
            for _ in range(count):
                values = facts | {"uid": self._new_uid(), "code": self._code(tx, code)}
                journal.add(tx, operation, "coupon", values)
                made.append(book.known(tx, str(values["code"])))
            return tuple(made)

    def all(self) -> tuple[CouponLine, ...]:
        """Every coupon with how often it was used and what it took off, newest first; withdrawn ones too."""
        with self._db.read() as tx:
            return coupon_store.coupons(tx)

    def withdraw(self, uid: str) -> None:
        """Take a coupon back: it can't be used any more, what was paid with it stays.

        Raises ShopError needs_owner, coupon_not_found.
        """
        self._allow()
        with self._db.write() as tx:
            if coupon_store.coupon_by_uid(tx, uid) is None:
                raise ShopError("coupon_not_found", coupon=uid)
            operation = journal.begin(tx, "coupon_withdraw", self._new_uid(), self._clock(), staff=self._staff())
            journal.edit(tx, operation, "coupon", uid, {"withdrawn_at": operation.at})

    def check(
        self, code: str, customer: str = "", amount: int | None = None, *, lines: Sequence[Line] = (), already: int = 0
    ) -> Priced:
        """What a coupon would take off now; the same is judged again when the bill is paid.

        Args:
            code: as typed or scanned.
            customer: uid, "" = nobody is known.
            amount: the bill in minor units, None = not entered.
            already: minor units taken off before.

        Raises:
            ShopError: coupon_not_found, customer_not_found and every coupon_... that says why it doesn't count.
        """
        with self._db.read() as tx:
            person = people.known(tx, customer).key if customer else None
            payment = Payment(at=self._clock(), customer=person, bill=amount)
            return book.price(tx, [code], payment, lines=lines, already=already)[0]

    def _facts(self, tx: Tx, draft: CouponDraft) -> dict[str, Any]:
        zone = settings.read(tx).zone_info
        sale = _sale(tx, draft.sale) if draft.sale else None
        first, last = draft.first_day, draft.last_day
        if sale is not None and draft.after_days is not None:
            first, last = days_after(sale.day, draft.after_days, draft.for_days or 1)
            last = last if draft.for_days else None
        begins, ends = window(first, last, zone)
        return {
            "name": draft.name.strip(), "gives": write_gives(draft.gives), "valid_from": begins, "valid_until": ends,
            "minimum": draft.minimum, "total_limit": draft.total_limit, "person_limit": draft.person_limit,
            "customer": people.known(tx, draft.customer).key if draft.customer else None,
            "visit": None if sale is None else sale.key,
        }  # fmt: skip

    def _code(self, tx: Tx, wanted: str) -> str:
        """The code wanted, or a made one that no other coupon has."""
        if wanted:
            plain = plain_code(wanted)
            if coupon_store.coupon_by_code(tx, plain) is not None:
                raise ShopError("coupon_code_taken", coupon=plain)
            return plain
        while True:
            made = made_code(self._new_uid())
            if coupon_store.coupon_by_code(tx, made) is None:
                return made


def _check(draft: CouponDraft, code: str, count: int) -> None:
    """Refuse a draft that can't be; nothing is written."""
    field = next((name for name, wrong in _wrong(draft, count) if wrong), "")
    if field:
        raise ShopError("coupon_invalid", field=field)
    if code and (count > 1 or not is_code(plain_code(code))):
        raise ShopError("coupon_code_invalid", coupon=code)


def _wrong(draft: CouponDraft, count: int) -> tuple[tuple[str, bool], ...]:
    gives, first, last = draft.gives, draft.first_day, draft.last_day
    counted = draft.after_days is not None or draft.for_days is not None
    return (
        ("name", not 0 < len(draft.name.strip()) <= _LONGEST_NAME),
        ("gives", gives.kind not in {"discount", "percent", "item", "gift"}),
        ("amount", gives.kind == "discount" and not 0 < gives.amount <= 10**12),
        ("percent", gives.kind == "percent" and not 0 < gives.percent <= 100),
        ("cap", gives.cap is not None and not 0 < gives.cap <= 10**12),
        ("item", gives.kind == "item" and (not gives.item.strip() or gives.count < 1)),
        ("last_day", first is not None and last is not None and last < first),
        ("minimum", not 0 <= draft.minimum <= 10**12),
        ("total_limit", draft.total_limit is not None and draft.total_limit < 1),
        ("person_limit", draft.person_limit is not None and draft.person_limit < 1),
        ("after_days", counted and (not draft.sale or not 0 <= (draft.after_days or 0) <= 3650)),
        ("for_days", draft.for_days is not None and not 1 <= draft.for_days <= 3650),
        ("count", not 1 <= count <= MOST_AT_ONCE),
    )


def _sale(tx: Tx, uid: str) -> Visit:
    visit = visit_store.find_visit(tx, uid)
    if visit is None:
        raise ShopError("visit_not_found", visit=uid)
    if visit.voided:
        raise ShopError("visit_voided", visit=uid)
    return visit
