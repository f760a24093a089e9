"""Balances, points by hand, one-time awards, referrals, and why each entry is what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retention_desktop import settings
from retention_desktop.books import journal, people, points, referrals
from retention_desktop.books.points import ByHand
from retention_desktop.domain.codes import made_code
from retention_desktop.errors import ShopError
from retention_desktop.loyalty.birthdays import due_birthdays
from retention_desktop.loyalty.missions import Mission, missions_of
from retention_desktop.loyalty.paper import check_punches, kept_photo
from retention_desktop.loyalty.referring import Acquainted, Referrals, referrals_of
from retention_desktop.loyalty.values import Adjusted, Awarded, Explanation, Holdings
from retention_desktop.staff import Deed, check_own_card
from retention_desktop.storage import award_store, ledger_store, loyalty_store, merge_store, referral_store
from retention_desktop.storage.ledger_store import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from retention_desktop.domain.operation import Operation
    from retention_desktop.domain.programme import Programme
    from retention_desktop.storage.database import Database, Tx
    from retention_desktop.storage.photo_store import Photos

__all__ = [
    "Acquainted", "Adjusted", "Awarded", "Entry", "Explanation", "Holdings", "Loyalty", "Mission", "Referrals",
]  # fmt: skip

MOST_BY_HAND = 10**9
"""A slip of the finger, not a correction."""
AT_ONCE = 50
"""Birthdays paid in one transaction: about a tenth of a second."""


class Loyalty:
    """The shop's loyalty programmes.

    Args:
        photos: where those of paper cards are kept.
        allow: raises ShopError needs_owner or over_limit where whoever is at the desk may not do a deed.
        staff: the name of whoever is at the desk.
    """

    def __init__(
        self, db: Database, clock: Callable[[], datetime], new_uid: Callable[[], str], *,
        photos: Photos, allow: Callable[[Deed, int, str], str] = lambda *_: "", staff: Callable[[], str] = lambda: "",
    ) -> None:  # fmt: skip
        self._photos = photos
        self._db = db
        self._clock = clock
        self._new_uid = new_uid
        self._allow = allow
        self._staff = staff

    # -- reading ---------------------------------------------------------------------------------------------------

    def programmes(self) -> tuple[Programme, ...]:
        """The programmes that are switched on."""
        with self._db.read() as tx:
            return loyalty_store.active_programmes(tx)

    def holdings(self, uid: str, at: datetime | None = None) -> Holdings:
        """Balances and rewards of a customer, by default now; `at` decides which lots and rewards have lapsed.

        What came after `at` is left out: rewards issued since, and that others were used since. Now is all that was
        written, that of a clock which was put back since included.

        Raises ShopError customer_not_found.
        """
        moment = at or self._clock()
        with self._db.read() as tx:
            person = people.known(tx, uid)
            day = moment.astimezone(settings.read(tx).zone_info).date()
            return Holdings(
                customer=uid, at=moment, balances=points.balances(tx, person.key, day, *((at,) if at else ())),
                rewards=loyalty_store.rewards_of(tx, person.key, day, at),
            )  # fmt: skip

    def entries(self, customer: str) -> tuple[Entry, ...]:
        """Everything written for a customer, newest first. Raises ShopError customer_not_found."""
        with self._db.read() as tx:
            return ledger_store.entries_of(tx, people.known(tx, customer).key)

    def explain(self, entry: str) -> Explanation:
        """Why an entry is what it is. Raises ShopError entry_not_found."""
        with self._db.read() as tx:
            found = ledger_store.find_entry(tx, entry)
            if found is None:
                raise ShopError("entry_not_found", entry=entry)
            version = None if found.version is None else loyalty_store.programme_of_version(tx, found.version)
        return Explanation(
            entry=found, terms=version.terms if version else None, number=version.number if version else 0
        )

    # -- by hand ---------------------------------------------------------------------------------------------------

    def adjust(
        self, customer: str, programme: str, amount: int, reason: str, *, override_pin: str = "", key: str = ""
    ) -> Adjusted:
        """Add points by hand, or take them (`amount` < 0), with a reason.

        Args:
            programme: uid.
            override_pin: an owner's, for this one deed.
            key: the caller's idempotency key: the same key again changes nothing.

        Raises:
            ShopError: reason_missing, points_invalid, punches_too_many, points_short, programme_not_found,
                customer_not_found, needs_owner, over_limit, pin_wrong, pin_locked, staff_own_card.
        """
        kind = "adjust_in" if amount > 0 else "adjust_out"
        owner = self._checked(amount, reason, override_pin)
        facts = {"owner": owner} if owner else {}
        return self._by_hand("adjust", customer, programme, amount, ByHand(
            kind=kind, idem=f"adjust:{key or self._new_uid()}", reason=reason.strip(), facts=facts,
        ))  # fmt: skip

    def opening(
        self, customer: str, programme: str, amount: int, note: str, *, photo: bytes = b"", override_pin: str = "",
        key: str = "",
    ) -> Adjusted:  # fmt: skip
        """Take over what a paper card or another system had; `note` says from where, `photo` (a JPEG) shows the card.

        Raises ShopError like `adjust`, photo_invalid.
        """
        if amount <= 0:
            raise ShopError("points_invalid", text=str(amount))
        owner = self._checked(amount, note, override_pin)
        with kept_photo(self._photos, self._new_uid(), photo) as name:
            facts = {fact: value for fact, value in {"owner": owner, "photo": name}.items() if value}
            done = self._by_hand("opening", customer, programme, amount, ByHand(
                kind="opening", idem=f"opening:{key or self._new_uid()}", reason=note.strip(), facts=facts,
            ))  # fmt: skip
        if name and not done.operation:  # written before, with its own
            self._photos.drop(name)
        return done

    def photo(self, entry: str) -> bytes:
        """The photo kept with an entry, b"" where there is none (any more). Raises ShopError entry_not_found."""
        name = str(self.explain(entry).entry.breakdown.get("photo", ""))
        return self._photos.read(name) if name else b""

    def _checked(self, amount: int, reason: str, override_pin: str) -> str:
        if isinstance(amount, bool) or not 0 < abs(amount) <= MOST_BY_HAND:
            raise ShopError("points_invalid", text=str(amount))
        if not reason.strip():
            raise ShopError("reason_missing")
        return self._allow(Deed.ADJUST, abs(amount), override_pin)

    def _by_hand(self, kind: str, customer: str, programme: str, amount: int, why: ByHand) -> Adjusted:
        with self._db.write() as tx:
            person = people.known_key(tx, customer)
            known = loyalty_store.newest_version(tx, programme)
            if known is None:
                raise ShopError("programme_not_found", programme=programme)
            check_punches(known, amount, kind)
            check_own_card(tx, person, may_earn=settings.read(tx).staff_may_earn)
            done = ledger_store.entry_by_idem(tx, why.idem) is not None
            operation = None if done else self._begin(tx, kind)
            if operation is not None and amount > 0:
                points.give(tx, operation, known, person, amount, why, self._new_uid)
            elif operation is not None:
                points.take(tx, operation, known, person, -amount, why, self._new_uid)
            return Adjusted(
                operation=operation.uid if operation else "", customer=customer, programme=programme, amount=amount,
                balances=points.balances(tx, person, points.today(tx, self._clock())),
            )  # fmt: skip

    # -- one-time awards -------------------------------------------------------------------------------------------

    def award(self, customer: str, cause: str, name: str = "") -> tuple[Awarded, ...]:
        """Pay what the rules give once for an answered survey or a mission; again it pays nothing.

        One that an undo took back whole may be paid again, a birthday, too: by hand only, since the program never pays
        a year's birthday a second time by itself, which would overrule whoever took it back.

        Signing up is paid by `Customers.add`; "signup" here pays one who came by another way, like a list.

        Args:
            cause: "signup", "survey", "mission" or "birthday".
            name: which survey or mission, which year's birthday; by default this year's.

        Raises ShopError customer_not_found.
        """
        with self._db.write() as tx:
            person, local = people.known(tx, customer), self._local(tx)
            if cause == "birthday":
                name = name or str(local.year)
            return self._pay(tx, "award", points.awards_for(tx, cause, person.uid, person.key, local, name))

    def missions(self, customer: str) -> tuple[Mission, ...]:
        """The missions and surveys that are open now. Raises ShopError customer_not_found."""
        with self._db.read() as tx:
            person = people.known(tx, customer)
            return missions_of(tx, person.uid, person.key, self._local(tx))

    def pay_birthdays(self) -> tuple[Awarded, ...]:
        """Pay the birthdays of today, and of the days on which the program was closed; each year once.

        One that was taken back by an undo stays taken back: it is paid again by hand only, see `award`.

        Where nothing is due nothing is written; many are paid a few at a time, so that the desk never waits.
        """
        with self._db.read() as tx:
            due = [
                points.Award(
                    customer=one.customer, person=one.key, programme=one.programme, cause="birthday",
                    amount=one.points, name=str(one.day.year),
                )
                for one in due_birthdays(tx, self._local(tx))
            ]  # fmt: skip
        paid: list[Awarded] = []
        for start in range(0, len(due), AT_ONCE):
            with self._db.write() as tx:
                paid += self._pay(tx, "birthdays", due[start : start + AT_ONCE], staff="")
        return tuple(paid)

    def take_back_award(self, entry: str) -> str:
        """Take back a bonus that was paid twice to one person; returns the operation's uid.

        Raises ShopError entry_not_found, needs_owner, over_limit: it is points taken by hand.
        """
        with self._db.read() as tx:
            asked = ledger_store.find_entry(tx, entry)
        self._allow(Deed.ADJUST, abs(asked.amount) if asked else 0, "")
        with self._db.write() as tx:
            found = ledger_store.find_entry(tx, entry)
            done = award_store.given(tx, f"award_back:{entry}").stands
            if found is None or found.kind != "bonus" or done:
                raise ShopError("entry_not_found", entry=entry)
            operation = self._begin(tx, "award")
            programme = loyalty_store.newest_version(tx, found.programme)
            holder = merge_store.stands_for(tx, found.customer)
            if programme is None:
                raise ShopError("programme_not_found", programme=found.programme)
            points.take_award_back(tx, operation, entry, holder, programme, found.amount, self._new_uid)
            return operation.uid

    def _pay(
        self, tx: Tx, kind: str, due: Sequence[points.Award], *, staff: str | None = None
    ) -> tuple[Awarded, ...]:  # fmt: skip
        """Pay what is not paid yet, as one operation of this kind; nothing is written where all is paid."""
        unpaid = [award for award in due if not points.is_paid(tx, award)]
        if not unpaid:
            return ()
        by = self._staff() if staff is None else staff
        operation = journal.begin(tx, kind, self._new_uid(), self._clock(), staff=by)
        for award in unpaid:
            points.pay_award(tx, operation, award, self._new_uid)
        return tuple(
            Awarded(
                customer=award.customer, programme=award.programme.uid, unit=award.programme.unit, amount=award.amount
            )
            for award in unpaid
        )

    # -- referrals -------------------------------------------------------------------------------------------------

    def referrals(self, customer: str) -> Referrals:
        """A customer's code, who brought them, whom they brought. Raises ShopError customer_not_found."""
        with self._db.read() as tx:
            return referrals_of(tx, people.known(tx, customer))

    def referral_code(self, customer: str) -> str:
        """The code with which a customer brings friends; made where there is none yet."""
        with self._db.write() as tx:
            person = people.known_key(tx, customer)
            known = referral_store.code_of(tx, person)
            if known:
                return known
            code = made_code(self._new_uid())
            while referral_store.customer_of_code(tx, code) is not None:
                code = made_code(self._new_uid())
            row = {"uid": self._new_uid(), "customer": person, "code": code}
            journal.add(tx, self._begin(tx, "referral_code"), "referral_code", row)
            return code

    def refer(self, friend: str, code: str) -> str:
        """Note who brought a new customer: both are paid for the friend's first purchase; returns the operation.

        Args:
            friend: uid.
            code: a referral code as typed, or the uid of whoever brought them.

        Raises ShopError customer_not_found, referral_unknown, referral_own, referral_late.
        """
        with self._db.write() as tx:
            person = people.known_key(tx, friend)
            referrer = referrals.referrer_of(tx, code)
            referrals.check(tx, person, referrer)
            operation = self._begin(tx, "referral")
            referrals.note(tx, operation, person, referrer, self._new_uid)
            return operation.uid

    def _local(self, tx: Tx) -> datetime:
        """Now, in the shop's zone."""
        return self._clock().astimezone(settings.read(tx).zone_info)

    def _begin(self, tx: Tx, kind: str) -> Operation:
        return journal.begin(tx, kind, self._new_uid(), self._clock(), staff=self._staff())
